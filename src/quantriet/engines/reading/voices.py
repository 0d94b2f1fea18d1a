"""Stage 8c, first half: how a segment orders something (giao, yêu cầu; chủ thể; vế không chủ ngữ).

Reads: a segment. Writes: a `Duty` with its own units and its act, or None where nothing is ordered.
"""

from __future__ import annotations

import re

from .duty import Duty
from .flat import Flat
from .heads import head_at, is_toned
from .lexicon import ACTION, ADVERB, ALSO, NOT_AN_ORDER, ORDER, ORDER_SIGNS
from .names import begins_act, begins_short_act
from .segments import Segment
from .units import Item, end_of_units, split_units

_LEAD = re.compile(
    r"(?:(?:dong thoi|ngoai ra|ben canh do|cu the|theo do|trong do|rieng|do (?:do|vay)|vi vay"
    r"|tuy nhien|dac biet(?: la)?|nhan dip nay|cung voi do|mat khac|tiep do|nay"
    r"|trong thoi gian toi|"
    r"cung tai hoi nghi|tai hoi nghi|ket thuc hoi nghi|trong khi do|chinh vi vay|tu do|cuoi cung"
    r"|truoc mat|hien nay|va|thi|sau do|dac biet)\s*[,:]?\s+)"
    r"|(?:(?:ve|doi voi|lien quan|rieng)\b[^,;:.]{2,120}:\s+(?=\w))"
    r"|(?:(?:de(?! nghi| xuat| an| cao)|nham|truoc|tren co so|tren tinh than|can cu|trong|tai|sau"
    r"|doi voi|rieng doi voi|rieng|tu|tu nay|qua(?! trinh)|thong qua|voi|nhan|nhan duoc|theo"
    r"|lien quan|ve|thuc hien (?:cong van|chi thi|quyet dinh|nghi quyet|ke hoach|thong bao|y kien"
    r"|chi dao|van ban|luat|nghi dinh|ket luan|cong dien)|nhan thay|vi|do|ngay sau khi|den"
    r"|ket luan|phat bieu)\b[^,;:]{2,260}?[,]\s+(?=\w))"
)
_TIME_LEAD = re.compile(
    r"(?:dinh ky|hang|hằng|moi)\s+[^,;:]{2,50},\s+|(?:dinh ky|hang) (?:ngay|tuan|thang|quy|nam"
    r"|06 thang|6 thang)(?:\s*(?:,|va)\s*(?:hang )?(?:ngay|tuan|thang|quy|nam))*\s+"
)
NARRATIVE = re.compile(
    r"^\s*(?:cũng |vẫn |mới |còn |hiện |đều |cơ bản |luôn )?(?:đã|đang|vừa|chưa"
    r"|là(?! (?:(?:cơ quan|đơn vị|bộ phận) (?:thường trực|đầu mối|chủ trì)|đầu mối))|có ý kiến"
    r"|nhận được|nhận thấy|ghi nhận|đánh giá|thống nhất (?:việc|với|chủ)|cho biết|cho rằng"
    r"|xác định nhiệm vụ|nhấn mạnh|khẳng định|cảm ơn|biểu dương|hoan nghênh|trân trọng|triệu tập"
    r"|chủ trì (?:hội nghị|cuộc họp|buổi|phiên|và)|cùng chủ trì|diễn ra|nhất trí|bị |cho ý kiến"
    r"|thấy|tự giải thể|hiện |mới |đều |báo cáo kết quả (?:như|cụ thể)|kính trình|kính báo|đồng ý|gồm|có các"
    r"|còn|được)(?!\w)"
)
PERMISSION = re.compile(r"^\s*(?:co the|duoc phep|duoc quyen|co quyen)\b")
_CONDITION = re.compile(
    r"(?:trong )?truong hop\b|(?:neu|nêu)\b|khi (?:duoc|thay|nuoc|can|nao|co|xay ra|phat hien|xuat hien|phat sinh"
    r"|nhan duoc|nghe|gap|tiep nhan|su co|ket thuc|hoan thanh)\b|qua thoi (?:han|gian)\b"
    r"|qua (?:ngay|han)\b|sau (?:khi|thoi gian tren qua)\b"
)
_CONDITION_OPENERS = ("trường hợp", "trong trường hợp", "nếu", "nêu", "khi ", "quá thời", "quá hạn", "sau khi")
_HANDING = ("giao", "phan cong")  # these want a unit after them
_NAMING = ("chi dao", "moi", "mong", "luu y", "kinh moi")
_PLAIN_ORDERS = ("de nghi", "yeu cau", "giao", "kinh de nghi")
_ORDER_REACH = 520
_VERB_START = re.compile(rf"\b{ACTION.pattern}")
_LONGEST_NAME = 90
_NOUNS = re.compile(
    r"(?:viec|qua trinh|cong tac|tinh hinh|noi dung|cac|nhung|ve|so|muc|thoi gian|dia diem|mot|hai"
    r"|danh sach|ho so|kinh phi|nguon|doi voi|nhu|chi tieu|ty le|tong|toan|do|vi|chuong trinh"
    r"|ke hoach|quyet dinh|luat|"
    r"nghi|thong tu|buoi|tu |khu|tai|theo|nhiem vu|giai phap|phuong an|hinh thuc|quy mo|doi tuong"
    r"|pham vi|yeu cau|dieu kien|trong|truong hop|khi|neu|bo sung|thay the|ngay)(?!\w)"
)


_SOMEBODY = re.compile(
    r"\s+(?:luc luong|thanh vien|to truc|doi truc|can bo|nguoi|nhan vien|giao vien|cong chuc|lanh dao|vien chuc|\d)"
)
# What somebody else has asked for before: "ngày 12/3, Phòng A đã có Báo cáo số 45, đề nghị …".
_REPORTED = re.compile(r"(?:đã|có) (?:có |gửi |trình )?(?:báo cáo|tờ trình|đơn)\b[^.;:]{0,50}$")


_RUN_IN = re.compile(r"(?:rieng )?(?:doi voi|ve phia)\s+(?=\w)")


def run_in_topic(flat: Flat, start: int, end: int) -> int | None:
    """Where the units begin in "Đối với UBND các xã, thị trấn: Quản lý …", or None; an order behind has its own."""
    topic = _RUN_IN.match(flat.bare, start, end)
    if topic is None or not head_at(flat, topic.end(), end):
        return None
    stop = end_of_units(flat, topic.end(), end)
    if stop is None or not flat.text[stop : stop + 2].lstrip().startswith(":"):
        return None
    return None if ORDER.match(flat.bare, predicate_at(flat, stop, end), end) else topic.end()


def skip_leads(flat: Flat, segment: Segment) -> int:
    at = segment.start
    if (topic := run_in_topic(flat, at, segment.end)) is not None:
        return topic
    for _ in range(4):
        match = _LEAD.match(flat.bare, at, segment.end)
        if match is None or match.end() >= segment.end or opens_condition(flat, at, segment.end):
            break
        if flat.low.startswith("đo ", at):
            break  # to measure, not "do"
        if acts(flat, at, segment.end) and not flat.low.startswith(("thực hiện", "thông qua", "đồng thời"), at):
            break
        at = match.end()
    return at


def acts(flat: Flat, at: int, end: int) -> bool:
    match = ACTION.match(flat.bare, at, end) or ADVERB.match(flat.bare, at, end)
    if match is None:
        return False
    word = match.group()
    if word == "to chuc" and re.match(r"to chuc (?:,|va ca nhan|chinh tri|co lien quan)", flat.bare[at : at + 30]):
        return False
    return is_toned(flat, at, word)


def is_order(flat: Flat, match: re.Match[str]) -> bool:
    low, word = flat.low, match.group()
    before = flat.bare[max(0, match.start() - 26) : match.start()]
    if word.endswith("de nghi") and ALSO.search(before):
        return False
    if _REPORTED.search(low[max(0, match.start() - 60) : match.start()]):
        return False
    if NOT_AN_ORDER.search(before) and not re.search(r"(?:\bubnd|huyen|tinh|so|khan|dong chi)\s$", before[-7:]):
        return False
    after = flat.text[match.end() : match.end() + 12]
    if word == "luu y" and after.startswith(":"):
        return False  # a note
    if word.startswith("giao") and not low.startswith("giao", match.start()):
        return False
    if word == "giao" and after.startswith(
        (" thông", " ban", " lưu", " dịch", " đất", " tiếp", " khoán", " cho thuê", " trách nhiệm v")
    ):
        return False
    if word == "phan cong" and _SOMEBODY.match(flat.bare, match.end()) and match.start() > 0:
        return False
    return not (
        word in ("moi", "mong", "luu y")
        and match.start() > 0
        and low[match.start() : match.start() + 4] not in ("mời ", "mong", "lưu ")
    )


def ordered(flat: Flat, segment: Segment, lead: int) -> Duty | None:
    """An order word followed by units or by a verb; only the first of a segment is the issuer's."""
    if not any(word in flat.bare for word in ORDER_SIGNS):
        return None
    for match in ORDER.finditer(flat.bare, segment.start, min(segment.end, segment.start + _ORDER_REACH)):
        if not is_order(flat, match) or (match.group() == "chi dao" and not _open_end(flat, segment)):
            continue  # "X chỉ đạo Y" orders Y only in a lead-in; elsewhere X itself has to direct Y
        if match.start() > lead and acts(flat, lead, match.start()) and not head_at(flat, lead, match.start()):
            return None  # an act of the assignee: "rà soát, đề nghị Sở X xem xét"
        if _is_of_named(flat, segment, lead, match.start()):
            return None
        at = predicate_at(flat, match.end(), segment.end)
        start = _order_start(flat, segment, lead, match.start())
        end = _ordered_units(flat, segment, at, match.group())
        if end is not None:
            predicate = predicate_at(flat, end, segment.end)
            return Duty("order", start, segment.end, predicate, split_units(flat, at, end))
        if head_at(flat, at, segment.end):
            if match.group() in _HANDING:
                continue
            return None
        if match.group() not in (*_HANDING, *_NAMING) and (
            acts(flat, at, segment.end) or flat.low.startswith(("không ", "cần "), at)
        ):
            return Duty("order", start, segment.end, at, _topic_units(flat, segment, match.start()))
    return None


def _is_of_named(flat: Flat, segment: Segment, lead: int, order: int) -> bool:
    """ "Các khoa: Phân công cán bộ …" is what the khoa have to do, not what is ordered of the cán bộ."""
    if not flat.text[lead:order].rstrip().endswith(":") or not head_at(flat, lead, order):
        return False
    stop = end_of_units(flat, lead, segment.end)
    return stop is not None and flat.text[stop:order].strip() == ":"


def _ordered_units(flat: Flat, segment: Segment, at: int, word: str) -> int | None:
    """Where the units after an order word end, or None if no unit stands there."""
    if head_at(flat, at, segment.end):
        end = end_of_units(flat, at, segment.end)
        if end is None and _open_end(flat, segment):
            end = _units_to_end(flat, at, segment.end)
        return end if end is not None else _capital_end(flat, at, segment.end)
    if word in _PLAIN_ORDERS and flat.text[at : at + 1].isupper() and not acts(flat, at, segment.end):
        end = end_of_units(flat, at, segment.end)  # a body whose kind the lexicon lacks
        return end if end is not None and end - at < _LONGEST_NAME else None
    return None


def _topic_units(flat: Flat, segment: Segment, order: int) -> list[Item]:
    """ "Riêng đối với X, UBND tỉnh yêu cầu …": the fronted topic is who must act."""
    topic = re.compile(r"(?:rieng\s+)?(?:doi )?voi\s+(?=\w)").match(flat.bare, segment.start, order)
    if topic is None or head_at(flat, topic.end(), order) is None:
        return []
    comma = flat.text.find(",", topic.end(), order)
    return split_units(flat, topic.end(), comma) if comma > 0 else []


def _capital_end(flat: Flat, at: int, end: int) -> int | None:
    """Where a name ends before a verb that the lexicon lacks: at the first small word after its capitals."""
    seen = False
    for word in re.finditer(r"\S+", flat.text[at : min(end, at + 120)]):
        if word.group()[0].isupper():
            seen = True
        elif seen and word.group() not in (
            "và",
            "các",
            "của",
            "thuộc",
            "huyện",
            "tỉnh",
            "xã",
            "thành",
            "phố",
            "-",
            "–",
            "&",
        ):
            return at + word.start() - 1
    return None


def _open_end(flat: Flat, segment: Segment) -> bool:
    return flat.text[segment.start : segment.end].rstrip(" _-").endswith(":")


def _units_to_end(flat: Flat, at: int, end: int) -> int:
    while end > at and flat.text[end - 1] in " :.;_-":
        end -= 1
    return end


def _order_start(flat: Flat, segment: Segment, lead: int, order: int) -> int:
    if lead < order <= lead + 45 and head_at(flat, lead, order):
        return lead
    return order if order - segment.start > 0 else segment.start


def predicate_at(flat: Flat, at: int, end: int) -> int:
    while at < end and not flat.text[at].isalnum():
        at += 1
    return at


def _past_grounds(flat: Flat, at: int, end: int) -> int:
    """The act after "theo chức năng, nhiệm vụ được giao" and the like."""
    if not flat.low.startswith(("theo ", "căn cứ "), at):
        return at
    verbs = (match.start() for match in _VERB_START.finditer(flat.bare, at, min(end, at + 120)))
    return next((verb for verb in verbs if acts(flat, verb, end)), at)


_CHARGED = re.compile(r"\s*được (?:giao|phân công|yêu cầu)(?: nhiệm vụ| trách nhiệm)?(?=\s+\w)")
PLURAL = re.compile(r"(?:cac|moi|tung|nhung|toan the|to truong|thu truong|hieu truong|giao vien)\b|.* cac ")


def with_subject(flat: Flat, segment: Segment, lead: int) -> Duty | None:
    at = lead
    if time := _TIME_LEAD.match(flat.bare, at, segment.end):
        at = time.end()
    if not head_at(flat, at, segment.end):
        return None
    end = end_of_units(flat, at, segment.end)
    if end is None or end <= at:
        return None
    charged = _CHARGED.match(flat.low, end, segment.end)
    if charged:
        end = charged.end()
    rest = flat.low[end : segment.end]
    if "(" in flat.text[at:end] and ")" not in flat.text[at:end]:
        return None
    if NARRATIVE.match(rest) or re.search(r"(?:^|\s)(?:đã|đang|chưa)\s", flat.low[at:end]):
        return None
    predicate = _past_grounds(flat, predicate_at(flat, end, segment.end), segment.end)
    if (
        rest.lstrip().startswith("thông báo")
        and not PLURAL.match(flat.bare, at, end)
        and not flat.low.endswith((" này", " đó", " trên"), at, end)
    ):
        return None  # the issuer's own announcement
    modal = re.match(
        r"(?:cần|phải|có (?:các )?nhiệm vụ(?= sau| ?:)|có trách nhiệm|có tách nhiệm|chịu trách nhiệm"
        r"|không được|sẽ|không)(?!\w)",
        flat.low[predicate : predicate + 20],
    )
    if not modal and not acts(flat, predicate, segment.end) and not begins_act(flat, predicate):
        return None
    if re.search(r"(?:^|\s)sẽ\s", rest) and not re.search(r"sẽ (?:bị )?(?:xem xét|xử lý)", rest):
        return None
    return Duty("subject", at, segment.end, predicate, split_units(flat, at, charged.start() if charged else end))


def bare_act(flat: Flat, segment: Segment, lead: int) -> Duty | None:
    at = lead
    if flat.low.startswith(
        (
            "không ",
            "tuyệt đối không",
            "nghiêm cấm",
            "phòng, chống",
            "phòng chống",
            "chịu trách nhiệm",
            "kiên quyết không",
            "cần ",
            "phấn đấu",
            "mỗi ",
        ),
        at,
    ):
        return Duty("bare", at, segment.end, at, _forbidden_units(flat, at, segment.end))
    time = _TIME_LEAD.match(flat.bare, at, segment.end)
    if time and acts(flat, time.end(), segment.end):
        at = time.end()
    if not (acts(flat, at, segment.end) or begins_short_act(flat, at)) or head_at(flat, at, segment.end):
        return None
    if re.match(
        r"luu y\s?:|(?:bao cao|ke hoach|thong bao|quyet dinh|quy dinh|chi thi|cong van) (?:so\W{0,3}\d+|cua|nay"
        r"|co hieu luc)\b"
        r"|thuc hien theo (?:dung )?(?:quy dinh|huong dan)",
        flat.bare[at : at + 40],
    ):
        return None
    return Duty("bare", lead, segment.end, at)


def _forbidden_units(flat: Flat, at: int, end: int) -> list[Item]:
    """Who must not: "Nghiêm cấm các tổ chức, cá nhân lợi dụng …"."""
    after = at + len("nghiêm cấm ")
    if not flat.low.startswith("nghiêm cấm ", at) or not head_at(flat, after, end):
        return []
    stop = end_of_units(flat, after, end)
    return split_units(flat, after, stop) if stop is not None and stop - after < _LONGEST_NAME else []


def assumed(flat: Flat, segment: Segment) -> Duty | None:
    """An item of a list of tasks whose verb is not known or not legible: taken for a duty all the same."""
    if (
        head_at(flat, segment.start, segment.end)
        or _NOUNS.match(flat.bare, segment.start)
        or segment.end - segment.start < 30
    ):
        return None
    if re.search(r"(?:^|\s)(?:đã|đang|là)\s", flat.low[segment.start : segment.start + 60]):
        return None
    return Duty("bare", segment.start, segment.end, segment.start)


def opens_condition(flat: Flat, at: int, end: int) -> bool:
    return bool(_CONDITION.match(flat.bare, at, end)) and flat.low.startswith(_CONDITION_OPENERS, at)
