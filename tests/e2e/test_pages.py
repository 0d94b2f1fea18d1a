"""Every page with something on it, at a desk by day and on a phone in the dark."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.e2e.looking import look
from tests.e2e.stage import DESK, PHONE, Stage
from tests.project.door_keys import KEYS
from tests.support.world import World

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

OFFICE = "binh"
DOORS: list[tuple[str, str, str]] = [  # who, name of the URL (with its key), query
    (OFFICE, "today", ""),
    (OFFICE, "insight:board", ""),
    (OFFICE, "documents:list", ""),
    (OFFICE, "documents:list", "?q=khong-co-van-ban-nay"),
    (OFFICE, "documents:receive", ""),
    (OFFICE, "documents:enclosures", ""),
    (OFFICE, "documents:waiting", ""),
    (OFFICE, "obligations:review", ""),
    (OFFICE, "insight:document", ""),
    (OFFICE, "insight:obligation", ""),
    (OFFICE, "obligations:list", ""),
    (OFFICE, "obligations:list", "?show=late"),
    (OFFICE, "obligations:assignment", ""),
    (OFFICE, "reports:list", ""),
    (OFFICE, "reports:period", ""),
    (OFFICE, "reports:figure", ""),
    (OFFICE, "reports:submission", ""),
    (OFFICE, "organization:units", ""),
    (OFFICE, "organization:unit", ""),
    (OFFICE, "organization:unit_edit", ""),
    (OFFICE, "organization:import", ""),
    (OFFICE, "notices:list", ""),
    (OFFICE, "search", "?q=ra+soat"),
    (OFFICE, "account_change_password", ""),
    ("chi", "today", ""),
    ("chi", "obligations:assignment", ""),
    ("chi", "reports:list", ""),
    ("chi", "reports:fill", ""),
    ("chi", "reports:ad_hoc", ""),
    ("ha", "reports:correct", ""),
    ("lan", "today", ""),
    ("lan", "obligations:list", ""),
    ("minh", "today", ""),
    ("minh", "account_list", ""),
    ("minh", "account_person", ""),
    ("minh", "organization:import", ""),
]
# In the dark axe looks at these; the components of the others are among them.
DARK = {"today", "insight:board", "insight:document", "obligations:review", "obligations:list", "reports:fill"}
DARK |= {"reports:period", "reports:submission", "organization:units", "notices:list"}


def address(world: World, name: str) -> str:
    keys = KEYS[name](world) if name in KEYS else []
    return reverse(name, args=keys)


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone-dark"])
def test_every_page_is_whole(stage: Stage, world: World, size: dict[str, int], scheme: str) -> None:
    people: dict[str, Page] = {}
    for who, name, query in DOORS:
        if who not in people:
            people[who] = stage.sign_in(who, size, color_scheme=scheme)
        answer = people[who].goto(address(world, name) + query)
        assert answer
        assert answer.status == 200, (who, name)
        label = f"{scheme}-{who}-{name.replace(':', '-')}{'-' + query.strip('?').replace('=', '-') if query else ''}"
        look(people[who], label, is_quick=size is PHONE and name not in DARK)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_refusals_are_pages_too(stage: Stage, world: World, size: dict[str, int]) -> None:
    """What is not there, what one may not do, what a stranger sees."""
    page = stage.open(size)
    page.goto("/accounts/login/")
    page.get_by_label("Tên đăng nhập").fill("chi")
    page.get_by_label("Mật khẩu").fill("sai-mật-khẩu")
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa đăng nhập được")
    look(page, "sign-in-refused")
    page.goto("/offline/")
    look(page, "offline")
    page = stage.sign_in("chi", size)
    for path, status in (("/khong-co/", 404), ("/documents/new/", 403), ("/accounts/people/", 403)):
        answer = page.goto(path)
        assert answer
        assert answer.status == status
        look(page, f"refused-{path.strip('/').replace('/', '-')}")
