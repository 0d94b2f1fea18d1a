"""Logs in which levels must not be frozen: short meetings spread over time, so that a longer chain is often earlier.

Hypothesis shrinks what it draws, but what it draws is small: a person that is reached early by a long chain and late by
a short one, and passes on between, hardly occurs. In a third of these logs somebody does.
"""

from __future__ import annotations

import numpy as np

from quantriet.engines.tracing.model import Case, Contact, Encounters, Log, Rules, Visits
from tests.engines.tracing.logs import Problem, names

PEOPLE, PLACES, TICK, TICKS, LONGEST = 40, 4, 10, 40, 2


def crowd(seed: int) -> Problem:
    """Forty people, eighty encounters (one of them twice) and twenty visits; the same for the same seed."""
    random = np.random.default_rng(seed)
    first, start, end = random.integers(0, PEOPLE, 80), *_intervals(random, 80)
    second = (first + random.integers(1, PEOPLE, 80)) % PEOPLE
    met = (first, second, start, end, random.integers(-1, PLACES, 80))
    person, place, (entered, left) = (
        random.integers(0, PEOPLE, 20),
        random.integers(0, PLACES, 20),
        _intervals(random, 20),
    )
    first, second, start, end, place_met = (np.append(column, column[:1]) for column in met)
    log = Log(
        names("p", PEOPLE),
        names("q", PLACES),
        Encounters(first.astype(np.int32), second.astype(np.int32), start, end, place_met.astype(np.int32)),
        Visits(person.astype(np.int32), place.astype(np.int32), entered, left),
    )
    return Problem(log, _cases(random), _rules(random))


def passed_on_later(reached: dict[int, Contact]) -> bool:
    """Whether a chain goes through somebody in a later hop than the one that first reached them."""
    return any(
        reached[link.giver].level < hop for contact in reached.values() for hop, link in enumerate(contact.chain) if hop
    )


def _intervals(random: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
    start = random.integers(0, TICKS, count)
    return start * TICK, (start + random.integers(1, LONGEST + 1, count)) * TICK


def _cases(random: np.random.Generator) -> tuple[Case, ...]:
    """Two people, one of them with two windows that overlap off the tick."""
    one, other = random.choice(PEOPLE, 2, replace=False).tolist()
    return Case(one, 0, 205), Case(one, 195, TICKS * TICK), Case(other, 0, TICKS * TICK)


def _rules(random: np.random.Generator) -> Rules:
    latency, least = random.choice((0, 0, 5, 30)), random.choice((0, 1, 6))
    return Rules(int(random.integers(3, 7)), int(latency), int(least))
