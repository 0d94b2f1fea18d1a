"""How the board tells when a unit's report came; a chain of conditions in every row of a template costs more."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quantriet.apps.clock.moment import zone
from quantriet.apps.insight.board import Row

register = template.Library()


@register.simple_tag
def received(row: Row) -> str | SafeString:
    """The time of receipt, with its badge when it was late; what the silence of the others means."""
    came = f"{row.received_at.astimezone(zone()):%H:%M}" if row.received_at else ""
    if row.state == "on-time":
        return came
    tone, words = {
        "nil": ("nil", _("không phát sinh")),
        "late": ("amber", f"{came} {_('trễ')}"),
        "missing": ("seal", _("không báo cáo")),
    }.get(row.state, ("amber", _("chưa báo cáo")))
    return format_html('<span class="badge t-{}">{}</span>', tone, words)
