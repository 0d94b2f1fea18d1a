"""Working days of Viet Nam: weekends, public holidays and the days swapped for them (lịch làm việc)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


@cache
def _year(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The public holidays of a year, and the weekend days on which the country works in exchange."""
    # Imported here: the package takes a tenth of a second, and most requests ask for no calendar.
    from holidays import country_holidays

    table = country_holidays("VN", years=year)
    swapped = frozenset(day for day in getattr(table, "weekend_workdays", ()) if day.year == year)
    return frozenset(table), swapped


def is_holiday(day: date) -> bool:
    """Whether the day is a public holiday (ngày nghỉ lễ, Tết) or a day off taken in exchange."""
    return day in _year(day.year)[0]


def is_working_day(day: date) -> bool:
    """Whether offices work on this day (ngày làm việc).

    >>> [is_working_day(date(2024, 4, day)) for day in (26, 27, 29, 30)]  # the 29th is swapped for 4 May
    [True, False, False, False]
    >>> is_working_day(date(2024, 5, 4))
    True
    """
    holidays, swapped = _year(day.year)
    return day not in holidays and (day.weekday() < _SATURDAY or day in swapped)


def next_working_day(day: date) -> date:
    """The first working day after `day`."""
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
