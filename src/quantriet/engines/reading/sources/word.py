"""Word `.docx` with its tables in their place.

Reads: the bytes of one file. Writes: a `SourceText`. Macros are never run, only told of.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from quantriet.engines.kernel import Severity

from ..tables import names_tasks
from .rows import cell_of, row_of
from .shapes import DOCX, SourceText, nothing, told

UNPACKED_LIMIT = 200 * 1024 * 1024  # a Word file that unpacks to more is no letter
BODY_LIMIT = 60 * 1024 * 1024  # of the part with the text; a book of 5,000 pages has less
_FEWEST_COLUMNS = 3  # of any table; a letterhead or a foot has two
_MOST_HEAD = 60  # characters of the name of a column


def is_word(data: bytes) -> bool:
    """True of a package that holds a Word document."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except Exception:  # zipfile raises many kinds; what is broken is told by whoever reads it
        return False


def read(data: bytes) -> SourceText:
    """The text of a Word file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            names = {entry.filename for entry in entries}
            if "word/document.xml" not in names:
                return nothing("application/zip", "source.not_word", "Tệp nén này không phải văn bản Word.")
            if any(entry.flag_bits & 1 for entry in entries):
                return nothing(DOCX, "source.locked", "Tệp Word có mật khẩu nên không mở được.")
            # The sizes a package states may be false, so the part that is read is also measured by unpacking it.
            is_large = sum(entry.file_size for entry in entries) > UNPACKED_LIMIT
            if is_large or _unpacks_past(package, "word/document.xml", BODY_LIMIT):
                return nothing(DOCX, "source.too_large", "Tệp Word giải nén ra quá lớn nên không mở.")
        text = "\n".join(_paragraphs(data))
    except Exception as error:  # python-docx and lxml raise many kinds; a broken file is a finding, never a failure
        return nothing(DOCX, "source.broken", f"Tệp Word hỏng, không mở được ({type(error).__name__}).")
    macros = told("source.macros", "Tệp Word có macro; macro không được chạy, chỉ lấy chữ.", Severity.INFO)
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

    yield from _blocks(Document(BytesIO(data)))


def _blocks(container: Any) -> Iterator[str]:
    """The lines of the page or of one cell, with the tables in it."""
    from docx.table import Table

    for block in container.iter_inner_content():
        if isinstance(block, Table):
            yield from _table(block)
        else:
            yield block.text


def _table(table: Any) -> Iterator[str]:
    """Rows of a table, each one line; what only lays out the page, such as a letterhead, follows cell by cell."""
    rows = list(table.rows)
    grid = [_columns(row) for row in rows]
    if _is_of_data(grid):
        yield from (row_of(cells) for cells in grid)
        return
    for row in rows:
        cells = list(dict.fromkeys(row.cells))  # a merged cell is listed once a column
        if any(cell.tables or "\n" in cell.text.strip() for cell in cells):
            for cell in cells:
                yield from _blocks(cell)
        else:
            yield row_of([cell.text.strip() for cell in cells])


def _is_of_data(grid: list[list[str]]) -> bool:
    """Whether a row with the names of three columns or more has a row of as many below it; two must name tasks."""
    filled = [[words for words in cells if words] for cells in grid]
    head, *below = [row for row in filled if len(row) > 1] or [[]]
    if len(head) < _FEWEST_COLUMNS:
        return names_tasks(head) and bool(below)
    return all(len(name) <= _MOST_HEAD for name in head) and any(len(row) >= _FEWEST_COLUMNS for row in below)


def _columns(row: Any) -> list[str]:
    """The words of each column. A cell merged over columns stands in its first, one merged over rows in each row."""
    columns = [""] * row.grid_cols_before
    before = None
    for cell in row.cells:
        columns.append("" if cell is before else cell_of(_blocks(cell)))
        before = cell
    return columns
