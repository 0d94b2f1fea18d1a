"""The errors of the proximity engine."""

from __future__ import annotations

from quantriet.engines.kernel import EngineError


class ProximityError(EngineError):
    """A key, an identifier or a table that this engine cannot work with."""


def demand(holds: bool, words: str) -> None:
    """Raise `ProximityError` with these words unless it holds."""
    if not holds:
        raise ProximityError(words)
