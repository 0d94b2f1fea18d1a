"""What moves in the layers of a live trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .board import distinct
from .changes import Changes
from .columns import CASE, NEVER, Positions
from .givers import Givers, of_exposed

Labels = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Moved:
    """Whose label in one layer changed, by number, and what it was; `is_forward` if each became only earlier."""

    person: Positions
    before: Positions
    after: Positions
    is_forward: bool

    @classmethod
    def of(cls, person: Positions, before: Positions, after: Positions) -> Moved:
        """The same of people in any order, without those whose label is what it was."""
        changed = np.flatnonzero(before != after)
        order = changed[np.argsort(person[changed])]
        return cls(person[order], before[order], after[order], is_forward=False)

    def later(self, latency: int) -> Givers:
        """Those who pass on later now or no more, as they did. Index cases pass on in their windows only."""
        old, new = _in_rows(self.before), _in_rows(self.after)
        worse = np.flatnonzero(new > old)
        return of_exposed(self.person[worse], old[worse], latency)

    def sooner(self, latency: int, layer_before: Labels | None) -> Sooner:
        """Those who pass on earlier now, without those whose exposure the layer before has already passed on.

        What these pass on stands in that layer, and is carried over from there.
        """
        person, old, new = self.person, self.before, self.after
        if not self.is_forward:
            old, new = _in_rows(old), _in_rows(new)
            better = np.flatnonzero(new < old)
            person, old, new = person[better], old[better], new[better]
        if layer_before is not None:
            fresh = np.flatnonzero(layer_before[person] != new)
            person, old, new = person[fresh], old[fresh], new[fresh]
        return Sooner(of_exposed(person, new, latency), of_exposed(person, old, latency).since)


@dataclass(frozen=True, slots=True)
class Sooner:
    """Givers, and since when each passed on before (`NEVER` if it did not): what begins later is passed on already."""

    givers: Givers
    known: Positions

    @classmethod
    def all(cls, givers: Givers) -> Sooner:
        """Givers of whom nothing was passed on."""
        return cls(givers, np.full(len(givers), NEVER, np.int64))


@dataclass(slots=True)
class Front:
    """One layer at work: `touched[:count]` are brought forward in it, from the labels that they have in `before`.

    Everybody else has `CASE` there, from where nobody is brought forward. `before` and `touched` have a cell a person.
    """

    labels: Labels
    before: Labels
    touched: NDArray[np.int32]
    count: int = 0

    def moved(self) -> Moved:
        """Who was brought forward; leaves the scratch clean."""
        person = np.sort(self.touched[: self.count]).astype(np.int64)
        before, after = self.before[person].astype(np.int64), self.labels[person].astype(np.int64)
        self.before[person] = CASE
        self.count = 0
        return Moved(person, before, after, is_forward=True)


def levels(labels: Labels) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Of each column of labels the first layer that reaches it, counted from 1, and its exposure; else 0 and 0."""
    layers, people = labels.shape
    if not layers:
        return np.zeros(people, np.int64), np.zeros(people, np.int64)
    missed = (labels == NEVER).sum(axis=0)  # a layer reaches whomever the layer before reaches
    begin = labels[np.minimum(missed, layers - 1), np.arange(people)].astype(np.int64)
    is_contact = (begin != NEVER) & (begin != CASE)
    return np.where(is_contact, missed + 1, 0), np.where(is_contact, begin, 0)


def changes(labels: Labels, moved: Sequence[Moved], slots: Labels, base: int) -> Changes:
    """Compare what stands with what stood. `slots`, a cell a person, are left as `CASE`."""
    layers, everybody = labels.shape
    people = distinct(np.concatenate([one.person for one in moved] or [np.empty(0, np.int64)]), everybody)
    slots[people] = np.arange(len(people))
    both = np.empty((layers, 2, len(people)), np.int32)
    both[:] = labels.T.take(people, axis=0).T[:, None]
    for layer, one in enumerate(moved):
        both[layer, 0, slots[one.person]] = one.before
    slots[people] = CASE
    level, begin = (column.reshape(2, -1) for column in levels(both.reshape(layers, -1)))
    at = np.flatnonzero((level[0] != level[1]) | (begin[0] != begin[1]))
    begin = np.where(level, begin + base, 0)
    return Changes(people[at], level[0, at], begin[0, at], level[1, at], begin[1, at])


def _in_rows(labels: Positions) -> Positions:
    """Labels as the rows see them: an index case passes nothing on by its label."""
    return np.where(labels == CASE, NEVER, labels)
