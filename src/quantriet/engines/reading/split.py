"""Stage 2b: several documents in one file (tách văn bản).

Reads: lines. Writes: parts, each the lines of one document, and which of them is the document the file was sent for.
The genre says where one begins: a letterhead repeats the national motto, an annex or a regulation names itself in
capitals with «(kèm theo …)» below, a petition opens with «ĐƠN …», minutes and plans with their kind alone; and where
one has ended: «./.», «Nơi nhận», a signature. A beginning counts only after an end, except where its shape leaves no
doubt. An e-mail or a page of news may stand above the letter that it brings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quantriet.engines.kernel import Span

from .flat import share_of_capitals
from .layout import MOTTO, MOTTO_REST, PLACE_DATE, Line
from .shapes import Role
from .title import TITLES

_MOST = 40  # parts of one file; what comes after them stays in the last
_LEAST = 12  # lines of a document; a motto before that belongs to its own head
_LEAST_PART = 4  # lines of an annex, a form or a petition
_LEAST_MAIL = 2  # lines of a letter by e-mail above the document it brings
_AHEAD = 8  # lines of a letterhead, in which number, place and date stand
_HEAD = 15  # lines from the top, in which a document says of itself «kèm theo»
_REACH = 60  # lines of recipients and stamps between the end of a document and the next beginning
_TITLE = 120  # characters; a longer line is a sentence

_RECIPIENTS = re.compile(r"^\W{0,4}(?:\w?[o0]\w{0,2}i\s?nh\w{1,2}n\b)\s*[:;.]?")
_SIGNED = re.compile(
    r"^\W{0,3}(?:(?:tm|kt|tl|tuq|q|t/m)\s?\.?\s|(?:pho\s+)?(?:chu tich|giam doc|hieu truong|chanh van phong|bi thu"
    r"|truong phong|truong ban|cuc truong|chi cuc truong|bo truong|thu truong)\b(?!\s+(?:uy ban|ubnd|so |bo |hoi dong))"
    r"|nguoi (?:lam don|viet don|kien nghi|de nghi|to cao|khieu nai|lap bieu|lap)\b)"
)
_WRITTEN = re.compile(r"^\W{0,3}\(?ky(?:,| va) (?:ghi ro|ghi|dong dau)")
_AGENCY = re.compile(
    r"^\W{0,3}(?:uy ban|ubnd|so |bo |hoi dong|hdnd|van phong|ban |truong |trung tam|cong ty|chi cuc|cuc |tong cuc"
    r"|tinh |huyen |thanh pho|thi xa|xa |phuong |quan |phong |thanh tra|cong an|benh vien|bao hiem|dang |thanh uy)"
)
_NUMBERED = re.compile(r"(?:^|[\s|])so\s*[:;.]?\s*[^/\n]{0,14}/|^\W{0,3}so\s*:")
_ANNEX = re.compile(  # a scan takes the Roman number for all kinds of strokes
    r"^\W{0,3}(?:phu luc|bieu)(?:[\s!|.]{1,3}(?:so\s+)?(?:[ivxl!|]{1,5}|\d{1,3})[a-z]?)?\s*(?P<rest>[-–:.].*)?\W{0,3}$"
)
_FORM = re.compile(r"^\W{0,3}(?:mau|bieu mau)\s+(?:so\s+)?(?:[ivx]{1,5}|\d{1,3})[a-z]?\b.{0,30}$")
_PETITION = re.compile(
    r"^\W{0,3}don (?:xin|de nghi|kien nghi|khieu nai|to cao|phan anh|yeu cau|trinh bao|cuu xet|keu cuu|dang ky"
    r"|tham gia)\b"
)
_BEHIND = re.compile(r"^\W{0,3}\(\W?(?:(?:duoc )?ban hanh )?(?:dinh )?kem\b(?: theo)?")
_PARTY_MOTTO = re.compile(r"^(?:.*\s{2,}|\W*)dang cong san viet nam\W*$")
_ITEM = re.compile(r"^[-–+•*]\s?\w")
_ABOUT = re.compile(r"^\W{0,3}(?:v\s?[/.]\s?v\b|ve viec\b)")
_MAIL_HEAD = re.compile(r"^\W{0,3}(?:from|to|cc|sent|date|subject|tu|den|gui|ngay gui|tieu de|chu de)\s?:\s?\S")
# What comes behind a letter without a motto of its own: papers that were drawn up for it, and lists.
_PAPER = re.compile(
    r"\W{0,3}(?:(?P<list>danh sach|lich|bang|de cuong|du toan|thuyet minh|so do)|bien ban|ke hoach|chuong trinh"
    r"|phuong an|de an|bao cao|to trinh|quy che|huong dan|noi quy)(?: .*|\W*)$"
)
_QUOTES = re.compile(
    r"\b(?:toan van|nguyen van|(?:noi dung|gioi thieu|dang (?:tai|lai)) [^.;:]{0,30}(?:cong van|van ban|thong bao"
    r"|chi thi|ke hoach|quyet dinh|cong dien)|(?:da|vua) ky|ban hanh|co (?:cong van|van ban))\b"
)
_BRACKET = 4  # characters from the beginning of a line, in which «(kèm theo …)» opens
_PROSE = 80  # characters; a shorter line of a page may be a title or a link
_MOST_PAGE = 60  # lines of news above the letter that they quote
_GREETED = re.compile(r"\btran trong\b|\b(?:kinh|xin) (?:gui|chuyen|chao)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one document of a file, and what it is to the main one."""

    lines: list[Line]
    role: Role

    @property
    def span(self) -> Span:
        return Span(self.lines[0].start, self.lines[-1].end)


def split_documents(lines: list[Line]) -> tuple[Part | None, list[Part]]:
    """The main document and the others in the order of the text; None of a text without lines.

    The main one is the first, or the one behind the letter by e-mail or the annex that stands before it. Time grows
    with the lines: each is looked at with a bounded number of its neighbours.
    """
    if not lines:
        return None, []
    cuts = _Cuts(lines).found()
    ends = [start for start, _ in cuts[1:]] + [len(lines)]
    parts = [Part(lines[start:end], role) for (start, role), end in zip(cuts, ends, strict=True)]
    main = next((at for at, part in enumerate(parts) if part.role in {"main", "attached"}), 0)
    return parts[main], parts[:main] + parts[main + 1 :]


def annex_title(lines: Sequence[Line]) -> tuple[int, list[Line]]:
    """The lines of an annex's name, without «PHỤ LỤC …», and the number of the line where its body begins."""
    behind = next((at for at, line in enumerate(lines[:_HEAD]) if _BEHIND.match(line.bare)), None)
    if behind is None:
        end = 1
        while end < min(len(lines), _AHEAD) and _is_capital(lines[end].text):
            end += 1
        return end, list(lines[1:end] or lines[:1])
    first = behind + 1  # below the bracket, which may take several lines
    while first < min(len(lines), behind + 4) and not lines[first - 1].text.endswith(")"):
        first += 1
    title = list(lines[_title_above(lines, behind, 0) or 0 : behind])
    if len(title) > 1 and _named(title, 0):
        del title[0]
    return first, title or list(lines[:1])


def has_letterhead(lines: Sequence[Line]) -> bool:
    """Whether an annex goes on with a letterhead of its own."""
    return any(_is_motto(line) for line in lines[:_LEAST_PART])


def paper_title(lines: Sequence[Line]) -> int | None:
    """The line that names the kind of a paper without a letterhead, below the agencies that may stand above it."""
    return next((at for at, line in enumerate(lines[:_AHEAD]) if _is_paper(line)), None)


def has_motto(lines: Sequence[Line]) -> bool:
    """Whether a document has the motto of a letterhead."""
    return any(_is_motto(line) for line in lines[:_HEAD])


class _Cuts:
    """Walks down the lines once and keeps where the document begun last has ended."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        is_annex = bool(lines) and _named(lines, 0) == "annex"  # sent alone, or before its letter
        self._cuts: list[tuple[int, Role]] = [(0, "annex" if is_annex else "main")]
        self._end: int | None = None  # the last line that ends the document begun last
        self._is_paper = False  # the document begun last has no letterhead
        self._last: int | None = None  # the last line that leaves no doubt of its end
        self._has_motto = False  # of the document begun last

    def found(self) -> list[tuple[int, Role]]:
        for at, line in enumerate(self._lines):
            if len(self._cuts) == _MOST:
                break
            self._look(at, line)
            if _ends(line) and at - self._begun > 2:
                self._end = at
                if self._is_paper or not _is_signature(line):
                    self._last = at
        return self._cuts

    @property
    def _begun(self) -> int:
        return self._cuts[-1][0]

    @property
    def _role(self) -> Role:
        return self._cuts[-1][1]

    def _look(self, at: int, line: Line) -> None:
        if _is_motto(line):
            self._look_at_motto(at)
            self._has_motto = True
        elif "(" in line.text[:_BRACKET] and _BEHIND.match(line.bare):
            self._look_behind(at)
        elif at > self._begun + 2 and self._is_closed(at) and (role := _named(self._lines, at)):
            self._cut(at, role)
        elif self._last is not None and at - self._last <= _REACH and _is_paper(line):
            self._look_at_paper(at)
        elif _is_petition(line) and self._role == "attached" and at - self._begun < _HEAD:
            self._say("petition")

    def _look_at_motto(self, at: int) -> None:
        start = _with_agencies(self._lines, at, self._begun)
        is_head = _is_head(self._lines, at)
        above = self._lines[:start]
        if len(self._cuts) == 1 and is_head and (is_mail(above) or _is_page(above)):
            self._cuts[0] = (0, "cover")
            return self._cut(start, "attached")
        is_own = self._role in {"main", "attached"}
        is_second = self._has_motto and is_head and self._end is not None
        least = _LEAST_PART if is_second or not is_own else _LEAST
        if start - self._begun < least or (self._role == "form" and not self._has_motto and not self._end):
            return None
        if self._is_closed(at) or (is_head and (not is_own or _has_head(self._lines, self._begun))):
            self._cut(start, "attached")
        return None

    def _look_at_paper(self, at: int) -> None:
        """«BIÊN BẢN», «KẾ HOẠCH» without a motto, behind the end of a document."""
        start = at
        while start - 1 > (self._last or 0) and _is_agency(self._lines[start - 1]):
            start -= 1
        match = _PAPER.match(self._lines[at].bare)
        if match is not None and len(self._lines) - at >= _LEAST_PART:
            self._cut(start, "issued" if match["list"] else "attached")
            self._is_paper = True

    def _look_behind(self, at: int) -> None:
        """«(Ban hành kèm theo Quyết định số …)»: the title stands above."""
        start = _title_above(self._lines, at, max(self._begun, (self._end or -1) + 1))
        if start is None:
            return
        if at - self._begun < _HEAD:
            if self._role == "attached":  # an annex with a letterhead of its own
                self._say("issued")
            return
        if self._is_closed(start) or self._role not in {"main", "attached"}:
            self._cut(start, _named(self._lines, start) or "issued")

    def _is_closed(self, at: int) -> bool:
        """Whether the document before has ended; an annex or a form ends where the next begins."""
        if self._role in {"annex", "form"}:
            return True
        return self._end is not None and at - self._end <= _REACH

    def _cut(self, start: int, role: Role) -> None:
        self._cuts.append((start, role))
        self._end, self._last, self._has_motto, self._is_paper = None, None, False, False

    def _say(self, role: Role) -> None:
        self._cuts[-1] = (self._begun, role)


def _ends(line: Line) -> bool:
    if "./." in line.text or _RECIPIENTS.match(line.bare) or _WRITTEN.match(line.bare):
        return True
    return _is_signature(line)


def _is_signature(line: Line) -> bool:
    """The post of whoever signs; a decision names it above its body too."""
    return len(line.text) < _TITLE and bool(_SIGNED.match(line.bare)) and _is_capital(line.text)


def _is_motto(line: Line) -> bool:
    """The motto as a heading; a sentence may name the Republic too."""
    if "nghia" in line.bare and (match := MOTTO.search(line.bare)):
        return _is_capital(line.text[match.start() : match.end()])
    is_of_party = "dang cong san" in line.bare and _PARTY_MOTTO.match(line.bare) is not None
    return is_of_party and _is_capital(line.text)


def _is_head(lines: Sequence[Line], at: int) -> bool:
    """Whether a letterhead stands here: two of its other parts are near the motto."""
    near = lines[max(0, at - 2) : at + _AHEAD]
    marks = (
        any(MOTTO_REST.search(line.bare) for line in near[:5]),
        any((date := PLACE_DATE.search(line.bare)) and date.group("place") for line in near),
        any(_NUMBERED.search(line.bare) for line in near),
        any(_is_title(line) for line in near),
    )
    return sum(marks) >= 2


def _has_head(lines: Sequence[Line], begun: int) -> bool:
    return any(_is_motto(line) or _NUMBERED.match(line.bare) for line in lines[begun : begun + _LEAST + 2])


def is_mail(above: Sequence[Line]) -> bool:
    """A few lines that only hand the document on: heads of an e-mail, or a greeting without a letterhead."""
    if not _LEAST_MAIL <= len(above) <= 40 or any(_is_motto(line) or _NUMBERED.match(line.bare) for line in above):
        return False
    headed = sum(bool(_MAIL_HEAD.match(line.bare)) for line in above)
    return headed >= 2 or sum(bool(_GREETED.search(line.bare)) for line in above) >= 2


def _is_page(above: Sequence[Line]) -> bool:
    """A page of news that says it quotes a document: sentences above the letterhead, and no head of their own."""
    if not 0 < len(above) <= _MOST_PAGE or any(_is_motto(line) or _NUMBERED.match(line.bare) for line in above):
        return False
    told = [line for line in above if not _ITEM.match(line.text) and line.text.endswith((".", ":", "!", "…"))]
    return any(len(line.text) >= _PROSE for line in told) and any(_QUOTES.search(line.bare) for line in told)


def _named(lines: Sequence[Line], at: int) -> Role | None:
    """What a heading begins: an annex, a form, a petition."""
    line = lines[at]
    if len(line.text) > _TITLE:
        return None
    if match := _ANNEX.match(line.bare):
        is_alone = match["rest"] is None and _heads(lines[at + 1 : at + 2])
        if is_alone or _is_capital(line.text[: match.start("rest")] if match["rest"] else line.text):
            return "annex"
    if _FORM.match(line.bare) and not line.text.endswith((".", ";", ",")):
        return "form" if _is_capital(line.text) or _heads(lines[at + 1 : at + 2]) else None
    return "petition" if _is_petition(line) else None


def _heads(below: Sequence[Line]) -> bool:
    """Whether a title or «(kèm theo …)» follows a line that is not in capitals itself."""
    return any(_is_capital(line.text) or _BEHIND.match(line.bare) for line in below)


def _is_petition(line: Line) -> bool:
    return len(line.text) < _TITLE and bool(_PETITION.match(line.bare)) and _is_capital(line.text)


def _is_paper(line: Line) -> bool:
    if len(line.text) > _TITLE or line.text.endswith((".", ":", ";", ",")) or _PAPER.match(line.bare) is None:
        return False
    return _is_capital(line.text)


def _is_agency(line: Line) -> bool:
    is_named = _is_capital(line.text) and _AGENCY.match(line.bare) is not None
    return is_named and not _ends(line) and not line.bare.startswith(("truong khoa", "truong ban", "truong phong"))


def _is_title(line: Line) -> bool:
    words = re.sub(r"[^a-z ]", "", line.bare).strip()
    return words in TITLES and _is_capital(line.text)


def _title_above(lines: Sequence[Line], at: int, least: int) -> int | None:
    """The highest line of the title above «(kèm theo …)»: from a line in capitals down, nothing but short lines."""
    found = None
    for above in range(at - 1, max(least, at - _AHEAD) - 1, -1):
        line = lines[above]
        if len(line.text) > 2 * _TITLE or _ends(line) or line.text.endswith((".", ";", ":")):
            break
        if _is_title(line) or _named(lines, above):
            return above
        if _is_capital(line.text):
            found = above
    return found


def _with_agencies(lines: Sequence[Line], at: int, least: int) -> int:
    """Where the letterhead begins: the cell of the agency, with number and subject, may stand above the motto."""
    start = at
    others = 0
    for above in range(at - 1, max(at - 10, least) - 1, -1):
        line = lines[above]
        if _ends(line) or len(line.text) > _TITLE or _ITEM.match(line.text):
            break
        if _is_capital(line.text) and _AGENCY.match(line.bare):
            start = above
        elif not (_NUMBERED.search(line.bare) or _ABOUT.match(line.bare) or not any(map(str.isalpha, line.text))):
            others += 1
            if others > 3:
                break
    return start


def _is_capital(text: str) -> bool:
    return len(text) > 1 and share_of_capitals(text) >= 0.7
