"""What the clerk and the chief of office do with a document, step by step on their pages."""

from __future__ import annotations

import re
from pathlib import Path

import docx
from playwright.sync_api import Locator, Page, expect
from python_calamine import CalamineWorkbook

from quantriet.apps.documents.models import Document
from tests.e2e.looking import look


def receive(page: Page, text: str) -> None:
    """Dung pastes the text; it is on the book and has been read."""
    page.get_by_role("link", name="Văn bản", exact=True).first.click()
    look(page, "register-empty")
    page.get_by_role("link", name="Vào sổ văn bản", exact=True).click()
    page.get_by_label("Toàn văn").fill(text)
    look(page, "receive")
    page.get_by_role("button", name="Vào sổ và đọc").click()
    page.wait_for_url(re.compile("/work/"))
    look(page, "review-clerk")


def receive_again(page: Page, text: str) -> None:
    """The same text a second time is announced, and not taken twice."""
    page.goto("/documents/new/")
    page.get_by_label("Toàn văn").fill(text)
    page.get_by_role("button", name="Vào sổ và đọc").click()
    expect(page.get_by_role("alert")).to_contain_text("có thể đã vào sổ")
    assert page.get_by_label("Toàn văn").input_value().strip() == text.strip()
    look(page, "receive-twin")
    page.get_by_role("link", name="Thôi, về sổ văn bản").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    look(page, "register")


def review(page: Page) -> None:
    """Bình goes through what was read with the keyboard and settles what is doubtful."""
    page.goto("/")
    look(page, "today-chief-review")
    page.locator("section", has_text="Văn bản chờ duyệt bản đọc").get_by_role("link").click()
    look(page, "review")
    items = page.locator("[data-item]")
    expect(items).to_have_count(8)
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(items.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(items.first.locator("> details")).to_have_attribute("open", "")
    look(page, "review-open")
    page.get_by_role("link", name="Cơ quan ban hành").click()
    expect(page.get_by_label("Cơ quan ban hành")).to_be_visible()
    add_reporter(page, "Văn phòng Sở")


def add_reporter(page: Page, unit: str) -> None:
    """The office reports too, which the document does not say; the page keeps it without being asked."""
    daily = page.locator("summary", has_text="hằng ngày, trước 15:00")
    item = page.locator("[data-item]").filter(has=daily)
    daily.click()
    item.get_by_role("group", name="Chủ trì").get_by_role("checkbox", name=unit).check()
    expect(page.locator(".review-bar [data-saved]")).to_contain_text("Đã lưu nháp 08:20")


def adopt(page: Page) -> None:
    """One button: the obligations are given out and their heads told."""
    page.get_by_role("button", name="Duyệt và giao việc").click()
    page.wait_for_url(re.compile("/insight/documents/"))
    expect(page.get_by_text("Đã giao 8 việc")).to_be_visible()
    look(page, "document-adopted")
    assert Document.objects.get().state == "adopted"


def read_notices(page: Page, *titles: str) -> None:
    """The notices have come, newest first."""
    page.goto("/notices/")
    for title in titles:
        expect(page.get_by_role("heading", name=title).first).to_be_visible()
    look(page, "notices")


def consolidate(page: Page) -> None:
    """Totals, who is missing, and the reports under one figure."""
    page.goto("/")
    look(page, "today-chief-reports")
    page.get_by_role("link", name=re.compile("3 trên 4 đơn vị")).click()
    totals = page.locator("tfoot tr")
    expect(totals.locator("th, td").nth(1)).to_have_text("3/4")
    look(page, "consolidation")
    cell = page.locator("tbody tr", has_text="Văn phòng Sở")
    expect(cell).to_contain_text("không báo cáo")
    page.get_by_role("navigation", name="Lọc đơn vị").get_by_role("link", name="Trễ hạn").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody tr")).to_contain_text("TT TGPL")
    page.goto(page.url.split("?")[0])
    page.get_by_role("button", name="Nhắc 1 đơn vị").click()
    expect(page.locator("main")).to_contain_text("Đã nhắc 1 đơn vị")
    open_figure(page, "F1 mới", "3")


def open_figure(page: Page, column: str, total: str) -> None:
    """A total opens to the reports that it is made of, and each of them to what was sent."""
    heads = page.locator("thead th").all_inner_texts()
    page.locator("tfoot tr").locator("th, td").nth(heads.index(column)).get_by_role("link", name=total).click()
    expect(page.locator("h1")).to_contain_text(f": {total}")
    expect(page.locator("tbody tr")).to_have_count(3)
    look(page, "figure")
    page.locator("tbody tr", has_text="Phòng HCTP").get_by_role("link").last.click()
    expect(page.locator(".receipt")).to_contain_text("14:36:00")
    page.go_back()
    page.go_back()


def approve(page: Page) -> None:
    """The figures are frozen with a word of the office."""
    page.get_by_label("Nhận xét, đánh giá chung").fill("Tình hình ổn định.")
    page.get_by_role("button", name="Duyệt tổng hợp").click()
    expect(page.locator("main")).to_contain_text("Đã duyệt bản tổng hợp lần 1")
    expect(page.locator("main")).to_contain_text("Từ đó chưa có gì thay đổi")
    look(page, "consolidation-approved")


def export(page: Page, folder: Path) -> None:
    """Both files open in other programs and hold the totals of the page."""
    assert read_total(page, "Người F1 mới") == 3
    assert read_total(page, "Tình trạng") == "3/4 đơn vị"
    with page.expect_download() as word:
        page.get_by_role("link", name="Word").first.click()
    word.value.save_as(folder / "a.docx")
    letter = docx.Document(str(folder / "a.docx"))
    cells = [[cell.text for cell in row.cells] for table in letter.tables for row in table.rows]
    text = "\n".join(paragraph.text for paragraph in letter.paragraphs)
    assert "Tình hình ổn định." in text
    assert any("Văn phòng Sở" in cell for row in cells for cell in row) or "Văn phòng Sở" in text
    heads = next(row for row in cells if "F1 mới" in row)
    assert any(row[heads.index("F1 mới")] == "3" for row in cells if len(row) == len(heads))


def read_total(place: Page | Locator, column: str) -> object:
    """What stands in the last line of the Excel file that this part of the page offers."""
    page = place if isinstance(place, Page) else place.page
    with page.expect_download() as excel:
        place.get_by_role("link", name="Excel").first.click()
    rows = CalamineWorkbook.from_path(excel.value.path()).get_sheet_by_index(0).to_python()
    heads = next(row for row in rows if row[0] == "Đơn vị")
    total = next(row for row in rows if row[0] == "Tổng cộng")
    return total[heads.index(column)]


def see_change(page: Page) -> None:
    """A correction after approval stands out, and what was sent up stays as it was."""
    page.goto("/reports/")
    look(page, "reports-office")
    page.get_by_role("link", name="22/7/2021").first.click()
    note = page.locator(".note", has_text="1 đơn vị thay đổi từ khi duyệt lần 1")
    expect(note).to_contain_text("bản 1 → bản 2")
    expect(note).to_contain_text("F1 mới 1 → 2")
    look(page, "consolidation-changed")
    assert read_total(page, "Người F1 mới") == 4
    approved = page.locator("section", has_text="Các bản đã duyệt")
    assert read_total(approved, "Người F1 mới") == 3


def see_document(page: Page) -> None:
    """Clause by clause what stands: who took note, who reported, who did not."""
    page.goto("/documents/")
    page.locator("tbody tr").first.get_by_role("link").click()
    clause = page.locator(".clauses > *", has_text="hằng ngày, trước 15:00")
    expect(clause).to_contain_text("Văn phòng Sở")
    look(page, "document")
    clause.get_by_role("link").first.click()
    expect(page.locator("tbody tr")).to_have_count(4)
    look(page, "obligation")


def see_board(page: Page) -> None:
    """An looks at the day as a whole."""
    page.goto("/")
    look(page, "today-director")
    page.get_by_role("link", name="Bảng điều hành").first.click()
    expect(page.locator("tbody tr")).to_have_count(4)
    expect(page.locator("tbody tr", has_text="Văn phòng Sở")).to_contain_text("không báo cáo")
    expect(page.locator("tfoot")).to_contain_text("3/4")
    look(page, "board")
