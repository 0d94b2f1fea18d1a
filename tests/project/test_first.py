"""The first agency: made once, with an administrator who can go on from there."""

from __future__ import annotations

import pytest
from django.test import Client

from quantriet.apps.accounts.actors import actor_of
from quantriet.apps.accounts.models import User
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.organization.models import Unit
from quantriet.engines.kernel.problem import Problem
from quantriet.project.first import found_agency
from tests.support.agency import TODAY, at

NAMES = {
    "agency": "Sở Công Thương",
    "superior": "Ủy ban nhân dân tỉnh Phước An",
    "office": "Văn phòng Sở",
    "administrator": "Tạ Quang Minh",
    "username": "quantri",
}


def test_an_empty_system_gets_its_agency_and_an_administrator_who_can_sign_in(db: None) -> None:
    username, password = found_agency(**NAMES, at=at(9))
    user = User.objects.get(username=username)
    actor = actor_of(user, TODAY)
    assert actor.agency_name == "Sở Công Thương"
    assert actor.may(Permission.MANAGE_UNITS, Unit.objects.get(code="CQ").pk)
    assert not actor.may(Permission.VIEW_BOARD)
    client = Client()
    answer = client.post("/accounts/login/", {"login": username, "password": password})
    assert answer.status_code == 302
    assert user.is_password_temporary


def test_a_second_time_is_refused_and_changes_nothing(db: None) -> None:
    found_agency(**NAMES, at=at(9))
    with pytest.raises(Problem, match="đã có đơn vị"):
        found_agency(**(NAMES | {"username": "khac"}), at=at(10))
    assert Unit.objects.count() == 3
    assert User.objects.count() == 1
