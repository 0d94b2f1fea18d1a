"""Every change of sign-ins and roles. Accounts are given by the office; passwords are handed over, never sent."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from quantriet.apps.accounts import problems, queries
from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.models import RoleAssignment, User
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import GIVEN, ROLES, Permission
from quantriet.apps.accounts.rules import is_username, make_password
from quantriet.apps.clock.moment import local_day
from quantriet.apps.ledger.record import record
from quantriet.apps.organization.models import Person, Unit


@transaction.atomic
def create_account(person: Person, username: str, *, by: Actor, at: datetime) -> tuple[User, str]:
    """Give somebody a sign-in (cấp tài khoản); returns it with the password to hand over, kept nowhere in the clear."""
    unit_ids = queries.units_of_person(person.pk)
    if not unit_ids:
        require(by, Permission.MANAGE_ACCOUNTS)
        raise problems.no_post(person.full_name)
    for unit_id in unit_ids:
        require(by, Permission.MANAGE_ACCOUNTS, unit_id)
    if User.objects.filter(person=person).exists():
        raise problems.has_account(person.full_name)
    if not is_username(username):
        raise problems.username_wrong(username)
    if User.objects.filter(username=username).exists():
        raise problems.username_taken(username)
    password = make_password()
    user = User.objects.create_user(username=username, password=password, person=person, is_password_temporary=True)
    record("account.created", by=by, subject=user, unit_id=unit_ids[0], at=at)
    return user, password


@transaction.atomic
def reset_password(user: User, *, by: Actor, at: datetime) -> str:
    """Another password to hand over (cấp lại mật khẩu); whoever is signed in under the old one is signed out."""
    unit_id = _require_over(by, user)
    password = make_password()
    user.set_password(password)
    user.is_password_temporary = True
    user.save(update_fields=["password", "is_password_temporary"])
    record("account.password_reset", by=by, subject=user, unit_id=unit_id, at=at)
    return password


@transaction.atomic
def note_password_chosen(user: User, *, by: Actor, at: datetime) -> None:
    """The person has chosen an own password (đổi mật khẩu)."""
    User.objects.filter(pk=user.pk).update(is_password_temporary=False)
    record("account.password_chosen", by=by, subject=user, at=at)


@transaction.atomic
def set_active(user: User, *, is_active: bool, by: Actor, at: datetime) -> None:
    """Lock a sign-in, or open it again (khóa, mở tài khoản)."""
    unit_id = _require_over(by, user)
    if user.pk == by.user_id:
        raise problems.own_account()
    if User.objects.filter(pk=user.pk).exclude(is_active=is_active).update(is_active=is_active):
        verb = "account.opened" if is_active else "account.locked"
        record(verb, by=by, subject=user, unit_id=unit_id, at=at)


@transaction.atomic
def set_role(user: User, role: str, unit: Unit, *, by: Actor, at: datetime) -> RoleAssignment:
    """Give a role on a unit and all below it (phân quyền), from today on; a role already held changes nothing."""
    require(by, Permission.MANAGE_ACCOUNTS, unit.pk)
    _require_over(by, user)
    if user.pk == by.user_id:
        raise problems.own_account()
    if role not in {given.code for given in GIVEN}:
        raise problems.role_not_given(ROLES[role].name if role in ROLES else role)
    assignment, is_new = RoleAssignment.objects.get_or_create(
        user=user, role=role, unit=unit, until=None, defaults={"since": local_day(at)}
    )
    if is_new:
        record("role.given", by=by, subject=user, unit_id=unit.pk, at=at, details={"role": role})
    return assignment


@transaction.atomic
def end_role(assignment: RoleAssignment, *, by: Actor, at: datetime) -> None:
    """Take a role back (thu hồi quyền), from this instant on."""
    require(by, Permission.MANAGE_ACCOUNTS, assignment.unit_id)
    if assignment.user_id == by.user_id:
        raise problems.own_account()
    # Half-open days: ended today means not held today.
    if RoleAssignment.objects.filter(pk=assignment.pk, until=None).update(until=local_day(at)):
        details = {"role": assignment.role}
        record("role.ended", by=by, subject=assignment.user, unit_id=assignment.unit_id, at=at, details=details)


def _require_over(by: Actor, user: User) -> int | None:
    """The right must cover all posts and roles of the user, else a small office could open a great one's account."""
    unit_ids = queries.units_of_user(user)
    if not unit_ids:
        require(by, Permission.MANAGE_ACCOUNTS)
    for unit_id in unit_ids:
        require(by, Permission.MANAGE_ACCOUNTS, unit_id)
    return unit_ids[0] if unit_ids else None
