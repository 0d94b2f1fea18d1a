"""Stage 1: the given text in one form, with the way back (chuẩn hóa).

Reads: a string or bytes. Writes: NFC text with \\n line ends and no stray control characters, the map of its
offsets to those of the given text, and findings on damaged encodings.
"""

from __future__ import annotations

import re
import unicodedata

from quantriet.engines.kernel import Finding, Severity

from .shapes import OriginMap

_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_JUNK = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """Bytes as text: UTF-8, UTF-16 by its mark or its zeros, else the old Windows code page of Vietnamese."""
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            return _decode_lossy(data, encoding)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    zeros = data[:4000].count(0)
    if zeros * 5 > min(len(data), 4000):
        odd = data[1:4000:2].count(0)
        return _decode_lossy(data, "utf-16-le" if odd * 2 >= zeros else "utf-16-be")
    text = data.decode("cp1258", errors="replace")
    message = (
        "Tệp không dùng bảng mã Unicode, đã đọc theo bảng mã Windows-1258 cũ nên chữ có thể sai. "
        "Hãy so lại với bản gốc hoặc lưu tệp dạng UTF-8 rồi nạp lại."
    )
    return text, (Finding("reading.old_encoding", message, None, Severity.WARNING),)


def _decode_lossy(data: bytes, encoding: str) -> tuple[str, tuple[Finding, ...]]:
    text = data.decode(encoding, errors="replace")
    if "\ufffd" not in text:
        return text, ()
    message = "Một số ký tự trong tệp bị hỏng và đã được thay bằng dấu �. Hãy so lại với bản gốc trước khi dùng."
    return text, (Finding("reading.damaged_characters", message, None, Severity.WARNING),)


def normalise(source: str) -> tuple[str, OriginMap]:
    """The text in NFC with \\n, and the map back. Unchanged text, the usual case, costs two scans."""
    pieces: list[str] = []
    starts: list[int] = [0]
    origins: list[int] = [0]
    length = 0
    at = 1 if source.startswith("\ufeff") else 0
    origins[0] = at

    def put(piece: str, next_origin: int) -> None:
        nonlocal length
        pieces.append(piece)
        length += len(piece)
        if starts[-1] == length:
            origins[-1] = next_origin
        else:
            starts.append(length)
            origins.append(next_origin)

    for match in _BREAK.finditer(source, at):
        _put_line(source, at, match.start(), put)
        put("\n", match.end())
        at = match.end()
    _put_line(source, at, len(source), put)
    return "".join(pieces), OriginMap(tuple(starts), tuple(origins))


def _put_line(source: str, start: int, end: int, put: object) -> None:
    assert callable(put)
    line = source[start:end]
    if line.isascii() or unicodedata.is_normalized("NFC", line):
        put(_JUNK.sub(" ", line), end)
        return
    for offset, piece in _lines(line):
        composed = unicodedata.normalize("NFC", piece)
        if composed == piece:
            put(_JUNK.sub(" ", piece), start + offset + len(piece))
        else:
            _put_clusters(piece, composed, start + offset, put)


def _lines(text: str) -> list[tuple[int, str]]:
    found = []
    at = 0
    for line in text.split("\n"):
        found.append((at, line + "\n"))
        at += len(line) + 1
    found[-1] = (found[-1][0], found[-1][1][:-1])
    return found


def _put_clusters(piece: str, composed: str, origin: int, put: object) -> None:
    assert callable(put)
    parts: list[tuple[str, int]] = []
    at = 0
    for match in _CLUSTER.finditer(piece):
        if match.start() > at:
            parts.append((unicodedata.normalize("NFC", piece[at : match.start()]), origin + match.start()))
        parts.append((unicodedata.normalize("NFC", match.group()), origin + match.end()))
        at = match.end()
    parts.append((unicodedata.normalize("NFC", piece[at:]), origin + len(piece)))
    if "".join(text for text, _ in parts) != composed:
        # Some scripts compose across the borders taken here; the line is then mapped as one block.
        parts = [(composed, origin + len(piece))]
    for text, next_origin in parts:
        put(_JUNK.sub(" ", text), next_origin)
