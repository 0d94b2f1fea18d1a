"""Spans of time in the words of an office; values in, text out."""

from __future__ import annotations

from datetime import datetime, timedelta


def render_span(span: timedelta) -> str:
    """The two largest units at most, never rounded up.

    >>> render_span(timedelta(hours=1, minutes=5)), render_span(timedelta(days=2, hours=9)), render_span(timedelta())
    ('1 giờ 5 phút', '2 ngày', 'chưa đến 1 phút')
    """
    minutes = int(abs(span).total_seconds()) // 60
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} ngày"
    parts = [f"{hours} giờ"] if hours else []
    if rest:
        parts.append(f"{rest} phút")
    return " ".join(parts) or "chưa đến 1 phút"


def render_left(due_at: datetime, now: datetime) -> str:
    """«còn 45 phút», «quá hạn 2 ngày»; the limit itself is past it."""
    return f"còn {render_span(due_at - now)}" if now < due_at else f"quá hạn {render_span(now - due_at)}"


def render_margin(due_at: datetime, received_at: datetime) -> str:
    """«trước hạn 7 phút», «trễ 12 phút»."""
    span = render_span(due_at - received_at)
    return f"trước hạn {span}" if received_at < due_at else f"trễ {span}"
