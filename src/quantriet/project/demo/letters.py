"""The documents of the demonstration: invented, with dates that follow the day on which it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Letter:
    """One document as a file: its name and its text."""

    name: str
    text: str

    @property
    def data(self) -> bytes:
        return self.text.encode()


def _fill(template: str, name: str, **days: date) -> Letter:
    text = (files(__package__) / "letters" / f"{template}.txt").read_text("utf-8")
    return Letter(name, text.format(**days))


def conclusion_notice(day: date, *, roster: date, inspection: date) -> Letter:
    """The director's conclusion at a meeting, as the office made it known (thông báo kết luận)."""
    basis = day - timedelta(days=5)
    return _fill("notice", "214-TB-STP.txt", day=day, basis=basis, roster=roster, inspection=inspection)


def official_letter(day: date, *, supplies: date) -> Letter:
    """The department's letter that passes on a superior's notice (công văn)."""
    return _fill("letter", "1027-STP-VP.txt", day=day, basis=day - timedelta(days=3), supplies=supplies)


def incoming_letter(day: date) -> Letter:
    """A letter of the province that waits for its review."""
    check, report = day + timedelta(days=7), day + timedelta(days=9)
    return _fill("incoming", "1803-UBND-NC.txt", day=day, check=check, report=report)


def work_plan(day: date, *, first: date) -> Letter:
    """Twelve tasks with one limit each, a day apart from `first` on: a full desk for measuring."""
    limits = {f"d{number}": first + timedelta(days=number - 1) for number in range(1, 13)}
    return _fill("plan", "1760-UBND-TH.txt", day=day, **limits)
