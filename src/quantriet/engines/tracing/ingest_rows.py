"""From the bytes of a CSV file to its columns, a block at a time (tách dòng, tách cột).

One line is one row: a name in quotation marks may hold the separator, but no line break, so that a forgotten mark
costs its own line and never the lines below. What is no row is refused with its line; nothing is dropped in silence
but blank lines.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quantriet.engines.kernel import fold_key
from quantriet.engines.kernel.errors import EngineError

_LONGEST_LINE = 1_000_000
_UNDECODED = re.compile("[\ud800-\udfff\ufffd]")
_SEPARATORS = (",", ";", "\t", "|")
_BLANK = " \t\r,;|"
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


@dataclass(slots=True)
class Block:
    """Rows of one stretch of a file: `columns` in the order asked for (absent ones empty), `lines` their numbers."""

    columns: list[Sequence[str]]
    lines: list[int]
    refused: list[tuple[int, str]] = field(default_factory=list)


def read_blocks(blocks: Iterable[bytes], columns: Sequence[Column]) -> Iterator[Block]:
    """The rows under the header, block by block; raises `IngestError` when the header does not serve.

    `refused` of a block holds line numbers with the name of the reason: UNDECODED, UNQUOTED, SHORT or LONG.

    >>> text = "nguoi_a;nguoi_b;bat dau\\nAn;Bình;08:00\\nAn;Chi\\n".encode()
    >>> wanted = [Column("person_a", ("nguoi a",)), Column("person_b", ("nguoi b",)), Column("start", ("bat dau",))]
    >>> [(block.columns, block.lines, block.refused) for block in read_blocks([text], wanted)]
    [([('An',), ('Bình',), ('08:00',)], [2], [(3, 'SHORT')])]
    """
    header: _Header | None = None
    number = 0
    for lines, is_plain in _stretches(blocks):
        at = 0
        if header is None:
            at = next((at for at, line in enumerate(lines) if line.strip(_BLANK)), -1) + 1
            header = _Header.read(lines[at - 1], columns) if at else None
        if header and at < len(lines):
            yield header.split(lines[at:], number + at + 1, is_plain)
        number += len(lines)
    if header is None:
        names = ",".join(column.name for column in columns)
        raise IngestError(f"tệp trống. Dòng đầu phải là tên cột: {names}.")


def _stretches(blocks: Iterable[bytes]) -> Iterator[tuple[list[str], bool]]:
    """Whole lines without their ends, and whether they bear no quotation mark and nothing that could not be decoded.

    A line's end is LF, CR LF, or CR in a file that has no other.
    """
    decoder: codecs.IncrementalDecoder | None = None
    carried, end = "", "\n"
    for block in blocks:
        if decoder is None:
            decoder, block = _decoder(block)
            text = decoder.decode(block)
            end = "\r" if "\n" not in text and "\r" in text else "\n"
        else:
            text = decoder.decode(block)
        text = carried + text
        whole, found, carried = text.rpartition(end)
        if len(carried) > _LONGEST_LINE:
            raise IngestError("có dòng dài quá một triệu ký tự: đây không phải tệp CSV.")
        if found:
            yield whole.replace("\r\n", "\n").removesuffix("\r").split(end), _is_plain(whole)
    carried += decoder.decode(b"", final=True) if decoder else ""
    if carried:
        yield [carried.removesuffix("\r")], _is_plain(carried)


def _is_plain(text: str) -> bool:
    return '"' not in text and (text.isascii() or not _UNDECODED.search(text))


def _decoder(first: bytes) -> tuple[codecs.IncrementalDecoder, bytes]:
    mark, encoding = next((pair for pair in _MARKS if first.startswith(pair[0])), (b"", "utf-8"))
    if not mark and 0 in first[:2]:  # ASCII letters of a header in two bytes, without a mark before them
        encoding = "utf-16-be" if first[0] == 0 else "utf-16-le"
    decoder = codecs.getincrementaldecoder(encoding)
    return decoder("surrogateescape" if encoding == "utf-8" else "replace"), first.removeprefix(mark)


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

    def split(self, lines: list[str], first: int, is_plain: bool) -> Block:
        """The rows of `lines`, whose first is the file's line `first`."""
        rows: list[list[str] | str] = [line.split(self.separator) for line in lines]
        odd = {at for at, row in enumerate(rows) if len(row) != self.width}
        if not is_plain:
            odd.update(at for at, line in enumerate(lines) if '"' in line or not _is_plain(line))
        for at in odd:
            rows[at] = self._row(lines[at])
        refused = [(first + at, row) for at in sorted(odd) if isinstance(row := rows[at], str)]
        dropped = {at for at in odd if not isinstance(rows[at], list) or not rows[at]}
        good = [at for at in range(len(rows)) if at not in dropped] if dropped else range(len(rows))
        whole = list(zip(*(rows[at] for at in good), strict=True)) or [()] * self.width
        return Block([whole[at] if at >= 0 else () for at in self.positions], [first + at for at in good], refused)

    def _row(self, line: str) -> list[str] | str:
        """The fields of a line, as many as the header has; nothing for a blank line; the name of what is wrong."""
        if not line.strip():
            return []
        if _UNDECODED.search(line):
            return "UNDECODED"
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
