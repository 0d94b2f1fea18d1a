"""What an office may hand in (dán chữ, một tệp): checked, opened, its text taken out, nothing stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.conf import settings

from quantriet.apps.documents import problems
from quantriet.engines.kernel import Severity
from quantriet.engines.reading import sources

TEXT_LIMIT = 2_000_000  # characters; some 700 printed pages
SUFFIXES = (
    *(".docx", ".docm", ".doc", ".rtf", ".odt", ".pdf", ".txt", ".html", ".htm", ".eml", ".zip"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"),
)
DIRECT_PAGES = 2  # of a scan, recognised while somebody waits; about a second each
PASTED_NAME = "van-ban.txt"


def file_name(name: str) -> str:
    """The last part of a path from any system; never empty."""
    return PurePath(name.replace("\\", "/")).name[:200] or PASTED_NAME


@dataclass(frozen=True, slots=True)
class Source:
    """An original with the text taken from it."""

    data: bytes
    name: str
    media_type: str
    text: str
    findings: tuple[dict[str, Any], ...] = ()
    others: tuple[Source, ...] = ()  # the other files of a bundle


def pasted(text: str) -> tuple[bytes, str]:
    """Pasted text as an original: its bytes and a name."""
    return text.replace("\r\n", "\n").encode("utf-8", "replace"), PASTED_NAME


class Brief:
    """Recognises a few pages while somebody waits, and counts those that are too many for that."""

    def __init__(self) -> None:
        self.taken = 0
        self.left = 0

    def __call__(self, scan: sources.Scan) -> Mapping[int, str]:
        if self.taken + len(scan.numbers) > DIRECT_PAGES:
            self.left += len(scan.numbers)
            return {}
        self.taken += len(scan.numbers)
        return sources.recognise(scan)


def open_source(data: bytes, name: str, recogniser: sources.Recogniser | None = None) -> Source:
    """The text of an original. Raises `Problem` with the field it belongs to.

    Without a `recogniser` at most `DIRECT_PAGES` are recognised; then a longer scan raises `ScanWaits`.
    """
    name = file_name(name)
    if len(data) > settings.UPLOAD_LIMIT_BYTES:
        raise problems.file_too_big(len(data), settings.UPLOAD_LIMIT_BYTES)
    brief = Brief()
    found = sources.text_of(data, name, recogniser or brief)
    if brief.left:
        raise problems.ScanWaits(brief.taken + brief.left)
    if unread := [finding for finding in found.findings if finding.severity is Severity.ERROR]:
        raise problems.file_unreadable(name, unread[0].message)
    if found.media_type == sources.PLAIN and PurePath(name).suffix.lower() not in SUFFIXES:
        raise problems.file_kind_unknown(name)  # the other kinds are told by their content, whatever the name
    if not any(char.isalnum() for char in found.text):
        raise problems.nothing_given() if name == PASTED_NAME else problems.file_empty(name)
    if len(found.text) > TEXT_LIMIT:
        raise problems.text_too_long(len(found.text), TEXT_LIMIT)
    others = (_source(other.data, other.name, other.source) for other in found.others)
    return _source(data, name, found, tuple(other for other in others if len(other.text) <= TEXT_LIMIT))


def _source(data: bytes, name: str, found: sources.SourceText, others: tuple[Source, ...] = ()) -> Source:
    findings = tuple(finding.to_dict() for finding in found.findings)
    # No column of PostgreSQL takes the character NUL, and no reader misses it.
    return Source(data, name[:200], found.media_type, found.text.replace("\0", ""), findings, others)
