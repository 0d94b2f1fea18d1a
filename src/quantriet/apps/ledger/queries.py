"""The way out: the acts on one subject, and the latest acts of units."""

from __future__ import annotations

from django.db import models

from quantriet.apps.ledger.models import Act


def acts_on(*subjects: models.Model) -> models.QuerySet[Act]:
    """Everything done to these subjects, oldest first. The caller has checked that the reader may see them."""
    condition = models.Q(pk__in=[])
    for subject in subjects:
        condition |= models.Q(subject_type=subject._meta.label_lower, subject_id=subject.pk)
    return Act.objects.filter(condition).order_by("id")
