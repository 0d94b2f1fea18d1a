"""Stage 8a: deadlines and recurrences in a stretch of text (thời hạn, định kỳ, đột xuất).

Reads: the folded text of one duty. Writes: the deadline that limits it, or None. Words of urgency ("ngay", "khẩn
trương") are no deadline. A date inside a citation never counts, since every pattern asks for a limiting word.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from .dates import DAY, day_of
from .flat import Flat
from .shapes import Deadline

_CLOCK = r"(?:(\d{1,2})\s?(?:giờ|h|g|:)\s?(\d{2})?\s?(?:phút|')?(?:\s?(?:sáng|trưa|chiều|tối))?)"
_BEFORE = (
    r"(?:(?:phải\s+)?(?:hoàn thành|xong|kết thúc|thời gian hoàn thành|thời hạn hoàn thành|thời hạn"
    r"|hạn cuối|hạn chót|thời gian|gửi|nộp)?\s*:?\s*(?:xong\s+)?"
    r"(?P<word>trước|chậm nhất(?:\s+(?:là|vào|đến|trước|trong|ngày))*|muộn nhất(?:\s+(?:là|vào|đến"
    r"|trước))*|đến hết|đến|hạn cuối(?:\s+là)?|xong trong|trong|vào lúc|lúc|vào|hết))"
)
_ONCE = re.compile(
    rf"{_BEFORE}\s*:?\s*(?:{_CLOCK}[\s,]*)?(?:(?:hết"
    rf"|cuối)\s+)?(?:ngày\s*:?\s*)?(?:thứ \w+[,\s]*)?(?:\(?ngày\s*)?(?:ngày\s+)?{DAY}"
)
_RANGE = re.compile(
    rf"từ\s+(?:{_CLOCK}[\s,]*)?(?:ngày\s+)?(?:\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{4}})?"
    rf"|\d{{1,2}} tháng \d{{1,2}}(?: năm \d{{4}})?)\s*(?:-|đến"
    rf"|cho đến)\s*(?P<full>hết\s+)?(?:ngày\s+)?{DAY}"
)
_SHORT = re.compile(
    rf"(?P<word>trước|chậm nhất(?:\s+(?:là|vào|đến|trước))*|đến hết"
    rf"|hạn cuối(?:\s+là)?)\s*(?:{_CLOCK}[\s,]*)?(?:(?:hết\s+)?ngày\s+)?(?:hôm nay\s*\(?"
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
_YEAR = re.compile(r"(?:hoàn thành|xong|kết thúc)\s*(?:dứt điểm\s*)?(?P<word>trong|trước)\s+năm\s+(?P<year>20\d\d)")
_UNIT = r"(?P<unit>giờ|h\b|ngày|tuần|tháng|năm)"
_WITHIN = re.compile(
    rf"(?:(?:trong(?: vòng| thời gian| thời hạn| khoảng thời gian)?|(?:thời hạn|thời gian)(?: là)?"
    rf"|chậm nhất(?: là)?(?: sau| trong)?(?: vòng)?|không quá|tối đa(?: là)?"
    rf"|sau)\s+)(?P<count>\d{{1,3}})(?:\s*\([^)]{{1,20}}\))?\s*{_UNIT}(?P<work>\s+làm việc)?"
    rf"(?P<since>[\s,(]*(?:kể |tính |bắt đầu )?(?:từ|sau|trước)(?:\s+(?:ngày|khi|lúc|thời điểm"
    rf"|{_CLOCK}))*[^.;,)]{{0,160}})?"
)
_BEFORE_EVENT = re.compile(
    rf"(?:ít nhất |tối thiểu "
    rf"|chậm nhất )?(?P<count>\d{{1,3}})\s*{_UNIT}(?P<work>\s+làm việc)?\s+trước\s+(?:khi"
    rf"|ngày)\s[^.;,]{{3,80}}"
)
_DAY_MONTH = r"(\d{1,2})(?:\s*[/-]\s*|\s+tháng\s+)(\d{1,2})(?!\s*[/-]?\d)"
_H = r"(?:hàng|hằng|mỗi)"
_DAILY = re.compile(
    rf"\b{_H} ngày\b|\b\d{{1,2}}\s?lần\s?/\s?ngày|mỗi ngày \d+ lần|vào các ngày làm việc"
    rf"|các ngày làm việc trong tuần|theo ngày\b"
)
_WEEKLY = re.compile(
    rf"\b{_H} tuần\b|\d{{1,2}}\s?lần\s?/\s?tuần|lịch tuần|thứ (?:hai|ba|tư|năm|sáu|bảy|\d) (?:{_H}"
    rf"|của) tuần|trong tuần(?=\s*\d lần)"
)
_MONTHLY = re.compile(
    rf"\b{_H} tháng\b|\d{{1,2}}\s?lần\s?/\s?tháng|định kỳ \d{{1,2}} ngày trong tháng"
    rf"|ngày \d{{1,2}} (?:của )?{_H} tháng|định kỳ (?:theo )?tháng"
)
_QUARTERLY = re.compile(
    rf"\b{_H} qu[ýí]\b|\d{{1,2}}\s?lần\s?/\s?qu[ýí]|định kỳ (?:theo )?qu[ýí]|(?:0?3" rf"|ba) tháng (?:một|1|01) lần"
)
_HALF = re.compile(
    r"(?:0?6|sáu) tháng (?:một|1|01) lần|(?:0?6|sáu) tháng\s*/\s*lần|(?:định kỳ|báo cáo|hằng|hàng"
    r"|sơ kết)\s*(?:kết quả\s*)?(?:\d\s)?(?:0?6|sáu) tháng(?! (?:đầu|cuối))|(?:0?6"
    r"|sáu) tháng\s*(?:,|và|/)?\s*(?:hằng|hàng|1|một) năm"
    r"|(?:0?6|sáu) tháng\s*(?:,|và)\s*(?:báo cáo\s+)?(?:cả\s+)?năm\b|cuối học kỳ (?:1"
    r"|i)\b[^.;]{0,20}cuối học kỳ|(?:sáu|0?6) tháng đầu năm và (?:cả )?năm|giữa học kỳ và cuối năm"
)
_YEARLY = re.compile(rf"\b{_H} năm\b|\d{{1,2}}\s?lần\s?/\s?năm|định kỳ (?:theo )?năm|mỗi năm (?:một|1|01) lần")
_EVENT = re.compile(
    r"(?:khi|nếu|trường hợp|trong trường hợp|lúc)\s+(?:có|xảy ra|phát hiện|xuất hiện|phát sinh"
    r"|được yêu cầu|cần thiết|nhận được|sự cố|cán bộ|để xảy ra|xét thấy|gặp|vượt)\b[^,;.()]{0,110}"
    r"|khi\s+[^,;.()]{3,40}?\b(?:xảy ra|phát sinh|xuất hiện|yêu cầu)\b"
    r"|nếu\s+[^,;.()]{4,110}|đột xuất(?:\s+khi\s+[^,;.()]{3,80}|\s*\([^)]{3,60}\)|\s+theo yêu cầu)?"
    r"|(?:ngay )?sau khi\s+[^,;.()]{6,160}"
)
_PURPOSE = re.compile(r"(?:^|[\s,;(])(?:để|đê|đề|đẻ|nhằm|tránh)\s(?!nghị|xuất|xảy|án|cao)[^,;.]{0,200}$")
_PLAN = re.compile(r"(?:kịch bản|phương án|kế hoạch|quy trình|tình huống|biện pháp)[^,;.]{0,60}$")
_MESSAGE = re.compile(r"(?:vận động|tuyên truyền|hướng dẫn|thông báo|phổ biến|khuyến cáo|nhắc nhở)\b[^,;.]{0,120}$")
_REFERENCE = re.compile(
    r"theo (?:đúng )?(?:thời gian|thời hạn|tiến độ|mốc thời gian)(?:,? (?:đã|được|nêu|quy định|ghi|yêu cầu))* tại"
    r" (?:khoản|điểm|mục|điều|phần)\s[^,;.]{1,40}"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(slots=True)
class _Draft:
    kind: str
    start: int
    end: int
    time: str | None = None
    date: str | None = None
    amount: str | None = None
    basis: str | None = None
    inclusive: bool = True


def find_deadline(flat: Flat, start: int, end: int, year: int | None = None) -> Deadline | None:
    """The deadline of the duty written from `start` to `end`; `year` is that of the document, if known."""
    words = flat.low[start:end]
    draft = _recurring(words)
    if draft is None and _DIGIT.search(words):
        draft = _range(words) or _once(words) or _short(words, year) or _period(words) or _term(words)
        draft = draft or _same_day(words) or _referred(words)
    if draft is None:
        return None
    return _made(flat, start, draft)


def find_condition(flat: Flat, start: int, end: int) -> Deadline | None:
    """The condition that starts a duty anywhere in it ("khi có …"), unless it stands in a purpose or a message."""
    words = flat.low[start:end]
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
        if match.group().startswith(("sau khi", "ngay sau khi")) and len(before.split()) < 4:
            continue
        return _made(flat, start, _Draft("ad_hoc", match.start(), match.end()))
    return None


def condition_of(flat: Flat, start: int, end: int) -> Deadline:
    """An ad hoc deadline whose condition is the stretch itself."""
    return _made(flat, start, _Draft("ad_hoc", 0, end - start))


def _made(flat: Flat, start: int, draft: _Draft) -> Deadline:
    begin, end = start + draft.start, start + draft.end
    while begin < end and flat.text[begin] in " ,;:(":
        begin += 1
    while end > begin and flat.text[end - 1] in " ,;:.(":
        end -= 1
    span = flat.span(begin, end)
    return Deadline(
        draft.kind, flat.text[begin:end], draft.time, draft.date, draft.amount, draft.basis, span, draft.inclusive
    )


def _clock(hour: str | None, minute: str | None) -> str | None:
    if hour is None or int(hour) > 24 or int(minute or 0) > 59:
        return None
    return f"{int(hour):02}:{int(minute or 0):02}"


def _is_exclusive(word: str) -> bool:
    return word.endswith("trước")


def _once(words: str) -> _Draft | None:
    for match in _ONCE.finditer(words):
        groups = match.groups()
        day = day_of(groups[3:9])
        word = match.group("word")
        if day is None or (word in ("vào", "lúc", "đến", "trong", "hết") and not _limits(words, match)):
            continue
        if re.search(r"(?:từ|kể từ|tính từ)\s[^,;.]{0,12}$", words[: match.start()]) and word != "đến hết":
            continue
        time = _clock(groups[1], groups[2])
        return _Draft(
            "once", match.start(), match.end(), time, day.isoformat(), None, "explicit", not _is_exclusive(word)
        )
    return None


def _limits(words: str, match: re.Match[str]) -> bool:
    """Weak words ("vào", "đến") limit a task only beside a clock time or a word of finishing or reporting."""
    if match.group("word") in ("vào", "lúc", "trong"):
        return match.groups()[1] is not None
    return match.group("word") in ("hết",) or bool(
        re.search(r"(?:hoàn thành|thời hạn|thời gian|xong|gia hạn)[^.;]{0,40}$", words[: match.start("word")])
    )


def _range(words: str) -> _Draft | None:
    for match in _RANGE.finditer(words):
        day = day_of(match.groups()[3:9])
        if day is not None:
            return _Draft("once", match.start(), match.end(), None, day.isoformat(), None, "explicit")
    return None


def _short(words: str, year: int | None) -> _Draft | None:
    for match in _SHORT.finditer(words):
        groups = match.groups()
        day, month = int(groups[3]), int(groups[4])
        if not (1 <= day <= 31 and 1 <= month <= 12):
            continue
        basis = "year_inferred" if year else "year_missing"
        date = f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
        return _Draft(
            "once",
            match.start(),
            match.end(),
            _clock(groups[1], groups[2]),
            date,
            None,
            basis,
            not _is_exclusive(match.group("word")),
        )
    return None


def _period(words: str) -> _Draft | None:
    for match in _PERIOD.finditer(words):
        year = int(match.group("year"))
        if match.group("month"):
            month = int(match.group("month"))
        else:
            quarter = match.group("quarter")
            month = 3 * (_ROMAN[quarter] if quarter in _ROMAN else int(quarter))
        if not 1 <= month <= 12:
            continue
        date = f"{year}-{month:02}-{monthrange(year, month)[1]}"
        return _Draft(
            "once", match.start(), match.end(), None, date, None, "period_end", match.group("word") != "trước"
        )
    whole_year = _YEAR.search(words)
    if whole_year:
        end = f"{whole_year.group('year')}-12-31"
        return _Draft("once", whole_year.start(), whole_year.end(), None, end, None, "period_end")
    return None


def _term(words: str) -> _Draft | None:
    if match := _BEFORE_EVENT.search(words):
        return _Draft("within", match.start(), match.end(), None, None, _amount(match, -1), None)
    for match in _WITHIN.finditer(words):
        lead = match.group()[: match.start("count") - match.start()].strip()
        has_limit = lead.startswith(("trong", "chậm nhất", "không quá", "tối đa", "thời hạn", "sau"))
        if lead in ("trong", "thời gian", "thời hạn", "sau", "không quá", "tối đa", "tối đa là") and not match.group(
            "since"
        ):
            continue
        if not has_limit or re.match(r"\s*(?:đầu|cuối|liên tục|qua|gần đây|năm)", words[match.end("unit") :]):
            continue
        if match.group("unit") == "năm":
            continue
        return _Draft("within", match.start(), match.end(), None, None, _amount(match, 1), None)
    return None


def _same_day(words: str) -> _Draft | None:
    """ "trước 20h cùng ngày": the day is that of the deadline before."""
    match = re.search(rf"(?P<word>trước|chậm nhất(?: là| vào| lúc)*)\s+{_CLOCK}[\s,]*cùng ngày", words)
    if match is None:
        return None
    time = _clock(*match.groups()[1:3])
    exclusive = _is_exclusive(match.group("word"))
    return _Draft("once", match.start(), match.end(), time, None, None, "by_reference", not exclusive)


def _referred(words: str) -> _Draft | None:
    match = _REFERENCE.search(words)
    return _Draft("once", match.start(), match.end(), basis="by_reference") if match else None


def _amount(match: re.Match[str], sign: int) -> str:
    count = int(match.group("count")) * sign
    unit = match.group("unit")
    if unit.startswith(("giờ", "h")):
        return f"{count}h"
    factor, letter = {"ngày": (1, "d"), "tuần": (7, "d"), "tháng": (1, "m"), "năm": (12, "m")}[unit]
    return f"{count * factor}{letter}"


_DIGIT = re.compile(r"\d")
_MAY_RECUR = re.compile(r"h[àằ]ng |mỗi |lần|tháng|lịch tuần|làm việc trong|học kỳ|định kỳ|theo ngày")


def _recurring(words: str) -> _Draft | None:
    if _MAY_RECUR.search(words) is None:
        return None
    for kind, pattern in (
        ("half_yearly", _HALF),
        ("daily", _DAILY),
        ("weekly", _WEEKLY),
        ("monthly", _MONTHLY),
        ("quarterly", _QUARTERLY),
        ("yearly", _YEARLY),
    ):
        for match in pattern.finditer(words):
            if _is_attribute(words, match, kind):
                continue
            return _with_days(kind, words, match)
    return None


def _is_attribute(words: str, match: re.Match[str], kind: str) -> bool:
    """A period that names a thing, not a duty: "lịch nghỉ thứ bảy hàng tuần", "chế độ chi trả hằng tháng"."""
    before = words[max(0, match.start() - 44) : match.start()]
    if kind == "weekly" and re.search(r"(?:nghỉ|chủ nhật)[^.;]{0,30}$", before):
        return True
    return bool(re.search(r"(?:chi trả|trợ cấp|tiền lương|chế độ|mức|lãi suất|học phí|thu nhập)[^,.;]{0,24}$", before))


def _with_days(kind: str, words: str, match: re.Match[str]) -> _Draft:
    """A recurrence with its named days and its clock, which stand a few words before or after it."""
    low, high = max(0, match.start() - 90), min(len(words), match.end() + 90)
    window = words[low:high]
    draft = _Draft(kind, match.start(), match.end())
    clock = re.search(rf"(?P<word>trước|vào lúc|lúc|chậm nhất(?: là| vào| lúc)*|đến)\s*{_CLOCK}", window)
    if clock and kind in ("daily", "weekly", "monthly"):
        hour, minute = clock.groups()[1:3]
        draft.time = _clock(hour, minute)
        draft.inclusive = not _is_exclusive(clock.group("word"))
        _widen(draft, low + clock.start(), low + clock.end())
    if kind == "monthly":
        days = re.search(
            rf"(?P<word>trước |chậm nhất (?:là |vào )?)?ngày\s+(\d{{1,2}})(?:\s*(?:và"
            rf"|,)\s*(?:ngày\s+)?(\d{{1,2}}))?\s+(?:của\s+)?{_H} tháng",
            window,
        )
        if days:
            draft.date = " ".join(f"---{int(day):02}" for day in days.groups()[1:] if day)
            draft.inclusive = not (days.group("word") or "").strip().endswith("trước")
            _widen(draft, low + days.start(), low + days.end())
    if kind in ("yearly", "half_yearly", "quarterly"):
        found = list(re.finditer(rf"(?P<word>trước |chậm nhất (?:là |vào )?)?(?:ngày\s+)?{_DAY_MONTH}", window))
        named = [
            (day.groups()[1:], day) for day in found if int(day.groups()[1]) <= 31 and 1 <= int(day.groups()[2]) <= 12
        ]
        if named:
            draft.date = " ".join(f"--{int(pair[1]):02}-{int(pair[0]):02}" for pair, _ in named)
            draft.inclusive = not any((day.group("word") or "").strip().endswith("trước") for _, day in named)
            for _, day in named:
                _widen(draft, low + day.start(), low + day.end())
    return draft


def _widen(draft: _Draft, start: int, end: int) -> None:
    draft.start, draft.end = min(draft.start, start), max(draft.end, end)
