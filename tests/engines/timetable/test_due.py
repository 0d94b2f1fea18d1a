"""When things fall due: a table to read, and properties against a plain walk over the days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.timetable import Kind, Timetable, due_after, due_on, iter_due, next_due

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
HOLIDAYS = {date(2021, 9, 2), date(2021, 9, 3)}


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


TABLE = [
    # title, timetable, day, limit
    ("trước 15h00 hằng ngày", Timetable(Kind.DAILY, time=time(15)), date(2021, 7, 24), "2021-07-24T15:00"),
    ("hằng ngày, hết ngày", Timetable(Kind.DAILY), date(2021, 7, 24), "2021-07-25T00:00"),
    ("ngày làm việc", Timetable(Kind.DAILY, time=time(15), working_days_only=True), date(2021, 7, 24), None),
    (
        "chậm nhất ngày 31/7",
        Timetable(Kind.ONCE, on=date(2021, 7, 31)),
        date(2021, 7, 31),
        "2021-08-01T00:00",
    ),
    (
        "trước ngày 31/7",
        Timetable(Kind.ONCE, on=date(2021, 7, 31), is_inclusive=False),
        date(2021, 7, 31),
        "2021-07-31T00:00",
    ),
    (
        "trước 07h ngày 6/3",
        Timetable(Kind.ONCE, on=date(2020, 3, 6), time=time(7)),
        date(2020, 3, 6),
        "2020-03-06T07:00",
    ),
    ("một lần, ngày khác", Timetable(Kind.ONCE, on=date(2021, 7, 31)), date(2021, 7, 30), None),
    ("thứ Sáu hằng tuần", Timetable(Kind.WEEKLY, weekdays=(4,)), date(2021, 7, 23), "2021-07-24T00:00"),
    ("hằng tuần không nêu thứ", Timetable(Kind.WEEKLY), date(2021, 7, 25), "2021-07-26T00:00"),
    (
        "trước ngày 20 hằng tháng",
        Timetable(Kind.MONTHLY, month_days=(20,), is_inclusive=False),
        date(2021, 7, 20),
        "2021-07-20T00:00",
    ),
    ("ngày 31 của tháng Hai", Timetable(Kind.MONTHLY, month_days=(31,)), date(2021, 2, 28), "2021-03-01T00:00"),
    ("hằng quý", Timetable(Kind.QUARTERLY), date(2021, 9, 30), "2021-10-01T00:00"),
    ("06 tháng", Timetable(Kind.HALF_YEARLY), date(2021, 6, 30), "2021-07-01T00:00"),
    (
        "hằng năm, 15/12",
        Timetable(Kind.YEARLY, year_days=((12, 15),)),
        date(2021, 12, 15),
        "2021-12-16T00:00",
    ),
    (
        "trùng ngày nghỉ thì lùi",
        Timetable(Kind.MONTHLY, month_days=(2,), roll_to_next_working_day=True, time=time(17)),
        date(2021, 9, 2),
        "2021-09-06T17:00",
    ),
    (
        "07 ngày kể từ 1/7",
        Timetable(Kind.WITHIN, on=date(2021, 7, 1), amount="7d"),
        date(2021, 7, 1),
        "2021-07-09T00:00",
    ),
    ("đột xuất", Timetable(Kind.AD_HOC), date(2021, 7, 1), None),
    (
        "ngoài thời gian áp dụng",
        Timetable(Kind.DAILY, since=date(2021, 7, 1), until=date(2021, 7, 31)),
        date(2021, 8, 1),
        None,
    ),
]


@pytest.mark.parametrize(("title", "timetable", "day", "limit"), TABLE, ids=[row[0] for row in TABLE])
def test_due_on(title: str, timetable: Timetable, day: date, limit: str | None) -> None:
    due = due_on(timetable, day, ZONE, is_working_day)
    assert due == (at(limit) if limit else None)


TERMS = [
    ("24h", False, "2021-07-23T09:30", "2021-07-24T09:30"),
    ("10d", False, "2021-07-23T09:30", "2021-08-03T00:00"),
    ("10d", True, "2021-08-26T09:30", "2021-09-14T00:00"),  # two holidays and two weekends between
    ("3m", False, "2021-11-30T08:00", "2022-03-01T00:00"),  # the end of a shorter month
    ("-90d", False, "2021-12-31T00:00", "2021-10-03T00:00"),
]


@pytest.mark.parametrize(("amount", "working", "event", "limit"), TERMS)
def test_due_after(amount: str, working: bool, event: str, limit: str) -> None:
    timetable = Timetable(Kind.WITHIN, amount=amount, working_days_only=working)
    assert due_after(timetable, at(event), is_working_day) == at(limit)


def test_a_term_without_amount_has_no_limit() -> None:
    assert due_after(Timetable(Kind.AD_HOC, event="khi có dịch"), at("2021-07-01T00:00"), is_working_day) is None


def test_the_limit_itself_is_late() -> None:
    daily = Timetable(Kind.DAILY, time=time(15))
    assert next_due(daily, at("2021-07-23T14:59:59"), ZONE, is_working_day) == at("2021-07-23T15:00")
    assert next_due(daily, at("2021-07-23T15:00"), ZONE, is_working_day) == at("2021-07-24T15:00")


def test_the_day_is_the_agencys_day() -> None:
    daily = Timetable(Kind.DAILY, time=time(15))
    half_past_midnight = datetime(2021, 7, 22, 17, 30, tzinfo=UTC)  # 00:30 of 23/7 in the agency's zone
    assert next_due(daily, half_past_midnight, ZONE, is_working_day) == at("2021-07-23T15:00")


def test_next_due_of_single_deadlines() -> None:
    once = Timetable(Kind.ONCE, on=date(2021, 7, 31))
    assert next_due(once, at("2021-07-31T23:59"), ZONE, is_working_day) == at("2021-08-01T00:00")
    assert next_due(once, at("2021-08-01T00:00"), ZONE, is_working_day) is None
    assert next_due(Timetable(Kind.ONCE), at("2021-08-01T00:00"), ZONE, is_working_day) is None
    within = Timetable(Kind.WITHIN, on=date(2021, 7, 1), amount="7d")
    assert next_due(within, at("2021-07-02T00:00"), ZONE, is_working_day) == at("2021-07-09T00:00")


recurring = st.builds(
    Timetable,
    kind=st.sampled_from([Kind.DAILY, Kind.WEEKLY, Kind.MONTHLY, Kind.QUARTERLY, Kind.HALF_YEARLY, Kind.YEARLY]),
    time=st.none() | st.times().map(lambda value: value.replace(second=0, microsecond=0)),
    is_inclusive=st.booleans(),
    weekdays=st.lists(st.integers(0, 6), max_size=2, unique=True).map(tuple),
    month_days=st.lists(st.integers(1, 31), max_size=2, unique=True).map(tuple),
    year_days=st.lists(st.tuples(st.integers(1, 12), st.integers(1, 31)), max_size=2, unique=True).map(tuple),
    working_days_only=st.booleans(),
    roll_to_next_working_day=st.booleans(),
)


@given(recurring, st.dates(date(2019, 1, 1), date(2026, 1, 1)))
def test_next_due_is_the_first_of_a_plain_walk(timetable: Timetable, day: date) -> None:
    after = datetime.combine(day, time(12), ZONE)
    days = [day + timedelta(days=offset) for offset in range(-40, 420)]
    dues = [due for named in days if (due := due_on(timetable, named, ZONE, is_working_day)) is not None]
    assert next_due(timetable, after, ZONE, is_working_day) == min(due for due in dues if due > after)


@given(recurring, st.dates(date(2019, 1, 1), date(2026, 1, 1)), st.integers(0, 90))
def test_iter_due_is_due_on_day_by_day(timetable: Timetable, start: date, length: int) -> None:
    end = start + timedelta(days=length)
    days = [start + timedelta(days=offset) for offset in range(length + 1)]
    plain = [due for day in days if (due := due_on(timetable, day, ZONE, is_working_day)) is not None]
    assert list(iter_due(timetable, start, end, ZONE, is_working_day)) == plain


@given(recurring)
def test_a_timetable_survives_json(timetable: Timetable) -> None:
    assert Timetable.from_dict(timetable.to_dict()) == timetable
    assert timetable.describe()
