"""A letter set by the decree's sizes opens again and says what was put in."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from quantriet.engines.typesetting import (
    Appendix,
    Heading,
    Layout,
    Letter,
    Paragraph,
    Signature,
    Table,
    TypesettingError,
    render_date,
    to_docx,
)
from quantriet.law import load

LAYOUT = Layout.from_dict(load.parameter("layout.administrative", date(2021, 7, 22)))
LETTER = Letter(
    parent_agency="Ủy ban nhân dân tỉnh Phước An",
    agency="Sở Tư pháp",
    symbol="BC-STP",
    kind="Báo cáo",
    abstract="Tình hình dịch bệnh ngày 22/7/2021",
    place="Phước An",
    day=date(2021, 7, 22),
    addressees=("Ủy ban nhân dân tỉnh",),
    blocks=(
        Paragraph("Căn cứ Quyết định số 1;", is_basis=True),
        Heading("I. SỐ LIỆU"),
        Paragraph("Đến 15 giờ, 3 đơn vị đã báo cáo./."),
        Table(("Chỉ tiêu", "Số lượng"), (("Ca F0 mới", "0"), ("Tổng", "1.234")), has_total=True, caption="Số liệu"),
    ),
    signature=Signature("Giám đốc", "Phan Hoài An"),
    recipients=("Như trên", "Lãnh đạo Sở"),
    appendices=(Appendix("Số liệu từng đơn vị", (Table(("Đơn vị", "F0"), (("Văn phòng", "0"),)),), is_landscape=True),),
)


def _open(letter: Letter) -> Any:
    return docx.Document(io.BytesIO(to_docx(letter, LAYOUT)))


def _all_text(word: Any) -> str:
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([line.text for line in word.paragraphs] + cells)


class TestLetter:
    def test_every_component_is_in_the_file(self):
        text = _all_text(_open(LETTER))
        for part in (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "ỦY BAN NHÂN DÂN TỈNH PHƯỚC AN",
            "SỞ TƯ PHÁP",
            "/BC-STP",
            "Phước An, ngày 22 tháng 7 năm 2021",
            "BÁO CÁO",
            "Tình hình dịch bệnh ngày 22/7/2021",
            "Kính gửi: Ủy ban nhân dân tỉnh",
            "I. SỐ LIỆU",
            "1.234",
            "Nơi nhận:",
            "- Như trên;",
            "- Lưu: VT.",
            "GIÁM ĐỐC",
            "Phan Hoài An",
            "SỐ LIỆU TỪNG ĐƠN VỊ",
        ):
            assert part in text, part

    def test_page_and_type_are_the_decree_s(self):
        word = _open(LETTER)
        section = word.sections[0]
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        assert 30 <= round(section.left_margin.mm) <= 35
        assert 15 <= round(section.right_margin.mm) <= 20
        assert word.styles["Normal"].font.name == "Times New Roman"
        body = next(line for line in word.paragraphs if line.text.startswith("Đến 15 giờ"))
        assert body.runs[0].font.size == Pt(14)
        assert abs(body.paragraph_format.first_line_indent - Mm(12.7)) < 1000

    def test_the_first_page_shows_no_number_and_an_appendix_lies_on_its_side(self):
        word = _open(LETTER)
        assert word.sections[0].different_first_page_header_footer
        assert word.sections[1].orientation == WD_ORIENT.LANDSCAPE
        assert word.sections[1].page_width > word.sections[1].page_height

    def test_the_total_is_bold_and_figures_stand_to_the_right(self):
        table = next(table for table in _open(LETTER).tables if table.rows[0].cells[0].text == "Chỉ tiêu")
        assert table.rows[2].cells[1].paragraphs[0].runs[0].bold
        assert not table.rows[1].cells[1].paragraphs[0].runs[0].bold

    def test_several_addressees_stand_in_a_list(self):
        from dataclasses import replace

        text = _all_text(_open(replace(LETTER, addressees=("Sở A", "Sở B"), parent_agency="")))
        assert "- Sở A;" in text
        assert "- Sở B." in text


class TestRefusals:
    def test_a_row_of_another_length_is_refused(self):
        with pytest.raises(TypesettingError):
            Table(("a", "b"), (("1",),))

    def test_a_layout_without_a_size_is_refused(self):
        sizes = dict(load.parameter("layout.administrative", date(2021, 7, 22)))
        sizes.pop("body_pt")
        with pytest.raises(TypesettingError, match="body_pt"):
            Layout.from_dict(sizes)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2021, 1, 9), "X, ngày 09 tháng 01 năm 2021"),
        (date(2021, 3, 9), "X, ngày 09 tháng 3 năm 2021"),
        (date(2021, 10, 10), "X, ngày 10 tháng 10 năm 2021"),
        (None, "X, ngày …… tháng …… năm ……"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(day: date | None, written: str):
    assert render_date("X", day) == written
