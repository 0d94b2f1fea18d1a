"""The register, the door by which documents come in, and their originals."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quantriet.apps.accounts.http import OfficeRequest
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.documents import actions, queries, storage, waiting
from quantriet.apps.documents.forms import ReceiveForm
from quantriet.apps.documents.models import Direction, Document, DocumentState
from quantriet.apps.documents.problems import ScanWaits, TwinFound
from quantriet.apps.documents.rules import STATE_TONES
from quantriet.apps.organization.models import Unit
from quantriet.engines.kernel.problem import Problem

PAGE_SIZE = 50


@login_required
@require_GET
def document_list(request: OfficeRequest) -> HttpResponse:
    """The book, latest entry first."""
    words, state, direction = (request.GET.get(name, "").strip() for name in ("q", "state", "direction"))
    state = state if state in DocumentState.values else ""
    direction = direction if direction in Direction.values else ""
    rows = queries.register(request.actor, words=words, state=state, direction=direction)
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "words": words,
        "state": state,
        "direction": direction,
        "directions": Direction.choices,
        "tabs": _tabs(request, state),
        "tones": STATE_TONES,
        "may_view_all": request.actor.may(Permission.VIEW_DOCUMENTS),
        "may_register": request.actor.may(Permission.REGISTER_DOCUMENTS),
        "pending": queries.pending_now(request.actor),
    }
    return render(request, "documents/list.html", context)


def _tabs(request: OfficeRequest, chosen: str) -> list[dict[str, object]]:
    counts = queries.count_by_state(request.actor)
    others = request.GET.copy()
    others.pop("page", None)
    tabs: list[dict[str, object]] = []
    for state, label in (("", _("Tất cả")), *DocumentState.choices):
        others["state"] = state
        count = counts.get(state, 0) if state else sum(counts.values())
        tabs.append({"url": f"?{others.urlencode()}", "label": label, "count": count, "current": state == chosen})
    return tabs


@login_required
@require_http_methods(["GET", "POST"])
def receive(request: OfficeRequest) -> HttpResponse:
    agency = _own_agency(request)
    require(request.actor, Permission.REGISTER_DOCUMENTS, agency.pk)
    form = ReceiveForm(request.POST or None, request.FILES or None)
    twins: list[Document] = []
    if request.method == "POST" and form.is_valid():
        try:
            return _received(request, form, agency)
        except ScanWaits as scan:
            return _held(request, form, agency, scan)
        except TwinFound as found:
            form.hold_file()
            twins = found.twins
        except Problem as problem:
            form.refuse(problem)
    status = 200 if request.method == "GET" else 409 if twins else 422
    return render(request, "documents/receive.html", {"form": form, "twins": twins, "agency": agency}, status=status)


def _received(request: OfficeRequest, form: ReceiveForm, agency: Unit) -> HttpResponse:
    document = actions.receive_document(
        agency=agency,
        data=form.cleaned_data["data"],
        name=form.cleaned_data["name"],
        direction=form.cleaned_data["direction"],
        is_twin_accepted="accept_twin" in request.POST,
        by=request.actor,
        at=request.now,
    )
    page = next_page(document)
    if page == "obligations:review":  # the other page says so itself
        messages.success(request, _("Đã vào sổ số %(number)s.") % {"number": document.register_label})
    return redirect(page, document.pk)


def _held(request: OfficeRequest, form: ReceiveForm, agency: Unit, scan: ScanWaits) -> HttpResponse:
    """A long scan is read by the worker; the clerk sees how far it has come."""
    pending = waiting.hold_file(
        agency=agency,
        data=form.cleaned_data["data"],
        name=form.cleaned_data["name"],
        direction=form.cleaned_data["direction"],
        page_count=scan.page_count,
        by=request.actor,
        at=request.now,
    )
    return redirect("documents:waiting", pending.pk)


def next_page(document: Document) -> str:
    """Where one goes on from an entry: to what else its file holds, else to the review."""
    return "documents:enclosures" if document.enclosures.exists() else "obligations:review"


@login_required
@require_http_methods(["GET", "POST"])
def enclosures(request: OfficeRequest, pk: int) -> HttpResponse:
    """The further documents of a file: enter the chosen ones for themselves."""
    document = _visible(request, pk)
    require(request.actor, Permission.REGISTER_DOCUMENTS, document.agency_id)
    if request.method == "POST":
        return _enter_enclosures(request, document)
    context = {"document": document, "rows": queries.enclosures_of(document)}
    return render(request, "documents/enclosures.html", context)


def _enter_enclosures(request: OfficeRequest, document: Document) -> HttpResponse:
    chosen = [int(value) for value in request.POST.getlist("enclosure") if value.isdigit()]
    rows = document.enclosures.filter(pk__in=chosen, document=None).order_by("position")
    entered = [actions.receive_enclosure(enclosure=row, by=request.actor, at=request.now) for row in rows]
    if entered:
        labels = ", ".join(one.register_label for one in entered)
        messages.success(request, _("Đã vào sổ riêng: số %(labels)s.") % {"labels": labels})
    return redirect("obligations:review", document.pk)


@login_required
@require_GET
def original(request: OfficeRequest, pk: int) -> HttpResponse:
    """The original as it came, to be saved, never to be run by the browser."""
    document = _visible(request, pk)
    answer = HttpResponse(storage.read_file(document.original), content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(document.original_name, safe='')}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


@login_required
@require_POST
def set_aside(request: OfficeRequest, pk: int) -> HttpResponse:
    document = _visible(request, pk)
    actions.set_aside(document=document, by=request.actor, at=request.now)
    messages.success(request, _("Đã lưu văn bản, không giao việc. Khi cần có thể đưa ra duyệt lại."))
    return redirect("documents:list")


@login_required
@require_POST
def take_up(request: OfficeRequest, pk: int) -> HttpResponse:
    document = _visible(request, pk)
    actions.take_up(document=document, by=request.actor, at=request.now)
    messages.success(request, _("Văn bản đã trở lại hàng chờ duyệt."))
    return redirect("obligations:review", document.pk)


def _visible(request: OfficeRequest, pk: int) -> Document:
    document = queries.find_document(request.actor, pk)
    if document is None:
        raise Http404
    return document


def _own_agency(request: OfficeRequest) -> Unit:
    if request.actor.agency is None:
        raise Http404
    return request.actor.agency
