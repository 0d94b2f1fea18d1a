"""What a trace found, as columns, and the chains that prove it, found when asked for.

Nothing but the exposures of each hop is kept. The link to a person is found again among its own rows and visits: of the
parts that begin at its exposure, the one with the smallest giver, then the earliest end, then the smallest place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..model import Contact, Link, Rules
from .adjacency import Positions, each_of
from .givers import Givers, Proofs, of_exposed

if TYPE_CHECKING:
    from .index import Index

_AT_ONCE = 1 << 15  # people whose rows are looked at together


@dataclass(frozen=True, slots=True)
class Hop:
    """Who was brought forward in one hop, in rising order: whether it is new, its exposure, its seconds in this hop."""

    person: Positions
    is_new: NDArray[np.bool_]
    begin: NDArray[np.int32]
    seconds: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Links:
    """One link for each taker, takers in rising order, seconds of the index."""

    taker: Positions
    giver: Positions
    begin: Positions
    close: Positions
    place: Positions


@dataclass(frozen=True, slots=True)
class Reached:
    """Everybody reached (người tiếp xúc), by level, then person number; iterate over the columns, not over people."""

    _index: Index
    _cases: Givers
    _rules: Rules
    _hops: tuple[Hop, ...]

    def __len__(self) -> int:
        return sum(int(hop.is_new.sum()) for hop in self._hops)

    @property
    def person(self) -> Positions:
        """Person numbers."""
        return np.concatenate([hop.person[hop.is_new] for hop in self._hops] or [np.empty(0, np.int64)])

    @property
    def level(self) -> NDArray[np.int64]:
        """The smallest number of hops."""
        return np.repeat(np.arange(1, len(self._hops) + 1), [int(hop.is_new.sum()) for hop in self._hops])

    @property
    def exposed_at(self) -> NDArray[np.int64]:
        """The earliest exposure by a chain of that many hops, in seconds of the log."""
        begins = [hop.begin[hop.is_new].astype(np.int64) for hop in self._hops]
        return np.concatenate(begins or [np.empty(0, np.int64)]) + self._index.base

    @property
    def seconds(self) -> NDArray[np.int64]:
        """The sum of the parts in the hop that first reached the person."""
        return np.concatenate([hop.seconds[hop.is_new] for hop in self._hops] or [np.empty(0, np.int64)])

    def chain(self, person: int) -> tuple[Link, ...]:
        """The links from a case to this person. Raises `KeyError` for a person that was not reached."""
        for level, hop in enumerate(self._hops, 1):
            at = int(np.searchsorted(hop.person, person))
            if at < len(hop.person) and hop.person[at] == person and hop.is_new[at]:
                return self._chains(level, np.array([person]))[person]
        raise KeyError(person)

    def contacts(self) -> dict[int, Contact]:
        """An object a person, each with its chain."""
        chains: dict[int, tuple[Link, ...]] = {}
        wanted = [hop.person[hop.is_new] for hop in self._hops]
        for level, people in enumerate(wanted, 1):
            if len(people):
                chains |= self._chains(level, people)
        columns = (self.person, self.level, self.exposed_at, self.seconds)
        return {
            person: Contact(person, level, exposed_at, seconds, chains[person])
            for person, level, exposed_at, seconds in zip(*(column.tolist() for column in columns), strict=True)
        }

    def _chains(self, level: int, people: Positions) -> dict[int, tuple[Link, ...]]:
        """The chains of `level` links to these people, found from their ends."""
        steps: list[_Links] = []
        wanted = people
        for hop in range(level, 0, -1):
            steps.append(self._links(hop, wanted))
            wanted = np.unique(steps[-1].giver)
        chains: dict[int, tuple[Link, ...]] = {int(case): () for case in wanted}
        base = self._index.base
        for step in reversed(steps):
            columns = (step.giver, step.taker, step.begin + base, step.close + base, step.place)
            links = [Link(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]
            chains = {link.taker: (*chains[link.giver], link) for link in links}
        return chains

    def _links(self, number: int, takers: Positions) -> _Links:
        """The proof of each taker's exposure in this hop."""
        hop = self._hops[number - 1]
        begins = hop.begin[np.searchsorted(hop.person, takers)].astype(np.int64)
        before = self._hops[number - 2]
        givers = self._cases if number == 1 else of_exposed(before.person, before.begin, self._rules.latency)
        best: list[Proofs] = []
        for low in range(0, len(takers), _AT_ONCE):
            few = slice(low, low + _AT_ONCE)
            best += [_least(proofs, low) for proofs in self._proofs(takers[few], begins[few], givers)]
        columns = [np.concatenate([getattr(one, name) for one in best]) for name in Proofs.__slots__]
        chosen = _least(Proofs(*columns), 0)
        return _Links(takers[chosen.which], chosen.giver, begins[chosen.which], chosen.close, chosen.place)

    def _proofs(self, takers: Positions, begins: Positions, givers: Givers) -> Iterator[Proofs]:
        least = max(self._rules.least_seconds, 1)
        yield self._met(takers, begins, givers, least)
        if len(self._index.stays):
            yield from self._index.stays.proofs(takers, begins, givers, least)

    def _met(self, takers: Positions, begins: Positions, givers: Givers, least: int) -> Proofs:
        """Every part by an encounter that begins for these takers at exactly these moments."""
        rows = self._index.adjacency
        which, at = each_of(*rows.since(takers, begins + least))
        pair, giver = givers.among(rows.rows["other"][at].astype(np.int64))
        which, at = which[pair], at[pair]
        start, end = rows.times(at)
        close = np.minimum(end, givers.until[giver])
        same = np.maximum(start, givers.since[giver]) == begins[which]
        good = np.flatnonzero(same & (close - begins[which] >= least))
        which, start, end, close, other = which[good], start[good], end[good], close[good], givers.person[giver[good]]
        return Proofs(which, other, close, rows.places_between(other, takers[which], start, end))


def _least(proofs: Proofs, low: int) -> Proofs:
    """For each taker the first by giver, end, place; `low` is added to the numbers of the takers."""
    order = np.lexsort((proofs.place, proofs.close, proofs.giver, proofs.which))
    which = proofs.which[order]
    first = order[np.flatnonzero(np.concatenate(([True], which[1:] != which[:-1])))] if len(order) else order
    return Proofs(proofs.which[first] + low, proofs.giver[first], proofs.close[first], proofs.place[first])
