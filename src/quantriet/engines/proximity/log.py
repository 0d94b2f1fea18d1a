"""The log of what devices heard: by UTC day, sorted when it comes in, so that a match only looks up (sổ ghi nhận).

Beside its rows each day keeps a map of bits: which beginnings of identifiers occur at all. Most published identifiers
were heard by nobody, and one bit says so without a search; with sixteen to thirty-two bits a row at most one in
sixteen is let through in vain.

Nothing is lost silently: a row that is not taken is given back with its reason, a row that is there already is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .identifiers import DAY, Halves
from .observations import MILLISECONDS_ABOVE, Observations, spread

LEAST_RSSI, MOST_RSSI = -127, 20  # dBm; Bluetooth writes 127 for "not available"

_SPARE_BITS = 4  # of the map beyond one bit a row
_Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken (dòng không nhận): its place in what came, a stable code, words for a person."""

    row: int
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class LogDay:
    """The observations of one UTC day by identifier, time and device, each once, and the map of what occurs."""

    rows: Observations
    bits: int
    present: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, rows: Observations) -> LogDay:
        """Sorts, and drops what is there twice."""
        return cls._mapped(_sorted(rows))

    def with_rows(self, rows: Observations) -> LogDay:
        """The day with more rows: only those that share an identifier are sorted anew, the others keep their order.

        So that a phone's few hundred rows do not cost the sorting of a province's day.
        """
        new = _sorted(rows)
        left, right = np.searchsorted(self.rows.h, new.h), np.searchsorted(self.rows.h, new.h, side="right")
        shared = np.unique(spread(left, right - left))
        kept = self.rows.without(shared)
        mixed = _sorted(Observations.joined([self.rows.take(shared), new])) if len(shared) else new
        merged = kept.with_inserted(np.searchsorted(kept.h, mixed.h), mixed)
        if _bits_for(len(merged)) != self.bits:
            return self._mapped(merged)
        return LogDay(merged, self.bits, _marked(self.present.copy(), new.h, self.bits))

    @classmethod
    def _mapped(cls, ordered: Observations) -> LogDay:
        bits = _bits_for(len(ordered))
        return cls(ordered, bits, _marked(np.zeros(1 << bits - 3, np.uint8), ordered.h, bits))

    def may_hold(self, high: Halves) -> _Mask:
        """Which identifiers, by their high halves, may occur on this day; those left out do not."""
        place = _places(high, self.bits)
        return np.asarray(self.present[place >> 3] >> (place & 7).astype(np.uint8) & np.uint8(1), np.bool_)


@dataclass(frozen=True, slots=True)
class ObservationLog:
    """Observations by UTC day, counted in days since 1970 (sổ ghi nhận)."""

    days: Mapping[int, LogDay] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(len(day.rows) for day in self.days.values())

    def rows(self) -> Observations:
        """Everything, day by day."""
        return Observations.joined([self.days[day].rows for day in sorted(self.days)])


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of a batch: the log with it, how many rows are new, how many were there, which were refused."""

    log: ObservationLog
    taken: int
    repeated: int
    refused: tuple[Refused, ...]


_REASONS = {
    "proximity.no_identifier": "Dòng không có mã của máy kia. Bỏ dòng này.",
    "proximity.future": "Giờ ghi nhận ở sau giờ hiện tại. Kiểm tra đồng hồ của máy đã ghi.",
    "proximity.too_old": "Lượt ghi nhận đã quá thời hạn lưu giữ nên không được nhận.",
    "proximity.rssi": f"Cường độ tín hiệu phải từ {LEAST_RSSI} đến {MOST_RSSI} dBm.",
    "proximity.device": "Số máy không hợp lệ. Đăng ký máy trước khi nạp sổ.",
}


def ingest(log: ObservationLog, batch: Observations, *, now: int, days: int, tolerance: int) -> Ingested:
    """The log with a batch: times as seconds, each day sorted anew, rows that are there already dropped.

    Rows more than `tolerance` seconds after `now`, or `days` days and more before it, are refused: what could not be
    kept is not taken. The same batch twice leaves the same log, so that an upload may be repeated.
    """
    time = np.where(batch.time > MILLISECONDS_ABOVE, batch.time // 1000, batch.time)
    checks = {
        "proximity.no_identifier": (batch.h == 0) & (batch.l == 0),
        "proximity.future": time > now + tolerance,
        "proximity.too_old": time < now - days * DAY,
        "proximity.rssi": (batch.rssi < LEAST_RSSI) | (batch.rssi > MOST_RSSI),
        "proximity.device": (batch.device < 0) | (batch.device > np.iinfo(np.int32).max),
    }
    bad, refused = _refused(checks, len(batch))
    fit = Observations(
        batch.h, batch.l, time, batch.rssi.astype(np.int8), batch.device.astype(np.int32), batch.metadata
    )
    good = fit.take(~bad) if refused else fit
    merged = dict(log.days)
    for day, rows in _by_day(good):
        merged[day] = merged[day].with_rows(rows) if day in merged else LogDay.of(rows)
    grown = ObservationLog(merged)
    taken = len(grown) - len(log)
    return Ingested(grown, taken, len(good) - taken, refused)


def _refused(checks: Mapping[str, _Mask], count: int) -> tuple[_Mask, tuple[Refused, ...]]:
    """Which rows fail a check, and for each of them the first reason in the order of the checks."""
    bad = np.zeros(count, np.bool_)
    found: list[Refused] = []
    for code, fails in checks.items():
        found += [Refused(int(row), code, _REASONS[code]) for row in np.flatnonzero(fails & ~bad)]
        bad |= fails
    return bad, tuple(sorted(found, key=lambda one: one.row))


def _by_day(rows: Observations) -> Iterator[tuple[int, Observations]]:
    day = rows.time // DAY
    for one in np.unique(day).tolist():
        yield one, rows.take(day == one)


def _bits_for(count: int) -> int:
    return max(3, count.bit_length() + _SPARE_BITS)


def _places(high: Halves, bits: int) -> npt.NDArray[np.intp]:
    """Where the map says whether a beginning occurs."""
    return (high >> np.uint64(64 - bits)).astype(np.intp)


def _marked(present: npt.NDArray[np.uint8], high: Halves, bits: int) -> npt.NDArray[np.uint8]:
    """The map, changed in place, with the beginnings of these sorted high halves."""
    place = _places(high, bits)
    byte = place >> 3
    first = np.flatnonzero(np.diff(byte, prepend=-1))
    if len(first):
        present[byte[first]] |= np.bitwise_or.reduceat(np.left_shift(1, place & 7).astype(np.uint8), first)
    return present


def _sorted(rows: Observations) -> Observations:
    """By identifier, time, device, strength, metadata; equal rows once.

    The high half alone orders nearly everything that differs, at a fraction of the price of all columns: only rows
    that share it are ordered by the others.
    """
    order = np.argsort(rows.h)
    tied = _beside_equal(rows.h[order])
    if not tied.any():
        return rows.take(order)
    some = rows.take(order[tied])
    order[tied] = order[tied][np.lexsort((some.metadata, some.rssi, some.device, some.time, some.l, some.h))]
    ordered = rows.take(order)
    same = np.ones(len(rows) - 1, np.bool_)
    for column in (ordered.h, ordered.l, ordered.time, ordered.device, ordered.rssi, ordered.metadata):
        same &= column[1:] == column[:-1]
    return ordered.take(np.concatenate(([True], ~same))) if same.any() else ordered


def _beside_equal(values: Halves) -> _Mask:
    """Of sorted values, those that stand beside an equal one."""
    same = values[1:] == values[:-1]
    tied = np.zeros(len(values), np.bool_)
    tied[1:] |= same
    tied[:-1] |= same
    return tied
