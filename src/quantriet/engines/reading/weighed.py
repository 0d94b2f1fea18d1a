"""A value beside what it might be instead (giá trị đọc được và các phương án khác)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .shapes import Read

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Weighed(Generic[T]):
    """One value as read, its `reason` never empty, and other values that the text offers, likeliest first.

    `field` is the name of the value: `number`, `date`, `assignee`, `deadline` …; `others` never holds the value read.
    """

    field: str
    read: Read[T]
    others: tuple[Read[T], ...] = ()


def distinct(
    reads: Iterable[Read[Any]], *, but: object = None, key: Callable[[Any], object] = lambda value: value
) -> tuple[Read[Any], ...]:
    """Each value once, where it stands first, without `but`; words are compared without their case and blanks.

    >>> [read.value for read in distinct([Read("Sở A"), Read("sở  a"), Read("Sở B")], but="Sở B")]
    ['Sở A']
    """
    found: dict[object, Read[Any]] = {}
    for read in reads:
        found.setdefault(_folded(key(read.value)), read)
    found.pop(_folded(key(but)) if but is not None else None, None)
    return tuple(found.values())


def _folded(value: Any) -> Hashable:
    return " ".join(value.lower().split()) if isinstance(value, str) else value
