from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "quantriet.apps.reports"
    verbose_name = "Báo cáo"

    def ready(self) -> None:
        from django.conf import settings

        from quantriet.apps.clock.appointments import handler
        from quantriet.apps.obligations.fulfilment import register
        from quantriet.apps.reports import checks, figures  # noqa: F401  (the check registers itself)
        from quantriet.apps.reports.actions import periods, reminders
        from quantriet.apps.reports.fulfilment import AdHocReport, Report
        from quantriet.law import load

        load.add_folder(settings.HOME / "law")  # the office's own forms stand over the shipped ones
        register(Report())
        register(AdHocReport())
        figures.register(figures.HEADCOUNT)
        handler(periods.OPEN_PERIOD)(periods.keep_open_period)
        for kind, keeper in reminders.KEEPERS.items():
            handler(kind)(keeper)
