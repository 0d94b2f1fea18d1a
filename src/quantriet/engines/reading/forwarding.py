"""Stage 8c: what is passed on to be dealt with (chuyển đơn, chuyển văn bản để giải quyết).

Reads: a segment. Writes: a `Duty` of whoever the petition or document is passed on to, or None.
"""

from __future__ import annotations

import re

from .duty import Duty
from .flat import Flat
from .heads import head_at
from .segments import Segment
from .units import end_of_units, split_units

_PASSES = re.compile(
    r"\bchuyen\s(?:don|noi dung|ho so|van ban|vu viec|kien nghi|phan anh|thu|y kien)\b"
    r"(?:[^.;:]|(?<=\b[a-z])\.){0,90}?\b(?:den|cho|toi)\s+(?=\w)"  # initials hold full stops
)
_TO_DO = re.compile(r"\W*(?:de\s+)?(?=xem xet|giai quyet|xu ly|nghien cuu|kiem tra|tiep nhan|xac minh|tra loi|biet)")
_DONE = re.compile(r"\b(?:đã|được|việc|sau khi)\s*$")


def forwarded(flat: Flat, segment: Segment) -> Duty | None:
    """ "UBND huyện chuyển đơn đến Chủ tịch UBND xã A để giải quyết theo thẩm quyền"."""
    if "chuyen" not in flat.bare:
        return None
    match = _PASSES.search(flat.bare, segment.start, segment.end)
    if match is None or not flat.low.startswith("chuyển", match.start()):
        return None
    if _DONE.search(flat.low[max(segment.start, match.start() - 10) : match.start()]):
        return None
    at = match.end()
    stop = end_of_units(flat, at, segment.end, stops=True) if head_at(flat, at, segment.end) else None
    to_do = _TO_DO.match(flat.bare, stop, segment.end) if stop is not None else None
    if stop is None or to_do is None:
        return None
    start = segment.start if match.start() - segment.start < 40 else match.start()
    return Duty("order", start, segment.end, to_do.end(), split_units(flat, at, stop))
