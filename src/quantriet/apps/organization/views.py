"""Units and people as pages, and the import in two steps: look, then confirm."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quantriet.apps.clock.moment import local_day
from quantriet.apps.ledger.queries import acts_on
from quantriet.apps.organization import actions, problems, queries, staffing
from quantriet.apps.organization.forms import ImportForm, NewUnitForm, PostingForm, UnitForm
from quantriet.apps.organization.history import tell_history
from quantriet.apps.organization.importing import applying
from quantriet.apps.organization.importing.reading import FILE_LIMIT_BYTES, Book, read_book
from quantriet.apps.organization.importing.template import render_template
from quantriet.apps.organization.models import Holding, Placement, PostRank, Unit, UnitKind
from quantriet.apps.organization.rights import MANAGE_UNITS, Actor, require_manage
from quantriet.engines.kernel.problem import Problem, Problems

_SALT = "organization.import"
_PREVIEW_SECONDS = 3600
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _actor(request: HttpRequest) -> Actor:
    return cast(Actor, request.actor)  # type: ignore[attr-defined]  # put there by the middleware


def _now(request: HttpRequest) -> datetime:
    return cast(datetime, request.now)  # type: ignore[attr-defined]  # put there by the middleware


def _today(request: HttpRequest) -> date:
    return local_day(_now(request))


@login_required
def units(request: HttpRequest) -> HttpResponse:
    actor, text = _actor(request), request.GET.get("q", "").strip()
    context: dict[str, Any] = {"q": text, "may_import": bool(actor.agency and actor.may(MANAGE_UNITS, actor.agency.pk))}
    if text:
        context["found_units"] = queries.search_units(actor, text)
        context["found_people"] = queries.search_people(actor, text, _today(request))
    else:
        context["rows"] = rows = queries.unit_tree(queries.visible_to(actor), _today(request))
        context["people_count"] = sum(row.people_count for row in rows)
    return render(request, "organization/units.html", context)


@login_required
def unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    actor, day = _actor(request), _today(request)
    shown = get_object_or_404(queries.visible_to(actor), pk=unit_id)
    below = Unit.objects.filter(pk__in=Placement.objects.on(day).filter(parent=shown).values("unit_id"))
    may_manage = actor.may(MANAGE_UNITS, shown.pk)
    context = {
        "unit": shown,
        "path": queries.path_to(shown.pk, day),
        "people": queries.people_of(shown.pk, day),
        "below": queries.unit_tree(below, day),
        "past_leaders": queries.past_leaders(shown.pk, day)[:20],
        "delegations": queries.delegations_of(shown.pk, day),
        "spellings": shown.spellings.order_by("folded") if may_manage else [],
        "history": tell_history(acts_on(shown).order_by("-id")[:30]) if may_manage else [],
        "may_manage": may_manage,
    }
    return render(request, "organization/unit.html", context)


@login_required
def edit_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    shown = get_object_or_404(queries.visible_to(_actor(request)), pk=unit_id)
    require_manage(_actor(request), shown.pk)
    parents = _parents(request, shown)
    above = Placement.objects.filter(unit=shown, until=None).values_list("parent_id", flat=True).first()
    initial = {"name": shown.name, "short_name": shown.short_name, "symbol": shown.symbol, "parent": above}
    form = UnitForm(request.POST or None, initial=initial, parents=parents)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            actions.correct_unit(shown, by=_actor(request), at=_now(request), **told)
        except Problem as problem:
            _show(problem, form, {"organization.spelling_taken": "spelling"})
        else:
            messages.success(request, _("Đã sửa %(name)s.") % {"name": told["name"]})
            return redirect("organization:unit", shown.pk)
    context = {"form": form, "unit": shown, "title": _("Sửa thông tin đơn vị")}
    return render(request, "organization/form.html", context, status=422 if form.errors else 200)


def _parents(request: HttpRequest, unit: Unit) -> QuerySet[Unit] | None:
    """Where a unit may hang: open units that the actor manages, outside its own subtree; None for an agency."""
    if unit.kind in (UnitKind.AGENCY, UnitKind.SUPERIOR):
        return None
    managed = _actor(request).units(MANAGE_UNITS).filter(closed_on=None)
    return managed.exclude(pk__in=queries.subtree_ids([unit.pk]))


def _show(problem: Problem, form: Form, fields: dict[str, str] | None = None) -> None:
    """A refusal on the field that it is about, else above the form."""
    field = (fields or {}).get(problem.code, problem.field)
    form.add_error(field if field in form.fields else None, problem.sentence)


@login_required
def open_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    parent = get_object_or_404(queries.visible_to(_actor(request)), pk=unit_id)
    require_manage(_actor(request), parent.pk)
    form = NewUnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data | {"kind": UnitKind(form.cleaned_data["kind"])}
        try:
            unit = actions.open_unit(parent=parent, by=_actor(request), at=_now(request), **told)
        except Problem as problem:
            _show(problem, form)
        else:
            messages.success(request, _("Đã lập %(name)s.") % {"name": unit.name})
            return redirect("organization:unit", unit.pk)
    context = {"form": form, "unit": parent, "title": _("Lập đơn vị trực thuộc")}
    return render(request, "organization/form.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def close_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    shown = get_object_or_404(queries.visible_to(_actor(request)), pk=unit_id)
    actions.close_unit(shown, by=_actor(request), at=_now(request))
    messages.success(request, _("%(name)s đã giải thể từ hôm nay.") % {"name": shown.name})
    return redirect("organization:units")


@login_required
def staff_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    shown = get_object_or_404(queries.visible_to(_actor(request)), pk=unit_id)
    require_manage(_actor(request), shown.pk)
    form = PostingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data | {"rank": PostRank(form.cleaned_data["rank"])}
        try:
            person = staffing.staff_unit(unit=shown, by=_actor(request), at=_now(request), **told)
        except Problem as problem:
            _show(problem, form)
        else:
            messages.success(request, _("Đã bố trí %(name)s.") % {"name": person.full_name})
            return redirect("organization:unit", shown.pk)
    context = {"form": form, "unit": shown, "title": _("Bố trí người")}
    return render(request, "organization/form.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def relieve(request: HttpRequest, holding_id: int) -> HttpResponse:
    visible = Holding.objects.filter(post__unit__in=queries.visible_to(_actor(request)).values("pk"), until=None)
    holding = get_object_or_404(visible.select_related("post", "person"), pk=holding_id)
    staffing.relieve_person(holding, by=_actor(request), at=_now(request))
    messages.success(request, _("%(name)s thôi giữ vị trí này từ hôm nay.") % {"name": holding.person.full_name})
    return redirect("organization:unit", holding.post.unit_id)


@login_required
def import_units(request: HttpRequest) -> HttpResponse:
    """Upload and look: the rows travel signed in the page, so nothing is kept until they are confirmed."""
    actor, agency = _actor(request), _agency(request)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "organization/import.html", {"form": form}, status=422 if form.errors else 200)
    try:
        book = read_book(form.cleaned_data["file"].read(FILE_LIMIT_BYTES + 1))
        outcome = applying.preview_import(book, agency, by=actor, at=_now(request))
    except Problems as refused:
        context = {"form": ImportForm(), "refused": refused, "wrong": applying.find_errors(book, agency)}
        return render(request, "organization/import.html", context, status=422)
    except Problem as problem:
        form.add_error("file", problem.sentence)
        return render(request, "organization/import.html", {"form": form}, status=422)
    told = {"user": actor.user_id, "agency": agency.pk, "book": book.to_dict()}
    context = {"outcome": outcome, "book": book, "payload": signing.dumps(told, salt=_SALT, compress=True)}
    return render(request, "organization/import_preview.html", context)


@login_required
@require_POST
def confirm_import(request: HttpRequest) -> HttpResponse:
    actor, agency = _actor(request), _agency(request)
    try:
        told = signing.loads(request.POST.get("payload", ""), salt=_SALT, max_age=_PREVIEW_SECONDS)
    except signing.BadSignature:
        raise problems.preview_stale() from None
    if (told["user"], told["agency"]) != (actor.user_id, agency.pk):
        raise problems.preview_stale()
    outcome = applying.import_book(Book.from_dict(told["book"]), agency, by=actor, at=_now(request))
    messages.success(request, _("Đã nhập xong.") if not outcome.is_nothing else _("Tệp không có gì mới."))
    return redirect("organization:units")


@login_required
def download_template(request: HttpRequest) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="don-vi-con-nguoi.xlsx"'}
    return HttpResponse(render_template(), content_type=_XLSX, headers=headers)


def _agency(request: HttpRequest) -> Unit:
    """The agency that the actor may manage; the import is for that one."""
    agency = _actor(request).agency
    require_manage(_actor(request), agency.pk if agency else None)
    assert agency is not None
    return agency
