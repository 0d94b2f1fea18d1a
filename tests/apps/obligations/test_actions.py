"""Each act on work: done, refused, recorded."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from quantriet.apps.clock.appointments import keep_appointments
from quantriet.apps.ledger.models import Act
from quantriet.apps.notices.models import Notice
from quantriet.apps.obligations import actions
from quantriet.apps.obligations.models import Due, DueState, Obligation
from quantriet.apps.obligations.queries import measures
from quantriet.apps.organization.models import Holding, Person
from quantriet.engines.kernel.problem import Problem
from quantriet.engines.timetable import Kind, Timetable
from tests.support.agency import Agency, at
from tests.support.work import make_obligation

UNTIL_FRIDAY = Timetable(kind=Kind.ONCE, on=date(2021, 7, 23)).to_dict()  # to the end of that day


@pytest.fixture
def due(agency: Agency) -> Due:
    obligation = make_obligation(agency, [agency.civil, agency.legal], timetable=UNTIL_FRIDAY)
    return obligation.dues.get(unit=agency.civil)


def verbs() -> list[str]:
    return list(Act.objects.order_by("pk").values_list("verb", flat=True))


def test_a_due_freezes_unit_head_and_limit(agency: Agency, due: Due) -> None:
    assert due.accountable == Person.objects.get(code="chi")
    assert due.due_at == at(0, day=date(2021, 7, 24))
    Holding.objects.filter(person__code="chi").update(until=date(2021, 8, 1))
    due.refresh_from_db()
    assert due.accountable == Person.objects.get(code="chi")


def test_the_head_takes_note_once(agency: Agency, due: Due) -> None:
    actions.acknowledge_assignment(due.assignment, by=agency.actor("chi"), at=at(10))
    assert verbs()[-1] == "assignment.acknowledged"
    with pytest.raises(Problem, match="đã tiếp nhận"):
        actions.acknowledge_assignment(due.assignment, by=agency.actor("chi"), at=at(11))


@pytest.mark.parametrize("name", ["ha", "lan", "giang", "dung", "minh"])
def test_only_those_who_answer_for_the_unit_act_for_it(agency: Agency, due: Due, name: str) -> None:
    by = agency.actor(name)
    for act in (
        lambda: actions.acknowledge_assignment(due.assignment, by=by, at=at(10)),
        lambda: actions.report_done(due, note="Xong", by=by, at=at(10)),
        lambda: actions.fulfil(due, by=by, at=at(10)),
        lambda: actions.add_evidence(due, note="Ảnh", by=by, at=at(10)),
        lambda: actions.ask_extension(due, wanted_due_at=at(9, day=date(2021, 7, 30)), reason="x", by=by, at=at(10)),
        lambda: actions.explain_lateness(due, reason="x", by=by, at=at(10)),
    ):
        with pytest.raises(Problem) as refused:
            act()
        assert refused.value.status == 403
    due.refresh_from_db()
    assert due.state == DueState.OPEN


def test_a_result_needs_something_to_show(agency: Agency, due: Due) -> None:
    with pytest.raises(Problem, match="minh chứng"):
        actions.report_done(due, note="  ", by=agency.actor("chi"), at=at(10))


def test_reported_then_accepted_keeps_the_instant_of_the_unit(agency: Agency, due: Due) -> None:
    actions.report_done(due, note="Đã rà soát 4 phòng", claimed_at=at(9, 50), by=agency.actor("chi"), at=at(10))
    actions.accept_done(due, by=agency.actor("binh"), at=at(9, day=date(2021, 7, 26)))
    due.refresh_from_db()
    assert (due.state, due.received_at, due.claimed_at) == (DueState.DONE, at(10), at(9, 50))
    assert not due.is_late(at(9, day=date(2021, 7, 26)))
    assert [verb for verb in verbs() if verb.startswith("due.")][-2:] == ["due.submitted", "due.accepted"]


def test_the_limit_itself_is_late(agency: Agency, due: Due) -> None:
    limit = due.due_at
    assert limit is not None
    actions.report_done(due, note="Xong", by=agency.actor("chi"), at=limit)
    other = Due.objects.get(unit=agency.legal)
    actions.report_done(other, note="Xong", by=agency.actor("ha"), at=limit - timedelta(microseconds=1))
    counted = measures(Due.objects.all(), limit)
    assert (counted.expected, counted.received, counted.on_time, counted.late, counted.missing) == (2, 2, 1, 1, 0)


def test_missing_is_counted_from_the_limit_on(agency: Agency, due: Due) -> None:
    limit = due.due_at
    assert limit is not None
    before, then = measures(Due.objects.all(), limit - timedelta(seconds=1)), measures(Due.objects.all(), limit)
    assert (before.missing, before.waiting) == (0, 2)
    assert (then.missing, then.waiting) == (2, 0)


def test_returned_work_is_open_again_with_the_reason(agency: Agency, due: Due) -> None:
    actions.report_done(due, note="Xong", by=agency.actor("chi"), at=at(10))
    with pytest.raises(Problem, match="lý do"):
        actions.return_done(due, reason=" ", by=agency.actor("binh"), at=at(11))
    actions.return_done(due, reason="Thiếu danh sách phòng", by=agency.actor("binh"), at=at(11))
    due.refresh_from_db()
    assert due.state == DueState.OPEN
    assert due.received_at is None
    assert due.evidence.filter(note__contains="Thiếu danh sách phòng").exists()


@pytest.mark.parametrize("name", ["chi", "dung", "minh", "giang"])
def test_only_the_office_and_the_director_judge(agency: Agency, due: Due, name: str) -> None:
    actions.report_done(due, note="Xong", by=agency.actor("chi"), at=at(10))
    with pytest.raises(Problem) as refused:
        actions.accept_done(due, by=agency.actor(name), at=at(11))
    assert refused.value.status == 403


def test_one_extension_asked_and_answered_on_record(agency: Agency, due: Due) -> None:
    chi, wanted = agency.actor("chi"), at(17, day=date(2021, 7, 30))
    with pytest.raises(Problem, match="phải sau hạn"):
        actions.ask_extension(due, wanted_due_at=at(12), reason="Chờ số liệu", by=chi, at=at(10))
    actions.ask_extension(due, wanted_due_at=wanted, reason="Chờ số liệu", by=chi, at=at(10))
    actions.answer_extension(due, grant=True, by=agency.actor("an"), at=at(11))
    due.refresh_from_db()
    assert due.due_at == wanted
    with pytest.raises(Problem, match="một lần"):
        actions.ask_extension(due, wanted_due_at=wanted + timedelta(days=1), reason="Nữa", by=chi, at=at(12))
    assert [verb for verb in verbs() if verb.startswith("extension.")] == ["extension.asked", "extension.granted"]


def test_no_extension_once_it_is_late(agency: Agency, due: Due) -> None:
    assert due.due_at is not None
    with pytest.raises(Problem, match="quá hạn"):
        actions.ask_extension(
            due, wanted_due_at=due.due_at + timedelta(days=2), reason="Chờ", by=agency.actor("chi"), at=due.due_at
        )


def test_lateness_is_explained_only_when_late(agency: Agency, due: Due) -> None:
    chi = agency.actor("chi")
    with pytest.raises(Problem, match="chưa trễ hạn"):
        actions.explain_lateness(due, reason="Chờ số liệu", by=chi, at=at(10))
    late = at(9, day=date(2021, 7, 24))
    actions.explain_lateness(due, reason="Chờ số liệu", by=chi, at=late)
    due.refresh_from_db()
    assert due.explanation == "Chờ số liệu"


def test_work_already_done_is_not_done_twice(agency: Agency, due: Due) -> None:
    chi = agency.actor("chi")
    actions.fulfil(due, by=chi, at=at(10), is_nil=True)
    with pytest.raises(Problem) as refused:
        actions.fulfil(due, by=chi, at=at(10))
    assert refused.value.status == 409


def test_a_standing_duty_opens_a_due_when_something_happens(agency: Agency) -> None:
    obligation = make_obligation(agency, [agency.civil], fulfilment="standing")
    assert not obligation.dues.exists()
    assignment = obligation.assignments.get()
    due = actions.record_occasion(assignment, note="Một người sốt", by=agency.actor("chi"), at=at(10))
    assert (due.due_at, due.accountable) == (None, Person.objects.get(code="chi"))


def test_new_units_owe_from_now_on_and_old_dues_stay(agency: Agency, due: Due) -> None:
    obligation = due.obligation
    actions.set_units(obligation, lead={agency.centre.pk}, support=set(), by=agency.actor("binh"), at=at(10))
    assert set(obligation.assignments.filter(ended_at=None).values_list("unit_id", flat=True)) == {agency.centre.pk}
    assert obligation.dues.count() == 2
    assert Obligation.objects.get(pk=obligation.pk).version == 2


def test_recurring_work_opens_its_next_period_when_the_limit_comes(agency: Agency) -> None:
    weekly = Timetable(kind=Kind.WEEKLY, weekdays=(4,)).to_dict()
    obligation = make_obligation(agency, [agency.civil], timetable=weekly)
    assert obligation.dues.count() == 1
    limit = obligation.dues.get().due_at
    assert limit is not None
    keep_appointments(limit - timedelta(seconds=1))
    assert obligation.dues.count() == 1
    keep_appointments(limit + timedelta(days=15))  # a stand-still of two weeks
    assert obligation.dues.count() == 4
    assert len({due.due_at for due in obligation.dues.all()}) == 4


def test_the_head_is_told_what_the_office_decided(agency: Agency, due: Due) -> None:
    chi, binh = agency.actor("chi"), agency.actor("binh")
    actions.ask_extension(due, wanted_due_at=at(17, day=date(2021, 7, 30)), reason="Chờ số liệu", by=chi, at=at(10))
    actions.answer_extension(due, grant=False, answer="Đã có đủ", by=binh, at=at(11))
    actions.report_done(due, note="Xong", by=chi, at=at(12))
    actions.return_done(due, reason="Thiếu danh sách", by=binh, at=at(13))
    actions.report_done(due, note="Đã thêm", by=chi, at=at(14))
    actions.accept_done(due, by=binh, at=at(15))
    told = Notice.objects.filter(person__code="chi").order_by("pk")
    assert [notice.title for notice in told] == ["Không cho gia hạn", "Kết quả bị trả lại", "Đã xác nhận hoàn thành"]
    assert {notice.path for notice in told} == {f"/work/{due.assignment_id}/"}
    assert not any("Thiếu danh sách" in notice.body for notice in told)


def test_a_closed_obligation_asks_for_nothing_more_and_keeps_what_was_done(agency: Agency, due: Due) -> None:
    actions.report_done(Due.objects.get(unit=agency.legal), note="Xong", by=agency.actor("ha"), at=at(10))
    with pytest.raises(Problem, match="lý do"):
        actions.close_obligation(due.obligation, reason=" ", by=agency.actor("binh"), at=at(11))
    actions.close_obligation(due.obligation, reason="Đã hết dịch", by=agency.actor("binh"), at=at(11))
    counted = measures(Due.objects.all(), at(9, day=date(2021, 8, 1)))
    assert (counted.expected, counted.received, counted.missing) == (1, 1, 0)
    assert verbs()[-1] == "obligation.closed"
    with pytest.raises(Problem, match="đã kết thúc"):
        actions.close_obligation(due.obligation, reason="Nữa", by=agency.actor("binh"), at=at(12))


def test_somebody_must_lead(agency: Agency, due: Due) -> None:
    with pytest.raises(Problem, match="chủ trì"):
        actions.set_units(due.obligation, lead=set(), support={agency.civil.pk}, by=agency.actor("binh"), at=at(10))


def test_recurring_work_ends_with_its_obligation(agency: Agency) -> None:
    weekly = Timetable(kind=Kind.WEEKLY, weekdays=(4,)).to_dict()
    obligation = make_obligation(agency, [agency.civil], timetable=weekly)
    actions.close_obligation(obligation, reason="Đã hết dịch", by=agency.actor("binh"), at=at(10))
    keep_appointments(at(10, day=date(2021, 9, 1)))
    assert list(obligation.dues.values_list("state", flat=True)) == [DueState.WITHDRAWN]
