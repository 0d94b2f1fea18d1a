"""What a field of the letterhead might be instead: other numbers, days, kinds and titles of the same text.

Reads: a `Reading`. Writes: each field weighed. Only the head, the foot and the first words of the body are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from quantriet.engines.kernel import Span, find_number

from .dates import DAY, day_of
from .flat import bare
from .shapes import Read, Reading
from .title import TITLES
from .weighed import Weighed, distinct

_HEAD = 1800  # characters in which a head lies when no clause tells where it ends
_FOOT = 1200
_DAY = re.compile(DAY)
_NUMBER = re.compile(
    r"\d{0,6}\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐ][\wĐđ&.]*(?:\s?-\s?[\wĐđ&.]+)*|\d{1,4}\s?-\s?[A-ZĐ]{2}/[A-ZĐ]{1,8}"
)
_ABOUT = re.compile(r"(?:v\s?/\s?v|ve viec)\s+[^\n;]{10,220}")
_LIMIT = re.compile(r"(?:trước|chậm nhất|muộn nhất|đến hết|hạn|xong)[^\n.;]{0,16}$")
_MISSING = {
    "kind": "không thấy tên loại",
    "number": "không thấy dòng «Số:»",
    "date": "không thấy ngày tháng ở đầu văn bản",
    "issuer": "không thấy tên cơ quan ở đầu văn bản",
    "parent_agency": "không ghi cơ quan chủ quản",
    "abstract": "không thấy trích yếu",
    "signer": "không thấy người ký",
}
_MAY_LACK = frozenset({"parent_agency", "signer"})
_MOST = 4
_LINE = re.compile(r"[^\n]+")


def weigh_head(reading: Reading) -> dict[str, Weighed[Any]]:
    """Each field of the letterhead by its name in `Reading`, and `signer`."""
    head = reading.text[: _body_start(reading)]
    others: dict[str, Iterator[Read[Any]]] = {
        "kind": _kinds(reading, head),
        "number": _numbers(reading, head),
        "date": _days(reading, len(head)),
        "issuer": _agencies(reading, head),
        "parent_agency": _agencies(reading, head),
        "abstract": _abstracts(reading, head),
    }
    signer = reading.signer
    reads: dict[str, Read[Any]] = {name: getattr(reading, name) for name in others}
    reads["signer"] = signer.name if signer.name.value else signer.title
    found = {}
    for name, read in reads.items():
        shown = distinct(others.get(name, iter(())), but=read.value)
        found[name] = Weighed(name, _with_reason(reading, name, read, shown), shown[:_MOST])
    return found


def _with_reason(reading: Reading, name: str, read: Read[Any], others: tuple[Read[Any], ...]) -> Read[Any]:
    """The value with words for its doubt; a missing one is in doubt where documents of its kind have it."""
    if name == "kind" and read.value == "other" and others and read.doubt < 0.3:
        return replace(read, doubt=0.3, reason=f"văn bản ghi tên loại khác: {others[0].reason}")
    if read.value is not None:
        return read if read.reason else replace(read, reason="ghi trong văn bản")
    is_usual = name in _MAY_LACK or (reading.kind.value == "news" and name != "abstract")
    doubt = max(read.doubt, 0.1 if is_usual else 0.6)
    return replace(read, doubt=doubt, reason=read.reason or _MISSING[name])


def _body_start(reading: Reading) -> int:
    """Where the first clause or obligation stands, after the title."""
    title = reading.abstract.span.end if reading.abstract.span else 0
    starts = [clause.span.start for clause in reading.clauses] + [item.span.start for item in reading.obligations]
    return min([start for start in starts if start >= title] + [max(_HEAD, title), len(reading.text)])


def _is_cited(reading: Reading, span: Span) -> bool:
    return any(citation.span.overlaps(span) for citation in reading.citations[:20])


def _kinds(reading: Reading, head: str) -> Iterator[Read[str]]:
    """Kinds named in a line of their own, or by the symbol. One that the reading calls `other` goes by its name."""
    for line in _LINE.finditer(head):
        words = re.sub(r"[^a-z ]", "", bare(line.group())).strip()
        if words in TITLES:
            kind = TITLES[words]
            yield Read(words.replace(" ", "_") if kind == "other" else kind, Span(*line.span()), 0.3, "tên ghi ở đầu")
    symbol = reading.number.value or reading.number_partial.value or ""
    number = find_number(symbol)
    mark = number.kind_mark.upper() if number else ""
    if mark in _MARKS:
        span = reading.number.span or reading.number_partial.span
        yield Read(_MARKS[mark], span, 0.4, f"suy từ ký hiệu {symbol}")
    if re.search(r"\bv\s?/\s?v\b|\bkinh gui\b", bare(head)):
        yield Read("cong_van", None, 0.5, "có «V/v» hoặc «Kính gửi»")


_MARKS = {
    "QĐ": "quyet_dinh", "TB": "thong_bao", "KL": "ket_luan", "KH": "ke_hoach", "CT": "chi_thi", "CĐ": "cong_dien",
    "BC": "bao_cao", "TTR": "to_trinh", "GM": "giay_moi", "NQ": "nghi_quyet", "HD": "huong_dan", "CTR": "chuong_trinh",
    "PA": "phuong_an", "ĐA": "de_an",
}  # fmt: skip


def _numbers(reading: Reading, head: str) -> Iterator[Read[str]]:
    partial = reading.number_partial
    if partial.value:
        yield Read(partial.value, partial.span, 0.4, "ký hiệu đọc được, chưa có số")
    for match in _NUMBER.finditer(head):
        span = Span(*match.span())
        number = find_number(match.group())
        if number is not None and number.symbol and not _is_cited(reading, span):
            yield Read(str(number), span, 0.5, "số ký hiệu ghi ở đầu văn bản")


def _days(reading: Reading, head: int) -> Iterator[Read[date]]:
    """Days of the head, of the foot, then of the first words of the body; none that a citation or deadline has."""
    foot = max(len(reading.text) - _FOOT, head)
    low = reading.text.lower()
    low = low if len(low) == len(reading.text) else reading.text
    for start, end, words in (
        (0, head, "ngày ghi ở đầu văn bản"),
        (foot, len(low), "ngày ghi ở cuối văn bản"),
        (head, min(head + _HEAD, foot), "ngày nêu trong văn bản"),
    ):
        for match in _DAY.finditer(low, start, end):
            span, day = Span(*match.span()), day_of(match.groups())
            if day and not _is_cited(reading, span) and not _LIMIT.search(low, max(0, span.start - 24), span.start):
                yield Read(day, span, 0.5, words)


def _agencies(reading: Reading, head: str) -> Iterator[Read[str]]:
    for read in (reading.issuer, reading.parent_agency):
        if read.value:
            yield Read(read.value, read.span, 0.5, "tên cơ quan ở đầu văn bản")
    for line in list(_LINE.finditer(head))[:8]:
        words = line.group().strip()
        if 6 <= len(words) <= 90 and words.isupper() and _AGENCY.match(bare(words)):
            yield Read(words, Span(*line.span()), 0.5, "dòng chữ hoa ở đầu văn bản")


_AGENCY = re.compile(
    r"(?:so|bo|ubnd|uy ban|hdnd|hoi dong|chi cuc|cuc|tong cuc|van phong|phong|trung tam|truong|thanh tra|cong an|ban"
    r"|benh vien|tinh uy|dang uy|chinh phu|vien|bao hiem|kho bac|thue)\b"
)


def _abstracts(reading: Reading, head: str) -> Iterator[Read[str]]:
    """What the text says it is about, the line under the kind, its first heading."""
    for match in list(_ABOUT.finditer(bare(head)))[:2]:
        span = Span(*match.span())
        yield Read(" ".join(span.of(head).split()).strip(" .;"), span, 0.4, "câu nói văn bản về việc gì")
    after_title = False
    for line in _LINE.finditer(head):
        words = line.group().strip(" .;")
        if after_title and 12 <= len(words) <= 300:
            yield Read(words, Span(*line.span()), 0.5, "dòng dưới tên loại")
            break
        after_title = after_title or re.sub(r"[^a-z ]", "", bare(words)).strip() in TITLES
    if reading.clauses:
        body = reading.clauses[0].body
        words = " ".join(body.of(reading.text).split())
        if 12 <= len(words) <= 160:
            yield Read(words.strip(" .;:"), body, 0.7, "đề mục đầu tiên")
