"""Every change of people, posts and who holds them, and of delegations."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from quantriet.apps.clock.moment import local_day
from quantriet.apps.ledger.record import record
from quantriet.apps.organization import problems
from quantriet.apps.organization.building import end_rows
from quantriet.apps.organization.models import (
    Delegation,
    DelegationKind,
    Holding,
    Person,
    Post,
    PostRank,
    StaffStatus,
    Unit,
)
from quantriet.apps.organization.rights import MANAGE_UNITS, Actor, require_manage


@transaction.atomic
def add_person(
    *,
    code: str,
    full_name: str,
    status: StaffStatus,
    unit: Unit,
    title: str,
    rank: PostRank,
    by: Actor,
    at: datetime,
    email: str = "",
    phone: str = "",
) -> Person:
    """Somebody begins to work here, in a post (tiếp nhận)."""
    require_manage(by, unit.pk)
    if not full_name.strip():
        raise problems.empty("full_name", "họ và tên")
    if owner := Person.objects.filter(code=code).first():
        is_own = by.may(MANAGE_UNITS, _unit_of(owner) or unit.pk)
        raise problems.code_taken(code, owner.full_name if is_own else "người của cơ quan khác")
    person = Person.objects.create(code=code, full_name=full_name.strip(), status=status, email=email, phone=phone)
    record("person.added", by=by, subject=person, unit_id=unit.pk, at=at)
    appoint_person(person, unit=unit, title=title, rank=rank, by=by, at=at)
    return person


@transaction.atomic
def staff_unit(
    *,
    code: str,
    full_name: str,
    status: StaffStatus,
    unit: Unit,
    title: str,
    rank: PostRank,
    email: str,
    phone: str,
    by: Actor,
    at: datetime,
) -> Person:
    """Place somebody in a unit (bố trí người): whoever has this code takes the post too, else a new person."""
    known = Person.objects.filter(code=code).first()
    if known is None:
        return add_person(
            code=code,
            full_name=full_name,
            status=status,
            unit=unit,
            title=title,
            rank=rank,
            email=email,
            phone=phone,
            by=by,
            at=at,
        )
    require_manage(by, unit.pk)
    if not by.may(MANAGE_UNITS, _unit_of(known) or unit.pk):
        raise problems.code_taken(code, "người của cơ quan khác")
    if full_name.strip() and full_name.strip() != known.full_name:
        raise problems.code_taken(code, known.full_name)
    appoint_person(known, unit=unit, title=title, rank=rank, by=by, at=at)
    return known


@transaction.atomic
def change_person(person: Person, *, by: Actor, at: datetime, **wanted: str) -> list[str]:
    """Correct a person's name, status, e-mail or phone (sửa thông tin); the ledger keeps which fields, not values."""
    unit_id = _unit_of(person)
    require_manage(by, unit_id)
    changed = {field: value for field, value in wanted.items() if getattr(person, field) != value}
    if changed:
        Person.objects.filter(pk=person.pk).update(**changed)
        record("person.changed", by=by, subject=person, unit_id=unit_id, at=at, details={"fields": sorted(changed)})
    return sorted(changed)


@transaction.atomic
def appoint_person(person: Person, *, unit: Unit, title: str, rank: PostRank, by: Actor, at: datetime) -> Holding:
    """Give somebody a post (bổ nhiệm, bố trí); a new head follows the one before, whose time ends that day."""
    require_manage(by, unit.pk)
    if unit.closed_on:
        raise problems.unit_closed(unit)
    post = _post(unit, title.strip(), rank)
    day = local_day(at)
    standing: Holding | None = Holding.objects.filter(post=post, person=person, until=None).first()
    if standing:
        return standing
    if rank == PostRank.HEAD:
        for before in Holding.objects.filter(post=post, until=None).select_related("post", "person"):
            relieve_person(before, by=by, at=at)
    holding = Holding.objects.create(post=post, person=person, since=day)
    record("person.appointed", by=by, subject=person, unit_id=unit.pk, at=at, details={"post": post.pk})
    return holding


@transaction.atomic
def relieve_person(holding: Holding, *, by: Actor, at: datetime) -> None:
    """End somebody's time in a post (thôi giữ chức vụ)."""
    require_manage(by, holding.post.unit_id)
    end_rows(Holding.objects.filter(pk=holding.pk, until=None), local_day(at))
    record(
        "person.relieved", by=by, subject=holding.person, unit_id=holding.post.unit_id, at=at,
        details={"post": holding.post_id},
    )  # fmt: skip


@transaction.atomic
def end_service(person: Person, *, by: Actor, at: datetime) -> None:
    """Somebody leaves the agency (nghỉ việc, chuyển công tác): every post held ends that day."""
    require_manage(by, _unit_of(person))
    for holding in Holding.objects.filter(person=person, until=None).select_related("post", "person"):
        relieve_person(holding, by=by, at=at)
    Person.objects.filter(pk=person.pk).update(left_on=local_day(at))
    record("person.left", by=by, subject=person, at=at)


@transaction.atomic
def delegate_post(
    *,
    kind: DelegationKind,
    from_post: Post,
    to_post: Post,
    since: date,
    by: Actor,
    at: datetime,
    until: date | None = None,
    scope: str = "",
    basis: str = "",
) -> Delegation:
    """Let one post act in the place of another (ủy quyền, thừa lệnh, ký thay)."""
    require_manage(by, from_post.unit_id)
    delegation = Delegation.objects.create(
        kind=kind, from_post=from_post, to_post=to_post, since=since, until=until, scope=scope, basis=basis
    )
    record("post.delegated", by=by, subject=delegation, unit_id=from_post.unit_id, at=at, details={"kind": kind})
    return delegation


@transaction.atomic
def end_delegation(delegation: Delegation, *, by: Actor, at: datetime) -> None:
    """Take a delegation back (chấm dứt ủy quyền)."""
    require_manage(by, delegation.from_post.unit_id)
    Delegation.objects.filter(pk=delegation.pk).update(until=local_day(at))
    record("post.delegation_ended", by=by, subject=delegation, unit_id=delegation.from_post.unit_id, at=at)


def _post(unit: Unit, title: str, rank: PostRank) -> Post:
    if not title:
        raise problems.empty("title", "chức danh")
    head = Post.objects.filter(unit=unit, rank=PostRank.HEAD).first()
    if rank == PostRank.HEAD and head and head.title != title:
        raise problems.head_post_exists(unit, head.title)
    post, _ = Post.objects.get_or_create(unit=unit, title=title, defaults={"rank": rank})
    return post


def _unit_of(person: Person) -> int | None:
    """The unit of a person's first open post, else of the latest one: where the right to change is checked."""
    held = Holding.objects.filter(person=person).values_list("post__unit_id", flat=True)
    return held.filter(until=None).first() or held.order_by("-until").first()
