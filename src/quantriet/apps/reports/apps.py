from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "quantriet.apps.reports"
    verbose_name = "Báo cáo"
