from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "quantriet.web"
    verbose_name = "Giao diện"
