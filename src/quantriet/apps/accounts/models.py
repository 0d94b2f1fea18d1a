"""People's sign-ins, and the roles given to them besides those that follow from their posts."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from quantriet.apps.organization.models import DatedQuerySet, Person, Unit


class User(AbstractUser):
    """A sign-in (tài khoản) of one person."""

    person = models.OneToOneField(Person, models.PROTECT, null=True, related_name="user")
    first_name = None  # type: ignore[assignment]  # the name stands on the person
    last_name = None  # type: ignore[assignment]
    # given by the office: the person chooses another one before anything else
    is_password_temporary = models.BooleanField("mật khẩu tạm", default=False)


class RoleAssignment(models.Model):
    """A role given to a user on a unit and all below it (phân quyền); head and staff follow from posts instead."""

    user = models.ForeignKey(User, models.CASCADE, related_name="role_assignments")
    role = models.CharField(max_length=30)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "unit"], condition=models.Q(until=None), name="role_open_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.unit_id}"
