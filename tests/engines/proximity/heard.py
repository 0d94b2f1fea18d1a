"""Sightings made by hand."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from quantriet.engines.proximity import Observation, Observations, Sightings
from quantriet.engines.proximity.windows import Window

Seen = tuple[int, int, int, int]  # key, device, second, loss in dB


def sightings_of(rows: Iterable[Seen]) -> tuple[Sightings, np.ndarray]:
    """Sightings with their losses, in the order given."""
    told = list(rows)
    heard = Observations.of(Observation(1, 1, time, -loss, device) for _, device, time, loss in told)
    keys = np.array([key for key, *_ in told], np.int32)
    return Sightings(keys, heard.time, heard), np.array([loss for *_, loss in told], np.int64)


def window(case: int, device: int, start: int, end: int, *, nearest: int = 45) -> Window:
    return Window(case, 0, device, start, end, (end - start, 0), nearest, nearest * (end - start), 3)
