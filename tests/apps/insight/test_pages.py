"""The board, the document and the obligation page: what they show, to whom, in how many queries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import product

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quantriet.apps.insight import queries
from quantriet.apps.obligations.models import Due, DueState, Obligation
from quantriet.apps.obligations.queries import measures
from quantriet.apps.organization.building import build_unit
from quantriet.apps.organization.models import UnitKind
from quantriet.apps.reports.actions import open_period
from tests.support.agency import START, TODAY, at
from tests.support.world import World, build_world


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with time_machine.travel(at(15, 30), tick=False):
        yield build_world()


def page(world: World, name: str, path: str) -> str:
    client = Client()
    client.force_login(world.agency.users[name], backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_document_page_tells_clause_by_clause(world: World) -> None:
    rows = {row.obligation.pk: row for row in queries.document_standings(world.adopted.pk, at(15, 30))}
    task = rows[world.task.pk]
    assert (task.measures.expected, task.measures.received, task.submitted) == (2, 1, 1)
    report = rows[world.regime.obligation_id]
    assert (report.measures.received, report.measures.late, report.measures.missing, report.measures.nil) == (
        2,
        1,
        2,
        2,
    )
    html = page(world, "binh", reverse("insight:document", args=[world.adopted.pk]))
    assert "1 chờ xác nhận" in html
    assert "2 quá hạn" in html


def test_names_of_late_units_are_for_those_who_watch(world: World) -> None:
    path = reverse("insight:document", args=[world.adopted.pk])
    assert "Chưa xong" in page(world, "binh", path)
    assert "Chưa xong" not in page(world, "chi", path)


def test_the_board_shows_states_apart_and_opens_figures(world: World) -> None:
    html = page(world, "an", reverse("insight:board"))
    assert "không báo cáo" in html  # the first division and the office: silence
    assert "không phát sinh" in html  # the second division: nil
    assert "15:01" in html  # the centre: late
    assert reverse("reports:period", args=[world.period.pk]) in html


def test_an_obligation_shows_only_the_units_that_one_may_see(world: World) -> None:
    path = reverse("insight:obligation", args=[world.task.pk])
    assert "Phòng Phổ biến" in page(world, "an", path)
    assert "Phòng Phổ biến" not in page(world, "chi", path)


def test_a_day_without_a_period_is_off_and_a_moved_unit_changes_no_past(world: World) -> None:
    obligation = Obligation.objects.get(pk=world.regime.obligation_id)
    before = queries.rate(obligation, TODAY, at(16))
    open_period(
        world.regime,
        day=TODAY - timedelta(days=1),
        opened_at=at(0, day=date(2021, 7, 21)),
        by=world.agency.actor("binh"),
        at=at(16),
    )
    obligation.assignments.filter(unit=world.agency.centre).update(ended_at=at(16))
    after = queries.rate(obligation, TODAY, at(16))
    assert after.expected == before.expected + 4
    assert Due.objects.filter(obligation=obligation, period_on=TODAY, unit=world.agency.centre).exists()


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("an", "insight:board"), ("binh", "today"), ("chi", "today"), ("binh", "obligations:list"),
        ("an", "organization:units"), ("binh", "reports:list"),
    ],
)  # fmt: skip
def test_more_units_cost_no_more_queries(world: World, name: str, url: str) -> None:
    few = _count(world, name, reverse(url))
    for number in range(8):
        unit = build_unit(
            code=f"S-X{number}",
            name=f"Phòng số {number}",
            kind=UnitKind.DIVISION,
            parent=world.agency.department,
            position=10 + number,
            since=START,
        )
        assignment = world.task.assignments.create(unit=unit, part="lead", assigned_at=at(9))
        Due.objects.create(
            assignment=assignment,
            obligation=world.task,
            obligation_version=1,
            unit=unit,
            opened_at=at(9),
            due_at=at(10),
        )
    assert _count(world, name, reverse(url)) <= few + 1  # the first late unit may bring one list to the page


def _count(world: World, name: str, path: str) -> int:
    client = Client()
    client.force_login(world.agency.users[name], backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def _slow_state(due: Due, now: datetime) -> str:
    """What a cell of the board means, told row by row."""
    if due.state == "withdrawn":
        return "off"
    if due.state == "open":
        return "missing" if due.is_late(now) else "not-due"
    return "late" if due.is_late(now) else "nil" if due.is_nil else "on-time"


def test_the_states_of_the_database_are_those_of_a_slow_walk(world: World) -> None:
    assignment = world.task.assignments.first()
    assert assignment is not None
    now, days = at(15, 30), iter(range(1, 1000))
    for due_at, received_at, is_nil, state in product(
        (at(15), None, now, at(16)), (at(14), at(15, 10), None, at(15)), (False, True), DueState
    ):
        if received_at or state in ("open", "withdrawn"):
            Due.objects.create(
                assignment=assignment, obligation=world.task, obligation_version=1, unit=assignment.unit,
                period_on=TODAY - timedelta(days=next(days)), opened_at=at(9), due_at=due_at, state=state,
                received_at=received_at, is_nil=is_nil,
            )  # fmt: skip
    told = Due.objects.filter(assignment=assignment).annotate(shown=queries.day_state(now))
    assert len(told) > 90
    rate, since = queries.rate(world.task, TODAY, now), TODAY - timedelta(days=29)
    slow = measures(Due.objects.filter(obligation=world.task, period_on__gte=since, due_at__lte=now), now)
    for name in ("expected", "received", "on_time", "late", "missing"):
        assert 0 < getattr(rate, name) == getattr(slow, name)
    assert [due.shown for due in told] == [_slow_state(due, now) for due in told]  # type: ignore[attr-defined]  # annotated
