"""Stage 7b: tables of tasks (bảng phân công nhiệm vụ), a row a duty.

Reads: lines with columns, parted by "|", by tabs or by wide gaps. Writes: rows, each with the place of its task, its
lead, who helps and by when. A table counts only under a head that names the task and its lead or its term; of a table
of two columns the head must say nothing else, since a letterhead and a foot have two columns too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from quantriet.engines.kernel import Span

from .flat import bare
from .layout import Line

_ROLES = (
    ("number", re.compile(r"(?:stt|tt|so tt|so thu tu|muc)\W*")),
    ("both", re.compile(r".*\bchu tri\b.*\bphoi hop\b.*")),
    ("coop", re.compile(r".*\bphoi hop\b.*")),
    ("when", re.compile(r".*\b(?:thoi (?:han|gian)|tien do|han (?:hoan|nop|chot)|hoan thanh|ngay hoan)\b.*")),
    (
        "lead",
        re.compile(
            r".*(?:\bchu tri\b|\bphu trach\b|(?:don vi|co quan|bo phan|nguoi|to chuc|ca nhan) (?:thuc hien|chiu"
            r"|duoc giao)|\bphan cong\b|^(?:don vi|co quan|bo phan)$).*"
        ),
    ),
    ("work", re.compile(r".*(?:nhiem vu|noi dung|cong viec|hang muc|hoat dong|viec can lam|ten viec).*")),
)
# The whole names of the columns of a table of two.
_OF_TWO = {
    "work": re.compile(
        r"(?:ten |cac )?(?:noi dung|nhiem vu|cong viec|hang muc|hoat dong|viec)"
        r"(?:\W+(?:cong viec|nhiem vu|thuc hien|cong tac|phai lam|can lam|cu the|phan cong|chuan bi))*"
    ),
    "lead": re.compile(
        r"(?:(?:don vi|co quan|bo phan|nguoi|ca nhan|to chuc)\W*)*"
        r"(?:\b(?:thuc hien|chu tri|phu trach|chiu trach nhiem|duoc giao|phan cong|dau moi)\W*)*"
    ),
    "both": re.compile(r".*"),
    "when": re.compile(r"(?:thoi han|tien do|han)\b.*|.*\bhoan thanh\b.*"),
}
_MEASURED = re.compile(r".*\b(?:so luong|khoi luong|don gia|thanh tien|dien tich)\b.*")  # by "đơn vị" such as m2
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,2})*)\.?")
_DITTO = re.compile(r"\W*(?:nt|nhu tren)\W*|[\"“”'-]{1,3}")
_FOOT = re.compile(r"\W*noi nhan\b")
_MOST_HEAD = 60  # characters of a cell of the head
_FEWEST_CELLS = 2
_NEAR = 3  # characters by which a cell may stand before its column
_Cell = Span | None


@dataclass(slots=True)
class Row:
    """One row: its number if it has one, and the stretches of its cells by what the head calls them.

    `both` holds who leads and who helps in one cell.
    """

    number: str | None
    work: list[Span] = field(default_factory=list)
    lead: list[Span] = field(default_factory=list)
    coop: list[Span] = field(default_factory=list)
    both: list[Span] = field(default_factory=list)
    when: list[Span] = field(default_factory=list)

    @property
    def span(self) -> Span:
        spans = [*self.work, *self.lead, *self.coop, *self.both, *self.when]
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    @property
    def is_task(self) -> bool:
        return bool(self.work and (self.lead or self.both or self.when))


@dataclass(frozen=True, slots=True)
class _Head:
    """What each column holds, where it begins, and the sign between columns ("" where wide gaps part them)."""

    roles: list[str]
    starts: list[int]
    sign: str


def has_columns(line: Line) -> bool:
    """Whether a line may be the row of a table."""
    return len(line.cells) >= _FEWEST_CELLS or "|" in line.text


def heads_table(text: str, line: Line) -> bool:
    """Whether a line is the head of a table of tasks."""
    return _head_of(text, line) is not None


def names_tasks(names: Sequence[str]) -> bool:
    """Whether these names of columns are those of a table of tasks."""
    return _roles([bare(name).strip() for name in names]) is not None


def table_at(text: str, lines: list[Line], at: int) -> tuple[list[Row], int]:
    """The rows of a table of tasks whose head is the line `at`, and the line after them; no rows if it is none."""
    head = _head_of(text, lines[at])
    if head is None:
        return [], at
    rows: list[Row] = []
    following = at + 1
    if following < len(lines) and (lower := _lower_head(text, head, lines[following])):
        head, following = lower, following + 1
    while following < len(lines):
        line = lines[following]
        cells = _cells(text, line, head.sign)
        if _FOOT.match(line.bare) or not _take(text, rows, head, line, cells):
            break
        following += 1
    return [row for row in rows if row.is_task], following


def _lower_head(text: str, head: _Head, line: Line) -> _Head | None:
    """The second line of a head, "Chủ trì" and "Phối hợp" below "Đơn vị", whose merged cells it says again."""
    lower = _head_of(text, line)
    return lower if lower and "number" in head.roles and "number" in lower.roles else None


def _take(text: str, rows: list[Row], head: _Head, line: Line, cells: list[_Cell]) -> bool:
    """Add a further row, or what goes on with the row above; False where the table has ended."""
    if head.sign or len(cells) == len(head.roles):
        if not _FEWEST_CELLS <= len(cells) <= len(head.roles) + 1:
            return False
        named = dict(zip(head.roles, cells, strict=False))
    else:
        named = _by_place(text, head, cells)
    goes_on = bool(rows) and _goes_on(text, head, line, named)
    if not goes_on:
        if not head.sign and (len(cells) < _FEWEST_CELLS or not named.get("work")):
            return False
        rows.append(Row(_number(text, named.get("number"))))
    _fill(text, rows, named)
    return True


def _goes_on(text: str, head: _Head, line: Line, named: dict[str, _Cell]) -> bool:
    """Whether the cells of a line go on with the row above: they have no number, or none of them begins anew."""
    if "number" in head.roles and not named.get("number") and not (named.get("work") and _who(named)):
        return True
    first = next((cell for cell in (named.get("number"), named.get("work"), _who(named)) if cell), None)
    return not head.sign and not line.blanks_before and first is not None and first.of(text)[:1].islower()


def _fill(text: str, rows: list[Row], named: dict[str, _Cell]) -> None:
    """Add cells to the last row; a sign of repetition stands for the cell above it."""
    for role in ("work", "lead", "coop", "both", "when"):
        cell = named.get(role)
        if cell is None:
            continue
        if _DITTO.fullmatch(bare(cell.of(text))) and len(rows) > 1:
            getattr(rows[-1], role).extend(getattr(rows[-2], role))
        elif re.search(r"\w", cell.of(text)):
            getattr(rows[-1], role).append(cell)


def _who(named: dict[str, _Cell]) -> _Cell:
    return named.get("lead") or named.get("both")


def _by_place(text: str, head: _Head, cells: list[_Cell]) -> dict[str, _Cell]:
    """Cells of a line with fewer of them than columns, each under the column below whose name it begins."""
    named: dict[str, _Cell] = {}
    for cell in cells:
        if cell is None:
            continue
        place = cell.start - (text.rfind("\n", 0, cell.start) + 1)
        roles = (role for role, start in zip(head.roles, head.starts, strict=True) if start <= place + _NEAR)
        *_, role = ("", *roles)
        named.setdefault(role, cell)
    return named


def _number(text: str, cell: _Cell) -> str | None:
    words = cell.of(text).strip() if cell else ""
    match = _NUMBER.fullmatch(words)
    return match.group(1) if match else words or None


def _head_of(text: str, line: Line) -> _Head | None:
    """The head of a table of tasks, if the line is one."""
    if not has_columns(line):
        return None
    sign = "|" if "|" in line.text else "\t" if "\t" in line.text else ""
    cells = _cells(text, line, sign)
    roles = _roles([bare(cell.of(text)).strip() if cell else "" for cell in cells])
    if roles is None:
        return None
    begin = text.rfind("\n", 0, line.start) + 1
    return _Head(roles, [cell.start - begin if cell else 0 for cell in cells], sign)


def _roles(names: list[str]) -> list[str] | None:
    """What each column holds, by its name without marks; None where they are not the columns of a table of tasks."""
    if len(names) < _FEWEST_CELLS or any(len(name) > _MOST_HEAD for name in names):
        return None
    found: list[str] = []
    for name in names:
        role = next((role for role, pattern in _ROLES if role not in found and pattern.fullmatch(name)), "other")
        found.append(role)
    is_measured = any(map(_MEASURED.fullmatch, names)) and any(name == "don vi" for name in names)
    if "work" not in found or is_measured or not {"lead", "both", "when"} & set(found):
        return None
    is_wide = sum(bool(name) for name in names) > _FEWEST_CELLS
    return found if is_wide or all(_is_of_two(role, name) for role, name in zip_longest(found, names)) else None


def _is_of_two(role: str, name: str) -> bool:
    return role in _OF_TWO and _OF_TWO[role].fullmatch(name.strip(" .:*")) is not None


def _cells(text: str, line: Line, sign: str) -> list[_Cell]:
    """The columns of a line with the empty ones, which the line itself leaves out."""
    if not sign:
        return list(line.cells)
    start = text.rfind("\n", 0, line.start) + 1
    end = text.find("\n", line.end)
    raw = text[start : end if end >= 0 else len(text)]
    if sign not in raw:
        return []
    left = len(raw) - len(raw.lstrip(" \t")) if sign == "|" else 0
    cells: list[_Cell] = []
    at = start + left + (1 if raw[left : left + 1] == "|" else 0)
    for part in raw[at - start :].rstrip().removesuffix("|").split(sign):
        words = part.strip()
        begin = at + len(part) - len(part.lstrip())
        cells.append(Span(begin, begin + len(words)) if words else None)
        at += len(part) + 1
    return cells
