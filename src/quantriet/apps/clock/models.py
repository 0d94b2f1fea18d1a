"""Appointments: things that must happen at an instant."""

from __future__ import annotations

from django.db import models


class Appointment(models.Model):
    """One thing that must happen at one instant, exactly once (hẹn giờ).

    `kind` names the handler (`clock.handlers`), `subject` the thing it is about. The pair with `due_at` is unique,
    so making the same appointment twice is harmless. `fired_at` is written in the transaction of the handler's own
    work: both happen or neither.
    """

    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    due_at = models.DateTimeField()
    not_before = models.DateTimeField()  # = due_at, later after a failure
    fired_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    failure_count = models.PositiveSmallIntegerField(default=0)
    last_failure = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "subject", "due_at"], name="appointment_once")]
        indexes = [
            models.Index(
                fields=["not_before", "id"],
                name="appointment_waiting",
                condition=models.Q(fired_at=None, cancelled_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.due_at:%Y-%m-%dT%H:%M:%S%z}"
