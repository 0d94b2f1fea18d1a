"""Visits from scans: a table to read, and what holds for any scans at all."""

from __future__ import annotations

import doctest
from collections import Counter
from datetime import datetime
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quantriet.engines.proximity import ProximityError, checkins, personal_codes
from quantriet.engines.proximity.checkins import Aside, Direction, Ground, Hours, Scan, Visit, VisitRules, visits_of

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
HOUR = 3600
RULES = VisitRules(Hours(7 * HOUR, 18 * HOUR), longest=12 * HOUR, double=120, clock_tolerance=300, zone=7 * HOUR)
MIDNIGHT = int(datetime(2021, 7, 22, tzinfo=ZONE).timestamp())
LATE = MIDNIGHT + 10 * 24 * HOUR


def scan(text: str) -> Scan:
    """`+A 08:00` is in at A at eight, `-A 32:00` out at eight of the next day."""
    hours, minutes = text[-5:].split(":")
    direction = Direction.IN if text[0] == "+" else Direction.OUT
    return Scan("An", text[1], direction, MIDNIGHT + int(hours) * HOUR + int(minutes) * 60)


def clock(second: int) -> str:
    minutes = (second - MIDNIGHT) // 60
    return f"{minutes // 60:02}:{minutes % 60:02}"


def told(visits: tuple[Visit, ...]) -> list[str]:
    return [f"{one.place} {clock(one.entered)} {one.began} {clock(one.left)} {one.ended}" for one in visits]


TABLE = [
    ("in and out", "+A 08:00, -A 11:00", ["A 08:00 scanned 11:00 scanned"]),
    ("in any order of arrival", "-A 11:00, +A 08:00", ["A 08:00 scanned 11:00 scanned"]),
    ("worked late", "+A 08:00, -A 19:30", ["A 08:00 scanned 19:30 scanned"]),
    ("out forgotten", "+A 08:00", ["A 08:00 scanned 18:00 closed"]),
    ("out forgotten after closing time", "+A 20:00", ["A 20:00 scanned 32:00 longest_stay"]),
    ("out forgotten, early", "+A 05:00", ["A 05:00 scanned 17:00 longest_stay"]),
    (
        "forgotten yesterday, there today",
        "+A 08:00, +A 32:00, -A 35:00",
        ["A 08:00 scanned 18:00 closed", "A 32:00 scanned 35:00 scanned"],
    ),
    ("double", "+A 08:00, +A 08:01, -A 11:00, -A 11:02", ["A 08:00 scanned 11:00 scanned"]),
    (
        "in again",
        "+A 08:00, +A 10:00, -A 11:00",
        ["A 08:00 scanned 10:00 scanned_in_again", "A 10:00 scanned 11:00 scanned"],
    ),
    (
        "elsewhere",
        "+A 08:00, +B 10:00, -B 11:00",
        ["A 08:00 scanned 10:00 entered_elsewhere", "B 10:00 scanned 11:00 scanned"],
    ),
    ("rooms changed in one minute", "+A 08:00, -A 10:00, +B 10:00, -B 11:00",
     ["A 08:00 scanned 10:00 scanned", "B 10:00 scanned 11:00 scanned"]),
    ("out without in", "-A 11:00", ["A 07:00 no_check_in 11:00 scanned"]),
    ("out without in, late", "-A 22:00", ["A 10:00 no_check_in 22:00 scanned"]),
    ("out without in, before opening", "-A 06:00", ["A -6:00 no_check_in 06:00 scanned"]),
    (
        "out of a room never entered",
        "+A 08:00, -B 10:00",
        ["A 08:00 scanned 10:00 entered_elsewhere", "B 08:00 no_check_in 10:00 scanned"],
    ),
    ("two clocks", "-A 08:00, +A 08:03", ["A 08:00 clocks_disagree 08:03 clocks_disagree"]),
    (
        "came back at once",
        "-A 08:00, +A 08:03, -A 09:00",
        ["A 07:00 no_check_in 08:00 scanned", "A 08:03 scanned 09:00 scanned"],
    ),
    (
        "out the day after",
        "+A 08:00, -A 33:00",
        ["A 08:00 scanned 18:00 closed", "A 31:00 no_check_in 33:00 scanned"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("scans", "visits"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_visits(scans: str, visits: list[str]) -> None:
    assert told(visits_of(map(scan, scans.split(", ")), RULES, now=LATE).visits) == visits


def test_who_is_inside_now_is_there_until_now() -> None:
    found = visits_of([scan("+A 08:00")], RULES, now=MIDNIGHT + 9 * HOUR).visits
    assert told(found) == ["A 08:00 scanned 09:00 still_inside"]


def test_a_place_may_have_hours_of_its_own() -> None:
    rules = VisitRules(RULES.hours, 12 * HOUR, 120, 300, 7 * HOUR, {"A": Hours(8 * HOUR, 11 * HOUR)})
    found = visits_of([scan("+A 09:00"), scan("+B 13:00")], rules, now=LATE).visits
    assert told(found) == ["A 09:00 scanned 11:00 closed", "B 13:00 scanned 18:00 closed"]


def test_a_device_without_network_and_with_a_wrong_clock_gives_the_right_moment() -> None:
    """Its clock is three hours ahead; it sends forty minutes after the scan."""
    wrong = Scan("An", "A", Direction.IN, received=1_000_000, claimed=1_008_400, sent=1_010_800)
    assert wrong.moment == 1_000_000 - 2_400
    assert Scan("An", "A", Direction.IN, 1_000_000, claimed=1_010_800, sent=1_008_400).moment == 1_000_000
    assert Scan("An", "A", Direction.IN, 1_000_000, claimed=5).moment == 1_000_000


def test_a_scan_that_has_not_happened_yet_is_set_aside() -> None:
    found = visits_of([scan("+A 08:00"), scan("+A 12:00")], RULES, now=MIDNIGHT + 9 * HOUR)
    assert found.aside == ((scan("+A 12:00"), Aside.FUTURE),)
    assert len(found.visits) == 1


@pytest.mark.parametrize("module", [checkins, personal_codes], ids=lambda one: one.__name__)
def test_examples_hold(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted > 0 == results.failed


SCANS = st.lists(
    st.builds(
        Scan,
        st.sampled_from(["An", "Bình"]),
        st.sampled_from(["A", "B"]),
        st.sampled_from(Direction),
        st.integers(0, 3 * 24 * 60).map(lambda minute: MIDNIGHT + minute * 60),
    ),
    max_size=14,
)
BOTH_SCANNED = (Ground.SCANNED, Ground.SCANNED)


@settings(max_examples=300)
@given(SCANS, st.randoms())
def test_every_scan_is_an_edge_or_set_aside_and_nobody_is_twice_in_a_place(scans: list[Scan], chance: object) -> None:
    found = visits_of(scans, RULES, now=LATE)
    edges = Counter((one.person, one.place, one.entered) for one in found.visits)
    edges += Counter((one.person, one.place, one.left) for one in found.visits)
    put_aside = Counter(scan for scan, _ in found.aside)
    for scan_, count in Counter(scans).items():
        used = count - put_aside[scan_]
        assert used >= 0
        place = (scan_.person, scan_.place, scan_.moment)
        shifted = (scan_.person, scan_.place, scan_.moment + 1)  # an out in the second of its in
        assert used == 0 or edges[place] + edges[shifted] >= 1
    for visit in found.visits:
        assert visit.entered < visit.left
        assert visit.left - visit.entered <= RULES.longest + 1
    for one in found.visits:
        for other in found.visits:
            is_apart = one is other or one.person != other.person or one.left <= other.entered + 1
            if is_apart or other.left <= one.entered + 1:
                continue
            assert one.place != other.place
            assert (one.began, one.ended) != BOTH_SCANNED or (other.began, other.ended) != BOTH_SCANNED
    shuffled = list(scans)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert visits_of(shuffled, RULES, now=LATE).visits == found.visits


@given(st.lists(st.tuples(st.integers(10, 600), st.integers(10, 600), st.sampled_from("AB")), max_size=8))
def test_who_scans_as_one_should_is_told_to_the_second(stays: list[tuple[int, int, str]]) -> None:
    moment, scans, wanted = MIDNIGHT, [], []
    for pause, minutes, place in stays:
        entered = moment + pause * 60
        moment = entered + minutes * 60
        scans += [Scan("An", place, Direction.IN, entered), Scan("An", place, Direction.OUT, moment)]
        wanted.append(("An", place, entered, moment))
    found = visits_of(scans, RULES, now=LATE)
    assert [visit.row() for visit in found.visits] == wanted
    assert found.aside == ()


def test_rules_that_contradict_themselves_are_refused() -> None:
    with pytest.raises(ProximityError, match="hours from 18 to 7"):
        Hours(18, 7)
    with pytest.raises(ProximityError, match="a longest stay of 0"):
        VisitRules(RULES.hours, 0, 120, 300, 0)
