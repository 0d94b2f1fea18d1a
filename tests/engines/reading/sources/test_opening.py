"""Files of all kinds: text comes out, or words for a person."""

from __future__ import annotations

import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from quantriet.engines.reading import read
from quantriet.engines.reading.sources import DOCX, PLAIN, opening, text_of, word

WORDS = "Uỷ ban nhân dân huyện Tân Lập"


def _word() -> bytes:
    document = Document()
    head = document.add_table(rows=1, cols=2)
    head.cell(0, 0).text = "UBND HUYỆN TÂN LẬP\nPHÒNG NỘI VỤ"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    document.add_paragraph("Số: 15/PNV")
    document.add_paragraph("V/v rà soát biên chế")
    document.add_paragraph("Kính gửi: Các phòng chuyên môn.")
    document.add_paragraph("Đề nghị các phòng chuyên môn lập danh sách, gửi về phòng trước ngày 05/9/2022.")
    table = document.add_table(rows=2, cols=2)
    for row, cells in enumerate((("Phòng", "Số người"), ("Tài chính", "7"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_text_in_any_unicode(encoding: str) -> None:
    found = text_of(WORDS.encode(encoding), "a.txt")
    assert (found.text, found.media_type, found.findings) == (WORDS, PLAIN, ())


def test_the_old_code_page_is_read_and_told() -> None:
    found = text_of("Quyết định".encode("cp1258", errors="ignore"), "a.txt")
    assert found.text.startswith("Quy")
    assert [finding.code for finding in found.findings] == ["reading.old_encoding"]


def test_word_with_its_tables_in_their_place() -> None:
    found = text_of(_word(), "a.docx")
    assert found.media_type == DOCX
    assert found.text.index("PHÒNG NỘI VỤ") < found.text.index("CỘNG HÒA") < found.text.index("Số: 15/PNV")
    assert "| Tài chính | 7 |" in found.text
    reading = read(found.text)
    assert (reading.issuer.value, reading.parent_agency.value) == ("PHÒNG NỘI VỤ", "UBND HUYỆN TÂN LẬP")
    assert [item.deadline.date for item in reading.obligations if item.deadline] == ["2022-09-05"]


OTHERS = [
    (b"%PDF-1.7 ...", "source.broken"),
    (b"\x89PNG....", "source.image"),
    (b"Rar!\x1a\x07", "source.kind"),
    (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00" * 20, "source.kind"),
    (bytes(range(256)) * 8, "source.unknown"),
    (b"PK\x03\x04 broken", "source.broken"),
]


@pytest.mark.usefixtures("without_ocr")
@pytest.mark.parametrize(("data", "code"), OTHERS, ids=["pdf", "png", "rar", "heic", "any", "zip"])
def test_other_files_give_words_for_a_person(data: bytes, code: str) -> None:
    found = text_of(data, "a.docx" if code == "source.broken" else "a.dat")
    assert found.text == ""
    (finding,) = found.findings
    assert finding.code == code
    assert finding.message.count(".") >= 2  # what was found, then what to do


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "BODY_LIMIT", 1000)
    assert text_of(_word(), "a.docx").findings[0].code == "source.too_large"


def test_a_file_too_large_for_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "FILE_LIMIT", 10)
    assert text_of(b"a" * 11, "a.txt").findings[0].code == "source.too_large"


HEADS = [b"", b"PK\x03\x04", b"\xff\xfe", b"\x00", b"%PDF-1.7", b"MIME-Version: 1.0\n\n", b"<html>", b"{\\rtf"]
NAMES = ["a.docx", "a.pdf", "a.eml", "a.zip", "a.html", "a.txt"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(HEADS), st.sampled_from(NAMES))
def test_any_bytes_give_text_or_words(data: bytes, head: bytes, name: str) -> None:
    found = text_of(head + data, name)
    assert found.text or found.findings or len(data) < 4
