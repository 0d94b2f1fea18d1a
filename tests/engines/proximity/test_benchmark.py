"""The benchmark still runs, finds what was planted and says its ratio, at a small size."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import proximity as benchmark
from quantriet.engines.proximity import gaen, match
from quantriet.engines.proximity.oracle import match_plainly

ROOT = Path(__file__).resolve().parents[3]


def test_the_benchmarks_loop_is_the_oracle() -> None:
    """What the fast one is measured against answers as the obvious loop does, near misses included."""
    task = benchmark.invented(20, 4_000, 300)
    sought = gaen.published(task.keys)
    columns = (sought.h, sought.l, sought.start, sought.end, sought.key)
    shown = zip(*(column.tolist() for column in columns), strict=True)
    plainly = match_plainly(task.batch, shown, tolerance=benchmark.TOLERANCE)
    told = Counter((key, row.time, row.device) for key, _, row in plainly)
    heard = benchmark.dictionary(*benchmark.plain_values(task.batch))
    identifiers = [benchmark.one_by_one(key) for key in task.keys]
    assert told == benchmark.look_up(heard, identifiers, task.keys) == task.planted
    assert told.total() == 300
    found = match(benchmark.ingested(task.batch), sought, tolerance=benchmark.TOLERANCE)
    assert benchmark.as_found(found) == told


@pytest.mark.slow
def test_it_runs_at_a_small_size() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.proximity", "--keys", "50", "--observations", "50000", "--rounds", "2"],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    for words in ("load average", "5,000 planted hits", "derive and match", "as the published tools",
                  "times the dictionary loop"):  # fmt: skip
        assert words in done.stdout
