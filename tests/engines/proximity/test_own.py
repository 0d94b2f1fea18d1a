"""Our own keys do what Bluezone's did not: each fault of that protocol is a test here."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quantriet.engines.proximity import Observation, ProximityError, bluezone, gaen, own
from quantriet.engines.proximity.log import ObservationLog, ingest
from quantriet.engines.proximity.matching import match
from quantriet.engines.proximity.observations import Observations

DAY = 86_400
SINCE = 18_831 * DAY
seconds = st.integers(SINCE, SINCE + 6 * DAY)


def drawing(first: int = 1) -> own.Draw:
    """Keys that tell apart, the same in each run."""
    numbers: Iterator[int] = itertools.count(first)
    return lambda size: hashlib.sha256(str(next(numbers)).encode()).digest()[:size]


def ring_of(*days: int) -> own.Ring:
    draw, ring = drawing(), ()
    for day in days:
        ring = own.with_key(ring, SINCE + day * DAY, draw)
    return ring


@given(st.lists(st.tuples(seconds, st.booleans()), max_size=12))
def test_at_any_second_there_is_one_key_whatever_happened(acts: list[tuple[int, bool]]) -> None:
    """Clocks go back, uploads come twice: keys do not overlap and none is used twice."""
    draw, ring = drawing(), ()
    for at, uploads in acts:
        ring = own.with_key(ring, at, draw)
        using = own.key_at(ring, at)
        assert using is not None
        if uploads:
            ring = own.rekeyed(ring, at, draw)
            later = own.key_at(ring, (gaen.interval_of(at) + 1) * 600)
            assert later is not None
            assert later.key != using.key
    assert all(one.ends_at <= other.starts_at for one, other in itertools.pairwise(ring))
    assert all(one.starts_at // DAY == (one.ends_at - 1) // DAY for one in ring)


def test_the_key_of_a_day_tells_nothing_of_another() -> None:
    """Bluezone hashes the next day's key from this one's; ours are drawn."""
    first, second = ring_of(0, 1)
    assert second.key != first.key
    assert second.key != hashlib.sha256(first.key).digest()[:16]
    derived = {row.tobytes() for row in own.identifiers(first.key, first.start, 5 * 144)}
    assert own.identifier((first, second), second.starts_at) not in derived


def test_an_upload_ends_the_key_in_use() -> None:
    """Bluezone's base key stayed after an upload; ours is another from the next ten minutes on."""
    ring, at = ring_of(0), SINCE + 50_000
    renewed = own.rekeyed(ring, at, drawing(100))
    assert [one.ends_at for one in renewed] == [SINCE + 50_400, SINCE + DAY]
    uploaded = {row.tobytes() for row in own.identifiers(ring[0].key, ring[0].start)}
    assert own.identifier(renewed, at) in uploaded
    assert own.identifier(renewed, SINCE + 50_400) not in uploaded
    assert own.rekeyed((), at) == ()


@given(seconds, st.integers(1, 3 * DAY))
@example(SINCE + 600, 1200)
@example(SINCE + DAY - 600, 600)
def test_only_the_contagious_window_is_published(since: int, length: int) -> None:
    told = own.to_publish(ring_of(0, 1, 2, 3), since, since + length)
    for one in told:
        assert one.starts_at // 600 >= since // 600
        assert one.ends_at - 600 < since + length
    covered = sum(one.period for one in told)
    inside = range(max(since, SINCE) // 600, -(-min(since + length, SINCE + 4 * DAY) // 600))
    assert covered == len(inside)


def test_a_key_that_is_still_valid_waits() -> None:
    """Bluezone sent keys out while they could still be replayed."""
    ring = ring_of(0, 1)
    told = own.to_publish(ring, SINCE + 1000, SINCE + DAY + 600)
    noon = SINCE + DAY + 43_200
    assert own.released(told, ring, noon, 300) == (told[:1], told[1:])
    assert own.released(told, ring, SINCE + 2 * DAY + 299, 300) == (told[:1], told[1:])
    assert own.released(told, ring, SINCE + 2 * DAY + 300, 300) == (told, ())
    renewed = own.rekeyed(ring, noon, drawing(100))
    assert own.released(told, renewed, noon + 600 + 300, 300) == (told, ())


def test_what_is_published_is_found_within_the_window_and_with_the_tolerance() -> None:
    ring = ring_of(0)
    inside, outside = SINCE + 30_000, SINCE + 20_000
    rows = [
        Observation.of(own.identifier(ring, inside), inside, -60, 1),
        Observation.of(own.identifier(ring, inside), inside + 600 + 299, -60, 2),
        Observation.of(own.identifier(ring, inside), inside + 600 + 300, -60, 3),
        Observation.of(own.identifier(ring, outside), outside, -60, 4),
    ]
    log = ingest(ObservationLog(), Observations.of(rows), now=SINCE + DAY, days=21, tolerance=0).log
    found = match(log, own.published(own.to_publish(ring, SINCE + 25_000, SINCE + 40_000)), tolerance=300)
    assert sorted(found.heard.device.tolist()) == [1, 2]


def test_the_identifiers_are_no_other_protocols() -> None:
    (one,) = ring_of(0)
    ours = own.identifiers(one.key, one.start)
    assert ours.shape == (144, 12)
    assert not (ours == gaen.rolling_identifiers(one.key, one.start)[:, :12]).all(axis=1).any()
    frame = bluezone.advert(own.identifier((one,), SINCE))
    assert bluezone.parse_advert(frame) == ours[0].tobytes()


def test_keys_are_forgotten() -> None:
    ring = ring_of(0, 1)
    assert own.forgotten(ring, SINCE + 22 * DAY - 1, 21) == ring
    assert own.forgotten(ring, SINCE + 22 * DAY, 21) == ring[1:]


def test_no_identifier_without_a_key_and_no_window_backwards() -> None:
    with pytest.raises(ProximityError):
        own.identifier(ring_of(0), SINCE - 1)
    with pytest.raises(ProximityError):
        own.to_publish((), SINCE, SINCE)


def test_keys_are_drawn_by_the_operating_system() -> None:
    assert own.with_key((), SINCE)[0].key != own.with_key((), SINCE)[0].key
