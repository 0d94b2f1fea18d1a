"""From a period to what is owed for it, and back."""

from __future__ import annotations

from django.db.models import QuerySet

from quantriet.apps.obligations.models import Due
from quantriet.apps.reports import problems
from quantriet.apps.reports.models import Period


def dues_of(period: Period) -> QuerySet[Due]:
    """The frozen dues of a period, withdrawn ones too."""
    assert period.regime.obligation_id is not None, "a regime of ad hoc reports has no periods"
    return Due.objects.filter(obligation_id=period.regime.obligation_id, period_on=period.day)


def period_of(due: Due) -> Period:
    """The period that a due belongs to; Problem 404 when it is not owed by reporting."""
    if due.period_on is None:
        raise problems.not_a_report()
    found = Period.objects.select_related("regime").filter(regime__obligation_id=due.obligation_id, day=due.period_on)
    period = found.first()
    if period is None:
        raise problems.not_a_report()
    return period
