"""What the heads of units do on their phones: take note, report, explain, correct."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.looking import look

FIGURES = {
    "Có mặt tại cơ quan": 1,
    "Làm việc từ xa": 1,
    "Nghỉ (phép, ốm, cách ly)": 0,
    "Tổng số F0 đến nay": 0,
    "Tổng số F1 đang theo dõi": 1,
    "Tổng số F2 đang theo dõi": 0,
}


def acknowledge_all(page: Page) -> None:
    """Everything newly given is taken note of, one tap each."""
    page.goto("/")
    look(page, "today-new-work")
    taps = page.get_by_role("button", name="Đã đọc, tiếp nhận")
    left = taps.count()
    assert left > 4
    while left:
        taps.first.click()
        left -= 1
        expect(taps).to_have_count(left)


def open_report(page: Page) -> None:
    """From the notice on Today into the form, in two taps."""
    page.goto("/")
    expect(page.locator("main")).to_contain_text("Chưa báo cáo ngày 22/7")
    expect(page.get_by_text("còn 24 phút").first).to_be_visible()
    look(page, "today-report-due")
    page.get_by_role("link", name="Lập báo cáo").first.click()
    expect(page.get_by_label("Tổng số người", exact=True)).to_have_value("2")
    look(page, "report-form")


def report_with_figures(page: Page) -> str:
    """Chi steps the figures up; a slip is answered on its field with nothing lost; the draft keeps itself."""
    for label, value in FIGURES.items():
        page.get_by_label(label, exact=True).fill(str(value))
    page.get_by_role("button", name="Thêm một: Người F1 mới").click()
    page.get_by_role("button", name="Thêm một: Có mặt tại cơ quan").click()
    expect(page.get_by_label("Có mặt tại cơ quan", exact=True)).to_have_value("2")
    expect(page.locator("[data-saved]")).to_have_text("Đã lưu nháp 14:36")
    page.reload()
    expect(page.get_by_label("Người F1 mới", exact=True)).to_have_value("1")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_role("alert")).to_contain_text("cộng lại phải bằng tổng số người")
    expect(page.get_by_label("Tổng số F1 đang theo dõi", exact=True)).to_have_value("1")
    look(page, "report-form-refused")
    page.get_by_role("button", name="Bớt một: Có mặt tại cơ quan").click()
    page.get_by_role("button", name="Gửi báo cáo").click()
    receipt = read_receipt(page, "Đã nhận 14:36:00, trước hạn 24 phút")
    look(page, "report-receipt")
    return receipt


def report_nil(page: Page) -> str:
    """Hà has nothing to tell and says so in one tap."""
    page.goto("/")
    page.get_by_role("button", name="Không phát sinh").click()
    receipt = read_receipt(page, "Đã nhận 14:36:00")
    expect(page.locator("h1")).to_contain_text("không phát sinh")
    look(page, "report-nil")
    return receipt


def report_late(page: Page) -> None:
    """One second after the limit is late: Khang is told so before and after, and explains."""
    page.goto("/reports/")
    look(page, "reports-owed-late")
    page.get_by_role("link", name="Lập báo cáo").first.click()
    expect(page.locator("main")).to_contain_text("Đã quá hạn")
    look(page, "report-form-late")
    page.get_by_label("Có mặt tại cơ quan", exact=True).fill("1")
    for label in ("Làm việc từ xa", "Nghỉ (phép, ốm, cách ly)", "Tổng số F0 đến nay"):
        page.get_by_label(label, exact=True).fill("0")
    page.get_by_label("Người F1 mới", exact=True).fill("2")
    page.get_by_label("Tổng số F1 đang theo dõi", exact=True).fill("2")
    page.get_by_label("Tổng số F2 đang theo dõi", exact=True).fill("3")
    page.get_by_role("button", name="Gửi báo cáo").click()
    read_receipt(page, "Đã nhận 15:00:01")
    expect(page.locator("main")).to_contain_text("cần giải trình lý do chậm")
    look(page, "report-late")
    page.get_by_label("Lý do chậm").fill("Chờ số liệu của hai chi nhánh.")
    page.get_by_role("button", name="Gửi giải trình").click()
    expect(page.locator("main")).to_contain_text("đã giải trình")
    expect(page.locator("main")).to_contain_text("Chờ số liệu của hai chi nhánh.")
    look(page, "report-late-explained")


def correct(page: Page) -> None:
    """Chi finds one more; the first version stays, the new one says why."""
    page.goto("/reports/")
    look(page, "reports-sent")
    page.get_by_role("link", name="22/7/2021").first.click()
    page.get_by_role("link", name="Sửa báo cáo").click()
    look(page, "report-correct")
    page.get_by_role("button", name="Thêm một: Người F1 mới").click()
    page.get_by_role("button", name="Thêm một: Tổng số F1 đang theo dõi").click()
    page.get_by_label("Lý do sửa").fill("Thêm một người vừa xác định.")
    page.get_by_role("button", name="Gửi bản sửa").click()
    expect(page.locator(".receipt")).to_contain_text("bản 2")
    expect(page.locator(".receipt")).to_contain_text("14:36:00")
    look(page, "report-corrected")


def report_ad_hoc(page: Page) -> None:
    """Something happened at Hà's unit."""
    page.goto("/reports/")
    page.get_by_role("link", name="Báo cáo đột xuất").first.click()
    look(page, "ad-hoc-form")
    page.get_by_role("button", name="Gửi báo cáo đột xuất").click()
    expect(page.get_by_role("alert")).to_be_visible()
    look(page, "ad-hoc-refused")
    page.get_by_label("Việc gì, ở đâu, từ lúc nào").fill("Một khách đến làm việc có biểu hiện sốt, tầng 2, 15 giờ 20")
    page.get_by_label("Diễn biến").fill("Khách được mời sang phòng riêng.")
    page.get_by_label("Biện pháp đã thực hiện").fill("Báo trạm y tế, khử khuẩn hành lang.")
    page.get_by_role("button", name="Gửi báo cáo đột xuất").click()
    expect(page.locator(".receipt")).to_contain_text("Biên nhận")
    look(page, "ad-hoc-receipt")


def read_receipt(page: Page, words: str) -> str:
    expect(page.locator(".receipt")).to_contain_text(words)
    return page.locator(".receipt .no").inner_text()
