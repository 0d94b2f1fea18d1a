"""The one place that asks the machine for the time. Actions are handed `at`; only edges call `now`."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone


def now() -> datetime:
    """This instant, aware, in UTC."""
    return timezone.now()


def zone() -> ZoneInfo:
    """The agency's time zone; days and limits are counted in it, never in the server's."""
    current = timezone.get_default_timezone()
    assert isinstance(current, ZoneInfo)
    return current


def local_day(moment: datetime) -> date:
    """The agency's calendar day of an instant."""
    return moment.astimezone(zone()).date()


def at_local(day: date, clock_time: time) -> datetime:
    """The instant of a wall-clock time on an agency's day."""
    return datetime.combine(day, clock_time, tzinfo=zone())
