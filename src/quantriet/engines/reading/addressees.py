"""Stage 5: to whom the document is sent (kính gửi).

Reads: lines. Writes: addressees and the lines they take. They stand after "Kính gửi:", or in the list that takes
its place at the head of a telegram ("… điện:") or an invitation ("kính mời:"); never in a body sentence.
"""

from __future__ import annotations

import re

from quantriet.engines.kernel import Span

from .flat import Flat
from .layout import Line
from .shapes import Read

GREETING = re.compile(r"\bkinh gui\b\s*[:;.]?|\bk[ií]nh g\w{1,2}i\s*:")
_TELEGRAM = re.compile(r"(?:\bdien|\bkinh moi|\bkinh gui|\bgui)\s*:\s*$")
_DASH = re.compile(r"^[-–—~•*+_]{1,2}[-_~.\s]*(?=\w)")
_INFORMAL = re.compile(
    r"^\W{0,2}(?:than )?gui\s*:?\s+(?=(?:cac|anh|chi|toan|quy|thay|co|ban)\b)"
)  # an office's own note
_LONGEST_OPENING = 90
_MAX_ITEMS = 30


def read_addressees(text: str, lines: list[Line], start: int) -> tuple[tuple[Read[str], ...], range]:
    """The addressees, and the range of lines that hold them."""
    for at, line in enumerate(lines):
        match = GREETING.search(line.bare)
        if match and (match.start() <= 3 or len(line.cells) > 1 or _is_lead(line, match)):
            return _after_greeting(text, lines, at, line.start + match.end())
    for at in range(start, min(start + 3, len(lines))):
        if (match := _INFORMAL.match(lines[at].bare)) and len(lines[at].text) < _LONGEST_OPENING:
            return _after_greeting(text, lines, at, lines[at].start + match.end())
    for at in range(start, min(start + 25, len(lines) - 1)):
        if _TELEGRAM.search(lines[at].bare) and _DASH.match(lines[at + 1].text):
            items, end = _items(text, lines, at + 1)
            return tuple(items), range(at, end)
    return (), range(0)


def _is_lead(line: Line, match: re.Match[str]) -> bool:
    """A greeting inside a line counts only with its colon and nothing but blanks or signs before it."""
    return match.group().rstrip().endswith(":") and not re.search(r"\w", line.bare[: match.start()])


def _after_greeting(text: str, lines: list[Line], at: int, offset: int) -> tuple[tuple[Read[str], ...], range]:
    line = lines[at]
    offset = min(offset, line.end)
    stop = re.search(r"\.\s+(?=[A-ZĐÀ-Ỹ])", text[offset : line.end]) if line.end - offset > 160 else None
    if stop is not None:  # a page pasted into one line: the body follows on it
        return tuple(_split(text, [Span(offset, offset + stop.start())])), range(0)
    same = text[offset : line.end].strip(" :;|")
    if same and not _DASH.match(same):
        spans = [Span(offset, line.end)]
        end = at + 1
        while end < len(lines) and end < at + 6 and not same.endswith((".", ";")) and _continues(lines[end], same):
            spans.append(lines[end].span)
            same = lines[end].text
            end += 1
        first = _split(text, spans)
        if same.endswith(";") or (end < len(lines) and _DASH.match(lines[end].text) and not lines[end].blanks_before):
            more, end = _items(text, lines, end)
            first += more
        return tuple(first), range(at, end)
    if same:
        first = _split(text, [Span(offset, line.end)])
        more, end = _items(text, lines, at + 1) if at + 1 < len(lines) else ([], at + 1)
        return tuple(first + more), range(at, end)
    items, end = _items(text, lines, at + 1)
    return tuple(items), range(at, end)


def _continues(line: Line, before: str) -> bool:
    """Whether a line goes on with the addressee above it, and is not the first of the body."""
    if line.blanks_before or _DASH.match(line.text):
        return False
    if line.text[0].islower() or before.rstrip().endswith(("-", ",", "và", "–")):
        return True
    return len(before) > 64 and len(line.text) < 60 and not re.search(r"[:;]$|^\d", line.text)


def _items(text: str, lines: list[Line], at: int) -> tuple[list[Read[str]], int]:
    """Items of a list, one a dash, or one a line when no dashes are used."""
    groups: list[list[Span]] = []
    dashed = at < len(lines) and _DASH.match(lines[at].text) is not None
    while at < len(lines) and len(groups) < _MAX_ITEMS:
        line = lines[at]
        before = groups[-1][-1].of(text).rstrip() if groups else ""
        if before.endswith("."):
            break
        if match := _DASH.match(line.text):
            groups.append([Span(line.start + match.end(), line.end)])
        elif groups and not line.blanks_before and not before.endswith((";", ":")) and dashed:
            groups[-1].append(line.span)
        elif dashed or line.blanks_before > 1 or len(line.text) > 120 or (groups and not before.endswith((";", ","))):
            break
        else:
            groups.append([line.span])
        at += 1
    return [item for group in groups for item in _split(text, group, whole=True)], at


def _split(text: str, spans: list[Span], whole: bool = False) -> list[Read[str]]:
    flat = Flat.of(text, spans)
    found = []
    # Names of units may hold anything but this: a semicolon and a capital part two of them on one line.
    for match in re.finditer(r"[^;]+" if not whole else r"(?:[^;]|;(?!\s+[A-ZĐÀ-Ỹ]))+", flat.text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip(" -–~:|"))
        end = match.start() + len(words.rstrip(" .;:,|-–"))
        if end - start >= 3:
            found.append(Read(flat.text[start:end], flat.span(start, end), 0.05, "ghi ở mục Kính gửi"))
    return found
