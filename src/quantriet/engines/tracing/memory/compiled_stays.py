"""The sweep over visits compiled by Numba (extra `fast`).

Presences become two columns of keys, starts and ends, each sorted for itself: wherever as many have ended as have
started, nobody is there. Between two such moments the visits of that place are read once, in the order of arrival.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from .board import Board
from .columns import NEVER, Positions
from .compiled import _compile
from .givers import Givers
from .stays import HALF, Stays


def sweep(board: Board, stores: Sequence[Stays], givers: Givers, least: int, *, is_last: bool) -> Positions:
    """What every visit has from the givers' visits to the same place; returns who is brought forward, in rising order.

    In rows of 8 bytes it needs four for each presence, and for each person half a one.
    """
    found = [
        _presences(
            store.order, store.pointers, store.key, store.stayed, givers.person, givers.since, givers.until, least
        )
        for store in stores
    ]
    start, end = found[0] if len(found) == 1 else (np.concatenate(column) for column in zip(*found, strict=True))
    if not len(start):
        return np.empty(0, np.int64)
    start.sort()
    end.sort()
    start_sums, end_sums = _sums(start), _sums(end)
    people, count = len(board.arrival), 0
    touched = np.empty(people + 1, np.int32)
    for store in stores:
        count = _sweep(
            store.person, store.key, store.stayed, store.longest, start, end, start_sums, end_sums, least, is_last,
            board.arrival, board.coming, board.seconds, touched, count,
        )  # fmt: skip
    if count < people // 16:
        return np.sort(touched[:count]).astype(np.int64)
    return np.flatnonzero(board.coming != NEVER)


@_compile
def _presences(
    order: Any, pointers: Any, keys: Any, stayed: Any, givers: Any, sinces: Any, untils: Any, least: int
) -> Any:
    """Starts and ends, as keys, of the givers' visits while they pass on; ends `least - 1` seconds forward."""
    most = 0
    for giver in givers:
        most += pointers[giver + 1] - pointers[giver]
    starts, ends, count = np.empty(most, np.int64), np.empty(most, np.int64), 0
    for number in range(len(givers)):
        giver = givers[number]
        for at in range(pointers[giver], pointers[giver + 1]):
            visit = order[at]
            zero = (keys[visit] >> 32 << 32) + HALF
            since = max(keys[visit], zero + sinces[number])
            until = min(keys[visit] + np.int64(stayed[visit]), zero + untils[number])
            if until - since >= least:
                starts[count], ends[count] = since, until - (least - 1)
                count += 1
    return starts[:count], ends[:count]


@_compile
def _sums(keys: Any) -> Any:
    """Entry i is the sum of the first i keys, without their places."""
    sums = np.empty(len(keys) + 1, np.int64)
    sums[0] = 0
    for number in range(len(keys)):
        sums[number + 1] = sums[number] + (keys[number] & 0xFFFFFFFF)
    return sums


@_compile
def _first(keys: Any, wanted: int, low: int, high: int) -> int:
    """The first of these positions whose key is `wanted` or more."""
    while low < high:
        middle = (low + high) // 2
        if keys[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@_compile
def _first_near(keys: Any, wanted: int, low: int) -> int:
    """The same from `low` on, when it is not far."""
    step, high = 1, low
    while high < len(keys) and keys[high] < wanted:
        low, high, step = high + 1, high + step, 2 * step
    return _first(keys, wanted, low, min(high, len(keys)))


@_compile
def _sweep(
    persons: Any, keys: Any, stayed: Any, longest: Any, start: Any, end: Any, start_sums: Any, end_sums: Any,
    least: int, is_last: bool, arrival: Any, coming: Any, seconds: Any, touched: Any, count: int,
) -> int:  # fmt: skip
    at, beyond = 0, 0
    while beyond < len(start):
        first = beyond
        beyond += 1
        while beyond < len(start) and start[beyond] <= end[beyond - 1]:
            beyond += 1
        place = start[first] >> 32
        if place >= len(longest):
            break
        zero = (place << 32) + HALF
        opens, closes = start[first], end[beyond - 1]
        at = _first(keys, max(opens - longest[place], place << 32), at, len(keys))
        begun, over = first, first
        while at < len(keys) and keys[at] < closes:
            since, taker = keys[at], persons[at]
            until = since + np.int64(stayed[at]) - (least - 1)
            at += 1
            begin = max(since, opens)
            was = arrival[taker]
            if begin >= until or begin - zero >= was or (is_last and was != NEVER):
                continue
            # How many presences start before the visit begins and before it ends; how many end by then.
            begun, over = _first_near(start, since, begun), _first_near(end, since + 1, over)
            started, ended = _first_near(start, until, begun), _first_near(end, until + 1, over)
            lasts, close = (begun - over) * (until - since), until & 0xFFFFFFFF
            lasts += (started - begun) * close - (start_sums[started] - start_sums[begun])
            lasts -= (ended - over) * close - (end_sums[ended] - end_sums[over])
            before = coming[taker]
            seconds[taker] += lasts + (least - 1) * (started - over)
            coming[taker] = min(before, begin - zero)
            touched[count] = taker
            count += before == NEVER
    return count
