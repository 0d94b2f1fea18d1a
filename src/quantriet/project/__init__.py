"""The assembled product: settings, URLs, the WSGI entry and the `quantriet` command."""
