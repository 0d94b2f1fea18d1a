"""Reading the organization: subtrees, agencies, heads. Who may see which unit is told by `accounts.actors`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

from django.db.models import Count, Q, QuerySet

from quantriet.apps.organization.models import (
    Ancestry,
    Delegation,
    Holding,
    Person,
    Placement,
    Post,
    PostRank,
    Unit,
    UnitKind,
)
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
    """Open units as a tree, each before those below it. Beyond `limit` units only the two upper levels are shown.

    The whole tree is walked as bare ids; names, heads and counts are read for the rows shown alone.
    """
    links = Placement.objects.filter(until=None, unit__in=units, unit__closed_on=None)
    parents = dict(links.order_by("unit__position", "unit_id").values_list("unit_id", "parent_id"))
    below: dict[int | None, list[int]] = {}
    for unit_id, parent in parents.items():
        below.setdefault(parent if parent in parents else None, []).append(unit_id)
    deepest = 1 if len(parents) > limit else 99
    order = list(_walk(below, None, 0, deepest))
    shown = [unit_id for unit_id, _ in order]
    found, held, counts = Unit.objects.in_bulk(shown), heads(shown, day), people_counts(shown, day)
    names = Person.objects.in_bulk(held.values())
    return [
        TreeRow(found[unit_id], depth, names.get(held.get(unit_id, 0)), counts.get(unit_id, 0),
                is_folded=depth == deepest and unit_id in below)
        for unit_id, depth in order
    ]  # fmt: skip


def _walk(
    below: dict[int | None, list[int]], parent: int | None, depth: int, deepest: int
) -> Iterator[tuple[int, int]]:
    for unit_id in below.get(parent, []):
        yield unit_id, depth
        if depth < deepest:
            yield from _walk(below, unit_id, depth + 1, deepest)


def people_counts(unit_ids: Iterable[int], day: date) -> dict[int, int]:
    """unit id → how many people hold a post in it on a day."""
    rows = Holding.objects.on(day).filter(post__unit_id__in=unit_ids).values("post__unit_id")
    return dict(rows.annotate(count=Count("person", distinct=True)).values_list("post__unit_id", "count"))


def search_units(actor: Actor, text: str, *, limit: int = 50) -> list[Unit]:
    """Visible units whose name, short name or code holds the words, whatever the marks' form and the case."""
    rows = visible_to(actor).filter(closed_on=None).values_list("pk", "name", "short_name", "code")
    keys = _holding_words(rows, text, limit)
    found = Unit.objects.in_bulk(keys)
    return [found[key] for key in keys]


def search_people(actor: Actor, text: str, day: date, *, limit: int = 50) -> list[Holding]:
    """Posts held on a day in visible units by people whose name or code holds the words."""
    held = Holding.objects.on(day).filter(post__unit__in=visible_to(actor).values("pk"))
    rows = held.order_by("person__full_name", "id").values_list("pk", "person__full_name", "person__code")
    keys = _holding_words(rows, text, limit)
    found = Holding.objects.select_related("person", "post__unit").in_bulk(keys)
    return [found[key] for key in keys]


def _holding_words(rows: Iterable[tuple[Any, ...]], text: str, limit: int) -> list[int]:
    """The first ids of rows (id, text, …) with a text that holds the words; the database cannot fold Vietnamese."""
    wanted = fold_key(text)
    return list(islice((key for key, *texts in rows if wanted and holds_words(wanted, *texts)), limit))


def holds_words(wanted: str, *texts: str) -> bool:
    """Whether one of the texts, folded, holds the folded words."""
    return any(wanted in _folded(text) for text in texts)


@lru_cache(maxsize=100_000)
def _folded(text: str) -> str:
    return fold_key(text)


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


def leading_posts(unit_ids: Iterable[int]) -> QuerySet[Post]:
    """The posts of heads and deputies of these units, those who may let others act for them."""
    leading = Post.objects.filter(unit_id__in=unit_ids, rank__in=[PostRank.HEAD, PostRank.DEPUTY])
    return leading.select_related("unit").order_by("unit__position", "unit_id", "-rank", "pk")


def posts_under(agency_id: int, day: date) -> QuerySet[Post]:
    """The posts in an agency that somebody holds on a day, in the agency's order."""
    held = Holding.objects.on(day).filter(post__unit__in=subtree_ids([agency_id])).values("post_id")
    return Post.objects.filter(pk__in=held).select_related("unit").order_by("unit__position", "unit_id", "pk")


def delegations_of(unit_id: int, day: date) -> QuerySet[Delegation]:
    """What posts of this unit have handed over and still hold on this day, or will."""
    return (
        Delegation.objects.filter(from_post__unit_id=unit_id)
        .filter(Q(until=None) | Q(until__gt=day))
        .select_related("from_post", "to_post__unit")
        .order_by("since", "pk")
    )
