"""The empty workbook to fill in, with an example and a sheet of explanations."""

from __future__ import annotations

from io import BytesIO

import xlsxwriter

from quantriet.apps.organization.importing.columns import PEOPLE, UNITS, Sheet
from quantriet.apps.organization.models import PostRank, StaffStatus, UnitKind

_LISTS = {
    "kind": [label for value, label in UnitKind.choices if value != UnitKind.SUPERIOR],
    "status": list(StaffStatus.labels),
    "rank": list(PostRank.labels),
}


def render_template() -> bytes:
    """The template as an .xlsx file; its own example imports without an error."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "bg_color": "#F2EEE6", "bottom": 1, "text_wrap": True, "valign": "top"})
        needed = book.add_format({"bold": True, "bg_color": "#FBECEA", "bottom": 1, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@"})  # codes and telephone numbers keep their zeros
        for sheet in (UNITS, PEOPLE):
            _write_sheet(book, sheet, head, needed, text)
    return buffer.getvalue()


def _write_sheet(book: xlsxwriter.Workbook, sheet: Sheet, head: object, needed: object, text: object) -> None:
    page = book.add_worksheet(sheet.name)
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, max(14, min(36, len(column.title) + 8)), text)
        page.write(0, place, column.title, needed if column.is_required else head)
        if column.help:
            page.write_comment(0, place, column.help)
        if column.field in _LISTS:
            page.data_validation(1, place, 5000, place, {"validate": "list", "source": _LISTS[column.field],
                                                         "error_type": "warning"})  # fmt: skip
    for row, cells in enumerate(sheet.example, 1):
        for place, cell in enumerate(cells):
            page.write_string(row, place, cell)
