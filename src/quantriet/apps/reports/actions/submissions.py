"""Receiving reports: each sending once however often it is sent, each correction a new version beside the old one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import local_day, zone
from quantriet.apps.ledger.record import record
from quantriet.apps.notices.actions import mark_read, send_notices
from quantriet.apps.notices.queries import visible_to as notices_of
from quantriet.apps.obligations import actions as obligations
from quantriet.apps.obligations.models import Assignment, Due, DueState
from quantriet.apps.organization.models import Unit
from quantriet.apps.reports import people, problems, rules
from quantriet.apps.reports.expectation import period_of
from quantriet.apps.reports.models import Consolidation, Draft, Period, Regime, Submission
from quantriet.apps.reports.prefill import known_about, nil_values
from quantriet.law import load
from quantriet.law.model import Form


@dataclass(frozen=True)
class _Sending:
    """One sending as it came in, its values checked; nil ones are made when it is received."""

    period: Period
    form: Form
    values: rules.Values | None  # None: «không phát sinh»
    key: UUID
    claimed_at: datetime | None
    by: Actor
    at: datetime

    @property
    def is_nil(self) -> bool:
        return self.values is None

    def is_same_as(self, earlier: Submission, due: Due) -> bool:
        same = (earlier.due_id, earlier.is_nil) == (due.pk, self.is_nil)
        return same and (self.values is None or self.values == earlier.values)


def submit_report(
    due: Due,
    *,
    values: Mapping[str, object] | None = None,
    is_nil: bool = False,
    key: UUID,
    claimed_at: datetime | None = None,
    by: Actor,
    at: datetime,
) -> Submission:
    """Receive a unit's report for a period (nhận báo cáo). The same key with the same content is the same receipt.

    Raises Problems for values that the form refuses; Problem 409 for a key used for something else, or when the
    unit has reported already.
    """
    require(by, Permission.FULFIL_WORK, due.unit_id)
    sending = _read_sending(due, values, is_nil, key, claimed_at, by, at)
    try:
        with transaction.atomic():
            return _receive(due, sending)
    except IntegrityError:  # the key reached us at the same instant for another unit
        return _earlier(due, sending) or _raise(problems.key_used())


def correct_report(
    due: Due,
    *,
    values: Mapping[str, object] | None = None,
    is_nil: bool = False,
    reason: str,
    key: UUID,
    claimed_at: datetime | None = None,
    by: Actor,
    at: datetime,
) -> Submission:
    """A new version of a report, with the reason (sửa báo cáo). The instant of first receipt stays.

    Allowed after the consolidation was approved too: it then shows as changed since it was sent up.
    """
    require(by, Permission.FULFIL_WORK, due.unit_id)
    sending = _read_sending(due, values, is_nil, key, claimed_at, by, at)
    reason = rules.clean_text(reason)[:2000]
    if not reason:
        raise problems.reason_needed()
    try:
        with transaction.atomic():
            return _correct(due, sending, reason)
    except IntegrityError:
        return _earlier(due, sending) or _raise(problems.key_used())


def _read_sending(
    due: Due,
    values: Mapping[str, object] | None,
    is_nil: bool,
    key: UUID,
    claimed_at: datetime | None,
    by: Actor,
    at: datetime,
) -> _Sending:
    period = period_of(due)
    form = load.form(period.regime.form_code, period.form_version)
    checked = None if is_nil else rules.check(form, values or {})
    return _Sending(period, form, checked, key, _with_zone(claimed_at), by, at)


def _with_zone(claimed_at: datetime | None) -> datetime | None:
    if claimed_at is not None and claimed_at.tzinfo is None:
        raise problems.clock_without_zone()
    return claimed_at


def _earlier(due: Due, sending: _Sending) -> Submission | None:
    """The submission that this key stands for; Problem 409 when it says something else."""
    earlier = Submission.objects.filter(key=sending.key).first()
    if earlier is not None and not sending.is_same_as(earlier, due):
        raise problems.key_used()
    return earlier


def _lock(due: Due) -> Due:
    """Every sending of one due goes through here one after the other."""
    row = Due.objects.select_for_update(of=("self",)).get(pk=due.pk)
    if row.state == DueState.WITHDRAWN:
        raise problems.withdrawn()
    return row


def _receive(due: Due, sending: _Sending) -> Submission:
    row = _lock(due)
    earlier, current = _kept(row, sending)
    if earlier:
        return earlier
    if current:
        raise problems.already_submitted(current.receipt, row.received_at or current.received_at)
    obligations.fulfil(row, by=sending.by, at=sending.at, claimed_at=sending.claimed_at, is_nil=sending.is_nil)
    submission = _keep(row, sending, version=1)
    Draft.objects.filter(due=row).delete()
    _record("report.submitted", submission, row, sending)
    _settle_reminders(sending)
    return submission


def _settle_reminders(sending: _Sending) -> None:
    """What the sender was reminded of is done: the reminders of this period ask for nothing any more."""
    reminders = notices_of(sending.by).filter(key__startswith=f"reports.{sending.period.pk}.", read_at=None)
    for notice in list(reminders.values_list("pk", flat=True)):
        mark_read(notice, by=sending.by, at=sending.at)


def _correct(due: Due, sending: _Sending, reason: str) -> Submission:
    row = _lock(due)
    earlier, current = _kept(row, sending)
    if earlier:
        return earlier
    if current is None:
        raise problems.not_submitted()
    values = _values(row, sending)
    if (current.is_nil, current.values) == (sending.is_nil, values):
        raise problems.nothing_changed()
    Submission.objects.filter(pk=current.pk).update(is_current=False)
    submission = _keep(row, sending, version=current.version + 1, reason=reason)
    if current.is_nil != sending.is_nil:
        obligations.restate_nil(row, is_nil=sending.is_nil, by=sending.by, at=sending.at)
    Draft.objects.filter(due=row).delete()
    _record("report.corrected", submission, row, sending)
    return submission


def _kept(due: Due, sending: _Sending) -> tuple[Submission | None, Submission | None]:
    """The submission that this key stands for, and the due's present one; Problem 409 on another key."""
    rows = list(Submission.objects.filter(Q(key=sending.key) | Q(due=due, is_current=True)))
    earlier = next((row for row in rows if row.key == sending.key), None)
    if earlier is not None and not sending.is_same_as(earlier, due):
        raise problems.key_used()
    return earlier, next((row for row in rows if row.due_id == due.pk and row.is_current), None)


def _values(due: Due, sending: _Sending) -> rules.Values:
    if sending.values is not None:
        return sending.values
    return nil_values(sending.form, known_about(sending.period, due.unit_id, sending.form))


def _keep(due: Due, sending: _Sending, *, version: int, reason: str = "") -> Submission:
    return Submission.objects.create(
        regime_id=sending.period.regime_id,
        period=sending.period,
        due=due,
        unit_id=due.unit_id,
        version=version,
        key=sending.key,
        values=_values(due, sending),
        is_nil=sending.is_nil,
        received_at=sending.at,
        claimed_at=sending.claimed_at,
        submitted_by_id=sending.by.account_id,
        correction_reason=reason,
    )


def _record(verb: str, submission: Submission, due: Due, sending: _Sending) -> None:
    approved = Consolidation.objects.filter(period=sending.period).exists()
    record(
        verb,
        by=sending.by,
        subject=submission,
        at=sending.at,
        unit_id=due.unit_id,
        details={"version": submission.version, "nil": submission.is_nil, "after_approval": approved},
    )


@transaction.atomic
def submit_ad_hoc(
    regime: Regime,
    unit: Unit,
    *,
    values: Mapping[str, object],
    key: UUID,
    claimed_at: datetime | None = None,
    by: Actor,
    at: datetime,
) -> Submission:
    """Receive an ad hoc report (báo cáo đột xuất): no period, no limit; the same key once."""
    require(by, Permission.FULFIL_WORK, unit.pk)
    if regime.ad_hoc_id is None:
        raise problems.no_ad_hoc()
    if not Assignment.objects.filter(obligation_id=regime.ad_hoc_id, unit=unit, ended_at=None).exists():
        raise problems.not_asked(unit.label)
    checked = rules.check(load.form(regime.ad_hoc_form_code, local_day(at)), values)
    Regime.objects.select_for_update(of=("self",)).get(pk=regime.pk)  # the same key twice at one instant waits here
    if earlier := Submission.objects.filter(key=key).first():
        if (earlier.regime_id, earlier.unit_id, earlier.period_id) == (regime.pk, unit.pk, None) and (
            earlier.values == checked
        ):
            return earlier
        raise problems.key_used()
    submission = Submission.objects.create(
        regime=regime,
        unit=unit,
        key=key,
        values=checked,
        received_at=at,
        claimed_at=_with_zone(claimed_at),
        submitted_by_id=by.account_id,
    )
    record("report.ad_hoc_submitted", by=by, subject=submission, at=at, unit_id=unit.pk)
    _tell_office(submission, by=by, at=at)
    return submission


def _tell_office(submission: Submission, *, by: Actor, at: datetime) -> None:
    """An ad hoc report waits for nobody's look at a list. The notice says who and when, not what."""
    send_notices(
        key=f"reports.ad_hoc.{submission.pk}",
        person_ids=people.consolidators(submission.regime.agency_id, local_day(at)) - {by.person_id},
        title=f"Báo cáo đột xuất: {submission.unit.label}",
        body=f"Nhận {submission.received_at.astimezone(zone()):%H:%M}, biên nhận {submission.receipt}.",
        path=reverse("reports:submission", args=[submission.pk]),
        is_urgent=True,
        by=by,
        at=at,
    )


@transaction.atomic
def save_draft(due: Due, *, values: Mapping[str, object], by: Actor, at: datetime) -> Draft:
    """Keep what has been typed so far (lưu nháp), unchecked; nothing of it counts until it is sent."""
    require(by, Permission.FULFIL_WORK, due.unit_id)
    period = period_of(due)
    fields = load.form(period.regime.form_code, period.form_version).by_code
    kept = {
        code: rules.clean_text(value)[: fields[code].max_length]
        for code, value in values.items()
        if code in fields and isinstance(value, str)
    }
    draft, _ = Draft.objects.update_or_create(
        due=due, defaults={"values": kept, "saved_at": at, "saved_by_id": by.account_id}
    )
    return draft


def _raise(problem: Exception) -> Submission:
    raise problem
