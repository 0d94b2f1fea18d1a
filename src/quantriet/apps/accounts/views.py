"""Accounts for the administrator, the password page, and the demonstration's sign-in."""

from __future__ import annotations

from typing import Any

from allauth.account.views import PasswordChangeView
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from quantriet.apps.accounts import actions, demo, queries
from quantriet.apps.accounts.actors import actor_of
from quantriet.apps.accounts.forms import AccountForm, RoleForm
from quantriet.apps.accounts.http import OfficeRequest
from quantriet.apps.accounts.models import RoleAssignment, User
from quantriet.apps.accounts.problems import no_password_yet, require
from quantriet.apps.accounts.roles import ROLES, Permission
from quantriet.apps.accounts.rules import suggest_username
from quantriet.apps.clock.moment import local_day
from quantriet.apps.organization.models import Person
from quantriet.apps.organization.queries import posts_of_person
from quantriet.engines.kernel.problem import Problem

_PAGE_SIZE = 50
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_required
def account_list(request: OfficeRequest) -> HttpResponse:
    require(request.actor, Permission.MANAGE_ACCOUNTS)
    text = request.GET.get("q", "").strip()
    rows = queries.AccountRows(request.actor, local_day(request.now), text)
    context = {
        "page": Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page")),
        "q": text,
        "without_count": queries.without_account_count(request.actor),
    }
    return render(request, "accounts/list.html", context)


@login_required
@never_cache
def account(request: OfficeRequest, person_id: int) -> HttpResponse:
    """One person's account: give it, or show it with its roles."""
    person = _person(request, person_id)
    form = AccountForm(request.POST or None, initial={"username": suggest_username(person.full_name)})
    if request.method == "POST" and form.is_valid():
        try:
            __, password = actions.create_account(
                person, form.cleaned_data["username"], by=request.actor, at=request.now
            )
        except Problem as problem:
            form.add_error(problem.field, problem.sentence)
        else:
            return _hand_over(request, person_id, password)
    return _account_page(request, person, form)


@login_required
@never_cache
@require_POST
def reset(request: OfficeRequest, person_id: int) -> HttpResponse:
    user = _user(request, person_id)
    return _hand_over(request, person_id, actions.reset_password(user, by=request.actor, at=request.now))


@login_required
@require_POST
def set_active(request: OfficeRequest, person_id: int) -> HttpResponse:
    user, is_active = _user(request, person_id), request.POST.get("active") == "1"
    actions.set_active(user, is_active=is_active, by=request.actor, at=request.now)
    messages.success(request, _("Đã mở tài khoản.") if is_active else _("Đã khóa tài khoản."))
    return redirect("account_person", person_id)


@login_required
@require_POST
def give_role(request: OfficeRequest, person_id: int) -> HttpResponse:
    user = _user(request, person_id)
    form = RoleForm(request.POST, units=request.actor.units(Permission.MANAGE_ACCOUNTS))
    if form.is_valid():
        told = form.cleaned_data
        actions.set_role(user, told["role"], told["unit"], by=request.actor, at=request.now)
        messages.success(request, _("Đã phân quyền %(role)s.") % {"role": ROLES[told["role"]].name})
        return redirect("account_person", person_id)
    return _account_page(request, _person(request, person_id), role_form=form)


@login_required
@require_POST
def end_role(request: OfficeRequest, person_id: int, assignment_id: int) -> HttpResponse:
    user = _user(request, person_id)
    assignment = get_object_or_404(RoleAssignment.objects.filter(user=user, until=None), pk=assignment_id)
    actions.end_role(assignment, by=request.actor, at=request.now)
    messages.success(request, _("Đã thu hồi quyền %(role)s.") % {"role": ROLES[assignment.role].name})
    return redirect("account_person", person_id)


class OfficePasswordChange(PasswordChangeView):  # type: ignore[misc]  # allauth carries no types
    """allauth's page; afterwards a password given by the office is no longer a temporary one."""

    def dispatch(self, request: OfficeRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_usable_password():  # type: ignore[union-attr]  # signed in: see urls
            raise no_password_yet()
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def form_valid(self, form: Form) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        actions.note_password_chosen(self.request.user, by=self.request.actor, at=self.request.now)
        return answer


@require_POST
def demo_sign_in(request: OfficeRequest, username: str) -> HttpResponse:
    """Sign in as somebody of the demonstration; this door exists in the demonstration only."""
    user = demo.find_demo_user(username)
    if user is None:
        raise Http404
    login(request, user, backend=_BACKEND)
    return redirect("today")


def demo_list(request: OfficeRequest) -> HttpResponse:
    cards = demo.demo_cards(local_day(request.now))
    if not cards:
        raise Http404
    return render(request, "accounts/demo.html", {})


def _person(request: OfficeRequest, person_id: int) -> Person:
    require(request.actor, Permission.MANAGE_ACCOUNTS)
    return get_object_or_404(queries.people_in_charge(request.actor), pk=person_id)


def _user(request: OfficeRequest, person_id: int) -> User:
    return get_object_or_404(User, person=_person(request, person_id))


def _account_page(
    request: OfficeRequest, person: Person, form: AccountForm | None = None, role_form: RoleForm | None = None
) -> HttpResponse:
    user = User.objects.filter(person=person).first()
    day = local_day(request.now)
    context = {
        "person": person,
        "user_": user,
        "holdings": posts_of_person(person.pk, day),
        "form": form or AccountForm(),
        "role_form": role_form or RoleForm(units=request.actor.units(Permission.MANAGE_ACCOUNTS)),
        "roles": [(row, ROLES[row.role]) for row in queries.roles_of(user, day)] if user else [],
        "following": {grant.role for grant in actor_of(user, day).grants} if user else set(),
        "is_self": user is not None and user.pk == request.actor.user_id,
    }
    has_errors = bool((form and form.errors) or (role_form and role_form.errors))
    return render(request, "accounts/account.html", context, status=422 if has_errors else 200)


def _hand_over(request: OfficeRequest, person_id: int, password: str) -> HttpResponse:
    """Shown once, on the page itself: a message in the session would outlive the page."""
    user = get_object_or_404(User.objects.select_related("person"), person_id=person_id)
    return render(request, "accounts/hand_over.html", {"user_": user, "password": password})
