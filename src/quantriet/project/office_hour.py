"""An invented office hour, from the frames on the air to the people who were exposed (giờ làm việc mô phỏng).

Everything that a real day would go through, wired together: beacons, log, match, windows, encounters, tracing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import numpy as np

from quantriet.engines import proximity
from quantriet.engines.proximity import bluezone, gaen, own
from quantriet.engines.proximity.formats import KEY_BYTES, KeyOfDay, bluezone_ranges, temporary_keys
from quantriet.engines.proximity.office import OFFICE, keys, simulate, speeches
from quantriet.engines.tracing.memory import Index
from quantriet.engines.tracing.model import Case, Contact, Encounters, Log, Rules
from quantriet.law.load import parameter

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
OPENED = datetime(2021, 7, 22, 9, 0, tzinfo=ZONE)  # an invented morning


@dataclass(frozen=True, slots=True)
class Traced:
    """What an hour gave: how many observations, meetings, and whom tracing from the first person on reaches."""

    people: tuple[str, ...]
    observed: int
    failed_reads: int
    meetings: tuple[tuple[str, str, datetime, datetime], ...]
    reached: tuple[tuple[str, Contact], ...]


def run_hour(speech: str, *, minutes: int = 60, seed: int = 1) -> Traced:
    """The office of `engines.proximity.office` in «own», «bluezone» or «gaen»; its first person is the case."""
    people, since, seconds = tuple(wearer.name for wearer in OFFICE), int(OPENED.timestamp()), minutes * 60
    key_of = keys(OFFICE, seed, KEY_BYTES[speech])
    hour = simulate(speeches(speech, OFFICE, key_of), OFFICE, since=since, seconds=seconds, seed=seed)
    log = _log(hour.observations, since + seconds)
    rows = _encounters(log, speech, key_of, since, since + seconds)
    met = Log(people, (), _columns(rows))
    case, rules = Case(0, since, since + seconds), Rules(2, 0, parameter("radio.least_minutes", OPENED.date()) * 60)
    reached = Index.of(met, "numpy").trace([case], rules)
    return Traced(
        people,
        sum(map(len, hour.observations)),
        hour.failed_reads,
        tuple((people[one], people[other], _moment(start), _moment(end)) for one, other, start, end in rows),
        tuple((people[number], contact) for number, contact in sorted(reached.items())),
    )


def _log(noted: Sequence[Sequence[proximity.Observation]], now: int) -> proximity.ObservationLog:
    batch = proximity.Observations.of(row for rows in noted for row in rows)
    days = parameter("proximity.retention_days", OPENED.date())
    taken = proximity.ingest(proximity.ObservationLog(), batch, now=now, days=days, tolerance=0)
    assert not taken.refused, taken.refused
    return taken.log


def _encounters(
    log: proximity.ObservationLog, speech: str, key_of: Sequence[KeyOfDay], since: int, until: int
) -> list[tuple[int, int, int, int]]:
    """Who met whom from when to when; device numbers are those of the people, each keeps the own one."""
    day = OPENED.date()
    tolerance = parameter("proximity.clock_tolerance_seconds", day)[speech]
    power = parameter("proximity.assumed_tx_power_dbm", day)[speech]
    if speech == "bluezone":
        ranges, device_of_key = bluezone_ranges(key_of, since, until)
        sightings = proximity.match(log, bluezone.published(ranges), tolerance=tolerance)
        losses = proximity.assumed_losses(sightings, power)
    else:
        told, device_of_key = temporary_keys(key_of, since, until)
        published = gaen.published(told) if speech == "gaen" else own.published(told)
        sightings = proximity.match(log, published, tolerance=tolerance)
        losses = proximity.told_losses(sightings, told, calibration=0, assumed=power)
    return _met(*proximity.near_only(sightings, losses, device_of_key, **_nearness(day)), device_of_key)


def _nearness(day: date) -> dict[str, int]:
    return {"step": parameter("radio.step_seconds", day), "most": parameter("radio.near_db", day)}


def _met(
    sightings: proximity.Sightings, losses: np.ndarray, device_of_key: np.ndarray
) -> list[tuple[int, int, int, int]]:
    rules = proximity.WindowRules.read(parameter("proximity.windows", OPENED.date()))
    found = proximity.windows(sightings, losses, rules, device_of_key)
    own = [proximity.PhoneHolding(number, number) for number in range(len(OFFICE))]
    met = proximity.encounters(found, own, own, source="radio")
    return [row[:4] for row in met.rows]


def _columns(rows: Sequence[tuple[int, int, int, int]]) -> Encounters:
    first, second, start, end = np.array(rows, np.int64).reshape(-1, 4).T
    place = np.full(len(rows), -1, np.int32)
    return Encounters(first.astype(np.int32), second.astype(np.int32), start, end, place)


def _moment(second: int) -> datetime:
    return datetime.fromtimestamp(second, ZONE)
