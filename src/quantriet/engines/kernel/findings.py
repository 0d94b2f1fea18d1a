"""What an engine noticed and a person should look at (phát hiện cần xem lại)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span


class Severity(StrEnum):
    """How much a finding weighs: a remark, a doubt to check, or something that could not be read."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark with its place: `code` is stable, `message` is Vietnamese (what, why, what to do)."""

    code: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.WARNING

    def to_dict(self) -> dict[str, object]:
        return {
            "code": self.code,
            "message": self.message,
            "span": self.span.to_dict() if self.span else None,
            "severity": self.severity.value,
        }
