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
from dataclasses import dataclass
from functools import lru_cache
from operator import ne

from quantriet.engines.kernel import Span, fold

_WORD = re.compile(r"\S+")
# White space that is not one plain space: what collapsing changes.
_GAPS = re.compile(r"[^\S ]\s*| \s+")


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """Words parted by white space, with their offsets."""
    for match in _WORD.finditer(text):
        yield match.start(), match.group()


def _bare_table() -> dict[int, str]:
    table = {code: chr(code) for code in range(0x250)}  # what stays is named too: a miss costs more than a hit
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
    lowered = text.translate(_BARE).lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.translate(_BARE).lower()) == 1 else char for char in text)


@lru_cache(maxsize=2)
def views(text: str) -> tuple[str, str]:
    """The whole of a text folded and bare; stretches are cut out of these, since folding is what costs."""
    return fold(text), bare(text)


@dataclass(slots=True)
class Flat:
    """Stretches of a text, white space collapsed and joined by spaces, with the way back.

    `low` is folded for matching (lower case, new tone marks, plain dashes), `bare` has no marks at all; offsets
    are the same in all three.
    """

    text: str
    low: str
    bare: str
    _starts: list[int]
    _origins: list[int]

    @classmethod
    def of(cls, text: str, spans: Iterable[Span]) -> Flat:
        chunks: list[tuple[int, int]] = []
        for span in spans:
            at, end = _stripped(text, span.start, span.end)
            for gap in _GAPS.finditer(text, at, end):
                if gap.start() > at:
                    chunks.append((at, gap.start()))
                at = gap.end()
            if at < end:
                chunks.append((at, end))
        starts: list[int] = []
        length = 0
        for start, end in chunks:
            starts.append(length)
            length += end - start + 1
        low, plain = views(text)
        if len(chunks) == 1:
            ((start, end),) = chunks
            return cls(text[start:end], low[start:end], plain[start:end], starts, [start])
        join = " ".join
        return cls(
            join([text[start:end] for start, end in chunks]),
            join([low[start:end] for start, end in chunks]),
            join([plain[start:end] for start, end in chunks]),
            starts,
            [start for start, _ in chunks],
        )

    def origin(self, offset: int) -> int:
        at = bisect_right(self._starts, offset) - 1
        return self._origins[at] + offset - self._starts[at] if at >= 0 else 0

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original text from `start` to `end` of this view."""
        if end <= start:
            at = self.origin(start)
            return Span(at, at)
        return Span(self.origin(start), self.origin(end - 1) + 1)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def share_of_capitals(text: str) -> float:
    """The share of capitals among the letters of a text, 0 where it has none."""
    lower = text.lower()
    letters = sum(map(ne, text.upper(), lower))
    return sum(map(ne, text, lower)) / letters if letters else 0.0
