from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "quantriet.apps.ledger"
    verbose_name = "Sổ ghi hành vi"
