"""Every change of the books: receiving, keeping the review, adopting the text, setting aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db import transaction
from django.db.models import Max

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.problems import not_allowed, require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import local_day
from quantriet.apps.documents import problems, queries
from quantriet.apps.documents.adopting import write_citations, write_clauses
from quantriet.apps.documents.enclosing import enclosures_of, write_enclosures
from quantriet.apps.documents.intake import Source, open_source
from quantriet.apps.documents.models import Clause, Direction, Document, DocumentState, Enclosure
from quantriet.apps.documents.rules import identity_of, letterhead_of, plain_number, search_text_of
from quantriet.apps.documents.storage import keep_file
from quantriet.apps.ledger.record import record
from quantriet.apps.organization.models import Unit
from quantriet.engines.reading import Reading, Role, read


def receive_document(
    *,
    agency: Unit,
    data: bytes,
    name: str,
    by: Actor,
    at: datetime,
    direction: str = Direction.INCOMING,
    is_twin_accepted: bool = False,
) -> Document:
    """Read an original and enter it in the agency's book under the next number of the year (vào sổ văn bản).

    The reading and the file come before the transaction: reading takes time, and no row may name a missing file.
    Further documents of the file are kept beside it as enclosures. Raises `TwinFound` when the book seems to hold the
    document already and `is_twin_accepted` is false, `ScanWaits` of a scan too long for a request.
    """
    require(by, Permission.REGISTER_DOCUMENTS, agency.pk)
    entry = prepare_entry(agency=agency, source=open_source(data, name), direction=direction, by=by, at=at)
    with transaction.atomic():
        return enter(entry, by=by, at=at, is_twin_accepted=is_twin_accepted)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the book with what came beside it, ready to be saved."""

    document: Document
    enclosures: list[Enclosure]


def prepare_entry(*, agency: Unit, source: Source, direction: str, by: Actor, at: datetime) -> Entry:
    """Read an original that has been opened, and keep its file; nothing is in the book yet."""
    reading = read(source.text)
    document = _entry(agency, reading, source.findings, by=by, at=at)
    document.direction = direction
    document.original = keep_file(source.data, source.media_type)
    document.original_name = source.name
    return Entry(document, enclosures_of(source, reading))


def enter(entry: Entry, *, by: Actor, at: datetime, is_twin_accepted: bool) -> Document:
    """Save what was prepared; call inside a transaction. Raises `TwinFound`."""
    _enter(entry.document, by=by, at=at, is_twin_accepted=is_twin_accepted)
    write_enclosures(entry.document, entry.enclosures)
    return entry.document


@transaction.atomic
def receive_enclosure(*, enclosure: Enclosure, by: Actor, at: datetime) -> Document:
    """Enter a further document of a file for itself, tied to the one it came with (vào sổ văn bản kèm theo).

    Its original is the file that it stands in. Whoever asks has seen the twins. Raises `already_entered`.
    """
    row = (
        Enclosure.objects.select_for_update(of=("self",)).select_related("holder__agency", "file").get(pk=enclosure.pk)
    )
    holder = row.holder
    require(by, Permission.REGISTER_DOCUMENTS, holder.agency_id)
    if row.document_id is not None:
        raise problems.already_entered(row)
    reading = read(row.whole_text, cast(Role, row.role))
    document = _entry(holder.agency, reading, (), by=by, at=at)
    document.direction = holder.direction
    document.original = row.file or holder.original
    document.original_name = row.name or holder.original_name
    _enter(document, by=by, at=at, is_twin_accepted=True, enclosed_in=holder.pk)
    write_enclosures(document, enclosures_of(Source(b"", "", "", reading.text), reading))
    row.document = document
    row.save(update_fields=["document"])
    return document


def _entry(agency: Unit, reading: Reading, findings: tuple[Any, ...], *, by: Actor, at: datetime) -> Document:
    """A row of the book, not yet saved: without number, direction and original."""
    if by.user_id is None:  # the book names the person who entered it; the system enters nothing by itself
        raise not_allowed(Permission.REGISTER_DOCUMENTS)
    document = Document(
        agency=agency,
        state=DocumentState.RECEIVED,
        received_at=at,
        received_by_id=by.user_id,
        text=reading.text,
        reading=_plain(reading, findings),
        review={},
        **letterhead_of(reading),
    )
    document.identity = identity_of(document.number, document.issuer, document.issued_on)
    document.search_text = search_text_of(document.number, document.issuer, document.abstract)
    return document


def _enter(
    document: Document, *, by: Actor, at: datetime, is_twin_accepted: bool, enclosed_in: int | None = None
) -> None:
    """Give the row the next number of its book, save it, record it; call inside a transaction. Raises `TwinFound`."""
    _lock_books(document.agency)
    if not is_twin_accepted and (twins := _twins(document)):
        raise problems.TwinFound(twins)
    document.register_year = local_day(at).year
    document.register_number = _next_number(document)
    document.save(force_insert=True)
    details = {
        "register": document.register_label,
        "file": document.original_id,
        "is_twin_accepted": is_twin_accepted,
    }
    if enclosed_in is not None:
        details["enclosed_in"] = enclosed_in
    record("document.received", by=by, subject=document, unit_id=document.agency_id, at=at, details=details)


@transaction.atomic
def save_review(
    *, document: Document, review: dict[str, Any], by: Actor, at: datetime, seen: str | None = None
) -> Document:
    """Keep the reviewer's working copy (bản duyệt đang làm); nothing of it counts until the adoption.

    `seen` is the saving that the page showed: when somebody else has saved since, raises `ReviewStale`. None: any.
    Saved every few seconds while somebody types, so only the change of hands is an act worth recording.
    """
    require(by, Permission.REGISTER_DOCUMENTS, document.agency_id)
    row = lock_waiting(document)
    before, last = row.review.get("saved_by"), row.review.get("saved_at", "")
    if seen is not None and last not in ("", seen) and before != by.user_id:
        raise problems.ReviewStale(last)
    row.review = {**review, "saved_by": by.user_id, "saved_at": at.isoformat()}
    row.save(update_fields=["review"])
    if before != by.user_id:
        record("document.review_edited", by=by, subject=row, unit_id=row.agency_id, at=at)
    return row


@transaction.atomic
def adopt_text(*, document: Document, letterhead: dict[str, Any], by: Actor, at: datetime) -> list[Clause]:
    """Make the text binding: the letterhead as reviewed, its clauses and citations, the state (duyệt văn bản).

    `letterhead` holds the reviewed values by field name. The obligations are written by the caller, in the same
    transaction. Raises `not_waiting` at a second adoption.
    """
    require(by, Permission.ADOPT_DOCUMENTS, document.agency_id)
    row = lock_waiting(document)
    for field, value in letterhead.items():
        setattr(row, field, value)
    row.number = plain_number(row.number)
    row.identity = identity_of(row.number, row.issuer, row.issued_on)
    row.search_text = search_text_of(row.number, row.issuer, row.abstract)
    row.state, row.adopted_at, row.adopted_by_id = DocumentState.ADOPTED, at, by.user_id
    row.save()
    clauses = write_clauses(row)
    write_citations(row)
    record("document.adopted", by=by, subject=row, unit_id=row.agency_id, at=at, details={"clauses": len(clauses)})
    for name in ("state", "adopted_at", "adopted_by_id", "number", "issued_on", "issuer", "abstract", "kind", "signer"):
        setattr(document, name, getattr(row, name))
    return clauses


@transaction.atomic
def set_aside(*, document: Document, by: Actor, at: datetime) -> None:
    """Nothing is to be done from this document: it stays in the book (lưu, không giao việc)."""
    require(by, Permission.ADOPT_DOCUMENTS, document.agency_id)
    row = lock_waiting(document)
    row.state = DocumentState.SET_ASIDE
    row.save(update_fields=["state"])
    record("document.set_aside", by=by, subject=row, unit_id=row.agency_id, at=at)


@transaction.atomic
def take_up(*, document: Document, by: Actor, at: datetime) -> None:
    """A document that was set aside waits for review again (đưa ra duyệt lại)."""
    require(by, Permission.ADOPT_DOCUMENTS, document.agency_id)
    row = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if row.state != DocumentState.SET_ASIDE:
        raise problems.not_waiting(row)
    row.state = DocumentState.RECEIVED
    row.save(update_fields=["state"])
    record("document.taken_up", by=by, subject=row, unit_id=row.agency_id, at=at)


def lock_waiting(document: Document) -> Document:
    """The row, locked, if it still waits for its review; call inside a transaction. Raises `not_waiting`."""
    row = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if row.state != DocumentState.RECEIVED:
        raise problems.not_waiting(row)
    return row


def _lock_books(agency: Unit) -> None:
    """One entry at a time in an agency's books. `no_key`: other rows may go on pointing at the unit meanwhile."""
    Unit.objects.select_for_update(no_key=True).get(pk=agency.pk)


def _next_number(document: Document) -> int:
    book = Document.objects.filter(
        agency=document.agency, direction=document.direction, register_year=document.register_year
    )
    return (book.aggregate(last=Max("register_number"))["last"] or 0) + 1


def _twins(document: Document) -> list[Document]:
    return queries.find_duplicates(document.agency_id, identity=document.identity, sha256=document.original.sha256)


def _plain(reading: Reading, findings: tuple[Any, ...]) -> dict[str, Any]:
    """The reading as JSON, without the text, which is a column of its own, and the enclosures, which are rows."""
    plain = reading.to_dict()
    del plain["text"], plain["enclosures"]
    plain["findings"] = [*findings, *plain["findings"]]
    return plain
