"""How fast the database that holds the log answers who met a case, beside the same loop in DuckDB.

    python -m benchmarks.tracing_sql [--people 100000 --encounters 3000000 --cases 100 --crowds 3]

One case at a time, F1 and F2, random people of an invented town, each asked of SQLite (a file on disk, tables clustered
as the engine makes them) and of DuckDB (in memory, no index): the same Python, the same hop query, the same answer,
which is compared. The parts that a hop finds are reduced in Python, which is the faster way for both; the plain loop,
whose hops are reduced in SQL, is told too. The engines take turns; each answers ten questions in its turn, as in an
investigation, and the first of each ten, which finds the processor's caches full of another's work, is told for itself.
DuckDB holds the encounters as they happened, in order of time, which the bar counts against, and once more sorted by
person, laid out for this very question. Then many cases at once, to F4. The first turn is not counted. `--visits` adds
as many visits to the log.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from unittest.mock import patch

import duckdb
import numpy as np

from benchmarks import encounters
from benchmarks.measure import fail, heading, machine_line, percentile, say, table, verdict
from quantriet.engines.tracing import sql
from quantriet.engines.tracing.hop import ENCOUNTER_COLUMNS, VISIT_COLUMNS, Tables
from quantriet.engines.tracing.model import Case, Contact, Log, Rules

LIMIT_MS = 2.0
LEAST_RATIO = 30.0
TURN = 10  # questions that an engine answers in its turn
Trace = Callable[[Sequence[Case], Rules], dict[int, Contact]]


class DuckConnection:
    """DuckDB as a DB-API connection that is its own cursor, and takes parameters only where they are in the query."""

    def __init__(self, log: Log, order: str) -> None:
        self._duckdb = duckdb.connect()
        met, stayed = log.encounters, log.visits
        number = np.arange(len(met))
        sides = {
            "person": np.concatenate((met.first, met.second)),
            "ends_at": np.concatenate((met.end, met.end)),
            "number": np.concatenate((number, number)),
            "other": np.concatenate((met.second, met.first)),
            "starts_at": np.concatenate((met.start, met.start)),
            "place": np.concatenate((met.place, met.place)),
        }
        stays = {
            "place": stayed.place,
            "left_at": stayed.left,
            "number": np.arange(len(stayed)),
            "person": stayed.person,
            "entered_at": stayed.entered,
        }
        self._fill(Tables().encounters, ENCOUNTER_COLUMNS, sides, order)
        self._fill(Tables().visits, VISIT_COLUMNS, stays, "entered_at")

    def _fill(self, name: str, columns: Sequence[str], arrays: dict[str, Any], order: str) -> None:
        told = ", ".join(f"CAST({column} AS BIGINT) AS {column}" for column in columns)
        self._duckdb.execute(f"CREATE TABLE {name} AS SELECT {told} FROM arrays ORDER BY {order}")

    def cursor(self) -> DuckConnection:
        return self

    def execute(self, query: str, values: dict[str, int] | None = None) -> None:
        if query.startswith("CREATE INDEX"):
            return  # its scans need none, and keeping one costs it time
        self._duckdb.execute(query, {name: value for name, value in (values or {}).items() if f"${name}" in query})

    def fetchall(self) -> list[Any]:
        return self._duckdb.fetchall()


def _values(cursor: DuckConnection, name: str, columns: Sequence[str], rows: Iterable[Sequence[int]]) -> None:
    """All rows in one INSERT: row by row DuckDB takes a hundred times as long."""
    if told := ", ".join(f"({', '.join(map(str, row))})" for row in rows):
        cursor.execute(f"INSERT INTO {name} ({', '.join(columns)}) VALUES {told}")


DUCKDB = sql.Dialect("${}", "", "DELETE FROM {}", _values)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--encounters", type=int, default=3_000_000)
    parser.add_argument("--visits", type=int, default=0)
    parser.add_argument("--cases", type=int, default=100, help="how many single cases")
    parser.add_argument("--crowds", type=int, default=3, help="rounds of 100 cases at once, to F4")
    words = parser.parse_args()
    say(machine_line())
    log = encounters.encounters(words.people, words.encounters)
    if words.visits:
        stayed = encounters.visits(words.people, words.visits, max(words.visits // 200, 1))
        log = Log(log.people, log.places, log.encounters, stayed.visits)
    with tempfile.TemporaryDirectory(prefix="quantriet-bench-") as folder:
        file = Path(folder, "tracing.sqlite3")
        with closing(sqlite3.connect(file)) as connection:
            _compare(words, log, connection, file)


def _compare(words: argparse.Namespace, log: Log, connection: sqlite3.Connection, file: Path) -> None:
    heading(f"{words.people:,} people, {words.encounters:,} encounters, {words.visits:,} visits")
    started = time.perf_counter()
    sql.load(connection, log)
    connection.commit()
    built = time.perf_counter() - started
    by_time, by_person = DuckConnection(log, "starts_at"), DuckConnection(log, "person, ends_at")
    raw = 12 * len(log.encounters) + 16 * len(log.visits)
    size = file.stat().st_size
    say(f"  SQLite: built in {built:.1f} s, file {size / 1e6:.0f} MB, {size / max(raw, 1):.1f} × the raw log")
    say(f"  DuckDB {duckdb.__version__}, both orders: built in {time.perf_counter() - started - built:.1f} s")
    engines: dict[str, Trace] = {
        "SQLite": lambda cases, rules: sql.trace(connection, cases, rules),
        "DuckDB": lambda cases, rules: sql.trace(by_time, cases, rules, dialect=DUCKDB),
        "DuckDB, plain loop": lambda cases, rules: _plain(by_time, cases, rules),
        "DuckDB by person": lambda cases, rules: sql.trace(by_person, cases, rules, dialect=DUCKDB),
    }
    single = [[case] for case in encounters.cases(words.people, words.cases + TURN)]
    one, first = _ask("one case, F1–F2", engines, single, Rules(hops=2), TURN)
    crowds = [encounters.cases(words.people, min(100, words.people), seed) for seed in range(words.crowds)]
    if crowds:
        _ask(f"{len(crowds[0])} cases at once, F1–F4", engines, crowds, Rules(hops=4), 1)
    sqlite, other = one["SQLite"], one["DuckDB"]
    say(f"  the first question of a turn alone: DuckDB ÷ SQLite {first['DuckDB'] / first['SQLite']:.1f}")
    verdict("one case, F1–F2, SQLite p50", sqlite, LIMIT_MS, at_most=True, unit=" ms")
    verdict("the same, DuckDB ÷ SQLite", other / sqlite, LEAST_RATIO, at_most=False)
    verdict("the same, DuckDB's plain loop ÷ SQLite", one["DuckDB, plain loop"] / sqlite, LEAST_RATIO, at_most=False)
    say(machine_line())


def _plain(connection: DuckConnection, cases: Sequence[Case], rules: Rules) -> dict[int, Contact]:
    """A trace whose every hop is reduced by the database, however few give."""
    with patch.object(sql, "FETCHED_GIVERS", 0):
        return sql.trace(connection, cases, rules, dialect=DUCKDB)


def _ask(
    what: str, engines: dict[str, Trace], questions: list[list[Case]], rules: Rules, turn: int
) -> tuple[dict[str, float], dict[str, float]]:
    """The median milliseconds of each engine, over all questions and over the first of each turn."""
    times: dict[str, list[list[float]]] = {name: [] for name in engines}
    reached: list[int] = []
    for low in range(0, len(questions), turn):
        asked, answers = questions[low : low + turn], []
        for name, trace in engines.items():
            took, answered = [], []
            for cases in asked:
                started = time.perf_counter()
                answered.append(trace(cases, rules))
                took.append((time.perf_counter() - started) * 1e3)
            times[name].append(took)
            answers.append(answered)
        if any(answer != answers[0] for answer in answers):
            fail(f"two engines differ about {asked}")
        reached += map(len, answers[0])
    counted = {name: turns[1:] or turns for name, turns in times.items()}
    every = {name: [took for answered in turns for took in answered] for name, turns in counted.items()}
    first = {name: percentile([answered[0] for answered in turns], 0.5) for name, turns in counted.items()}
    medians = {name: percentile(values, 0.5) for name, values in every.items()}
    heading(f"{what}: {len(every['SQLite'])} questions, {percentile(reached, 0.5):,} people reached (median)")
    rows = [
        [
            name,
            f"{medians[name]:.2f}",
            f"{percentile(values, 0.95):.2f}",
            f"{first[name]:.2f}",
            f"{medians[name] / medians['SQLite']:.1f}",
        ]
        for name, values in every.items()
    ]
    table(["", "p50 ms", "p95 ms", "first of a turn, p50", "p50 ÷ SQLite"], rows)
    return medians, first


if __name__ == "__main__":
    main()
