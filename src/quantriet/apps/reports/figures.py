"""Named figures of the system (số liệu có sẵn): what a report field can be pre-filled from and compared with.

Higher apps register theirs in `AppConfig.ready()`; a form names one by its code (`figure:` in law/forms).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db.models import Count

from quantriet.apps.organization.models import Holding
from quantriet.law.model import Form


class Counter(Protocol):
    def __call__(self, unit_ids: Collection[int], day: date, /) -> Mapping[int, int]:
        """unit id → the figure on that day, in one query; a unit that is not there has no such figure."""
        ...


@dataclass(frozen=True, slots=True)
class Figure:
    """One named figure: `source` says in Vietnamese where it comes from («theo danh sách đơn vị»)."""

    code: str
    source: str
    count: Counter


_figures: dict[str, Figure] = {}


def register(figure: Figure) -> None:
    if _figures.setdefault(figure.code, figure) is not figure:
        raise RuntimeError(f"Two figures are called {figure.code}.")


def known_figures(form: Form, unit_ids: Collection[int], day: date) -> dict[int, dict[str, int]]:
    """unit id → field code → what the system knows; one query for each figure that the form names."""
    known: dict[int, dict[str, int]] = {unit: {} for unit in unit_ids}
    for field in form.fields:
        if figure := _figures.get(field.figure):
            for unit, value in figure.count(unit_ids, day).items():
                known.setdefault(unit, {})[field.code] = value
    return known


def source_of(code: str) -> str:
    """Where a figure comes from, in words; empty when nobody has registered it."""
    figure = _figures.get(code)
    return figure.source if figure else ""


def count_staff(unit_ids: Collection[int], day: date, /) -> dict[int, int]:
    """People who hold a post in each unit on this day."""
    rows = Holding.objects.on(day).filter(post__unit_id__in=unit_ids).values("post__unit_id")
    return {row["post__unit_id"]: row["people"] for row in rows.annotate(people=Count("person", distinct=True))}


HEADCOUNT = Figure("organization.headcount", "theo danh sách đơn vị", count_staff)
