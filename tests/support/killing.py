"""Kills a process with SIGKILL between two steps of a submission, many times, and looks at what is left.

Run as a process of its own (`python -m tests.support.killing COUNT`), on a database of its own: it forks before
any connection stands. A tracer counts every line of the product and of Django's database layer that a submission
runs; the kills are spread over that count, most densely around the commit at its end. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from types import FrameType
from typing import Any
from uuid import UUID, uuid5

SPACE = UUID("6f1bd0c4-5d6c-4a86-9a0e-9d6a7f0c2f11")
TRACED = ("/quantriet/", "/django/db/transaction.py", "/django/db/backends/")


def main() -> int:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0, interactive=False)
    dues = prepare(count := int(sys.argv[1]))
    _warm_up(dues.pop())
    connections.close_all()
    if connections["default"].vendor == "postgresql":
        connections["default"].close_pool()  # a pool that was used before the fork leaves its children a shared line
    steps = _count_steps(dues[-1])
    acknowledged: dict[int, str] = {}
    killed = 0
    for number, due in enumerate(dues[:-1]):
        receipt, was_killed = _submit_and_kill(due, kill_at=_kill_step(number, count, steps))
        killed += was_killed
        if receipt:
            acknowledged[due] = receipt
    _wait_for_rollbacks(connections)
    print(json.dumps({"steps": steps, "killed": killed, "acknowledged": len(acknowledged)} | _look(acknowledged)))
    return 0


def _kill_step(number: int, count: int, steps: int) -> int:
    """Three quarters of the kills spread evenly; the rest one by one around the commit and past the last step."""
    spread = count * 3 // 4
    if number < spread:
        return 1 + number * steps // spread
    return steps + 5 - (count - 1 - number)


def prepare(count: int) -> list[int]:
    """One open due of its own for every kill, one to count the steps on, one to warm up with."""
    from quantriet.apps.clock.moment import at_local
    from quantriet.apps.obligations.actions import open_dues
    from quantriet.apps.obligations.models import Due, Obligation
    from quantriet.apps.reports.models import Period, Regime
    from quantriet.law import load
    from tests.support.agency import TODAY, at, build_agency
    from tests.support.work import make_obligation

    agency = build_agency()
    ids = []
    for _ in range(count + 2):
        obligation: Obligation = make_obligation(agency, [agency.civil], fulfilment="standing")
        regime = Regime.objects.create(
            obligation=obligation, agency=agency.department, name="Báo cáo ngày", form_code="daily_epidemic",
            closing_preset="until_sending", limit=at(15).timetz().replace(tzinfo=None),
            consolidation_limit=at(16).timetz().replace(tzinfo=None), starts_on=TODAY,
        )  # fmt: skip
        Period.objects.create(
            regime=regime, day=TODAY, form_version=load.form("daily_epidemic", TODAY).version, opened_at=at(0),
            due_at=at_local(TODAY, regime.limit), consolidation_due_at=at(16),
        )  # fmt: skip
        open_dues(obligation, period_on=TODAY, opened_at=at(0), due_at=at(15), by=agency.actor("binh"))
        ids.append(Due.objects.get(obligation=obligation).pk)
    return ids


def _warm_up(due_id: int) -> None:
    """One submission before the forks: what is loaded once (modules, law files, templates of SQL) is no step."""
    _submit(due_id)


def _submit(due_id: int) -> str:
    from quantriet.apps.accounts.actors import actor_of
    from quantriet.apps.accounts.models import User
    from quantriet.apps.obligations.models import Due
    from quantriet.apps.reports.actions import submit_report
    from tests.support.agency import TODAY, at

    by = actor_of(User.objects.get(username="chi"), TODAY)
    due = Due.objects.get(pk=due_id)
    return submit_report(due, is_nil=True, key=uuid5(SPACE, str(due_id)), by=by, at=at(14, 30)).receipt


def _tracer(on_step: Any) -> Any:
    def trace(frame: FrameType, event: str, argument: object) -> Any:
        if event == "call" and not any(part in frame.f_code.co_filename for part in TRACED):
            return None
        if event == "line":
            on_step()
        return trace

    return trace


def _count_steps(due_id: int) -> int:
    """How many lines a submission runs, counted in a child so that this process opens no connection."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        steps = [0]

        def step() -> None:
            steps[0] += 1

        sys.settrace(_tracer(step))
        _submit(due_id)
        sys.settrace(None)
        os.write(write, str(steps[0]).encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as answer:
        return int(answer.read())


def _submit_and_kill(due_id: int, kill_at: int) -> tuple[str, bool]:
    """Submit in a child that is killed at one step; the receipt it had told by then, and whether it was killed."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        steps = [0]

        def step() -> None:
            steps[0] += 1
            if steps[0] == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.settrace(_tracer(step))
        receipt = _submit(due_id)
        os.write(write, receipt.encode())  # the acknowledgement: what was told before the kill must be there after
        os._exit(0)
    os.close(write)
    _, status = os.waitpid(child, 0)
    with os.fdopen(read) as answer:
        return answer.read(), os.WIFSIGNALED(status)


def _wait_for_rollbacks(connections: Any) -> None:
    if connections["default"].vendor == "postgresql":
        time.sleep(0.5)  # the server notices the last dead client


def _look(acknowledged: dict[int, str]) -> dict[str, int]:
    """What is left: acknowledged reports that are gone, and dues whose parts do not agree."""
    from quantriet.apps.ledger.models import Act
    from quantriet.apps.obligations.models import Due, DueState
    from quantriet.apps.reports.models import Submission

    submissions = {row.due_id: row for row in Submission.objects.all()}
    told = {act.subject_id for act in Act.objects.filter(verb="report.submitted")}
    fulfilled = {act.subject_id for act in Act.objects.filter(verb="due.fulfilled")}
    half = 0
    for due in Due.objects.all():
        submission = submissions.get(due.pk)
        parts = {due.state == DueState.DONE, submission is not None, due.pk in fulfilled}
        parts.add(submission is not None and submission.pk in told)
        half += len(parts) > 1
    lost = sum(due not in submissions or submissions[due].receipt != receipt for due, receipt in acknowledged.items())
    return {"kept": len(submissions), "lost": lost, "half": half}


if __name__ == "__main__":
    raise SystemExit(main())
