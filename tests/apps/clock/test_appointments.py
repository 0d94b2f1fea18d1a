"""Appointments fire exactly once: in order, after a stand-still, with two workers, in spite of a failure."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import connections

from quantriet.apps.clock import appointments
from quantriet.apps.clock.appointments import cancel_appointments, keep_appointments, make_appointment
from quantriet.apps.clock.models import Appointment
from tests.support.agency import at


@pytest.fixture
def fired() -> Iterator[list[str]]:
    seen: list[str] = []

    def keep(appointment: Appointment, now: datetime) -> None:
        seen.append(appointment.subject)
        if appointment.subject == "breaks":
            raise ValueError("broken on purpose")

    appointments.handlers["test.ring"] = keep
    yield seen
    del appointments.handlers["test.ring"]


@pytest.mark.django_db
def test_nothing_fires_before_its_instant_and_once_after(fired: list[str]) -> None:
    make_appointment("test.ring", "a", at(15))
    make_appointment("test.ring", "a", at(15))
    keep_appointments(at(14, 59, 59))
    assert fired == []
    keep_appointments(at(15))
    keep_appointments(at(15, 1))
    assert fired == ["a"]


@pytest.mark.django_db
def test_after_a_stand_still_all_fire_in_order_once(fired: list[str]) -> None:
    for hour in (15, 13, 14):
        make_appointment("test.ring", hour, at(hour))
    keep_appointments(at(18))
    assert fired == ["13", "14", "15"]


@pytest.mark.django_db
def test_a_cancelled_one_never_fires(fired: list[str]) -> None:
    make_appointment("test.ring", "a", at(15))
    assert cancel_appointments(["test.ring"], "a", at=at(10)) == 1
    keep_appointments(at(16))
    assert fired == []


@pytest.mark.django_db
def test_a_broken_one_is_put_off_and_blocks_nobody(fired: list[str]) -> None:
    make_appointment("test.ring", "breaks", at(13))
    make_appointment("test.ring", "b", at(14))
    keep_appointments(at(15))
    assert fired == ["breaks", "b"]
    waiting = Appointment.objects.get(subject="breaks")
    assert waiting.fired_at is None
    assert "broken on purpose" in waiting.last_failure
    assert waiting.not_before == at(15) + timedelta(minutes=2)
    keep_appointments(at(16))
    assert fired == ["breaks", "b", "breaks"]


@pytest.mark.django_db(transaction=True)
def test_two_workers_fire_each_once(file_database: None) -> None:
    """Two workers on one heap of appointments."""
    seen: list[str] = []
    appointments.handlers["test.ring"] = lambda appointment, now: seen.append(appointment.subject)
    try:
        for number in range(60):
            make_appointment("test.ring", number, at(15) + timedelta(seconds=number))
        failures: list[BaseException] = []

        def work() -> None:
            try:
                keep_appointments(at(16))
            except BaseException as failure:
                failures.append(failure)
            finally:
                connections.close_all()

        workers = [threading.Thread(target=work) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert failures == []
        assert sorted(seen, key=int) == [str(number) for number in range(60)]
        assert not Appointment.objects.filter(fired_at=None).exists()
    finally:
        del appointments.handlers["test.ring"]
