from django.apps import AppConfig


class ObligationsConfig(AppConfig):
    name = "quantriet.apps.obligations"
    verbose_name = "Nghĩa vụ"
