"""The review of a reading: the page, its autosave, what may be done to its items, and the adoption."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quantriet.apps.accounts.http import OfficeRequest
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import local_day, zone
from quantriet.apps.documents import queries
from quantriet.apps.documents.models import Document
from quantriet.apps.documents.problems import ReviewStale
from quantriet.apps.obligations import review as copies
from quantriet.apps.obligations import review_picks as picks
from quantriet.apps.obligations.adoption import CannotStart, adopt_document
from quantriet.apps.obligations.review_candidates import Candidates
from quantriet.apps.obligations.review_feedback import keep_review
from quantriet.apps.obligations.review_forms import data_of, unit_choices
from quantriet.apps.obligations.review_page import ReviewPage
from quantriet.apps.obligations.review_sheet import ReviewSheet
from quantriet.apps.organization.resolve import Resolver
from quantriet.engines.kernel.problem import Problem

WHOLE = 4  # obligations whose fields all come with the page


@login_required
@require_http_methods(["GET", "POST"])
def review(request: OfficeRequest, pk: int) -> HttpResponse:
    """The page, and everything that its one form may ask: save, change an item, adopt."""
    document = _visible(request, pk)
    if request.method == "GET":
        if document.adopted_at:
            return redirect(_after(document))
        return _page(request, document, _sheet(request, document))
    require(request.actor, Permission.REGISTER_DOCUMENTS, document.agency_id)
    sheet = _sheet(request, document, request.POST)
    try:
        return _obey(request, document, sheet)
    except ReviewStale as stale:
        return _page(request, document, sheet, status=409, is_stale=True, seen=stale.saved_at)


@login_required
@require_safe
def review_item(request: OfficeRequest, pk: int, item_id: str) -> HttpResponse:
    """The fields of one item, for a page that came without them."""
    document = _visible(request, pk)
    review = copies.working_copy(document, local_day(request.now))
    mine = {**review, "items": [item for item in review["items"] if item["id"] == item_id]}
    if not mine["items"]:
        raise Http404
    sheet = ReviewSheet(document, mine, unit_choices(document.agency_id))
    context = _context(request, document, sheet)
    return render(request, "obligations/review_item_body.html", {**context, "row": context["page"].rows[0]})


@login_required
@require_POST
def autosave(request: OfficeRequest, pk: int) -> HttpResponse:
    """Keep what is typed; never adopts anything."""
    document = _visible(request, pk)
    require(request.actor, Permission.REGISTER_DOCUMENTS, document.agency_id)
    sheet = _sheet(request, document, request.POST)
    sheet.take()
    _save(request, document, sheet)
    return JsonResponse({"saved_at": f"{request.now.astimezone(zone()):%H:%M}"})


def _obey(request: OfficeRequest, document: Document, sheet: ReviewSheet) -> HttpResponse:
    """Do what the pressed button says."""
    act, _sign, subject = request.POST.get("do", "save").partition(":")
    sheet.take()
    if act == "adopt":
        return _adopt(request, document, sheet)
    anchor = _change(request, document, sheet.review, act, subject)
    _save(request, document, sheet)
    if act == "save":
        messages.success(request, _("Đã lưu bản duyệt."))
    query = "?all=1" if "all" in request.GET else ""
    return HttpResponseRedirect(f"{reverse('obligations:review', args=[document.pk])}{query}#{anchor}")


def _save(request: OfficeRequest, document: Document, sheet: ReviewSheet) -> Document:
    seen = request.POST.get("seen", "")
    return keep_review(document, sheet.review, by=request.actor, at=request.now, seen=seen)


def _adopt(request: OfficeRequest, document: Document, sheet: ReviewSheet) -> HttpResponse:
    """Keep the copy first, so that nothing typed is lost whatever comes of the adoption."""
    document = _save(request, document, sheet)
    sheet = ReviewSheet(document, sheet.review, sheet.units, data_of(sheet.review))
    if not sheet.is_ready:
        return _page(request, document, sheet, status=422)
    try:
        obligations = adopt_document(document, by=request.actor, at=request.now)
    except CannotStart as refused:
        form = next(form for form in sheet.items if form.item["id"] == refused.item_id)
        form.add_error(refused.option if refused.option in form.fields else None, refused.sentence)
        return _page(request, document, sheet, status=422)
    except Problem as problem:
        if problem.status == 422:
            return _page(request, document, sheet, status=422, refusal=problem)
        raise
    messages.success(request, _("Đã giao %(count)d việc; các trưởng đơn vị đã được báo.") % {"count": len(obligations)})
    return redirect(_after(document))


def _change(request: OfficeRequest, document: Document, review: dict[str, Any], act: str, subject: str) -> str:
    """Answer a concern, or add, split, drop an item, or assign by words; returns where on the page to go on."""
    if act == "pick":
        return _pick(request, document, review, subject)
    if act == "add":
        return _add(request, document, review)
    if act == "reopen":
        picks.reopen(review, subject)
        return "concerns"
    if act == "leave":
        copies.leave_out(review, set(subject.split(",")))
    if act in ("yes", "no"):
        asking, _dot, place = subject.partition(".")
        copies.answer_question(review, asking, int(place) if place.isdecimal() else -1, keep=act == "yes")
    item = next((one for one in review["items"] if one["id"] == subject), None)
    if item is None:
        return "concerns" if act in ("leave", "yes", "no") else "review"
    _change_item(request, document, review, item, act)
    return subject


def _add(request: OfficeRequest, document: Document, review: dict[str, Any]) -> str:
    clauses, chosen = copies.clause_list(document), request.POST.get("add-clause", "")
    clause = clauses[int(chosen)] if chosen.isascii() and chosen.isdigit() and int(chosen) < len(clauses) else None
    return copies.add_item(review, document, clause)["id"]


def _change_item(
    request: OfficeRequest, document: Document, review: dict[str, Any], item: copies.Item, act: str
) -> None:
    if act == "split":
        copies.split_item(review, document, item["id"])
    elif act == "drop":
        copies.drop_item(review, item["id"])
    elif act == "clear":
        item["assignments"] = []
    elif act in ("lead", "support") and (phrase := request.POST.get(f"{item['id']}-phrase", "").strip()):
        copies.add_phrase(item, phrase, act, Resolver(document.agency_id, local_day(request.now)))


def _pick(request: OfficeRequest, document: Document, review: dict[str, Any], subject: str) -> str:
    """Answer a concern: «3:o1.deadline.1a2b3c4d». The one that moves up into its place is the next to look at."""
    place, _sign, words = subject.partition(":")
    pressed = picks.Pressed.parse(words)
    if pressed is None or not picks.pick(review, _candidates(request, document), pressed):
        return "concerns"
    return f"concern-{place}" if place.isdecimal() else "concerns"


def _candidates(request: OfficeRequest, document: Document) -> Candidates:
    return Candidates(document, local_day(request.now))


def _sheet(request: OfficeRequest, document: Document, data: Any = None) -> ReviewSheet:
    review = copies.working_copy(document, local_day(request.now))
    return ReviewSheet(document, review, unit_choices(document.agency_id), data)


def _page(
    request: OfficeRequest, document: Document, sheet: ReviewSheet, *, status: int = 200, **more: Any
) -> HttpResponse:
    here = _here(request, [form.item["id"] for form in sheet.items])
    context = _context(request, document, sheet, here)
    context["twins"] = queries.find_duplicates_of(document)
    return render(request, "obligations/review.html", {**context, **more}, status=status)


def _here(request: OfficeRequest, ids: list[str]) -> list[str]:
    """The items whose fields come with the page: all of a short review, else those that were filled in on it.

    Each item has some thirty fields; a directive of a hundred would be megabytes of them, of which few are opened.
    """
    if len(ids) <= WHOLE or "all" in request.GET:
        return ids
    return [item_id for item_id in ids if f"{item_id}-title" in request.POST]


def _context(
    request: OfficeRequest, document: Document, sheet: ReviewSheet, here: Collection[str] | None = None
) -> dict[str, Any]:
    may_edit = document.is_waiting and request.actor.may(Permission.REGISTER_DOCUMENTS, document.agency_id)
    return {
        "document": document,
        "sheet": sheet,
        "page": ReviewPage(document, sheet, dict(sheet.units or ()), _candidates(request, document), here),
        "seen": document.review.get("saved_at", ""),
        "may_edit": may_edit,
        "may_adopt": may_edit and request.actor.may(Permission.ADOPT_DOCUMENTS, document.agency_id),
        "may_take_up": request.actor.may(Permission.ADOPT_DOCUMENTS, document.agency_id),
    }


def _visible(request: OfficeRequest, pk: int) -> Document:
    document = queries.find_document(request.actor, pk)
    if document is None:
        raise Http404
    return document


def _after(document: Document) -> str:
    try:
        return reverse("insight:document", args=[document.pk])
    except NoReverseMatch:
        return reverse("documents:list")
