"""Words that name a clause ("điểm a, b khoản 2 Điều này", "mục 1 phần II") and the way to it from the top.

Reads: such words without marks, and the path of the clause that they stand in. Writes: ways, each the names of the
clauses from the top down, in lower case and without their kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

Way = tuple[str, ...]

_KINDS = ("chuong", "phan", "dieu", "muc", "khoan", "diem", "tiet")
_NAME = r"(?:nay|[ivx]+|\d{1,2}(?:\.\d{1,2})*|[a-z])(?![\w])"
_STEP = re.compile(
    rf"(?:cac )?(?P<kind>{'|'.join(_KINDS)})\s+"
    rf"(?P<names>{_NAME}(?:(?:\s?[,;]\s?|\s+va\s+|\s?,\s?va\s+)(?:(?P=kind)\s+)?{_NAME})*)"
)
_OTHER = re.compile(r"\b(?:kem theo|phu luc|so \d|cua (?:luat|nghi dinh|thong tu|chinh phu|bo |ubnd|uy ban))")
_KIND_OF = {
    "dieu": re.compile(r"điều .*"),
    "muc": re.compile(r"mục .*|[ivx]+"),
    "phan": re.compile(r"phần .*|[ivx]+"),
    "chuong": re.compile(r"chương .*"),
    "khoan": re.compile(r"\d+(?:\.\d+)*"),
    "diem": re.compile(r"[a-zđ]"),
    "tiet": re.compile(r"[a-zđ]"),
}


def way_of(path: Iterable[str]) -> Way:
    """The way that a path of a clause is, without dashes: ("Điều 2", "1", "-3") is ("2", "1")."""
    names = (re.sub(r"^(?:điều|mục|phần|chương)\s+", "", name.lower()) for name in path)
    return tuple(name for name in names if not name.startswith("-"))


def ways_in(place: str, path: Sequence[str]) -> list[Way]:
    """The ways that the words name; "này" is the part of the path that holds the words.

    A way without a "này" begins at some level that `existing` has to find.

    >>> ways_in("diem a, b khoan 2", ())
    [('2', 'a'), ('2', 'b')]
    >>> ways_in("khoan 1 dieu nay", ("Điều 2", "3"))
    [('2', '1')]
    """
    if _OTHER.search(place):
        return []
    found: list[Way] = []
    ways: list[Way] = [()]
    last = len(_KINDS)
    for step in _STEP.finditer(place):
        level = _KINDS.index(step["kind"])
        if level >= last:  # a deeper kind begins the next clause: "điểm a khoản 1 và điểm b khoản 2"
            found += ways
            ways = [()]
        names = re.findall(rf"(?<!\w){_NAME}", step["names"])
        ways = [(*above, *way) for way in ways for name in names for above in _named(step["kind"], name, path)]
        last = level
    return [way for way in (*found, *ways) if way]


def _named(kind: str, name: str, path: Sequence[str]) -> list[Way]:
    if name != "nay":
        return [(name,)]
    at = next((at for at, own in enumerate(path) if _KIND_OF[kind].fullmatch(own.lower())), None)
    if at is None and kind in ("muc", "khoan"):
        at = next((at for at, own in enumerate(path) if _KIND_OF["khoan"].fullmatch(own.lower())), None)
    return [way_of(path[: at + 1])] if at is not None else []


def prefixes(ways: Iterable[Way]) -> set[Way]:
    """The ways to every clause, those of the clauses above them too."""
    return {way[:depth] for way in set(ways) for depth in range(1, len(way) + 1)}


def existing(way: Way, own: Way, known: Set[Way]) -> Way | None:
    """The way as it is found from the top or below the clauses that hold the words, the nearest of them; or None."""
    ways = (own[:depth] + way for depth in range(len(own), -1, -1))
    return next((found for found in ways if found in known), None)
