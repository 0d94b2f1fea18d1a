"""Stage 8b: sentences and the parts of them that may be duties of their own (câu, vế câu).

Reads: the flat text of a paragraph. Writes: segments in order, each with the kind of break before it. Nothing is
split inside brackets or quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .flat import Flat

Break = Literal["start", "sentence", "dots", "semicolon", "also", "split", "trigger", "term"]

_QUOTED = re.compile(r"\([^()]{0,400}\)|“[^”]{0,600}”|\"[^\"]{0,600}\"")
_UPPER = "A-ZĐÀ-ỸƯ"
_CUTS = re.compile(
    rf"(?=[.!?…;,\s])(?:(?P<dots>(?<!\.)\.{{4,}}\s*(?=[a-zà-ỹ{_UPPER}]))"
    rf"|(?P<sentence>(?<![.!?…])[.!?…]+[\"”)]*(?:/\.?)?\s+(?=[\"“(]?[{_UPPER}]))"
    r"|(?P<semicolon>;\s*(?=\w))"
    r"|(?P<also>[,.]?\s+(?=đồng thời,?\s))"
    r"|(?P<trigger>,\s+(?=(?:nếu|khi|trường hợp)\s[^,;.]{4,90}?\s(?:thì|phải)\s))"
    r"|(?P<split>(?:,|\svà)\s+(?=báo cáo đột xuất|kịp thời báo cáo (?:về|cho|kết quả|cấp)"
    r"|nghiêm cấm|tuyệt đối không (?:cho|được|để cho|tổ chức|sử dụng)\s)))"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“.])(?:TP|Tp|TT|ThS|Ths|TS|PGS|GS|BS|Đ/c|đ/c|St|Q|P|TX|TUV|NXB|ĐT|No|Dr|Tiếp|Qua"
    r"|VP|CT|UV|QL|TL|KT|TM)$"
)
_INITIALS = re.compile(r"(?:^|[\s.(])[A-ZĐ](?:\.[A-ZĐ])*$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or a part of one, `start` to `end` of the flat text."""

    start: int
    end: int
    cut: Break


def segments_of(flat: Flat) -> list[Segment]:
    text = flat.text
    may_quote = "(" in text or "“" in text or '"' in text
    quoted = [match.span() for match in _QUOTED.finditer(text)] if may_quote else []
    found: list[Segment] = []
    start, cut = 0, "start"
    at_quote = 0
    for match in _CUTS.finditer(text):
        while at_quote < len(quoted) and quoted[at_quote][1] <= match.start():
            at_quote += 1
        inside = at_quote < len(quoted) and quoted[at_quote][0] < match.start() + 1 < quoted[at_quote][1]
        kind = str(match.lastgroup)
        if inside or (kind == "sentence" and not _ends(text, match)):
            continue
        if match.start() - start > 2:
            found.append(_segment(text, start, match.start(), cut))
            start, cut = match.end(), kind
        else:
            start = match.end()
    if len(text) - start > 1:
        found.append(_segment(text, start, len(text), cut))
    return found


def _segment(text: str, start: int, end: int, cut: str) -> Segment:
    while start < end and not (text[start].isalnum() or text[start] in '"“('):
        start += 1
    return Segment(start, max(start, end), cut)  # type: ignore[arg-type]


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence, and not an abbreviation or somebody's initials."""
    before = text[max(0, match.start() - 12) : match.start()]
    if match.group().startswith((".. ", "..", "!", "?", "…")):
        return True
    return not (_ABBREVIATION.search(before) or _INITIALS.search(before))
