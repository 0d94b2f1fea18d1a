"""Where documents, clauses and units stand, gathered over dues. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case, Count, F, Max, OuterRef, Q, QuerySet, Subquery, Value, When

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.obligations import queries as obligations
from quantriet.apps.obligations.models import Assignment, Due, DueState, Obligation
from quantriet.apps.obligations.queries import Measures, Standing, counts, measures_of, standings
from quantriet.apps.organization.models import Unit
from quantriet.apps.reports.models import Period, Regime

NAMING = ("document__number", "document__abstract", "clause__label")  # what a link to an obligation's source says
TREND_DAYS = 14
RATE_DAYS = 30


@dataclass(frozen=True, slots=True)
class ReportStanding:
    """Where one reporting regime stands in its latest period; the first units that have not reported, if asked for."""

    regime: Regime
    period_on: date | None
    period_id: int | None
    due_at: datetime | None
    measures: Measures
    missing_units: tuple[str, ...]

    @property
    def obligation(self) -> Obligation:
        assert self.regime.obligation is not None  # report_standings() gives only regimes with periods
        return self.regime.obligation

    @property
    def is_complete(self) -> bool:
        return self.measures.received == self.measures.expected

    @property
    def unnamed_count(self) -> int:
        """How many more units have not reported than are named, whether their limit has come or not."""
        return self.measures.expected - self.measures.received - len(self.missing_units)


def report_standings(actor: Actor, at: datetime, *, named: int = 0) -> list[ReportStanding]:
    """Every running regime of the agencies this actor watches over, with its latest period.

    `named` says how many of the units that have not reported are named; each count is of all of them.
    """
    newest = Due.objects.filter(obligation=OuterRef("obligation"), period_on__isnull=False).order_by("-period_on")
    period = Period.objects.filter(regime=OuterRef("pk"), day=OuterRef("present"))
    running = Regime.objects.filter(
        agency__in=actor.unit_ids(Permission.VIEW_BOARD), obligation__isnull=False, obligation__closed_at=None
    ).annotate(present=Subquery(newest.values("period_on")[:1]), period_id=Subquery(period.values("pk")[:1]))
    regimes: list[Any] = list(
        running.select_related("obligation__document", "obligation__clause")
        .only("name", "limit", "consolidation_limit", "starts_on", *(f"obligation__{name}" for name in NAMING))
        .order_by("obligation__document_id", "obligation__position")
    )
    if not regimes:
        return []
    present = obligations.of_periods((regime.obligation_id, regime.present) for regime in regimes)
    counted = Due.objects.filter(present).values("obligation_id").annotate(**counts(at), limit=Max("due_at"))
    groups: dict[int, Any] = {group["obligation_id"]: group for group in counted}
    missing = obligations.first_units(Due.objects.filter(present, state=DueState.OPEN), named) if named else {}
    return [
        ReportStanding(
            regime,
            regime.present,
            regime.period_id,
            groups.get(regime.obligation_id, {}).get("limit"),
            measures_of(groups.get(regime.obligation_id, {})),
            tuple(missing.get((regime.obligation_id, regime.present), ())),
        )
        for regime in regimes
    ]


def regime_names(obligation_ids: Iterable[int]) -> dict[int, str]:
    """obligation id → the name of the report that it asks for, for those that ask for one."""
    return dict(Regime.objects.filter(obligation__in=set(obligation_ids)).values_list("obligation_id", "name"))


@dataclass(frozen=True, slots=True)
class UnitDays:
    """One row of the board: a unit, when its report of the chosen day came, and its last days as states."""

    unit: Unit
    received_at: datetime | None
    cells: list[tuple[str, str]]  # (state of web's day cell, day in words)


def trend_days(day: date, count: int = TREND_DAYS) -> list[date]:
    return [day - timedelta(days=back) for back in range(count - 1, -1, -1)]


def unit_days(obligation: Obligation, units: Sequence[Unit], days: Sequence[date], at: datetime) -> list[UnitDays]:
    """The last days of these units under one recurring obligation: one query for all rows."""
    rows = Due.objects.filter(obligation=obligation, unit__in=units, period_on__range=(days[0], days[-1]))
    # A page holds some thousand cells: the database names their states, and sends an instant for the chosen day alone.
    shown = rows.values_list("unit_id", "period_on", day_state(at), Case(When(period_on=days[-1], then="received_at")))
    states: dict[tuple[int, date | None], str] = {}
    received: dict[int, datetime] = {}
    for unit, day, state, received_at in shown:
        states[unit, day] = state
        if received_at is not None:
            received[unit] = received_at
    words = [(day, f"{day.day}/{day.month}") for day in days]
    return [
        UnitDays(unit, received.get(unit.pk), [(states.get((unit.pk, day), "off"), told) for day, told in words])
        for unit in units
    ]


def day_state(at: datetime) -> Case:
    """How a due shows on the board: on-time, nil, late, missing, not-due, or off when it was withdrawn."""
    return Case(
        When(state=DueState.WITHDRAWN, then=Value("off")),
        When(state=DueState.OPEN, due_at__lte=at, then=Value("missing")),
        When(state=DueState.OPEN, then=Value("not-due")),
        When(received_at__gte=F("due_at"), then=Value("late")),
        When(is_nil=True, then=Value("nil")),
        default=Value("on-time"),
    )


def expected_units(obligation: Obligation, day: date) -> QuerySet[Unit]:
    """The units that owed on that day, in the agency's order."""
    return Unit.objects.filter(
        pk__in=Due.objects.filter(obligation=obligation, period_on=day).values("unit_id")
    ).order_by("position", "pk")


def rate(obligation: Obligation, until: date, at: datetime) -> Measures:
    """The measures of the last 30 days that have fallen due; nil is not told apart."""
    since = until - timedelta(days=RATE_DAYS - 1)
    fallen = Due.objects.filter(obligation=obligation, period_on__range=(since, until), due_at__lte=at)
    # Thousands of dues a month: only what does not follow from the others is counted.
    counted = fallen.exclude(state=DueState.WITHDRAWN).aggregate(
        expected=Count("pk"),
        missing=Count("pk", filter=Q(state=DueState.OPEN)),
        on_time=Count("pk", filter=~Q(state=DueState.OPEN) & Q(received_at__lt=F("due_at"))),
    )
    return Measures(received=counted["expected"] - counted["missing"], **counted)


@dataclass(frozen=True, slots=True)
class LateHeap:
    """One obligation (of one period) that several units are late with."""

    obligation: Obligation
    period_on: date | None
    count: int
    units: list[str]  # the first of them

    @property
    def more(self) -> int:
        return self.count - len(self.units)


def late_heaps(actor: Actor, at: datetime, *, most: int, named: int = 4) -> list[LateHeap]:
    """What is overdue in the units this actor watches over, gathered by obligation and period, newest limit first."""
    watched = actor.unit_ids(Permission.JUDGE_WORK)
    late = Due.objects.filter(unit_id__in=watched, state=DueState.OPEN, due_at__lte=at)
    heaps = list(
        late.values("obligation_id", "period_on")
        .annotate(count=Count("pk"), limit=Max("due_at"))
        .order_by("-limit")[:most]
    )
    obligations_by_id = Obligation.objects.in_bulk([heap["obligation_id"] for heap in heaps])
    shown = obligations.of_periods((heap["obligation_id"], heap["period_on"]) for heap in heaps)
    names = obligations.first_units(late.filter(shown), named)
    return [
        LateHeap(
            obligations_by_id[heap["obligation_id"]],
            heap["period_on"],
            heap["count"],
            names.get((heap["obligation_id"], heap["period_on"]), []),
        )
        for heap in heaps
    ]


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """What one unit has open and late over all directives."""

    unit: Unit
    measures: Measures


def unit_loads(actor: Actor, at: datetime, *, most: int = 12) -> list[UnitLoad]:
    """The units with the most late work, worst first: whom to chase."""
    watched = actor.unit_ids(Permission.VIEW_BOARD)
    open_dues = Due.objects.filter(state=DueState.OPEN)
    late = open_dues.filter(unit_id__in=watched, due_at__lte=at).values_list("unit_id").annotate(count=Count("pk"))
    worst = dict(late.order_by("-count", "unit_id")[:most])
    expected = dict(open_dues.filter(unit_id__in=worst).values_list("unit_id").annotate(Count("pk")))
    units = Unit.objects.in_bulk(worst)
    return [UnitLoad(units[unit], Measures(expected=expected[unit], missing=count)) for unit, count in worst.items()]


def running_obligations(actor: Actor) -> QuerySet[Obligation]:
    """Obligations of the agencies this actor watches over that are not closed, reports apart."""
    return Obligation.objects.filter(
        agency__in=actor.unit_ids(Permission.VIEW_BOARD), closed_at=None, fulfilment="task"
    )


def document_standings(document_id: int, at: datetime) -> list[Standing]:
    """Clause by clause: where every obligation of a document stands."""
    return standings(Obligation.objects.filter(document_id=document_id), at)


def own_assignments(actor: Actor, document_id: int) -> list[Assignment]:
    """What this document asks of the actor's own units, for the heads' row of buttons."""
    own = actor.roots(Permission.FULFIL_WORK)
    if not own:
        return []
    return list(
        Assignment.objects.filter(unit_id__in=own, obligation__document_id=document_id, ended_at=None)
        .select_related("obligation__clause", "unit")
        .order_by("obligation__position")
    )


def standing_of(obligation: Obligation, at: datetime) -> Standing:
    """Where one obligation stands."""
    return standings(Obligation.objects.filter(pk=obligation.pk), at)[0]


def shares(actor: Actor, obligation_id: int) -> QuerySet[Assignment]:
    """The units' shares in one obligation, as far as the actor may see their work."""
    rows = obligations.visible_to(actor).filter(obligation_id=obligation_id, ended_at=None)
    return rows.select_related("unit").order_by("part", "unit__position", "unit_id")


def latest_period_id(obligation: Obligation) -> int | None:
    """The newest period of the regime that this obligation asks for, for its consolidation page."""
    newest = Period.objects.filter(regime__obligation=obligation).order_by("-day")
    return newest.values_list("pk", flat=True).first()
