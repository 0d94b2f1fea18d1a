"""Web pages: what a reader sees, in lines, in linear time."""

from __future__ import annotations

import time

import pytest

from quantriet.engines.reading import read
from quantriet.engines.reading.sources import html, text_of

PAGE = """<!DOCTYPE html><html><head><title>Trang</title><style>p{}</style></head><body>
<nav><ul><li>Trang chủ</ul></nav><script>if (a < b) "<p>không đọc</p>"</script>
<table><tr><td>UBND HUYỆN TÂN LẬP<br>PHÒNG NỘI VỤ<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc
<tr><td>Số: 15/PNV<td>Tân Lập, ngày 22 tháng 7 năm 2022</table>
<!-- <p>bỏ --><p>Kính gửi: Các phòng
   chuyên m&ocirc;n.</p><p>Đề nghị các phòng lập <b>danh</b> sách, gửi trước ngày 05/9/2022; 3 < 5.</p>
<table><tr><th>Phòng<th>Số người</tr><tr><td>Tài chính</td><td>7</td></tr></table>
<footer>Bản quyền</footer></body></html>"""


def test_blocks_become_lines_and_furniture_goes() -> None:
    found = text_of(PAGE.encode(), "a.html")
    assert (found.media_type, found.findings) == ("text/html", ())
    assert found.text.split("\n") == [
        "UBND HUYỆN TÂN LẬP",
        "PHÒNG NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "| Số: 15/PNV | Tân Lập, ngày 22 tháng 7 năm 2022 |",
        "Kính gửi: Các phòng chuyên môn.",
        "Đề nghị các phòng lập danh sách, gửi trước ngày 05/9/2022; 3 < 5.",
        "| Phòng | Số người |",
        "| Tài chính | 7 |",
    ]
    assert [item.deadline.date for item in read(found.text).obligations if item.deadline] == ["2022-09-05"]


def test_a_page_is_known_by_its_content() -> None:
    assert text_of(PAGE.encode(), "trang").media_type == "text/html"


def test_a_page_without_words_says_so() -> None:
    found = text_of(b"<html><script>go()</script><nav>Menu</nav></html>", "a.html")
    assert (found.text, found.findings[0].code) == ("", "source.no_text")


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<p", "<script>", "<table><tr><td>", "</", "<nav>", "<td>a", "&#1", "<svg></p>", "a<b>"]
)
def test_any_page_is_read_in_linear_time(piece: str) -> None:
    began = time.process_time()
    html.read((piece * 40_000).encode())
    assert time.process_time() - began < 1.5
