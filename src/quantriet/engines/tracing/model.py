"""What goes into a trace and what comes out (dữ liệu truy vết).

Rules of every engine of this package, to the letter:

- Times are whole seconds on one clock, intervals half-open `[start, end)`.
- An *index case* infects during its windows only, without latency, and is never labelled.
- Two visits to one place that overlap are an encounter there for as long as both last; pairs are never stored.
- A person exposed at `t` by a chain of h hops passes it on, in hop h + 1, over every encounter whose part after
  `t + latency` is not empty (and lasts at least `least_seconds`, if that is asked); the other's exposure is the start
  of that part.
- `level` is the smallest number of hops, `exposed_at` the earliest exposure by a chain of that many hops, `seconds`
  the sum of the parts counted in the hop that first reached the person, from everybody whose exposure became earlier
  in the hop before.
- A person is expanded again in a later hop if that hop exposes it earlier: freezing the first level loses people.
- Of several parts that begin at the same earliest moment, the proof is the one with the smallest giver, then the
  earliest end, then the smallest place; numbers follow the alphabetical order of names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Seconds = NDArray[np.int64]


def _no_numbers() -> Numbers:
    return np.empty(0, np.int32)


def _no_seconds() -> Seconds:
    return np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Encounters:
    """Meetings of two people (tiếp xúc), column by column, all of one length: person numbers, seconds, place numbers.

    `place` is -1 where none is told. Each row counts both ways; `first != second` and `start < end` hold.
    """

    first: Numbers = field(default_factory=_no_numbers)
    second: Numbers = field(default_factory=_no_numbers)
    start: Seconds = field(default_factory=_no_seconds)
    end: Seconds = field(default_factory=_no_seconds)
    place: Numbers = field(default_factory=_no_numbers)

    def __len__(self) -> int:
        return len(self.first)


@dataclass(frozen=True, slots=True)
class Visits:
    """Stays of a person at a place (lượt ra vào), column by column; `entered < left` holds."""

    person: Numbers = field(default_factory=_no_numbers)
    place: Numbers = field(default_factory=_no_numbers)
    entered: Seconds = field(default_factory=_no_seconds)
    left: Seconds = field(default_factory=_no_seconds)

    def __len__(self) -> int:
        return len(self.person)


@dataclass(frozen=True, slots=True)
class Log:
    """Everything known of who met whom; `people` and `places` are names in alphabetical order, numbered from 0."""

    people: Sequence[str]
    places: Sequence[str] = ()
    encounters: Encounters = field(default_factory=Encounters)
    visits: Visits = field(default_factory=Visits)


@dataclass(frozen=True, slots=True)
class Case:
    """An index case (ca chỉ điểm, F0): a person number and one infectious window in seconds.

    Several windows of a person are several cases.
    """

    person: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts (tham số truy vết): seconds from exposure to passing on, and the least seconds of a part."""

    hops: int = 4
    latency: int = 0
    least_seconds: int = 1


class Link(NamedTuple):
    """One step of a chain (mắt xích): who exposed whom, over which part of which encounter; place -1 if untold."""

    giver: int
    taker: int
    start: int
    end: int
    place: int


class Contact(NamedTuple):
    """One person reached (người tiếp xúc, F1…Fk) with the chain of `level` links that proves it, case first."""

    person: int
    level: int
    exposed_at: int
    seconds: int
    chain: tuple[Link, ...]
