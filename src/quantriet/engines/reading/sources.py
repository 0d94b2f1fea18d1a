"""Files → text: plain text in any usual encoding, Word `.docx` with its tables in their place (tệp nguồn).

Reads: the bytes of one file and its name. Writes: a `SourceText`. Never raises: a file that gives no text gives an
empty one with a finding that says what was found and what to do.
"""

from __future__ import annotations

import codecs
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from quantriet.engines.kernel import Finding, Severity

from .normalise import decode

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PLAIN = "text/plain"
FILE_LIMIT = 60 * 1024 * 1024  # bytes as sent; the thickest directive with its pictures is far below
UNPACKED_LIMIT = 200 * 1024 * 1024  # a Word file that unpacks to more is no letter
BODY_LIMIT = 60 * 1024 * 1024  # of the part with the text; a book of 5,000 pages has less
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_OTHERS = (
    (b"%PDF", "application/pdf", "source.pdf", "Tệp là PDF; bản này chưa đọc được PDF."),
    (b"\xd0\xcf\x11\xe0", "application/msword", "source.old_word", "Tệp là Word đời cũ (.doc) hoặc có mật khẩu."),
    (b"{\\rtf", "application/rtf", "source.rtf", "Tệp là văn bản RTF."),
    (b"\xff\xd8\xff", "image/jpeg", "source.image", "Tệp là ảnh; bản này chưa đọc được chữ trong ảnh."),
    (b"\x89PNG", "image/png", "source.image", "Tệp là ảnh; bản này chưa đọc được chữ trong ảnh."),
    (b"II*\x00", "image/tiff", "source.image", "Tệp là ảnh; bản này chưa đọc được chữ trong ảnh."),
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file, what kind of file it was, what was doubtful about it."""

    text: str
    media_type: str
    findings: tuple[Finding, ...] = ()


def text_of(data: bytes, name: str) -> SourceText:
    """The text of a file, told by its content first and its name second."""
    if len(data) > FILE_LIMIT:
        return _nothing("application/octet-stream", "source.too_large", "Tệp quá lớn so với một văn bản nên không mở.")
    for mark, media_type, code, what in _OTHERS:
        if data.startswith(mark):
            return _nothing(media_type, code, what)
    if data.startswith(b"PK\x03\x04") or (name.lower().endswith(".docx") and b"\x00" in data[:4000]):
        return _word(data)
    if data.startswith(_UTF32):
        return SourceText(data.decode("utf-32", "replace"), PLAIN)
    text, findings = decode(data)
    return SourceText(text.removeprefix("\ufeff"), PLAIN, findings)


def _nothing(media_type: str, code: str, what: str) -> SourceText:
    remedy = "Mở tệp, chép toàn văn rồi dán vào, hoặc lưu lại thành .docx hay .txt."
    return SourceText("", media_type, (Finding(code, f"{what} {remedy}", None, Severity.ERROR),))


def _word(data: bytes) -> SourceText:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            names = {entry.filename for entry in entries}
            if "word/document.xml" not in names:
                return _nothing("application/zip", "source.not_word", "Tệp nén này không phải văn bản Word.")
            if any(entry.flag_bits & 1 for entry in entries):
                return _nothing(DOCX, "source.locked", "Tệp Word có mật khẩu nên không mở được.")
            # The sizes a package states may be false, so the part that is read is also measured by unpacking it.
            is_large = sum(entry.file_size for entry in entries) > UNPACKED_LIMIT
            if is_large or _unpacks_past(package, "word/document.xml", BODY_LIMIT):
                return _nothing(DOCX, "source.too_large", "Tệp Word giải nén ra quá lớn nên không mở.")
        text = "\n".join(_paragraphs(data))
    except Exception as error:  # python-docx and lxml raise many kinds; a broken file is a finding, never a failure
        return _nothing(DOCX, "source.broken", f"Tệp Word hỏng, không mở được ({type(error).__name__}).")
    macros = Finding("source.macros", "Tệp Word có macro; macro không được chạy, chỉ lấy chữ.", None, Severity.INFO)
    return SourceText(text, DOCX, (macros,) if "word/vbaProject.bin" in names else ())


def _unpacks_past(package: zipfile.ZipFile, name: str, limit: int) -> bool:
    size = 0
    with package.open(name) as part:
        while chunk := part.read(1 << 20):
            size += len(chunk)
            if size > limit:
                return True
    return False


def _paragraphs(data: bytes) -> Iterator[str]:
    """Paragraphs and tables in the order of the page."""
    from docx import Document
    from docx.table import Table

    for block in Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            yield from _table(block)
        else:
            yield block.text


def _table(table: Any) -> Iterator[str]:
    """Rows of a table. Cells of several lines are columns of a letterhead or foot: they follow one another."""
    for row in table.rows:
        cells = [cell.text for cell in dict.fromkeys(row.cells)]  # a merged cell is listed once a column
        if any("\n" in cell.strip() for cell in cells):
            yield from cells
        else:
            yield "| " + " | ".join(cell.strip() for cell in cells) + " |"
