"""The stages in their order; the only door of this engine (đọc văn bản)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from quantriet.engines.kernel import Finding, Severity, Span

from .addressees import read_addressees
from .blocks import HARD_BREAK, build_blocks, clause_tree
from .citations import read_citations
from .closing import Foot, read_foot
from .invitation import with_meeting_time
from .layout import Line, lines_of
from .letterhead import Letterhead, read_letterhead
from .news import is_furniture, read_item
from .normalise import decode, normalise
from .obligations import read_obligations
from .quality import is_rubbish, quality_findings, quality_of
from .remarks import remarks_on
from .shapes import Citation, Enclosure, Read, Reading, Role
from .split import Part, annex_title, has_letterhead, has_motto, is_mail, paper_title, split_documents
from .title import TITLES, read_bare_head, read_title


@dataclass(slots=True)
class _Head:
    """What stands above the body, of whatever form."""

    letterhead: Letterhead
    kind: Read[str] = field(default_factory=lambda: Read("other", None, 1.0, "văn bản trống"))
    abstract: Read[str | None] = field(default_factory=lambda: Read(None))
    number: Read[str | None] = field(default_factory=lambda: Read(None))
    date: Read[date | None] = field(default_factory=lambda: Read(None))
    issuer: Read[str | None] = field(default_factory=lambda: Read(None))
    first: int = 0


def read(source: str | bytes, role: Role = "main") -> Reading:
    """Read a document. Never raises: any text or bytes give a `Reading`.

    `role` says what the document was to another one in whose file it came, if it was cut out of that: an annex has
    another head than a letter.

    >>> letter = '''SỞ MINH HỌA
    ... CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    ... Số: 15/SMH-VP
    ... V/v trực bão
    ... Hải An, ngày 05 tháng 9 năm 2024
    ... Kính gửi: Các phòng chuyên môn thuộc Sở.
    ... Giám đốc Sở yêu cầu các phòng chuyên môn báo cáo quân số trực trước ngày 07/9/2024./.'''
    >>> reading = read(letter)
    >>> reading.number.value, reading.issuer.value, reading.abstract.value
    ('15/SMH-VP', 'SỞ MINH HỌA', 'V/v trực bão')
    >>> duty = reading.obligations[0]
    >>> duty.assignees[0].value, duty.deadline.date, duty.deadline.inclusive
    ('các phòng chuyên môn', '2024-09-07', False)
    """
    given, findings = decode(source) if isinstance(source, bytes) else (source, ())
    text, origin_map = normalise(given)
    every_line = lines_of(text)
    main, others = split_documents(every_line)
    enclosures = tuple(_enclosed(text, part) for part in others)
    own: Role = "annex" if main and main.role == "annex" else role
    reading = _read_lines(text, main.lines if main else [], every_line, own)
    reading = replace(reading, origin_map=origin_map, enclosures=enclosures)
    told = [_told(text, item) for item in enclosures]
    return replace(reading, findings=(*findings, *reading.findings, *told, *remarks_on(reading)))


def _enclosed(text: str, part: Part) -> Enclosure:
    """A further document, read as if it were alone."""
    own = part.span.of(text)
    lines = lines_of(own)
    reading = _read_lines(own, lines, lines, part.role)
    is_document = part.role == "attached" and has_motto(lines)
    remarks = remarks_on(reading) if is_document else ()  # nobody misses a number on an annex or on minutes
    return Enclosure(part.role, part.span, replace(reading, findings=(*reading.findings, *remarks)))


_ROLES: dict[Role, str] = {
    "attached": "văn bản kèm theo",
    "issued": "văn bản ban hành kèm theo",
    "annex": "phụ lục",
    "form": "biểu mẫu",
    "petition": "đơn kèm theo",
    "cover": "thư chuyển văn bản",
}


def _told(text: str, enclosure: Enclosure) -> Finding:
    reading = enclosure.reading
    name = reading.abstract.value or reading.number.value or text[enclosure.span.start :].split("\n", 1)[0]
    count = len(reading.obligations)
    role = "bản tin dẫn văn bản" if _is_page(enclosure) else _ROLES.get(enclosure.role, "văn bản khác")
    message = (
        f"Trong tệp còn {role} «{' '.join(name.split())[:120]}», đọc riêng"
        + (f", thấy {count} việc. " if count else ". ")
        + "Có thể vào sổ riêng phần này."
    )
    return Finding("reading.further_document", message, enclosure.span, Severity.INFO)


def _is_page(enclosure: Enclosure) -> bool:
    return enclosure.role == "cover" and not is_mail(lines_of(enclosure.reading.text))


def _read_lines(text: str, lines: list[Line], every_line: list[Line], role: Role = "main") -> Reading:
    """One document of a text; `every_line` is what the quality of the text is judged by."""
    quality = quality_of(every_line)
    garbled = quality.is_garbled
    rubbish = {line.start for line in every_line if is_rubbish(line)}
    findings: list[Finding] = quality_findings(text, quality, every_line, rubbish)
    head = _read_own_head(text, lines, role)
    is_news = head.kind.value == "news"
    addressees, taken = ((), range(0)) if is_news else read_addressees(text, lines, head.first)
    foot = Foot(len(lines)) if is_news else read_foot(text, lines, head.first)
    blocks = build_blocks(text, _body(lines, head.first, foot.start, taken, is_news, rubbish))
    issued = head.date.value or _year_of(head)
    is_retold = role == "cover" and not is_mail(lines)  # news of a document that stands in the same file
    relays = is_news and head.number.value is not None
    obligations = (
        ()
        if is_retold
        else read_obligations(blocks, issued, head.kind.value, relays, head.letterhead.issuer.value or "")
    )
    letterhead = head.letterhead
    return Reading(
        text,
        head.kind,
        head.number,
        letterhead.number_partial,
        head.date,
        letterhead.date_partial,
        head.issuer,
        letterhead.parent,
        # Long strings of a broken text layer would be registered wrong; better nothing than rubbish.
        Read(None) if garbled else head.abstract,
        () if garbled else addressees,
        () if garbled else foot.recipients,
        () if garbled else _citations(text, lines, letterhead),
        clause_tree(blocks),
        with_meeting_time(blocks, obligations),
        foot.signer,
        tuple(findings),
    )


def _read_head(text: str, lines: list[Line]) -> _Head:
    letterhead = read_letterhead(text, lines)
    if not letterhead.is_found:
        letterhead = read_bare_head(text, lines) or letterhead
    if letterhead.is_found:
        title = read_title(text, lines, letterhead)
        return _Head(
            letterhead, title.kind, title.abstract, letterhead.number, letterhead.date, letterhead.issuer, title.end
        )
    if not lines:
        return _Head(letterhead)
    item = read_item(text, lines)
    return _Head(letterhead, item.kind, item.abstract, item.number, item.date, item.issuer, item.first)


def _read_own_head(text: str, lines: list[Line], role: Role) -> _Head:
    """The head by what the document is to its file: only letters always have a letterhead."""
    if role == "attached" and not has_motto(lines) and (at := paper_title(lines)) is not None:
        return _paper_head(text, lines, at)
    if role not in {"annex", "form", "issued"} or not lines:
        return _read_head(text, lines)
    if role == "annex" and has_letterhead(lines[1:]):
        head = _read_head(text, lines[1:])
        head.first += 1
        return head
    first, title = annex_title(lines)
    words = " ".join(line.text for line in title)
    name: Read[str | None] = Read(words, Span(title[0].start, title[-1].end), 0.1, "tên phần kèm theo")
    head = _read_head(text, lines) if role != "annex" else _Head(Letterhead())
    if head.letterhead.is_found:
        head.abstract = head.abstract if head.abstract.value else name
        return head
    return _Head(Letterhead(), Read("other", lines[0].span, 0.1, "phần kèm theo"), name, first=first)


def _paper_head(text: str, lines: list[Line], at: int) -> _Head:
    """The head of minutes or of a plan without a motto; its title may go on in the line that names the kind."""
    head = _read_head(text, lines)
    if head.letterhead.is_found:
        return head
    title = lines[at]
    kind = next((kind for words, kind in TITLES.items() if title.bare.startswith(words)), "other")
    name: Read[str | None] = Read(title.text, title.span, 0.1, "tên phần kèm theo")
    return _Head(Letterhead(), Read(kind, title.span, 0.1, "tên loại ghi ở đầu văn bản"), name, first=at + 1)


def _year_of(head: _Head) -> int | None:
    """The year of the document, also where its day is blank or damaged."""
    if head.date.value:
        return head.date.value.year
    partial = head.letterhead.date_partial.value or ""
    return int(partial[:4]) if partial[:4].isdigit() else None


def _citations(text: str, lines: list[Line], letterhead: Letterhead) -> tuple[Citation, ...]:
    whole = Span(lines[0].start, lines[-1].end) if lines else Span(0, 0)
    own_number = letterhead.number.span or letterhead.number_partial.span
    return read_citations(text, whole, own_number)


def _body(lines: list[Line], first: int, last: int, taken: range, is_news: bool, rubbish: set[int]) -> list[Line]:
    """The lines between title and foot, without the addressees, page furniture and rubbish of scans."""
    body = [
        replace(line, blanks_before=HARD_BREAK) if at == taken.stop else line
        for at, line in enumerate(lines[:last])
        if at >= first and at not in taken
    ]
    if is_news:
        return [line for line in body if not is_furniture(line)]
    return [line for line in body if len(line.text) < 12 or line.start not in rubbish]
