"""Without JavaScript the main acts work: sign in, adopt, take note, report, say nil, export."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from quantriet.apps.reports.models import Submission
from tests.e2e.stage import DESK, PHONE, Stage
from tests.e2e.texts import OWN
from tests.support.agency import Agency

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def enter(stage: Stage, name: str, size: dict[str, int]) -> Page:
    return stage.sign_in(name, size, java_script_enabled=False)


def test_the_main_acts_need_no_script(stage: Stage, agency: Agency) -> None:
    binh = enter(stage, "binh", DESK)
    binh.goto("/documents/new/")
    binh.get_by_label("Toàn văn").fill(OWN.read_text("utf-8"))
    binh.get_by_role("button", name="Vào sổ và đọc").click()
    binh.get_by_role("button", name="Lưu nháp").last.click()
    binh.get_by_role("button", name="Duyệt và giao việc").click()
    expect(binh.locator("main")).to_contain_text("Đã giao 8 việc")
    chi, ha = enter(stage, "chi", PHONE), enter(stage, "ha", PHONE)
    chi.get_by_role("button", name="Đã đọc, tiếp nhận").first.click()
    expect(chi.locator("main")).to_contain_text("Đã tiếp nhận")
    chi.get_by_role("link", name="Lập báo cáo").click()
    chi.get_by_label("Có mặt tại cơ quan", exact=True).fill("2")
    for label in (
        "Làm việc từ xa",
        "Nghỉ (phép, ốm, cách ly)",
        "Tổng số F0 đến nay",
        "Tổng số F1 đang theo dõi",
        "Tổng số F2 đang theo dõi",
    ):
        chi.get_by_label(label, exact=True).fill("0")
    chi.get_by_role("button", name="Gửi báo cáo").click()
    expect(chi.locator(".receipt")).to_contain_text("Đã nhận 08:00:00")
    ha.get_by_role("button", name="Không phát sinh").click()
    expect(ha.locator(".receipt")).to_contain_text("Đã nhận 08:00:00")
    assert Submission.objects.count() == 2
    binh.goto("/")
    binh.get_by_role("link", name="2 trên 3 đơn vị").click()
    with binh.expect_download():
        binh.get_by_role("link", name="Excel").first.click()
    # The menu of a phone opens without a script too.
    chi.get_by_role("link", name="Thêm").click()
    expect(chi.get_by_role("link", name="Đơn vị, con người")).to_be_visible()
