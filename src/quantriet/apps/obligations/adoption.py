"""From a reviewed document to work (duyệt và giao việc): clauses, obligations, assignments, and each way begun."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import NoReverseMatch, reverse

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import local_day
from quantriet.apps.documents import actions as documents
from quantriet.apps.documents.models import Clause, Document
from quantriet.apps.ledger.record import record, record_many
from quantriet.apps.notices.actions import send_notices
from quantriet.apps.obligations.fulfilment import get_way
from quantriet.apps.obligations.models import Assignment, Obligation
from quantriet.apps.obligations.review import working_copy
from quantriet.apps.obligations.review_feedback import keep_feedback
from quantriet.apps.obligations.review_forms import data_of, unit_choices
from quantriet.apps.obligations.review_sheet import Planned, ReviewSheet
from quantriet.apps.organization import queries as organization
from quantriet.engines.kernel.problem import Problem, Problems

_BATCH = 2000


class CannotStart(Problem):
    """A way refused to begin an obligation; `item_id` says which one of the review."""

    def __init__(self, problem: Problem, planned: Planned) -> None:
        super().__init__(
            problem.code, problem.what, why=problem.why, remedy=problem.remedy, field=problem.field, status=422
        )
        self.item_id = planned.item["id"]
        self.option = f"{planned.fulfilment}.{problem.field}"


def adopt_document(document: Document, *, by: Actor, at: datetime) -> list[Obligation]:
    """Make the reviewed reading binding and set all its work going; all of it, or nothing.

    Takes the working copy as last saved (a fresh one if nobody has opened it). Raises `Problems` for what is not
    complete, `documents.not_waiting` at a second adoption, `CannotStart` when a way refuses its options.
    """
    require(by, Permission.ADOPT_DOCUMENTS, document.agency_id)
    with transaction.atomic():
        row = documents.lock_waiting(document)
        sheet = stored_sheet(row, local_day(at))
        if not sheet.is_ready:
            raise _incomplete(sheet)
        plan = sheet.planned()
        if not plan:
            raise _nothing_to_do()
        keep_feedback(row, sheet.review, by=by, at=at, is_final=True)
        clauses = documents.adopt_text(document=document, letterhead=_letterhead(sheet), by=by, at=at)
        obligations = _write_obligations(document, plan, clauses, at)
        _write_assignments(plan, obligations, by, at)
        for planned, obligation in zip(plan, obligations, strict=True):
            _start(planned, obligation, by, at)
        unit_ids = {given["unit"] for planned in plan for given in planned.item["assignments"]}
        record(
            "document.assigned",
            by=by,
            subject=document,
            unit_id=document.agency_id,
            at=at,
            details={"obligations": len(obligations), "units": len(unit_ids)},
        )
        _tell_heads(document, unit_ids, by, at)
    return obligations


def stored_sheet(document: Document, day: date) -> ReviewSheet:
    """The sheet over the stored working copy, filled in as if just sent."""
    review = working_copy(document, day)
    return ReviewSheet(document, review, unit_choices(document.agency_id), data_of(review))


def _letterhead(sheet: ReviewSheet) -> dict[str, Any]:
    return dict(sheet.letterhead.cleaned_data)


def _write_obligations(
    document: Document, plan: Sequence[Planned], clauses: Sequence[Clause], at: datetime
) -> list[Obligation]:
    return Obligation.objects.bulk_create(
        [
            Obligation(
                document=document,
                clause=_clause_of(planned, clauses),
                agency_id=document.agency_id,
                position=position,
                type=planned.type,
                title=planned.title,
                deliverable=planned.deliverable,
                start=planned.item["start"],
                end=planned.item["end"],
                fulfilment=planned.fulfilment,
                timetable=planned.timetable,
                created_at=at,
            )
            for position, planned in enumerate(plan, start=1)
        ],
        _BATCH,
    )


def _clause_of(planned: Planned, clauses: Sequence[Clause]) -> Clause | None:
    """The clause of the item's path that holds its words, else the narrowest that does."""
    item = planned.item
    holding = [clause for clause in clauses if clause.start <= item["start"] < clause.end]
    named = [clause for clause in holding if clause.path == item["clause_path"]]
    return min(named or holding, key=lambda clause: clause.end - clause.start, default=None)


def _write_assignments(plan: Sequence[Planned], obligations: Sequence[Obligation], by: Actor, at: datetime) -> None:
    rows = [
        Assignment(
            obligation=obligation,
            unit_id=given["unit"],
            part=given["part"],
            phrase=given["phrase"],
            assigned_at=at,
        )
        for planned, obligation in zip(plan, obligations, strict=True)
        for given in planned.item["assignments"]
    ]
    Assignment.objects.bulk_create(rows, _BATCH)
    record_many("obligation.assigned", by=by, at=at, subjects=[(one, one.agency_id) for one in obligations])


def _start(planned: Planned, obligation: Obligation, by: Actor, at: datetime) -> None:
    try:
        get_way(planned.fulfilment).start(obligation, planned.options, by=by, at=at)
    except Problem as problem:
        raise CannotStart(problem, planned) from problem


def _tell_heads(document: Document, unit_ids: set[int], by: Actor, at: datetime) -> None:
    heads = set(organization.heads(unit_ids, local_day(at)).values())
    name = f"{document.kind_name} {document.number}".strip() if document.number else document.kind_name
    send_notices(
        key=f"document-{document.pk}-adopted",
        person_ids=heads - {by.person_id},
        title=f"Việc mới: {document.heading}",
        body=f"Đơn vị được giao việc theo {name}. Mở ra xem việc, thời hạn và xác nhận đã quán triệt.",
        path=_path_of(document),
        by=by,
        at=at,
    )


def _path_of(document: Document) -> str:
    try:
        return reverse("insight:document", args=[document.pk])
    except NoReverseMatch:
        return reverse("obligations:list")


def _incomplete(sheet: ReviewSheet) -> Problems:
    items = [
        Problem("obligations.review_field", f"{label}: {message}", field=field, status=422)
        for label, form in [("Thể thức", sheet.letterhead), *[(form.item["title"], form) for form in sheet.items]]
        for field, messages in form.errors.items()
        for message in messages
    ]
    problems = Problems("obligations.review_incomplete", "Bản duyệt còn chỗ chưa đủ để giao việc.", items)
    problems.status = 422
    return problems


def _nothing_to_do() -> Problem:
    return Problem(
        "obligations.nothing_to_assign",
        "Chưa có việc nào được chọn để giao.",
        remedy="Chọn «Giao việc này» ở ít nhất một việc, hoặc chọn «Lưu, không giao việc».",
        status=422,
    )
