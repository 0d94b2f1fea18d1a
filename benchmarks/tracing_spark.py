"""What a trace costs on Spark with two local workers, beside SQLite and memory, and from which size it would pay.

    python -m benchmarks.tracing_spark [--sizes 10000:300000 30000:1000000 100000:3000000 --rounds 3]

At each size (people:encounters) the same questions go to all three in turn and their answers are compared: one case to
F2, and 100 cases at once to F4. The last table draws a line through the sizes for each engine: what a question costs
before it reads a row, what each million encounters adds, and where the line of Spark meets the others, if it does.
Before it is measured, Spark answers the larger question twice at the first size, until Java has compiled it.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import encounters
from benchmarks.measure import Figure, fail, heading, machine_line, say, table
from quantriet.engines.tracing import spark, sql
from quantriet.engines.tracing.memory import Index
from quantriet.engines.tracing.model import Case, Contact, Log, Rules

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

MASTER = "local-cluster[2,1,1024]"
MILLION = 1_000_000
Trace = Callable[[Sequence[Case], Rules], dict[int, Contact]]
Figures = dict[str, Figure]
# What is asked, how many cases at once, how many hops.
QUESTIONS = (("one case, F1–F2", 1, 2), ("100 cases, F1–F4", 100, 4))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sizes", nargs="+", type=_size, default=[(10_000, 300_000), (30_000, 1_000_000), (100_000, 3_000_000)]
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--master", default=MASTER, help="where Spark runs")
    words = parser.parse_args()
    say(machine_line())
    started = time.perf_counter()
    session = spark.open_session(words.master, {"spark.driver.memory": "2g"})
    say(f"Spark {session.version} on {words.master}: started in {time.perf_counter() - started:.1f} s")
    measured: dict[str, list[tuple[int, Figures]]] = {what: [] for what, _, _ in QUESTIONS}
    for place, (people, count) in enumerate(words.sizes):
        for what, figures in _at(session, people, count, words.rounds, warming=1 if place else 2).items():
            measured[what].append((count, figures))
    session.stop()
    for what, figures_by_size in measured.items():
        _lines(what, figures_by_size)
    say(machine_line())


def _size(text: str) -> tuple[int, int]:
    people, count = text.split(":")
    return int(people), int(count)


def _at(session: SparkSession, people: int, count: int, rounds: int, warming: int) -> dict[str, Figures]:
    """The seconds of each engine for each question at one size."""
    heading(f"{people:,} people, {count:,} encounters")
    log = encounters.encounters(people, count)
    with closing(sqlite3.connect("")) as connection:  # a temporary file, gone with the connection
        index, *built = _build(session, connection, log)
        say("  built in " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in built))
        _say_memory(index, count)
        engines: dict[str, Trace] = {
            "memory": index.trace,
            "SQLite": lambda cases, rules: sql.trace(connection, cases, rules),
            "Spark": lambda cases, rules: spark.trace(session, cases, rules),
        }
        for _ in range(warming):
            _ask(engines, encounters.cases(people, min(100, people)), Rules())
        found = {
            what: _rounds(engines, people, min(cases, people), Rules(hops=hops), rounds)
            for what, cases, hops in QUESTIONS
        }
    rows = [
        [f"{what}, {name}", figure.show(".4f"), f"{found[what]['Spark'].over(figure):.1f}"]
        for what, figures in found.items()
        for name, figure in figures.items()
    ]
    table(["", "seconds", "Spark ÷ this"], rows)
    return found


def _build(
    session: SparkSession, connection: sqlite3.Connection, log: Log
) -> tuple[Index, *tuple[tuple[str, float], ...]]:
    clock = [time.perf_counter()]
    index = Index.of(log)
    clock.append(time.perf_counter())
    sql.load(connection, log)
    clock.append(time.perf_counter())
    spark.load(session, log)
    clock.append(time.perf_counter())
    return index, *zip(("memory", "SQLite", "Spark"), np.diff(clock).tolist(), strict=True)


def _say_memory(index: Index, count: int) -> None:
    """How long one machine is enough: beyond its memory there are SQLite's file and Spark."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    each = index.nbytes / count
    fit = memory / 2 / each / MILLION
    say(f"  index {each:.1f} bytes an encounter: half of the {memory / 2**30:.0f} GiB here hold {fit:,.0f} million")


def _rounds(engines: dict[str, Trace], people: int, cases: int, rules: Rules, rounds: int) -> Figures:
    asked = [_ask(engines, encounters.cases(people, cases, seed), rules) for seed in range(rounds)]
    return {name: Figure(tuple(one[name] for one in asked)) for name in engines}


def _ask(engines: dict[str, Trace], cases: list[Case], rules: Rules) -> dict[str, float]:
    seconds, answers = {}, []
    for name, trace in engines.items():
        started = time.perf_counter()
        answers.append(trace(cases, rules))
        seconds[name] = time.perf_counter() - started
    if any(answer != answers[0] for answer in answers):
        fail(f"two engines differ about {cases}")
    return seconds


def _lines(what: str, measured: list[tuple[int, Figures]]) -> None:
    """The least-squares line of each engine over the sizes, and what Spark would need to be as fast."""
    heading(f"{what}: seconds = first + slope × million encounters")
    if len(measured) < 2:
        say("  needs two sizes")
        return
    sizes = np.array([count for count, _ in measured]) / MILLION
    lines = {name: np.polyfit(sizes, [figures[name].median for _, figures in measured], 1) for name in measured[0][1]}
    slope, first = lines.pop("Spark")
    rows = [[name, f"{other[1]:.3f}", f"{other[0]:.3f}", *_pays(slope, first, other)] for name, other in lines.items()]
    table(
        ["", "first s", "slope s", "Spark faster", "workers at its slope"],
        [*rows, ["Spark", f"{first:.3f}", f"{slope:.3f}", "", ""]],
    )


def _pays(slope: float, first: float, other: Sequence[float]) -> tuple[str, str]:
    """From which size Spark's line lies below the other's, and how many times these workers would have its slope.

    Extrapolations, the second as if work were shared without loss; told only if both lines rise.
    """
    if slope <= 0 or other[0] <= 0:
        return "too small to tell", "too small to tell"
    workers = f"{slope / other[0]:.1f} ×"
    if slope >= other[0]:
        return "never with these workers", workers
    return f"from {max(first - other[1], 0.0) / (other[0] - slope):,.0f} million", workers


if __name__ == "__main__":
    main()
