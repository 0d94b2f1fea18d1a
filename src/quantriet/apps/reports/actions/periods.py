"""Opening periods: one a day, each with its own date, exactly once, also after days of stand-still."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, time, timedelta

from django.db import transaction

from quantriet.apps.accounts.actors import SYSTEM, Actor
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.appointments import make_appointment, make_appointments
from quantriet.apps.clock.models import Appointment
from quantriet.apps.clock.moment import at_local, local_day, zone
from quantriet.apps.ledger.record import record
from quantriet.apps.obligations.actions import open_dues
from quantriet.apps.organization.calendar import is_working_day
from quantriet.apps.reports import problems, rules
from quantriet.apps.reports.actions.reminders import RUNGS
from quantriet.apps.reports.models import DayRule, Period, Regime
from quantriet.apps.reports.regime_settings import Settings
from quantriet.engines import timetable
from quantriet.law import load

OPEN_PERIOD = "reports.open_period"


@transaction.atomic
def start_regime(regime: Regime, *, by: Actor, at: datetime) -> None:
    """Set a saved regime going: today's period if its limit is still to come, then one a day from midnight on."""
    require(by, Permission.ADOPT_DOCUMENTS, regime.agency_id)
    today = local_day(at)
    record("regime.started", by=by, subject=regime, at=at, unit_id=regime.agency_id)
    if is_reporting_day(regime, today) and at < at_local(today, regime.limit):
        open_period(regime, day=today, opened_at=at, by=by, at=at)
    make_appointment(OPEN_PERIOD, regime.pk, at_local(max(regime.starts_on, today + timedelta(days=1)), time()))


@transaction.atomic
def change_regime(regime: Regime, settings: Settings, *, by: Actor, at: datetime) -> None:
    """Other times, days or an end for a regime (sửa chế độ báo cáo), from the next period on; opened ones stay."""
    require(by, Permission.ADOPT_DOCUMENTS, regime.agency_id)
    row = Regime.objects.select_for_update(of=("self",)).get(pk=regime.pk)
    if row.obligation_id is None:
        raise problems.not_a_report()
    wanted = asdict(settings)
    moved = [name for name, value in wanted.items() if getattr(row, name) != value]
    if not moved:
        raise problems.regime_unchanged()
    before = {name: str(getattr(row, name)) for name in moved}
    for name in moved:
        setattr(row, name, wanted[name])
    row.save(update_fields=moved)
    make_appointment(OPEN_PERIOD, row.pk, at_local(local_day(at) + timedelta(days=1), time()))
    record("regime.changed", by=by, subject=row, at=at, unit_id=row.agency_id, details={"before": before})


def is_reporting_day(regime: Regime, day: date) -> bool:
    """Whether a report is owed for this day."""
    if day < regime.starts_on or (regime.ends_on and day > regime.ends_on):
        return False
    if regime.day_rule == DayRule.WORKING_DAYS:
        return is_working_day(day)
    if regime.day_rule == DayRule.AS_DIRECTED and regime.obligation and regime.obligation.timetable:
        rule = timetable.Timetable.from_dict(regime.obligation.timetable)
        return timetable.due_on(rule, day, zone(), is_working_day) is not None
    return True


@transaction.atomic
def open_period(regime: Regime, *, day: date, opened_at: datetime, by: Actor, at: datetime) -> Period:
    """The period of one day with its frozen dues and its rungs (mở kỳ báo cáo); asking twice opens it once.

    `opened_at` is when it should have opened: after a stand-still the dues name the heads of that day.
    """
    regime = Regime.objects.select_for_update(of=("self",)).select_related("obligation").get(pk=regime.pk)
    if regime.obligation is None:
        raise problems.not_a_report()
    if period := Period.objects.filter(regime=regime, day=day).first():
        return period
    period = Period.objects.create(
        regime=regime,
        day=day,
        form_version=load.form(regime.form_code, day).version,
        opened_at=opened_at,
        closing_at=rules.closing_at(regime.closing_preset, day),
        due_at=at_local(day, regime.limit),
        consolidation_due_at=at_local(day, regime.consolidation_limit),
    )
    open_dues(
        regime.obligation,
        period_on=day,
        opened_at=opened_at,
        due_at=period.due_at,
        except_units=[regime.agency_id],  # the leadership receives the reports, it owes none
        by=by,
    )
    make_appointments([(rung.kind, period.pk, rung.instant(period)) for rung in RUNGS])
    record("period.opened", by=by, subject=period, at=at, unit_id=regime.agency_id, details={"day": str(day)})
    return period


def keep_open_period(appointment: Appointment, now: datetime) -> None:
    """Midnight has come for a regime: open the day's period and ask for the next midnight."""
    regime = Regime.objects.select_related("obligation").filter(pk=int(appointment.subject)).first()
    day = local_day(appointment.due_at)
    if regime is None or regime.obligation is None or regime.obligation.closed_at is not None:
        return
    if regime.ends_on and day > regime.ends_on:
        return
    if is_reporting_day(regime, day):
        open_period(regime, day=day, opened_at=appointment.due_at, by=SYSTEM, at=now)
    make_appointment(OPEN_PERIOD, regime.pk, at_local(day + timedelta(days=1), time()))
