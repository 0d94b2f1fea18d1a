"""A province or a nation with a regime adopted and days of reports: what the measurements run on.

Organization and reports are written in bulk; documents, their adoption and the periods go through the actions.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime, time, timedelta

from quantriet.apps.accounts.actors import SYSTEM, Actor, actor_of
from quantriet.apps.accounts.models import User
from quantriet.apps.clock.appointments import make_appointment
from quantriet.apps.clock.models import Appointment
from quantriet.apps.clock.moment import at_local, local_day
from quantriet.apps.documents.actions import receive_document, save_review
from quantriet.apps.documents.models import Document
from quantriet.apps.ledger.record import record_many
from quantriet.apps.obligations.adoption import adopt_document
from quantriet.apps.obligations.models import Due, DueState
from quantriet.apps.obligations.review import working_copy
from quantriet.apps.organization.models import Unit
from quantriet.apps.reports.actions import open_period
from quantriet.apps.reports.actions.periods import OPEN_PERIOD
from quantriet.apps.reports.models import Period, Regime, Submission
from quantriet.project.demo import letters
from quantriet.project.demo.crowd import BATCH, plan_crowd, write_crowd
from quantriet.project.demo.figures import UnitFigures

_TASKS_UP_TO = 2000  # units; a nation gets the regime alone
_MINUTES = range(480, 900, 12)  # the minutes of the day at which reports come in, until 15:00
_HEADCOUNT = 14


def scale_code(units: int) -> str:
    """The code of the topmost unit: one province, one nation a database."""
    return "TINH" if units <= _TASKS_UP_TO else "NUOC"


def build_scale(units: int, *, days: int, now: datetime) -> str:
    """Write `units` reporting units with heads and sign-ins, a regime, `days` of reports and today's beginning."""
    today = local_day(now)
    first = today - timedelta(days=max(days, 0))
    crowd = plan_crowd(scale_code(units), units, today - timedelta(days=730))
    users = write_crowd(crowd)
    agency, leaves = crowd.root.unit, [node.unit.pk for node in crowd.leaves]
    chief = actor_of(User.objects.get(username=f"{agency.code.lower()}-vp"), first)
    eve = at_local(first - timedelta(days=1), time(9))
    notice = letters.conclusion_notice(local_day(eve), roster=today + timedelta(days=3), inspection=today)
    _adopt(agency, notice, {"report"}, leaves, chief, eve, starts_on=first)
    if units <= _TASKS_UP_TO:
        plan = letters.work_plan(local_day(eve), first=today + timedelta(days=1))
        _adopt(agency, plan, {"task"}, leaves, chief, eve + timedelta(hours=1), starts_on=first)
    regime = Regime.objects.get(agency=agency)
    for day in (first + timedelta(days=count) for count in range((today - first).days + 1)):
        _day(regime, day, users, now)
    _leave_to_the_clock(regime, today, now)
    return f"Đã nạp {agency.name}: {len(leaves)} đơn vị báo cáo, {(today - first).days} ngày báo cáo."


def _adopt(
    agency: Unit,
    letter: letters.Letter,
    ways: set[str],
    leaves: list[int],
    chief: Actor,
    at: datetime,
    *,
    starts_on: date,
) -> Document:
    """Receive and adopt a letter; every obligation fulfilled in one of these ways is given to all the units."""
    document = receive_document(agency=agency, data=letter.data, name=letter.name, by=chief, at=at)
    review = working_copy(document, local_day(at))
    for item in review["items"]:
        item["include"] = item["fulfilment"] in ways
        item["unresolved"] = []
        if not item["include"]:
            continue
        item["assignments"] = [{"unit": unit, "part": "lead", "phrase": "Các đơn vị"} for unit in leaves]
        if item["fulfilment"] == "report":
            item["options"]["starts_on"] = starts_on.isoformat()
    save_review(document=document, review=review, by=chief, at=at)
    adopt_document(document, by=chief, at=at + timedelta(minutes=5))
    return document


def _day(regime: Regime, day: date, users: dict[int, User], now: datetime) -> None:
    """Open the day's period as the clock would have, and let most units report, a few late, a few never."""
    midnight = at_local(day, time())
    period = open_period(regime, day=day, opened_at=midnight, by=SYSTEM, at=midnight)
    dues = list(Due.objects.filter(obligation=regime.obligation, period_on=day).order_by("unit_id"))
    for number, minute in enumerate((*_MINUTES, 917)):  # the last one comes after the limit
        at = midnight + timedelta(minutes=minute)
        step = len(_MINUTES) + 2  # one share late, one share silent
        share = [due for place, due in enumerate(dues) if (place * 7 + day.toordinal()) % step == number]
        if at <= now and share:
            _receive(period, share, users, at)


def _receive(period: Period, dues: list[Due], users: dict[int, User], at: datetime) -> None:
    is_nil = at.minute % 5 == 2
    Due.objects.filter(pk__in=[due.pk for due in dues]).update(state=DueState.DONE, received_at=at, is_nil=is_nil)
    values = UnitFigures(str(at), _HEADCOUNT, period.day - timedelta(days=7)).values(period.day)
    rows = Submission.objects.bulk_create(
        [
            Submission(
                regime_id=period.regime_id,
                period=period,
                due=due,
                unit_id=due.unit_id,
                key=uuid.uuid4(),
                values=values,
                is_nil=is_nil,
                received_at=at,
                submitted_by=users[due.unit_id],
            )
            for due in dues
        ],
        BATCH,
    )
    record_many("report.submitted", by=SYSTEM, at=at, subjects=[(row, row.unit_id) for row in rows])


def _leave_to_the_clock(regime: Regime, today: date, now: datetime) -> None:
    """Yesterday's reminders are not sent today; tomorrow's period opens by itself."""
    Appointment.objects.filter(fired_at=None, cancelled_at=None, due_at__lte=now).update(cancelled_at=now)
    make_appointment(OPEN_PERIOD, regime.pk, at_local(today + timedelta(days=1), time()))
