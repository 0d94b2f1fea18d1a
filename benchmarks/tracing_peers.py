"""What the tracing figures are set against: the same hops as SQL in DuckDB, as a loop over networkx, and a plain read.

Both peers answer the question exactly (level, exposure, seconds) and are compared with the index on every trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import networkx
import numba
import numpy as np

from quantriet.engines.tracing.model import Case, Encounters, Log, Rules

Answer = dict[int, tuple[int, int, int]]  # level, exposure, seconds by person
_FOR_EVER = 1 << 40
# What one hop passes on: by encounters, and by visits as a range join.
_BY_ENCOUNTER = """
    SELECT v AS person, greatest(s, since) AS begin, least(e, until) - greatest(s, since) AS seconds
    FROM giver JOIN meeting ON meeting.u = giver.u WHERE e > since AND s < until"""
_BY_VISIT = """
    SELECT visit.person, greatest(entered, since) AS begin,
           least(visit.gone, until) - greatest(entered, since) AS seconds
    FROM (SELECT giver.u, place, greatest(entered, since) AS since, least(gone, until) AS until
          FROM giver JOIN visit ON visit.person = giver.u WHERE gone > since AND entered < until) AS present
    JOIN visit ON visit.place = present.place AND visit.entered < present.until AND visit.gone > present.since
    WHERE visit.person <> present.u"""


class Duck:
    """A log in DuckDB, in memory, and the loop over its hops.

    Encounters stand both ways, in the order in which they were recorded (`"s"`, by time) or, as somebody would lay them
    out for this very question, by person (`"u, e"`); visits stand by place.
    """

    def __init__(self, log: Log, order: str = "s") -> None:
        self.connection = duckdb.connect()
        self._run("CREATE TABLE meeting (u INTEGER, v INTEGER, s BIGINT, e BIGINT)")
        self._run("CREATE TABLE visit (person INTEGER, place INTEGER, entered BIGINT, gone BIGINT)")
        if len(log.encounters):
            self._take(log.encounters, order)
        if len(log.visits):
            stayed = log.visits
            columns = {"p": stayed.person, "l": stayed.place, "a": stayed.entered, "b": stayed.left}
            self.connection.register("rows", columns)
            self._run("INSERT INTO visit SELECT p, l, a, b FROM rows ORDER BY l, a")
            self.connection.unregister("rows")
        self._parts = _BY_VISIT if len(log.visits) else _BY_ENCOUNTER

    def _take(self, met: Encounters, order: str) -> None:
        columns = {"a": met.first, "b": met.second, "s": met.start, "e": met.end}
        self.connection.register("rows", columns)
        both = "SELECT a AS u, b AS v, s, e FROM rows UNION ALL SELECT b, a, s, e FROM rows"
        self._run(f"INSERT INTO meeting SELECT u, v, s, e FROM ({both}) ORDER BY {order}")
        self.connection.unregister("rows")

    def trace(self, cases: Sequence[Case], rules: Rules) -> dict[str, Any]:
        """The columns person, level, begin, seconds of everybody reached."""
        self._run("CREATE OR REPLACE TEMP TABLE giver (u INTEGER, since BIGINT, until BIGINT)")
        self._run("CREATE OR REPLACE TEMP TABLE label (person INTEGER, begin BIGINT)")
        self._run("CREATE OR REPLACE TEMP TABLE found (person INTEGER, level INTEGER, begin BIGINT, seconds BIGINT)")
        columns = [[getattr(case, name) for case in cases] for name in ("person", "start", "end")]
        self.connection.execute("INSERT INTO giver SELECT unnest(?), unnest(?), unnest(?)", columns)
        self._run("INSERT INTO label SELECT DISTINCT u, -1 FROM giver")
        for hop in range(1, rules.hops + 1):
            self._run(f"""
                CREATE OR REPLACE TEMP TABLE better AS
                SELECT part.person, part.begin, part.seconds, label.begin IS NULL AS is_new
                FROM (SELECT person, min(begin) AS begin, sum(seconds) AS seconds FROM ({self._parts}
                ) GROUP BY person) AS part
                LEFT JOIN (SELECT person, min(begin) AS begin FROM label GROUP BY person) AS label
                ON label.person = part.person WHERE label.begin IS NULL OR part.begin < label.begin""")
            self._run(f"INSERT INTO found SELECT person, {hop}, begin, seconds FROM better WHERE is_new")
            self._run("INSERT INTO label SELECT person, begin FROM better")
            self._run(f"""
                CREATE OR REPLACE TEMP TABLE giver AS
                SELECT person AS u, begin + {rules.latency} AS since, {_FOR_EVER} AS until FROM better""")
        return self.connection.execute("SELECT * FROM found").fetchnumpy()

    def _run(self, sql: str) -> None:
        self.connection.execute(sql)


def graph(log: Log) -> networkx.MultiGraph:
    """The encounters as a networkx multigraph."""
    met = log.encounters
    drawn = networkx.MultiGraph()
    columns = (column.tolist() for column in (met.first, met.second, met.start, met.end))
    drawn.add_edges_from((a, b, {"s": s, "e": e}) for a, b, s, e in zip(*columns, strict=True))
    return drawn


def trace_graph(drawn: networkx.MultiGraph, cases: Sequence[Case], rules: Rules) -> Answer:
    """The hops as a loop over a multigraph."""
    answer: Answer = {}
    label = {case.person: -1 for case in cases}
    givers = [(case.person, case.start, case.end) for case in cases]
    for hop in range(1, rules.hops + 1):
        begins: dict[int, int] = {}
        seconds: dict[int, int] = {}
        for person, since, until in givers:
            for other, edges in drawn.adj[person].items() if person in drawn else ():
                for edge in edges.values():
                    begin, close = max(edge["s"], since), min(edge["e"], until)
                    if close > begin:
                        begins[other] = min(begins.get(other, begin), begin)
                        seconds[other] = seconds.get(other, 0) + close - begin
        better = {person: begin for person, begin in begins.items() if begin < label.get(person, _FOR_EVER)}
        for person in better.keys() - label.keys():
            answer[person] = hop, better[person], seconds[person]
        label |= better
        givers = [(person, begin + rules.latency, _FOR_EVER) for person, begin in better.items()]
    return answer


def read_columns(columns: Sequence[Any]) -> int:
    """Read every word once, in order, on one core: no trace that needs the whole log can be faster than this."""
    return sum(int(_read(column)) for column in columns)


@numba.njit(nogil=True)
def _read(words: Any) -> int:
    total = 0
    for word in words:
        total += word
    return total


def words_of(columns: Sequence[Any]) -> list[Any]:
    """Columns as 64-bit words, what is left over at the end cut off."""
    return [column.view(np.uint8)[: column.nbytes // 8 * 8].view(np.uint64) for column in columns]
