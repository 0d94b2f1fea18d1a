"""From the bytes of a CSV file to its columns, a block at a time (tách dòng, tách cột).

One line is one row: a name in quotation marks may hold the separator, but no line break, so that a forgotten mark
costs its own line and never the lines below. What is no row is refused with its line; nothing is dropped in silence
but blank lines.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quantriet.engines.kernel import fold_key
from quantriet.engines.kernel.errors import EngineError

from .ingest_texts import PADDING, Bytes, Positions, Texts

_LONGEST_LINE = 1_000_000
_HEAD = 1024
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")
_NEWLINE, _RETURN, _QUOTE = b'\n\r"'
_DAMAGED = "\ufffd".encode()  # what a decoder writes for what it cannot read
_SEPARATORS = (",", ";", "\t", "|")
_BLANK = b" \t\r,;|"
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class IngestError(EngineError):
    """A file that cannot be read as a whole: no header, no such columns, no text. The message is Vietnamese."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a table has (cột): its name in the file's form, other names people give it, must it be there."""

    name: str
    others: tuple[str, ...]
    needed: bool = True

    def is_called(self, header: str) -> bool:
        return fold_key(header.replace("_", " ")) in {fold_key(name.replace("_", " ")) for name in self._names}

    @property
    def _names(self) -> tuple[str, ...]:
        return self.name, *self.others


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one stretch of a file: `columns` in the order asked for (None if absent), `lines` their numbers.

    `refused` holds lines that are no rows, with the name of the reason: UNDECODED, UNQUOTED, SHORT or LONG.
    """

    columns: list[Texts | None]
    lines: Positions
    refused: list[tuple[int, str]]


def read_blocks(blocks: Iterable[bytes], columns: Sequence[Column]) -> Iterator[Block]:
    """The rows under the header, block by block; raises `IngestError` when the header does not serve.

    >>> text = "nguoi_a;nguoi_b;bat dau\\nAn;Bình;08:00\\nAn;Chi\\n".encode()
    >>> wanted = [Column("person_a", ("nguoi a",)), Column("person_b", ("nguoi b",)), Column("start", ("bat dau",))]
    >>> [([column[0] for column in block.columns], block.lines, block.refused) for block in read_blocks([text], wanted)]
    [(['An', 'Bình', '08:00'], array([2]), [(3, 'SHORT')])]
    """
    header: _Header | None = None
    number = 1
    for stretch in _stretches(blocks):
        while header is None and stretch:
            line, _, stretch = stretch.partition(b"\n")
            number += 1
            if line.strip(_BLANK):
                header = _Header.read(line.decode("utf-8", "replace"), columns)
        if header and stretch:
            block, count = header.split(stretch, number)
            yield block
            number += count
    if header is None:
        names = ",".join(column.name for column in columns)
        raise IngestError(f"tệp trống. Dòng đầu phải là tên cột: {names}.")


def _stretches(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Whole lines as UTF-8, each with its line feed; CR ends a line in a file that has no line feed."""
    decoder: codecs.IncrementalDecoder | None = None
    carried, end, is_first = b"", b"\n", True
    for block in _with_full_head(blocks):
        if is_first:
            decoder, block = _decoder(block)
        if decoder:
            block = decoder.decode(block).encode()
        if is_first:
            end, is_first = b"\r" if b"\n" not in block and b"\r" in block else b"\n", False
        whole, found, carried = (carried + block).rpartition(end)
        if len(carried) > _LONGEST_LINE:
            raise IngestError("có dòng dài quá một triệu ký tự: đây không phải tệp CSV.")
        if found:
            yield (whole + found).replace(b"\r", b"\n") if end == b"\r" else whole + found
    carried += decoder.decode(b"", final=True).encode() if decoder else b""
    if carried:
        yield carried + b"\n"


def _with_full_head(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, of which the first block is long enough to tell how the file is written."""
    head = b""
    rest = iter(blocks)
    while len(head) < _HEAD and (block := next(rest, b"")):
        head += block
    if head:
        yield head
    yield from rest


def _decoder(first: bytes) -> tuple[codecs.IncrementalDecoder | None, bytes]:
    """What turns the file into text, None for UTF-8, and its first block without the byte order mark."""
    if first.startswith(_WORKBOOKS):
        raise IngestError("đây là sổ tính Excel hoặc tệp nén. Mở ra và lưu dưới dạng «CSV UTF-8» rồi chạy lại.")
    mark, encoding = next((pair for pair in _MARKS if first.startswith(pair[0])), (b"", "utf-8"))
    if not mark and 0 in first[:2]:  # ASCII letters of a header in two bytes, without a mark before them
        encoding = "utf-16-be" if first[0] == 0 else "utf-16-le"
    first = first.removeprefix(mark)
    return (None if encoding == "utf-8" else codecs.getincrementaldecoder(encoding)("replace")), first


@dataclass(frozen=True, slots=True)
class _Header:
    separator: str
    width: int
    positions: tuple[int, ...]  # of each column asked for; -1 where it is absent
    least: int  # fields that a row must have

    @classmethod
    def read(cls, line: str, columns: Sequence[Column]) -> _Header:
        best: list[str] = []
        for separator in _SEPARATORS:
            names = _fields(line, separator) or []
            found = [[at for at, name in enumerate(names) if column.is_called(name)] for column in columns]
            twice = [names[places[0]] for places in found if len(places) > 1]
            if twice:
                raise IngestError(f"dòng tiêu đề có hai cột cùng nghĩa «{twice[0].strip()}»; giữ một cột.")
            missing = [
                column.name for column, places in zip(columns, found, strict=True) if column.needed and not places
            ]
            if not missing:
                positions = tuple(places[0] if places else -1 for places in found)
                needed = (at for at, column in zip(positions, columns, strict=True) if column.needed)
                return cls(separator, len(names), positions, max(needed) + 1)
            if not best or len(missing) < len(best):
                best = missing
        needed_names = ",".join(column.name for column in columns)
        if len(best) == sum(column.needed for column in columns):
            raise IngestError(f"thiếu dòng tiêu đề. Dòng đầu phải là tên cột: {needed_names}.")
        raise IngestError(f"thiếu cột {', '.join(best)}. Dòng đầu phải là tên cột: {needed_names}.")

    def split(self, stretch: bytes, first: int) -> tuple[Block, int]:
        """The rows of whole lines, the first of which is the file's line `first`; and how many lines there are."""
        data = np.frombuffer(stretch, np.uint8)
        marks = np.flatnonzero((data == ord(self.separator)) | (data == _NEWLINE))
        closing = np.flatnonzero(data[marks] == _NEWLINE)  # the marks that end a line
        fields = np.diff(closing, prepend=-1)
        is_row = fields == self.width
        is_row[_undecoded(stretch, marks[closing])] = False
        end = marks[np.repeat(is_row, fields)].reshape(-1, self.width)
        start = np.empty_like(end)
        start[:, 1:] = end[:, :-1] + 1
        start[:, 0] = np.append(0, marks[closing] + 1)[:-1][is_row]
        end[:, -1] -= (end[:, -1] > start[:, -1]) & (data[end[:, -1] - 1] == _RETURN)
        plain = _unquoted(data, start, end)
        is_row[np.flatnonzero(is_row)[~plain]] = False
        rows, numbers, refused = self._mended(stretch, marks[closing], np.flatnonzero(~is_row), first)
        mended = Texts.of([field for row in rows for field in row])
        buffer = np.concatenate([data, mended.buffer]) if rows else np.append(data, np.zeros(PADDING, np.uint8))
        start = np.vstack([start[plain], mended.start.reshape(-1, self.width) + len(data)])
        end = np.vstack([end[plain], mended.end.reshape(-1, self.width) + len(data)])
        lines = np.concatenate([first + np.flatnonzero(is_row), np.array(numbers, np.int64)])
        order = np.argsort(lines, kind="stable") if rows else slice(None)
        columns = [Texts(buffer, start[order, at], end[order, at]) if at >= 0 else None for at in self.positions]
        return Block(columns, lines[order], refused), len(closing)

    def _mended(
        self, stretch: bytes, ends: Positions, odd: Positions, first: int
    ) -> tuple[list[list[str]], list[int], list[tuple[int, str]]]:
        """Of lines that are not plainly as wide as the header, those that are rows all the same; and the others."""
        rows: list[list[str]] = []
        numbers: list[int] = []
        refused: list[tuple[int, str]] = []
        for at in odd.tolist():
            row = self._row(stretch[ends[at - 1] + 1 if at else 0 : ends[at]])
            if isinstance(row, str):
                refused.append((first + at, row))
            elif row:
                rows.append(row)
                numbers.append(first + at)
        return rows, numbers, refused

    def _row(self, written: bytes) -> list[str] | str:
        """The fields of a line, as many as the header has; nothing for a blank line; the name of what is wrong."""
        if not written.strip():
            return []
        if _is_damaged(written):
            return "UNDECODED"
        line = written.removesuffix(b"\r").decode("utf-8")
        row = _fields(line, self.separator)
        if row is None:
            return "UNQUOTED"
        if len(row) > self.width and not "".join(row[self.width :]).strip():
            return row[: self.width]
        if len(row) > self.width:
            return "LONG"
        return row + [""] * (self.width - len(row)) if len(row) >= self.least else "SHORT"


def _fields(line: str, separator: str) -> list[str] | None:
    """The fields of one line; None when a quotation mark is not closed."""
    if '"' not in line:
        return line.split(separator)
    try:
        return next(csv.reader([line], delimiter=separator, strict=True))
    except csv.Error:
        return None


def _unquoted(data: Bytes, start: Positions, end: Positions) -> NDArray[np.bool_]:
    """Take the quotation marks off fields that are quoted from end to end; which rows hold no other such mark."""
    signs = np.flatnonzero(data == _QUOTE)
    if not len(signs):
        return np.ones(len(start), np.bool_)
    quoted = (end - start >= 2) & (data[start] == _QUOTE) & (data[end - 1] == _QUOTE)
    marks = np.searchsorted(signs, end[:, -1]) - np.searchsorted(signs, start[:, 0])
    start += quoted
    end -= quoted
    plain: NDArray[np.bool_] = marks == 2 * quoted.sum(axis=1)
    return plain


def _undecoded(stretch: bytes, ends: Positions) -> list[int]:
    """Which lines are no UTF-8, or lost letters in an earlier decoding."""
    try:
        stretch.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if _DAMAGED not in stretch:
            return []
    begins = np.append(0, ends + 1)[:-1].tolist()
    return [
        at for at, (begin, end) in enumerate(zip(begins, ends.tolist(), strict=True)) if _is_damaged(stretch[begin:end])
    ]


def _is_damaged(line: bytes) -> bool:
    return "\ufffd" in line.decode("utf-8", "replace")
