"""The rows of a tree of units, drawn in one go: a province has hundreds, and a page must not take its time."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.formats import get_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from quantriet.apps.organization.models import UnitKind
from quantriet.apps.organization.queries import TreeRow

register = template.Library()


@register.simple_tag
def tree_rows(rows: Iterable[TreeRow]) -> SafeString:
    """Unit, its head, its kind, how many people: one table row each."""
    link = reverse("organization:unit", args=[0])
    separator = get_format("THOUSAND_SEPARATOR")
    folded = f' <span class="soft small">{escape(_("· mở để xem đơn vị trực thuộc"))}</span>'
    nobody = f'<span class="soft">{escape(_("chưa có"))}</span>'
    kinds = {kind.value: escape(kind.label) for kind in UnitKind}
    drawn = (
        f'<tr><th scope="row"><span class="in-{row.depth}"><a href="{link.replace("/0/", f"/{row.unit.pk}/")}">'
        f'<span class="only-desk">{escape(row.unit.name)}</span>'
        f'<span class="only-phone">{escape(row.unit.label)}</span></a>{folded if row.is_folded else ""}</span></th>'
        f"<td>{escape(row.head.full_name) if row.head else nobody}</td>"
        f'<td class="soft only-desk">{kinds[row.unit.kind]}</td>'
        f'<td class="num">{f"{row.people_count:,}".replace(",", separator)}</td></tr>'
        for row in rows
    )
    return mark_safe("".join(drawn))  # noqa: S308  (escaped above)
