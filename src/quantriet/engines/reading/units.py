"""Names of units and posts: where a list of them ends, and how it splits (danh sách đơn vị).

"Sở Văn hóa, Thể thao và Du lịch" is one name with a comma and an "và"; "các sở, ban, ngành" is one formula;
"Trưởng các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở" is two classes. Commas alone cannot tell these apart: a
new item begins only with a word that heads a name.
"""

from __future__ import annotations

import re

from .flat import Flat
from .heads import head_at
from .lexicon import BODY, CLASSES, DETERMINER, POST
from .names import FIELDS, NAMES, KnownNames, begins_act, belongs_to_name, ends_name, is_level_head

Item = tuple[int, int]

_SEPARATOR = re.compile(r"\s*;\s*|\s*,\s*(?:va\s+)?|\s+va\s+|\s+cung (?:voi )?(?=cac |ubnd|so |phong )")
_SHARED = re.compile(
    r"(?:(?:thu truong|truong|giam doc|chu tich|lanh dao)\s+)?(?:cac|02|03|04|05|hai|ba"
    r"|nhung)\s+(?:so|hoi|phong|ban|huyen|xa|don vi|co quan|truong|nganh|dai|cuc|chi cuc|bo"
    r"|thanh vien|don vi sau|co quan sau|dia phuong)(?![^:;,]{0,25}\b(?:trach nhiem|nhiem vu)\s*:)[^:;,]{0,25}:\s*"
)
_PLURAL_HEAD = re.compile(
    r"(?:(?:thu truong|truong|giam doc|chu tich|lanh dao)\s+)?(?:(?:ubnd|uy ban nhan dan|cong an|dang uy"
    r"|hoi dong nhan dan"
    r"|hdnd|tram y te)\s+)?(?:cac|0?[2-9]|hai|ba|bon)\s+(?:so|phong|ban|huyen|thi xa|thanh pho|xa|phuong"
    r"|thi tran|truong"
    r"|khoa|nganh|don vi|cong ty|benh vien|trung tam|hoi|thon|ap|buon|chi cuc|cuc|bo|dia phuong|quan|doan the)\s+"
)
_TWO_CAPITALS = re.compile(r"(?:Hội|Đoàn|Công đoàn|Ban|Phòng|Sở|Trường|Trạm|Tổ|Đội)\s+[A-ZĐ][a-zà-ỹ]+\s+[a-zà-ỹ]")
_FIELD_HEAD = re.compile(r"(?:(?:truong|giam doc|lanh dao|pho)\s+)?(?:cac\s+)?(?:phong|so|ban|bo|vu|cuc|khoa|to)\s+")
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
_OF_FORMULAS = frozenset(("so", "ban", "nganh", "bo", "hoi", "phong", "truong", "vien", "khoa"))
_MAX = 420
_LONGEST_NOTE = 60  # characters in brackets behind a name
_WORD = re.compile(r"[^\s,;(]+")


def end_of_units(flat: Flat, start: int, limit: int, stops: bool = False) -> int | None:
    """Where the list of units that begins at `start` ends, or None: at the first act in lower case.

    An act is a known verb, or after a proper name any word that names do not hold. `stops` also ends the list at
    words that no name holds ("để", "trong việc"), as after "phối hợp với".
    """
    low, text = flat.bare, flat.text
    shared = _SHARED.match(low, start, limit)
    at = shared.end() if shared else start
    last = min(limit, start + _MAX)
    names = _Names(flat, start, at, last)
    for match in _WORD.finditer(text, at, last):
        at, end = match.span()
        while at < end and not text[at].isalnum():
            at += 1
        if at >= end or at == start or ((at < names.skipped or text[at - 1] == "(") and names.skips(at)):
            names.before = end
            continue
        if text[at].islower() and ends_name(flat, start, at, end, stops) and not names.known.hold(at):
            return _back(text, start, at)
        if names.is_past(at, end):
            return _back(text, start, at)
        if text[end - 1] in ":.;" and _closes(flat, start, match, stops):
            return _back(text, start, end)
        names.before = end
    return _back(text, start, last) if stops else None


def _closes(flat: Flat, start: int, word: re.Match[str], stops: bool) -> bool:
    """Whether the sign behind a word closes the list: a colon, unless the list follows it; after "với" a stop too."""
    if word.group().endswith(":"):
        return not stops and not _SHARED_END.search(flat.bare[start : word.end()])
    return stops and not re.fullmatch(r"[A-ZĐ]{1,4}\.", word.group())


class _Names:
    """Whether the words so far are a proper name, which only words of level and field may follow in lower case."""

    __slots__ = ("_flat", "_head_end", "_is_proper", "_last", "_start", "before", "known", "skipped")

    def __init__(self, flat: Flat, start: int, at: int, last: int) -> None:
        self._flat, self._start, self._last = flat, start, last
        self.before = at  # where the word before ends
        self.skipped = 0  # where brackets end
        self.known = KnownNames(flat, start, last)
        self._open(at)

    def _open(self, at: int) -> None:
        """A further item of the list begins."""
        head = head_at(self._flat, at, self._last)
        self._head_end = head.end() if head else at
        # "Trung tâm Y tế" is a head that holds a name of its own.
        own = self._flat.text[at : self._head_end].split(" ")[1:]
        self._is_proper = is_level_head(self._flat, at) or any(word[:1].isupper() for word in own)

    def skips(self, at: int) -> bool:
        """Whether the word stands in brackets, where nothing begins or ends."""
        if at < self.skipped:
            return True
        text = self._flat.text
        if text[at - 1] != "(":
            return False
        self.skipped = text.find(")", at, at + _LONGEST_NOTE)
        return at < self.skipped

    def is_past(self, at: int, end: int) -> bool:
        """Whether the word at `at` cannot belong to the name any more."""
        flat = self._flat
        if flat.text[at].isupper():
            if self._is_first(at):
                self._open(at)
            self._is_proper = self._is_proper or at >= self._head_end or is_level_head(flat, at)
            return False
        if not self._is_proper or not flat.text[at].isalpha():
            return False
        if belongs_to_name(flat, at, end) or self.known.hold(at, or_begin=True):
            return False
        if begins_act(flat, at) and not (self._is_first(at) and head_at(flat, at, self._last)):
            return True
        self._is_proper = False
        return False

    def _is_first(self, at: int) -> bool:
        """Whether the word at `at` stands behind a comma, a semicolon or "và"."""
        between = self._flat.text[max(self.before - 1, self._start) : at]
        return "," in between or ";" in between or self._flat.bare[at - 4 : at] == " va "


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
        elif groups and not (_shares_head(flat, groups, part) or _begins_item(flat, groups[-1], part)):
            groups[-1].append(part)
        else:
            groups.append([part])
    items = [_trimmed(flat, (group[0][0], group[-1][1])) for group in groups]
    return [item for item in items if item[1] - item[0] >= 2]


def _shares_head(flat: Flat, groups: list[list[Item]], part: Item) -> bool:
    """ "UBND các huyện A, B và C", "Phòng Tư pháp, Nội vụ và Tài chính": a bare name under the head of the one before.

    After a plural head any capital begins a name; after a single one only the name of a field does.
    """
    if not flat.text[part[0]].isupper() or head_at(flat, part[0], part[1]):
        return False
    for group in reversed(groups):
        begin, end = group[0]
        if _PLURAL_HEAD.match(flat.bare, begin, end) and flat.text[_plural_end(flat, begin, end)].isupper():
            return True
        if field := _FIELD_HEAD.match(flat.bare, begin, end):
            return FIELDS.match(flat.bare, field.end(), end) is not None and _is_field(flat, part)
        if not _is_bare(flat, group):
            return False
    return False


def _plural_end(flat: Flat, begin: int, end: int) -> int:
    match = _PLURAL_HEAD.match(flat.bare, begin, end)
    return min(match.end(), end - 1) if match else begin


def _is_bare(flat: Flat, group: list[Item]) -> bool:
    return head_at(flat, group[0][0], group[0][1]) is None


def _is_field(flat: Flat, part: Item) -> bool:
    match = FIELDS.match(flat.bare, part[0], part[1])
    return match is not None and not re.search(r"\w", flat.bare[match.end() : part[1]])


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
    return NAMES.sub(lambda name: re.sub(r"[,;]| va ", lambda sign: "_" * len(sign.group()), name.group()), words)


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
        if text[part[0]].isupper() and head.group() not in _OF_FORMULAS:
            return True  # "Chủ tịch UBND huyện và Chủ dự án"
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
    if _TWO_CAPITALS.match(flat.text, part[0], part[1]):
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
    if flat.low.endswith(" nào", start, end):  # "Tổ trưởng nào để …"
        end -= len(" nào")
    return start, end
