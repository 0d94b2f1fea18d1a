"""The kernel in NumPy: complete, and what runs where Numba is not installed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .adjacency import Adjacency
from .board import Board, distinct
from .columns import CASE, NEVER, Meetings, Parts, Positions, each_of
from .givers import Givers, Passing
from .layers import Front, Sooner
from .stays import sweep as sweep

_AT_ONCE = 1 << 20  # rows looked at together
_PEOPLE_AT_ONCE = 1 << 14


def push(board: Board, adjacency: Adjacency, givers: Givers, least: int, *, is_last: bool) -> Positions:
    """Every row of every giver that counts; returns who is brought forward, in rising order."""
    touched = [board.absorb(found, is_last=is_last) for found in parts(adjacency, givers, least)]
    return distinct(np.concatenate(touched), len(board.arrival)) if touched else np.empty(0, np.int64)


def settle(board: Board, touched: Positions) -> tuple[NDArray[np.bool_], NDArray[np.int32], NDArray[np.int64]]:
    """End the hop: whether each of these people is new, its exposure and its seconds in this hop."""
    is_new, begin, seconds = board.arrival[touched] == NEVER, board.coming[touched], board.seconds[touched]
    board.arrival[touched], board.coming[touched], board.seconds[touched] = begin, NEVER, 0
    return is_new, begin, seconds


def pull(
    adjacency: Adjacency, people: Positions, passing: Passing, least: int, begins: Positions, seconds: Positions
) -> None:
    """Write into the two columns what these people are passed over their rows: the earliest moment, all seconds."""
    for low in range(0, len(people), _PEOPLE_AT_ONCE):
        few = people[low : low + _PEOPLE_AT_ONCE]
        met = adjacency.meetings(few, np.full(len(few), -NEVER))
        gather(met, passing.giving(met.other), least, begins[low:], seconds[low:])


def bring(front: Front, taker: Positions, begin: Positions) -> None:
    """Bring forward whom these moments expose earlier; a taker may stand here often."""
    counts = np.flatnonzero(begin < front.labels[taker])
    taker = taker[counts]
    first = distinct(taker[front.before[taker] == CASE], len(front.labels))
    front.before[first] = front.labels[first]
    front.touched[front.count : front.count + len(first)] = first
    front.count += len(first)
    np.minimum.at(front.labels, taker, begin[counts].astype(np.int32))


def push_sooner(front: Front, adjacency: Adjacency, sooner: Sooner, least: int) -> None:
    """Bring forward whom rows of these givers expose earlier than is known."""
    for found in parts(adjacency, sooner.givers, least, sooner.known):
        bring(front, found.taker, found.begin)


def given(labels: NDArray[np.int32], adjacency: Adjacency, givers: Givers, least: int) -> Positions:
    """Whose label may be what rows of these givers gave; a person may stand there often."""
    return np.concatenate([np.empty(0, np.int64), *(found.given(labels) for found in parts(adjacency, givers, least))])


def gather(
    met: Meetings, giving: tuple[Positions, Positions, Positions], least: int, begins: Positions, seconds: Positions
) -> None:
    """The same over meetings, given who of their others passes on and when."""
    found = passed_on(met, giving, least)
    np.minimum.at(begins, found.taker, found.begin)
    np.add.at(seconds, found.taker, found.seconds)


def over(met: Meetings, passing: Passing, least: int) -> Parts:
    """What is passed on over these meetings, from the other to the one: the takers are the numbers of the ones."""
    return passed_on(met, passing.giving(met.other), least)


def passed_on(met: Meetings, giving: tuple[Positions, Positions, Positions], least: int) -> Parts:
    """The same, given who of their others passes on and when."""
    at, since, until = giving
    begin, close = np.maximum(met.start[at], since), np.minimum(met.end[at], until)
    good = np.flatnonzero(close - begin >= least)
    return Parts(met.which[at[good]], begin[good], (close - begin)[good])


def parts(adjacency: Adjacency, givers: Givers, least: int, known: Positions | None = None) -> Iterator[Parts]:
    """What these givers pass on over these rows, some rows at a time; if `known` is given, what begins before it."""
    first, beyond = adjacency.since(givers.person, givers.since + least)
    totals = np.cumsum(beyond - first)
    low = 0
    while low < len(givers):
        before = int(totals[low - 1]) if low else 0
        high = max(int(np.searchsorted(totals, before + _AT_ONCE)), low + 1)
        which, at = each_of(first[low:high], beyond[low:high])
        yield _parts(adjacency, givers, which + low, at, least, known)
        low = high


def _parts(
    adjacency: Adjacency, givers: Givers, which: Positions, at: Positions, least: int, known: Positions | None
) -> Parts:
    start, end = adjacency.times(at)
    begin, close = np.maximum(start, givers.since[which]), np.minimum(end, givers.until[which])
    is_part = close - begin >= least
    counts = np.flatnonzero(is_part if known is None else is_part & (begin < known[which]))
    taker = adjacency.rows["other"][at[counts]].astype(np.int64)
    return Parts(taker, begin[counts], (close - begin)[counts])
