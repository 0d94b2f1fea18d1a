"""Stage 8b, second half: one sentence, several terms (mỗi vế một thời hạn).

Reads: the segments of a paragraph. Writes: segments again, parted where acts joined by commas have terms of their own:
"công khai dự toán trước ngày 31/01, theo dõi chi điện hằng tháng".
"""

from __future__ import annotations

import re
from itertools import pairwise

from .days import Issued
from .deadlines import every_term, goes_on
from .flat import Flat
from .names import begins_short_act
from .segments import Segment
from .terms import Term
from .voices import acts

_MAY_LIMIT = re.compile(
    r"trước|chậm nhất|h[àằ]ng |mỗi |lần|trong (?:tháng|quý|vòng|thời|ngày)|định kỳ|đến (?:hết )?ngày|hạn|không quá"
)
_JOINT = re.compile(r"\s*[,;]\s+(?:và\s+|đồng thời,?\s+)?|\s+(?:và|đồng thời)\s+|\s*[:]\s+")
_SHORTEST = 14  # letters that a part holds beside its term, if it asks for something


def parted(flat: Flat, segments: list[Segment], issued: Issued) -> list[Segment]:
    """The segments, with a further cut before each act that has a term of its own."""
    found: list[Segment] = []
    for segment in segments:
        found.extend(_parts(flat, segment, issued))
    return found


def _parts(flat: Flat, segment: Segment, issued: Issued) -> list[Segment]:
    words = flat.low[segment.start : segment.end]
    if len(_MAY_LIMIT.findall(words)) < 2:
        return [segment]
    terms = every_term(words, issued)
    cuts: list[tuple[int, int]] = []
    for before, after in pairwise(terms):
        if before.end <= after.start and (cut := _cut_between(flat, segment, before, after)):
            cuts.append(cut)
    parts, start, kind = [], segment.start, segment.cut
    for end, following in cuts:
        if end > start and following < segment.end:
            parts.append(Segment(start, end, kind))
            start, kind = following, "term"
    return [*parts, Segment(start, segment.end, kind)]


def _cut_between(flat: Flat, segment: Segment, before: Term, after: Term) -> tuple[int, int] | None:
    """Where the act of the later term begins: the end of the earlier part and the start of the later one."""
    low, high = segment.start + before.end, segment.start + after.start
    gap = flat.low[low:high]
    if before.lasting or goes_on(gap.lstrip(" ,;:")) or re.search(r"\bđợt \w+\W*$", gap):
        return None
    for joint in _JOINT.finditer(flat.low, low, high + 1):
        at = joint.end()
        if acts(flat, at, segment.end) or begins_short_act(flat, at):
            return joint.start(), at
        if at >= high and acts(flat, segment.start + after.end + 1, segment.end):
            return joint.start(), at  # the term stands before its act: "…, hằng quý tham mưu …"
    leading = re.match(r"\W*\)?,\s+", gap)
    if leading and len(gap) - leading.end() >= _SHORTEST and not re.search(r"\bvà\b|[,;]", gap[leading.end() :]):
        return low + leading.start(), low + leading.end()  # the act is that of the earlier part
    return None


def only_adds(flat: Flat, segment: Segment, issued: Issued) -> bool:
    """Whether a segment asks nothing of its own: a second round, or the schedule that follows."""
    words = flat.low[segment.start : segment.end]
    if goes_on(words):
        return bool(every_term(words, issued))
    terms = every_term(words, issued)
    if not terms or terms[0].start > 2:
        return False
    rest = words
    for term in terms:
        rest = rest[: term.start] + " " * (term.end - term.start) + rest[term.end :]
    return sum(char.isalpha() for char in rest) < _SHORTEST
