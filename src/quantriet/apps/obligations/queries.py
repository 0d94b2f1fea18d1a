"""Reading work: who may see what, the five measures, what is owed, where an obligation stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.documents.queries import BULKY, without_text
from quantriet.apps.documents.queries import visible_to as documents_visible_to
from quantriet.apps.obligations.models import Assignment, Due, DueState, Evidence, Extension, Obligation

RECEIVED = Q(state__in=[DueState.SUBMITTED, DueState.DONE])
ON_TIME = RECEIVED & (Q(due_at=None) | Q(received_at__lt=F("due_at")))
NAMED = 7  # units that a list names before it counts the others


def visible_to(actor: Actor) -> QuerySet[Assignment]:
    """Assignments of the units whose work this actor may see."""
    return Assignment.objects.filter(unit_id__in=actor.unit_ids(Permission.VIEW_WORK))


def dues_visible_to(actor: Actor) -> QuerySet[Due]:
    """Dues of the units whose work this actor may see."""
    return Due.objects.filter(unit_id__in=actor.unit_ids(Permission.VIEW_WORK))


def obligation_visible_to(actor: Actor) -> QuerySet[Obligation]:
    """Obligations of the documents this actor may open, with the text that asks for them."""
    rows = Obligation.objects.filter(document__in=documents_visible_to(actor)).select_related("document", "clause")
    return rows.defer(*(f"document__{name}" for name in BULKY if name != "text"))


@dataclass(frozen=True, slots=True)
class Measures:
    """The five measures (and nil apart): what was expected and how it came."""

    expected: int = 0
    received: int = 0
    on_time: int = 0
    missing: int = 0
    nil: int = 0

    @property
    def late(self) -> int:
        """Received at the limit or after it: all that is received and not on time."""
        return self.received - self.on_time

    @property
    def waiting(self) -> int:
        """Not received, and its limit has not come yet (chưa đến hạn)."""
        return self.expected - self.received - self.missing

    @property
    def with_figures(self) -> int:
        """Received in time and not nil: the first part of a progress bar."""
        return max(self.on_time - self.nil, 0)


def counts(at: datetime) -> dict[str, Count]:
    """The measures as aggregates over dues, for `.aggregate` or a grouped `.annotate`; withdrawn ones left out."""
    return {
        "expected": Count("pk", filter=~Q(state=DueState.WITHDRAWN)),
        "received": Count("pk", filter=RECEIVED),
        "on_time": Count("pk", filter=ON_TIME),
        "missing": Count("pk", filter=Q(state=DueState.OPEN, due_at__lte=at)),
        "nil": Count("pk", filter=RECEIVED & Q(is_nil=True)),
    }


def measures_of(group: Mapping[str, Any]) -> Measures:
    """The measures in a row of grouped `counts`; all nought where there was nothing to count."""
    return Measures(**{field: group.get(field, 0) for field in Measures.__slots__})


def measures(dues: QuerySet[Due], at: datetime) -> Measures:
    """The measures of a set of dues, in one query."""
    return Measures(**dues.aggregate(**counts(at)))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one obligation stands at an instant: its present period, who took note, the measures."""

    obligation: Obligation
    period_on: date | None
    due_at: datetime | None
    measures: Measures
    assigned: int
    acknowledged: int
    submitted: int
    lead_units: tuple[str, ...]  # named when there are one or two
    lead_count: int
    missing_units: tuple[str, ...]  # the first of them


def _latest_period() -> Subquery:
    """The latest opened period of the outer obligation; one index probe each."""
    newest = Due.objects.filter(obligation=OuterRef("pk"), period_on__isnull=False).order_by("-period_on")
    return Subquery(newest.values("period_on")[:1])


def standings(obligations: QuerySet[Obligation], at: datetime) -> list[Standing]:
    """Where each of these obligations stands, in five queries however many they are."""
    rows = list(
        obligations.annotate(present=_latest_period()).select_related("clause").order_by("document_id", "position")
    )
    present = of_periods((row.pk, row.present) for row in rows)
    grouped = {
        group["obligation_id"]: group
        for group in Due.objects.filter(present)
        .values("obligation_id")
        .annotate(**counts(at), submitted=Count("pk", filter=Q(state=DueState.SUBMITTED)), limit=Max("due_at"))
    }
    shares = {
        group["obligation_id"]: group
        for group in Assignment.objects.filter(obligation__in=[row.pk for row in rows], ended_at=None)
        .values("obligation_id")
        .annotate(assigned=Count("pk"), acknowledged=Count("acknowledged_at"), leads=Count("pk", filter=Q(part="lead")))
    }
    leads = _lead_names([obligation for obligation, share in shares.items() if share["leads"] <= 2])
    missing = first_units(Due.objects.filter(present, state=DueState.OPEN))
    return [
        _standing(
            row,
            grouped.get(row.pk, {}),
            shares.get(row.pk, {}),
            tuple(leads.get(row.pk, ())),
            tuple(missing.get((row.pk, row.present), ())),
        )
        for row in rows
    ]


def of_periods(pairs: Iterable[tuple[int, date | None]]) -> Q:
    """Dues of these (obligation, period), one condition a period: a long chain of OR costs more than its answer."""
    by_period: dict[date | None, list[int]] = {}
    for obligation, period in pairs:
        by_period.setdefault(period, []).append(obligation)
    wanted = Q(pk__in=[])
    for period, ids in by_period.items():
        wanted |= Q(obligation__in=ids, period_on=period)
    return wanted


def _lead_names(obligation_ids: Sequence[int]) -> dict[int, list[str]]:
    """obligation id → labels of its lead units, in the agency's order; for those that have few."""
    found: dict[int, list[str]] = {}
    rows = Assignment.objects.filter(obligation__in=obligation_ids, ended_at=None, part="lead")
    listed = rows.order_by("unit__position", "unit_id").values_list("obligation_id", "unit__short_name", "unit__name")
    for obligation, short, name in listed:
        found.setdefault(obligation, []).append(short or name)
    return found


def first_units(dues: QuerySet[Due], most: int = NAMED) -> dict[tuple[int, date | None], list[str]]:
    """(obligation, period) → labels of its first units in the agency's order, never more than `most` of each."""
    place = Window(RowNumber(), partition_by=["obligation_id", "period_on"], order_by=["unit__position", "unit_id"])
    rows = dues.annotate(place=place).filter(place__lte=most).order_by("place")
    found: dict[tuple[int, date | None], list[str]] = {}
    for obligation, period, short, name in rows.values_list(
        "obligation_id", "period_on", "unit__short_name", "unit__name"
    ):
        found.setdefault((obligation, period), []).append(short or name)
    return found


def _standing(
    row: Obligation,
    group: Mapping[str, Any],
    share: Mapping[str, Any],
    leads: tuple[str, ...],
    missing: tuple[str, ...],
) -> Standing:
    return Standing(
        obligation=row,
        period_on=row.present,  # type: ignore[attr-defined]  # annotated by standings()
        due_at=group.get("limit"),
        measures=measures_of(group),
        assigned=share.get("assigned", 0),
        acknowledged=share.get("acknowledged", 0),
        submitted=group.get("submitted", 0),
        lead_units=leads,
        lead_count=share.get("leads", 0),
        missing_units=missing,
    )


def owed_by(unit_ids: Iterable[int], *, limit: int = 100) -> QuerySet[Due]:
    """Open dues of these units, the nearest limit first, those without one last."""
    rows = Due.objects.filter(unit_id__in=unit_ids, state=DueState.OPEN).select_related(
        "obligation__clause", "obligation__document"
    )
    return without_text(rows, "obligation__document").order_by(F("due_at").asc(nulls_last=True), "pk")[:limit]


def handed_in(unit_ids: Iterable[int], since: datetime, *, limit: int = 100) -> QuerySet[Due]:
    """What these units have handed in since an instant, the latest first."""
    received = Due.objects.filter(
        unit_id__in=unit_ids, received_at__gte=since, state__in=(DueState.SUBMITTED, DueState.DONE)
    )
    return received.select_related("obligation").order_by("-received_at", "-pk")[:limit]


def unacknowledged(unit_ids: Iterable[int], *, limit: int = 100) -> QuerySet[Assignment]:
    """Assignments that the units' heads have not taken note of, newest first."""
    rows = Assignment.objects.filter(
        unit_id__in=unit_ids, ended_at=None, acknowledged_at=None, obligation__closed_at=None
    ).select_related("obligation__document", "obligation__clause")
    return without_text(rows, "obligation__document").order_by("-pk")[:limit]


def waiting_for_judgement(actor: Actor, *, limit: int = 50) -> QuerySet[Due]:
    """Results and extension requests that wait for this actor's word, oldest first; two queries."""
    judged = Due.objects.filter(unit_id__in=actor.unit_ids(Permission.JUDGE_WORK))
    unanswered = Extension.objects.filter(answered_at=None).values("due_id")
    asked = judged.filter(state=DueState.OPEN, pk__in=unanswered)
    # Two narrow searches, each with its index: one condition with OR would read every due ever opened, and so would
    # rows joined to these searches, which are therefore answered first.
    waiting = judged.filter(state=DueState.SUBMITTED).values_list("pk").union(asked.values_list("pk")).order_by("pk")
    first = [pk for (pk,) in waiting[:limit]]
    return Due.objects.filter(pk__in=first).select_related("obligation", "unit").order_by("pk")


def assignment_sheet(actor: Actor, pk: int) -> Assignment | None:
    """One assignment with all that its page shows, or None when the actor may not see it."""
    evidence = Prefetch("evidence", Evidence.objects.select_related("added_by__person", "file").order_by("pk"))
    newest = (
        Due.objects.filter(assignment_id=pk)
        .select_related("accountable", "extension")
        .prefetch_related(evidence)
        .order_by(F("period_on").desc(nulls_first=True), "-pk")[:30]
    )
    return (
        visible_to(actor)
        .select_related("obligation__document", "obligation__clause", "unit", "acknowledged_by__person")
        .prefetch_related(Prefetch("dues", newest, to_attr="recent_dues"))
        .defer(*(f"obligation__document__{name}" for name in BULKY if name != "text"))
        .filter(pk=pk)
        .first()
    )
