"""Index cases as typed on a command line (ca chỉ điểm): `ID,FROM,TO`, and who was meant by an unknown ID."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .ingest_rows import IngestError
from .ingest_times import read_time
from .model import Case

_CLOSE = 5000  # names that are compared letter by letter


@dataclass(frozen=True, slots=True)
class Window:
    """One infectious window of a named person, in seconds of the log's clock."""

    person: str
    start: int
    end: int


def read_window(text: str, zone: int) -> Window:
    """`ID,FROM,TO`; the ID may hold commas, a day alone is its first moment. Raises `IngestError` with a sentence.

    >>> read_window("Phòng 2, An,2021-07-20T08:00,2021-07-21", 25200)
    Window(person='Phòng 2, An', start=1626768000, end=1626825600)
    """
    parts = text.rsplit(",", 2)
    if len(parts) < 3 or not parts[0].strip():
        raise IngestError(f"ca chỉ điểm «{text}» phải viết MÃ,TỪ,ĐẾN, ví dụ An,2021-07-20T00:00,2021-07-25T00:00.")
    moments = [read_time(part if _has_hour(part) else f"{part.strip()}T00:00", zone) for part in parts[1:]]
    for part, moment in zip(parts[1:], moments, strict=True):
        if moment < -(1 << 61):
            raise IngestError(f"ca chỉ điểm «{text}»: không đọc được giờ «{part}». Viết như 2021-07-20T08:00.")
    if moments[0] >= moments[1]:
        raise IngestError(f"ca chỉ điểm «{text}»: thời kỳ lây phải kết thúc sau khi bắt đầu.")
    return Window(parts[0].strip(), moments[0], moments[1])


def _has_hour(text: str) -> bool:
    return ":" in text or "T" in text


def number_cases(windows: Iterable[Window], people: Sequence[str]) -> list[Case]:
    """Cases of a log whose names are `people`; overlapping windows of a person become one.

    Raises `IngestError` for somebody who is nowhere in the log, with the names that come nearest.
    """
    wanted: dict[str, list[Window]] = defaultdict(list)
    for window in windows:
        wanted[unicodedata.normalize("NFC", window.person)].append(window)
    numbers = {
        key: number for number, name in enumerate(people) if (key := unicodedata.normalize("NFC", name)) in wanted
    }
    cases: list[Case] = []
    for name, own in wanted.items():
        if name not in numbers:
            near = " hay ".join(f"«{other}»" for other in nearest(name, people))
            raise IngestError(
                f"không có ai tên «{name}» trong các dòng được tính."
                + (f" Có phải {near}?" if near else " Kiểm tra lại mã người trong tệp.")
            )
        cases += [Case(numbers[name], start, end) for start, end in _merged(own)]
    return cases


def _merged(windows: list[Window]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted((window.start, window.end) for window in windows):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def nearest(name: str, people: Sequence[str], most: int = 3) -> list[str]:
    """The names that somebody may have meant: without accents and case first, then letter by letter.

    >>> nearest("nguyen van an", ["Nguyễn Văn An", "Nguyễn Văn Anh", "Trần Bình"])
    ['Nguyễn Văn An', 'Nguyễn Văn Anh']
    """
    key = _bare(name)
    bare: dict[str, list[str]] = defaultdict(list)
    for other in people:
        bare[_bare(other)].append(other)
    likely = [other for other in bare if abs(len(other) - len(key)) <= 3]
    if len(likely) > _CLOSE:
        likely = [other for other in likely if other[:2] == key[:2] and other[-1:] == key[-1:]][:_CLOSE]
    found = difflib.get_close_matches(key, likely, most, 0.7)
    return [other for match in found for other in bare[match]][:most]


def _bare(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
