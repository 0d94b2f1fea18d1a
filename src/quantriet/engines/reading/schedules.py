"""Stage 8a, second half: what recurs (định kỳ): by the day, week, month, quarter, half year, year.

Reads: the folded words of one duty. Writes: the recurrence with its named days, its hour, how many times and in every
how many units, and how long it lasts where the schedule changes with time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hours import hours_in
from .terms import CLOCK, COUNT, DAY_MONTH, EVERY, WEEKDAY, Term, amount_of, is_exclusive, number_of

_TIMES = rf"(?P<times>{COUNT})\s*lần"
# "mỗi ngày báo cáo 02 lần": the act may stand between, but not a comparison.
_TIMES_AFTER = re.compile(
    rf"\s*(?:(?!(?:gấp|tăng|giảm|hơn)\b)[^\W\d]+\s+){{0,5}}?(?:ít nhất |tối thiểu )?{_TIMES}(?!\s*(?:/|mỗi|trong|so\b))"
)
_TIMES_NEAR = 48  # characters behind a recurrence
_DAILY = (
    rf"\b{EVERY} ngày\b(?! (?:làm việc|sinh|thành lập))|{COUNT}\s*lần\s*(?:/|mỗi|trong)\s*(?:01 |1 |một )?ngày"
    rf"|{COUNT} lần (?:01|1|một) ngày"
    rf"|mỗi ngày {COUNT} lần|vào các ngày làm việc|các ngày làm việc trong tuần|theo ngày\b|(?<!\w)ngày {COUNT} lần"
)
_WEEKLY = (
    rf"\b{EVERY} tuần\b|{COUNT}\s*lần\s*(?:/|mỗi|trong)\s*(?:01 |1 |một )?tuần|lịch tuần|{WEEKDAY} (?:{EVERY}|của) tuần"
    rf"|trong tuần(?=\s*\d lần)|(?<!\w)tuần {COUNT} lần"
)
_MONTHLY = (
    rf"\b{EVERY} tháng\b|{COUNT}\s*lần\s*(?:/|mỗi|trong)\s*(?:01 |1 |một )?tháng|định kỳ \d{{1,2}} ngày trong tháng"
    rf"|ngày \d{{1,2}} (?:của )?{EVERY} tháng|định kỳ (?:theo )?tháng|(?<!\w)tháng {COUNT} lần"
    r"|ngày cuối (?:cùng )?(?:của )?tháng\b(?!\s*\d)|ngày \d{1,2} (?:của )?tháng (?:sau|kế tiếp|tiếp theo|liền kề)"
)
_QUARTERLY = (
    rf"\b{EVERY} qu[ýí]\b|{COUNT}\s*lần\s*(?:/|mỗi)\s*qu[ýí]|định kỳ (?:theo )?qu[ýí]"
    rf"|tháng cuối (?:của )?(?:mỗi )?qu[ýí]\b"
    r"|ngày cuối (?:cùng )?(?:của )?qu[ýí]\b|(?<!\w)qu[ýí] (?:một|1|01) lần"
)
_HALF = (
    r"(?:(?:0?6|sáu) tháng (?:một|1|01) lần|(?:0?6|sáu) tháng\s*/\s*(?:01 )?lần|(?:định kỳ|báo cáo|hằng|hàng|mỗi"
    r"|sơ kết)\s*(?:kết quả\s*)?(?:\d\s)?(?:0?6|sáu) tháng(?! (?:đầu|cuối))|(?:0?6|sáu) tháng(?=\s*(?:,|và|/)?\s*"
    r"(?:báo cáo\s+)?(?:hằng|hàng|1|một|cả) năm))(?:\s*(?:,|và|/)?\s*(?:báo cáo\s+)?(?:hằng|hàng|một|1|cả)? ?năm\b)?"
    r"|(?:0?6|sáu) tháng\s*(?:,|và)\s*năm\b|cuối học kỳ (?:1"
    r"|i)\b[^.;]{0,20}cuối học kỳ|(?:sáu|0?6) tháng đầu năm và (?:cả )?năm|giữa học kỳ và cuối năm"
    rf"|{EVERY} học kỳ\b|{COUNT}\s*lần\s*/\s*học kỳ"
)
_YEARLY = rf"\b{EVERY} năm\b|{COUNT}\s*lần\s*(?:/|mỗi)\s*năm|định kỳ (?:theo )?năm|(?<!\w)năm {COUNT} lần"
# "hai tuần một lần", "10 ngày/lần": every so many units.
_ONCE_IN = rf"(?P<count>{COUNT})\s*(?P<unit>ngày|tuần|tháng|năm)\s*(?:/\s*|\s)(?:một |1 |01 )?lần\b"
_PATTERNS = tuple(
    (kind, needed, re.compile(pattern))
    for kind, needed, pattern in (  # what each pattern holds in all its ways, one of which is looked for first
        ("half_yearly", ("tháng", "học kỳ"), _HALF),
        ("interval", ("lần",), _ONCE_IN),
        ("daily", ("ngày",), _DAILY),
        ("weekly", ("tuần",), _WEEKLY),
        ("monthly", ("tháng",), _MONTHLY),
        ("quarterly", ("quý", "quí"), _QUARTERLY),
        ("yearly", ("năm",), _YEARLY),
    )
)
_MAY_RECUR = re.compile(r"h[àằ]ng |mỗi |từng |lần|tháng|lịch tuần|làm việc trong|học kỳ|định kỳ|theo ngày|ngày cuối")
_INTERVALS = {("tháng", 3): ("quarterly", 1), ("tháng", 6): ("half_yearly", 1), ("tháng", 12): ("yearly", 1)}
_UNITS = {"ngày": "daily", "tuần": "weekly", "tháng": "monthly", "năm": "yearly"}
# How long one schedule holds before the next: "01 lần/ngày trong 01 tuần đầu".
_LASTING = re.compile(
    r"[\s,]{0,2}(?:\([^()]{3,60}\)\s*)?(?:liên tục )?trong\s+"
    rf"(?:vòng |thời gian )?(?P<count>{COUNT})\s*(?P<unit>ngày|tuần|tháng)"
    r"(?:\s+(?:đầu tiên|đầu|tiếp theo|kế tiếp|tiếp|sau đó|sau|liên tục|liền|cuối))?"
)
_QUARTER_MONTHS = (3, 6, 9, 12)
_NEAR = 90  # characters around a recurrence in which its days and its hour stand


def recurrence_in(words: str) -> Term | None:
    """The first recurrence that the words state, of the kind looked for first."""
    return next(recurrences_in(words), None)


def recurrences_in(words: str) -> Iterator[Term]:
    """The recurrences that the words state, one of each kind at most."""
    if _MAY_RECUR.search(words) is None:
        return
    for kind, needed, pattern in _PATTERNS:
        if not any(word in words for word in needed):
            continue
        for match in pattern.finditer(words):
            if _is_attribute(words, match, kind):
                continue
            yield _with_days(_term_of(kind, words, match), words)
            break


def _term_of(kind: str, words: str, match: re.Match[str]) -> Term:
    term = Term(kind, match.start(), match.end())
    if kind == "interval":
        count, unit = number_of(match.group("count")), match.group("unit")
        term.kind, term.every = _INTERVALS.get((unit, count), (_UNITS[unit], count))
        if (unit, count) == ("ngày", 7):
            term.kind, term.every = "weekly", 1
    else:
        term.times, term.end = _times(words, match)
    if lasting := _LASTING.match(words, term.end):
        term.lasting = amount_of(number_of(lasting.group("count")), lasting.group("unit"))
        term.end = lasting.end()
    return term


def _times(words: str, match: re.Match[str]) -> tuple[int, int]:
    """ "02 lần/ngày", "mỗi tháng 2 lần": how many times in each unit, and where that is told."""
    inside = re.search(_TIMES, match.group())
    after = _TIMES_AFTER.match(words[match.end() : match.end() + _TIMES_NEAR])
    found = inside or after
    end = match.end() + after.end() if after and not inside else match.end()
    return (max(1, min(number_of(found.group("times")), 24)) if found else 1), end


def _is_attribute(words: str, match: re.Match[str], kind: str) -> bool:
    """A period that names a thing, not a duty: "lịch nghỉ thứ bảy hàng tuần", "chế độ chi trả hằng tháng"."""
    before = words[max(0, match.start() - 44) : match.start()]
    if kind == "weekly" and re.search(r"(?:nghỉ|chủ nhật)[^.;]{0,30}$", before):
        return True
    if kind == "daily" and re.search(r"giờ (?:hành chính|làm việc)[^.;]{0,20}$", before):
        return True
    return bool(
        re.search(
            r"(?:chi trả|trợ cấp|tiền lương|chế độ|mức|lãi suất|học phí|thu nhập|chỉ tiêu|bình quân)[^,.;]{0,24}$",
            before,
        )
    )


def _with_days(term: Term, words: str) -> Term:
    """A recurrence with its named days and its clock, which stand a few words before or after it."""
    low, high = max(0, term.start - _NEAR), min(len(words), term.end + _NEAR)
    window = words[low:high]
    if term.kind in ("daily", "weekly", "monthly"):
        _set_clock(term, words)
    if term.kind == "weekly":
        for day in re.finditer(
            rf"(?:(?:trước|chậm nhất|vào)\s+(?:{CLOCK}\s*)?)?(?:sáng |chiều |ngày )?{WEEKDAY}", window
        ):
            term.widen(low + day.start(), low + day.end())
    if term.kind == "monthly":
        _set_month_days(term, window, low)
    elif term.kind == "quarterly" and _set_quarter_days(term, window, low):
        pass
    elif term.kind in ("yearly", "half_yearly", "quarterly"):
        _set_year_days(term, window, low)
    if words[term.start : term.end].count("(") > words[term.start : term.end].count(")"):
        closing = words.find(")", term.end, term.end + _NEAR)
        term.end = closing + 1 if closing >= 0 else term.end
    return term


def _set_clock(term: Term, words: str) -> None:
    hours = hours_in(words, term.start, term.end)
    if hours is not None and hours.clocks:
        term.time = hours.clocks[0]
        term.inclusive = hours.is_inclusive
        term.widen(hours.start, hours.end)
    if term.kind == "daily":
        _set_times(term, hours.clocks if hours else ())


def _set_times(term: Term, clocks: tuple[str, ...]) -> None:
    """How many times a day, by the number told and the hours named; what has no hour is doubted."""
    term.also_at = clocks[1:]
    term.times = max(term.times, len(clocks))
    if term.times > max(len(clocks), 1):
        named = f"chỉ nêu {len(clocks)} giờ" if clocks else "không nêu giờ"
        term.doubt, term.reason = 0.4, f"nêu {term.times} lần một ngày nhưng {named}"


_LAST_DAY = re.compile(r"ngày cuối (?:cùng )?(?:của )?(?:mỗi )?tháng")
_WORD = r"(?P<word>trước |chậm nhất (?:là |vào )?)?"
_MONTH_DAYS = re.compile(
    rf"{_WORD}(?:các )?ngày\s+(\d{{1,2}})(?:\s*(?:,|và)\s*(?:ngày\s+)?(\d{{1,2}}))?(?!\s*[/-]\s*\d|\d|\s*tháng\s*\d"
    rf"|\s*(?:ngày|tháng|giờ)?\s*/|\s*lần|\s*làm việc|\s*giờ)(?:\s+(?:của\s+)?(?:{EVERY} tháng|tháng sau|tháng))?"
)


def _set_month_days(term: Term, window: str, low: int) -> None:
    days = next((day for day in _MONTH_DAYS.finditer(window) if 1 <= int(day.group(2)) <= 31), None)
    if days is not None:
        named = [day for day in days.groups()[1:] if day and 1 <= int(day) <= 31]
        term.date = " ".join(f"---{int(day):02}" for day in named)
        term.inclusive = not is_exclusive(days.group("word") or "")
        term.widen(low + days.start(), low + days.end())
    elif last := _LAST_DAY.search(window):
        term.date = "---31"
        term.widen(low + last.start(), low + last.end())


_QUARTER_DAYS = re.compile(
    rf"{_WORD}ngày\s+(?P<day>\d{{1,2}})\s+(?:của\s+)?(?:các\s+)?tháng cuối (?:của )?(?:mỗi )?qu[ýí]"
    rf"|(?P<last>cuối mỗi qu[ýí]|ngày cuối)"
)


def _set_quarter_days(term: Term, window: str, low: int) -> bool:
    """ "ngày 25 tháng cuối quý": the same day of March, June, September and December."""
    match = _QUARTER_DAYS.search(window)
    if match is None:
        return False
    term.widen(low + match.start(), low + match.end())
    if match.group("day"):
        term.date = " ".join(f"--{month:02}-{int(match.group('day')):02}" for month in _QUARTER_MONTHS)
        term.inclusive = not is_exclusive(match.group("word") or "")
    return True


_YEAR_DAYS = re.compile(rf"{_WORD}(?:ngày\s+)?{DAY_MONTH}")


def _set_year_days(term: Term, window: str, low: int) -> None:
    found = [
        match
        for match in _YEAR_DAYS.finditer(window)
        if 1 <= int(match.groups()[1]) <= 31 and 1 <= int(match.groups()[2]) <= 12
    ]
    if found:
        term.date = " ".join(f"--{int(day.groups()[2]):02}-{int(day.groups()[1]):02}" for day in found)
        term.inclusive = not any(is_exclusive(day.group("word") or "") for day in found)
        for day in found:
            term.widen(low + day.start(), low + day.end())
        if term.kind == "yearly" and len(found) == 2:
            term.kind = "half_yearly"
