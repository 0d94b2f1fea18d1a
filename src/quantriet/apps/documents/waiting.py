"""Files that are read behind the request: long scans, page by page, by the worker.

A file is leased to one reader at a time. Each few pages the reader writes what it has and renews its lease, outside any
long transaction, so that nobody waits for it; when it dies (`kill -9`, a power cut) the next reader finds the lease
expired, or its process gone, and goes on with the pages that are missing. A file that stops a reader twice without one
page more is given up with a sentence.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice

import structlog
from django.db import close_old_connections, transaction
from django.urls import reverse

from quantriet.apps.accounts.actors import SYSTEM, Actor, actor_of
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import local_day, now
from quantriet.apps.documents import problems
from quantriet.apps.documents.actions import enter, prepare_entry
from quantriet.apps.documents.intake import Source, file_name, open_source
from quantriet.apps.documents.models import PendingFile, PendingPage, PendingState
from quantriet.apps.documents.storage import keep_file, read_file
from quantriet.apps.ledger.record import record
from quantriet.apps.notices.actions import send_notices
from quantriet.apps.organization.models import Unit
from quantriet.engines.kernel.problem import Problem
from quantriet.engines.reading import sources

LEASE = timedelta(seconds=120)  # longer than any few pages take
_TRIES = 2  # without one page more
_GIVEN_UP = (
    "Phần nhận dạng dừng giữa chừng hai lần ở cùng một chỗ. Tách tệp thành từng phần nhỏ rồi vào sổ lại, "
    "hoặc gõ phần chữ vào ô văn bản."
)
log = structlog.get_logger(__name__)


@transaction.atomic
def hold_file(
    *, agency: Unit, data: bytes, name: str, direction: str, page_count: int, by: Actor, at: datetime
) -> PendingFile:
    """Keep a long scan for the worker (nhận tệp chờ đọc); nothing of it is in the book yet."""
    require(by, Permission.REGISTER_DOCUMENTS, agency.pk)
    row = PendingFile.objects.create(
        agency=agency,
        direction=direction,
        file=keep_file(data, "application/octet-stream"),
        name=file_name(name),
        received_at=at,
        received_by_id=by.account_id,
        page_count=page_count,
    )
    record("pending_file.received", by=by, subject=row, unit_id=agency.pk, at=at, details={"pages": page_count})
    return row


@transaction.atomic
def resume_file(*, pending: PendingFile, is_twin_accepted: bool = False, by: Actor, at: datetime) -> PendingFile:
    """Read a file again that failed, or enter it although the book seems to hold it (đọc lại)."""
    row = _locked(pending, {PendingState.FAILED, PendingState.TWIN}, by)
    row.state, row.failure, row.failure_count = PendingState.WAITING, "", 0
    row.is_twin_accepted = row.is_twin_accepted or is_twin_accepted
    row.save(update_fields=["state", "failure", "failure_count", "is_twin_accepted"])
    details = {"is_twin_accepted": row.is_twin_accepted}
    record("pending_file.resumed", by=by, subject=row, unit_id=row.agency_id, at=at, details=details)
    return row


@transaction.atomic
def drop_file(*, pending: PendingFile, by: Actor, at: datetime) -> None:
    """Stop waiting for a file (thôi đọc); its bytes stay in the store."""
    row = _locked(pending, {PendingState.WAITING, PendingState.FAILED, PendingState.TWIN}, by)
    row.state = PendingState.DROPPED
    row.save(update_fields=["state"])
    record("pending_file.dropped", by=by, subject=row, unit_id=row.agency_id, at=at)


def _locked(pending: PendingFile, states: set[PendingState], by: Actor) -> PendingFile:
    row = PendingFile.objects.select_for_update(of=("self",)).get(pk=pending.pk)
    require(by, Permission.REGISTER_DOCUMENTS, row.agency_id)
    if row.state not in states:
        raise problems.not_pending(row.get_state_display())
    return row


def keep_reading(stop: threading.Event) -> None:
    """Read what waits, as long as the worker runs; looks once a second."""
    while not stop.is_set():
        close_old_connections()
        try:
            found = read_next()
        except Exception:  # a database that is away for a moment must not end the reading for good
            log.exception("reading of waiting files failed")
            found = False
        if not found:
            stop.wait(1.0)


def read_next(*, only: int | None = None, pages: int | None = None) -> bool:
    """Read the file that has waited longest, or the one named; false when none waits.

    `pages` bounds how many are recognised now; the rest waits for the next call.
    """
    row = _leased(only)
    if row is None:
        return False
    kept = _Kept(row, pages)
    try:
        source = open_source(read_file(row.file), row.name, kept)
        if not kept.left:
            _enter(row, source)
        else:
            _release(row)
    except _Dropped:
        pass
    except problems.TwinFound as found:
        _end(row, PendingState.TWIN, found.sentence, [twin.pk for twin in found.twins])
    except Problem as problem:
        if kept.left:  # nothing to read yet is no refusal while pages are missing
            _release(row)
        else:
            _end(row, PendingState.FAILED, problem.sentence)
    except Exception:  # the worker must go on with the other files; this one is tried once more
        log.exception("pending file failed", pending=row.pk)
        _release(row)
    return True


def _enter(row: PendingFile, source: Source) -> None:
    """The entry in the book and the end of the waiting, both or neither."""
    at = now()
    by = actor_of(row.received_by, local_day(at))
    require(by, Permission.REGISTER_DOCUMENTS, row.agency_id)
    entry = prepare_entry(agency=row.agency, source=source, direction=row.direction, by=by, at=at)
    with transaction.atomic():
        locked = PendingFile.objects.select_for_update(of=("self",)).get(pk=row.pk)
        if locked.state != PendingState.WAITING:
            return  # dropped meanwhile, or entered by another reader
        locked.document = enter(entry, by=by, at=at, is_twin_accepted=locked.is_twin_accepted)
        locked.state, locked.reader, locked.leased_at = PendingState.DONE, "", None
        locked.save(update_fields=["document", "state", "reader", "leased_at"])
        locked.pages.all().delete()
        _tell(row, f"Đã đọc xong bản chụp, vào sổ số {locked.document.register_label}", at)


class _Kept:
    """Recognises a few pages at a time and keeps each few before the next; pages kept before are not asked again."""

    def __init__(self, row: PendingFile, pages: int | None) -> None:
        self._row = row
        self._budget = pages
        self.left = 0

    def __call__(self, scan: sources.Scan) -> Mapping[int, str]:
        kept = dict(self._row.pages.filter(key=scan.key).values_list("number", "text"))
        wanted = iter([number for number in scan.numbers if number not in kept])
        while some := tuple(islice(wanted, self._size())):
            texts = sources.recognise(sources.Scan(scan.key, some, scan.draw))
            self._keep(scan.key, texts)
            kept |= texts
        self.left += len(set(scan.numbers) - set(kept))
        return kept

    def _size(self) -> int:
        if self._budget is None:
            return sources.workers()
        size = min(self._budget, sources.workers())
        self._budget -= size
        return size

    def _keep(self, key: str, texts: Mapping[int, str]) -> None:
        with transaction.atomic():
            PendingPage.objects.bulk_create(
                [
                    PendingPage(pending=self._row, key=key, number=number, text=_storable(text))
                    for number, text in texts.items()
                ],
                ignore_conflicts=True,
            )
            waiting = PendingFile.objects.filter(pk=self._row.pk, state=PendingState.WAITING)
            if not waiting.update(leased_at=now() + LEASE, failure_count=0):
                raise _Dropped


class _Dropped(Exception):  # noqa: N818  # not an error: somebody has stopped the waiting
    """The file is not waited for any more."""


def _storable(text: str) -> str:
    return text.replace("\0", "")  # no column of PostgreSQL takes it


def _leased(only: int | None) -> PendingFile | None:
    """The next file, leased to this process; a file that has stopped two readers is given up."""
    rows = PendingFile.objects.filter(state=PendingState.WAITING).order_by("id")
    if only is not None:
        rows = rows.filter(pk=only)
    if not rows.exists():  # asked every second: nobody's writing should wait for that
        return None
    with transaction.atomic():
        for row in rows.select_for_update(of=("self",)).select_related("agency", "file", "received_by"):
            if _is_held(row):
                continue
            if row.failure_count >= _TRIES:
                _end(row, PendingState.FAILED, _GIVEN_UP)
                continue
            row.reader, row.leased_at, row.failure_count = _me(), now() + LEASE, row.failure_count + 1
            row.save(update_fields=["reader", "leased_at", "failure_count"])
            return row
    return None


def _is_held(row: PendingFile) -> bool:
    """Whether another reader is at work on it."""
    if row.leased_at is None or row.leased_at <= now():
        return False
    host, _, process = row.reader.partition(":")
    return host != socket.gethostname() or _is_alive(int(process))


def _is_alive(process: int) -> bool:
    if os.name == "nt":  # there a signal of 0 would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _me() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def _release(row: PendingFile) -> None:
    PendingFile.objects.filter(pk=row.pk, reader=_me()).update(reader="", leased_at=None)


@transaction.atomic
def _end(row: PendingFile, state: PendingState, sentence: str, twins: Sequence[int] = ()) -> None:
    ended = PendingFile.objects.filter(pk=row.pk, state=PendingState.WAITING).update(
        state=state, failure=sentence, twin_ids=list(twins), reader="", leased_at=None
    )
    if ended:
        what = "Bản chụp có thể đã vào sổ từ trước" if state == PendingState.TWIN else "Chưa đọc được bản chụp"
        _tell(row, what, now(), is_urgent=True)


def _tell(row: PendingFile, what: str, at: datetime, *, is_urgent: bool = False) -> None:
    """Whoever handed the file in may long be elsewhere."""
    person_id = row.received_by.person_id
    send_notices(
        key=f"pending_file.{row.pk}.{at.isoformat()}",
        person_ids=[] if person_id is None else [person_id],
        title=what,
        body=row.name,
        path=reverse("documents:waiting", args=[row.pk]),  # leads on to the entry, once there is one
        is_urgent=is_urgent,
        by=SYSTEM,
        at=at,
    )


def is_unattended(row: PendingFile, at: datetime) -> bool:
    """Whether no worker has taken the file for a while, as on a server that was started without one."""
    return row.state == PendingState.WAITING and not _is_held(row) and row.received_at < at - timedelta(seconds=10)
