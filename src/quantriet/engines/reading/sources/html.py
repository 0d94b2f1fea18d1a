"""Web pages: blocks to lines, cells of a table in their row; scripts, styles and the page's own furniture dropped.

Reads: the bytes of one file. Writes: a `SourceText`. The tags are found by our own scan, in linear time whatever the
file holds: html.parser of the Pythons we support looks to the end of the file at every unclosed comment.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ..normalise import decode
from ..tables import names_tasks
from .rows import cell_of, row_of
from .shapes import HTML, SourceText, nothing

_NAME = re.compile(r"</?([a-z][a-z0-9:-]{0,30})", re.IGNORECASE)
_RAW = {"script", "style", "textarea", "title", "noscript", "xml"}  # dropped up to their own end tag
_FURNITURE = {"nav", "aside", "footer", "form", "button", "select", "svg", "template", "iframe"}
_BLOCKS = {
    *("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "h1", "h2"),
    *("h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "tbody", "ul"),
}
_CELLS = {"td", "th"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 20  # tables within tables; below, cells are lines


def looks_like(data: bytes) -> bool:
    """True of the beginning of a web page."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return (
        head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")) and b"<html" in data[:4096].lower()
    )


def read(data: bytes) -> SourceText:
    """The text of a web page."""
    source, findings = decode(data)
    text = _Page().text_of(source)
    if not text.strip():
        return nothing(HTML, "source.no_text", "Trang web này không có chữ nào ngoài trình đơn và mã lệnh.")
    return SourceText(text, HTML, findings)


def tokens(source: str) -> Iterator[str]:
    """Text and tags in turn. Every search either moves on or ends the scan."""
    lowered = source.lower()
    lowered = lowered if len(lowered) == len(source) else source
    at = 0
    while (start := source.find("<", at)) >= 0:
        yield source[at:start]
        is_comment = source.startswith("<!--", start)
        if (
            not is_comment
            and not source[start + 1 : start + 2].isalpha()
            and source[start + 1 : start + 2] not in "/!?"
        ):
            yield "<"
            at = start + 1
            continue
        mark = "-->" if is_comment else ">"
        end = source.find(mark, start + 1)
        if end < 0:
            return
        at = end + len(mark)
        name = _NAME.match(source, start)
        if name and source[start + 1] != "/" and name[1].lower() in _RAW:
            close = lowered.find("</" + name[1].lower(), at)
            if close < 0:
                return
            at = close
        elif not is_comment:
            yield source[start:at]
    yield source[at:]


class _Page:
    """The lines found so far; a stack of rows and cells that are open."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []  # the pieces of the line that is open
        self._depth = 0  # tables open
        self._rows: list[tuple[int, list[str]]] = []
        self._cells: list[list[str]] = []  # the lines around an open cell
        self._of_tasks: set[int] = set()  # depths of open tables whose head names tasks
        self._hidden: list[str] = []

    def text_of(self, source: str) -> str:
        for token in tokens(source):
            if token[:1] == "<" and len(token) > 1:
                self._tag(token)
            elif not self._hidden:
                self._line.append(token)
        while self._rows:
            self._end_row()
        self._end_line()
        return "\n".join(self._lines)

    def _end_line(self) -> None:
        line = _SPACES.sub(" ", html.unescape("".join(self._line))).strip()
        self._line.clear()
        if line:
            self._lines.append(line)

    def _tag(self, token: str) -> None:
        found = _NAME.match(token)
        name = found[1].lower() if found else ""
        is_end = token[1] == "/"
        if name in _FURNITURE:
            self._hide(name, is_end)
        elif self._hidden:
            return
        elif name == "table":
            self._table(is_end)
        elif name == "tr":
            self._row(is_end)
        elif name in _CELLS:
            self._cell(is_end)
        elif name == "br" or name in _BLOCKS:
            self._end_line()

    def _hide(self, name: str, is_end: bool) -> None:
        if not is_end:
            self._hidden.append(name)
        elif name in self._hidden[-3:]:  # crossed tags close one another
            while self._hidden.pop() != name:
                pass
        self._end_line()

    def _table(self, is_end: bool) -> None:
        if is_end and self._is_in_row():
            self._end_row()
        self._depth = max(self._depth + (-1 if is_end else 1), 0)
        self._of_tasks.discard(self._depth + 1 if is_end else self._depth)
        self._end_line()

    def _row(self, is_end: bool) -> None:
        if self._is_in_row():
            self._end_row()
        if not is_end and len(self._rows) < _DEEPEST:
            self._rows.append((self._depth, []))

    def _cell(self, is_end: bool) -> None:
        if not self._is_in_row():
            self._end_line()
            return
        if len(self._cells) == len(self._rows):
            self._end_cell()
        if not is_end:
            self._end_line()
            self._cells.append(self._lines)
            self._lines = []

    def _is_in_row(self) -> bool:
        """True when a row of the innermost table is open; its end tag may be left out."""
        return bool(self._rows) and self._rows[-1][0] == self._depth

    def _end_cell(self) -> None:
        self._end_line()
        text = "\n".join(self._lines)
        self._lines = self._cells.pop()
        self._rows[-1][1].append(text)

    def _end_row(self) -> None:
        if len(self._cells) == len(self._rows):
            self._end_cell()
        depth, cells = self._rows.pop()
        if names_tasks([" ".join(cell.split()) for cell in cells]):
            self._of_tasks.add(depth)
        if depth in self._of_tasks:  # every column keeps its place, and every row its line
            self._lines.append(row_of(cell_of([cell]) for cell in cells))
            return
        cells = [cell for cell in cells if cell]
        if len(cells) > 1 and not any("\n" in cell for cell in cells):
            cells = [row_of(cells)]
        self._lines += cells
