"""What one segment asks for (một yêu cầu trong câu), before the context tells the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .shapes import Deadline, ObligationType
from .units import Item

Voice = Literal["order", "subject", "bare", "condition"]


@dataclass(slots=True)
class Duty:
    """What one segment asks for; `units` are its own assignees, `predicate` is where the act begins."""

    voice: Voice
    start: int
    end: int
    predicate: int
    units: list[Item] = field(default_factory=list)
    inner: list[Item] = field(default_factory=list)
    coop: list[Item] = field(default_factory=list)
    deadline: Deadline | None = None
    type: ObligationType = "task"
    cut: str = "start"
    is_also: bool = False  # begins with "đồng thời"
    is_open: bool = False  # ends with a colon: what follows is the content
