"""Puts the instant of receipt and the actor on every request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from quantriet.apps.accounts.actors import Actor, actor_of
from quantriet.apps.clock import moment


class ActorMiddleware:
    """`request.now` is the one instant of this request (receipt); `request.actor` is None when nobody signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.now = moment.now()  # type: ignore[attr-defined]
        request.actor = self._actor(request)  # type: ignore[attr-defined]
        return self.get_response(request)

    @staticmethod
    def _actor(request: HttpRequest) -> Actor | None:
        if not request.user.is_authenticated:
            return None
        return actor_of(request.user, moment.local_day(request.now))  # type: ignore[attr-defined]
