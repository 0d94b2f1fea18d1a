"""Stage 8a: deadlines in a stretch of text (thời hạn, định kỳ, đột xuất).

Reads: the folded text of one duty. Writes: the deadline that limits it, or None. Words of urgency ("ngay", "khẩn
trương") are no deadline. A date inside a citation never counts, since every pattern asks for a limiting word.
"""

from __future__ import annotations

import re

from .days import Issued, single_in
from .flat import Flat
from .schedules import recurrence_in
from .shapes import Deadline
from .terms import Term

_EVENT = re.compile(
    r"(?:khi|nếu|trường hợp|trong trường hợp|lúc)\s+(?:có|xảy ra|phát hiện|xuất hiện|phát sinh"
    r"|được yêu cầu|cần thiết|nhận được|sự cố|cán bộ|để xảy ra|xét thấy|gặp|vượt)\b[^,;.()]{0,110}"
    r"|khi\s+[^,;.()]{3,40}?\b(?:xảy ra|phát sinh|xuất hiện|yêu cầu)\b"
    r"|nếu\s+[^,;.()]{4,110}|đột xuất(?:\s+khi\s+[^,;.()]{3,80}|\s*\([^)]{3,60}\)|\s+theo yêu cầu)?"
    r"|(?:ngay )?sau khi\s+[^,;.()]{6,160}"
)
_EVENT_SIGNS = ("khi", "nếu", "trường hợp", "lúc", "đột xuất")  # one of which each condition holds
_PURPOSE = re.compile(r"(?:^|[\s,;(])(?:để|đê|đề|đẻ|nhằm|tránh)\s(?!nghị|xuất|xảy|án|cao)[^,;.]{0,200}$")
_PLAN = re.compile(r"(?:kịch bản|phương án|kế hoạch|quy trình|tình huống|biện pháp)[^,;.]{0,60}$")
_MESSAGE = re.compile(r"(?:vận động|tuyên truyền|hướng dẫn|thông báo|phổ biến|khuyến cáo|nhắc nhở)\b[^,;.]{0,120}$")
_DIGIT = re.compile(r"\d|qu[ýí]\s")
_ROLLS = re.compile(r"(?:trùng|rơi|vào)\b[^.;]{0,40}ngày nghỉ|ngày làm việc (?:kế tiếp|tiếp theo|liền kề)")
# What a further term of the same duty begins with: a second round, the schedule that follows.
_GOES_ON = re.compile(
    r"^\W{0,3}(?:và\s+)?(?:đợt|lần thứ|lần|giai đoạn|kỳ|vòng|sau đó|tiếp theo|tiếp đó|những ngày tiếp theo)\b"
    r"(?![^.;,]{0,30}\b(?:phối hợp|chủ trì|báo cáo|tổ chức)\b)"
)
# "định kỳ hằng tuần và đột xuất khi có cháy rừng": a report beside the regular one.
_SUDDEN = re.compile(r"\)?\s*(?:,|và)\s+(?:báo cáo )?(?P<event>đột xuất(?:\s+(?:khi|nếu|theo)\s[^,;.]{3,80})?)")
_MOST_TERMS = 4
_MONTH_ONLY = re.compile(r"\d{1,2}\s?[/-]\s?20\d\d")
_CELL_LEADS = ("", "hoàn thành ", "hoàn thành trong ", "đến hết ")


def find_deadline(flat: Flat, start: int, end: int, issued: Issued = None) -> Deadline | None:
    """The deadline of the duty written from `start` to `end`; `issued` is the day or the year of the document.

    Terms beside the first one (a second round, a schedule that follows, a second recurrence) are its `further`.
    """
    words = flat.low[start:end]
    terms = terms_in(words, issued)
    if not terms:
        return None
    rolls = _ROLLS.search(words) is not None
    first, *others = (made(flat, start, term, rolls) for term in terms)
    return first.with_further(tuple(others))


def term_of_cell(flat: Flat, issued: Issued = None) -> Deadline | None:
    """The deadline that a cell of a table states, where no word of limit is needed: "10/4/2023", "Quý I/2026"."""
    leads = ("hoàn thành trong tháng ",) if _MONTH_ONLY.fullmatch(flat.low.strip()) else _CELL_LEADS
    for lead in leads:
        terms = terms_in(lead + flat.low, issued)
        if terms:
            term = terms[0]
            term.start, term.end = max(term.start - len(lead), 0), max(term.end - len(lead), 0)
            return made(flat, 0, term)
    return None


def terms_in(words: str, issued: Issued = None) -> list[Term]:
    """The terms of one duty: the one that limits it first, then those that go on from it."""
    first = _leading(words, issued)
    if first is None:
        return []
    found = [first]
    if sudden := _SUDDEN.match(words, first.end):
        found.append(Term("ad_hoc", sudden.start("event"), sudden.end()))
    rest = _blanked(words, first)
    for _ in range(_MOST_TERMS):
        term = _leading(rest, issued)
        if term is None:
            break
        rest = _blanked(rest, term)
        if _belongs(words, found[-1], term):
            found.append(term)
    return found


def every_term(words: str, issued: Issued = None) -> list[Term]:
    """All terms of the words by their place, whatever they limit; for telling where one duty ends."""
    found: list[Term] = []
    rest = words
    for _ in range(_MOST_TERMS):
        term = _leading(rest, issued)
        if term is None:
            break
        found.append(term)
        rest = _blanked(rest, term)
    return sorted(found, key=lambda term: term.start)


def goes_on(words: str) -> bool:
    """Whether a part of a sentence only adds a term to the duty before it: "đợt 2 trước ngày 15/12/2022"."""
    return _GOES_ON.match(words) is not None


def _leading(words: str, issued: Issued) -> Term | None:
    term = recurrence_in(words)
    return single_in(words, issued) if term is None and _DIGIT.search(words) else term


def _blanked(words: str, term: Term) -> str:
    return words[: term.start] + " " * (term.end - term.start) + words[term.end :]


def _belongs(words: str, before: Term, term: Term) -> bool:
    """Whether a further term limits the same act: a round, a phase, or a second recurrence right beside it."""
    if term.start < before.end:
        return False
    between = words[before.end : term.start]
    if re.search(r"\b(?:đợt|lần|giai đoạn|vòng|kỳ)\s+(?:thứ\s+)?(?:[2-9]|hai|ba|ii|cuối)\b[^,;.]{0,20}$", between):
        return True
    if before.lasting or term.lasting:
        return term.kind not in ("once", "within") and len(between) < 40
    both_recur = before.kind not in ("once", "within") and term.kind not in ("once", "within")
    return both_recur and re.fullmatch(r"\W*(?:và|hoặc)?\W*(?:báo cáo\s+)?", between) is not None


def find_condition(flat: Flat, start: int, end: int) -> Deadline | None:
    """The condition that starts a duty anywhere in it ("khi có …"), unless it stands in a purpose or a message."""
    words = flat.low[start:end]
    if not any(sign in words for sign in _EVENT_SIGNS):
        return None
    for match in _EVENT.finditer(words):
        before = words[: match.start()]
        if words[max(0, match.start() - 1) : match.start()] == "(" and match.group().startswith("nếu có"):
            continue
        if (
            match.group().strip() in ("nếu có", "khi cần thiết")
            or _PLAN.search(before[-90:])
            or _PURPOSE.search(before[-220:])
            or _MESSAGE.search(before[-140:])
        ):
            continue
        if match.group().startswith(("sau khi", "ngay sau khi")) and len(before.split()) < 3:
            continue
        return made(flat, start, Term("ad_hoc", match.start(), match.end()))
    return None


def condition_of(flat: Flat, start: int, end: int) -> Deadline:
    """An ad hoc deadline whose condition is the stretch itself."""
    return made(flat, start, Term("ad_hoc", 0, end - start))


def made(flat: Flat, start: int, term: Term, rolls: bool = False) -> Deadline:
    """The deadline of a term whose place counts from `start`."""
    begin, end = start + term.start, start + term.end
    while begin < end and flat.text[begin] in " ,;:(":
        begin += 1
    while end > begin and (
        flat.text[end - 1] in " ,;:.(" or (flat.text[end - 1] == ")" and "(" not in flat.text[begin:end])
    ):
        end -= 1
    return Deadline(
        term.kind,
        flat.text[begin:end],
        term.time,
        term.date,
        term.amount,
        term.basis,
        flat.span(begin, end),
        term.inclusive,
        every=term.every,
        times=term.times,
        lasting=term.lasting,
        rolls=rolls,
        doubt=term.doubt,
        reason=term.reason,
        also_at=term.also_at,
    )
