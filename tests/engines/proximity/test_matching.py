"""The match against the obvious loop, on logs and keys that nearly collide; tolerance and release at their edges."""

from __future__ import annotations

from collections import Counter
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import Observation, ProximityError, bluezone, gaen
from quantriet.engines.proximity.log import ObservationLog, ingest
from quantriet.engines.proximity.matching import match
from quantriet.engines.proximity.observations import Observations
from quantriet.engines.proximity.oracle import Shown, match_plainly
from quantriet.engines.proximity.sought import Sought, by_day

DAY = 86_400
SINCE = 18_847 * DAY
NOW = SINCE + 5 * DAY
halves = st.sampled_from([1, 2, 3, 1 << 63])
moments = st.integers(SINCE, SINCE + 3 * DAY) | st.sampled_from([SINCE + DAY - 1, SINCE + DAY, SINCE + 2 * DAY])
observations = st.builds(Observation, h=halves, l=halves, time=moments, rssi=st.just(-60), device=st.integers(0, 2))


@st.composite
def shown_rows(draw: st.DrawFn) -> list[Shown]:
    rows = draw(st.lists(st.tuples(halves, halves, moments, st.sampled_from([1, 600, 900, DAY])), max_size=12))
    return [(h, low, start, start + length, key) for key, (h, low, start, length) in enumerate(rows)]


def _log(rows: list[Observation]) -> ObservationLog:
    done = ingest(ObservationLog(), Observations.of(rows), now=NOW, days=21, tolerance=0)
    assert not done.refused
    return done.log


def _sought(rows: list[Shown]) -> Sought:
    empty = Sought.of_nothing()
    kinds = [column.dtype for column in (empty.h, empty.l, empty.start, empty.end, empty.key)]
    columns = zip(*rows, strict=True) if rows else [[]] * 5
    return by_day(Sought(*(np.array(column, kind) for column, kind in zip(columns, kinds, strict=True))))


@given(st.lists(observations, max_size=30, unique=True), shown_rows(), st.sampled_from([0, 1, 300, 7200, DAY]),
       st.none() | moments)  # fmt: skip
def test_the_match_is_the_obvious_loop(
    rows: list[Observation], shown: list[Shown], tolerance: int, heard_before: int | None
) -> None:
    found = match(_log(rows), _sought(shown), tolerance=tolerance, heard_before=heard_before)
    fast = zip(found.key.tolist(), found.start.tolist(), found.heard, strict=True)
    assert Counter(fast) == Counter(match_plainly(rows, shown, tolerance=tolerance, heard_before=heard_before))


@given(st.randoms(use_true_random=False), st.sampled_from([0, 300, 7200, DAY]))
def test_the_match_is_the_obvious_loop_where_nearly_everything_meets(draw: Random, tolerance: int) -> None:
    """Two identifiers, five days, windows over midnight: hundreds of sightings an example."""
    rows = {Observation(draw.randrange(1, 3), 1, draw.randrange(SINCE, NOW), -60, number % 3) for number in range(60)}
    shown = [
        (draw.randrange(1, 3), 1, start, start + draw.choice([600, DAY, 2 * DAY]), key)
        for key in range(20)
        for start in [draw.randrange(SINCE, NOW)]
    ]
    found = match(_log(list(rows)), _sought(shown), tolerance=tolerance)
    fast = zip(found.key.tolist(), found.start.tolist(), found.heard, strict=True)
    assert Counter(fast) == Counter(match_plainly(rows, shown, tolerance=tolerance))


KEY = bytes(range(16))
START = SINCE // 600


def _heard(interval: int, time: int) -> list[Observation]:
    identifier = gaen.rolling_identifiers(KEY, interval, 1)[0].tobytes()
    return [Observation.of(identifier, time, -60, 1)]


@pytest.mark.parametrize(
    ("offset", "is_found"), [(0, True), (599, True), (600 + 299, True), (600 + 300, False), (-300, True), (-301, False)]
)
def test_an_identifier_counts_within_its_time_and_the_tolerance(offset: int, is_found: bool) -> None:
    log = _log(_heard(START + 5, SINCE + 3000 + offset))
    assert len(match(log, gaen.published([gaen.TemporaryKey(KEY, START)]), tolerance=300)) == is_found


@pytest.mark.parametrize(("period", "is_found"), [(6, True), (5, False)])
def test_a_key_counts_for_its_period_only(period: int, is_found: bool) -> None:
    log = _log(_heard(START + 5, SINCE + 3000))
    assert len(match(log, gaen.published([gaen.TemporaryKey(KEY, START, period)]), tolerance=300)) == is_found


def test_what_was_heard_after_the_release_is_left_out() -> None:
    log = _log(_heard(START + 5, SINCE + 3100))
    shown = gaen.published([gaen.TemporaryKey(KEY, START)])
    assert len(match(log, shown, tolerance=0, heard_before=SINCE + 3101)) == 1
    assert len(match(log, shown, tolerance=0, heard_before=SINCE + 3100)) == 0


def test_a_sighting_past_midnight_is_found_on_the_next_day() -> None:
    log = _log(_heard(START + 143, SINCE + DAY + 60))
    found = match(log, gaen.published([gaen.TemporaryKey(KEY, START)]), tolerance=300)
    assert found.start.tolist() == [SINCE + DAY - 600]


@pytest.mark.parametrize("slots", [96, 7])
def test_a_published_range_of_bluezone(slots: int) -> None:
    """Hashed on over midnight; cut where it begins and ends; each identifier in its own slot."""
    key = bytes(range(32))
    one = bluezone.PublishedRange(key, SINCE + 40_000, SINCE + DAY + 50_000, slots)
    shown = bluezone.published([one])
    rows = []
    for time in range(SINCE, SINCE + 2 * DAY, 397):
        identifier = bluezone.identifier(bluezone.day_key(key, SINCE, time), time, slots)
        rows.append(Observation.of(identifier, time, -60, 1))
    found = match(_log(rows), shown, tolerance=0)
    assert sorted(found.heard.time.tolist()) == [row.time for row in rows if one.start <= row.time < one.end]
    assert set(found.key.tolist()) == {0}


@pytest.mark.parametrize(("start", "end", "slots"), [(5, 5, 96), (0, 32 * DAY, 96), (0, 1, 0), (0, 1, 1441)])
def test_a_range_that_asks_too_much_is_refused(start: int, end: int, slots: int) -> None:
    with pytest.raises(ProximityError):
        bluezone.PublishedRange(bytes(32), start, end, slots)


def test_nothing_against_nothing() -> None:
    assert len(match(ObservationLog(), bluezone.published([]), tolerance=0)) == 0
    assert len(match(_log(_heard(START, SINCE)), bluezone.published([]), tolerance=0)) == 0
    assert len(match(ObservationLog(), gaen.published([gaen.TemporaryKey(KEY, START)]), tolerance=0)) == 0
