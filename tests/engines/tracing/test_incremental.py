"""A live trace says after every change what a trace from scratch says."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import encounters as town
from quantriet.engines.tracing import oracle
from quantriet.engines.tracing.memory import Change, Index, KernelName, Live, NotInLogError, UnknownPersonError
from quantriet.engines.tracing.memory.columns import rows_of
from quantriet.engines.tracing.model import Case, Encounters, Log, Rules, Visits
from tests.engines.tracing import logs

LISTS = ("encounters", "visits", "cases", "withdrawn_encounters", "withdrawn_visits", "withdrawn_cases")


@dataclass(frozen=True, slots=True)
class Story:
    """A log and what happens to it: for each change the six lists of rows."""

    problem: logs.Problem
    changes: tuple[tuple[list[tuple[int, ...]], ...], ...]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Some changes, each with rows that come and rows, told at first or later, that are taken back."""
    clock = draw(st.sampled_from(logs.CLOCKS))
    log = draw(logs.logs(clock, most=20))
    people, places = len(log.people), len(log.places)
    cases = draw(logs.cases(people, clock))
    held = [
        list(rows_of(log.encounters)),
        list(rows_of(log.visits)),
        [(one.person, one.start, one.end) for one in cases],
    ]
    changes = []
    for _ in range(draw(st.integers(1, 4))):
        gone = [draw(taken(rows)) for rows in held]
        come = [
            draw(st.lists(logs.meetings(people, places, clock), max_size=3)),
            draw(st.lists(logs.stays(people, places, clock), max_size=2)),
            [(one.person, one.start, one.end) for one in draw(st.one_of(st.just(()), logs.cases(people, clock)))],
        ]
        for rows, there, here in zip(held, gone, come, strict=True):
            for row in there:
                rows.remove(row)
            rows.extend(here)
        changes.append((*come, *gone))
    return Story(logs.Problem(log, cases, draw(logs.rules(clock))), tuple(changes))


def taken(rows: list[tuple[int, ...]]) -> st.SearchStrategy[list[tuple[int, ...]]]:
    """Up to two of these rows."""
    places = st.lists(st.sampled_from(range(len(rows))), max_size=2, unique=True) if rows else st.just([])
    return places.map(lambda chosen: [rows[at] for at in chosen])


def change_of(lists: tuple[list[tuple[int, ...]], ...]) -> Change:
    makers = (logs.encounters_of, logs.visits_of, lambda rows: [Case(*row) for row in rows]) * 2
    return Change(**{name: maker(rows) for name, maker, rows in zip(LISTS, makers, lists, strict=True)})


def after(problem: logs.Problem, change: Change) -> logs.Problem:
    """The problem as somebody would write it down who knew of the change from the beginning."""
    met, stayed, cases = list(rows_of(problem.log.encounters)), list(rows_of(problem.log.visits)), list(problem.cases)
    for rows, gone in (
        (met, rows_of(change.withdrawn_encounters)),
        (stayed, rows_of(change.withdrawn_visits)),
        (cases, change.withdrawn_cases),
    ):
        for row in gone:
            rows.remove(row)
    met += rows_of(change.encounters)
    stayed += rows_of(change.visits)
    log = replace(problem.log, encounters=logs.encounters_of(met), visits=logs.visits_of(stayed))
    return replace(problem, log=log, cases=(*cases, *change.cases))


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
@settings(max_examples=100, deadline=None)
@given(stories())
def test_it_equals_a_trace_from_scratch_after_every_change(kernel: KernelName, story: Story) -> None:
    problem = story.problem
    live = Live(Index.of(problem.log, kernel), problem.cases, problem.rules)
    before = oracle.trace(problem.log, problem.cases, problem.rules)
    for lists in story.changes:
        change = change_of(lists)
        changes = live.apply(change)
        problem = after(problem, change)
        now = oracle.trace(problem.log, problem.cases, problem.rules)
        assert {int(person): live.contact(int(person)) for person in np.flatnonzero(live.levels())} == now
        assert live.index.trace(live.cases, problem.rules) == now
        assert set(changes.new.tolist()) == now.keys() - before.keys()
        assert set(changes.gone.tolist()) == before.keys() - now.keys()
        both = before.keys() & now.keys()
        assert set(changes.moved.tolist()) == {one for one in both if now[one].level != before[one].level}
        same = {one for one in both if now[one].level == before[one].level}
        assert set(changes.earlier.tolist()) == {one for one in same if now[one].exposed_at < before[one].exposed_at}
        assert set(changes.later.tolist()) == {one for one in same if now[one].exposed_at > before[one].exposed_at}
        before = now


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
@pytest.mark.parametrize(("latency", "least"), [(0, 1), (3_600, 600)])
def test_a_town_is_kept_up_to_date_in_every_layer(kernel: KernelName, latency: int, least: int) -> None:
    """Large enough for givers with many rows, for many of them at once, and for more parts than are put by."""
    met, rules = town.encounters(2_000, 120_000), Rules(4, latency, least)
    stayed = town.visits(2_000, 2_000, 60)
    drawn, more = town.cases(2_000, 60), town.encounters(2_000, 3_000, seed=9).encounters
    live = Live(Index.of(Log(met.people, met.places, met.encounters, stayed.visits), kernel), drawn[:4], rules)
    later = town.visits(2_000, 40, 60, seed=9).visits
    for change in (
        *(Change(cases=[case]) for case in drawn[4:8]),
        *(Change(encounters=some_of(more, low, low + 1_000)) for low in (0, 1_000, 2_000)),
        Change(cases=drawn[8:]),
        Change(visits=later),
        Change(cases=[shorter(case) for case in drawn[:8]], withdrawn_cases=drawn[:8]),
        Change(cases=drawn[:8], withdrawn_cases=[shorter(case) for case in drawn[:8]]),
        Change(withdrawn_encounters=some_of(more, 0, 50), encounters=some_of(more, 0, 50)),
        Change(withdrawn_encounters=some_of(more, 0, 50), withdrawn_visits=later),
        Change(withdrawn_cases=drawn[4:]),
    ):
        was = exposures(live)
        changes = live.apply(change)
        now = exposures(live)
        assert np.array_equal(now, exposures(Live(live.index, live.cases, rules)))
        found = live.index.reach(live.cases, rules)
        assert np.array_equal(np.sort(found.person), np.flatnonzero(live.levels()))
        assert np.array_equal(found.level, live.levels()[found.person])
        moved = np.flatnonzero((was != now).any(axis=0))
        assert np.array_equal(np.intersect1d(changes.person, moved), changes.person)


def exposures(live: Live) -> np.ndarray:
    """Of everybody the earliest exposure by each number of hops."""
    everybody = np.arange(live.index.people)
    return np.array([live.begins(hop, everybody) for hop in range(1, live.rules.hops + 1)])


def some_of(met: Encounters, low: int, beyond: int) -> Encounters:
    columns = (met.first, met.second, met.start, met.end, met.place)
    return Encounters(*(column[low:beyond] for column in columns))


def shorter(case: Case) -> Case:
    return Case(case.person, case.start, (case.start + case.end) // 2)


HAND = {
    # Person 1 is exposed at 50 by case 0; an earlier window of case 3 exposes it at 20.
    "rows before the old moment bring more, those after it nothing": [(0, 1, 50, 60, -1), (3, 1, 20, 30, -1)]
    + [(1, 2, start, start + 8, -1) for start in (10, 25, 45, 50, 55)],
    "a row that lasted too short from the old moment is long enough": [
        *((0, 1, 50, 60, -1), (3, 1, 20, 30, -1), (1, 2, 45, 54, -1)),
    ],
    # Person 1 is known from hop 2 (by 4) before hop 1 says the same or something earlier.
    "what a longer chain passed on is not lost when a shorter one comes": [
        *((0, 4, 5, 8, -1), (4, 1, 20, 25, -1), (1, 2, 21, 30, -1), (3, 1, 20, 29, -1), (2, 5, 22, 40, -1)),
    ],
    "the same moment by one hop less": [(0, 4, 5, 8, -1), (4, 1, 20, 25, -1), (3, 1, 20, 25, -1), (1, 2, 21, 30, -1)],
}


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
@pytest.mark.parametrize("least", [1, 6])
@pytest.mark.parametrize("name", HAND)
def test_what_is_known_already_is_not_passed_on_again(kernel: KernelName, name: str, least: int) -> None:
    log, first, second = Log(logs.names("p", 6), (), logs.encounters_of(HAND[name])), Case(0, 0, 99), Case(3, 0, 99)
    for latency in (0, 3):
        rules = Rules(4, latency, least)
        live = Live(Index.of(log, kernel), [first], rules)
        steps = ((Change(cases=[second]), [first, second]), (Change(withdrawn_cases=[first]), [second]))
        for change, cases in steps:
            live.apply(change)
            expected = oracle.trace(log, cases, rules)
            assert {int(one): live.contact(int(one)) for one in np.flatnonzero(live.levels())} == expected


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
def test_an_earlier_visit_does_not_hide_what_is_taken_back(kernel: KernelName) -> None:
    """The case leaves as an earlier visit of it comes: whom its old visit exposed is a contact no longer."""
    log = Log(logs.names("p", 3), logs.names("q", 1), visits=logs.visits_of([(0, 0, 2, 3), (2, 0, 1, 3)]))
    live = Live(Index.of(log, kernel), [Case(0, 0, 6)], Rules(2))
    assert live.levels().tolist() == [0, 0, 1]
    changes = live.apply(Change(visits=logs.visits_of([(0, 0, 0, 2)]), withdrawn_cases=[Case(0, 0, 6)]))
    assert (live.levels().tolist(), changes.gone.tolist()) == ([0, 0, 0], [2])


LOG = Log(logs.names("p", 4), (), logs.encounters_of([(0, 1, 10, 20, 2), (1, 2, 30, 40, -1), (0, 1, 10, 20, 1)]))
WRONG = {
    "an encounter at another time": (
        Change(
            withdrawn_encounters=logs.encounters_of([(0, 1, 10, 20, 2), (1, 2, 30, 41, -1)]),
            cases=[Case(1, 0, 5)],
        ),
        NotInLogError,
    ),
    "an encounter twice": (Change(withdrawn_encounters=logs.encounters_of([(2, 1, 30, 40, -1)] * 2)), NotInLogError),
    "an encounter elsewhere": (Change(withdrawn_encounters=logs.encounters_of([(0, 1, 10, 20, 0)])), NotInLogError),
    "a visit": (Change(withdrawn_visits=logs.visits_of([(0, 0, 0, 5)])), NotInLogError),
    "a case": (Change(withdrawn_cases=[Case(0, 0, 51)]), NotInLogError),
    "a stranger": (
        Change(withdrawn_cases=[Case(0, 0, 50)], encounters=logs.encounters_of([(0, 9, 0, 1, -1)])),
        UnknownPersonError,
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_change_that_cannot_be_made_changes_nothing(name: str) -> None:
    live = Live(Index.of(LOG), [Case(0, 0, 50)], Rules())
    change, error = WRONG[name]
    with pytest.raises(error):
        live.apply(change)
    expected = oracle.trace(LOG, [Case(0, 0, 50)], Rules())
    assert {person: live.contact(person) for person in (1, 2)} == expected
    assert live.index.trace(live.cases, Rules()) == expected
    with pytest.raises(KeyError):
        live.contact(3)


def test_runs_of_later_rows_are_merged_as_they_grow() -> None:
    """Many small changes do not leave many small runs to look through."""
    random = np.random.default_rng(3)
    live = Live(Index.of(LOG), [Case(0, 0, 50)], Rules())
    held = list(rows_of(LOG.encounters))
    for _ in range(60):
        first = int(random.integers(0, 4))
        start = int(random.integers(-20, 60))
        row = (first, (first + int(random.integers(1, 4))) % 4, start, start + 5, int(random.integers(-1, 9)))
        live.apply(Change(encounters=logs.encounters_of([row]), visits=logs.visits_of([(first, 0, start, start + 3)])))
        held.append(row)
    assert len(live.index.adjacencies) <= 6
    assert len(live.index.stores) <= 6
    log = Log(LOG.people, (), logs.encounters_of(held), live_visits(live))
    assert live.index.trace(live.cases, Rules()) == oracle.trace(log, [Case(0, 0, 50)], Rules())


def live_visits(live: Live) -> Visits:
    rows = [row for store in live.index.stores for row in rows_of(store.visits(live.index.base))]
    assert len(rows) == 60
    return logs.visits_of(rows)
