"""Every change of work: opening dues, taking note, reporting done, judging, extending, explaining.

State moves only here. Receipt is the server's instant `at`; the sender's own clock is kept beside it and decides
nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import local_day
from quantriet.apps.documents.models import StoredFile
from quantriet.apps.ledger.record import record
from quantriet.apps.notices.actions import send_notices
from quantriet.apps.obligations import problems
from quantriet.apps.obligations.models import Assignment, Due, DueState, Evidence, Extension, Obligation
from quantriet.apps.organization import queries as organization


@transaction.atomic
def open_dues(
    obligation: Obligation,
    *,
    period_on: date | None = None,
    opened_at: datetime,
    due_at: datetime | None,
    except_units: Collection[int] = (),
    by: Actor,
) -> int:
    """Freeze the expectation: one due for each open assignment, with the head of that day (mở kỳ hạn).

    Units of `except_units` owe nothing here. Opening the same period twice adds nothing. Returns how many dues stand.
    """
    owing = Assignment.objects.filter(obligation=obligation, ended_at=None).exclude(unit__in=except_units)
    assignments = list(owing.values_list("pk", "unit_id"))
    heads = organization.heads({unit for _, unit in assignments}, local_day(opened_at))
    Due.objects.bulk_create(
        [
            Due(
                assignment_id=assignment,
                obligation=obligation,
                obligation_version=obligation.version,
                unit_id=unit,
                accountable_id=heads.get(unit),
                period_on=period_on,
                opened_at=opened_at,
                due_at=due_at,
            )
            for assignment, unit in assignments
        ],
        batch_size=2000,
        ignore_conflicts=True,
    )
    record(
        "due.opened",
        by=by,
        subject=obligation,
        at=opened_at,
        unit_id=obligation.agency_id,
        details={"period": str(period_on) if period_on else None, "count": len(assignments)},
    )
    return len(assignments)


@transaction.atomic
def acknowledge_assignment(assignment: Assignment, *, by: Actor, at: datetime) -> None:
    """The unit's head has read and understood it (quán triệt, tiếp nhận)."""
    require(by, Permission.FULFIL_WORK, assignment.unit_id)
    changed = Assignment.objects.filter(pk=assignment.pk, acknowledged_at=None, ended_at=None).update(
        acknowledged_at=at, acknowledged_by_id=by.account_id
    )
    if not changed:
        raise problems.already_acknowledged()
    record("assignment.acknowledged", by=by, subject=assignment, at=at, unit_id=assignment.unit_id)


def _locked(due: Due) -> Due:
    return Due.objects.select_for_update(of=("self",)).select_related("obligation").get(pk=due.pk)


def _require_open(due: Due) -> None:
    if due.state != DueState.OPEN:
        raise problems.not_open(DueState(due.state).label)


@transaction.atomic
def fulfil(due: Due, *, by: Actor, at: datetime, claimed_at: datetime | None = None, is_nil: bool = False) -> None:
    """Receive what was owed, at once done: for ways whose evidence the system holds itself, such as a report."""
    require(by, Permission.FULFIL_WORK, due.unit_id)
    # one statement that looks and changes: everybody's report passes here in the minutes before the limit
    changed = Due.objects.filter(pk=due.pk, state=DueState.OPEN).update(
        state=DueState.DONE, received_at=at, claimed_at=claimed_at, is_nil=is_nil
    )
    if not changed:
        raise problems.not_open(DueState(Due.objects.get(pk=due.pk).state).label)
    record("due.fulfilled", by=by, subject=due, at=at, unit_id=due.unit_id, details={"nil": is_nil})


@transaction.atomic
def restate_nil(due: Due, *, is_nil: bool, by: Actor, at: datetime) -> None:
    """A correction turned a nil into a report or back; the instant of first receipt stays."""
    require(by, Permission.FULFIL_WORK, due.unit_id)
    Due.objects.filter(pk=due.pk, state=DueState.DONE).update(is_nil=is_nil)
    record("due.restated", by=by, subject=due, at=at, unit_id=due.unit_id, details={"nil": is_nil})


def _receive(due: Due, state: DueState, at: datetime, claimed_at: datetime | None, is_nil: bool) -> None:
    due.state = state
    due.received_at = at
    due.claimed_at = claimed_at
    due.is_nil = is_nil
    due.save(update_fields=["state", "received_at", "claimed_at", "is_nil"])


@transaction.atomic
def report_done(
    due: Due,
    *,
    note: str,
    file: StoredFile | None = None,
    file_name: str = "",
    claimed_at: datetime | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """The unit says it is done and shows it (báo kết quả); the office's word follows."""
    require(by, Permission.FULFIL_WORK, due.unit_id)
    row = _locked(due)
    _require_open(row)
    if not note.strip() and file is None and not row.evidence.exists():
        raise problems.evidence_needed()
    if note.strip() or file is not None:
        _add_evidence(row, note, file, file_name, by, at)
    _receive(row, DueState.SUBMITTED, at, claimed_at, is_nil=False)
    record("due.submitted", by=by, subject=row, at=at, unit_id=row.unit_id)


def _add_evidence(due: Due, note: str, file: StoredFile | None, file_name: str, by: Actor, at: datetime) -> Evidence:
    return Evidence.objects.create(
        due=due, note=note.strip(), file=file, file_name=file_name[:200], added_at=at, added_by_id=by.account_id
    )


@transaction.atomic
def add_evidence(
    due: Due, *, note: str, file: StoredFile | None = None, file_name: str = "", by: Actor, at: datetime
) -> Evidence:
    """More to show for a due, before or after it is reported done (bổ sung minh chứng)."""
    require(by, Permission.FULFIL_WORK, due.unit_id)
    if not note.strip() and file is None:
        raise problems.evidence_needed()
    evidence = _add_evidence(due, note, file, file_name, by, at)
    record("evidence.added", by=by, subject=due, at=at, unit_id=due.unit_id, details={"evidence": evidence.pk})
    return evidence


def _require_submitted(due: Due) -> None:
    if due.state != DueState.SUBMITTED:
        raise problems.not_submitted(DueState(due.state).label)


@transaction.atomic
def accept_done(due: Due, *, by: Actor, at: datetime) -> None:
    """The office confirms the result (xác nhận hoàn thành). The instant that counts stays the unit's."""
    require(by, Permission.JUDGE_WORK, due.unit_id)
    row = _locked(due)
    _require_submitted(row)
    row.state = DueState.DONE
    row.save(update_fields=["state"])
    record("due.accepted", by=by, subject=row, at=at, unit_id=row.unit_id)
    _tell(row, "Đã xác nhận hoàn thành", by, at)


@transaction.atomic
def return_done(due: Due, *, reason: str, by: Actor, at: datetime) -> None:
    """The office sends the result back with a reason (trả lại); the due is open again under its old limit."""
    require(by, Permission.JUDGE_WORK, due.unit_id)
    if not reason.strip():
        raise problems.reason_needed()
    row = _locked(due)
    _require_submitted(row)
    row.state = DueState.OPEN
    row.received_at = row.claimed_at = None
    row.save(update_fields=["state", "received_at", "claimed_at"])
    note = Evidence.objects.create(due=row, note=f"Trả lại: {reason.strip()}", added_at=at, added_by_id=by.account_id)
    record("due.returned", by=by, subject=row, at=at, unit_id=row.unit_id, details={"evidence": note.pk})
    _tell(row, "Kết quả bị trả lại", by, at, is_urgent=True)


@transaction.atomic
def ask_extension(due: Due, *, wanted_due_at: datetime, reason: str, by: Actor, at: datetime) -> Extension:
    """Ask for the one extension (xin gia hạn), before the limit has come."""
    require(by, Permission.FULFIL_WORK, due.unit_id)
    row = _locked(due)
    _require_open(row)
    if row.due_at is None:
        raise problems.no_deadline()
    if not reason.strip():
        raise problems.reason_needed()
    if Extension.objects.filter(due=row).exists():
        raise problems.extension_used()
    if at >= row.due_at:
        raise problems.extension_too_late()
    if wanted_due_at <= row.due_at:
        raise problems.extension_backwards()
    extension = Extension.objects.create(
        due=row, reason=reason.strip(), wanted_due_at=wanted_due_at, asked_at=at, asked_by_id=by.account_id
    )
    record("extension.asked", by=by, subject=row, at=at, unit_id=row.unit_id)
    return extension


@transaction.atomic
def answer_extension(due: Due, *, grant: bool, answer: str = "", by: Actor, at: datetime) -> None:
    """Grant or refuse the extension (cho hoặc không cho gia hạn); granting moves the limit, on record."""
    require(by, Permission.JUDGE_WORK, due.unit_id)
    row = _locked(due)
    extension = Extension.objects.select_for_update().filter(due=row, answered_at=None).first()
    if extension is None:
        raise problems.no_extension_waiting()
    if not grant and not answer.strip():
        raise problems.reason_needed()
    extension.answered_at = at
    extension.answered_by_id = by.account_id
    extension.is_granted = grant
    extension.answer = answer.strip()
    extension.save()
    before = row.due_at
    if grant:
        row.due_at = extension.wanted_due_at
        row.save(update_fields=["due_at"])
    record(
        "extension.granted" if grant else "extension.refused",
        by=by,
        subject=row,
        at=at,
        unit_id=row.unit_id,
        details={"before": before.isoformat() if before else None},
    )
    _tell(row, "Đã cho gia hạn" if grant else "Không cho gia hạn", by, at, is_urgent=not grant)


def _tell(due: Due, what: str, by: Actor, at: datetime, *, is_urgent: bool = False) -> None:
    """The head who answers for it hears what the office decided; the reasons stand on the page, not in the notice."""
    if due.accountable_id is None:
        return
    send_notices(
        key=f"due.{due.pk}.{at.isoformat()}",
        person_ids=[due.accountable_id],
        title=what,
        body=due.obligation.title,
        path=f"/work/{due.assignment_id}/",
        is_urgent=is_urgent,
        by=by,
        at=at,
    )


@transaction.atomic
def explain_lateness(due: Due, *, reason: str, by: Actor, at: datetime) -> None:
    """Why it was late, in the unit's own words (giải trình)."""
    require(by, Permission.FULFIL_WORK, due.unit_id)
    if not reason.strip():
        raise problems.reason_needed()
    row = _locked(due)
    if not row.is_late(at):
        raise problems.not_late()
    row.explanation = reason.strip()
    row.save(update_fields=["explanation"])
    record("due.explained", by=by, subject=row, at=at, unit_id=row.unit_id)


@transaction.atomic
def record_occasion(assignment: Assignment, *, note: str, by: Actor, at: datetime) -> Due:
    """Something happened that a standing duty answers to (ghi nhận phát sinh): opens one due without a limit."""
    require(by, Permission.FULFIL_WORK, assignment.unit_id)
    obligation = Obligation.objects.get(pk=assignment.obligation_id)
    if obligation.fulfilment != "standing":
        raise problems.not_an_occasion()
    if not note.strip():
        raise problems.reason_needed()
    heads = organization.heads([assignment.unit_id], local_day(at))
    due = Due.objects.create(
        assignment=assignment,
        obligation=obligation,
        obligation_version=obligation.version,
        unit_id=assignment.unit_id,
        accountable_id=heads.get(assignment.unit_id),
        opened_at=at,
    )
    _add_evidence(due, note, None, "", by, at)
    record("due.occasion", by=by, subject=due, at=at, unit_id=due.unit_id)
    return due


@transaction.atomic
def set_units(obligation: Obligation, *, lead: set[int], support: set[int], by: Actor, at: datetime) -> None:
    """Change who is assigned (giao lại). Dues already opened stay as they were frozen."""
    require(by, Permission.ADOPT_DOCUMENTS, obligation.agency_id)
    if not lead:
        raise problems.lead_needed()
    wanted = dict.fromkeys(support, "support") | dict.fromkeys(lead, "lead")
    standing = {row.unit_id: row for row in obligation.assignments.select_for_update().filter(ended_at=None)}
    ended = [row.pk for unit, row in standing.items() if wanted.get(unit) != row.part]
    Assignment.objects.filter(pk__in=ended).update(ended_at=at)
    Assignment.objects.bulk_create(
        Assignment(obligation=obligation, unit_id=unit, part=part, assigned_at=at)
        for unit, part in wanted.items()
        if unit not in standing or standing[unit].part != part
    )
    Obligation.objects.filter(pk=obligation.pk).update(version=F("version") + 1)
    record(
        "obligation.reassigned",
        by=by,
        subject=obligation,
        at=at,
        unit_id=obligation.agency_id,
        details={"lead": sorted(lead), "support": sorted(support)},
    )


@transaction.atomic
def close_obligation(obligation: Obligation, *, reason: str, by: Actor, at: datetime) -> None:
    """Nothing more is owed from now on (kết thúc theo dõi): what is open is withdrawn, what was done stays counted."""
    require(by, Permission.ADOPT_DOCUMENTS, obligation.agency_id)
    if not reason.strip():
        raise problems.reason_needed()
    closed = Obligation.objects.filter(pk=obligation.pk, closed_at=None)
    if not closed.update(closed_at=at, closing_reason=reason.strip()):
        raise problems.already_closed()
    withdrawn = Due.objects.filter(obligation=obligation, state=DueState.OPEN).update(state=DueState.WITHDRAWN)
    record(
        "obligation.closed",
        by=by,
        subject=obligation,
        at=at,
        unit_id=obligation.agency_id,
        details={"withdrawn": withdrawn},
    )
