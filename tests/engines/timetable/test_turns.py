"""Schedules in turns, several times a period, and those that change with time; beside each a plain walk."""

from __future__ import annotations

import itertools
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.timetable import (
    Kind,
    Timetable,
    TimetableError,
    due_on,
    from_deadline,
    iter_due,
    next_due,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
ISSUED = date(2024, 6, 3)  # a Monday


def is_working_day(day: date) -> bool:
    return day.weekday() < 5


def days_of(timetable: Timetable, start: date, end: date) -> list[str]:
    """The last days on which an act is in time."""
    limits = iter_due(timetable, start, end, ZONE, is_working_day)
    return [(limit - timedelta(microseconds=1)).date().isoformat() for limit in limits]


FORTNIGHT = {"kind": "weekly", "text": "hai tuần một lần", "every": 2}
TEN_DAYS = {"kind": "daily", "text": "10 ngày một lần", "every": 10}
TWICE_A_MONTH = {"kind": "monthly", "text": "mỗi tháng 2 lần", "times": 2}
ROUNDS = {
    "kind": "once", "text": "đợt 1 trước ngày 30/6/2024", "date": "2024-06-30",
    "further": [{"kind": "once", "text": "đợt 2 trước ngày 15/12/2024", "date": "2024-12-15"}],
}  # fmt: skip
CHANGING = {
    "kind": "daily", "text": "01 lần/ngày trong 01 tuần đầu", "lasting": "7d",
    "further": [{"kind": "weekly", "text": "03 lần/tuần trong 02 tuần tiếp theo", "times": 3, "lasting": "14d"}],
}  # fmt: skip
TWICE_A_DAY = {"kind": "daily", "text": "02 lần/ngày", "time": "10:00", "also_at": ["16:00"], "times": 2}
ROLLING = {"kind": "monthly", "text": "trước ngày 05", "date": "---05", "rolls": True}


def test_every_second_week_leaves_one_out() -> None:
    found = days_of(from_deadline(FORTNIGHT), date(2024, 6, 1), date(2024, 7, 31))
    assert [(date.fromisoformat(b) - date.fromisoformat(a)).days for a, b in itertools.pairwise(found)] == (
        [14] * (len(found) - 1)
    )


def test_every_ten_days_from_the_day_it_begins() -> None:
    timetable = Timetable(Kind.DAILY, every=10, since=ISSUED)
    assert days_of(timetable, ISSUED, date(2024, 6, 30)) == ["2024-06-03", "2024-06-13", "2024-06-23"]
    assert from_deadline(TEN_DAYS).describe() == "10 ngày một lần"


def test_twice_a_month_is_the_middle_and_the_end() -> None:
    assert days_of(from_deadline(TWICE_A_MONTH), date(2024, 6, 1), date(2024, 6, 30)) == ["2024-06-15", "2024-06-30"]
    assert from_deadline(TWICE_A_MONTH).describe() == "hằng tháng 2 lần"


def test_a_second_round_falls_due_after_the_first() -> None:
    rounds = from_deadline(ROUNDS)
    first = next_due(rounds, datetime(2024, 6, 1, tzinfo=ZONE), ZONE, is_working_day)
    assert first == datetime(2024, 7, 1, tzinfo=ZONE)
    assert next_due(rounds, first, ZONE, is_working_day) == datetime(2024, 12, 16, tzinfo=ZONE)
    assert rounds.describe() == "chậm nhất ngày 30/6/2024; và chậm nhất ngày 15/12/2024"


def test_a_schedule_changes_when_its_time_is_over() -> None:
    found = days_of(from_deadline(CHANGING, ISSUED), ISSUED, date(2024, 7, 31))
    assert found[:7] == [(ISSUED + timedelta(days=day)).isoformat() for day in range(7)]
    assert found[7:] == ["2024-06-11", "2024-06-13", "2024-06-16", "2024-06-18", "2024-06-20", "2024-06-23"]


def test_a_changing_schedule_says_so_where_no_day_is_known() -> None:
    words = from_deadline(CHANGING).describe()
    assert words == "hằng ngày, trong 7 ngày; sau đó hằng tuần 3 lần, trong 14 ngày"


def test_each_hour_of_a_day_falls_due() -> None:
    timetable = from_deadline(TWICE_A_DAY)
    found = [f"{limit:%d %H:%M}" for limit in iter_due(timetable, ISSUED, date(2024, 6, 4), ZONE, is_working_day)]
    assert found == ["03 10:00", "03 16:00", "04 10:00", "04 16:00"]
    assert timetable.describe() == "hằng ngày 2 lần, trước 10:00 và 16:00"
    first = next_due(timetable, datetime(2024, 6, 3, 9, tzinfo=ZONE), ZONE, is_working_day)
    assert first is not None
    second = next_due(timetable, first, ZONE, is_working_day)
    assert second == datetime(2024, 6, 3, 16, tzinfo=ZONE)


def test_further_hours_need_a_first() -> None:
    """Whoever takes the hour away means the whole day."""
    timetable = Timetable(Kind.DAILY, also_at=(time(16),), times=2)
    assert len(list(iter_due(timetable, ISSUED, ISSUED, ZONE, is_working_day))) == 1
    assert timetable.describe() == "hằng ngày 2 lần"


def test_times_of_a_day_without_hours_share_its_end() -> None:
    timetable = from_deadline({"kind": "daily", "text": "02 lần/ngày", "times": 2})
    assert list(iter_due(timetable, ISSUED, ISSUED, ZONE, is_working_day)) == [datetime(2024, 6, 4, tzinfo=ZONE)]
    assert timetable.describe() == "hằng ngày 2 lần"


def test_a_timetable_kept_before_has_no_further_hours() -> None:
    kept = Timetable(Kind.DAILY, time=time(15)).to_dict()
    del kept["also_at"]
    assert Timetable.from_dict(kept) == Timetable(Kind.DAILY, time=time(15))


def test_a_day_off_goes_to_the_next_working_day() -> None:
    # 05/10/2024 is a Saturday
    assert days_of(from_deadline(ROLLING), date(2024, 10, 1), date(2024, 10, 31)) == ["2024-10-07"]


@pytest.mark.parametrize("wrong", [{"every": 0}, {"times": 0}, {"lasting": "7 ngày"}])
def test_nonsense_is_refused_in_words(wrong: dict[str, object]) -> None:
    with pytest.raises(TimetableError):
        Timetable(Kind.DAILY, **wrong)  # type: ignore[arg-type]


turning = st.builds(
    Timetable,
    kind=st.sampled_from([Kind.DAILY, Kind.WEEKLY, Kind.MONTHLY, Kind.YEARLY]),
    time=st.none() | st.just(time(15)),
    also_at=st.lists(st.sampled_from([time(9), time(15), time(20, 30)]), max_size=2).map(tuple),
    every=st.integers(1, 5),
    times=st.integers(1, 4),
    since=st.none() | st.dates(date(2023, 1, 1), date(2024, 1, 1)),
)


@given(turning, st.lists(turning, max_size=2).map(tuple), st.dates(date(2024, 2, 1), date(2024, 12, 1)))
def test_what_goes_on_is_merged_in_order(first: Timetable, further: tuple[Timetable, ...], start: date) -> None:
    whole = Timetable(**{**{name: getattr(first, name) for name in first.__slots__}, "further": further})
    end = start + timedelta(days=60)
    found = list(iter_due(whole, start, end, ZONE, is_working_day))
    plain = {limit for item in (first, *further) for limit in iter_due(item, start, end, ZONE, is_working_day)}
    assert sorted(found) == sorted(plain)
    days = [start + timedelta(days=offset) for offset in range(61)]
    assert {due for day in days if (due := due_on(whole, day, ZONE, is_working_day))} <= plain
    assert Timetable.from_dict(whole.to_dict()) == whole
