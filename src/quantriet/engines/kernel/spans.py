"""A stretch of text, by its offsets (đoạn văn bản)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .errors import EngineError


class SpanError(EngineError):
    """A span that ends before it starts, or starts before the text."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end` of a text.

    >>> Span(2, 5).of("0123456")
    '234'
    >>> Span(2, 5).overlaps(Span(5, 9))
    False
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(f"span {self.start}..{self.end} is not a stretch of text")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def to_dict(self) -> dict[str, int]:
        return {"start": self.start, "end": self.end}

    @classmethod
    def from_dict(cls, data: Mapping[str, int]) -> Span:
        return cls(int(data["start"]), int(data["end"]))
