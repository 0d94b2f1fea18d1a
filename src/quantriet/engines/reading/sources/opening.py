"""Which kind of file this is, and which module reads it.

Reads: the bytes of one file and its name. Writes: a `SourceText`. Never raises.
"""

from __future__ import annotations

import codecs

from ..normalise import decode
from . import bundles, html, ocr, pdf, word
from .legacy import renewed
from .shapes import BINARY, PLAIN, SourceText, nothing

FILE_LIMIT = 60 * 1024 * 1024  # bytes as sent; the thickest directive with its pictures is far below
DEEPEST = 2  # bundles within bundles: a letter with an archive in it
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # with entries, and empty
_PDF_HEAD = 1024  # bytes within which the mark of a PDF may stand
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "application/msword", "source.old_word", "Tệp là Word đời cũ (.doc) hoặc có mật khẩu."),
    (b"{\\rtf", "application/rtf", "source.rtf", "Tệp là văn bản RTF."),
)
_PICTURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)


def text_of(data: bytes, name: str) -> SourceText:
    """The text of a file, told by its content first and its name second."""
    return renewed(_opened(data, name.lower(), 0))


def _opened(data: bytes, name: str, depth: int) -> SourceText:
    if len(data) > FILE_LIMIT:
        return nothing(BINARY, "source.too_large", "Tệp quá lớn so với một văn bản nên không mở.")
    for mark, media_type, code, what in _OTHERS:
        if data.startswith(mark):
            return nothing(media_type, code, what)
    for mark, media_type in _PICTURES:
        if data.startswith(mark):
            return ocr.read_picture(data, media_type)
    if data.startswith(b"%PDF") or (name.endswith(".pdf") and b"%PDF" in data[:_PDF_HEAD]):
        return pdf.read(data)
    if word.is_word(data) or (name.endswith(".docx") and (data.startswith(b"PK\x03\x04") or b"\x00" in data[:4000])):
        return word.read(data)
    if data.startswith(_ZIP) or bundles.is_mail(data, name):
        return _bundle(data, depth)
    if name.endswith((".html", ".htm")) or html.looks_like(data):
        return html.read(data)
    return _plain(data)


def _bundle(data: bytes, depth: int) -> SourceText:
    read = bundles.read_zip if data.startswith(_ZIP) else bundles.read_mail
    if depth == DEEPEST:
        remedy = "Mở tệp, lấy văn bản bên trong ra rồi chọn riêng."
        return nothing(BINARY, "source.too_deep", "Tệp nằm trong quá nhiều lớp nén.", remedy)
    return read(data, lambda inner, inside: _opened(inner, inside.lower(), depth + 1))


def _plain(data: bytes) -> SourceText:
    if data.startswith(_UTF32):
        return SourceText(data.decode("utf-32", "replace"), PLAIN)
    text, findings = decode(data)
    if any(finding.code == "reading.old_encoding" for finding in findings):
        # The fonts of that time had codes of their own, which the code page would tear apart.
        typed = renewed(SourceText(data.decode("cp1252", "replace"), PLAIN))
        if typed.findings:
            return typed
    return SourceText(text.removeprefix("\ufeff"), PLAIN, findings)
