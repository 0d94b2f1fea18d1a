from django.apps import AppConfig


class ObligationsConfig(AppConfig):
    name = "quantriet.apps.obligations"
    verbose_name = "Nghĩa vụ"

    def ready(self) -> None:
        from quantriet.apps.clock.appointments import handler
        from quantriet.apps.obligations import fulfilment, ways

        fulfilment.register(ways.Task())
        fulfilment.register(ways.Standing())
        handler(ways.OPEN_NEXT)(ways.keep_open_next)
