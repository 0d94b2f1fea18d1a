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
from .columns import NEVER, Meetings, Positions, each_of, in_order

Rows = NDArray[np.void]
MINUTE = 60
NARROW = np.dtype([("other", "<u4"), ("start", "<u2"), ("end", "<u2")])
WIDE = np.dtype([("other", "<u4"), ("start", "<u4"), ("end", "<u4")])
LATER = np.dtype([("other", "<u4"), ("start", "<i4"), ("end", "<i4")])  # came later: may begin before the index does


class TooLongError(EngineError):
    """The log spans more than 68 years, more than an index counts in seconds: a date in it is wrong."""

    def __init__(self) -> None:
        super().__init__("Nhật ký trải dài quá 68 năm: có thời điểm ghi sai. Hãy kiểm tra các ngày trong tệp.")


@dataclass(frozen=True, slots=True)
class Adjacency:
    """The half-encounters of the person at position p of `owners` are `rows[pointers[p]:pointers[p + 1]]`.

    `owners` is empty where everybody has a position, its number. Times are ticks of `tick` seconds. A place stands once
    for each encounter, beside the row of the smaller of the two people: `places[place_pointers[p]:…]`, in the order of
    the rows; both are empty if no place is told. A row that was withdrawn lasts from its end to its end.
    """

    rows: Rows
    pointers: NDArray[np.integer[Any]]
    tick: int
    places: NDArray[np.signedinteger[Any]]
    place_pointers: NDArray[np.integer[Any]]
    owners: Positions

    def __len__(self) -> int:
        return len(self.rows) // 2

    @property
    def nbytes(self) -> int:
        """Bytes of all columns."""
        columns = (self.rows, self.pointers, self.places, self.place_pointers, self.owners)
        return sum(column.nbytes for column in columns)

    def runs(self, people: Positions) -> tuple[Positions, Positions]:
        """For each person the run of its rows, first and beyond the last."""
        return self._runs(self.pointers, people)

    def since(self, people: Positions, moments: Positions) -> tuple[Positions, Positions]:
        """For each person the run of its rows that end at or after a moment."""
        low, beyond = self.runs(people)
        ends, wanted, high = self.rows["end"], -(-moments // self.tick), beyond.copy()
        while (open_ := np.flatnonzero(low < high)).size:
            middle = (low[open_] + high[open_]) // 2
            too_early = ends[middle] < wanted[open_]
            low[open_[too_early]] = middle[too_early] + 1
            high[open_[~too_early]] = middle[~too_early]
        return low, beyond

    def times(self, at: Positions) -> tuple[Positions, Positions]:
        """Start and end of these rows, in seconds of the index."""
        return self.rows["start"][at] * np.int64(self.tick), self.rows["end"][at] * np.int64(self.tick)

    def meetings(self, people: Positions, moments: Positions) -> Meetings:
        """The encounters of these people that end at or after a moment, without their places."""
        which, at = each_of(*self.since(people, moments))
        start, end = self.times(at)
        return Meetings(which, self.rows["other"][at].astype(np.int64), start, end, np.full(len(at), -1))

    def withdraw(self, first: int, second: int, start: int, end: int, place: int) -> bool:
        """Take back one encounter, in seconds of the index; says whether it was there."""
        low, high = min(first, second), max(first, second)
        there, back = self._find(low, high, start, end, place), self._find(high, low, start, end, place)
        if there is None or back is None:
            return False
        for at in (there, back):
            self.rows["start"][at] = self.rows["end"][at]
        return True

    def _find(self, one: int, other: int, start: int, end: int, place: int) -> int | None:
        """The position of a row of `one` for exactly this encounter; the place counts where `one` is the smaller."""
        first, beyond = (int(edge[0]) for edge in self.runs(np.array([one])))
        rows = self.rows[first:beyond]
        begun, ended = self.times(np.arange(first, beyond))
        same = (rows["other"] == other) & (begun == start) & (ended == end)
        if one < other and self.places.size:
            upward = np.flatnonzero(rows["other"] > one)
            same[upward] &= (
                self.places[self._runs(self.place_pointers, np.array([one]))[0] + np.arange(len(upward))] == place
            )
        elif one < other and place != -1:
            return None
        found = np.flatnonzero(same)
        return first + int(found[0]) if len(found) else None

    def places_between(self, one: Positions, other: Positions, start: Positions, end: Positions) -> Positions:
        """The smallest place of the encounters of these pairs at exactly these times (-1 if one is untold)."""
        found = np.full(len(one), -1, np.int64)
        if not self.places.size or not len(one):
            return found
        low, high = np.minimum(one, other), np.maximum(one, other)
        which, at = each_of(*self.runs(low))
        upward = self.rows["other"][at] > low[which]
        which, at = which[upward], at[upward]
        rank = np.arange(len(which)) - np.searchsorted(which, which)
        begun, ended = self.times(at)
        same = (self.rows["other"][at] == high[which]) & (begun == start[which]) & (ended == end[which])
        first, _ = self._runs(self.place_pointers, low[which[same]])
        found[:] = NEVER
        np.minimum.at(found, which[same], self.places[first + rank[same]])
        return found

    def encounters(self, base: int) -> Encounters:
        """The encounters themselves, in seconds of the log, without those withdrawn."""
        owners = self.owners if self.owners.size else np.arange(len(self.pointers) - 1)
        owner = np.repeat(owners, np.diff(self.pointers))
        upward = np.flatnonzero(self.rows["other"] > owner)
        start, end = self.times(upward)
        lasting = start < end
        at = upward[lasting]
        place = self.places[lasting] if self.places.size else np.full(len(at), -1)
        return Encounters(
            owner[at].astype(np.int32),
            self.rows["other"][at].astype(np.int32),
            start[lasting] + base,
            end[lasting] + base,
            place.astype(np.int32),
        )

    def positions(self, people: Positions) -> tuple[Positions, NDArray[np.bool_]]:
        """Where the rows of these people are pointed to, and whether there are any: only those positions count."""
        if not self.owners.size:
            return people, np.ones(len(people), np.bool_)
        at = np.minimum(np.searchsorted(self.owners, people), len(self.owners) - 1)
        return at, self.owners[at] == people

    def _runs(self, pointers: NDArray[np.integer[Any]], people: Positions) -> tuple[Positions, Positions]:
        if not self.owners.size:
            return pointers[people].astype(np.int64), pointers[people + 1].astype(np.int64)
        at, is_there = self.positions(people)
        first = pointers[at].astype(np.int64)
        return first, np.where(is_there, pointers[at + 1], first)


def origin(log: Log) -> int:
    """The first moment of a log, from which an index counts. Raises `TooLongError` if the last is 68 years later."""
    met, stayed = log.encounters, log.visits
    starts = [int(column.min()) for column in (met.start, stayed.entered) if len(column)]
    ends = [int(column.max()) for column in (met.end, stayed.left) if len(column)]
    if starts and max(ends) - min(starts) >= NEVER:
        raise TooLongError
    return min(starts, default=0)


def adjacency(encounters: Encounters, people: int, base: int) -> Adjacency:
    """The encounters as rows by person, counted from `base` (at or before every start)."""
    start, end, tick = _ticks(encounters, base)
    order = np.argsort(end, kind="stable")
    owner = _both_ways(encounters.first, encounters.second, order)
    pointers, half = _by_owner(owner, people)
    layout = NARROW if start.dtype == np.uint16 else WIDE
    columns = _places(encounters, owner, half, order, pointers)
    return Adjacency(_rows(start, end, owner, half, order, layout), pointers, tick, *columns, np.empty(0, np.int64))


def added(encounters: Encounters, base: int) -> Adjacency:
    """Some encounters that came later, with positions for their people only. Raises `TooLongError`."""
    start, end = encounters.start - base, encounters.end - base
    if len(start) and max(-int(start.min()), int(end.max())) >= NEVER:
        raise TooLongError
    order = in_order(end)
    owner = _both_ways(encounters.first, encounters.second, order)
    half = in_order(owner)
    owners = owner[half].astype(np.int64)
    begins = np.flatnonzero(np.diff(owners, prepend=-1))
    pointers = np.append(begins, len(owners))
    columns = _places(encounters, owner, half, order, pointers)
    return Adjacency(_rows(start, end, owner, half, order, LATER), pointers, 1, *columns, owners[begins])


def _rows(
    start: NDArray[Any], end: NDArray[Any], owner: Numbers, half: Positions, order: Positions, layout: np.dtype[np.void]
) -> Rows:
    rows, of_encounter = np.empty(len(half), layout), order[half >> 1]
    rows["other"], rows["start"], rows["end"] = owner[half ^ 1], start[of_encounter], end[of_encounter]
    return rows


def _places(
    encounters: Encounters, owner: Numbers, half: Positions, order: Positions, pointers: NDArray[np.integer[Any]]
) -> tuple[NDArray[np.signedinteger[Any]], NDArray[np.integer[Any]]]:
    """The places and their pointers."""
    place = encounters.place
    if not len(place) or int(place.max()) < 0:
        return np.empty(0, np.int16), np.empty(0, np.int32)
    is_upward = owner[half] < owner[half ^ 1]
    narrow = np.int16 if int(place.max()) <= np.iinfo(np.int16).max else np.int32
    places = place[order[half[is_upward] >> 1]].astype(narrow)
    counts = np.cumsum(is_upward, dtype=np.int64 if len(place) > NEVER else np.int32)
    return places, np.concatenate((counts[:1] * 0, counts))[pointers]


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

    SciPy's conversion between compressed forms is a counting sort, many times faster than a stable argsort.
    """
    halves = csr_array((np.arange(len(owner)), owner, np.array([0, len(owner)])), shape=(1, people)).tocsc()
    return halves.indptr, halves.data
