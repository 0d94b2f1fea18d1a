"""Encounters from windows: shared phones, both directions, no overlap, nothing lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import ProximityError
from quantriet.engines.proximity.encounters import PhoneHolding, encounters
from quantriet.engines.proximity.windows import Window
from tests.engines.proximity.heard import window

LAN, MINH, NGA = 101, 102, 103


def test_the_person_behind_a_case_and_the_holder_of_a_phone() -> None:
    met = encounters(
        [window(1, 4, 1000, 2000)], [PhoneHolding(1, LAN)], [PhoneHolding(4, MINH)], place="P1", source="bluetooth"
    )
    assert met.rows == ((LAN, MINH, 1000, 2000, "P1", "bluetooth"),)
    assert met.unheld == ()


def test_a_shared_phone_changes_hands_in_the_middle() -> None:
    shifts = [PhoneHolding(4, MINH, 0, 1500), PhoneHolding(4, NGA, 1500, None), PhoneHolding(9, LAN)]
    met = encounters([window(1, 4, 1000, 2000)], [PhoneHolding(1, LAN)], shifts, source="b")
    assert [row[:4] for row in met.rows] == [(LAN, MINH, 1000, 1500), (LAN, NGA, 1500, 2000)]


def test_what_both_phones_heard_is_one_meeting() -> None:
    held = [PhoneHolding(4, MINH), PhoneHolding(5, LAN)]
    heard = [window(4, 5, 1000, 1600), window(5, 4, 1200, 1800), window(4, 5, 1800, 1900), window(4, 5, 2500, 2600)]
    met = encounters(heard, held, held, source="b")
    assert [row[:4] for row in met.rows] == [(LAN, MINH, 1000, 1900), (LAN, MINH, 2500, 2600)]


def test_a_person_does_not_meet_herself_and_unknown_holders_are_told() -> None:
    held = [PhoneHolding(4, LAN), PhoneHolding(5, LAN), PhoneHolding(6, MINH, 5000)]
    heard = [window(4, 5, 1000, 1600), window(4, 6, 1000, 1600), window(4, 7, 1000, 1600)]
    met = encounters(heard, held, held, source="b")
    assert met.rows == ()
    assert [one.device for one in met.unheld] == [6, 7]


@pytest.mark.parametrize("held", [PhoneHolding(4, MINH, 0, 1000), PhoneHolding(4, MINH, 2000)])
def test_who_held_it_up_to_then_or_from_then_on_met_nobody(held: PhoneHolding) -> None:
    met = encounters([window(1, 4, 1000, 2000)], [PhoneHolding(1, LAN)], [held], source="b")
    assert (met.rows, len(met.unheld)) == ((), 1)


def test_a_holding_has_a_length() -> None:
    with pytest.raises(ProximityError):
        PhoneHolding(1, LAN, 5, 5)


spans = st.tuples(st.integers(1, 3), st.integers(1, 3), st.integers(0, 60), st.integers(1, 20)).map(
    lambda row: window(row[0], row[1], row[2], row[2] + row[3])
)
holdings = st.lists(
    st.builds(
        lambda number, person, since, length: PhoneHolding(number, person, since, since + length if length else None),
        st.integers(1, 3),
        st.integers(101, 104),
        st.integers(0, 30),
        st.sampled_from([0, 0, 9, 30]),
    ),
    max_size=6,
)  # fmt: skip


def _by_the_second(heard: list[Window], held: list[PhoneHolding]) -> set[tuple[int, int, int]]:
    """Who was beside whom in each second."""

    def holders(number: int, second: int) -> set[int]:
        return {
            one.person
            for one in held
            if one.number == number and one.since <= second < (one.until if one.until is not None else 10**9)
        }

    return {
        (min(one, other), max(one, other), second)
        for span in heard
        for second in range(span.start, span.end)
        for one in holders(span.case, second)
        for other in holders(span.device, second)
        if one != other
    }


@given(st.lists(spans, max_size=8), holdings)
def test_the_same_seconds_as_counted_one_by_one(heard: list[Window], held: list[PhoneHolding]) -> None:
    met = encounters(heard, held, held, source="b")
    told = [(one, other, second) for one, other, start, end, *_ in met.rows for second in range(start, end)]
    assert len(told) == len(set(told))
    assert set(told) == _by_the_second(heard, held)
    assert all(start < end for _, _, start, end, *_ in met.rows)
    assert all(row[3] < other[2] for row, other in pairwise(met.rows) if row[:2] == other[:2])
