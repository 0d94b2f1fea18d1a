"""Units and people change by acts: done, refused, recorded; the past keeps its tree."""

from __future__ import annotations

from datetime import date

import pytest

from quantriet.apps.accounts.actors import SYSTEM
from quantriet.apps.ledger.models import Act
from quantriet.apps.organization import actions, queries, staffing
from quantriet.apps.organization.building import build_unit
from quantriet.apps.organization.models import (
    Ancestry,
    DelegationKind,
    Holding,
    Person,
    Placement,
    Post,
    PostRank,
    StaffStatus,
    Unit,
    UnitKind,
)
from quantriet.apps.organization.resolve import Resolver
from quantriet.engines.kernel.problem import Problem
from tests.support.agency import START, TODAY, Agency, at

YESTERDAY = date(2021, 7, 21)


def below_on(unit: Unit, day: date) -> set[str]:
    return set(Ancestry.objects.on(day).filter(ancestor=unit).values_list("descendant__code", flat=True))


def verbs() -> list[str]:
    return list(Act.objects.order_by("id").values_list("verb", flat=True))


def open_branch(agency: Agency, **more: object) -> Unit:
    wanted = {"code": "S-TG-1", "name": "Chi nhánh số 1", "kind": UnitKind.PUBLIC_SERVICE, "parent": agency.centre}
    return actions.open_unit(**(wanted | more), by=agency.actor("binh"), at=at(9))  # type: ignore[arg-type]


def test_a_unit_is_opened_and_recorded(agency: Agency) -> None:
    branch = open_branch(agency)
    assert branch.opened_on == TODAY
    assert queries.agency_of(branch.pk) == agency.department
    act = Act.objects.get()
    assert (act.verb, act.unit_id, act.details) == ("unit.opened", branch.pk, {"parent": agency.centre.pk})


@pytest.mark.parametrize("name", ["an", "chi", "dung", "giang"])
def test_only_who_manages_units_may_change_them(agency: Agency, name: str) -> None:
    by = agency.actor(name)
    chi = Person.objects.get(code="chi")
    acts = [
        lambda: actions.open_unit(
            code="N", name="N", kind=UnitKind.DIVISION, parent=agency.department, by=by, at=at(9)
        ),
        lambda: actions.rename_unit(agency.civil, "Phòng Mới", by=by, at=at(9)),
        lambda: actions.move_unit(agency.civil, agency.office, by=by, at=at(9)),
        lambda: actions.close_unit(agency.civil, by=by, at=at(9)),
        lambda: actions.learn_spelling(agency.civil, "HC", by=by, at=at(9)),
        lambda: staffing.appoint_person(chi, unit=agency.legal, title="Phó", rank=PostRank.DEPUTY, by=by, at=at(9)),
        lambda: staffing.relieve_person(Holding.objects.get(person=chi), by=by, at=at(9)),
        lambda: staffing.end_service(chi, by=by, at=at(9)),
        lambda: staffing.change_person(chi, phone="0900000000", by=by, at=at(9)),
    ]
    for act in acts:
        with pytest.raises(Problem) as refused:
            act()
        assert refused.value.status == 403
    assert verbs() == []


def test_the_top_of_the_tree_belongs_to_the_system(agency: Agency) -> None:
    with pytest.raises(Problem, match="no_manage_units"):
        open_branch(agency, parent=None)


def test_a_manager_stops_at_the_own_agency(agency: Agency) -> None:
    with pytest.raises(Problem, match="no_manage_units"):
        open_branch(agency, parent=agency.other_department)
    with pytest.raises(Problem, match="no_manage_units"):
        actions.move_unit(agency.civil, agency.other_department, by=agency.actor("binh"), at=at(9))


def test_a_code_is_used_once(agency: Agency) -> None:
    with pytest.raises(Problem, match="Mã S-HC đã dùng cho Phòng Hành chính tư pháp"):
        open_branch(agency, code="S-HC")


def test_a_taken_code_tells_nothing_of_another_agency(agency: Agency) -> None:
    with pytest.raises(Problem, match="đơn vị của cơ quan khác"):
        open_branch(agency, code="K-QL")
    with pytest.raises(Problem, match="người của cơ quan khác"):
        staffing.add_person(
            code="giang", full_name="X", status=StaffStatus.CIVIL_SERVANT, unit=agency.centre, title="Viên chức",
            rank=PostRank.STAFF, by=agency.actor("binh"), at=at(9),
        )  # fmt: skip


def test_moving_takes_the_subtree_along_and_keeps_the_past(agency: Agency) -> None:
    desk = build_unit(code="S-HC-1", name="Tổ Một cửa", kind=UnitKind.DIVISION, parent=agency.civil, since=START)
    actions.move_unit(agency.civil, agency.office, by=agency.actor("binh"), at=at(9))
    assert below_on(agency.office, TODAY) == {"S-VP", "S-HC", "S-HC-1"}
    assert below_on(agency.office, YESTERDAY) == {"S-VP"}
    assert below_on(agency.department, TODAY) == below_on(agency.department, YESTERDAY)
    depths = Ancestry.objects.on(TODAY).filter(descendant=desk).values_list("ancestor__code", "depth")
    assert dict(depths) == {"S-HC-1": 0, "S-HC": 1, "S-VP": 2, "S": 3, "T": 4}
    assert Act.objects.get().details == {"before": agency.department.pk, "after": agency.office.pk}


def test_moving_there_and_back_on_one_day_leaves_one_place(agency: Agency) -> None:
    by = agency.actor("binh")
    actions.move_unit(agency.civil, agency.office, by=by, at=at(9))
    actions.move_unit(agency.civil, agency.department, by=by, at=at(10))
    assert Placement.objects.on(TODAY).get(unit=agency.civil).parent == agency.department
    pairs = list(Ancestry.objects.on(TODAY).filter(descendant=agency.civil).values_list("ancestor_id", flat=True))
    assert len(pairs) == len(set(pairs)) == 3
    actions.move_unit(agency.civil, agency.department, by=by, at=at(11))
    assert verbs() == ["unit.moved", "unit.moved"]


def test_a_unit_cannot_stand_under_itself(agency: Agency) -> None:
    branch = open_branch(agency)
    with pytest.raises(Problem, match="under_itself"):
        actions.move_unit(agency.centre, branch, by=agency.actor("binh"), at=at(9))
    with pytest.raises(Problem, match="under_itself"):
        actions.move_unit(agency.centre, agency.centre, by=agency.actor("binh"), at=at(9))


def test_the_old_name_is_still_understood(agency: Agency) -> None:
    actions.rename_unit(agency.legal, " Phòng Tuyên truyền pháp luật ", by=agency.actor("binh"), at=at(9))
    resolver = Resolver(agency.department.pk, TODAY)
    for phrase in ("Phòng Tuyên truyền pháp luật", "Phòng Phổ biến, giáo dục pháp luật"):
        assert [target.unit_id for target in resolver.resolve(phrase).targets] == [agency.legal.pk]
    assert Act.objects.get().details["before"] == {"name": "Phòng Phổ biến, giáo dục pháp luật"}
    assert actions.rename_unit(agency.legal, "Phòng Tuyên truyền pháp luật", by=agency.actor("binh"), at=at(9)) == []


def test_a_unit_closes_when_empty_and_keeps_its_place(agency: Agency) -> None:
    by = agency.actor("binh")
    with pytest.raises(Problem, match="2 người"):
        actions.close_unit(agency.civil, by=by, at=at(9))
    branch = open_branch(agency)
    with pytest.raises(Problem, match="1 đơn vị trực thuộc"):
        actions.close_unit(agency.centre, by=by, at=at(9))
    actions.close_unit(branch, by=by, at=at(9))
    with pytest.raises(Problem, match="đã giải thể"):
        actions.close_unit(branch, by=by, at=at(9))
    assert branch not in queries.units_of(agency.department.pk)
    assert branch in queries.subtree([agency.department.pk])


def test_a_spelling_is_learned_once_and_never_taken_away(agency: Agency) -> None:
    by = agency.actor("binh")
    actions.learn_spelling(agency.legal, "Phòng TT-PL", by=by, at=at(9))
    actions.learn_spelling(agency.legal, "phòng TT–PL", by=by, at=at(9))
    with pytest.raises(Problem, match="đã được ghi nhớ là Phòng Phổ biến"):
        actions.learn_spelling(agency.civil, "Phòng TT PL", by=by, at=at(9))
    assert verbs() == ["unit.spelling_learned"]
    assert Resolver(agency.department.pk, TODAY).resolve("Phòng TT-PL").is_certain


def test_another_agency_may_call_its_unit_the_same(agency: Agency) -> None:
    actions.learn_spelling(agency.legal, "Phòng TT", by=SYSTEM, at=at(9))
    actions.learn_spelling(agency.other_division, "Phòng TT", by=SYSTEM, at=at(9))
    for department, unit in ((agency.department, agency.legal), (agency.other_department, agency.other_division)):
        found = Resolver(department.pk, TODAY).resolve("Phòng TT").targets
        assert [target.unit_id for target in found] == [unit.pk]


def test_a_new_head_follows_the_one_before(agency: Agency) -> None:
    lan = Person.objects.get(code="lan")
    staffing.appoint_person(
        lan, unit=agency.civil, title="Trưởng phòng", rank=PostRank.HEAD, by=agency.actor("binh"), at=at(9)
    )
    assert queries.heads([agency.civil.pk], TODAY) == {agency.civil.pk: lan.pk}
    assert queries.heads([agency.civil.pk], YESTERDAY) == {agency.civil.pk: agency.users["chi"].person_id}
    assert verbs() == ["person.relieved", "person.appointed"]


def test_a_unit_has_one_post_of_head(agency: Agency) -> None:
    with pytest.raises(Problem, match="«Trưởng phòng»"):
        staffing.appoint_person(
            Person.objects.get(code="lan"), unit=agency.civil, title="Quyền Trưởng phòng", rank=PostRank.HEAD,
            by=agency.actor("binh"), at=at(9),
        )  # fmt: skip


def test_somebody_comes_and_goes(agency: Agency) -> None:
    by = agency.actor("minh")
    person = staffing.add_person(
        code="new", full_name="Mai Thu Nga", status=StaffStatus.PUBLIC_EMPLOYEE, unit=agency.centre, title="Viên chức",
        rank=PostRank.STAFF, by=by, at=at(9),
    )  # fmt: skip
    with pytest.raises(Problem, match="đã dùng cho Mai Thu Nga"):
        staffing.add_person(
            code="new", full_name="X", status=StaffStatus.CIVIL_SERVANT, unit=agency.centre, title="Viên chức",
            rank=PostRank.STAFF, by=by, at=at(9),
        )  # fmt: skip
    assert staffing.change_person(person, phone="0900000001", by=by, at=at(10)) == ["phone"]
    staffing.end_service(person, by=by, at=at(17, day=date(2021, 8, 1)))
    person.refresh_from_db()
    assert person.left_on == date(2021, 8, 1)
    assert Holding.objects.get(person=person).until == date(2021, 8, 1)
    assert Act.objects.get(verb="person.changed").details == {"fields": ["phone"]}
    assert "0900000001" not in str(list(Act.objects.values_list("details", flat=True)))


def test_a_post_acts_for_another_until_taken_back(agency: Agency) -> None:
    by = agency.actor("binh")
    posts = {post.title: post for post in Post.objects.filter(unit__in=[agency.department, agency.office])}
    given = staffing.delegate_post(
        kind=DelegationKind.BY_ORDER, from_post=posts["Giám đốc"], to_post=posts["Chánh Văn phòng"], since=TODAY,
        by=by, at=at(9),
    )  # fmt: skip
    staffing.end_delegation(given, by=by, at=at(9, day=date(2021, 8, 1)))
    given.refresh_from_db()
    assert given.until == date(2021, 8, 1)
    assert verbs() == ["post.delegated", "post.delegation_ended"]
