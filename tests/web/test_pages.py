"""The frame and the pages of the shell. None of them may ask the database: pytest-django refuses it here."""

from __future__ import annotations

import json
import re

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from tests.web.rendering import Clerk, make_request, render

PAGE = '{% extends "web/base.html" %}{% block title %}Thử{% endblock %}{% block heading %}Thử{% endblock %}'
pytestmark = pytest.mark.urls("tests.web.urls")


def page(actor: object | None = None, **cookies: str) -> str:
    return render(PAGE, make_request(actor=actor, **cookies))


def test_frame_has_one_heading_its_language_and_a_way_past_the_navigation() -> None:
    html = page(Clerk())
    assert html.startswith("<!doctype html>")
    assert '<html lang="vi">' in html
    assert len(re.findall(r"<h1\b", html)) == 1
    assert 'class="skip" href="#main"' in html
    assert '<main class="page" id="main"' in html
    assert "Nguyễn Thị Mẫu" in html
    assert '<form method="post" action="/accounts/logout/" data-signout>' in html


def test_frame_of_nobody_has_no_account_and_no_tabs() -> None:
    html = page()
    assert "data-signout" not in html
    assert 'class="tabbar"' not in html


def test_chosen_theme_is_there_before_any_script() -> None:
    assert 'data-theme="dark"' in page(theme="dark")


@pytest.mark.parametrize("name", ["400", "403", "404", "403_csrf", "500", "offline"])
def test_error_pages_say_what_and_what_to_do(name: str) -> None:
    html = render_to_string(f"{name}.html", request=make_request())
    assert len(re.findall(r"<h1\b", html)) == 1
    assert "Quán Triệt" in html


class Broken:
    """Stands for a user or an actor that cannot be loaded, because the database is gone."""

    def __getattr__(self, name: str) -> object:
        raise RuntimeError("the database is gone")

    def __bool__(self) -> bool:
        raise RuntimeError("the database is gone")


@pytest.mark.parametrize("name", ["400", "500", "offline", "403_csrf"])
def test_pages_for_bad_times_ask_nothing(name: str) -> None:
    request: HttpRequest = make_request()
    request.user = request.actor = Broken()
    assert "<h1>" in render_to_string(f"{name}.html", request=request)
    assert "<h1>" in render_to_string(f"{name}.html")


def test_manifest_is_json() -> None:
    manifest = json.loads(render_to_string("web/manifest.webmanifest"))
    assert manifest["start_url"] == "/"
    assert manifest["icons"]


@pytest.mark.django_db
def test_sign_in_speaks_the_language_of_the_office(client: Client) -> None:
    address = reverse("account_login")
    first = client.get(address).content.decode()
    assert "Mật khẩu" in first
    refused = client.post(address, {"login": "khong-ai", "password": "sai"}).content.decode()
    assert "Chưa đăng nhập được" in refused
    assert "password you" not in refused
