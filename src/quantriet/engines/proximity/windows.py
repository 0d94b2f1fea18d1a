"""From sightings to exposure windows of at most half an hour: how long, at which loss of signal (khoảng tiếp xúc).

A phone listens now and then, so that a sighting stands for the time since the one before it. A silence longer than
`gap` ends a run; the first sighting of a run stands for `first` seconds. Windows of `longest` seconds are cut from the
beginning of each run, so that windows of one pair never overlap and their seconds are the seconds near.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import demand
from .identifiers import Seconds
from .losses import Losses
from .matching import Sightings

_Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WindowRules:
    """How windows are cut (quy tắc tính khoảng tiếp xúc); all times in seconds.

    `edges`: upper bounds of the buckets of loss in dB, each included, the last bucket open (GAEN: immediate, near,
    medium, other).
    """

    longest: int
    gap: int
    first: int
    edges: tuple[int, ...]

    def __post_init__(self) -> None:
        demand(0 < self.first <= self.gap <= self.longest, "0 < first ≤ gap ≤ longest")
        demand(list(self.edges) == sorted(set(self.edges)), f"edges {self.edges} do not rise")

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> WindowRules:
        """From plain values, as the dated parameters hold them."""
        return cls(int(values["longest"]), int(values["gap"]), int(values["first"]), tuple(values["edges"]))


@dataclass(frozen=True, slots=True)
class Window:
    """One window (khoảng tiếp xúc): a device near a case from `start` to `end`, seconds in each bucket of loss.

    `nearest`: least loss in dB; `loss_seconds`: Σ dB × seconds, for the mean; `sightings`: seconds at which it was
    heard. Numbers only: no name is ever in it.
    """

    case: int
    key: int
    device: int
    start: int
    end: int
    seconds: tuple[int, ...]
    nearest: int
    loss_seconds: int
    sightings: int


@dataclass(frozen=True, slots=True)
class Windows:
    """Windows as columns of one length; `seconds` is `(n, buckets)` (bảng khoảng tiếp xúc)."""

    case: _Numbers
    key: _Numbers
    device: _Numbers
    start: Seconds
    end: Seconds
    seconds: _Numbers
    nearest: Losses
    loss_seconds: _Numbers
    sightings: _Numbers

    def __len__(self) -> int:
        return len(self.case)

    def __iter__(self) -> Iterator[Window]:
        for number in range(len(self)):
            yield self.row(number)

    def row(self, number: int) -> Window:
        """One of them as a value."""
        return Window(
            int(self.case[number]),
            int(self.key[number]),
            int(self.device[number]),
            int(self.start[number]),
            int(self.end[number]),
            tuple(self.seconds[number].tolist()),
            int(self.nearest[number]),
            int(self.loss_seconds[number]),
            int(self.sightings[number]),
        )


def windows(
    sightings: Sightings, losses: Losses, rules: WindowRules, case_of_key: npt.NDArray[np.integer] | None = None
) -> Windows:
    """The windows of all sightings, by case, device and time.

    `losses` in dB, one for each sighting; `case_of_key` says which case each published key belongs to, without it each
    key is a case of its own. Of several sightings of a case at one second the nearest counts and the others do not, so
    that a key that was published twice changes nothing.
    """
    demand(len(losses) == len(sightings), f"{len(sightings)} sightings and {len(losses)} losses")
    case = sightings.key if case_of_key is None else case_of_key[sightings.key]
    heard = sightings.heard
    order = np.lexsort((sightings.key, losses, heard.time, heard.device, case))
    first = np.ones(len(order), np.bool_)
    first[1:] = np.logical_or.reduce([
        column[order][1:] != column[order][:-1] for column in (case, heard.device, heard.time)
    ])  # fmt: skip
    kept = order[first]
    pieces = _pieces(
        case[kept].astype(np.int64),
        sightings.key[kept].astype(np.int64),
        heard.device[kept].astype(np.int64),
        heard.time[kept],
        losses[kept],
        rules,
    )
    return _summed(pieces, rules)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Spans of time that sightings stand for, cut where windows are cut; in the order of case, device, time."""

    case: _Numbers
    key: _Numbers
    device: _Numbers
    run: _Numbers
    number: _Numbers  # of the window within its run
    start: Seconds
    end: Seconds
    loss: Losses
    is_sighting: _Numbers  # 1, or 0 for the part that was cut off a sighting's span


def _pieces(
    case: _Numbers, key: _Numbers, device: _Numbers, time: Seconds, loss: Losses, rules: WindowRules
) -> _Pieces:
    begins_run = np.ones(len(time), np.bool_)
    begins_run[1:] = (
        (case[1:] != case[:-1]) | (device[1:] != device[:-1]) | (time[1:] - time[:-1] > rules.gap)
    )  # fmt: skip
    run = np.cumsum(begins_run) - 1
    start = np.where(begins_run, time - rules.first, np.roll(time, 1))
    origin = start[begins_run][run] if len(time) else start
    number = np.maximum(time - 1 - origin, 0) // rules.longest
    cut = origin + number * rules.longest
    rows = np.arange(len(time))
    crossing = rows[start < cut]
    row = np.concatenate([rows, crossing])
    first = np.concatenate([np.maximum(start, cut), start[crossing]])
    last = np.concatenate([time, cut[crossing]])
    window = np.concatenate([number, number[crossing] - 1])
    is_sighting = np.repeat([1, 0], [len(rows), len(crossing)])
    order = np.lexsort((window, row))
    row = row[order]
    return _Pieces(
        case[row], key[row], device[row], run[row], window[order], first[order], last[order], loss[row],
        is_sighting[order],
    )  # fmt: skip


def _summed(pieces: _Pieces, rules: WindowRules) -> Windows:
    """One window for each run, number and key."""
    begins = np.ones(len(pieces.case), np.bool_)
    begins[1:] = False
    for column in (pieces.run, pieces.number, pieces.key):
        begins[1:] |= column[1:] != column[:-1]
    first = np.flatnonzero(begins)
    length = pieces.end - pieces.start
    buckets = len(rules.edges) + 1
    place = (np.cumsum(begins) - 1) * buckets + np.searchsorted(rules.edges, pieces.loss)
    seconds = np.bincount(place, weights=length, minlength=len(first) * buckets).astype(np.int64)
    return Windows(
        pieces.case[first],
        pieces.key[first],
        pieces.device[first],
        pieces.start[first],
        _reduced(np.maximum, pieces.end, first),
        seconds.reshape(len(first), buckets),
        _reduced(np.minimum, pieces.loss, first),
        _reduced(np.add, pieces.loss * length, first),
        _reduced(np.add, pieces.is_sighting, first),
    )


def _reduced(how: np.ufunc, values: _Numbers, first: npt.NDArray[np.intp]) -> _Numbers:
    """`how` over each stretch of values that begins at `first`; of nothing, nothing."""
    return np.asarray(how.reduceat(values, first) if len(first) else values, np.int64)
