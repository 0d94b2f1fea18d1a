"""How a due or an assignment is told in one short badge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import template
from django.utils.translation import gettext as _

from quantriet.apps.obligations.models import Assignment, Due, DueState
from quantriet.engines.timetable import Timetable

register = template.Library()


@dataclass(frozen=True, slots=True)
class Badge:
    words: str
    tone: str
    is_late: bool = False


@register.simple_tag
def due_badge(due: Due | None, sheet: Assignment, now: datetime) -> Badge:
    """Done late is never shown as done; silence is never shown as nil."""
    if due is None:
        return Badge(_("đã tiếp nhận"), "green") if sheet.acknowledged_at else Badge(_("chưa tiếp nhận"), "amber")
    late = due.is_late(now)
    if due.state == DueState.DONE:
        if late:
            return Badge(_("xong, trễ hạn"), "amber", is_late=True)
        return Badge(_("không phát sinh"), "nil") if due.is_nil else Badge(_("đã xong"), "green")
    if due.state == DueState.SUBMITTED:
        return Badge(_("chờ xác nhận, trễ hạn") if late else _("chờ xác nhận"), "blue", is_late=late)
    if due.state == DueState.WITHDRAWN:
        return Badge(_("đã rút"), "nil")
    if late:
        return Badge(_("quá hạn"), "seal", is_late=True)
    return Badge(_("đang làm"), "blue") if sheet.acknowledged_at else Badge(_("chưa tiếp nhận"), "amber")


@register.filter
def timetable(data: dict[str, Any] | None) -> str:
    """A timetable in words: «hằng ngày, trước 15:00»; empty when the directive set no deadline."""
    return Timetable.from_dict(data).describe() if data else ""
