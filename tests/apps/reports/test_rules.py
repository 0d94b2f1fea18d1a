"""What a form accepts, as a table: the same on the page, in the API and from an import."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.apps.reports import rules
from quantriet.engines.kernel.problem import Problems
from quantriet.law import load
from tests.apps.reports.regimes import VALUES
from tests.support.agency import TODAY, at

FORM = load.form("daily_epidemic", TODAY)
INCIDENT = load.form("ad_hoc_incident", TODAY)


def faults(**changed: Any) -> dict[str, str]:
    """field → code of the refusal."""
    _, refusal = _checked({**VALUES, **changed})
    if refusal is None:
        return {}
    assert refusal.status == 422
    return {str(item.field): item.code.removeprefix("reports.") for item in refusal.items}


def _checked(raw: dict[str, Any]) -> tuple[rules.Values, Problems | None]:
    try:
        return rules.check(FORM, raw), None
    except Problems as refusal:
        return {}, refusal


def test_a_good_report_becomes_whole_numbers():
    values = rules.check(FORM, VALUES)
    assert values["present"] == 6
    assert "tested" not in values, "an empty optional field is left out, it is not zero"


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("0", None),
        (" 12 ", None),
        (12, None),
        ("007", None),
        ("-1", "not_a_count"),
        (-1, "out_of_bounds"),
        ("+1", "not_a_count"),
        ("1.5", "not_a_count"),
        (1.0, "not_a_count"),
        ("1e3", "not_a_count"),
        ("0x10", "not_a_count"),
        ("1_000", "not_a_count"),
        ("٣", "not_a_count"),
        ("３", "not_a_count"),
        ("³", "not_a_count"),
        ("ba", "not_a_count"),
        ("1.000", "grouped_number"),
        ("1,000", "grouped_number"),
        ("1 000", "grouped_number"),
        ("100001", "out_of_bounds"),
        (10**30, "out_of_bounds"),
        ("9" * 30, "not_a_count"),
        (True, "not_a_count"),
        ([1], "not_a_count"),
        ({"a": 1}, "not_a_count"),
        ("1\n", None),
        ("1\x00", "not_a_count"),
    ],
)
def test_what_counts_as_a_number(written: object, answer: str | None):
    assert faults(tested=written).get("tested") == answer


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"present": "5"}, "present"),
        ({"f0_new": "1"}, "f0_new"),
        ({"f0_treated": "1"}, "f0_treated"),
        ({"f1_new": "2"}, "f1_new"),
        ({"tested": "1", "positive": "2"}, "positive"),
        ({"vaccinated_1": "1", "vaccinated_2": "2"}, "vaccinated_2"),
        ({"vaccinated_1": "8"}, "vaccinated_1"),
        ({"declared": "8"}, "declared"),
    ],
)
def test_fields_must_agree_with_one_another(changed: dict[str, str], field: str):
    assert faults(**changed) == {field: "rule_broken"}


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_a_required_field_is_not_silently_zero(empty: object):
    assert faults(f0_new=empty) == {"f0_new": "required"}


def test_every_fault_is_told_at_once():
    assert faults(f0_new="", present="x", tested="-3", nonsense="1") == {
        "f0_new": "required",
        "present": "not_a_count",
        "tested": "not_a_count",
        "nonsense": "unknown_field",
    }


def test_text_is_kept_in_one_unicode_form_without_control_characters():
    written = unicodedata.normalize("NFD", "  Thiếu khẩu trang\r\nvà nước\x00 rửa tay ")
    values = rules.check(FORM, {**VALUES, "difficulties": written})
    assert values["difficulties"] == "Thiếu khẩu trang\nvà nước rửa tay"


def test_text_too_long_says_how_long():
    assert faults(difficulties="x" * 2000) == {}
    assert faults(difficulties="x" * 2001) == {"difficulties": "too_long"}
    assert faults(difficulties=5) == {"difficulties": "not_a_text"}


@pytest.mark.parametrize(("told", "kept"), [("on", True), (True, True), ("", None), (False, None), (None, None)])
def test_a_box_is_ticked_or_left_out(told: object, kept: bool | None):
    values = rules.check(INCIDENT, {"matter": "a", "course": "b", "measures": "c", "health_told": told})
    assert values.get("health_told") is kept


def test_a_box_takes_nothing_else():
    with pytest.raises(Problems):
        rules.check(INCIDENT, {"matter": "a", "course": "b", "measures": "c", "health_told": "maybe"})


@pytest.mark.parametrize(
    ("preset", "closes"),
    [
        ("day_before", at(0)),
        ("evening_before", at(18, day=date(2021, 7, 21))),
        ("until_sending", None),
    ],
)
def test_closing_time_of_the_figures(preset: str, closes: object):
    assert rules.closing_at(preset, TODAY) == closes


_ANY = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.lists(st.integers(), max_size=2)
)


@given(st.dictionaries(st.sampled_from([field.code for field in FORM.fields]), _ANY))
def test_whatever_comes_in_only_checked_values_come_out(raw: dict[str, object]):
    values, refusal = _checked({**VALUES, **raw})
    if refusal is not None:
        assert refusal.items
        assert all(item.field and item.sentence for item in refusal.items)
        return
    for code, value in values.items():
        field = FORM.by_code[code]
        if field.is_count:
            assert type(value) is int
            assert field.minimum <= value <= field.maximum
        else:
            assert isinstance(value, str)
            assert 0 < len(value) <= field.max_length
    assert rules.check(FORM, values) == values, "checking what was kept changes nothing"


_COUNTS = st.integers(0, 50)


@given(_COUNTS, _COUNTS, _COUNTS, _COUNTS)
def test_the_head_count_adds_up_or_is_refused(headcount: int, present: int, remote: int, on_leave: int):
    told = {"headcount": headcount, "present": present, "remote": remote, "on_leave": on_leave}
    assert ("present" in faults(**told)) == (present + remote + on_leave != headcount)
