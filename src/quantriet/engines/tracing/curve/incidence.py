"""Dates of cases → cases a day or a week by class, gaps filled (đường cong dịch)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from quantriet.engines.kernel.errors import EngineError

_LONGEST = 20_000  # days or weeks: a date mistyped by centuries would fill the memory with zeros


class CurveError(EngineError):
    """Figures that no curve can be drawn from; the message is a Vietnamese sentence with the line it is about."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Cases by period and class (đường cong dịch): `counts[class][period]`, periods of `step_days` from `start` on.

    Each period that lies between the first and the last case is there, with 0 where nobody fell ill.
    """

    start: date
    step_days: int
    counts: dict[str, tuple[int, ...]]

    @property
    def totals(self) -> tuple[int, ...]:
        """All classes together, by period."""
        return tuple(map(sum, zip(*self.counts.values(), strict=True)))

    @property
    def starts(self) -> tuple[date, ...]:
        """The first day of each period."""
        return tuple(self.start + timedelta(days=self.step_days * index) for index in range(len(self.totals)))


def count_by_day(cases: Iterable[tuple[date, str]]) -> Curve:
    """Cases as (day, class) → cases a day from the first to the last.

    >>> curve = count_by_day([(date(2021, 7, 3), "F0"), (date(2021, 7, 1), "F0"), (date(2021, 7, 3), "nhập cảnh")])
    >>> curve.start.isoformat(), curve.counts
    ('2021-07-01', {'F0': (1, 0, 1), 'nhập cảnh': (0, 0, 1)})

    Raises CurveError when there is no case at all.
    """
    return _count(cases, step_days=1)


def count_by_week(cases: Iterable[tuple[date, str]]) -> Curve:
    """Cases as (day, class) → cases a week, Monday to Sunday (ISO 8601).

    >>> curve = count_by_week([(date(2021, 7, 4), ""), (date(2021, 7, 5), ""), (date(2021, 7, 19), "")])
    >>> curve.start.isoformat(), curve.totals   # a Sunday, the Monday after it, and one two weeks later
    ('2021-06-28', (1, 1, 0, 1))
    """
    mondays = ((day - timedelta(days=day.weekday()), label) for day, label in cases)
    return _count(mondays, step_days=7)


def _count(cases: Iterable[tuple[date, str]], step_days: int) -> Curve:
    tally = Counter(cases)
    if not tally:
        raise CurveError("Chưa có ca nào nên chưa vẽ được đường cong dịch.")
    first, last = min(day for day, _ in tally), max(day for day, _ in tally)
    periods = (last - first).days // step_days + 1
    if periods > _LONGEST:
        raise CurveError(f"Các ca cách nhau từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}. Xem lại ngày viết nhầm.")
    days = [first + timedelta(days=step_days * index) for index in range(periods)]
    labels = sorted({label for _, label in tally})
    return Curve(first, step_days, {label: tuple(tally[day, label] for day in days) for label in labels})
