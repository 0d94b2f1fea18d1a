"""What arrives at a trace that is kept up to date, and what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..model import Case, Encounters, Visits
from .columns import Positions


@dataclass(frozen=True, slots=True)
class Change:
    """What became known at once (điều chỉnh): rows and cases that come, and such as are taken back as they were told.

    A correction takes back the old row and brings the new one. A case whose window changes is corrected like a row.
    """

    encounters: Encounters = field(default_factory=Encounters)
    visits: Visits = field(default_factory=Visits)
    cases: Sequence[Case] = ()
    withdrawn_encounters: Encounters = field(default_factory=Encounters)
    withdrawn_visits: Visits = field(default_factory=Visits)
    withdrawn_cases: Sequence[Case] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Whose level or exposure a change moved (thay đổi), person by person in rising order; seconds of the log.

    Level 0, with exposure 0, is somebody who is no contact: not reached, or an index case. Seconds of contact and the
    links of a chain may change for others too.
    """

    person: Positions
    level_before: NDArray[np.int64]
    exposed_before: NDArray[np.int64]
    level: NDArray[np.int64]
    exposed_at: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.person)

    @property
    def new(self) -> Positions:
        """Who became a contact."""
        return self._where((self.level_before == 0) & (self.level > 0))

    @property
    def gone(self) -> Positions:
        """Who is a contact no longer."""
        return self._where((self.level_before > 0) & (self.level == 0))

    @property
    def moved(self) -> Positions:
        """Whose level changed."""
        return self._where((self.level_before > 0) & (self.level > 0) & (self.level != self.level_before))

    @property
    def earlier(self) -> Positions:
        """Who was exposed earlier than was known, at the same level."""
        return self._where((self.level == self.level_before) & (self.exposed_at < self.exposed_before))

    @property
    def later(self) -> Positions:
        """Who was exposed later than was thought, at the same level."""
        return self._where((self.level == self.level_before) & (self.exposed_at > self.exposed_before))

    def _where(self, chosen: NDArray[np.bool_]) -> Positions:
        people: Positions = self.person[chosen]
        return people
