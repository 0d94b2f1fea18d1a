"""Template tags about documents: where a row leads, the tone of its state."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

from quantriet.apps.accounts.roles import Permission
from quantriet.apps.documents import queries
from quantriet.apps.documents.models import Document, DocumentState
from quantriet.apps.documents.rules import STATE_TONES

register = template.Library()


@register.simple_tag
def document_url(document: Document) -> str:
    """The page of an adopted document; before that, the review of its reading."""
    if document.state == DocumentState.ADOPTED:
        try:
            return reverse("insight:document", args=[document.pk])
        except NoReverseMatch:  # an installation without the insight pages
            return reverse("obligations:review", args=[document.pk])
    return reverse("obligations:review", args=[document.pk])


@register.inclusion_tag("documents/enclosures_note.html", takes_context=True)
def enclosures_note(context: dict[str, Any], document: Document) -> dict[str, Any]:
    """What came in one file with this document: the one that brought it, those that it brought."""
    actor = context["request"].actor
    found = queries.beside(actor, document)
    may_enter = bool(found.left) and actor.may(Permission.REGISTER_DOCUMENTS, document.agency_id)
    return {"document": document, "found": found, "may_enter": may_enter}


@register.filter
def state_tone(document: Document) -> str:
    return STATE_TONES.get(DocumentState(document.state), "nil")
