"""Stage 8d: the hour of a meeting, for those who are asked to attend it (giấy mời).

Reads: paragraphs and obligations. Writes: the obligations, those to attend with the time that the invitation
states in a line of its own ("Thời gian: 08 giờ 00 phút, ngày …").
"""

from __future__ import annotations

import re
from dataclasses import replace

from .blocks import Block
from .dates import DAY, day_of
from .deadlines import find_deadline
from .shapes import Deadline, ReadObligation

_TIME_LINE = re.compile(r"^\W{0,3}(?:\d[.)]\s*)?thoi gian\s*:")
_ATTEND = re.compile(r"có mặt|tham dự|đến dự|dự họp|dự hội nghị|đúng thời gian|đúng thành phần", re.IGNORECASE)


def with_meeting_time(blocks: list[Block], obligations: tuple[ReadObligation, ...]) -> tuple[ReadObligation, ...]:
    term = _meeting_time(blocks)
    if term is None or not blocks:
        return obligations
    text = blocks[0].text
    return tuple(
        replace(item, deadline=term) if item.deadline is None and _ATTEND.search(item.span.of(text)) else item
        for item in obligations
    )


def _meeting_time(blocks: list[Block]) -> Deadline | None:
    for block in blocks:
        if len(block.flat.text) < 240 and _TIME_LINE.match(block.flat.bare):
            term = find_deadline(block.flat, 0, len(block.flat.text))
            if term is not None and term.kind == "once":
                return term
            # "Thời gian: 08 giờ 00, ngày …" has no word of limit before the hour.
            at = block.flat.text.index(":") + 1
            term = _bare_time(block, at)
            if term is not None:
                return term
    return None


def _bare_time(block: Block, at: int) -> Deadline | None:
    """A bare hour and day ("08 giờ 00, ngày 25/7/2019") as the time of a meeting."""
    clock = r"(\d{1,2})\s?(?:giờ|h|:|g)\s?(\d{2})?"
    match = re.search(rf"{clock}[^.;]{{0,40}}?ngày\s+{DAY}|ngày\s+{DAY}", block.flat.low[at:])
    if match is None:
        return None
    groups = match.groups()
    day = day_of(groups[2:8]) or day_of(groups[8:14])
    if day is None:
        return None
    time = f"{int(groups[0]):02}:{int(groups[1] or 0):02}" if groups[0] and int(groups[0]) < 24 else None
    start, end = at + match.start(), at + match.end()
    span = block.flat.span(start, end)
    return Deadline("once", block.flat.text[start:end], time, day.isoformat(), None, "explicit", span)
