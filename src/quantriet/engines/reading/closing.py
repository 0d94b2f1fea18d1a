"""Stage 9: the foot of the document (nơi nhận, quyền hạn, chức vụ, họ tên người ký).

Reads: lines. Writes: recipients, signer, and the line where the foot begins. Scans put the list on the left and
the signature on the right of the same lines, with stamps of electronic signatures between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quantriet.engines.kernel import Span

from .flat import Flat, bare, share_of_capitals
from .layout import Line
from .shapes import Read, Signer

_MARK = re.compile(r"^\W{0,4}(?:\w?[o0]\w{0,2}i\s?nh\w{1,2}n\b|noi m\wp\b|k.a nhan\b|nai nhan\b|ncri nh\wn\b)\s*[:;.]?")
_DASH = re.compile(r"^[\W_]{0,2}[-–—~•*+][-_~.\s#]*(?=[\w(\"“])")
_KEPT = re.compile(r"^\W{0,3}l[.\s]?[uư]{1,2}\b|^\W{0,3}l\.?[iư]?.?ru\b")
_STAMP = re.compile(
    r"nguoi ky|thoi gian ky|\bemail\b|co quan\s?:|\+07|\d\d:\d\d:\d\d|gov\.?\s?vn|digitally|ký bởi|ky boi|@"
)
_AUTHORITY = re.compile(
    r"(?<![\w.])(?P<mark>t\s?/\s?[lm]|tuq|tm|kt|tl|q)(?:\s?[.,]\s?|(?<=/[lm])\s+)(?=(?:chu tich"
    r"|ban thuong vu|giam doc|uy ban|ubnd|bo truong|bq truong|hieu truong|hoi dong|"
    r"truong|thu truong|vien truong|cuc truong|tong cuc|thu tuong|chanh|chi cuc|ban |doi truong"
    r"|pho |to |tong |chi bo|doan |lien doan|cong doan|mat tran|hat |tram |gl|thuong truc|bi thu|tinh uy"
    r"|huyen uy|dang uy|glam|tong giam doc|chu nhiem))"
)
_POST = re.compile(
    r"(?:pho\s+)?(?:chu tich|giam doc|tong giam doc|bo truong|thu truong|hieu truong|vien truong"
    r"|cuc truong|chi cuc truong|"
    r"tong cuc truong|chanh van phong|chanh thanh tra|truong phong|truong ban|truong khoa|vien truong|chu nhiem|bi thu|"
    r"thu tuong|truong doan|doi truong|to truong|truong tram|hat truong|don truong|ke toan truong|dao truong|"
    r"vu truong|truong cong an|chi huy truong|tong bien tap|tram truong|thu ky|"
    r"chanh an|pho tong giam doc|tru[oơ]ng ban chi dao)\b(?:\s+(?:van phong|so|tinh|thuong truc|ubnd\s\w+|huyen))?"
)
# What the post is head of, behind it in capitals: "TRƯỞNG PHÒNG TÀI CHÍNH - KẾ HOẠCH", "GIÁM ĐỐC SỞ TƯ PHÁP".
_POST_OF = re.compile(
    r"\s+(?:SỞ|PHÒNG|VỤ|CỤC|BAN|VĂN PHÒNG|BỆNH VIỆN|TRUNG TÂM|ĐƠN VỊ|PHỤ TRÁCH|CHI CỤC|TRƯỜNG|TỔNG CỤC"
    r"|CÔNG AN|HÀNH CHÍNH"
    r"|TÀI CHÍNH|NỘI VỤ|TƯ PHÁP|KẾ HOẠCH|TỔ CHỨC|Y TẾ|GIÁO DỤC|VĂN HÓA|NÔNG NGHIỆP|TÀI NGUYÊN|KINH TẾ"
    r"|LAO ĐỘNG|KẾ TOÁN|ĐÀO TẠO)"
    r"(?:[ ,&-]+[A-ZĐÀ-Ỹ]+)*(?=\W*$)"
)
SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Cao|Lương|Mai"
    "|Trịnh|Đào|Đoàn|Trương|Hà|"
    "Tạ|Chu|Châu|Tô|Thái|Lưu|Kiều|Quách|Vương|Phùng|Tống|Lâm|Thân|Văn|Nông|Triệu|Hứa|La|Bạch|Đàm|Khổng|Ninh|Tôn|Từ|Bế|"
    "Lò|Hầu|Giàng|Vàng|Sùng|Lữ|Doãn|Nghiêm|Cù|Ma|Vi|Ksor|Rơ|Y|K’|H’|Thạch|Danh|Sơn|Mã|Diệp|Ong|Âu"
    "|Tăng|Phó|Viên|Ông|Đồng|Điểu|Kim|Đậu|A|Lục|Sầm|Lô|Lường|Quàng|Tòng|Cà|Hoa|Khương|Khuất|Giáp|Nhữ|Mạc|Lại"
    "|Đới|Thiều|Trà"
    "|Ngụy|Phí|Quản|Thẩm|Uông|Ung|Hàn|Cung|Chử|Cấn|Bành|Tiêu|Thiệu|Mạnh|Mẫn|Hờ|Thào|Vừ|Giang|Lù|Tẩn|Ngân|Lộc|Siu|Nay|Rah|Kpă"
)
_NAME_WORD = r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,7}"
_NAME = re.compile(
    rf"(?<![A-Za-zÀ-ỹĐđ])(?:[A-Za-z]{{1,5}})?(?P<name>(?:{SURNAMES})(?:\s+{_NAME_WORD}){{1," rf"4}})(?![\w@])"
)
_TITLES_BEFORE_NAME = re.compile(r"\b(?:dong chi|d/c|ong|ba|tien si|bac si|ts|ths|bs|pgs)\.?\s*$")
_DEGREES = re.compile(r"(?:(?:PGS|GS|TS|ThS|Ths|BS|DS|KS|LS|CK|CKI|CKII|NGND|NGƯT)\s?[.,]?\s?)+")  # of a signer
_OTHER_COLUMN = re.compile(r"\.\s+(?=[A-ZĐÀ-Ỹ]{2,}\s[A-ZĐÀ-Ỹ]{2,})")  # "- Lưu: VT. PHÓ CHỦ TỊCH"
_FOOT_LINES = 60


@dataclass(slots=True)
class Foot:
    """Recipients and signer; `start` is the first line of the foot."""

    start: int
    recipients: tuple[Read[str], ...] = ()
    signer: Signer = field(default_factory=lambda: Signer(Read(None), Read(None), Read(None)))


def read_foot(text: str, lines: list[Line], first: int) -> Foot:
    """The foot, looked for from the line `first` on."""
    at = _mark_line(lines, first)
    if at is None:
        at = _signature_line(lines, first)
        if at is None:
            return Foot(len(lines))
        foot = Foot(at)
        foot.signer = _signer(text, lines[at : at + 12], lines[at].start)
        return foot
    begin = at
    # The authority of the signer may stand a line or two above the list.
    while begin > first and begin > at - 4 and (_is_signature(lines[begin - 1]) or _is_signed_name(lines, begin)):
        begin -= 1
    foot = Foot(begin)
    foot.recipients, end = _recipients(text, lines, at)
    foot.signer = _signer(text, lines[begin : min(max(end, at) + 16, len(lines))], lines[begin].start)
    return foot


def _mark_line(lines: list[Line], first: int) -> int | None:
    found = [at for at in range(first, len(lines)) if _MARK.match(lines[at].bare) and len(lines[at].text) < 220]
    return next((at for at in found if any(_DASH.match(line.text) for line in lines[at + 1 : at + 4])), None)


def _is_signature(line: Line) -> bool:
    return (
        len(line.text) < 80
        and share_of_capitals(line.text) > 0.6
        and bool(_AUTHORITY.search(line.bare) or _POST.match(line.bare))
    )


def _is_signed_name(lines: list[Line], at: int) -> bool:
    """A name alone on the line above, with the post above it."""
    return at >= 2 and _NAME.fullmatch(lines[at - 1].text) is not None and _is_signature(lines[at - 2])


def _signature_line(lines: list[Line], first: int) -> int | None:
    """A document without a list of recipients: the authority or the post in capitals near the end."""
    low = max(first, len(lines) - 14)
    return next((at for at in range(low, len(lines)) if _is_signature(lines[at])), None)


def _recipients(text: str, lines: list[Line], at: int) -> tuple[tuple[Read[str], ...], int]:
    groups: list[list[Span]] = []
    end = at + 1
    for position in range(at + 1, min(at + 1 + _FOOT_LINES, len(lines))):
        line = lines[position]
        cell = line.cells[0]
        words = cell.of(text)
        is_dash = _DASH.match(words)
        before = groups[-1][-1].of(text).rstrip() if groups else ""
        if is_dash:
            groups.append([Span(cell.start + is_dash.end(), cell.end)])
        elif groups and _takes(text, line, words, before):
            if before.endswith((";", ":")) or _KEPT.match(bare(words)):
                groups.append([cell])
            else:
                groups[-1].append(cell)
        elif groups and _KEPT.match(bare(groups[-1][0].of(text))):
            break
        else:
            continue
        end = position + 1
        if (
            _KEPT.match(bare(groups[-1][0].of(text)))
            and before
            and not is_dash
            and not _takes(text, line, words, before)
        ):
            break
    found = [item for group in groups if (item := _recipient(text, group)) is not None]
    return tuple(found), end


def _takes(text: str, line: Line, words: str, before: str) -> bool:
    """Whether a line without a dash goes on with the list, and is not part of the signature beside it."""
    low = bare(words)
    if _STAMP.search(low) or _is_signature(line) or _NAME.fullmatch(words) or _KEPT.match(bare(before)):
        return False
    if _KEPT.match(low):
        return True
    if before.endswith((";", ":")):
        return words.endswith(";") and len(words) > 5 and words[0].isalpha()
    return not before.endswith((".", ":", "/.")) and line.blanks_before == 0 and words[:1].isalnum() and len(words) > 3


def _recipient(text: str, group: list[Span]) -> Read[str] | None:
    flat = Flat.of(text, group)
    words = flat.text
    if _KEPT.match(flat.bare):
        # The file copy ends the list: after its full stop comes the other column.
        match = re.match(r"\W*l?\.?\s?\w+(?:[^.\d(]|\([^)]{0,12}\))*(?:\.\w+)?", words)
        words = match.group() if match else words
    elif ";" in words:
        note = re.match(r"[^;]*;\s*\([^)]*\)", words)
        words = note.group() if note else words[: words.index(";")]
    else:
        words = re.sub(r"(?<=[\w)])[.:]\s+(?=[A-ZĐÀ-Ỹ]{2}).*$", "", words)
    words = re.sub(r"[\s|]+$", "", words.split(" | ")[0]).rstrip(" .;:,|~-–_")
    if _is_capital(words) and _POST.search(bare(words)):
        return None  # the other column
    if len(re.sub(r"[\W_]", "", words)) < 3 or _STAMP.search(bare(words)):
        return None
    return Read(words, flat.span(0, max(len(words), 1)), 0.1, "ghi ở mục Nơi nhận")


def _signer(text: str, lines: list[Line], start: int) -> Signer:
    authority: Read[str | None] = Read(None)
    title: Read[str | None] = Read(None)
    name: Read[str | None] = Read(None)
    for line in lines:
        for cell in line.cells:
            words = cell.of(text)
            low = bare(words)
            right = _right_part(words, low)
            if right is not None and (match := _AUTHORITY.search(low, right)):
                authority = Read(_canonical(match.group("mark")), _at(cell, match), 0.1, "ghi trước chức vụ người ký")
                title = Read(None)
                own = _POST.match(low, match.end()) if match.group("mark") == "q" else None
                if own is not None:
                    title = _post_read(cell, words, own)
                right = len(low)
            elif (
                right is not None
                and (match := _POST.search(low, right))
                and _is_capital(words[match.start() : match.end()])
            ):
                if title.value is None and (len(words) - match.end() < 30 or _POST_OF.match(words, match.end())):
                    title = _post_read(cell, words, match)
                right = match.end()
            found = _name_in(words, low, line, cell, name.value is not None)
            if found is not None:
                name = found
    return Signer(authority, title, name)


def _post_read(cell: Span, words: str, post: re.Match[str]) -> Read[str | None]:
    """A post with what it is head of."""
    whole = _POST_OF.match(words, post.end())
    end = whole.end() if whole else post.end()
    return Read(words[post.start() : end], Span(cell.start + post.start(), cell.start + end), 0.1, "chức vụ ở chỗ ký")


def _at(cell: Span, match: re.Match[str]) -> Span:
    return Span(cell.start + match.start(), cell.start + match.end())


def _canonical(mark: str) -> str:
    return mark.upper().replace("/", "").replace(" ", "") + "."


def _is_capital(words: str) -> bool:
    return share_of_capitals(words) >= 0.7 or not any(map(str.isalpha, words))


def _right_part(words: str, low: str) -> int | None:
    """Where the signature column can begin in a cell: after the list item, or at its start."""
    if match := _MARK.match(low):
        return match.end()
    if dash := _DASH.match(words):
        if _KEPT.match(low[dash.end() :]) and (other := _OTHER_COLUMN.search(words)):
            return other.end()
        return words.index(";") + 1 if ";" in words else None
    return 0


def _name_in(words: str, low: str, line: Line, cell: Span, known: bool) -> Read[str | None] | None:
    if _STAMP.search(low) and not re.search(r"gov", low):
        return None
    start = _right_part(words, low)
    if start is None:
        stop = words.find("/. ")
        start = stop + 2 if stop >= 0 else None
    if start is None:
        return None
    for match in _NAME.finditer(words, start):
        name = match.group("name")
        before = low[: match.start("name")].rstrip()
        parts = name.split()
        alone = match.end() >= len(words.rstrip(" .,;")) - 3
        prefix = words[start : match.start("name")].strip()
        if not alone or len(parts) > 5 or (_TITLES_BEFORE_NAME.search(before) and not _DEGREES.fullmatch(prefix)):
            continue
        if len(prefix) > 12 and not prefix.endswith(":"):
            continue
        glued = prefix and not words[match.start("name") - 1].isspace()
        if not (glued and prefix.isascii() and " " not in prefix) and any(
            len(word) > 1 and word.isalpha() and not word.isupper() for word in re.findall(r"\w+", prefix)
        ):
            continue
        if known and len(parts) < 3:
            continue
        return Read(
            name, Span(cell.start + match.start("name"), cell.start + match.end("name")), 0.15, "họ tên ở chỗ ký"
        )
    return None
