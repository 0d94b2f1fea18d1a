"""Stage 4: kind and abstract (tên loại, trích yếu).

Reads: lines below the letterhead. Writes: the kind, the abstract, and where the title ends. The layout decides
the kind first (a title, or "V/v" of a letter), the symbol only after it: abbreviations of kinds and of offices
collide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from quantriet.engines.kernel import Span, find_number

from .flat import Flat, share_of_capitals
from .layout import MOTTO, MOTTO_REST, PLACE_DATE, Line
from .letterhead import SHORT_DATE, Letterhead, read_agencies
from .shapes import Read
from .tables import heads_table

TITLES = {
    "thong bao": "thong_bao", "thong bao ket luan": "thong_bao", "ket luan": "thong_bao", "thong cao": "thong_bao",
    "quyet dinh": "quyet_dinh", "ke hoach": "ke_hoach", "chi thi": "chi_thi", "cong dien": "cong_dien",
    "cong dien khan": "cong_dien", "cong dien hoa toc": "cong_dien", "bao cao": "other", "to trinh": "other",
    "giay moi": "other", "giay phep": "other", "giay xac nhan": "other", "nghi quyet": "other", "huong dan": "other",
    "chuong trinh": "other", "phuong an": "other", "de an": "other", "bien ban": "other", "thu xin loi": "other",
    "thu moi": "other", "quy dinh": "other", "quy che": "other", "phieu chuyen": "other", "giay chung nhan": "other",
    "loi keu goi": "other", "thu cong": "other", "giay gioi thieu": "other", "du an": "other", "hop dong": "other",
}  # fmt: skip
_MARKS = {
    "QĐ": "quyet_dinh", "TB": "thong_bao", "KL": "thong_bao", "KH": "ke_hoach", "CT": "chi_thi", "CĐ": "cong_dien",
    "BC": "other", "TTR": "other", "GM": "other", "GP": "other", "NQ": "other", "HD": "other", "CTR": "other",
}  # fmt: skip
_ABOUT = re.compile(r"^\W{0,3}(?:v\s?[/.]\s?v\b|ve viec\b)")
_BODY_START = re.compile(
    r"^\W{0,3}(?:can cu\b|thuc hien (?!phong trao|thi diem|mot so|cac bien phap|nhiem vu)|kinh gui"
    r"|kinh moi|xet de nghi|theo de nghi|theo cong van|"
    r"ngay \d|sang ngay|chieu ngay|hom nay|nham |de (?:dam bao|thuc hien|tiep tuc|chu dong|kip thoi)|"
    r"[-–+•]\s?\w|[^:]{2,60}\b(?:dien|kinh moi)\s*:$|[ivx]{1,4}\s?[.)]\s?\w|\d{1,2}\s?[.)]\s?\w"
    r"|dieu \d|phan [ivx]|chuong [ivx]|noi nhan)"
)
_ISSUER_LINE = re.compile(r"^(?:chu tich|giam doc|bo truong|thu tuong|hieu truong|uy ban nhan dan|hoi dong nhan dan)\b")
_PARTY_MOTTO = re.compile(r"dang cong san viet nam")
_URGENT = re.compile(r"\W*(?:hoa toc(?: hen gio)?|(?:thuong )?khan|mat|tuyet mat|toi mat)\W*")
_RULE = re.compile(r"^[\W_]+$")
_MAX_ABSTRACT = 600
_ALIKE = 0.82  # of the letters of a title that a scan has damaged


@dataclass(slots=True)
class Title:
    """Kind and abstract; `end` is the line after them."""

    kind: Read[str]
    abstract: Read[str | None] = field(default_factory=lambda: Read(None))
    end: int = 0


def read_title(text: str, lines: list[Line], head: Letterhead) -> Title:
    """Kind and abstract of a document with a letterhead."""
    symbol = head.number.value or head.number_partial.value
    about = _about_line(lines, head.lines)
    at = find_title_line(lines, max(head.lines - 1, 0))
    greets = any(line.bare.startswith("kinh gui") for line in lines[: head.lines + 14])
    if at is not None and (about is None or at <= about + 1):
        kind = TITLES[_title_of(lines[at]) or "thong bao"]
        abstract, end = _abstract_below(text, lines, at + 1)
        return Title(Read(kind, lines[at].span, 0.05, "tên loại ghi ở đầu văn bản"), abstract, end)
    if about is not None or greets:
        abstract, end = _abstract_about(text, lines, about) if about is not None else (_nothing(), head.lines)
        if abstract.value is None and (named := _kind_of_symbol(symbol)) and about is None:
            return Title(Read(named, head.number.span, 0.3, "suy từ ký hiệu"), abstract, end)
        return Title(
            Read("cong_van", head.number.span, 0.1, "không có tên loại, có “V/v” hoặc “Kính gửi”"), abstract, end
        )
    if named := _kind_of_symbol(symbol):
        abstract, end = _abstract_below(text, lines, head.lines)
        return Title(Read(named, head.number.span, 0.3, "suy từ ký hiệu"), abstract, end)
    squeezed = re.sub(r"\W", "", (symbol or "")).upper()
    kind = next(
        (kind for mark, kind in _MARKS.items() if squeezed.startswith(mark)),
        "quyet_dinh" if "QD" in squeezed[:4] else "",
    )
    return Title(Read(kind or "other", None, 0.8, "không thấy tên loại"), Read(None), head.lines)


def _title_of(line: Line) -> str | None:
    """The kind that a line names, if it is a title line: short and mostly capitals."""
    words = re.sub(r"[^a-z ]", "", line.bare).strip()
    if not 5 <= len(words) <= 30 or share_of_capitals(line.text) < 0.8:
        return None
    if words in TITLES:
        return words
    squeezed = words.replace(" ", "")
    matcher = SequenceMatcher(None, "", squeezed, autojunk=False)
    best, most = None, 0.0
    for title in TITLES:
        matcher.set_seq1(title.replace(" ", ""))
        if matcher.real_quick_ratio() >= _ALIKE and (ratio := matcher.ratio()) > most:
            best, most = title, ratio
    return best if most >= _ALIKE else None


def find_title_line(lines: list[Line], start: int) -> int | None:
    for at in range(start, min(start + 12, len(lines))):
        if _title_of(lines[at]) is not None:
            return at
        if lines[at].bare.startswith(("kinh gui", "can cu", "dieu 1")):
            return None
    return None


def read_bare_head(text: str, lines: list[Line]) -> Letterhead | None:
    """A notice without motto and number: the agency in capitals above the name of the kind."""
    at = find_title_line(lines[:8], 0)
    if at is None or not all(line.text.upper() == line.text for line in lines[:at]):
        return None
    head = Letterhead(True, at)
    read_agencies(text, lines[:at], None, head)
    return head


def _about_line(lines: list[Line], start: int) -> int | None:
    for at in range(min(start + 8, len(lines))):
        if _ABOUT.match(lines[at].bare):
            return at
        if lines[at].bare.startswith(("kinh gui", "can cu")):
            return None
    return None


def _kind_of_symbol(symbol: str | None) -> str | None:
    number = find_number(symbol.lstrip("-")) if symbol else None
    return _MARKS.get(number.kind_mark.upper()) if number else None


def _abstract_about(text: str, lines: list[Line], at: int) -> tuple[Read[str | None], int]:
    """The abstract of a letter: from "V/v" to a blank line, the date or the addressees."""
    parts: list[Span] = []
    last = at
    for offset, line in enumerate(lines[at : at + 9]):
        is_done = (
            line.bare.startswith("kinh gui")
            or (parts and line.blanks_before)
            or MOTTO.search(line.bare)
            or MOTTO_REST.search(line.bare)
            or _PARTY_MOTTO.search(line.bare)
            or (parts and (_URGENT.fullmatch(line.bare) or SHORT_DATE.match(line.bare)))
        )
        date = PLACE_DATE.search(line.bare)
        if is_done or (parts and date and date.group("place") and date.start() < 3):
            break
        cell = line.cells[0]
        if date and date.group("place") and line.start + date.start() < cell.end:
            if line.start + date.start() <= cell.start:
                break
            cell = Span(cell.start, line.start + date.start())
        parts.append(cell)
        last = at + offset
    return _read_parts(text, parts, "trích yếu sau “V/v”"), last + 1


def _abstract_below(text: str, lines: list[Line], at: int) -> tuple[Read[str | None], int]:
    """The abstract below the name of a kind: lines up to a blank one, the grounds or the body."""
    parts: list[Span] = []
    end = at
    for line in lines[at : at + 9]:
        if _RULE.match(line.text):
            end += 1
            continue
        if line.text.startswith("(") and parts:
            break
        if _BODY_START.match(line.bare) or _ends_title(text, parts, line) or heads_table(text, line):
            break
        if parts and line.blanks_before and not line.text[0].islower():
            break
        if sum(len(part) for part in parts) + len(line.text) > _MAX_ABSTRACT:
            return Read(None), at
        parts.append(Span(line.cells[0].start, line.end))
        end += 1
    return _read_parts(text, parts, "trích yếu dưới tên loại"), end


def _nothing() -> Read[str | None]:
    return Read(None)


def _is_issuer_line(line: Line) -> bool:
    return bool(_ISSUER_LINE.match(line.bare)) and line.text.isupper()


_FIRST_WORDS = re.compile(
    r"(?:trong thoi gian|thoi gian (?:qua|vua)|hien nay|vua qua|theo |nham |de |sau khi|tai (?:cuoc|hoi|ky))"
)


def _ends_title(text: str, parts: list[Span], line: Line) -> bool:
    """The first sentence of the body, or the issuer in capitals under an abstract that is not."""
    if line.text.endswith(":") or (line.text[0].isupper() and _FIRST_WORDS.match(line.bare)):
        return True
    return _is_issuer_line(line) and not (parts and parts[-1].of(text).isupper() and not line.blanks_before)


def _read_parts(text: str, parts: list[Span], reason: str) -> Read[str | None]:
    if not parts:
        return Read(None)
    flat = Flat.of(text, parts)
    words = re.sub(r"^[\W_]+(?=\w)|[\s.;:,_|-]+$", "", flat.text) if flat.text[:1] not in "“\"'(" else flat.text
    if len(words) < 6:
        return Read(None)
    return Read(words, Span(parts[0].start, parts[-1].end), 0.1, reason)
