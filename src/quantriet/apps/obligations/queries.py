"""Reading work: who may see what, the five measures, what is owed, where an obligation stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.obligations.models import Assignment, Due, DueState, Evidence, Obligation

RECEIVED = Q(state__in=[DueState.SUBMITTED, DueState.DONE])
ON_TIME = RECEIVED & (Q(due_at=None) | Q(received_at__lt=F("due_at")))


def visible_to(actor: Actor) -> QuerySet[Assignment]:
    """Assignments of the units whose work this actor may see."""
    return Assignment.objects.filter(unit_id__in=actor.units(Permission.VIEW_WORK).values("pk"))


def dues_visible_to(actor: Actor) -> QuerySet[Due]:
    """Dues of the units whose work this actor may see."""
    return Due.objects.filter(unit_id__in=actor.units(Permission.VIEW_WORK).values("pk"))


@dataclass(frozen=True, slots=True)
class Measures:
    """The five measures (and nil apart): what was expected and how it came."""

    expected: int = 0
    received: int = 0
    on_time: int = 0
    late: int = 0
    missing: int = 0
    nil: int = 0

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
        "late": Count("pk", filter=RECEIVED & Q(received_at__gte=F("due_at"))),
        "missing": Count("pk", filter=Q(state=DueState.OPEN, due_at__lte=at)),
        "nil": Count("pk", filter=RECEIVED & Q(is_nil=True)),
    }


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
    lead_units: tuple[str, ...]
    missing_units: tuple[str, ...]


def _latest_period() -> Subquery:
    """The latest opened period of the outer obligation; one index probe each."""
    newest = Due.objects.filter(obligation=OuterRef("pk"), period_on__isnull=False).order_by("-period_on")
    return Subquery(newest.values("period_on")[:1])


def standings(obligations: QuerySet[Obligation], at: datetime) -> list[Standing]:
    """Where each of these obligations stands, in four queries however many they are."""
    rows = list(
        obligations.annotate(present=_latest_period()).select_related("clause").order_by("document_id", "position")
    )
    present = Q(pk__in=[])
    for row in rows:
        present |= Q(obligation=row.pk, period_on=row.present)
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
        .annotate(assigned=Count("pk"), acknowledged=Count("acknowledged_at"))
    }
    leads = _names(Assignment.objects.filter(obligation__in=[row.pk for row in rows], ended_at=None, part="lead"))
    open_dues = _names(Due.objects.filter(present, state=DueState.OPEN))
    return [
        _standing(
            row, grouped.get(row.pk, {}), shares.get(row.pk, {}), leads.get(row.pk, ()), open_dues.get(row.pk, ())
        )
        for row in rows
    ]


def _names(rows: QuerySet[Assignment] | QuerySet[Due], most: int = 400) -> dict[int, tuple[str, ...]]:
    """obligation id → labels of the units of these rows, in the agency's order, cut where nobody reads on."""
    found: dict[int, tuple[str, ...]] = {}
    listed = rows.order_by("unit__position", "unit_id").values_list("obligation_id", "unit__short_name", "unit__name")
    for obligation, short, name in listed[: most * 10]:
        if len(found.get(obligation, ())) < most:
            found[obligation] = (*found.get(obligation, ()), short or name)
    return found


def _standing(
    row: Obligation,
    group: Mapping[str, Any],
    share: Mapping[str, Any],
    leads: tuple[str, ...],
    missing: tuple[str, ...],
) -> Standing:
    fields = ("expected", "received", "on_time", "late", "missing", "nil")
    return Standing(
        obligation=row,
        period_on=row.present,  # type: ignore[attr-defined]  # annotated by standings()
        due_at=group.get("limit"),
        measures=Measures(**{field: group.get(field, 0) for field in fields}),
        assigned=share.get("assigned", 0),
        acknowledged=share.get("acknowledged", 0),
        submitted=group.get("submitted", 0),
        lead_units=leads,
        missing_units=missing,
    )


def owed_by(unit_ids: Iterable[int], *, limit: int = 100) -> QuerySet[Due]:
    """Open dues of these units, the nearest limit first, those without one last."""
    return (
        Due.objects.filter(unit_id__in=unit_ids, state=DueState.OPEN)
        .select_related("obligation__clause", "obligation__document", "unit", "assignment", "extension")
        .order_by(F("due_at").asc(nulls_last=True), "pk")[:limit]
    )


def unacknowledged(unit_ids: Iterable[int], *, limit: int = 100) -> QuerySet[Assignment]:
    """Assignments that the units' heads have not taken note of, newest first."""
    return (
        Assignment.objects.filter(unit_id__in=unit_ids, ended_at=None, acknowledged_at=None)
        .select_related("obligation__document", "obligation__clause", "unit")
        .order_by("-pk")[:limit]
    )


def waiting_for_judgement(actor: Actor, *, limit: int = 50) -> QuerySet[Due]:
    """Results and extension requests that wait for this actor's word, oldest first."""
    judged = actor.units(Permission.JUDGE_WORK).values("pk")
    return (
        Due.objects.filter(unit_id__in=judged)
        .filter(
            Q(state=DueState.SUBMITTED) | Q(state=DueState.OPEN, extension__answered_at=None, extension__isnull=False)
        )
        .select_related("obligation__document", "obligation__clause", "unit", "assignment", "extension")
        .order_by("pk")[:limit]
    )


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
        .filter(pk=pk)
        .first()
    )
