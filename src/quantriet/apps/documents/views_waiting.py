"""A file that is read behind the request: how far it has come, and what to do when it stops."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRedirect

from quantriet.apps.accounts.http import OfficeRequest
from quantriet.apps.documents import queries, waiting
from quantriet.apps.documents.intake import DIRECT_PAGES
from quantriet.apps.documents.models import Document, PendingFile, PendingState
from quantriet.apps.documents.views import next_page


@login_required
@require_GET
def waiting_file(request: OfficeRequest, pk: int) -> HttpResponse:
    """Page n of m; asks again by itself, and leads on when the file is in the book."""
    return _shown(request, _pending(request, pk))


@login_required
@require_POST
def step(request: OfficeRequest, pk: int) -> HttpResponse:
    """Read the next pages here, where no worker runs."""
    pending = _pending(request, pk)
    if waiting.is_unattended(pending, request.now):
        waiting.read_next(only=pending.pk, pages=DIRECT_PAGES)
        pending = _pending(request, pk)
    if not request.htmx and pending.state == PendingState.WAITING:
        return redirect("documents:waiting", pending.pk)
    return _shown(request, pending)


def _shown(request: OfficeRequest, pending: PendingFile) -> HttpResponse:
    if pending.document is not None:
        return _led_on(request, pending.document)
    context = {
        "pending": pending,
        "pages_read": min(pending.pages.count(), pending.page_count),
        "twins": queries.twins_of_pending(pending) if pending.state == PendingState.TWIN else [],
        "is_unattended": waiting.is_unattended(pending, request.now),
    }
    name = "documents/waiting_state.html" if request.htmx else "documents/waiting.html"
    return render(request, name, context)


def _led_on(request: OfficeRequest, document: Document) -> HttpResponse:
    messages.success(request, _("Đã đọc xong, vào sổ số %(number)s.") % {"number": document.register_label})
    url = reverse(next_page(document), args=[document.pk])
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)


@login_required
@require_POST
def resume(request: OfficeRequest, pk: int) -> HttpResponse:
    pending = _pending(request, pk)
    waiting.resume_file(
        pending=pending, is_twin_accepted="accept_twin" in request.POST, by=request.actor, at=request.now
    )
    return redirect("documents:waiting", pending.pk)


@login_required
@require_POST
def drop(request: OfficeRequest, pk: int) -> HttpResponse:
    waiting.drop_file(pending=_pending(request, pk), by=request.actor, at=request.now)
    messages.success(request, _("Đã thôi đọc tệp này."))
    return redirect("documents:list")


def _pending(request: OfficeRequest, pk: int) -> PendingFile:
    found = queries.pending_files(request.actor).select_related("document").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
