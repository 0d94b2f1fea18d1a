"""How many rows of a CSV file of encounters are read a second, every fault refused with its line and reason.

    python -m benchmarks.tracing_csv [--rows 1000000 --people 100000 --rubbish 0.01 --rounds 3]

The same file is read in turn by our reader, by Python's csv module with `datetime.fromisoformat` row by row (which
keeps what it can parse and checks nothing else), and by DuckDB (all cores, which skips what it cannot parse and tells
no reason). Both peers are told to ignore quotation marks: one that is not closed would swallow the rows below. Then the
command runs as a person has it: from the file to one JSON line a person, start of Python included.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import numpy as np

from benchmarks import encounters
from benchmarks.measure import Figure, fail, heading, machine_line, say, table
from quantriet.engines.tracing.ingest import Limits, read_log

ZONE = 7 * 3600
LIMITS = Limits(0, 1 << 40, 0, 31 * 86_400, 86_400, ZONE)
RUBBISH = (
    "rubbish",
    "{a},{a},{s},{e},,",
    "{a},{b},{e},{s},,",
    "{a},{b},22/07/2021 8:00,{e},,",
    '"{a},{b},{s},{e},,',
    ",,,",
)
BLOCK = 4 << 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--rubbish", type=float, default=0.01, help="share of rows that must be refused")
    parser.add_argument("--rounds", type=int, default=3)
    words = parser.parse_args()
    say(machine_line())
    with tempfile.TemporaryDirectory(prefix="quantriet-bench-") as folder:
        file = Path(folder, "encounters.csv")
        bad = _write(file, words.rows, words.people, words.rubbish)
        heading(f"{words.rows:,} rows, {bad:,} of them rubbish, {file.stat().st_size / 1e6:.0f} MB")
        _compare(file, words.rows, bad, words.rounds)
        _command(file)
    say(machine_line())


def _write(file: Path, rows: int, people: int, share: float) -> int:
    log = encounters.encounters(people, rows)
    met = log.encounters
    start, end = (np.datetime_as_string((column + ZONE).astype("M8[s]"), unit="m") for column in (met.start, met.end))
    bad = np.random.default_rng(1).random(rows) < share
    columns = zip(met.first.tolist(), met.second.tolist(), start, end, met.place.tolist(), bad.tolist(), strict=True)
    with file.open("w", encoding="utf-8") as out:
        out.write("person_a,person_b,start,end,place,source\n")
        for number, (a, b, s, e, place, is_bad) in enumerate(columns):
            a, b = f"P{a:08d}", f"P{b:08d}"
            form = RUBBISH[number % (len(RUBBISH) - 1)] if is_bad else "{a},{b},{s},{e},N{place},app{number}"
            out.write(form.format(a=a, b=b, s=s, e=e, place=place, number=number % 7) + "\n")
    return int(bad.sum())


def _compare(file: Path, rows: int, bad: int, rounds: int) -> None:
    times: dict[str, list[float]] = {name: [] for name in READERS}
    for _ in range(rounds):
        for name, reader in READERS.items():
            started = time.perf_counter()
            kept = reader(file)
            times[name].append(time.perf_counter() - started)
            if name == "quantriet" and not rows - bad - rows // 100 <= kept <= rows - bad:
                fail(f"{kept:,} rows kept of {rows:,} with {bad:,} bad ones")
    figures = {name: Figure(tuple(values)) for name, values in times.items()}
    ours = figures["quantriet"]
    lines = [
        [name, one.show(".2f"), f"{rows / one.median:,.0f}", f"{one.over(ours):.2f}"] for name, one in figures.items()
    ]
    table(["", "s", "rows/s", "÷ quantriet"], lines)


def _ours(file: Path) -> int:
    return len(read_log(_blocks(file), None, LIMITS).log.encounters)


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while block := opened.read(BLOCK):
            yield block


def _row_by_row(file: Path) -> int:
    """Names and places to numbers, times to seconds, rows that fail left out."""
    numbers: dict[str, int] = {}
    kept = []
    with file.open(encoding="utf-8", newline="") as opened:
        for row in csv.reader(opened, quoting=csv.QUOTE_NONE):
            try:
                a, b, start, end, place, _ = row
                begin, close = datetime.fromisoformat(start).timestamp(), datetime.fromisoformat(end).timestamp()
            except ValueError:
                continue
            kept.append([numbers.setdefault(name, len(numbers)) for name in (a, b, place)] + [begin, close])
    return len(np.array(kept))


def _duckdb(file: Path) -> int:
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE met AS SELECT * FROM read_csv(?, auto_detect = false, header = true, ignore_errors = true,"
            " delim = ',', quote = '', escape = '', columns = {'person_a': 'VARCHAR', 'person_b': 'VARCHAR',"
            " 'start': 'TIMESTAMP', 'end': 'TIMESTAMP', 'place': 'VARCHAR', 'source': 'VARCHAR'})",
            [str(file)],
        )
        return int(connection.execute("SELECT count(*) FROM met").fetchall()[0][0])


READERS: dict[str, Callable[[Path], int]] = {
    "quantriet": _ours,
    "csv module, row by row": _row_by_row,
    "DuckDB, no reasons": _duckdb,
}


def _command(file: Path) -> None:
    words = ["trace", "--json", "--encounters", str(file), "--latency", "1440"]
    words += ["--case", "P00000001,2024-01-01T00:00,2024-01-06T00:00"]
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "quantriet.project.cli", *words], capture_output=True, text=True, check=True
    )
    say(f"  the command: {time.perf_counter() - started:.2f} s, {len(done.stdout.splitlines()):,} people")
    say("  " + done.stderr.splitlines()[0])


if __name__ == "__main__":
    main()
