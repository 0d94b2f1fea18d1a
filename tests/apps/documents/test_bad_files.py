"""Whatever an office may choose by mistake: each file gets a sentence that says what it is and what to do, or is read.

Real files through the upload page, as a browser sends them.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document as WordDocument
from PIL import Image, ImageDraw

from quantriet.apps.documents.models import Document, PendingFile, StoredFile
from tests.apps.documents.samples import LETTER
from tests.apps.documents.test_views import post, signed_in
from tests.engines.reading.sources import paper
from tests.support.agency import Agency

pytestmark = pytest.mark.usefixtures("_recognising")


@pytest.fixture
def _recognising(request: pytest.FixtureRequest) -> None:
    """Where Tesseract is missing the pictures among the files are skipped; in continuous integration nothing is."""
    from quantriet.engines.reading.sources import ocr

    needs = getattr(request.node, "callspec", None) and request.node.callspec.id in {"cat", "picture in a pdf"}
    if needs and not ocr.is_available():
        pytest.skip("tesseract is not installed")


def _zip(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "."), data)
    return buffer.getvalue()


def _word(paragraphs: int = 1, *, macros: bool = False) -> bytes:
    document = WordDocument()
    for line in LETTER.split("\n"):
        document.add_paragraph(line)
    for at in range(paragraphs):
        document.add_paragraph(
            f"{at}. " + f"Danh sách phụ lục của đơn vị số {at}, kèm số liệu và địa chỉ liên hệ. " * 8
        )
    buffer = io.BytesIO()
    document.save(buffer)
    if macros:
        with zipfile.ZipFile(buffer, "a") as package:
            package.writestr("word/vbaProject.bin", b"Sub AutoOpen()")
    return buffer.getvalue()


def _cat() -> bytes:
    picture = Image.new("RGB", (600, 500), "tan")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((150, 150, 450, 450), fill="gray")
    pen.polygon([(170, 220), (200, 90), (270, 170)], fill="gray")
    pen.polygon([(430, 220), (400, 90), (330, 170)], fill="gray")
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG")
    return buffer.getvalue()


def _locked() -> bytes:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >> /ID [(a)(a)]" % (b"o" * 32, b"u" * 32)
    return paper.pdf([(-60.0, 60.0, "Mật")]).replace(b"/Root", lock + b"/Root")


def _sheet() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        book.add_worksheet().write(0, 0, "Danh sách")
    return buffer.getvalue()


def _bomb() -> bytes:
    """An archive of a few kilobytes whose document unpacks to far more than a letter has and than it says."""
    size = 400 * 1024 * 1024
    data = bytearray(_zip(a__txt=b"0" * size))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")  # the size that the list of the archive states
    return bytes(data)


def _word_bomb() -> bytes:
    buffer = io.BytesIO(_word())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/a.bin", b"0" * (300 * 1024 * 1024))
    return buffer.getvalue()


EMPTY_MAIL = b"From: a@b.example\nSubject: Cong van\nMIME-Version: 1.0\nContent-Type: text/plain\n\n"
# name of the case, name of the file, bytes, what the sentence says, what it says to do
REFUSED: list[tuple[str, str, Any, str, str]] = [
    ("locked pdf", "a.pdf", _locked, "có mật khẩu", "Hỏi nơi gửi mật khẩu"),
    ("broken pdf", "a.pdf", lambda: paper.pdf(paper.HEAD)[:900], "hỏng", "tải lại từ nơi gửi"),
    ("cat", "meo.jpg", _cat, "không thấy chữ nào", "chụp lại"),
    ("empty", "a.docx", lambda: b"", "không có chữ nào", "Mở tệp kiểm tra"),
    ("spaces", "a.txt", lambda: b" \n\n ", "không có chữ nào", "Mở tệp kiểm tra"),
    ("empty pages", "a.pdf", lambda: paper.pdf([], []), "không trang nào có chữ hay hình", "xin lại từ nơi gửi"),
    ("picture in a pdf", "a.pdf", lambda: paper.pdf(paper.PICTURE), "không thấy chữ nào", "Quét lại"),
    ("bomb", "a.zip", _bomb, "không mở được", "chép toàn văn"),
    ("word bomb", "a.docx", _word_bomb, "quá lớn", "chép toàn văn"),
    ("deep zip", "a.zip", lambda: _zip(a__zip=_zip(b__zip=_zip(c__txt=b"abc"))), "quá nhiều lớp", "chọn riêng"),
    ("empty mail", "a.eml", lambda: EMPTY_MAIL, "không có", "Hỏi lại nơi gửi"),
    ("sheet", "a.xlsx", _sheet, "bảng tính Excel", "dán vào"),
    ("sheet in a zip", "a.zip", lambda: _zip(b__xlsx=_sheet()), "không có văn bản nào", "Chọn tệp"),
    ("broken zip", "a.zip", lambda: _zip(a__txt=LETTER.encode())[:200], "hỏng", "chép toàn văn"),
    ("program", "a.exe", lambda: b"MZ" + bytes(500), "chương trình", "báo người quản trị"),
    ("archive of another kind", "a.rar", lambda: b"Rar!\x1a\x07" + bytes(90), "RAR", "Giải nén"),
    ("noise", "a.txt", lambda: zlib.compress(bytes(range(256)) * 40) * 20, "không phải chữ", "xin bản .docx"),
    ("unknown suffix", "a.xyz", lambda: LETTER.encode(), "Chưa đọc được tệp", "dán vào ô văn bản"),
]


@pytest.mark.parametrize(
    ("name", "make", "what", "remedy"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_a_file_that_cannot_be_read_gets_words(agency: Agency, name: str, make: Any, what: str, remedy: str) -> None:
    answer = post(signed_in(agency, "dung"), file=SimpleUploadedFile(name, make()))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert what in page
    assert remedy in page
    assert "error" in page
    assert not Document.objects.exists()
    assert not PendingFile.objects.exists()
    assert not StoredFile.objects.exists()


def _pages(count: int) -> bytes:
    first = paper.HEAD + paper.BODY
    line = "Đơn vị số {} có số liệu kèm theo trong bảng của phụ lục này, gồm tên và địa chỉ"
    rest = [[(-60.0, 60.0, line.format(at))] for at in range(count - 1)]
    return paper.pdf(first, *rest)


READ: list[tuple[str, str, Any, str, str]] = [
    # name of the case, name of the file, bytes, words of the text, a finding that goes with it
    ("macros", "a.docm", lambda: _word(macros=True), "tăng cường phòng cháy", "source.macros"),
    ("utf-16 without its mark", "a.txt", lambda: LETTER.encode("utf-16-le"), "tăng cường phòng cháy", ""),
    ("utf-16 the other way round", "a.txt", lambda: LETTER.encode("utf-16-be"), "tăng cường phòng cháy", ""),
    ("pdf named word", "a.docx", lambda: paper.pdf(paper.HEAD + paper.BODY), "rà soát biên chế", ""),
    ("word named pdf", "a.pdf", _word, "tăng cường phòng cháy", ""),
    ("word without a suffix", "cong van 45", _word, "tăng cường phòng cháy", ""),
    ("zip in a zip", "a.zip", lambda: _zip(b__zip=_zip(c__txt=LETTER.encode())), "tăng cường phòng cháy", ""),
    ("500 pages of word", "a.docx", lambda: _word(2_000), "đơn vị số 1999", ""),
    ("500 pages of pdf", "a.pdf", lambda: _pages(500), "số 498 có số liệu", ""),
]


@pytest.mark.parametrize(("name", "make", "words", "finding"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_an_odd_file_that_can_be_read_is_entered(
    agency: Agency, name: str, make: Any, words: str, finding: str
) -> None:
    data = make()
    answer = post(signed_in(agency, "dung"), file=SimpleUploadedFile(name, data))
    assert answer.status_code == 302
    document = Document.objects.get()
    assert words in document.text
    codes = {item["code"] for item in document.reading["findings"] if item["code"].startswith("source.")}
    assert codes == ({finding} if finding else set())
    original = signed_in(agency, "dung").get(reverse("documents:original", args=[document.pk]))
    assert original.content == data
