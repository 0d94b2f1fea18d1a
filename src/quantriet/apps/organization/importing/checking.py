"""Rows against each other and against what the agency already has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quantriet.apps.organization.importing.columns import PEOPLE, UNITS
from quantriet.apps.organization.importing.reading import Book, CellProblem, Row
from quantriet.apps.organization.models import Holding, Person, Post, PostRank, Unit
from quantriet.apps.organization.queries import subtree_ids


@dataclass(slots=True)
class Standing:
    """What exists under the codes of a book, and which of it lies inside the agency."""

    agency: Unit
    units: dict[str, Unit]
    people: dict[str, Person]
    inside_units: set[int]
    outside_people: set[int]
    head_titles: dict[str, str]  # unit code → title of the head's post

    @classmethod
    def of(cls, book: Book, agency: Unit) -> Standing:
        inside = set(subtree_ids([agency.pk]))
        codes = {row["code"] for row in book.units} | {row["parent_code"] for row in book.units}
        codes |= {row["unit_code"] for row in book.people}
        units = {unit.code: unit for unit in Unit.objects.filter(code__in=codes)}
        people = {p.code: p for p in Person.objects.filter(code__in={row["code"] for row in book.people})}
        held = Holding.objects.filter(person__in=people.values(), until=None).values_list("person_id", "post__unit_id")
        heads = Post.objects.filter(unit__in=units.values(), rank=PostRank.HEAD).values_list("unit__code", "title")
        outside = {person_id for person_id, unit_id in held if unit_id not in inside}
        return cls(agency, units, people, inside, outside, dict(heads))


def check_book(book: Book, standing: Standing) -> list[CellProblem]:
    """Every error that a single cell does not show."""
    return [*_check_units(book, standing), *_check_people(book, standing)]


def _check_units(book: Book, standing: Standing) -> Iterator[CellProblem]:
    first: dict[str, int] = {}
    parents = {row["code"]: row["parent_code"] for row in book.units}
    for row in book.units:
        code, parent = row["code"], row["parent_code"]
        if code in first:
            yield _at_unit(row, "Mã đơn vị", f"Mã {code} lặp lại.", f"Đã có ở dòng {first[code]}.", "Đặt mã khác.")
        elif code:
            first[code] = row.row
        known = standing.units.get(code)
        if known and known.pk not in standing.inside_units:
            yield _at_unit(row, "Mã đơn vị", f"Mã {code} đã dùng cho đơn vị của cơ quan khác.", "", "Đặt mã khác.")
        elif known and known.closed_on:
            yield _at_unit(row, "Mã đơn vị", f"Mã {code} là của đơn vị đã giải thể.", "", "Đặt mã khác.")
        if parent and not _is_known_unit(parent, book, standing):
            yield _at_unit(row, "Mã đơn vị cấp trên", f"Không có đơn vị mã {parent}.",
                           "Mã không ở trong tệp, cũng không ở trong cơ quan.", "Sửa mã, hoặc để trống.")  # fmt: skip
        elif _has_loop(code, parents):
            yield _at_unit(row, "Mã đơn vị cấp trên", "Các đơn vị trực thuộc vòng quanh nhau.", "", "Sửa mã cấp trên.")


def _check_people(book: Book, standing: Standing) -> Iterator[CellProblem]:
    names: dict[str, tuple[str, int]] = {}
    heads: dict[str, tuple[str, int]] = {}
    posts: dict[tuple[str, str, str], int] = {}
    for row in book.people:
        code, unit = row["code"], row["unit_code"]
        name, at = names.setdefault(code, (row["full_name"], row.row))
        if code and name != row["full_name"]:
            yield _at_person(
                row, "Mã cán bộ", f"Mã {code} lặp lại với tên khác.", f"Dòng {at} ghi {name}.", "Đặt mã khác."
            )
        again = posts.setdefault((code, unit, row["title"]), row.row)
        if again != row.row and code:
            yield _at_person(row, "Mã cán bộ", f"Dòng này lặp lại dòng {again}.", "", "Xóa một dòng.")
        known = standing.people.get(code)
        if known and known.pk in standing.outside_people:
            yield _at_person(row, "Mã cán bộ", f"Mã {code} đã dùng cho người của cơ quan khác.", "", "Đặt mã khác.")
        if unit and not _is_known_unit(unit, book, standing):
            yield _at_person(row, "Mã đơn vị", f"Không có đơn vị mã {unit}.",
                             "Mã không ở trang «Đơn vị», cũng không ở trong cơ quan.", "Sửa mã đơn vị.")  # fmt: skip
        if row["rank"] == PostRank.HEAD:
            yield from _check_head(row, heads, standing)


def _check_head(row: Row, heads: dict[str, tuple[str, int]], standing: Standing) -> Iterator[CellProblem]:
    unit = row["unit_code"]
    holder, at = heads.setdefault(unit, (row["code"], row.row))
    if holder != row["code"]:
        yield _at_person(row, "Cấp", f"Đơn vị {unit} có hai người đứng đầu.", f"Người kia ở dòng {at}.",
                         "Chọn một; người còn lại ghi Cấp phó hoặc Chuyên viên.")  # fmt: skip
    title = standing.head_titles.get(unit)
    if title and title != row["title"]:
        yield _at_person(row, "Chức danh", f"Người đứng đầu đơn vị {unit} có chức danh «{title}».", "",
                         f"Ghi «{title}».")  # fmt: skip


def _is_known_unit(code: str, book: Book, standing: Standing) -> bool:
    known = standing.units.get(code)
    if known:
        return known.pk in standing.inside_units and known.closed_on is None
    return any(row["code"] == code for row in book.units)


def _has_loop(code: str, parents: dict[str, str]) -> bool:
    seen = {code}
    above = parents.get(code, "")
    while above in parents:
        if above in seen:
            return above == code
        seen.add(above)
        above = parents[above]
    return False


def _at_unit(row: Row, column: str, what: str, why: str, remedy: str) -> CellProblem:
    return CellProblem(UNITS.name, row.row, column, what, why, remedy)


def _at_person(row: Row, column: str, what: str, why: str, remedy: str) -> CellProblem:
    return CellProblem(PEOPLE.name, row.row, column, what, why, remedy)
