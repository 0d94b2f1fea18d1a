"""Letters that state who does what by when, and never say that they order it."""

from __future__ import annotations

import pytest

from quantriet.engines.reading import Reading, read

HEAD = """SỞ NÔNG NGHIỆP
Số: 41/SNN-VP
Phước An, ngày 20 tháng 11 năm 2026
V/v {about}

Kính gửi: Các phòng, đơn vị thuộc Sở

"""


def letter(body: str, about: str = "trực mùa mưa bão") -> Reading:
    return read(HEAD.format(about=about) + body + "\n\nGIÁM ĐỐC\nNgười Thử Nghiệm\n")


def orders(reading: Reading) -> list[tuple[list[str], str]]:
    return [
        ([unit.value for unit in item.assignees], item.deadline.text if item.deadline else "")
        for item in reading.obligations
    ]


def test_numbered_points_with_a_term_are_orders_and_so_are_their_sisters() -> None:
    body = (
        "1. Các phòng, trạm lập danh sách trực và gửi về Văn phòng Sở trước 15h00 ngày 25/11/2026.\n"
        "2. Trưởng các đơn vị kiểm tra máy bơm, cống lấy nước.\n"
        "3. Văn phòng Sở tổng hợp số liệu trực hằng tuần."
    )
    assert orders(letter(body)) == [
        (["Các phòng, trạm"], "trước 15h00 ngày 25/11/2026"),
        (["Trưởng các đơn vị"], ""),
        (["Văn phòng Sở"], "hằng tuần"),
    ]


def test_a_plain_sentence_to_several_with_a_term_is_an_order() -> None:
    assert orders(letter("Các trạm báo cáo mực nước hằng ngày trước 7h00.")) == [(["Các trạm"], "hằng ngày trước 7h00")]


@pytest.mark.parametrize(
    "body",
    [
        "Các trạm báo cáo mực nước trước ngày 15/11/2026 đã được tổng hợp vào phụ lục.",
        "Ủy ban nhân dân xã trả kết quả trong 03 ngày làm việc kể từ ngày nhận đủ hồ sơ.",
        "1. Sở Nông nghiệp báo cáo Ủy ban nhân dân tỉnh trước ngày 30/11/2026.",
        "Trạm Bơm Số 2 mở cửa cống vào ngày 15 hằng tháng.",
        "Các trạm kiểm tra máy bơm.",
    ],
    ids=["what was done", "how things are done", "the issuer itself", "one office's habit", "no term"],
)
def test_what_only_tells_is_no_order(body: str) -> None:
    assert orders(letter(body, "trả lời kiến nghị")) == []
