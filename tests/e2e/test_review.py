"""What the reading doubts: nothing is guessed, the office says what it is, by hand, by keyboard, without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from quantriet.apps.obligations.models import Assignment, ReadingFeedback
from tests.apps.obligations.doubtful import DOUBTFUL_NOTICE, long_notice
from tests.e2e.looking import look
from tests.e2e.stage import DESK, PHONE, Stage
from tests.e2e.texts import UNKNOWN_UNIT
from tests.support.agency import Agency

SMALL_DESK = {"width": 1280, "height": 800}

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


def open_review(page: Page, text: str = DOUBTFUL_NOTICE) -> None:
    page.goto("/documents/new/")
    page.get_by_label("Toàn văn").fill(text)
    page.get_by_role("button", name="Vào sổ và đọc").click()
    page.wait_for_url(re.compile("/work/review/"))


def test_single_keys_can_be_switched_off(stage: Stage, agency: Agency) -> None:
    page = stage.sign_in("dung", SMALL_DESK)
    open_review(page)
    page.locator("details.who > summary").click()
    switch = page.locator("details.who [data-keys-switch]")
    expect(switch).to_have_text(re.compile("Phím tắt một chữ"))
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    look(page, "menu-keys-off")
    page.reload()
    page.keyboard.press("n")
    expect(page.locator("[data-doubt]").first).not_to_be_focused()
    page.locator("details.who > summary").click()
    page.locator("details.who [data-keys-switch]").click()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page.locator("[data-doubt]").first).to_be_focused()


def test_doubts_are_answered_from_the_keyboard(stage: Stage, agency: Agency) -> None:
    page = stage.sign_in("dung", SMALL_DESK)
    open_review(page)
    doubts, paper = page.locator("[data-doubt]"), page.locator("#paper")
    left = doubts.count()
    expect(page.get_by_role("region", name="Cần xem trước")).to_contain_text(f"còn {left} chỗ")
    page.keyboard.press("n")
    expect(doubts.first).to_be_focused()
    expect(paper.locator(".span.lit")).to_have_text(["Phòng Tài chính"])
    look(page, "review-doubt")
    choice = doubts.first.get_by_role("button", name="Phòng Phổ biến, giáo dục pháp luật")
    page.keyboard.press(choice.get_attribute("data-pick") or "")
    expect(doubts).to_have_count(left - 1)
    expect(doubts.first).to_be_focused()
    # A choice lights the words that speak for it; Enter takes it as a digit does.
    deadline = doubts.filter(has_text="không ghi năm")
    while not deadline.evaluate("node => node === document.activeElement"):
        page.keyboard.press("n")
    later = deadline.get_by_role("button", name="trước ngày 20/8/2021 thời hạn chung của văn bản")
    while not later.evaluate("node => node === document.activeElement"):
        page.keyboard.press("Tab")
    expect(paper.locator(".may.lit")).to_contain_text("20/8/2021")
    look(page, "review-choice")
    page.keyboard.press("Enter")
    expect(doubts).to_have_count(left - 2)
    item = page.locator("[data-item]").first
    expect(item.locator("[data-units]")).to_have_text("Phòng PBGDPL")
    expect(item).to_contain_text("trước ngày 20/8/2021")
    for more in range(left - 3, -1, -1):  # the first choice of all the others: what stands is right
        page.keyboard.press("n" if more == left - 3 else "p")
        page.keyboard.press("1")
        expect(doubts).to_have_count(more)
    expect(page.get_by_role("region", name="Cần xem trước")).to_contain_text("Không còn chỗ nào cần xem")
    look(page, "review-settled")
    kept = ReadingFeedback.objects.get(field="deadline", is_changed=True)
    assert (kept.value_read, kept.value_kept) == ("trước ngày 5/8/2021", "trước ngày 20/8/2021")
    page.locator(".settled summary").press("Enter")
    page.get_by_role("button", name="Xem lại Việc 1 · Thời hạn").press("Enter")
    expect(doubts).to_have_count(1)
    assert not ReadingFeedback.objects.filter(field="deadline", is_changed=True).exists()


def test_doubts_are_answered_on_a_phone_and_without_a_script(stage: Stage, agency: Agency) -> None:
    page = stage.sign_in("dung", PHONE)
    open_review(page)
    look(page, "review-doubt")
    plain = stage.sign_in("binh", PHONE, java_script_enabled=False)
    plain.goto(page.url)
    doubts = plain.locator("[data-doubt]")
    left = doubts.count()
    doubts.filter(has_text="không ghi năm").get_by_role("button", name="20/8/2021").click()
    expect(doubts).to_have_count(left - 1)
    expect(plain.locator("[data-item]").first).to_contain_text("trước ngày 20/8/2021")


def test_the_fields_of_a_long_review_come_when_an_item_is_opened(stage: Stage, agency: Agency) -> None:
    page = stage.sign_in("dung", SMALL_DESK)
    open_review(page, long_notice(12))
    item = page.locator("[data-item]").nth(1)
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    item.get_by_label("Tên việc").fill("Lập danh sách khen thưởng")
    expect(page.locator(".review-bar [data-saved]")).to_contain_text("Đã lưu nháp 08:00")
    expect(item.locator("[data-title]")).to_have_text("Lập danh sách khen thưởng")
    look(page, "review-long")
    page.get_by_role("link", name="Việc 1 · Thời hạn").or_(page.get_by_role("link", name="Việc 1,")).first.click()
    expect(page.locator("[data-item]").first.get_by_label("Tên việc")).to_be_visible()
