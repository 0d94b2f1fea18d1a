"""Tables of Word files: a row stays one row whatever its cells hold, and what lays out the page is no table."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document

from quantriet.engines.reading import read
from quantriet.engines.reading.sources import text_of

HEAD = ("STT", "Nội dung\nnhiệm vụ", "Đơn vị\nchủ trì", "Đơn vị phối hợp", "Thời hạn\nhoàn thành")
ROWS = (
    ("1", "Rà soát hồ sơ tổ chức bộ máy.\nBáo cáo kết quả", "Phòng Nội vụ", "Phòng Tư pháp\nPhòng Tài chính",
     "Trước ngày\n05/9/2022"),
    ("2", "Lập dự toán kinh phí năm 2023", "Phòng\nTài chính", "", "20/9/2022"),
    ("3", "Kiểm tra công tác phòng cháy chữa cháy", "Công an huyện", "Các xã, thị trấn", "30/9/2022"),
)  # fmt: skip
WANTED = [
    (["Phòng Nội vụ"], "2022-09-05"),
    (["Phòng Tài chính"], "2022-09-20"),
    (["Công an huyện"], "2022-09-30"),
]


def _letter() -> Any:
    document = Document()
    head = document.add_table(rows=1, cols=2)
    head.cell(0, 0).text = "UBND HUYỆN TÂN LẬP\nVĂN PHÒNG\nSố: 15/KH-UBND"
    head.cell(
        0, 1
    ).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nTân Lập, ngày 01 tháng 8 năm 2022"
    document.add_paragraph("KẾ HOẠCH\nCải cách hành chính năm 2022")
    document.add_paragraph("Ủy ban nhân dân huyện phân công nhiệm vụ như sau:")
    return document


def _fill(table: Any, rows: Sequence[Sequence[str]]) -> None:
    for cells, row in zip(rows, table.rows, strict=True):
        for words, cell in zip(cells, row.cells, strict=True):
            first, *others = words.split("\n")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)


def _read(document: Any) -> tuple[str, list[tuple[list[str], str | None]]]:
    buffer = io.BytesIO()
    document.save(buffer)
    text = text_of(buffer.getvalue(), "a.docx").text
    found = read(text).obligations
    for item in found:
        for unit in item.assignees:
            assert unit.span is not None
            assert unit.span.of(text) == unit.value
    return text, [
        ([unit.value or "" for unit in item.assignees], item.deadline.date if item.deadline else None) for item in found
    ]


def test_a_row_whose_cells_have_several_paragraphs_is_one_row() -> None:
    document = _letter()
    _fill(document.add_table(rows=4, cols=5), (HEAD, *ROWS))
    text, found = _read(document)
    assert found == WANTED
    assert "| Phòng Tư pháp; Phòng Tài chính | Trước ngày 05/9/2022 |" in text
    assert text.startswith("UBND HUYỆN TÂN LẬP\nVĂN PHÒNG\nSố: 15/KH-UBND\nCỘNG HÒA")


def test_merged_cells_keep_the_columns_in_their_place() -> None:
    document = _letter()
    table = document.add_table(rows=6, cols=5)
    _fill(table, (("STT", "Nhiệm vụ", "Đơn vị", "", "Thời hạn"), ("", "", "Chủ trì", "Phối hợp", ""), ("",) * 5, *ROWS))
    for column in (0, 1, 4):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(0, 2).merge(table.cell(0, 3))
    table.cell(2, 0).merge(table.cell(2, 4)).text = "I. Nhiệm vụ chung"
    _, found = _read(document)
    assert found == WANTED


def test_a_cell_merged_over_rows_holds_for_each_of_them() -> None:
    document = _letter()
    table = document.add_table(rows=4, cols=5)
    _fill(table, (HEAD, *(row[:4] + (("20/9/2022",) if place == 0 else ("",)) for place, row in enumerate(ROWS))))
    table.cell(1, 4).merge(table.cell(3, 4))
    _, found = _read(document)
    assert found == [(units, "2022-09-20") for units, _ in WANTED]


def test_a_table_inside_a_frame_is_a_table() -> None:
    document = _letter()
    frame = document.add_table(rows=1, cols=1).cell(0, 0)
    _fill(frame.add_table(rows=4, cols=5), (HEAD, *ROWS))
    _, found = _read(document)
    assert found == WANTED


def test_a_table_inside_a_cell_parts_no_row() -> None:
    document = _letter()
    table = document.add_table(rows=4, cols=5)
    _fill(table, (HEAD, *ROWS))
    inner = table.cell(2, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "chi thường xuyên", "chi đầu tư"
    text, found = _read(document)
    assert found == WANTED
    assert "năm 2023 chi thường xuyên / chi đầu tư | Phòng Tài chính |" in text


def test_a_table_right_below_the_title_is_no_part_of_it() -> None:
    document = _letter()
    document.paragraphs[-1].text = "BẢNG PHÂN CÔNG NHIỆM VỤ"
    _fill(document.add_table(rows=4, cols=5), (HEAD, *ROWS))
    text, found = _read(document)
    assert found == WANTED
    assert read(text).abstract.value == "Cải cách hành chính năm 2022 BẢNG PHÂN CÔNG NHIỆM VỤ"


def test_a_foot_of_three_columns_is_no_table() -> None:
    document = _letter()
    foot = document.add_table(rows=1, cols=3)
    _fill(foot, (("Nơi nhận:\n- Như trên;\n- Lưu: VT.", "", "CHỦ TỊCH\nTrần Văn Mẫu"),))
    text, _ = _read(document)
    assert text.endswith("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\nTrần Văn Mẫu")
