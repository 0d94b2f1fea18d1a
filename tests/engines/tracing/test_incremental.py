"""A live trace says after every change what a trace from scratch says."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quantriet.engines.tracing import oracle
from quantriet.engines.tracing.memory import Change, Index, KernelName, Live, NotInLogError, UnknownPersonError
from quantriet.engines.tracing.memory.columns import rows_of
from quantriet.engines.tracing.model import Case, Log, Rules, Visits
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
