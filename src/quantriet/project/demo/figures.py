"""Plausible figures for the daily report of one unit: the same unit and day always give the same ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """What a unit of `headcount` people reports; `ill_on` is the day one of its people fell ill, if any did."""

    seed: str
    headcount: int
    since: date
    ill_on: date | None = None
    contacts: int = 0

    def values(self, day: date) -> dict[str, int | str]:
        """The values of the form `daily_epidemic` for a day; they fulfil its rules."""
        random = Random(f"{self.seed}{day}")  # noqa: S311  # figures, not secrets
        elapsed = (day - self.since).days
        after = (day - self.ill_on).days if self.ill_on else -1
        is_ill, is_watched = 0 <= after < 10, 0 <= after < 14
        leave = min(self.headcount - 1, random.choice([0, 0, 0, 1]) + is_ill)
        contacts = self.contacts if is_watched else 0
        remote = min(self.headcount - leave - 1, contacts)
        vaccinated = min(self.headcount, round(self.headcount * (0.35 + 0.035 * elapsed)))
        values: dict[str, int | str] = {
            "headcount": self.headcount,
            "present": self.headcount - leave - remote,
            "remote": remote,
            "on_leave": leave,
            "f0_new": int(after == 0),
            "f0_total": int(after >= 0),
            "f0_treated": int(is_ill),
            "f1_new": contacts if after == 0 else 0,
            "f1_total": contacts,
            "f2_total": 0,
            "isolated_site": 0,
            "isolated_home": int(is_ill),
            "tested": contacts + 1 if after in (0, 3) else 0,
            "positive": int(after == 0),
            "vaccinated_1": vaccinated,
            "vaccinated_2": vaccinated // 3,
            "declared": max(1, self.headcount - random.choice([0, 0, 0, 1])),
            "disinfected": random.choice([0, 0, 1, 1, 2]) if day.weekday() < _SATURDAY else 0,
        }
        if after == 0:
            values["difficulties"] = "Bố trí người làm thay tại bộ phận tiếp công dân trong thời gian theo dõi."
        return values
