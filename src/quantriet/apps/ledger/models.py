"""One table: who did what to which thing, when. Ids only, no personal values, no foreign keys.

No foreign keys, so that the record never hinders the life of what it records; no personal values, so that a
person's data can be deleted while the acts stay (Decree 30/2020 keeps the traces, Law 91/2025 deletes the data).
"""

from __future__ import annotations

from typing import Any

from django.db import models


class ActIsFinalError(Exception):
    """An act was to be changed or removed; the ledger only grows."""


class Act(models.Model):
    """One recorded act (hành vi)."""

    at = models.DateTimeField()
    verb = models.CharField(max_length=60)  # dotted and past: report.submitted
    by_user_id = models.BigIntegerField(null=True)  # null: the system itself
    by_person_id = models.BigIntegerField(null=True)
    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    unit_id = models.BigIntegerField(null=True)
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "id"], name="act_subject"),
            models.Index(fields=["unit_id", "id"], name="act_unit"),
            models.Index(fields=["verb", "at"], name="act_verb"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_type} {self.subject_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise ActIsFinalError(f"Act {self.pk} is already recorded.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise ActIsFinalError(f"Act {self.pk} cannot be removed.")
