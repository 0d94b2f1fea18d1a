"""The consolidation says the same as a slow walk over every row, and what was approved stays as it was."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quantriet.apps.ledger.models import Act
from quantriet.apps.obligations.models import Due
from quantriet.apps.obligations.queries import measures
from quantriet.apps.reports import actions, queries
from quantriet.apps.reports.consolidation import changes_since, consolidate, frozen_table, totals_of
from quantriet.apps.reports.expectation import dues_of
from quantriet.apps.reports.models import Consolidation, Regime, Submission
from quantriet.engines.kernel.problem import Problem
from tests.apps.reports.regimes import VALUES, due_of, make_regime, submit, today
from tests.support.agency import TODAY, Agency, at


@pytest.fixture
def regime(agency: Agency) -> Regime:
    return make_regime(agency)


def correct(agency: Agency, regime: Regime, **values: str) -> Submission:
    return actions.correct_report(
        due_of(regime, agency.civil), values={**VALUES, **values}, reason="Ghi nhầm", key=uuid4(),
        by=agency.actor("chi"), at=at(16),
    )  # fmt: skip


class TestTable:
    def test_units_totals_and_measures(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi", f1_total="2")
        submit(agency, regime, "ha", when=at(15))
        submit(agency, regime, "khang", is_nil=True)
        table = consolidate(today(regime), at(15, 10))
        assert [row.state for row in table.rows] == ["missing", "on-time", "late", "nil"]
        assert table.totals["f1_total"] == 3
        assert table.totals["present"] == 12
        assert "tested" in table.totals, "the nil report says zero"
        assert table.measures == measures(Due.objects.filter(period_on=TODAY), at(15, 10))
        assert (table.measures.expected, table.measures.received, table.measures.nil) == (4, 3, 1)
        assert [row.unit_name for row in table.missing] == ["Văn phòng Sở"]

    def test_before_the_limit_nobody_is_missing_yet(self, agency: Agency, regime: Regime):
        table = consolidate(today(regime), at(15) - timedelta(microseconds=1))
        assert {row.state for row in table.rows} == {"not-due"}
        assert consolidate(today(regime), at(15)).measures.missing == 4
        assert table.totals == {}, "silence is not zero"

    def test_a_late_nil_is_late(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi", is_nil=True, when=at(15))
        row = consolidate(today(regime), at(16)).rows[1]
        assert (row.state, row.is_nil) == ("late", True)

    def test_only_the_current_version_counts(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi")
        correct(agency, regime, f1_total="5")
        assert consolidate(today(regime), at(17)).totals["f1_total"] == 5

    def test_two_queries_however_many_units(self, agency: Agency, regime: Regime):
        from django.db import connection

        period = today(regime)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            table = consolidate(period, at(16))
            assert table.measures
            assert table.totals is not None
        assert len(seen) == 2

    def test_the_sources_of_a_figure_add_up_to_it(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi", f1_total="2")
        submit(agency, regime, "ha")
        table = consolidate(today(regime), at(16))
        sources = queries.figure_sources(table.rows, table.form.by_code["f1_total"])
        assert [(source.row.unit_id, source.value, source.sender) for source in sources] == [
            (agency.civil.pk, 2, "Hồ Linh Chi"),
            (agency.legal.pk, 1, "Đỗ Thu Hà"),
        ]
        assert sum(source.value for source in sources) == table.totals["f1_total"]

    def test_totals_by_day(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi", f1_total="2")
        field = consolidate(today(regime), at(16)).form.by_code["f1_total"]
        daily = queries.daily_totals(regime, field, TODAY, TODAY)
        assert daily == {TODAY: 2}
        assert queries.total_over_days(field, daily) == 2


class TestApproval:
    def test_done_and_recorded(self, agency: Agency, regime: Regime):
        sent = submit(agency, regime, "chi")
        done = actions.approve_consolidation(today(regime), note=" Ổn định ", by=agency.actor("binh"), at=at(15, 30))
        assert (done.version, done.note) == (1, "Ổn định")
        assert done.figures["submissions"] == [[agency.civil.pk, sent.due_id, sent.pk, 1]]
        assert done.figures["totals"]["f1_total"] == 1
        assert done.figures["measures"]["missing"] == 3
        assert Act.objects.get(verb="consolidation.approved").subject_id == done.pk

    def test_the_director_may_approve_and_heads_may_not(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi")
        for who in ("chi", "dung", "minh", "giang"):
            with pytest.raises(Problem) as refusal:
                actions.approve_consolidation(today(regime), by=agency.actor(who), at=at(15, 30))
            assert refusal.value.status == 403
        assert actions.approve_consolidation(today(regime), by=agency.actor("an"), at=at(15, 30)).version == 1

    def test_refused_when_nothing_is_there_or_nothing_changed(self, agency: Agency, regime: Regime):
        with pytest.raises(Problem, match="Chưa có đơn vị nào"):
            actions.approve_consolidation(today(regime), by=agency.actor("binh"), at=at(15, 30))
        submit(agency, regime, "chi")
        actions.approve_consolidation(today(regime), by=agency.actor("binh"), at=at(15, 30))
        with pytest.raises(Problem, match="chưa có gì thay đổi"):
            actions.approve_consolidation(today(regime), by=agency.actor("binh"), at=at(15, 31))

    def test_what_changed_since_is_told_unit_by_unit(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi")
        done = actions.approve_consolidation(today(regime), by=agency.actor("binh"), at=at(15, 30))
        correct(agency, regime, f1_total="4")
        submit(agency, regime, "ha", when=at(16))
        changes = changes_since(done, consolidate(today(regime), at(17)))
        first, second = changes
        assert (first.row.unit_id, first.version_before) == (agency.civil.pk, 1)
        assert [(field.code, before, now) for field, before, now in first.fields] == [("f1_total", 1, 4)]
        assert (second.row.unit_id, second.version_before) == (agency.legal.pk, None)
        again = actions.approve_consolidation(today(regime), by=agency.actor("binh"), at=at(17))
        assert again.version == 2
        assert changes_since(again, consolidate(today(regime), at(18))) == []

    def test_what_was_sent_up_can_be_made_again(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi", is_nil=True)
        done = actions.approve_consolidation(today(regime), by=agency.actor("binh"), at=at(15, 30))
        correct(agency, regime, f1_total="4")
        submit(agency, regime, "ha", when=at(16))
        table = frozen_table(Consolidation.objects.select_related("period__regime").get(pk=done.pk))
        assert table.totals == done.figures["totals"]
        assert [row.state for row in table.rows] == ["missing", "nil", "missing", "missing"]
        assert {name: getattr(table.measures, name) for name in done.figures["measures"]} == done.figures["measures"]


class TestVisible:
    @pytest.mark.parametrize(
        ("who", "sees"),
        [("an", 2), ("binh", 2), ("chi", 1), ("lan", 1), ("ha", 1), ("khang", 0), ("giang", 0), ("minh", 0)],
    )
    def test_reports_of_one_s_own_units_only(self, agency: Agency, regime: Regime, who: str, sees: int):
        submit(agency, regime, "chi")
        submit(agency, regime, "ha")
        assert queries.visible_to(agency.actor(who)).count() == sees

    @pytest.mark.parametrize(
        ("who", "sees"), [("an", True), ("binh", True), ("chi", False), ("dung", False), ("giang", False)]
    )
    def test_the_consolidation_is_for_those_who_consolidate(self, agency: Agency, regime: Regime, who: str, sees: bool):
        assert (queries.find_period(agency.actor(who), today(regime).pk) is not None) is sees


# Each unit: silent, nil, or a report of these counts; sent this many minutes from the limit.
_UNIT = st.one_of(
    st.none(),
    st.tuples(st.just("nil"), st.integers(-120, 60)),
    st.tuples(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), st.integers(-120, 60)),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=st.tuples(_UNIT, _UNIT, _UNIT, _UNIT))
def test_the_quick_table_equals_a_slow_walk(agency: Agency, plan: tuple[object, ...]):
    from django.db import transaction

    with transaction.atomic():
        regime = make_regime(agency)
        period = today(regime)
        for who, told in zip(("binh", "chi", "ha", "khang"), plan, strict=True):
            if told is None:
                continue
            what, minutes = told
            when = period.due_at + timedelta(minutes=minutes)
            if what == "nil":
                submit(agency, regime, who, when=when, is_nil=True)
            else:
                new, more, tested = what
                counts = {"f1_new": str(new), "f1_total": str(new + more), "tested": str(tested)}
                submit(agency, regime, who, when=when, **counts)
        now = period.due_at + timedelta(minutes=30)
        table = consolidate(period, now)
        slow = _slow_measures(regime, now)
        assert table.totals == _slow_totals(regime)
        for quick in (table.measures, measures(dues_of(period), now)):
            assert {name: getattr(quick, name) for name in slow} == slow
        assert totals_of(table.form.counts, queries.current_values(period).values()) == table.totals
        transaction.set_rollback(True)


def _slow_totals(regime: Regime) -> dict[str, int]:
    totals: dict[str, int] = {}
    for due in Due.objects.filter(obligation_id=regime.obligation_id, period_on=TODAY):
        newest = Submission.objects.filter(due=due).order_by("-version").first()
        for code, value in (newest.values if newest else {}).items():
            if isinstance(value, int):
                totals[code] = totals.get(code, 0) + value
    return totals


def _slow_measures(regime: Regime, now: object) -> dict[str, int]:
    found = dict.fromkeys(("expected", "received", "on_time", "late", "missing", "nil"), 0)
    for due in Due.objects.filter(obligation_id=regime.obligation_id, period_on=TODAY):
        found["expected"] += 1
        sent = Submission.objects.filter(due=due).order_by("-version").first()
        if sent is None:
            found["missing"] += now >= due.due_at
            continue
        found["received"] += 1
        found["late" if sent.received_at >= due.due_at else "on_time"] += 1
        found["nil"] += sent.is_nil
    return found
