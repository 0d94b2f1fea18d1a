"""Times as people and machines write them, to whole seconds of one clock and back (đọc giờ).

A log's clock is the clock on the wall of its country: a time without an offset is read as it stands, one with an offset
or Z is moved to that clock. Seconds count from 1970-01-01 00:00 of that clock. Fractions of a second are dropped.
Days alone, other orders of day and month, and hours that no clock shows are refused: nothing is guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from .ingest_texts import Positions, Texts, Vocabulary
from .model import Seconds

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST = -(1 << 61)  # below every second of a calendar
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:([Tt ])(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s?([Zz]|[+-]\d\d(?::?\d\d)?)?)?", re.ASCII
)
_DIGITS = {16: (0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15), 19: (0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18)}
_MARKS = {4: "-", 7: "-", 13: ":", 16: ":"}
_DAYS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])


class BadTime(IntEnum):
    """Why a time is refused; stands in a column of seconds where the time would."""

    MISSING = -(1 << 62)
    UNREADABLE = -(1 << 62) + 1
    DATE_ONLY = -(1 << 62) + 2
    IMPOSSIBLE = -(1 << 62) + 3


def is_bad(seconds: Seconds) -> NDArray[np.bool_]:
    """Which rows of a column hold a `BadTime`."""
    return seconds < _EARLIEST


@dataclass(frozen=True, slots=True)
class TimeForm:
    """How the times of a log are written, so that answers are written the same way (cách ghi giờ).

    `separator` between day and hour, whether seconds are shown, and the offset that every time bore, else "".

    >>> TimeForm().write(1626940800), TimeForm(" ", True, "Z").write(1626940800, zone=7 * 3600)
    ('2021-07-22T08:00', '2021-07-22 01:00:00Z')
    """

    separator: str = "T"
    seconds: bool = False
    offset: str = ""

    def write(self, seconds: int, zone: int = 0) -> str:
        """The instant in this form; `zone` is what the log's clock is ahead of UTC, in seconds."""
        at = self.clock(seconds, zone)
        return at.isoformat(self.separator, "seconds" if self.seconds or at.second else "minutes") + self.offset

    def clock(self, seconds: int, zone: int = 0) -> datetime:
        """What a clock on the wall shows then, by the offset that the log's times bear; without time zone."""
        shift = _offset_seconds(self.offset) - zone if self.offset else 0
        return (_EPOCH + timedelta(seconds=seconds + shift)).replace(tzinfo=None)


class Times:
    """Reads columns of times of one log; each different text is read once.

    `zone` is what the log's clock is ahead of UTC, in seconds.
    """

    def __init__(self, zone: int) -> None:
        self.zone = zone
        self._texts = Vocabulary()
        self._known = 0
        self._seconds = np.empty(0, np.int64)
        self._has_offset = np.empty(0, np.bool_)
        self._has_fraction = np.empty(0, np.bool_)
        self._forms: Counter[tuple[str, bool, str]] = Counter()

    def number(self, column: Texts) -> Positions:
        """A number for each text, for the three questions below."""
        numbers = self._texts.number(column)
        fresh = self._texts.texts[self._known :]
        if fresh:
            self._known = len(self._texts.texts)
            self._learn(fresh)
        return numbers

    def seconds(self, numbers: Positions) -> Seconds:
        """Seconds of each text, or a `BadTime`."""
        return self._seconds[numbers]

    def has_offset(self, numbers: Positions) -> NDArray[np.bool_]:
        """Which texts name an offset from UTC."""
        return self._has_offset[numbers]

    def has_fraction(self, numbers: Positions) -> NDArray[np.bool_]:
        """Which texts name a fraction of a second."""
        return self._has_fraction[numbers]

    def form(self) -> TimeForm:
        """How most times of the log are written; an offset only if every one bears the same."""
        if not self._forms:
            return TimeForm()
        separators: Counter[str] = Counter()
        for (separator, _, _), count in self._forms.items():
            separators[separator] += count
        offsets = {offset for _, _, offset in self._forms}
        return TimeForm(
            separators.most_common(1)[0][0],
            any(seconds for _, seconds, _ in self._forms),
            offsets.pop() if len(offsets) == 1 else "",
        )

    def _learn(self, texts: list[str]) -> None:
        seconds = np.full(len(texts), BadTime.UNREADABLE, np.int64)
        flags = np.zeros((2, len(texts)), np.bool_)
        by_length: dict[int, list[int]] = {16: [], 19: [], 0: []}
        for at, text in enumerate(texts):
            by_length[len(text) if len(text) in _DIGITS and text.isascii() else 0].append(at)
        rest = by_length.pop(0)
        for length, places in by_length.items():
            if places:
                read, plain, spaced = _read_plain([texts[at] for at in places], length)
                seconds[places] = read
                rest += np.array(places)[~plain].tolist()
                self._count(length == 19, int(np.sum(spaced)), int(np.sum(plain & ~is_bad(read))))
        for at in rest:
            seconds[at] = read_time(texts[at], self.zone)
            flags[:, at] = self._note(texts[at]) if seconds[at] > _EARLIEST else False
        self._seconds = np.concatenate([self._seconds, seconds])
        self._has_offset = np.concatenate([self._has_offset, flags[0]])
        self._has_fraction = np.concatenate([self._has_fraction, flags[1]])

    def _count(self, shows_seconds: bool, spaced: int, good: int) -> None:
        for separator, count in ((" ", spaced), ("T", good - spaced)):
            if count:
                self._forms[separator, shows_seconds, ""] += count

    def _note(self, text: str) -> tuple[bool, bool]:
        """Count the form of a time that was read; whether it names an offset, and a fraction."""
        found = _ISO.fullmatch(text.strip())
        assert found is not None
        offset = (found[9] or "").upper()
        self._forms[found[4].upper(), bool(found[7]), offset] += 1
        return bool(offset), bool(found[8] and found[8].strip("0"))


def read_time(text: str, zone: int) -> int:
    """Seconds on a clock that is `zone` seconds ahead of UTC, or a `BadTime`; the plain twin of `Times`.

    >>> read_time("2021-07-22T08:00", 25200) == read_time("2021-07-22 01:00:00Z", 25200) == 1626940800
    True
    >>> BadTime(read_time("2021-02-29T08:00", 25200)).name, BadTime(read_time("22/07/2021 8:00", 25200)).name
    ('IMPOSSIBLE', 'UNREADABLE')
    """
    text = text.strip()
    if not text:
        return BadTime.MISSING
    found = _ISO.fullmatch(text)
    if not found:
        return BadTime.UNREADABLE
    year, month, day, _, hour, minute, second, _, offset = found.groups()
    try:
        at = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=UTC)
    except ValueError:
        return BadTime.IMPOSSIBLE
    if hour is None:
        return BadTime.DATE_ONLY
    seconds = (at - _EPOCH) // timedelta(seconds=1)
    if not offset:
        return seconds
    moved = _offset_seconds(offset)
    return BadTime.IMPOSSIBLE if abs(moved) > 14 * 3600 else seconds - moved + zone


def _offset_seconds(offset: str) -> int:
    if offset in "Zz":
        return 0
    digits = offset[1:].replace(":", "").ljust(4, "0")
    size = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    return -size if offset[0] == "-" else size


def _read_plain(texts: list[str], length: int) -> tuple[Seconds, NDArray[np.bool_], NDArray[np.bool_]]:
    """`2021-07-22T08:00[:00]`, many at once: seconds or IMPOSSIBLE; which are written so; which bear a space and hold.

    Where a text is not written so, its seconds mean nothing.
    """
    letters = np.frombuffer("".join(texts).encode("ascii"), np.uint8).reshape(-1, length)
    digits = letters[:, _DIGITS[length]] - np.uint8(ord("0"))  # what is no digit wraps round to more than 9
    plain = (digits <= 9).all(axis=1) & ((letters[:, 10] == ord("T")) | (letters[:, 10] == ord(" ")))
    for at, mark in _MARKS.items():
        if at < length:
            plain &= letters[:, at] == ord(mark)
    digits[~plain] = 0
    pairs = (digits[:, 0::2] * np.uint8(10) + digits[:, 1::2]).T.astype(np.int64)
    year, (month, day, hour, minute) = pairs[0] * 100 + pairs[1], pairs[2:6]
    second = pairs[6] if length == 19 else np.zeros_like(hour)
    months = np.clip(month, 0, 12)
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    real = (year >= 1) & (month >= 1) & (month <= 12) & (hour <= 23) & (minute <= 59) & (second <= 59)
    real &= (day >= 1) & (day <= _DAYS[months] + (leap & (months == 2)))
    first = ((year - 1970) * 12 + months - 1).astype("M8[M]").astype("M8[D]").astype(np.int64)
    seconds = (first + day - 1) * 86400 + hour * 3600 + minute * 60 + second
    return np.where(real, seconds, BadTime.IMPOSSIBLE), plain, plain & real & (letters[:, 10] == ord(" "))
