"""Dated rows of the tree and of posts: the mechanics under the actions. No rights, no ledger here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models, transaction

from quantriet.apps.organization.models import Ancestry, Placement, Unit, UnitKind


@transaction.atomic
def build_unit(
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
    """A new unit with its place in the tree. `actions.open_unit` is the act; tests and seeding start here."""
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


def end_rows(rows: models.QuerySet[Any], day: date) -> None:
    """Close open dated rows on a day; what began that very day never held and goes."""
    rows.filter(since__gte=day).delete()
    rows.filter(until=None).update(until=day)


def replant(unit: Unit, parent: Unit, day: date) -> None:
    """Hang a unit with all below it under another parent from `day` on; the past keeps its tree."""
    end_rows(Placement.objects.filter(unit=unit, until=None), day)
    Placement.objects.create(unit=unit, parent=parent, since=day)
    below = list(Ancestry.objects.filter(ancestor=unit, until=None).values_list("descendant_id", "depth"))
    inside = [descendant for descendant, _ in below]
    end_rows(Ancestry.objects.filter(descendant_id__in=inside, until=None).exclude(ancestor_id__in=inside), day)
    above = Ancestry.objects.filter(descendant=parent, until=None).values_list("ancestor_id", "depth")
    Ancestry.objects.bulk_create(_pairs(above, below, day), 2000)


def _pairs(above: Iterable[tuple[int, int]], below: list[tuple[int, int]], day: date) -> Iterable[Ancestry]:
    for ancestor, up in above:
        for descendant, down in below:
            yield Ancestry(ancestor_id=ancestor, descendant_id=descendant, depth=up + down + 1, since=day)
