"""From a timetable to the instants when it falls due (thời điểm đến hạn)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from .timetable import Kind, Timetable

IsWorkingDay = Callable[[date], bool]

_DAY = timedelta(days=1)
_EPOCH = date(1970, 1, 5)  # a Monday, from which turns are counted when nothing else tells
_QUARTER_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
_HALF_ENDS = ((6, 30), (12, 31))
_YEAR_END = ((12, 31),)
_HORIZON_DAYS = 800  # two years and a margin: every recurrence falls due at least once within it
_ROLL_LIMIT_DAYS = 60  # a calendar without a single working day in two months is a mistake, not a holiday


def due_on(timetable: Timetable, day: date, zone: tzinfo, is_working_day: IsWorkingDay) -> datetime | None:
    """The first limit of what the timetable names for `day`, or None if it names nothing for that day.

    The limit is exclusive and may lie on another day: the end of a day is the midnight after it, and a day that
    is rolled has its limit on the next working day.

    >>> from zoneinfo import ZoneInfo
    >>> zone, weekday = ZoneInfo("Asia/Ho_Chi_Minh"), lambda day: day.weekday() < 5
    >>> due_on(Timetable(Kind.DAILY, time=time(15)), date(2021, 7, 23), zone, weekday).isoformat()
    '2021-07-23T15:00:00+07:00'
    >>> due_on(Timetable(Kind.ONCE, on=date(2021, 7, 31)), date(2021, 7, 31), zone, weekday).isoformat()
    '2021-08-01T00:00:00+07:00'
    """
    return min(_limits_of(timetable, day, zone, is_working_day), default=None)


def _limits_of(timetable: Timetable, day: date, zone: tzinfo, is_working_day: IsWorkingDay) -> set[datetime]:
    """All limits that the timetable and those that go on from it name for `day`."""
    found = {limit for item in timetable.further for limit in _limits_of(item, day, zone, is_working_day)}
    if not _is_named(timetable, day, is_working_day):
        return found
    if timetable.kind is Kind.WITHIN and timetable.on is not None:
        limit = due_after(timetable, datetime.combine(timetable.on, time(), zone), is_working_day)
        return found if limit is None else {*found, limit}
    rolled = _rolled(timetable, day, is_working_day)
    return found | {
        _limit(timetable, rolled, zone),
        *(datetime.combine(rolled, hour, zone) for hour in timetable.hours),
    }


def iter_due(
    timetable: Timetable,
    start_day: date,
    end_day: date,
    zone: tzinfo,
    is_working_day: IsWorkingDay,
) -> Iterator[datetime]:
    """The limits of the days named from `start_day` up to and including `end_day`, in order.

    >>> from zoneinfo import ZoneInfo
    >>> monthly = Timetable(Kind.MONTHLY, month_days=(31,))
    >>> [due.date().isoformat() for due in iter_due(
    ...     monthly, date(2021, 2, 1), date(2021, 4, 30), ZoneInfo("UTC"), lambda day: True)]
    ['2021-03-01', '2021-04-01', '2021-05-01']
    """
    is_bound = not timetable.further
    day = max(start_day, timetable.since) if timetable.since and is_bound else start_day
    last = min(end_day, timetable.until) if timetable.until and is_bound else end_day
    while day <= last:
        yield from sorted(_limits_of(timetable, day, zone, is_working_day))
        if day == date.max:
            return
        day += _DAY


def next_due(timetable: Timetable, after: datetime, zone: tzinfo, is_working_day: IsWorkingDay) -> datetime | None:
    """The first limit later than `after` (an aware moment), or None if there is none."""
    own = _next_own(replace(timetable, further=()), after, zone, is_working_day)
    others = (next_due(item, after, zone, is_working_day) for item in timetable.further)
    return min((due for due in (own, *others) if due is not None), default=None)


def _next_own(timetable: Timetable, after: datetime, zone: tzinfo, is_working_day: IsWorkingDay) -> datetime | None:
    if not timetable.is_recurring:
        if timetable.on is None:
            return None
        due = _single(timetable, zone, is_working_day)
        return due if due is not None and due > after else None
    # A rolled or inclusive limit may lie after the day that names it, so the search starts some days back.
    today = after.astimezone(zone).date()
    start = today - timedelta(days=min(_ROLL_LIMIT_DAYS, (today - date.min).days))
    end = today + timedelta(days=min(_HORIZON_DAYS * timetable.every, (date.max - today).days))
    return min(
        (due for due in _until_found(timetable, start, end, zone, is_working_day, after) if due > after),
        default=None,
    )


def due_after(timetable: Timetable, event: datetime, is_working_day: IsWorkingDay) -> datetime | None:
    """The limit of a term that begins with `event` (an aware moment): hours to the minute, days to their end.

    >>> from zoneinfo import ZoneInfo
    >>> event = datetime(2021, 7, 23, 9, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    >>> due_after(Timetable(Kind.WITHIN, amount="24h"), event, lambda day: True).isoformat()
    '2021-07-24T09:30:00+07:00'
    >>> working = Timetable(Kind.WITHIN, amount="2d", working_days_only=True)
    >>> due_after(working, event, lambda day: day.weekday() < 5).isoformat()   # Friday → end of Tuesday
    '2021-07-28T00:00:00+07:00'
    """
    if timetable.term is None:
        return None
    count, unit = timetable.term
    zone = event.tzinfo
    try:
        if unit == "h":
            return (event.astimezone(UTC) + timedelta(hours=count)).astimezone(zone)
        if unit == "m":
            day = _months_later(event.date(), count)
        elif timetable.working_days_only:
            day = _working_days_later(event.date(), count, is_working_day)
        else:
            day = event.date() + timedelta(days=count)
        return _limit(timetable, _rolled(timetable, day, is_working_day), zone)
    except (OverflowError, ValueError):  # a term that leaves the calendar has no limit in it
        return None


def _until_found(
    timetable: Timetable,
    start: date,
    end: date,
    zone: tzinfo,
    is_working_day: IsWorkingDay,
    after: datetime,
) -> Iterator[datetime]:
    """Limits in order, going on for a few days past the first hit, since a roll may change the order."""
    for due in iter_due(timetable, start, end, zone, is_working_day):
        yield due
        if due > after:
            return


def _single(timetable: Timetable, zone: tzinfo, is_working_day: IsWorkingDay) -> datetime | None:
    if timetable.on is None:
        return None
    if timetable.kind is Kind.WITHIN:
        return due_after(timetable, datetime.combine(timetable.on, time(), zone), is_working_day)
    return due_on(timetable, timetable.on, zone, is_working_day)


def _is_named(timetable: Timetable, day: date, is_working_day: IsWorkingDay) -> bool:
    if (timetable.since and day < timetable.since) or (timetable.until and day > timetable.until):
        return False
    match timetable.kind:
        case Kind.ONCE | Kind.WITHIN:
            return day == timetable.on
        case Kind.DAILY:
            is_turn = (day - _anchor(timetable)).days % timetable.every == 0
            return is_turn and (not timetable.working_days_only or is_working_day(day))
        case Kind.WEEKLY:
            weekdays = timetable.weekdays or tuple(at - 1 for at in _spread(timetable.times, 7))
            return day.weekday() in weekdays and _weeks_since(timetable, day) % timetable.every == 0
        case Kind.MONTHLY:
            is_turn = _months_since(timetable, day) % timetable.every == 0
            return is_turn and _is_month_day(day, timetable.month_days or _spread(timetable.times, 31))
        case Kind.QUARTERLY:
            return _is_year_day(day, timetable.year_days or _QUARTER_ENDS)
        case Kind.HALF_YEARLY:
            return _is_year_day(day, timetable.year_days or _HALF_ENDS)
        case Kind.YEARLY:
            is_turn = (day.year - _anchor(timetable).year) % timetable.every == 0
            return is_turn and _is_year_day(day, timetable.year_days or _YEAR_END)
    return False


def _anchor(timetable: Timetable) -> date:
    return timetable.since or _EPOCH


def _weeks_since(timetable: Timetable, day: date) -> int:
    anchor = _anchor(timetable)
    return ((day - timedelta(days=day.weekday())) - (anchor - timedelta(days=anchor.weekday()))).days // 7


def _months_since(timetable: Timetable, day: date) -> int:
    anchor = _anchor(timetable)
    return (day.year - anchor.year) * 12 + day.month - anchor.month


def _spread(times: int, length: int) -> tuple[int, ...]:
    """So many days of a week or month, evenly, the last of them its end: 2 of 31 are the 15th and the 31st."""
    return tuple(length * turn // times for turn in range(1, min(times, length) + 1))


def _is_month_day(day: date, month_days: tuple[int, ...]) -> bool:
    last = monthrange(day.year, day.month)[1]
    return any(day.day == min(named, last) for named in month_days)


def _is_year_day(day: date, year_days: tuple[tuple[int, int], ...]) -> bool:
    return any(
        day.month == month and day.day == min(named, monthrange(day.year, month)[1]) for month, named in year_days
    )


def _limit(timetable: Timetable, day: date, zone: tzinfo | None) -> datetime:
    if timetable.time is not None:
        return datetime.combine(day, timetable.time, zone)
    if not timetable.is_inclusive:
        return datetime.combine(day, time(), zone)
    return datetime.combine(day + _DAY if day < date.max else day, time(), zone)


def _rolled(timetable: Timetable, day: date, is_working_day: IsWorkingDay) -> date:
    if not timetable.roll_to_next_working_day:
        return day
    for offset in range(_ROLL_LIMIT_DAYS):
        if is_working_day(day + timedelta(days=offset)):
            return day + timedelta(days=offset)
    return day


def _working_days_later(day: date, count: int, is_working_day: IsWorkingDay) -> date:
    step, left, idle = (_DAY if count >= 0 else -_DAY), abs(count), 0
    while left and idle < _ROLL_LIMIT_DAYS:
        day += step
        if is_working_day(day):
            left, idle = left - 1, 0
        else:
            idle += 1
    return day


def _months_later(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
