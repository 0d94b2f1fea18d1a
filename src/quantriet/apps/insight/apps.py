from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "quantriet.apps.insight"
    verbose_name = "Điều hành"
