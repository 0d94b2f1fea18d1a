"""What a trace found, as columns; the objects and the chains are made when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..model import Contact, Link, Rules
from .columns import Positions
from .givers import Givers, least_of, of_exposed
from .proofs import Prover

if TYPE_CHECKING:
    from .index import Index


@dataclass(frozen=True, slots=True)
class Hop:
    """Who was brought forward in one hop, in rising order: whether it is new, its exposure, its seconds in this hop."""

    person: Positions
    is_new: NDArray[np.bool_]
    begin: NDArray[np.int32]
    seconds: NDArray[np.int64]


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
                return self._prover.chains(level, np.array([person]))[person]
        raise KeyError(person)

    def contacts(self) -> dict[int, Contact]:
        """An object a person, each with its chain."""
        chains: dict[int, tuple[Link, ...]] = {}
        wanted = [hop.person[hop.is_new] for hop in self._hops]
        for level, people in enumerate(wanted, 1):
            if len(people):
                chains |= self._prover.chains(level, people)
        columns = (self.person, self.level, self.exposed_at, self.seconds)
        return {
            person: Contact(person, level, exposed_at, seconds, chains[person])
            for person, level, exposed_at, seconds in zip(*(column.tolist() for column in columns), strict=True)
        }

    def begins(self, hop: int, people: Positions) -> Positions:
        """When this hop exposed these people, in seconds of the index."""
        found = self._hops[hop - 1]
        return found.begin[np.searchsorted(found.person, people)].astype(np.int64)

    def giving(self, hop: int, people: Positions) -> tuple[Positions, Positions, Positions]:
        """Who of these people passes on in this hop: number in `people`, since when, until when."""
        givers = self._cases
        if hop > 1:
            before = self._hops[hop - 2]
            givers = of_exposed(before.person, before.begin, self._rules.latency)
        at, giver = givers.among(people)
        return at, givers.since[giver], givers.until[giver]

    @property
    def _prover(self) -> Prover:
        return Prover(self._index, self, least_of(self._rules))
