"""The work list: its filters, its order and the newest due of each row, beside a slow walk."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from quantriet.apps.obligations.filters import FILTERS, WorkRows, filtered
from quantriet.apps.obligations.models import Assignment, Due
from tests.support.agency import TODAY, at
from tests.support.world import World, build_world

NOW = at(15, 30)


@pytest.fixture
def world(db: None) -> World:
    with time_machine.travel(NOW, tick=False):
        return build_world()


def _slow(chosen: str, now: datetime) -> list[int]:
    def holds(row: Assignment) -> bool:
        dues, running = list(row.dues.all()), row.obligation.closed_at is None
        states = {due.state for due in dues}
        return {
            "": running and (row.obligation.fulfilment == "standing" or "open" in states),
            "late": any(due.state == "open" and due.is_late(now) for due in dues),
            "new": running and row.acknowledged_at is None,
            "waiting": "submitted" in states,
            "done": states == {"done"},
            "all": True,
        }[chosen]

    rows = [row for row in Assignment.objects.filter(ended_at=None) if holds(row)]
    return [row.pk for row in sorted(rows, key=lambda row: (-row.obligation_id, row.unit_id))]


@pytest.mark.parametrize("chosen", [code for code, _ in FILTERS])
def test_each_filter_gives_what_a_slow_walk_gives(world: World, chosen: str) -> None:
    Due.objects.filter(obligation=world.task).first().assignment.dues.update(state="done", received_at=NOW)  # type: ignore[union-attr]  # the world has one
    rows = WorkRows(filtered(Assignment.objects.all(), chosen, NOW))
    slow = _slow(chosen, NOW)
    assert slow
    assert [row.pk for row in rows[:]] == slow
    assert [row.pk for row in rows[1:3]] == slow[1:3]
    assert (len(rows), rows[0].pk) == (len(slow), slow[0])


def test_the_newest_due_is_that_of_the_latest_period_then_the_last_opened(world: World) -> None:
    first, second = list(world.task.assignments.order_by("pk"))[:2]
    for assignment, days in ((first, (None, 3, 1, 2, None)), (second, (None, None))):
        for back in days:
            Due.objects.create(
                assignment=assignment, obligation=world.task, obligation_version=1, unit=assignment.unit,
                period_on=TODAY - timedelta(days=back) if back else None, opened_at=at(9),
            )  # fmt: skip
    shown = {row.pk: row.latest_due for row in WorkRows(Assignment.objects.all())[:]}
    assert shown[first.pk].period_on == TODAY - timedelta(days=1)
    assert shown[second.pk] == second.dues.latest("pk")
