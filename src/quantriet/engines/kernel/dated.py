"""Values that hold between two dates, each with the document that says so (tham số theo thời gian)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from .errors import EngineError

T = TypeVar("T")


class NoValueError(EngineError):
    """No value was in force on the day asked for, or the dates of a value contradict each other."""


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A value in force from `since` up to and including `until`; `None` leaves that side open.

    `reference` names the document and clause: a value without one is refused, since nobody could check it.

    >>> days = Dated(21, date(2021, 5, 5), date(2021, 7, 13), "Công văn 3646/CV-BCĐ")
    >>> days.holds_on(date(2021, 7, 13)), days.holds_on(date(2021, 7, 14))
    (True, False)
    """

    value: T
    since: date | None
    until: date | None
    reference: str

    def __post_init__(self) -> None:
        if not self.reference.strip():
            raise NoValueError(f"value {self.value!r} has no reference")
        if self.since and self.until and self.until < self.since:
            raise NoValueError(f"value {self.value!r} ends on {self.until}, before it begins on {self.since}")

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def value_on(values: Iterable[Dated[T]], day: date) -> T:
    """The value in force on `day`; of several, the one that began last. Raises `NoValueError`."""
    holding = [value for value in values if value.holds_on(day)]
    if not holding:
        raise NoValueError(f"no value is in force on {day}")
    return max(holding, key=lambda value: value.since or date.min).value
