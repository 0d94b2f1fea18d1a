"""Tracing in the database that holds the log: SQLite or PostgreSQL, also an app's own tables (truy vết bằng SQL).

`load` writes a log into tables of the shape that `hop` describes; `trace` answers from them. Both take an open DB-API
connection, `sqlite3.Connection` or `psycopg.Connection` (of Django: `connection.connection`), and neither commits nor
rolls back. A trace writes only a temporary table, which one connection uses for one trace at a time. It reads once for
each hop: in a transaction all hops see one state of the log. To trace back, load `backward.reversed_log(log)` into
tables of other names: on reversed time their order is another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import numpy as np

from .hop import (
    ENCOUNTER_COLUMNS,
    LABEL_COLUMNS,
    LABELS,
    VISIT_COLUMNS,
    Found,
    Label,
    Tables,
    TablesError,
    case_labels,
    labels_query,
    parameters,
    parts_query,
)
from .model import Case, Contact, Encounters, Log, Rules, Visits

# Up to so many givers their parts are fetched and reduced here: half the time of window functions on few rows. Beyond
# it the database reduces them, and only labels travel.
FETCHED_GIVERS = 500
_CHUNK = 100_000  # rows that are Python objects at one time while loading


class Cursor(Protocol):
    """What is used of a DB-API cursor."""

    def execute(self, query: str, parameters: Any = ..., /) -> Any: ...
    def executemany(self, query: str, rows: Any, /) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class Connection(Protocol):
    """What is used of a DB-API connection."""

    def cursor(self) -> Any: ...


Fill = Callable[[Any, str, Sequence[str], Iterable[Sequence[int]]], None]


@dataclass(frozen=True, slots=True)
class Dialect:
    """What databases write differently: a parameter, a clustered table, how a table is emptied and filled."""

    parameter: str
    clustered: str
    empty: str
    fill: Fill


def _insert(cursor: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[int]]) -> None:
    marks = ", ".join("?" * len(columns))
    cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608  # own names


def _copy(cursor: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[int]]) -> None:
    with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


SQLITE = Dialect(":{}", "PRIMARY KEY ({key})) WITHOUT ROWID", "DELETE FROM {}", _insert)
POSTGRESQL = Dialect("%({})s", "PRIMARY KEY ({key}) INCLUDE ({rest}))", "TRUNCATE {}", _copy)
_DIALECTS = {"sqlite3": SQLITE, "psycopg": POSTGRESQL}


@cache
def _marked(dialect: Dialect, query: str) -> str:
    """A query of `hop` with its parameters as this database marks them."""
    for name in parameters(1, Rules()):
        query = query.replace(f":{name}", dialect.parameter.format(name))
    return query


def dialect_of(connection: Connection) -> Dialect:
    """The dialect of a connection, by the library it comes from; others raise `TablesError`."""
    for kind in type(connection).__mro__:
        if (dialect := _DIALECTS.get(kind.__module__.partition(".")[0])) is not None:
            return dialect
    raise TablesError(f"{type(connection).__module__} is neither sqlite3 nor psycopg")


def load(connection: Connection, log: Log, tables: Tables | None = None) -> None:
    """Create the tables, which must not be there yet, and fill them in the order in which they are read.

    sqlite3 commits a table that it creates outside a transaction: begin one if all or nothing shall be there.
    On PostgreSQL `VACUUM ANALYZE` afterwards lets a hop answer from the indexes alone.
    """
    tables = tables or Tables()
    dialect, cursor = dialect_of(connection), connection.cursor()
    for statement in _definitions(tables, dialect):
        cursor.execute(statement)
    dialect.fill(cursor, tables.encounters, ENCOUNTER_COLUMNS, _half_edges(log.encounters))
    dialect.fill(cursor, tables.visits, VISIT_COLUMNS, _stays(log.visits))


def _definitions(tables: Tables, dialect: Dialect) -> Iterator[str]:
    for name, columns in ((tables.encounters, ENCOUNTER_COLUMNS), (tables.visits, VISIT_COLUMNS)):
        key, rest = columns[:3], columns[3:]
        clustered = dialect.clustered.format(key=", ".join(key), rest=", ".join(rest))
        yield f"CREATE TABLE {name} ({', '.join(f'{column} BIGINT NOT NULL' for column in columns)}, {clustered}"
    yield f"CREATE INDEX {tables.visits}_person ON {tables.visits} (person, left_at, entered_at, place)"
    yield f"CREATE INDEX {tables.visits}_longest ON {tables.visits} (place, (left_at - entered_at))"


def _half_edges(met: Encounters) -> Iterator[tuple[int, ...]]:
    """Each encounter from either side, ordered by person and end."""
    number = np.arange(len(met))
    person = np.concatenate((met.first, met.second))
    ends_at = np.concatenate((met.end, met.end))
    order = np.lexsort((ends_at, person))
    row = order % max(len(met), 1)
    other = np.concatenate((met.second, met.first))[order]
    return _rows(person[order], ends_at[order], number[row], other, met.start[row], met.place[row])


def _stays(stayed: Visits) -> Iterator[tuple[int, ...]]:
    """Each visit, ordered by place and end."""
    order = np.lexsort((stayed.left, stayed.place))
    return _rows(stayed.place[order], stayed.left[order], order, stayed.person[order], stayed.entered[order])


def _rows(*columns: Any) -> Iterator[tuple[int, ...]]:
    for start in range(0, len(columns[0]), _CHUNK):
        yield from zip(*(column[start : start + _CHUNK].tolist() for column in columns), strict=True)


def trace(
    connection: Connection,
    cases: Sequence[Case],
    rules: Rules,
    tables: Tables | None = None,
    *,
    dialect: Dialect | None = None,
) -> dict[int, Contact]:
    """Everybody reached within `rules.hops`, by person: the same as `oracle.trace` of the log in the tables.

    One query for each hop, however many givers there are. `dialect` is told by the connection if it is not given.
    """
    dialect, cursor, tables = dialect or dialect_of(connection), connection.cursor(), tables or Tables()
    _prepare(cursor, dialect)
    found, labels = Found(cases), case_labels(cases)
    dialect.fill(cursor, LABELS, LABEL_COLUMNS, labels)
    for hop in range(1, rules.hops + 1):
        values = parameters(hop, rules)
        if len(labels) <= FETCHED_GIVERS:
            labels = _fetched(cursor, tables, dialect, values, found, rules)
        else:
            labels = _reduced(cursor, tables, dialect, values)
            found.take(labels)
        if not labels:
            break
    return found.contacts


def _prepare(cursor: Cursor, dialect: Dialect) -> None:
    columns = ", ".join(f"{column} BIGINT NOT NULL" for column in LABEL_COLUMNS)
    cursor.execute(f"CREATE TEMPORARY TABLE IF NOT EXISTS {LABELS} ({columns})")
    cursor.execute(f"CREATE INDEX IF NOT EXISTS {LABELS}_person ON {LABELS} (person)")
    cursor.execute(dialect.empty.format(LABELS))


def _fetched(
    cursor: Cursor, tables: Tables, dialect: Dialect, values: Mapping[str, int], found: Found, rules: Rules
) -> list[Label]:
    """One hop of few givers: the database joins, the parts are reduced here."""
    cursor.execute(_marked(dialect, parts_query(tables)), values)
    labels = found.reduce(cursor.fetchall(), values["hop"], rules)
    dialect.fill(cursor, LABELS, LABEL_COLUMNS, labels)
    return labels


def _reduced(cursor: Cursor, tables: Tables, dialect: Dialect, values: Mapping[str, int]) -> list[Label]:
    """One hop of many givers: the database joins and reduces, and keeps the labels for the next hop."""
    query = _marked(dialect, labels_query(tables))
    if values["is_last"]:
        cursor.execute(query, values)
        return cursor.fetchall()
    cursor.execute(f"INSERT INTO {LABELS} ({', '.join(LABEL_COLUMNS)}) {query}", values)
    told = f"SELECT {', '.join(LABEL_COLUMNS)} FROM {LABELS} WHERE hop = :hop"  # noqa: S608  # own names
    cursor.execute(_marked(dialect, told), values)
    return cursor.fetchall()
