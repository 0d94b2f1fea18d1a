"""The demonstration as its first visitor sees it: one tap to enter, then the board and the document.

With QUANTRIET_PICTURES=1 the two pictures of the README are taken here, from invented people and documents only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from quantriet.project import demo
from tests.e2e.looking import look
from tests.e2e.stage import DESK, Stage

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
DAY = date(2026, 11, 26)  # a Thursday


def take_picture(page: Page, name: str) -> None:
    """One screen as PNG, with no more colours than the page has need of."""
    if os.environ.get("QUANTRIET_PICTURES") != "1":
        return
    target = PICTURES / f"{name}.png"
    page.screenshot(path=target)
    if shutil.which("convert"):
        subprocess.run(["convert", target, "-strip", "+dither", "-colors", "128", f"PNG8:{target}"], check=True)


def test_a_visitor_enters_with_one_tap_and_sees_the_day(stage: Stage, settings: Any) -> None:
    settings.DEMO = True
    demo.load(now=stage.move_to(14, 36, day=DAY))
    page = stage.open(DESK)
    page.goto("/")
    look(page, "demo-door")
    page.get_by_role("listitem").filter(has_text="Lương Hoài Sơn").get_by_role("button", name="Vào").click()
    page.wait_for_url("/")
    look(page, "demo-today")
    page.get_by_role("link", name="Bảng điều hành").first.click()
    expect(page.locator("tbody tr")).to_have_count(12)
    look(page, "demo-board")
    take_picture(page, "board")
    page.locator(".page-head").get_by_role("link", name="214/TB-STP").click()
    expect(page.locator("main")).to_contain_text("9/12")
    page.goto(page.url.split("#")[0])
    look(page, "demo-document")
    take_picture(page, "document")
