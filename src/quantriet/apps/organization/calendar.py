"""Working days (ngày làm việc): weekends and Viet Nam's public holidays, with the days swapped for them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

SATURDAY = 5


@lru_cache(maxsize=16)
def _holidays(year: int) -> frozenset[date]:
    import holidays  # takes most of a second to load, so only when a day is asked about

    return frozenset(holidays.country_holidays("VN", years=year))


def is_working_day(day: date) -> bool:
    """Whether offices work on this day.

    >>> is_working_day(date(2021, 9, 2)), is_working_day(date(2021, 7, 22)), is_working_day(date(2021, 7, 24))
    (False, True, False)
    """
    return day.weekday() < SATURDAY and day not in _holidays(day.year)
