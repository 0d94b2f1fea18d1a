"""The two columns of a letterhead, told by where the words stand on the page.

Reads: words with their boxes. Writes: where the gutter is and which words belong to the head. The decree's layout
sets agency and number on the left, motto and date on the right; taken line by line across, the two are interleaved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quantriet.engines.kernel import fold

MOST_LINES = 25  # no letterhead has more
_ZONE = (0.25, 0.65)  # of the page's width, in which the gutter lies
_LEAST_GAP = 0.01  # of the page's width; twice the space between words of a set line
_LEAST_LINES = 2  # on each side; one line with a hole says nothing
_AFTER_HEAD = fold("kính gửi")


class Word(NamedTuple):
    """A word and its box; `top` and `bottom` grow downwards, all in one unit."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page: the words of either cell."""

    gutter: float
    bottom: float
    left: tuple[Word, ...]
    right: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The left cell, then the right one, each line by line."""
        return "\n".join(text_of_line(line) for cell in (self.left, self.right) for line in lines_of(cell))


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words in lines from top to bottom, each from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.middle):
        if lines and word.middle - lines[-1][0].middle < 0.5 * (lines[-1][0].bottom - lines[-1][0].top):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def text_of_line(line: Sequence[Word]) -> str:
    return " ".join(word.text for word in line)


def head_of(words: Sequence[Word], width: float) -> Head | None:
    """The head of a page when it stands in two columns; else None."""
    lines = lines_of(words)[:MOST_LINES]
    gaps = [(_ZONE[0] * width, _ZONE[1] * width)]
    best: tuple[int, tuple[float, float]] | None = None
    for count, line in enumerate(lines, 1):
        if _AFTER_HEAD in fold(text_of_line(line)):
            break
        gaps = [gap for gap in _narrowed(gaps, line) if gap[1] - gap[0] >= _LEAST_GAP * width]
        parting = [gap for gap in gaps if _parts(lines[:count], gap)]
        if parting:
            best = (count, max(parting, key=lambda gap: gap[1] - gap[0]))
        elif best or not gaps:
            break
    if best is None:
        return None
    count, gap = best
    return _head([word for line in lines[:count] for word in line], (gap[0] + gap[1]) / 2)


def _head(words: Sequence[Word], gutter: float) -> Head | None:
    left = tuple(word for word in words if word.right <= gutter)
    right = tuple(word for word in words if word.right > gutter)
    if min(len(lines_of(left)), len(lines_of(right))) < _LEAST_LINES:
        return None
    return Head(gutter, max(word.bottom for word in words), left, right)


def _narrowed(gaps: Sequence[tuple[float, float]], line: Sequence[Word]) -> list[tuple[float, float]]:
    """What is left of the gaps beside the words of a line, which are in order."""
    found = []
    for start, end in gaps:
        at = start
        for word in line:
            if word.right > at and word.left < end:
                found.append((at, word.left))
                at = max(at, word.right)
        found.append((at, end))
    return found


def _parts(lines: Sequence[Sequence[Word]], gap: tuple[float, float]) -> bool:
    """True when some line has words on both sides of the gap."""
    return any(line[0].right <= gap[0] and line[-1].left >= gap[1] for line in lines)
