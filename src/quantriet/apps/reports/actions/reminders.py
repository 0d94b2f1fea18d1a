"""The reminder ladder: before the limit to those who report, at it to the heads, after it to the heads and the office.

Each rung is an appointment of the clock, so it happens exactly once, also after a stand-still; its words are taken
from the state at the moment it happens. Notices name days and times only, never figures.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse

from quantriet.apps.accounts.actors import SYSTEM, Actor
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.models import Appointment
from quantriet.apps.clock.moment import local_day, zone
from quantriet.apps.ledger.record import record
from quantriet.apps.notices.actions import send_notices
from quantriet.apps.obligations.models import Due, DueState
from quantriet.apps.reports import people, problems
from quantriet.apps.reports.expectation import dues_of
from quantriet.apps.reports.models import Period
from quantriet.apps.reports.words import render_left
from quantriet.law import load


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: its kind of appointment and how far from the limit it stands."""

    kind: str
    parameter: str = ""
    sign: int = 0

    def instant(self, period: Period) -> datetime:
        if not self.parameter:
            return period.due_at
        return period.due_at + self.sign * timedelta(minutes=load.parameter(self.parameter, period.day))


BEFORE = Rung("reports.remind_before", "reporting.remind_before_minutes", -1)
AT_LIMIT = Rung("reports.remind_at_limit")
AFTER = Rung("reports.remind_after", "reporting.escalate_after_minutes", 1)
RUNGS = (BEFORE, AT_LIMIT, AFTER)


def missing_dues(period: Period) -> QuerySet[Due]:
    """Dues of the period that nothing has been received for; none once the obligation is closed."""
    return dues_of(period).filter(state=DueState.OPEN, obligation__closed_at=None)


def keep_before(appointment: Appointment, now: datetime) -> None:
    period = _period(appointment)
    _send(
        period,
        "before",
        people.reporters(missing_dues(period), local_day(now)),
        title=f"Chưa báo cáo ngày {_day(period)}",
        body=f"{period.regime.name}: hạn {_clock(period.due_at)}, {render_left(period.due_at, now)}.",
        now=now,
    )


def keep_at_limit(appointment: Appointment, now: datetime) -> None:
    period = _period(appointment)
    _send(
        period,
        "limit",
        people.heads(_overdue(period, now)),
        title=f"Quá hạn báo cáo ngày {_day(period)}",
        body=f"{period.regime.name}: hạn {_clock(period.due_at)} đã qua, đơn vị chưa báo cáo. Báo ngay và giải trình.",
        now=now,
        is_urgent=True,
    )


def keep_after(appointment: Appointment, now: datetime) -> None:
    period = _period(appointment)
    overdue = _overdue(period, now)
    _send(
        period,
        "after",
        people.heads(overdue),
        title=f"Vẫn chưa báo cáo ngày {_day(period)}",
        body=f"{period.regime.name}: {render_left(period.due_at, now)}. Văn phòng đã được báo.",
        now=now,
        is_urgent=True,
    )
    names = list(overdue.order_by("unit__position", "unit_id").values_list("unit__short_name", "unit__name")[:200])
    if names:
        _send(
            period,
            "summary",
            people.consolidators(period.regime.agency_id, local_day(now)),
            title=f"{len(names)} đơn vị chưa báo cáo ngày {_day(period)}",
            body=_cut(", ".join(short or name for short, name in names) + "."),
            now=now,
            path=reverse("reports:period", args=[period.pk]),
        )


@transaction.atomic
def remind_missing(period: Period, *, by: Actor, at: datetime) -> int:
    """The office reminds whoever has not reported (nhắc, đôn đốc); returns how many units. Twice a minute is once."""
    require(by, Permission.JUDGE_WORK, period.regime.agency_id)
    missing = missing_dues(period)
    count = missing.count()
    if not count:
        raise problems.nobody_missing()
    _send(
        period,
        f"asked:{at:%Y%m%d%H%M}",
        people.reporters(missing, local_day(at)),
        title=f"Văn phòng nhắc: chưa báo cáo ngày {_day(period)}",
        body=f"{period.regime.name}: hạn {_clock(period.due_at)}, {render_left(period.due_at, at)}.",
        now=at,
        by=by,
        is_urgent=at >= period.due_at,
    )
    record("report.reminded", by=by, subject=period, at=at, unit_id=period.regime.agency_id, details={"units": count})
    return count


def _send(
    period: Period,
    rung: str,
    person_ids: Collection[int],
    *,
    title: str,
    body: str,
    now: datetime,
    by: Actor = SYSTEM,
    path: str = "",
    is_urgent: bool = False,
) -> None:
    if not person_ids:
        return
    send_notices(
        key=f"reports.{period.pk}.{rung}",
        person_ids=sorted(person_ids),
        title=title,
        body=body,
        path=path or reverse("reports:mine", args=[period.pk]),
        is_urgent=is_urgent,
        by=by,
        at=now,
    )


def _overdue(period: Period, now: datetime) -> QuerySet[Due]:
    """Missing ones whose own limit has come: an extension granted to a unit is kept to."""
    return missing_dues(period).filter(Q(due_at__lte=now))


def _period(appointment: Appointment) -> Period:
    return Period.objects.select_related("regime").get(pk=int(appointment.subject))


def _day(period: Period) -> str:
    return f"{period.day.day}/{period.day.month}"


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(zone()):%H:%M}"


def _cut(text: str, limit: int = 480) -> str:
    return text if len(text) <= limit else text[:limit].rsplit(", ", 1)[0] + ", …"


KEEPERS: dict[str, Callable[[Appointment, datetime], None]] = {
    BEFORE.kind: keep_before,
    AT_LIMIT.kind: keep_at_limit,
    AFTER.kind: keep_after,
}
