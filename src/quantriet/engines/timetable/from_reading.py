"""From a deadline as read in a text to a timetable (chuyển thời hạn đã đọc thành lịch)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from .timetable import Kind, Timetable, TimetableError

_WEEKDAY_WORDS = (
    (r"thứ\s+(?:hai|2)\b", 0),
    (r"thứ\s+(?:ba|3)\b", 1),
    (r"thứ\s+(?:tư|4)\b", 2),
    (r"thứ\s+(?:năm|5)\b", 3),
    (r"thứ\s+(?:sáu|6)\b", 4),
    (r"thứ\s+(?:bảy|bẩy|7)\b", 5),
    (r"chủ\s+nhật", 6),
)
_ROLL = re.compile(r"(?:trùng|rơi|vào)[^.;]{0,40}ngày nghỉ|ngày làm việc (?:kế tiếp|tiếp theo|liền kề)")
_SINCE_ISSUE = re.compile(r"kể từ (?:ngày|khi)\b[^.;]{0,60}?(?:ban hành|ký\b|có hiệu lực)")
_SINCE_EVENT = re.compile(r"(?:kể từ|sau)(?:\s+(?:thời điểm|ngày|khi|lúc))*\s+(.+)$")


def from_deadline(deadline: Mapping[str, Any], issued_on: date | None = None) -> Timetable:
    """The timetable of a deadline read in a text, given as the plain dict that the reading writes.

    `issued_on`, the date of the document, gives the year that a text leaves out and the start of terms counted
    from the issue. A date without a year and without `issued_on` stays open (`on` is None), for a person to set.

    >>> from_deadline({"kind": "daily", "text": "trước 15h00 hàng ngày", "time": "15:00"}).describe()
    'hằng ngày, trước 15:00'
    >>> from_deadline({"kind": "once", "date": "2019-07-31", "inclusive": False}).describe()
    'trước ngày 31/7/2019'
    >>> from_deadline({"kind": "once", "date": "--04-10"}, date(2020, 4, 8)).on
    datetime.date(2020, 4, 10)
    """
    try:
        kind = Kind(deadline["kind"])
    except (KeyError, ValueError) as error:
        raise TimetableError(f"this is not a deadline: {error}") from error
    text = str(deadline.get("text") or "").lower()
    dates = str(deadline.get("date") or "").split()
    until = _last_day(deadline.get("lasting"), issued_on)
    return Timetable(
        kind=kind,
        time=_clock(deadline.get("time")),
        on=_day(kind, dates, text, issued_on),
        is_inclusive=bool(deadline.get("inclusive", True)),
        weekdays=_weekdays(text) if kind is Kind.WEEKLY else (),
        month_days=_month_days(dates) if kind is Kind.MONTHLY else (),
        year_days=_year_days(dates) if kind in (Kind.YEARLY, Kind.HALF_YEARLY, Kind.QUARTERLY) else (),
        amount=str(deadline["amount"]) if deadline.get("amount") else None,
        event=_event(kind, str(deadline.get("text") or "")),
        working_days_only="ngày làm việc" in text and kind in (Kind.DAILY, Kind.WITHIN),
        roll_to_next_working_day=bool(deadline.get("rolls") or _ROLL.search(text)),
        since=issued_on if until else None,
        until=until,
        every=int(deadline.get("every") or 1),
        times=int(deadline.get("times") or 1),
        lasting=deadline.get("lasting") or None,
        further=_further(deadline, until, issued_on),
        also_at=tuple(hour for item in deadline.get("also_at") or () if (hour := _clock(item))),
    )


def _last_day(lasting: str | None, start: date | None) -> date | None:
    """The last day of a schedule that holds for so many days from `start`; hours and months do not part days."""
    if not lasting or start is None or not lasting.endswith("d"):
        return None
    return start + timedelta(days=int(lasting[:-1]) - 1)


def _further(deadline: Mapping[str, Any], until: date | None, issued_on: date | None) -> tuple[Timetable, ...]:
    """What goes on from a deadline: a schedule from the day after the one before, a round on a day of its own."""
    found: list[Timetable] = []
    start = until + timedelta(days=1) if until else issued_on
    for item in deadline.get("further") or ():
        timetable = from_deadline(item, start)
        if until and timetable.is_recurring and timetable.since is None:
            timetable = replace(timetable, since=start)
        if timetable.until:
            start = timetable.until + timedelta(days=1)
        found.append(timetable)
    return tuple(found)


def _clock(value: object) -> time | None:
    if not value:
        return None
    try:
        # "24:00" is how people write the end of the day, which is what no time at all means.
        return None if str(value).startswith("24") else time.fromisoformat(str(value))
    except ValueError as error:
        raise TimetableError(f"{value!r} is not a time of day") from error


def _day(kind: Kind, dates: list[str], text: str, issued_on: date | None) -> date | None:
    if kind is Kind.WITHIN and not dates and _SINCE_ISSUE.search(text):
        return issued_on
    if kind not in (Kind.ONCE, Kind.WITHIN) or not dates:
        return None
    try:
        return date.fromisoformat(dates[-1])
    except ValueError:
        return _day_of_year(dates[-1], issued_on)


def _day_of_year(text: str, issued_on: date | None) -> date | None:
    match = re.fullmatch(r"--(\d\d)-(\d\d)", text)
    if not match or issued_on is None:
        return None
    month, day = int(match.group(1)), int(match.group(2))
    # A deadline lies after the document: a month long past belongs to the next year.
    year = issued_on.year + (1 if month < issued_on.month - 1 else 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekdays(text: str) -> tuple[int, ...]:
    return tuple(day for pattern, day in _WEEKDAY_WORDS if re.search(pattern, text))


def _month_days(dates: list[str]) -> tuple[int, ...]:
    found = [re.fullmatch(r"---(\d\d)", item) for item in dates]
    return tuple(day for match in found if match and 1 <= (day := int(match.group(1))) <= 31)


def _year_days(dates: list[str]) -> tuple[tuple[int, int], ...]:
    found = [re.fullmatch(r"--(\d\d)-(\d\d)", item) for item in dates]
    pairs = [(int(match.group(1)), int(match.group(2))) for match in found if match]
    return tuple(pair for pair in pairs if 1 <= pair[0] <= 12 and 1 <= pair[1] <= 31)


def _event(kind: Kind, text: str) -> str:
    if kind is Kind.AD_HOC:
        return text.strip()
    if kind is Kind.WITHIN and (match := _SINCE_EVENT.search(text)):
        return match.group(1).strip()
    return ""
