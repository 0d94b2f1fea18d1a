"""Stage 7b: tables of tasks (bảng phân công nhiệm vụ), a row a duty.

Reads: lines with columns, parted by tabs or "|". Writes: rows, each with the place of its task, its lead, who helps
and by when. A table counts only under a head that names the task and its lead or its term.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quantriet.engines.kernel import Span

from .flat import bare
from .layout import Line

_ROLES = (
    ("number", re.compile(r"(?:stt|tt|so tt|so thu tu|muc)\W*")),
    ("coop", re.compile(r".*\bphoi hop\b.*")),
    ("when", re.compile(r".*\b(?:thoi (?:han|gian)|tien do|han (?:hoan|nop|chot)|hoan thanh|ngay hoan)\b.*")),
    (
        "lead",
        re.compile(
            r".*(?:\bchu tri\b|\bphu trach\b|(?:don vi|co quan|bo phan|nguoi|to chuc) (?:thuc hien|chiu|duoc giao)"
            r"|\bphan cong\b|^(?:don vi|co quan|bo phan)$).*"
        ),
    ),
    ("work", re.compile(r".*(?:nhiem vu|noi dung|cong viec|hang muc|hoat dong|viec can lam|ten viec).*")),
)
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,2})*)\.?")
_MOST_HEAD = 60  # characters of a cell of the head
_FEWEST_CELLS = 3
_Cell = Span | None


@dataclass(slots=True)
class Row:
    """One row: its number if it has one, and the stretches of its cells by what the head calls them."""

    number: str | None
    work: list[Span] = field(default_factory=list)
    lead: list[Span] = field(default_factory=list)
    coop: list[Span] = field(default_factory=list)
    when: list[Span] = field(default_factory=list)

    @property
    def span(self) -> Span:
        spans = [*self.work, *self.lead, *self.coop, *self.when]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def has_columns(line: Line) -> bool:
    """Whether a line may be the row of a table."""
    return len(line.cells) >= _FEWEST_CELLS or line.text.count("|") >= _FEWEST_CELLS - 1


def heads_table(text: str, line: Line) -> bool:
    """Whether a line is the head of a table of tasks."""
    return _roles(text, line) is not None


def table_at(text: str, lines: list[Line], at: int) -> tuple[list[Row], int]:
    """The rows of a table of tasks whose head is the line `at`, and the line after them; no rows if it is none."""
    roles = _roles(text, lines[at])
    if roles is None:
        return [], at
    rows: list[Row] = []
    following = at + 1
    if following < len(lines) and (lower := _lower_head(text, roles, lines[following])):
        roles, following = lower, following + 1
    while following < len(lines):
        cells = _cells(text, lines[following])
        if len(cells) < _FEWEST_CELLS or len(cells) > len(roles) + 1:
            break
        _take(text, rows, roles, cells)
        following += 1
    return [row for row in rows if row.work and (row.lead or row.when)], following


def _lower_head(text: str, roles: list[str], line: Line) -> list[str] | None:
    """The second line of a head, "Chủ trì" and "Phối hợp" below "Đơn vị", whose merged cells it says again."""
    lower = _roles(text, line)
    return lower if lower and "number" in roles and "number" in lower else None


def _take(text: str, rows: list[Row], roles: list[str], cells: list[_Cell]) -> None:
    """A further row, or what goes on with the row above it: cells without a number or a lead of their own."""
    named = dict(zip(roles, cells, strict=False))
    number = named.get("number")
    is_wrapped = "number" in roles and number is None and rows and not (named.get("work") and named.get("lead"))
    if is_wrapped:
        row = rows[-1]
    else:
        words = number.of(text).strip() if number else ""
        match = _NUMBER.fullmatch(words)
        row = Row(match.group(1) if match else words or None)
        rows.append(row)
    for role in ("work", "lead", "coop", "when"):
        cell = named.get(role)
        if cell is not None and re.search(r"\w", cell.of(text)):
            getattr(row, role).append(cell)


def _roles(text: str, line: Line) -> list[str] | None:
    """What each column holds, if the line is the head of a table of tasks."""
    if not has_columns(line):
        return None
    cells = _cells(text, line)
    names = [bare(cell.of(text)).strip() if cell else "" for cell in cells]
    if any(len(name) > _MOST_HEAD for name in names):
        return None
    found: list[str] = []
    for name in names:
        role = next((role for role, pattern in _ROLES if role not in found and pattern.fullmatch(name)), "other")
        found.append(role)
    return found if "work" in found and ("lead" in found or "when" in found) else None


def _cells(text: str, line: Line) -> list[_Cell]:
    """The columns of a line with the empty ones, which the line itself leaves out."""
    start = text.rfind("\n", 0, line.start) + 1
    end = text.find("\n", line.end)
    raw = text[start : end if end >= 0 else len(text)]
    sign = "|" if raw.count("|") >= _FEWEST_CELLS - 1 else "\t"
    if sign not in raw:
        return list(line.cells)
    left = len(raw) - len(raw.lstrip(" \t")) if sign == "|" else 0
    cells: list[_Cell] = []
    at = start + left + (1 if raw[left : left + 1] == "|" else 0)
    for part in raw[at - start :].rstrip().removesuffix("|").split(sign):
        words = part.strip()
        begin = at + len(part) - len(part.lstrip())
        cells.append(Span(begin, begin + len(words)) if words else None)
        at += len(part) + 1
    return cells
