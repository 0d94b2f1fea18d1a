"""Stage 8c, second half: what kind of duty it is, who helps, by when (loại, đơn vị phối hợp, thời hạn).

Reads: a `Duty` with its act. Writes: the same duty with cooperating units, second level, deadline and type.
"""

from __future__ import annotations

import re

from .days import Issued
from .deadlines import find_condition, find_deadline
from .duty import Duty
from .flat import Flat
from .heads import head_at
from .lexicon import PROHIBITION
from .segments import Segment
from .units import Item, end_of_units, split_units
from .voices import NARRATIVE, PERMISSION

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
_EXECUTION = re.compile(
    r"(?:chiu trach nhiem|co trach nhiem|can cu (?:quyet dinh|dieu))[^.;]{0,20}?thi hanh"
    r"|can cu quyet dinh (?:nay )?thi hanh|chiu trach nhiem thuc hien quyet dinh"
)
_ACCOUNT = re.compile(
    r"chiu (?:hoan toan )?trach nhiem (?:truoc|ve|neu|hoan toan|toan dien|chinh|ca nhan|lien doi"
    r"|khi|doi voi)|(?:bi )?kiem diem trach nhiem|chiu hoan toan trach nhiem"
    r"|xu ly trach nhiem nguoi dung dau"
)
_COOP = re.compile(
    r"phoi hop(?: luc luong| cong tac)?(?:,? (?:chat che|tot|kip thoi|dong bo|thuong xuyen"
    r"|thong nhat))?(?:\s*(?:voi|cung voi|cung|giua))?\s+(?=\w)|cung voi\s+(?=\w)"
    r"|(?<=chu tri )cung\s+(?=cac )|co su (?:phoi hop|tham gia) cua\s+"
    r"|thong nhat(?: voi)?\s+(?=ubnd|so |phong |cong an|cac )"
)
_COOP_SIGNS = ("phoi hop", "cung", "co su ", "thong nhat")  # one of which each way of saying it holds
_INNER = re.compile(
    r"(?<!ban )\b(?:chi dao va huong dan|chi dao, huong dan|chi dao, don doc|lanh dao, chi dao" r"|chi dao)\s+(?=\w)"
)
_WINDOW_INNER = 64


# What is asked of those above: "kính đề nghị UBND huyện xem xét, hỗ trợ …".
_HUMBLE = re.compile(r"(?:kinh (?:de nghi|trinh|mong|xin|de xuat)|xin (?:de nghi|kien nghi)|kien nghi)\b")
_CONTACT = re.compile(r"(?:xin )?lien he\b[^.;]{0,120}?(?:dien thoai|so dt|sdt|email|\d{4})")
_FAVOUR = re.compile(
    r"(?:quan tam,?\s+)?(?:xem xet|cho (?:phep|chu truong|y kien)|phe duyet|ho tro|tham dinh|bo sung"
    r"|chap thuan|cap |bo tri"
    r"|quyet dinh|chi dao|ban hanh|tham muu|trinh)"
)


def is_no_duty(flat: Flat, duty: Duty) -> bool:
    words = flat.bare[duty.start : duty.end]
    if duty.voice == "order" and _HUMBLE.search(flat.bare, duty.start, duty.predicate):
        return _FAVOUR.match(flat.bare, duty.predicate, duty.end) is not None
    if duty.voice == "order" and not duty.units and _CONTACT.match(flat.bare, duty.predicate, duty.end):
        return True
    if duty.voice != "order" and "biet" in words and _KNOWING.search(words):
        return True
    rest = flat.low[duty.predicate : duty.end]
    if PERMISSION.match(flat.bare[duty.predicate : duty.end]) or (duty.voice != "order" and NARRATIVE.match(rest[:40])):
        return True
    return len(words) < 12


def complete(flat: Flat, duty: Duty, segment: Segment, issued: Issued) -> None:
    """Cooperating units, a second level of the order, the deadline, the type."""
    bare = flat.bare
    duty.is_open = flat.text[duty.start : duty.end].rstrip(" _-").endswith(":")
    duty.coop = _cooperating(flat, duty)
    words = bare[duty.start : duty.end]
    term = duty.deadline = find_deadline(flat, min(segment.start, duty.start), duty.end, issued) or duty.deadline
    duty.inner = _inner(flat, duty)
    answers = "trach nhiem" in words
    executes = (answers or "quyet dinh" in words) and _EXECUTION.search(words) is not None
    if answers and not executes and _ACCOUNT.search(words):
        duty.type, duty.deadline = "accountability", None
        return
    if executes and duty.units:
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
    if not any(sign in flat.bare for sign in _COOP_SIGNS):
        return found
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
    if duty.type == "conditional" or (duty.cut == "semicolon" and duty.deadline is None):
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
