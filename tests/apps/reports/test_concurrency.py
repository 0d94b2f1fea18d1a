"""Sixteen at once: one row and sixteen equal receipts; sixteen keys: one receipt and fifteen clear refusals."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connections

from quantriet.apps.clock.appointments import keep_appointments
from quantriet.apps.ledger.models import Act
from quantriet.apps.obligations.models import Due
from quantriet.apps.reports import actions
from quantriet.apps.reports.models import Consolidation, Period, Submission
from quantriet.engines.kernel.problem import Problem
from tests.apps.reports.regimes import VALUES, due_of, make_regime, submit, today
from tests.support.agency import Agency, at

MANY = 16
pytestmark = [pytest.mark.usefixtures("file_database"), pytest.mark.django_db(transaction=True)]


def at_once(act: Callable[[int], str]) -> list[str]:
    """What each of the threads answered; they start together."""
    gate = Barrier(MANY)

    def one(number: int) -> str:
        try:
            gate.wait(20)
            return act(number)
        except Problem as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(MANY) as pool:
        return list(pool.map(one, range(MANY)))


@pytest.mark.parametrize("is_nil", [False, True])
def test_the_same_sending_is_received_once(agency: Agency, is_nil: bool):
    due, by, key = due_of(make_regime(agency), agency.civil), agency.actor("chi"), uuid4()
    values = None if is_nil else VALUES

    def send(number: int) -> str:
        due_again = Due.objects.get(pk=due.pk)
        return actions.submit_report(due_again, values=values, is_nil=is_nil, key=key, by=by, at=at(14, number)).receipt

    receipts = at_once(send)
    assert len(set(receipts)) == 1
    assert receipts[0].startswith("BC-")
    assert Submission.objects.count() == 1
    assert Act.objects.filter(verb="report.submitted").count() == 1


def test_sixteen_sendings_of_one_due_are_one_receipt_and_clear_refusals(agency: Agency):
    due, by = due_of(make_regime(agency), agency.civil), agency.actor("chi")
    answers = at_once(
        lambda number: (
            actions.submit_report(
                Due.objects.get(pk=due.pk), values=VALUES, key=uuid4(), by=by, at=at(14, number)
            ).receipt
        )
    )
    assert sorted(set(answers))[1] == "reports.already_submitted"
    assert answers.count("reports.already_submitted") == MANY - 1
    assert Submission.objects.count() == 1


def test_one_key_for_two_units_at_once_is_one_receipt(agency: Agency):
    regime, key = make_regime(agency), UUID(int=7)
    dues = {who: due_of(regime, unit) for who, unit in (("chi", agency.civil), ("ha", agency.legal))}

    def send(number: int) -> str:
        who = ("chi", "ha")[number % 2]
        return actions.submit_report(dues[who], values=VALUES, key=key, by=agency.actor(who), at=at(14)).receipt

    answers = at_once(send)
    assert sorted(answer.startswith("BC-") for answer in answers) == [False] * 8 + [True] * 8
    assert set(answers) - {"reports.key_used"} == {Submission.objects.get().receipt}
    assert Due.objects.filter(state="open").count() == 3


def test_corrections_at_once_make_one_version_each(agency: Agency):
    regime = make_regime(agency)
    submit(agency, regime, "chi")
    due, by = due_of(regime, agency.civil), agency.actor("chi")
    at_once(
        lambda number: (
            actions.correct_report(
                due, values={**VALUES, "f1_total": str(number + 2)}, reason="x", key=uuid4(), by=by, at=at(16)
            ).receipt
        )
    )
    versions = list(Submission.objects.filter(due=due).order_by("version").values_list("version", flat=True))
    assert versions == list(range(1, MANY + 2))
    assert Submission.objects.filter(due=due, is_current=True).count() == 1


def test_approving_at_once_approves_once(agency: Agency):
    regime = make_regime(agency)
    submit(agency, regime, "chi")
    by = agency.actor("binh")
    answers = at_once(lambda _: str(actions.approve_consolidation(today(regime), by=by, at=at(15, 30)).version))
    assert answers.count("reports.approved_unchanged") == MANY - 1
    assert Consolidation.objects.count() == 1


def test_two_clocks_open_a_day_once(agency: Agency):
    make_regime(agency, started_at=at(16))
    at_once(lambda _: str(keep_appointments(at(0, day=at(0).date().replace(day=23)))))
    assert Period.objects.count() == 1
    assert Due.objects.count() == 4
    assert Act.objects.filter(verb="period.opened").count() == 1
