"""A structured document → the decree's layout (DOCX): values in, bytes out.

`Letter` says what an administrative document holds (`document`), `Layout` how it is set (sizes are dated law, so the
caller hands them in), `to_docx` makes the file. Error: `TypesettingError`, for a layout that lacks a size or a table
whose rows differ in length.
"""

from .document import (
    Appendix,
    Block,
    Heading,
    Letter,
    Paragraph,
    Signature,
    Table,
    TypesettingError,
    render_date,
)
from .docx import to_docx
from .layout import Layout

__all__ = [
    "Appendix",
    "Block",
    "Heading",
    "Layout",
    "Letter",
    "Paragraph",
    "Signature",
    "Table",
    "TypesettingError",
    "render_date",
    "to_docx",
]
