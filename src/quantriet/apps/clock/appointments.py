"""Making appointments and keeping them.

A handler runs inside the transaction that marks its appointment as fired. After a stand-still the waiting ones
fire in the order of their due instants, each once; two workers never take the same one (row lock on PostgreSQL,
one writer at a time on SQLite). A handler that fails is tried again later and never blocks the others.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from django.db import connection, transaction

from quantriet.apps.clock.models import Appointment

Handler = Callable[[Appointment, datetime], None]
handlers: dict[str, Handler] = {}
log = structlog.get_logger(__name__)


def handler(kind: str) -> Callable[[Handler], Handler]:
    """Name the function that keeps appointments of this kind. Apps register theirs in `AppConfig.ready()`."""

    def register(function: Handler) -> Handler:
        if handlers.setdefault(kind, function) is not function:
            raise RuntimeError(f"Two handlers for appointments of kind {kind}.")
        return function

    return register


def make_appointment(kind: str, subject: object, due_at: datetime) -> None:
    """Ask that `kind` be handled for `subject` at `due_at`; asking again changes nothing."""
    make_appointments([(kind, subject, due_at)])


def make_appointments(wanted: list[tuple[str, object, datetime]]) -> None:
    Appointment.objects.bulk_create(
        [Appointment(kind=kind, subject=str(subject), due_at=due, not_before=due) for kind, subject, due in wanted],
        ignore_conflicts=True,
    )


def cancel_appointments(kinds: list[str], subject: object, *, at: datetime) -> int:
    """Waiting appointments of these kinds for this subject will not fire any more."""
    return Appointment.objects.filter(kind__in=kinds, subject=str(subject), fired_at=None, cancelled_at=None).update(
        cancelled_at=at
    )


def keep_appointments(now: datetime, limit: int = 10_000) -> int:
    """Fire what is due at `now`, oldest first; returns how many fired. Stops early when nothing is left."""
    fired = 0
    for _ in range(limit):
        taken = _fire_next(now)
        if taken is None:
            break
        fired += taken
    return fired


def _fire_next(now: datetime) -> int | None:
    """Fire the oldest waiting appointment: 1 fired, 0 failed and put off, None nothing waits."""
    appointment = None
    try:
        with transaction.atomic():
            appointment = _waiting(now).first()
            if appointment is None:
                return None
            handlers[appointment.kind](appointment, now)
            Appointment.objects.filter(pk=appointment.pk).update(fired_at=now)
            return 1
    except Exception as failure:  # one broken appointment must not stop the clock; it is logged and tried again
        if appointment is None:
            raise
        log.exception("appointment failed", kind=appointment.kind, subject=appointment.subject)
        _put_off(appointment, failure, now)
        return 0


def _waiting(now: datetime):  # type: ignore[no-untyped-def]  # the row class is plain from the model
    waiting = Appointment.objects.filter(fired_at=None, cancelled_at=None, not_before__lte=now)
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True)
    return waiting.order_by("not_before", "id")


def _put_off(appointment: Appointment, failure: Exception, now: datetime) -> None:
    count = appointment.failure_count + 1
    Appointment.objects.filter(pk=appointment.pk).update(
        failure_count=count,
        last_failure=repr(failure)[:2000],
        not_before=now + timedelta(minutes=min(2**count, 60)),
    )
