"""Columns of text that stay bytes: most rows of a long file repeat what was read before (cột chữ).

A `Vocabulary` numbers different texts. Each text is packed into words of eight bytes; a hash of them leads to a number
seen before, and the words are compared, so that no two texts are ever taken for one. Only a text that is new becomes a
Python string.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Words = NDArray[np.uint64]
Positions = NDArray[np.int64]

PADDING = 64  # bytes that a buffer holds beyond its texts, so that words may be read past an end
_LONGEST = PADDING  # longer texts are looked up one by one
_PROBES = 4
_ROOM = 4  # slots a text, at least; after growing twice as many
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_KEPT = np.array([(1 << (8 * count)) - 1 for count in range(9)], np.uint64)  # the first bytes of a word


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts inside one buffer of UTF-8: row i is `buffer[start[i]:end[i]]`."""

    buffer: Bytes
    start: Positions
    end: Positions

    def __len__(self) -> int:
        return len(self.start)

    def __getitem__(self, row: int) -> str:
        return bytes(self.buffer[self.start[row] : self.end[row]]).decode("utf-8")

    @classmethod
    def of(cls, texts: list[str]) -> Texts:
        """Texts side by side in a buffer of their own.

        >>> Texts.of(["An", "Bình"])[1]
        'Bình'
        """
        encoded = [text.encode() for text in texts]
        ends = np.cumsum([len(one) for one in encoded], dtype=np.int64)
        buffer = np.frombuffer(b"".join(encoded) + bytes(PADDING), np.uint8)
        return cls(buffer, ends - np.array([len(one) for one in encoded], np.int64), ends)


class Vocabulary:
    """Numbers different texts from 0 in the order they are first met; `texts` holds them by number.

    >>> words = Vocabulary()
    >>> words.number(Texts.of(["An", "Bình", "An"])).tolist(), words.number(Texts.of(["", "Bình"])).tolist()
    ([0, 1, 0], [2, 1])
    >>> words.texts
    ['An', 'Bình', '']
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[bytes, int] = {}
        self._hashes = np.empty(0, np.uint64)
        self._lengths = np.empty(0, np.int64)
        self._words: list[Words] = []
        self._slots = np.full(1 << 12, -1, np.int32)

    def number(self, column: Texts) -> Positions:
        """The number of each text of a column."""
        lengths = column.end - column.start
        words = _words(column, lengths)
        hashes = _hashes(words, lengths)
        numbers = self._seen(words, lengths, hashes)
        unseen = np.flatnonzero(numbers < 0)
        if len(unseen):
            self._learn(column, unseen, words, lengths, hashes, numbers)
        return numbers

    def _seen(self, words: list[Words], lengths: Positions, hashes: Words) -> Positions:
        """Numbers of texts that stand in the slots; -1 for the others."""
        numbers = np.full(len(hashes), -1, np.int64)
        if not self.texts:
            return numbers
        open_rows: Any = slice(None)
        for probe in range(_PROBES):
            found = self._slots[self._slot(hashes[open_rows], probe)]
            same = (found >= 0) & (self._hashes[found] == hashes[open_rows])
            same &= (self._lengths[found] == lengths[open_rows]) & (lengths[open_rows] <= _LONGEST)
            for at, word in enumerate(words[: len(self._words)]):
                same &= self._words[at][found] == word[open_rows]
            if probe == 0:
                numbers = np.where(same, found, -1)
            else:
                numbers[open_rows[same]] = found[same]
            open_rows = np.flatnonzero(numbers < 0)
            if not len(open_rows):
                break
        return numbers

    def _learn(
        self, column: Texts, rows: Positions, words: list[Words], lengths: Positions, hashes: Words, numbers: Positions
    ) -> None:
        """Number the texts of `rows`: one Python string for each hash among them, then compare."""
        _, first, group = np.unique(hashes[rows], return_index=True, return_inverse=True)
        leaders = rows[first]
        order = np.argsort(leaders)  # as they are met
        known = len(self.texts)
        fresh: list[int] = []
        found = np.empty(len(leaders), np.int64)
        for at in order.tolist():
            found[at], is_new = self._look_up(column, int(leaders[at]))
            if is_new:
                fresh.append(int(leaders[at]))
        of_row = leaders[group]
        same = (lengths[rows] == lengths[of_row]) & (lengths[rows] <= _LONGEST) | (rows == of_row)
        for word in words:
            same &= word[rows] == word[of_row]
        numbers[rows[same]] = found[group][same]
        for row in rows[~same].tolist():
            numbers[row], is_new = self._look_up(column, row)
            if is_new:
                fresh.append(row)
        self._remember(known, np.array(fresh, np.int64), words, lengths, hashes)

    def _look_up(self, column: Texts, row: int) -> tuple[int, bool]:
        key = bytes(column.buffer[column.start[row] : column.end[row]])
        number = self._numbers.setdefault(key, len(self.texts))
        is_new = number == len(self.texts)
        if is_new:
            self.texts.append(key.decode("utf-8"))
        return number, is_new

    def _remember(self, known: int, rows: Positions, words: list[Words], lengths: Positions, hashes: Words) -> None:
        """Put new texts into the slots, so that they are found without Python the next time."""
        self._hashes = np.concatenate([self._hashes, hashes[rows]])
        self._lengths = np.concatenate([self._lengths, lengths[rows]])
        for at in range(max(len(words), len(self._words))):
            if at == len(self._words):
                self._words.append(np.zeros(known, np.uint64))
            new = words[at][rows] if at < len(words) else np.zeros(len(rows), np.uint64)
            self._words[at] = np.concatenate([self._words[at], new])
        if len(self.texts) * _ROOM > len(self._slots):
            self._slots = np.full(1 << (len(self.texts) * _ROOM).bit_length(), -1, np.int32)
            known = 0
        waiting = np.arange(known, len(self.texts))
        for probe in range(_PROBES):
            slots = self._slot(self._hashes[waiting], probe)
            free = self._slots[slots] < 0
            self._slots[slots[free]] = waiting[free]
            waiting = waiting[self._slots[slots] != waiting]

    def _slot(self, hashes: Words, probe: int) -> Positions:
        return ((hashes >> np.uint64(probe * 13)) & np.uint64(len(self._slots) - 1)).astype(np.int64)


def _words(column: Texts, lengths: Positions) -> list[Words]:
    """Each text as words of eight bytes, the first word of every text first; bytes beyond an end are zero."""
    buffer = column.buffer
    unaligned = np.ndarray((len(buffer) - 7,), "<u8", buffer, strides=(1,))
    longest = min(int(lengths.max(initial=0)), _LONGEST)
    words = []
    for at in range(0, longest, 8):
        within = np.clip(lengths - at, 0, 8)
        words.append(unaligned[np.minimum(column.start + at, len(unaligned) - 1)] & _KEPT[within])
    return words


def _hashes(words: list[Words], lengths: Positions) -> Words:
    mixed = lengths.astype(np.uint64) * _PRIME
    for word in words:
        mixed = (mixed ^ word) * _PRIME
        mixed ^= mixed >> np.uint64(32)
    return mixed
