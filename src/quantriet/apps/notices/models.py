"""Messages to people. They hold no health data: a title, a sentence, and where to go."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from quantriet.apps.organization.models import Person


class Notice(models.Model):
    """One message to one person (thông báo). `key` makes sending the same one twice harmless."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    key = models.CharField(max_length=120)
    title = models.CharField(max_length=200)
    body = models.CharField(max_length=500, blank=True)
    path = models.CharField(max_length=200)  # where to act, inside this site
    is_urgent = models.BooleanField(default=False)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="notice_once")]
        indexes = [
            models.Index(fields=["person"], name="notice_unread", condition=Q(read_at=None)),
            models.Index(fields=["person", "-id"], name="notice_list"),
        ]

    def __str__(self) -> str:
        return self.title
