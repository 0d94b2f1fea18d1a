"""Each benchmark still runs and still says what it promises, at a tiny size."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.measure import Figure, percentile

ROOT = Path(__file__).resolve().parent.parent.parent
TINY = {
    "reading": ("--rounds", "1", "--seconds", "0.01", "--long", "20000"),
    "pages": ("--backend", "sqlite", "--units", "7", "--days", "3", "--tasks", "12", "--seconds", "0.01"),
    "submission": (
        *("--backend", "sqlite", "--units", "40", "--days", "4", "--open-days", "3"),
        *("--clients", "1", "2", "--seconds", "0.1", "--rounds", "1"),
    ),
    "weight": ("--units", "4", "--days", "2", "--tasks", "4", "--pages", "2"),
    "scans": ("--pages", "1", "--rounds", "1"),
    "tracing": (
        *("--people", "2000", "--encounters", "60000", "--cases", "20", "--singles", "3", "--rounds", "1"),
        *("--visits", "3000", "--places", "50", "--graph-people", "500"),
    ),
    "tracing_sql": ("--people", "300", "--encounters", "3000", "--visits", "300", "--cases", "5", "--crowds", "1"),
    "tracing_csv": ("--rows", "2000", "--people", "300", "--rounds", "1"),
}
PROMISED = {
    "reading": ("documents/s", "÷ linear", "÷ bar"),
    "pages": ("Consolidation, chief", "queries", "÷ budget"),
    "submission": ("grew by exactly as many", "report, 2 clients", "floor: bare durable insert pairs"),
    "weight": ("fonts", "÷ limit"),
    "scans": ("pixels", "÷ one at a time"),
    "tracing": ("one sequential read", "networkx ÷ ours", "from scratch ÷ one more case", "bars met"),
    "tracing_sql": ("÷ SQLite", "one case, F1–F2"),
    "tracing_csv": ("rows/s", "÷ quantriet", "the command: "),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.browser if n == "weight" else ()) for n in TINY])
def test_runs_at_a_tiny_size(name: str) -> None:
    if name == "scans" and shutil.which("tesseract") is None and os.environ.get("CI") != "true":
        pytest.skip("tesseract is not installed")
    environment = {key: value for key, value in os.environ.items() if key != "QUANTRIET_HOME"}
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}", *TINY[name]],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    for words in ("load average", *PROMISED[name]):
        assert words in done.stdout


def test_a_figure_is_a_median_with_its_spread() -> None:
    figure = Figure((3.0, 1.0, 2.0))
    assert figure.show() == "2.0 (1.0–3.0)"
    assert figure.over(Figure((4.0,))) == 0.5


@pytest.mark.parametrize(("share", "value"), [(0.5, 2), (0.95, 4), (0.0, 1), (1.0, 4)])
def test_percentiles_are_values_that_occurred(share: float, value: float) -> None:
    assert percentile([4, 1, 3, 2], share) == value
    assert percentile([], share) == 0
