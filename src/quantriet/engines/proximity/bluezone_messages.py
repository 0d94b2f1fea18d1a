"""What Bluezone's phones and its server send: the log `data_trace.txt`, and keys `InfoF` (dữ liệu gửi của Bluezone).

One line of the log a sighting: own identifier, identifier heard, signal strength, time; tabs between, upper-case
hexadecimal. Android writes the time in milliseconds, iPhones in seconds. A line that cannot be read is given back with
its reason. `InfoF` of a phone holds its keys; `InfoF` of the server holds what it publishes of a case.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from quantriet.engines.kernel.problem import Problem

from .bluezone import KEY_BYTES, SLOTS, PublishedRange
from .errors import ProximityError
from .identifiers import DAY
from .log import Refused
from .observations import Observation, seconds_of

MOST_LINES = 500_000  # three weeks at one sighting every four seconds
MOST_LINE_CHARACTERS = 200
MOST_INFO_CHARACTERS = 2_000
MOST_RANGES = 1_000

_LINE = re.compile(r"([0-9A-Fa-f]{24})\t([0-9A-Fa-f]{24})\t(-?[0-9]{1,4})\t([0-9]{1,18})")
_HEX_KEY = re.compile(r"[0-9A-Fa-f]{64}")


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One line of an upload (dòng lịch sử): both identifiers (12 bytes each), dBm, seconds."""

    own: bytes
    contact: bytes
    rssi: int
    time: int

    def observed_by(self, device: int) -> Observation:
        """As an entry of the log of this device."""
        return Observation.of(self.contact, self.time, self.rssi, device)


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """The `InfoF` of an upload: base key and the day it was made on, day key and its time (keys 32 bytes, seconds)."""

    base_id: bytes
    since: int
    day_key: bytes
    start: int


def read_trace(text: str) -> tuple[list[TraceRow], list[Refused]]:
    """The rows of an upload in their order, and the lines that are none. Raises `Problem` for a file too long."""
    lines = text.split("\n", MOST_LINES)
    if len(lines) > MOST_LINES and lines[-1]:
        raise Problem(
            "proximity.trace_too_long",
            f"Tệp lịch sử có hơn {MOST_LINES} dòng.",
            why="Một máy không ghi nhiều đến thế trong thời hạn lưu giữ.",
            remedy="Kiểm tra lại tệp rồi gửi riêng từng máy.",
        )
    rows: list[TraceRow] = []
    refused: list[Refused] = []
    for number, line in enumerate(lines):
        found = _LINE.fullmatch(line.rstrip("\r")) if len(line) <= MOST_LINE_CHARACTERS else None
        if found:
            own, contact = bytes.fromhex(found[1]), bytes.fromhex(found[2])
            rows.append(TraceRow(own, contact, int(found[3]), seconds_of(int(found[4]))))
        elif line.strip():
            refused.append(Refused(number, "proximity.trace_line", f"Dòng {number + 1} không đúng dạng. Bỏ dòng này."))
    return rows, refused


def write_trace(rows: Iterable[TraceRow], *, milliseconds: bool) -> str:
    """The text that a phone would upload: Android with milliseconds, iPhone without."""
    unit = 1000 if milliseconds else 1
    return "".join(
        f"{row.own.hex().upper()}\t{row.contact.hex().upper()}\t{row.rssi}\t{row.time * unit}\n" for row in rows
    )


def read_key_info(text: str) -> KeyInfo:
    """The keys of an upload. Raises `Problem` for anything else.

    >>> key = "4C5224B397F8AB3896781D5AA0F3119F280513F1B592CA280EBDED6357E21084"
    >>> info = f'{{"base_id":"{key}","time":1596844800,"daily_key":"{key}","time_start":1596844800}}'
    >>> read_key_info(info).since
    1596844800
    """
    told = _object(text, MOST_INFO_CHARACTERS)
    since = _time(told, "time")
    if since % DAY:  # the base key is counted from a midnight
        raise _bad_info("time phải là 0 giờ (UTC) của một ngày")
    return KeyInfo(_key(told, "base_id"), since, _key(told, "daily_key"), _time(told, "time_start"))


def write_key_info(info: KeyInfo) -> str:
    """As the phones write it, byte for byte."""
    told = {
        "base_id": info.base_id.hex().upper(),
        "time": info.since,
        "daily_key": info.day_key.hex().upper(),
        "time_start": info.start,
    }
    return _written(told)


def read_published(text: str) -> list[PublishedRange]:
    """What the server sent to all phones: a range for each key. Raises `Problem` for anything else."""
    ranges = _object(text, MOST_INFO_CHARACTERS * MOST_RANGES).get("data")
    if not isinstance(ranges, list) or len(ranges) > MOST_RANGES:
        raise _bad_info(f"data phải là danh sách có tối đa {MOST_RANGES} khoảng")
    return [_range(one) for one in ranges]


def write_published(ranges: Iterable[PublishedRange]) -> str:
    """As the server would send it."""
    data = [
        {"daily_key": one.key.hex().upper(), "time_start": one.start, "max": one.slots, "time_end": one.end}
        for one in ranges
    ]
    return _written({"data": data})


def _range(told: object) -> PublishedRange:
    if not isinstance(told, dict):
        raise _bad_info("data phải là danh sách các khoảng")
    slots = told.get("max", SLOTS)
    if type(slots) is not int:
        raise _bad_info("max phải là số khoảng thời gian trong một ngày")
    key, start, end = _key(told, "daily_key"), _time(told, "time_start"), _time(told, "time_end")
    try:
        return PublishedRange(key, start, end, slots)
    except ProximityError as error:
        raise _bad_info("có khoảng thời gian không hợp lệ hoặc quá dài") from error


def _object(text: str, most: int) -> dict[str, object]:
    try:
        told = json.loads(text) if len(text) <= most else None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise _bad_info("nội dung không phải là một đối tượng JSON ngắn")
    return told


def _written(told: object) -> str:
    return json.dumps(told, separators=(",", ":"))


def _key(told: dict[str, object], name: str) -> bytes:
    value = told.get(name)
    if not isinstance(value, str) or not _HEX_KEY.fullmatch(value):
        raise _bad_info(f"{name} phải là {2 * KEY_BYTES} chữ số thập lục phân")
    return bytes.fromhex(value)


def _time(told: dict[str, object], name: str) -> int:
    value = told.get(name)
    if type(value) is not int or not 0 < value < 1 << 52:
        raise _bad_info(f"{name} phải là số giây từ năm 1970")
    return seconds_of(value)


def _bad_info(why: str) -> Problem:
    return Problem(
        "proximity.key_info",
        "Không đọc được khóa của máy trong dữ liệu gửi lên.",
        why=f"Trong phần InfoF, {why}.",
        remedy="Gửi lại từ ứng dụng.",
    )
