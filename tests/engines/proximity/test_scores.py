"""Scores of both versions: worked examples by hand, the tables of the law, bounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import ProximityError
from quantriet.engines.proximity.gaen import ReportType, TemporaryKey
from quantriet.engines.proximity.scores import (
    ProductTables,
    Table,
    WindowWeights,
    near_seconds,
    product_scores,
    window_scores,
)
from quantriet.engines.proximity.windows import WindowRules, Windows, windows
from quantriet.law.load import parameter
from tests.engines.proximity.heard import sightings_of

DAY_OF_LAW = date(2021, 7, 23)
RULES = WindowRules.read(parameter("proximity.windows", DAY_OF_LAW))
WEIGHTS = WindowWeights.read(parameter("proximity.window_weights", DAY_OF_LAW))
TABLES = ProductTables.read(parameter("proximity.product_tables", DAY_OF_LAW))
SINCE = 1_626_998_400
KEY = TemporaryKey(bytes(16), SINCE // 600, report_type=ReportType.CONFIRMED_TEST)


def near(*losses: int, key: int = 0) -> Windows:
    """Heard every five minutes at these losses: one minute at the first, five at each other."""
    return windows(*sightings_of((key, 0, SINCE + 300 * number, loss) for number, loss in enumerate(losses)), RULES)


def test_version_2_by_hand() -> None:
    """A minute at 40 dB, five at 52, five at 60, five at 80: weights 1, ½, 0, 0."""
    found = near(40, 52, 60, 80)
    assert near_seconds(found, WEIGHTS).tolist() == [60 + 150]
    assert window_scores(found, WEIGHTS, [KEY]).tolist() == [210]
    assert window_scores(found, WEIGHTS).tolist() == [210]


@pytest.mark.parametrize(
    ("days", "report", "weight"),
    [(None, ReportType.CONFIRMED_TEST, 1.0), (0, ReportType.CONFIRMED_TEST, 1.0), (0, ReportType.CLINICAL, 0.5),
     (-3, ReportType.CONFIRMED_TEST, 0.0), (12, ReportType.CONFIRMED_TEST, 0.0), (1, ReportType.REVOKED, 0.0)],
)  # fmt: skip
def test_onset_and_report_weigh(days: int | None, report: ReportType, weight: float) -> None:
    key = replace(KEY, days_since_onset=days, report_type=report)
    assert window_scores(near(40, 40), WEIGHTS, [key]).tolist() == [360 * weight]


def test_a_window_below_the_least_weighs_nothing() -> None:
    assert window_scores(near(40, 40), replace(WEIGHTS, least=360)).tolist() == [360]
    assert window_scores(near(40, 40), replace(WEIGHTS, least=361)).tolist() == [0]


def test_version_1_by_hand() -> None:
    """Six minutes at a mean of 45 dB, two days ago, risk 3: 4 × 7 × 3 × 3."""
    (told,) = product_scores(near(45, 45), TABLES, SINCE + 300 + 2 * 86_400, [replace(KEY, risk=3)])
    assert (told.minutes, told.loss, told.last) == (6, 45, SINCE + 300)
    assert told.score == 4 * 7 * 3 * 3
    (other,) = product_scores(near(45, 45), replace(TABLES, least=1000), SINCE, None)
    assert other.score == 0


def test_version_1_adds_the_windows_of_a_key() -> None:
    (told,) = product_scores(near(*[40] * 8, *[60] * 7), TABLES, SINCE)
    assert told.minutes == 71
    assert told.loss == pytest.approx((40 * 36 + 60 * 35) / 71)


def test_version_1_of_nothing() -> None:
    assert product_scores(near(), TABLES, SINCE) == []


@given(st.integers(-20, 130), st.integers(0, 30), st.floats(0, 300), st.integers(0, 8))
def test_nearer_longer_and_later_never_scores_less(loss: int, days: int, minutes: float, risk: int) -> None:
    score = TABLES.score(loss, days, minutes, risk)
    assert 0 <= score <= 8**4
    assert TABLES.score(loss - 1, days, minutes, risk) >= score
    assert TABLES.score(loss, max(0, days - 1), minutes, risk) >= score
    assert TABLES.score(loss, days, minutes + 1, risk) >= score


@given(st.lists(st.integers(0, 90), min_size=1, max_size=20))
def test_no_more_weight_than_seconds(losses: list[int]) -> None:
    found = near(*losses)
    told = window_scores(found, WEIGHTS)
    assert (told <= found.seconds.sum(axis=1)).all()
    assert (told >= 0).all()


@pytest.mark.parametrize(("edges", "values"), [((1, 2), (1, 2)), ((2, 1), (1, 2, 3)), ((1,), (1, -1))])
def test_tables_that_are_none(edges: tuple[float, ...], values: tuple[float, ...]) -> None:
    with pytest.raises(ProximityError):
        Table(edges, values)


@pytest.mark.parametrize(
    "change", [{"reports": (1.0,)}, {"class_if_unknown": 3}, {"buckets": (1.0, -0.5)}, {"infectiousness": (1.0, 1.0)}]
)
def test_weights_that_are_none(change: dict[str, object]) -> None:
    with pytest.raises(ProximityError):
        replace(WEIGHTS, **change)


def test_weights_for_other_buckets() -> None:
    with pytest.raises(ProximityError):
        near_seconds(near(40), replace(WEIGHTS, buckets=(1.0, 0.5)))
    with pytest.raises(ProximityError):
        replace(TABLES, risk=(1.0,))
