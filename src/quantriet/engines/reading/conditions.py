"""Stage 8c: conditions that open a duty (trường hợp, nếu, khi, quá thời hạn).

Reads: a segment that begins with a condition. Writes: a `Duty` of the kind "conditional", or None.
"""

from __future__ import annotations

import re

from .deadlines import condition_of
from .duty import Duty
from .flat import Flat
from .heads import head_at
from .lexicon import ORDER
from .segments import Segment
from .units import end_of_units, split_units
from .voices import PERMISSION, acts, opens_condition, predicate_at


def permits(flat: Flat, segment: Segment) -> bool:
    """A conditional sentence that only allows something."""
    return opens_condition(flat, segment.start, segment.end) and "có thể" in flat.low[segment.start : segment.end]


def conditional(flat: Flat, segment: Segment) -> Duty | None:
    """ "Trường hợp …, (thì) X phải …": the condition up to the comma that its duty follows."""
    low = flat.low
    for match in re.finditer(r",?\s*(?:\bthì\b|,)\s+", low[segment.start : segment.end]):
        at = segment.start + match.end()
        stop = segment.start + match.start()
        if stop - segment.start < 8:
            continue
        order = ORDER.match(flat.bare, at, segment.end)
        after = predicate_at(flat, order.end(), segment.end) if order else at
        duty: Duty | None = None
        if head_at(flat, after, segment.end) and (end := end_of_units(flat, after, segment.end)) is not None:
            rest = low[end : segment.end].lstrip()
            if PERMISSION.match(flat.bare[end : segment.end]):
                return None
            if not re.match(r"không |đã |chưa |có ", rest) or rest.startswith(("có trách nhiệm", "không được")):
                duty = Duty(
                    "condition",
                    segment.start,
                    segment.end,
                    predicate_at(flat, end, segment.end),
                    split_units(flat, after, end),
                )
        if duty is None and (
            acts(flat, after, segment.end) or low.startswith(("phải ", "cần ", "đề nghị", "yêu cầu"), at)
        ):
            duty = Duty("condition", segment.start, segment.end, after)
        if duty is not None:
            duty.deadline = condition_of(flat, segment.start, stop)
            duty.type = "conditional"
            return duty
    inner = re.search(r"\s(?:phải|yêu cầu|đề nghị|cần)\s", low[segment.start : segment.end])
    if inner and inner.start() > 20:
        stop = segment.start + inner.start()
        duty = Duty("condition", segment.start, segment.end, predicate_at(flat, stop, segment.end))
        duty.deadline, duty.type = condition_of(flat, segment.start, stop), "conditional"
        return duty
    return None
