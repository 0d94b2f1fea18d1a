"""The same kernel compiled by Numba (extra `fast`).

A hop of few givers pushes along their rows. Where the givers hold more rows than those who may be reached, each of
these pulls from its own rows instead: they are read in order, and by as many threads as there are cores.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .adjacency import Adjacency
from .board import Board
from .columns import CASE, NEVER, Meetings, Parts, Positions
from .compiled_stays import sweep as sweep
from .compiling import compiled
from .givers import Givers, Passing
from .layers import Front, Sooner

# A row pushed costs as much as this many rows pulled (measured at 60 million rows).
_PUSHED = 2
_FEW = 1 << 12  # givers whose rows need not be counted
_GIVERS, _LINES, _LINE = 64, 4, 8  # givers whose rows are read ahead together, how many lines of how many rows
_PARTS = 1 << 12  # parts put by before the labels of their takers are looked at
_WORTH_THREADS = 1 << 19  # rows below which a second thread costs more than it saves


def push(board: Board, adjacency: Adjacency, givers: Givers, least: int, *, is_last: bool) -> Positions:
    """Every row of every giver that counts; returns who is brought forward, in rising order."""
    people = len(board.arrival)
    if _is_dense(board, adjacency, givers, is_last=is_last):
        return _pull_all(board, adjacency, givers, least, is_last=is_last)
    at, is_there = adjacency.positions(givers.person)
    since, until = givers.since, givers.until
    if adjacency.owners.size:
        at, since, until = at[is_there], since[is_there], until[is_there]
    touched = np.empty(people + 1, np.int32)

    def push_to(low: int, high: int) -> int:
        return _push(
            adjacency.rows, adjacency.pointers, adjacency.tick, at, since, until, least, is_last, low, high,
            board.arrival, board.coming, board.seconds, touched,
        )  # fmt: skip

    if len(givers) > _FEW and _rows_of(adjacency, at) > _WORTH_THREADS:
        _in_threads(push_to, people, os.cpu_count() or 1, os.cpu_count() or 1)
    elif (count := push_to(0, people)) < people // 16:
        return np.sort(touched[:count]).astype(np.int64)
    return np.flatnonzero(board.coming != NEVER)


def settle(board: Board, touched: Positions) -> tuple[NDArray[np.bool_], NDArray[np.int32], NDArray[np.int64]]:
    """End the hop: whether each of these people is new, its exposure and its seconds in this hop."""
    count = len(touched)
    is_new, begin, seconds = np.empty(count, np.bool_), np.empty(count, np.int32), np.empty(count, np.int64)
    _settle(touched, board.arrival, board.coming, board.seconds, is_new, begin, seconds)
    return is_new, begin, seconds


def pull(
    adjacency: Adjacency, people: Positions, passing: Passing, least: int, begins: Positions, seconds: Positions
) -> None:
    """Write into the two columns what these people are passed over their rows: the earliest moment, all seconds."""
    at, is_there = adjacency.positions(people)
    _pull_some(
        adjacency.rows, adjacency.pointers, adjacency.tick, np.flatnonzero(is_there), at, passing.labels,
        min(passing.latency, NEVER), least, begins, seconds,
    )  # fmt: skip


def bring(front: Front, taker: Positions, begin: Positions) -> None:
    """Bring forward whom these moments expose earlier; a taker may stand here often."""
    front.count = _bring(taker, begin, len(taker), front.labels, front.before, front.touched, front.count)


def push_sooner(front: Front, adjacency: Adjacency, sooner: Sooner, least: int) -> None:
    """Bring forward whom rows of these givers expose earlier than is known."""
    at, is_there = adjacency.positions(sooner.givers.person)
    since, until, known = sooner.givers.since, sooner.givers.until, sooner.known
    if adjacency.owners.size:
        at, since, until, known = at[is_there], since[is_there], until[is_there], known[is_there]
    front.count, _ = _push_sooner(
        adjacency.rows, adjacency.pointers, adjacency.tick, at, since, until, known, least,
        front.labels, front.before, front.touched, front.count,
    )  # fmt: skip


def given(labels: NDArray[np.int32], adjacency: Adjacency, givers: Givers, least: int) -> Positions:
    """Whose label may be what rows of these givers gave; a person may stand there often."""
    at, is_there = adjacency.positions(givers.person)
    since, until = givers.since, givers.until
    if adjacency.owners.size:
        at, since, until = at[is_there], since[is_there], until[is_there]
    return _given(adjacency.rows, adjacency.pointers, adjacency.tick, at, since, until, least, labels)


def over(met: Meetings, passing: Passing, least: int) -> Parts:
    """What is passed on over these meetings, from the other to the one: the takers are the numbers of the ones."""
    latency = min(passing.latency, NEVER)
    return Parts(*_over(met.which, met.other, met.start, met.end, passing.labels, latency, least))


def _is_dense(board: Board, adjacency: Adjacency, givers: Givers, *, is_last: bool) -> bool:
    people = len(board.arrival)
    if adjacency.owners.size or len(givers) < people // 64 or np.any(givers.until != NEVER):
        return False
    pushed = _rows_of(adjacency, givers.person)
    share = np.count_nonzero(board.arrival == NEVER) / people if is_last else 1.0
    return pushed * _PUSHED > len(adjacency.rows) * share


def _rows_of(adjacency: Adjacency, positions: Positions) -> int:
    return int((adjacency.pointers[positions + 1] - adjacency.pointers[positions]).sum(dtype=np.int64))


def _pull_all(board: Board, adjacency: Adjacency, givers: Givers, least: int, *, is_last: bool) -> Positions:
    people = len(board.arrival)
    passing = np.full(people, NEVER, np.int32)
    passing[givers.person] = givers.since

    def pull_for(low: int, high: int) -> None:
        _pull(
            adjacency.rows, adjacency.pointers, adjacency.tick, passing, least, is_last, low, high,
            board.arrival, board.coming, board.seconds,
        )  # fmt: skip

    threads = (os.cpu_count() or 1) if len(adjacency.rows) > _WORTH_THREADS else 1
    _in_threads(pull_for, people, 8 * threads, threads)
    return np.flatnonzero(board.coming != NEVER)


def _in_threads(work: Callable[[int, int], object], people: int, pieces: int, threads: int) -> None:
    """Do the work for ranges of the people who may be reached."""
    edges = np.linspace(0, people, pieces + 1).astype(np.int64).tolist()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, edges[:-1], edges[1:]))


@compiled
def _push(
    rows: Any, pointers: Any, tick: int, givers: Any, sinces: Any, untils: Any, least: int, is_last: bool,
    low: int, high: int, arrival: Any, coming: Any, seconds: Any, touched: Any,
) -> int:  # fmt: skip
    count = 0
    for number in range(len(givers)):
        giver, since, until = givers[number], sinces[number], untils[number]
        at, beyond = pointers[giver], pointers[giver + 1]
        wanted, last = (since + least + tick - 1) // tick, beyond
        while at < last:
            middle = (at + last) // 2
            if rows[middle].end < wanted:
                at = middle + 1
            else:
                last = middle
        for place in range(at, beyond):
            taker = rows[place].other
            if taker < low or taker >= high:
                continue
            begin = max(rows[place].start * tick, since)
            was = arrival[taker]
            if begin >= was or (is_last and was != NEVER):
                continue
            lasts = min(rows[place].end * tick, until) - begin
            if lasts < least:
                continue
            before = coming[taker]
            seconds[taker] += lasts
            coming[taker] = min(before, begin)
            touched[low + count] = taker  # kept only if it is new: cheaper than a branch nobody can predict
            count += before == NEVER
    return count


@compiled
def _pull(
    rows: Any, pointers: Any, tick: int, passing: Any, least: int, is_last: bool, low: int, high: int,
    arrival: Any, coming: Any, seconds: Any,
) -> None:  # fmt: skip
    for taker in range(low, high):
        was = arrival[taker]
        if was == CASE or (is_last and was != NEVER):
            continue
        first, total = NEVER, 0
        for place in range(pointers[taker], pointers[taker + 1]):
            since = passing[rows[place].other]
            if since >= was:
                continue
            begin = max(rows[place].start * tick, since)
            lasts = rows[place].end * tick - begin
            if lasts < least or begin >= was:
                continue
            total += lasts
            first = min(first, begin)
        if first != NEVER:
            coming[taker] = first
            seconds[taker] = total


@compiled
def _pull_some(
    rows: Any, pointers: Any, tick: int, numbers: Any, positions: Any, labels: Any, latency: int, least: int,
    begins: Any, seconds: Any,
) -> None:  # fmt: skip
    for number in numbers:
        at = positions[number]
        for place in range(pointers[at], pointers[at + 1]):
            label = labels[rows[place].other]
            if label in (NEVER, CASE):
                continue
            begin = max(rows[place].start * tick, label + latency)
            lasts = rows[place].end * tick - begin
            if lasts >= least:
                begins[number] = min(begins[number], begin)
                seconds[number] += lasts


@compiled
def _settle(touched: Any, arrival: Any, coming: Any, seconds: Any, is_new: Any, begin: Any, total: Any) -> None:
    for number in range(len(touched)):
        person = touched[number]
        is_new[number] = arrival[person] == NEVER
        begin[number], total[number] = coming[person], seconds[person]
        arrival[person], coming[person], seconds[person] = coming[person], NEVER, 0


@compiled
def _bring(takers: Any, begins: Any, parts: int, labels: Any, before: Any, touched: Any, count: int) -> int:
    for part in range(parts):
        taker = takers[part]
        was = labels[taker]
        if begins[part] < was:
            labels[taker] = begins[part]
            if before[taker] == CASE:
                before[taker] = was
                touched[count] = taker
                count += 1
    return count


@compiled
def _push_sooner(
    rows: Any, pointers: Any, tick: int, givers: Any, sinces: Any, untils: Any, known: Any, least: int,
    labels: Any, before: Any, touched: Any, count: int,
) -> tuple[int, int]:  # fmt: skip
    takers, begins, parts = np.empty(_PARTS, np.int32), np.empty(_PARTS, np.int32), 0
    read = 0
    for low in range(0, len(givers), _GIVERS):
        high = min(low + _GIVERS, len(givers))
        # Givers lie far apart. The last rows of several, read one right after the other, are waited for together.
        for number in range(low, high):
            first, place = pointers[givers[number]], pointers[givers[number] + 1] - 1
            for _ in range(_LINES):
                if place >= first:
                    read += rows[place].end
                place -= _LINE
        for number in range(low, high):
            first, place = pointers[givers[number]], pointers[givers[number] + 1] - 1
            since, until, told = sinces[number], untils[number], known[number]
            earliest = (since + least + tick - 1) // tick
            while place >= first and rows[place].end >= earliest:
                begin = max(rows[place].start * tick, since)
                lasts = min(rows[place].end * tick, until) - begin
                takers[parts], begins[parts] = rows[place].other, begin
                parts += (begin < told) & (lasts >= least)  # no branch: nobody can predict it
                place -= 1
                if parts == _PARTS:
                    count, parts = _bring(takers, begins, parts, labels, before, touched, count), 0
        count, parts = _bring(takers, begins, parts, labels, before, touched, count), 0
    return count, read


@compiled
def _given(
    rows: Any, pointers: Any, tick: int, givers: Any, sinces: Any, untils: Any, least: int, labels: Any
) -> Positions:
    most = 0
    for giver in givers:
        most += pointers[giver + 1] - pointers[giver]
    takers, count = np.empty(most, np.int64), 0
    for number in range(len(givers)):
        first, place = pointers[givers[number]], pointers[givers[number] + 1] - 1
        since, until = sinces[number], untils[number]
        earliest = (since + least + tick - 1) // tick
        while place >= first and rows[place].end >= earliest:
            begin = max(rows[place].start * tick, since)
            takers[count] = rows[place].other
            count += (labels[rows[place].other] == begin) & (min(rows[place].end * tick, until) - begin >= least)
            place -= 1
    return takers[:count].copy()


@compiled
def _over(
    ones: Any, others: Any, starts: Any, ends: Any, labels: Any, latency: int, least: int
) -> tuple[Positions, Positions, Positions]:
    met, count = len(ones), 0
    takers, begins, seconds = np.empty(met, np.int64), np.empty(met, np.int64), np.empty(met, np.int64)
    for number in range(met):
        label = labels[others[number]]
        begin = max(starts[number], label + latency)
        takers[count], begins[count], seconds[count] = ones[number], begin, ends[number] - begin
        count += (label != NEVER) & (label != CASE) & (ends[number] - begin >= least)
    return takers[:count], begins[:count], seconds[:count]
