"""Stage 8a, first half: single days and terms (ngày cụ thể, cuối kỳ, trong thời hạn).

Reads: the folded words of one duty. Writes: the one day or term that limits it. A year or a month that the words
leave out is borrowed from the day of the document, and told so.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from .dates import DAY, day_of
from .terms import CLOCK, COUNT, Term, amount_of, clock_of, is_exclusive, number_of, quarter_of

Issued = date | int | None  # the day of the document, or only its year

INFERRED = "năm suy từ ngày văn bản"
_MISSING = "không ghi năm và văn bản không có ngày"
_REFERRED = "dẫn thời hạn ở chỗ khác"
_BEFORE = (
    r"(?:(?:phải\s+)?(?:hoàn thành|xong|kết thúc|thời gian hoàn thành|thời hạn hoàn thành|thời hạn"
    r"|hạn cuối|hạn chót|thời gian|gửi|nộp)?\s*:?\s*(?:xong\s+)?"
    r"(?P<word>trước|chậm nhất(?:\s+(?:là|vào|đến|trước|trong|ngày))*|muộn nhất(?:\s+(?:là|vào|đến"
    r"|trước))*|đến hết|đến|hạn cuối(?:\s+là)?|xong trong|trong|vào lúc|lúc|vào|hết))"
)
_ONCE = re.compile(
    rf"{_BEFORE}\s*:?\s*(?:{CLOCK}[\s,]*)?(?:(?:hết"
    rf"|cuối)\s+)?(?:ngày\s*:?\s*)?(?:thứ \w+[,\s]*)?(?:\(?ngày\s*)?(?:ngày\s+)?{DAY}"
)
# A day after a word of finishing, without a word of limit: "Thời hạn: 15/4/2023", "hoàn thành ngày 30/6/2022".
_STATED = re.compile(
    r"(?:thời hạn(?: hoàn thành| gửi| nộp| báo cáo)?|hạn (?:chót|cuối|nộp|báo cáo)|thời gian (?:hoàn thành"
    r"|gửi|nộp|báo cáo)"
    rf"|hoàn thành|xong)\s*(?:là|:|vào)?\s*(?:{CLOCK}[\s,]*)?(?:ngày\s+)?{DAY}"
)
_RANGE = re.compile(
    rf"từ\s+(?:{CLOCK}[\s,]*)?(?:ngày\s+)?(?:\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{4}})?"
    rf"|\d{{1,2}} tháng \d{{1,2}}(?: năm \d{{4}})?)\s*(?:-|đến"
    rf"|cho đến)\s*(?P<full>hết\s+)?(?:ngày\s+)?{DAY}"
)
_SHORT = re.compile(
    rf"(?P<word>trước|chậm nhất(?:\s+(?:là|vào|đến|trước))*|đến hết"
    rf"|hạn cuối(?:\s+là)?)\s*(?:{CLOCK}[\s,]*)?(?:(?:hết\s+)?ngày\s+)?(?:hôm nay\s*\(?"
    rf"|mai\s*\(?)?(?:ngày\s+)?(\d{{1,2}})(?:\s?[/-]\s?"
    rf"|\s+tháng\s+)(\d{{1,2}})(?![\d/])(?!\s*[/-]\s*\d)"
)
_PERIOD = re.compile(
    r"(?:(?:hoàn thành|xong|thời gian|thời hạn|kết thúc"
    r"|thời gian hoàn thành)\s*:?\s*)?(?P<word>trong|trước|đến hết|hết|đến cuối|cuối|xong"
    r"|chậm nhất(?: là)?(?: trong)?)\s+"
    r"(?:(?:cuối\s+)?tháng\s+(?P<month>\d{1,2})|(?:cuối\s+)?qu[ýí]\s+(?P<quarter>iv|iii|ii|i"
    r"|[1-4]))\s*(?:[/.-]\s*|\s*,?\s*năm\s+)(?P<year>(?:19|20)\d\d)"
)
_SENDING = re.compile(r"(?:gửi|nộp|báo cáo|trình)\b[^,.;]{0,50}$")
_PERIOD_OF_YEAR = re.compile(
    r"(?:(?P<done>hoàn thành|xong|kết thúc)\s*:?\s*)?(?P<word>trong|trước|đến hết|hết|chậm nhất(?: là)?(?: trong)?)\s+"
    r"(?:tháng\s+(?P<month>\d{1,2})|qu[ýí]\s+(?P<quarter>iv|iii|ii|i|[1-4]))"
    r"(?!\w|\s*[/.-]\s*\d|\s*,?\s*năm|\s*,\s*\d|\s+và\s+\d|\s+vừa qua|\s+qua\b)"
)
_TELLS_PAST = re.compile(
    r"(?:nhiệm vụ|công tác|kế hoạch|tình hình|kết quả|số liệu|diễn ra|cao điểm|hành động|phát sinh|đã|thi đua"
    r"|phong trào)"
    r"[^,.;]{0,30}$"
)
_YEAR = re.compile(r"(?:hoàn thành|xong|kết thúc)\s*(?:dứt điểm\s*)?(?P<word>trong|trước)\s+năm\s+(?P<year>20\d\d)")
_UNIT = r"(?P<unit>giờ|h\b|ngày|tuần|tháng|năm)"
_WITHIN = re.compile(
    rf"(?:(?P<lead>trong(?: vòng| thời gian| thời hạn| khoảng thời gian)?|(?:thời hạn|thời gian)(?: là)?"
    rf"|chậm nhất(?: là)?(?: sau| trong)?(?: vòng)?|không quá|tối đa(?: là)?"
    rf"|sau)\s+)(?P<count>{COUNT})\s*{_UNIT}(?P<work>\s+làm việc)?"
    rf"(?P<since>[\s,(]*(?:kể |tính |bắt đầu )?(?:từ|sau|trước)(?:\s+(?:ngày|khi|lúc|thời điểm"
    rf"|{CLOCK}))*[^.;,)]{{0,160}})?"
)
_ANSWERING = re.compile(
    r"(?:thời (?:gian|hạn)|chậm nhất|trả lời|giải quyết|xử lý|hoàn thành|xong|báo cáo|thẩm định|xác minh"
    r"|khắc phục|kiểm tra"
    r"|gửi|nộp|thông báo)[^,.;]{0,60}$"
)
_AFTER_EVENT = re.compile(
    rf"sau (?:khi )?(?:kết thúc|hoàn thành|nhận|ban hành|có|khi)\b[^,.;\d]{{3,60}}?\s(?P<count>{COUNT})\s+{_UNIT}"
    r"(?P<work>\s+làm việc)?"
)
_BEFORE_EVENT = re.compile(
    rf"(?:ít nhất |tối thiểu "
    rf"|chậm nhất )?(?P<count>\d{{1,3}})\s*{_UNIT}(?P<work>\s+làm việc)?\s+trước\s+(?:khi"
    rf"|ngày)\s[^.;,]{{3,80}}"
)
_AHEAD_OF_EVENT = re.compile(
    rf"trước (?:khi )?[^,.;\d]{{3,50}}?\s(?:ít nhất|tối thiểu"
    rf"|chậm nhất)\s+(?P<count>{COUNT})\s+{_UNIT}(?P<work>\s+làm việc)?"
)
_REFERENCE = re.compile(
    r"theo (?:đúng )?(?:thời gian|thời hạn|tiến độ|mốc thời gian)(?:,? (?:đã|được|nêu|quy định|ghi|yêu cầu))* (?:tại|ở)"
    r" (?P<place>(?:khoản|điểm|mục|điều|phần|gạch)\s[^,;.]{1,40})"
)


def single_in(words: str, issued: Issued) -> Term | None:
    """The day or the term that limits the duty, or None."""
    return (
        _range(words)
        or _once(words)
        or _stated(words)
        or _short(words, issued)
        or _period(words)
        or _period_of_year(words, issued)
        or _within(words)
        or _same_day(words)
        or _referred(words)
    )


def _year_of(issued: Issued, month: int) -> int | None:
    """The year of a day without one: the document's, or the next where the month is long past by then."""
    if not isinstance(issued, date):
        return issued
    return issued.year + (1 if month < issued.month - 1 else 0)


def _once(words: str) -> Term | None:
    for match in _ONCE.finditer(words):
        groups = match.groups()
        day = day_of(groups[3:9])
        word = match.group("word")
        if day is None or (word in ("vào", "lúc", "đến", "trong", "hết") and not _limits(words, match)):
            continue
        if re.search(r"(?:từ|kể từ|tính từ)\s[^,;.]{0,12}$", words[: match.start()]) and word != "đến hết":
            continue
        time = clock_of(groups[1], groups[2])
        return Term("once", match.start(), match.end(), time, day.isoformat(), None, "explicit", not is_exclusive(word))
    return None


def _limits(words: str, match: re.Match[str]) -> bool:
    """Weak words ("vào", "đến") limit a task only beside a clock time or a word of finishing or reporting."""
    if match.group("word") == "trong" and re.search(r"trong\s+(?:buổi \w+ )?ngày", match.group()):
        return True
    if match.group("word") in ("vào", "lúc", "trong"):
        return match.groups()[1] is not None
    return match.group("word") in ("hết",) or bool(
        re.search(r"(?:hoàn thành|thời hạn|thời gian|xong|gia hạn)[^.;]{0,40}$", words[: match.start("word")])
    )


def _stated(words: str) -> Term | None:
    match = _STATED.search(words)
    day = day_of(match.groups()[2:8]) if match else None
    if match is None or day is None:
        return None
    return Term("once", match.start(), match.end(), clock_of(*match.groups()[:2]), day.isoformat(), None, "explicit")


def _range(words: str) -> Term | None:
    for match in _RANGE.finditer(words):
        day = day_of(match.groups()[3:9])
        if day is not None:
            return Term("once", match.start(), match.end(), None, day.isoformat(), None, "explicit")
    return None


def _short(words: str, issued: Issued) -> Term | None:
    for match in _SHORT.finditer(words):
        groups = match.groups()
        day, month = int(groups[3]), int(groups[4])
        if not (1 <= day <= 31 and 1 <= month <= 12):
            continue
        year = _year_of(issued, month)
        if isinstance(issued, date) and re.match(r"\s*(?:của )?năm sau\b", words[match.end() :]):
            year = issued.year + 1
        return Term(
            "once",
            match.start(),
            match.end(),
            clock_of(groups[1], groups[2]),
            f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}",
            None,
            "year_inferred" if year else "year_missing",
            not is_exclusive(match.group("word")),
            doubt=0.3 if year else 0.7,
            reason=INFERRED if year else _MISSING,
        )
    return None


def _period(words: str) -> Term | None:
    for match in _PERIOD.finditer(words):
        if term := _period_end(match, int(match.group("year")), "period_end"):
            return term
    whole_year = _YEAR.search(words)
    if whole_year:
        end = f"{whole_year.group('year')}-12-31"
        return Term("once", whole_year.start(), whole_year.end(), None, end, None, "period_end")
    return None


def _period_end(match: re.Match[str], year: int, basis: str) -> Term | None:
    month = int(match.group("month")) if match.group("month") else 3 * quarter_of(match.group("quarter"))
    if not 1 <= month <= 12:
        return None
    if match.group("word") == "trước" and "cuối" not in match.group():
        first = month if match.group("month") else month - 2
        return Term("once", match.start(), match.end(), None, f"{year}-{first:02}-01", None, basis, False)
    last = f"{year}-{month:02}-{monthrange(year, month)[1]}"
    return Term("once", match.start(), match.end(), None, last, None, basis)


def _period_of_year(words: str, issued: Issued) -> Term | None:
    """ "hoàn thành trong tháng 8": the month of the document's own year, unless it names what is told of."""
    for match in _PERIOD_OF_YEAR.finditer(words):
        month = int(match.group("month")) if match.group("month") else 3 * quarter_of(match.group("quarter"))
        year = _year_of(issued, month)
        if year is None or not 1 <= month <= 12:
            continue
        is_past = isinstance(issued, date) and year != issued.year
        before = words[: match.start()]
        if not match["done"] and (is_past or (_TELLS_PAST.search(before) and not _SENDING.search(before))):
            continue
        if term := _period_end(match, year, "year_inferred"):
            term.doubt, term.reason = 0.3, INFERRED
            return term
    return None


def _within(words: str) -> Term | None:
    for pattern in (_BEFORE_EVENT, _AHEAD_OF_EVENT):
        if match := pattern.search(words):
            return Term("within", match.start(), match.end(), None, None, _amount(match, -1), None)
    for match in _WITHIN.finditer(words):
        if _is_term(words, match):
            return Term("within", match.start(), match.end(), None, None, _amount(match, 1), None)
    if match := _AFTER_EVENT.search(words):
        return Term("within", match.start(), match.end(), None, None, _amount(match, 1), None)
    return None


def _is_term(words: str, match: re.Match[str]) -> bool:
    """A stretch of time that limits the act, and not one that measures or dates something else."""
    lead, unit = match.group("lead"), match.group("unit")
    if unit == "năm" or re.match(r"\s*(?:đầu|cuối|liên tục|qua|gần đây|năm|tới\b|tuổi)", words[match.end("unit") :]):
        return False
    if re.match(r"\s*(?:một |1 |01 )?lần", words[match.end("unit") :]):
        return False
    if match.group("since"):
        return lead.startswith(("trong", "chậm nhất", "không quá", "tối đa", "thời hạn", "thời gian", "sau"))
    if lead == "sau":
        return re.match(r"\s*(?:[.;,)]|$)", words[match.end() :]) is not None
    if lead in ("trong", "không quá", "tối đa", "tối đa là", "thời gian", "thời hạn"):
        return match.group("work") is not None or _ANSWERING.search(words[: match.start()]) is not None
    return True


def _same_day(words: str) -> Term | None:
    """ "trước 20h cùng ngày": the day is that of the deadline before."""
    match = re.search(rf"(?P<word>trước|chậm nhất(?: là| vào| lúc)*)\s+{CLOCK}[\s,]*cùng ngày", words)
    if match is None:
        return None
    time = clock_of(*match.groups()[1:3])
    exclusive = is_exclusive(match.group("word"))
    return Term("once", match.start(), match.end(), time, None, None, "by_reference", not exclusive)


def _referred(words: str) -> Term | None:
    match = _REFERENCE.search(words)
    if match is None:
        return None
    return Term("once", match.start(), match.end(), basis="by_reference", doubt=0.5, reason=_REFERRED)


def place_referred(words: str) -> str | None:
    """The clause that a term is said to stand in: "khoản 2 Mục này"."""
    match = _REFERENCE.search(words)
    return match.group("place") if match else None


def _amount(match: re.Match[str], sign: int) -> str:
    return amount_of(number_of(match.group("count")) * sign, match.group("unit"))
