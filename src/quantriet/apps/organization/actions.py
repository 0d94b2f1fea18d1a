"""Every change of units; people and posts change in `staffing`."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from quantriet.apps.clock.moment import local_day
from quantriet.apps.ledger.record import record
from quantriet.apps.organization import problems
from quantriet.apps.organization.building import build_unit, replant
from quantriet.apps.organization.models import Ancestry, Holding, Placement, Unit, UnitKind, UnitSpelling
from quantriet.apps.organization.queries import agency_of, subtree_ids
from quantriet.apps.organization.rights import VIEW_UNITS, Actor, require_manage
from quantriet.engines.kernel.folding import fold_key


@transaction.atomic
def open_unit(
    *,
    code: str,
    name: str,
    kind: UnitKind,
    parent: Unit | None,
    by: Actor,
    at: datetime,
    short_name: str = "",
    symbol: str = "",
    position: int = 0,
) -> Unit:
    """A new unit under its parent (lập đơn vị). Raises Problem when the code is taken or the parent is closed."""
    require_manage(by, parent.pk if parent else None)
    if owner := Unit.objects.filter(code=code).first():
        raise problems.code_taken(code, owner.name if by.may(VIEW_UNITS, owner.pk) else "đơn vị của cơ quan khác")
    if parent and parent.closed_on:
        raise problems.unit_closed(parent)
    if not name.strip():
        raise problems.empty("name", "tên đơn vị")
    unit = build_unit(
        code=code, name=name.strip(), kind=kind, parent=parent, since=local_day(at),
        short_name=short_name, symbol=symbol, position=position,
    )  # fmt: skip
    record(
        "unit.opened", by=by, subject=unit, unit_id=unit.pk, at=at, details={"parent": parent.pk if parent else None}
    )
    return unit


@transaction.atomic
def change_unit(
    unit: Unit,
    *,
    by: Actor,
    at: datetime,
    name: str | None = None,
    short_name: str | None = None,
    symbol: str | None = None,
    kind: UnitKind | None = None,
    position: int | None = None,
) -> list[str]:
    """Correct what is told of a unit (sửa đơn vị); returns the changed fields. The old name stays a known spelling."""
    require_manage(by, unit.pk)
    wanted = {"name": name, "short_name": short_name, "symbol": symbol, "kind": kind, "position": position}
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    before = {field: getattr(unit, field) for field, value in wanted.items() if value is not None}
    changed = {field: value for field, value in wanted.items() if value is not None and value != before[field]}
    if changed.get("name") == "":
        raise problems.empty("name", "tên đơn vị")
    if not changed:
        return []
    Unit.objects.filter(pk=unit.pk).update(**changed)
    if "name" in changed:
        UnitSpelling.objects.get_or_create(unit=unit, folded=fold_key(before["name"])[:200])
    details = {"before": {field: before[field] for field in changed}, "after": changed}
    record("unit.changed", by=by, subject=unit, unit_id=unit.pk, at=at, details=details)
    return sorted(changed)


@transaction.atomic
def correct_unit(
    unit: Unit,
    *,
    name: str,
    short_name: str,
    symbol: str,
    spelling: str,
    by: Actor,
    at: datetime,
    parent: Unit | None = None,
) -> None:
    """What the page of a unit offers at once: correct it, remember one more spelling, hang it elsewhere."""
    change_unit(unit, name=name.strip(), short_name=short_name.strip(), symbol=symbol.strip(), by=by, at=at)
    if spelling:
        learn_spelling(unit, spelling, by=by, at=at)
    if parent:
        move_unit(unit, parent, by=by, at=at)


def rename_unit(unit: Unit, name: str, *, by: Actor, at: datetime) -> list[str]:
    """Give a unit another name (đổi tên)."""
    return change_unit(unit, name=name.strip(), by=by, at=at)


@transaction.atomic
def move_unit(unit: Unit, parent: Unit, *, by: Actor, at: datetime) -> None:
    """Hang a unit, with all below it, under another one from today on (chuyển trực thuộc)."""
    require_manage(by, unit.pk)
    require_manage(by, parent.pk)
    Unit.objects.select_for_update().get(pk=unit.pk)
    if Ancestry.objects.filter(ancestor=unit, descendant=parent, until=None).exists():
        raise problems.under_itself(unit, parent)
    if parent.closed_on:
        raise problems.unit_closed(parent)
    before = Placement.objects.filter(unit=unit, until=None).values_list("parent_id", flat=True).first()
    if before == parent.pk:
        return
    replant(unit, parent, local_day(at))
    details = {"before": before, "after": parent.pk}
    record("unit.moved", by=by, subject=unit, unit_id=unit.pk, at=at, details=details)


@transaction.atomic
def close_unit(unit: Unit, *, by: Actor, at: datetime) -> None:
    """End a unit (giải thể). Its place in the tree stays, so that its past work stays visible to those above."""
    require_manage(by, unit.pk)
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    if unit.closed_on:
        raise problems.unit_closed(unit)
    if below := Placement.objects.filter(parent=unit, until=None, unit__closed_on=None).count():
        raise problems.has_units_below(unit, below)
    if people := Holding.objects.filter(post__unit=unit, until=None).count():
        raise problems.has_people(unit, people)
    Unit.objects.filter(pk=unit.pk).update(closed_on=local_day(at))
    record("unit.closed", by=by, subject=unit, unit_id=unit.pk, at=at)


@transaction.atomic
def learn_spelling(unit: Unit, text: str, *, by: Actor, at: datetime) -> UnitSpelling:
    """Remember another way in which documents write a unit's name (ghi nhớ cách viết)."""
    require_manage(by, unit.pk)
    folded = fold_key(text)[:200]
    if not folded:
        raise problems.empty("text", "cách viết")
    agency = agency_of(unit.pk)
    siblings = subtree_ids([agency.pk if agency else unit.pk])
    other = (
        UnitSpelling.objects.filter(folded=folded, unit__in=siblings).exclude(unit=unit).select_related("unit").first()
    )
    if other:
        raise problems.spelling_taken(text, other.unit)
    spelling, is_new = UnitSpelling.objects.get_or_create(unit=unit, folded=folded)
    if is_new:
        record("unit.spelling_learned", by=by, subject=unit, unit_id=unit.pk, at=at, details={"spelling": folded})
    return spelling
