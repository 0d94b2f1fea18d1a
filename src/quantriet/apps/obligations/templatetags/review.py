"""Template filters of the review."""

from __future__ import annotations

from collections import Counter

from django import template
from django.utils.translation import gettext as _

from quantriet.apps.obligations.models import Part
from quantriet.apps.obligations.review import Item

register = template.Library()


@register.filter
def assigned_by_phrase(item: Item) -> list[str]:
    """«Ủy ban nhân dân các xã»: 102 đơn vị, for an agency with more units than can be listed."""
    counts = Counter((given["part"], given["phrase"]) for given in item["assignments"])
    return [
        _("%(part)s · «%(phrase)s»: %(count)d đơn vị") % {"part": Part(part).label, "phrase": phrase, "count": count}
        for (part, phrase), count in counts.items()
    ]
