"""A regime with its first day opened, for the tests of this app."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from quantriet.apps.obligations.fulfilment import get_way
from quantriet.apps.obligations.models import Assignment, Due, Obligation
from quantriet.apps.organization.models import Unit
from quantriet.apps.reports import actions
from quantriet.apps.reports.models import Period, Regime, Submission
from quantriet.engines.timetable import Kind, Timetable
from tests.support.agency import TODAY, Agency, at
from tests.support.work import make_document

DAILY = Timetable(kind=Kind.DAILY).to_dict()
VALUES: dict[str, Any] = {
    "headcount": "7",
    "present": "6",
    "remote": "1",
    "on_leave": "0",
    "f0_new": "0",
    "f0_total": "0",
    "f1_new": "1",
    "f1_total": "1",
    "f2_total": "0",
}


def make_regime(
    agency: Agency,
    units: list[Unit] | None = None,
    *,
    started_at: datetime | None = None,
    ad_hoc: bool = False,
    **options: str,
) -> Regime:
    """The daily report of these units before 15:00, started at 09:00 of the day of the tests."""
    document = make_document(agency, 31)
    started_at = started_at or at(9)
    obligation = _obligation(agency, document, 1, "report", agency.reporting_units if units is None else units)
    get_way("report").start(obligation, {"limit": "15:00", **options}, by=agency.actor("binh"), at=started_at)
    if ad_hoc:
        extra = _obligation(agency, document, 2, "report_ad_hoc", agency.reporting_units if units is None else units)
        get_way("report_ad_hoc").start(extra, {}, by=agency.actor("binh"), at=started_at)
    return Regime.objects.get(obligation=obligation)


def _obligation(agency: Agency, document: Any, position: int, way: str, units: list[Unit]) -> Obligation:
    obligation = Obligation.objects.create(
        document=document,
        agency=agency.department,
        position=position,
        type="task",
        title="Báo cáo tình hình dịch bệnh",
        start=3,
        end=36,
        fulfilment=way,
        timetable=DAILY if way == "report" else None,
        created_at=at(9),
    )
    for unit in units:
        Assignment.objects.create(obligation=obligation, unit=unit, part="lead", assigned_at=at(9))
    return obligation


def today(regime: Regime, day: date = TODAY) -> Period:
    return Period.objects.select_related("regime__agency").get(regime=regime, day=day)


def due_of(regime: Regime, unit: Unit, day: date = TODAY) -> Due:
    return Due.objects.get(obligation_id=regime.obligation_id, unit=unit, period_on=day)


def submit(
    agency: Agency,
    regime: Regime,
    who: str,
    *,
    when: datetime | None = None,
    day: date = TODAY,
    is_nil: bool = False,
    key: UUID | None = None,
    **values: Any,
) -> Submission:
    """The report of the unit that this person heads."""
    by = agency.actor(who)
    assert by.unit is not None
    return actions.submit_report(
        due_of(regime, by.unit, day),
        values=None if is_nil else {**VALUES, **values},
        is_nil=is_nil,
        key=key or uuid4(),
        by=by,
        at=when or at(14, 30, day=day),
    )
