"""Delegations on the page of a unit: recorded, shown with their last day, ended."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine

from quantriet.apps.ledger.models import Act
from quantriet.apps.organization.models import Delegation, Post
from tests.support.agency import Agency, at, sign_in


@pytest.fixture
def posts(agency: Agency) -> dict[str, Any]:
    return {
        "from_post": Post.objects.get(unit=agency.civil, rank="head").pk,
        "to_post": Post.objects.get(unit=agency.civil, rank="staff").pk,
        "kind": "TL.",
        "scope": "Giấy mời",
        "until": "2021-07-31",
    }


def test_a_head_lets_somebody_sign_by_order_until_a_day(agency: Agency, posts: dict[str, Any]) -> None:
    with time_machine.travel(at(9), tick=False):
        client = sign_in(agency, "binh")
        assert client.post(f"/units/{agency.civil.pk}/delegate/", posts).status_code == 302
        delegation = Delegation.objects.get()
        assert (delegation.since, delegation.until) == (date(2021, 7, 22), date(2021, 8, 1))
        html = client.get(f"/units/{agency.civil.pk}/").content.decode()
        assert "Giấy mời" in html
        assert "31/7/2021" in html
        assert Act.objects.filter(verb="post.delegated").exists()
        client.post(f"/units/delegations/{delegation.pk}/end/")
        delegation.refresh_from_db()
        assert delegation.until == date(2021, 7, 22)
        assert "Giấy mời" not in client.get(f"/units/{agency.civil.pk}/").content.decode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"until": "mai"}, "Ngày chưa đúng"),
        ({"kind": "x"}, "x"),
        ({"to_post": ""}, "bắt buộc"),
    ],
)
def test_bad_input_is_told_on_its_field_and_nothing_is_recorded(
    agency: Agency, posts: dict[str, Any], change: dict[str, str], words: str
) -> None:
    answer = sign_in(agency, "binh").post(f"/units/{agency.civil.pk}/delegate/", posts | change)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Delegation.objects.exists()


def test_nobody_acts_for_himself(agency: Agency, posts: dict[str, Any]) -> None:
    answer = sign_in(agency, "binh").post(
        f"/units/{agency.civil.pk}/delegate/", posts | {"to_post": posts["from_post"]}
    )
    assert answer.status_code == 422
    assert "phải khác người giao" in answer.content.decode()
