"""Ordinary work: shown with a file, sent back once, accepted; more time asked for and granted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from quantriet.apps.obligations.models import Due
from quantriet.engines.timetable import Kind, Timetable
from tests.e2e.looking import look
from tests.e2e.stage import DESK, PHONE, Stage
from tests.support.agency import Agency
from tests.support.work import make_obligation

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture(autouse=True)
def work(agency: Agency) -> None:
    """Two divisions owe the same result by the end of 30/7."""
    limit = Timetable(kind=Kind.ONCE, on=date(2021, 7, 30)).to_dict()
    make_obligation(agency, [agency.civil, agency.legal], timetable=limit)


def show_result(page: Page, file: Path) -> None:
    """A word and a photograph from the phone."""
    page.goto("/")
    page.get_by_role("link", name="Rà soát phòng làm việc").first.click()
    look(page, "task")
    page.get_by_label("Kết quả", exact=False).first.fill("Đã rà soát 12 phòng.")
    page.get_by_label("Tệp minh chứng").first.set_input_files(file)
    page.get_by_role("button", name="Báo kết quả").click()
    expect(page.locator("main")).to_contain_text("Đã báo kết quả")
    expect(page.locator("main")).to_contain_text("phong-hop.png")
    look(page, "task-shown")


def expect_notice(page: Page, title: str) -> None:
    page.goto("/notices/")
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    look(page, "notices-phone")


def test_work_is_shown_sent_back_and_accepted(stage: Stage, agency: Agency, tmp_path: Path) -> None:
    photo = tmp_path / "phong-hop.png"
    photo.write_bytes(PIXEL)
    chi, binh = stage.sign_in("chi", PHONE), stage.sign_in("binh", DESK)
    show_result(chi, photo)
    binh.goto("/")
    binh.locator("section", has_text="Chờ ý kiến của bạn").get_by_role("link").first.click()
    look(binh, "task-to-judge")
    with binh.expect_download() as download:
        binh.get_by_role("link", name="phong-hop.png").click()
    assert Path(download.value.path()).read_bytes() == PIXEL
    binh.get_by_text("Trả lại", exact=True).click()
    binh.get_by_label("Lý do").fill("Thiếu hai phòng ở tầng trệt.")
    binh.get_by_role("button", name="Trả lại đơn vị").click()
    expect(binh.locator("main")).to_contain_text("Đã trả lại cho đơn vị")
    chi.goto("/")
    notice = chi.locator("section", has_text="Thông báo mới").locator("article", has_text="Kết quả bị trả lại")
    notice.get_by_role("button", name="Mở").click()
    expect(chi.locator("h1")).to_have_text("Rà soát phòng làm việc")
    stage.move_to(10)
    show_result(chi, photo)
    binh.reload()
    binh.get_by_role("button", name="Xác nhận hoàn thành").click()
    expect(binh.locator("main")).to_contain_text("Đã xác nhận hoàn thành")
    look(binh, "task-accepted")
    expect_notice(chi, "Đã xác nhận hoàn thành")
    assert Due.objects.get(unit=agency.civil).state == "done"


def test_more_time_is_asked_for_once_and_granted(stage: Stage, agency: Agency) -> None:
    ha, binh = stage.sign_in("ha", PHONE), stage.sign_in("binh", DESK)
    ha.goto("/work/")
    look(ha, "work-list")
    ha.get_by_role("link", name="Rà soát phòng làm việc").first.click()
    ha.get_by_text("Xin gia hạn (một lần)").click()
    ha.get_by_label("Xin đến").fill("2021-08-05T17:00")
    ha.get_by_role("button", name="Gửi đề nghị").click()
    expect(ha.locator("main .error")).to_be_visible()
    expect(ha.get_by_label("Xin đến")).to_have_value("2021-08-05T17:00")
    look(ha, "extension-refused")
    ha.get_by_label("Lý do").fill("Chờ kết quả của thanh tra.")
    ha.get_by_role("button", name="Gửi đề nghị").click()
    expect(ha.locator("main")).to_contain_text("Xin gia hạn đến 17:00 5/8/2021")
    expect(ha.get_by_text("Xin gia hạn (một lần)")).to_have_count(0)
    stage.move_to(9)
    binh.goto("/")
    expect(binh.locator("section", has_text="Chờ ý kiến của bạn")).to_contain_text("xin gia hạn")
    binh.locator("section", has_text="Chờ ý kiến của bạn").get_by_role("link").first.click()
    look(binh, "extension-to-answer")
    binh.get_by_label("Ý kiến").fill("Đồng ý.")
    binh.get_by_role("button", name="Cho gia hạn").click()
    expect(binh.locator("main")).to_contain_text("Đã cho gia hạn đến 17:00 5/8/2021")
    expect_notice(ha, "Đã cho gia hạn")
    ha.get_by_role("button", name="Mở: Đã cho gia hạn").click()
    expect(ha.locator("main")).to_contain_text("Đã cho gia hạn đến 17:00 5/8/2021")
    expect(ha.locator("main")).to_contain_text("Đồng ý.")
    look(ha, "extension-granted")
