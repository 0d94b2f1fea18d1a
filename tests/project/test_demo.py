"""The demonstration stands mid-flow at any hour, and once only; a province can be loaded for measuring."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quantriet.apps.accounts.demo import demo_cards
from quantriet.apps.accounts.models import User
from quantriet.apps.clock.models import Appointment
from quantriet.apps.documents.models import Document, DocumentState
from quantriet.apps.ledger.models import Act
from quantriet.apps.notices.models import Notice
from quantriet.apps.obligations.models import Assignment, Due, DueState, Extension, Obligation
from quantriet.apps.organization.models import Holding, Person, Unit
from quantriet.apps.reports.models import Consolidation, Period, Submission
from quantriet.law import load as law
from quantriet.project import demo
from quantriet.project.demo import letters
from quantriet.project.demo.department import UNITS
from quantriet.project.demo.figures import UnitFigures

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FRIDAY = date(2026, 11, 20)


def instant(clock: str, day: date = FRIDAY) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZONE)


def measures(day: date) -> dict[str, int]:
    period = Period.objects.get(day=day)
    dues = Due.objects.filter(obligation=period.regime.obligation, period_on=day)
    done = [due for due in dues if due.is_received]
    late = sum(due.is_late(instant("23:59")) for due in done)
    return {"expected": len(dues), "in time": len(done) - late, "late": late, "nil": sum(due.is_nil for due in done)}


def test_the_afternoon_before_the_limit(db: None) -> None:
    now = instant("14:36")
    demo.load(now=now)
    today, yesterday = measures(FRIDAY), measures(FRIDAY - timedelta(days=1))
    assert today == {"expected": 12, "in time": 9, "late": 0, "nil": 1}
    assert yesterday["late"] == 1
    assert yesterday["in time"] == 11
    assert measures(FRIDAY - timedelta(days=4)) | {"nil": 0} == {"expected": 12, "in time": 11, "late": 0, "nil": 0}
    assert Period.objects.count() == 15
    assert Consolidation.objects.count() == 14
    assert Document.objects.filter(state=DocumentState.RECEIVED).count() == 1
    assert Extension.objects.filter(answered_at=None).count() == 1
    assert Due.objects.filter(state=DueState.SUBMITTED).exists()
    assert Due.objects.filter(state=DueState.OPEN, due_at__lt=now, period_on=None).exists()
    assert {o.fulfilment for o in Obligation.objects.all()} == {"task", "standing", "report", "report_ad_hoc"}
    assert Submission.objects.filter(period=None).count() == 2
    assert Submission.objects.filter(version=2).count() == 1
    assert Notice.objects.exists()


def test_nothing_lies_in_the_future_and_the_clock_has_no_broken_appointment(db: None) -> None:
    now = instant("10:12")
    demo.load(now=now, days=7)
    assert not Act.objects.filter(at__gt=now).exists()
    assert not Submission.objects.filter(received_at__gt=now).exists()
    assert not Notice.objects.filter(sent_at__gt=now).exists()
    assert not Appointment.objects.filter(failure_count__gt=0).exists()
    assert not Appointment.objects.filter(fired_at=None, cancelled_at=None, due_at__lte=now).exists()
    assert Appointment.objects.filter(kind="reports.open_period", fired_at=None).count() == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("clock", "day", "received"),
    [("00:05", FRIDAY, 0), ("08:20", FRIDAY, 3), ("23:30", FRIDAY, 10), ("12:00", date(2026, 11, 22), 7)],
    ids=["midnight", "morning", "night", "Sunday"],
)
def test_it_stands_at_any_hour(db: None, clock: str, day: date, received: int) -> None:
    demo.load(now=instant(clock, day), days=3)
    assert Submission.objects.filter(period__day=day).count() == received
    assert Period.objects.filter(day=day).count() == 1


def test_twelve_units_ninety_people_each_with_a_sign_in_that_no_password_opens(db: None) -> None:
    demo.load(now=instant("09:00"), days=2)
    assert Unit.objects.count() == len(UNITS) + 2
    assert Person.objects.count() == Holding.objects.filter(until=None).count() == User.objects.count() == 90
    assert not any(user.has_usable_password() for user in User.objects.all())
    names = set(Person.objects.values_list("full_name", flat=True))
    assert len(names) == 90


def test_a_second_time_changes_nothing(db: None) -> None:
    demo.load(now=instant("09:00"), days=2)
    before = Act.objects.count()
    assert "đã có sẵn" in demo.load(now=instant("15:00"), days=2)
    assert Act.objects.count() == before


def test_a_card_for_each_role(db: None, settings) -> None:  # type: ignore[no-untyped-def]
    settings.DEMO = True
    demo.load(now=instant("09:00"), days=2)
    titles = [card.title for card in demo_cards(FRIDAY)]
    for title in ("Giám đốc", "Chánh Văn phòng", "Văn thư", "Trưởng phòng", "Quản trị hệ thống"):
        assert title in titles
    assert len(titles) == len({card.username for card in demo_cards(FRIDAY)})
    assert "Chánh Văn phòng" in demo.sign_ins()


def test_the_figures_fulfil_the_form(db: None) -> None:
    from quantriet.apps.reports import rules

    figures = UnitFigures("X", 6, FRIDAY, ill_on=FRIDAY + timedelta(days=2), contacts=2)
    for count in range(40):
        day = FRIDAY + timedelta(days=count)
        assert rules.check(law.form("daily_epidemic", day), figures.values(day))


def test_the_letters_read_without_a_gap() -> None:
    from quantriet.engines.reading import read

    notice = letters.conclusion_notice(FRIDAY, roster=FRIDAY, inspection=FRIDAY)
    for letter in (notice, letters.official_letter(FRIDAY, supplies=FRIDAY), letters.incoming_letter(FRIDAY)):
        reading = read(letter.text)
        assert reading.number.value
        assert reading.date.value == FRIDAY
        assert "{" not in letter.text
        assert reading.obligations


def test_a_province_in_bulk(db: None) -> None:
    now = instant("11:00")
    told = demo.load(units=60, days=2, now=now)
    assert "60 đơn vị báo cáo" in told
    assert Assignment.objects.filter(obligation__fulfilment="task", ended_at=None).count() == 12 * 60
    assert measures(FRIDAY - timedelta(days=1))["expected"] == 60
    assert 0 < measures(FRIDAY)["in time"] < 60
    assert not Appointment.objects.filter(fired_at=None, cancelled_at=None, due_at__lte=now).exists()
    assert "đã có sẵn" in demo.load(units=60, days=2, now=now)
