"""Files that hold files: letters by e-mail (.eml, .mht) and archives (.zip).

Reads: the bytes of one file. Writes: the `SourceText` of the document in it, with a finding that names the others.
Which one is the document: the first with the national motto, else the one with most text.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from io import BytesIO
from pathlib import PurePosixPath

from quantriet.engines.kernel import Finding, Severity, fold

from .shapes import MAIL, ZIP, Other, SourceText, nothing, told

Opened = Callable[[bytes, str], SourceText]

OPENED_LIMIT = 20  # documents of one bundle that are opened
PART_LIMIT = 40 * 1024 * 1024  # bytes of one part, unpacked
WHOLE_LIMIT = 120 * 1024 * 1024  # bytes of all opened parts
_MAIL_HEADS = (b"mime-version:", b"return-path:", b"received:", b"delivered-to:", b"from: <saved by")
_DOCUMENTS = (".docx", ".docm", ".pdf", ".doc", ".rtf", ".odt", ".txt", ".html", ".htm", ".zip", ".eml")
_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")
_OFFICE = {
    "xl/workbook.xml": "bảng tính Excel",
    "ppt/presentation.xml": "bài trình chiếu",
    "content.xml": "OpenDocument",
}
_MOTTO = fold("Độc lập - Tự do - Hạnh phúc")
_HEAD = 3000  # characters within which the motto stands
BODY = "lời thư"
_OTHER_FILE = "Hỏi lại nơi gửi, hoặc chọn tệp văn bản."


@dataclass(frozen=True, slots=True)
class Part:
    """A file within a file."""

    name: str
    data: bytes


def is_mail(data: bytes, name: str) -> bool:
    return name.endswith((".eml", ".mht", ".mhtml")) or data[:20].lower().startswith(_MAIL_HEADS)


def read_mail(data: bytes, opened: Opened) -> SourceText:
    """The document attached to a letter, else the letter's own words."""
    try:
        parts = list(_parts_of_mail(message_from_bytes(data)))
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, TypeError) as error:
        return nothing(MAIL, "source.broken", f"Thư này hỏng, không mở được ({type(error).__name__}).")
    attached = [part for part in parts if part.name != BODY]
    bodies = [part for part in parts if part.name == BODY]
    if not parts:
        return nothing(MAIL, "source.empty_mail", "Thư này không có lời và không có tệp đính kèm nào.", _OTHER_FILE)
    found = _main(attached, opened, MAIL, more=[])
    if not bodies:
        return found
    if found.text:
        body = opened(bodies[0].data, "body.txt")
        return replace(found, others=(*found.others, Other(BODY, bodies[0].data, body))) if body.text.strip() else found
    return _main(bodies[:1], opened, MAIL, more=[part.name for part in attached])


def _parts_of_mail(message: Message) -> Iterator[Part]:
    """Attachments and the body, plain before HTML."""
    bodies: dict[str, Part] = {}
    for part in message.walk():
        if part.is_multipart():
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            continue
        kind = part.get_content_type()
        name = _plain_name(part)
        if name and part.get_content_disposition() != "inline" and not kind.startswith("image/"):
            yield Part(name, payload)
        elif kind in {"text/plain", "text/html"}:
            bodies.setdefault(kind, Part(BODY, _as_unicode(payload, part)))
    for kind in ("text/plain", "text/html"):
        if kind in bodies and bodies[kind].data.strip():
            yield bodies[kind]


def _as_unicode(payload: bytes, part: Message) -> bytes:
    charset = part.get_content_charset()
    try:
        return payload.decode(charset).encode() if charset else payload
    except (LookupError, UnicodeError):
        return payload


def _plain_name(part: Message) -> str:
    name = part.get_filename() or ""
    try:
        return str(make_header(decode_header(name)))[:200]
    except (MessageError, UnicodeError, LookupError, ValueError):
        return name[:200]


def read_zip(data: bytes, opened: Opened) -> SourceText:
    """The document in an archive."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            for mark, what in _OFFICE.items():
                if any(entry.filename == mark for entry in entries):
                    return nothing(ZIP, "source.not_word", f"Tệp là {what}, không phải văn bản Word.")
            if any(entry.flag_bits & 1 for entry in entries):
                remedy = "Hỏi nơi gửi mật khẩu, giải nén rồi chọn từng văn bản bên trong."
                return nothing(ZIP, "source.locked", "Tệp nén có mật khẩu nên không mở được.", remedy)
            files = [entry for entry in entries if not entry.is_dir() and not entry.filename.startswith("__MACOSX/")]
            # Photographed pages count as documents only where nothing else does: beside a document they are stamps.
            kinds = next((kinds for kinds in (_DOCUMENTS, _PICTURES) if _of(kinds, files)), ())
            wanted = _of(kinds, files)
            parts, passed = _unpacked(package, wanted)
            passed += [_base(entry.filename) for entry in files if entry not in wanted]
    except Exception as error:  # zipfile and the packers raise many kinds
        return nothing(ZIP, "source.broken", f"Tệp nén hỏng, không mở được ({type(error).__name__}).")
    return (_pages if kinds == _PICTURES else _main)(parts, opened, ZIP, passed)


def _unpacked(package: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo]) -> tuple[list[Part], list[str]]:
    """The parts that fit, measured by unpacking since a stated size may be false; and the names of the others."""
    parts: list[Part] = []
    passed: list[str] = []
    left = WHOLE_LIMIT
    for entry in entries:
        name = _base(entry.filename)
        limit = min(PART_LIMIT, left)
        if len(parts) == OPENED_LIMIT or entry.file_size > limit:
            passed.append(name)
            continue
        with package.open(entry) as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            passed.append(name)
        else:
            left -= len(data)
            parts.append(Part(name, data))
    return parts, passed


def _of(kinds: tuple[str, ...], entries: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    return [entry for entry in entries if entry.filename.lower().endswith(kinds)] if kinds else []


def _base(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name[:200]


def _main(parts: Sequence[Part], opened: Opened, media_type: str, more: Sequence[str]) -> SourceText:
    """The document among the parts, with the other readable ones beside it."""
    tried = [(part, opened(part.data, part.name)) for part in parts[:OPENED_LIMIT]]
    readable = [(part, found) for part, found in tried if found.text.strip()]
    if not readable:
        reasons = [f"«{part.name}»: {found.findings[0].message}" for part, found in tried if found.findings]
        what = "Bên trong không có văn bản nào đọc được." + "".join(f" {reason}" for reason in reasons[:1])
        return nothing(media_type, "source.no_document", what, "" if reasons else "Chọn tệp .docx, .pdf hay .txt.")
    part, found = next((pair for pair in readable if _has_motto(pair[1].text)), None) or max(
        readable, key=lambda pair: len(pair[1].text)
    )
    others = [Other(other.name, other.data, source) for other, source in readable if other is not part]
    inner = [other for source in (found, *(other.source for other in others)) for other in source.others]
    unread = [other.name for other, source in tried if not source.text.strip()]
    unread += [other.name for other in parts[OPENED_LIMIT:]] + list(more)
    findings = (*found.findings, *_told(part.name, [other.name for other in others], unread))
    flat = tuple(replace(other, source=replace(other.source, others=())) for other in (*others, *inner))
    return SourceText(found.text, media_type, findings, flat)


def _pages(parts: Sequence[Part], opened: Opened, media_type: str, more: Sequence[str]) -> SourceText:
    """Photographed pages, one a file: a single document in the order of their names."""
    pages = [(part, opened(part.data, part.name)) for part in sorted(parts, key=_page_order)]
    text = "\n\n".join(found.text for _, found in pages if found.text)
    if not text:
        return _main(parts[:1], opened, media_type, more)
    findings = dict.fromkeys(finding for _, found in pages if found.text for finding in found.findings)
    unread = [part.name for part, found in pages if not found.text] + list(more)
    return SourceText(text, media_type, (*findings, *_told("", [], unread)))


def _page_order(part: Part) -> list[tuple[bool, int, str]]:
    """Names by their numbers: page 10 comes after page 9."""
    pieces = re.findall(r"\d+|\D+", part.name.lower())
    return [(piece.isdigit(), int(piece) if piece.isdecimal() else 0, piece) for piece in pieces]


def _told(main: str, others: Sequence[str], unread: Sequence[str]) -> list[Finding]:
    """Which files came along, and which of them could not be read."""
    found = []
    if others:
        message = f"Trong tệp có nhiều văn bản; đọc «{main}» là chính, còn {_names(others)} có thể vào sổ riêng."
        found.append(told("source.others", message, Severity.INFO))
    if unread:
        message = f"Trong tệp còn phần chưa đọc: {_names(unread)}. Phần nào là văn bản thì mở ra, chọn và vào sổ riêng."
        found.append(told("source.unread", message))
    return found


def _names(names: Sequence[str]) -> str:
    return ", ".join(f"«{name}»" for name in names[:10]) + (", …" if len(names) > 10 else "")


def _has_motto(text: str) -> bool:
    return _MOTTO in " ".join(fold(text[:_HEAD]).split())
