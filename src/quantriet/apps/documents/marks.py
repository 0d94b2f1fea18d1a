"""A text with its marked stretches as HTML: escaped, in paragraphs, marks nested or overlapping as they like.

Pointing at an element with `data-span` lights what refers to it with `data-for` (web/static/quantriet/spans.js).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

_LINE = re.compile(r"[^\n]+")
_HEAD_LINE = 110  # a line of the letterhead or a title is no longer than this


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch `start` up to `end` of the text: `id` for lighting, `css` for its look, `lead` put before it once."""

    id: str
    start: int
    end: int
    css: str = "span"
    lead: SafeString | str = ""


def render_marked(text: str, marks: Iterable[Mark], *, head_end: int = 0) -> SafeString:
    """The text as paragraphs, one a line. Short lines before `head_end` are set in the middle, as a letterhead is.

    A mark over several lines is opened again in each; marks that cross are closed and opened where needed, so that
    the tree of elements is always sound.
    """
    ordered = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    parts: list[str] = []
    led: set[int] = set()
    starts = [mark.start for mark in ordered]
    first, count = 0, len(ordered)
    for line in _LINE.finditer(text):
        start, end = _trimmed(text, line.start(), line.end())
        if start == end:
            continue
        while first < count and ordered[first].end <= start:
            first += 1  # every mark before `first` has ended
        inside = [mark for mark in ordered[first : bisect_left(starts, end)] if mark.end > start]
        css = ""
        if end <= head_end and end - start <= _HEAD_LINE:
            css = ' class="mid caps"' if text[start:end].isupper() else ' class="mid"'
        parts.append(f"<p{css}>{_line(text, start, end, inside, led)}</p>")
    return mark_safe("\n".join(parts))  # noqa: S308  (every piece below is escaped)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _line(text: str, start: int, end: int, marks: list[Mark], led: set[int]) -> str:
    """One line: walk its cuts, close what ends, open what begins; a longer mark stays outside a shorter one."""
    cuts = sorted({start, end, *(c for m in marks for c in (m.start, m.end) if start < c < end)})
    out: list[str] = []
    opened: list[Mark] = []
    for at, until in pairwise(cuts):
        wanted = [mark for mark in marks if mark.start <= at and mark.end >= until]
        keep = 0
        while keep < min(len(opened), len(wanted)) and opened[keep] is wanted[keep]:
            keep += 1
        out.extend("</span>" for _ in opened[keep:])
        for mark in wanted[keep:]:
            out.append(_open(mark, led))
        opened = wanted
        out.append(conditional_escape(text[at:until]))
    out.extend("</span>" for _ in opened)
    return "".join(out)


def _open(mark: Mark, led: set[int]) -> str:
    lead = "" if id(mark) in led else conditional_escape(mark.lead)
    led.add(id(mark))
    return format_html('<span class="{}" data-span="{}">{}', mark.css, mark.id, mark_safe(lead))  # noqa: S308


def head_end(reading: dict[str, Any], starts: Iterable[int]) -> int:
    """Where the letterhead and the title end: before the first thing that the body says.

    `starts` are the places of the obligations. A title may itself cite a document, so that citations count after
    it only; an item of a web site has nothing but its title and its day.
    """
    title = (reading.get("abstract") or {}).get("span")
    title_end = title["end"] if title else 0
    if (reading.get("kind") or {}).get("value") == "news":
        day = (reading.get("date") or {}).get("span")
        return max(title_end, day["end"] if day and day["start"] <= title_end + 20 else 0)
    places = [start for start in starts if start >= title_end]
    places += [clause["span"]["start"] for clause in reading.get("clauses", ())]
    for part in ("addressees", "citations"):
        places += [item["span"]["start"] for item in reading.get(part, ()) if item["span"]]
    return min((place for place in places if place >= title_end), default=title_end)
