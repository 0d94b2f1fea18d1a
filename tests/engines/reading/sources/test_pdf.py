"""PDF with a text layer: the head cell by cell, pages in order, and words for what cannot be read."""

from __future__ import annotations

import threading

import pytest

from quantriet.engines.reading import read
from quantriet.engines.reading.sources import PDF, pdf, text_of
from tests.engines.reading.sources import paper

pytestmark = pytest.mark.usefixtures("without_ocr")
PROSE = "Ủy ban nhân dân huyện yêu cầu các phòng chuyên môn lập danh sách biên chế và báo cáo"


def test_the_head_is_read_cell_by_cell() -> None:
    found = text_of(paper.pdf(paper.HEAD + paper.BODY), "a.pdf")
    assert (found.media_type, found.findings) == (PDF, ())
    lines = found.text.split("\n")
    assert lines[:4] == ["ỦY BAN NHÂN DÂN", "HUYỆN TÂN LẬP", "Số: 309/UBND-NV", "V/v rà soát biên chế"]
    assert lines[4].startswith("CỘNG HÒA")
    assert lines[7] == "Kính gửi: Các phòng chuyên môn."
    reading = read(found.text)
    assert reading.issuer.value == "ỦY BAN NHÂN DÂN HUYỆN TÂN LẬP"
    assert [item.deadline.date for item in reading.obligations if item.deadline] == ["2022-09-05"]


def test_the_order_of_drawing_does_not_matter_in_the_head() -> None:
    drawn = [paper.HEAD[at] for at in (4, 1, 6, 0, 5, 3, 2)]
    assert text_of(paper.pdf(drawn + paper.BODY), "").text == text_of(paper.pdf(paper.HEAD + paper.BODY), "").text


def test_letters_of_a_second_font_return_to_their_words() -> None:
    """A font without the letters of Vietnamese: another one draws them, after the line."""
    torn: list[paper.Placed] = []
    for x, y, text in [(-60.0, 60.0, "Phòng Nội vụ lập bộ hồ sơ"), (-60.0, 76.0, "gửi về huyện trước ngày hội")]:
        plain = [(paper.width_of(text[:at]), char) for at, char in enumerate(text)]
        for chosen in (str.isascii, lambda char: not char.isascii()):
            torn += [(x - left, y, char) for left, char in plain if char != " " and chosen(char)]
    found = text_of(paper.pdf(torn, torn), "a.pdf").text
    page = "Phòng Nội vụ lập bộ hồ sơ\ngửi về huyện trước ngày hội"
    assert found == f"{page}\n\n{page}" or found == f"{page}\n{page}"


def test_a_page_of_one_column_stays_as_it_is() -> None:
    lines = [(-60.0, 60.0 + 16 * at, f"{PROSE} lần {at}.") for at in range(6)]
    title = [(298.0, 30.0, "QUYẾT ĐỊNH")]
    assert text_of(paper.pdf(title + lines), "").text.split("\n") == [row[2] for row in title + lines]


def test_pages_in_order_and_without_their_numbers() -> None:
    second = [(298.0, 40.0, "2"), (-60.0, 80.0, "lập danh sách."), (-60.0, 100.0, "Hết việc.")]
    third = [(298.0, 40.0, "3"), (-60.0, 80.0, "Phụ lục các đơn vị.")]
    found = text_of(paper.pdf([(-60.0, 60.0, "Giao phòng Nội vụ")], second, third), "a.pdf")
    assert found.text == "Giao phòng Nội vụ\nlập danh sách.\nHết việc.\n\nPhụ lục các đơn vị."


def test_pages_that_are_pictures_are_named() -> None:
    found = text_of(paper.pdf(paper.HEAD + paper.BODY, paper.PICTURE, [(298.0, 40.0, "3")]), "a.pdf")
    assert "Tân Lập" in found.text
    [finding] = found.findings
    assert (finding.code, "Trang 2, 3" in finding.message) == ("source.blank_pages", True)


def test_a_long_annex_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGE_LIMIT", 2)
    found = text_of(paper.pdf(*[[(-60.0, 60.0, f"{PROSE} {word}.")] for word in ("một", "hai", "ba")]), "a.pdf")
    assert "hai." in found.text
    assert "ba." not in found.text
    [finding] = found.findings
    assert (finding.code, "3 trang, chỉ đọc 2" in finding.message) == ("source.pages", True)


def test_a_scan_says_so() -> None:
    found = text_of(paper.pdf(paper.PICTURE, []), "a.pdf")
    assert found.text == ""
    assert found.findings[0].code == "source.scan"


def test_empty_pages_are_not_missed() -> None:
    assert text_of(paper.pdf(paper.HEAD + paper.BODY, []), "a.pdf").findings == ()
    found = text_of(paper.pdf([], []), "a.pdf")
    assert (found.findings[0].code, "trống" in found.findings[0].message) == ("source.no_text", True)


@pytest.mark.parametrize("shift", [3, 0xE000])
def test_a_layer_of_rubbish_is_told(shift: int) -> None:
    """Fonts that do not say their letters: shifted ones, or numbers of glyphs."""
    words = "".join(char if char == " " else chr(ord(char) + shift) for char in "phong chuyen mon bao cao ngay " * 9)
    found = pdf.judged(pdf.Pages((words,), 1))
    assert found.text == ""
    assert found.findings[0].code == "source.rubbish"


def test_a_password_is_told() -> None:
    data = paper.pdf([(-60.0, 60.0, "Mật")])
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >> /ID [(a)(a)]" % (b"o" * 32, b"u" * 32)
    found = text_of(data.replace(b"/Root", lock + b"/Root"), "a.pdf")
    assert found.findings[0].code == "source.locked"
    assert "mật khẩu" in found.findings[0].message


def test_a_broken_file_is_told() -> None:
    assert text_of(paper.pdf([(-60.0, 60.0, "Mật")])[:900], "a.pdf").findings[0].code == "source.broken"


def test_several_threads_read_at_once() -> None:
    """PDFium is not made for threads; without the lock this ends the process."""
    data = paper.pdf(paper.HEAD + paper.BODY)
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(text_of(data, "a.pdf").text)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 8
    assert len(set(texts)) == 1
