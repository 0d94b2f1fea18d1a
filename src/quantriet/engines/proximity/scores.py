"""What windows weigh: the scores of the two versions of GAEN, all weights as tables (điểm nguy cơ).

Version 1 multiplies four bucketed values for each key and device. Version 2 sums weighted seconds of windows for each
day. The tables come from the dated parameters; nothing is decided here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import demand
from .gaen import ReportType, TemporaryKey
from .identifiers import DAY
from .windows import Windows

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """Values by bucket (bảng điểm): `edges` are upper bounds, each included; one value more than edges.

    >>> Table((10, 20), (8.0, 4.0, 0.0)).of(20), Table((10, 20), (8.0, 4.0, 0.0)).of(21)
    (4.0, 0.0)
    """

    edges: tuple[float, ...]
    values: tuple[float, ...]

    def __post_init__(self) -> None:
        demand(list(self.edges) == sorted(set(self.edges)), f"edges {self.edges} do not rise")
        demand(len(self.values) == len(self.edges) + 1, f"{len(self.edges)} edges and {len(self.values)} values")
        demand(min(self.values) >= 0, "a value is negative")

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Table:
        """From plain values, as the dated parameters hold them."""
        return cls(tuple(values["edges"]), tuple(values["values"]))

    def of(self, value: float) -> float:
        return self.values[bisect_left(self.edges, value)]


@dataclass(frozen=True, slots=True)
class WindowWeights:
    """The weights of version 2 (trọng số): of the buckets of loss, of infectiousness, of report types.

    `infectiousness` by class: none, standard, high; `class_of_day` gives the class by days since onset, with
    `class_if_unknown` where that is not told; `reports` by `ReportType`; a window of less than `least` weighted
    seconds weighs nothing.
    """

    buckets: tuple[float, ...]
    infectiousness: tuple[float, float, float]
    class_of_day: Mapping[int, int]
    class_if_unknown: int
    reports: tuple[float, ...]
    least: float

    def __post_init__(self) -> None:
        demand(len(self.infectiousness) == 3, "three classes of infectiousness")
        demand(len(self.reports) == len(ReportType), f"{len(ReportType)} report types")
        demand({self.class_if_unknown, *self.class_of_day.values()} <= {0, 1, 2}, "a class of infectiousness is 0 to 2")
        demand(min(*self.buckets, *self.infectiousness, *self.reports) >= 0, "a weight is negative")

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> WindowWeights:
        """From plain values, as the dated parameters hold them."""
        first, second, third = values["infectiousness"]
        return cls(
            tuple(values["buckets"]),
            (first, second, third),
            {int(day): int(told) for day, told in values["class_of_day"].items()},
            int(values["class_if_unknown"]),
            tuple(values["reports"]),
            float(values["least"]),
        )

    def of_key(self, key: TemporaryKey) -> float:
        """What the windows of this key weigh, by its onset and its report."""
        days = key.days_since_onset
        told = self.class_if_unknown if days is None else self.class_of_day.get(days, 0)
        return self.infectiousness[told] * self.reports[key.report_type]


def near_seconds(windows: Windows, weights: WindowWeights) -> Scores:
    """Seconds of each window, weighted by loss only: the weighted duration of version 2."""
    demand(windows.seconds.shape[1] == len(weights.buckets), "weights for other buckets")
    return np.asarray(windows.seconds @ np.array(weights.buckets, np.float64), np.float64)


def window_scores(windows: Windows, weights: WindowWeights, keys: Sequence[TemporaryKey] | None = None) -> Scores:
    """Version 2: near seconds × infectiousness × report; 0 for a window below the least.

    Without `keys` (protocols that tell neither) every key weighs as one of unknown onset, confirmed by a test.
    """
    plain = weights.infectiousness[weights.class_if_unknown] * weights.reports[ReportType.CONFIRMED_TEST]
    if keys is None:
        scores = near_seconds(windows, weights) * plain
    else:
        of_key = np.array([weights.of_key(key) for key in keys], np.float64)
        scores = near_seconds(windows, weights) * of_key[windows.key]
    return np.where(scores >= weights.least, scores, 0.0)


@dataclass(frozen=True, slots=True)
class ProductTables:
    """The tables of version 1 (bảng điểm phiên bản 1): loss in dB, days since, minutes; risk by 0 to 8; a minimum."""

    loss: Table
    days: Table
    minutes: Table
    risk: tuple[float, ...]
    least: float

    def __post_init__(self) -> None:
        demand(len(self.risk) == 9, "values for the transmission risks 0 to 8")

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> ProductTables:
        """From plain values, as the dated parameters hold them."""
        loss, days, minutes = (Table.read(values[name]) for name in ("loss", "days", "minutes"))
        return cls(loss, days, minutes, tuple(values["risk"]), float(values["least"]))

    def score(self, loss: float, days: int, minutes: float, risk: int) -> float:
        """The product, or 0 below the least."""
        product = self.loss.of(loss) * self.days.of(days) * self.minutes.of(minutes) * self.risk[risk]
        return product if product >= self.least else 0.0


@dataclass(frozen=True, slots=True)
class KeyExposure:
    """Version 1's view of one device and one key (tiếp xúc với một khóa): total minutes, mean loss, score."""

    device: int
    key: int
    last: int
    minutes: float
    loss: float
    score: float


def product_scores(
    windows: Windows, tables: ProductTables, now: int, keys: Sequence[TemporaryKey] | None = None
) -> list[KeyExposure]:
    """Version 1: each device with each key, by device and key; days are whole days before `now` (seconds)."""
    pairs, place = np.unique(np.stack([windows.device, windows.key]), axis=1, return_inverse=True)
    place = place.ravel()
    count = pairs.shape[1]
    seconds = np.bincount(place, windows.seconds.sum(axis=1), minlength=count)
    lost = np.bincount(place, windows.loss_seconds, minlength=count)
    last = np.zeros(count, np.int64)
    np.maximum.at(last, place, windows.end)
    found = []
    for number in range(count):
        device, key = (int(one) for one in pairs[:, number])
        minutes, loss = float(seconds[number] / 60), float(lost[number] / max(1.0, seconds[number]))
        days = max(0, (now - int(last[number])) // DAY)
        score = tables.score(loss, days, minutes, keys[key].risk if keys else 0)
        found.append(KeyExposure(device, key, int(last[number]), minutes, loss, score))
    return found
