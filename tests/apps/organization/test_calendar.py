"""Working days of Viet Nam."""

from __future__ import annotations

from datetime import date

import pytest

from quantriet.apps.organization.calendar import is_working_day, next_working_day

DAYS = [
    (date(2021, 7, 22), True, "a Thursday"),
    (date(2021, 7, 24), False, "a Saturday"),
    (date(2021, 4, 21), False, "Hùng Kings"),
    (date(2021, 2, 12), False, "first day of the lunar year"),
    (date(2021, 9, 2), False, "National Day"),
    (date(2024, 4, 29), False, "a Monday given for a Saturday"),
    (date(2024, 5, 4), True, "that Saturday"),
]


@pytest.mark.parametrize(("day", "works", "why"), DAYS, ids=[row[2] for row in DAYS])
def test_working_day(day: date, works: bool, why: str) -> None:
    assert is_working_day(day) is works


def test_next_working_day_skips_the_weekend_and_holidays() -> None:
    assert next_working_day(date(2021, 7, 23)) == date(2021, 7, 26)
    assert next_working_day(date(2021, 4, 29)) == date(2021, 5, 4)
