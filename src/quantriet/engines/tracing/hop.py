"""One hop of a trace as a query (một bước lây), the same for SQLite, PostgreSQL and Spark SQL.

Two tables hold the log, in the caller's integers (numbers of `Log.people`, or the ids of an app; ties go by them):

    encounters  person, ends_at, number, other, starts_at, place   each encounter twice, once from either side
    visits      place, left_at, number, person, entered_at

`number` tells equal rows apart. Both are clustered in the order of their first three columns: who was exposed at `t`
needs the rows of one person that end after `t`, which are neighbours. Visits are never made into pairs: a hop takes the
givers' visits and reads, at each place, who was there meanwhile.

A third table of a trace's own, `tracing_label`, holds who became earlier in which hop; its hop 0 are the windows of the
cases. Each hop is one query over those three for all givers at once. Parameters are `:hop`, `:latency`, `:least` and
`:is_last`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quantriet.engines.kernel import EngineError

from .model import Case, Contact, Link, Rules

FOR_EVER = 1 << 62
LABELS = "tracing_label"
LABEL_COLUMNS = ("hop", "person", "exposed_at", "since", "until", "seconds", "giver", "ends_at", "place")
ENCOUNTER_COLUMNS = ("person", "ends_at", "number", "other", "starts_at", "place")
VISIT_COLUMNS = ("place", "left_at", "number", "person", "entered_at")

# In the order of LABEL_COLUMNS: the person became earlier in this hop, passes on from `since` to `until`, and is proved
# by the part of an encounter with `giver` from `exposed_at` to `ends_at`.
Label = tuple[int, int, int, int, int, int, int, int, int]
# starts_at, giver, ends_at, place, taker: the least of a taker's parts is its proof.
Part = tuple[int, int, int, int, int]


class TablesError(EngineError):
    """A table name that is none, or a connection to a database that this engine does not know."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The names of the tables that hold the log (bảng tiếp xúc, bảng lượt ra vào).

    Anything but ASCII letters, digits and underscores raises `TablesError`.
    """

    encounters: str = "tracing_encounter"
    visits: str = "tracing_visit"

    def __post_init__(self) -> None:
        for name in (self.encounters, self.visits):
            if not re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII):
                raise TablesError(f"{name!r} is not the name of a table")


# CROSS JOIN keeps SQLite from starting with the long table; the others read it as the same inner join.
_PARTS = """
WITH part AS (
    SELECT giver.person AS giver, met.other AS taker, met.place AS place,
           CASE WHEN met.starts_at > giver.since THEN met.starts_at ELSE giver.since END AS starts_at,
           CASE WHEN met.ends_at < giver.until THEN met.ends_at ELSE giver.until END AS ends_at
    FROM {labels} AS giver CROSS JOIN {encounters} AS met
    WHERE giver.hop = :hop - 1 AND met.person = giver.person
      AND met.ends_at > giver.since AND met.starts_at < giver.until
    UNION ALL
    SELECT stay.giver AS giver, there.person AS taker, stay.place AS place,
           CASE WHEN there.entered_at > stay.starts_at THEN there.entered_at ELSE stay.starts_at END AS starts_at,
           CASE WHEN there.left_at < stay.ends_at THEN there.left_at ELSE stay.ends_at END AS ends_at
    FROM (
        SELECT giver.person AS giver, own.place AS place,
               CASE WHEN own.entered_at > giver.since THEN own.entered_at ELSE giver.since END AS starts_at,
               CASE WHEN own.left_at < giver.until THEN own.left_at ELSE giver.until END AS ends_at
        FROM {labels} AS giver CROSS JOIN {visits} AS own
        WHERE giver.hop = :hop - 1 AND own.person = giver.person
          AND own.left_at > giver.since AND own.entered_at < giver.until
    ) AS stay CROSS JOIN {visits} AS there
    WHERE there.place = stay.place AND there.left_at > stay.starts_at AND there.entered_at < stay.ends_at
      AND there.person <> stay.giver{bound}
)"""

# Of those parts the ones that bring somebody forward (in the last hop: that reach somebody new).
_COUNTED = """,
counted AS (
    SELECT part.starts_at, part.giver, part.ends_at, part.place, part.taker
    FROM part
    WHERE part.ends_at - part.starts_at >= :least AND NOT EXISTS (
        SELECT 1 FROM {labels} AS known
        WHERE known.person = part.taker AND (known.exposed_at <= part.starts_at OR :is_last = 1)
    )
)"""

# Nobody who left later than the longest stay after the giver's can have entered before the giver left. This ends the
# range of an index; a database that reads whole tables is better without.
_BOUND = """
      AND there.left_at < stay.ends_at + (
          SELECT MAX(longest.left_at - longest.entered_at) FROM {visits} AS longest WHERE longest.place = stay.place
      )"""

_REDUCED = """,
ranked AS (
    SELECT counted.*,
           SUM(ends_at - starts_at) OVER (PARTITION BY taker) AS seconds,
           ROW_NUMBER() OVER (PARTITION BY taker ORDER BY starts_at, giver, ends_at, place) AS nth
    FROM counted
)
SELECT :hop, taker, starts_at, starts_at + :latency, {for_ever}, CAST(seconds AS BIGINT), giver, ends_at, place
FROM ranked WHERE nth = 1"""


@cache
def parts_query(tables: Tables) -> str:
    """Every part that the givers of this hop pass on, in the order of columns of `Part`; read by ranges of an index."""
    return _parts(tables, indexed=True) + (
        "\nSELECT starts_at, giver, ends_at, place, taker FROM part WHERE ends_at - starts_at >= :least"
    )


@cache
def labels_query(tables: Tables, *, indexed: bool = True) -> str:
    """Everybody who becomes earlier in this hop, in the order of LABEL_COLUMNS; the parts reduced by the database."""
    return _parts(tables, indexed) + _COUNTED.format(labels=LABELS) + _REDUCED.format(for_ever=FOR_EVER)


def _parts(tables: Tables, indexed: bool) -> str:
    bound = _BOUND.format(visits=tables.visits) if indexed else ""
    return _PARTS.format(labels=LABELS, encounters=tables.encounters, visits=tables.visits, bound=bound)


def parameters(hop: int, rules: Rules) -> dict[str, int]:
    """The values of the parameters of a query in this hop, from 1."""
    return {
        "hop": hop,
        "latency": rules.latency,
        "least": max(rules.least_seconds, 1),
        "is_last": int(hop == rules.hops),
    }


def case_labels(cases: Sequence[Case]) -> list[Label]:
    """Hop 0: the windows, each exposed before all time, so that nobody exposes an index case earlier."""
    return [(0, case.person, -FOR_EVER, case.start, case.end, 0, case.person, case.end, -1) for case in cases]


class Found:
    """What the hops of one trace found so far (kết quả từng bước): `contacts` by person, to be told hop by hop."""

    def __init__(self, cases: Sequence[Case]) -> None:
        """Nobody yet but the index cases, whom nobody exposes earlier."""
        self.contacts: dict[int, Contact] = {}
        self._earliest = dict.fromkeys((case.person for case in cases), -FOR_EVER)
        self._chains: dict[int, tuple[Link, ...]] = dict.fromkeys(self._earliest, ())

    def take(self, labels: Iterable[Label]) -> None:
        """A hop that the database has reduced."""
        proofs, seconds = {}, {}
        for _, taker, start, _, _, lasted, giver, end, place in labels:
            proofs[taker], seconds[taker] = (start, giver, end, place, taker), lasted
        self._prove(proofs, seconds)

    def reduce(self, parts: Iterable[Part], hop: int, rules: Rules) -> list[Label]:
        """A hop from its parts: what `labels_query` says, in Python. Returns its labels, in the last hop none.

        >>> found = Found([Case(1, 0, 200)])
        >>> found.reduce([(60, 1, 180, -1, 7), (60, 1, 90, 3, 7)], 1, Rules(latency=30))
        [(1, 7, 60, 90, 4611686018427387904, 150, 1, 90, 3)]
        >>> found.contacts[7].seconds
        150
        """
        proofs: dict[int, Part] = {}
        seconds: dict[int, int] = {}
        earliest, is_last, latency = self._earliest, hop == rules.hops, rules.latency
        for part in parts:
            start, _, end, _, taker = part
            if taker in earliest and (is_last or earliest[taker] <= start):
                continue
            if taker not in seconds:
                proofs[taker], seconds[taker] = part, end - start
                continue
            seconds[taker] += end - start
            if part < proofs[taker]:
                proofs[taker] = part
        self._prove(proofs, seconds)
        if is_last:
            return []
        return [
            (hop, taker, start, start + latency, FOR_EVER, seconds[taker], giver, end, place)
            for start, giver, end, place, taker in proofs.values()
        ]

    def _prove(self, proofs: Mapping[int, Part], seconds: Mapping[int, int]) -> None:
        """A chain is the chain of the giver in the hop before and one link more, so chains share their links."""
        contacts, earliest, before = self.contacts, self._earliest, self._chains
        self._chains = chains = dict[int, tuple[Link, ...]]()
        new = tuple.__new__  # what a named tuple calls, without a call of Python's for each of thousands
        for start, giver, end, place, taker in proofs.values():
            chains[taker] = chain = (*before[giver], new(Link, (giver, taker, start, end, place)))
            earliest[taker] = start
            if taker not in contacts:
                contacts[taker] = new(Contact, (taker, len(chain), start, seconds[taker], chain))
