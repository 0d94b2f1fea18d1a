"""The examples in the engines' docstrings hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest

import quantriet.engines.kernel
import quantriet.engines.proximity
import quantriet.engines.reading
import quantriet.engines.timetable
import quantriet.engines.tracing

PACKAGES = (
    quantriet.engines.kernel,
    quantriet.engines.proximity,
    quantriet.engines.reading,
    quantriet.engines.timetable,
    quantriet.engines.tracing,
)
# examples that are there at least
TEACHING = {"kernel": 8, "proximity": 30, "reading": 3, "timetable": 12, "tracing": 30}


def _modules(package: ModuleType) -> list[ModuleType]:
    names = [info.name for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")]
    return [package, *(importlib.import_module(name) for name in names)]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__.rpartition(".")[2])
def test_examples_hold(package: ModuleType) -> None:
    results = [doctest.testmod(module) for module in _modules(package)]
    assert sum(result.failed for result in results) == 0
    assert sum(result.attempted for result in results) >= TEACHING[package.__name__.rpartition(".")[2]]
