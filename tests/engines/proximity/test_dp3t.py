"""DP-3T designs 1 and 2: the published values, what a listening phone finds, what it must not find."""

from __future__ import annotations

import random
from datetime import datetime

import numpy as np
import pytest

from quantriet.engines.proximity import Observation, ProximityError, dp3t
from quantriet.engines.proximity.log import ObservationLog, ingest
from quantriet.engines.proximity.matching import match
from quantriet.engines.proximity.observations import Observations
from tests.engines.proximity.vectors import needs_vectors, vectors

DAY = 86_400
SINCE = 18_362 * DAY
SECOND = bytes.fromhex("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925")

KEPT = "93e8cffb4f828baf9e36b658ab8988b9afd39bec9f95b24930768157148adcc9"


def log_of(*rows: Observation) -> ObservationLog:
    done = ingest(ObservationLog(), Observations.of(rows), now=SINCE + 9 * DAY, days=21, tolerance=0)
    assert not done.refused
    return done.log


def test_the_published_values_of_design_1() -> None:
    assert dp3t.next_day_key(bytes(32)) == SECOND
    told = dp3t.identifiers(SECOND)
    assert [row.tobytes().hex() for row in told[:2]] == [
        "04cab76af57ca373de1d52689fae06c1",
        "ab7747084efb743a6aa1b19bab2f0ca3",
    ]


@needs_vectors
def test_all_values_of_design_1() -> None:
    found = vectors("dp3t_design1_lowcost")
    key = bytes.fromhex(found["published"]["keys"][0])
    for day, told in zip(found["derived"]["days"], found["published"]["keys"], strict=True):
        assert key.hex() == told == day["sk"]
        made = dp3t.identifiers(key)
        assert {place: made[int(place)].tobytes().hex() for place in day["ephid"]} == day["ephid"]
        key = dp3t.next_day_key(key)


def test_the_published_values_of_design_2() -> None:
    seed = bytes.fromhex("eaa2054637009757b9988b28998209d253eede69345f835bb91b3b333108d229")
    assert dp3t.identifier_of(seed).hex() == "b7b1d06cd81686669aeea51e9f4723b5"
    assert dp3t.kept_hash(dp3t.identifier_of(seed), 1762781).hex() == KEPT


@needs_vectors
def test_all_values_of_design_2() -> None:
    found = vectors("dp3t_design2_unlinkable")
    told = [dp3t.identifier_of(bytes.fromhex(seed)) for seed in found["seeds"]]
    assert [one.hex() for one in told] == found["ephids"]
    epochs = [dp3t.epoch_of(int(datetime.fromisoformat(time).timestamp())) for time in found["times"]]
    assert epochs == found["epochs"]
    assert [dp3t.kept_hash(told[1], epoch).hex() for epoch in epochs] == found["hashed_observation_of_ephid1"]


def test_design_1_counts_any_time_of_its_day_up_to_the_upload() -> None:
    today, tomorrow = dp3t.identifiers(SECOND), dp3t.identifiers(dp3t.next_day_key(SECOND))
    heard = [
        Observation.of(today[5].tobytes(), SINCE + 80_000, -60, 1),
        Observation.of(today[95].tobytes(), SINCE + 10, -60, 1),  # before the published start
        Observation.of(tomorrow[0].tobytes(), SINCE + DAY + 40_000, -60, 1),
        Observation.of(tomorrow[1].tobytes(), SINCE + DAY + 60_000, -60, 1),  # after the upload
        Observation.of(today[6].tobytes(), SINCE + DAY + 100, -60, 1),  # on another day
    ]
    shown = dp3t.published([dp3t.PublishedKey(SECOND, SINCE + 1000, SINCE + DAY + 50_000)])
    found = match(log_of(*heard), shown, tolerance=0)
    assert sorted(found.heard.time.tolist()) == [SINCE + 80_000, SINCE + DAY + 40_000]


def test_design_2_counts_only_the_epoch_it_was_shown_in() -> None:
    seed, at = bytes(range(32)), SINCE + 5 * 900 + 450
    identifier = dp3t.identifier_of(seed)
    heard = [dp3t.observed(identifier, at, -60, 1), dp3t.observed(identifier, at + 900, -60, 2)]
    hashes = dp3t.hashed_seeds([(dp3t.epoch_of(at), seed), (dp3t.epoch_of(at), bytes(32))])
    found = match(log_of(*heard), dp3t.published_hashes(hashes, SINCE, SINCE + 9 * DAY), tolerance=0)
    assert [row.device for row in found.heard] == [1]
    assert heard[0].identifier() != identifier


def test_published_hashes_tell_no_order_and_no_person() -> None:
    seeds = [(dp3t.epoch_of(SINCE) + number, bytes([number]) * 32) for number in range(9)]
    hashes = dp3t.hashed_seeds(seeds)
    assert hashes.shape == (9, 16)
    assert (hashes == dp3t.hashed_seeds([*reversed(seeds), seeds[0]])).all()
    assert [row.tobytes() for row in hashes] == sorted(row.tobytes() for row in hashes)


def test_a_day_is_shown_in_an_order_of_its_own() -> None:
    assert sorted(dp3t.shown_order()) == list(range(96))
    assert dp3t.shown_order(random.Random(1)) != dp3t.shown_order(random.Random(2))


def test_nothing_published() -> None:
    assert len(dp3t.published([])) == 0
    assert len(dp3t.published_hashes(dp3t.hashed_seeds([]), SINCE, SINCE + DAY)) == 0
    assert dp3t.published_hashes(dp3t.hashed_seeds([]), SINCE, SINCE + DAY).h.dtype == np.uint64


@pytest.mark.parametrize(("key", "start", "end"), [(bytes(31), 0, 1), (bytes(32), 1, 1), (bytes(32), 0, 32 * DAY)])
def test_a_key_that_asks_too_much_is_refused(key: bytes, start: int, end: int) -> None:
    with pytest.raises(ProximityError):
        dp3t.PublishedKey(key, start, end)


def test_keys_and_seeds_have_32_bytes() -> None:
    with pytest.raises(ProximityError):
        dp3t.identifiers(bytes(16))
    with pytest.raises(ProximityError):
        dp3t.identifier_of(bytes(31))
