"""Stage 4 for texts without a letterhead: web items, and notices pasted without their head (tin, bài).

Reads: lines. Writes: kind, title, issuer, and of an item that relays a document that document's number, date and
abstract. Menus and links of the page are named here, so that no stage takes them for text of the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from quantriet.engines.kernel import Span

from .citations import read_citations
from .closing import SURNAMES
from .dates import DAY, day_of
from .flat import Flat
from .layout import Line
from .shapes import Read
from .title import TITLES

FURNITURE = re.compile(
    r"^\W*(?:cac tin khac|tin lien quan|cac tin da dua|tin cung chuyen muc|xem chi tiet|xem them"
    r"|chia se|trang chu|in bai|"
    r"gui binh luan|lien he|ban do|dang nhap|quay lai|luot xem|tags?\s*:|theo\s+(?:bao|chinhphu|ttxvn|vgp|baochinhphu)|"
    r"nguon\s*:|anh\s*:|tin,? anh|bai,? anh|tac gia|file dinh kem|tep dinh kem|cac bai viet|bai viet lien quan|"
    r"cap nhat luc|ngay dang|so luot truy cap)\b"
)
_CAPTION = re.compile(r"\banh (?:minh hoa|tu lieu)\b|\banh\s*:\s*\w+|\(anh\b")
_STAMP = re.compile(
    rf"^\W*(?:thứ \w+,?\s*)?(?:ngày\s+)?(?:đăng\s*:?\s*)?{DAY}(?:\s*[-,"
    rf"|]?\s*\d{{1,2}}[:h]\d{{2}}(?::\d\d)?)?\W*(?:\(?gmt.*)?$"
)
_STAMP_AFTER_TIME = re.compile(
    rf"^\W*(?:cập nhật(?: lúc)?|đăng(?: lúc| ngày)?)?\W*\d{{1,2}}[:h]\d{{2}}\W{{1,6}}(?:ngày\s+)?{DAY}\W*$"
)
_EVENT_DAY = re.compile(
    rf"^(?:\(?[A-ZĐ][\w .]{{1,24}}\)?\s*[-–]\s+)?(?:(?:sáng|chiều|tối|trưa|vừa qua"
    rf"|hôm nay)\s*,?\s*)*(?:ngày\s+)?\(?{DAY}",
    re.IGNORECASE,
)
_VERBS = (
    "ban hành|yêu cầu|đề nghị|tổ chức|triệu tập|chủ trì|vừa|đã|chỉ đạo|giao(?! (?:thông|ban|dịch))|công bố|thông báo"
    "|phối hợp|tiếp tục|có công văn|cùng đoàn|có buổi|dẫn đầu|"
    "có văn bản|khai mạc|kiểm tra|làm việc|tiến hành|phát động|triển khai|ký|họp|kết luận"
)
_LEAD_TIME = re.compile(
    r"^(?:\(?[A-ZĐ][\w .]{1,24}\)?\s*[-–]\s+)?(?:(?:sáng|chiều|tối|trưa|hôm nay|mới đây|vừa qua|theo|ngày"
    r"|nhằm|trong|tại|thực hiện|để"
    r"|trước|căn cứ)\b[^,.:]{0,240},\s*)+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"^(?:đồng chí\s+)?(?P<subject>(?:(?:Ban chỉ đạo|(?<=[A-ZĐ])\."
    rf"|(?!\b(?:{_VERBS})\b)[^.;:])){{4,140}}?)\s+(?:{_VERBS})\b",
    re.IGNORECASE,
)
_ORG = re.compile(
    r"(?<![\w/])(?:Thủ tướng Chính phủ|Phó Thủ tướng|Chính phủ|Chủ tịch UBND|UBND|Ủy ban nhân dân"
    r"|Uỷ ban nhân dân|Sở|Bộ|Ban|Văn phòng|Huyện ủy|"
    r"Huyện uỷ|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Cục|Tổng cục|Chi cục|Công an|Trường|Đại học|Học viện"
    r"|Trung tâm|Hội|Phòng|Thị ủy|Đảng ủy|HĐND|"
    r"Bệnh viện|Viện|Thanh tra|Liên đoàn|Tổng công ty|Công ty|Ngân hàng|Bảo hiểm|Kho bạc|Nhà trường|Ủy ban)\b"
)
_RELAY = re.compile(r"\b(?:ban hành|có|ra|gửi|ký|phát hành)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:về|v/v)\s[^.;\n]{8,300}", re.IGNORECASE)
_POST_OF = re.compile(
    r"^(?:Phó\s+)?(?:Giám đốc|Chánh Văn phòng|Trưởng ban|Trưởng phòng|Hiệu trưởng"
    r"|Cục trưởng)\s+(?=(?:Sở|Cục|Trường|Ban|Công an)\s+[A-ZĐÀ-Ỹ])"
)


# "UBND tỉnh Trịnh Minh Ví": who signed, behind the body; places keep a class word before them.
_SPEAKER = re.compile(rf"(?<=[hnốãở])\s+(?:{SURNAMES})(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹ]+){{1,3}}$")
_DEPUTY = re.compile(r"Phó Chủ tịch\s+(?=UBND|Ủy ban)")


@dataclass(slots=True)
class Item:
    """What is read of a text without a letterhead."""

    kind: Read[str]
    abstract: Read[str | None] = field(default_factory=lambda: Read(None))
    number: Read[str | None] = field(default_factory=lambda: Read(None))
    date: Read[date | None] = field(default_factory=lambda: Read(None))
    issuer: Read[str | None] = field(default_factory=lambda: Read(None))
    first: int = 0


def is_furniture(line: Line) -> bool:
    """Lines of the page, not of the text: links, sources, captions."""
    if FURNITURE.match(line.bare) and len(line.text) < 120:
        return True
    return len(line.text) < 160 and bool(_CAPTION.search(line.bare))


def read_item(text: str, lines: list[Line]) -> Item:
    """A text without a letterhead: a notice if it names its kind at its very beginning, else a news item."""
    first = lines[0]
    day, stamp = _stamp(lines)
    if notice := _notice(text, first):
        notice.date, notice.first = day, stamp
        return notice
    item = Item(
        Read("news", None, 0.2, "không có quốc hiệu, số ký hiệu: tin trên trang thông tin"), date=day, first=stamp
    )
    if _is_title(lines):
        item.abstract = Read(first.text.rstrip(" ."), first.span, 0.2, "tiêu đề của tin")
        item.first = max(stamp, 1)
    body = lines[item.first :] or lines
    _relayed(text, body, item)
    if item.issuer.value is None:
        item.issuer = _issuer(text, body)
    if item.date.value is None and item.number.value is None:
        item.date = _event_day(body[0])
    return item


def _event_day(line: Line) -> Read[date | None]:
    """ "Chiều 03/8/2022, Sở A tổ chức hội nghị": the day that the item tells of."""
    match = _EVENT_DAY.match(line.text)
    day = day_of(match.groups()) if match else None
    if match is None or day is None:
        return Read(None)
    return Read(day, Span(line.start, line.start + match.end()), 0.4, "ngày của sự kiện nêu ở đầu tin")


def _notice(text: str, first: Line) -> Item | None:
    words = first.bare
    if re.match(r"^\W*thong bao\b", words) and not re.match(r"^\W*thong bao (?:cua|tu|so)\b", words):
        return Item(Read("thong_bao", first.span, 0.3, "bắt đầu bằng “Thông báo”"), _whole(first))
    letters = [char for char in first.text[:300] if char.isalpha()]
    if sum(char.isupper() for char in letters) < 0.85 * max(len(letters), 1):
        return None
    for title in sorted(TITLES, key=len, reverse=True):
        at = re.search(rf"\b{title}\b", words)
        if at and (at.start() == 0 or _ORG.match(first.text.title()) or at.start() > 5):
            issuer = Span(first.start, first.start + len(first.text[: at.start()].rstrip(" -–:,")))
            abstract = Span(first.start + at.start(), first.end)
            found = Item(Read(TITLES[title], abstract, 0.3, "tên loại ghi ở dòng đầu"))
            found.abstract = Read(abstract.of(text), abstract, 0.2, "dòng đầu của văn bản")
            if len(issuer) > 4:
                found.issuer = Read(issuer.of(text), issuer, 0.2, "ghi ở dòng đầu")
            return found
    return None


def _whole(line: Line) -> Read[str | None]:
    return Read(line.text.rstrip(" ."), line.span, 0.2, "dòng đầu của văn bản")


def _stamp(lines: list[Line]) -> tuple[Read[date | None], int]:
    """The day a page prints under its title."""
    for at, line in enumerate(lines[:4]):
        match = _STAMP.match(line.text.lower()) or _STAMP_AFTER_TIME.match(line.text.lower())
        if match and (day := day_of(match.groups())):
            return Read(day, line.span, 0.2, "ngày đăng ghi dưới tiêu đề"), at + 1
    return Read(None), 0


def _is_title(lines: list[Line]) -> bool:
    """A first line that is a heading: no full stop, no finite verb at its start, not the cut lead of a page."""
    first = lines[0].text
    if len(lines) < 2 or len(first) > 200 or first.endswith((".", ":", ";", "…", ",")):
        return False
    if _LEAD_TIME.match(first) or re.search(r"\b(?:vừa|đã)\b", first[:60]):
        return False
    # Pages cut their lead at a fixed width, in the middle of a word or sentence.
    return (
        not (125 <= len(first) <= 160)
        or lines[1].bare[:20] == lines[0].bare[:20]
        or bool(_STAMP.match(lines[1].text.lower()))
    )


def _relayed(text: str, body: list[Line], item: Item) -> None:
    """The document that the first sentence says was issued: its number, date, issuer and abstract."""
    lead = body[0].text[:420]
    citations = read_citations(lead, Span(0, len(lead)), None)
    if not citations:
        return
    first = citations[0]
    before = lead[: first.span.start]
    verbs = list(_RELAY.finditer(before))
    verb = verbs[-1] if verbs else None
    if verb is None or "theo" in before[verb.end() :].lower() or len(before) - verb.end() > 60:
        return
    offset = body[0].start
    span = Span(offset + first.span.start, offset + first.span.end)
    item.number = Read(first.number, span, 0.2, "văn bản được tin dẫn lại")
    if first.date is not None:
        item.date = Read(first.date, span, 0.2, "ngày của văn bản được tin dẫn lại")
    about = _ABOUT.search(lead[first.span.end :])
    if about and item.abstract.value is None:
        start = offset + first.span.end + about.start()
        words = about.group().rstrip(" .,")
        item.abstract = Read(words, Span(start, start + len(words)), 0.2, "nội dung văn bản được tin dẫn lại")
    item.issuer = _subject_of(lead[: verb.start()] + " ban hành", offset)


def _issuer(text: str, body: list[Line]) -> Read[str | None]:
    """The body that acts in the item: the subject of the first sentences, or who gives the orders."""
    for line in body[:2]:
        found = _subject_of(line.text[:400], line.start)
        if found.value is not None:
            return found
    flat = Flat.of(text, [line.span for line in body])
    order = re.search(
        r"(?P<who>(?:UBND|Sở|Bộ|Thủ tướng|Chính phủ|Chủ tịch UBND|Huyện ủy|Tỉnh ủy"
        r"|Ban)[^.;,:]{0,60}?)\s+(?:yêu cầu|chỉ đạo|giao|đề nghị)\s",
        flat.text,
    )
    if order:
        return Read(
            order.group("who"), flat.span(order.start("who"), order.end("who")), 0.5, "cơ quan ra yêu cầu trong tin"
        )
    return Read(None)


def _subject_of(sentence: str, offset: int) -> Read[str | None]:
    lead = _LEAD_TIME.match(sentence)
    at = lead.end() if lead else 0
    match = _SUBJECT.match(sentence[at:])
    if match is None:
        return Read(None)
    start, end = at + match.start("subject"), at + match.end("subject")
    organisation = _ORG.search(sentence, start, end)
    if organisation is None:
        return Read(None)
    if "," in sentence[start : organisation.start()]:  # "đồng chí …, Giám đốc Sở X": the body, not the person
        start = organisation.start()
    if post := _POST_OF.match(sentence[start:end]):
        start += post.end()
    else:
        start = organisation.start() if organisation.start() - start > 3 else start
    if deputy := _DEPUTY.search(sentence, max(0, start - 4), end):
        start = deputy.end()  # a deputy speaks for the body
    words = sentence[start:end].split(",")[0].strip()
    if _DEPUTY.search(sentence[:end]) and (spoke := _SPEAKER.search(words)):
        words = words[: spoke.start()]
    return Read(words, Span(offset + start, offset + start + len(words)), 0.3, "chủ thể của câu đầu tin")
