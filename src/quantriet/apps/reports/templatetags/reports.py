"""Tags of the report pages: the rows of a consolidation, values in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django import template
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quantriet.apps.clock.moment import zone
from quantriet.apps.reports.consolidation import LATE, MISSING, NIL, NOT_DUE, Row
from quantriet.law.model import Field, Value

register = template.Library()
_BADGES = {
    LATE: gettext_lazy("trễ"),
    NIL: gettext_lazy("không phát sinh"),
    MISSING: gettext_lazy("không báo cáo"),
    NOT_DUE: gettext_lazy("chưa báo cáo"),
}


@register.simple_tag
def unit_rows(rows: Iterable[Row], columns: Sequence[Field]) -> SafeString:
    """The rows of a consolidation, drawn in one go: a province has hundreds, and a page must not take its time.

    `·` stands where a unit said nothing, for silence is not zero.
    """
    words = {code: str(label) for code, label in _BADGES.items()} | {"version": _("bản")}
    link = reverse("reports:submission", args=[0])
    return mark_safe("".join(_unit_row(row, columns, words, link) for row in rows))  # noqa: S308  (escaped below)


def _unit_row(row: Row, columns: Sequence[Field], words: dict[str, str], link: str) -> str:
    figures = "".join(f'<td class="num">{_figure(row.values.get(field.code))}</td>' for field in columns)
    return (
        f'<tr><th scope="row">{escape(keep_together(row.unit_name))}</th>'
        f'<td class="nowrap">{_received(row, words, link)}</td>{figures}</tr>'
    )


def _figure(value: Value) -> str:
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else "·"


def _received(row: Row, words: dict[str, str], link: str) -> str:
    """When it came, linked to the report, and what is to be known about it."""
    if row.received_at is None:
        tone = "seal" if row.state == MISSING else "amber"
        return f'<span class="badge t-{tone}">{words[row.state]}</span>'
    parts = [
        f'<a href="{link.replace("/0/", f"/{row.submission_id}/")}">{row.received_at.astimezone(zone()):%H:%M}</a>'
    ]
    if row.is_late:
        parts.append(f'<span class="badge t-amber">{words[LATE]}</span>')
    if row.is_nil:
        parts.append(f'<span class="badge t-nil">{words[NIL]}</span>')
    if row.version > 1:
        parts.append(f'<span class="badge t-blue">{words["version"]} {row.version}</span>')
    return " ".join(parts)


@register.simple_tag
def told_words(entries: Iterable[tuple[Row, str]]) -> SafeString:
    """What the units wrote under one heading, each linked to its report; drawn in one go as well."""
    link = reverse("reports:submission", args=[0])
    drawn = (
        f'<li><a href="{link.replace("/0/", f"/{row.submission_id}/")}"><b>{escape(row.unit_name)}</b></a>'
        f"<p>{linebreaksbr(words)}</p></li>"
        for row, words in entries
    )
    return mark_safe("".join(drawn))  # noqa: S308  (names are escaped above, words by linebreaksbr)


@register.filter
def value_words(value: Value) -> str:
    """A reported value as it is read: 1.234, «Có», the text itself, `·` for none."""
    if value is None:
        return "·"
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    return value if isinstance(value, str) else _figure(value)


@register.filter
def get(mapping: Mapping[str, object], key: str) -> object:
    """`mapping|get:key`, None when it is not there."""
    return mapping.get(key)


@register.filter
def keep_together(name: str, length: int = 13) -> str:
    """A name whose first words stay on one line, so that a narrow column does not break it at every word."""
    cut = name.find(" ", length)
    head, rest = (name, "") if cut < 0 else (name[:cut], name[cut:])
    return head.replace(" ", "\u00a0") + rest
