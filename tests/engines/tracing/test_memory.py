"""The index in memory answers as the oracle does."""

from __future__ import annotations

import sys
import tracemalloc
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import encounters as town
from quantriet.engines.tracing import oracle
from quantriet.engines.tracing.memory import (
    Index,
    KernelName,
    NoKernelError,
    Reached,
    TooLongError,
    UnknownPersonError,
    columns,
    plain,
)
from quantriet.engines.tracing.model import Case, Encounters, Link, Log, Rules, Visits
from tests.engines.tracing import logs
from tests.engines.tracing.crowds import crowd, passed_on_later
from tests.engines.tracing.logs import Problem, encounters_of, names, problems, visits_of


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
@settings(max_examples=120, deadline=None)
@given(problems())
def test_it_equals_the_oracle(kernel: KernelName, problem: Problem) -> None:
    index = Index.of(problem.log, kernel)
    assert index.trace(problem.cases, problem.rules) == oracle.trace(problem.log, problem.cases, problem.rules)


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
def test_levels_are_not_frozen(kernel: KernelName) -> None:
    drawn = [crowd(seed) for seed in range(60)]
    for problem in drawn:
        index = Index.of(problem.log, kernel)
        assert index.trace(problem.cases, problem.rules) == oracle.trace(problem.log, problem.cases, problem.rules)
    assert any(passed_on_later(oracle.trace(problem.log, problem.cases, problem.rules)) for problem in drawn)


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
@pytest.mark.parametrize(
    ("last", "row_bytes"),
    [(65_535 * 60, 8), (65_535 * 60 + 60, 12), (65_535 * 60 - 1, 12), (45 * 86_400, 8), (46 * 86_400, 12)],
)
def test_the_data_choose_the_width_of_a_row(kernel: KernelName, last: int, row_bytes: int) -> None:
    """Whole minutes of 45 days take 8 bytes; one minute more, or one second beside the minute, takes 12."""
    start = 1_699_999_200
    met = encounters_of([(0, 1, start, start + 120, 4), (1, 2, start + last - 60 - last % 60, start + last, 70_000)])
    log = Log(names("p", 3), range(70_001), met)  # type: ignore[arg-type]
    index, cases = Index.of(log, kernel), [Case(0, start + 30, start + 90)]
    assert index.adjacencies[0].rows.itemsize == row_bytes
    assert index.trace(cases, Rules()) == oracle.trace(log, cases, Rules())
    assert index.trace(cases, Rules())[2].chain[-1] == Link(1, 2, start + last - 60 - last % 60, start + last, 70_000)


@pytest.mark.parametrize("least", [1, 600])
def test_a_town_is_traced_as_by_the_plain_loop(least: int) -> None:
    """Large enough for threads, for pulling and for more rows than are looked at together."""
    log, cases, rules = town.encounters(5_000, 600_000), town.cases(5_000, 30), Rules(3, 3_600, least)
    expected = plain_loop(log, cases, rules)
    assert len(expected) > 4_000
    kernels: tuple[KernelName, ...] = ("numpy", "numba")
    for kernel in kernels:
        found = Index.of(log, kernel).reach(cases, rules)
        assert rows_of(found) == expected
        for person in found.person[:: len(found) // 20].tolist():
            chain = found.chain(person)
            assert len(chain) == expected[person][0]
            assert chain[-1].start == expected[person][1]


def rows_of(found: Reached) -> dict[int, tuple[int, int, int]]:
    columns = (found.person, found.level, found.exposed_at, found.seconds)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return {person: (level, exposed_at, seconds) for person, level, exposed_at, seconds in rows}


def plain_loop(log: Log, cases: list[Case], rules: Rules) -> dict[int, tuple[int, int, int]]:
    """Level, exposure and seconds by person: the oracle without chains, with the rows of each person at hand."""
    met, rows = log.encounters, defaultdict(list)
    columns = (column.tolist() for column in (met.first, met.second, met.start, met.end))
    for first, second, start, end in zip(*columns, strict=True):
        rows[first].append((second, start, end))
        rows[second].append((first, start, end))
    label, answer = {case.person: -1 for case in cases}, {}
    givers = [(case.person, case.start, case.end) for case in cases]
    for hop in range(1, rules.hops + 1):
        begins, seconds = {}, defaultdict(int)
        for giver, since, until in givers:
            for taker, start, end in rows[giver]:
                begin, close = max(start, since), min(end, until)
                if close - begin >= rules.least_seconds:
                    begins[taker] = min(begins.get(taker, begin), begin)
                    seconds[taker] += close - begin
        earlier = {person: begin for person, begin in begins.items() if person not in label or begin < label[person]}
        answer |= {person: (hop, begin, seconds[person]) for person, begin in earlier.items() if person not in label}
        label |= earlier
        givers = [(person, begin + rules.latency, 1 << 60) for person, begin in earlier.items()]
    return answer


@pytest.mark.parametrize("least", [1, 600])
def test_visits_of_a_town_are_swept_as_their_pairs_would_be_traced(least: int) -> None:
    """Large enough for several slices of a crowd; the pairs are written out for the comparison only."""
    log, cases, rules = town.visits(2_000, 20_000, 60), town.cases(2_000, 10), Rules(3, 0, least)
    found = Index.of(log).reach(cases, rules)
    expected = plain_loop(Log(log.people, log.places, pairs(log)), cases, rules)
    assert rows_of(found) == expected
    assert len(found) > 500


def pairs(log: Log) -> Encounters:
    stayed, rows = log.visits, []
    for place in range(len(log.places)):
        at = np.flatnonzero(stayed.place == place)
        one, other = np.triu_indices(len(at), 1)
        start = np.maximum(stayed.entered[at[one]], stayed.entered[at[other]])
        end = np.minimum(stayed.left[at[one]], stayed.left[at[other]])
        who, whom = stayed.person[at[one]], stayed.person[at[other]]
        met = (start < end) & (who != whom)
        rows.append([who[met], whom[met], start[met], end[met], np.full(int(met.sum()), place, np.int32)])
    return Encounters(*(np.concatenate(column) for column in zip(*rows, strict=True)))


@pytest.mark.parametrize("least", [1, 600])
@pytest.mark.parametrize("latency", [0, 3_600])
def test_both_kernels_sweep_the_visits_of_a_town_alike(least: int, latency: int) -> None:
    """Told in three runs, some taken back: every column, hop by hop."""
    log, rules = town.visits(2_000, 40_000, 60), Rules(4, latency, least)
    kernels: tuple[KernelName, ...] = ("numpy", "numba")
    plainly, compiled = (in_runs(log, kernel, cut(log.visits, slice(0, None, 97))) for kernel in kernels)
    for cases in ([one] for one in town.cases(2_000, 5)), [town.cases(2_000, 200)]:
        for several in cases:
            expected, found = plainly.reach(several, rules), compiled.reach(several, rules)
            assert rows_of(found) == rows_of(expected)
            assert len(found) > 1_000
            for mine, theirs in zip(found._hops, expected._hops, strict=True):
                for name in ("person", "is_new", "begin", "seconds"):
                    assert np.array_equal(getattr(mine, name), getattr(theirs, name))


def in_runs(log: Log, kernel: KernelName, gone: Visits) -> Index:
    """An index that was told the visits of a log in three runs, without those taken back."""
    edges = [len(log.visits) * tenths // 10 for tenths in (0, 5, 9, 10)]
    runs = [cut(log.visits, slice(low, high)) for low, high in pairwise(edges)]
    index = Index.of(Log(log.people, log.places, log.encounters, runs[0]), kernel)
    for run in runs[1:]:
        index.add(Encounters(), run)
    assert len(index.stores) == len(runs)
    index.withdraw(Encounters(), gone)
    return index


def cut(stayed: Visits, rows: slice) -> Visits:
    return Visits(stayed.person[rows], stayed.place[rows], stayed.entered[rows], stayed.left[rows])


@st.composite
def crowded(draw: st.DrawFn) -> tuple[Problem, list[int]]:
    """Many visits at one place or two, most of which overlap, and which of them are taken back."""
    clock, people, places = draw(st.sampled_from(logs.CLOCKS)), draw(st.integers(2, 9)), draw(st.integers(1, 2))
    stayed = draw(st.lists(logs.stays(people, places, clock), min_size=20, max_size=45))
    log = Log(names("p", people), names("q", places), Encounters(), visits_of(stayed))
    gone = draw(st.lists(st.integers(0, len(stayed) - 1), max_size=6, unique=True))
    return Problem(log, draw(logs.cases(people, clock)), draw(logs.rules(clock))), gone


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
@settings(max_examples=100, deadline=None)
@given(crowded())
def test_visits_told_in_runs_and_taken_back_are_swept_as_the_oracle_pairs_them(
    kernel: KernelName, drawn: tuple[Problem, list[int]]
) -> None:
    problem, gone = drawn
    log, rows = problem.log, list(columns.rows_of(problem.log.visits))
    index = in_runs(log, kernel, visits_of([rows[at] for at in gone]))
    kept = visits_of([row for at, row in enumerate(rows) if at not in gone])
    expected = oracle.trace(Log(log.people, log.places, Encounters(), kept), problem.cases, problem.rules)
    assert index.trace(problem.cases, problem.rules) == expected


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
@pytest.mark.parametrize("least", [1, 5])
def test_one_visit_is_shared_with_any_number_of_cases(kernel: KernelName, least: int) -> None:
    for count in range(1, 70):
        stayed = [(0, 0, 0, 1_000), *((person, 0, 5 * person, 700 - 3 * person) for person in range(1, count + 1))]
        index = Index.of(Log(names("p", count + 1), ("q",), Encounters(), visits_of(stayed)), kernel)
        found = index.reach([Case(person, 0, 2_000) for person in range(1, count + 1)], Rules(1, 0, least))
        assert rows_of(found) == {0: (1, 5, sum(left - entered for _, _, entered, left in stayed[1:]))}


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
@pytest.mark.parametrize("latency", [0, 100])
def test_a_place_where_everybody_meets_everybody_needs_no_pairs(kernel: KernelName, latency: int) -> None:
    """Of 20,000 people at one place at once 200 million pairs meet; what the sweep holds grows with the people."""
    count, hours = 20_000, 3_600
    person = np.arange(count, dtype=np.int32)
    entered, place = person.astype(np.int64), np.zeros(count, np.int32)
    log = Log(names("p", count), ("q",), Encounters(), Visits(person, place, entered, entered + 10 * hours))
    index, cases = Index.of(log, kernel), [Case(0, 0, 10 * hours)]
    index.reach(cases, Rules(2, latency))  # compiled by now
    tracemalloc.start()
    found = index.reach(cases, Rules(2, latency))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert np.array_equal(found.person, person[1:])
    assert set(found.level.tolist()) == {1}
    assert np.array_equal(found.exposed_at, entered[1:])
    assert np.array_equal(found.seconds, 10 * hours - entered[1:])
    assert peak < 400 * count


def test_a_trace_that_reaches_nobody_has_empty_columns() -> None:
    found = Index.of(Log(names("p", 2))).reach([Case(0, 0, 10)], Rules())
    assert (len(found), found.person.size, found.level.size, found.exposed_at.size) == (0, 0, 0, 0)
    with pytest.raises(KeyError):
        found.chain(1)


def test_traces_at_the_same_time_do_not_disturb_one_another() -> None:
    log, rules = town.encounters(5_000, 100_000), Rules(4)
    index, cases = Index.of(log), town.cases(5_000, 40)
    alone = [index.reach([case], rules).person.tolist() for case in cases]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda case: index.reach([case], rules).person.tolist(), cases))
    assert together == alone


def test_a_log_of_more_than_68_years_is_refused() -> None:
    late = encounters_of([(0, 1, 0, 60, -1), (0, 1, 2**31, 2**31 + 60, -1)])
    with pytest.raises(TooLongError, match="68 năm"):
        Index.of(Log(names("p", 2), (), late))
    with pytest.raises(TooLongError, match="68 năm"):
        Index.of(Log(names("p", 2))).add(late, Visits())
    with pytest.raises(TooLongError, match="68 năm"):
        Index.of(Log(names("p", 2))).add(Encounters(), visits_of([(0, 0, -(2**31), 0)]))


def test_a_person_who_is_not_in_the_log_is_refused() -> None:
    index = Index.of(Log(names("p", 2)))
    with pytest.raises(UnknownPersonError, match="số 2"):
        index.reach([Case(2, 0, 1)], Rules())
    with pytest.raises(UnknownPersonError, match="số 5"):
        index.add(encounters_of([(0, 5, 0, 1, -1)]), Visits())


def test_windows_and_rules_beyond_all_time_are_cut() -> None:
    log = Log(names("p", 3), (), encounters_of([(0, 1, 0, 60, -1), (1, 2, 60, 120, -1)]))
    cases = [Case(0, -(10**15), 10**15)]
    for rules in (Rules(2), Rules(2, latency=10**12), Rules(2, least_seconds=10**12), Rules(0)):
        assert Index.of(log).trace(cases, rules) == oracle.trace(log, cases, rules)


def test_without_numba_numpy_runs_and_asking_for_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numba", None)
    for module in ("compiled", "compiled_stays", "compiling"):
        monkeypatch.delitem(sys.modules, f"quantriet.engines.tracing.memory.{module}", raising=False)
        monkeypatch.delattr(f"quantriet.engines.tracing.memory.{module}", raising=False)
    with pytest.raises(NoKernelError, match=r"quantriet\[fast\]"):
        Index.of(Log(names("p", 2)), "numba")
    assert Index.of(town.encounters(100, 300_000)).kernel is plain
