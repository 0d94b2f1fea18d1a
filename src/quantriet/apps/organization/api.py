"""The API of the organization: the visible units, and what a phrase of a document means here."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from ninja.security import django_auth

from quantriet.apps.clock.moment import local_day
from quantriet.apps.organization import problems, queries
from quantriet.apps.organization.resolve import Resolution, Resolver

router = Router(auth=django_auth, tags=["units"])


class UnitOut(Schema):
    """A unit (đơn vị) with its place in the visible tree and the head of today."""

    id: int
    code: str
    name: str
    short_name: str
    kind: str
    depth: int
    head: str
    people_count: int


class TargetOut(Schema):
    unit_id: int
    unit_name: str
    post_title: str | None


class ResolutionOut(Schema):
    """What a phrase means (đơn vị nào): the targets, whether it is certain, else the question to settle."""

    phrase: str
    targets: list[TargetOut]
    is_certain: bool
    question: str


@router.get("", response=list[UnitOut], summary="Các đơn vị được xem")
def list_units(request: HttpRequest) -> list[dict[str, Any]]:
    day = local_day(request.now)  # type: ignore[attr-defined]  # put there by the middleware
    rows = queries.unit_tree(queries.visible_to(request.actor), day, limit=20_000)  # type: ignore[attr-defined]  # put there by the middleware
    return [
        {
            "id": row.unit.pk,
            "code": row.unit.code,
            "name": row.unit.name,
            "short_name": row.unit.short_name,
            "kind": row.unit.kind,
            "depth": row.depth,
            "head": row.head.full_name if row.head else "",
            "people_count": row.people_count,
        }
        for row in rows
    ]


@router.get("/resolve", response=ResolutionOut, summary="Một cách gọi trong văn bản là đơn vị nào")
def resolve(request: HttpRequest, phrase: Query[str]) -> Resolution:
    """For the agency of whoever asks; `phrase` of at most 300 characters."""
    agency = request.actor.agency  # type: ignore[attr-defined]  # put there by the middleware
    if agency is None:
        raise problems.no_agency()
    return Resolver(agency.pk, local_day(request.now)).resolve(phrase[:300])  # type: ignore[attr-defined]  # put there by the middleware
