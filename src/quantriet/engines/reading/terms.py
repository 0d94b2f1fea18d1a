"""Signs that terms are made of, and a term while it is being read (cách ghi giờ, ngày, số đếm)."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Hours have two groups, days six; they are read by position, since the patterns stand twice in some expressions.
CLOCK = r"(?:(\d{1,2})\s?(?:giờ|h|g|:)\s?(\d{2})?\s?(?:phút|')?(?:\s?(?:sáng|trưa|chiều|tối))?)"
DAY_MONTH = r"(\d{1,2})(?:\s*[/-]\s*|\s+tháng\s+)(\d{1,2})(?!\s*[/-]?\d)"
EVERY = r"(?:hàng|hằng|mỗi|từng)"
_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười lăm": 15,
}  # fmt: skip
COUNT = rf"(?<![\d,.])(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?:\s*\([^()]{{1,20}}\))?"
WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)(?!\w)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(slots=True)
class Term:
    """One term, by its place in the folded words of a duty; its values are those of `Deadline`."""

    kind: str
    start: int
    end: int
    time: str | None = None
    date: str | None = None
    amount: str | None = None
    basis: str | None = None
    inclusive: bool = True
    every: int = 1
    times: int = 1
    lasting: str | None = None
    also_at: tuple[str, ...] = ()
    doubt: float = 0.0
    reason: str = ""

    def widen(self, start: int, end: int) -> None:
        self.start, self.end = min(self.start, start), max(self.end, end)


def number_of(words: str) -> int:
    """ "02", "hai" and "02 (hai)" as a number."""
    first = re.match(r"\d+", words)
    if first:
        return int(first.group())
    return _NUMBERS.get(re.sub(r"\s*\(.*", "", words).strip(), 1)


def quarter_of(words: str) -> int:
    return _ROMAN[words] if words in _ROMAN else int(words)


def clock_of(hour: str | None, minute: str | None) -> str | None:
    if hour is None or int(hour) > 24 or int(minute or 0) > 59:
        return None
    return f"{int(hour):02}:{int(minute or 0):02}"


def is_exclusive(word: str) -> bool:
    """ "trước ngày 31/7" leaves out the day itself, "chậm nhất ngày 31/7" does not."""
    return word.strip().endswith("trước")


def amount_of(count: int, unit: str) -> str:
    """ "24h", "10d", "3m"; weeks are told in days and years in months."""
    if unit.startswith(("giờ", "h")):
        return f"{count}h"
    factor, letter = {"ngày": (1, "d"), "tuần": (7, "d"), "tháng": (1, "m"), "năm": (12, "m")}[unit.strip()]
    return f"{count * factor}{letter}"
