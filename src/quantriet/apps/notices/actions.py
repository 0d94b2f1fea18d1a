"""Sending notices exactly once, and reading them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.ledger.record import record
from quantriet.apps.notices import queries
from quantriet.apps.notices.models import Notice
from quantriet.apps.notices.rules import is_local_path

_BATCH = 2000


@transaction.atomic
def send_notices(
    *,
    key: str,
    person_ids: Iterable[int],
    title: str,
    body: str,
    path: str,
    is_urgent: bool = False,
    by: Actor,
    at: datetime,
) -> int:
    """Tell these people something once (gửi thông báo); returns how many had not been told under this key.

    Called by other actions, which have checked the right of `by`. Raises ValueError when `path` leaves this site.
    """
    if not is_local_path(path):
        raise ValueError(f"A notice leads to a place inside this site, not to {path!r}.")
    told = set(Notice.objects.filter(key=key).values_list("person_id", flat=True))
    new = sorted(set(person_ids) - told)
    if not new:
        return 0
    notices = (
        Notice(
            person_id=person_id, key=key, title=title[:200], body=body[:500], path=path, is_urgent=is_urgent, sent_at=at
        )
        for person_id in new
    )
    Notice.objects.bulk_create(notices, _BATCH, ignore_conflicts=True)
    first = Notice.objects.filter(key=key, person_id=new[0]).get()
    record("notice.sent", by=by, subject=first, at=at, details={"key": key, "count": len(new)})
    return len(new)


@transaction.atomic
def mark_read(notice_id: int, *, by: Actor, at: datetime) -> Notice:
    """The person has opened it (đã đọc); a second time changes nothing. Raises DoesNotExist for another's notice."""
    notice = queries.visible_to(by).get(pk=notice_id)
    if queries.visible_to(by).filter(pk=notice_id, read_at=None).update(read_at=at):
        record("notice.read", by=by, subject=notice, at=at)
    return notice


@transaction.atomic
def mark_all_read(*, by: Actor, at: datetime) -> int:
    """The person has seen them all (đánh dấu đã đọc hết); returns how many were unread."""
    unread = queries.visible_to(by).filter(read_at=None)
    latest = unread.first()
    if latest is None:
        return 0
    count = unread.update(read_at=at)
    record("notice.all_read", by=by, subject=latest, at=at, details={"count": count})
    return count
