"""Stage 8c: who must do what in one segment (yêu cầu, giao, chủ thể, điều kiện).

Reads: a segment of a paragraph. Writes: a `Duty`, or None where the segment orders nothing: recitals, reports of
what was done, purposes, messages "để biết". Who does it may stay open, for the context to fill in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from .deadlines import condition_of, find_condition, find_deadline
from .flat import Flat
from .lexicon import ACTION, ADVERB, NOT_AN_ORDER, ORDER, PROHIBITION
from .segments import Segment
from .shapes import Deadline, ObligationType
from .units import Item, end_of_units, head_at, is_toned, split_units

Voice = Literal["order", "subject", "bare", "condition"]

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
_CONDITION = re.compile(
    r"(?:trong )?truong hop\b|(?:neu|nêu)\b|khi (?:co|xay ra|phat hien|xuat hien|phat sinh"
    r"|nhan duoc|nghe|gap|tiep nhan|su co|ket thuc|hoan thanh)\b|qua thoi (?:han|gian)\b"
    r"|qua (?:ngay|han)\b|sau (?:khi|thoi gian tren qua)\b"
)
_CONDITION_OPENERS = ("trường hợp", "trong trường hợp", "nếu", "nêu", "khi ", "quá thời", "quá hạn", "sau khi")
_NARRATIVE = re.compile(
    r"^\s*(?:cũng |vẫn |mới |còn |hiện |đều |cơ bản |luôn )?(?:đã|đang|vừa|chưa|là|có ý kiến"
    r"|nhận được|nhận thấy|ghi nhận|đánh giá|thống nhất (?:việc|với|chủ)|cho biết|cho rằng"
    r"|xác định nhiệm vụ|nhấn mạnh|khẳng định|cảm ơn|biểu dương|hoan nghênh|trân trọng|triệu tập"
    r"|chủ trì (?:hội nghị|cuộc họp|buổi|phiên|và)|cùng chủ trì|diễn ra|nhất trí|bị |cho ý kiến"
    r"|thấy|hiện |mới |đều |báo cáo kết quả (?:như|cụ thể)|kính trình|kính báo|đồng ý|gồm|có các"
    r"|còn|được)(?!\w)"
)
_KNOWING = re.compile(
    r"thong bao (?:den |cho |toi )?[^.;]{0,200}?(?:duoc )?biet(?:,| va| de)?[^.;]{0,60}$|(?:de"
    r"|đe) (?:cac|cho)[^.;]{0,120}\bbiet\b[^.;]{0,50}$"
)
_CLOSING = re.compile(
    r"^(?:(?:khan truong|nghiem tuc|to chuc|trien khai|phoi hop|kip thoi|quan tam|chu dong"
    r"|tap trung|day du|va|,|chi dao|nghiem|tot|quan triet|nghiem chinh|dong bo|phoi hop"
    r"|giai quyet dut diem vu viec|biet|cung|can cu)\s*,?\s*)*(?:(?:thuc hien|trien khai"
    r"|chap hanh)\b[^;:]{0,48}|(?:phoi hop|quan tam)(?: cua [^;:]{0,40})?)$"
)
_CLOSING_LEAD = re.compile(
    r"^\W{0,3}(?:nhan duoc|nhan |voi (?:noi dung|tinh than)|tren day|vay|yeu cau|de nghi"
    r"|kinh de nghi|so |ubnd|uy ban|giam doc|chu tich|bo |rat mong|tran trong|de |can cu)"
)
_EXECUTION = re.compile(
    r"(?:chiu trach nhiem|co trach nhiem|can cu (?:quyet dinh|dieu))[^.;]{0,20}?thi hanh"
    r"|can cu quyet dinh (?:nay )?thi hanh|chiu trach nhiem thuc hien quyet dinh"
)
_ACCOUNT = re.compile(
    r"chiu (?:hoan toan )?trach nhiem (?:truoc|ve|neu|hoan toan|toan dien|chinh|ca nhan|lien doi"
    r"|khi|doi voi)|(?:bi )?kiem diem trach nhiem|chiu hoan toan trach nhiem"
    r"|xu ly trach nhiem nguoi dung dau"
)
_PERMISSION = re.compile(r"^\s*(?:co the|duoc phep|duoc quyen|co quyen)\b")
_NOUNS = re.compile(
    r"(?:viec|qua trinh|cong tac|tinh hinh|noi dung|cac|nhung|ve|so|muc|thoi gian|dia diem|mot|hai"
    r"|danh sach|ho so|kinh phi|nguon|doi voi|nhu|chi tieu|ty le|tong|toan|do|vi|chuong trinh"
    r"|ke hoach|quyet dinh|luat|"
    r"nghi|thong tu|buoi|tu |khu|tai|theo|nhiem vu|giai phap|phuong an|hinh thuc|quy mo|doi tuong"
    r"|pham vi|yeu cau|dieu kien|trong|truong hop|khi|neu|bo sung|thay the|ngay)(?!\w)"
)
_COOP = re.compile(
    r"phoi hop(?: luc luong| cong tac)?(?:,? (?:chat che|tot|kip thoi|dong bo|thuong xuyen"
    r"|thong nhat))?(?:\s*(?:voi|cung voi|cung|giua))?\s+(?=\w)|cung voi\s+(?=\w)"
    r"|(?<=chu tri )cung\s+(?=cac )|co su (?:phoi hop|tham gia) cua\s+"
    r"|thong nhat(?: voi)?\s+(?=ubnd|so |phong |cong an|cac )"
)
_INNER = re.compile(
    r"(?<!ban )\b(?:chi dao va huong dan|chi dao, huong dan|chi dao, don doc|lanh dao, chi dao" r"|chi dao)\s+(?=\w)"
)
_WINDOW_INNER = 64


@dataclass(slots=True)
class Duty:
    """What one segment asks for; `units` are its own assignees, `predicate` is where the act begins."""

    voice: Voice
    start: int
    end: int
    predicate: int
    units: list[Item] = field(default_factory=list)
    inner: list[Item] = field(default_factory=list)
    coop: list[Item] = field(default_factory=list)
    deadline: Deadline | None = None
    type: ObligationType = "task"
    cut: str = "start"
    is_also: bool = False  # begins with "đồng thời"
    is_open: bool = False  # ends with a colon: what follows is the content


def duty_of(
    flat: Flat, segment: Segment, year: int | None, allow_bare: bool, allow_subject: bool, assume: bool = False
) -> Duty | None:
    """The duty of a segment. `allow_bare` admits verbs without a subject, `allow_subject` plain statements."""
    at = _skip_leads(flat, segment)
    duty = None
    if _condition_start(flat, segment.start, segment.end) and (allow_bare or allow_subject):
        duty = _conditional(flat, segment)
    duty = duty or _ordered(flat, segment, at)
    if duty is None and allow_subject and not _permits(flat, segment):
        duty = _with_subject(flat, segment, at)
    if duty is None and allow_bare and not _permits(flat, segment):
        duty = _bare(flat, segment, at) or (_assumed(flat, segment) if assume else None)
    if duty is None or _is_no_duty(flat, duty):
        return None
    duty.cut = segment.cut
    duty.is_also = flat.low.startswith("đồng thời", segment.start)
    _complete(flat, duty, segment, year)
    return duty


def _permits(flat: Flat, segment: Segment) -> bool:
    """A conditional sentence that only allows something."""
    return _condition_start(flat, segment.start, segment.end) and "có thể" in flat.low[segment.start : segment.end]


def _skip_leads(flat: Flat, segment: Segment) -> int:
    at = segment.start
    for _ in range(4):
        match = _LEAD.match(flat.bare, at, segment.end)
        if match is None or match.end() >= segment.end or _condition_start(flat, at, segment.end):
            break
        if _acts(flat, at, segment.end) and not flat.low.startswith(("thực hiện", "thông qua", "đồng thời"), at):
            break
        at = match.end()
    return at


def _acts(flat: Flat, at: int, end: int) -> bool:
    match = ACTION.match(flat.bare, at, end) or ADVERB.match(flat.bare, at, end)
    if match is None:
        return False
    word = match.group()
    if word == "to chuc" and re.match(r"to chuc (?:,|va ca nhan|chinh tri|co lien quan)", flat.bare[at : at + 30]):
        return False
    return is_toned(flat, at, word)


def _is_order(flat: Flat, match: re.Match[str]) -> bool:
    low, word = flat.low, match.group()
    before = flat.bare[max(0, match.start() - 26) : match.start()]
    if NOT_AN_ORDER.search(before) and not re.search(r"(?:\bubnd|huyen|tinh|so|khan|dong chi)\s$", before[-7:]):
        return False
    after = flat.text[match.end() : match.end() + 12]
    if word.startswith("giao") and not low.startswith("giao", match.start()):
        return False
    if word == "giao" and after.startswith(
        (" thông", " ban", " lưu", " dịch", " đất", " tiếp", " khoán", " cho thuê", " trách nhiệm v")
    ):
        return False
    return not (
        word in ("moi", "mong", "luu y")
        and match.start() > 0
        and low[match.start() : match.start() + 4] not in ("mời ", "mong", "lưu ")
    )


def _ordered(flat: Flat, segment: Segment, lead: int) -> Duty | None:
    """An order word followed by units or by a verb; only the first of a segment is the issuer's."""
    for match in ORDER.finditer(flat.bare, segment.start, min(segment.end, segment.start + 520)):
        if not _is_order(flat, match):
            continue
        if match.start() > lead and _acts(flat, lead, match.start()) and not head_at(flat, lead, match.start()):
            return None  # an act of the assignee: "rà soát, đề nghị Sở X xem xét"
        at = match.end()
        while at < segment.end and not flat.text[at].isalnum():
            at += 1
        word = match.group()
        if word == "chi dao" and not _is_leader_before(flat, segment, match):
            continue
        start = _order_start(flat, segment, lead, match.start())
        if head_at(flat, at, segment.end):
            end = end_of_units(flat, at, segment.end)
            if end is None and _open_end(flat, segment):
                end = _units_to_end(flat, at, segment.end)
            if end is None:
                end = _capital_end(flat, at, segment.end)
            if end is not None:
                return Duty("order", start, segment.end, _predicate(flat, end, segment.end), split_units(flat, at, end))
            if word in ("giao", "phan cong"):
                continue
            return None
        if (
            word in ("de nghi", "yeu cau", "giao", "kinh de nghi")
            and flat.text[at : at + 1].isupper()
            and not _acts(flat, at, segment.end)
        ):
            end = end_of_units(flat, at, segment.end)  # a body whose kind the lexicon lacks
            if end is not None and end - at < 90:
                return Duty("order", start, segment.end, _predicate(flat, end, segment.end), split_units(flat, at, end))
        if word not in ("giao", "phan cong", "chi dao", "moi", "mong", "luu y", "kinh moi") and (
            _acts(flat, at, segment.end) or flat.low.startswith(("không ", "cần "), at)
        ):
            duty = Duty("order", start, segment.end, at)
            duty.units = _topic_units(flat, segment, match.start())
            return duty
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


def _is_leader_before(flat: Flat, segment: Segment, match: re.Match[str]) -> bool:
    """ "X chỉ đạo Y …:" orders Y only in a lead-in; elsewhere X itself has to direct Y."""
    return _open_end(flat, segment)


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


def _predicate(flat: Flat, at: int, end: int) -> int:
    while at < end and not flat.text[at].isalnum():
        at += 1
    return at


def _with_subject(flat: Flat, segment: Segment, lead: int) -> Duty | None:
    at = lead
    if time := _TIME_LEAD.match(flat.bare, at, segment.end):
        at = time.end()
    if not head_at(flat, at, segment.end):
        return None
    end = end_of_units(flat, at, segment.end)
    if end is None or end <= at:
        return None
    rest = flat.low[end : segment.end]
    if "(" in flat.text[at:end] and ")" not in flat.text[at:end]:
        return None
    if _NARRATIVE.match(rest) or re.search(r"(?:^|\s)(?:đã|đang|chưa)\s", flat.low[at:end]):
        return None
    predicate = _predicate(flat, end, segment.end)
    if rest.lstrip().startswith("thông báo") and not flat.bare.startswith(("cac ", "moi "), at):
        return None  # the issuer's own announcement
    modal = re.match(
        r"(?:cần|phải|có trách nhiệm|có tách nhiệm|chịu trách nhiệm|không được|sẽ|không)(?!\w)",
        flat.low[predicate : predicate + 20],
    )
    if not modal and not _acts(flat, predicate, segment.end):
        return None
    if re.search(r"(?:^|\s)sẽ\s", rest) and not re.search(r"sẽ (?:bị )?(?:xem xét|xử lý)", rest):
        return None
    return Duty("subject", at, segment.end, predicate, split_units(flat, at, end))


def _bare(flat: Flat, segment: Segment, lead: int) -> Duty | None:
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
        return Duty("bare", at, segment.end, at)
    time = _TIME_LEAD.match(flat.bare, at, segment.end)
    if time and _acts(flat, time.end(), segment.end):
        at = time.end()
    if not _acts(flat, at, segment.end) or head_at(flat, at, segment.end):
        return None
    if re.match(
        r"(?:bao cao|ke hoach|thong bao|quyet dinh|quy dinh) (?:so|cua|nay)\b"
        r"|thuc hien theo (?:dung )?(?:quy dinh|huong dan)",
        flat.bare[at : at + 40],
    ):
        return None
    return Duty("bare", lead, segment.end, at)


def _assumed(flat: Flat, segment: Segment) -> Duty | None:
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


def _condition_start(flat: Flat, at: int, end: int) -> bool:
    return bool(_CONDITION.match(flat.bare, at, end)) and flat.low.startswith(_CONDITION_OPENERS, at)


def _conditional(flat: Flat, segment: Segment) -> Duty | None:
    """ "Trường hợp …, (thì) X phải …": the condition up to the comma that its duty follows."""
    low = flat.low
    for match in re.finditer(r",?\s*(?:\bthì\b|,)\s+", low[segment.start : segment.end]):
        at = segment.start + match.end()
        stop = segment.start + match.start()
        if stop - segment.start < 8:
            continue
        order = ORDER.match(flat.bare, at, segment.end)
        after = _predicate(flat, order.end(), segment.end) if order else at
        duty: Duty | None = None
        if head_at(flat, after, segment.end) and (end := end_of_units(flat, after, segment.end)) is not None:
            rest = low[end : segment.end].lstrip()
            if _PERMISSION.match(flat.bare[end : segment.end]):
                return None
            if not re.match(r"không |đã |chưa |có ", rest) or rest.startswith(("có trách nhiệm", "không được")):
                duty = Duty(
                    "condition",
                    segment.start,
                    segment.end,
                    _predicate(flat, end, segment.end),
                    split_units(flat, after, end),
                )
        if duty is None and (
            _acts(flat, after, segment.end) or low.startswith(("phải ", "cần ", "đề nghị", "yêu cầu"), at)
        ):
            duty = Duty("condition", segment.start, segment.end, after)
        if duty is not None:
            duty.deadline = condition_of(flat, segment.start, stop)
            duty.type = "conditional"
            return duty
    inner = re.search(r"\s(?:phải|yêu cầu|đề nghị|cần)\s", low[segment.start : segment.end])
    if inner and inner.start() > 20:
        stop = segment.start + inner.start()
        duty = Duty("condition", segment.start, segment.end, _predicate(flat, stop, segment.end))
        duty.deadline, duty.type = condition_of(flat, segment.start, stop), "conditional"
        return duty
    return None


def _is_no_duty(flat: Flat, duty: Duty) -> bool:
    words = flat.bare[duty.start : duty.end]
    if _KNOWING.search(words) and duty.voice != "order":
        return True
    rest = flat.low[duty.predicate : duty.end]
    if _PERMISSION.match(flat.bare[duty.predicate : duty.end]) or (
        duty.voice != "order" and _NARRATIVE.match(rest[:40])
    ):
        return True
    return len(words) < 12


def _complete(flat: Flat, duty: Duty, segment: Segment, year: int | None) -> None:
    """Cooperating units, a second level of the order, the deadline, the type."""
    bare = flat.bare
    duty.is_open = flat.text[duty.start : duty.end].rstrip(" _-").endswith(":")
    duty.coop = _cooperating(flat, duty)
    duty.inner = _inner(flat, duty)
    words = bare[duty.start : duty.end]
    term = find_deadline(flat, min(segment.start, duty.start), duty.end, year)
    is_account = _ACCOUNT.search(words) is not None and not _EXECUTION.search(words)
    if is_account and duty.voice != "condition":
        duty.type, duty.deadline = "accountability", None
        return
    if _EXECUTION.search(words) and duty.units:
        duty.type = "execution_clause"
        return
    if duty.type == "conditional":
        duty.deadline = term or duty.deadline
        return
    duty.deadline = term
    if term is not None and term.span is not None and duty.voice in ("subject", "bare"):
        # A fronted term belongs to the duty: "Trong thời gian 15 ngày kể từ …, viên chức …"
        at = next((at for at in range(segment.start, duty.start) if flat.origin(at) == term.span.start), None)
        duty.start = duty.start if at is None else at
    if (
        term is None
        and (condition := find_condition(flat, segment.start if duty.voice == "order" else duty.predicate, duty.end))
        is not None
    ):
        duty.type, duty.deadline = "conditional", condition
        return
    if PROHIBITION.match(words) or PROHIBITION.match(bare[duty.predicate : duty.end]):
        duty.type = "prohibition"
    elif _is_closing(flat, duty):
        duty.type = "closing"


def _is_closing(flat: Flat, duty: Duty) -> bool:
    rest = re.sub(r"[\W_]+$", "", flat.bare[duty.predicate : duty.end])
    return duty.voice == "order" and len(rest) < 120 and bool(_CLOSING.match(rest)) and not (duty.deadline or duty.coop)


def _cooperating(flat: Flat, duty: Duty) -> list[Item]:
    found: list[Item] = []
    for match in _COOP.finditer(flat.bare, duty.predicate, duty.end):
        before = flat.low[max(0, match.start() - 14) : match.start()]
        if (
            re.search(r"(?:sự|đề án|công tác|quy chế|cơ chế|chương trình|việc|vai trò|tham gia)\s$", before)
            and "co su" not in match.group()
        ):
            continue
        at = match.end()
        if not head_at(flat, at, duty.end):
            continue
        end = end_of_units(flat, at, duty.end, stops=True)
        if end is not None and end > at:
            found += split_units(flat, at, end)
        if found:
            break
    return found


def _inner(flat: Flat, duty: Duty) -> list[Item]:
    """The unit that the first one directs, in a two-level order."""
    if duty.type == "conditional" or duty.cut == "semicolon":
        return []
    limit = min(duty.end, duty.predicate + _WINDOW_INNER)
    match = _INNER.search(flat.bare, duty.predicate, limit)
    if match is None or not flat.low.startswith(("chỉ đạo", "lãnh đạo", "hướng dẫn, chỉ"), match.start()):
        return []
    if flat.bare[max(0, match.start() - 8) : match.start()].endswith(("y kien ", "su ", "cua ")):
        return []
    at = match.end()
    if not head_at(flat, at, duty.end):
        return []
    end = end_of_units(flat, at, duty.end)
    return split_units(flat, at, end) if end is not None else []


def joined_lists(flat: Flat, segments: list[Segment]) -> list[Segment]:
    """Segments with lists of units put together again: "Sở A; Sở B chủ động …" has one verb for all."""
    found: list[Segment] = []
    for segment in segments:
        if (
            found
            and segment.cut == "semicolon"
            and head_at(flat, segment.start, segment.end)
            and _lacks_verb(flat, found[-1])
        ):
            found[-1] = Segment(found[-1].start, segment.end, found[-1].cut)
        else:
            found.append(segment)
    return found


def _lacks_verb(flat: Flat, segment: Segment) -> bool:
    """Whether a segment ends within a list of units."""
    starts = [segment.start, _skip_leads(flat, segment)]
    for match in ORDER.finditer(flat.bare, segment.start, segment.end):
        if _is_order(flat, match) or match.group() == "chi dao":
            starts.append(_predicate(flat, match.end(), segment.end))
    return any(head_at(flat, at, segment.end) and end_of_units(flat, at, segment.end) is None for at in starts)
