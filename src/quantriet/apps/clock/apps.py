from django.apps import AppConfig


class ClockConfig(AppConfig):
    name = "quantriet.apps.clock"
    verbose_name = "Đồng hồ"
