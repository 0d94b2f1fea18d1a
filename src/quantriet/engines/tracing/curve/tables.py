"""CSV text → cases a day, serial interval; every refusal names its line (đọc bảng số ca, khoảng thế hệ).

Comma, semicolon or tab; a semicolon or a tab leaves the comma free as the decimal sign, as Vietnamese Excel writes it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Any

from .incidence import CurveError
from .reproduction import check_serial_interval

_MOST_DAYS = 20_000
_MOST_DIGITS = 10
_DAY_NAMES = ("day", "date", "dates", "ngày")
_CASES_NAMES = ("cases", "i", "số ca")
_DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y")


@dataclass(frozen=True, slots=True)
class Incidence:
    """Cases a day without gaps: `start` is None where the file numbers its days instead of dating them.

    `filled` lists the days (1 is the first) that had no line and count as 0: whoever sent the file should look at them.
    """

    cases: tuple[int, ...]
    start: date | None
    filled: tuple[int, ...]

    def day(self, number: int) -> str:
        """The name of a day: its date, or its number where there are no dates."""
        return str(number) if self.start is None else f"{self.start + timedelta(days=number - 1):%d/%m/%Y}"


def read_incidence(text: str) -> Incidence:
    """Columns `day` (number) or `date`, and `cases`; lines in any order, each day once. Raises CurveError.

    EpiEstim's names, `dates` and `I`, and the Vietnamese «ngày» and «số ca» are understood too.

    >>> read_incidence("date,cases\\n2021-07-01,2\\n2021-07-03,5\\n")
    Incidence(cases=(2, 0, 5), start=datetime.date(2021, 7, 1), filled=(2,))
    """
    rows = _rows(text, _DAY_NAMES, _CASES_NAMES)
    is_dated = not _is_number(rows[0][1])
    found: dict[int, int] = {}
    for line, first, second in rows:
        day = _ordinal(first, line) if is_dated else _count(first, line, "ngày")
        if day in found:
            raise CurveError(f"Dòng {line}: ngày «{first}» có hai dòng. Giữ lại một dòng.")
        found[day] = _count(second, line, "số ca")
    first_day, last_day = min(found), max(found)
    if last_day - first_day >= _MOST_DAYS:
        raise CurveError(f"Ngày đầu và ngày cuối cách nhau {last_day - first_day} ngày. Xem lại ngày viết nhầm.")
    days = range(first_day, last_day + 1)
    return Incidence(
        tuple(found.get(day, 0) for day in days),
        date.fromordinal(first_day) if is_dated else None,
        tuple(number for number, day in enumerate(days, start=1) if day not in found),
    )


def read_serial_interval(text: str) -> tuple[float, ...]:
    """Columns `k` (days) and `probability` → the probability of 0, 1, 2, … days; a k without a line has 0.

    >>> read_serial_interval("k,probability\\n1,0.25\\n2,0.75\\n")
    (0.0, 0.25, 0.75)
    """
    found: dict[int, float] = {}
    for line, first, second in _rows(text, ("k",), ("probability",)):
        days = _count(first, line, "số ngày k")
        if days in found:
            raise CurveError(f"Dòng {line}: k = {days} có hai dòng. Giữ lại một dòng.")
        if days > _MOST_DAYS:
            raise CurveError(f"Dòng {line}: k = {days} ngày là quá dài cho một khoảng thế hệ.")
        found[days] = _probability(second, line)
    probabilities = tuple(found.get(days, 0.0) for days in range(max(found) + 1))
    check_serial_interval(probabilities)
    return probabilities


_Row = tuple[int, str, str]


def _rows(text: str, first_names: tuple[str, ...], second_names: tuple[str, ...]) -> list[_Row]:
    """The line's number and the two wanted cells of each line; a column may bear any of its names."""
    lines = text.lstrip("\ufeff").splitlines()
    sign = next((sign for sign in ";\t" if lines and sign in lines[0]), ",")
    reader = csv.reader(lines, delimiter=sign)
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        first, second = _column(header, *first_names), _column(header, *second_names)
        rows = [(line, cells[0], _with_point(cells[1], sign)) for line, cells in _cells(reader, first, second)]
    except csv.Error as error:
        raise CurveError(f"Dòng {reader.line_num}: không đọc được như bảng CSV ({error}).") from error
    if not rows:
        raise CurveError("Tệp chỉ có dòng tiêu đề, không có số liệu.")
    return rows


def _column(header: list[str], *names: str) -> int:
    for name in names:
        if name in header:
            return header.index(name)
    told = f"tệp có các cột «{'», «'.join(header)}»" if any(header) else "dòng đầu trống"
    raise CurveError(f"Dòng 1: thiếu cột «{'» hoặc «'.join(names)}»; {told}.")


def _cells(reader: Any, first: int, second: int) -> Iterator[tuple[int, tuple[str, str]]]:
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) <= max(first, second):
            raise CurveError(f"Dòng {reader.line_num}: thiếu ô, chỉ có {len(cells)} ô.")
        yield reader.line_num, (cells[first].strip(), cells[second].strip())


def _with_point(cell: str, sign: str) -> str:
    return cell if sign == "," else cell.replace(",", ".")


def _is_number(cell: str) -> bool:
    return cell.lstrip("+-").isdecimal()


def _count(cell: str, line: int, what: str) -> int:
    """A whole number from 0. «1.234» is refused: it may be a thousand or a fraction, and nobody should guess."""
    if not _is_number(cell):
        raise CurveError(f"Dòng {line}: {what} «{cell}» không phải số nguyên. Viết bằng chữ số, không dấu chấm, phẩy.")
    if len(cell) > _MOST_DIGITS:
        raise CurveError(f"Dòng {line}: {what} có {len(cell)} chữ số. Xem lại chỗ viết nhầm.")
    if (number := int(cell)) < 0:
        raise CurveError(f"Dòng {line}: {what} là số âm ({cell}).")
    return number


def _probability(cell: str, line: int) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise CurveError(f"Dòng {line}: xác suất «{cell}» không phải số.")
    if not 0 <= value <= 1:
        raise CurveError(f"Dòng {line}: xác suất {cell} nằm ngoài 0 đến 1.")
    return value


def _ordinal(cell: str, line: int) -> int:
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(cell, form).toordinal()  # noqa: DTZ007  # a day, not an instant
        except ValueError:
            continue
    raise CurveError(f"Dòng {line}: «{cell}» không phải ngày. Viết như 2021-07-22 hoặc 22/07/2021.")
