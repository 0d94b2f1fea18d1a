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

_SHORTEST = 8  # characters of a condition
_DURING = re.compile(r"(?:trong (?:suot )?qua trinh|trong khi)\b[^,;.:]{0,70}?,?\s+(?=neu |khi co |truong hop )")
_MEETS = re.compile(
    r"trong (?:suot )?qua trinh\b[^,;.:]{0,50}?,?\s(?:co|gap|phat sinh)\s(?:gi\s|nhung\s|cac\s)?(?:kho khan"
    r"|vuong mac|van de"
    r"|phat sinh)"
)
_LETS_HAPPEN = re.compile(r"(?:[^,;.:]{3,90}?\s)?de xay ra\s[^;.:]{2,90}?,?\s+thi\s")
_ROLL_OVER = re.compile(
    r"(?:neu|truong hop)\b[^;.]{0,50}?\b(?:trung|roi vao|vao|la)\s(?:vao )?(?:cac )?(?:ngay )?"
    r"(?:nghi|le\b|thu bay|chu nhat)[^;.]{0,90}?ngay lam viec"
)


def condition_from(flat: Flat, segment: Segment) -> Segment | None:
    """The segment from the condition that opens it: "Trong quá trình thực hiện, nếu có …", "X để xảy ra … thì Y"."""
    if _MEETS.match(flat.bare, segment.start, segment.end):
        return segment
    during = _DURING.match(flat.bare, segment.start, segment.end)
    at = during.end() if during else segment.start
    if opens_condition(flat, at, segment.end) or _LETS_HAPPEN.match(flat.bare, at, segment.end):
        return Segment(at, segment.end, segment.cut)
    return None


def rolls_over(flat: Flat, segment: Segment) -> bool:
    """ "Nếu trùng ngày nghỉ thì báo cáo vào ngày làm việc kế tiếp": says of a deadline, asks nothing of its own."""
    return _ROLL_OVER.match(flat.bare, segment.start, segment.end) is not None


def permits(flat: Flat, segment: Segment) -> bool:
    """A conditional sentence that only allows something."""
    return opens_condition(flat, segment.start, segment.end) and "có thể" in flat.low[segment.start : segment.end]


def conditional(flat: Flat, segment: Segment) -> Duty | None:
    """ "Trường hợp …, (thì) X phải …": the condition up to the comma that its duty follows."""
    low = flat.low
    for match in re.finditer(r",?\s*(?:\bthì\b|,)\s+", low[segment.start : segment.end]):
        at = segment.start + match.end()
        stop = segment.start + match.start()
        if stop - segment.start < _SHORTEST:
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
    if inner and inner.start() >= _SHORTEST:
        stop = segment.start + inner.start()
        duty = Duty("condition", segment.start, segment.end, predicate_at(flat, stop, segment.end))
        duty.deadline, duty.type = condition_of(flat, segment.start, stop), "conditional"
        return duty
    return None
