"""The law files say where every value comes from, and a careless one is refused whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quantriet.engines.kernel.problem import Problem
from quantriet.law import load
from quantriet.law.load import LawError
from quantriet.law.model import FieldKind, Rule

JULY_2021 = date(2021, 7, 22)
PARAMETER = """
a.b:
  label: Một tham số
  values:
    - {since: 2021-01-01, value: 1, reference: {document: QĐ 1, clause: Điều 1, date: 2020-12-01}}
    - {since: 2021-06-01, until: 2021-06-30, value: 2, reference: {document: QĐ 2, clause: Điều 2, date: 2021-05-01}}
"""
FORM = """
versions:
  - since: 2021-01-01
    title: Mẫu
    reference: {document: QĐ 1, clause: Điều 1, date: 2020-12-01}
    groups:
      - code: one
        label: Nhóm
        fields:
          - {code: a, label: A, kind: count, required: true}
          - {code: b, label: B, kind: count}
          - {code: c, label: C, kind: text}
    rules:
      - {check: a <= b + 1, message: A không lớn hơn B.}
"""


class TestShipped:
    def test_every_value_names_document_clause_and_date(self):
        for parameter in load.iter_parameters():
            assert parameter.label
            for value in parameter.values:
                assert value.reference.document
                assert value.reference.clause
                assert isinstance(value.reference.date, date)

    def test_every_form_version_names_its_reference(self):
        forms = [load.form(code, day) for code in ("daily_epidemic", "ad_hoc_incident") for day in _some_days()]
        assert all(form.reference.document and form.reference.clause for form in forms)

    def test_the_daily_form_of_a_day_is_that_day_s_version(self):
        before, after = load.form("daily_epidemic", date(2021, 3, 7)), load.form("daily_epidemic", date(2021, 3, 8))
        assert (before.version, after.version) == (date(2020, 2, 1), date(2021, 3, 8))
        assert "vaccinated_1" not in before.by_code
        assert after.by_code["vaccinated_1"].kind is FieldKind.COUNT

    def test_the_daily_form_fits_a_phone(self):
        form = load.form("daily_epidemic", JULY_2021)
        assert len(form.fields) <= 20
        assert sum(field.required for field in form.fields) <= 10

    def test_the_ad_hoc_form_asks_for_course_measures_and_proposals(self):
        form = load.form("ad_hoc_incident", JULY_2021)
        assert {"course", "cause", "measures", "results", "proposals"} <= set(form.by_code)

    def test_a_folded_group_holds_nothing_required(self):
        for form in load.iter_forms(JULY_2021):
            assert not [field for group in form.groups if group.folded for field in group.fields if field.required]

    def test_reporting_times_are_there_for_2021_and_now(self):
        for day in (JULY_2021, date(2026, 11, 21)):
            assert load.parameter("reporting.remind_before_minutes", day) == 60
            assert load.parameter("reporting.escalate_after_minutes", day) == 30
            assert set(load.parameter("reporting.closing_presets", day)) == {
                "day_before",
                "evening_before",
                "until_sending",
            }


class TestAsking:
    def test_an_unknown_form_is_a_refusal_in_words(self):
        with pytest.raises(Problem) as refusal:
            load.form("nothing", JULY_2021)
        assert refusal.value.code == "law.unknown_form"

    def test_a_day_before_the_first_version_is_a_refusal_in_words(self):
        with pytest.raises(Problem) as refusal:
            load.form("daily_epidemic", date(2019, 12, 31))
        assert refusal.value.code == "law.form_not_yet"

    def test_an_unknown_parameter_is_a_mistake(self):
        with pytest.raises(LawError):
            load.parameter("reporting.nothing", JULY_2021)

    def test_an_office_s_own_form_stands_over_the_shipped_one(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(load, "_folders", list(load._folders))
        (tmp_path / "forms").mkdir()
        (tmp_path / "forms" / "daily_epidemic.yaml").write_text(FORM, "utf-8")
        load.add_folder(tmp_path)
        try:
            assert load.form("daily_epidemic", JULY_2021).title == "Mẫu"
        finally:
            monkeypatch.undo()
            load.forget()
        assert load.form("daily_epidemic", JULY_2021).title != "Mẫu"


class TestStrictness:
    def test_a_value_holds_from_its_day_until_its_end(self):
        [one] = load.read_parameters(PARAMETER, where="x")
        assert [value.value for value in one.values if value.holds_on(date(2021, 6, 30))] == [1, 2]
        assert [value.value for value in one.values if value.holds_on(date(2021, 7, 1))] == [1]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (", reference: {document: QĐ 1, clause: Điều 1, date: 2020-12-01}", ""),
            ("document: QĐ 1", "document: ''"),
            ("clause: Điều 1, ", ""),
            ("date: 2020-12-01", "date: tháng 12"),
            ("value: 1", "vlaue: 1"),
            ("since: 2021-06-01", "since: 2021-01-01"),
            ("a.b:", "Ab:"),
            ("label: Một tham số", "lable: Một tham số"),
        ],
    )
    def test_a_careless_parameter_is_refused(self, old: str, new: str):
        assert old in PARAMETER
        with pytest.raises(LawError):
            load.read_parameters(PARAMETER.replace(old, new, 1), where="x")

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("reference: {document: QĐ 1, clause: Điều 1, date: 2020-12-01}", "note: không căn cứ"),
            ("code: b", "code: a"),
            ("code: b", "code: B!"),
            ("kind: text", "kind: number"),
            ("kind: text", "kind: text, colour: red"),
            ("kind: text", "kind: text, total: sum"),
            ("label: B, kind: count", "label: B, kind: count, minimum: 9, maximum: 3"),
            ("a <= b + 1", "a <= d"),
            ("a <= b + 1", "a <= b <= 1"),
            ("a <= b + 1", "a < b +"),
            ("a <= b + 1", "a <= c"),
            ("a <= b + 1", "1 <= 2"),
            ("label: Nhóm", "label: Nhóm\n        folded: true"),
            ("versions:", "version:"),
            ("    groups:", "    gruops:"),
            ("title: Mẫu", "title: [Mẫu"),
        ],
    )
    def test_a_careless_form_is_refused(self, old: str, new: str):
        assert old in FORM
        with pytest.raises(LawError):
            load.read_forms("x", FORM.replace(old, new, 1), where="x")


class TestRule:
    def test_a_rule_about_an_empty_field_says_nothing(self):
        rule = Rule(("a",), "<=", ("b", 1), "…", "a")
        assert rule.holds({"a": 3, "b": 2}) is True
        assert rule.holds({"a": 4, "b": 2}) is False
        assert rule.holds({"a": 4}) is None


def _some_days() -> list[date]:
    return [date(2020, 2, 1), JULY_2021, date(2026, 11, 21)]
