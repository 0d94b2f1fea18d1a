"""Visits by place: two people met where their visits overlap, found by a sweep that never writes the pairs down.

In each hop the presences of those who pass on are sorted by place and time. Merged, they say when a visit first met
one of them; prefix sums over their starts and ends give the seconds that a visit shared with all of them together.
A part of at least `least` seconds is an overlap of intervals whose ends are moved `least - 1` seconds forward.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..model import Visits
from .adjacency import TooLongError
from .board import Board, distinct
from .columns import NEVER, Meetings, Parts, Positions, each_of
from .givers import Givers

_AT_ONCE = 1 << 17  # visits looked at together: keeps the scratch of a crowded place small
_SPAN = 1 << 32  # seconds that a place takes up in a key
HALF = 1 << 31  # second 0 of the index within a place: visits that came later may begin before it


@dataclass(frozen=True, slots=True)
class Stays:
    """Visits sorted by key, their place and second of arrival in one number; `order` has them by person.

    Those of person p are `order[pointers[p]:pointers[p + 1]]`, those to place q stand from `places[q]` to
    `places[q + 1]`. `longest` is the longest stay at each place in seconds. A visit that was withdrawn lasts no second.
    """

    person: NDArray[np.int32]
    key: Positions
    stayed: NDArray[np.uint32]
    order: NDArray[np.uint32]
    pointers: NDArray[np.integer[Any]]
    longest: Positions
    places: Positions

    def __len__(self) -> int:
        return len(self.person)

    @property
    def nbytes(self) -> int:
        """Bytes of all columns."""
        return sum(
            column.nbytes
            for column in (
                self.person,
                self.key,
                self.stayed,
                self.order,
                self.pointers,
                self.longest,
                self.places,
            )
        )

    def of_people(self, people: Positions) -> tuple[Positions, Positions]:
        """Every visit of these people: (number in `people`, visit)."""
        which, at = each_of(self.pointers[people].astype(np.int64), self.pointers[people + 1].astype(np.int64))
        return which, self.order[at].astype(np.int64)

    def times(self, visit: Positions) -> tuple[Positions, Positions, Positions]:
        """Place, arrival and departure of these visits, in seconds of the index."""
        place = self.key[visit] >> 32
        entered = self.key[visit] - _key(place, 0)
        return place, entered, entered + self.stayed[visit]

    def withdraw(self, person: int, place: int, entered: int, left: int) -> bool:
        """Take back one visit, in seconds of the index; says whether it was there."""
        _, visits = self.of_people(np.array([person]))
        there, since, until = self.times(visits)
        found = visits[(there == place) & (since == entered) & (until == left)]
        self.stayed[found[:1]] = 0
        return len(found) > 0

    def around(self, place: Positions, since: Positions, until: Positions) -> tuple[Positions, Positions]:
        """For each interval at a place the run of visits in which all that overlap it are."""
        at_place = np.minimum(place, max(len(self.longest) - 1, 0))
        longest = np.where(place < len(self.longest), self.longest[at_place], 0) if self.longest.size else 0
        earliest = np.maximum(_key(place, since) - longest, place * _SPAN)
        return np.searchsorted(self.key, earliest), np.searchsorted(self.key, _key(place, until))

    def visits(self, base: int) -> Visits:
        """The visits themselves, in seconds of the log, without those withdrawn."""
        at = np.flatnonzero(self.stayed)
        place, entered, left = self.times(at)
        return Visits(self.person[at], place.astype(np.int32), entered + base, left + base)


def sweep(board: Board, stores: Sequence[Stays], givers: Givers, least: int, *, is_last: bool) -> Positions:
    """What every visit has from the givers' visits to the same place; returns who is brought forward, in rising order.

    A giver's own visits are among them; they never bring its exposure forward.
    """
    touched = [board.absorb(parts, is_last=is_last) for parts in meet(stores, givers, least)]
    return distinct(np.concatenate(touched), len(board.arrival)) if touched else np.empty(0, np.int64)


def meet(stores: Sequence[Stays], givers: Givers, least: int) -> Iterator[Parts]:
    """What every visit has from the givers' visits to the same place, some visits at a time.

    A giver's own visits are among them; they never bring its exposure forward.
    """
    presence = _Presence.of(stores, givers, least)
    if not len(presence.start):
        return
    place = presence.merged_start >> 32
    since, until = presence.merged_start - _key(place, 0), presence.merged_end - _key(place, 0)
    for store in stores:
        first, beyond = store.around(place, since, until)
        first[1:] = np.maximum(first[1:], beyond[:-1])  # runs of neighbours must not share a visit
        for at in _slices(first, np.maximum(first, beyond)):
            yield presence.parts(store, at, least)


def meetings(stores: Sequence[Stays], people: Positions, since: Positions, until: Positions) -> Iterator[Meetings]:
    """The pairs of visits through which these people met others at some moment of `[since, until)`."""
    for mine in stores:
        which, visit = mine.of_people(people)
        place, entered, left = mine.times(visit)
        low, high = np.maximum(entered, since[which]), np.minimum(left, until[which])
        inside = np.flatnonzero(low < high)
        which, place, low, high = which[inside], place[inside], low[inside], high[inside]
        entered, left = entered[inside], left[inside]
        for theirs in stores:
            first, beyond = theirs.around(place, low, high)
            for few in range(0, len(which), 1024):
                mine_at, other = each_of(first[few : few + 1024], beyond[few : few + 1024])
                mine_at += few
                _, came, went = theirs.times(other)
                start, end = np.maximum(came, entered[mine_at]), np.minimum(went, left[mine_at])
                met = (np.maximum(start, low[mine_at]) < np.minimum(end, high[mine_at])) & (
                    theirs.person[other] != people[which[mine_at]]
                )
                at = mine_at[met]
                yield Meetings(which[at], theirs.person[other[met]].astype(np.int64), start[met], end[met], place[at])


def _slices(first: Positions, beyond: Positions) -> Iterator[Positions]:
    """The positions of runs that lie apart, a bounded number at a time."""
    totals = np.cumsum(beyond - first)
    cuts = np.searchsorted(totals, np.arange(_AT_ONCE, int(totals[-1]) + 1 + _AT_ONCE, _AT_ONCE)) + 1
    for low, high in zip((0, *cuts[:-1].tolist()), cuts.tolist(), strict=True):
        _, at = each_of(first[low:high], beyond[low:high])
        if len(at):
            yield at


def _key(place: Positions, moment: Positions | int) -> Positions:
    return place * _SPAN + (moment + HALF)


@dataclass(frozen=True, slots=True)
class _Presence:
    """Presences of those who pass on as keys, starts and ends each in order, and merged.

    Ends are moved `least - 1` seconds forward. The sums are of keys without their places, one longer than the column:
    entry i is the sum of the first i.
    """

    start: Positions
    end: Positions
    start_sums: Positions
    end_sums: Positions
    merged_start: Positions
    merged_end: Positions

    @classmethod
    def of(cls, stores: Sequence[Stays], givers: Givers, least: int) -> _Presence:
        start, end = in_order([cls._present(store, givers, least) for store in stores])
        if not len(start):
            return cls(start, end, start, end, start, end)
        opens = np.flatnonzero(np.concatenate(([True], start[1:] > end[:-1])))
        closes = np.append(opens[1:] - 1, len(start) - 1)
        return cls(start, end, _sums(start), _sums(end), start[opens], end[closes])

    @staticmethod
    def _present(store: Stays, givers: Givers, least: int) -> tuple[Positions, Positions]:
        which, visit = store.of_people(givers.person)
        entered = store.key[visit]
        left, zero = entered + store.stayed[visit], _key(entered >> 32, 0)
        since, until = np.maximum(entered, zero + givers.since[which]), np.minimum(left, zero + givers.until[which])
        at = np.flatnonzero(until - since >= least)
        return since[at], until[at] - (least - 1)

    def parts(self, store: Stays, at: Positions, least: int) -> Parts:
        """What these visits have from all presences."""
        since = store.key[at]
        until = since + store.stayed[at] - (least - 1)
        merged = np.minimum(np.searchsorted(self.merged_end, since, side="right"), len(self.merged_end) - 1)
        begin = np.maximum(since, self.merged_start[merged])
        met = np.flatnonzero((begin < until) & (since < self.merged_end[merged]))
        at, since, until, begin = at[met], since[met], until[met], begin[met]
        begun, over = self._counts(since)
        started, ended = self._counts(until)
        shared = self._before(until, started, ended) - self._before(since, begun, over)
        shared += (least - 1) * (started - over)
        return Parts(store.person[at].astype(np.int64), begin - _key(begin >> 32, 0), shared)

    def _counts(self, moment: Positions) -> tuple[Positions, Positions]:
        """How many presences start before a moment, and how many end by then."""
        return np.searchsorted(self.start, moment), np.searchsorted(self.end, moment, side="right")

    def _before(self, moment: Positions, started: Positions, ended: Positions) -> Positions:
        """Seconds of presence before a moment, up to a sum that is the same for all moments at one place."""
        return (started - ended) * _within(moment) - self.start_sums[started] + self.end_sums[ended]


def in_order(found: Sequence[tuple[Positions, Positions]]) -> tuple[Positions, Positions]:
    """Starts and ends of the presences in each store, joined, each sorted for itself (in place if there is one store).

    Whoever sorts them apart still sees where nobody is: between two starts if as many have ended as have started.
    """
    start, end = found[0] if len(found) == 1 else (np.concatenate(column) for column in zip(*found, strict=True))
    start.sort()
    end.sort()
    return start, end


def _within(keys: Positions) -> Positions:
    """Keys without their places."""
    return keys & (_SPAN - 1)


def _sums(keys: Positions) -> Positions:
    return np.concatenate(([0], np.cumsum(_within(keys))))


def stays(visits: Visits, people: int, base: int) -> Stays:
    """The visits by place and arrival, counted from `base`. Raises `TooLongError`."""
    if len(visits) and max(int(visits.left.max()) - base, base - int(visits.entered.min())) >= NEVER:
        raise TooLongError
    key = _key(visits.place.astype(np.int64), visits.entered - base)
    order = np.argsort(key, kind="stable")
    person, length = visits.person[order], visits.left - visits.entered
    longest = np.zeros(int(visits.place.max(initial=-1)) + 1, np.int64)
    np.maximum.at(longest, visits.place, length)
    pointers = np.concatenate(([0], np.cumsum(np.bincount(person, minlength=people)))).astype(np.int32)
    by_person = np.argsort(person, kind="stable").astype(np.uint32)
    key = key[order]
    places = np.searchsorted(key, np.arange(len(longest) + 1) * _SPAN)
    return Stays(person, key, length[order].astype(np.uint32), by_person, pointers, longest, places)
