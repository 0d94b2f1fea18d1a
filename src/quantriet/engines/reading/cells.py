"""Who stands in the cells of a row of a table of tasks (ô chủ trì, ô phối hợp).

Reads: a `Row`. Writes: its leads and who helps them. One cell may hold both: "Phòng A; phối hợp: Phòng B", "Phòng A chủ
trì, Phòng B phối hợp".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quantriet.engines.kernel import Span

from .flat import Flat
from .shapes import Read
from .tables import Row
from .units import Item, split_units

_LED, _HELPED = "ghi ở cột chủ trì của bảng", "ghi ở cột phối hợp của bảng"
_HELP = re.compile(r"[\s,;.(/-]*(?:(?:don vi|co quan) )?phoi hop(?: thuc hien)?(?: cung)?(?: voi)?\s*[:-]?\s*")
_LEAD = re.compile(r"(?:(?:don vi|co quan) )?chu tri(?: thuc hien)?\s*[:-]?\s*")
_LEADS_BEHIND = re.compile(r"\s+chu tri\s*[,;.]?\s*")

Units = tuple[Read[str], ...]


def units_of(text: str, row: Row) -> tuple[Units, Units]:
    """The leads of a row and those who help."""
    led, helped = _parted(text, [*row.lead, *row.both])
    _, only_helping = _parted(text, row.coop, True)
    return led, (*helped, *only_helping)


def _parted(text: str, spans: Sequence[Span], only_helps: bool = False) -> tuple[Units, Units]:
    """The units of a cell before and behind its word of helping; `only_helps` of a column that has helpers alone."""
    flat = Flat.of(text, spans)
    end = len(flat.text)
    help_ = _HELP.search(flat.bare)
    if only_helps:
        return (), _units(flat, help_.end() if help_ and not help_.start() else 0, end, _HELPED)
    behind = _LEADS_BEHIND.search(flat.bare)
    if behind and help_ and help_.start() >= behind.end():  # "Phòng A chủ trì, Phòng B phối hợp"
        return _units(flat, 0, behind.start(), _LED), _units(flat, behind.end(), help_.start(), _HELPED) + _units(
            flat, help_.end(), end, _HELPED
        )
    at = lead.end() if (lead := _LEAD.match(flat.bare)) else 0
    stop = help_.start() if help_ else behind.start() if behind else end
    return _units(flat, at, stop, _LED), _units(flat, help_.end(), end, _HELPED) if help_ else ()


def _units(flat: Flat, start: int, end: int, reason: str) -> Units:
    if flat.text.endswith(")", start, end) and "(" not in flat.text[start:end]:
        end -= 1  # the bracket that the word of helping stands in
    found: list[Item] = split_units(flat, start, end) if end > start else []
    return tuple(Read(flat.text[a:b], flat.span(a, b), 0.1, reason) for a, b in found if b > a)
