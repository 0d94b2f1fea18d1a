"""The request as views of this product see it."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from quantriet.apps.accounts.actors import Actor


class OfficeRequest(HttpRequest):
    """A request of somebody signed in: the instant of receipt and the actor (see `middleware`)."""

    now: datetime
    actor: Actor
    htmx: HtmxDetails
