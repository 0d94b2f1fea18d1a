"""Rows of a table as lines of text, the same from every kind of file."""

from __future__ import annotations

from collections.abc import Iterable

from ..flat import bare
from ..lexicon import HEAD


def row_of(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def cell_of(blocks: Iterable[str]) -> str:
    """The lines of a cell in one; those that begin like items of a list or names of units are parted by semicolons."""
    words = ""
    for line in (line for block in blocks for line in block.split("\n")):
        piece = " ".join(line.split()).strip("| ").replace("|", "/")
        if not piece:
            continue
        is_item = piece.startswith(("- ", "+ ", "• ")) or (piece[0].isupper() and HEAD.match(bare(piece)))
        words += f"{'; ' if is_item and words[-1:].isalnum() else ' '}{piece}" if words else piece
    return words
