"""Who may have been exposed, with all that speaks for it; a person decides (người cần xác minh).

A candidate is a device and a case, both numbers of registers that stand elsewhere: what leaves this engine has no field
for a name.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .errors import demand
from .identifiers import DAY
from .scores import Scores
from .windows import Window, Windows


@dataclass(frozen=True, slots=True)
class DaySummary:
    """One device, one case, one day (tổng hợp ngày): `day` counts from 1970 in the agency's zone.

    `near_seconds` are weighted by loss; `score_sum` and `score_max` are over the day's windows, in weighted seconds.
    """

    case: int
    device: int
    day: int
    windows: int
    near_seconds: float
    score_sum: float
    score_max: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A device to be looked into (người cần xác minh): the days that reach the threshold, and every window."""

    case: int
    device: int
    days: tuple[DaySummary, ...]
    evidence: tuple[Window, ...]

    @property
    def score(self) -> float:
        """The highest sum of a day, in weighted seconds."""
        return max(day.score_sum for day in self.days)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One day of one candidate as it may leave the system (dòng báo cáo): numbers only."""

    case: int
    device: int
    day: int
    near_minutes: float
    score_minutes: float
    windows: int
    nearest_db: int


def summarise(windows: Windows, near: Scores, scores: Scores, *, day_offset: int) -> list[DaySummary]:
    """Sums by case, device and day; a window counts for the day on which it begins.

    `day_offset` in seconds is what the agency's clock is ahead of UTC (25,200 in Viet Nam).
    """
    demand(len(windows) == len(near) == len(scores), "scores of other windows")
    day = (windows.start + day_offset) // DAY
    groups, place = np.unique(np.stack([windows.case, windows.device, day]), axis=1, return_inverse=True)
    place = place.ravel()
    count = groups.shape[1]
    highest = np.zeros(count)
    np.maximum.at(highest, place, scores)
    columns = (
        np.bincount(place, minlength=count),
        np.bincount(place, near, minlength=count),
        np.bincount(place, scores, minlength=count),
        highest,
    )
    rows = zip(*groups.tolist(), *(column.tolist() for column in columns), strict=True)
    return [DaySummary(*row) for row in rows]


def candidates(windows: Windows, days: list[DaySummary], *, least: float) -> list[Candidate]:
    """The pairs with a day of at least `least` weighted seconds, highest first; equal ones by case and device."""
    reaching: dict[tuple[int, int], list[DaySummary]] = {}
    for one in days:
        if one.score_sum >= least and one.score_sum > 0:
            reaching.setdefault((one.case, one.device), []).append(one)
    evidence: dict[tuple[int, int], list[Window]] = {pair: [] for pair in reaching}
    for number, pair in enumerate(zip(windows.case.tolist(), windows.device.tolist(), strict=True)):
        if pair in evidence:
            evidence[pair].append(windows.row(number))
    found = [Candidate(*pair, tuple(told), tuple(evidence[pair])) for pair, told in reaching.items()]
    return sorted(found, key=lambda one: (-one.score, one.case, one.device))


def report(found: list[Candidate], *, day_offset: int) -> list[ReportRow]:
    """What may leave: one row for each day that reached the threshold, in the order of the candidates."""
    return [
        ReportRow(
            one.case,
            one.device,
            day.day,
            round(day.near_seconds / 60, 1),
            round(day.score_sum / 60, 1),
            day.windows,
            min(window.nearest for window in one.evidence if (window.start + day_offset) // DAY == day.day),
        )
        for one in found
        for day in one.days
    ]
