"""An invented population that meets at home, at work and out: any size, the same for the same seed.

Households of 2 to 6, units of 5 to 50, venues of 50 to 400, whose members live near one another; 14 days in whole
minutes. Of the encounters 35 % are at home, 45 % at work, 20 % at venues, as in no particular town.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from quantriet.engines.tracing.model import Case, Encounters, Log, Visits

MINUTE, DAY = 60, 86_400
MORNING = 1_704_042_000  # 2024-01-01 00:00 in Viet Nam
DAYS = 14
WINDOW = 5 * DAY
# Share of the encounters, least and most members, how far apart they live (people), opening hours, longest minutes.
KINDS = ((0.35, 2, 6, 0, (18, 23), 240), (0.45, 5, 50, 300, (8, 16), 60), (0.20, 50, 400, 4_000, (9, 21), 30))


class Numbered(Sequence[str]):
    """Names in alphabetical order that are written only when one is read: `n0000017`."""

    def __init__(self, letter: str, count: int) -> None:
        self._letter, self._count = letter, count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(self._count))]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        return f"{self._letter}{at % self._count:08d}"


def encounters(people: int, count: int, seed: int = 1) -> Log:
    """A log of `count` encounters of `people` people, with the place of each."""
    random = np.random.default_rng(seed)
    kinds = random.choice(len(KINDS), count, p=[kind[0] for kind in KINDS])
    first, second, place = (np.empty(count, np.int32) for _ in range(3))
    start, end = np.empty(count, np.int64), np.empty(count, np.int64)
    places = 0
    for number, (_, least, most, apart, hours, longest) in enumerate(KINDS):
        rows = np.flatnonzero(kinds == number)
        order, first_at, size, group = _groups(random, people, least, most, apart)
        seat = random.integers(0, people, len(rows))
        shift = 1 + (random.random(len(rows)) * (size[seat] - 1)).astype(np.int64)
        first[rows] = order[seat]
        second[rows] = order[first_at[seat] + (seat - first_at[seat] + shift) % size[seat]]
        start[rows] = _starts(random, len(rows), hours)
        end[rows] = start[rows] + random.integers(1, longest + 1, len(rows)) * MINUTE
        place[rows] = places + group[seat]
        places += int(group[-1]) + 1
    return Log(Numbered("n", people), Numbered("p", places), Encounters(first, second, start, end, place))


def visits(people: int, count: int, places: int, seed: int = 1) -> Log:
    """A log of `count` visits; a few places are crowded and most are not, as places are."""
    random = np.random.default_rng(seed)
    crowd = 1.0 / np.arange(1, places + 1) ** 0.8
    place = random.choice(places, count, p=crowd / crowd.sum()).astype(np.int32)
    person = random.integers(0, people, count).astype(np.int32)
    entered = _starts(random, count, (7, 20))
    left = entered + random.integers(5, 120, count) * MINUTE
    return Log(Numbered("n", people), Numbered("p", places), Encounters(), Visits(person, place, entered, left))


def cases(people: int, count: int, seed: int = 2) -> list[Case]:
    """So many index cases, each infectious for five days."""
    random = np.random.default_rng(seed)
    starts = MORNING + random.integers(0, (DAYS * DAY - WINDOW) // MINUTE, count) * MINUTE
    chosen = random.choice(people, count, replace=False)
    return [Case(person, start, start + WINDOW) for person, start in zip(chosen.tolist(), starts.tolist(), strict=True)]


def _starts(random: np.random.Generator, count: int, hours: tuple[int, int]) -> NDArray[np.int64]:
    days = random.integers(0, DAYS, count)
    return MORNING + days * DAY + random.integers(hours[0] * 60, hours[1] * 60, count) * MINUTE


def _groups(
    random: np.random.Generator, people: int, least: int, most: int, apart: int
) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]]:
    """Neighbours cut into groups: who sits where, and of each seat the first seat, the size and number of its group."""
    order = np.argsort(np.arange(people) + random.normal(0, apart, people) if apart else np.arange(people))
    sizes = random.integers(least, most + 1, people // least + 1)
    edges = np.concatenate(([0], np.cumsum(sizes)))
    edges = np.append(edges[edges < people - 1], people)  # the last group holds two at least
    group = np.repeat(np.arange(len(edges) - 1), np.diff(edges))
    return order.astype(np.int32), edges[group], np.diff(edges)[group], group.astype(np.int32)
