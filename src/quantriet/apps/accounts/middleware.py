"""Puts the instant of receipt and the actor on every request."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from quantriet.apps.accounts.actors import Actor, actor_of
from quantriet.apps.clock import moment


class ActorMiddleware:
    """`request.now` is the one instant of this request (receipt); `request.actor` is None when nobody signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.now = moment.now()  # type: ignore[attr-defined]
        request.actor = self._actor(request)  # type: ignore[attr-defined]
        if self._must_choose_password(request):
            return redirect("account_change_password")
        return self.get_response(request)

    @staticmethod
    def _must_choose_password(request: HttpRequest) -> bool:
        """A password given by the office opens one door only: the page where another one is chosen."""
        if not getattr(request.user, "is_password_temporary", False):
            return False
        open_doors = {reverse(name) for name in ("account_change_password", "account_logout", "account_reauthenticate")}
        return request.path not in open_doors and not request.path.startswith(settings.STATIC_URL)

    @staticmethod
    def _actor(request: HttpRequest) -> Actor | None:
        if not request.user.is_authenticated:
            return None
        return actor_of(request.user, moment.local_day(request.now))  # type: ignore[attr-defined]
