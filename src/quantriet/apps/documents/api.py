"""The API of documents: register one, or have a text read without keeping anything."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile
from ninja.security import django_auth

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.problems import not_allowed, require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.documents import actions, intake, problems, waiting
from quantriet.apps.documents.models import Direction
from quantriet.engines.reading import read

router = Router(auth=django_auth, tags=["documents"])


class DocumentOut(Schema):
    """An entry of the book (văn bản trong sổ)."""

    id: int
    direction: str
    state: str
    register_number: int
    register_year: int
    kind: str
    number: str
    issued_on: date | None
    issuer: str
    abstract: str


class PendingOut(Schema):
    """A long scan that is read behind the request (tệp chờ đọc); `page` tells how far it has come."""

    id: int
    state: str
    page_count: int
    page: str


@router.post("/documents", response={201: DocumentOut, 202: PendingOut}, summary="Vào sổ một văn bản")
def receive(
    request: HttpRequest,
    text: Form[str] = "",
    file: File[UploadedFile | None] = None,
    direction: Form[Direction] = Direction.INCOMING,
    is_twin_accepted: Form[bool] = False,
) -> Status[Any]:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # put there by the middleware
    data, name = _given(text, file)
    if actor.agency is None:
        raise not_allowed(Permission.REGISTER_DOCUMENTS)
    words: dict[str, Any] = {"agency": actor.agency, "data": data, "name": name, "direction": direction, "by": actor}
    at = request.now  # type: ignore[attr-defined]  # put there by the middleware
    try:
        return Status(201, actions.receive_document(is_twin_accepted=is_twin_accepted, at=at, **words))
    except problems.ScanWaits as scan:
        pending = waiting.hold_file(page_count=scan.page_count, at=at, **words)
        page = reverse("documents:waiting", args=[pending.pk])
        told = PendingOut(id=pending.pk, state=pending.state, page_count=pending.page_count, page=page)
        return Status(202, told)


@router.post("/documents/read", summary="Đọc một văn bản, không lưu")
def read_text(
    request: HttpRequest,
    text: Form[str] = "",
    file: File[UploadedFile | None] = None,
) -> dict[str, Any]:
    """The reading as JSON (see the reference of readings); every span counts characters of `text`."""
    require(request.actor, Permission.REGISTER_DOCUMENTS)  # type: ignore[attr-defined]  # put there by the middleware
    source = intake.open_source(*_given(text, file))
    plain = read(source.text).to_dict()
    plain["findings"] = [*source.findings, *plain["findings"]]
    return plain


def _given(text: str, file: UploadedFile | None) -> tuple[bytes, str]:
    if file is not None and text.strip():
        raise problems.both_given()
    if file is not None:
        return file.read(), file.name or ""
    if not text.strip():
        raise problems.nothing_given()
    return intake.pasted(text)
