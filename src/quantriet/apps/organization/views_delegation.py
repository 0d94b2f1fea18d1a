"""Delegations between posts: who acts in whose place, from when until when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quantriet.apps.clock.moment import local_day
from quantriet.apps.organization import queries, staffing
from quantriet.apps.organization.forms import DelegationForm
from quantriet.apps.organization.models import Delegation, DelegationKind
from quantriet.apps.organization.rights import require_manage


@login_required
def delegate(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Let a leading post of this unit be acted for by another post of the agency."""
    actor, now = request.actor, request.now  # type: ignore[attr-defined]  # put there by the middleware
    unit = get_object_or_404(queries.visible_to(actor), pk=unit_id)
    require_manage(actor, unit.pk)
    agency = queries.agency_of(unit.pk) or unit
    form = DelegationForm(
        queries.leading_posts([unit.pk]), queries.posts_under(agency.pk, local_day(now)), request.POST or None
    )
    if request.method == "POST" and form.is_valid():
        staffing.delegate_post(**_told(form), since=local_day(now), by=actor, at=now)
        messages.success(request, _("Đã ghi. Có hiệu lực từ hôm nay."))
        return redirect("organization:unit", unit_id)
    context = {"unit": unit, "form": form}
    return render(request, "organization/delegate.html", context, status=422 if form.errors else 200)


def _told(form: DelegationForm) -> dict[str, Any]:
    """The form's values as the action takes them: the last day becomes the first on which it no longer holds."""
    values = dict(form.cleaned_data)
    until = values.pop("until")
    return values | {
        "kind": DelegationKind(values["kind"]),
        "until": until + timedelta(days=1) if until else None,
    }


@login_required
@require_POST
def end(request: HttpRequest, delegation_id: int) -> HttpResponse:
    """Take a delegation back from today on."""
    actor, now = request.actor, request.now  # type: ignore[attr-defined]  # put there by the middleware
    visible = Delegation.objects.filter(from_post__unit__in=queries.visible_to(actor).values("pk"))
    delegation = get_object_or_404(visible.select_related("from_post"), pk=delegation_id)
    staffing.end_delegation(delegation, by=actor, at=now)
    messages.success(request, _("Đã chấm dứt từ hôm nay."))
    return redirect("organization:unit", delegation.from_post.unit_id)
