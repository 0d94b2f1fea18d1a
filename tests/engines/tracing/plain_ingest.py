"""The rules of reading CSV files, row by row with the standard library: what the fast reading is compared with."""

from __future__ import annotations

import csv
import unicodedata
from datetime import datetime, timedelta, timezone

from quantriet.engines.tracing.ingest import Limits

Row = tuple[str, str, int, int, str, str]
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  # the clock on the wall
_WIDTH = 6


class Refused(Exception):  # noqa: N818  # a verdict
    """The name of a reason."""


def read_encounters(text: str, separator: str, limits: Limits) -> tuple[list[Row], list[tuple[int, str]]]:
    """The rows that count and, by line, why the others do not; the header has all six columns in their order."""
    kept: dict[Row, int] = {}
    refused: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n")[1:], 2):
        try:
            row = _row(line.removesuffix("\r"), separator, limits)
            if row in kept:
                raise Refused(f"REPEATED {kept[row]}")
        except Refused as reason:
            refused.append((number, str(reason)))
            continue
        if row:
            kept[row] = number
    return list(kept), refused


def _row(line: str, separator: str, limits: Limits) -> Row | None:
    if not line.strip():
        return None
    if "\ufffd" in line:
        raise Refused("UNDECODED")
    try:
        [cells] = csv.reader([line], delimiter=separator, strict=True)
    except csv.Error:
        raise Refused("UNQUOTED") from None
    while len(cells) > _WIDTH and not "".join(cells[_WIDTH:]).strip():
        cells.pop()
    if len(cells) > _WIDTH:
        raise Refused("LONG")
    if len(cells) < 4:
        raise Refused("SHORT")
    cells = [unicodedata.normalize("NFC", cell.strip()) for cell in cells] + [""] * (_WIDTH - len(cells))
    if not any(cells[:5]):
        return None
    return _judged(cells, limits)


def _judged(cells: list[str], limits: Limits) -> Row:
    first, second, begins, ends, place, source = cells
    if not first or not second:
        raise Refused("NO_PERSON")
    if first == second:
        raise Refused("SAME_PERSON")
    start, end = _moment(begins, limits), _moment(ends, limits)
    for wrong, reason in (
        (start == end, "EMPTY"),
        (end < start, "REVERSED"),
        (end - start > limits.longest, "TOO_LONG"),
        (end > limits.now + limits.tolerance, "FUTURE"),
        (start < limits.oldest, "ANCIENT"),
    ):
        if wrong:
            raise Refused(reason)
    return first, second, start, end, place, source


def _moment(text: str, limits: Limits) -> int:
    if not text:
        raise Refused("NO_TIME")
    if not text.isascii():  # `strptime` takes digits of other scripts
        raise Refused("UNREADABLE_TIME")
    try:
        at = datetime.strptime(text[:10], "%Y-%m-%d")  # noqa: DTZ007
    except ValueError:
        shape = "".join("9" if "0" <= letter <= "9" else letter for letter in text[:10])
        if shape != "9999-99-99" or not _is_time_of_day(text[10:]):
            raise Refused("UNREADABLE_TIME") from None
        raise Refused("IMPOSSIBLE_TIME") from None
    if len(text) == 10:
        raise Refused("DATE_ONLY")
    if not _is_time_of_day(text[10:]):
        raise Refused("UNREADABLE_TIME")
    return _moved(at, text[11:], limits)


def _is_time_of_day(text: str) -> bool:
    shape = "".join("9" if "0" <= letter <= "9" else letter for letter in text)
    for end in ("", "Z", "+99:99", "-99:99", "+9999", "-9999", "-99"):
        clock = shape.removesuffix(end) if end else shape
        if clock[:1] in ("T", " ") and clock[1:] in ("99:99", "99:99:99", "99:99:99.999"):
            return True
    return text == ""


def _moved(day: datetime, rest: str, limits: Limits) -> int:
    try:
        told = datetime.fromisoformat(f"{day:%Y-%m-%d}T{rest}")
    except ValueError:
        raise Refused("IMPOSSIBLE_TIME") from None
    if told.tzinfo:
        told = told.astimezone(timezone(timedelta(seconds=limits.zone))).replace(tzinfo=None)
    return (told - _EPOCH) // timedelta(seconds=1)
