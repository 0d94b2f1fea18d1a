"""Strategies for small dense logs in which everything that can tie does tie; every engine is driven with these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from quantriet.engines.tracing.model import Case, Encounters, Log, Rules, Visits

MINUTE, DAY = 60, 86_400
# Clocks: single seconds, whole minutes across a midnight, steps that outgrow 45 days and 65,536 minutes.
CLOCKS = ((0, 1), (1_700_000_000, 1), (1_699_999_200, MINUTE), (1_599_955_200, 3 * DAY), (-7 * DAY, 10 * MINUTE))
LATEST = 24  # ticks of a clock in a log


@dataclass(frozen=True, slots=True)
class Problem:
    """One question to an engine."""

    log: Log
    cases: tuple[Case, ...]
    rules: Rules


def encounters_of(rows: Sequence[tuple[int, int, int, int, int]]) -> Encounters:
    """Columns of rows (first, second, start, end, place)."""
    table = np.array(rows, np.int64).reshape(-1, 5)
    first, second, place = (table[:, column].astype(np.int32) for column in (0, 1, 4))
    return Encounters(first, second, table[:, 2].copy(), table[:, 3].copy(), place)


def visits_of(rows: Sequence[tuple[int, int, int, int]]) -> Visits:
    """Columns of rows (person, place, entered, left)."""
    table = np.array(rows, np.int64).reshape(-1, 4)
    person, place = (table[:, column].astype(np.int32) for column in (0, 1))
    return Visits(person, place, table[:, 2].copy(), table[:, 3].copy())


def names(letter: str, count: int) -> tuple[str, ...]:
    """So many names in alphabetical order."""
    return tuple(f"{letter}{number:02d}" for number in range(count))


@st.composite
def intervals(draw: st.DrawFn, clock: tuple[int, int]) -> tuple[int, int]:
    """A half-open interval on the ticks of a clock: many touch, coincide or overlap."""
    base, step = clock
    start = draw(st.integers(0, LATEST - 1))
    length = draw(st.sampled_from((1, 2, 3, 6, LATEST)))
    return base + start * step, base + min(start + length, LATEST) * step


@st.composite
def meetings(draw: st.DrawFn, people: int, places: int, clock: tuple[int, int]) -> tuple[int, int, int, int, int]:
    """One encounter row of two different people, with a place or without."""
    first = draw(st.integers(0, people - 1))
    second = (first + draw(st.integers(1, people - 1))) % people
    return first, second, *draw(intervals(clock)), draw(st.integers(-1, places - 1))


@st.composite
def stays(draw: st.DrawFn, people: int, places: int, clock: tuple[int, int]) -> tuple[int, int, int, int]:
    """One visit row."""
    return draw(st.integers(0, people - 1)), draw(st.integers(0, places - 1)), *draw(intervals(clock))


@st.composite
def logs(draw: st.DrawFn, clock: tuple[int, int], most: int = 30) -> Log:
    """A log of some people who met again and again: encounters only, visits only, or both; rows may be repeated."""
    people, places = draw(st.integers(2, 9)), draw(st.integers(1, 3))
    least = draw(st.sampled_from((0, people, most)))
    met = draw(st.lists(meetings(people, places, clock), min_size=min(least, most), max_size=most))
    stayed = draw(st.lists(stays(people, places, clock), min_size=min(least, most // 2), max_size=most // 2))
    repeated = draw(st.integers(0, 1))
    met, stayed = met + met[:repeated], stayed + stayed[:repeated]
    return Log(names("p", people), names("q", places), encounters_of(met), visits_of(stayed))


@st.composite
def cases(draw: st.DrawFn, people: int, clock: tuple[int, int]) -> tuple[Case, ...]:
    """Index cases, some with several windows (that may overlap or coincide), some that met each other."""
    base, step = clock
    found = []
    for _ in range(draw(st.integers(1, 4))):
        start = base + draw(st.integers(0, LATEST // 3)) * step  # early, so that generations follow
        end = start + draw(st.sampled_from((1, 6, LATEST))) * step
        if draw(st.booleans()):  # windows seldom begin on the tick of a clock
            start, end = start - step // 2, end + step // 3
        found.append(Case(draw(st.integers(0, people - 1)), start, max(end, start + 1)))
    return tuple(found)


@st.composite
def rules(draw: st.DrawFn, clock: tuple[int, int]) -> Rules:
    """Rules with and without latency and a least length, on the tick and off it."""
    step = clock[1]
    latency = draw(st.sampled_from((0, 0, 0, step, step + step // 2, 5 * step)))
    least = draw(st.sampled_from((1, 1, 1, step, step + 1)))
    return Rules(draw(st.integers(1, 5)), latency, least)


@st.composite
def problems(draw: st.DrawFn, most: int = 30) -> Problem:
    """A log, cases and rules on one clock."""
    clock = draw(st.sampled_from(CLOCKS))
    log = draw(logs(clock, most))
    return Problem(log, draw(cases(len(log.people), clock)), draw(rules(clock)))
