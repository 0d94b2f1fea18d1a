"""The index in memory answers as the oracle does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from quantriet.engines.tracing import oracle
from quantriet.engines.tracing.memory import Index, KernelName
from tests.engines.tracing.logs import Problem, problems


@pytest.mark.parametrize("kernel", ["numpy", "numba"])
@settings(max_examples=300, deadline=None)
@given(problems())
def test_it_equals_the_oracle(kernel: KernelName, problem: Problem) -> None:
    index = Index.of(problem.log, kernel)
    assert index.trace(problem.cases, problem.rules) == oracle.trace(problem.log, problem.cases, problem.rules)
