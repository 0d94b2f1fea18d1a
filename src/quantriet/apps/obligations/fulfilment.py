"""Ways to fulfil an obligation (cách thực hiện): the protocol and the list. It knows none of them.

Higher apps register theirs in `AppConfig.ready()`; an obligation keeps only the code. When a document is adopted,
`start` of the chosen way sets everything going that this kind of work needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.obligations.models import Due, Obligation


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to settle in the review before the work can start: a select with its choices, or an input."""

    code: str
    label: str
    kind: str  # "select", "time", "date"
    choices: tuple[tuple[str, str], ...] = ()
    initial: str = ""
    help: str = ""


class Fulfilment(Protocol):
    """One way to fulfil an obligation."""

    code: str
    name: str  # in Vietnamese, for the review's list

    def suits(self, item: dict[str, Any]) -> float:
        """How well it fits an obligation as read (`Reading.to_dict()["obligations"][i]`), 0 to 1."""
        ...

    def options(self, item: dict[str, Any]) -> tuple[Option, ...]:
        """What the reviewer settles for it, with initial values taken from the reading."""
        ...

    def start(self, obligation: Obligation, options: dict[str, str], *, by: Actor, at: datetime) -> None:
        """Begin: called once, in the transaction of the adoption, after the assignments stand.

        Raises Problem when an option has a wrong value.
        """
        ...

    def act_path(self, due: Due) -> str:
        """Where in this site the unit does it."""
        ...


_ways: dict[str, Fulfilment] = {}


def register(way: Fulfilment) -> None:
    """Add a way; registering another under the same code is a mistake in the code."""
    if _ways.setdefault(way.code, way) is not way:
        raise RuntimeError(f"Two ways to fulfil are called {way.code}.")


def get_way(code: str) -> Fulfilment:
    return _ways[code]


def iter_ways() -> list[Fulfilment]:
    return list(_ways.values())


def best_way(item: dict[str, Any]) -> Fulfilment:
    """The way that suits an obligation as read best; the first registered wins a tie."""
    return max(_ways.values(), key=lambda way: way.suits(item))
