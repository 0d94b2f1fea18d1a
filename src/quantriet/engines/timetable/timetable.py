"""The value that says when something is owed (thời hạn hoặc kỳ báo cáo)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from quantriet.engines.kernel import EngineError


class TimetableError(EngineError):
    """A timetable that contradicts itself, or data that is not one."""


class Kind(StrEnum):
    """How often: once, within a term of an event, in a regular period, or whenever something happens."""

    ONCE = "once"
    WITHIN = "within"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    AD_HOC = "ad_hoc"


RECURRING = frozenset(
    {Kind.DAILY, Kind.WEEKLY, Kind.MONTHLY, Kind.QUARTERLY, Kind.HALF_YEARLY, Kind.YEARLY},
)
_PERIODS = {
    Kind.DAILY: "hằng ngày",
    Kind.WEEKLY: "hằng tuần",
    Kind.MONTHLY: "hằng tháng",
    Kind.QUARTERLY: "hằng quý",
    Kind.HALF_YEARLY: "06 tháng một lần",
    Kind.YEARLY: "hằng năm",
}
_SPANS = {Kind.DAILY: "ngày", Kind.WEEKLY: "tuần", Kind.MONTHLY: "tháng", Kind.YEARLY: "năm"}
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_AMOUNT = re.compile(r"(-?\d{1,5})(h|d|m)")
_UNITS = {"h": "giờ", "d": "ngày", "m": "tháng"}
_Clock = time  # the type, which the field of its name hides


@dataclass(frozen=True, slots=True)
class Timetable:
    """When something is owed; the limit is always exclusive, so an act at the limit itself is late.

    `time` is the limit of the clock on the day owed ("trước 15h00"); without it, the limit is the end of that
    day, or its very beginning if `is_inclusive` is false ("trước ngày 31/7" leaves until the end of 30/7). `also_at`
    are further hours of each day of a recurrence, each a limit of its own; they count only beside a `time`.
    `on` is the day of `once`, or the day a term `within` counts from; `weekdays` count Monday as 0; `month_days`
    past the end of a month mean its last day; `year_days` are (month, day) pairs of yearly and half-yearly duties.
    `amount` is "24h", "10d" or "3m", negative before the event that `event` names in words. `since` and `until`
    bound a recurrence. It falls due in each `every`-th period, counted from `since` or else from Monday 5/1/1970, and
    `times` in each, evenly where no days are named; the times of a day without hours share its end. `lasting` ("7d")
    is how long it holds when nothing tells from which day. `further` are the timetables that go on from this one: the
    next schedule, or a second round; each falls due by itself. The zone is not known here.

    >>> Timetable(Kind.DAILY, time=time(15)).describe()
    'hằng ngày, trước 15:00'
    """

    kind: Kind
    time: time | None = None
    on: date | None = None
    is_inclusive: bool = True
    weekdays: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[tuple[int, int], ...] = ()
    amount: str | None = None
    event: str = ""
    working_days_only: bool = False
    roll_to_next_working_day: bool = False
    since: date | None = None
    until: date | None = None
    every: int = 1
    times: int = 1
    lasting: str | None = None
    further: tuple[Timetable, ...] = ()
    also_at: tuple[_Clock, ...] = ()

    def __post_init__(self) -> None:
        if any(not 0 <= day <= 6 for day in self.weekdays):
            raise TimetableError(f"weekdays {self.weekdays} are not within 0 (Monday) and 6 (Sunday)")
        if any(not 1 <= day <= 31 for day in self.month_days):
            raise TimetableError(f"month days {self.month_days} are not within 1 and 31")
        if any(not (1 <= month <= 12 and 1 <= day <= 31) for month, day in self.year_days):
            raise TimetableError(f"{self.year_days} are not days of a year")
        if self.amount is not None and not _AMOUNT.fullmatch(self.amount):
            raise TimetableError(f"amount {self.amount!r} is not a number of hours, days or months such as '24h'")
        if self.every < 1 or self.times < 1:
            raise TimetableError(f"{self.times} times in every {self.every} periods is no recurrence")
        if self.lasting is not None and not _AMOUNT.fullmatch(self.lasting):
            raise TimetableError(f"lasting {self.lasting!r} is not a number of hours, days or months such as '7d'")
        if self.since and self.until and self.until < self.since:
            raise TimetableError(f"timetable ends on {self.until}, before it begins on {self.since}")

    @property
    def is_recurring(self) -> bool:
        return self.kind in RECURRING

    @property
    def hours(self) -> tuple[_Clock, ...]:
        """The limits of the clock on a day owed, in their order; none where the day itself is the limit."""
        if self.time is None:
            return ()
        return tuple(sorted({self.time, *self.also_at})) if self.is_recurring else (self.time,)

    @property
    def term(self) -> tuple[int, str] | None:
        """The amount as a number and its unit: h, d or m."""
        match = _AMOUNT.fullmatch(self.amount or "")
        return (int(match.group(1)), match.group(2)) if match else None

    def describe(self) -> str:
        """The timetable in Vietnamese words, as a person would say it.

        >>> Timetable(Kind.ONCE, on=date(2021, 7, 31), is_inclusive=False).describe()
        'trước ngày 31/7/2021'
        >>> Timetable(Kind.MONTHLY, month_days=(1, 15), roll_to_next_working_day=True).describe()
        'hằng tháng, ngày 1 và ngày 15, trùng ngày nghỉ thì lùi sang ngày làm việc kế tiếp'
        """
        own = self._own_words()
        joint = "; sau đó " if self.lasting or self.until else "; và "
        return joint.join([own, *(timetable.describe() for timetable in self.further)])

    def _own_words(self) -> str:
        parts = [part for part in (self._period(), self._days(), self._clock(), self._length()) if part]
        if self.roll_to_next_working_day:
            parts.append("trùng ngày nghỉ thì lùi sang ngày làm việc kế tiếp")
        return ", ".join(parts) or "chưa có thời hạn"

    def _period(self) -> str:
        if self.kind is Kind.AD_HOC:
            return self.event or "đột xuất, khi có phát sinh"
        if self.kind is Kind.WITHIN:
            return self._term_words()
        if self.kind is Kind.DAILY and self.working_days_only:
            return "các ngày làm việc"
        if self.every > 1 and self.kind in _SPANS:
            return f"{self.every} {_SPANS[self.kind]} một lần"
        often = f" {self.times} lần" if self.times > 1 else ""
        return _PERIODS.get(self.kind, "") + often

    def _length(self) -> str:
        match = _AMOUNT.fullmatch(self.lasting or "")
        return f"trong {int(match.group(1))} {_UNITS[match.group(2)]}" if match else ""

    def _term_words(self) -> str:
        if self.term is None:
            return f"trong thời hạn, kể từ {self.event}" if self.event else "trong thời hạn được giao"
        count, unit = self.term
        working = " làm việc" if self.working_days_only and unit == "d" else ""
        since = self.event or (f"ngày {_day_words(self.on)}" if self.on else "")
        if count < 0:
            return f"{-count} {_UNITS[unit]}{working} trước {since or 'sự kiện'}"
        return f"trong {count} {_UNITS[unit]}{working}" + (f" kể từ {since}" if since else "")

    def _days(self) -> str:
        if self.kind is Kind.ONCE and self.on and self.time is None:
            return f"{'chậm nhất' if self.is_inclusive else 'trước'} ngày {_day_words(self.on)}"
        named = [_WEEKDAYS[day] for day in self.weekdays]
        named += [f"ngày {day}" for day in self.month_days]
        named += [f"ngày {day}/{month}" for month, day in self.year_days]
        if not named:
            return ""
        words = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} và {named[-1]}"
        return words if self.is_inclusive or self.time is not None else f"trước {words}"

    def _clock(self) -> str:
        if self.time is None:
            return ""
        day = f" ngày {_day_words(self.on)}" if self.kind is Kind.ONCE and self.on else ""
        *hours, last = (f"{hour:%H:%M}" for hour in self.hours)
        return f"trước {', '.join(hours)} và {last}{day}" if hours else f"trước {last}{day}"

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; `from_dict` reads them back."""
        return {
            "kind": self.kind.value,
            "time": self.time.strftime("%H:%M") if self.time else None,
            "on": self.on.isoformat() if self.on else None,
            "is_inclusive": self.is_inclusive,
            "weekdays": list(self.weekdays),
            "month_days": list(self.month_days),
            "year_days": [list(pair) for pair in self.year_days],
            "amount": self.amount,
            "event": self.event,
            "working_days_only": self.working_days_only,
            "roll_to_next_working_day": self.roll_to_next_working_day,
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "every": self.every,
            "times": self.times,
            "lasting": self.lasting,
            "further": [timetable.to_dict() for timetable in self.further],
            "also_at": [f"{hour:%H:%M}" for hour in self.also_at],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Timetable:
        """The timetable that `to_dict` wrote. Raises `TimetableError`.

        >>> Timetable.from_dict({"kind": "weekly", "weekdays": [4]}).describe()
        'hằng tuần, thứ Sáu'
        """
        try:
            return cls(
                kind=Kind(data["kind"]),
                time=time.fromisoformat(data["time"]) if data.get("time") else None,
                on=date.fromisoformat(data["on"]) if data.get("on") else None,
                is_inclusive=bool(data.get("is_inclusive", True)),
                weekdays=tuple(int(day) for day in data.get("weekdays") or ()),
                month_days=tuple(int(day) for day in data.get("month_days") or ()),
                year_days=tuple((int(month), int(day)) for month, day in data.get("year_days") or ()),
                amount=data.get("amount") or None,
                event=str(data.get("event") or ""),
                working_days_only=bool(data.get("working_days_only")),
                roll_to_next_working_day=bool(data.get("roll_to_next_working_day")),
                since=date.fromisoformat(data["since"]) if data.get("since") else None,
                until=date.fromisoformat(data["until"]) if data.get("until") else None,
                every=int(data.get("every") or 1),
                times=int(data.get("times") or 1),
                lasting=data.get("lasting") or None,
                further=tuple(cls.from_dict(item) for item in data.get("further") or ()),
                also_at=tuple(time.fromisoformat(item) for item in data.get("also_at") or ()),
            )
        except TimetableError:
            raise
        except (KeyError, TypeError, ValueError) as error:
            raise TimetableError(f"this is not a timetable: {error}") from error


def _day_words(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
