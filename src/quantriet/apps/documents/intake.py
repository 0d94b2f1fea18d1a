"""What an office may hand in (dán chữ, tệp .docx, .txt): checked, opened, its text taken out, nothing stored."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.conf import settings

from quantriet.apps.documents import problems

TEXT_LIMIT = 2_000_000  # characters; some 700 printed pages
SUFFIXES = (".docx", ".txt")
PASTED_NAME = "van-ban.txt"
_SIGNS = (
    (b"%PDF", "Tệp này là PDF. Phần mềm đọc được tệp Word .docx và tệp chữ .txt."),
    (b"\xff\xd8\xff", "Tệp này là ảnh chụp. Phần mềm chưa đọc được chữ trong ảnh."),
    (b"\x89PNG", "Tệp này là ảnh chụp. Phần mềm chưa đọc được chữ trong ảnh."),
    (b"\xd0\xcf\x11\xe0", "Tệp này là Word .doc đời cũ. Phần mềm đọc được .docx."),
)


@dataclass(frozen=True, slots=True)
class Source:
    """An original with the text taken from it."""

    data: bytes
    name: str
    media_type: str
    text: str
    findings: tuple[dict[str, Any], ...] = ()


def pasted(text: str) -> tuple[bytes, str]:
    """Pasted text as an original: its bytes and a name."""
    return text.replace("\r\n", "\n").encode("utf-8", "replace"), PASTED_NAME


def open_source(data: bytes, name: str) -> Source:
    """The text of an original. Raises `Problem` with the field it belongs to."""
    name = PurePath(name.replace("\\", "/")).name[:200] or PASTED_NAME
    if len(data) > settings.UPLOAD_LIMIT_BYTES:
        raise problems.file_too_big(len(data), settings.UPLOAD_LIMIT_BYTES)
    _check_kind(data, name)
    from quantriet.engines.reading import sources

    try:
        found = sources.text_of(data, name)
    except (ValueError, KeyError, zipfile.BadZipFile):
        raise problems.file_kind_unknown(name, "Tệp hỏng hoặc không đúng định dạng ghi ở đuôi tên tệp.") from None
    if not any(char.isalnum() for char in found.text):
        raise problems.nothing_given() if name == PASTED_NAME else problems.file_empty(name)
    if len(found.text) > TEXT_LIMIT:
        raise problems.text_too_long(len(found.text), TEXT_LIMIT)
    findings = tuple(finding.to_dict() for finding in found.findings)
    # No column of PostgreSQL takes the character NUL, and no reader misses it.
    return Source(data, name, found.media_type, found.text.replace("\0", ""), findings)


def _check_kind(data: bytes, name: str) -> None:
    for sign, why in _SIGNS:
        if data.startswith(sign):
            raise problems.file_kind_unknown(name, why)
    if PurePath(name).suffix.lower() not in SUFFIXES:
        raise problems.file_kind_unknown(name)
