"""Exposure windows against a count of every single second."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import Observation, Observations, ProximityError, Sightings, gaen
from quantriet.engines.proximity.losses import assumed_losses, told_losses
from quantriet.engines.proximity.windows import WindowRules, windows
from tests.engines.proximity.heard import Seen, sightings_of

RULES = WindowRules(longest=1800, gap=600, first=60, edges=(50, 55, 70))
SINCE = 1_626_998_400

seen = st.tuples(
    st.integers(0, 2), st.integers(0, 1), st.integers(0, 5000).map(lambda second: SINCE + second),
    st.sampled_from([40, 50, 51, 55, 60, 71]),
)  # fmt: skip
rules = st.sampled_from([RULES, WindowRules(600, 600, 60, (50,)), WindowRules(900, 100, 100, ()),
                         WindowRules(100, 90, 7, (50, 55, 70))])  # fmt: skip


def _bucket(loss: int, edges: tuple[int, ...]) -> int:
    return sum(loss > edge for edge in edges)


def count_seconds(rows: list[Seen], how: WindowRules) -> Counter[tuple[int, int, int, int]]:
    """Each second that a sighting stands for, by (case, device, first second of its run + window, bucket)."""
    counted: Counter[tuple[int, int, int, int]] = Counter()
    for pair in {(case, device) for case, device, *_ in rows}:
        ours = sorted((time, loss) for case, device, time, loss in rows if (case, device) == pair)
        before, origin = None, 0
        for time, loss in ours:
            if before is None or time - before > how.gap:
                before = origin = time - how.first
            for second in range(before, time):
                cut = origin + (second - origin) // how.longest * how.longest
                counted[*pair, cut, _bucket(loss, how.edges)] += 1
            before = time
    return counted


@given(st.lists(seen, max_size=25), rules)
def test_windows_are_the_seconds_counted_one_by_one(rows: list[Seen], how: WindowRules) -> None:
    found = windows(*sightings_of(rows), how)
    told = Counter({
        (one.case, one.device, one.start, bucket): seconds
        for one in found for bucket, seconds in enumerate(one.seconds) if seconds
    })  # fmt: skip
    assert told == count_seconds(rows, how)
    for one in found:
        assert 0 < one.end - one.start == sum(one.seconds) <= how.longest
    assert sum(one.sightings for one in found) == len({row[:3] for row in rows})


@given(st.lists(seen, min_size=1, max_size=25))
def test_windows_of_one_pair_do_not_overlap_and_keep_the_nearest(rows: list[Seen]) -> None:
    found = list(windows(*sightings_of(rows), RULES))
    for one, other in pairwise(found):
        if (one.case, one.device) == (other.case, other.device):
            assert one.end <= other.start
    for case, device in {(one.case, one.device) for one in found}:
        least = min(loss for key, listener, _, loss in rows if (key, listener) == (case, device))
        assert min(one.nearest for one in found if (one.case, one.device) == (case, device)) == least


def test_an_hour_side_by_side() -> None:
    """Heard every five minutes at 45 dB, in the second half hour at 52 dB: two whole windows and a minute."""
    rows = [(7, 3, SINCE + 300 * number, 45 if number <= 6 else 52) for number in range(13)]
    found = list(windows(*sightings_of(rows), RULES))
    assert [(one.seconds, one.start - SINCE, one.end - SINCE) for one in found] == [
        ((1800, 0, 0, 0), -60, 1740),
        ((60, 1740, 0, 0), 1740, 3540),
        ((0, 60, 0, 0), 3540, 3600),
    ]
    assert sum(one.loss_seconds for one in found) == 45 * 1860 + 52 * 1800


@pytest.mark.parametrize(("last", "count"), [(1740, 1), (1741, 2)])
def test_exactly_half_an_hour_is_one_window(last: int, count: int) -> None:
    found = windows(*sightings_of((0, 0, SINCE + at, 40) for at in (0, 600, 1200, last)), RULES)
    assert (len(found), int(found.seconds.sum()), found.sightings.tolist()[0]) == (count, last + 60, 5 - count)


@pytest.mark.parametrize(("silence", "count"), [(600, 1), (601, 2)])
def test_a_longer_silence_ends_a_run(silence: int, count: int) -> None:
    found = windows(*sightings_of([(0, 0, SINCE, 40), (0, 0, SINCE + silence, 40)]), RULES)
    assert len(found) == count
    assert found.seconds.sum() == (660 if count == 1 else 120)


def test_keys_of_one_case_make_one_run_with_a_window_for_each_key() -> None:
    """Past midnight another key is shown; the minutes go on."""
    sightings, losses = sightings_of([(0, 9, SINCE, 40), (1, 9, SINCE + 300, 40)])
    found = list(windows(sightings, losses, RULES, np.array([5, 5])))
    assert [(one.case, one.key, one.end - one.start) for one in found] == [(5, 0, 60), (5, 1, 300)]


@given(st.lists(seen, max_size=25))
def test_a_key_that_was_published_twice_changes_nothing(rows: list[Seen]) -> None:
    """Keys 0 to 2 again as 3 to 5, of the same cases."""
    cases = np.array([0, 1, 2, 0, 1, 2])
    once = windows(*sightings_of(rows), RULES, cases)
    twice = windows(*sightings_of([*rows, *((key + 3, *rest) for key, *rest in rows)]), RULES, cases)
    assert list(once) == list(twice)


def test_nothing_seen() -> None:
    assert len(windows(*sightings_of([]), RULES)) == 0
    assert list(windows(*sightings_of([]), RULES)) == []


@pytest.mark.parametrize("values", [(1800, 600, 0, ()), (1800, 30, 60, ()), (500, 600, 60, ()),
                                    (1800, 600, 60, (55, 50)), (1800, 600, 60, (50, 50))])  # fmt: skip
def test_rules_that_contradict_themselves(values: tuple[int, int, int, tuple[int, ...]]) -> None:
    with pytest.raises(ProximityError):
        WindowRules(*values)


def test_losses_one_for_each_sighting() -> None:
    sightings, losses = sightings_of([(0, 0, SINCE, 40)])
    with pytest.raises(ProximityError):
        windows(sightings, losses[:0], RULES)


def test_the_loss_of_a_published_sighting() -> None:
    """Metadata tell the transmit power, each under its own key; without them one is assumed."""
    key = gaen.TemporaryKey(bytes.fromhex("b534b9654ba21dcd60a9b3e17d620443"), 2653344)
    other = gaen.TemporaryKey(bytes(16), 2653344)
    shown = bytes.fromhex("1b013a80678747f73b140e8e3e46a3aa")
    others = gaen.rolling_identifiers(other.key, 2653344, 1)[0].tobytes()
    heard = Observations.of([
        Observation.of(shown, SINCE, -57, 1, bytes.fromhex("919c3296")),
        Observation.of(others, SINCE, -57, 1, gaen.crypt_metadata(other.key, others, gaen.metadata(8))),
        Observation.of(shown, SINCE, -57, 1),
        Observation.of(shown, SINCE, -58, 1, bytes.fromhex("919c3296")),
    ])  # fmt: skip
    sightings = Sightings(np.array([1, 0, 1, 1], np.int32), heard.time, heard)
    assert told_losses(sightings, [other, key], calibration=0, assumed=-10).tolist() == [43, 65, 47, 44]
    assert told_losses(sightings, [other, key], calibration=3, assumed=-10).tolist() == [40, 62, 44, 41]
    assert assumed_losses(sightings, -10).tolist() == [47, 47, 47, 48]
