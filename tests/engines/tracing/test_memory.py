"""The index in memory answers as the oracle does."""

from __future__ import annotations

from hypothesis import given, settings

from quantriet.engines.tracing import oracle
from quantriet.engines.tracing.memory import Index
from tests.engines.tracing.logs import Problem, problems


@settings(max_examples=300, deadline=None)
@given(problems())
def test_it_equals_the_oracle(problem: Problem) -> None:
    index = Index.of(problem.log)
    assert index.trace(problem.cases, problem.rules) == oracle.trace(problem.log, problem.cases, problem.rules)
