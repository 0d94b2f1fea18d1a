"""Near sightings: a plain loop is the oracle."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import Observation, Observations, ProximityError, Sightings
from quantriet.engines.proximity.nearness import near_only

Row = tuple[int, int, int, int]
"""Key that was heard, device that heard, second, loss in dB."""

ROWS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 300), st.integers(40, 80)), max_size=60)
DEVICES = [0, 1, 2, 0]  # the device 0 has shown two keys


def near(rows: list[Row], step: int, most: int, devices: list[int] = DEVICES) -> list[Row]:
    heard = Observations.of(Observation(0, 1, second, -50, device) for _, device, second, _ in rows)
    keys = np.array([key for key, *_ in rows], np.int32)
    losses = np.array([loss for *_, loss in rows], np.int64)
    sightings = Sightings(keys, np.zeros(len(rows), np.int64), heard)
    found, left = near_only(sightings, losses, np.array(devices), step=step, most=most)
    columns = (found.key, found.heard.device, found.heard.time, left)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def by_definition(rows: list[Row], step: int, most: int) -> list[Row]:
    losses = defaultdict(list)
    for key, device, second, loss in rows:
        losses[frozenset((DEVICES[key], device)), second // step].append(loss)
    median = {place: sorted(told)[(len(told) - 1) // 2] for place, told in losses.items()}
    return [
        (key, device, second, loss)
        for key, device, second, loss in rows
        if DEVICES[key] != device and median[frozenset((DEVICES[key], device)), second // step] <= most
    ]


@given(ROWS, st.sampled_from([20, 60, 100]), st.integers(45, 75))
def test_what_is_near_is_as_defined(rows: list[Row], step: int, most: int) -> None:
    assert near(rows, step, most) == by_definition(rows, step, most)


def test_one_strong_frame_among_weak_ones_says_nothing() -> None:
    assert near([(1, 0, second, 75) for second in range(0, 60, 10)] + [(0, 1, 30, 40)], 60, 55) == []


def test_one_weak_frame_among_strong_ones_takes_nothing_away() -> None:
    rows = [(1, 0, second, 45) for second in range(0, 60, 10)] + [(0, 1, 30, 80)]
    assert near(rows, 60, 55) == rows


def test_a_key_of_nobody_and_a_step_of_nothing_are_refused() -> None:
    with pytest.raises(ProximityError, match="without its device"):
        near([(3, 1, 0, 50)], 60, 55, [0, 1])
    with pytest.raises(ProximityError, match="a step of 0 seconds"):
        near([], 0, 55)
