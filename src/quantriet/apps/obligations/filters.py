"""The ways the work list can be narrowed, each a name and a condition with an index behind it."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from quantriet.apps.documents.queries import without_text
from quantriet.apps.obligations.models import Assignment, Due, DueState

FILTERS = (
    ("", _("Đang làm")),
    ("late", _("Quá hạn")),
    ("new", _("Chưa tiếp nhận")),
    ("waiting", _("Chờ xác nhận")),
    ("done", _("Đã xong")),
    ("all", _("Tất cả")),
)


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
    rows = rows.select_related("obligation__document", "obligation__clause", "unit")
    return without_text(rows, "obligation__document").order_by("-obligation_id", "unit_id")


def attach_latest(assignments: list[Assignment]) -> None:
    """Give each assignment its `latest_due` (the last opened, or None), in one query for the page."""
    newest = Due.objects.filter(assignment=OuterRef("pk")).order_by(F("period_on").desc(nulls_last=True), "-pk")
    pairs = Assignment.objects.filter(pk__in=[row.pk for row in assignments]).annotate(
        newest=Subquery(newest.values("pk")[:1])
    )
    dues = {due.assignment_id: due for due in Due.objects.filter(pk__in=pairs.values("newest"))}
    for row in assignments:
        row.latest_due = dues.get(row.pk)  # type: ignore[attr-defined]  # for the template
