"""The ways the work list can be narrowed, each a name and a condition with an index behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from quantriet.apps.obligations.models import Assignment, Due, DueState

FILTERS = (
    ("", _("Đang làm")),
    ("late", _("Quá hạn")),
    ("new", _("Chưa tiếp nhận")),
    ("waiting", _("Chờ xác nhận")),
    ("done", _("Đã xong")),
    ("all", _("Tất cả")),
)

# Five tables joined by the row: all their columns would take longer to fetch than the rows to find.
_SHOWN = (
    "part", "acknowledged_at", "unit__name", "unit__short_name", "obligation__title", "obligation__clause__label",
    "obligation__document__number", "obligation__document__abstract",
)  # fmt: skip


def filtered(rows: QuerySet[Assignment], chosen: str, at: datetime) -> QuerySet[Assignment]:
    """Assignments of one filter, the newest directive first."""
    dues = Due.objects.filter(assignment=OuterRef("pk"))
    rows = rows.filter(ended_at=None)
    if chosen == "late":
        rows = rows.filter(Exists(dues.filter(state=DueState.OPEN, due_at__lte=at)))
    elif chosen == "new":
        rows = rows.filter(acknowledged_at=None, obligation__closed_at=None)
    elif chosen == "waiting":
        rows = rows.filter(Exists(dues.filter(state=DueState.SUBMITTED)))
    elif chosen == "done":
        rows = rows.filter(Exists(dues.filter(state=DueState.DONE)), ~Exists(dues.exclude(state=DueState.DONE)))
    elif chosen != "all":
        rows = rows.filter(obligation__closed_at=None)
        rows = rows.filter(Q(obligation__fulfilment="standing") | Exists(dues.filter(state=DueState.OPEN)))
    return rows.order_by("-obligation_id", "unit_id")


class WorkRows(Sequence[Assignment]):
    """Assignments known by their ids; only the slice that is shown is read whole, each with its `latest_due`."""

    def __init__(self, rows: QuerySet[Assignment]) -> None:
        self._ids = list(rows.values_list("pk", flat=True))

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, place: Any) -> Any:
        ids = self._ids[place]
        rows = self._read(ids if isinstance(ids, list) else [ids])
        return rows if isinstance(ids, list) else rows[0]

    @staticmethod
    def _read(ids: list[int]) -> list[Assignment]:
        rows = Assignment.objects.select_related("obligation__document", "obligation__clause", "unit")
        found = rows.only(*_SHOWN).in_bulk(ids)
        shown = [found[pk] for pk in ids]
        attach_latest(shown)
        return shown


def attach_latest(assignments: list[Assignment]) -> None:
    """Give each assignment its `latest_due` (the last opened, or None), in two queries for the page."""
    own = Due.objects.filter(assignment=OuterRef("pk"))
    # two probes of one index; an order with nulls last would have the database sort every due of the assignment
    recurring = own.filter(period_on__isnull=False).order_by("-period_on", "-pk")
    single = own.filter(period_on=None).order_by("-pk")
    newest = Coalesce(Subquery(recurring.values("pk")[:1]), Subquery(single.values("pk")[:1]))
    pairs = dict(Assignment.objects.filter(pk__in=[row.pk for row in assignments]).values_list("pk", newest))
    dues = Due.objects.in_bulk(pairs.values())
    for row in assignments:
        row.latest_due = dues.get(pairs[row.pk])  # type: ignore[attr-defined]  # for the template
