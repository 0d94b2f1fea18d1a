"""Names of units and posts: where a list of them ends, and how it splits (danh sách đơn vị).

"Sở Văn hóa, Thể thao và Du lịch" is one name with a comma and an "và"; "các sở, ban, ngành" is one formula;
"Trưởng các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở" is two classes. Commas alone cannot tell these apart: a
new item begins only with a word that heads a name.
"""

from __future__ import annotations

import re

from .flat import Flat
from .heads import head_at, is_toned
from .lexicon import (
    ACTION,
    BOARD,
    BOARD_VERBS,
    BODY,
    CLASSES,
    DETERMINER,
    NAME_HEADS,
    NAME_VERBS,
    OFFICE_HEADS,
    OFFICE_VERBS,
    POST,
)

Item = tuple[int, int]

# Names whose own words would pass for the head of a further item, or stand bare after a shared head.
_NAMES = re.compile(
    r"van hoa[, -]+(?:the thao )?(?:va |va thong tin|thong tin|the thao)*(?:va |, )?(?:the thao"
    r"|du lich|thong tin)?(?: va du lich)?"
    r"|lao dong\s*[-,]?\s*-?\s*(?:thuong binh|tb)\s*(?:va|&)\s*(?:xa hoi|xh)|thuong binh va xa hoi"
    r"|nong nghiep\s*(?:va|&)\s*(?:phat trien nong thon|ptnt|moi truong|phat trien)"
    r"|giao duc\s*(?:va|&)\s*(?:dao tao)?|tai nguyen\s*(?:va|&)\s*moi truong"
    r"|thong tin\s*(?:va|&)\s*truyen thong|khoa hoc\s*(?:va|,)\s*(?:cong nghe(?: va moi truong)?)"
    r"|ke hoach\s*(?:va|&)\s*dau tu|tai chinh\s*(?:va|-)\s*ke hoach"
    r"|kinh te\s*(?:va|,)\s*(?:ha tang|do thi|ha tang va do thi)|phat thanh\s*(?:va|,"
    r"|-)\s*truyen hinh|truyen thanh\s*(?:va|,|-)\s*truyen hinh|dan toc (?:va|-) ton giao"
    r"|(?<=van phong )(?:doan (?:dbqh|dai bieu quoc hoi)(?:,| va) )?hdnd\s*(?:va|,|&|-)\s*ubnd"
    r"|phong\s?,\s?chong|phong chay\s?,?\s?(?:va )?chua chay(?: va cuu nan\s?,\s?cuu ho)?"
    r"|dan dung va cong nghiep|dau tu va xay dung|cap nuoc va phat trien do thi"
    r"|thien tai va tim kiem cuu nan|chan nuoi va thu y|trong trot va bao ve thuc vat"
    r"|xuc tien (?:dau tu|thuong mai)(?:,[^,]{3,20})? va (?:du lich|dau tu|ho tro doanh nghiep)"
    r"|dan so va (?:gia dinh|tre em|ke hoach hoa gia dinh)|cong nghiep va (?:thuong mai|xay dung)"
    r"|y te va dan so|thi dua (?:va|-) khen thuong",
)
_SEPARATOR = re.compile(r"\s*;\s*|\s*,\s*(?:va\s+)?|\s+va\s+|\s+cung (?:voi )?(?=cac |ubnd|so |phong )")
_SHARED = re.compile(
    r"(?:(?:thu truong|truong|giam doc|chu tich|lanh dao)\s+)?(?:cac|02|03|04|05|hai|ba"
    r"|nhung)\s+(?:so|hoi|phong|ban|huyen|xa|don vi|co quan|truong|nganh|dai|cuc|chi cuc|bo"
    r"|thanh vien|don vi sau|co quan sau|dia phuong)[^:;,]{0,25}:\s*"
)
_SHARED_END = re.compile(
    r"(?:cac|nhung)\s+(?:so|hoi|phong|ban|huyen|xa|don vi|co quan|truong|nganh|dai|cuc|chi cuc|bo"
    r"|thanh vien)[^,;:]{0,20}:$"
)
_CLASS_ONLY = re.compile(
    rf"(?:cac |nhung |moi |toan the |tat ca |tung )*(?:(?:thu truong|truong|lanh dao|chu tich ubnd"
    rf"|nguoi dung dau|hieu truong|giam doc|ubnd|dang uy|hdnd)\s+)*(?:cac )?(?:{CLASSES}|tinh)"
)
_INNATE = re.compile(r"\b(?:chinh tri|xa hoi - nghe nghiep)\b")
_POLITE = re.compile(
    r"^(?:va |cac |nhung )?(?:dong chi|d/c|ong|ba)\s*[:.]?\s+(?=(?:lanh dao|truong|pho|giam doc"
    r"|chu tich|thu truong|chanh|bi thu|uy vien|thanh vien|cac|hieu truong|cuc|thuong truc))"
)
_STOP_WORD = re.compile(
    r"(?:de|nham|tai|theo|trong viec|trong (?:cong tac|qua trinh)|ve viec|thong qua|tren co so"
    r"|can cu|khi|neu|truoc ngay|cham nhat|tiep tuc|can|duoc (?:giao|phan cong)|nham|sau khi"
    r"|ngay tu|kem theo|nghiem|tren tinh than|gan voi|voi (?:cac |noi dung)|o tat ca|gui"
    r"|rieng)(?!\w)"
)
# "Nhà thầu xây dựng" is a name, "xây dựng kế hoạch" an act.
_PLAN = re.compile(
    r"(?:\s+va\s+\w+\s+\w+)?\s+(?:ke hoach|phuong an|quy che|chuong trinh|bao cao|du thao|de an"
    r"|noi dung|kich ban|he thong|quy trinh|lich|du toan|van ban|co so du lieu|chuyen|moi|va |day"
    r"|to|tuyen|cac (?:chuong|ke|phuong|quy|van|mo hinh|tin|bai)|mo hinh|nong thon|bo |tieu chi"
    r"|danh muc|dan|luc luong)"
)
_TASKED_WITH = re.compile(r"co (?:cac )?nhiem vu(?: sau(?: day)?)?\s*:")  # not "các bộ phận có nhiệm vụ trực"
_TELLING = (
    "cần ",
    "theo chức",
    "theo nhiệm",
    "theo thẩm",
    "căn cứ",
    "khuyến cáo",
    "kêu gọi",
    "phải ",
    "không ",
    "để ",
    "sẽ ",
    "đã ",
    "được ",
    "thì ",
    "nếu ",
    "khi ",
    "nên ",
    "có thể",
    "vừa ",
    "ghi nhận",
    "nhấn mạnh",
    "nhất trí",
    "triệu tập",
    "cho biết",
    "đánh giá",
    "khẳng định",
    "nhận được",
    "là ",
    "gồm ",
    "thống nhất",
    "cùng chủ trì",
    "đề nghị",
    "yêu cầu",
    "kiến nghị",
    "đăng tải",
    "đăng thông",
    "đăng tin",
    "đăng bài",
    "đăng công",
    "chịu ",
    "có trách",
    "có tách",
    "quan tâm",
    "đang ",
    "chưa ",
    "diễn ra",
    "cũng ",
    "thấy ",
    "nhằm ",
    "nghiên cứu",
    "sớm ",
    "vẫn ",
    "luôn ",
    "hiện ",
    "định hướng",
    "làm đơn",
    "làm thủ tục",
    "tiến hành",
    "đồng ý",
    "có ý kiến",
    "bị ",
    "thuộc trường hợp",
    "mới ",
    "đều ",
)
_MAX = 420
_WORD = re.compile(r"[^\s,;(]+")


def end_of_units(flat: Flat, start: int, limit: int, stops: bool = False) -> int | None:
    """Where the list of units that begins at `start` ends: before the first verb in lower case, or None.

    `stops` also ends it at words that no name holds ("để", "trong việc"), as after "phối hợp với".
    """
    low, text = flat.bare, flat.text
    shared = _SHARED.match(low, start, limit)
    at = shared.end() if shared else start
    last = min(limit, start + _MAX)
    for match in _WORD.finditer(text, at, last):
        at = match.start()
        while at < match.end() and not (text[at].isalnum()):
            at += 1
        if at >= match.end() or at == start:
            continue
        if text[at].islower() and _ends_name(flat, start, at, stops) and not _is_in_name(low, start, at, last):
            return _back(text, start, at)
        if match.group().endswith(":") and not stops and not _SHARED_END.search(low[start : match.end()]):
            return _back(text, start, match.end())
        if match.group().endswith((".", ";")) and stops and not re.fullmatch(r"[A-ZĐ]{1,4}\.", match.group()):
            return _back(text, start, match.end())
    return _back(text, start, last) if stops else None


def _is_in_name(low: str, start: int, at: int, end: int) -> bool:
    """ "các sở giáo dục và đào tạo": a word inside a known name is no verb."""
    return any(name.start() < at < name.end() for name in _NAMES.finditer(low, start, end))


def _ends_name(flat: Flat, start: int, at: int, stops: bool) -> bool:
    low = flat.bare
    if stops and _STOP_WORD.match(low, at) and flat.low[at : at + 3] not in ("cán", "đê "):
        return True
    if flat.low.startswith(_TELLING, at) and not (stops and flat.low.startswith(("là ", "được "), at)):
        return True
    if _TASKED_WITH.match(low, at):
        return True
    match = ACTION.match(low, at)
    if match is None:
        return False
    before = low[max(start, at - 24) : at]
    if (NAME_HEADS.search(before) and NAME_VERBS.match(low, at)) or (
        BOARD.search(before) and BOARD_VERBS.match(low, at)
    ):
        return False
    if OFFICE_HEADS.search(before) and OFFICE_VERBS.match(low, at):
        return False
    word = match.group()
    if word in ("xay dung", "dau tu") and not _PLAN.match(low, match.end()):
        return False
    if (
        word == "to chuc"
        and re.search(r"(?:,|va|cac|nhung|moi)\s*$", before)
        and re.match(
            r"to chuc\s*(?:,|va |co lien quan|lien quan|chinh tri|ca nhan|doan the|tin dung|xa hoi|hoi"
            r"|co so (?:dang|doan|hoi))",
            low[at : at + 30],
        )
    ):
        return False
    if not is_toned(flat, at, word):
        return False
    return not (word == "lanh dao" and re.search(r"(?:,|va|cac|dong chi|gui|voi)\s*$", before))


def _back(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.-–—("):
        end -= 1
    return end


def split_units(flat: Flat, start: int, end: int) -> list[Item]:
    """The single units or posts of a list, as stretches of `flat`."""
    low = flat.bare
    if shared := _SHARED.match(low, start, end):
        return [_trimmed(flat, item) for item in _bare_items(flat, shared.end(), end)]
    groups: list[list[Item]] = []
    is_shared = False
    for part in _parts(flat, start, end):
        colon = flat.text.find(":", part[0], part[1])
        if colon > 0 and _SHARED_END.search(low[part[0] : colon + 1]):
            groups.append([(_after(flat, colon + 1), part[1])])
            is_shared = True
            continue
        ends_shared = groups and (";" in flat.text[groups[-1][-1][1] : part[0]] or _is_proper(flat, part))
        is_shared = is_shared and not ends_shared
        if is_shared:
            groups.append([part])  # bare names after "Giám đốc các sở:"
        elif groups and not _begins_item(flat, groups[-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    items = [_trimmed(flat, (group[0][0], group[-1][1])) for group in groups]
    return [item for item in items if item[1] - item[0] >= 2]


def _after(flat: Flat, at: int) -> int:
    while at < len(flat.text) and flat.text[at].isspace():
        at += 1
    return at


def _parts(flat: Flat, start: int, end: int) -> list[Item]:
    masked = _mask(flat.bare[start:end])
    parts, at = [], 0
    for match in _SEPARATOR.finditer(masked):
        if match.start() > at:
            parts.append((start + at, start + match.start()))
        at = match.end()
    if at < len(masked):
        parts.append((start + at, end))
    return parts


def _mask(words: str) -> str:
    return _NAMES.sub(lambda name: re.sub(r"[,;]| va ", lambda sign: "_" * len(sign.group()), name.group()), words)


def _bare_items(flat: Flat, start: int, end: int) -> list[Item]:
    """Items after a shared head noun: every comma parts two names, save those inside known names."""
    return [part for part in _parts(flat, start, end) if part[1] - part[0] >= 2]


def _begins_item(flat: Flat, group: list[Item], part: Item) -> bool:
    """Whether `part` begins a new item after `group`."""
    low, text = flat.bare, flat.text
    before = group[-1]
    separator = text[before[1] : part[0]]
    if ";" in separator:
        return True
    words = low[part[0] : part[1]]
    head = head_at(flat, part[0], part[1])
    if head is None or (
        head.group() in ("to", "bao", "so", "ban", "don", "quy", "dai", "doi", "hoi")
        and text[part[0]].islower()
        and not _CLASS_ONLY.fullmatch(words)
        and head.group() not in ("ban", "so", "hoi")
    ):
        return False
    if re.match(r"(?:phong|ban|bao|hoi|doan|vien|to),?\s+(?:chong|ve|hanh|dam|hop|the)\b", words):
        return False
    is_class_before = _CLASS_ONLY.fullmatch(low[before[0] : before[1]].strip()) is not None
    if _is_proper(flat, part):
        return True
    if is_class_before:
        return _INNATE.search(words) is not None
    if _CLASS_ONLY.fullmatch(words.strip()):
        return re.search(r"\b(?:trong|thuoc|cua)\b", low[before[0] : before[1]]) is not None
    return True


def _is_proper(flat: Flat, part: Item) -> bool:
    """A part that cannot go on with a formula of class words: its own determiner, a post, a named body."""
    words = flat.bare[part[0] : part[1]]
    if DETERMINER.match(words) and not words.startswith("moi "):
        return True
    if re.match(
        r"(?:ubnd|hdnd|ubmttq|cong an|van phong|chu tich|giam doc|thu truong|hieu truong|chanh"
        r"|truong (?:cac|phong|ban|cong an)|dang uy)\b",
        words,
    ):
        return True
    return bool(
        flat.text[part[0]].isupper()
        and (BODY.match(words) or POST.match(words))
        and not _CLASS_ONLY.fullmatch(words.strip())
    )


def _trimmed(flat: Flat, item: Item) -> Item:
    start, end = item
    while start < end and not flat.text[start].isalnum():
        start += 1
    if polite := _POLITE.match(flat.bare[start:end]):
        start += polite.end()
    end = _back(flat.text, start, end)
    return start, end
