"""Deadlines as read in a text, and what they mean on the calendar."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from quantriet.engines.timetable import Kind, Timetable, TimetableError, from_deadline

TABLE: list[tuple[dict[str, Any], date | None, str]] = [
    ({"kind": "daily", "text": "trước 15h00 hằng ngày", "time": "15:00"}, None, "hằng ngày, trước 15:00"),
    ({"kind": "daily", "text": "vào các ngày làm việc trong tuần"}, None, "các ngày làm việc"),
    ({"kind": "weekly", "text": "vào thứ hai hàng tuần"}, None, "hằng tuần, thứ Hai"),
    ({"kind": "weekly", "text": "hàng tuần"}, None, "hằng tuần"),
    (
        {"kind": "monthly", "text": "trước ngày 20 hàng tháng", "date": "---20", "inclusive": False},
        None,
        "hằng tháng, trước ngày 20",
    ),
    (
        {
            "kind": "monthly",
            "text": "ngày 01 và ngày 15 hàng tháng, nếu trùng ngày nghỉ thì ngày làm việc kế tiếp",
            "date": "---01 ---15",
        },
        None,
        "hằng tháng, ngày 1 và ngày 15, trùng ngày nghỉ thì lùi sang ngày làm việc kế tiếp",
    ),
    ({"kind": "yearly", "text": "hằng năm", "date": "--12-15"}, None, "hằng năm, ngày 15/12"),
    (
        {"kind": "half_yearly", "text": "06 tháng", "date": "--06-14 --12-14", "inclusive": False},
        None,
        "06 tháng một lần, trước ngày 14/6 và ngày 14/12",
    ),
    ({"kind": "once", "date": "2019-07-31", "inclusive": False}, None, "trước ngày 31/7/2019"),
    ({"kind": "once", "date": "2019-07-31"}, None, "chậm nhất ngày 31/7/2019"),
    ({"kind": "once", "date": "2020-03-06", "time": "07:00"}, None, "trước 07:00 ngày 6/3/2020"),
    ({"kind": "once", "date": "2020-03-06", "time": "24:00"}, None, "chậm nhất ngày 6/3/2020"),
    ({"kind": "once", "date": "--01-10"}, date(2020, 12, 20), "chậm nhất ngày 10/1/2021"),
    (
        {"kind": "within", "text": "trong vòng 24 giờ kể từ khi có kết quả", "amount": "24h"},
        None,
        "trong 24 giờ kể từ có kết quả",
    ),
    (
        {"kind": "within", "text": "trong thời hạn 07 ngày làm việc", "amount": "7d"},
        None,
        "trong 7 ngày làm việc",
    ),
    ({"kind": "within", "text": "90 ngày trước khi hết hạn", "amount": "-90d"}, None, "90 ngày trước sự kiện"),
    ({"kind": "ad_hoc", "text": "khi có ca bệnh"}, None, "khi có ca bệnh"),
]


@pytest.mark.parametrize(("deadline", "issued_on", "words"), TABLE, ids=[row[2] for row in TABLE])
def test_in_words(deadline: dict[str, Any], issued_on: date | None, words: str) -> None:
    timetable = from_deadline(deadline, issued_on)
    assert timetable.describe() == words
    assert Timetable.from_dict(timetable.to_dict()) == timetable


def test_a_term_from_the_issue_begins_on_the_day_of_the_document() -> None:
    deadline = {"kind": "within", "text": "trong 15 ngày kể từ ngày ban hành", "amount": "15d"}
    assert from_deadline(deadline, date(2021, 7, 1)).on == date(2021, 7, 1)
    assert from_deadline(deadline).on is None


def test_a_day_without_year_stays_open_without_the_documents_date() -> None:
    assert from_deadline({"kind": "once", "date": "--04-10"}).on is None
    assert from_deadline({"kind": "once", "date": "--02-29"}, date(2021, 2, 1)).on is None


@pytest.mark.parametrize("deadline", [{}, {"kind": "sometimes"}, {"kind": "daily", "time": "trưa"}])
def test_what_is_no_deadline(deadline: dict[str, Any]) -> None:
    with pytest.raises(TimetableError):
        from_deadline(deadline)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": Kind.WEEKLY, "weekdays": (7,)},
        {"kind": Kind.MONTHLY, "month_days": (0,)},
        {"kind": Kind.YEARLY, "year_days": ((13, 1),)},
        {"kind": Kind.WITHIN, "amount": "24"},
        {"kind": Kind.DAILY, "since": date(2021, 2, 1), "until": date(2021, 1, 1)},
    ],
)
def test_timetables_that_contradict_themselves(wrong: dict[str, Any]) -> None:
    with pytest.raises(TimetableError):
        Timetable(**wrong)


@pytest.mark.parametrize(
    "data", [{}, {"kind": "x"}, {"kind": "daily", "time": "25:00"}, {"kind": "daily", "weekdays": [9]}]
)
def test_data_that_is_no_timetable(data: dict[str, Any]) -> None:
    with pytest.raises(TimetableError):
        Timetable.from_dict(data)


def test_described_parts() -> None:
    assert (
        Timetable(Kind.DAILY, time=time(7, 30), working_days_only=True).describe() == "các ngày làm việc, trước 07:30"
    )
    assert Timetable(Kind.ONCE).describe() == "chưa có thời hạn"
    assert Timetable(Kind.AD_HOC).describe() == "đột xuất, khi có phát sinh"
    assert Timetable(Kind.WITHIN).describe() == "trong thời hạn được giao"
