"""The consolidation of a period: units × fields, totals, the five measures, and what changed since it was sent up.

Two queries whatever the number of units: the frozen dues, and the current submissions. Everything else is counted
from these rows, so that a figure and the rows under it can never disagree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from quantriet.apps.obligations.models import Due, DueState
from quantriet.apps.obligations.queries import Measures
from quantriet.apps.reports.expectation import dues_of
from quantriet.apps.reports.models import Consolidation, Period, Submission
from quantriet.apps.reports.rules import Values
from quantriet.law import load
from quantriet.law.model import Field, Form

_DUE_FIELDS = (
    "pk", "unit_id", "unit__short_name", "unit__name", "due_at", "received_at", "claimed_at", "explanation",
)  # fmt: skip
ON_TIME, NIL, LATE, MISSING, NOT_DUE = "on-time", "nil", "late", "missing", "not-due"


@dataclass(frozen=True, slots=True)
class Row:
    """One unit in a period: what it owed, what came, when."""

    unit_id: int
    unit_name: str
    due_id: int
    due_at: datetime | None
    received_at: datetime | None
    claimed_at: datetime | None
    is_nil: bool
    explanation: str
    submission_id: int | None
    version: int
    values: Values
    is_due: bool  # the limit has come

    @property
    def is_received(self) -> bool:
        return self.submission_id is not None

    @property
    def is_late(self) -> bool:
        """Received, but at the limit or after it."""
        return self.received_at is not None and self.due_at is not None and self.received_at >= self.due_at

    @property
    def state(self) -> str:
        """How the unit stands, in the names of the day cells. Late stays late, also when it is nil."""
        if not self.is_received:
            return MISSING if self.is_due else NOT_DUE
        if self.is_late:
            return LATE
        return NIL if self.is_nil else ON_TIME


@dataclass(frozen=True)
class Table:
    """A period as it stands at an instant."""

    period: Period
    form: Form
    rows: tuple[Row, ...]
    at: datetime

    @cached_property
    def totals(self) -> dict[str, int]:
        """field code → sum over the units that reported it; a field that nobody reported is not there."""
        return totals_of(self.form.counts, [row.values for row in self.rows if row.values])

    @cached_property
    def measures(self) -> Measures:
        received = [row for row in self.rows if row.is_received]
        return Measures(
            expected=len(self.rows),
            received=len(received),
            on_time=sum(not row.is_late for row in received),
            missing=sum(row.state == MISSING for row in self.rows),
            nil=sum(row.is_nil for row in received),
        )

    @cached_property
    def missing(self) -> tuple[Row, ...]:
        """Units that have not reported, whether their limit has come or not."""
        return tuple(row for row in self.rows if not row.is_received)

    @cached_property
    def columns(self) -> tuple[Field, ...]:
        """The fields worth a column: required ones, and those that are not zero everywhere."""
        return tuple(field for field in self.form.counts if field.required or self.totals.get(field.code))

    @property
    def words(self) -> list[tuple[Field, list[tuple[Row, str]]]]:
        """Text fields with what the units wrote, empty ones left out."""
        told = [
            (field, [(row, str(row.values[field.code])) for row in self.rows if row.values.get(field.code)])
            for field in self.form.texts
        ]
        return [(field, entries) for field, entries in told if entries]


def totals_of(fields: Iterable[Field], reports: Collection[Values]) -> dict[str, int]:
    """field code → sum over the reports that tell it; a field that no report tells is not there."""
    totals: dict[str, int] = {}
    for field in fields:
        told = [value for values in reports if isinstance(value := values.get(field.code), int)]
        if told:
            totals[field.code] = sum(told)
    return totals


def form_of(period: Period) -> Form:
    """The form as it stood on the period's day."""
    return load.form(period.regime.form_code, period.form_version)


def consolidate(period: Period, at: datetime) -> Table:
    """The period at an instant, units in the agency's own order."""
    current = {
        due: told
        for due, *told in Submission.objects.filter(period=period, is_current=True).values_list(
            "due_id", "pk", "version", "is_nil", "values"
        )
    }
    dues = (
        dues_of(period)
        .exclude(state=DueState.WITHDRAWN)
        .order_by("unit__position", "unit_id")
        .values_list(*_DUE_FIELDS)
    )
    return Table(period, form_of(period), tuple(_rows(dues, current, at)), at)


def frozen_table(consolidation: Consolidation) -> Table:
    """The period as it was approved: the very versions that were counted then."""
    counted = {due: submission for _, due, submission, _ in consolidation.figures["submissions"]}
    versions = Submission.objects.filter(pk__in=counted.values())
    submissions = {due: told for due, *told in versions.values_list("due_id", "pk", "version", "is_nil", "values")}
    expected = [*counted, *consolidation.figures["missing_dues"]]
    dues = Due.objects.filter(pk__in=expected).order_by("unit__position", "unit_id").values_list(*_DUE_FIELDS)
    at = consolidation.approved_at
    period = consolidation.period
    return Table(period, form_of(period), tuple(_rows(dues, submissions, at)), at)


def _rows(dues: Iterable[tuple[Any, ...]], submissions: Mapping[int, Sequence[Any]], at: datetime) -> Iterable[Row]:
    for pk, unit, short, name, due_at, received_at, claimed_at, explanation in dues:
        submission, version, is_nil, values = submissions.get(pk, (None, 0, False, {}))
        told = submission is not None
        yield Row(
            unit_id=unit,
            unit_name=short or name,
            due_id=pk,
            due_at=due_at,
            received_at=received_at if told else None,
            claimed_at=claimed_at if told else None,
            is_nil=is_nil,
            explanation=explanation,
            submission_id=submission,
            version=version,
            values=values,
            is_due=due_at is not None and at >= due_at,
        )


def frozen_figures(table: Table) -> dict[str, Any]:
    """What an approval keeps: totals, measures, and [unit, due, submission, version] of every report counted."""
    measures = table.measures
    return {
        "form": table.form.code,
        "form_version": table.form.version.isoformat(),
        "totals": table.totals,
        "measures": {
            name: getattr(measures, name) for name in ("expected", "received", "on_time", "late", "missing", "nil")
        },
        "submissions": sorted(
            [row.unit_id, row.due_id, row.submission_id, row.version] for row in table.rows if row.is_received
        ),
        "missing_dues": [row.due_id for row in table.rows if not row.is_received],
    }


@dataclass(frozen=True, slots=True)
class Change:
    """One unit whose report is not the one that was sent up."""

    row: Row
    version_before: int | None  # None: it had not reported then
    fields: tuple[tuple[Field, object, object], ...]  # field, before, now


def changes_since(consolidation: Consolidation, table: Table) -> list[Change]:
    """What has changed since this approval, unit by unit; one query."""
    counted = {unit: (submission, version) for unit, _, submission, version in consolidation.figures["submissions"]}
    moved = [
        row for row in table.rows if row.is_received and row.submission_id != counted.get(row.unit_id, (None, 0))[0]
    ]
    before = dict(
        Submission.objects.filter(pk__in=[counted[row.unit_id][0] for row in moved if row.unit_id in counted])
        .values_list("unit_id", "values")
    )  # fmt: skip
    return [
        Change(
            row,
            counted[row.unit_id][1] if row.unit_id in counted else None,
            tuple(_changed(table.form, before.get(row.unit_id, {}), row.values)),
        )
        for row in moved
    ]


def _changed(form: Form, before: Values, now: Values) -> Iterable[tuple[Field, object, object]]:
    for field in form.fields:
        if before.get(field.code) != now.get(field.code):
            yield field, before.get(field.code), now.get(field.code)
