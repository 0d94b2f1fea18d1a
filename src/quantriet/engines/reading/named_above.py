"""Stage 8e, second half: units named only by where they stand ("đơn vị này", "các đơn vị nêu trên", "tại điểm a").

Reads: the obligations with the paragraphs they stand in. Writes: the same, with the units that such words mean, each at
the place that names it. "Này" looks at the sentence before, "nêu trên" at the clauses before under the same heading, a
clause at whoever is named in it. What finds nobody keeps its words and is doubted; so is what fits several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from quantriet.engines.kernel import Span

from .blocks import Block
from .flat import bare
from .heads import head_at
from .places import Way, existing, prefixes, way_of, ways_in
from .shapes import Read, ReadObligation
from .units import split_units
from .weighed import distinct

_NOUN = (
    r"(?:don vi|co quan|to chuc|bo phan|dia phuong|phong|ban|nganh|so|truong|khoa|tram|trung tam|xa|phuong|thi tran"
    r"|huyen|thon|to|doi|hoi|doan the|doanh nghiep|cong ty|benh vien|co so|chi cuc|cuc|vien|hop tac xa|hat|van phong"
    r"|uy ban|ubnd|chi nhanh|ngan hang|kho bac|nha truong)"
)
_KINDS = (
    r"(?:(?:thu truong|lanh dao|nguoi dung dau|truong|giam doc|hieu truong)\s+)?"
    r"(?P<many>(?:tat ca |toan bo |toan the |ca )?(?:cac|nhung|hai|ba|bon|nam|0?[2-9])\s+)?"
    rf"(?P<nouns>{_NOUN}(?:\s?,\s?(?:va )?{_NOUN}|\s+va\s+{_NOUN})*)"
    r"(?:\s+(?:lien quan|truc thuoc|chuyen mon|duoc giao(?: nhiem vu)?))?"
)
_NEAR = re.compile(
    rf"{_KINDS}\s+(?:(?P<last>nay|do|ay)|(?P<above>(?:(?:da |vua |duoc |co )*(?:neu|noi|ke|ten|nhac)\s+)?(?:o |den )?"
    r"tren(?: day)?))"
)
_PLACED = re.compile(
    rf"{_KINDS}\s+(?:(?:da |duoc |co )*(?:quy dinh|neu|ten|giao|phan cong|ghi|liet ke)(?: nhiem vu| trach nhiem)? )?"
    r"(?:tai|o|trong)\s+(?P<place>(?:cac )?(?:diem|khoan|muc|dieu|phan|tiet|chuong)\b.*)"
)
_MAY_POINT = re.compile(r" (?:n[àa]y|[đd][óo]|[ấa]y|tr[êe]n|[đd][âa]y)$| (?:t[ạa]i|[ởo]|trong) ", re.IGNORECASE)
_ANY = frozenset(("don vi", "co quan", "to chuc", "bo phan"))
_LOCAL = re.compile(r"ubnd|uy ban nhan dan|dia phuong|\b(?:xa|phuong|thi tran|huyen|thanh pho|thon)\b")
_PEOPLE = re.compile(
    r"(?:cac |moi |toan the )*(?:nguoi|nhan dan|hoc sinh|sinh vien|ho |ba con|ca nhan|cong dan|phu huynh)"
)
_COUNTS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5}
_SAME_SENTENCE = 160  # characters before the words, in which "ở thôn nào thì thôn đó" says "nào"
_LONGEST_NAME = 90
_REACH = 300  # obligations, and paragraphs, before and after the words
_SURE, _LIKELY, _UNSURE, _NOBODY = 0.25, 0.35, 0.45, 0.6


@dataclass(frozen=True, slots=True)
class _Said:
    """An obligation with the number of its paragraph and the way to its clause."""

    item: ReadObligation
    at: int
    way: Way


def with_referred_units(
    items: Sequence[ReadObligation], homes: Sequence[int], blocks: Sequence[Block]
) -> list[ReadObligation]:
    """The obligations with units in the place of words that point to them; `homes` are the numbers of their blocks."""
    if not any(_points(unit.value) for item in items for unit in item.assignees):
        return list(items)
    ways = [way_of(block.path) for block in blocks]
    known = prefixes(ways)
    every = [_Said(item, home, ways[home]) for item, home in zip(items, homes, strict=True)]
    meant: dict[Span | None, tuple[Read[str], ...]] = {}
    for place, said in enumerate(every):
        if not any(_points(unit.value) for unit in said.item.assignees):
            continue
        units: list[Read[str]] = []
        for unit in said.item.assignees:
            if _points(unit.value) and unit.span not in meant:
                before, later = every[max(0, place - _REACH) : place], every[place + 1 : place + _REACH]
                meant[unit.span] = _Search(unit, said, before, later, blocks, ways, known).found()
            units += meant.get(unit.span, (unit,))
        every[place] = replace(said, item=replace(said.item, assignees=distinct(units)))
    return [said.item for said in every]


def _points(value: str) -> bool:
    """Whether a name is none, but points to somebody named elsewhere."""
    if _MAY_POINT.search(value) is None:
        return False
    words = bare(value)
    return _NEAR.fullmatch(words) is not None or _PLACED.fullmatch(words) is not None


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for the units that the words of one `unit` mean."""

    unit: Read[str]
    said: _Said
    before: Sequence[_Said]
    later: Sequence[_Said]
    blocks: Sequence[Block]
    ways: Sequence[Way]
    known: Set[Way]

    def found(self) -> tuple[Read[str], ...]:
        words = bare(self.unit.value)
        if match := _PLACED.fullmatch(words):
            return self._placed(match)
        match = _NEAR.fullmatch(words)
        if match is None or self._is_of_this_sentence(match):
            return (self.unit,)
        found = self._above(match) if match["above"] and match["many"] else self._last(match)
        return found or (self._doubted("nhắc lại đơn vị nêu ở trên, chưa rõ là đơn vị nào"),)

    def _is_of_this_sentence(self, match: re.Match[str]) -> bool:
        """ "Dịch xảy ra ở thôn nào thì thôn đó phải …" means no thôn before."""
        start = self.unit.span.start if self.unit.span else 0
        words = bare(self.blocks[0].text[max(0, start - _SAME_SENTENCE) : start]).rsplit(". ", 1)[-1]
        return match["last"] is not None and f"{match['nouns']} nao" in words

    def _last(self, match: re.Match[str]) -> tuple[Read[str], ...]:
        """Whoever the sentence before asks; of several only the last where one is meant."""
        said = next((said for said in reversed(self.before) if said.item.assignees), None)
        if said is None:
            return ()
        units, others = (tuple(_fitting(units, match)) for units in (said.item.assignees, said.item.cooperating))
        doubt = _SURE if said.at == self.said.at and not others else _LIKELY
        if match["many"] and len(units) == 1 and not _is_class(units[0]):
            units, doubt = distinct((*units, *others)), _UNSURE
        elif not match["many"] and len(units) > 1:
            units, doubt = units[-1:], _UNSURE
        return self._told(units, match, doubt, "đơn vị nêu ở câu trước")

    def _above(self, match: re.Match[str]) -> tuple[Read[str], ...]:
        """Everybody asked before: in the same paragraph, else under the same heading, else under the one above."""
        here = [said for said in self.before if said.at == self.said.at]
        if units := tuple(_fitting(_assignees(here), match)):
            doubt = _LIKELY if any(said.item.cooperating for said in here) else _SURE
            return self._told(units, match, doubt, "các đơn vị nêu ở câu trước")
        for depth in range(len(self.said.way) - 1, -1, -1):
            above = [said for said in self.before if said.way[:depth] == self.said.way[:depth]]
            if units := tuple(_fitting(_assignees(above), match)):
                return self._told(units, match, _LIKELY, "các đơn vị nêu ở các mục trên")
        units = tuple(_fitting(_assignees(self.before), match))
        return self._told(units, match, _LIKELY, "các đơn vị nêu ở các mục trên")

    def _placed(self, match: re.Match[str]) -> tuple[Read[str], ...]:
        """Whoever the named clauses ask, else whoever they list."""
        place = match["place"]
        shown = self.unit.value[match.start("place") :]
        path = self.blocks[self.said.at].path
        wanted = [existing(way, way_of(path), self.known) for way in ways_in(place, path)]
        targets = [way for way in wanted if way is not None]
        asked = [said for said in (*self.before, *self.later) if _is_below(said.way, targets)]
        units = distinct(unit for unit in _assignees(asked) if not _points(unit.value))
        doubt = _SURE
        if not units and targets:
            near = range(max(0, self.said.at - _REACH), min(len(self.blocks), self.said.at + _REACH))
            listed = (self.blocks[at] for at in near if _is_below(self.ways[at], targets))
            units, doubt = distinct(unit for block in listed for unit in _listed(block)), _LIKELY
        if not units or len(targets) < len(wanted):
            return (self._doubted(f"dẫn tới {shown}, chưa rõ là đơn vị nào"),)
        return self._told(units, match, doubt, f"đơn vị nêu ở {shown}")

    def _told(
        self, units: Iterable[Read[str]], match: re.Match[str], doubt: float, reason: str
    ) -> tuple[Read[str], ...]:
        units = tuple(units)
        many = (match["many"] or "").split()
        count = _COUNTS.get(many[-1], int(many[-1]) if many[-1].isdigit() else 0) if many else 0
        if count and len(units) != count:
            doubt = max(doubt, _UNSURE)
        return tuple(Read(unit.value, unit.span, max(doubt, unit.doubt), reason) for unit in units)

    def _doubted(self, reason: str) -> Read[str]:
        return Read(self.unit.value, self.unit.span, _NOBODY, reason)


def _assignees(every: Iterable[_Said]) -> tuple[Read[str], ...]:
    return distinct(unit for said in every for unit in said.item.assignees)


def _fitting(units: Iterable[Read[str]], match: re.Match[str]) -> Iterator[Read[str]]:
    """The units that the noun of the words may mean: any for "đơn vị", a phòng for "phòng này"; people never."""
    nouns = re.findall(_NOUN, match["nouns"])
    for unit in units:
        words = bare(unit.value)
        if _points(unit.value) or _PEOPLE.match(words):
            continue
        is_local = "dia phuong" in nouns and _LOCAL.search(words)
        if is_local or any(noun in _ANY or re.search(rf"\b{noun}\b", words) for noun in nouns):
            yield unit


def _is_class(unit: Read[str]) -> bool:
    return re.search(r"\b(?:cac|nhung|moi|tung)\b", bare(unit.value)) is not None


def _is_below(way: Way, targets: Sequence[Way]) -> bool:
    return any(way[: len(target)] == target for target in targets)


def _listed(block: Block) -> Iterator[Read[str]]:
    """The units that a paragraph lists, behind its colon if it has one; none of a sentence about something else."""
    flat = block.flat
    at = flat.text.find(":") + 1
    while at < len(flat.text) and not flat.text[at].isalnum():
        at += 1
    end = len(flat.text.rstrip(" .;,"))
    if at >= end or not head_at(flat, at, end):
        return
    items = split_units(flat, at, end)
    if all(b - a <= _LONGEST_NAME and head_at(flat, a, b) for a, b in items):
        for a, b in items:
            yield Read(flat.text[a:b], flat.span(a, b), _LIKELY)
