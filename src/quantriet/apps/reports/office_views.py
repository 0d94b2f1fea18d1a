"""Pages of those who consolidate: the period, the sources of a figure, approval, reminding, exports."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from quantriet.apps.accounts.http import OfficeRequest
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import local_day
from quantriet.apps.reports import actions, exports, queries
from quantriet.apps.reports.consolidation import Table, changes_since, consolidate, frozen_table
from quantriet.apps.reports.forms import ApprovalForm, RegimeForm
from quantriet.apps.reports.models import Period
from quantriet.apps.reports.regime_settings import closing_choices
from quantriet.law import load

PAGE_SIZE = 200
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@login_required
@require_GET
def period(request: OfficeRequest, pk: int) -> HttpResponse:
    """Units × fields, totals, the measures, who is missing, what changed since it was sent up."""
    return _period_page(request, _period(request, pk), ApprovalForm())


def _period_page(request: OfficeRequest, period: Period, form: ApprovalForm, status: int = 200) -> HttpResponse:
    table = consolidate(period, request.now)
    last = queries.last_consolidation(period)
    changes = changes_since(last, table) if last else []
    agency = period.regime.agency_id
    context: dict[str, Any] = {
        "period": period,
        "table": table,
        "last": last,
        "changes": changes,
        "form": form,
        "needs_approval": (changes or not last) and request.actor.may(Permission.APPROVE, agency),
        "may_remind": request.actor.may(Permission.JUDGE_WORK, agency) and bool(table.missing),
        "versions": period.consolidations.select_related("approved_by__person") if last else [],
    }
    context |= _chosen_rows(request, table)
    return render(request, "reports/period.html", context, status=status)


def _chosen_rows(request: OfficeRequest, table: Table) -> dict[str, Any]:
    """The page of rows that the tabs and the pager choose."""
    chosen = {
        "": table.rows,
        "missing": table.missing,
        "late": tuple(row for row in table.rows if row.is_late),
        "nil": tuple(row for row in table.rows if row.is_nil),
    }
    labels = {"": _("Tất cả"), "missing": _("Chưa báo cáo"), "late": _("Trễ hạn"), "nil": _("Không phát sinh")}
    show = request.GET.get("show", "")
    show = show if show in chosen else ""
    return {
        "page": Paginator(chosen[show], PAGE_SIZE).get_page(request.GET.get("page")),
        "tabs": [
            {"label": label, "url": f"?show={code}", "current": code == show, "count": len(chosen[code])}
            for code, label in labels.items()
        ],
    }


@login_required
@require_GET
def figure(request: OfficeRequest, pk: int, code: str) -> HttpResponse:
    """The reports under one figure: unit, value, version, time, by whom, and the clause that asked."""
    found = _period(request, pk)
    table = consolidate(found, request.now)
    field = table.form.by_code.get(code)
    if field is None:
        raise Http404
    page = Paginator([row for row in table.rows if row.is_received], PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "period": found,
        "table": table,
        "field": field,
        "total": table.totals.get(code),
        "page": page,
        "sources": queries.figure_sources(page.object_list, field),
    }
    return render(request, "reports/figure.html", context)


@login_required
@require_POST
def approve(request: OfficeRequest, pk: int) -> HttpResponse:
    found = _period(request, pk)
    form = ApprovalForm(request.POST)
    if not form.is_valid():
        return _period_page(request, found, form, status=422)
    done = actions.approve_consolidation(found, note=form.cleaned_data["note"], by=request.actor, at=request.now)
    messages.success(request, _("Đã duyệt bản tổng hợp lần %(version)d.") % {"version": done.version})
    return redirect("reports:period", pk)


@login_required
@require_POST
def remind(request: OfficeRequest, pk: int) -> HttpResponse:
    count = actions.remind_missing(_period(request, pk), by=request.actor, at=request.now)
    messages.success(request, _("Đã nhắc %(count)d đơn vị.") % {"count": count})
    return redirect("reports:period", pk)


@login_required
def regime(request: OfficeRequest, pk: int) -> HttpResponse:
    """What a reporting regime says: who, what, when, to whom, in which form; and its settings for the office."""
    found = queries.find_regime(request.actor, pk)
    if found is None:
        raise Http404
    today = local_day(request.now)
    may_change = found.obligation_id is not None and request.actor.may(Permission.ADOPT_DOCUMENTS, found.agency_id)
    form = RegimeForm(found, today, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(request.actor, Permission.ADOPT_DOCUMENTS, found.agency_id)
        if form.is_valid() and form.settings:
            actions.change_regime(found, form.settings, by=request.actor, at=request.now)
            messages.success(request, _("Đã sửa chế độ báo cáo, áp dụng từ kỳ sau."))
            return redirect("reports:regime", pk)
    context = {"regime": found, "form": form, "may_change": may_change, "law": load.form(found.form_code, today)}
    context |= {"units": queries.reporting_units(found), "closing": dict(closing_choices(today))[found.closing_preset]}
    return render(request, "reports/regime.html", context, status=422 if form.errors else 200)


@login_required
@require_GET
def export_xlsx(request: OfficeRequest, pk: int) -> HttpResponse:
    """The table as it stands, or as it was approved (`?version=2`), with real numbers."""
    found = _period(request, pk)
    return _file(
        exports.to_xlsx(_table(request, found), _note(request, found), _standing(request)), XLSX, found, "xlsx"
    )


@login_required
@require_GET
def export_docx(request: OfficeRequest, pk: int) -> HttpResponse:
    """The agency's report in the decree's layout, from the figures as they stand or as they were approved."""
    found = _period(request, pk)
    return _file(exports.to_docx(_table(request, found), _note(request, found)), DOCX, found, "docx")


def _period(request: OfficeRequest, pk: int) -> Period:
    found = queries.find_period(request.actor, pk)
    if found is None:
        raise Http404
    return found


def _table(request: OfficeRequest, period: Period) -> Table:
    version = request.GET.get("version", "")
    if not version:
        return consolidate(period, request.now)
    approved = period.consolidations.select_related("period__regime__agency", "period__regime__obligation__document")
    return frozen_table(get_object_or_404(approved, version=version if version.isdecimal() else 0))


def _note(request: OfficeRequest, period: Period) -> str:
    version = request.GET.get("version", "")
    approved = period.consolidations.filter(version=version) if version.isdecimal() else period.consolidations.all()
    last = approved.first()
    return last.note if last else ""


def _standing(request: OfficeRequest) -> str:
    version = request.GET.get("version", "")
    return _("Bản đã duyệt lần %(version)s") % {"version": version} if version else _("Số liệu chưa duyệt")


def _file(data: bytes, media_type: str, period: Period, ending: str) -> HttpResponse:
    name = f"bao-cao-{period.day:%Y-%m-%d}.{ending}"
    return HttpResponse(
        data, content_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
