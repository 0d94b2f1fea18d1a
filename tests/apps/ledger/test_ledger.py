"""The ledger only grows, and only inside the transaction of the change."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from quantriet.apps.accounts.actors import SYSTEM
from quantriet.apps.ledger.models import Act, ActIsFinalError
from quantriet.apps.ledger.queries import acts_on
from quantriet.apps.ledger.record import record
from tests.support.agency import Agency, at


@pytest.fixture
def act(agency: Agency) -> Act:
    with transaction.atomic():
        record("unit.opened", by=SYSTEM, subject=agency.civil, at=at(9), unit_id=agency.civil.pk)
    return acts_on(agency.civil).get(verb="unit.opened")


def test_an_act_is_not_changed_nor_removed(act: Act) -> None:
    act.verb = "unit.closed"
    with pytest.raises(ActIsFinalError):
        act.save()
    with pytest.raises(ActIsFinalError):
        act.delete()


@pytest.mark.parametrize("statement", ["UPDATE ledger_act SET verb = 'x'", "DELETE FROM ledger_act"])
def test_the_database_itself_refuses_to_rewrite(act: Act, statement: str) -> None:
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_a_record_apart_from_its_change_is_a_mistake() -> None:
    with pytest.raises(RuntimeError, match="inside atomic"):
        record("unit.opened", by=SYSTEM, subject=Act(pk=1), at=at(9))
