"""What is older than it may be is dropped, and counted (xóa dữ liệu hết hạn)."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import demand
from .identifiers import DAY
from .log import LogDay, ObservationLog


@dataclass(frozen=True, slots=True)
class Purged:
    """The log that stays, how many observations are gone, from which second on they stay."""

    log: ObservationLog
    dropped: int
    kept_since: int


def purge(log: ObservationLog, now: int, days: int) -> Purged:
    """Drops what was heard more than `days` × 86,400 seconds before `now`; exactly that old stays.

    The number of days is a dated parameter (`proximity.retention_days`); the log given is not changed.
    """
    demand(days > 0, f"kept for {days} days")
    since = now - days * DAY
    kept: dict[int, LogDay] = {}
    for number, day in log.days.items():
        if number * DAY >= since:
            kept[number] = day
        elif len(rows := day.rows.take(day.rows.time >= since)):
            kept[number] = LogDay.of(rows)
    left = ObservationLog(kept)
    return Purged(left, len(log) - len(left), since)
