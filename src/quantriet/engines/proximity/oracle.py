"""The match as an obvious loop over dictionaries: what the fast one must equal, and what it is measured against."""

from __future__ import annotations

from collections.abc import Iterable

from .observations import Observation

Shown = tuple[int, int, int, int, int]  # halves, first second, first second after, number of the key
Sighting = tuple[int, int, Observation]  # number of the key, first second of the identifier, what was heard


def match_plainly(
    observations: Iterable[Observation], shown: Iterable[Shown], *, tolerance: int, heard_before: int | None = None
) -> list[Sighting]:
    """Every observation of a published identifier within its time; the rule of `match`."""
    by_identifier: dict[tuple[int, int], list[Observation]] = {}
    for row in observations:
        by_identifier.setdefault((row.h, row.l), []).append(row)
    found = []
    for h, low, start, end, key in shown:
        for row in by_identifier.get((h, low), ()):
            in_time = start - tolerance <= row.time < end + tolerance
            if in_time and (heard_before is None or row.time < heard_before):
                found.append((key, start, row))
    return found
