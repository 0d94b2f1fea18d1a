"""Looking up published identifiers in the log: which device heard which key, when, how strongly (đối chiếu).

Three steps for each day: its map of bits leaves out what nobody heard; the rest is sorted by the high half, since
sorted needles read a sorted column in the order of memory; whole identifiers and times are compared for what is left.
What is found is a sighting, no verdict: a signal goes through walls. `oracle.match_plainly` says the same rule as an
obvious loop.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .errors import demand
from .identifiers import DAY, Seconds
from .log import LogDay, ObservationLog
from .observations import Observations, spread
from .sought import Sought

_Rows = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Sightings:
    """Published identifiers that were heard (lượt gặp): columns of one length.

    `key`: number of the published key; `start`: first second at which its phone showed the identifier; `heard`: the
    observation, with the listening device.
    """

    key: npt.NDArray[np.int32]
    start: Seconds
    heard: Observations

    def __len__(self) -> int:
        return len(self.key)


def match(log: ObservationLog, sought: Sought, *, tolerance: int, heard_before: int | None = None) -> Sightings:
    """Every observation of a published identifier within its time, give or take `tolerance` seconds of clock.

    An identifier shown in [start, end) is taken when heard in [start − tolerance, end + tolerance). `heard_before` is
    the instant at which the keys were released: what was heard from then on anybody could have sent, so it is left out.
    """
    demand(tolerance >= 0, f"a tolerance of {tolerance} seconds")
    parts = [_match_day(day, sought, needles, tolerance) for day, needles in _meetings(log, sought, tolerance)]
    found = np.concatenate([needles for needles, _ in parts]) if parts else np.zeros(0, np.intp)
    heard = Observations.joined([rows for _, rows in parts])
    if heard_before is not None:
        early = heard.time < heard_before
        found, heard = found[early], heard.take(early)
    return Sightings(sought.key[found], sought.start[found], heard)


def _meetings(log: ObservationLog, sought: Sought, tolerance: int) -> Iterator[tuple[LogDay, _Rows]]:
    """Each day of the log with the rows of `sought` that could have been heard on it."""
    if not len(sought):
        return
    day = sought.start // DAY
    longest = int((sought.end - sought.start).max())
    for number in sorted(log.days):
        opens, closes = number * DAY - tolerance, (number + 1) * DAY + tolerance
        first = int(np.searchsorted(day, (opens - longest) // DAY))
        last = int(np.searchsorted(day, closes // DAY, side="right"))
        near = slice(first, last)
        fits = (sought.end[near] > opens) & (sought.start[near] < closes)
        yield log.days[number], np.flatnonzero(fits) + first


def _match_day(day: LogDay, sought: Sought, needles: _Rows, tolerance: int) -> tuple[_Rows, Observations]:
    """Pairs of a row of `sought` and an observation of this day, as two columns."""
    rows = day.rows
    needles = needles[day.may_hold(sought.h[needles])]
    order = needles[np.argsort(sought.h[needles])]
    prefixes = sought.h[order]
    left = np.searchsorted(rows.h, prefixes)
    present = rows.h[np.minimum(left, len(rows) - 1)] == prefixes
    order, prefixes, left = order[present], prefixes[present], left[present]
    counts = np.searchsorted(rows.h, prefixes, side="right") - left
    needle = np.repeat(order, counts)
    heard = rows.take(spread(left, counts))
    right = (
        (heard.l == sought.l[needle])
        & (heard.time >= sought.start[needle] - tolerance)
        & (heard.time < sought.end[needle] + tolerance)
    )
    return needle[right], heard.take(right)
