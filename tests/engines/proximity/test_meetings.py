"""Meetings from sightings: a plain loop is the oracle."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import Observation, Observations, ProximityError, Sightings
from quantriet.engines.proximity.meetings import Nearness, meetings

Row = tuple[int, int, int, int]
"""Key that was heard, device that heard, time, strength."""

ROWS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 900), st.integers(-90, -40)), max_size=60
)
WEARERS = [0, 1, 2, 0]  # the device 0 has shown two keys


def sighted(rows: list[Row]) -> Sightings:
    heard = Observations.of(Observation(0, 1, time, rssi, device) for _, device, time, rssi in rows)
    keys = np.array([key for key, *_ in rows], np.int32)
    return Sightings(keys, np.zeros(len(rows), np.int64), heard)


def told(rows: list[Row], nearness: Nearness) -> list[Row]:
    found = meetings(sighted(rows), WEARERS, nearness)
    columns = (found.first, found.second, found.start, found.end, found.rssi)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def by_definition(rows: list[Row], nearness: Nearness) -> list[tuple[int, ...]]:
    strengths = defaultdict(list)
    for key, device, time, rssi in rows:
        if WEARERS[key] != device:
            strengths[(*sorted((WEARERS[key], device)), time // nearness.step)].append(rssi)
    medians = {place: sorted(all_)[(len(all_) - 1) // 2] for place, all_ in strengths.items()}
    near = sorted(place for place, median in medians.items() if median >= nearness.least_rssi)
    found = []
    for pair, places in groupby(near, key=lambda place: place[:2]):
        steps = [step for *_, step in places]
        runs = [[steps[0]]]
        for step in steps[1:]:
            if step - runs[-1][-1] - 1 <= nearness.bridged:
                runs[-1].append(step)
            else:
                runs.append([step])
        for run in runs:
            strongest = max(medians[*pair, step] for step in run)
            found.append((*pair, run[0] * nearness.step, (run[-1] + 1) * nearness.step, strongest))
    return found


@given(ROWS, st.integers(-80, -50), st.sampled_from([20, 60]), st.integers(0, 3))
def test_meetings_are_as_defined(rows: list[Row], least: int, step: int, bridged: int) -> None:
    nearness = Nearness(least, step, bridged)
    assert told(rows, nearness) == by_definition(rows, nearness)


def test_one_strong_frame_among_weak_ones_is_no_meeting() -> None:
    rows = [(1, 0, second, -85) for second in range(0, 60, 10)] + [(0, 1, 30, -45)]
    assert told(rows, Nearness(-62)) == []


def test_a_silence_is_bridged_as_far_as_the_rule_says() -> None:
    rows = [(1, 0, minute * 60, -50) for minute in (0, 3, 7)]
    assert [(start, end) for *_, start, end, _ in told(rows, Nearness(-62, bridged=2))] == [(0, 240), (420, 480)]


def test_a_key_of_nobody_and_a_step_of_nothing_are_refused() -> None:
    with pytest.raises(ProximityError, match="without its device"):
        meetings(sighted([(3, 1, 0, -50)]), [0, 1], Nearness(-62))
    with pytest.raises(ProximityError, match="a step of 0 seconds"):
        Nearness(-62, step=0)
