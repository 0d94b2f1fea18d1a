"""The navigation shows what exists and what the person may open."""

import pytest
from django.urls import resolve

from quantriet.web import context
from quantriet.web.context import Place, Shell
from tests.web.rendering import Clerk, make_request

pytestmark = pytest.mark.urls("tests.web.urls")


def shell_at(path: str, actor: object | None = None) -> Shell:
    request = make_request(path, actor)
    request.resolver_match = resolve(path)
    return Shell(request)


def test_leaves_out_pages_that_do_not_exist_and_groups_without_pages() -> None:
    groups = shell_at("/", Clerk()).nav
    assert [[item.label for item in group.items] for group in groups] == [["Hôm nay", "Văn bản", "Báo cáo"]]


def test_counts_what_waits() -> None:
    assert [item.badge for item in shell_at("/", Clerk()).tabs] == [5, 0, 0]


@pytest.mark.parametrize(
    ("path", "current"),
    [("/", ["page", "", ""]), ("/documents/", ["", "page", ""]), ("/documents/7/", ["", "true", ""])],
)
def test_marks_the_page_and_the_section(path: str, current: list[str]) -> None:
    assert [item.current for item in shell_at(path).tabs] == current


@pytest.mark.parametrize(("permission", "shown"), [("", True), ("allowed", True), ("refused", False)])
def test_asks_for_the_right(monkeypatch: pytest.MonkeyPatch, permission: str, shown: bool) -> None:
    monkeypatch.setattr(context, "TABS", [Place("today", "Hôm nay", "home", permission)])
    assert bool(shell_at("/", Clerk()).tabs) is shown


def test_nobody_signed_in_has_no_restricted_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "TABS", [Place("today", "Hôm nay", "home", "allowed")])
    assert shell_at("/").tabs == []


def test_stands_without_actor_now_and_match() -> None:
    request = make_request()
    del request.actor, request.now
    assert Shell(request).actor is None
    assert Shell(request).now.tzinfo
    assert Shell(request).tabs


@pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ("light", "light"), ('"><script>', "")])
def test_theme_comes_from_the_cookie_and_is_one_of_two(cookie: str, theme: str) -> None:
    assert Shell(make_request(theme=cookie)).theme == theme
