"""What a report starts from: the unit's last report and what the system knows. Nil reports are made of the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from quantriet.apps.reports import figures
from quantriet.apps.reports.models import Period, Submission
from quantriet.apps.reports.rules import Values
from quantriet.law.model import Field, Form, Initial, NilValue, Value


@dataclass(frozen=True)
class Known:
    """What is known about a unit before it reports."""

    day: date
    previous: Values
    previous_day: date | None
    figures: dict[str, int]


def known_about(period: Period, unit_id: int, form: Form) -> Known:
    """The unit's last report of this regime before the period, and the system's figures of the day; two queries."""
    last = (
        Submission.objects.filter(
            regime_id=period.regime_id, unit_id=unit_id, is_current=True, period__day__lt=period.day
        )
        .order_by("-period__day")
        .values_list("values", "period__day")
        .first()
    )
    values, day = last or ({}, None)
    return Known(period.day, values, day, figures.known_figures(form, [unit_id], period.day).get(unit_id, {}))


def initial_values(form: Form, known: Known) -> Values:
    """What the empty form shows."""
    values = {field.code: _initial(field, known) for field in form.fields}
    return {code: value for code, value in values.items() if value is not None}


def _initial(field: Field, known: Known) -> Value:
    if field.initial is Initial.ZERO:
        return 0
    if field.initial is Initial.PREVIOUS:
        return known.previous.get(field.code, known.figures.get(field.code))
    return None


def hint(field: Field, known: Known) -> str:
    """The small words beside a field: «hôm qua 7 · theo danh sách đơn vị: 8»."""
    parts = []
    if field.is_count and field.code in known.previous and known.previous_day:
        yesterday = known.previous_day == known.day - timedelta(days=1)
        day = "hôm qua" if yesterday else f"ngày {known.previous_day.day}/{known.previous_day.month}"
        parts.append(f"{day} {known.previous[field.code]}")
    if field.code in known.figures:
        parts.append(f"{figures.source_of(field.figure)}: {known.figures[field.code]}")
    return " · ".join(parts)


def nil_values(form: Form, known: Known) -> Values:
    """What «không phát sinh» says: nothing new, and what stood still stands. Never invents what nobody reported."""
    values: Values = {}
    for field in form.fields:
        if field.nil is NilValue.ZERO:
            values[field.code] = 0
        elif field.nil is NilValue.PREVIOUS:
            before = known.previous.get(field.code, known.figures.get(field.code))
            if before is not None:
                values[field.code] = before
    return values


def differences(form: Form, values: Values, known: Known) -> list[tuple[Field, object, int, str]]:
    """Fields whose reported value is not what the system counts: (field, reported, counted, counted by what)."""
    return [
        (field, values[field.code], known.figures[field.code], figures.source_of(field.figure))
        for field in form.fields
        if field.code in known.figures and field.code in values and values[field.code] != known.figures[field.code]
    ]
