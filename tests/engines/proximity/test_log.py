"""The log: times of both kinds, days, refused rows with their reasons, the same batch twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import Observation, ProximityError, seconds_of
from quantriet.engines.proximity.log import Ingested, ObservationLog, ingest
from quantriet.engines.proximity.observations import Observations

DAY = 86_400
NOW = 18_850 * DAY
GOOD = Observation(7, 8, NOW - 100, -60, 3)

few = st.integers(0, 3)
observations = st.builds(
    Observation,
    h=st.sampled_from([1, 2, 1 << 63, (1 << 63) + 1]),
    l=few,
    time=st.integers(NOW - 3 * DAY, NOW),
    rssi=st.sampled_from([-80, -60]),
    device=few,
    metadata=st.sampled_from([0, 9]),
)


def taken(*rows: Observation, log: ObservationLog | None = None) -> Ingested:
    return ingest(log or ObservationLog(), Observations.of(rows), now=NOW, days=21, tolerance=300)


@given(st.lists(observations, max_size=40))
def test_everything_is_there_once_by_day_and_in_order(rows: list[Observation]) -> None:
    done = taken(*rows)
    assert Counter(done.log.rows()) == Counter(set(rows))
    assert (done.taken, done.repeated, done.refused) == (len(set(rows)), len(rows) - len(set(rows)), ())
    for number, day in done.log.days.items():
        there = list(day.rows)
        assert {row.time // DAY for row in there} == {number}
        assert there == sorted(there, key=lambda row: (row.h, row.l, row.time, row.device, row.rssi, row.metadata))


@given(st.lists(observations, max_size=20), st.lists(observations, max_size=20))
def test_batches_in_any_order_and_again(one: list[Observation], other: list[Observation]) -> None:
    first = taken(*other, log=taken(*one).log)
    second = taken(*one, log=taken(*other).log)
    at_once = taken(*one, *other)
    assert list(first.log.rows()) == list(second.log.rows()) == list(at_once.log.rows())
    for number, day in first.log.days.items():
        assert day.present.tolist() == at_once.log.days[number].present.tolist()
    assert first.taken + taken(*one).taken == at_once.taken
    again = taken(*one, log=first.log)
    assert (again.taken, again.repeated) == (0, len(one))


@given(st.lists(observations, min_size=1, max_size=40), st.integers(0, (1 << 64) - 1))
def test_the_map_of_bits_leaves_out_nothing_that_is_there(rows: list[Observation], other: int) -> None:
    for day in taken(*rows).log.days.values():
        assert day.may_hold(day.rows.h).all()
        assert day.may_hold(np.array([other], np.uint64))[0] or other not in day.rows.h.tolist()


def test_the_map_of_bits_leaves_out_most_of_what_is_not_there() -> None:
    draw = np.random.default_rng(7)
    there, absent = draw.integers(0, 1 << 63, (2, 5000), np.uint64) << np.uint64(1)
    log = taken(*[replace(GOOD, h=h) for h in there.tolist()]).log
    (day,) = log.days.values()
    assert day.may_hold(absent).mean() < 1 / 14


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (replace(GOOD, h=0, l=0), "proximity.no_identifier"),
        (replace(GOOD, time=NOW + 301), "proximity.future"),
        (replace(GOOD, time=NOW - 21 * DAY - 1), "proximity.too_old"),
        (replace(GOOD, time=-1), "proximity.too_old"),
        (replace(GOOD, rssi=127), "proximity.rssi"),
        (replace(GOOD, rssi=-128), "proximity.rssi"),
        (replace(GOOD, device=-1), "proximity.device"),
        (replace(GOOD, device=1 << 31), "proximity.device"),
    ],
)
def test_a_row_is_refused_with_its_reason_and_nothing_else_is(row: Observation, code: str) -> None:
    done = taken(GOOD, row, replace(GOOD, h=9))
    assert [(one.row, one.code) for one in done.refused] == [(1, code)]
    assert done.refused[0].words.endswith(".")
    assert done.taken == 2


@pytest.mark.parametrize("time", [NOW + 300, NOW - 21 * DAY])
def test_the_edges_are_taken(time: int) -> None:
    assert taken(replace(GOOD, time=time)).taken == 1


def test_several_reasons_are_told_once_in_the_order_of_the_rows() -> None:
    done = taken(replace(GOOD, device=-1), GOOD, replace(GOOD, h=0, l=0, rssi=99))
    assert [(one.row, one.code) for one in done.refused] == [(0, "proximity.device"), (2, "proximity.no_identifier")]


@pytest.mark.parametrize("column", ["h", "l", "time", "rssi", "device", "metadata"])
def test_rows_that_differ_in_one_column_are_two(column: str) -> None:
    assert taken(GOOD, replace(GOOD, **{column: getattr(GOOD, column) + 1})).taken == 2


def test_milliseconds_are_seconds() -> None:
    assert Observation.of(bytes(15) + b"\x01", (NOW - 5) * 1000 + 999, -60, 1).time == NOW - 5
    done = taken(replace(GOOD, time=(NOW - 5) * 1000 + 999))
    assert [row.time for row in done.log.rows()] == [NOW - 5]
    assert seconds_of(NOW) == NOW


@pytest.mark.parametrize("change", [{"h": 1 << 64}, {"l": -1}, {"time": 1 << 62}, {"metadata": 1 << 32}])
def test_numbers_that_fit_into_no_column(change: dict[str, int]) -> None:
    with pytest.raises(ProximityError):
        replace(GOOD, **change)


@pytest.mark.parametrize("identifier", [b"", bytes(17)])
def test_identifiers_have_up_to_sixteen_bytes(identifier: bytes) -> None:
    with pytest.raises(ProximityError):
        Observation.of(identifier, NOW, -60, 1)


@given(st.binary(min_size=12, max_size=16))
def test_an_identifier_comes_back(identifier: bytes) -> None:
    assert Observation.of(identifier, NOW, -60, 1).identifier(len(identifier)) == identifier
