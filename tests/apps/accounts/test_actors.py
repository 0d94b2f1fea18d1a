"""Rights follow from posts: who leads what, who sees what, who keeps nothing."""

from __future__ import annotations

from datetime import date

import pytest

from quantriet.apps.accounts.actors import Actor, actor_of
from quantriet.apps.accounts.models import User
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.organization.models import Holding, Person, Post, PostRank, StaffStatus, Unit
from tests.support.agency import START, TODAY, Agency


def actor_in(unit: Unit, rank: PostRank) -> Actor:
    person = Person.objects.create(
        code=f"x-{unit.pk}-{rank}", full_name="Mai Văn Thử", status=StaffStatus.CIVIL_SERVANT
    )
    post, _ = Post.objects.get_or_create(unit=unit, rank=rank, title=f"Chức danh {rank}")
    Holding.objects.create(post=post, person=person, since=START)
    return actor_of(User.objects.create_user(username=person.code, person=person), TODAY)


def test_the_head_of_an_agency_leads_its_units(agency: Agency) -> None:
    an = agency.actor("an")
    assert an.may(Permission.VIEW_BOARD, agency.civil.pk)
    assert not an.may(Permission.FULFIL_WORK, agency.civil.pk)
    assert not an.may(Permission.VIEW_WORK, agency.other_division.pk)


def test_a_post_in_the_agency_itself_that_leads_nobody_sees_no_work_below(agency: Agency) -> None:
    actor = actor_in(agency.department, PostRank.STAFF)
    assert actor.may(Permission.VIEW_ISSUED, agency.department.pk)
    assert not actor.may(Permission.VIEW_WORK, agency.civil.pk)


@pytest.mark.parametrize("rank", list(PostRank))
def test_a_post_in_a_superior_agency_gives_nothing_here(agency: Agency, rank: PostRank) -> None:
    actor = actor_in(agency.province, rank)
    assert not any(actor.may(permission) for permission in Permission)


def test_whoever_leaves_keeps_neither_posts_nor_given_roles(agency: Agency) -> None:
    assert agency.actor("binh").may(Permission.ADOPT_DOCUMENTS)
    Holding.objects.filter(person=agency.users["binh"].person).update(until=date(2021, 8, 1))
    assert agency.actor("binh", date(2021, 7, 31)).may(Permission.ADOPT_DOCUMENTS)
    left = agency.actor("binh", date(2021, 8, 1))
    assert not any(left.may(permission) for permission in Permission)
