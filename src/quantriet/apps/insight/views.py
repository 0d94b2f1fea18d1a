"""The board of the director and the page of a document. They only read."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from quantriet.apps.accounts.http import OfficeRequest
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import local_day
from quantriet.apps.documents import queries as documents
from quantriet.apps.documents.models import DocumentState
from quantriet.apps.insight import board as boards
from quantriet.apps.insight import queries
from quantriet.apps.insight.sheet import clause_rows, marked_text
from quantriet.apps.obligations.filters import attach_latest
from quantriet.apps.obligations.queries import obligation_visible_to

ROWS = 60


@login_required
def board(request: OfficeRequest) -> HttpResponse:
    """Units × days of the chosen regime, its figures, and whom to chase (Bảng điều hành)."""
    require(request.actor, Permission.VIEW_BOARD)
    reports = queries.report_standings(request.actor, request.now)
    chosen = next(
        (row for row in reports if str(row.regime.pk) == request.GET.get("regime")), reports[0] if reports else None
    )
    context: dict[str, Any] = {
        "reports": reports,
        "chosen": chosen,
        "loads": queries.unit_loads(request.actor, request.now),
    }
    if chosen is not None:
        day = _day(request, chosen.period_on or local_day(request.now))
        units = Paginator(queries.expected_units(chosen.obligation, day), ROWS)
        page = units.get_page(request.GET.get("page"))
        context |= {"page": page, "board": boards.board_of(chosen, list(page.object_list), day, request.now)}
    running = queries.running_obligations(request.actor)
    context["tasks"] = list(boards.late_tasks(running, request.now))
    return render(request, "insight/board.html", context)


def _day(request: OfficeRequest, default: date) -> date:
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return default


@login_required
def document(request: OfficeRequest, pk: int) -> HttpResponse:
    """A document as issued beside its obligations as they stand (trang văn bản)."""
    sheet = get_object_or_404(documents.visible_to(request.actor).prefetch_related("citations__cited"), pk=pk)
    if sheet.state != DocumentState.ADOPTED:
        raise Http404
    standings = queries.document_standings(sheet.pk, request.now)
    rows = clause_rows(standings, request.now)
    context = {
        "document": sheet,
        "text": marked_text(sheet, rows),
        "rows": rows,
        "assigned": max((row.assigned for row in standings), default=0),
        "acknowledged": max((row.acknowledged for row in standings), default=0),
        "may_watch": request.actor.may(Permission.JUDGE_WORK, sheet.agency_id),
        "own": queries.own_assignments(request.actor, sheet.pk),
    }
    return render(request, "insight/document.html", context)


@login_required
def obligation(request: OfficeRequest, pk: int) -> HttpResponse:
    """One clause's obligation over all its units: who has done it, when, on what evidence."""
    rows = queries.shares(request.actor, pk)
    sheet = get_object_or_404(obligation_visible_to(request.actor), pk=pk)
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    page.object_list = list(page.object_list)
    attach_latest(page.object_list)
    context = {
        "obligation": sheet,
        "standing": queries.standing_of(sheet, request.now),
        "words": sheet.document.text[sheet.start : sheet.end],
        "page": page,
        "period_id": queries.latest_period_id(sheet),
        "may_change": sheet.closed_at is None and request.actor.may(Permission.ADOPT_DOCUMENTS, sheet.agency_id),
    }
    return render(request, "insight/obligation.html", context)
