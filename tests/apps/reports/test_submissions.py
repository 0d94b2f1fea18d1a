"""Receiving reports: done, refused, recorded; late at the limit; the same sending once; corrections beside."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from quantriet.apps.ledger.models import Act
from quantriet.apps.obligations.models import Assignment, Due, DueState
from quantriet.apps.reports import actions
from quantriet.apps.reports.models import Draft, Regime, Submission
from quantriet.engines.kernel.problem import Problem, Problems
from tests.apps.reports.regimes import VALUES, due_of, make_regime, submit, today
from tests.support.agency import TODAY, Agency, at


@pytest.fixture
def regime(agency: Agency) -> Regime:
    return make_regime(agency, ad_hoc=True)


def acts(verb: str) -> list[Act]:
    return list(Act.objects.filter(verb=verb).order_by("pk"))


class TestSubmit:
    def test_done_and_recorded(self, agency: Agency, regime: Regime):
        sent = submit(agency, regime, "chi")
        due = due_of(regime, agency.civil)
        assert (due.state, due.received_at, due.is_nil) == (DueState.DONE, at(14, 30), False)
        assert (sent.version, sent.is_current, sent.values["present"]) == (1, True, 6)
        assert sent.receipt.startswith("BC-210722-")
        [act] = acts("report.submitted")
        assert (act.subject_id, act.unit_id, act.by_user_id) == (sent.pk, agency.civil.pk, agency.users["chi"].pk)
        assert act.details == {"version": 1, "nil": False, "after_approval": False}

    @pytest.mark.parametrize("who", ["ha", "lan", "dung", "minh", "giang", "an"])
    def test_refused_to_whoever_does_not_answer_for_the_unit(self, agency: Agency, regime: Regime, who: str):
        due = due_of(regime, agency.civil)
        with pytest.raises(Problem) as refusal:
            actions.submit_report(due, values=VALUES, key=uuid4(), by=agency.actor(who), at=at(14))
        assert refusal.value.status == 403
        assert not Submission.objects.exists()

    def test_refused_values_leave_nothing_behind(self, agency: Agency, regime: Regime):
        with pytest.raises(Problems):
            submit(agency, regime, "chi", present="1.000")
        assert not Submission.objects.exists()
        assert due_of(regime, agency.civil).state == DueState.OPEN
        assert not acts("report.submitted")

    def test_a_second_report_says_that_there_is_one(self, agency: Agency, regime: Regime):
        first = submit(agency, regime, "chi")
        with pytest.raises(Problem) as refusal:
            submit(agency, regime, "chi", f1_total="2")
        assert (refusal.value.code, refusal.value.status) == ("reports.already_submitted", 409)
        assert first.receipt in refusal.value.what
        assert "14:30:00" in refusal.value.what

    def test_a_withdrawn_due_takes_no_report(self, agency: Agency, regime: Regime):
        Due.objects.filter(pk=due_of(regime, agency.civil).pk).update(state=DueState.WITHDRAWN)
        with pytest.raises(Problem, match="rút"):
            submit(agency, regime, "chi")

    def test_work_of_another_kind_is_no_report(self, agency: Agency, regime: Regime):
        due = due_of(regime, agency.civil)
        due.obligation_id = -1
        with pytest.raises(Problem) as refusal:
            actions.submit_report(due, values=VALUES, key=uuid4(), by=agency.actor("chi"), at=at(14))
        assert refusal.value.code == "reports.not_a_report"

    def test_sending_takes_the_draft_away(self, agency: Agency, regime: Regime):
        actions.save_draft(due_of(regime, agency.civil), values=VALUES, by=agency.actor("chi"), at=at(14))
        submit(agency, regime, "chi")
        assert not Draft.objects.exists()


class TestTime:
    @pytest.mark.parametrize(
        ("received_at", "late"),
        [
            (at(14, 59, 59), False),
            (at(15) - timedelta(microseconds=1), False),
            (at(15), True),
            (at(15) + timedelta(microseconds=1), True),
        ],
    )
    def test_the_limit_itself_is_late(self, agency: Agency, regime: Regime, received_at: datetime, late: bool):
        submit(agency, regime, "chi", when=received_at)
        assert due_of(regime, agency.civil).is_late(at(23)) is late

    def test_both_clocks_are_kept_and_the_server_s_decides(self, agency: Agency, regime: Regime):
        due, chi = due_of(regime, agency.civil), agency.actor("chi")
        sent = actions.submit_report(due, values=VALUES, key=uuid4(), claimed_at=at(14, 40), by=chi, at=at(15, 10))
        due.refresh_from_db()
        assert (sent.claimed_at, sent.received_at) == (at(14, 40), at(15, 10))
        assert (due.claimed_at, due.received_at) == (at(14, 40), at(15, 10))
        assert due.is_late(at(23))

    def test_the_receipt_bears_the_agency_s_day(self, agency: Agency):
        regime = make_regime(agency, started_at=at(0, 5))
        sent = submit(agency, regime, "chi", when=at(6))  # the evening before in UTC
        assert sent.receipt.startswith("BC-210722-")
        assert Submission.objects.get(pk=sent.pk).receipt == sent.receipt

    def test_a_clock_without_zone_is_refused(self, agency: Agency, regime: Regime):
        naive = datetime(2021, 7, 22, 14, 40)  # noqa: DTZ001  (a broken sender)
        due, chi = due_of(regime, agency.civil), agency.actor("chi")
        with pytest.raises(Problem, match="múi giờ"):
            actions.submit_report(due, values=VALUES, key=uuid4(), claimed_at=naive, by=chi, at=at(14))


class TestSameSending:
    def test_the_same_key_is_the_same_receipt(self, agency: Agency, regime: Regime):
        key = uuid4()
        first = submit(agency, regime, "chi", key=key)
        again = submit(agency, regime, "chi", key=key, when=at(15, 20))
        assert (again.pk, again.receipt, again.received_at) == (first.pk, first.receipt, first.received_at)
        assert Submission.objects.count() == 1
        assert len(acts("report.submitted")) == 1

    def test_the_same_key_with_other_content_is_refused(self, agency: Agency, regime: Regime):
        key = uuid4()
        submit(agency, regime, "chi", key=key)
        for changed in ({"f1_total": "2"}, {"is_nil": True}):
            with pytest.raises(Problem) as refusal:
                submit(agency, regime, "chi", key=key, **changed)
            assert (refusal.value.code, refusal.value.status) == ("reports.key_used", 409)

    def test_the_same_key_for_another_unit_is_refused(self, agency: Agency, regime: Regime):
        key = uuid4()
        submit(agency, regime, "chi", key=key)
        with pytest.raises(Problem) as refusal:
            submit(agency, regime, "ha", key=key)
        assert refusal.value.code == "reports.key_used"
        assert due_of(regime, agency.legal).state == DueState.OPEN

    def test_nil_twice_is_once(self, agency: Agency, regime: Regime):
        key = uuid4()
        first = submit(agency, regime, "chi", is_nil=True, key=key)
        assert submit(agency, regime, "chi", is_nil=True, key=key).pk == first.pk


class TestNil:
    def test_nil_is_a_report_and_silence_is_not(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi", is_nil=True)
        assert due_of(regime, agency.civil).is_nil
        assert due_of(regime, agency.legal).state == DueState.OPEN

    def test_nil_says_nothing_new_and_keeps_what_stood(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi", f1_total="3", f1_new="2", difficulties="Thiếu khẩu trang")
        tomorrow = date(2021, 7, 23)
        actions.open_period(
            regime, day=tomorrow, opened_at=at(0, day=tomorrow), by=agency.actor("binh"), at=at(0, day=tomorrow)
        )
        sent = submit(agency, regime, "chi", is_nil=True, day=tomorrow)
        assert (sent.values["f1_new"], sent.values["f1_total"], sent.values["present"]) == (0, 3, 6)
        assert "difficulties" not in sent.values

    def test_a_first_nil_invents_nothing(self, agency: Agency, regime: Regime):
        sent = submit(agency, regime, "chi", is_nil=True)
        assert sent.values["f0_new"] == 0
        assert sent.values["headcount"] == 2, "the list of the unit: Chi and Lan"
        assert "present" not in sent.values


class TestCorrection:
    def correct(self, agency: Agency, regime: Regime, **changed: object) -> Submission:
        is_nil = bool(changed.pop("is_nil", False))
        reason = str(changed.pop("reason", "Ghi nhầm số F1"))
        values = None if is_nil else {**VALUES, **changed}
        return actions.correct_report(
            due_of(regime, agency.civil), values=values, is_nil=is_nil, reason=reason, key=uuid4(),
            by=agency.actor("chi"), at=at(16),
        )  # fmt: skip

    def test_a_new_version_beside_the_old_one(self, agency: Agency, regime: Regime):
        first = submit(agency, regime, "chi")
        second = self.correct(agency, regime, f1_total="2")
        first.refresh_from_db()
        assert (first.is_current, first.values["f1_total"]) == (False, 1)
        assert (second.version, second.is_current, second.values["f1_total"]) == (2, True, 2)
        assert second.correction_reason == "Ghi nhầm số F1"
        due = due_of(regime, agency.civil)
        assert due.received_at == at(14, 30), "a correction after the limit does not make a timely report late"
        assert acts("report.corrected")[0].details["version"] == 2

    def test_nil_may_become_a_report(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi", is_nil=True)
        self.correct(agency, regime)
        assert not due_of(regime, agency.civil).is_nil

    def test_refused_without_a_reason_a_report_or_a_difference(self, agency: Agency, regime: Regime):
        with pytest.raises(Problem, match="Chưa có báo cáo"):
            self.correct(agency, regime)
        submit(agency, regime, "chi")
        with pytest.raises(Problem, match="lý do"):
            self.correct(agency, regime, f1_total="2", reason=" ")
        with pytest.raises(Problem, match="giống hệt"):
            self.correct(agency, regime)

    def test_refused_to_others(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi")
        with pytest.raises(Problem) as refusal:
            actions.correct_report(
                due_of(regime, agency.civil), values=VALUES, reason="x", key=uuid4(), by=agency.actor("ha"), at=at(16)
            )
        assert refusal.value.status == 403

    def test_the_same_correction_twice_is_once(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi")
        due, chi, key = due_of(regime, agency.civil), agency.actor("chi"), uuid4()
        told = {"values": {**VALUES, "f1_total": "4"}, "reason": "x", "key": key, "by": chi}
        first = actions.correct_report(due, **told, at=at(16))
        assert actions.correct_report(due, **told, at=at(17)).pk == first.pk
        assert Submission.objects.count() == 2

    def test_after_approval_it_says_so(self, agency: Agency, regime: Regime):
        submit(agency, regime, "chi")
        actions.approve_consolidation(today(regime), by=agency.actor("binh"), at=at(15, 30))
        self.correct(agency, regime, f1_total="2")
        assert acts("report.corrected")[0].details["after_approval"] is True


class TestAdHoc:
    TOLD = {"matter": "Một viên chức sốt", "course": "Phát hiện lúc 9 giờ", "measures": "Đã báo trạm y tế"}

    def test_done_and_recorded_beside_the_daily_report(self, agency: Agency, regime: Regime):
        sent = actions.submit_ad_hoc(
            regime, agency.civil, values=self.TOLD, key=uuid4(), by=agency.actor("chi"), at=at(10)
        )
        assert (sent.period, sent.due, sent.unit) == (None, None, agency.civil)
        assert acts("report.ad_hoc_submitted")[0].subject_id == sent.pk
        submit(agency, regime, "chi")

    def test_the_same_key_once(self, agency: Agency, regime: Regime):
        key, chi = uuid4(), agency.actor("chi")
        first = actions.submit_ad_hoc(regime, agency.civil, values=self.TOLD, key=key, by=chi, at=at(10))
        assert actions.submit_ad_hoc(regime, agency.civil, values=self.TOLD, key=key, by=chi, at=at(11)).pk == first.pk
        with pytest.raises(Problem, match="trùng mã"):
            actions.submit_ad_hoc(
                regime, agency.civil, values={**self.TOLD, "matter": "Khác"}, key=key, by=chi, at=at(11)
            )

    def test_refused_to_others_and_for_units_not_asked(self, agency: Agency, regime: Regime):
        with pytest.raises(Problem) as refusal:
            actions.submit_ad_hoc(regime, agency.civil, values=self.TOLD, key=uuid4(), by=agency.actor("ha"), at=at(10))
        assert refusal.value.status == 403
        Assignment.objects.filter(obligation_id=regime.ad_hoc_id, unit=agency.civil).update(ended_at=at(9, 30))
        with pytest.raises(Problem, match="không được giao"):
            actions.submit_ad_hoc(
                regime, agency.civil, values=self.TOLD, key=uuid4(), by=agency.actor("chi"), at=at(10)
            )

    def test_an_incomplete_one_names_what_is_missing(self, agency: Agency, regime: Regime):
        with pytest.raises(Problems) as refusal:
            actions.submit_ad_hoc(
                regime, agency.civil, values={"matter": "x"}, key=uuid4(), by=agency.actor("chi"), at=at(10)
            )
        assert {item.field for item in refusal.value.items} == {"course", "measures"}


class TestDraft:
    def test_kept_as_typed_and_written_over(self, agency: Agency, regime: Regime):
        due, chi = due_of(regime, agency.civil), agency.actor("chi")
        actions.save_draft(due, values={"present": "abc", "nonsense": "1", "f0_new": 3}, by=chi, at=at(14))
        assert Draft.objects.get().values == {"present": "abc"}
        actions.save_draft(due, values={"present": "6"}, by=chi, at=at(14, 1))
        assert Draft.objects.get().values == {"present": "6"}

    def test_refused_to_others(self, agency: Agency, regime: Regime):
        with pytest.raises(Problem):
            actions.save_draft(due_of(regime, agency.civil), values={}, by=agency.actor("ha"), at=at(14))


def test_dues_of_the_leadership_are_not_opened(agency: Agency):
    regime = make_regime(agency, [agency.department, agency.civil])
    assert [due.unit for due in Due.objects.filter(obligation_id=regime.obligation_id)] == [agency.civil]
    assert today(regime).day == TODAY
