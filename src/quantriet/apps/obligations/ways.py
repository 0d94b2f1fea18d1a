"""The two ways to fulfil that this app brings itself: a task with evidence, and a standing duty."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from quantriet.apps.accounts.actors import SYSTEM, Actor
from quantriet.apps.clock.appointments import make_appointment
from quantriet.apps.clock.models import Appointment
from quantriet.apps.clock.moment import local_day, zone
from quantriet.apps.obligations import actions
from quantriet.apps.obligations.fulfilment import Option
from quantriet.apps.obligations.models import Due, Obligation
from quantriet.apps.organization.calendar import is_working_day
from quantriet.engines import timetable

OPEN_NEXT = "obligations.open_next"
_LONG_AGO = timedelta(days=3660)  # a day named once is owed even if it was past before the work was given out
_STANDING_TYPES = {"accountability", "prohibition", "closing", "execution_clause", "conditional"}


class Task:
    """Work with a result that the unit shows and the office confirms (nhiệm vụ)."""

    code = "task"
    name = "Nhiệm vụ có kết quả, minh chứng"

    def suits(self, item: dict[str, Any]) -> float:
        return 0.1 if item.get("type") in _STANDING_TYPES else 0.5

    def options(self, item: dict[str, Any]) -> tuple[Option, ...]:
        return ()

    def start(self, obligation: Obligation, options: dict[str, str], *, by: Actor, at: datetime) -> None:
        if obligation.timetable is None:
            actions.open_dues(obligation, opened_at=at, due_at=None, by=by)
            return
        rule = timetable.Timetable.from_dict(obligation.timetable)
        if not rule.is_recurring and not rule.further:
            actions.open_dues(obligation, opened_at=at, due_at=_only_limit(rule, at), by=by)
            return
        open_next_period(obligation, after=at if rule.is_recurring else at - _LONG_AGO, opened_at=at, by=by)

    def act_path(self, due: Due) -> str:
        return reverse("obligations:assignment", args=[due.assignment_id])


class Standing:
    """A rule to know and keep to, or to act on when something happens (quán triệt, thực hiện thường xuyên)."""

    code = "standing"
    name = "Quán triệt, thực hiện thường xuyên"

    def suits(self, item: dict[str, Any]) -> float:
        return 0.6 if item.get("type") in _STANDING_TYPES else 0.2

    def options(self, item: dict[str, Any]) -> tuple[Option, ...]:
        return ()

    def start(self, obligation: Obligation, options: dict[str, str], *, by: Actor, at: datetime) -> None:
        """Nothing falls due: the heads take note, and record occasions as they come."""

    def act_path(self, due: Due) -> str:
        return reverse("obligations:assignment", args=[due.assignment_id])


def _only_limit(rule: timetable.Timetable, at: datetime) -> datetime | None:
    """The limit of work owed once: a named day, also one already past; a term from its day, or else from now."""
    if rule.kind is timetable.Kind.WITHIN and rule.on is None:
        return timetable.due_after(rule, at.astimezone(zone()), is_working_day)
    return timetable.next_due(rule, after=at - _LONG_AGO, zone=zone(), is_working_day=is_working_day)


def _next_limit(rule: timetable.Timetable, after: datetime, begun_at: datetime) -> datetime | None:
    """The first limit after an instant of a rule or of what goes on from it; an open term begins with the work."""
    if rule.kind is timetable.Kind.WITHIN and rule.on is None:
        own = timetable.due_after(rule, begun_at.astimezone(zone()), is_working_day)
    else:
        own = timetable.next_due(replace(rule, further=()), after=after, zone=zone(), is_working_day=is_working_day)
    limits = (own, *(_next_limit(part, after, begun_at) for part in rule.further))
    return min((limit for limit in limits if limit is not None and limit > after), default=None)


def open_next_period(obligation: Obligation, *, after: datetime, opened_at: datetime, by: Actor) -> None:
    """Open the dues of the next limit after an instant, and make the appointment that opens the one after it."""
    assert obligation.timetable is not None
    rule = timetable.Timetable.from_dict(obligation.timetable)
    limit = _next_limit(rule, after, obligation.created_at)
    if limit is None:
        return
    period_on = local_day(limit - timedelta(microseconds=1))
    actions.open_dues(obligation, period_on=period_on, opened_at=opened_at, due_at=limit, by=by)
    make_appointment(OPEN_NEXT, obligation.pk, limit)


def keep_open_next(appointment: Appointment, now: datetime) -> None:
    """The limit of a period has come: open the next one, unless the obligation has been closed."""
    obligation = Obligation.objects.filter(pk=int(appointment.subject), closed_at=None).first()
    if obligation is not None:
        open_next_period(obligation, after=appointment.due_at, opened_at=appointment.due_at, by=SYSTEM)
