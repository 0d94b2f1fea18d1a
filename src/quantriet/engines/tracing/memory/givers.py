"""Who passes on in one hop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..model import Case, Rules
from .columns import CASE, NEVER, Positions, each_of


@dataclass(frozen=True, slots=True)
class Givers:
    """Times of passing on `[since, until)` in seconds of the index, by person in rising order; several a person."""

    person: Positions
    since: Positions
    until: Positions

    def __len__(self) -> int:
        return len(self.person)

    def among(self, people: Positions) -> tuple[Positions, Positions]:
        """Every (number in `people`, number of a giver) of the same person."""
        first, beyond = np.searchsorted(self.person, people), np.searchsorted(self.person, people, side="right")
        return each_of(first, beyond)


@dataclass(frozen=True, slots=True)
class Passing:
    """Everybody's exposures by a layer of labels, who pass on `latency` seconds later without end."""

    labels: NDArray[np.int32]
    latency: int

    def giving(self, people: Positions) -> tuple[Positions, Positions, Positions]:
        """Who of these people passes on: number in `people`, since when, until when."""
        begin = self.labels[people]
        at = np.flatnonzero((begin != NEVER) & (begin != CASE))
        givers = of_exposed(people[at], begin[at], self.latency)
        return at, givers.since, givers.until


def of_cases(cases: Sequence[Case], base: int) -> Givers:
    """The windows of index cases, cut to what an index can count."""
    rows = sorted((case.person, _within(case.start - base), _within(case.end - base)) for case in cases)
    table = np.array(rows, np.int64).reshape(-1, 3)
    return Givers(table[:, 0].copy(), table[:, 1].copy(), table[:, 2].copy())


def of_exposed(person: Positions, begin: NDArray[np.integer[Any]], latency: int) -> Givers:
    """People exposed at these moments, who pass on `latency` seconds later without end."""
    since = np.minimum(begin.astype(np.int64) + min(latency, NEVER), NEVER)
    return Givers(person, since, np.full(len(person), NEVER, np.int64))


def least_of(rules: Rules) -> int:
    """The least seconds of a part: never nothing, never more than an index counts."""
    return min(max(rules.least_seconds, 1), NEVER)


def _within(moment: int) -> int:
    return min(max(moment, -NEVER), NEVER)
