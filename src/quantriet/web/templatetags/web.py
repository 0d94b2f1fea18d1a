"""Template tags of the shell: icons, day cells, and the filters for numbers, days and time left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

import heroicons
from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from quantriet.web import wording

register = template.Library()

DAY_STATES = {
    "on-time": _("đúng hạn"),
    "nil": _("không phát sinh"),
    "late": _("trễ hạn"),
    "missing": _("không báo cáo"),
    "not-due": _("chưa đến hạn"),
    "off": _("ngày nghỉ"),
}


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str, css: str = "") -> SafeString:
    """A heroicon (outline) that says nothing to a screen reader: words always stand beside it."""
    svg = heroicons._render_icon(
        "outline", str(name) + "", 18, {"class": f"icon {css}".strip(), "focusable": "false", "aria-hidden": "true"}
    )
    return mark_safe(svg)  # noqa: S308  (drawn by the package; name and css come from our templates)


@register.simple_tag
def day_cell(state: str, day: str = "", url: str = "") -> SafeString:
    """One day of one unit: its state in colour, in shape and in words."""
    return _day_cell(state, day, url, language=get_language() or "")


@lru_cache(maxsize=2048)  # a board holds the same few cells hundreds of times
def _day_cell(state: str, day: str = "", url: str = "", *, language: str) -> SafeString:
    words = DAY_STATES[state]
    said = f"{day}: {words}" if day else words
    if url:
        return format_html(
            '<a class="day day-{}" href="{}" title="{}"><span class="vh">{}</span></a>', state, url, said, said
        )
    return format_html('<span class="day day-{}" title="{}"><span class="vh">{}</span></span>', state, said, said)


@register.simple_tag
def day_strip(cells: Iterable[tuple[str, ...]]) -> SafeString:
    """A row of day cells in one go: `cells` holds (state, day) or (state, day, url)."""
    language = get_language() or ""
    drawn = "".join([_day_cell(*cell, language=language) for cell in cells])
    return mark_safe(f'<span class="day-strip">{drawn}</span>')  # noqa: S308  (each cell has been escaped)


@register.simple_tag
def day_legend(states: str = "") -> SafeString:
    """The key to the day cells; `states` may name the ones that occur: `"on-time late missing"`."""
    wanted = states.split() or list(DAY_STATES)
    rows = ((state, DAY_STATES[state]) for state in wanted)
    return format_html_join("", '<li><span class="day day-{}"></span>{}</li>', rows)


@register.simple_tag
def figure_cells(values: Iterable[int | float | Decimal | None], css: str = "num") -> SafeString:
    """The cells of a row of figures in one go."""
    opening = format_html('<td class="{}">', css)
    drawn = "".join([f"{opening}{escape(wording.render_figure(value))}</td>" for value in values])
    return mark_safe(drawn)  # noqa: S308  (each figure has been escaped)


@register.simple_tag
def left_until(due: datetime, now: datetime | None = None) -> dict[str, str]:
    """`{"text": "còn 24 phút", "tone": "amber"}`."""
    text, tone = wording.render_left(due, now or timezone.now())
    return {"text": text, "tone": tone}


@register.filter
def figure(value: int | float | Decimal | None) -> str:
    return wording.render_figure(value)


@register.filter
def day(value: date | datetime | None) -> str:
    """`22/7/2021`."""
    return wording.render_day(value) if value else ""


@register.filter
def short_day(value: date | datetime | None) -> str:
    """`22/7`."""
    return wording.render_day(value).rpartition("/")[0] if value else ""


@register.filter
def day_before(value: date) -> str:
    """The last day of a half-open fact: `until` is the first day on which it no longer holds."""
    return wording.render_day(value - timedelta(days=1))


@register.filter
def weekday(value: date | datetime | None) -> str:
    """`Thứ Năm`."""
    return wording.render_weekday(value) if value else ""


@register.filter
def limit(value: datetime | None) -> str:
    """`15:00 22/7/2021`, `hết ngày 21/7/2021`."""
    return wording.render_limit(value) if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """`14:36`."""
    return f"{wording.local(value):%H:%M}" if value else ""


@register.filter
def exact_clock(value: datetime | None) -> str:
    """`14:37:05`, for receipts."""
    return f"{wording.local(value):%H:%M:%S}" if value else ""


@register.filter
def initials(name: str) -> str:
    return wording.initials(str(name))


@register.filter
def tone_of(level_tag: str) -> str:
    """The tone for a level of django.contrib.messages."""
    return {"success": "green", "warning": "amber", "error": "seal"}.get(level_tag, "blue")


def _told_by(field: BoundField) -> str:
    """The ids of help and errors, for aria-describedby."""
    ids = [f"{field.auto_id}_help"] if field.help_text else []
    return " ".join([*ids, *([f"{field.auto_id}_error"] if field.errors else [])])


@register.filter
def control(field: BoundField, css: str = "") -> SafeString:
    """The widget of a bound field, tied to its help and its errors."""
    attrs: dict[str, str | bool] = {}
    if told := _told_by(field):
        attrs["aria-describedby"] = told
    if field.errors:
        attrs["aria-invalid"] = "true"
    if css:
        attrs["class"] = css
    return field.as_widget(attrs=attrs)


@register.filter
def kind_of(field: BoundField) -> str:
    """`check`, `choices`, `file` or `input`: how a bound field is laid out."""
    return {
        "checkbox": "check",
        "radioselect": "choices",
        "checkboxselectmultiple": "choices",
        "clearablefile": "file",
        "file": "file",
    }.get(field.widget_type, "input")
