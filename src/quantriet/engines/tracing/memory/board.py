"""The labels that one trace works on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .columns import NEVER, Parts, Positions, each_once


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

    def clear(self, touched: Positions) -> None:
        """Take back the labels of these people."""
        if len(touched) > len(self.arrival) // 8:
            self.arrival.fill(NEVER)
        else:
            self.arrival[touched] = NEVER


def distinct(people: Positions, count: int) -> Positions:
    """Each once, in rising order: marked when they are many, sorted when they are few."""
    if len(people) < count // 16:
        return each_once(np.sort(people))
    is_there = np.zeros(count, np.bool_)
    is_there[people] = True
    return np.flatnonzero(is_there)
