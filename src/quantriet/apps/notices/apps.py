from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "quantriet.apps.notices"
    verbose_name = "Thông báo"
