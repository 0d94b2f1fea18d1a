"""The page of notices."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from quantriet.apps.accounts.actors import SYSTEM
from quantriet.apps.notices.actions import send_notices
from quantriet.apps.notices.models import Notice
from tests.support.agency import Agency, at, sign_in


@pytest.fixture
def notice(agency: Agency) -> Notice:
    send_notices(
        key="k", person_ids=[agency.users["chi"].person_id], title="Còn 30 phút", body="Báo cáo ngày 22/7",
        path="/notices/?unread=1", by=SYSTEM, at=at(14, 30),
    )  # fmt: skip
    return Notice.objects.get()


def test_the_list_shows_own_notices(agency: Agency, notice: Notice) -> None:
    page = sign_in(agency, "chi").get(reverse("notices:list"))
    assert page.status_code == 200
    assert "Còn 30 phút" in page.content.decode()
    assert "Còn 30 phút" not in sign_in(agency, "ha").get(reverse("notices:list")).content.decode()


def test_opening_marks_read_and_goes_there(agency: Agency, notice: Notice) -> None:
    client = sign_in(agency, "chi")
    answer = client.post(reverse("notices:open", args=[notice.pk]))
    assert answer.status_code == 302
    assert answer["Location"] == "/notices/?unread=1"
    assert "Còn 30 phút" not in client.get(answer["Location"]).content.decode()


def test_looking_does_not_mark(agency: Agency, notice: Notice) -> None:
    assert sign_in(agency, "chi").get(reverse("notices:open", args=[notice.pk])).status_code == 405


def test_a_path_that_leaves_the_site_is_not_followed(agency: Agency, notice: Notice) -> None:
    Notice.objects.update(path="https://evil.example/")
    answer = sign_in(agency, "chi").post(reverse("notices:open", args=[notice.pk]))
    assert answer["Location"] == reverse("notices:list")


def test_another_persons_notice_is_not_there(agency: Agency, notice: Notice) -> None:
    assert sign_in(agency, "ha").post(reverse("notices:open", args=[notice.pk])).status_code == 404


def test_all_are_marked_read(agency: Agency, notice: Notice) -> None:
    client = sign_in(agency, "chi")
    assert client.post(reverse("notices:read_all"), follow=True).status_code == 200
    assert not Notice.objects.filter(read_at=None).exists()


def test_nobody_signed_in_is_sent_to_sign_in(db: None) -> None:
    assert Client().get(reverse("notices:list")).status_code == 302
