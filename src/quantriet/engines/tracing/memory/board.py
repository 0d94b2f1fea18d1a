"""The labels that one trace works on, and the NumPy kernel that writes them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .adjacency import NEVER, Adjacency, Positions, each_of
from .givers import Givers, Parts

CASE = -1  # the arrival of an index case: nothing comes earlier
_AT_ONCE = 1 << 20  # rows looked at together


@dataclass(frozen=True, slots=True)
class Board:
    """One cell a person (`NEVER` and 0 where nothing is written).

    `arrival` is the earliest exposure of the hops that are over; `coming` and `seconds` belong to the hop at work.
    """

    arrival: NDArray[np.int32]
    coming: NDArray[np.int32]
    seconds: NDArray[np.int64]

    @classmethod
    def of(cls, people: int) -> Board:
        """An empty board."""
        return cls(np.full(people, NEVER, np.int32), np.full(people, NEVER, np.int32), np.zeros(people, np.int64))

    def absorb(self, parts: Parts, *, is_last: bool) -> Positions:
        """Write what brings somebody forward (in the last hop: who is new); returns whom, in rising order."""
        arrival = self.arrival[parts.taker]
        counts = np.flatnonzero(arrival == NEVER if is_last else parts.begin < arrival)
        taker = parts.taker[counts]
        np.minimum.at(self.coming, taker, parts.begin[counts].astype(np.int32))
        np.add.at(self.seconds, taker, parts.seconds[counts])
        return distinct(taker, len(self.arrival))

    def push(self, adjacency: Adjacency, givers: Givers, least: int, *, is_last: bool) -> Positions:
        """Every row of every giver that counts; returns who is brought forward."""
        first, beyond = adjacency.since(givers.person, givers.since + least)
        totals = np.cumsum(beyond - first)
        touched = []
        low = 0
        while low < len(givers):
            before = int(totals[low - 1]) if low else 0
            high = max(int(np.searchsorted(totals, before + _AT_ONCE)), low + 1)
            which, at = each_of(first[low:high], beyond[low:high])
            touched.append(self.absorb(_parts(adjacency, givers, which + low, at, least), is_last=is_last))
            low = high
        return distinct(np.concatenate(touched), len(self.arrival)) if touched else np.empty(0, np.int64)

    def settle(self, touched: Positions) -> tuple[NDArray[np.bool_], NDArray[np.int32], NDArray[np.int64]]:
        """End the hop: whether each of these people is new, its exposure and its seconds in this hop."""
        is_new, begin, seconds = self.arrival[touched] == NEVER, self.coming[touched], self.seconds[touched]
        self.arrival[touched], self.coming[touched], self.seconds[touched] = begin, NEVER, 0
        return is_new, begin, seconds

    def clear(self, touched: Positions) -> None:
        """Take back the labels of these people."""
        self.arrival[touched] = NEVER


def distinct(people: Positions, count: int) -> Positions:
    """Each once, in rising order: marked when they are many, sorted when they are few."""
    if len(people) < count // 16:
        return np.unique(people)
    is_there = np.zeros(count, np.bool_)
    is_there[people] = True
    return np.flatnonzero(is_there)


def _parts(adjacency: Adjacency, givers: Givers, which: Positions, at: Positions, least: int) -> Parts:
    start, end = adjacency.times(at)
    begin, close = np.maximum(start, givers.since[which]), np.minimum(end, givers.until[which])
    counts = np.flatnonzero(close - begin >= least)
    taker = adjacency.rows["other"][at[counts]].astype(np.int64)
    return Parts(taker, begin[counts], (close - begin)[counts])
