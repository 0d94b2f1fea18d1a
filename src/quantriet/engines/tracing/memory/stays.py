"""Visits by place: two people met where their visits overlap, found by a sweep that never writes the pairs down.

In each hop the presences of those who pass on are sorted by place and time. Merged, they say when a visit first met
one of them; prefix sums over their starts and ends give the seconds that a visit shared with all of them together.
A part of at least `least` seconds is an overlap of intervals whose ends are moved `least - 1` seconds forward.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..model import Visits
from .adjacency import Positions, each_of
from .givers import Givers, Parts, Proofs

_AT_ONCE = 1 << 17  # visits looked at together: keeps the scratch of a crowded place small


@dataclass(frozen=True, slots=True)
class Stays:
    """Visits sorted by place and arrival, with the order by person: those of p are `order[pointers[p]:pointers[p+1]]`.

    `entered` is the place times `span` plus the second of arrival, so that one binary search finds place and time.
    `longest` is the longest stay at each place in seconds.
    """

    person: NDArray[np.int32]
    entered: Positions
    stayed: NDArray[np.uint32]
    order: NDArray[np.uint32]
    pointers: NDArray[np.integer[Any]]
    longest: Positions
    span: int

    def __len__(self) -> int:
        return len(self.person)

    @property
    def nbytes(self) -> int:
        """Bytes of all columns."""
        columns = (self.person, self.entered, self.stayed, self.order, self.pointers, self.longest)
        return sum(column.nbytes for column in columns)

    def of_people(self, people: Positions) -> tuple[Positions, Positions]:
        """Every visit of these people: (number in `people`, visit)."""
        which, at = each_of(self.pointers[people].astype(np.int64), self.pointers[people + 1].astype(np.int64))
        return which, self.order[at].astype(np.int64)

    def meet(self, givers: Givers, least: int) -> Iterator[Parts]:
        """What every visit has from the givers' visits to the same place, some visits at a time.

        A giver's own visits are among them; they never bring its exposure forward.
        """
        presence = self._presence(givers, least)
        if not len(presence.start):
            return
        first, beyond = self._near(presence)
        totals = np.cumsum(beyond - first)
        cuts = np.searchsorted(totals, np.arange(_AT_ONCE, int(totals[-1]) + _AT_ONCE, _AT_ONCE)) + 1
        for low, high in zip((0, *cuts[:-1].tolist()), cuts.tolist(), strict=True):
            _, at = each_of(first[low:high], beyond[low:high])
            if len(at):
                yield self._meet(presence, at, least)

    def proofs(self, takers: Positions, begins: Positions, givers: Givers, least: int) -> Iterator[Proofs]:
        """Every part by a visit that begins for these takers at exactly these moments, some visits at a time."""
        which, visit = self.of_people(takers)
        place, since = np.divmod(self.entered[visit], self.span)
        begin, until = begins[which], since + self.stayed[visit].astype(np.int64)
        there = np.flatnonzero((since <= begin) & (until - begin >= least))
        which, place, since, until, begin = which[there], place[there], since[there], until[there], begin[there]
        moment = place * self.span + begin
        first = np.searchsorted(self.entered, np.maximum(moment - self.longest[place], place * self.span))
        beyond = np.searchsorted(self.entered, moment, side="right")
        for low in range(0, len(which), 1024):
            few = slice(low, low + 1024)
            visit_of, other = each_of(first[few], beyond[few])
            visit_of += low
            pair, giver = givers.among(self.person[other].astype(np.int64))
            mine, theirs = visit_of[pair], other[pair]
            came = self.entered[theirs] - place[mine] * self.span
            starts = np.maximum(np.maximum(came, givers.since[giver]), since[mine])
            close = np.minimum(np.minimum(came + self.stayed[theirs], givers.until[giver]), until[mine])
            is_other = givers.person[giver] != takers[which[mine]]
            good = np.flatnonzero((starts == begin[mine]) & (close - starts >= least) & is_other)
            yield Proofs(which[mine[good]], givers.person[giver[good]], close[good], place[mine[good]])

    def _presence(self, givers: Givers, least: int) -> _Presence:
        which, visit = self.of_people(givers.person)
        place, came = np.divmod(self.entered[visit], self.span)
        start = np.maximum(came, givers.since[which])
        end = np.minimum(came + self.stayed[visit], givers.until[which])
        counts = np.flatnonzero(end - start >= least)
        return _Presence.of(place[counts] * self.span, start[counts], end[counts] - (least - 1))

    def _near(self, presence: _Presence) -> tuple[Positions, Positions]:
        """Runs of visits, apart from one another, that hold every visit overlapping a merged presence."""
        place = presence.merged_start // self.span
        earliest = np.maximum(presence.merged_start - self.longest[place], place * self.span)
        first = np.searchsorted(self.entered, earliest)
        beyond = np.searchsorted(self.entered, presence.merged_end)
        first[1:] = np.maximum(first[1:], beyond[:-1])
        return first, np.maximum(first, beyond)

    def _meet(self, presence: _Presence, at: Positions, least: int) -> Parts:
        since = self.entered[at]
        until = since + self.stayed[at] - (least - 1)
        merged = np.minimum(np.searchsorted(presence.merged_end, since, side="right"), len(presence.merged_end) - 1)
        begin = np.maximum(since, presence.merged_start[merged])
        met = np.flatnonzero((begin < until) & (since < presence.merged_end[merged]))
        at, since, until, begin = at[met], since[met], until[met], begin[met]
        offset = since // self.span * self.span
        seconds = presence.shared(since, until, offset, least)
        return Parts(self.person[at].astype(np.int64), begin - offset, seconds)


@dataclass(frozen=True, slots=True)
class _Presence:
    """Presences of those who pass on, starts and ends each in order (place times span plus second), and merged.

    The sums are of seconds without the place, one longer than the column: entry i is the sum of the first i.
    """

    start: Positions
    end: Positions
    start_sums: Positions
    end_sums: Positions
    merged_start: Positions
    merged_end: Positions

    @classmethod
    def of(cls, offset: Positions, start: Positions, end: Positions) -> _Presence:
        by_start, by_end = np.argsort(offset + start), np.argsort(offset + end)
        starts, ends = (offset + start)[by_start], (offset + end)[by_end]
        reach = np.maximum.accumulate((offset + end)[by_start]) if len(start) else ends
        opens = np.flatnonzero(np.concatenate(([True], starts[1:] > reach[:-1]))) if len(start) else by_start
        closes = np.append(opens[1:] - 1, len(start) - 1) if len(start) else by_start
        return cls(starts, ends, _sums(start[by_start]), _sums(end[by_end]), starts[opens], reach[closes])

    def shared(self, since: Positions, until: Positions, offset: Positions, least: int) -> Positions:
        """The seconds that visits `[since, until)` share with all presences, each counted for itself."""
        started, ended = np.searchsorted(self.start, until), np.searchsorted(self.end, since, side="right")
        return self._before(until, offset) - self._before(since, offset) + (least - 1) * (started - ended)

    def _before(self, moment: Positions, offset: Positions) -> Positions:
        """Presence before a moment, up to a sum that is the same for all moments at one place."""
        started, ended = np.searchsorted(self.start, moment), np.searchsorted(self.end, moment)
        return (started - ended) * (moment - offset) - self.start_sums[started] + self.end_sums[ended]


def _sums(column: Positions) -> Positions:
    return np.concatenate(([0], np.cumsum(column)))


def stays(visits: Visits, people: int, base: int) -> Stays:
    """The visits by place and arrival, counted from `base` (at or before every arrival)."""
    span = int(visits.left.max(initial=base)) - base + 1
    entered = visits.place.astype(np.int64) * span + (visits.entered - base)
    order = np.argsort(entered, kind="stable")
    person = visits.person[order]
    length = visits.left - visits.entered
    longest = np.zeros(int(visits.place.max(initial=-1)) + 1, np.int64)
    np.maximum.at(longest, visits.place, length)
    pointers = np.concatenate(([0], np.cumsum(np.bincount(person, minlength=people)))).astype(np.int32)
    by_person = np.argsort(person, kind="stable").astype(np.uint32)
    return Stays(person, entered[order], length[order].astype(np.uint32), by_person, pointers, longest, span)
