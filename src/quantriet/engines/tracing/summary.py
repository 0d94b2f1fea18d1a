"""What a trace found, in names and written times: records, counts a level, a table (bảng kết quả truy vết)."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from .backward import Source
from .ingest_times import TimeForm
from .model import Contact, Link, Log

HEADINGS = ("Mức", "Người", "Từ lúc", "Số phút", "Qua ai", "Tại")
HEADINGS_BACK = ("Mức", "Người", "Trước lúc", "Số phút", "Lây cho ai", "Tại")
NUMERIC = frozenset({3})


@dataclass(frozen=True, slots=True)
class Found:
    """One person of a trace, forward or back (người tìm được), in numbers of the log and seconds.

    `moment` is the earliest exposure, or in a trace back the moment before which the person was infectious. `chain`
    leads in the order of time; `link` is the one at this person's end and `other` who stands at its other end.
    """

    person: int
    level: int
    moment: int
    seconds: int
    chain: tuple[Link, ...]
    link: Link
    other: int

    @classmethod
    def forward(cls, contact: Contact) -> Found:
        link = contact.chain[-1]
        return cls(contact.person, contact.level, contact.exposed_at, contact.seconds, contact.chain, link, link.giver)

    @classmethod
    def back(cls, source: Source) -> Found:
        link = source.chain[0]
        return cls(source.person, source.level, source.infectious_by, source.seconds, source.chain, link, link.taker)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes what was found as the log was written: names, and times in the form and on the clock of the input.

    `zone` is what the log's clock is ahead of UTC; `is_back` says that the trace asked who may have infected the case.
    """

    log: Log
    form: TimeForm = field(default_factory=TimeForm)
    zone: int = 0
    is_back: bool = False

    def moment(self, seconds: int) -> str:
        return self.form.write(seconds, self.zone)

    def clock(self, seconds: int) -> datetime:
        return self.form.clock(seconds, self.zone)

    def level(self, level: int) -> str:
        """F1, F2 …; in a trace back N1, N2 … (nguồn)."""
        return f"{'N' if self.is_back and level else 'F'}{level}"

    def place(self, number: int) -> str:
        return self.log.places[number] if number >= 0 else ""

    def link(self, link: Link) -> dict[str, str]:
        return {
            "from": self.log.people[link.giver],
            "to": self.log.people[link.taker],
            "start": self.moment(link.start),
            "end": self.moment(link.end),
            "place": self.place(link.place),
        }

    def record(self, found: Found) -> dict[str, object]:
        """One person as a JSON object: the last link of the chain begins at `exposed_at`.

        In a trace back `infectious_by` stands in its place, which is the end of the first link.
        """
        return {
            "person": self.log.people[found.person],
            "level": found.level,
            "infectious_by" if self.is_back else "exposed_at": self.moment(found.moment),
            "minutes": in_minutes(found.seconds),
            "chain": [self.link(link) for link in found.chain],
        }

    @property
    def headings(self) -> tuple[str, ...]:
        return HEADINGS_BACK if self.is_back else HEADINGS

    def row(self, found: Found) -> tuple[str, ...]:
        """The cells under `headings`."""
        return (
            self.level(found.level),
            self.log.people[found.person],
            self.moment(found.moment).replace("T", " "),
            minutes_text(found.seconds),
            self.log.people[found.other],
            self.place(found.link.place),
        )

    def path(self, found: Found) -> str:
        """The chain in one line: who → whom → …"""
        names = [self.log.people[link.giver] for link in found.chain]
        return " → ".join([*names, self.log.people[found.chain[-1].taker]])


def in_minutes(seconds: int) -> int | float:
    """Minutes, whole where they are whole.

    >>> in_minutes(180), in_minutes(90)
    (3, 1.5)
    """
    return seconds // 60 if seconds % 60 == 0 else seconds / 60


def minutes_text(seconds: int) -> str:
    """Minutes as an office writes them.

    >>> minutes_text(5_400_000), minutes_text(100)
    ('90.000', '1,7')
    """
    if seconds % 60 == 0:
        return f"{seconds // 60:,}".replace(",", ".")
    return f"{seconds / 60:,.1f}".translate(str.maketrans(",.", ".,"))


def in_order(found: Iterable[Found]) -> list[Found]:
    """By level, then moment, then name."""
    return sorted(found, key=lambda one: (one.level, one.moment, one.person))


def count_levels(found: Iterable[Found]) -> dict[int, int]:
    """How many people each level has, from 1 up to the highest that anybody has."""
    counts = Counter(one.level for one in found)
    return {level: counts[level] for level in range(1, max(counts, default=0) + 1)}


def tabulate(headings: Sequence[str], rows: Sequence[Sequence[str]], numeric: frozenset[int] = frozenset()) -> str:
    """A table of text in columns; those of `numeric` stand to the right. Nothing in a cell steers a terminal.

    >>> print(tabulate(("Mức", "Người"), [("F1", "An")]))
    Mức  Người
    ───  ─────
    F1   An
    """
    rows = [[_printable(cell) for cell in row] for row in rows]
    widths = [max(_width(row[at]) for row in (headings, *rows)) for at in range(len(headings))]
    lines = [headings, ["─" * width for width in widths], *rows]
    return "\n".join(
        "  ".join(
            _padded(cell, width, at in numeric) for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _width(text: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text if not unicodedata.combining(letter)
    )


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space
