"""Reading the organization: subtrees, agencies, heads. Who may see which unit is told by `accounts.actors`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet

from quantriet.apps.organization.models import Ancestry, Holding, Placement, Post, PostRank, Unit, UnitKind


def subtree_ids(roots: Collection[int]) -> QuerySet[Ancestry, int]:
    """Ids of the units at or below these, as they stand today; a subquery, not a list."""
    return Ancestry.objects.filter(ancestor_id__in=roots, until=None).values_list("descendant_id", flat=True)


def subtree(roots: Collection[int]) -> QuerySet[Unit]:
    """The units at or below these, as they stand today."""
    return Unit.objects.filter(pk__in=subtree_ids(roots)) if roots else Unit.objects.none()


def is_at_or_below(unit_id: int, roots: Collection[int]) -> bool:
    """Whether the unit is one of these or stands below one of them today."""
    return Ancestry.objects.filter(ancestor_id__in=roots, descendant_id=unit_id, until=None).exists()


def agency_of(unit_id: int) -> Unit | None:
    """The nearest agency at or above a unit (cơ quan)."""
    above = Ancestry.objects.filter(descendant_id=unit_id, until=None, ancestor__kind=UnitKind.AGENCY)
    nearest = above.select_related("ancestor").order_by("depth").first()
    return nearest.ancestor if nearest else None


def units_of(agency_id: int) -> QuerySet[Unit]:
    """The units of an agency, without itself, in the agency's own order."""
    return subtree([agency_id]).exclude(pk=agency_id).filter(closed_on=None)


def children(unit_id: int, day: date) -> QuerySet[Unit]:
    """Units directly under this one on a day."""
    return Unit.objects.filter(pk__in=Placement.objects.on(day).filter(parent_id=unit_id).values("unit_id"))


def heads(unit_ids: Iterable[int], day: date) -> dict[int, int]:
    """unit id → id of the person accountable for it on this day: its head, else its first deputy in charge."""
    rows = (
        Holding.objects.on(day)
        .filter(post__unit_id__in=unit_ids, post__rank__in=[PostRank.HEAD, PostRank.DEPUTY])
        .order_by("-post__rank", "-id")  # head sorts after deputy, the earliest holding last: the last one wins
        .values_list("post__unit_id", "post__rank", "person_id")
    )
    found: dict[int, int] = {}
    for rank in (PostRank.DEPUTY, PostRank.HEAD):
        found.update({unit: person for unit, held, person in rows if held == rank})
    return found


def head_posts(unit_ids: Iterable[int]) -> QuerySet[Post]:
    """The posts of the heads of these units."""
    return Post.objects.filter(unit_id__in=unit_ids, rank=PostRank.HEAD)
