"""Candidates: days in the agency's zone, the threshold, the evidence, and no field for a name."""

from __future__ import annotations

import dataclasses
from datetime import date

import numpy as np
import pytest

from quantriet.engines.proximity import ProximityError
from quantriet.engines.proximity.candidates import Candidate, DaySummary, ReportRow, candidates, report, summarise
from quantriet.engines.proximity.scores import WindowWeights, near_seconds, window_scores
from quantriet.engines.proximity.windows import Window, WindowRules, Windows, windows
from quantriet.law.load import parameter
from tests.engines.proximity.heard import Seen, sightings_of

DAY_OF_LAW = date(2021, 7, 23)
RULES = WindowRules.read(parameter("proximity.windows", DAY_OF_LAW))
WEIGHTS = WindowWeights.read(parameter("proximity.window_weights", DAY_OF_LAW))
LEAST = parameter("proximity.candidate_seconds", DAY_OF_LAW)
HOUR = 3600
OFFSET = 7 * HOUR
DAY = 18_831
MIDNIGHT = DAY * 86_400 - OFFSET  # in Viet Nam


def beside(case: int, device: int, start: int, minutes: int, loss: int = 45) -> list[Seen]:
    """Heard every minute, from a minute after `start`."""
    return [(case, device, start + 60 * (number + 1), loss) for number in range(minutes)]


def judged(rows: list[Seen]) -> tuple[Windows, list[DaySummary]]:
    found = windows(*sightings_of(rows), RULES)
    return found, summarise(found, near_seconds(found, WEIGHTS), window_scores(found, WEIGHTS), day_offset=OFFSET)


def test_a_day_is_a_day_of_the_agency() -> None:
    found, days = judged([
        *beside(1, 4, MIDNIGHT - 2 * HOUR, 10), *beside(1, 4, MIDNIGHT, 5), *beside(1, 4, MIDNIGHT + 20 * HOUR, 7, 52),
    ])  # fmt: skip
    assert [(one.day, one.windows, one.near_seconds, one.score_max) for one in days] == [
        (DAY - 1, 1, 600, 600),
        (DAY, 2, 300 + 210, 300),
    ]
    assert sum(one.windows for one in days) == len(found)


def test_a_quarter_of_an_hour_in_one_day_makes_a_candidate() -> None:
    rows = [
        *beside(1, 4, MIDNIGHT + HOUR, 15),  # exactly
        *beside(1, 5, MIDNIGHT + HOUR, 14),  # too short
        *beside(1, 6, MIDNIGHT - HOUR, 10), *beside(1, 6, MIDNIGHT + HOUR, 10),  # in two days
        *beside(2, 7, MIDNIGHT + HOUR, 10), *beside(2, 7, MIDNIGHT + 9 * HOUR, 20),  # together
        *beside(2, 8, MIDNIGHT + HOUR, 60, 56),  # too far
    ]  # fmt: skip
    found = candidates(*judged(rows), least=LEAST)
    assert [(one.case, one.device, one.score) for one in found] == [(2, 7, 1800), (1, 4, 900)]
    assert [len(one.evidence) for one in found] == [2, 1]
    assert found[0].evidence[0].seconds == (600, 0, 0, 0)


def test_the_report_has_one_row_a_day() -> None:
    rows = [*beside(2, 7, MIDNIGHT - HOUR, 20, 48), *beside(2, 7, MIDNIGHT + HOUR, 20, 41)]
    told = report(candidates(*judged(rows), least=LEAST), day_offset=OFFSET)
    assert told == [
        ReportRow(2, 7, DAY - 1, 20.0, 20.0, 1, 48),
        ReportRow(2, 7, DAY, 20.0, 20.0, 1, 41),
    ]


@pytest.mark.parametrize("kind", [ReportRow, Candidate, DaySummary, Window])
def test_nothing_that_leaves_could_hold_a_name(kind: type) -> None:
    """Every field is a number, or a row of such values: no text, so no name, number of a phone or place."""
    allowed = {"int", "float", "tuple[int, ...]", "tuple[DaySummary, ...]", "tuple[Window, ...]"}
    assert {field.type for field in dataclasses.fields(kind)} <= allowed


def test_nothing_weighs_nothing() -> None:
    found, days = judged([])
    assert days == []
    assert candidates(found, days, least=0) == []
    far, none = judged(beside(1, 1, MIDNIGHT, 30, 90))
    assert candidates(far, none, least=0) == []


def test_scores_belong_to_their_windows() -> None:
    found, _ = judged(beside(1, 1, MIDNIGHT, 5))
    with pytest.raises(ProximityError):
        summarise(found, np.zeros(0), np.zeros(0), day_offset=0)
