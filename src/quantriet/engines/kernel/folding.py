"""Folding of Vietnamese text for matching, with the way back to the original offsets.

Two writers of one word differ in Unicode form (NFC, NFD), in the place of the tone mark (hoà, hòa), in dashes,
quotation marks and case. `fold` makes them equal, one character for one character, so that an offset in the
folded text is an offset in the NFC text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

# The old style puts the tone on the first vowel's partner: oà, oè, uỳ. The new style (hòa, khỏe, thủy) is taken.
_OLD_STYLE = re.compile("(o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?<![qQ]..)(?![a-zà-ỹ])")
_OPEN = {"o": "oòóỏõọ", "u": "uùúủũụ"}
_TONES = {letter: tone for row in ("àáảãạ", "èéẻẽẹ", "ỳýỷỹỵ") for tone, letter in enumerate(row, start=1)}
_BARE = {letter: bare for bare, row in (("a", "àáảãạ"), ("e", "èéẻẽẹ"), ("y", "ỳýỷỹỵ")) for letter in row}
_SIGNS = (
    dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛´`′", "'")
    | dict.fromkeys("\u00a0\u2007\u202f\t", " ")
)


def _move_tone(match: re.Match[str]) -> str:
    first, second = tuple(match.group(1))
    return _OPEN[first][_TONES[second]] + _BARE[second]


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # A few foreign capitals grow when lowered (İ): those stay, so that offsets hold.
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _plain_signs(text: str) -> str:
    # Few signs stand in any text, and looking for each is far quicker than translating every letter.
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    return text


def fold(text: str) -> str:
    """NFC text in a form for matching, of the same length as the NFC text.

    >>> fold("Uỷ ban – HOÀ BÌNH") == fold("Ủy ban - Hòa Bình")
    True
    >>> fold("quý III")   # "qu" is one consonant, its tone stays
    'quý iii'
    """
    return _OLD_STYLE.sub(_move_tone, _plain_signs(_lower(unicodedata.normalize("NFC", text))))


def fold_key(text: str) -> str:
    """A key for comparing names: folded, letters and digits only, one space between words.

    >>> fold_key("  Sở Lao động – TB&XH ;")
    'sở lao động tb xh'
    """
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


@dataclass(frozen=True, slots=True)
class Folded:
    """Text folded and with its white space collapsed, and the way back to the offsets of the original.

    >>> folded = Folded.make("Uỷ  ban\\nnhân dân")
    >>> folded.text
    'ủy ban nhân dân'
    >>> folded.origin(7)      # the n of "nhân"
    8
    """

    text: str
    _starts: tuple[int, ...]
    _origins: tuple[int, ...]

    @classmethod
    def make(cls, text: str) -> Folded:
        """Fold `text`, which must be NFC for the offsets to be those of the caller's own text."""
        words: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        length = 0
        for match in re.finditer(r"\S+", fold(text)):
            starts.append(length)
            origins.append(match.start())
            words.append(match.group())
            length += len(match.group()) + 1
        return cls(" ".join(words), tuple(starts), tuple(origins))

    def origin(self, offset: int) -> int:
        """The offset in the original of a character of `text`."""
        at = bisect_right(self._starts, offset) - 1
        return self._origins[at] + offset - self._starts[at] if at >= 0 else 0
