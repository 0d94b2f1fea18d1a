"""Retention: the boundary to the second, the count, the days of the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import Observation, ObservationLog, Observations, ProximityError, ingest
from quantriet.engines.proximity.retention import purge
from quantriet.law.load import parameter

DAY = 86_400
NOW = 18_850 * DAY + 1234
DAYS = parameter("proximity.retention_days", date(2021, 7, 23))
GOOD = Observation(7, 8, NOW - 100, -60, 3)


def log_of(*times: int) -> ObservationLog:
    rows = Observations.of([replace(GOOD, time=time) for time in times])
    return ingest(ObservationLog(), rows, now=NOW, days=400, tolerance=0).log


def test_the_days_of_the_law() -> None:
    assert DAYS == 21


@pytest.mark.parametrize(("age", "stays"), [(21 * DAY, True), (21 * DAY + 1, False), (0, True), (30 * DAY, False)])
def test_the_boundary_to_the_second(age: int, stays: bool) -> None:
    done = purge(log_of(NOW - age), NOW, DAYS)
    assert len(done.log) == stays
    assert done.dropped == (not stays)
    assert done.kept_since == NOW - 21 * DAY


@given(st.sets(st.integers(NOW - 30 * DAY, NOW), max_size=30), st.integers(1, 40))
def test_all_that_is_older_goes_and_nothing_else(times: set[int], days: int) -> None:
    log = log_of(*times)
    done = purge(log, NOW, days)
    kept = {time for time in times if time >= NOW - days * DAY}
    assert set(done.log.rows().time.tolist()) == kept
    assert done.dropped == len(times) - len(kept)
    assert len(log) == len(times)
    for day in done.log.days.values():
        assert len(day.rows)
        assert day.may_hold(day.rows.h).all()
    assert purge(done.log, NOW, days).dropped == 0


def test_what_is_purged_would_not_be_taken_again() -> None:
    old = replace(GOOD, time=NOW - DAYS * DAY - 1)
    again = ingest(ObservationLog(), Observations.of([old]), now=NOW, days=DAYS, tolerance=0)
    assert [one.code for one in again.refused] == ["proximity.too_old"]


def test_keeping_nothing_is_a_mistake() -> None:
    with pytest.raises(ProximityError):
        purge(ObservationLog(), NOW, 0)
