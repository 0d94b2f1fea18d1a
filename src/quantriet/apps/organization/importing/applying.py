"""Puts a checked book into the organization, in one transaction, through the same actions as the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from quantriet.apps.ledger.record import record
from quantriet.apps.organization.actions import change_unit, move_unit, open_unit
from quantriet.apps.organization.importing.checking import Standing, check_book
from quantriet.apps.organization.importing.columns import UNITS
from quantriet.apps.organization.importing.reading import Book, CellProblem, Row
from quantriet.apps.organization.models import Holding, Placement, PostRank, StaffStatus, Unit, UnitKind
from quantriet.apps.organization.rights import Actor, require_manage
from quantriet.apps.organization.staffing import add_person, appoint_person, change_person, relieve_person
from quantriet.engines.kernel.problem import Problem, Problems


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, or would do."""

    units_opened: int = 0
    units_changed: int = 0
    units_moved: int = 0
    people_added: int = 0
    people_changed: int = 0
    people_appointed: int = 0
    people_relieved: int = 0

    @property
    def is_nothing(self) -> bool:
        return self == Outcome()


def preview_import(book: Book, agency: Unit, *, by: Actor, at: datetime) -> Outcome:
    """What `import_book` would do now: it is done and taken back, so the preview cannot differ."""
    with transaction.atomic():
        outcome = import_book(book, agency, by=by, at=at)
        transaction.set_rollback(True)
    return outcome


@transaction.atomic
def import_book(book: Book, agency: Unit, *, by: Actor, at: datetime) -> Outcome:
    """Bring units and people in (nhập đơn vị, con người): new codes are added, known ones corrected, all or nothing.

    Raises Problems with one item a cell when anything is wrong; nothing is written then.
    """
    require_manage(by, agency.pk)
    standing = Standing.of(book, agency)
    wrong = find_errors(book, agency, standing)
    if wrong:
        items = [
            Problem("organization.import_cell", f"{p.sheet}, dòng {p.row}, {p.column}: {p.what}", why=p.why,
                    remedy=p.remedy, status=422)
            for p in wrong
        ]  # fmt: skip
        raise Problems("organization.import_refused", f"Tệp có {len(wrong)} chỗ phải sửa; chưa nhập dòng nào.", items)
    outcome = _Import(book, standing, by, at).run()
    if not outcome.is_nothing:
        details = {name: getattr(outcome, name) for name in Outcome.__slots__}
        record("organization.imported", by=by, subject=agency, unit_id=agency.pk, at=at, details=details)
    return outcome


def find_errors(book: Book, agency: Unit, standing: Standing | None = None) -> list[CellProblem]:
    """Every error of a book, in the order of its cells."""
    found = [*book.problems, *check_book(book, standing or Standing.of(book, agency))]
    return sorted(found, key=lambda problem: (problem.sheet != UNITS.name, problem.row))


class _Import:
    def __init__(self, book: Book, standing: Standing, by: Actor, at: datetime) -> None:
        self.book, self.standing, self.by, self.at = book, standing, by, at
        self.count: Counter[str] = Counter()

    def run(self) -> Outcome:
        parents = dict(
            Placement.objects.filter(unit__in=self.standing.units.values(), until=None).values_list("unit", "parent")
        )
        for row in _parents_first(self.book.units):
            self._unit(row, parents)
        rows: dict[str, list[Row]] = {}
        for row in self.book.people:
            rows.setdefault(row["code"], []).append(row)
        for posts in rows.values():
            self._person(posts)
        return Outcome(**self.count)

    def _unit(self, row: Row, parents: dict[int, int | None]) -> None:
        by, at, units = self.by, self.at, self.standing.units
        parent = units[row["parent_code"]] if row["parent_code"] else self.standing.agency
        told = {name: row[name] for name in ("short_name", "symbol") if row[name]}
        position = int(row["position"]) if row["position"] else None
        unit = units.get(row["code"])
        if unit is None:
            units[row["code"]] = open_unit(
                code=row["code"], name=row["name"], kind=UnitKind(row["kind"]), parent=parent, by=by, at=at,
                position=position or 0, **told,
            )  # fmt: skip
            self.count["units_opened"] += 1
            return
        changed = change_unit(
            unit, name=row["name"], kind=UnitKind(row["kind"]), position=position, by=by, at=at,
            short_name=told.get("short_name"), symbol=told.get("symbol"),
        )  # fmt: skip
        self.count["units_changed"] += bool(changed)
        # A blank parent of a known unit leaves it where it is: nobody moves half a tree by forgetting a column.
        if row["parent_code"] and parents.get(unit.pk) != parent.pk:
            move_unit(unit, parent, by=by, at=at)
            self.count["units_moved"] += 1

    def _person(self, rows: list[Row]) -> None:
        by, at, first = self.by, self.at, rows[0]
        person = self.standing.people.get(first["code"])
        if person is None:
            person = add_person(
                code=first["code"], full_name=first["full_name"], status=StaffStatus(first["status"]),
                email=first["email"], phone=first["phone"], by=by, at=at, **self._post(first),
            )  # fmt: skip
            self.count["people_added"] += 1
            rows = rows[1:]
            held: list[Holding] = []
        else:
            wanted = {name: first[name] for name in ("full_name", "status", "email", "phone") if first[name]}
            self.count["people_changed"] += bool(change_person(person, by=by, at=at, **wanted))
            held = list(Holding.objects.filter(person=person, until=None).select_related("post__unit", "person"))
        kept = {(row["unit_code"], row["title"]) for row in rows}
        now = {(holding.post.unit.code, holding.post.title) for holding in held}
        for holding in held:
            if (holding.post.unit.code, holding.post.title) not in kept:
                relieve_person(holding, by=by, at=at)
                self.count["people_relieved"] += 1
        for row in rows:
            if (row["unit_code"], row["title"]) not in now:
                appoint_person(person, by=by, at=at, **self._post(row))
                self.count["people_appointed"] += 1

    def _post(self, row: Row) -> Any:
        return {"unit": self.standing.units[row["unit_code"]], "title": row["title"], "rank": PostRank(row["rank"])}


def _parents_first(rows: list[Row]) -> Iterator[Row]:
    waiting = {row["code"]: row for row in rows}
    for row in rows:
        chain: list[Row] = []
        step: Row | None = waiting.pop(row["code"], None)
        while step is not None:
            chain.append(step)
            step = waiting.pop(step["parent_code"], None)
        yield from reversed(chain)
