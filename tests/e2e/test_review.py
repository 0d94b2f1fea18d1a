"""A document that names a unit nobody knows: nothing is guessed, the office says who it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from quantriet.apps.obligations.models import Assignment
from tests.e2e.looking import look
from tests.e2e.stage import DESK, Stage
from tests.e2e.texts import UNKNOWN_UNIT
from tests.support.agency import Agency

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_an_unknown_unit_is_asked_for_before_work_is_given_out(stage: Stage, agency: Agency) -> None:
    page = stage.sign_in("binh", DESK)
    page.goto("/documents/new/")
    page.get_by_label("Toàn văn").fill(UNKNOWN_UNIT.read_text("utf-8"))
    page.get_by_role("button", name="Vào sổ và đọc").click()
    concerns = page.get_by_role("region", name="Cần xem trước")
    expect(concerns).to_contain_text("Phòng Tài chính")
    page.get_by_role("button", name="Duyệt và giao việc").click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa có đơn vị nào nhận việc")
    look(page, "review-refused")
    assert not Assignment.objects.exists()
    item = page.locator("[data-item]").first
    item.get_by_role("group", name="Chủ trì").get_by_role("checkbox", name="TT TGPL").check()
    item.get_by_label("Đã xem").check()
    page.get_by_role("button", name="Duyệt và giao việc").click()
    expect(page.locator("main")).to_contain_text("Đã giao 2 việc")
    look(page, "document-two-tasks")
    assert {row.unit for row in Assignment.objects.all()} == {agency.centre, agency.civil}
