"""Reading documents: who may see which, the register, twins, originals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Count, Model, Q, QuerySet

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.documents.models import (
    Citation,
    Clause,
    Document,
    DocumentState,
    Enclosure,
    PendingFile,
    PendingState,
)
from quantriet.apps.documents.rules import plain_number
from quantriet.engines.kernel import fold_key

_Row = TypeVar("_Row", bound=Model)
BULKY = ("text", "reading", "review", "search_text")  # kilobytes a document, parsed as JSON whenever a row is read


def without_text(rows: QuerySet[_Row], path: str = "") -> QuerySet[_Row]:
    """Rows that join a document under this path, for pages that only name it: its text and readings stay behind."""
    return rows.defer(*(f"{path}__{name}" if path else name for name in BULKY))


def visible_to(actor: Actor) -> QuerySet[Document]:
    """All documents of the agencies where the actor views documents; of the own agency, those that were adopted."""
    if actor.is_system:
        return Document.objects.all()
    seen = Q(agency_id__in=actor.unit_ids(Permission.VIEW_DOCUMENTS))
    if actor.may(Permission.VIEW_ISSUED) and actor.agency:
        seen |= Q(agency_id=actor.agency.pk, state=DocumentState.ADOPTED)
    return Document.objects.filter(seen)


def find_document(actor: Actor, document_id: int) -> Document | None:
    """The document with its original, if the actor may see it."""
    return visible_to(actor).select_related("original", "agency", "received_by__person").filter(pk=document_id).first()


def register(actor: Actor, *, words: str = "", state: str = "", direction: str = "") -> QuerySet[Document]:
    """The entries of the book that the actor may see, latest first, without the bulky text and readings."""
    rows = without_text(visible_to(actor)).order_by("-id")
    if state:
        rows = rows.filter(state=state)
    if direction:
        rows = rows.filter(direction=direction)
    for word in fold_key(words).split():
        rows = rows.filter(search_text__contains=word)
    return rows


def count_by_state(actor: Actor) -> dict[str, int]:
    """How many documents the actor sees in each state."""
    counted = visible_to(actor).order_by().values_list("state").annotate(Count("pk"))
    return dict(counted)


def waiting_for_review(actor: Actor) -> QuerySet[Document]:
    """Documents whose reading waits for the actor's review (chờ duyệt bản đọc), oldest first."""
    units = actor.unit_ids(Permission.ADOPT_DOCUMENTS)
    waiting = Document.objects.filter(agency_id__in=units, state=DocumentState.RECEIVED)
    return without_text(waiting).order_by("id")


def find_duplicates(agency_id: int, *, identity: str, sha256: str) -> list[Document]:
    """Entries of the agency's books that are the same document: same number, issuer and date, or the same file."""
    same = Q(original__sha256=sha256)
    if identity:
        same |= Q(identity=identity)
    found = without_text(Document.objects.filter(same, agency_id=agency_id))
    return list(found.order_by("-id")[:5])


def find_duplicates_of(document: Document) -> list[Document]:
    """Other entries that are the same document as this one; those that came in one file with it are not."""
    twins = find_duplicates(document.agency_id, identity=document.identity, sha256=document.original.sha256)
    others = [twin for twin in twins if twin.pk != document.pk]
    together = _came_together(document) if others else set()
    return [twin for twin in others if twin.pk not in together]


def _came_together(document: Document) -> set[int]:
    """The entries from the same file: the main document and what was entered beside it."""
    holder = Enclosure.objects.filter(document=document).values_list("holder_id", flat=True).first() or document.pk
    entered = Enclosure.objects.filter(holder_id=holder).exclude(document=None).values_list("document_id", flat=True)
    return {holder, *entered}


def pending_files(actor: Actor) -> QuerySet[PendingFile]:
    """Files of the actor's agencies that are read behind the request, with those that failed."""
    units = actor.unit_ids(Permission.REGISTER_DOCUMENTS)
    return PendingFile.objects.filter(agency_id__in=units).select_related("agency", "received_by__person")


def pending_now(actor: Actor) -> list[PendingFile]:
    """Those that are not in the book yet, oldest first."""
    if not actor.may(Permission.REGISTER_DOCUMENTS):
        return []
    open_states = (PendingState.WAITING, PendingState.TWIN, PendingState.FAILED)
    return list(pending_files(actor).filter(state__in=open_states).annotate(pages_read=Count("pages"))[:20])


def twins_of_pending(pending: PendingFile) -> list[Document]:
    """The entries of the book that a waiting file seems to repeat."""
    same = Document.objects.filter(pk__in=pending.twin_ids, agency_id=pending.agency_id)
    return list(without_text(same).order_by("-id"))


@dataclass(frozen=True, slots=True)
class Listed:
    """A further document of a file, with the entries of the book that seem to be the same."""

    row: Enclosure
    twins: tuple[Document, ...]

    @property
    def is_chosen(self) -> bool:
        """Whether it is offered to be entered for itself."""
        return self.row.document_id is None and not self.twins and self.row.is_wanted


def enclosures_of(document: Document) -> list[Listed]:
    """What came in the document's file beside it, in order."""
    rows = _enclosures(document)
    wanted = {row.identity for row in rows if row.identity and row.document_id is None}
    twins: dict[str, list[Document]] = {}
    if wanted:
        same = without_text(Document.objects.filter(agency_id=document.agency_id, identity__in=wanted))
        for twin in same.order_by("-id")[:50]:
            twins.setdefault(twin.identity, []).append(twin)
    return [Listed(row, tuple(twins.get(row.identity, [])) if row.document_id is None else ()) for row in rows]


def _enclosures(document: Document) -> list[Enclosure]:
    rows = Enclosure.objects.filter(holder=document).select_related("document").order_by("position")
    found = list(without_text(rows, "document"))
    for row in found:
        row.holder = document  # whose text a stretch is cut from
    return found


@dataclass(frozen=True, slots=True)
class Beside:
    """What came in one file with a document, as far as the actor may see it."""

    holder: Document | None  # in whose file it came
    entered: tuple[Document, ...]  # from its own file, each an entry of its own
    left: tuple[Enclosure, ...]  # in its own file, not entered


def beside(actor: Actor, document: Document) -> Beside:
    holder = without_text(visible_to(actor).filter(enclosures__document=document)).first()
    rows = _enclosures(document)
    if not actor.may(Permission.VIEW_DOCUMENTS, document.agency_id):
        adopted = (row.document for row in rows if row.document)
        return Beside(holder, tuple(one for one in adopted if one.state == DocumentState.ADOPTED), ())
    left = tuple(row for row in rows if row.document is None)
    return Beside(holder, tuple(row.document for row in rows if row.document), left)


def find_cited(agency_id: int, numbers: list[str]) -> dict[str, list[Document]]:
    """Documents of the agency by number, for tying citations to them; two issuers may use one number."""
    found: dict[str, list[Document]] = {}
    wanted = {plain_number(number) for number in numbers}
    for document in Document.objects.filter(agency_id=agency_id, number__in=wanted).only(
        "number", "issued_on", "issuer"
    ):
        found.setdefault(document.number, []).append(document)
    return found


def clauses_of(document: Document) -> QuerySet[Clause]:
    return Clause.objects.filter(document=document).order_by("position")


def citations_of(document: Document) -> QuerySet[Citation]:
    return without_text(Citation.objects.filter(document=document).select_related("cited"), "cited").order_by("id")
