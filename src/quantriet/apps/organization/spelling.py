"""Whether words of a document spell a unit's name: full words, or first letters (PBGDPL, TT, P.)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from quantriet.engines.kernel.folding import fold_key

# Written or left out at will: "Phòng Công chứng số 1" and "Phòng Công chứng 1", "Xây dựng và kiểm tra", "XD & KT".
_SILENT = {"và", "số"}


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words that count when names are compared.

    >>> words_of("Phòng Xây dựng & Kiểm tra VB")
    ('phòng', 'xây', 'dựng', 'kiểm', 'tra', 'vb')
    """
    return tuple(word for word in fold_key(text).split() if word not in _SILENT)


@lru_cache(maxsize=50_000)
def first_letter(word: str) -> str:
    """The first letter without marks; đ and d are one, since people type both in abbreviations."""
    return unicodedata.normalize("NFD", word[0])[0].replace("đ", "d")


def spells(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether `words` are the name with some runs of words cut down to their first letters.

    >>> name = words_of("Phòng Phổ biến, giáo dục pháp luật")
    >>> [spells(words_of(text), name) for text in ("P. Phổ biến GDPL", "Phòng PBGDPL", "Phòng Phổ biến")]
    [True, True, False]
    """
    if not words or not name:
        return not words and not name
    word = words[0]
    if word == name[0] and spells(words[1:], name[1:]):
        return True
    count = len(word)
    if count > len(name) or any(first_letter(letter) != first_letter(full) for letter, full in zip(word, name)):  # noqa: B905  # the name may go on
        return False
    return spells(words[1:], name[count:])


def variants(name: str) -> set[tuple[str, ...]]:
    """A unit's name as told, and without the agency or province that it ends with ("… Sở", "… tỉnh Phước An")."""
    words = words_of(name)
    found = {words}
    if words[:4] == ("ủy", "ban", "nhân", "dân") or words[:1] == ("ubnd",):
        return found  # a committee without its place could be any
    if len(words) > 1 and words[-1] in {"sở", "bộ", "cục", "tỉnh"}:
        found.add(words[:-1])
    for place in ("tỉnh", "thành"):
        if place in words[2:]:
            found.add(words[: words.index(place, 2)])
    return {variant for variant in found if variant}
