"""Whether a text layer is writing at all: a PDF may show letters on paper and yield rubbish when its text is taken."""

from __future__ import annotations

import unicodedata

from ..layout import lines_of
from ..normalise import normalise
from ..quality import quality_of

_SAMPLE = 30_000  # characters
_LEAST_WORDS = 20  # fewer say nothing about a text
_LEAST_SYLLABLES = 0.3  # shifted letters give 5–10 % by chance, English some 40 %
_LEAST_OWN = 0.5  # of the letters
_MOST_STRAY = 0.2  # of characters of private use, controls, replacement marks: fonts that do not say their letters


def is_binary(text: str, most: float = _MOST_STRAY) -> bool:
    """True of characters that are no writing in any language: more than this share of them."""
    written = [char for char in text[:_SAMPLE] if not char.isspace()]
    stray = sum(char == "\ufffd" or unicodedata.category(char) in {"Cc", "Co", "Cn", "Cs"} for char in written)
    return stray > most * max(len(written), 1)


def is_foreign(text: str) -> bool:
    """True of letters that are mostly of another script than Vietnamese."""
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    own = sum(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters)
    return own < _LEAST_OWN * len(letters)


def is_rubbish(text: str) -> bool:
    """True of text from which nothing can be read; a poorly recognised one is not rubbish yet."""
    sample = text[:_SAMPLE]
    if is_binary(sample):
        return True
    quality = quality_of(lines_of(normalise(sample)[0]))
    return quality.count >= _LEAST_WORDS and quality.good < _LEAST_SYLLABLES
