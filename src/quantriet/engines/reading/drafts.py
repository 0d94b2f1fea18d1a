"""Stage 8d: a duty in the making, joined with the verbs that share its units and its term.

Reads: drafts in the order of the text. Writes: `ReadObligation`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quantriet.engines.kernel import Span

from .blocks import Block
from .duty import Duty
from .shapes import Deadline, Modality, Read, ReadObligation

_TITLE_LENGTH = 90


@dataclass(slots=True)
class Draft:
    """A duty with its units, its term and where it ends so far; `own` units stand in its own words."""

    block: Block
    duty: Duty
    units: tuple[Read[str], ...]
    coop: tuple[Read[str], ...]
    deadline: Deadline | None
    end: int
    own: bool
    prose: bool = False
    reason: str = ""
    doubt: float = 0.1
    span: Span | None = None


def joins(before: Draft, draft: Draft) -> bool:
    """Verbs of the same units, deadline and kind stay together."""
    duty = draft.duty
    if draft.own or duty.inner or duty.voice in ("condition",) or duty.cut in ("dots", "split", "trigger"):
        return False
    if before.duty.voice == "condition" and duty.cut == "semicolon" and duty.type == "task" and draft.deadline is None:
        return True
    if duty.type != before.duty.type and not (duty.type == "task" and before.duty.type in ("task",)):
        return False
    if draft.deadline is not None:
        return False
    if before.deadline is not None and before.deadline.kind != "ad_hoc":
        return duty.cut == "also" and not draft.coop
    if draft.prose and duty.cut == "sentence":
        return False
    starts_also = duty.cut == "also" or duty.is_also
    if starts_also and bool(draft.coop) != bool(before.coop):
        return False
    return not (draft.coop and duty.cut in ("sentence", "also"))


def merge(before: Draft, draft: Draft) -> None:
    """Let the draft before go on to the end of this one."""
    before.end = draft.end
    if not before.coop:
        before.coop = draft.coop


def finished(draft: Draft) -> ReadObligation:
    """The obligation that a draft has become."""
    flat = draft.block.flat
    duty = draft.duty
    return ReadObligation(
        draft.block.path,
        draft.block.label,
        draft.span
        or (flat.span(duty.start, draft.end) if draft.end > duty.start else Span(draft.block.start, draft.block.end)),
        duty.type,
        _modality(flat.low[duty.start : duty.predicate + 24], duty),
        draft.units,
        draft.coop,
        draft.deadline,
        _title(flat.text[duty.predicate : draft.end]),
        draft.doubt,
        draft.reason,
    )


def _modality(words: str, duty: Duty) -> Modality:
    if duty.type == "prohibition":
        return "may_not"
    return "should" if re.search(r"đề nghị|kêu gọi|khuyến cáo|nên\s|khuyến khích|mong", words) else "must"


def _title(words: str) -> str:
    """A short name for lists: the act, cut at a word, with a capital."""
    line = re.split(r"[;.](?:\s|$)", words.strip(' ,:;.-“"'), maxsplit=1)[0].strip(" ./")
    if len(line) > _TITLE_LENGTH:
        line = line[: _TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:-") + "…"
    return line[:1].upper() + line[1:]
