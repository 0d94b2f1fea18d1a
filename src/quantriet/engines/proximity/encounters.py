"""From windows to rows of who met whom, as the tracing engine takes them (dòng tiếp xúc).

A phone is no person: who held it is told by dated assignments, so that one phone of a unit may have many holders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .errors import demand
from .windows import Window

Encounter = tuple[int, int, int, int, str, str]  # person, other person, start, end, place, source; seconds


@dataclass(frozen=True, slots=True)
class PhoneHolding:
    """Who had a phone, or whose case it is, in [since, until) seconds; `until` None: until now (giao giữ máy)."""

    number: int
    person: int
    since: int = 0
    until: int | None = None

    def __post_init__(self) -> None:
        demand(self.until is None or self.since < self.until, f"a holding from {self.since} to {self.until}")


@dataclass(frozen=True, slots=True)
class Met:
    """Encounters without overlap, by persons and time; and the windows of which nobody is known to have held a side."""

    rows: tuple[Encounter, ...]
    unheld: tuple[Window, ...]


def encounters(
    windows: Iterable[Window],
    cases: Iterable[PhoneHolding],
    devices: Iterable[PhoneHolding],
    *,
    place: str = "",
    source: str,
) -> Met:
    """Each window as a meeting of those who held its two sides, cut where a holding ends, joined where they touch.

    `cases` names the person behind each case; where the cases are phones of the agency too, give the same holdings
    twice. A pair is written with the lower number first; one who held both sides met nobody.
    """
    held, shown = _by_number(devices), _by_number(cases)
    met: dict[tuple[int, int], list[tuple[int, int]]] = {}
    unheld = []
    for window in windows:
        pairs = list(_pairs(window, shown.get(window.case, []), held.get(window.device, [])))
        if not pairs:
            unheld.append(window)
        for one, other, start, end in pairs:
            if one != other:
                met.setdefault((min(one, other), max(one, other)), []).append((start, end))
    rows = ((*pair, *span, place, source) for pair, spans in sorted(met.items()) for span in _joined(spans))
    return Met(tuple(rows), tuple(unheld))


def _by_number(holdings: Iterable[PhoneHolding]) -> dict[int, list[PhoneHolding]]:
    found: dict[int, list[PhoneHolding]] = {}
    for one in holdings:
        found.setdefault(one.number, []).append(one)
    return found


def _pairs(
    window: Window, cases: list[PhoneHolding], devices: list[PhoneHolding]
) -> Iterator[tuple[int, int, int, int]]:
    """Persons on either side with the part of the window in which both held theirs."""
    for case in cases:
        for device in devices:
            start = max(window.start, case.since, device.since)
            end = min([window.end, *(one.until for one in (case, device) if one.until is not None)])
            if start < end:
                yield case.person, device.person, start, end


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans that touch or overlap as one."""
    start, end = min(spans)
    for one, other in sorted(spans):
        if one > end:
            yield start, end
            start, end = one, other
        end = max(end, other)
    yield start, end
