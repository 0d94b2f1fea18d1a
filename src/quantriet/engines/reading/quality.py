"""Whether a text layer is fit to be read (chất lượng lớp chữ).

Reads: lines. Writes: findings. Text recognised by a program for another language loses nearly every mark, and
rotated tables give rows of rubbish: both must be told, since nobody sees it in a list of extracted values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quantriet.engines.kernel import Finding, Severity, Span

from .layout import Line

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:[aeiouy]|[iuoay][aeiouy]"
    r"|[uoiy][aeyo][aeiouy])(?:ch|ng|nh|[cmnptuiyo])?"
)
_MARKED = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_FOREIGN = re.compile("[üçäöñßåæøëïû]")
_SAMPLE = 3000  # words
_ROWS = 6


def share_of_syllables(lines: Sequence[Line]) -> tuple[float, float, int]:
    """Shares of words that are Vietnamese syllables and of those with marks, and how many words were asked."""
    good = marked = count = 0
    for line in lines:
        for word, bare in zip(_WORD.findall(line.text.lower()), _WORD.findall(line.bare), strict=False):
            if len(word) < 2:
                continue
            count += 1
            good += bool(_SYLLABLE.fullmatch(bare)) and not _FOREIGN.search(word)
            marked += bool(_MARKED.search(word))
        if count > _SAMPLE:
            break
    return (good / count, marked / count, count) if count else (1.0, 1.0, 0)


def is_garbled(lines: Sequence[Line]) -> bool:
    """True of a text layer that lost so much that long values taken from it would be wrong."""
    good, _, count = share_of_syllables(lines)
    return count >= 60 and good < 0.75


def quality_findings(text: str, lines: Sequence[Line]) -> list[Finding]:
    good, marked, count = share_of_syllables(lines)
    if count >= 60 and good < 0.75:
        message = (
            "Lớp chữ của tệp bị hỏng: phần lớn từ không phải tiếng Việt, có lẽ do nhận dạng bằng ngôn ngữ khác. "
            "Hãy nhận dạng lại (OCR tiếng Việt) từ bản quét, hoặc nhập bằng tay."
        )
        return [Finding("reading.unusable_text", message, Span(0, len(text)), Severity.ERROR)]
    found = []
    if count >= 60 and marked < 0.25:
        message = "Văn bản gần như không có dấu tiếng Việt nên dễ đọc sai. Hãy tìm bản có dấu hoặc soát kỹ từng mục."
        found.append(Finding("reading.no_marks", message, Span(0, len(text)), Severity.WARNING))
    found += [
        Finding(
            "reading.unusable_part",
            "Đoạn này không đọc được, thường là bảng bị xoay hoặc hình. Hãy xem bản gốc của trang này.",
            span,
            Severity.WARNING,
        )
        for span in _bad_runs(lines)
    ]
    return found


def _bad_runs(lines: Sequence[Line]) -> list[Span]:
    """Stretches of lines in which few words are Vietnamese."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        if is_rubbish(line):
            runs[-1].append(line)
        elif runs[-1] and len(line.text) > 40:
            runs.append([])
    return [Span(run[0].start, run[-1].end) for run in runs if len(run) >= _ROWS]


def is_rubbish(line: Line) -> bool:
    """A line in which hardly any word is Vietnamese."""
    words = [word for word in _WORD.findall(line.bare) if len(word) > 1]
    good = sum(bool(_SYLLABLE.fullmatch(word)) for word in words)
    return len(words) >= 3 and good < 0.5 * len(words)
