"""What every script here says the same way: the machine, a figure with its spread, a budget and whether it is met."""

from __future__ import annotations

import os
import platform
import sqlite3
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of several rounds: median, least, most."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def show(self, form: str = ".1f") -> str:
        """`735.0 (712.0–748.0)`"""
        return f"{self.median:{form}} ({min(self.values):{form}}–{max(self.values):{form}})"

    def over(self, other: Figure) -> float:
        """The ratio of the medians, the one figure that survives another machine."""
        return self.median / other.median if other.median else float("nan")


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share (0 to 1) of the values does not exceed; 0.0 of nothing."""
    ordered = sorted(values)
    if not ordered:
        return 0.0
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]


def machine_line() -> str:
    """Cores, Python, SQLite, system, time, and how busy the machine is at this moment."""
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    return (
        f"machine: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, load average {load}, "
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    )


def heading(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}", flush=True)


def say(text: str) -> None:
    print(text, flush=True)


def verdict(what: str, value: float, limit: float, *, at_most: bool, unit: str = "") -> bool:
    """Print one budget line; returns whether it is met."""
    is_met = value <= limit if at_most else value >= limit
    sign = "≤" if at_most else "≥"
    word, ratio = "met" if is_met else "MISSED", value / limit
    say(f"  {word} {what}: {value:.1f}{unit} (budget {sign} {limit:g}{unit}, ratio {ratio:.2f})")
    return is_met


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as their longest cell; the first to the left, the others to the right."""
    widths = [max(len(str(line[column])) for line in [head, *rows]) for column in range(len(head))]
    for line in [head, *rows]:
        cells = [
            str(cell).ljust(width) if not column else str(cell).rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        say("  " + "  ".join(cells).rstrip())


def fail(text: str) -> None:
    """A figure that cannot be trusted ends the run: no table is better than a wrong one."""
    sys.exit(f"benchmark is not valid: {text}")
