"""Stopping the product leaves nothing behind, not even a part that does not listen."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

# A part that ignores being told to stop, and so does the process that it started.
DEAF = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(os.getpid(), child.pid, file=open(sys.argv[1], "w"), flush=True)
time.sleep(60)
"""
# Told what to do with each signal: a shell starts its background jobs, and so perhaps these tests, deaf to SIGINT.
TOGETHER = """
import functools, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGTERM, signal.SIG_DFL)
signal.signal(signal.SIGHUP, getattr(signal, sys.argv[3]))
from quantriet.project import cli
cli._wait_for = functools.partial(cli._wait_for, patience=1)
sys.exit(cli._run_together([[sys.executable, "-c", sys.argv[1], sys.argv[2]]]))
"""


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_part_that_does_not_listen_is_ended_with_its_children(told: signal.Signals, tmp_path: Path) -> None:
    together, pids = _started(tmp_path, "SIG_DFL")
    together.send_signal(told)
    told_words, _ = together.communicate(timeout=30)
    assert "tắt hẳn" in told_words
    assert len(pids) == 2
    deadline = time.monotonic() + 30
    while any(_is_running(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_is_running(pid) for pid in pids)


def test_what_was_started_to_outlive_its_terminal_does(tmp_path: Path) -> None:
    together, _ = _started(tmp_path, "SIG_IGN")
    together.send_signal(signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        together.wait(timeout=1)
    together.send_signal(signal.SIGTERM)
    assert "Đang dừng" in together.communicate(timeout=30)[0]


def _started(tmp_path: Path, hangup: str) -> tuple[subprocess.Popen[str], list[int]]:
    """Parts that run, and the numbers of the deaf one and its child."""
    numbers = tmp_path / "numbers"
    together = subprocess.Popen(
        [sys.executable, "-c", TOGETHER, DEAF, str(numbers), hangup],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    deadline = time.monotonic() + 30
    while not (numbers.exists() and numbers.read_text()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return together, [int(word) for word in numbers.read_text().split()]


def _is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
