"""Reading reports: who may see what, what a unit owes, the periods of the office, the sources of one figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import at_local
from quantriet.apps.documents.queries import without_text
from quantriet.apps.obligations.models import Assignment, Due, DueState
from quantriet.apps.obligations.queries import Measures, counts, measures_of
from quantriet.apps.organization.models import Unit
from quantriet.apps.reports.consolidation import Row
from quantriet.apps.reports.expectation import dues_of
from quantriet.apps.reports.models import Consolidation, Draft, Period, Regime, Submission
from quantriet.apps.reports.rules import Values
from quantriet.law.model import Field, Total

RECENT_DAYS = 14
_SUBMISSION_PAGE = (
    "unit", "due", "period", "submitted_by__person", "regime__agency",
    "regime__obligation__document", "regime__obligation__clause", "regime__ad_hoc__document", "regime__ad_hoc__clause",
)  # fmt: skip


def visible_to(actor: Actor) -> QuerySet[Submission]:
    """Reports of the units whose work this actor may see."""
    return Submission.objects.filter(unit_id__in=actor.unit_ids(Permission.VIEW_WORK))


def dues_visible_to(actor: Actor) -> QuerySet[Due]:
    """Dues owed by reporting, of the units whose work this actor may see."""
    return Due.objects.filter(
        unit_id__in=actor.unit_ids(Permission.VIEW_WORK), obligation__regime__isnull=False
    ).exclude(state=DueState.WITHDRAWN)


def periods_visible_to(actor: Actor) -> QuerySet[Period]:
    """Periods whose figures of all units this actor may see: who consolidates, approves or leads the agency."""
    return Period.objects.filter(regime__agency_id__in=actor.unit_ids(Permission.CONSOLIDATE))


def regimes_visible_to(actor: Actor) -> QuerySet[Regime]:
    """Regimes of the agencies this actor consolidates for, and those that a unit of the actor's reports under."""
    mine = actor.unit_ids(Permission.VIEW_WORK)
    asked = Assignment.objects.filter(unit_id__in=mine, ended_at=None).values("obligation_id")
    return Regime.objects.filter(
        Q(agency_id__in=actor.unit_ids(Permission.CONSOLIDATE)) | Q(obligation_id__in=asked) | Q(ad_hoc_id__in=asked)
    )


def find_regime(actor: Actor, pk: int) -> Regime | None:
    return (
        regimes_visible_to(actor)
        .select_related("obligation__document", "obligation__clause", "ad_hoc__document", "ad_hoc__clause", "agency")
        .filter(pk=pk)
        .first()
    )


def reporting_units(regime: Regime) -> QuerySet[Unit]:
    """The units that report under a regime from now on."""
    asked = Assignment.objects.filter(
        obligation_id__in=[pk for pk in (regime.obligation_id, regime.ad_hoc_id) if pk], ended_at=None
    )
    return Unit.objects.filter(pk__in=asked.values("unit_id")).exclude(pk=regime.agency_id)


def find_due(actor: Actor, pk: int) -> Due | None:
    """One due with what its form shows, or None when the actor may not see it."""
    rows = dues_visible_to(actor).select_related(
        "unit", "obligation__clause", "obligation__document", "obligation__regime__agency"
    )
    return without_text(rows, "obligation__document").filter(pk=pk).first()


def find_bare_due(actor: Actor, pk: int) -> Due | None:
    """One due alone, for those who send without looking at a form: in the rush before the limit every join counts.

    A head's own unit is known without asking; a due that no report answers to is refused by `period_of`.
    """
    due = Due.objects.filter(pk=pk).exclude(state=DueState.WITHDRAWN).first()
    return due if due is not None and actor.may(Permission.VIEW_WORK, due.unit_id) else None


def find_period(actor: Actor, pk: int) -> Period | None:
    rows = periods_visible_to(actor).select_related(
        "regime__obligation__clause", "regime__obligation__document", "regime__agency"
    )
    return without_text(rows, "regime__obligation__document").filter(pk=pk).first()


def find_submission(actor: Actor, pk: int) -> Submission | None:
    rows = without_text(visible_to(actor).select_related(*_SUBMISSION_PAGE), "regime__obligation__document")
    return without_text(rows, "regime__ad_hoc__document").filter(pk=pk).first()


def current_submission(due: Due) -> Submission | None:
    return Submission.objects.filter(due=due, is_current=True).first()


def draft_of(due: Due) -> Draft | None:
    return Draft.objects.filter(due=due).first()


def versions_of(submission: Submission) -> QuerySet[Submission]:
    """Every version of the same report, newest first; an ad hoc report has only itself."""
    if submission.due_id is None:
        return Submission.objects.filter(pk=submission.pk).select_related("submitted_by__person")
    return (
        Submission.objects.filter(due_id=submission.due_id).select_related("submitted_by__person").order_by("-version")
    )


def owed(actor: Actor) -> QuerySet[Due]:
    """Reports that the actor may send now, the nearest limit first."""
    rows = Due.objects.filter(
        unit_id__in=actor.unit_ids(Permission.FULFIL_WORK),
        obligation__regime__isnull=False,
        state=DueState.OPEN,
    ).select_related("unit", "obligation__regime", "obligation__clause", "obligation__document")
    return without_text(rows, "obligation__document").order_by("due_at", "unit__position", "pk")


def reported(actor: Actor, today: date, *, limit: int = 60) -> QuerySet[Submission]:
    """What the units whose work the actor may see have sent in the last days, newest first."""
    return (
        Submission.objects.filter(
            unit_id__in=actor.unit_ids(Permission.VIEW_WORK),
            is_current=True,
            period__isnull=False,
            received_at__gte=at_local(today - timedelta(days=RECENT_DAYS), time()),
        )
        .select_related("unit", "period", "due", "regime")
        .order_by("-received_at")[:limit]
    )


def ad_hoc_regimes(actor: Actor) -> QuerySet[Regime]:
    """Regimes under which a unit that the actor reports for may send an ad hoc report."""
    asked = Assignment.objects.filter(
        unit_id__in=actor.unit_ids(Permission.FULFIL_WORK),
        obligation_id=OuterRef("ad_hoc_id"),
        ended_at=None,
    )
    return Regime.objects.filter(Exists(asked), ad_hoc__closed_at=None).select_related("ad_hoc__document")


def ad_hoc_units(actor: Actor, regime: Regime) -> QuerySet[Unit]:
    """For which of the units asked the actor may send an ad hoc report of this regime."""
    asked = Assignment.objects.filter(obligation__ad_hoc_regime=regime, ended_at=None).values("unit_id")
    return actor.units(Permission.FULFIL_WORK).filter(pk__in=asked).order_by("position", "pk")


def ad_hoc_submissions(actor: Actor, *, limit: int = 50) -> QuerySet[Submission]:
    """Ad hoc reports that the actor may see, newest first."""
    return (
        visible_to(actor)
        .filter(period=None)
        .select_related("unit", "regime", "submitted_by__person")
        .order_by("-received_at")[:limit]
    )


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A period in the office's list."""

    period: Period
    measures: Measures
    approved_version: int | None


def period_lines(actor: Actor, at: datetime, *, limit: int = 40) -> list[PeriodLine]:
    """The latest periods with their measures; three queries however many units report."""
    periods = list(periods_visible_to(actor).select_related("regime").order_by("-day", "regime_id")[:limit])
    if not periods:
        return []
    grouped = _grouped_measures(periods, at)
    approved = dict(
        Consolidation.objects.filter(period__in=periods).order_by("version").values_list("period_id", "version")
    )
    return [
        PeriodLine(
            period,
            grouped.get((period.regime.obligation_id, period.day), Measures()),
            approved.get(period.pk),
        )
        for period in periods
    ]


def _grouped_measures(periods: list[Period], at: datetime) -> dict[tuple[int | None, date | None], Measures]:
    """(obligation, day) → measures, in one query; the periods stand newest first."""
    groups: Any = (
        Due.objects.filter(
            obligation_id__in={period.regime.obligation_id for period in periods if period.regime.obligation_id},
            period_on__range=(periods[-1].day, periods[0].day),
        )
        .values("obligation_id", "period_on")
        .annotate(**counts(at))
    )
    return {(group["obligation_id"], group["period_on"]): measures_of(group) for group in groups}


def current_values(period: Period) -> dict[int, Values]:
    """unit id → what its report says now, for pages that show figures alone; withdrawn dues left out."""
    withdrawn = dues_of(period).filter(state=DueState.WITHDRAWN).values("pk")
    told = Submission.objects.filter(period=period, is_current=True).exclude(due__in=withdrawn)
    return dict(told.values_list("unit_id", "values"))


def last_consolidation(period: Period) -> Consolidation | None:
    return period.consolidations.select_related("approved_by__person", "period__regime").order_by("-version").first()


@dataclass(frozen=True, slots=True)
class Source:
    """One report under a figure: the unit, what it said, when, by whom."""

    row: Row
    value: object
    sender: str


def figure_sources(rows: Iterable[Row], field: Field) -> list[Source]:
    """The reports under one figure, for these rows of its consolidation; one query for the names."""
    told = [row for row in rows if row.submission_id is not None]
    sent = Submission.objects.filter(pk__in=[row.submission_id for row in told])
    names = dict(sent.values_list("pk", "submitted_by__person__full_name"))
    return [Source(row, row.values.get(field.code), names.get(row.submission_id or 0) or "") for row in told]


def daily_totals(regime: Regime, field: Field, since: date, until: date) -> dict[date, int]:
    """day → sum of a field over the units that reported, for a trend (`Total` says how days add up)."""
    totals: dict[date, int] = {}
    rows = Submission.objects.filter(
        period__regime=regime, period__day__range=(since, until), is_current=True
    ).values_list("period__day", f"values__{field.code}")
    for day, value in rows:
        if isinstance(value, int):
            totals[day] = totals.get(day, 0) + value
    return dict(sorted(totals.items()))


def total_over_days(field: Field, daily: dict[date, int]) -> int | None:
    """One number for several days: what happens is summed, what stands is the last day's."""
    if not daily or field.total is Total.NONE:
        return None
    return sum(daily.values()) if field.total is Total.SUM else daily[max(daily)]
