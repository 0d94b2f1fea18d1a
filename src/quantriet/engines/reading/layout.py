"""Stage 2: lines, columns and breaks (bố cục trang).

Reads: the normalised text. Writes: lines with their cells, blanks and indents. A document that was pasted into
one line gets its breaks back at the landmarks of the decree's layout, without touching the text itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from quantriet.engines.kernel import Span

from .flat import views

_GAP = re.compile(r"[ \t\u00a0]{4,}|\t+")
_DOUBLE_SPACED = 12  # lines, before their spacing says anything
_LONG = 600  # no typed line is as long as this; a paragraph of a web page may be

_GREETED = 1500  # characters; no list of addressees is longer
_GREETING = re.compile(r"kinh gui|\b(?:dien|kinh moi)\s?:")
_SENTENCE_END = re.compile(r"(?<=[a-zà-ỹ]{2})\.\s+(?=[A-ZĐÀ-Ỹ])")

MOTTO = re.compile(r"co[nư]?ng\s+h[oa]+\s+xa\s+h\w{1,2}\s+chu\s+nghia\s+vi\w{1,3}\s*na\w")
MOTTO_REST = re.compile(r"\bd\w{1,2}c\s+\w{1,3}p?\s*[-. ]{1,4}\s*t\w{0,2}\s*do\s*[-. ]{1,4}\s*h\w{2,3}h\s+ph\wc")
PLACE_DATE = re.compile(
    r"(?:(?P<place>(?:\b[a-z][\w'’\"°*]{0,12}\s+){0,5}\b[a-z][\w.'’\"°*]{0,12})\s*,\s*)?"
    r"\bng[aà]y(?P<day>[^,;:\n]{0,9}?)\bth[aá]ng(?P<month>[^,;:\n]{0,7}?)\bn[aä]m\s*(?P<year>\w{4})\b"
)
_ORG_CAPS = r"(?:SỞ|BỘ|PHÒNG|BAN|TRUNG TÂM|TRƯỜNG|VĂN PHÒNG|CHI CỤC|CỤC|THANH TRA)"
_POSTS_CAPS = (
    "HIỆU TRƯỞNG|CHỦ TỊCH|TRƯỞNG PHÒNG|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VIỆN TRƯỞNG"
    "|BÍ THƯ|BỘ TRƯỞNG"
    "|THỨ TRƯỞNG|TỔNG GIÁM ĐỐC"
)
_LANDMARKS = re.compile(
    rf"(?<=\s)(?:(?=CỘNG\s+H[OÒ][AÀ]\s+XÃ)|(?<![ỦU][YỶ]\s)(?={_ORG_CAPS}\s+[A-ZĐÀ-Ỹ]{{2,}})"
    rf"|(?=[Ss]ố\s*:\s*\S*/)|(?=V/v\s)"
    r"|(?=Kính gửi\s*:)|(?=Nơi nhận\s*:?)|(?<=[.;:,/]\s)(?=Căn cứ\s)"
    r"|(?<=[.;:/a-zà-ỹ]\s)(?<!khoản\s)(?<!số\s)(?<![Đđ]iều\s)(?<!mục\s)(?<!tháng\s)(?<!ngày\s)"
    r"(?=\d{1,2}\.\s+[A-ZĐÀ-Ỹ])"
    r"|(?<=[.;:/]\s)(?=[a-zđ]\)\s+[A-ZĐÀ-Ỹ])|(?<=[.;:/]\s)(?=[IVX]{1,4}\.\s+[A-ZĐÀ-Ỹ])"
    r"|(?=Điều\s+\d{1,3}\.\s)|(?<=[.;:/]\s)(?=Thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười),)"
    r"|(?<=[.;:]\s)(?=[-+]\s+[A-ZĐÀ-Ỹ])|(?=(?:TM|KT|TL|TUQ)\.\s?[A-ZĐÀ-Ỹ]{2})|(?<=\.\s)(?=GIÁM ĐỐC\b)"
    rf"|(?<=\.\s)(?=(?:PHÓ\s)?(?:{_POSTS_CAPS})\b)"
    r"|(?<=KẾ HOẠCH\s)(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])|(?<=(?:HÔNG BÁO|YẾT ĐỊNH|ÔNG ĐIỆN)\s)(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])"
    r"|(?<=(?:CHỈ THỊ|BÁO CÁO)\s)(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])|(?<=TỜ TRÌNH\s)(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])"
    r"|(?<=[a-zà-ỹ\d]\s)(?=(?:Căn cứ|Thực hiện) (?:Luật|Nghị|Quyết|Công|Kế|Chỉ|Thông|Hướng)\s?\w+\s)"
    r"|(?=(?:QUYẾT ĐỊNH|THÔNG BÁO|KẾ HOẠCH|CHỈ THỊ|CÔNG ĐIỆN|BÁO CÁO|TỜ TRÌNH|GIẤY MỜI)\s))"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line, trimmed: its span, its words, how far it is indented, blank lines before it, its columns."""

    span: Span
    text: str
    bare: str
    indent: int
    blanks_before: int
    cells: tuple[Span, ...]

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything, in order."""
    found: list[Line] = []
    blanks = 0
    at = 0
    for raw in text.split("\n"):
        if raw.isspace() or not raw:
            blanks += 1
        else:
            for start, end in _pieces(text, at, at + len(raw)):
                line = _line(text, start, end, at, blanks)
                if line is not None:
                    found.append(line)
                    blanks = 0
        at += len(raw) + 1
    return _single_spaced(found)


def _single_spaced(lines: list[Line]) -> list[Line]:
    """A page typed with a blank line after every line: those blanks part nothing."""
    blank = sum(line.blanks_before > 0 for line in lines)
    if len(lines) < _DOUBLE_SPACED or blank < 0.9 * len(lines):
        return lines
    return [replace(line, blanks_before=max(line.blanks_before - 1, 0)) for line in lines]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if end - start < _LONG:
        return [(start, end)]
    line = views(text)[1][start:end]
    if not (MOTTO.search(line) or "kinh gui" in line or "noi nhan" in line):
        return [(start, end)]
    cuts = {match.start() for match in _LANDMARKS.finditer(text, start, end)}
    for match in PLACE_DATE.finditer(line):
        if match.group("place") and len(cuts) and match.start() < 900:
            cuts |= {start + _place_start(text[start:end], match), start + match.end()}
            break
    if rest := MOTTO_REST.search(line):
        cuts.add(start + rest.end())
    if greeting := _GREETING.search(line):
        at = start + greeting.start()
        if ends := _SENTENCE_END.search(text, at, min(end, at + _GREETED)):
            cuts.add(ends.end())  # the body begins after the last addressee
    tail = line.rfind("noi nhan")
    if tail >= 0:
        cuts |= {start + tail + hit.start() for hit in re.finditer(r"(?<=[\s;:])-\s(?=\w)", line[tail:])}
    edges = sorted({start, end} | {cut for cut in cuts if start < cut < end})
    return list(pairwise(edges))


def _place_start(text: str, match: re.Match[str]) -> int:
    """Where the place begins: the capitalised words before the comma."""
    words = list(re.finditer(r"\S+", text[match.start("place") : match.end("place")]))
    at = match.end("place")
    for word in reversed(words):
        if not word.group()[0].isupper() or (len(word.group()) > 2 and word.group().isupper()):
            break  # not "…-UBND Hải Sơn": the symbol ends before the place
        at = match.start("place") + word.start()
    return at


def _line(text: str, start: int, end: int, origin: int, blanks: int) -> Line | None:
    raw = text[start:end]
    if raw.lstrip().startswith("|") and raw.count("|") >= 2:
        cells = _table_cells(text, start, end)
        if not cells:
            return None
        span = Span(cells[0].start, cells[-1].end)
    else:
        stripped = raw.strip()
        if not stripped:
            return None
        left = start + len(raw) - len(raw.lstrip())
        span = Span(left, left + len(stripped))
        cells = _gap_cells(text, span)
    plain = views(text)[1]
    return Line(span, span.of(text), plain[span.start : span.end], span.start - origin, blanks, cells)


def _table_cells(text: str, start: int, end: int) -> tuple[Span, ...]:
    cells = []
    for match in re.finditer(r"[^|]+", text[start:end]):
        cell = match.group()
        if cell.strip():
            left = start + match.start() + len(cell) - len(cell.lstrip())
            cells.append(Span(left, left + len(cell.strip())))
    return tuple(cells)


def _gap_cells(text: str, span: Span) -> tuple[Span, ...]:
    words = span.of(text)
    if not ("    " in words or "\t" in words or "\u00a0" in words):
        return (span,)  # nearly every line
    cells = []
    at = span.start
    for match in _GAP.finditer(text, span.start, span.end):
        if match.start() > at:
            cells.append(Span(at, match.start()))
        at = match.end()
    cells.append(Span(at, span.end))
    return tuple(cells)
