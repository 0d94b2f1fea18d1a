"""The cards of the demonstration for the sign-in page."""

from __future__ import annotations

from django import template

from quantriet.apps.accounts import demo
from quantriet.apps.clock import moment

register = template.Library()


@register.simple_tag
def demo_cards() -> list[demo.DemoCard]:
    """Whom one may sign in as by one click; empty outside the demonstration."""
    return demo.demo_cards(moment.local_day(moment.now()))
