"""An Excel file is brought in whole or not at all, and the same file twice adds nothing."""

from __future__ import annotations

import unicodedata
import zipfile
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter

from quantriet.apps.ledger.models import Act
from quantriet.apps.organization.importing.applying import Outcome, import_book, preview_import
from quantriet.apps.organization.importing.columns import PEOPLE, UNITS
from quantriet.apps.organization.importing.reading import Book, read_book
from quantriet.apps.organization.importing.template import render_template
from quantriet.apps.organization.models import Holding, Person, Placement, Unit
from quantriet.engines.kernel.problem import Problem, Problems
from tests.support.agency import TODAY, Agency, at

UNIT_HEAD = [column.title for column in UNITS.columns]
PEOPLE_HEAD = [column.title for column in PEOPLE.columns]
GOOD_UNITS: list[list[Any]] = [
    ["S-KT", "Phòng Kiểm tra văn bản", "P. KTVB", "Phòng chuyên môn", "", "", 5.0],
    ["S-KT-1", " Tổ  Rà soát ", "", "phòng", "S-KT", "", ""],
    ["S-HC", "Phòng Hành chính tư pháp", "", "Phòng chuyên môn, nghiệp vụ", "", "", ""],
]
GOOD_PEOPLE: list[list[Any]] = [
    ["CB10", "Ngô Gia Hân", "Công chức", "S-KT", "Trưởng phòng", "Người đứng đầu", "han@phuocan.example", 912345678.0],
    [11.0, "Lý Minh Khôi", "viên chức", "S-KT-1", "Viên chức", "Nhân viên", "", ""],
    ["chi", "Hồ Linh Chi", "Công chức", "S-HC", "Trưởng phòng", "Trưởng", "", ""],
]


def workbook(units: list[list[Any]] | None = None, people: list[list[Any]] | None = None, **sheets: Any) -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        for name, rows in ({"Đơn vị": units, "Con người": people} | sheets).items():
            if rows is None:
                continue
            page = book.add_worksheet(name)
            head = UNIT_HEAD if rows is units else PEOPLE_HEAD
            for number, cells in enumerate([head, *rows]):
                for place, cell in enumerate(cells):
                    page.write(number, place, cell)
    return buffer.getvalue()


def bring(agency: Agency, units: Any = None, people: Any = None, who: str = "minh") -> Outcome:
    return import_book(
        read_book(workbook(units, people)), agency.department, by=agency.actor(who, TODAY), at=at(9)
    )  # fmt: skip


def test_units_and_people_come_in(agency: Agency) -> None:
    outcome = bring(agency, GOOD_UNITS, GOOD_PEOPLE)
    assert outcome == Outcome(units_opened=2, people_added=2)
    section = Unit.objects.get(code="S-KT-1")
    assert section.name == "Tổ Rà soát"
    assert Placement.objects.get(unit=section).parent == Unit.objects.get(code="S-KT")
    assert Person.objects.get(code="CB10").phone == "0912345678"
    assert Person.objects.get(code="11").full_name == "Lý Minh Khôi"
    assert Act.objects.get(verb="organization.imported").details["people_added"] == 2


def test_the_same_file_twice_changes_nothing(agency: Agency) -> None:
    bring(agency, GOOD_UNITS, GOOD_PEOPLE)
    before = (Unit.objects.count(), Person.objects.count(), Holding.objects.count(), Act.objects.count())
    assert bring(agency, GOOD_UNITS, GOOD_PEOPLE).is_nothing
    assert (Unit.objects.count(), Person.objects.count(), Holding.objects.count(), Act.objects.count()) == before


def test_a_corrected_file_corrects(agency: Agency) -> None:
    bring(agency, GOOD_UNITS, GOOD_PEOPLE)
    units = [row[:] for row in GOOD_UNITS]
    people = [row[:] for row in GOOD_PEOPLE]
    units[1][1], units[1][4] = "Tổ Rà soát văn bản", "S-HC"
    people[1][3], people[1][1] = "S-KT", "Lý Minh Khôi Nguyên"
    assert bring(agency, units, people) == Outcome(
        units_changed=1, units_moved=1, people_changed=1, people_appointed=1, people_relieved=1
    )


def test_decomposed_text_and_stray_spaces_are_the_same_text(agency: Agency) -> None:
    spelled = [[unicodedata.normalize("NFD", f"  {c} ") if isinstance(c, str) else c for c in r] for r in GOOD_UNITS]
    assert bring(agency, spelled).units_opened == 2
    assert Unit.objects.get(code="S-KT").name == "Phòng Kiểm tra văn bản"


def test_a_person_may_hold_two_posts(agency: Agency) -> None:
    two = [*GOOD_PEOPLE, ["CB10", "Ngô Gia Hân", "Công chức", "S-VP", "Thư ký", "Chuyên viên", "", ""]]
    assert bring(agency, GOOD_UNITS, two).people_appointed == 1
    assert Holding.objects.filter(person__code="CB10", until=None).count() == 2


def test_a_preview_tells_and_leaves_no_trace(agency: Agency) -> None:
    book = read_book(workbook(GOOD_UNITS, GOOD_PEOPLE))
    outcome = preview_import(book, agency.department, by=agency.actor("minh"), at=at(9))
    assert outcome == Outcome(units_opened=2, people_added=2)
    assert not Unit.objects.filter(code="S-KT").exists()
    assert not Act.objects.exists()
    again = Book.from_dict(book.to_dict())
    assert import_book(again, agency.department, by=agency.actor("minh"), at=at(9)) == outcome


WRONG = [
    # changed cell: (sheet, row, column, text) → (sheet, Excel row, column, words of the message)
    (("u", 0, 0, ""), ("Đơn vị", 2, "Mã đơn vị", "Chưa ghi.")),
    (("u", 1, 0, "S-KT"), ("Đơn vị", 3, "Mã đơn vị", "Mã S-KT lặp lại.")),
    (("u", 0, 0, "K-QL"), ("Đơn vị", 2, "Mã đơn vị", "cơ quan khác")),
    (("u", 0, 1, "x" * 300), ("Đơn vị", 2, "Tên đơn vị", "Dài 300 ký tự.")),
    (("u", 0, 3, "Hội"), ("Đơn vị", 2, "Loại đơn vị", "«Hội» không phải loại đơn vị.")),
    (("u", 1, 4, "ZZ"), ("Đơn vị", 3, "Mã đơn vị cấp trên", "Không có đơn vị mã ZZ.")),
    (("u", 1, 4, "S-KT-1"), ("Đơn vị", 3, "Mã đơn vị cấp trên", "vòng quanh")),
    (("u", 0, 4, "S-KT-1"), ("Đơn vị", 2, "Mã đơn vị cấp trên", "vòng quanh")),
    (("u", 0, 6, "thứ nhất"), ("Đơn vị", 2, "Thứ tự", "không phải số thứ tự")),
    (("p", 0, 1, ""), ("Con người", 2, "Họ và tên", "Chưa ghi.")),
    (("p", 0, 2, "?"), ("Con người", 2, "Diện", "không phải diện")),
    (("p", 0, 3, "ZZ"), ("Con người", 2, "Mã đơn vị", "Không có đơn vị mã ZZ.")),
    (("p", 0, 6, "không có"), ("Con người", 2, "Thư điện tử", "không phải địa chỉ thư")),
    (("p", 1, 0, "CB10"), ("Con người", 3, "Mã cán bộ", "lặp lại với tên khác")),
    (("p", 0, 0, "giang"), ("Con người", 2, "Mã cán bộ", "cơ quan khác")),
    (("p", 0, 3, "S-HC"), ("Con người", 4, "Cấp", "có hai người đứng đầu")),
    (("p", 2, 4, "Phụ trách phòng"), ("Con người", 4, "Chức danh", "«Trưởng phòng»")),
]


@pytest.mark.parametrize(("change", "expected"), WRONG, ids=[row[1][3] for row in WRONG])
def test_an_error_is_told_in_its_cell_and_nothing_comes_in(agency: Agency, change: Any, expected: Any) -> None:
    units, people = [row[:] for row in GOOD_UNITS], [row[:] for row in GOOD_PEOPLE]
    sheet, row, column, text = change
    (units if sheet == "u" else people)[row][column] = text
    with pytest.raises(Problems) as refused:
        bring(agency, units, people)
    told = [item.what for item in refused.value.items]
    where = f"{expected[0]}, dòng {expected[1]}, {expected[2]}: "
    assert any(text.startswith(where) and expected[3] in text for text in told), told
    assert all(item.remedy for item in refused.value.items)
    assert not Act.objects.exists()
    assert not Unit.objects.filter(code="S-KT").exists()


def test_a_missing_column_is_named(agency: Agency) -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book_out:
        page = book_out.add_worksheet("Đơn vị")
        page.write_row(2, 0, ["Mã đơn vị", "Tên đơn vị"])
        page.write_row(3, 0, ["S-KT", "Phòng Kiểm tra"])
    told = read_book(buffer.getvalue()).problems
    assert [(problem.row, problem.column) for problem in told] == [(3, "Loại đơn vị")]


def test_only_who_manages_units_may_import(agency: Agency) -> None:
    for who in ("an", "chi", "giang"):
        with pytest.raises(Problem, match="no_manage_units"):
            bring(agency, GOOD_UNITS, who=who)


def test_the_template_imports_as_it_is(agency: Agency) -> None:
    book = read_book(render_template())
    assert book.problems == []
    import_book(book, agency.department, by=agency.actor("minh"), at=at(9))


def _old_excel() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def _not_a_workbook() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "x")
    return buffer.getvalue()


def _bomb() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (70 * 1024 * 1024))
    return buffer.getvalue()


UNUSABLE = {
    "empty": (lambda: b"", "not_excel"),
    "text": (lambda: "Mã đơn vị;Tên".encode(), "not_excel"),
    "old": (_old_excel, "old_excel"),
    "zip": (_not_a_workbook, "not_excel"),
    "bomb": (_bomb, "too_many_rows"),
    "cut": (lambda: workbook(GOOD_UNITS)[:900], "not_excel"),
    "big": (lambda: b"PK" + b"\0" * 6_000_000, "too_big"),
    "sheets": (lambda: workbook(None, None, Khác=[["a"]]), "no_sheet"),
    "long": (lambda: workbook([["S-KT", "Phòng", "", "phòng"]] * 5_001), "too_many_rows"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_file_that_cannot_be_used_is_refused_with_a_sentence(name: str) -> None:
    make, code = UNUSABLE[name]
    with pytest.raises(Problem) as refused:
        read_book(make())
    assert refused.value.code == f"organization.import_{code}"
    assert refused.value.remedy


def test_a_row_far_down_is_refused_quickly() -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page = book.add_worksheet("Đơn vị")
        page.write_row(0, 0, UNIT_HEAD)
        page.write(1_048_575, 0, "x")
    with pytest.raises(Problem, match="too_many_rows"):
        read_book(buffer.getvalue())
