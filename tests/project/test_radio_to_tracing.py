"""From frames on the air to the people exposed: the contacts planted in the office hour are found, nobody else."""

from __future__ import annotations

import pytest

from quantriet.project.office_hour import OPENED, Traced, run_hour


@pytest.fixture(scope="module", params=["own", "bluezone", "gaen"])
def hour(request: pytest.FixtureRequest) -> Traced:
    return run_hour(request.param, seed=20210722)


def test_the_planted_contacts_are_found_and_nobody_else(hour: Traced) -> None:
    """Giang passed by in twenty seconds, Hà was far away."""
    found = {name: (contact.level, round(contact.seconds / 60)) for name, contact in hour.reached}
    assert {name: level for name, (level, _) in found.items()} == {"Bình": 1, "Chi": 1, "Dũng": 2}
    assert abs(found["Bình"][1] - 40) <= 2
    assert abs(found["Chi"][1] - 20) <= 2
    assert abs(found["Dũng"][1] - 20) <= 2


def test_the_chain_to_the_second_level_goes_through_whom_it_went(hour: Traced) -> None:
    chain = dict(hour.reached)["Dũng"].chain
    assert [(hour.people[link.giver], hour.people[link.taker]) for link in chain] == [("An", "Bình"), ("Bình", "Dũng")]
    assert (chain[1].start - OPENED.timestamp()) / 60 == pytest.approx(40, abs=2)


def test_a_person_who_passes_by_is_met_for_a_minute_and_who_is_far_is_not_met(hour: Traced) -> None:
    longest = {
        name: max(((end - start).total_seconds() for *pair, start, end in hour.meetings if name in pair), default=0.0)
        for name in hour.people
    }
    assert longest["Giang"] <= 180
    assert longest["Hà"] == 0
