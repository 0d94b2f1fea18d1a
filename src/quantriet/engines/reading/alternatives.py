"""What a value might be instead (phương án khác), for a reviewer who doubts it.

Reads: a `Reading`. Writes: for each value how much to doubt it and why, never without words, and other values that
the text itself offers, likeliest first. The text is looked through once for its deadlines; each obligation then asks
only its own clause, the clause above and what speaks of the whole, so that the time grows with the text alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Generic, TypeVar

from quantriet.engines.kernel import Span

from .deadlines import find_deadline
from .flat import Flat, bare
from .head_alternatives import weigh_head
from .shapes import Clause, Deadline, ObligationType, Read, Reading, ReadObligation
from .weighed import Weighed, distinct

T = TypeVar("T")

_PIECE = 600  # characters; a longer run without a stop is a table or a broken text
_NAMES_BEFORE = 4  # names before words that point to one of them
_NAME = 80  # characters of a unit's name, when it is read on to the next sign
_STOP = re.compile(r"[.;](?=\s|$)")
_WHOLE = re.compile(
    r"thoi han chung|toan bo (?:cac )?(?:nhiem vu|noi dung|cong viec)|(?:cac|nhung) (?:nhiem vu|noi dung|cong viec)"
    r" (?:tren|nay|neu tren|duoc giao)|ket qua thuc hien|bao cao (?:ket qua )?(?:chung|tong hop)|thong bao nay"
    r"|ke hoach nay|chi thi nay|cong van nay|quyet dinh nay|van ban nay"
)
_CUES: dict[ObligationType, re.Pattern[str]] = {
    "prohibition": re.compile(r"khong (?:duoc|de|tu y|to chuc|nhan|giai quyet)\b|nghiem cam|tuyet doi khong"),
    "accountability": re.compile(r"chiu (?:hoan toan )?trach nhiem"),
    "execution_clause": re.compile(r"co hieu luc|chiu trach nhiem thi hanh"),
    "closing": re.compile(r"nghiem tuc|to chuc thuc hien|trien khai thuc hien|biet,? thuc hien"),
    "conditional": re.compile(r"\b(?:khi (?:co|phat sinh|xay ra|phat hien)|neu |truong hop )"),
}
_TYPE_WORDS: dict[ObligationType, str] = {
    "prohibition": "câu có lời cấm",
    "accountability": "câu nói về trách nhiệm",
    "execution_clause": "câu là điều khoản thi hành",
    "closing": "câu yêu cầu thực hiện chung",
    "conditional": "câu nêu điều kiện phát sinh",
    "task": "câu nêu một việc",
}
_USUAL: tuple[ObligationType, ...] = ("task", "prohibition", "closing")
_TIMED = frozenset({"task", "conditional"})  # the others need no term of their own
_GENERAL = "thời hạn chung của văn bản"


@dataclass(frozen=True, slots=True)
class Alternatives:
    """All values of a reading, each with its doubt and its candidates.

    `head` holds the fields of the letterhead by their names in `Reading`; `obligations` stands in the order of
    `Reading.obligations`, each with the fields `assignee` (one for each), `cooperating` (one for each), `deadline`
    and `type`.
    """

    head: dict[str, Weighed[Any]]
    obligations: tuple[tuple[Weighed[Any], ...], ...]


def alternatives_of(reading: Reading) -> Alternatives:
    """What each value of a reading might be instead. Never raises.

    >>> from quantriet.engines.reading import read
    >>> reading = read("Giao Văn phòng: a) Lập danh sách trước ngày 05/8/2021. b) Gửi danh sách về Sở.")
    >>> found = alternatives_of(reading).obligations[-1]
    >>> [(one.field, bool(one.read.reason)) for one in found][-2:]
    [('deadline', True), ('type', True)]
    """
    ground = _Ground.of(reading)
    return Alternatives(weigh_head(reading), tuple(_weigh(ground, item) for item in reading.obligations))


@dataclass(frozen=True, slots=True)
class _Placed(Generic[T]):
    """Values in the order of their places, for looking up those of a stretch."""

    starts: Sequence[int]
    values: Sequence[T]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, T]]) -> _Placed[T]:
        ordered = sorted(pairs, key=lambda pair: pair[0])
        return cls([start for start, _ in ordered], [value for _, value in ordered])

    def within(self, span: Span, most: int) -> Sequence[T]:
        low = bisect_left(self.starts, span.start)
        return self.values[low : min(low + most, bisect_left(self.starts, span.end))]

    def before(self, start: int, most: int = 1) -> Sequence[T]:
        """The last values before a place, the nearest first."""
        at = bisect_left(self.starts, start)
        return self.values[max(0, at - most) : at][::-1]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all obligations share: deadlines and names by place, the tree of clauses, what is said of the whole."""

    reading: Reading
    deadlines: _Placed[Deadline]
    general: tuple[Deadline, ...]
    names: _Placed[Read[str]]
    listed: tuple[Read[str], ...]
    clauses: _Placed[tuple[Clause, int]]  # with the place of the clause above, -1 at the top

    @classmethod
    def of(cls, reading: Reading) -> _Ground:
        found = list(_deadlines(reading))
        units = (unit for item in reading.obligations for unit in (*item.assignees, *item.cooperating))
        names = {unit.span: unit for unit in units if unit.span}
        listed = [_told(unit, "nêu ở mục Kính gửi") for unit in reading.addressees]
        listed += [_told(unit, "nêu ở mục Nơi nhận") for unit in reading.recipients if _is_unit(unit.value)]
        return cls(
            reading,
            _Placed.of((deadline.span.start, deadline) for deadline, _ in found if deadline.span),
            tuple(deadline for deadline, is_whole in found if is_whole)[:2],
            _Placed.of((span.start, unit) for span, unit in names.items()),
            tuple(listed[:8]),
            _Placed.of(_rows(reading.clauses)),
        )

    @property
    def issued(self) -> date | None:
        return self.reading.date.value

    def around(self, start: int) -> tuple[Clause | None, Clause | None]:
        """The narrowest clause that holds a place, and the one above it."""
        at = bisect_right(self.clauses.starts, start) - 1
        while at >= 0:
            clause, above = self.clauses.values[at]
            if clause.span.start <= start < clause.span.end:
                return clause, self.clauses.values[above][0] if above >= 0 else None
            at = above
        return None, None


def _rows(clauses: Sequence[Clause]) -> Iterator[tuple[int, tuple[Clause, int]]]:
    """Each clause in the order of the text with the place of the one above it."""
    pending = [(clause, -1) for clause in reversed(clauses)]
    at = 0
    while pending:
        clause, above = pending.pop()
        yield clause.span.start, (clause, above)
        pending.extend((child, at) for child in reversed(clause.children))
        at += 1


def _told(unit: Read[str], reason: str) -> Read[str]:
    return Read(unit.value, unit.span, 0.5, reason)


def _is_unit(words: str) -> bool:
    """A recipient, not «Lưu: VT» or «Như trên»."""
    return not re.match(r"(?:luu|nhu|website|cong (?:thong tin|ttdt))\b", bare(words))


def _deadlines(reading: Reading) -> Iterator[tuple[Deadline, bool]]:
    """Every deadline that the text states, in its order, and whether it speaks of the whole document."""
    if not reading.obligations:
        return
    flat = Flat.of(reading.text, [Span(0, len(reading.text))])
    year = reading.date.value.year if reading.date.value else _year(reading.date_partial.value)
    for start, end in _pieces(flat.text):
        deadline = find_deadline(flat, start, end, year)
        if deadline is not None and deadline.span is not None:
            yield deadline, _WHOLE.search(flat.bare, start, end) is not None


def _year(partial: str | None) -> int | None:
    return int(partial[:4]) if partial and partial[:4].isdigit() else None


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, none longer than a piece may be."""
    start = 0
    for end in [*(match.end() for match in _STOP.finditer(text)), len(text)]:
        for low in range(start, end, _PIECE):
            yield low, min(low + _PIECE, end)
        start = end


def _weigh(ground: _Ground, item: ReadObligation) -> tuple[Weighed[Any], ...]:
    own, above = ground.around(item.span.start)
    units = [_weigh_unit(ground, item, own, above, "assignee", unit) for unit in item.assignees]
    units += [_weigh_unit(ground, item, own, above, "cooperating", unit) for unit in item.cooperating]
    if not item.assignees:
        nobody: Read[str | None] = Read(None, None, max(item.doubt, 0.6), item.reason or "không rõ ai thực hiện")
        units.append(Weighed("assignee", nobody, _other_units(ground, item, own, above)))
    return (*units, _weigh_deadline(ground, item, own, above), _weigh_type(ground, item))


# who must act


def _weigh_unit(
    ground: _Ground, item: ReadObligation, own: Clause | None, above: Clause | None, field: str, unit: Read[str]
) -> Weighed[Any]:
    read = unit if unit.reason else replace(unit, reason="nêu ngay trong câu")
    longer = _longer(ground.reading.text, unit)
    is_elsewhere = unit.span is not None and not item.span.contains(unit.span)
    near = ground.names.before(item.span.start, _NAMES_BEFORE) if is_elsewhere else ()
    before = [_told(name, "đơn vị nêu trước đó") for name in near]
    others = distinct((*longer, *_other_units(ground, item, own, above), *before), but=unit.value)
    return Weighed(field, read, others)


def _longer(text: str, unit: Read[str]) -> tuple[Read[str], ...]:
    """The name read on to the next sign: «Trung tâm Trợ» stops short of «Trung tâm Trợ giúp pháp lý»."""
    if unit.span is None:
        return ()
    tail = re.match(r"[^,;:.\n(]*", text[unit.span.end : unit.span.start + _NAME])
    words = tail.group() if tail else ""
    if not words.strip() or len(words.split()) > 5:
        return ()
    span = Span(unit.span.start, unit.span.end + len(words.rstrip()))
    return (Read(" ".join(span.of(text).split()), span, 0.4, "tên viết dài hơn trong câu"),)


def _other_units(
    ground: _Ground, item: ReadObligation, own: Clause | None, above: Clause | None
) -> tuple[Read[str], ...]:
    found: list[Read[str]] = []
    if own is not None:
        found += [_told(unit, f"nêu ở {_name(own)}") for unit in ground.names.within(own.span, 6)]
    if above is not None:
        found += [_told(unit, f"nêu ở {_name(above)}, câu dẫn") for unit in ground.names.within(above.body, 6)]
    found += [_told(before, "đơn vị nêu ngay trước đó") for before in ground.names.before(item.span.start)]
    return distinct((*found, *ground.listed))


def _name(clause: Clause) -> str:
    return f"điểm {clause.label}" if re.match(r"[0-9a-zđ]", clause.label) else clause.label


# until when


def _weigh_deadline(
    ground: _Ground, item: ReadObligation, own: Clause | None, above: Clause | None
) -> Weighed[Deadline | None]:
    read, (doubt, reason) = item.deadline, _doubt_of_deadline(item, ground.issued)
    others: list[Read[Deadline | None]] = []
    if read is not None and read.date_basis == "year_inferred" and read.date and _is_before(read, ground.issued):
        later = replace(read, date=f"{int(read.date[:4]) + 1}{read.date[4:]}")
        others.append(Read(later, read.span, 0.3, "cùng ngày, năm sau"))
    if above is not None:
        others += _stated(ground, above.body, f"nêu ở {_name(above)}, câu dẫn")
    others += _stated(ground, own.span if own else item.span, f"nêu ở {_name(own)}" if own else "nêu trong câu", 0.6)
    others += [Read(one, one.span, 0.4, _GENERAL) for one in ground.general]
    shown = distinct(others, but=read, key=_sense)
    if read is None and item.type in _TIMED and any(one.doubt < 0.5 for one in shown):
        doubt, reason = 0.4, "câu không nêu thời hạn, nhưng câu dẫn hoặc cả văn bản có nêu"
    if read is not None:
        shown = (*shown[:3], Read(None, None, 0.5, "việc này không có thời hạn"))
    return Weighed("deadline", Read(read, read.span if read else None, doubt, reason), shown[:4])


def _stated(ground: _Ground, span: Span, words: str, doubt: float = 0.4) -> list[Read[Deadline | None]]:
    """The deadlines stated in a stretch, told as general where they speak of the whole document."""
    found = ground.deadlines.within(span, 4)
    whole = [one in ground.general for one in found]
    return [
        Read(one, one.span, 0.4 if is_whole else doubt, _GENERAL if is_whole else words)
        for one, is_whole in zip(found, whole, strict=True)
    ]


def _sense(deadline: Deadline | None) -> object:
    """What tells two deadlines apart for the one who keeps them."""
    if deadline is None:
        return None
    event = deadline.text if deadline.kind in ("ad_hoc", "within") else ""
    hours = (deadline.time, *deadline.also_at)
    return (deadline.kind, deadline.date, hours, deadline.times, deadline.amount, deadline.inclusive, event)


def _is_before(deadline: Deadline, issued: date | None) -> bool:
    return bool(issued and deadline.kind == "once" and deadline.date and deadline.date < issued.isoformat())


def _doubt_of_deadline(item: ReadObligation, issued: date | None) -> tuple[float, str]:
    deadline = item.deadline
    if deadline is None:
        return 0.1, "câu không nêu thời hạn"
    if _is_before(deadline, issued):
        return 0.7, "thời hạn đứng trước ngày ban hành"
    if deadline.date_basis == "year_missing":
        return 0.7, "không ghi năm, và văn bản chưa có ngày"
    if deadline.date_basis == "by_reference" and deadline.date is None:
        return 0.7, "dẫn chiếu chỗ khác trong văn bản"
    if deadline.date_basis == "year_inferred":
        return 0.35, "không ghi năm, lấy năm của văn bản"
    if deadline.kind == "once" and deadline.date is None:
        return 0.6, "không nêu đủ ngày"
    if deadline.kind == "daily" and deadline.doubt:
        return deadline.doubt, deadline.reason
    if deadline.date_basis == "period_end":
        return 0.15, "lấy ngày cuối của kỳ nêu trong câu"
    if deadline.span is not None and not item.span.contains(deadline.span):
        return 0.25, "nêu ở câu khác, tính cho việc này"
    return 0.05, "ghi ngay trong câu"


# what kind of duty


def _weigh_type(ground: _Ground, item: ReadObligation) -> Weighed[ObligationType]:
    words = bare(ground.reading.text[item.span.start : min(item.span.end, item.span.start + 240)])
    cues = {kind: match.start() for kind, pattern in _CUES.items() if (match := pattern.search(words))}
    others = [Read(kind, item.span, 0.4, _TYPE_WORDS[kind]) for kind in sorted(cues, key=cues.__getitem__)]
    others += [Read(kind, item.span, 0.8, "tính chất thường gặp") for kind in _USUAL]
    shown = distinct(others, but=item.type)[:4]
    doubt, reason = 0.1, _TYPE_WORDS[item.type]
    if item.type == "task" and _CUES["prohibition"].match(bare(item.title)):
        doubt, reason = 0.5, "đọc là nhiệm vụ, nhưng câu mở đầu bằng lời cấm"
    elif item.type == "prohibition" and "prohibition" not in cues:
        doubt, reason = 0.4, "đọc là điều cấm, nhưng câu không có lời cấm quen thuộc"
    elif item.modality == "may_not" and item.type != "prohibition":
        doubt, reason = 0.4, "câu vừa giao việc vừa cấm"
    return Weighed("type", Read(item.type, item.span, doubt, reason), shown)
