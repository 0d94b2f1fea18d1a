"""What the tests of the shell share."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _five_things_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """These pages have no database behind them: the number on Today is made up."""
    monkeypatch.setattr("quantriet.web.context.waiting_count", lambda actor, at: 5)
