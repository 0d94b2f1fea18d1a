"""Reading sign-ins and roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.models import RoleAssignment, User
from quantriet.apps.accounts.roles import ROLES, Permission
from quantriet.apps.organization.models import Holding, Person, PostRank
from quantriet.apps.organization.queries import holds_words
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
    units = actor.unit_ids(Permission.MANAGE_ACCOUNTS)
    return Person.objects.filter(pk__in=Holding.objects.filter(post__unit__in=units, until=None).values("person_id"))


class AccountRows(Sequence[AccountRow]):
    """Everybody in the actor's charge, in the order of units and posts; only the slice that is shown is read whole."""

    def __init__(self, actor: Actor, day: date, text: str = "") -> None:
        self.day = day
        self._holdings = self._find(actor, text)

    def _find(self, actor: Actor, text: str) -> list[int]:
        """Ids of the first holding of each person; `text` narrows by the names of person, unit and sign-in."""
        units = actor.unit_ids(Permission.MANAGE_ACCOUNTS)
        held = Holding.objects.on(self.day).filter(post__unit__in=units)
        rows = held.values_list(
            "post__unit__position", "post__unit_id", "post__rank", "person__full_name", "pk", "person_id",
            "post__unit__name", "person__user__username",
        )  # fmt: skip
        ranks, wanted = {rank.value: place for place, rank in enumerate(PostRank)}, fold_key(text)
        first: dict[int, int] = {}
        for _, _, _, name, key, person, unit, login in sorted(
            rows, key=lambda r: (r[0], r[1], ranks[r[2]], r[3], r[4])
        ):
            if person not in first and (not wanted or holds_words(wanted, name, unit, login or "")):
                first[person] = key
        return list(first.values())

    def __len__(self) -> int:
        return len(self._holdings)

    def __getitem__(self, place: Any) -> Any:
        keys = self._holdings[place]
        rows = self._read(keys if isinstance(keys, list) else [keys])
        return rows if isinstance(keys, list) else rows[0]

    def _read(self, keys: list[int]) -> list[AccountRow]:
        found = Holding.objects.select_related("person__user", "post__unit").in_bulk(keys)
        users = {key: getattr(found[key].person, "user", None) for key in keys}
        given: dict[int, list[str]] = {}
        roles = RoleAssignment.objects.on(self.day).filter(user__in=[user.pk for user in users.values() if user])
        for user_id, role in roles.values_list("user_id", "role"):
            given.setdefault(user_id, []).append(ROLES[role].name)
        return [
            AccountRow(found[key].person, found[key], user, tuple(given.get(user.pk, ())) if user else ())
            for key, user in users.items()
        ]


def without_account_count(actor: Actor) -> int:
    """How many people in the actor's charge have no sign-in."""
    return people_in_charge(actor).filter(user=None).count()


def roles_of(user: User, day: date) -> QuerySet[RoleAssignment]:
    """Roles given to a user and held on a day."""
    return RoleAssignment.objects.on(day).filter(user=user).select_related("unit").order_by("id")
