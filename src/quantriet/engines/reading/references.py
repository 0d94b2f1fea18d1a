"""Stage 8e: terms that stand in another clause (dẫn thời hạn ở khoản khác).

Reads: the obligations of a document. Writes: the same, with the day of the clause that "theo thời hạn tại khoản 2"
names; where that clause has none, or there are several of its name, the term stays open for a person.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .days import place_referred
from .shapes import Deadline, ReadObligation

_STEP = re.compile(r"(?P<kind>điều|mục|phần|khoản|điểm)\s+(?P<name>[ivx]+\b|\d{1,2}(?:\.\d{1,2})?|[a-zđ]\b)")
_ORDER = ("phần", "mục", "điều", "khoản", "điểm")


def with_referred_terms(obligations: list[ReadObligation]) -> tuple[ReadObligation, ...]:
    once = [_resolved(item, obligations) for item in obligations]
    return tuple(_resolved(item, once) for item in once)  # a clause may name one that names a third


def _resolved(item: ReadObligation, every: list[ReadObligation]) -> ReadObligation:
    term = item.deadline
    if term is None or term.date_basis != "by_reference" or term.date is not None:
        return item
    place = place_referred(term.text.lower())
    steps = _steps(place) if place else []
    own = (item.clause_label or "").lower().split(".")
    candidates = [other for other in every if other is not item and _dated(other.deadline)]
    named = [other for other in candidates if steps and _names(steps, (other.clause_label or "").lower(), own)]
    found = {other.deadline for other in named if other.deadline is not None}
    if len(found) != 1 or place is None:
        return item
    (other,) = found
    reason = f"theo thời hạn tại {place}"
    taken = replace(
        term, kind=other.kind, date=other.date, time=other.time, amount=other.amount, inclusive=other.inclusive,
        every=other.every, times=other.times, also_at=other.also_at, doubt=0.4, reason=reason,
    )  # fmt: skip
    return replace(item, deadline=taken)


def _dated(term: Deadline | None) -> bool:
    return term is not None and term.kind != "ad_hoc" and bool(term.date or term.amount or term.time)


def _steps(place: str) -> list[str]:
    """The way from the top to the clause: "điểm 1 mục I" is I, 1."""
    found = {match.group("kind"): match.group("name") for match in _STEP.finditer(place)}
    return [found[kind] for kind in _ORDER if kind in found]


def _names(steps: list[str], label: str, own: list[str]) -> bool:
    """Whether the label is the clause so named, by its whole way or within the part that the reference stands in."""
    ways = [way.removeprefix("điều ") for way in label.split(".")]
    above = [way.removeprefix("điều ") for way in own[: len(own) - len(steps)]]
    return ways in (steps, above + steps)
