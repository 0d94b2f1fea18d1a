"""Whom the reminder ladder reaches: those who report, the accountable heads, those who consolidate."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from quantriet.apps.accounts.models import RoleAssignment
from quantriet.apps.accounts.roles import ROLES, Permission
from quantriet.apps.obligations.models import Due
from quantriet.apps.organization.models import Ancestry, Holding, PostRank


def reporters(dues: QuerySet[Due], day: date) -> set[int]:
    """Persons who may report for the units of these dues: head, deputies, and those given the right there."""
    units = dues.values("unit_id")
    held = Holding.objects.on(day).filter(post__unit_id__in=units, post__rank__in=[PostRank.HEAD, PostRank.DEPUTY])
    return set(held.values_list("person_id", flat=True)) | _given(Permission.FULFIL_WORK, units, day)


def heads(dues: QuerySet[Due]) -> set[int]:
    """The accountable persons as the dues were frozen."""
    return set(dues.exclude(accountable=None).values_list("accountable_id", flat=True))


def consolidators(agency_id: int, day: date) -> set[int]:
    """Those given the work of consolidating for the agency; its head when nobody is."""
    above = Ancestry.objects.filter(descendant_id=agency_id, until=None).values("ancestor_id")
    if given := _given(Permission.CONSOLIDATE, above, day):
        return given
    head = Holding.objects.on(day).filter(post__unit_id=agency_id, post__rank=PostRank.HEAD)
    return set(head.values_list("person_id", flat=True))


def _given(permission: Permission, units: object, day: date) -> set[int]:
    roles = [role.code for role in ROLES.values() if permission in role.permissions]
    rows = RoleAssignment.objects.on(day).filter(role__in=roles, unit_id__in=units, user__person__isnull=False)
    return set(rows.values_list("user__person_id", flat=True))
