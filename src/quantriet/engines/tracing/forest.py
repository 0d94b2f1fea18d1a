"""Whom a picture of chains shows and in which row, so that no line crosses another (cây tiếp xúc).

Everybody stands under who passed it on to them, latest first: the line down to somebody exposed early then passes the
rows of those exposed later on their left, where nothing is. In a trace back all is mirrored.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .model import Case
from .summary import Found


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a person found, or an index case (`found` is None), and how many of its next people are not shown."""

    person: int
    found: Found | None
    left_out: int

    @property
    def level(self) -> int:
        return self.found.level if self.found else 0


@dataclass(frozen=True, slots=True)
class Forest:
    """Rows from top to bottom and how many people and index cases there was no room for."""

    rows: tuple[Row, ...]
    left_out: int
    cases_left_out: int


def plant(cases: Sequence[Case], found: Sequence[Found], most: int, *, is_back: bool = False) -> Forest:
    """Row by row the index cases with the largest trees, and of these trees the `most` people with most below them."""
    size = _tree_sizes(found)
    roots = list(dict.fromkeys(case.person for case in cases))
    kept = _largest(roots, size, most)
    root = {person: person for person in roots}
    for one in sorted(found, key=lambda one: one.level):
        root[one.person] = root[one.other]
    candidates = (one for one in found if root[one.person] in kept)
    shown = sorted(candidates, key=lambda one: (-size[one.person], one.level, one.moment, one.person))[:most]
    below: defaultdict[int, list[Found]] = defaultdict(list)
    for one in shown:
        below[one.other].append(one)
    for siblings in below.values():
        siblings.sort(key=lambda one: (one.moment if is_back else -one.moment, size[one.person], one.person))
    passed = Counter(one.other for one in found)

    def walk(person: int, one: Found | None) -> Iterator[Row]:
        yield Row(person, one, passed[person] - len(below[person]))
        for child in below[person]:
            yield from walk(child.person, child)

    rows = tuple(row for person in roots if person in kept for row in walk(person, None))
    return Forest(rows, len(found) - len(shown), len(roots) - len(kept))


def _largest(roots: Sequence[int], size: Counter[int], most: int) -> set[int]:
    """The index cases with the largest trees, as many as there is room for people."""
    kept: set[int] = set()
    room = most
    for person in sorted(roots, key=lambda person: -size[person]):
        if room > 0:
            kept.add(person)
            room -= max(size[person], 1)
    return kept


def _tree_sizes(found: Sequence[Found]) -> Counter[int]:
    """How many people each person's tree holds below it; whoever passed on stands at a lower level."""
    size: Counter[int] = Counter()
    for one in sorted(found, key=lambda one: -one.level):
        size[one.other] += size[one.person] + 1
    return size
