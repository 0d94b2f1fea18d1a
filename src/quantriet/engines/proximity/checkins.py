"""Scans at doors → visits: who was where from when to when, each edge with its ground (lượt vào, lượt ra).

People forget to scan out, scan twice, scan on two devices whose clocks disagree. Every scan becomes the edge of a visit
or is set aside with its reason: none is lost, and an edge that nobody scanned says so. Places are of one level: who
scans into a second place has left the first. Visits overlap only where an edge was not scanned and the person may have
been in either place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from .errors import demand
from .identifiers import DAY


class Direction(StrEnum):
    """Which way somebody went (chiều)."""

    IN = "in"
    OUT = "out"


class Ground(StrEnum):
    """Why a visit begins or ends when it does (căn cứ của giờ vào, giờ ra)."""

    SCANNED = "scanned"
    NO_CHECK_IN = "no_check_in"  # out without in: taken to have come at opening, or the longest stay before
    SCANNED_IN_AGAIN = "scanned_in_again"
    ENTERED_ELSEWHERE = "entered_elsewhere"
    CLOSED = "closed"  # out forgotten, the place had closed
    LONGEST_STAY = "longest_stay"  # out forgotten, nobody stays longer
    STILL_INSIDE = "still_inside"
    CLOCKS_DISAGREE = "clocks_disagree"  # out just before in, on two devices


class Aside(StrEnum):
    """Why a scan makes no edge (lý do bỏ qua)."""

    DOUBLE = "double"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan (lượt quét), times in seconds since 1970.

    `claimed`: by the clock of the device; `received`: by the server's. `sent`: the device's clock when it sent, of a
    device that keeps scans while it has no network: the server's clock less the age of the scan is its moment then,
    however wrong the device's clock is. Without it the moment is that of receipt.
    """

    person: str
    place: str
    direction: Direction
    received: int
    claimed: int | None = None
    sent: int | None = None

    @property
    def moment(self) -> int:
        """When it happened, on the server's clock; a clock that was set back meanwhile is not believed."""
        if self.claimed is None or self.sent is None or self.claimed > self.sent:
            return self.received
        return self.received - (self.sent - self.claimed)


@dataclass(frozen=True, slots=True)
class Hours:
    """When a place opens and closes, in seconds after local midnight; `closes` may be a day's end (giờ mở cửa)."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        demand(0 <= self.opens < self.closes <= DAY, f"hours from {self.opens} to {self.closes}")

    @classmethod
    def read(cls, values: Mapping[str, str]) -> Hours:
        """From «07:00» and «18:00», as the dated parameters write them; «24:00» is the end of the day.

        >>> Hours.read({"opens": "07:00", "closes": "24:00"})
        Hours(opens=25200, closes=86400)
        """
        return cls(_second_of(values["opens"]), _second_of(values["closes"]))


@dataclass(frozen=True, slots=True)
class VisitRules:
    """What is taken for granted where nobody scanned (quy tắc lượt ra vào); all times in seconds.

    `longest`: the longest stay; `double`: two equal scans within it are one; `clock_tolerance`: how far the clocks of
    two devices may be apart; `zone`: what local time is ahead of UTC.
    """

    hours: Hours
    longest: int
    double: int
    clock_tolerance: int
    zone: int
    hours_of: Mapping[str, Hours] = field(default_factory=dict)

    def __post_init__(self) -> None:
        demand(self.longest > 0, f"a longest stay of {self.longest} seconds")
        demand(self.double >= 0 <= self.clock_tolerance, "a negative tolerance")


@dataclass(frozen=True, slots=True)
class Visit:
    """A stay (lượt ở), `entered < left`; `began` and `ended` tell the ground of either edge."""

    person: str
    place: str
    entered: int
    left: int
    began: Ground
    ended: Ground

    def row(self) -> tuple[str, str, int, int]:
        """As the tracing engine takes it: person, place, in, out."""
        return self.person, self.place, self.entered, self.left


@dataclass(frozen=True, slots=True)
class CheckIns:
    """Visits by person and time, and the scans that are no edge of one, each with its reason."""

    visits: tuple[Visit, ...]
    aside: tuple[tuple[Scan, Aside], ...]


def visits_of(scans: Iterable[Scan], rules: VisitRules, *, now: int) -> CheckIns:
    """All visits that scans show, in any order of arrival; `now` ends the visits of those who are still inside.

    >>> hours = Hours(7 * 3600, 18 * 3600)
    >>> rules = VisitRules(hours, longest=12 * 3600, double=120, clock_tolerance=300, zone=7 * 3600)
    >>> eight = 1_626_915_600  # 08:00 of 22/7/2021 in Việt Nam
    >>> found = visits_of([Scan("An", "P201", Direction.IN, eight)], rules, now=eight + 20 * 3600)
    >>> [((visit.left - visit.entered) // 3600, visit.ended.value) for visit in found.visits]
    [(10, 'closed')]
    """
    by_person: defaultdict[str, list[Scan]] = defaultdict(list)
    aside: list[tuple[Scan, Aside]] = []
    for scan in scans:
        if scan.moment > now + rules.clock_tolerance:
            aside.append((scan, Aside.FUTURE))
        else:
            by_person[scan.person].append(scan)
    visits: list[Visit] = []
    for person in sorted(by_person):
        day = _Person(_in_order(by_person[person]), rules, now)
        visits += day.walk()
        aside += day.aside
    return CheckIns(tuple(visits), tuple(aside))


def _in_order(scans: list[Scan]) -> list[Scan]:
    """By moment; out before in within a second, since who changes rooms leaves one first."""
    return sorted(scans, key=lambda scan: (scan.moment, scan.direction is Direction.IN, scan.place))


class _Person:
    """One person's scans in order, walked through once."""

    def __init__(self, scans: Sequence[Scan], rules: VisitRules, now: int) -> None:
        self._rules, self._now = rules, now
        self._inside: Scan | None = None
        self._visits: list[Visit] = []
        self._left: dict[str, int] = {}  # when the person last left each place
        self.aside: list[tuple[Scan, Aside]] = []
        self._scans = self._without_doubles(scans)

    def walk(self) -> list[Visit]:
        at = 0
        while at < len(self._scans):
            scan = self._scans[at]
            if self._is_way_out(scan):
                self._leave(scan.moment, Ground.SCANNED)
            elif self._is_turned_round(at):
                self._add(scan.place, scan.moment, self._scans[at + 1].moment, Ground.CLOCKS_DISAGREE)
                at += 1
            else:
                self._end_unscanned(scan)
                if scan.direction is Direction.IN:
                    self._inside = scan
                else:
                    self._come_unseen(at)
            at += 1
        self._end_now()
        return self._visits

    def _without_doubles(self, scans: Sequence[Scan]) -> list[Scan]:
        kept: list[Scan] = []
        for scan in scans:
            if kept and _is_double(kept[-1], scan, self._rules.double):
                self.aside.append((scan, Aside.DOUBLE))
            else:
                kept.append(scan)
        return kept

    def _is_way_out(self, scan: Scan) -> bool:
        """Out of where the person is; after closing time too, since people work late."""
        if self._inside is None or (scan.place, scan.direction) != (self._inside.place, Direction.OUT):
            return False
        return scan.moment - self._inside.moment <= self._rules.longest

    def _is_turned_round(self, at: int) -> bool:
        """Whether this out belongs to the in after it: within the tolerance of clocks, and that in has no other out."""
        out, *later = self._scans[at : at + 3]
        if self._inside is not None or out.direction is Direction.IN or not later:
            return False
        entry = later[0]
        if (entry.place, entry.direction) != (out.place, Direction.IN):
            return False
        is_answered = len(later) > 1 and (later[1].place, later[1].direction) == (out.place, Direction.OUT)
        is_answered = is_answered and later[1].moment - entry.moment <= self._rules.longest
        return entry.moment - out.moment <= self._rules.clock_tolerance and not is_answered

    def _end_unscanned(self, scan: Scan) -> None:
        """The person was inside and is seen elsewhere, or again at the door: by then, or by the rule if earlier."""
        if self._inside is None:
            return
        end, ground = self._latest_end(self._inside)
        if scan.moment > end:
            self._leave(end, ground)
        elif scan.place == self._inside.place:
            self._leave(scan.moment, Ground.SCANNED_IN_AGAIN)
        else:
            self._leave(scan.moment, Ground.ENTERED_ELSEWHERE)

    def _end_now(self) -> None:
        if self._inside is not None:
            end, ground = self._latest_end(self._inside)
            self._leave(*((end, ground) if self._now > end else (self._now, Ground.STILL_INSIDE)))

    def _latest_end(self, entry: Scan) -> tuple[int, Ground]:
        closes = self._local_midnight(entry.moment) + self._hours(entry.place).closes
        longest = entry.moment + self._rules.longest
        return (closes, Ground.CLOSED) if entry.moment < closes <= longest else (longest, Ground.LONGEST_STAY)

    def _come_unseen(self, at: int) -> None:
        """Out without in: there since opening, but not longer than anybody stays, and not before the last scan."""
        out = self._scans[at]
        opens = self._local_midnight(out.moment) + self._hours(out.place).opens
        begins = [out.moment - self._rules.longest, self._left.get(out.place, 0)]
        if opens < out.moment:
            begins.append(opens)
        if at:
            begins.append(self._scans[at - 1].moment)
        self._add(out.place, min(max(begins), out.moment - 1), out.moment, Ground.NO_CHECK_IN, Ground.SCANNED)

    def _leave(self, moment: int, ground: Ground) -> None:
        assert self._inside is not None
        self._add(self._inside.place, self._inside.moment, moment, Ground.SCANNED, ground)
        self._inside = None

    def _add(self, place: str, entered: int, left: int, began: Ground, ended: Ground | None = None) -> None:
        """At least a second long: a stay of no length meets nobody."""
        visit = Visit(self._scans[0].person, place, entered, max(left, entered + 1), began, ended or began)
        self._visits.append(visit)
        self._left[place] = visit.left

    def _hours(self, place: str) -> Hours:
        return self._rules.hours_of.get(place, self._rules.hours)

    def _local_midnight(self, moment: int) -> int:
        return (moment + self._rules.zone) // DAY * DAY - self._rules.zone


def _second_of(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def _is_double(last: Scan, scan: Scan, within: int) -> bool:
    is_same = (last.place, last.direction) == (scan.place, scan.direction)
    return is_same and scan.moment - last.moment <= within
