"""What the board shows of one regime on one day: units, figures, the last days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet

from quantriet.apps.insight import queries
from quantriet.apps.obligations.models import Due, Obligation
from quantriet.apps.obligations.queries import Measures, measures
from quantriet.apps.organization.models import Unit
from quantriet.apps.reports.consolidation import form_of, totals_of
from quantriet.apps.reports.models import Period
from quantriet.apps.reports.queries import current_values
from quantriet.law.model import Field, Form

MOST_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One unit: its figures of the day in the order of the columns (None: nothing reported), its last days."""

    unit: Unit
    received_at: datetime | None
    values: list[Any]
    state: str
    cells: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Board:
    """One day of one regime."""

    period: Period | None
    day: date
    days: list[date]
    columns: list[Field]
    rows: list[Row]
    totals: list[Any]
    measures: Measures
    rate: Measures

    @property
    def on_time_share(self) -> float | None:
        """Per cent of what fell due in the last thirty days that came in time; None when nothing did."""
        return 100 * self.rate.on_time / self.rate.expected if self.rate.expected else None

    @property
    def late_share(self) -> float | None:
        return 100 * self.rate.late / self.rate.expected if self.rate.expected else None

    @property
    def missing_share(self) -> float | None:
        return 100 * self.rate.missing / self.rate.expected if self.rate.expected else None


def board_of(report: queries.ReportStanding, units: Sequence[Unit], day: date, at: datetime) -> Board:
    """The rows of these units (one page of them); totals and measures are of all units."""
    regime, obligation = report.regime, report.obligation
    days = queries.trend_days(day)
    period = Period.objects.filter(regime=regime, day=day).select_related("regime").first()
    columns = _columns(form_of(period)) if period else []
    values = current_values(period) if period else {}
    totals = totals_of(columns, values.values())
    rows = [
        Row(
            unit=row.unit,
            received_at=row.received_at,
            values=[values.get(row.unit.pk, {}).get(column.code) for column in columns],
            state=row.cells[-1][0],
            cells=row.cells,
        )
        for row in queries.unit_days(obligation, units, days, at)
    ]
    return Board(
        period=period,
        day=day,
        days=days,
        columns=columns,
        rows=rows,
        totals=[totals.get(column.code) for column in columns],
        measures=report.measures
        if day == report.period_on
        else measures(Due.objects.filter(obligation=obligation, period_on=day), at),
        rate=queries.rate(obligation, day, at),
    )


def _columns(form: Form) -> list[Field]:
    """The figures that the form puts on the board; the first two also stand above the table."""
    return [field for field in form.counts if field.key][:MOST_COLUMNS]


@dataclass(frozen=True, slots=True)
class LateTask:
    """A running obligation and how many units are past its limit."""

    obligation: Obligation
    count: int


def late_tasks(running: QuerySet[Obligation], at: datetime, *, most: int = 8) -> list[LateTask]:
    """Running obligations with work past its limit, those with the most first: what to chase."""
    late = Due.objects.filter(obligation__in=running.values("pk"), state="open", due_at__lte=at)
    counted = late.values_list("obligation_id").annotate(count=Count("pk"))
    worst = dict(counted.order_by("-count", "-obligation_id")[:most])
    rows = Obligation.objects.select_related("document", "clause").only("title", *queries.NAMING)
    found = rows.in_bulk(worst)
    return [LateTask(found[pk], count) for pk, count in worst.items()]
