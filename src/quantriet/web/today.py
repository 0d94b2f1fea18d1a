"""Hôm nay: what I owe, what waits for my word, what is late, in the order of the clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import at_local, local_day
from quantriet.apps.documents import queries as documents
from quantriet.apps.documents.models import Document, DocumentState
from quantriet.apps.insight import queries as insight
from quantriet.apps.notices import queries as notices
from quantriet.apps.obligations import queries as obligations
from quantriet.apps.obligations.fulfilment import get_way
from quantriet.apps.obligations.models import Assignment, Due, DueState

SHOWN = 12
NAMED = 6  # units that have not reported, before the others are counted
NEWS = timedelta(hours=36)  # an older notice waits under Thông báo, not on the home page


@dataclass(frozen=True, slots=True)
class Owed:
    """One due on the list, with where to do it and how much of its time is gone (0 to 100)."""

    due: Due
    title: str  # a report's own name; else the title of the obligation
    path: str
    is_report: bool
    elapsed: int
    key: UUID  # one sending of this form is accepted once, however often it is pressed


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One due that the unit has handed in today, and where its receipt is."""

    due: Due
    title: str
    path: str
    is_late: bool


@dataclass(slots=True)
class Today:
    """Everything the page shows; empty parts stay empty lists."""

    owed: list[Owed] = field(default_factory=list)
    new: list[Assignment] = field(default_factory=list)
    handed_in: list[HandedIn] = field(default_factory=list)
    to_judge: list[Due] = field(default_factory=list)
    overdue: list[insight.LateHeap] = field(default_factory=list)
    to_review: list[Document] = field(default_factory=list)
    reports: list[insight.ReportStanding] = field(default_factory=list)
    notices: list[Any] = field(default_factory=list)
    acts_for_unit: bool = False
    watches: bool = False

    @property
    def overdue_count(self) -> int:
        return sum(heap.count for heap in self.overdue)

    @property
    def is_empty(self) -> bool:
        return not (self.owed or self.new or self.to_judge or self.overdue or self.to_review or self.reports)


def today_of(actor: Actor, at: datetime) -> Today:
    """Gather the page for one actor: a fixed number of queries, however much work there is."""
    page = Today()
    own = actor.roots(Permission.FULFIL_WORK)
    if own:
        page.acts_for_unit = True
        dues = list(obligations.owed_by(own, limit=SHOWN))
        sent = list(obligations.handed_in(own, at_local(local_day(at), time()), limit=SHOWN))
        names = insight.regime_names(due.obligation_id for due in (*dues, *sent))
        page.owed = [_owed(due, names.get(due.obligation_id, due.obligation.title), at) for due in dues]
        page.handed_in = [_handed_in(due, names.get(due.obligation_id, due.obligation.title), at) for due in sent]
        page.new = list(obligations.unacknowledged(own, limit=SHOWN))
    if actor.may(Permission.JUDGE_WORK):
        page.watches = True
        page.to_judge = list(obligations.waiting_for_judgement(actor, limit=SHOWN))
        page.overdue = insight.late_heaps(actor, at, most=SHOWN)
        page.reports = insight.report_standings(actor, at, named=NAMED)
    if actor.may(Permission.VIEW_DOCUMENTS):
        waiting = documents.visible_to(actor).filter(state=DocumentState.RECEIVED)
        page.to_review = list(documents.without_text(waiting).order_by("received_at")[:SHOWN])
    recent = notices.visible_to(actor).filter(read_at=None, sent_at__gte=at - NEWS)
    page.notices = list(recent[:5])
    return page


def _owed(due: Due, title: str, at: datetime) -> Owed:
    elapsed = 0
    if due.due_at is not None and due.due_at > due.opened_at:
        share = (at - due.opened_at) / (due.due_at - due.opened_at)
        elapsed = max(0, min(100, round(share * 100)))
    way = get_way(due.obligation.fulfilment)
    return Owed(due, title, way.act_path(due), is_report=way.code == "report", elapsed=elapsed, key=uuid4())


def _handed_in(due: Due, title: str, at: datetime) -> HandedIn:
    return HandedIn(due, title, get_way(due.obligation.fulfilment).act_path(due), due.is_late(at))


def waiting_count(actor: Actor, at: datetime) -> int:
    """The number on the Today entry: own dues that end today or are late, and results that wait for a word."""
    count = 0  # two counts, each with its index; one with OR would read every due ever opened
    if own := actor.roots(Permission.FULFIL_WORK):
        tomorrow = at_local(local_day(at) + timedelta(days=1), time())
        count += Due.objects.filter(unit_id__in=own, state=DueState.OPEN, due_at__lte=tomorrow).count()
    if actor.may(Permission.JUDGE_WORK):
        judged = actor.unit_ids(Permission.JUDGE_WORK)
        count += Due.objects.filter(unit_id__in=judged, state=DueState.SUBMITTED).count()
    return count
