"""Every change of the organization."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from quantriet.apps.organization.models import Ancestry, Placement, Unit, UnitKind


@transaction.atomic
def open_unit(
    *,
    code: str,
    name: str,
    kind: UnitKind,
    parent: Unit | None,
    since: date,
    short_name: str = "",
    symbol: str = "",
    position: int = 0,
) -> Unit:
    """A new unit under its parent, with its place in the tree (lập đơn vị)."""
    unit = Unit.objects.create(
        code=code, name=name, short_name=short_name, kind=kind, symbol=symbol, position=position, opened_on=since
    )
    Placement.objects.create(unit=unit, parent=parent, since=since)
    above = Ancestry.objects.filter(descendant=parent, until=None) if parent else Ancestry.objects.none()
    Ancestry.objects.bulk_create(
        [Ancestry(ancestor=unit, descendant=unit, depth=0, since=since)]
        + [Ancestry(ancestor_id=row.ancestor_id, descendant=unit, depth=row.depth + 1, since=since) for row in above]
    )
    return unit
