"""`kill -9` between any two steps of a submission: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 200


@pytest.mark.slow
def test_no_kill_loses_an_acknowledged_report_or_leaves_a_half_one(tmp_path: Path) -> None:
    environment = os.environ | {"QUANTRIET_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "quantriet.project.settings"}
    words = [sys.executable, "-m", "tests.support.killing", str(KILLS)]
    run = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert run.returncode == 0, run.stderr[-2000:]
    left = json.loads(run.stdout)
    assert left["killed"] >= KILLS * 0.9
    assert left["steps"] > KILLS
    assert (left["lost"], left["half"]) == (0, 0), left
    assert 0 < left["acknowledged"] < left["kept"] < KILLS  # kills fell before the commit, after it, after the answer
