"""Stage 8a, third part: the hours of a day at which something recurs (giờ trong ngày).

Reads: the folded words around a recurrence. Writes: every hour named, in the order of the day: "sáng trước 9h00, chiều
trước 4 giờ" is 09:00 and 16:00. A range ("từ 7h00 đến 17h00") names its end alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .terms import clock_of, is_exclusive

_PART = r"(?:buổi |ca )?(?:sáng|trưa|chiều|tối)"
_TIME = (
    r"(?<![\d/.,])(?P<hour{0}>\d{{1,2}})\s?(?:giờ|h|g|:)\s?(?P<minute{0}>\d{{2}}(?!\d))?\s?(?:phút|')?"
    rf"(?P<late{{0}}>\s?{_PART}(?!\w))?"
)
_LIMIT = r"trước|vào lúc|lúc|vào|chậm nhất(?: là| vào| lúc)*|muộn nhất(?: là| vào| lúc)*|đến"
_NAMED = rf"(?P<part{{0}}>(?:(?:lần|đợt)\s+(?:thứ\s+)?\w{{{{1,4}}}}|{_PART})\s*:?\s*)?"
_ITEM = rf"{_NAMED}(?:(?P<word{{0}}>{_LIMIT})\s*)?{_TIME}"
_BARE = re.compile(_ITEM.format(""))
_LIMITED = re.compile(rf"{_NAMED.format('')}(?P<word>{_LIMIT})\s*{_TIME.format('')}")
_JOINT = re.compile(r"\s*(?:[,;]\s*(?:và\s+)?|và\s+)")
_BESIDE = re.compile(r"[\s,:(]*(?:vào\s+)?(?:các\s+)?(?:khung\s+)?(?:giờ\s*:?\s+)?")
_MOST = 24  # hours of a day
_NEAR = 90  # characters around a recurrence in which its first hour stands
_NOON = 12


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours as "09:00", earliest first, and the stretch of the words that names them."""

    clocks: tuple[str, ...]
    start: int
    end: int
    is_inclusive: bool


def hours_in(words: str, start: int, end: int) -> Hours | None:
    """The hours named near a recurrence that stands from `start` to `end` of the words, or None.

    A word of limit makes an hour count wherever it stands; without one it has to stand beside the recurrence.

    >>> words = "mỗi ngày 02 lần (trước 10h00 và 16h00)"
    >>> hours_in(words, 0, 15).clocks
    ('10:00', '16:00')
    """
    first = _LIMITED.search(words, max(0, start - _NEAR), end + _NEAR) or _beside(words, start, end)
    if first is None:
        return None
    found = [first]
    while len(found) < _MOST and (joint := _JOINT.match(words, found[-1].end())):
        item = _BARE.match(words, joint.end())
        if item is None:
            break
        found.append(item)
    clocks = sorted({clock for item in found if (clock := _clock(item))})
    is_inclusive = not is_exclusive(first.group("word") or "")
    return Hours(tuple(clocks), first.start(), found[-1].end(), is_inclusive)


def _beside(words: str, start: int, end: int) -> re.Match[str] | None:
    """An hour right after the recurrence, or a list of hours right before it."""
    if (gap := _BESIDE.match(words, end)) and (item := _BARE.match(words, gap.end())):
        return item
    low = max(0, start - _NEAR)
    return next((item for item in _BARE.finditer(words, low, start) if _reaches(words, item, start)), None)


def _reaches(words: str, item: re.Match[str], start: int) -> bool:
    """Whether hours joined to one another lead from `item` to the recurrence."""
    at = item.end()
    while (joint := _JOINT.match(words, at, start)) and (following := _BARE.match(words, joint.end(), start)):
        at = following.end()
    return not words[at:start].strip()


def _clock(item: re.Match[str]) -> str | None:
    """The hour on the clock of the whole day: "4 giờ chiều" is 16:00."""
    hour = int(item.group("hour"))
    part = (item.group("late") or item.group("part") or "").strip(" :")
    is_late = part.endswith(("chiều", "tối")) or (part.endswith("trưa") and hour < _NOON - 1)
    return clock_of(str(hour + _NOON if is_late and hour < _NOON else hour), item.group("minute"))
