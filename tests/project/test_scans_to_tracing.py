"""From a code at a door to the people exposed: scans with the rules in force, visits, tracing."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from quantriet.engines.proximity.checkins import Direction, Ground, Hours, Scan, VisitRules, visits_of
from quantriet.engines.proximity.personal_codes import read_personal_code
from quantriet.engines.proximity.venues import Rotation, issue_venue_code, read_venue_code
from quantriet.engines.tracing import oracle
from quantriet.engines.tracing.memory import Index
from quantriet.engines.tracing.model import Case, Log, Rules, Visits
from quantriet.law.load import parameter

NOW = datetime(2021, 7, 22, 20, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
MIDNIGHT = int(NOW.timestamp()) - 20 * 3600
DAY = NOW.date()
KEY = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(KEY).public_key().public_bytes_raw()
PEOPLE = {
    name: read_personal_code(f"00109000000{number}|{name}|1990-01-31|0|QID{number}|0").pseudonym(b"an invented secret")
    for number, name in enumerate(("AN", "BINH", "CHI"))
}


def rules() -> VisitRules:
    return VisitRules(
        Hours.read(parameter("venues.hours", DAY)),
        parameter("venues.longest_stay_hours", DAY) * 3600,
        parameter("venues.double_scan_seconds", DAY),
        parameter("venues.clock_tolerance_seconds", DAY),
        parameter("tracing.zone_minutes", DAY) * 60,
    )


def room_scanned(room: int, at: int) -> str:
    """Issued on Monday, scanned now."""
    zone, rotation = rules().zone, Rotation(parameter("venues.rotation_days", DAY))
    monday = MIDNIGHT - 3 * 86_400 + 60
    token = issue_venue_code(1, 10, room, monday, rotation=rotation, zone_seconds=zone, private_key=KEY)
    tolerance = parameter("venues.code_tolerance_hours", DAY) * 3600
    code = read_venue_code(token, at, public_keys={1: [PUBLIC]}, zone_seconds=zone, tolerance=tolerance)
    return f"{code.venue}/{code.room}"


def scan(name: str, room: int, direction: Direction, hour: float) -> Scan:
    at = MIDNIGHT + int(hour * 3600)
    return Scan(PEOPLE[name], room_scanned(room, at), direction, at)


def test_who_forgot_to_scan_out_is_still_found() -> None:
    """An is the case. Bình came while An was there and forgot to scan out; Chi met Bình later, An had gone."""
    found = visits_of(
        [
            scan("AN", 201, Direction.IN, 8),
            scan("AN", 201, Direction.OUT, 10),
            scan("BINH", 201, Direction.IN, 9),
            scan("CHI", 201, Direction.IN, 17),
            scan("CHI", 201, Direction.OUT, 17.5),
        ],
        rules(),
        now=int(NOW.timestamp()),
    )
    assert Ground.CLOSED in {visit.ended for visit in found.visits}
    people, places = sorted(PEOPLE.values()), sorted({visit.place for visit in found.visits})
    rows = [visit.row() for visit in found.visits]
    log = Log(
        people,
        places,
        visits=Visits(
            np.array([people.index(person) for person, *_ in rows], np.int32),
            np.array([places.index(place) for _, place, *_ in rows], np.int32),
            np.array([entered for *_, entered, _ in rows], np.int64),
            np.array([left for *_, left in rows], np.int64),
        ),
    )
    cases = [Case(people.index(PEOPLE["AN"]), MIDNIGHT, MIDNIGHT + 86_400)]
    reached = Index.of(log, "numpy").trace(cases, Rules(hops=2))
    assert reached == oracle.trace(log, cases, Rules(hops=2))
    told = {people[number]: (contact.level, contact.seconds) for number, contact in reached.items()}
    assert told == {PEOPLE["BINH"]: (1, 3600), PEOPLE["CHI"]: (2, 1800)}
