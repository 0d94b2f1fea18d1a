"""Reading the organization: subtrees, agencies, heads. Who may see which unit is told by `accounts.actors`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Count, QuerySet

from quantriet.apps.organization.models import Ancestry, Holding, Person, Placement, Post, PostRank, Unit, UnitKind
from quantriet.apps.organization.rights import VIEW_UNITS, Actor
from quantriet.engines.kernel.folding import fold_key


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


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One unit in a tree: how deep it stands, its head, how many people it has itself."""

    unit: Unit
    depth: int
    head: Person | None
    people_count: int
    is_folded: bool  # units below are not shown here


def visible_to(actor: Actor) -> QuerySet[Unit]:
    """Units that the actor may see, in the order of their lists; also those closed."""
    return actor.units(VIEW_UNITS)


def people_visible_to(actor: Actor) -> QuerySet[Person]:
    """People who hold, or held, a post in a unit that the actor may see."""
    units = visible_to(actor).values("pk")
    return Person.objects.filter(pk__in=Holding.objects.filter(post__unit__in=units).values("person_id"))


def unit_tree(units: QuerySet[Unit], day: date, *, limit: int = 400) -> list[TreeRow]:
    """Open units as a tree, each before those below it. Beyond `limit` units only the two upper levels are shown."""
    found = {unit.pk: unit for unit in units.filter(closed_on=None)}
    parents = dict(Placement.objects.filter(until=None, unit__in=units).values_list("unit_id", "parent_id"))
    below: dict[int | None, list[Unit]] = {}
    for unit in sorted(found.values(), key=lambda unit: (unit.position, unit.pk)):
        parent = parents.get(unit.pk)
        below.setdefault(parent if parent in found else None, []).append(unit)
    deepest = 1 if len(found) > limit else 99
    order = list(_walk(below, None, 0, deepest))
    shown = [unit.pk for unit, _ in order]
    held = heads(shown, day)
    names = Person.objects.in_bulk(held.values())
    counts = people_counts(shown, day)
    return [
        TreeRow(unit, depth, names.get(held.get(unit.pk, 0)), counts.get(unit.pk, 0),
                is_folded=depth == deepest and unit.pk in below)
        for unit, depth in order
    ]  # fmt: skip


def _walk(
    below: dict[int | None, list[Unit]], parent: int | None, depth: int, deepest: int
) -> Iterator[tuple[Unit, int]]:
    for unit in below.get(parent, []):
        yield unit, depth
        if depth < deepest:
            yield from _walk(below, unit.pk, depth + 1, deepest)


def people_counts(unit_ids: Iterable[int], day: date) -> dict[int, int]:
    """unit id → how many people hold a post in it on a day."""
    rows = Holding.objects.on(day).filter(post__unit_id__in=unit_ids).values("post__unit_id")
    return dict(rows.annotate(count=Count("person", distinct=True)).values_list("post__unit_id", "count"))


def search_units(actor: Actor, text: str, *, limit: int = 50) -> list[Unit]:
    """Visible units whose name, short name or code holds the words, whatever the marks' form and the case."""
    wanted = fold_key(text)
    if not wanted:
        return []
    rows = visible_to(actor).filter(closed_on=None)
    return list(islice((u for u in rows if wanted in fold_key(f"{u.name} {u.short_name} {u.code}")), limit))


def search_people(actor: Actor, text: str, day: date, *, limit: int = 50) -> list[Holding]:
    """Posts held on a day in visible units by people whose name or code holds the words."""
    wanted = fold_key(text)
    if not wanted:
        return []
    rows = Holding.objects.on(day).filter(post__unit__in=visible_to(actor).values("pk"))
    rows = rows.select_related("person", "post__unit").order_by("person__full_name", "id")
    return list(islice((h for h in rows if wanted in fold_key(f"{h.person.full_name} {h.person.code}")), limit))


def path_to(unit_id: int, day: date) -> list[Unit]:
    """The units above one, the topmost first."""
    rows = Ancestry.objects.on(day).filter(descendant_id=unit_id, depth__gt=0)
    return [row.ancestor for row in rows.select_related("ancestor").order_by("-depth")]


def people_of(unit_id: int, day: date) -> list[Holding]:
    """Who holds which post in a unit on a day: head, deputies, then the others by name."""
    ranks = list(PostRank)
    rows = Holding.objects.on(day).filter(post__unit_id=unit_id).select_related("person", "post")
    return sorted(rows, key=lambda row: (ranks.index(PostRank(row.post.rank)), row.person.full_name))


def past_leaders(unit_id: int, day: date) -> QuerySet[Holding]:
    """Former heads and deputies of a unit, the latest first."""
    rows = Holding.objects.filter(post__unit_id=unit_id, until__lte=day).exclude(post__rank=PostRank.STAFF)
    return rows.select_related("person", "post").order_by("-until", "-id")


def posts_of_person(person_id: int, day: date) -> list[Holding]:
    """The posts that somebody holds on a day."""
    return list(Holding.objects.on(day).filter(person_id=person_id).select_related("post__unit").order_by("id"))
