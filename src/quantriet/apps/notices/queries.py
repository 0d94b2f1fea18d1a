"""Reading notices: everybody sees the own ones only."""

from __future__ import annotations

from django.db.models import QuerySet

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.notices.models import Notice


def visible_to(actor: Actor) -> QuerySet[Notice]:
    """The actor's own notices, latest first; none for a sign-in without a person."""
    if actor.person_id is None:
        return Notice.objects.none()
    return Notice.objects.filter(person_id=actor.person_id)


def unread_count(actor: Actor) -> int:
    return visible_to(actor).filter(read_at=None).count()
