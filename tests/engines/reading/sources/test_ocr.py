"""Scans and pictures: recognised when Tesseract is there, else a sentence."""

from __future__ import annotations

import io
import os

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from quantriet.engines.kernel import Severity
from quantriet.engines.reading import read
from quantriet.engines.reading.sources import ocr, text_of
from tests.engines.reading.sources import paper


def _drawn() -> Image.Image:
    """The letter as a scanner sees it: 200 dpi, a little crooked."""
    with pypdfium2.PdfDocument(paper.pdf(paper.HEAD + paper.BODY)) as document:
        page = document[0].render(scale=ocr.DPI / 72, grayscale=True).to_pil().convert("L")
    return page.rotate(0.4, fillcolor=255, resample=Image.Resampling.BICUBIC)


def _saved(*pages: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": list(pages[1:])} if kind in {"PDF", "TIFF"} else {}
    pages[0].save(buffer, kind, **more)
    return buffer.getvalue()


def _cat() -> Image.Image:
    picture = Image.new("L", (600, 500), 200)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((150, 150, 450, 450), fill=90)
    pen.polygon([(170, 220), (200, 90), (270, 170)], fill=90)
    pen.polygon([(430, 220), (400, 90), (330, 170)], fill=90)
    for side in (230, 340):
        pen.ellipse((side, 240, side + 35, 275), fill=20)
    return picture


@pytest.mark.usefixtures("with_ocr")
@pytest.mark.parametrize("kind", ["PDF", "JPEG"])
def test_a_scan_is_read_with_its_head_cell_by_cell(kind: str) -> None:
    found = text_of(_saved(_drawn(), kind=kind), "scan")
    assert [(finding.code, finding.severity) for finding in found.findings] == [("source.recognised", Severity.WARNING)]
    assert "Số: 309/UBND-NV\n" in found.text
    assert found.text.index("309/UBND") < found.text.index("CỘNG HÒA") < found.text.index("Kính gửi")
    assert [item.deadline.date for item in read(found.text).obligations if item.deadline] == ["2022-09-05"]


@pytest.mark.usefixtures("with_ocr")
@pytest.mark.parametrize("turn", [90, 180, 270])
@pytest.mark.parametrize("languages", [{b"vie", b"osd"}, {b"vie"}], ids=["osd", "by trial"])
def test_a_page_on_its_side_is_put_upright(turn: int, languages: set[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_languages", lambda: frozenset(languages))
    found = text_of(_saved(_drawn().rotate(turn, expand=True), kind="PNG"), "a.png")
    assert "Số: 309/UBND-NV\n" in found.text


@pytest.mark.usefixtures("with_ocr")
def test_each_page_with_a_letterhead_is_read_cell_by_cell() -> None:
    found = text_of(_saved(_drawn(), _drawn(), kind="PDF"), "a.pdf")
    assert found.text.count("Số: 309/UBND-NV\n") == 2
    assert len(read(found.text).enclosures) == 1


@pytest.mark.usefixtures("with_ocr")
def test_a_page_whose_text_layer_is_rubbish_is_recognised() -> None:
    rubbish = [
        (-60.0, 60.0 + 14 * at, "".join(chr(ord(char) + 3) for char in "phongchuyenmon baocaongay") * 2)
        for at in range(20)
    ]
    found = text_of(paper.pdf(paper.HEAD + paper.BODY, rubbish), "a.pdf", lambda scan: {2: "Phụ lục các đơn vị"})
    assert found.text.endswith("Phụ lục các đơn vị")
    assert "HUYỆN TÂN LẬP" in found.text


@pytest.mark.usefixtures("with_ocr")
def test_a_picture_of_a_cat_is_no_document() -> None:
    found = text_of(_saved(_cat(), kind="PNG"), "meo.png")
    assert (found.text, found.findings[0].code) == ("", "source.no_text")
    assert "chụp lại" in found.findings[0].message


def test_each_frame_is_a_page_and_pages_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    monkeypatch.setattr(ocr, "PAGE_LIMIT", 2)
    data = _saved(_cat(), _cat(), _cat(), kind="TIFF")
    found = text_of(data, "a.tif", lambda scan: {number: f"Trang {number}" for number in scan.numbers})
    assert found.text == "Trang 1\n\nTrang 2"
    assert [finding.code for finding in found.findings] == ["source.recognised", "source.pages"]
    assert "3 trang, chỉ nhận dạng 2" in found.findings[1].message


def test_only_pages_without_words_are_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    asked: list[tuple[int, ...]] = []

    def kept(scan: ocr.Scan) -> dict[int, str]:
        asked.append(scan.numbers)
        return {2: "Phụ lục kèm theo công văn"}

    found = text_of(paper.pdf(paper.HEAD + paper.BODY, paper.PICTURE, []), "a.pdf", kept)
    assert asked == [(2,)]
    assert "HUYỆN TÂN LẬP" in found.text
    assert found.text.endswith("\n\nPhụ lục kèm theo công văn")


@pytest.mark.usefixtures("without_ocr")
def test_without_the_program_a_sentence_says_who_can_help() -> None:
    for data in (_saved(_cat(), kind="PNG"), _saved(_cat(), kind="PDF")):
        [finding] = text_of(data, "a").findings
        assert finding.code in {"source.image", "source.scan"}
        assert "quản trị" in finding.message


def test_a_picture_too_large_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    monkeypatch.setattr(ocr, "_PIXELS", 1000)
    assert text_of(_saved(_cat(), kind="PNG"), "a.png").findings[0].code == "source.too_large"


def test_a_broken_picture_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    assert text_of(b"\x89PNG" + os.urandom(50), "a.png").findings[0].code == "source.broken"
