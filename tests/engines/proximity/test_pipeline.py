"""One story from phones to candidates, by each protocol: a case, one beside her, one down the hall, one passing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from quantriet.engines.proximity import (
    Candidate,
    KeyBatch,
    Observation,
    ObservationLog,
    Observations,
    PhoneHolding,
    SignerInfo,
    Sought,
    TrustedKey,
    WindowRules,
    WindowWeights,
    assumed_losses,
    bluezone,
    candidates,
    dp3t,
    encounters,
    gaen,
    ingest,
    match,
    near_seconds,
    own,
    pad,
    purge,
    read_export,
    summarise,
    told_losses,
    valid_keys,
    window_scores,
    windows,
    write_export,
)
from quantriet.law.load import parameter

DAY_OF_LAW = date(2021, 7, 23)
DAY = 86_400
MORNING = 18_831 * DAY + 2 * 3600  # nine o'clock in Viet Nam
NOW = MORNING + 2 * DAY
COLLEAGUE, HALL, PASSER, OFFICE = 11, 12, 13, 14
RULES = WindowRules.read(parameter("proximity.windows", DAY_OF_LAW))
WEIGHTS = WindowWeights.read(parameter("proximity.window_weights", DAY_OF_LAW))

Shown = Callable[[int], bytes]


def heard(shown: Shown, observed: Callable[[bytes, int, int, int], Observation] = Observation.of) -> ObservationLog:
    """Scans every minute: an hour at −55 dBm, an hour at −75, three minutes at −50; and noise."""
    rows = [observed(shown(at), at, -55, COLLEAGUE) for at in range(MORNING, MORNING + 3600, 60)]
    rows += [observed(shown(at), at, -75, HALL) for at in range(MORNING, MORNING + 3600, 60)]
    rows += [observed(shown(at), at, -50, PASSER) for at in range(MORNING, MORNING + 180, 60)]
    rows += [observed(bytes([number + 1] * 12), MORNING + number, -40, OFFICE) for number in range(60)]
    done = ingest(ObservationLog(), Observations.of(rows), now=NOW, days=21, tolerance=300)
    assert (done.taken, done.refused) == (len(rows), ())
    return done.log


def found(log: ObservationLog, sought: Sought, protocol: str, case_of_key: int = 1) -> list[Candidate]:
    tolerance = parameter("proximity.clock_tolerance_seconds", DAY_OF_LAW)[protocol]
    sightings = match(log, sought, tolerance=tolerance)
    power = parameter("proximity.assumed_tx_power_dbm", DAY_OF_LAW)[protocol]
    cases = np.full(int(sought.key.max()) + 1, case_of_key)
    seen = windows(sightings, assumed_losses(sightings, power), RULES, cases)
    days = summarise(seen, near_seconds(seen, WEIGHTS), window_scores(seen, WEIGHTS), day_offset=25_200)
    return candidates(seen, days, least=parameter("proximity.candidate_seconds", DAY_OF_LAW))


def is_the_colleague(told: list[Candidate]) -> None:
    assert [(one.case, one.device, one.score) for one in told] == [(1, COLLEAGUE, 3600)]
    assert sum(sum(one.seconds) for one in told[0].evidence) == 3600
    assert {one.nearest for one in told[0].evidence} == {45}


def test_bluezone() -> None:
    base = bytes(range(32))
    key = bluezone.day_key(base, MORNING - 5 * DAY, MORNING)
    log = heard(lambda at: bluezone.identifier(bluezone.day_key(base, MORNING - 5 * DAY, at), at))
    is_the_colleague(found(log, bluezone.published([bluezone.PublishedRange(key, MORNING - 600, NOW)]), "bluezone"))


def test_our_own_keys_through_a_signed_file() -> None:
    ring = own.with_key((), MORNING)
    log = heard(lambda at: own.identifier(ring, at))
    keys = own.to_publish(ring, MORNING - 2 * DAY, MORNING + DAY)
    private, signer = ec.generate_private_key(ec.SECP256R1()), SignerInfo("demo", "v1")
    ready, waiting = own.released(keys, ring, NOW, parameter("proximity.embargo_seconds", DAY_OF_LAW))
    assert not waiting
    file = write_export(KeyBatch(MORNING, NOW, "VN", pad(ready)), signer, private)
    told = valid_keys([read_export(file, [TrustedKey(signer, private.public_key())])])
    assert len(told) >= 1_000
    is_the_colleague(found(log, own.published(told), "own"))


@pytest.mark.parametrize("design", [1, 2])
def test_dp3t(design: int) -> None:
    key = bytes(range(32))
    if design == 1:
        order = dp3t.shown_order()
        log = heard(lambda at: dp3t.identifiers(key)[order[at % DAY // dp3t.EPOCH]].tobytes())
        sought = dp3t.published([dp3t.PublishedKey(key, MORNING - 7200, NOW)])
    else:
        log = heard(lambda at: dp3t.identifier_of(dp3t.epoch_of(at).to_bytes(32, "big")), dp3t.observed)
        epochs = range(dp3t.epoch_of(MORNING), dp3t.epoch_of(MORNING + 3600) + 1)
        hashes = dp3t.hashed_seeds((epoch, epoch.to_bytes(32, "big")) for epoch in epochs)
        sought = dp3t.published_hashes(hashes, MORNING - DAY, NOW)
    is_the_colleague(found(log, sought, "dp3t"))


def test_gaen_with_its_metadata_and_to_the_tracing_engine() -> None:
    """The transmit power comes with the frame: −20 dBm makes 35 dB of −55 dBm."""
    key = gaen.TemporaryKey(bytes(16), gaen.interval_of(MORNING), 12, 5, gaen.ReportType.CONFIRMED_TEST, 1)
    frames = []
    for at in range(MORNING, MORNING + 1800, 60):
        shown = gaen.rolling_identifiers(key.key, gaen.interval_of(at), 1)[0].tobytes()
        frames.append((at, gaen.advert(shown, gaen.crypt_metadata(key.key, shown, gaen.metadata(-20)))))
    rows = []
    for at, frame in frames:
        read = gaen.parse_advert(frame)
        assert read
        rows.append(Observation.of(read[0], at * 1000, -55, COLLEAGUE, read[1]))
    log = ingest(ObservationLog(), Observations.of(rows), now=NOW, days=21, tolerance=0).log
    sightings = match(log, gaen.published([key]), tolerance=7200)
    losses = told_losses(sightings, [key], calibration=0, assumed=0)
    assert set(losses.tolist()) == {35}
    seen = windows(sightings, losses, RULES)
    assert window_scores(seen, WEIGHTS, [key]).sum() == 1800
    met = encounters(seen, [PhoneHolding(0, 501)], [PhoneHolding(COLLEAGUE, 502)], source="gaen")
    assert met.rows == ((501, 502, MORNING - 60, MORNING + 1740, "", "gaen"),)


def test_after_the_retention_nothing_is_left_to_find() -> None:
    base = bytes(range(32))
    log = heard(lambda at: bluezone.identifier(base, at))
    days = parameter("proximity.retention_days", DAY_OF_LAW)
    kept = purge(log, MORNING + days * DAY, days)
    assert kept.dropped == 0
    gone = purge(log, MORNING + days * DAY + 3600, days)
    assert gone.dropped == len(log)
    sought = bluezone.published([bluezone.PublishedRange(base, MORNING - 600, NOW)])
    assert len(match(gone.log, sought, tolerance=300)) == 0
