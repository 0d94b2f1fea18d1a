"""Published identifiers with the time at which each was shown: what a match looks for (mã đã công bố)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import demand
from .identifiers import DAY, Bytes, Halves, Seconds, halves


@dataclass(frozen=True, slots=True)
class Sought:
    """Identifiers by the UTC day on which they begin: halves, first second, first second after, number of the key.

    Columns of one length; `key` counts the published keys in the order in which they were given.
    """

    h: Halves
    l: Halves  # noqa: E741
    start: Seconds
    end: Seconds
    key: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.h)

    @classmethod
    def of_nothing(cls) -> Sought:
        none = np.zeros(0, np.int64)
        return cls(none.astype(np.uint64), none.astype(np.uint64), none, none, none.astype(np.int32))

    def take(self, rows: npt.NDArray[Any]) -> Sought:
        """The rows that an index or a mask names."""
        return Sought(self.h[rows], self.l[rows], self.start[rows], self.end[rows], self.key[rows])


@dataclass(frozen=True, slots=True)
class Validity:
    """When each key of a table shows its identifiers: columns of one length, seconds since 1970.

    Slot s begins `offsets[s]` seconds after `origin` and ends `offsets[s + 1]` after it; only what lies in
    [start, end) counts, since a key may be valid, or be published, for a part of its slots. `key` is the number under
    which a row of the table is found again, for protocols in which one published key has several days.
    """

    origin: Seconds
    offsets: Seconds  # (slots + 1,)
    start: Seconds
    end: Seconds
    key: npt.NDArray[np.int32]


def sought(identifiers: Bytes, validity: Validity) -> Sought:
    """Identifiers `(keys, slots, ≤16)` and their validity as rows to look for; slots outside of it are left out."""
    keys, slots, width = identifiers.shape
    demand(len(validity.origin) == len(validity.start) == len(validity.end) == len(validity.key) == keys, "uneven keys")
    demand(len(validity.offsets) == slots + 1, f"{slots} slots and {len(validity.offsets)} offsets")
    high, low = halves(identifiers.reshape(keys * slots, width))
    start = np.maximum((validity.origin[:, None] + validity.offsets[:-1]), validity.start[:, None]).ravel()
    end = np.minimum((validity.origin[:, None] + validity.offsets[1:]), validity.end[:, None]).ravel()
    rows = Sought(high, low, start, end, np.repeat(validity.key, slots))
    kept = start < end
    return by_day(rows if kept.all() else rows.take(kept))


def even_offsets(slots: int, step: int) -> Seconds:
    """Slots of one length in seconds."""
    return np.arange(slots + 1, dtype=np.int64) * step


def by_day(rows: Sought) -> Sought:
    """In the order of the days on which identifiers begin; what is in order already is not touched."""
    day = rows.start // DAY
    if len(day) < 2 or bool((day[1:] >= day[:-1]).all()):
        return rows
    return rows.take(np.argsort(day, kind="stable"))
