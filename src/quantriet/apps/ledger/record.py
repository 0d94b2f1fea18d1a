"""The way in: `record` writes one act inside the transaction of the change it tells of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol

from django.db import models, transaction

from quantriet.apps.ledger.models import Act


class Doer(Protocol):
    """Whoever acts: `accounts.actors.Actor`, told here by the two ids that the ledger keeps."""

    @property
    def user_id(self) -> int | None: ...

    @property
    def person_id(self) -> int | None: ...


def _act(
    verb: str, by: Doer, subject: models.Model, unit_id: int | None, details: dict[str, Any] | None, at: datetime
) -> Act:
    return Act(
        at=at,
        verb=verb,
        by_user_id=by.user_id,
        by_person_id=by.person_id,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        unit_id=unit_id,
        details=details or {},
    )


def _require_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("An act is recorded in the transaction of its change: call record() inside atomic().")


def record(
    verb: str,
    *,
    by: Doer,
    subject: models.Model,
    at: datetime,
    unit_id: int | None = None,
    details: dict[str, Any] | None = None,
) -> None:
    """Write one act. `details` holds ids, counts and codes, never personal values.

    Raises RuntimeError outside a transaction: a record apart from its change would be a lie after a crash.
    """
    _require_transaction()
    _act(verb, by, subject, unit_id, details, at).save(force_insert=True)


def record_many(verb: str, *, by: Doer, at: datetime, subjects: Iterable[tuple[models.Model, int | None]]) -> None:
    """Write the same act for many subjects, each with its unit, in one statement."""
    _require_transaction()
    Act.objects.bulk_create((_act(verb, by, subject, unit_id, None, at) for subject, unit_id in subjects), 2000)
