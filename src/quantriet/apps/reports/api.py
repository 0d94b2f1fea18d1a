"""The API of reports: the same rules and actions as the pages; refusals in the Problem shape, session sign-in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status
from ninja.security import django_auth

from quantriet.apps.obligations.models import Due
from quantriet.apps.reports import actions, prefill, queries
from quantriet.apps.reports.consolidation import form_of
from quantriet.apps.reports.expectation import period_of
from quantriet.apps.reports.models import Submission
from quantriet.engines.kernel.problem import Problem
from quantriet.law.model import Form

router = Router(tags=["reports"], auth=django_auth)


class DueOut(Schema):
    """One report that is owed (báo cáo phải gửi)."""

    id: int
    report: str
    unit_id: int
    unit: str
    period_on: date
    due_at: datetime
    state: str


class FieldOut(Schema):
    code: str
    label: str
    kind: str
    unit: str
    group: str
    required: bool
    minimum: int
    maximum: int
    max_length: int
    help: str
    initial: int | str | bool | None = None


class FormOut(Schema):
    """The form of one due with its initial values (biểu mẫu)."""

    code: str
    version: date
    title: str
    reference: str
    fields: list[FieldOut]
    rules: list[str]


class SubmissionIn(Schema):
    """One sending. `key` is made by the sender and sent again with every retry (mã lần gửi)."""

    key: UUID
    values: dict[str, Any] = {}
    is_nil: bool = False
    claimed_at: datetime | None = None
    reason: str | None = None  # a reason makes it a correction of the report already sent


class SubmissionOut(Schema):
    """The receipt (biên nhận): `received_at` is the server's clock, `is_late` follows from it."""

    id: int
    receipt: str
    version: int
    unit_id: int
    is_nil: bool
    values: dict[str, Any]
    received_at: datetime
    claimed_at: datetime | None
    is_late: bool


@router.get("/dues", response=list[DueOut], summary="Báo cáo tôi phải gửi")
def my_dues(request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {
            "id": due.pk,
            "report": due.obligation.regime.name,
            "unit_id": due.unit_id,
            "unit": due.unit.name,
            "period_on": due.period_on,
            "due_at": due.due_at,
            "state": due.state,
        }
        for due in queries.owed(request.actor)[:200]  # type: ignore[attr-defined]  # the middleware puts it there
    ]


@router.get("/dues/{pk}/form", response=FormOut, summary="Biểu mẫu của một kỳ hạn")
def form(request: HttpRequest, pk: int) -> dict[str, Any]:
    due = _due(request, pk)
    period = period_of(due)
    law = form_of(period)
    initial = prefill.initial_values(law, prefill.known_about(period, due.unit_id, law))
    return {
        "code": law.code,
        "version": law.version,
        "title": law.title,
        "reference": str(law.reference),
        "fields": _fields(law, initial),
        "rules": [rule.message for rule in law.rules],
    }


@router.post("/dues/{pk}/submissions", response={201: SubmissionOut}, summary="Gửi hoặc sửa báo cáo")
def submit(request: HttpRequest, pk: int, sending: SubmissionIn) -> Status[dict[str, Any]]:
    due = _due(request, pk)
    told: dict[str, Any] = {
        "values": sending.values,
        "is_nil": sending.is_nil,
        "key": sending.key,
        "claimed_at": sending.claimed_at,
        "by": request.actor,  # type: ignore[attr-defined]  # put there by the middleware
        "at": request.now,  # type: ignore[attr-defined]  # put there by the middleware
    }
    if sending.reason is None:
        return Status(201, _receipt(actions.submit_report(due, **told)))
    return Status(201, _receipt(actions.correct_report(due, reason=sending.reason, **told)))


def _due(request: HttpRequest, pk: int) -> Due:
    due = queries.find_bare_due(request.actor, pk)  # type: ignore[attr-defined]  # put there by the middleware
    if due is None:
        raise Problem("reports.no_due", "Không có kỳ báo cáo này.", remedy="Lấy lại danh sách báo cáo.", status=404)
    return due


def _fields(law: Form, initial: dict[str, Any]) -> list[dict[str, Any]]:
    names = ("code", "label", "kind", "unit", "group", "required", "minimum", "maximum", "max_length", "help")
    return [
        {name: getattr(field, name) for name in names} | {"initial": initial.get(field.code)} for field in law.fields
    ]


def _receipt(sent: Submission) -> dict[str, Any]:
    sent = Submission.objects.select_related("due").get(pk=sent.pk)  # as it is kept: the first answer and a retry agree
    assert sent.due is not None
    return {
        "id": sent.pk,
        "receipt": sent.receipt,
        "version": sent.version,
        "unit_id": sent.unit_id,
        "is_nil": sent.is_nil,
        "values": sent.values,
        "received_at": sent.received_at,
        "claimed_at": sent.claimed_at,
        "is_late": sent.due.is_late(sent.due.received_at or sent.received_at),
    }
