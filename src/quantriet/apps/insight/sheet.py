"""The page of a document: its text with the spans that ask for something, its clauses with where they stand."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.models import Obligation
from quantriet.apps.obligations.queries import Standing
from quantriet.engines.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text inside one paragraph; `obligation_id` when it asks for something."""

    text: str
    obligation_id: int | None = None
    is_due: bool = False


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One obligation beside the text: its title, who, how far, and what it says of itself in a badge."""

    standing: Standing
    label: str
    note: str
    badge: str
    tone: str
    has_bar: bool
    is_lit: bool


def marked_text(document: Document, rows: Sequence[Standing]) -> list[list[Piece]]:
    """The text in paragraphs of pieces. Where spans overlap, the one that begins later holds the text."""
    owner: list[tuple[int, int, Obligation]] = sorted(
        ((row.obligation.start, row.obligation.end, row.obligation) for row in rows), key=lambda item: item[:2]
    )
    cuts = sorted({0, len(document.text), *(place for start, end, _ in owner for place in (start, end))})
    paragraphs: list[list[Piece]] = [[]]
    for start, end in itertools.pairwise(cuts):
        holder = next((item for first, last, item in reversed(owner) if first <= start < last), None)
        for number, line in enumerate(document.text[start:end].split("\n")):
            if number:
                paragraphs.append([])
            if line.strip():
                paragraphs[-1].append(Piece(line, holder.pk if holder else None))
    return [pieces for pieces in paragraphs if pieces]


def clause_rows(rows: Sequence[Standing], at: datetime) -> list[ClauseRow]:
    return [_clause_row(row, at) for row in rows]


def _clause_row(row: Standing, at: datetime) -> ClauseRow:
    obligation, counted = row.obligation, row.measures
    badge, tone = _badge(row, at)
    parts = [_units(row.lead_units)]
    if obligation.timetable:
        parts.append(Timetable.from_dict(obligation.timetable).describe())
    if counted.expected and row.period_on:
        parts.append(
            _("%(received)d đã nhận, %(nil)d không phát sinh, %(rest)d chưa báo cáo")
            % {"received": counted.received, "nil": counted.nil, "rest": counted.expected - counted.received}
        )
    is_open = counted.received < counted.expected
    return ClauseRow(
        standing=row,
        label=obligation.clause_label,
        note=" · ".join(part for part in parts if part),
        badge=badge,
        tone=tone,
        has_bar=counted.expected > 1,
        is_lit=tone in {"amber", "seal"} and is_open,
    )


def _units(names: tuple[str, ...]) -> str:
    if len(names) <= 2:
        return ", ".join(names)
    return _("%(count)d đơn vị") % {"count": len(names)}


def _badge(row: Standing, at: datetime) -> tuple[str, str]:
    """The badge of an obligation: what is late first, then what is coming, then how much is done."""
    counted = row.measures
    if counted.missing:
        return _("%(count)d quá hạn") % {"count": counted.missing}, "seal"
    if row.submitted:
        return _("%(count)d chờ xác nhận") % {"count": row.submitted}, "blue"
    if counted.expected == 0:
        if row.obligation.type == "conditional":
            return _("khi phát sinh"), "nil"
        if row.acknowledged < row.assigned:
            return f"{row.acknowledged}/{row.assigned} {_('đã tiếp nhận')}", "blue"
        return _("đã quán triệt"), "green"
    share = f"{counted.received}/{counted.expected}"
    if counted.received == counted.expected:
        return (
            (_("%(share)s đã xong, %(late)d trễ") % {"share": share, "late": counted.late}, "amber")
            if counted.late
            else (
                _("%(share)s đã xong") % {"share": share},
                "green",
            )
        )
    soon = row.due_at is not None and (row.due_at - at).total_seconds() <= 3600
    return share, "amber" if soon else "blue"
