"""Reading sign-ins and roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.models import RoleAssignment, User
from quantriet.apps.accounts.roles import ROLES, Permission
from quantriet.apps.organization.models import Holding, Person, PostRank
from quantriet.engines.kernel.folding import fold_key


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A person in the list of accounts: post, sign-in if there is one, the names of the roles given."""

    person: Person
    holding: Holding
    user: User | None
    roles: tuple[str, ...]


def units_of_person(person_id: int) -> list[int]:
    """The units where somebody holds a post, the highest post first."""
    rows = Holding.objects.filter(person_id=person_id, until=None).values_list("post__rank", "post__unit_id", "id")
    return [unit_id for _, unit_id, _ in sorted(rows, key=lambda row: (list(PostRank).index(PostRank(row[0])), row[2]))]


def units_of_user(user: User) -> list[int]:
    """The units where a user holds a post or a role."""
    units = units_of_person(user.person_id) if user.person_id else []
    return [*units, *RoleAssignment.objects.filter(user=user, until=None).values_list("unit_id", flat=True)]


def people_in_charge(actor: Actor) -> QuerySet[Person]:
    """People whose accounts the actor manages."""
    units = actor.units(Permission.MANAGE_ACCOUNTS).values("pk")
    return Person.objects.filter(pk__in=Holding.objects.filter(post__unit__in=units, until=None).values("person_id"))


def account_rows(actor: Actor, day: date, text: str = "") -> list[AccountRow]:
    """Everybody in the actor's charge with the sign-in, in the order of units and posts; `text` narrows by name."""
    units = actor.units(Permission.MANAGE_ACCOUNTS).values("pk")
    holdings = Holding.objects.on(day).filter(post__unit__in=units).select_related("person__user", "post__unit")
    rows: dict[int, Holding] = {}
    ranks = list(PostRank)
    for holding in sorted(
        holdings, key=lambda h: (h.post.unit.position, h.post.unit_id, ranks.index(h.post.rank), h.person.full_name)
    ):
        rows.setdefault(holding.person_id, holding)
    wanted = fold_key(text)
    found = [h for h in rows.values() if wanted in fold_key(f"{h.person.full_name} {h.post.unit.name} {_name(h)}")]
    given: dict[int, list[str]] = {}
    for user_id, role in RoleAssignment.objects.on(day).values_list("user_id", "role"):
        given.setdefault(user_id, []).append(ROLES[role].name)
    users = [(holding, getattr(holding.person, "user", None)) for holding in found]
    return [AccountRow(h.person, h, user, tuple(given.get(user.pk, ())) if user else ()) for h, user in users]


def _name(holding: Holding) -> str:
    user = getattr(holding.person, "user", None)
    return user.username if user else ""


def roles_of(user: User, day: date) -> QuerySet[RoleAssignment]:
    """Roles given to a user and held on a day."""
    return RoleAssignment.objects.on(day).filter(user=user).select_related("unit").order_by("id")
