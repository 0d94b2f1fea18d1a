"""Pages of work: the list, one assignment, and the acts on it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quantriet.apps.accounts.http import OfficeRequest
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.documents.models import StoredFile
from quantriet.apps.documents.storage import keep_file, read_file
from quantriet.apps.obligations import actions, queries
from quantriet.apps.obligations.filters import FILTERS, WorkRows, filtered
from quantriet.apps.obligations.forms import AnswerForm, ExtensionForm, ReasonForm, ResultForm
from quantriet.apps.obligations.models import Assignment, Due, Evidence
from quantriet.engines.kernel.problem import Problem


@login_required
def work_list(request: OfficeRequest) -> HttpResponse:
    """Everything asked of the units this person sees, by how it stands (Nhiệm vụ)."""
    chosen = request.GET.get("show", "")
    rows = filtered(queries.visible_to(request.actor), chosen, request.now)
    if (unit := request.GET.get("unit", "")).isdigit():
        rows = rows.filter(unit_id=int(unit))
    context = {
        "page": Paginator(WorkRows(rows), 50).get_page(request.GET.get("page")),
        "filters": FILTERS,
        "chosen": chosen,
        "several_units": request.actor.may(Permission.JUDGE_WORK),
    }
    return render(request, "obligations/list.html", context)


def _sheet(request: OfficeRequest, pk: int) -> Assignment:
    assignment = queries.assignment_sheet(request.actor, pk)
    if assignment is None:
        raise Http404
    return assignment


@login_required
def assignment(request: OfficeRequest, pk: int) -> HttpResponse:
    """One unit's share in an obligation: the words that ask, what is owed, what was shown."""
    return _render_sheet(request, _sheet(request, pk))


def _render_sheet(
    request: OfficeRequest, sheet: Assignment, wrong: forms.Form | None = None, name: str = "", due_id: int = 0
) -> HttpResponse:
    """The page; `wrong` is the refused form, shown again under its due (0: under the assignment itself)."""
    obligation = sheet.obligation
    for due in sheet.recent_dues:  # type: ignore[attr-defined]  # prefetched by queries.assignment_sheet
        due.forms = _forms(due.pk)
        if wrong is not None and due.pk == due_id:
            due.forms |= {name: wrong, "wrong": name}
    context: dict[str, Any] = {
        "sheet": sheet,
        "obligation": obligation,
        "words": obligation.document.text[obligation.start : obligation.end],
        "may_fulfil": request.actor.may(Permission.FULFIL_WORK, sheet.unit_id),
        "may_judge": request.actor.may(Permission.JUDGE_WORK, sheet.unit_id),
        "occasion_form": wrong if wrong is not None and not due_id else ReasonForm(auto_id="occasion_%s"),
    }
    return render(request, "obligations/assignment.html", context, status=200 if wrong is None else 422)


def _forms(due_id: int) -> dict[str, Any]:
    """The forms under one due, with ids of their own."""
    return {
        "result": ResultForm(auto_id=f"result_{due_id}_%s"),
        "extension": ExtensionForm(auto_id=f"extension_{due_id}_%s"),
        "reason": ReasonForm(auto_id=f"reason_{due_id}_%s"),
        "answer": AnswerForm(auto_id=f"answer_{due_id}_%s"),
        "explanation": ReasonForm(auto_id=f"explanation_{due_id}_%s"),
    }


@login_required
@require_POST
def acknowledge(request: OfficeRequest, pk: int) -> HttpResponse:
    sheet = get_object_or_404(queries.visible_to(request.actor), pk=pk)
    actions.acknowledge_assignment(sheet, by=request.actor, at=request.now)
    messages.success(request, _("Đã tiếp nhận."))
    return redirect(_next(request, sheet))


def _next(request: HttpRequest, sheet: Assignment) -> str:
    """Back to Today when the act was made there; only these two places are ever returned to."""
    if request.POST.get("back") == "today":
        return "/"
    return f"/work/{sheet.pk}/"


def _due(request: OfficeRequest, pk: int) -> Due:
    return get_object_or_404(queries.dues_visible_to(request.actor).select_related("assignment"), pk=pk)


def _act(
    request: OfficeRequest,
    due: Due,
    form: forms.Form,
    form_name: str,
    act: Callable[[dict[str, Any]], object],
    done: str,
) -> HttpResponse:
    """Validate, act, go back; what was wrong is shown on its field with everything still typed in."""
    if form.is_valid():
        try:
            act(form.cleaned_data)
        except Problem as problem:
            if problem.field not in form.fields:
                raise
            form.add_error(problem.field, problem.sentence)
        else:
            messages.success(request, done)
            return redirect("obligations:assignment", due.assignment_id)
    return _render_sheet(request, _sheet(request, due.assignment_id), form, form_name, due.pk)


def _stored(upload: Any) -> StoredFile | None:
    return keep_file(upload.read(), upload.content_type or "application/octet-stream") if upload else None


@login_required
@require_POST
def done(request: OfficeRequest, pk: int) -> HttpResponse:
    """The unit reports a result."""
    due = _due(request, pk)
    form = ResultForm(request.POST, request.FILES, auto_id=f"result_{pk}_%s")

    def act(values: dict[str, Any]) -> None:
        upload = values["file"]
        actions.report_done(
            due, note=values["note"], file=_stored(upload), file_name=upload.name if upload else "",
            by=request.actor, at=request.now,
        )  # fmt: skip

    return _act(request, due, form, "result", act, _("Đã báo kết quả. Văn phòng sẽ xác nhận."))


@login_required
@require_POST
def more_evidence(request: OfficeRequest, pk: int) -> HttpResponse:
    due = _due(request, pk)
    form = ResultForm(request.POST, request.FILES, auto_id=f"result_{pk}_%s")

    def act(values: dict[str, Any]) -> None:
        upload = values["file"]
        actions.add_evidence(
            due, note=values["note"], file=_stored(upload), file_name=upload.name if upload else "",
            by=request.actor, at=request.now,
        )  # fmt: skip

    return _act(request, due, form, "result", act, _("Đã thêm minh chứng."))


@login_required
@require_POST
def accept(request: OfficeRequest, pk: int) -> HttpResponse:
    due = _due(request, pk)
    actions.accept_done(due, by=request.actor, at=request.now)
    messages.success(request, _("Đã xác nhận hoàn thành."))
    return redirect(_next(request, due.assignment))


@login_required
@require_POST
def send_back(request: OfficeRequest, pk: int) -> HttpResponse:
    due = _due(request, pk)
    form = ReasonForm(request.POST, auto_id=f"reason_{pk}_%s")
    return _act(
        request, due, form, "reason",
        lambda values: actions.return_done(due, reason=values["reason"], by=request.actor, at=request.now),
        _("Đã trả lại cho đơn vị."),
    )  # fmt: skip


@login_required
@require_POST
def ask_extension(request: OfficeRequest, pk: int) -> HttpResponse:
    due = _due(request, pk)
    form = ExtensionForm(request.POST, auto_id=f"extension_{pk}_%s")
    return _act(
        request, due, form, "extension",
        lambda values: actions.ask_extension(
            due, wanted_due_at=values["wanted_due_at"], reason=values["reason"], by=request.actor, at=request.now
        ),
        _("Đã gửi đề nghị gia hạn."),
    )  # fmt: skip


@login_required
@require_POST
def answer_extension(request: OfficeRequest, pk: int) -> HttpResponse:
    due = _due(request, pk)
    form = AnswerForm(request.POST, auto_id=f"answer_{pk}_%s")
    return _act(
        request, due, form, "answer",
        lambda values: actions.answer_extension(
            due, grant=values["grant"], answer=values["reason"], by=request.actor, at=request.now
        ),
        _("Đã trả lời đề nghị gia hạn."),
    )  # fmt: skip


@login_required
@require_POST
def explain(request: OfficeRequest, pk: int) -> HttpResponse:
    due = _due(request, pk)
    form = ReasonForm(request.POST, auto_id=f"explanation_{pk}_%s")
    return _act(
        request, due, form, "explanation",
        lambda values: actions.explain_lateness(due, reason=values["reason"], by=request.actor, at=request.now),
        _("Đã ghi giải trình."),
    )  # fmt: skip


@login_required
@require_POST
def occasion(request: OfficeRequest, pk: int) -> HttpResponse:
    """Something happened that a standing duty answers to."""
    sheet = _sheet(request, pk)
    form = ReasonForm(request.POST, auto_id="occasion_%s")
    if form.is_valid():
        try:
            actions.record_occasion(sheet, note=form.cleaned_data["reason"], by=request.actor, at=request.now)
        except Problem as problem:
            if problem.field != "reason":
                raise
            form.add_error("reason", problem.sentence)
        else:
            messages.success(request, _("Đã ghi nhận. Báo kết quả khi xử lý xong."))
            return redirect("obligations:assignment", pk)
    return _render_sheet(request, sheet, form)


@login_required
def evidence_file(request: OfficeRequest, pk: int) -> FileResponse:
    """Download what was shown; only for those who see the work it belongs to."""
    evidence = get_object_or_404(
        Evidence.objects.select_related("file").filter(
            due__in=queries.dues_visible_to(request.actor), file__isnull=False
        ),
        pk=pk,
    )
    assert evidence.file is not None
    return FileResponse(
        BytesIO(read_file(evidence.file)),
        as_attachment=True,
        filename=evidence.file_name,
        content_type=evidence.file.media_type,
    )
