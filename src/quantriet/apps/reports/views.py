"""Pages of those who report: what is owed, the form, the receipt, the correction, the ad hoc report."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from quantriet.apps.accounts.http import OfficeRequest
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import local_day, zone
from quantriet.apps.obligations.actions import explain_lateness
from quantriet.apps.obligations.models import Due
from quantriet.apps.reports import actions, prefill, problems, queries
from quantriet.apps.reports.consolidation import form_of
from quantriet.apps.reports.expectation import dues_of, period_of
from quantriet.apps.reports.forms import ReasonForm, ReportForm, UnitForm
from quantriet.apps.reports.models import Period, Submission
from quantriet.apps.reports.words import render_margin
from quantriet.law import load
from quantriet.law.model import Form


@login_required
@require_GET
def report_list(request: OfficeRequest) -> HttpResponse:
    """What I owe first, then what was sent; the office sees its periods."""
    actor = request.actor
    lines = queries.period_lines(actor, request.now)
    reported = [] if lines else list(queries.reported(actor, local_day(request.now)))
    context = {
        "owed": [(due, uuid4()) for due in queries.owed(actor)[:50]],
        "lines": lines,
        "reported": reported,
        "several_units": len({sent.unit_id for sent in reported}) > 1,
        "ad_hoc_regimes": queries.ad_hoc_regimes(actor),
        "ad_hoc_reports": queries.ad_hoc_submissions(actor, limit=20),
        "may_report": actor.may(Permission.FULFIL_WORK),
    }
    return render(request, "reports/list.html", context)


@login_required
def fill(request: OfficeRequest, pk: int) -> HttpResponse:
    """The form of one due, filled in before anybody types; once sent it leads to the receipt."""
    due = _due(request, pk)
    sent = queries.current_submission(due)
    if sent is not None and request.method != "POST":
        return redirect("reports:submission", sent.pk)
    require(request.actor, Permission.FULFIL_WORK, due.unit_id)
    period = period_of(due)
    form, known = _report_form(request, due, period)
    if request.method == "POST" and form.is_valid():
        key, claimed_at = _envelope(request)
        sent = actions.submit_report(
            due, values=form.values, key=key, claimed_at=claimed_at, by=request.actor, at=request.now
        )
        return redirect("reports:submission", sent.pk)
    context = _form_context(request, due, period, form) | {"known": known, "draft": queries.draft_of(due)}
    return render(request, "reports/fill.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def nil(request: OfficeRequest, pk: int) -> HttpResponse:
    """«Không phát sinh» in one tap."""
    due = _due(request, pk)
    key, claimed_at = _envelope(request)
    sent = actions.submit_report(due, is_nil=True, key=key, claimed_at=claimed_at, by=request.actor, at=request.now)
    return redirect("reports:submission", sent.pk)


@login_required
@require_POST
def draft(request: OfficeRequest, pk: int) -> JsonResponse:
    """Autosave: what has been typed, unchecked."""
    saved = actions.save_draft(_due(request, pk), values=request.POST, by=request.actor, at=request.now)
    return JsonResponse({"saved_at": f"{saved.saved_at.astimezone(zone()):%H:%M}"})


@login_required
def correct(request: OfficeRequest, pk: int) -> HttpResponse:
    """A new version of a sent report, with its reason."""
    due = _due(request, pk)
    require(request.actor, Permission.FULFIL_WORK, due.unit_id)
    sent = queries.current_submission(due)
    if sent is None:
        return redirect("reports:fill", due.pk)
    period = period_of(due)
    law = form_of(period)
    hints = {field.code: f"đã gửi {sent.values.get(field.code, '·')}" for field in law.counts}
    form = ReportForm(law, _posted(request), initial=sent.values, hints=hints, with_reason=True)
    if request.method == "POST" and form.is_valid():
        key, claimed_at = _envelope(request)
        reason = form.cleaned_data["reason"]
        new = actions.correct_report(
            due, values=form.values, reason=reason, key=key, claimed_at=claimed_at, by=request.actor, at=request.now
        )
        return redirect("reports:submission", new.pk)
    context = _form_context(request, due, period, form) | {"sent": sent}
    return render(request, "reports/correct.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def explain(request: OfficeRequest, pk: int) -> HttpResponse:
    """Why it was late, in the unit's words."""
    due = _due(request, pk)
    form = ReasonForm(request.POST)
    sent = queries.current_submission(due)
    if form.is_valid():
        explain_lateness(due, reason=form.cleaned_data["reason"], by=request.actor, at=request.now)
        return redirect("reports:submission", sent.pk) if sent else redirect("reports:fill", due.pk)
    if sent is None:
        raise problems.not_submitted()
    return _submission_page(request, queries.find_submission(request.actor, sent.pk), form, status=422)


@login_required
@require_GET
def submission(request: OfficeRequest, pk: int) -> HttpResponse:
    """One report as it was sent: its receipt, its values, its versions."""
    return _submission_page(request, queries.find_submission(request.actor, pk), ReasonForm())


def _submission_page(
    request: OfficeRequest, sent: Submission | None, reason: ReasonForm, status: int = 200
) -> HttpResponse:
    if sent is None:
        raise Http404
    may_correct = request.actor.may(Permission.FULFIL_WORK, sent.unit_id)
    context = {"sent": sent, "reason": reason, "may_correct": may_correct and sent.is_current and sent.due_id}
    context |= _facts_of(sent) | {"may_explain": may_correct and sent.due_id}
    return render(request, "reports/submission.html", context, status=status)


def _facts_of(sent: Submission) -> dict[str, Any]:
    """What the receipt shows besides the submission: fields with their values, margin, versions, differences."""
    period, due = sent.period, sent.due
    if period is None or due is None:
        law = load.form(sent.regime.ad_hoc_form_code, local_day(sent.received_at))
        return {"law": law, "groups": _told(law, sent), "versions": [], "clause_of": sent.regime.ad_hoc}
    law = load.form(sent.regime.form_code, period.form_version)
    known = prefill.known_about(period, sent.unit_id, law)
    first_at = due.received_at or sent.received_at
    return {
        "law": law,
        "groups": _told(law, sent),
        "versions": queries.versions_of(sent),
        "differences": [] if sent.is_nil else prefill.differences(law, sent.values, known),
        "is_late": due.is_late(first_at),
        "margin": render_margin(due.due_at, first_at) if due.due_at else "",
        "was_offline": sent.claimed_at and abs((sent.received_at - sent.claimed_at).total_seconds()) >= 60,
        "clause_of": sent.regime.obligation,
    }


def _told(law: Form, sent: Submission) -> list[tuple[str, list[tuple[Any, Any]]]]:
    """(group label, [(field, value)]) of what was told; empty optional fields are left out."""
    told = [
        (group.label, [(field, sent.values[field.code]) for field in group.fields if field.code in sent.values])
        for group in law.groups
    ]
    return [(label, fields) for label, fields in told if fields]


@login_required
def ad_hoc(request: OfficeRequest, pk: int) -> HttpResponse:
    """An ad hoc report: what happened, what was done, what is proposed."""
    regime = get_object_or_404(
        queries.regimes_visible_to(request.actor).select_related("ad_hoc__document", "ad_hoc__clause", "agency"),
        pk=pk,
        ad_hoc__isnull=False,
    )
    units = queries.ad_hoc_units(request.actor, regime)
    if not units:
        require(request.actor, Permission.FULFIL_WORK, regime.agency_id)
    form = ReportForm(load.form(regime.ad_hoc_form_code, local_day(request.now)), _posted(request))
    unit_form = UnitForm(units, _posted(request))
    if request.method == "POST" and form.is_valid() and unit_form.is_valid():
        key, claimed_at = _envelope(request)
        sent = actions.submit_ad_hoc(
            regime,
            unit_form.cleaned_data["unit"],
            values=form.values,
            key=key,
            claimed_at=claimed_at,
            by=request.actor,
            at=request.now,
        )
        return redirect("reports:submission", sent.pk)
    context = {
        "regime": regime,
        "form": form,
        "unit_form": unit_form,
        "one_unit": len(units) == 1,
        "key": _key(request),
    }
    return render(request, "reports/ad_hoc.html", context, status=422 if form.errors or unit_form.errors else 200)


@login_required
@require_GET
def mine(request: OfficeRequest, pk: int) -> HttpResponse:
    """Where a notice about a period leads: to the one report that I owe, to the list, or to the consolidation."""
    period = get_object_or_404(Period.objects.select_related("regime"), pk=pk)
    dues = list(dues_of(period).filter(unit_id__in=request.actor.unit_ids(Permission.FULFIL_WORK))[:2])
    if len(dues) == 1:
        return redirect("reports:fill", dues[0].pk)
    if not dues and queries.find_period(request.actor, pk):
        return redirect("reports:period", pk)
    if not dues:
        raise Http404
    return redirect("reports:list")


def _due(request: OfficeRequest, pk: int) -> Due:
    due = queries.find_due(request.actor, pk)
    if due is None:
        raise Http404
    return due


def _report_form(request: OfficeRequest, due: Due, period: Period) -> tuple[ReportForm, prefill.Known]:
    law = form_of(period)
    known = prefill.known_about(period, due.unit_id, law)
    kept = queries.draft_of(due)
    initial = prefill.initial_values(law, known) | (kept.values if kept else {})
    hints = {field.code: prefill.hint(field, known) for field in law.fields}
    return ReportForm(law, _posted(request), initial=initial, hints=hints), known


def _form_context(request: OfficeRequest, due: Due, period: Period, form: ReportForm) -> dict[str, Any]:
    return {
        "due": due,
        "period": period,
        "form": form,
        "key": _key(request),
        "nil_key": uuid4(),
        "is_late": due.is_late(request.now),
    }


def _posted(request: OfficeRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _key(request: OfficeRequest) -> str:
    """The key of this sending; a form that comes back with faults keeps its own, since nothing was received."""
    return request.POST.get("idempotency_key") or str(uuid4())


def _envelope(request: OfficeRequest) -> tuple[UUID, datetime | None]:
    """The sender's key and clock. Without a usable key every sending is its own; a broken clock says nothing."""
    try:
        key = UUID(request.POST.get("idempotency_key") or request.POST.get("key", ""))
    except ValueError:
        key = uuid4()
    try:
        claimed_at = datetime.fromisoformat(request.POST.get("claimed_at", ""))
    except ValueError:
        return key, None
    return key, claimed_at if claimed_at.tzinfo else None
