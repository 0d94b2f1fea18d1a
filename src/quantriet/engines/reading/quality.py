"""Whether a text layer is fit to be read (chất lượng lớp chữ).

Reads: lines. Writes: findings. Text recognised by a program for another language loses nearly every mark, and
rotated tables give rows of rubbish: both must be told, since nobody sees it in a list of extracted values.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from quantriet.engines.kernel import Finding, Severity, Span

from .flat import bare
from .layout import Line

_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{2,}")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:[aeiouy]|[iuoay][aeiouy]"
    r"|[uoiy][aeyo][aeiouy])(?:ch|ng|nh|[cmnptuiyo])?"
)
# A line of nothing but syllables; every group is final, so that no line is tried twice.
_ALL_SYLLABLES = re.compile(rf"(?:[\W\d_]*+(?>(?:{_SYLLABLE.pattern})(?![^\W\d_])))*+[\W\d_]*+")
_MARKED = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_FOREIGN = re.compile("[üçäöñßåæøëïû]")
_SAMPLE = 1500  # words
_MANY = 100  # lines; of more, every second says enough
_LEAST = 60  # fewer words say nothing about a text
_GARBLED = 0.75
_UNMARKED = 0.25
_ROWS = 6


@lru_cache(maxsize=20_000)
def _is_syllable(word: str) -> bool:
    return _SYLLABLE.fullmatch(word) is not None


@lru_cache(maxsize=20_000)
def _worth(word: str) -> tuple[bool, bool]:
    """Whether a word is a Vietnamese syllable, and whether it has Vietnamese marks."""
    plain, word = bare(word), word.lower()
    good = _SYLLABLE.fullmatch(plain) is not None and not _FOREIGN.search(word)
    return good, not word.isascii() and _MARKED.search(word) is not None


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares of words that are Vietnamese syllables and of those with marks, and how many words were asked."""

    good: float
    marked: float
    count: int

    @property
    def is_garbled(self) -> bool:
        """True of a text layer that lost so much that long values taken from it would be wrong."""
        return self.count >= _LEAST and self.good < _GARBLED


def quality_of(lines: Sequence[Line]) -> Quality:
    """How well the words at the beginning of a text can be read."""
    words: list[str] = []
    for line in lines[:: 2 if len(lines) > _MANY else 1]:
        words += _LONG_WORD.findall(line.text)
        if len(words) > _SAMPLE:
            break
    good = marked = 0
    for word, times in Counter(words).items():
        is_good, is_marked = _worth(word)
        good += times * is_good
        marked += times * is_marked
    count = len(words)
    return Quality(good / count, marked / count, count) if count else Quality(1.0, 1.0, 0)


def quality_findings(text: str, quality: Quality, lines: Sequence[Line], rubbish: Set[int]) -> list[Finding]:
    """Findings on the text layer as a whole, and on stretches of rubbish; `rubbish` holds starts of lines."""
    if quality.is_garbled:
        message = (
            "Lớp chữ của tệp bị hỏng: phần lớn từ không phải tiếng Việt, có lẽ do nhận dạng bằng ngôn ngữ khác. "
            "Hãy nhận dạng lại (OCR tiếng Việt) từ bản quét, hoặc nhập bằng tay."
        )
        return [Finding("reading.unusable_text", message, Span(0, len(text)), Severity.ERROR)]
    found = []
    if quality.count >= _LEAST and quality.marked < _UNMARKED:
        message = "Văn bản gần như không có dấu tiếng Việt nên dễ đọc sai. Hãy tìm bản có dấu hoặc soát kỹ từng mục."
        found.append(Finding("reading.no_marks", message, Span(0, len(text)), Severity.WARNING))
    message = "Đoạn này không đọc được, thường là bảng bị xoay hoặc hình. Hãy xem bản gốc của trang này."
    found += [Finding("reading.unusable_part", message, span) for span in _bad_runs(lines, rubbish)]
    return found


def _bad_runs(lines: Sequence[Line], rubbish: Set[int]) -> list[Span]:
    """Stretches of lines in which few words are Vietnamese."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        if line.start in rubbish:
            runs[-1].append(line)
        elif runs[-1] and len(line.text) > 40:
            runs.append([])
    return [Span(run[0].start, run[-1].end) for run in runs if len(run) >= _ROWS]


def is_rubbish(line: Line) -> bool:
    """A line in which hardly any word is Vietnamese."""
    if _ALL_SYLLABLES.fullmatch(line.bare):
        return False
    bares = _WORD.findall(line.bare)
    if sum(map(_is_syllable, bares)) > len(bares) - 2:
        return False  # one word alone is never half of three
    pairs = zip(_WORD.findall(line.text), bares, strict=False)
    words = [bare for word, bare in pairs if len(word) > 1 and not word.isupper()]  # abbreviations say nothing
    return len(words) >= 3 and sum(map(_is_syllable, words)) < 0.5 * len(words)
