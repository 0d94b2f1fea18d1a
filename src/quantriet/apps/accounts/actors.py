"""The actor: who asks for an act, with the rights held at that moment.

Every action takes `by: Actor`; every query that lists things takes `actor`. The system itself is an explicit actor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from quantriet.apps.accounts.models import RoleAssignment, User
from quantriet.apps.accounts.roles import DIRECTOR, MEMBER, ROLES, STAFF, UNIT_HEAD, Permission, Role
from quantriet.apps.organization import queries as organization
from quantriet.apps.organization.models import Holding, PostRank, Unit, UnitKind


@dataclass(frozen=True)
class Grant:
    """A role held on a unit (and all below it)."""

    role: Role
    unit_id: int


@dataclass(frozen=True)
class Actor:
    """Somebody with the rights of one day (người thực hiện)."""

    user_id: int | None
    person_id: int | None
    name: str
    title: str
    unit: Unit | None  # the actor's own unit: of the first post held
    grants: tuple[Grant, ...]
    is_system: bool = False

    @cached_property
    def _roots(self) -> dict[Permission, frozenset[int]]:
        roots: dict[Permission, set[int]] = {}
        for grant in self.grants:
            for permission in grant.role.permissions:
                roots.setdefault(permission, set()).add(grant.unit_id)
        return {permission: frozenset(ids) for permission, ids in roots.items()}

    def roots(self, permission: Permission) -> frozenset[int]:
        """The units on which this permission is held; each covers the units below it."""
        return self._roots.get(permission, frozenset())

    def units(self, permission: Permission) -> QuerySet[Unit]:
        """Every unit that the permission covers today."""
        if self.is_system:
            return Unit.objects.all()
        return organization.subtree(self.roots(permission))

    def unit_ids(self, permission: Permission) -> QuerySet[Any, int]:
        """The ids of these units, as a subquery without the units themselves: a join less in every list."""
        if self.is_system:
            return Unit.objects.values_list("pk", flat=True)
        return organization.subtree_ids(self.roots(permission))

    def may(self, permission: Permission, unit_id: int | None = None) -> bool:
        """Whether the permission is held at all, or on this unit (itself or through one above it)."""
        if self.is_system:
            return True
        roots = self.roots(permission)
        if not roots or unit_id is None:
            return bool(roots)
        return unit_id in roots or organization.is_at_or_below(unit_id, roots)

    @property
    def account_id(self) -> int:
        """The sign-in that acts, for rows that only a person may write; the system has none."""
        if self.user_id is None:
            raise RuntimeError("This act needs a person; the system has no sign-in.")
        return self.user_id

    @property
    def unit_id(self) -> int | None:
        return self.unit.pk if self.unit else None

    @property
    def unit_name(self) -> str:
        return self.unit.name if self.unit else ""

    @cached_property
    def agency(self) -> Unit | None:
        """The agency that the actor's unit belongs to."""
        return organization.agency_of(self.unit.pk) if self.unit else None

    @property
    def agency_name(self) -> str:
        return self.agency.name if self.agency else ""


SYSTEM = Actor(None, None, "Hệ thống", "", None, (), is_system=True)


def actor_of(user: User, day: date) -> Actor:
    """The actor behind a sign-in, with the posts and roles of this day."""
    if user.person_id is None:
        return Actor(user.pk, None, user.username, "", *_given(user, day))
    holdings = list(
        Holding.objects.on(day).filter(person_id=user.person_id).select_related("post__unit", "person").order_by("id")
    )
    holdings.sort(key=lambda holding: list(PostRank).index(PostRank(holding.post.rank)))
    first = holdings[0] if holdings else None
    _, given = _given(user, day)
    return Actor(
        user_id=user.pk,
        person_id=user.person_id,
        name=first.person.full_name if first else user.username,
        title=first.post.title if first else "",
        unit=first.post.unit if first else None,
        grants=(*_from_posts(holdings), *given) if holdings else (),  # whoever left keeps nothing
    )


def _given(user: User, day: date) -> tuple[Unit | None, tuple[Grant, ...]]:
    rows = list(RoleAssignment.objects.on(day).filter(user=user).select_related("unit"))
    return (rows[0].unit if rows else None), tuple(Grant(ROLES[row.role], row.unit_id) for row in rows)


def _from_posts(holdings: Iterable[Holding]) -> Iterable[Grant]:
    """Head and deputy of an agency lead it all, those of a unit act for it; the others see their own unit's work.

    A right covers the units below, so a post in the agency itself that leads nobody gives no sight of their work, and
    a post in a superior agency gives nothing here: that agency receives what is sent to it.
    """
    for holding in holdings:
        unit, leads = holding.post.unit, holding.post.rank != PostRank.STAFF
        if unit.kind == UnitKind.SUPERIOR:
            continue
        if unit.kind == UnitKind.AGENCY:
            yield Grant(DIRECTOR if leads else MEMBER, unit.pk)
            continue
        yield Grant(STAFF, unit.pk)
        if leads:
            yield Grant(UNIT_HEAD, unit.pk)
