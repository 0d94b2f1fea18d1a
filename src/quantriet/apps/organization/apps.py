from django.apps import AppConfig


class OrganizationConfig(AppConfig):
    name = "quantriet.apps.organization"
    verbose_name = "Đơn vị, con người"
