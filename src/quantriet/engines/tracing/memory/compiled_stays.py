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
from .compiling import compiled
from .givers import Givers
from .stays import HALF, Stays, in_order

_AHEAD = 64  # visits whose people are read together
_FEW = 1 << 13  # presences of one case's contacts, whom nothing has brought into the caches yet
_STRIDE = 16  # keys that are added one by one: a sum for each would double the scratch


def sweep(board: Board, stores: Sequence[Stays], givers: Givers, least: int, *, is_last: bool) -> Positions:
    """What every visit has from the givers' visits to the same place; returns who is brought forward, in rising order.

    Its scratch is 17 bytes for each visit of a giver (33 with several stores) and 4 for each person.
    """
    found = [
        _presences(
            store.order, store.pointers, store.key, store.stayed, givers.person, givers.since, givers.until, least
        )
        for store in stores
    ]
    start, end = in_order(found)
    if not len(start):
        return np.empty(0, np.int64)
    start_sums, end_sums = _sums(start), _sums(end)
    people, count = len(board.arrival), 0
    touched = np.empty(people + 1, np.int32)
    for store in stores:
        count, _ = _sweep(
            store.person, store.key, store.stayed, store.longest, store.places, start, end, start_sums, end_sums,
            least, is_last, board.arrival, board.coming, board.seconds, touched, count,
        )  # fmt: skip
    if count < people // 16:
        return np.sort(touched[:count]).astype(np.int64)
    return np.flatnonzero(board.coming != NEVER)


@compiled
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


@compiled
def _sums(keys: Any) -> Any:
    """Entry i is the sum of the first `_STRIDE * i` keys, without their places."""
    sums, total = np.zeros(len(keys) // _STRIDE + 1, np.int64), 0
    for number in range(len(keys) // _STRIDE * _STRIDE):
        total += keys[number] & 0xFFFFFFFF
        sums[number // _STRIDE + 1] = total
    return sums


@compiled
def _sum(keys: Any, sums: Any, low: int, high: int) -> int:
    """The sum of these keys, without their places."""
    total = 0
    if high - low > _STRIDE:
        first, last = low // _STRIDE + 1, high // _STRIDE
        for number in range(low, first * _STRIDE):
            total += keys[number] & 0xFFFFFFFF
        total += sums[last] - sums[first]
        low = last * _STRIDE
    for number in range(low, high):
        total += keys[number] & 0xFFFFFFFF
    return total


@compiled
def _first(keys: Any, wanted: int, low: int, high: int) -> int:
    """The first of these positions whose key is `wanted` or more."""
    while low < high:
        middle = (low + high) // 2
        if keys[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@compiled
def _first_near(keys: Any, wanted: int, low: int) -> int:
    """The same from `low` on, when it is not far."""
    step, high = 1, low
    while high < len(keys) and keys[high] < wanted:
        low, high, step = high + 1, high + step, 2 * step
    return _first(keys, wanted, low, min(high, len(keys)))


@compiled
def _shared(
    start: Any, end: Any, start_sums: Any, end_sums: Any, since: int, until: int, begun: int, over: int, least: int
) -> int:
    """Seconds of all presences in a visit, before which so many of them have `begun` and so many are `over`."""
    started, ended = _first_near(start, until, begun), _first_near(end, until + 1, over)
    shared, close = (begun - over) * (until - since), until & 0xFFFFFFFF
    shared += (started - begun) * close - _sum(start, start_sums, begun, started)
    shared -= (ended - over) * close - _sum(end, end_sums, over, ended)
    return shared + (least - 1) * (started - over)


@compiled
def _read(persons: Any, low: int, high: int, arrival: Any, coming: Any, seconds: Any) -> int:
    """Touch the cells of these visits' people, who lie anywhere: so they are waited for together."""
    read = 0
    for number in range(low, high):
        person = persons[number]
        read += arrival[person] + coming[person] + seconds[person]
    return read


@compiled
def _sweep(
    persons: Any, keys: Any, stayed: Any, longest: Any, places: Any, start: Any, end: Any, start_sums: Any,
    end_sums: Any, least: int, is_last: bool, arrival: Any, coming: Any, seconds: Any, touched: Any, count: int,
) -> tuple[int, int]:  # fmt: skip
    at, beyond, read = 0, 0, 0
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
        at = _first(keys, opens - longest[place], max(at, places[place]), places[place + 1])
        begun, over, ahead = first, first, at if len(start) < _FEW else -1
        while at < places[place + 1] and keys[at] < closes:
            if at == ahead:
                ahead = min(at + _AHEAD, places[place + 1])
                read += _read(persons, at, ahead, arrival, coming, seconds)
            since, taker = keys[at], persons[at]
            until = since + np.int64(stayed[at]) - (least - 1)
            at += 1
            begin = max(since, opens)
            was = arrival[taker]
            if begin >= until or begin - zero >= was or (is_last and was != NEVER):
                continue
            if beyond == first + 1 and (beyond == len(start) or start[beyond] >= until):
                shared = min(until, closes) - begin + (least - 1)  # mostly one presence is there alone
            else:
                begun, over = _first_near(start, since, begun), _first_near(end, since + 1, over)
                shared = _shared(start, end, start_sums, end_sums, since, until, begun, over, least)
            before = coming[taker]
            seconds[taker] += shared
            coming[taker] = min(before, begin - zero)
            touched[count] = taker
            count += before == NEVER
    return count, read
