"""One box for documents, work and units; each list passes the reader's own right to see."""

from __future__ import annotations

from dataclasses import dataclass, field

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.documents import queries as documents
from quantriet.apps.documents.models import Document
from quantriet.apps.obligations import queries as obligations
from quantriet.apps.obligations.models import Assignment
from quantriet.apps.organization.models import Unit

MOST = 20


@dataclass(slots=True)
class Found:
    documents: list[Document] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.documents or self.assignments or self.units)


def search_of(actor: Actor, words: str) -> Found:
    """At most twenty of each; nothing for empty words."""
    if not words:
        return Found()
    return Found(
        documents=list(documents.register(actor, words=words)[:MOST]),
        assignments=list(
            documents.without_text(
                obligations.visible_to(actor)
                .filter(ended_at=None, obligation__title__icontains=words)
                .select_related("obligation__document", "obligation__clause", "unit"),
                "obligation__document",
            ).order_by("-pk")[:MOST]
        ),
        units=list(actor.units(Permission.VIEW_UNITS).filter(name__icontains=words).order_by("position", "pk")[:MOST]),
    )
