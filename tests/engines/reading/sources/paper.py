"""Paper for the tests: PDFs drawn with the font that the product itself ships, so no font is asked of the machine."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import pypdfium2
from pypdfium2 import raw

WIDTH, HEIGHT = 595.0, 842.0
Placed = tuple[float, float, str]  # x of the middle (negative: of the left edge), y from the top, words
PICTURE: list[Placed] = [(0, 0, "")]  # a page that shows something and says nothing

LEFT, RIGHT = 165.0, 415.0
HEAD: list[Placed] = [
    (LEFT, 60, "ỦY BAN NHÂN DÂN"),
    (RIGHT, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (LEFT, 76, "HUYỆN TÂN LẬP"),
    (RIGHT, 76, "Độc lập - Tự do - Hạnh phúc"),
    (LEFT, 104, "Số: 309/UBND-NV"),
    (RIGHT, 104, "Tân Lập, ngày 22 tháng 7 năm 2022"),
    (LEFT, 120, "V/v rà soát biên chế"),
]
BODY: list[Placed] = [
    (298, 160, "Kính gửi: Các phòng chuyên môn."),
    (-85, 190, "Để chuẩn bị cho năm sau, Ủy ban nhân dân huyện yêu cầu các phòng chuyên môn lập"),
    (-60, 206, "danh sách biên chế, gửi về Phòng Nội vụ trước ngày 05/9/2022 để tổng hợp."),
    (-85, 230, "Yêu cầu các đơn vị nghiêm túc thực hiện./."),
]


@cache
def font_data() -> bytes:
    """Be Vietnam Pro, a dependency of the product."""
    return (files("fontpkg_be_vietnam_pro") / "files" / "BeVietnamPro-Regular.ttf").read_bytes()


def pdf(*pages: Iterable[Placed], size: float = 10) -> bytes:
    """A PDF with a text layer, one page for each list of placed words."""
    document = pypdfium2.PdfDocument.new()
    data = font_data()
    buffer = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
    font = raw.FPDFText_LoadFont(document, buffer, len(data), raw.FPDF_FONT_TRUETYPE, 1)
    for words in pages:
        page = document.new_page(WIDTH, HEIGHT)
        if words is PICTURE:
            _draw_picture(page)
            words = []
        for x, y, text in words:
            _draw(document, page, font, size, x, y, text)
        page.gen_content()
        page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def width_of(text: str, size: float = 10) -> float:
    """How far a text reaches, in points."""
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(font_data())) as font:
        widths, names = font["hmtx"], font.getBestCmap()
        return float(sum(widths[names[ord(char)]][0] for char in text) * size / font["head"].unitsPerEm)


def _draw_picture(page: Any) -> None:
    box = raw.FPDFPageObj_CreateNewRect(100, 400, 300, 200)
    raw.FPDFPageObj_SetFillColor(box, 90, 90, 90, 255)
    raw.FPDFPath_SetDrawMode(box, raw.FPDF_FILLMODE_WINDING, 0)
    raw.FPDFPage_InsertObject(page, box)


def _draw(document: Any, page: Any, font: Any, size: float, x: float, y: float, text: str) -> None:
    drawn = raw.FPDFPageObj_CreateTextObj(document, font, size)
    encoded = (text + "\0").encode("utf-16-le")
    wide = (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
    assert raw.FPDFText_SetText(drawn, wide)
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(drawn, *edges)
    start = -x if x < 0 else x - (edges[2].value - edges[0].value) / 2
    raw.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, start, HEIGHT - y)
    raw.FPDFPage_InsertObject(page, drawn)
