"""Tables of tasks of two columns and more, and what only looks like one."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from quantriet.engines.reading import read
from quantriet.engines.reading.sources import text_of

Told = tuple[str, list[str], list[str], str | None]

_LETTER = """SỞ HỒ CHỨA
TỈNH LŨNG VÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-SHC
Lũng Vân, ngày 06 tháng 02 năm 2023

KẾ HOẠCH
Kiểm tra hồ chứa trước mùa mưa

Sở Hồ chứa phân công nhiệm vụ như sau:
"""
_FOOT = """
Nơi nhận:
- Các đơn vị;
- Lưu: VT.
GIÁM ĐỐC
Hoàng Văn Thử Đập
"""


def _told(text: str) -> list[Told]:
    found = read(text).obligations
    for item in found:
        for unit in item.assignees:
            assert unit.span is not None
            assert unit.span.of(text).split()[0] == unit.value.split()[0]
    return [
        (
            item.title,
            [unit.value for unit in item.assignees],
            [unit.value for unit in item.cooperating],
            item.deadline.date or item.deadline.kind if item.deadline else None,
        )
        for item in found
    ]


def _body(table: str) -> list[Told]:
    return _told(_LETTER + table + "\n" + _FOOT)


WANTED: list[Told] = [
    ("Kiểm tra thân đập", ["Phòng An toàn đập"], [], None),
    ("Dọn cỏ mái đập", ["Trạm Thủy nông", "Hợp tác xã Nước"], [], None),
]


@pytest.mark.parametrize(
    "head",
    [
        "Nội dung|Đơn vị thực hiện", "Nội dung công việc|Đơn vị", "Nhiệm vụ|Cơ quan chủ trì", "Công việc|Phân công",
        "Tên việc|Bộ phận phụ trách", "NỘI DUNG THỰC HIỆN|ĐƠN VỊ, CÁ NHÂN THỰC HIỆN", "Hạng mục|Người chịu trách nhiệm",
    ],
)  # fmt: skip
@pytest.mark.parametrize("sign", [" | ", "\t", "          "])
def test_a_table_of_two_columns(head: str, sign: str) -> None:
    rows = [head.split("|"), ["Kiểm tra thân đập", "Phòng An toàn đập"],
            ["Dọn cỏ mái đập", "Trạm Thủy nông; Hợp tác xã Nước"]]  # fmt: skip
    assert _body("\n".join(sign.join(row) for row in rows)) == WANTED
    if sign == " | ":
        assert _body("\n".join(f"| {sign.join(row)} |" for row in rows)) == WANTED
    turned = "\n".join(sign.join(reversed(row)) for row in rows)
    assert _body(turned) == WANTED


@pytest.mark.parametrize(
    "table",
    [
        "Nội dung | Kinh phí\nKiểm tra thân đập | 20 triệu đồng",
        "Thời gian | Nội dung\n8h00 - 8h15 | Đón tiếp đại biểu",
        "TT | Hạng mục | Đơn vị | Khối lượng\n1 | Kiểm tra mái đập | m2 | 350",
        "Nội dung bảo đảm cho công tác kiểm tra\tĐơn vị nào cũng phải thực hiện\nGiao ban\tHằng tuần",
        "Số liệu\tĐơn vị\n35\tTrạm Thủy nông",
    ],
)
def test_what_is_no_table_of_tasks(table: str) -> None:
    assert _body(table) == []


def test_a_letterhead_and_a_foot_of_two_columns_are_no_rows() -> None:
    text = (
        "SỞ HỒ CHỨA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LŨNG VÂN\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 13/KH-SHC\tLũng Vân, ngày 06 tháng 02 năm 2023\n\nKẾ HOẠCH\nTrực hồ chứa\n\n"
        "Nội dung\tĐơn vị thực hiện\nTrực đêm tại tràn\tTrạm Thủy nông\n"
        "Nơi nhận:\tKT. GIÁM ĐỐC\n- Các đơn vị;\tPHÓ GIÁM ĐỐC\n- Lưu: VT.\tHoàng Văn Thử Đập\n"
    )
    assert _told(text) == [("Trực đêm tại tràn", ["Trạm Thủy nông"], [], None)]
    reading = read(text)
    assert (reading.signer.name.value, reading.abstract.value) == ("Hoàng Văn Thử Đập", "Trực hồ chứa")
    assert [unit.value for unit in reading.recipients] == ["Các đơn vị", "Lưu: VT"]


@pytest.mark.parametrize(
    ("cell", "leads", "helps"),
    [
        ("Phòng An toàn đập; phối hợp: Trạm Thủy nông", ["Phòng An toàn đập"], ["Trạm Thủy nông"]),
        ("Chủ trì: Phòng An toàn đập; Phối hợp: Trạm Thủy nông", ["Phòng An toàn đập"], ["Trạm Thủy nông"]),
        ("Phòng An toàn đập chủ trì, Trạm Thủy nông phối hợp", ["Phòng An toàn đập"], ["Trạm Thủy nông"]),
        ("Phòng An toàn đập (phối hợp với Trạm Thủy nông)", ["Phòng An toàn đập"], ["Trạm Thủy nông"]),
        ("Phòng An toàn đập", ["Phòng An toàn đập"], []),
        ("Phòng An toàn đập chủ trì", ["Phòng An toàn đập"], []),
    ],
)
def test_one_cell_may_name_who_leads_and_who_helps(cell: str, leads: list[str], helps: list[str]) -> None:
    assert _body(f"Nội dung | Đơn vị chủ trì, phối hợp\nXả tràn | {cell}") == [("Xả tràn", leads, helps, None)]
    assert _body(f"Nội dung | Đơn vị thực hiện\nXả tràn | {cell}") == [("Xả tràn", leads, helps, None)]


def test_a_term_without_a_unit_is_a_task_of_whoever_is_led() -> None:
    assert _body("Công việc | Thời hạn hoàn thành\nXả tràn | 10/3/2023") == [("Xả tràn", [], [], "2023-03-10")]


def test_a_sign_of_repetition_stands_for_the_cell_above() -> None:
    found = _body(
        "TT | Nội dung | Chủ trì | Thời hạn\n1 | Xả tràn | Trạm Thủy nông | 10/3/2023\n2 | Vớt rác | nt | -nt-"
    )
    assert found == [
        ("Xả tràn", ["Trạm Thủy nông"], [], "2023-03-10"), ("Vớt rác", ["Trạm Thủy nông"], [], "2023-03-10"),
    ]  # fmt: skip


def test_a_cell_broken_over_lines_of_a_page_goes_on() -> None:
    table = (
        (
            "STT  Nội dung                         Đơn vị              Thời hạn\n"
            "1    Đo độ thấm, ghi vào              Phòng An toàn       10/3/2023\n"
            "     sổ của từng hồ                   đập\n"
            "2    Vớt rác                          Trạm Thủy nông      12/3/2023"
        )
        .replace("STT  ", "STT     ")
        .replace("\n1    ", "\n1       ")
        .replace("\n2    ", "\n2       ")
    )
    assert _body(table.replace("\n     sổ", "\n        sổ")) == [
        ("Đo độ thấm, ghi vào sổ của từng hồ", ["Phòng An toàn đập"], [], "2023-03-10"),
        ("Vớt rác", ["Trạm Thủy nông"], [], "2023-03-12"),
    ]


def test_a_paragraph_behind_a_table_is_no_row() -> None:
    found = _body(
        "Nội dung          Đơn vị thực hiện\nXả tràn          Trạm Thủy nông\n"
        "Giao Phòng An toàn đập tổng hợp, báo cáo Giám đốc Sở trước ngày 20/3/2023."
    )
    assert [(leads, when) for _, leads, _, when in found] == [
        (["Trạm Thủy nông"], None), (["Phòng An toàn đập"], "2023-03-20"),
    ]  # fmt: skip


_NAMES = {"work": "Nội dung", "lead": "Đơn vị chủ trì", "coop": "Phối hợp", "when": "Thời hạn", "other": "Ghi chú"}
_UNITS = ["Phòng An toàn đập", "Trạm Thủy nông", "Hội Nông dân huyện", "Công an huyện"]
row = st.fixed_dictionaries(
    {
        "work": st.sampled_from(["Xả tràn", "Vớt rác trên mặt hồ", "Đo độ thấm", "Báo cáo mực nước"]),
        "lead": st.lists(st.sampled_from(_UNITS), min_size=1, max_size=2, unique=True),
        "coop": st.lists(st.sampled_from(_UNITS), max_size=2, unique=True),
        "when": st.sampled_from(["", "10/3/2023", "Trước ngày 12/4/2023"]),
        "other": st.sampled_from(["", "Cả năm"]),
    }
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(row, min_size=1, max_size=4),
    st.sets(st.sampled_from(["coop", "when", "other"])).flatmap(
        lambda more: st.permutations(["work", "lead", *sorted(more)])
    ),
    st.sampled_from([" | ", "\t"]),
    st.booleans(),
)
def test_any_order_of_columns_gives_the_same(
    rows: list[dict[str, Any]], columns: list[str], sign: str, is_numbered: bool
) -> None:
    """The oracle is the table itself, which the lines were written from."""
    lines = [["STT"] * is_numbered + [_NAMES[name] for name in columns]]
    for place, cells in enumerate(rows, 1):
        words = [cells[name] if isinstance(cells[name], str) else "; ".join(cells[name]) for name in columns]
        lines.append([str(place)] * is_numbered + words)
    days = {"": None, "10/3/2023": "2023-03-10", "Trước ngày 12/4/2023": "2023-04-12"}
    table = "\n".join(f"| {sign.join(cells)} |" if sign == " | " else sign.join(cells) for cells in lines)
    assert _body(table) == [
        (
            cells["work"], cells["lead"], cells["coop"] if "coop" in columns else [],
            days[cells["when"]] if "when" in columns else None,
        )
        for cells in rows
    ]  # fmt: skip


ROWS = (
    ("Nội dung\ncông việc", "Đơn vị thực hiện"),
    ("Kiểm tra thân đập", "Phòng An toàn đập"),
    ("Dọn cỏ\nmái đập", "Trạm Thủy nông\nHợp tác xã Nước"),
)


def test_a_word_table_of_two_columns() -> None:
    document = Document()
    for line in _LETTER.split("\n"):
        document.add_paragraph(line)
    table = document.add_table(rows=3, cols=2)
    for cells, row in zip(ROWS, table.rows, strict=True):
        for words, cell in zip(cells, row.cells, strict=True):
            cell.text = words
    buffer = io.BytesIO()
    document.save(buffer)
    assert _told(text_of(buffer.getvalue(), "a.docx").text) == WANTED


def test_a_web_table_of_tasks_keeps_its_empty_cells() -> None:
    lines = "".join(f"<p>{line}</p>" for line in _LETTER.split("\n"))
    cells = [*ROWS[:1], *ROWS[1:]]
    table = "".join(
        "<tr>" + "".join(f"<td>{'<br>'.join(words.split(chr(10)))}</td>" for words in row) + "</tr>" for row in cells
    )
    page = f"<html><body>{lines}<table>{table}</table></body></html>"
    assert _told(text_of(page.encode(), "a.html").text) == WANTED
    wide = page.replace("<td>Đơn vị thực hiện</td>", "<td>Phối hợp</td><td>Đơn vị thực hiện</td>")
    wide = wide.replace("<td>Phòng An toàn đập</td>", "<td></td><td>Phòng An toàn đập</td>")
    wide = wide.replace("<td>Trạm Thủy nông<br>", "<td></td><td>Trạm Thủy nông<br>")
    assert _told(text_of(wide.encode(), "a.html").text) == WANTED
