"""Views of a text for matching, each with the way back to the offsets of the text.

`Flat` is a stretch of text with its white space collapsed to single spaces, so that a sentence wrapped over
three lines is one line to a pattern. `bare` drops the marks of Vietnamese letters, which damaged scans lose
first; both keep offsets.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quantriet.engines.kernel import Span, fold

_WORD = re.compile(r"\S+")


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """Words parted by white space, with their offsets."""
    for match in _WORD.finditer(text):
        yield match.start(), match.group()


def _bare_table() -> dict[int, str]:
    table = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(letter) == 1:
            table[code] = letter
    table.update({ord(sign): "d" for sign in "đĐÐð"})
    table.update({ord(sign): "-" for sign in "‐‑‒–—―−~"})
    return table


_BARE = _bare_table()


def bare(text: str) -> str:
    """Lower case without marks, one character for one: "QUYÉT ĐỊNH" and "Quyết định" give "quyet dinh"."""
    lowered = text.translate(_BARE)
    if lowered.isascii():
        return lowered.lower()
    return "".join(low if len(low := char.lower()) == 1 else char for char in lowered)


@dataclass(slots=True)
class Flat:
    """Stretches of a text, white space collapsed and joined by spaces, with the way back."""

    text: str
    _starts: list[int]
    _origins: list[int]
    _low: str = field(default="")
    _bare: str = field(default="")

    @classmethod
    def of(cls, text: str, spans: Iterable[Span]) -> Flat:
        words: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        length = 0
        for span in spans:
            for match in _WORD.finditer(text, span.start, span.end):
                starts.append(length)
                origins.append(match.start())
                words.append(match.group())
                length += len(match.group()) + 1
        return cls(" ".join(words), starts, origins)

    @property
    def low(self) -> str:
        """Folded for matching: lower case, new tone marks, plain dashes; same offsets as `text`."""
        if not self._low and self.text:
            self._low = fold(self.text)
        return self._low

    @property
    def bare(self) -> str:
        if not self._bare and self.text:
            self._bare = bare(self.text)
        return self._bare

    def origin(self, offset: int) -> int:
        at = bisect_right(self._starts, offset) - 1
        return self._origins[at] + offset - self._starts[at] if at >= 0 else 0

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original text from `start` to `end` of this view."""
        if end <= start:
            at = self.origin(start)
            return Span(at, at)
        return Span(self.origin(start), self.origin(end - 1) + 1)
