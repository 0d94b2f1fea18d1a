"""Rows of the further documents that came in one file, written when the main one is entered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quantriet.apps.documents.intake import Source
from quantriet.apps.documents.models import Document, Enclosure, EnclosureRole
from quantriet.apps.documents.rules import identity_of, letterhead_of
from quantriet.apps.documents.storage import keep_file
from quantriet.engines.reading import Reading, read
from quantriet.engines.reading.sources import MAIL_BODY

_MOST = 60  # of one file; so many are listed


def enclosures_of(source: Source, reading: Reading) -> list[Enclosure]:
    """The rows of a file's further documents, without their holder: parts of the text, then other files.

    Their files are written here, before the transaction: no row may name a missing file.
    """
    rows = [*_stretches(reading), *_files(source)][:_MOST]
    for position, row in enumerate(rows):
        row.position = position
    return rows


def write_enclosures(holder: Document, rows: list[Enclosure]) -> None:
    for row in rows:
        row.holder = holder
    Enclosure.objects.bulk_create(rows)


def _stretches(reading: Reading) -> Iterator[Enclosure]:
    for item in reading.enclosures:
        yield Enclosure(role=item.role, start=item.span.start, end=item.span.end, **_told(item.reading))


def _files(source: Source) -> Iterator[Enclosure]:
    for other in source.others:
        reading = read(other.text)
        yield Enclosure(
            role=EnclosureRole.COVER if other.name == MAIL_BODY else EnclosureRole.ATTACHED,
            file=keep_file(other.data, other.media_type),
            name=other.name,
            text=reading.text,
            **_told(reading),
        )


def _told(reading: Reading) -> dict[str, Any]:
    """What the list shows of a reading."""
    head = letterhead_of(reading)
    del head["parent_agency"], head["signer"]
    head["identity"] = identity_of(head["number"], head["issuer"], head["issued_on"])
    return {**head, "obligation_count": len(reading.obligations)}
