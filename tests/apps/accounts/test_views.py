"""Sign-in, lock-out, the administrator's pages, and the demonstration's door."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from quantriet.apps.accounts.models import RoleAssignment, User
from quantriet.apps.organization.models import Holding, Person, Post, StaffStatus
from tests.support.agency import PASSWORD, START, Agency, sign_in

LOGIN = "/accounts/login/"


def try_login(client: Client, password: str, username: str = "chi"):  # type: ignore[no-untyped-def]
    return client.post(LOGIN, {"login": username, "password": password})


def test_sign_in_and_out(agency: Agency) -> None:
    client = Client()
    assert client.get(LOGIN).status_code == 200
    assert try_login(client, PASSWORD).status_code == 302
    assert client.get(reverse("notices:list")).status_code == 200
    assert client.post("/accounts/logout/").status_code == 302
    assert client.get(reverse("notices:list")).status_code == 302


def test_wrong_password_is_told(agency: Agency) -> None:
    answer = try_login(Client(), "sai-mật-khẩu")
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in answer.content.decode()
    assert "_auth_user_id" not in answer.client.session


def test_guessing_locks_out_even_the_right_password(agency: Agency, settings) -> None:  # type: ignore[no-untyped-def]
    settings.AXES_ENABLED = True
    client = Client()
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = try_login(client, "đoán-mò")
    assert answer.status_code == 429
    assert "Gõ sai mật khẩu quá nhiều lần" in answer.content.decode()
    assert try_login(client, PASSWORD).status_code == 429
    assert try_login(Client(), PASSWORD, "ha").status_code == 302


def test_a_locked_account_cannot_enter_and_is_thrown_out(agency: Agency) -> None:
    inside = sign_in(agency, "chi")
    User.objects.filter(username="chi").update(is_active=False)
    assert inside.get(reverse("notices:list")).status_code == 302
    answer = try_login(Client(), PASSWORD)
    assert answer.status_code == 403
    assert "đang bị khóa" in answer.content.decode()
    assert "_auth_user_id" not in answer.client.session


def test_nobody_signs_up(agency: Agency) -> None:
    form = {"username": "kẻlạ", "password1": "một-mật-khẩu-dài"}
    Client().post("/accounts/signup/", form)
    assert not User.objects.filter(username="kẻlạ").exists()


def test_a_temporary_password_opens_one_door(agency: Agency) -> None:
    User.objects.filter(username="chi").update(is_password_temporary=True)
    client = Client()
    try_login(client, PASSWORD)
    assert client.get(reverse("notices:list"))["Location"] == "/accounts/password/"
    assert client.get("/accounts/password/").status_code == 200
    wrong = {"oldpassword": PASSWORD, "password1": "ngắn", "password2": "ngắn"}
    client.post("/accounts/password/", wrong)
    assert client.get(reverse("notices:list")).status_code == 302
    new = "một-câu-dài-khó-đoán-77"
    client.post("/accounts/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert client.get(reverse("notices:list")).status_code == 200
    assert try_login(Client(), new).status_code == 302


def test_the_administrator_gives_an_account(agency: Agency) -> None:
    person = Person.objects.create(code="new", full_name="Mai Thu Nga", status=StaffStatus.PUBLIC_EMPLOYEE)
    Holding.objects.create(
        post=Post.objects.create(unit=agency.centre, title="Viên chức", rank="staff"), person=person, since=START
    )
    client = sign_in(agency, "minh")
    assert "chưa có" in client.get(reverse("account_list")).content.decode()
    url = reverse("account_person", args=[person.pk])
    assert 'value="ngamt"' in client.get(url).content.decode()
    refused = client.post(url, {"username": "chi"})
    assert refused.status_code == 422
    assert "đã có người dùng" in refused.content.decode()
    page = client.post(url, {"username": "ngamt"})
    found = re.search(r"<code>([^<]+)</code>", page.content.decode())
    assert found
    assert "no-store" in page["Cache-Control"]
    assert try_login(Client(), found.group(1), "ngamt").status_code == 302
    assert client.get(url).status_code == 200


def test_the_administrator_gives_and_ends_a_role(agency: Agency) -> None:
    client, chi = sign_in(agency, "minh"), agency.users["chi"]
    form = {"role": "reporter", "unit": agency.legal.pk}
    assert client.post(reverse("account_give_role", args=[chi.person_id]), form).status_code == 302
    given = RoleAssignment.objects.get(user=chi)
    url = reverse("account_end_role", args=[chi.person_id, given.pk])
    assert client.post(url).status_code == 302
    assert client.post(url).status_code == 404
    outside = {"role": "reporter", "unit": agency.other_division.pk}
    assert client.post(reverse("account_give_role", args=[chi.person_id]), outside).status_code == 422


def test_the_administrator_locks_and_resets(agency: Agency) -> None:
    client, chi = sign_in(agency, "minh"), agency.users["chi"]
    client.post(reverse("account_active", args=[chi.person_id]), {"active": "0"})
    assert not User.objects.get(pk=chi.pk).is_active
    client.post(reverse("account_active", args=[chi.person_id]), {"active": "1"})
    assert User.objects.get(pk=chi.pk).is_active
    assert "<code>" in client.post(reverse("account_reset", args=[chi.person_id])).content.decode()
    assert not User.objects.get(pk=chi.pk).check_password(PASSWORD)


def test_others_do_not_see_accounts(agency: Agency) -> None:
    chi = agency.users["chi"].person_id
    for name in ("an", "binh", "chi"):
        client = sign_in(agency, name)
        assert client.get(reverse("account_list")).status_code == 403
        assert client.get(reverse("account_person", args=[chi])).status_code == 403
        assert client.post(reverse("account_reset", args=[chi])).status_code == 403
    minh, giang = sign_in(agency, "minh"), agency.users["giang"].person_id
    assert minh.get(reverse("account_person", args=[giang])).status_code == 404
    assert minh.post(reverse("account_reset", args=[giang])).status_code == 404


def test_the_demonstration_has_a_door_for_each_role(agency: Agency, settings) -> None:  # type: ignore[no-untyped-def]
    settings.DEMO = True
    page = Client().get(reverse("demo_list")).content.decode()
    for words in ("Giám đốc", "Chánh Văn phòng", "Văn thư", "Trưởng phòng", "Quản trị", "Hồ Linh Chi"):
        assert words in page
    assert "Cao Hương Giang" not in page
    assert reverse("demo_sign_in", args=["binh"]) in Client().get(LOGIN).content.decode()
    client = Client()
    assert client.post(reverse("demo_sign_in", args=["binh"])).status_code == 302
    assert client.session["_auth_user_id"] == str(agency.users["binh"].pk)
    assert client.get(reverse("demo_sign_in", args=["an"])).status_code == 405
    assert client.post(reverse("demo_sign_in", args=["nobody"])).status_code == 404


@pytest.mark.parametrize("username", ["binh", "an", "nobody"])
def test_outside_the_demonstration_there_is_no_door(agency: Agency, settings, username: str) -> None:  # type: ignore[no-untyped-def]
    settings.DEMO = False
    client = Client()
    assert client.post(reverse("demo_sign_in", args=[username])).status_code == 404
    assert client.get(reverse("demo_list")).status_code == 404
    assert "_auth_user_id" not in client.session
    assert "demo" not in client.get(LOGIN).content.decode()


def test_a_sign_in_without_a_password_is_told_so(client: Client, agency: Agency) -> None:
    user = agency.users["dung"]
    user.set_unusable_password()
    user.save()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get("/accounts/password/")
    assert answer.status_code == 409
    assert "chưa có mật khẩu" in answer.content.decode()
