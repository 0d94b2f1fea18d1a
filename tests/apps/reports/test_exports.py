"""What is exported opens again with other programs, and numbers are numbers."""

from __future__ import annotations

import io

import docx
import pytest
from python_calamine import CalamineWorkbook

from quantriet.apps.reports import exports
from quantriet.apps.reports.consolidation import consolidate
from quantriet.apps.reports.models import Period, Regime
from tests.apps.reports.regimes import make_regime, submit
from tests.support.agency import Agency, at


@pytest.fixture
def period(agency: Agency) -> Period:
    regime: Regime = make_regime(agency)
    submit(agency, regime, "chi", f1_total="2", difficulties="=1+1; Thiếu khẩu trang")
    submit(agency, regime, "ha", when=at(15), is_nil=True)
    return Period.objects.select_related(
        "regime__agency", "regime__obligation__document", "regime__obligation__clause"
    ).get()


def test_excel_has_real_numbers_blank_for_silence_and_the_source(period: Period):
    data = exports.to_xlsx(consolidate(period, at(15, 30)), "Ổn định")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "Báo cáo hằng ngày về tình hình dịch bệnh, ngày 22/7/2021"
    assert "Theo 31/STP-VP" in rows[1][0]
    assert "Phải báo cáo 4, đã báo cáo 2, đúng hạn 1, trễ 1" in rows[2][0]
    head = rows[4]
    column = head.index("Tổng số F1 đang theo dõi")
    by_unit = {row[0]: row for row in rows[5:]}
    assert by_unit["Phòng HCTP"][column] == 2
    assert by_unit["Văn phòng Sở"][column] == "", "silence is not zero"
    assert by_unit["Phòng PBGDPL"][1] == "Trễ hạn, không phát sinh"
    assert by_unit["Phòng HCTP"][2] == "14:30:00 22/07/2021"
    assert by_unit["Tổng cộng"][column] == 2
    assert by_unit["Phòng HCTP"][head.index("Khó khăn, vướng mắc")] == "=1+1; Thiếu khẩu trang", "words, no formula"
    assert "Ổn định" in by_unit


def test_word_is_the_agency_s_report(period: Period):
    word = docx.Document(
        io.BytesIO(exports.to_docx(consolidate(period, at(15, 30)), "Dịch ổn định.\nTiếp tục theo dõi."))
    )
    lines = [line.text for line in word.paragraphs]
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    whole = "\n".join(lines + cells)
    for words in (
        "UBND TỈNH PHƯỚC AN",
        "SỞ TƯ PHÁP",
        "BÁO CÁO",
        "Tình hình dịch bệnh ngày 22/7/2021",
        "Kính gửi: Ủy ban nhân dân tỉnh Phước An",
        "Theo 31/STP-VP",
        "2/4 đơn vị đã báo cáo; đúng hạn 1, trễ hạn 1; 1 đơn vị báo không phát sinh.",
        "Chưa báo cáo: Văn phòng Sở, TT TGPL.",
        "Tổng số F1 đang theo dõi",
        "- Phòng HCTP: =1+1; Thiếu khẩu trang",
        "Tiếp tục theo dõi.",
        "GIÁM ĐỐC",
        "Phan Hoài An",
        "SỐ LIỆU TỪNG ĐƠN VỊ NGÀY 22/7/2021",
        "Tổng cộng",
    ):
        assert words in whole, words
    assert lines.count("Trên đây là báo cáo của Sở Tư pháp./.") == 1


def test_an_empty_period_exports_too(agency: Agency):
    make_regime(agency)
    period = Period.objects.select_related("regime__agency", "regime__obligation__document").get()
    table = consolidate(period, at(12))
    assert exports.to_xlsx(table)
    assert exports.to_docx(table)
