"""Files → text: plain text in any usual encoding, Word `.docx` with its tables in their place.

Reads: the bytes of one file and its name. Writes: a `SourceText`. Never raises: a file that gives no text gives an
empty one with a finding that says what was found and what to do.
"""

from __future__ import annotations

import codecs
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from quantriet.engines.kernel import Finding, Severity

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PLAIN = "text/plain"
UNPACKED_LIMIT = 200 * 1024 * 1024  # a Word file that unpacks to more is no letter
_ENCODINGS = ("utf-8", "cp1258", "latin-1")  # latin-1 takes any byte: the last resort
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file, what kind of file it was, what was doubtful about it."""

    text: str
    media_type: str
    findings: tuple[Finding, ...] = ()


def text_of(data: bytes, name: str) -> SourceText:
    """The text of a file, told by its content first and its name second."""
    if data.startswith(b"PK\x03\x04"):
        return _word(data)
    if data.startswith(b"%PDF"):
        return _nothing("application/pdf", "source.pdf", "Tệp là PDF; bản này chưa đọc được PDF.")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _nothing("application/msword", "source.old_word", "Tệp là Word đời cũ (.doc) hoặc có mật khẩu.")
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG")):
        return _nothing("image/*", "source.image", "Tệp là ảnh; bản này chưa đọc được chữ trong ảnh.")
    return _plain(data)


def _nothing(media_type: str, code: str, what: str) -> SourceText:
    remedy = "Mở tệp, chép toàn văn rồi dán vào, hoặc lưu lại thành .docx hay .txt."
    return SourceText("", media_type, (Finding(code, f"{what} {remedy}", None, Severity.ERROR),))


def _plain(data: bytes) -> SourceText:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return SourceText(data.decode(encoding, "replace"), PLAIN)
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        guessed = encoding != "utf-8"
        message = "Tệp không ghi rõ bảng mã nên có thể sai dấu. Xem lại chữ; nếu sai, lưu lại tệp theo UTF-8."
        return SourceText(text, PLAIN, (Finding("source.encoding", message),) if guessed else ())
    raise AssertionError("latin-1 decodes everything")


def _word(data: bytes) -> SourceText:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > UNPACKED_LIMIT:
                return _nothing(DOCX, "source.too_large", "Tệp Word giải nén ra quá lớn nên không mở.")
            names = set(package.namelist())
        if "word/document.xml" not in names:
            return _nothing("application/zip", "source.not_word", "Tệp nén này không phải văn bản Word.")
        text = "\n".join(_paragraphs(data))
    except Exception as error:  # python-docx and lxml raise many kinds; a broken file is a finding, never a failure
        return _nothing(DOCX, "source.broken", f"Tệp Word hỏng, không mở được ({type(error).__name__}).")
    macros = Finding("source.macros", "Tệp Word có macro; macro không được chạy, chỉ lấy chữ.", None, Severity.INFO)
    return SourceText(text, DOCX, (macros,) if "word/vbaProject.bin" in names else ())


def _paragraphs(data: bytes) -> Iterator[str]:
    """Paragraphs and tables in the order of the page; a cell's lines stay together, one below the other."""
    from docx import Document
    from docx.table import Table

    for block in Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            yield from _table(block)
        else:
            yield block.text


def _table(table: object) -> Iterator[str]:
    for row in table.rows:  # type: ignore[attr-defined]  # docx ships no types
        cells = list(dict.fromkeys(row.cells))  # a merged cell is listed once for each column it covers
        if len(table.rows) == 1 or all("\n" in cell.text for cell in cells):  # type: ignore[attr-defined]
            yield from (cell.text for cell in cells)  # a letterhead or a foot set in two columns
        else:
            yield " | ".join(cell.text.replace("\n", " ").strip() for cell in cells)
