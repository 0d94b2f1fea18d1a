from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "quantriet.apps.documents"
    verbose_name = "Văn bản"
