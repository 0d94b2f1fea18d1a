"""The stages in their order; the only door of this engine (đọc văn bản)."""

from __future__ import annotations

from .addressees import read_addressees
from .blocks import build_blocks, clause_tree
from .citations import read_citations
from .closing import Foot, read_foot
from .layout import Line, lines_of
from .letterhead import read_letterhead
from .news import is_furniture, read_item
from .normalise import decode, normalise
from .obligations import read_obligations
from .shapes import Read, Reading, Signer
from .title import read_title


def read(source: str | bytes) -> Reading:
    """Read a document. Never raises: any text or bytes give a `Reading`."""
    given, findings = decode(source) if isinstance(source, bytes) else (source, ())
    text, origin_map = normalise(given)
    lines = lines_of(text)
    nothing: Read[str | None] = Read(None)
    head = read_letterhead(text, lines)
    number, number_partial, day, day_partial = head.number, head.number_partial, head.date, head.date_partial
    issuer, parent = head.issuer, head.parent
    if head.is_found:
        title = read_title(text, lines, head)
        kind, abstract, first = title.kind, title.abstract, title.end
    elif lines:
        item = read_item(text, lines)
        kind, abstract, first = item.kind, item.abstract, item.first
        number, day, issuer = item.number, item.date, item.issuer
    else:
        kind, abstract, first = Read("other", None, 1.0, "văn bản trống"), nothing, 0
    addressees, taken = read_addressees(text, lines, first) if kind.value != "news" else ((), range(0))
    foot = read_foot(text, lines, first) if kind.value != "news" else Foot(len(lines))
    body = _body(lines, first, foot.start, taken, kind.value)
    blocks = build_blocks(text, body)
    obligations = read_obligations(blocks, day.value.year if day.value else None, kind.value)
    own = head.number.span or head.number_partial.span
    citations = read_citations(text, own)
    return Reading(
        text, kind, number, number_partial, day, day_partial,
        issuer, parent, abstract, addressees, foot.recipients, citations, clause_tree(blocks), obligations, foot.signer, findings, origin_map,
    )


def _body(lines: list[Line], first: int, last: int, taken: range, kind: str) -> list[Line]:
    """The lines between title and foot, without the addressees and without the furniture of a page."""
    body = [line for at, line in enumerate(lines[:last]) if at >= first and at not in taken]
    return [line for line in body if not is_furniture(line)] if kind == "news" else body
