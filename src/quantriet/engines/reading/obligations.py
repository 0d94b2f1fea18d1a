"""Stage 8: obligations (nghĩa vụ), each with its place, its units and its deadline.

Reads: the paragraphs of the body in order. Writes: obligations. A paragraph is read segment by segment; verbs that
share units, deadline and kind stay one obligation, what differs in one of them is split off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from quantriet.engines.kernel import Span, fold

from .blocks import Block
from .cells import units_of
from .conditions import rolls_over
from .days import Issued
from .deadlines import find_deadline, term_of_cell
from .drafts import Draft, finished, joins, merge
from .duties import duty_of, joined_lists
from .duty import Duty
from .flat import Flat
from .named_above import with_referred_units
from .parts import only_adds, parted
from .references import with_referred_terms
from .scopes import Mode, Scope, Scopes, depth_of, heading_scope, lead_in_mode
from .segments import Segment, segments_of
from .shapes import Deadline, Read, ReadObligation
from .tables import Row
from .units import Item
from .voices import PLURAL, run_in_topic

_TERM_ONLY = re.compile(r"^\W{0,3}(?:thoi gian|thoi han|han (?:chot|cuoi)|hoan thanh|tien do)\b")
_RECITAL = re.compile(
    r"^\W{0,3}(?:can cu|xet (?:de nghi|to trinh|van ban)|theo de nghi|thuc hien (?:cong van"
    r"|chi thi|quyet dinh|nghi quyet|ke hoach so|thong bao|van ban|cong dien|luat|y kien"
    r"|chi dao))\b"
)
_RELAYED = re.compile(
    r"(?:theo do|cu the|theo (?:ke hoach|cong van|chi thi|quyet dinh|cong dien|thong bao))\b[^.;:]{0,60}?,"
)
_FORBIDDING = ("nghiêm cấm ", "tuyệt đối không ", "không được ")
_ALLOWS = re.compile(r"\b(?:có thể|được phép|được quyền)\b")
_TOLD_AS_DONE = re.compile(r"\b(?:đến nay|đã (?:thực hiện|triển khai|hoàn thành|ban hành|tổ chức|báo cáo))\b")
_SECOND = ", cấp được chỉ đạo"
_LETTERS = ("cong_van", "cong_dien", "thong_bao", "chi_thi", "ke_hoach")  # kinds that order what they state with a term


@dataclass(slots=True)
class _Walk:
    """State of the walk over the paragraphs."""

    issued: Issued
    kind: str
    issuer: str = ""
    relays: bool = False
    is_past: bool = False  # the paragraph tells what was done, so its verbs are no orders
    scopes: Scopes = field(default_factory=Scopes)
    drafts: list[Draft] = field(default_factory=list)

    @property
    def is_decision(self) -> bool:
        return self.kind == "quyet_dinh"

    @property
    def is_news(self) -> bool:
        return self.kind == "news"


def read_obligations(
    blocks: list[Block], issued: Issued, kind: str, relays: bool = False, issuer: str = ""
) -> tuple[ReadObligation, ...]:
    """The obligations of the body; `issued` is the document's day or year, for days written without one.

    `relays` is true of a news item about a document: what stands there "theo đó" is what the document orders. What the
    `issuer` says of itself is no order.
    """
    walk = _Walk(issued, kind, fold(issuer), relays)
    if walk.is_news:
        walk.scopes.stack.append(Scope(-1.0, (), "none"))
    for at, block in enumerate(blocks):
        _read_block(walk, block, blocks[at + 1] if at + 1 < len(blocks) else None)
    places = {id(block): at for at, block in enumerate(blocks)}
    homes = [places[id(draft.block)] for draft in walk.drafts]
    found = with_referred_units([finished(draft) for draft in walk.drafts], homes, blocks)
    return with_referred_terms(found)


def _read_block(walk: _Walk, block: Block, following: Block | None) -> None:
    walk.scopes.enter(block)
    if block.row is not None:
        walk.drafts.append(_row_draft(walk, block, block.row))
        return
    scope = heading_scope(block, following)
    if scope is not None:
        walk.scopes.add(scope)
        if scope.holders and scope.depth < 1:
            walk.scopes.explicit = 0
        return
    flat = block.flat
    if _is_recital(block, following):
        return
    if block.labelled and run_in_topic(flat, 0, len(flat.text)) is not None:
        walk.scopes.add(Scope(depth_of(block), (), "told"))
    before = len(walk.drafts)
    walk.is_past = False
    segments = parted(flat, joined_lists(flat, segments_of(flat)), walk.issued)
    for segment in segments:
        if walk.relays and _RELAYED.match(flat.bare, segment.start) and walk.scopes.mode == "none":
            walk.scopes.stack[0].mode = "told"
        _read_segment(walk, block, segment, before, following if segment is segments[-1] else None)
    made = walk.drafts[before:]
    if made and walk.is_news and walk.scopes.mode == "none":
        walk.scopes.stack[0].mode = "told"
    is_asking = bool(made) and (made[0].duty.voice == "order" or _has_term(made[0].duty))
    if is_asking and block.labelled and walk.scopes.mode == "none":
        walk.scopes.add(Scope(block.level - 0.5, (), "told"))  # one clause orders, so its sisters do
    if made and any(draft.own for draft in made):
        named = next(draft for draft in made if draft.own)
        walk.scopes.explicit += 1
        walk.scopes.last = (made[-1].units or named.units) if not block.path else ()
        if block.level:
            walk.scopes.add(
                Scope(
                    depth_of(block), tuple(_inherited(unit, "thừa hưởng từ câu trên") for unit in made[-1].units), None
                )
            )


def _row_draft(walk: _Walk, block: Block, row: Row) -> Draft:
    """A row of a table of tasks: its cells say who, with whom and by when."""
    flat = block.flat
    duty = Duty("bare", 0, len(flat.text), 0)
    leads, helpers = units_of(block.text, row)
    draft = Draft(block, duty, leads or walk.scopes.holders(block), helpers, None, duty.end, bool(leads))
    draft.deadline = term_of_cell(Flat.of(block.text, row.when), walk.issued) if row.when else None
    draft.span = Span(block.start, max(row.span.end, block.end))
    if not draft.units:
        draft.doubt, draft.reason = 0.6, "không rõ ai thực hiện"
    return draft


def _is_recital(block: Block, following: Block | None) -> bool:
    """Grounds only; "Căn cứ …, Sở A xây dựng Kế hoạch như sau:" also opens what follows."""
    flat = block.flat
    if block.labelled or not _RECITAL.match(flat.bare) or re.search(r"yeu cau|de nghi|giao ", flat.bare[-400:]):
        return False
    return following is None or not re.search(r"(?:nhu sau\W*|thong bao\W*:\W*)$", flat.bare)


def _read_segment(walk: _Walk, block: Block, segment: Segment, first: int, following: Block | None) -> None:
    flat = block.flat
    mode = walk.scopes.mode
    if mode == "proposed" or (mode == "barred" and _TOLD_AS_DONE.search(flat.low)):
        return
    ahead = lead_in_mode(flat, segment.start, len(flat.text)) if following is not None else None
    made = walk.drafts[first:]
    if made and _adds_term(walk, block, segment, made[-1]):
        return
    duty = _duty_in(walk, block, segment, bool(made))
    if ahead is not None and _opens_list(walk, block, duty, ahead, following):
        return
    if duty is None and _is_term_of(flat, segment, made) and _take_term(walk, block, segment, made[-1]):
        return
    if duty is None:
        walk.is_past = walk.is_past or re.search(r"(?:^|\s)đã\s", flat.low[segment.start : segment.end]) is not None
        return
    if not (duty.voice == "bare" and walk.is_past and not made) and _is_asked(flat, duty, mode, bool(made)):
        _add(walk, block, duty, first)


def _duty_in(walk: _Walk, block: Block, segment: Segment, follows: bool) -> Duty | None:
    """The duty of a segment, as far as the section and the sentence before admit one."""
    flat, mode = block.flat, walk.scopes.mode
    allow_bare = mode == "ordered" or follows
    allow_subject = mode in ("told", "ordered") or walk.is_decision or follows
    if mode == "barred":
        allow_bare = allow_subject = False
    elif flat.low.startswith(_FORBIDDING, segment.start) and (
        block.labelled or flat.low.startswith("n", segment.start)
    ):
        allow_bare = True  # nobody but the issuer forbids
    holders = walk.scopes.holders(block)
    if walk.is_decision and not holders and not follows:
        allow_bare = False  # "Phê duyệt …", "Ban hành kèm theo …" are acts of the decision itself
    assume = bool(holders) and (block.labelled or block.is_dash) and segment.cut == "start"
    duty = duty_of(flat, segment, walk.issued, allow_bare, allow_subject, assume)
    return _stated_with_term(walk, block, segment) if duty is None and mode == "none" else duty


def _stated_with_term(walk: _Walk, block: Block, segment: Segment) -> Duty | None:
    """ "Các phòng báo cáo trước ngày 30/11" in a letter that never says it orders: who and by when say so.

    Outside numbered points only what is said to several: a sentence about one office may tell how things are done.
    """
    flat = block.flat
    if walk.kind not in _LETTERS or walk.is_past or re.search(r"\sđã\s", flat.low[segment.start : segment.end]):
        return None
    duty = duty_of(flat, segment, walk.issued, False, True)
    if duty is None or duty.voice != "subject" or not _has_term(duty):
        return None
    if not block.labelled and not PLURAL.match(flat.bare, duty.start, duty.predicate):
        return None
    return None if any(fold(flat.text[a:b]) == walk.issuer for a, b in duty.units) else duty


def _has_term(duty: Duty) -> bool:
    return duty.deadline is not None and duty.deadline.kind != "ad_hoc"


def _is_asked(flat: Flat, duty: Duty, mode: Mode, follows: bool) -> bool:
    """Whether a statement about somebody is an order where it stands, and not news of what they do."""
    if mode == "barred" and flat.bare.startswith("giao", duty.start):
        return False
    return (
        duty.voice != "subject"
        or mode in ("told", "ordered")
        or follows
        or _has_term(duty)
        or duty.type == "execution_clause"
        or flat.bare.startswith(("co trach nhiem", "chiu trach nhiem"), duty.predicate)
    )


def _adds_term(walk: _Walk, block: Block, segment: Segment, draft: Draft) -> bool:
    """Whether a segment only tells when the duty before it is due."""
    if _goes_on(walk, block, segment, draft):
        return True
    return _says_term(block.flat, segment) and _take_term(walk, block, segment, draft)


def _opens_list(walk: _Walk, block: Block, duty: Duty | None, ahead: Mode, following: Block | None) -> bool:
    """A lead-in opens a scope; it is no obligation itself unless it says more than "các nội dung sau"."""
    holders: tuple[Read[str], ...] = ()
    if duty is not None and duty.voice in ("order", "subject") and duty.units:
        holders = _reads(block, duty.units, "thừa hưởng từ câu dẫn", 0.2)
        holders += _reads(block, duty.inner, f"thừa hưởng từ câu dẫn{_SECOND}", 0.3)
        rest = block.flat.bare[duty.predicate : duty.end]
        if duty.coop or (
            duty.voice == "order"
            and rest.strip(" :")
            and not re.search(
                r"thuc hien|trien khai|tap trung|lam tot|quan tam|:\s*$|nhu\W{0,3}sau|noi dung", rest[-160:]
            )
        ):
            return False
        if following is not None and re.search(
            r"(?:giai quyet|xem xet|lam ro|kiem tra)[^.;]{0,40}(?:cac )?noi dung sau", rest
        ):
            return False
    mode: Mode = "ordered" if holders else ahead
    walk.scopes.add(Scope(depth_of(block), holders, mode, True))
    walk.scopes.explicit = 0
    walk.scopes.last = holders
    return True


def _goes_on(walk: _Walk, block: Block, segment: Segment, draft: Draft) -> bool:
    """A second round, the schedule that follows, the day that takes the place of a holiday: of the duty before."""
    before = draft.deadline
    if before is None or before.kind == "ad_hoc":
        return False
    if rolls_over(block.flat, segment):
        draft.deadline, draft.end = replace(before, rolls=True), segment.end
        return True
    if segment.cut not in ("semicolon", "term", "sentence") or not only_adds(block.flat, segment, walk.issued):
        return False
    term = find_deadline(block.flat, segment.start, segment.end, walk.issued)
    if term is not None:
        draft.deadline, draft.end = before.with_further((term,)), segment.end
    return term is not None


def _says_term(flat: Flat, segment: Segment) -> bool:
    """ "Thời gian hoàn thành: …" in a part of its own."""
    words = flat.bare[segment.start : segment.end]
    return segment.cut in ("sentence", "semicolon") and _TERM_ONLY.match(words) is not None


def _is_term_of(flat: Flat, segment: Segment, made: list[Draft]) -> bool:
    """A sentence that asks nothing but follows a task without a term: "Danh mục gửi về Sở trước ngày …"."""
    if not made or segment.cut != "sentence" or _ALLOWS.search(flat.low, segment.start, segment.end):
        return False
    return made[-1].deadline is None and made[-1].duty.type == "task"


def _take_term(walk: _Walk, block: Block, segment: Segment, draft: Draft) -> bool:
    """A deadline in a sentence of its own belongs to the duty before it."""
    duty = duty_of(block.flat, segment, walk.issued, True, False)
    term = find_deadline(block.flat, segment.start, segment.end, walk.issued)
    if term is None or (duty is not None and duty.voice == "order"):
        return False
    if draft.deadline is not None and draft.deadline.kind != "ad_hoc":
        return False
    draft.deadline, draft.end = term, segment.end
    if draft.duty.type == "conditional" and draft.duty.voice != "condition":
        draft.duty.type = "task"
    return True


def _reads(block: Block, items: list[Item], reason: str, doubt: float) -> tuple[Read[str], ...]:
    return tuple(Read(block.flat.text[a:b], block.flat.span(a, b), doubt, reason) for a, b in items)


def _inherited(unit: Read[str], reason: str) -> Read[str]:
    return Read(unit.value, unit.span, max(unit.doubt, 0.25), reason)


def _add(walk: _Walk, block: Block, duty: Duty, first: int) -> None:
    made = walk.drafts[first:]
    inner = _reads(block, duty.inner, "đơn vị được chỉ đạo thực hiện", 0.2)
    own = bool(duty.units)
    if own:
        units = _reads(block, duty.units, "nêu ngay trong câu", 0.05)
    elif made:
        units = tuple(_inherited(unit, "chung chủ thể với vế trước") for unit in made[-1].units)
    else:
        units = tuple(walk.scopes.holders(block))
    if inner and not own:  # the clause names its own second level
        units = tuple(unit for unit in units if not unit.reason.endswith(_SECOND))
    draft = Draft(block, duty, units + inner, _reads(block, duty.coop, "phối hợp", 0.15), duty.deadline, duty.end, own)
    draft.prose = block.level == 0 and bool(
        made and (made[-1].prose or (made[-1].own and made[-1].duty.voice == "order"))
    )
    if not units:
        draft.doubt, draft.reason = 0.6, "không rõ ai thực hiện"
    elif not own:
        draft.doubt, draft.reason = 0.25, units[0].reason
    draft.deadline = _on_the_same_day(draft.deadline, made)
    if made and joins(made[-1], draft):
        merge(made[-1], draft)
    else:
        walk.drafts.append(draft)


def _on_the_same_day(deadline: Deadline | None, made: list[Draft]) -> Deadline | None:
    """A deadline "cùng ngày" with the day of the one before it."""
    before = made[-1].deadline if made else None
    if deadline is None or not deadline.text.endswith("cùng ngày") or before is None or before.kind != "once":
        return deadline
    return replace(deadline, date=before.date)
