"""Rows that repeat or overlap others, column by column (trùng dòng, chồng giờ)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .model import Seconds

Column = NDArray[np.signedinteger[Any]]
Mask = NDArray[np.bool_]
_PRIME = np.uint64(0x9E3779B97F4A7C15)


def first_equals(columns: Sequence[Column]) -> NDArray[np.int64]:
    """For each row the first row that is equal in every column: itself, unless it repeats one above.

    >>> first_equals([np.array([7, 8, 7, 7]), np.array([1, 1, 1, 2])]).tolist()
    [0, 1, 0, 3]
    """
    count = len(columns[0])
    mixed = np.zeros(count, np.uint64)
    for column in columns:
        mixed = (mixed ^ column.astype(np.uint64)) * _PRIME
        mixed ^= mixed >> np.uint64(29)
    order = np.argsort(mixed, kind="stable")
    alike = mixed[order[1:]] == mixed[order[:-1]]
    suspects = np.sort(order[np.append(alike, False) | np.insert(alike, 0, False)]) if count else order
    firsts = np.arange(count)
    seen: dict[tuple[int, ...], int] = {}
    values = zip(*(column[suspects].tolist() for column in columns), strict=True)
    for row, value in zip(suspects.tolist(), values, strict=True):
        firsts[row] = seen.setdefault(value, row)
    return firsts


def overlaps_before(keys: Sequence[Column], start: Seconds, end: Seconds) -> Mask:
    """Which rows begin before an earlier row of the same keys has ended; of rows that begin together, all but one.

    >>> overlaps_before([np.array([1, 1, 1, 2])], np.array([0, 5, 10, 5]), np.array([6, 10, 12, 9])).tolist()
    [False, True, False, False]
    """
    order, fresh, until = _runs(keys, start, end)
    late = np.zeros(len(start), np.bool_)
    if len(start):
        late[order[1:]] = ~fresh[1:] & (start[order[1:]] < until[:-1])
    return late


def merge_overlaps(keys: Sequence[Column], start: Seconds, end: Seconds) -> tuple[NDArray[np.intp], Seconds]:
    """Rows that overlap or touch within their keys, as one: the row of each that begins first, and when it ends.

    >>> merge_overlaps([np.array([1, 1, 1, 2])], np.array([0, 5, 11, 5]), np.array([6, 10, 12, 9]))
    (array([0, 2, 3]), array([10, 12,  9]))
    """
    order, fresh, until = _runs(keys, start, end)
    if not len(start):
        return order, end
    begins = fresh.copy()
    begins[1:] |= start[order[1:]] > until[:-1]
    at = np.flatnonzero(begins)
    return order[at], np.maximum.reduceat(end[order], at)


def _runs(keys: Sequence[Column], start: Seconds, end: Seconds) -> tuple[NDArray[np.intp], Mask, Seconds]:
    """Rows in order of keys and start; where new keys begin; the latest end so far within the keys."""
    order = np.lexsort((start, *keys))
    fresh = np.ones(len(order), np.bool_)
    if not len(order):
        return order, fresh, end
    fresh[1:] = np.logical_or.reduce([key[order[1:]] != key[order[:-1]] for key in keys])
    low = int(start.min())
    lift = (np.cumsum(fresh) - 1) * (int(end.max()) - low + 1)  # so that no run is reached by the one before it
    until = np.maximum.accumulate(end[order] - low + lift) - lift + low
    return order, fresh, until
