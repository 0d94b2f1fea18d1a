"""The chains that prove exposures, found when asked for.

A trace keeps the exposures of each hop and nothing else. The link to a person is found again among its own encounters
and visits: of the parts that begin at its exposure, the one with the smallest giver, then the earliest end, then the
smallest place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ..model import Link
from .columns import Meetings, Positions, each_once

if TYPE_CHECKING:
    from .index import Index

_AT_ONCE = 1 << 14  # people whose rows are looked at together


class Exposures(Protocol):
    """What a trace remembers of its hops, in seconds of the index."""

    def begins(self, hop: int, people: Positions) -> Positions:
        """When this hop exposed these people; it did expose each of them."""

    def giving(self, hop: int, people: Positions) -> tuple[Positions, Positions, Positions]:
        """Who of these people passes on in this hop: number in `people`, since when, until when."""


@dataclass(frozen=True, slots=True)
class Prover:
    """Finds the chains of one trace; `least` is the least seconds of a part, 1 or more."""

    index: Index
    exposures: Exposures
    least: int

    def chains(self, level: int, people: Positions) -> dict[int, tuple[Link, ...]]:
        """The chains of `level` links to these people (in rising order), found from their ends."""
        steps: list[_Links] = []
        for hop in range(level, 0, -1):
            steps.append(self._links(hop, people))
            people = each_once(np.sort(steps[-1].giver))
        chains: dict[int, tuple[Link, ...]] = dict.fromkeys(people.tolist(), ())
        base = self.index.base
        for step in reversed(steps):
            columns = (step.giver, step.taker, step.begin + base, step.close + base, step.place)
            links = [Link(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]
            chains = {link.taker: (*chains[link.giver], link) for link in links}
        return chains

    def _links(self, hop: int, takers: Positions) -> _Links:
        begins = self.exposures.begins(hop, takers)
        best = [
            found.least(low)
            for low in range(0, len(takers), _AT_ONCE)
            for found in self._proofs(hop, takers[low : low + _AT_ONCE], begins[low : low + _AT_ONCE])
        ]
        chosen = _Proofs.joined(best).least(0)
        return _Links(takers[chosen.which], chosen.giver, begins[chosen.which], chosen.close, chosen.place)

    def _proofs(self, hop: int, takers: Positions, begins: Positions) -> Iterator[_Proofs]:
        """Every part that begins for these takers at exactly these moments, some at a time."""
        for rows in self.index.adjacencies:
            met = rows.meetings(takers, begins + self.least)
            at, close = self._fitting(hop, met, begins)
            which, giver = met.which[at], met.other[at]
            place = rows.places_between(giver, takers[which], met.start[at], met.end[at])
            yield _Proofs(which, giver, close, place)
        for met in self.index.visit_meetings(takers, begins, begins + 1):
            at, close = self._fitting(hop, met, begins)
            yield _Proofs(met.which[at], met.other[at], close, met.place[at])

    def _fitting(self, hop: int, met: Meetings, begins: Positions) -> tuple[Positions, Positions]:
        """Which meetings have a part that begins at the exposure, and when those parts end."""
        at, since, until = self.exposures.giving(hop, met.other)
        begin, close = np.maximum(met.start[at], since), np.minimum(met.end[at], until)
        good = np.flatnonzero((begin == begins[met.which[at]]) & (close - begin >= self.least))
        return at[good], close[good]


@dataclass(frozen=True, slots=True)
class _Links:
    """One link for each taker, takers in rising order, seconds of the index."""

    taker: Positions
    giver: Positions
    begin: Positions
    close: Positions
    place: Positions


@dataclass(frozen=True, slots=True)
class _Proofs:
    """Parts that could prove an exposure: number of the taker in a list, who gave, until when, where."""

    which: Positions
    giver: Positions
    close: Positions
    place: Positions

    @classmethod
    def joined(cls, several: list[_Proofs]) -> _Proofs:
        return cls(*(np.concatenate([getattr(one, name) for one in several]) for name in cls.__slots__))

    def least(self, low: int) -> _Proofs:
        """For each taker the first by giver, end, place; `low` is added to the numbers of the takers."""
        order = np.lexsort((self.place, self.close, self.giver, self.which))
        which = self.which[order]
        first = order[np.concatenate((np.ones(min(len(order), 1), np.bool_), which[1:] != which[:-1]))]
        return _Proofs(self.which[first] + low, self.giver[first], self.close[first], self.place[first])
