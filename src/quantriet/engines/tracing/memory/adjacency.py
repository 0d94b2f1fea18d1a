"""Encounters by person: the rows that a hop touches lie side by side, those that matter at their end.

A row is half an encounter: the other person and the two times, 8 bytes when all times are whole minutes of 45 days,
12 bytes otherwise. A person's rows are sorted by end, because what counts after a moment is then one run of rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from quantriet.engines.kernel import EngineError

from ..model import Encounters, Log, Numbers, Seconds

Positions = NDArray[np.int64]
Rows = NDArray[np.void]
NEVER = 2**31 - 1
MINUTE = 60
NARROW = np.dtype([("other", "<u4"), ("start", "<u2"), ("end", "<u2")])
WIDE = np.dtype([("other", "<u4"), ("start", "<u4"), ("end", "<u4")])


class TooLongError(EngineError):
    """The log spans more than 68 years, more than an index counts in seconds: a date in it is wrong."""


@dataclass(frozen=True, slots=True)
class Adjacency:
    """The half-encounters of person p are `rows[pointers[p]:pointers[p + 1]]`; their times are ticks of `tick` seconds.

    A place stands once for each encounter, beside the row of the smaller of the two people: those of person p are
    `places[place_pointers[p]:place_pointers[p + 1]]`, in the order of the rows. Both are empty if no place is told.
    """

    rows: Rows
    pointers: NDArray[np.integer[Any]]
    tick: int
    places: NDArray[np.signedinteger[Any]]
    place_pointers: NDArray[np.integer[Any]]

    @property
    def nbytes(self) -> int:
        """Bytes of all columns."""
        return sum(column.nbytes for column in (self.rows, self.pointers, self.places, self.place_pointers))

    def since(self, people: Positions, moments: Positions) -> tuple[Positions, Positions]:
        """For each person the run of its rows, first and beyond the last, that end at or after a moment."""
        low, beyond = self.pointers[people].astype(np.int64), self.pointers[people + 1].astype(np.int64)
        ends, wanted, high = self.rows["end"], -(-moments // self.tick), beyond.copy()
        while (open_ := np.flatnonzero(low < high)).size:
            middle = (low[open_] + high[open_]) // 2
            too_early = ends[middle] < wanted[open_]
            low[open_[too_early]] = middle[too_early] + 1
            high[open_[~too_early]] = middle[~too_early]
        return low, beyond

    def runs(self, people: Positions) -> tuple[Positions, Positions]:
        """For each person the run of all its rows."""
        return self.pointers[people].astype(np.int64), self.pointers[people + 1].astype(np.int64)

    def times(self, at: Positions) -> tuple[Positions, Positions]:
        """Start and end of these rows, in seconds of the index."""
        return self.rows["start"][at] * np.int64(self.tick), self.rows["end"][at] * np.int64(self.tick)

    def places_between(self, one: Positions, other: Positions, start: Positions, end: Positions) -> Positions:
        """The smallest place of the encounters of these pairs at exactly these times (-1 if one is untold)."""
        found = np.full(len(one), -1, np.int64)
        if not self.places.size or not len(one):
            return found
        low, high = np.minimum(one, other), np.maximum(one, other)
        first, beyond = self.runs(low)
        which, at = each_of(first, beyond)
        upward = self.rows["other"][at] > low[which]
        which, at = which[upward], at[upward]
        rank = np.arange(len(which)) - np.searchsorted(which, which)
        begun, ended = self.times(at)
        same = (self.rows["other"][at] == high[which]) & (begun == start[which]) & (ended == end[which])
        found[:] = NEVER
        np.minimum.at(found, which[same], self.places[self.place_pointers[low[which[same]]] + rank[same]])
        return found


def each_of(first: Positions, beyond: Positions) -> tuple[Positions, Positions]:
    """Every position of every run `first[i]:beyond[i]`, with the number of its run."""
    lengths = np.maximum(beyond - first, 0)
    which = np.repeat(np.arange(len(first)), lengths)
    before = np.cumsum(lengths) - lengths
    return which, np.arange(len(which)) + (first - before)[which]


def origin(log: Log) -> int:
    """The first moment of a log, from which an index counts. Raises `TooLongError` if the last is 68 years later."""
    met, stayed = log.encounters, log.visits
    starts = [int(column.min()) for column in (met.start, stayed.entered) if len(column)]
    ends = [int(column.max()) for column in (met.end, stayed.left) if len(column)]
    if starts and max(ends) - min(starts) >= NEVER:
        raise TooLongError(
            "Nhật ký tiếp xúc trải dài quá 68 năm: có thời điểm ghi sai. Hãy kiểm tra các ngày trong tệp."
        )
    return min(starts, default=0)


def adjacency(encounters: Encounters, people: int, base: int) -> Adjacency:
    """The encounters as rows by person, counted from `base` (at or before every start)."""
    start, end, tick = _ticks(encounters, base)
    order = np.argsort(end, kind="stable")
    owner = _both_ways(encounters.first, encounters.second, order)
    pointers, half = _by_owner(owner, people)
    of_encounter = order[half >> 1]
    rows = np.empty(len(half), NARROW if start.dtype == np.uint16 else WIDE)
    rows["other"] = owner[half ^ 1]
    rows["start"], rows["end"] = start[of_encounter], end[of_encounter]
    places, place_pointers = _places(encounters, people, rows["other"] > owner[half], of_encounter)
    return Adjacency(rows, pointers, tick, places, place_pointers)


def _ticks(encounters: Encounters, base: int) -> tuple[NDArray[Any], NDArray[Any], int]:
    """Start and end in minutes of 16 bits where that loses nothing, else in seconds of 32 bits."""
    start, end = encounters.start - base, encounters.end - base
    if len(end) and _is_whole(start) and _is_whole(end) and int(end.max()) // MINUTE <= np.iinfo(np.uint16).max:
        return (start // MINUTE).astype(np.uint16), (end // MINUTE).astype(np.uint16), MINUTE
    return start.astype(np.uint32), end.astype(np.uint32), 1


def _is_whole(seconds: Seconds) -> bool:
    return not np.any(seconds % MINUTE)


def _both_ways(first: Numbers, second: Numbers, order: Positions) -> Numbers:
    """The two people of each encounter side by side, encounters in this order."""
    both = np.empty(2 * len(order), np.int32)
    both[0::2], both[1::2] = first[order], second[order]
    return both


def _by_owner(owner: Numbers, people: int) -> tuple[NDArray[np.integer[Any]], Positions]:
    """Pointers by owner, and the halves in the order of their owners, otherwise in the order they came.

    SciPy's conversion between compressed forms is a counting sort, four times as fast as a stable argsort.
    """
    halves = csr_array((np.arange(len(owner)), owner, np.array([0, len(owner)])), shape=(1, people)).tocsc()
    return halves.indptr, halves.data


def _places(
    encounters: Encounters, people: int, is_upward: NDArray[np.bool_], of_encounter: Positions
) -> tuple[NDArray[np.signedinteger[Any]], NDArray[np.integer[Any]]]:
    place = encounters.place
    if not len(place) or int(place.max()) < 0:
        return np.empty(0, np.int16), np.empty(0, np.int32)
    narrow = np.int16 if int(place.max()) <= np.iinfo(np.int16).max else np.int32
    counts = np.bincount(np.minimum(encounters.first, encounters.second), minlength=people)
    pointers: NDArray[np.integer[Any]] = np.concatenate(([0], np.cumsum(counts)))
    return place[of_encounter[is_upward]].astype(narrow), pointers.astype(np.int64 if len(place) > NEVER else np.int32)
