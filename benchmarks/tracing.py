"""Contact tracing in memory beside DuckDB, networkx and one read of the index, in one run.

    python -m benchmarks.tracing [--people 1000000] [--encounters 30000000] [--cases 1000] [--peers duckdb networkx]

The population is invented (`benchmarks/encounters.py`). Each engine is asked in turn, question by question, and each
answer of a peer is compared with ours person by person: one difference ends the run. Memory is the growth of the
resident set, or the bytes of the columns where that is said.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import encounters as town
from benchmarks.measure import Figure, fail, heading, machine_line, percentile, say, table, verdict
from benchmarks.place import ROOT
from quantriet.engines.tracing.backward import reversed_cases, reversed_log
from quantriet.engines.tracing.memory import Change, Index, Live, Reached
from quantriet.engines.tracing.model import Case, Encounters, Log, Rules

RAW = 12  # bytes of an encounter as plainly as it can be kept: two people of 32 bits, two times of 16
RAW_PLACE = 4
RAW_VISIT = 16  # person, place, two times of 32 bits
BATCH = 1_000  # encounters that arrive at once


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--encounters", type=int, default=30_000_000)
    parser.add_argument("--cases", type=int, default=1_000, help="index cases of the large trace")
    parser.add_argument("--singles", type=int, default=100, help="traces of one case, changes of each kind")
    parser.add_argument("--rounds", type=int, default=5, help="large traces")
    parser.add_argument("--visits", type=int, default=1_000_000)
    parser.add_argument("--places", type=int, default=5_000)
    parser.add_argument(
        "--graph-people", type=int, default=20_000, help="people networkx is asked for, 30 encounters each"
    )
    parser.add_argument("--peers", nargs="*", default=["duckdb", "networkx"], choices=["duckdb", "networkx"])
    words = parser.parse_args()
    say(machine_line())
    met = [_compiling(), *_encounters(words)]
    if "networkx" in words.peers:
        met += _networkx(words)
    met += _visits(words)
    say(f"\n{sum(met)} of {len(met)} bars met; highest resident set {_resident('VmHWM'):.0f} MiB")


def _encounters(words: argparse.Namespace) -> list[bool]:
    """Everything over the one large log."""
    heading(f"{words.people:,} people, {words.encounters:,} encounters")
    log = town.encounters(words.people, words.encounters)
    cases = town.cases(words.people, words.cases + 2 * words.singles)
    before = _resident()
    seconds, index = _timed(Index.of, log, "numba")
    say(f"  index built in {seconds:.1f} s, resident {_resident() - before:+.0f} MiB")
    met = _memory(index, words.encounters)
    ducks: dict[str, Any] = {}
    if "duckdb" in words.peers:
        for name, order in (("by time", "s"), ("by person", "u, e")):
            before = _resident()
            seconds, ducks[name] = _timed(_duck, log, order)
            say(f"  DuckDB loaded {name} in {seconds:.1f} s, resident {_resident() - before:+.0f} MiB")
    met += _singles(words, index, ducks, cases)
    met += _large(words, index, ducks, cases[: words.cases])
    ducks.clear()
    _trees(words, index, cases)
    _backward(words, log, cases)
    del log
    gc.collect()
    return met + _live(words, index, cases)


def _memory(index: Index, count: int) -> list[bool]:
    rows = index.adjacencies[0]
    bare = rows.rows.nbytes + rows.pointers.nbytes
    share = rows.nbytes / count / (RAW + RAW_PLACE)
    say(f"  with places {rows.nbytes / count:.2f} bytes an encounter, {share:.2f} of a raw log with places")
    return [verdict("index ÷ raw log (12 bytes an encounter)", bare / count / RAW, 1.4, at_most=True, unit="×")]


def _singles(words: argparse.Namespace, index: Index, ducks: dict[str, Any], cases: Sequence[Case]) -> list[bool]:
    """One case at a time, each engine in turn; the bar counts against DuckDB's table as it was recorded."""
    plain = Index(index.people, index.base, index.adjacencies, index.stores, _numpy_kernel())
    head, rows, met = ["one case", "people", "ours ms p50", "p95", "NumPy alone p50"], [], []
    head += [f"DuckDB {name} p50 (÷ ours)" for name in ducks]
    for hops in (2, 4):
        rules, reached = Rules(hops), []
        times: dict[str, list[float]] = {name: [] for name in ("ours", "numpy", *ducks)}
        index.reach(cases[:1], rules)
        for case in cases[: words.singles]:
            took, found = _timed(index.reach, [case], rules)
            times["ours"].append(took)
            reached.append(len(found))
            times["numpy"].append(_timed(plain.reach, [case], rules)[0])
            for name, duck in ducks.items():
                took, theirs = _timed(duck.trace, [case], rules)
                times[name].append(took)
                _same(found, theirs)
        ours = Figure(tuple(times["ours"]))
        peers = [Figure(tuple(times[name])) for name in ducks]
        rows.append([
            f"to F{hops}", f"{np.mean(reached):,.0f}", _ms(ours.median), _ms(percentile(times["ours"], 0.95)),
            _ms(Figure(tuple(times["numpy"])).median),
            *(f"{_ms(peer.median)} ({peer.over(ours):.0f}×)" for peer in peers),
        ])  # fmt: skip
    table(head, rows)
    met.append(verdict("one case to F4, p50", ours.median * 1e3, 5, at_most=True, unit=" ms"))
    if peers:
        met.append(verdict("DuckDB loop ÷ ours, one case to F4", peers[0].over(ours), 40, at_most=False, unit="×"))
    found = index.reach(cases[:1], Rules(4))
    if len(found):
        took = _timed(found.chain, int(found.person[-1]))[0]
        everything = _timed(found.contacts)[0]
        say(f"  one chain of that trace {_ms(took)} ms; all {len(found):,} with their chains {_ms(everything)} ms")
    return met


def _large(words: argparse.Namespace, index: Index, ducks: dict[str, Any], cases: Sequence[Case]) -> list[bool]:
    """Many cases together, one read of the index, DuckDB, in turn."""
    from benchmarks.tracing_peers import read_columns, words_of

    rules, rows = Rules(4), index.adjacencies[0]
    columns = words_of([rows.rows, rows.pointers])
    ours, reads = [], []
    theirs: dict[str, list[float]] = {name: [] for name in ducks}
    index.reach(cases, rules)
    read_columns(columns)
    for _ in range(words.rounds):
        took, found = _timed(index.reach, cases, rules)
        ours.append(took)
        reads.append(_timed(read_columns, columns)[0])
    for name, duck in ducks.items():
        for _ in range(min(words.rounds, 3)):
            took, answer = _timed(duck.trace, cases, rules)
            theirs[name].append(took)
            _same(found, answer)
            ours.append(_timed(index.reach, cases, rules)[0])
            reads.append(_timed(read_columns, columns)[0])
    mine, read = Figure(tuple(ours)), Figure(tuple(reads))
    peers = [Figure(tuple(times)) for times in theirs.values()]
    table(
        [
            *(f"{len(cases):,} cases to F4", "people", "ours ms p50", "p95", "one read p50"),
            *(f"DuckDB {name} p50 (÷ ours)" for name in ducks),
        ],
        [
            [
                *("together", f"{len(found):,}", _ms(mine.median), _ms(percentile(ours, 0.95)), _ms(read.median)),
                *(f"{_ms(peer.median)} ({peer.over(mine):.0f}×)" for peer in peers),
            ]
        ],
    )
    met = [verdict(f"{len(cases):,} cases to F4 ÷ one sequential read", mine.over(read), 12, at_most=True, unit="×")]
    if peers:
        ratio = peers[0].over(mine)
        met.append(verdict(f"DuckDB loop ÷ ours, {len(cases):,} cases to F4", ratio, 12, at_most=False, unit="×"))
    return met


def _trees(words: argparse.Namespace, index: Index, cases: Sequence[Case]) -> None:
    """A tree for each case: what investigators ask for."""
    rows = []
    for hops in (2, 3, 4):
        chosen = cases[: words.cases if hops < 4 else max(words.cases // 10, 1)]
        took = sum(_timed(index.reach, [case], Rules(hops))[0] for case in chosen)
        rows.append([f"to F{hops}", f"{len(chosen) / took:,.0f}"])
    table(["a tree for each case", "trees a second"], rows)


def _backward(words: argparse.Namespace, log: Log, cases: Sequence[Case]) -> None:
    """Who may have infected: an index of reversed time."""
    back = Index.of(reversed_log(log), "numba")
    rows = []
    for hops in (2, 4):
        times = [_timed(back.reach, reversed_cases([case]), Rules(hops))[0] for case in cases[: words.singles]]
        rows.append([f"{hops} links", _ms(percentile(times, 0.5)), _ms(percentile(times, 0.95))])
    table(["one case, backward", "ms p50", "p95"], rows)


def _live(words: argparse.Namespace, index: Index, cases: Sequence[Case]) -> list[bool]:
    """What arrives at a trace that is kept up to date, one after the other, then everything traced again."""
    rules, held, more = Rules(4), cases[: words.cases], cases[words.cases :]
    live = Live(index, held, rules)
    batches = _batches(town.encounters(words.people, BATCH * words.singles, seed=7).encounters)
    first, second = more[: words.singles], more[words.singles :]
    work = {
        "one more case": [Change(cases=[case]) for case in first],
        "that case withdrawn": [Change(withdrawn_cases=[case]) for case in first],
        f"{BATCH:,} more encounters": [Change(encounters=batch) for batch in batches],
        "one window corrected": [
            Change(cases=[_shorter(case)], withdrawn_cases=[case]) for case in held[: len(second)]
        ],
        "one encounter withdrawn": [Change(withdrawn_encounters=_rows(batch, 1)) for batch in batches],
    }
    rows, ratios = [], {}
    for name, changes in work.items():
        times, again, moved = [], [], []
        for change in changes:
            took, changed = _timed(live.apply, change)
            times.append(took)
            moved.append(len(changed))
        again += [_timed(index.reach, live.cases, rules)[0] for _ in changes[:30]]
        figure, scratch = Figure(tuple(times)), Figure(tuple(again))
        ratios[name] = scratch.over(figure)
        rows.append([
            name, f"{np.median(moved):,.0f}", _ms(figure.median), _ms(percentile(times, 0.95)), _ms(scratch.median),
            f"{ratios[name]:.0f}×", f"{scratch.median / percentile(times, 0.95):.0f}×",
        ])  # fmt: skip
    _check_live(live, index, rules)
    table([f"live, {len(held):,} cases", "people moved", "ms p50", "p95", "from scratch p50", "÷ p50", "÷ p95"], rows)
    say(f"  labels {live.nbytes / 2**20:.0f} MiB beside the index")
    return [
        verdict(f"from scratch ÷ {name}", ratios[name], 100, at_most=False, unit="×")
        for name in ("one more case", f"{BATCH:,} more encounters")
    ]


def _networkx(words: argparse.Namespace) -> list[bool]:
    """At a size that networkx can hold."""
    from benchmarks.tracing_peers import graph, trace_graph

    people = words.graph_people
    log, rules = town.encounters(people, 30 * people), Rules(4)
    heading(f"networkx: {people:,} people, {30 * people:,} encounters")
    before = _resident()
    seconds, drawn = _timed(graph, log)
    say(f"  networkx built in {seconds:.1f} s, resident {_resident() - before:+.0f} MiB")
    index = Index.of(log, "numba")
    ours, theirs = [], []
    for case in town.cases(people, min(words.singles, 12)):
        took, found = _timed(index.reach, [case], rules)
        ours.append(took)
        took, answer = _timed(trace_graph, drawn, [case], rules)
        theirs.append(took)
        rows = [(person, *answer[person]) for person in sorted(answer)]
        columns = np.array(rows, np.int64).reshape(-1, 4).T
        _same(found, dict(zip(("person", "level", "begin", "seconds"), columns, strict=True)))
    mine, other = Figure(tuple(ours)), Figure(tuple(theirs))
    say(f"  one case to F4: ours {_ms(mine.median)} ms, networkx {_ms(other.median)} ms")
    return [verdict("networkx ÷ ours, one case to F4", other.over(mine), 100, at_most=False, unit="×")]


def _visits(words: argparse.Namespace) -> list[bool]:
    """Visits swept by place, beside a range join."""
    people = max(words.visits // 10, 2)
    heading(f"{people:,} people, {words.visits:,} visits to {words.places:,} places")
    log = town.visits(people, words.visits, words.places)
    seconds, index = _timed(Index.of, log, "numba")
    say(f"  index built in {seconds:.2f} s, {index.stores[0].nbytes / words.visits:.1f} bytes a visit")
    duck = _duck(log) if "duckdb" in words.peers else None
    rows, ratio = [], float("nan")
    index.reach(town.cases(people, 1), Rules(2))
    for hops, count in ((2, words.singles), (4, 3)):
        rules, ours, theirs, reached = Rules(hops), [], [], []
        for case in town.cases(people, count):
            took, found = _timed(index.reach, [case], rules)
            ours.append(took)
            reached.append(len(found))
            if duck and hops == 2:
                took, answer = _timed(duck.trace, [case], rules)
                theirs.append(took)
                _same(found, answer)
        mine, other = Figure(tuple(ours)), Figure(tuple(theirs) or (float("nan"),))
        ratio = other.over(mine) if hops == 2 else ratio
        rows.append(
            [
                f"to F{hops}",
                f"{np.median(reached):,.0f}",
                _ms(mine.median),
                _ms(percentile(ours, 0.95)),
                _ms(other.median),
            ]
        )
    table(["one case", "people", "ours ms p50", "p95", "range join p50"], rows)
    met = [verdict("range join ÷ ours, one case to F2", ratio, 15, at_most=False, unit="×")] if duck else []
    share = (index.nbytes + _peak(index.reach, town.cases(people, 1), Rules(2))) / (RAW_VISIT * words.visits)
    everybody = (index.nbytes + _peak(index.reach, town.cases(people, 100), Rules(4))) / (RAW_VISIT * words.visits)
    say(f"  index and scratch of 100 cases to F4: {everybody:.2f} of the raw visits (16 bytes each)")
    return [*met, verdict("index and scratch ÷ raw visits, one case to F2", share, 3, at_most=True, unit="×")]


def _compiling() -> bool:
    """What the compiled kernel costs a process that uses it: the first ever, and each later one."""
    heading("The compiled kernel")
    program = (
        "import time; t = time.perf_counter()\n"
        "from benchmarks import encounters as town\n"
        "from quantriet.engines.tracing.memory import Index\n"
        "from quantriet.engines.tracing.model import Rules\n"
        "index, cases = Index.of(town.encounters(1000, 30000), 'numba'), town.cases(1000, 20)\n"
        "index.reach(cases[:1], Rules(4)); index.reach(cases, Rules(4))\n"
        "print(time.perf_counter() - t)"
    )
    times = []
    with tempfile.TemporaryDirectory() as cache:
        for _ in range(2):
            done = subprocess.run(
                [sys.executable, "-c", program], cwd=ROOT, env=os.environ | {"NUMBA_CACHE_DIR": cache},
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            times.append(float(done.stdout))
    say(f"  imports and first trace: compiling {times[0]:.1f} s, from the cache {times[1]:.1f} s")
    return True


def _same(found: Reached, answer: dict[str, Any]) -> None:
    """End the run if a peer says anything else of anybody."""
    mine, theirs = np.argsort(found.person), np.argsort(answer["person"])
    for column, name in (
        (found.person, "person"),
        (found.level, "level"),
        (found.exposed_at, "begin"),
        (found.seconds, "seconds"),
    ):
        if not np.array_equal(column[mine], answer[name][theirs].astype(np.int64)):
            fail(f"a peer and the index differ in {name}")


def _check_live(live: Live, index: Index, rules: Rules) -> None:
    found, levels = index.reach(live.cases, rules), np.zeros(index.people, np.int64)
    levels[found.person] = found.level
    if not np.array_equal(levels, live.levels()):
        fail("a live trace and a trace from scratch differ")


def _duck(log: Log, order: str = "s") -> Any:
    from benchmarks.tracing_peers import Duck

    return Duck(log, order)


def _numpy_kernel() -> Any:
    from quantriet.engines.tracing.memory.kernels import kernel

    return kernel("numpy", 0)


def _shorter(case: Case) -> Case:
    return Case(case.person, case.start, (case.start + case.end) // 2)


def _batches(met: Encounters) -> list[Encounters]:
    return [_rows(met, BATCH, low) for low in range(0, len(met), BATCH)]


def _rows(met: Encounters, count: int, low: int = 0) -> Encounters:
    few = slice(low, low + count)
    return Encounters(met.first[few], met.second[few], met.start[few], met.end[few], met.place[few])


def _timed(work: Callable[..., Any], *given: Any) -> tuple[float, Any]:
    """Seconds and the result."""
    started = time.perf_counter()
    result = work(*given)
    return time.perf_counter() - started, result


def _peak(work: Callable[..., Any], *given: Any) -> int:
    """The most bytes that the work held at once (NumPy tells its own)."""
    tracemalloc.start()
    work(*given)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _resident(name: str = "VmRSS") -> float:
    """MiB of the resident set now, or its highest (`VmHWM`)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    return float("nan")


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.2f}"


if __name__ == "__main__":
    main()
