"""Tracing back is tracing on reversed time, with every engine, and agrees with tracing forward."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings

from quantriet.engines.tracing import oracle
from quantriet.engines.tracing.backward import reversed_cases, reversed_chain, reversed_log, sources
from quantriet.engines.tracing.memory import Index
from quantriet.engines.tracing.model import Case, Link, Log, Rules
from tests.engines.tracing.logs import Problem, encounters_of, names, problems

LONG = 10**11


@settings(max_examples=150, deadline=None)
@given(problems())
def test_the_index_of_a_reversed_log_equals_the_oracle(problem: Problem) -> None:
    log, cases = reversed_log(problem.log), reversed_cases(problem.cases)
    assert Index.of(log).trace(cases, problem.rules) == oracle.trace(log, cases, problem.rules)


@settings(max_examples=60, deadline=None)
@given(problems(most=16))
def test_who_is_reached_from_whom_is_the_same_both_ways(problem: Problem) -> None:
    there, back = Index.of(problem.log), Index.of(reversed_log(problem.log))
    everybody = range(len(problem.log.people))
    forward = {
        (giver, taker, contact.level)
        for giver in everybody
        for taker, contact in there.trace([Case(giver, -LONG, LONG)], problem.rules).items()
    }
    backward = {
        (giver, taker, found.level)
        for taker in everybody
        for giver, found in sources(back.trace(reversed_cases([Case(taker, -LONG, LONG)]), problem.rules)).items()
    }
    assert forward == backward


@settings(max_examples=100, deadline=None)
@given(problems())
def test_the_chain_back_leads_from_the_source_to_the_case(problem: Problem) -> None:
    found = sources(Index.of(reversed_log(problem.log)).trace(reversed_cases(problem.cases), problem.rules))
    for person, source in found.items():
        chain = source.chain
        assert len(chain) == source.level
        assert chain[0].giver == person
        assert chain[0].end == source.infectious_by
        assert chain[-1].taker in {case.person for case in problem.cases}
        for early, late in pairwise(chain):
            assert early.taker == late.giver
            assert early.end <= late.end - problem.rules.latency
            assert early.end - early.start >= problem.rules.least_seconds


def test_a_source_by_hand() -> None:
    """1 met the case at 100–160, and 0 met 1 at 50–120: 0 had to be infectious before 120, 1 before 160."""
    log = Log(names("p", 3), (), encounters_of([(0, 1, 50, 120, -1), (1, 2, 100, 160, -1), (0, 2, 170, 180, -1)]))
    cases = reversed_cases([Case(2, 0, 165)])
    found = sources(oracle.trace(reversed_log(log), cases, Rules(hops=2)))
    assert {person: (one.level, one.infectious_by) for person, one in found.items()} == {1: (1, 160), 0: (2, 120)}
    assert found[0].chain == (Link(0, 1, 50, 120, -1), Link(1, 2, 100, 160, -1))
    assert found[0].chain == reversed_chain(reversed_chain(found[0].chain))
