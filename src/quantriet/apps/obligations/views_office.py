"""What the office changes of an obligation after its adoption: who does it, and that it has ended."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quantriet.apps.accounts.http import OfficeRequest
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.obligations import actions, queries
from quantriet.apps.obligations.forms import ReasonForm, UnitsForm
from quantriet.apps.obligations.models import Obligation, Part
from quantriet.apps.organization.queries import units_of
from quantriet.engines.kernel.problem import Problem


def _obligation(request: OfficeRequest, pk: int) -> Obligation:
    return get_object_or_404(queries.obligation_visible_to(request.actor), pk=pk)


@login_required
def units(request: OfficeRequest, pk: int) -> HttpResponse:
    """Change the units; dues already opened stay as they were frozen."""
    obligation = _obligation(request, pk)
    require(request.actor, Permission.ADOPT_DOCUMENTS, obligation.agency_id)
    standing = list(obligation.assignments.filter(ended_at=None).values_list("unit_id", "part"))
    initial = {
        part: [unit for unit, held in standing if held == part] for part in (Part.LEAD.value, Part.SUPPORT.value)
    }
    form = UnitsForm(units_of(obligation.agency_id), request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            lead, support = form.chosen("lead"), form.chosen("support")
            actions.set_units(obligation, lead=lead, support=support - lead, by=request.actor, at=request.now)
        except Problem as problem:
            if problem.field not in form.fields:
                raise
            form.add_error(problem.field, problem.sentence)
        else:
            messages.success(request, _("Đã giao lại. Kỳ hạn đã mở giữ nguyên, kỳ sau theo danh sách mới."))
            return redirect("insight:obligation", pk)
    context = {"obligation": obligation, "form": form}
    return render(request, "obligations/units.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def close(request: OfficeRequest, pk: int) -> HttpResponse:
    """End an obligation, with the reason."""
    obligation = _obligation(request, pk)
    form = ReasonForm(request.POST)
    form.is_valid()
    actions.close_obligation(obligation, reason=form.cleaned_data.get("reason", ""), by=request.actor, at=request.now)
    messages.success(request, _("Đã kết thúc theo dõi. Việc đang mở được rút, việc đã làm vẫn được tính."))
    return redirect("insight:obligation", pk)
