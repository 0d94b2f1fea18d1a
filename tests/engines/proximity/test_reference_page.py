"""docs/reference/proximity.md: its example runs, its table of values is the law's, its tests and modules exist."""

from __future__ import annotations

import doctest
import re
from datetime import date
from pathlib import Path

from quantriet.engines import proximity
from quantriet.law.load import iter_parameters, parameter

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "reference" / "proximity.md"
TEXT = PAGE.read_text("utf-8")
HERE = Path(__file__).parent


def test_the_example_runs() -> None:
    told = doctest.testfile(str(PAGE), module_relative=False)
    assert (told.failed, told.attempted > 5) == (0, True)


def test_every_value_in_the_table_is_one_of_the_law() -> None:
    named = set(re.findall(r"^\| `(proximity\.\w+)` \|", TEXT, re.MULTILINE))
    assert len(named) >= 9
    assert named <= {one.name for one in iter_parameters()}
    assert f"| `proximity.retention_days` | {parameter('proximity.retention_days', date(2021, 7, 23))} |" in TEXT


def test_every_test_and_module_that_is_named_exists() -> None:
    tests = "".join(file.read_text("utf-8") for file in HERE.glob("test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", TEXT))
    assert named
    assert {name for name in named if f"def {name}(" not in tests} == set()
    assert all((HERE / name).exists() for name in re.findall(r"`(test_\w+\.py)`", TEXT))
    assert all(hasattr(proximity, name) for name in ("bluezone", "gaen", "dp3t", "own"))
