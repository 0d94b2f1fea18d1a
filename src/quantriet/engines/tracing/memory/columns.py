"""The columns that pass between the parts of the index: numbers and seconds of the index, 64 bits wide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..model import Encounters, Visits

Positions = NDArray[np.int64]
NEVER = 2**31 - 1
CASE = -NEVER - 1  # the label of an index case: nothing comes earlier
_Columns = TypeVar("_Columns", Encounters, Visits)


@dataclass(frozen=True, slots=True)
class Parts:
    """What reaches whom: the taker, the moment it begins, the seconds that count; a taker may stand here often."""

    taker: Positions
    begin: Positions
    seconds: Positions

    def given(self, labels: NDArray[np.int32]) -> Positions:
        """Whose label may be one of these.

        A visit tells only the first moment of all presences: behind one that came with the change may be an older one.
        """
        people: Positions = self.taker[self.begin <= labels[self.taker]]
        return people


@dataclass(frozen=True, slots=True)
class Meetings:
    """Whole meetings of some people: number of the one in a list, the other, start, end, place (-1 if untold)."""

    which: Positions
    other: Positions
    start: Positions
    end: Positions
    place: Positions


def each_of(first: Positions, beyond: Positions) -> tuple[Positions, Positions]:
    """Every position of every run `first[i]:beyond[i]`, with the number of its run."""
    lengths = np.maximum(beyond - first, 0)
    which = np.repeat(np.arange(len(first)), lengths)
    before = np.cumsum(lengths) - lengths
    return which, np.arange(len(which)) + (first - before)[which]


def in_order(values: NDArray[np.integer[Any]]) -> Positions:
    """The order of numbers of 32 bits, equal ones as they came: sorted with their places, faster than by reference."""
    keys = (values.astype(np.int64) + (1 << 31)).astype(np.uint64) << np.uint64(32)
    return (np.sort(keys | np.arange(len(values), dtype=np.uint64)) & np.uint64(0xFFFFFFFF)).astype(np.int64)


def each_once(ordered: Positions) -> Positions:
    """Numbers in rising order without their repetitions."""
    is_first = np.ones(len(ordered), np.bool_)
    is_first[1:] = ordered[1:] != ordered[:-1]
    once: Positions = ordered[is_first]
    return once


def joined(one: _Columns, other: _Columns) -> _Columns:
    """The rows of both."""
    return type(one)(*(np.concatenate([getattr(one, name), getattr(other, name)]) for name in _names(one)))


def head(columns: _Columns, count: int) -> _Columns:
    """The first rows."""
    return type(columns)(*(getattr(columns, name)[:count] for name in _names(columns)))


def rows_of(columns: Encounters | Visits) -> Iterator[tuple[int, ...]]:
    """Row by row, in the order of the columns."""
    return zip(*(getattr(columns, name).tolist() for name in _names(columns)), strict=True)


def _names(columns: Encounters | Visits) -> list[str]:
    return [column.name for column in fields(columns)]
