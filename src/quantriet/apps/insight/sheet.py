"""The page of a document: its text with the spans that ask for something, its clauses with where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quantriet.apps.documents.marks import Mark, head_end, render_marked
from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.queries import Standing
from quantriet.engines.timetable import Timetable


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


def marked_text(document: Document, rows: Sequence[ClauseRow]) -> SafeString:
    """The text with the span of each obligation, the ones to act on in their own colour."""
    marks = [
        Mark(f"o{row.standing.obligation.pk}", row.standing.obligation.start, row.standing.obligation.end,
             "span span-due" if row.is_lit else "span")
        for row in rows
    ]  # fmt: skip
    return render_marked(document.text, marks, head_end=head_end(document.reading, (mark.start for mark in marks)))


def clause_rows(rows: Sequence[Standing], at: datetime) -> list[ClauseRow]:
    return [_clause_row(row, at) for row in rows]


def _clause_row(row: Standing, at: datetime) -> ClauseRow:
    obligation, counted = row.obligation, row.measures
    badge, tone = _badge(row, at)
    parts = [_units(row)]
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


def _units(row: Standing) -> str:
    if row.lead_count <= 2:
        return ", ".join(row.lead_units)
    return _("%(count)d đơn vị") % {"count": row.lead_count}


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
