"""Which kind of file this is, and which module reads it.

Reads: the bytes of one file and its name. Writes: a `SourceText`. Never raises.
"""

from __future__ import annotations

import codecs
import hashlib

from ..normalise import decode
from . import bundles, html, ocr, office, pdf, word
from .legacy import renewed
from .shapes import BINARY, PLAIN, SourceText, nothing
from .vietnamese import is_binary

FILE_LIMIT = 60 * 1024 * 1024  # bytes as sent; the thickest directive with its pictures is far below
DEEPEST = 2  # bundles within bundles: a letter with an archive in it
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # with entries, and empty
_STRAY = 0.05  # of the characters of a plain text; a layer of a PDF may have more
_PDF_HEAD = 1024  # bytes within which the mark of a PDF may stand
_OTHERS = (
    (b"Rar!", "tệp nén RAR", "Giải nén rồi chọn từng văn bản bên trong, hoặc nén lại thành .zip."),
    (b"7z\xbc\xaf", "tệp nén 7z", "Giải nén rồi chọn từng văn bản bên trong, hoặc nén lại thành .zip."),
    (b"MZ", "chương trình chạy được", "Không mở tệp này; báo người quản trị nếu nhận được qua thư."),
)
_PICTURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
)
_HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc")


def text_of(data: bytes, name: str, recogniser: ocr.Recogniser = ocr.recognise) -> SourceText:
    """The text of a file, told by its content first and its name second.

    `recogniser` is asked for the text of pages that are pictures; it may answer from what it has kept.
    """
    return _opened(data, name.lower(), 0, recogniser)


def _opened(data: bytes, name: str, depth: int, recogniser: ocr.Recogniser) -> SourceText:
    if _is_bundle(data, name):
        return _bundle(data, depth, recogniser)
    return renewed(_single(data, name, recogniser))


def _is_bundle(data: bytes, name: str) -> bool:
    if data.startswith(_ZIP):
        return not _is_document(data, name)
    is_known = data.startswith(b"%PDF") or office.is_old(data) or _picture_type(data) is not None
    return not is_known and bundles.is_mail(data, name)


def _single(data: bytes, name: str, recogniser: ocr.Recogniser) -> SourceText:
    """A file that holds no others."""
    if len(data) > FILE_LIMIT:
        return nothing(BINARY, "source.too_large", "Tệp quá lớn so với một văn bản nên không mở.")
    if media_type := _picture_type(data):
        return ocr.read_picture(data, media_type, _key(data), recogniser)
    if data.startswith(b"%PDF") or (name.endswith(".pdf") and b"%PDF" in data[:_PDF_HEAD]):
        return pdf.read(data, _key(data), recogniser)
    if office.is_old(data):
        return office.read(data)
    if _is_document(data, name):
        return word.read(data)
    for mark, what, remedy in _OTHERS:
        if data.startswith(mark):
            return nothing(BINARY, "source.kind", f"Tệp là {what}, không phải văn bản.", remedy)
    if data[4:12] in _HEIC:
        remedy = "Mở ảnh trên máy, lưu lại thành .jpg (trên iPhone: Cài đặt, Camera, Định dạng, Tương thích nhất)."
        return nothing(BINARY, "source.kind", "Ảnh HEIC của điện thoại chưa đọc được.", remedy)
    if name.endswith((".html", ".htm")) or html.looks_like(data):
        return html.read(data)
    return _plain(data)


def _is_document(data: bytes, name: str) -> bool:
    """A package of Word or OpenDocument, or what is named so and is no text."""
    if word.is_word(data) or office.is_old(data):
        return True
    return name.endswith((".docx", ".docm")) and (data.startswith(b"PK\x03\x04") or b"\x00" in data[:4000])


def _picture_type(data: bytes) -> str | None:
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for mark, media_type in _PICTURES if data.startswith(mark)), None)


def _key(data: bytes) -> str:
    """Tells the files of one bundle apart."""
    return hashlib.sha256(data).hexdigest()[:16]


def _bundle(data: bytes, depth: int, recogniser: ocr.Recogniser) -> SourceText:
    if len(data) > FILE_LIMIT:
        return nothing(BINARY, "source.too_large", "Tệp quá lớn so với một văn bản nên không mở.")
    read = bundles.read_zip if data.startswith(_ZIP) else bundles.read_mail
    if depth == DEEPEST:
        remedy = "Mở tệp, lấy văn bản bên trong ra rồi chọn riêng."
        return nothing(BINARY, "source.too_deep", "Tệp nằm trong quá nhiều lớp nén.", remedy)
    return read(data, lambda inner, inside: _opened(inner, inside.lower(), depth + 1, recogniser))


def _plain(data: bytes) -> SourceText:
    if data.startswith(_UTF32):
        return SourceText(data.decode("utf-32", "replace"), PLAIN)
    text, findings = decode(data)
    if is_binary(text, _STRAY):
        what = "Không nhận ra đây là loại tệp gì: bên trong không phải chữ."
        return nothing(BINARY, "source.unknown", what, "Hỏi nơi gửi, xin bản .docx hoặc .pdf, hoặc dán toàn văn.")
    if any(finding.code == "reading.old_encoding" for finding in findings):
        # The fonts of that time had codes of their own, which the code page would tear apart.
        typed = renewed(SourceText(data.decode("cp1252", "replace"), PLAIN))
        if typed.findings:
            return typed
    return SourceText(text.removeprefix("\ufeff"), PLAIN, findings)
