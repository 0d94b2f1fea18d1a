"""From CSV files of encounters and visits to a `Log`; each row that cannot count is refused with its line and reason.

Rows that overlap others are kept and counted in `notes`: two sources that tell of one meeting count twice in its
minutes, unless `merge` is asked for. A row that repeats another one in every value is refused as its repetition.
Whatever is refused, the rest is processed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .ingest_checks import first_equals, merge_overlaps, overlaps_before
from .ingest_rows import Block, Column, IngestError, read_blocks
from .ingest_texts import Texts, Vocabulary
from .ingest_times import BadTime, TimeForm, Times, is_bad
from .model import Encounters, Log, Numbers, Seconds, Visits

_ENCOUNTERS = (
    Column("person_a", ("người a", "nguoi a", "người 1", "nguoi 1", "người thứ nhất", "a")),
    Column("person_b", ("người b", "nguoi b", "người 2", "nguoi 2", "người thứ hai", "b")),
    Column("start", ("bắt đầu", "bat dau", "từ", "tu", "từ lúc", "tu luc", "giờ bắt đầu")),
    Column("end", ("kết thúc", "ket thuc", "đến", "den", "đến lúc", "den luc", "giờ kết thúc")),
    Column("place", ("nơi", "noi", "địa điểm", "dia diem", "nơi gặp", "noi gap"), needed=False),
    Column("source", ("nguồn", "nguon", "nguồn tin", "nguon tin"), needed=False),
)
_VISITS = (
    Column("person", ("người", "nguoi", "mã người", "ma nguoi", "họ tên", "ho ten", "họ và tên", "ho va ten")),
    Column("place", ("nơi", "noi", "địa điểm", "dia diem", "nơi đến", "noi den")),
    Column("in", ("vào", "vao", "giờ vào", "gio vao", "lúc vào", "luc vao")),
    Column("out", ("ra", "giờ ra", "gio ra", "lúc ra", "luc ra")),
)


class Table(StrEnum):
    """Which file a row stands in."""

    ENCOUNTERS = "tiếp xúc"
    VISITS = "ra vào"


class Reason(StrEnum):
    """Why a row is refused (lý do loại), in the words of the report."""

    UNDECODED = "chữ không đọc được; lưu tệp bằng mã UTF-8"
    UNQUOTED = "dấu nháy kép mở mà không đóng trên dòng này"
    SHORT = "thiếu cột"
    LONG = "thừa cột; tên có dấu ngăn cột phải đặt trong dấu nháy kép"
    NO_PERSON = "thiếu mã người"
    SAME_PERSON = "hai người của dòng là một"
    NO_PLACE = "thiếu nơi đến"
    NO_TIME = "thiếu giờ"
    UNREADABLE_TIME = "giờ không đọc được; ghi như 2021-07-22T08:00"
    DATE_ONLY = "có ngày mà không có giờ"
    IMPOSSIBLE_TIME = "ngày giờ không có trên lịch"
    EMPTY = "bắt đầu và kết thúc cùng lúc"
    REVERSED = "kết thúc trước khi bắt đầu"
    TOO_LONG = "kéo dài quá mức cho phép"
    FUTURE = "kết thúc ở tương lai"
    ANCIENT = "đã quá lâu, có thể gõ nhầm năm"
    REPEATED = "trùng dòng"


class Note(StrEnum):
    """What is worth a look in rows that count (điều cần xem lại)."""

    OVERLAPPING_ENCOUNTERS = "dòng tiếp xúc chồng giờ với dòng khác của cùng hai người (số phút cộng cả hai)"
    OVERLAPPING_VISITS = "lượt ra vào chồng giờ với lượt khác của cùng người"
    MERGED = "dòng chồng giờ đã gộp"
    LONG = "dòng kéo dài bất thường (vẫn tính)"
    TWO_CLOCKS = "dòng ghi giờ kèm múi giờ, đã đổi về giờ Việt Nam"
    FRACTION = "dòng ghi giờ có phần lẻ của giây, đã bỏ phần lẻ"
    SHIFTED = "dòng đã chỉnh theo độ lệch đồng hồ của nguồn"


_TIME_REASONS = {
    BadTime.MISSING: Reason.NO_TIME,
    BadTime.UNREADABLE: Reason.UNREADABLE_TIME,
    BadTime.DATE_ONLY: Reason.DATE_ONLY,
    BadTime.IMPOSSIBLE: Reason.IMPOSSIBLE_TIME,
}
_REASONS = tuple(Reason)
_CODES = {reason: code for code, reason in enumerate(_REASONS, 1)}
_KEPT, _BLANK = 0, -1


@dataclass(frozen=True, slots=True)
class Limits:
    """What a row may hold, in seconds: the `oldest` start, `now`, how far it may be exceeded, the longest interval.

    Intervals above `doubtful` are kept and noted; `zone` is what the log's clock is ahead of UTC.
    """

    oldest: int
    now: int
    tolerance: int
    longest: int
    doubtful: int
    zone: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """One row that does not count (dòng bị loại): its file, its line there (the header is line 1), why, which value."""

    table: Table
    line: int
    reason: Reason
    detail: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.reason} {self.detail}".rstrip()


@dataclass(frozen=True, slots=True)
class Ingested:
    """A log with the report on its reading. `rows` counts those of each file but blank ones."""

    log: Log
    form: TimeForm
    rows: Mapping[Table, int]
    refused: Sequence[Refusal]
    notes: Mapping[Note, int]
    sources: Sequence[str]


def read_log(
    encounters: Iterable[bytes] | None,
    visits: Iterable[bytes] | None,
    limits: Limits,
    *,
    fast_clocks: Mapping[str, int] | None = None,
    merge: bool = False,
) -> Ingested:
    """Read both files, given as blocks of bytes (None for a file that is not there).

    `fast_clocks` tells, by source, how many seconds its clock is ahead. Raises `IngestError` when a header does not
    serve; every other fault is a `Refusal`.

    >>> rows = b"person_a,person_b,start,end\\nAn,Chi,2021-07-22T08:00,2021-07-22T08:30\\nAn,An,2021-07-22T09:00,x\\n"
    >>> read = read_log([rows], None, Limits(0, 1 << 40, 0, 86400, 86400, 25200))
    >>> read.log.people, len(read.log.encounters), [(one.line, str(one.reason)) for one in read.refused]
    (['An', 'Chi'], 1, [(3, 'hai người của dòng là một')])
    """
    reader = _Reader(limits, fast_clocks or {})
    met, stayed = (reader.read(table, blocks) for table, blocks in zip(Table, (encounters, visits), strict=True))
    if merge:
        met, stayed = (reader.merged(rows) for rows in (met, stayed))
    else:
        reader.note(Note.OVERLAPPING_ENCOUNTERS, met.overlapping())
        reader.note(Note.OVERLAPPING_VISITS, stayed.overlapping())
    return reader.finish(met, stayed)


class _Names:
    """Numbers names in the order they come; blank is -1. Unicode forms of one name are one name."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._texts = Vocabulary()
        self._of_text = np.empty(0, np.int32)
        self._of_name: dict[str, int] = {}

    def number(self, column: Texts | None, count: int) -> Numbers:
        if column is None:
            return np.full(count, -1, np.int32)
        numbers = self._texts.number(column)
        fresh = self._texts.texts[len(self._of_text) :]
        if fresh:
            learnt = np.array([self._learn(text.strip()) for text in fresh], np.int32)
            self._of_text = np.concatenate([self._of_text, learnt])
        return self._of_text[numbers]

    def _learn(self, name: str) -> int:
        if not name:
            return -1
        key = name if name.isascii() else unicodedata.normalize("NFC", name)
        number = self._of_name.setdefault(key, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        return number


@dataclass(slots=True)
class _Rows:
    """Rows of one file, column by column; `second` is -1 in a visit, `source` where it is not told."""

    first: Numbers
    second: Numbers
    place: Numbers
    source: Numbers
    start: Seconds
    end: Seconds
    line: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.line)

    def take(self, rows: NDArray[np.intp]) -> _Rows:
        return _Rows(*(column[rows] for column in self.columns()))

    def columns(self) -> list[NDArray[Any]]:
        return [self.first, self.second, self.place, self.source, self.start, self.end, self.line]

    def pair(self) -> NDArray[np.int64]:
        """One number for the two people of each row, whichever comes first."""
        return np.minimum(self.first, self.second).astype(np.int64) << 32 | np.maximum(self.first, self.second)

    def overlapping(self) -> int:
        return int(overlaps_before([self.pair()], self.start, self.end).sum())


def _joined(parts: list[_Rows]) -> _Rows:
    if not parts:
        numbers, seconds = np.empty(0, np.int32), np.empty(0, np.int64)
        return _Rows(numbers, numbers, numbers, numbers, seconds, seconds, seconds)
    return _Rows(*(np.concatenate(columns) for columns in zip(*(part.columns() for part in parts), strict=True)))


@dataclass(slots=True)
class _Reader:
    """One reading: what both files share (names, times) and the report."""

    limits: Limits
    fast_clocks: Mapping[str, int]
    people: _Names = field(default_factory=_Names)
    places: _Names = field(default_factory=_Names)
    sources: _Names = field(default_factory=_Names)
    rows: dict[Table, int] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    notes: dict[Note, int] = field(default_factory=dict)
    times: Times = field(init=False)

    def __post_init__(self) -> None:
        self.times = Times(self.limits.zone)

    def note(self, note: Note, count: int) -> None:
        if count:
            self.notes[note] = self.notes.get(note, 0) + count

    def read(self, table: Table, blocks: Iterable[bytes] | None) -> _Rows:
        """The rows of one file that count."""
        if blocks is None:
            return _joined([])
        try:
            kept = list(self._kept(table, blocks))
        except IngestError as error:
            raise IngestError(f"tệp {table}: {error}") from error
        counted = self._without_repeated(table, _joined(kept))
        self.note(Note.LONG, int((counted.end - counted.start > self.limits.doubtful).sum()))
        return counted

    def _kept(self, table: Table, blocks: Iterable[bytes]) -> Iterator[_Rows]:
        self.rows[table] = 0
        for block in read_blocks(blocks, _ENCOUNTERS if table is Table.ENCOUNTERS else _VISITS):
            self.refused += [Refusal(table, line, Reason[name]) for line, name in block.refused]
            rows, texts = self._numbered(table, block)
            codes = self._judged(table, rows)
            self.rows[table] += len(block.refused) + int((codes != _BLANK).sum())
            for row in np.flatnonzero(codes > _KEPT).tolist():
                self._refuse(table, rows, row, _REASONS[int(codes[row]) - 1], texts)
            yield rows.take(np.flatnonzero(codes == _KEPT))

    def _numbered(self, table: Table, block: Block) -> tuple[_Rows, tuple[Texts, Texts]]:
        columns, count = block.columns, len(block.lines)
        if table is Table.VISITS:
            columns = [columns[0], None, columns[2], columns[3], columns[1], None]
        starts, ends = columns[2], columns[3]
        assert starts is not None
        assert ends is not None
        start, end = self.times.number(starts), self.times.number(ends)
        for seen, note in ((self.times.has_offset, Note.TWO_CLOCKS), (self.times.has_fraction, Note.FRACTION)):
            self.note(note, int((seen(start) | seen(end)).sum()))
        rows = _Rows(
            self.people.number(columns[0], count),
            self.people.number(columns[1], count),
            self.places.number(columns[4], count),
            self.sources.number(columns[5], count),
            self.times.seconds(start),
            self.times.seconds(end),
            block.lines,
        )
        self._set_clocks(rows)
        return rows, (starts, ends)

    def _set_clocks(self, rows: _Rows) -> None:
        """Put right the times of sources whose clock is known to be ahead or behind."""
        if not self.fast_clocks:
            return
        by_source = [self.fast_clocks.get(name, 0) for name in self.sources.names]
        ahead = np.array([*by_source, 0], np.int64)[rows.source]
        rows.start = np.where(is_bad(rows.start), rows.start, rows.start - ahead)
        rows.end = np.where(is_bad(rows.end), rows.end, rows.end - ahead)
        self.note(Note.SHIFTED, int((ahead != 0).sum()))

    def _judged(self, table: Table, rows: _Rows) -> NDArray[np.int64]:
        """For each row KEPT, BLANK or the code of the first reason that holds, in the order of `Reason`."""
        start, end, is_visit = rows.start, rows.end, table is Table.VISITS
        nobody = (rows.first < 0) & (rows.second < 0)
        timeless = (start == BadTime.MISSING) & (end == BadTime.MISSING)
        checks = [
            (nobody & timeless & (rows.place < 0), _BLANK),
            ((rows.first < 0) | ((rows.second < 0) & (not is_visit)), _CODES[Reason.NO_PERSON]),
            (rows.first == rows.second, _CODES[Reason.SAME_PERSON]),
            ((rows.place < 0) & is_visit, _CODES[Reason.NO_PLACE]),
            *((time == bad, _CODES[reason]) for time in (start, end) for bad, reason in _TIME_REASONS.items()),
            (end == start, _CODES[Reason.EMPTY]),
            (end < start, _CODES[Reason.REVERSED]),
            (end - start > self.limits.longest, _CODES[Reason.TOO_LONG]),
            (end > self.limits.now + self.limits.tolerance, _CODES[Reason.FUTURE]),
            (start < self.limits.oldest, _CODES[Reason.ANCIENT]),
        ]
        return np.select([mask for mask, _ in checks], [code for _, code in checks], _KEPT)

    def _refuse(self, table: Table, rows: _Rows, row: int, reason: Reason, texts: tuple[Texts, Texts]) -> None:
        start, end = (_shown(column[row]) for column in texts)
        detail = ""
        if reason in _TIME_REASONS.values():
            at_start = bool(is_bad(rows.start[row]))
            detail = "bắt đầu" if at_start else "kết thúc"
            detail = f"({detail})" if reason is Reason.NO_TIME else f"({detail} «{start if at_start else end}»)"
        elif reason in (Reason.REVERSED, Reason.TOO_LONG, Reason.ANCIENT):
            detail = f"(«{start}» đến «{end}»)"
        elif reason in (Reason.EMPTY, Reason.FUTURE):
            detail = f"(«{end}»)"
        elif reason is Reason.SAME_PERSON:
            detail = f"(«{_shown(self.people.names[rows.first[row]])}»)"
        self.refused.append(Refusal(table, int(rows.line[row]), reason, detail))

    def _without_repeated(self, table: Table, rows: _Rows) -> _Rows:
        firsts = first_equals(rows.columns()[:-1])
        repeated = np.flatnonzero(firsts != np.arange(len(rows)))
        for row in repeated.tolist():
            detail = str(rows.line[firsts[row]])
            self.refused.append(Refusal(table, int(rows.line[row]), Reason.REPEATED, detail))
        return rows.take(np.flatnonzero(firsts == np.arange(len(rows)))) if len(repeated) else rows

    def merged(self, rows: _Rows) -> _Rows:
        """Overlapping rows of the same people at the same place as one."""
        kept, until = merge_overlaps([rows.pair(), rows.place], rows.start, rows.end)
        self.note(Note.MERGED, len(rows) - len(kept))
        rows = rows.take(kept)
        rows.end = until
        return rows

    def finish(self, met: _Rows, stayed: _Rows) -> Ingested:
        """The log, its people and places numbered in alphabetical order."""
        people, person = _alphabetical(self.people.names, [met.first, met.second, stayed.first])
        places, place = _alphabetical(self.places.names, [met.place, stayed.place])
        form = self.times.form()
        if form.offset:  # one clock after all, and answers are written by it
            self.notes.pop(Note.TWO_CLOCKS, None)
        return Ingested(
            Log(
                people,
                places,
                Encounters(person[met.first], person[met.second], met.start, met.end, place[met.place]),
                Visits(person[stayed.first], place[stayed.place], stayed.start, stayed.end),
            ),
            form,
            self.rows,
            sorted(self.refused, key=lambda one: (list(Table).index(one.table), one.line)),
            self.notes,
            self.sources.names,
        )


def _alphabetical(names: list[str], columns: list[Numbers]) -> tuple[list[str], Numbers]:
    """The names that the columns use, in alphabetical order, and the new number of each old one; -1 stays -1."""
    used = np.zeros(len(names) + 1, np.bool_)
    for column in columns:
        used[column] = True
    kept = sorted(np.flatnonzero(used[:-1]).tolist(), key=names.__getitem__)
    ranks = np.full(len(names) + 1, -1, np.int32)
    ranks[kept] = np.arange(len(kept), dtype=np.int32)
    return [names[number] for number in kept], ranks


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
