"""Rows written when a text is adopted: its tree of clauses and the documents it cites. In bulk, for long texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from quantriet.apps.documents import queries
from quantriet.apps.documents.models import Citation, Clause, Document
from quantriet.apps.documents.rules import plain_number

_BATCH = 1000


def write_clauses(document: Document) -> list[Clause]:
    """The clauses of the reading as rows, in the order of the text, each tied to the one that holds it.

    Level by level, since a child needs the id of its parent: as many statements as the text has levels.
    """
    written: list[Clause] = []
    level: list[tuple[Clause | None, dict[str, Any]]] = [(None, item) for item in document.reading["clauses"]]
    order = {id(item): place for place, item in enumerate(_walk(document.reading["clauses"]))}
    while level:
        rows = [_clause(document, parent, item, order[id(item)]) for parent, item in level]
        Clause.objects.bulk_create(rows, _BATCH)
        written.extend(rows)
        level = [
            (row, child) for row, (_, item) in zip(rows, level, strict=True) for child in item.get("children") or ()
        ]
    return sorted(written, key=lambda clause: clause.position)


def _walk(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        yield item
        yield from _walk(item.get("children") or [])


def _clause(document: Document, parent: Clause | None, item: dict[str, Any], position: int) -> Clause:
    return Clause(
        document=document,
        parent=parent,
        path="/".join(item["path"])[:120],
        label=item["label"][:40],
        position=position,
        start=item["span"]["start"],
        end=item["span"]["end"],
    )


def write_citations(document: Document) -> None:
    """The cited documents, tied to ours where exactly one fits; and older citations tied to this one."""
    read = document.reading["citations"]
    ours = queries.find_cited(document.agency_id, [item["number"] for item in read])
    Citation.objects.bulk_create(
        [_citation(document, item, ours.get(plain_number(item["number"]), [])) for item in read], _BATCH
    )
    if document.number:
        waiting = Citation.objects.filter(number=document.number, cited=None, document__agency_id=document.agency_id)
        if document.issued_on:
            waiting = waiting.filter(issued_on=document.issued_on)
        waiting.exclude(document=document).update(cited=document)


def _citation(document: Document, item: dict[str, Any], candidates: list[Document]) -> Citation:
    issued_on = date.fromisoformat(item["date"]) if item.get("date") else None
    fitting = [
        other
        for other in candidates
        if other.pk != document.pk and (not issued_on or not other.issued_on or other.issued_on == issued_on)
    ]
    span = item.get("span") or {}
    return Citation(
        document=document,
        number=plain_number(item["number"])[:80],
        issued_on=issued_on,
        issuer=(item.get("issuer") or "")[:300],
        cited=fitting[0] if len(fitting) == 1 else None,
        start=span.get("start"),
        end=span.get("end"),
    )
