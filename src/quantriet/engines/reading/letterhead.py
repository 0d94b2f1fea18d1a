"""Stage 3: the letterhead (quốc hiệu, cơ quan ban hành, số ký hiệu, địa danh và ngày).

Reads: the lines. Writes: issuer, parent agency, number, date, and where the letterhead ends. Scans put the two
columns on one line and lose hand-written digits: what cannot be sure is left empty, with the part that is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from quantriet.engines.kernel import Span

from .dates import DAY, day_of
from .flat import bare
from .layout import MOTTO, MOTTO_REST, PLACE_DATE, Line
from .shapes import Read

_HEAD_LINES = 30
_NUMBER_MARK = re.compile(r"(?:^|[\s|])s[oòóô6]?\s*[:;.,/]?(?=\s*[^/\n]{0,9}/)")
_SYMBOL = r"[A-ZĐÐƯ][A-Za-zÀ-ỹĐđ&]*\d?(?:\s?[-–.]\s?[A-ZĐÐƯ0-9][A-Za-zÀ-ỹĐđ0-9&]*)+"
_NUMBER = re.compile(rf"(?P<serial>[^/\n|]{{0,14}}?)\s*/+\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?(?P<symbol>{_SYMBOL})")
_PARTY = re.compile(r"(?P<serial>[^-–/\n|]{0,10}?)\s*[-–]\s*(?P<symbol>[A-ZĐ][A-Za-zĐ]{1,4}\s?/\s?[A-ZĐ][A-ZĐa-z]+)")
_BAD_NUMBER = re.compile(r"\s*(?P<serial>\S{0,6}?)\s*/\s*(?P<symbol>[A-ZĐ]{2,}(?:\s?-\s?[A-ZĐ]+)*)")
_ORG_HEADS = (
    "uy ban", "ubnd", "so ", "bo ", "ban ", "van phong", "trung tam", "truong ", "chi cuc", "cuc ", "tong cuc",
    "phong ", "hoi dong", "hdnd", "hoc vien", "dai hoc", "khoa ", "tinh uy", "huyen uy", "thanh uy", "thi uy",
    "quan uy", "dang uy", "dang bo", "cong ty", "hoi ", "lien minh", "lien doan", "cong an", "benh vien",
    "vien ", "bao hiem", "thanh tra", "toa an", "kho bac", "ngan hang", "mat tran", "uy ban mat tran", "doan ",
    "nha ", "chinh phu", "thu tuong", "quoc hoi", "tong cong ty", "hiep hoi", "lien hiep", "quy ", "bqldan",
    "ban qlda", "tap doan", "bo tu lenh", "bo chi huy", "chi nhanh", "doi ", "tram ", "xi nghiep", "thu vien",
    "bao tang", "dai ", "tap chi",
)  # fmt: skip
SHORT_DATE = re.compile(rf"^[a-z][\w .'’]{{1,40}}(?:,?\s+ngay|,)\s+{DAY}\W*$")
_PARTY_MOTTO = re.compile(r"dang cong san viet nam")
_STOP = re.compile(
    r"^\W{0,3}(?:kinh gui|v/v|ve viec|can cu|quyet dinh|thong bao|ke hoach|chi thi|cong dien|bao cao|"
    r"to trinh|giay moi|nghi quyet|huong dan|chuong trinh|phuong an|de an|ket luan|tong hop)\b"
)


@dataclass(slots=True)
class Letterhead:
    """What the letterhead says. `lines` counts its lines; `is_found` is false of texts without one."""

    is_found: bool = False
    lines: int = 0
    issuer: Read[str | None] = field(default_factory=lambda: Read(None))
    parent: Read[str | None] = field(default_factory=lambda: Read(None))
    number: Read[str | None] = field(default_factory=lambda: Read(None))
    number_partial: Read[str | None] = field(default_factory=lambda: Read(None))
    date: Read[date | None] = field(default_factory=lambda: Read(None))
    date_partial: Read[str | None] = field(default_factory=lambda: Read(None))
    end: int = 0


def read_letterhead(text: str, lines: list[Line]) -> Letterhead:
    head = Letterhead()
    top = lines[:_HEAD_LINES]
    motto = next((at for at, line in enumerate(top[:14]) if MOTTO.search(line.bare)), None)
    number = _find_number(text, top, motto)
    if motto is None and number is None:
        return head
    head.is_found = True
    stop = _stop_line(top, max(motto or 0, number[0] if number else 0))
    _read_date(text, lines, stop, head)
    if number is not None:
        _set_number(number, head)
    last = number[0] if number else stop - 1
    read_agencies(text, top[: min(stop, last + 1)], number, head)
    head.lines = max(stop, (number[0] + 1) if number else 0)
    head.end = top[head.lines - 1].end if head.lines else 0
    return head


def _stop_line(top: list[Line], least: int) -> int:
    for at, line in enumerate(top):
        if at > least or (at and _STOP.match(line.bare) and not MOTTO.search(line.bare)):
            if PLACE_DATE.search(line.bare) and at <= least + 2 and not _STOP.match(line.bare):
                continue
            if MOTTO_REST.search(line.bare):
                continue
            if at > least:
                return at
    return min(len(top), least + 1)


def _find_number(text: str, top: list[Line], motto: int | None) -> tuple[int, re.Match[str], int] | None:
    """Line, match and offset of the document's own number: after "Số", in the letterhead only."""
    limit = (motto + 9) if motto is not None else 6
    for at, line in enumerate(top[:limit]):
        if at and _STOP.match(line.bare) and not line.bare.startswith(("v/v",)):
            break
        mark = _NUMBER_MARK.search(line.bare)
        if mark is None or MOTTO.search(line.bare):
            continue
        if mark.start() > 60 or (motto is None and mark.start() > 3):
            continue
        after = line.text[mark.end() :]
        for pattern in (_NUMBER, _PARTY, _BAD_NUMBER):
            if match := pattern.match(after):
                return at, match, line.start + mark.end()
    return None


def _set_number(number: tuple[int, re.Match[str], int], head: Letterhead) -> None:
    _, match, offset = number
    serial = match.group("serial").strip(" .:…_-")
    symbol = re.sub(r"\s+", " ", match.group("symbol")).strip(" .-")
    year = f"{match.group('year')}/" if match.groupdict().get("year") else ""
    joiner = "-" if match.re is _PARTY else "/"
    span = Span(offset + match.start(), offset + match.end())
    is_clean = re.fullmatch(r"\d{1,5}[a-z]?", serial) is not None
    # Registers pad numbers below ten, so a lone digit beside a damaged day is what a scan left of a longer one.
    is_damaged_day = head.date.value is None and head.date.span is not None and head.date.doubt > 0.6
    if is_clean and not (len(serial) == 1 and is_damaged_day):
        doubt = 0.4 if len(serial) == 1 else 0.05
        head.number = Read(f"{serial}{joiner}{year}{symbol}", span, doubt, "số và ký hiệu ở đầu văn bản")
        return
    reason = "số còn để trống" if not re.sub(r"[\W_]", "", serial) else "chữ số viết tay không đọc được"
    head.number = Read(None, span, 1.0, f"{reason}, văn thư điền")
    head.number_partial = Read(f"{joiner}{year}{symbol}", span, 0.1, f"chỉ còn ký hiệu, {reason}")


def _read_date(text: str, lines: list[Line], stop: int, head: Letterhead) -> None:
    """The date beside the place: in the letterhead, or at the foot of reports and tables."""
    for at, line in enumerate(lines[: stop + 4]):
        match = _place_date(line)
        if match and (match.group("place") or at < stop):
            return _set_date(match, line, head)
        if day := SHORT_DATE.match(line.bare):
            return _set_short_date(day, line, head)
    for line in lines[max(len(lines) - 30, stop) :]:
        match = _place_date(line)
        if match and match.group("place") and line.text[match.start("place")].isupper() and len(line.cells) > 1:
            return _set_date(match, line, head)
    return None


def _set_short_date(match: re.Match[str], line: Line, head: Letterhead) -> None:
    """ "Hải Sơn, ngày 5/5/2020": not the decree's form, but in use."""
    if day := day_of(match.groups()):
        head.date = Read(day, line.span, 0.1, "ngày ở đầu văn bản")


def _place_date(line: Line) -> re.Match[str] | None:
    return PLACE_DATE.search(line.bare)


def _set_date(match: re.Match[str], line: Line, head: Letterhead) -> None:
    span = Span(line.start + match.start(), line.start + match.end())
    raw = line.text[match.start() : match.end()]
    day, month, year = (match.group(name).strip() for name in ("day", "month", "year"))
    known_day = int(day) if re.fullmatch(r"\d{1,2}", day) and 1 <= int(day) <= 31 else None
    known_month = int(month) if re.fullmatch(r"\d{1,2}", month) and 1 <= int(month) <= 12 else None
    known_year = int(year) if re.fullmatch(r"(?:19|20)\d\d", year) else None
    if known_day and known_month and known_year:
        try:
            head.date = Read(date(known_year, known_month, known_day), span, 0.05, "ngày ở đầu văn bản")
            return
        except ValueError:
            known_day = None
    blank = not re.sub(r"[\W_]", "", day + month)
    reason = "ngày còn để trống, văn thư điền" if blank else f"ngày đọc không rõ: “{raw.strip()}”"
    head.date = Read(None, span, 0.5 if blank else 1.0, reason)
    partial = _partial(known_year, known_month, known_day)
    head.date_partial = Read(partial, span, 0.1, reason) if partial else Read(None)


def _partial(year: int | None, month: int | None, day: int | None) -> str | None:
    if year and month:
        return f"{year:04}-{month:02}"
    if year:
        return f"{year:04}"
    if month and day:
        return f"--{month:02}-{day:02}"
    return None


def read_agencies(text: str, top: list[Line], number: tuple[int, re.Match[str], int] | None, head: Letterhead) -> None:
    """Left column: everything above the number that is neither motto nor place and date."""
    segments: list[list[Span]] = []
    for at, line in enumerate(top):
        for span in _left_parts(text, line):
            if number is not None and at >= number[0] and span.end > number[2] - 12:
                continue
            words = _trim(text, span)
            if words is None:
                continue
            name = bare(words.of(text))
            continues = bool(segments) and (
                not name.startswith(_ORG_HEADS)
                or bare(segments[-1][-1].of(text)).rstrip().endswith((" va", ",", "&", "-"))
            )
            if continues:
                segments[-1].append(words)
            elif name.startswith(_ORG_HEADS) or not segments:
                segments.append([words])
    names = [(" ".join(part.of(text) for part in parts), parts) for parts in segments]
    names = [(re.sub(r"\s+", " ", name), parts) for name, parts in names if len(name) >= 4]
    if not names:
        return
    issuer, parts = names[-1]
    head.issuer = Read(issuer, Span(parts[0].start, parts[-1].end), 0.1, "tên cơ quan ở đầu văn bản")
    if len(names) > 1:
        parent, parts = names[-2]
        head.parent = Read(parent, Span(parts[0].start, parts[-1].end), 0.1, "cơ quan chủ quản ghi phía trên")


def _left_parts(text: str, line: Line) -> list[Span]:
    cut = line.end
    for pattern in (MOTTO, MOTTO_REST, _PARTY_MOTTO):
        if match := pattern.search(line.bare):
            cut = min(cut, line.start + match.start())
    if match := PLACE_DATE.search(line.bare):
        cut = min(cut, line.start + match.start())
    parts = [Span(cell.start, min(cell.end, cut)) for cell in line.cells if cell.start < cut]
    return parts[:1]


def _trim(text: str, span: Span) -> Span | None:
    """The run of capital words at the start of a cell; scans leave rubbish beside it."""
    match = re.match(r"\W*((?:[A-ZĐÀ-ỸƯÐ&(][A-ZĐÀ-Ỹa-zà-ỹđƯÐ&.,'’\"°*()/-]*|[-–~&,]|\d{1,3})(?:\s+|$))+", span.of(text))
    if match is None:
        return None
    words = match.group().strip(" .,:;-–~_\"'|")
    letters = [char for char in words if char.isalpha()]
    if len(letters) < 3 or sum(char.isupper() for char in letters) < 0.6 * len(letters):
        return None
    start = span.start + match.group().index(words)
    return Span(start, start + len(words))
