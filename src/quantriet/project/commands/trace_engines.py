"""The three engines behind one door, each opened with what it needs (mở cách tính)."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.util import find_spec

from quantriet.engines.tracing.choice import Engine
from quantriet.engines.tracing.model import Case, Contact, Log, Rules

Trace = Callable[[Sequence[Case]], dict[int, Contact]]
_UNKNOWN_MEMORY = 4 << 30  # what is taken to be free where the system does not tell
_FEW = 300_000  # rows below which the compiled kernel takes longer to load than it saves


def installed() -> set[Engine]:
    """The engines that this machine has the libraries of."""
    return {Engine.SQL, Engine.MEMORY} | ({Engine.SPARK} if find_spec("pyspark") else set())


def free_memory() -> int:
    """Bytes that a program may still take."""
    try:
        with open("/proc/meminfo", encoding="ascii") as lines:
            told = dict(line.split(":", 1) for line in lines)
        return int(told["MemAvailable"].split()[0]) * 1024
    except (OSError, KeyError, ValueError):
        pass
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    return _UNKNOWN_MEMORY


@contextmanager
def opened(engine: Engine, log: Log, rules: Rules) -> Iterator[Trace]:
    """The log laid out for an engine, ready for one question after another."""
    with {Engine.MEMORY: _memory, Engine.SQL: _sql, Engine.SPARK: _spark}[engine](log, rules) as trace:
        yield trace


@contextmanager
def _memory(log: Log, rules: Rules) -> Iterator[Trace]:
    from quantriet.engines.tracing.memory import Index

    rows = len(log.encounters) + len(log.visits)
    index = Index.of(log, "numpy" if rows < _FEW else None)
    yield lambda cases: index.trace(cases, rules)


@contextmanager
def _sql(log: Log, rules: Rules) -> Iterator[Trace]:
    from quantriet.engines.tracing import sql

    with closing(sqlite3.connect("")) as connection:  # a temporary database: in memory while small, then on disk
        sql.load(connection, log)
        yield lambda cases: sql.trace(connection, cases, rules)


@contextmanager
def _spark(log: Log, rules: Rules) -> Iterator[Trace]:
    from quantriet.engines.tracing import spark

    session = spark.open_session()
    try:
        spark.load(session, log)
        yield lambda cases: spark.trace(session, cases, rules)
    finally:
        session.stop()
