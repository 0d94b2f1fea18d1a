"""Identifiers that devices heard, one by one and as columns (lượt ghi nhận)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import demand
from .identifiers import Halves, Seconds, bytes_of, halves_of

MILLISECONDS_ABOVE = 100_000_000_000  # in seconds this is the year 5138; in milliseconds March 1973


def seconds_of(timestamp: int) -> int:
    """Seconds since 1970 from seconds (iPhones) or milliseconds (Android phones).

    >>> seconds_of(1596887252275), seconds_of(1596887252)
    (1596887252, 1596887252)
    """
    return timestamp // 1000 if timestamp > MILLISECONDS_ABOVE else timestamp


@dataclass(frozen=True, slots=True)
class Observation:
    """An identifier that a device heard (lượt ghi nhận).

    `h`, `l`: the halves of the identifier; `time`: seconds since 1970 UTC; `rssi`: dBm; `device`: the number that the
    agency's register gives the listening phone, never a name; `metadata`: the four encrypted bytes of GAEN as a number,
    0 where a protocol has none. Raises `ProximityError` for numbers that fit into no column.
    """

    h: int
    l: int  # noqa: E741  # the halves are called h and l
    time: int
    rssi: int
    device: int
    metadata: int = 0

    def __post_init__(self) -> None:
        demand(0 <= self.h < 1 << 64 and 0 <= self.l < 1 << 64, "halves of an identifier have 64 bits")
        demand(max(abs(self.time), abs(self.rssi), abs(self.device)) < 1 << 62, f"{self} does not fit into 64 bits")
        demand(0 <= self.metadata < 1 << 32, f"metadata {self.metadata} does not fit into 32 bits")

    @classmethod
    def of(cls, identifier: bytes, timestamp: int, rssi: int, device: int, metadata: bytes = b"") -> Observation:
        """From the bytes of an identifier (12 or 16) and a time in seconds or milliseconds.

        >>> Observation.of(bytes(15) + b"\\x07", 1596887252275, -61, 4)
        Observation(h=0, l=7, time=1596887252, rssi=-61, device=4, metadata=0)
        """
        demand(len(metadata) in (0, 4), f"metadata has 4 bytes, not {len(metadata)}")
        high, low = halves_of(identifier)
        return cls(high, low, seconds_of(timestamp), rssi, device, int.from_bytes(metadata, "big"))

    def identifier(self, width: int = 16) -> bytes:
        """The identifier's first `width` bytes: 12 for Bluezone, 16 for the others."""
        return bytes_of(self.h, self.l, width)


@dataclass(frozen=True, slots=True)
class Observations:
    """Observations as columns of one length; units as in `Observation` (bảng lượt ghi nhận)."""

    h: Halves
    l: Halves  # noqa: E741
    time: Seconds
    rssi: npt.NDArray[np.signedinteger]
    device: npt.NDArray[np.signedinteger]
    metadata: npt.NDArray[np.uint32]

    def __post_init__(self) -> None:
        demand(len({len(column) for column in self._columns()}) == 1, "columns of different lengths")

    @classmethod
    def of(cls, rows: Iterable[Observation]) -> Observations:
        """From single observations, in their order."""
        told = list(rows)
        return cls(
            np.array([row.h for row in told], np.uint64),
            np.array([row.l for row in told], np.uint64),
            np.array([row.time for row in told], np.int64),
            np.array([row.rssi for row in told], np.int64),
            np.array([row.device for row in told], np.int64),
            np.array([row.metadata for row in told], np.uint32),
        )

    @classmethod
    def joined(cls, parts: Sequence[Observations]) -> Observations:
        """Several one after the other; of nothing, none."""
        if not parts:
            return cls.of([])
        columns = zip(*(part._columns() for part in parts), strict=True)
        return cls(*(np.concatenate(column) for column in columns))

    def __len__(self) -> int:
        return len(self.h)

    def __iter__(self) -> Iterator[Observation]:
        for row in zip(*(column.tolist() for column in self._columns()), strict=True):
            yield Observation(*row)

    def take(self, rows: npt.NDArray[Any] | slice) -> Observations:
        """The rows that an index, a mask or a slice names."""
        return Observations(*(column[rows] for column in self._columns()))

    def without(self, rows: npt.NDArray[np.intp]) -> Observations:
        """All but these rows, in their order."""
        return Observations(*(np.delete(column, rows) for column in self._columns())) if len(rows) else self

    def with_inserted(self, before: npt.NDArray[np.intp], rows: Observations) -> Observations:
        """With row i put before the row that stood at `before[i]`."""
        pairs = zip(self._columns(), rows._columns(), strict=True)
        return Observations(*(np.insert(old, before, new) for old, new in pairs))

    def _columns(self) -> tuple[npt.NDArray[Any], ...]:
        return (self.h, self.l, self.time, self.rssi, self.device, self.metadata)


def spread(first: npt.NDArray[np.intp], counts: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """The numbers first, first + 1, … of each stretch, `counts` of them, one stretch after the other.

    >>> spread(np.array([7, 2]), np.array([2, 3])).tolist()
    [7, 8, 2, 3, 4]
    """
    return np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
