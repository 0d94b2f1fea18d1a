from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "quantriet.apps.accounts"
    verbose_name = "Tài khoản"
