"""The files of a beacon: what it heard, and the keys it showed itself by, both kept as long as the rules say.

One line an observation: second (1970 UTC), identifier, signal strength in dBm, metadata; tab between, bytes as hex.
Keys lie beside it in `<name>.keys`, readable by their owner only: who has them can follow this beacon.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from quantriet.engines.kernel.problem import Problem
from quantriet.engines.proximity import Observation, ObservationLog, Observations, ProximityError, ingest, purge

_DAY = 86_400
_EVER = 100_000  # days: `ingest` takes what it is given, `purge` decides what goes


class BeaconLog:
    """Observations to append to and day keys to show, in two files; opening it drops what is too old.

    `dropped`: how many observations went, all together; `unread`: lines that nobody understands, which stay.
    """

    def __init__(self, path: Path, *, days: int, now: int, key_bytes: int) -> None:
        self._path, self._days, self._key_bytes = path, days, key_bytes
        self._keys_path = path.with_name(path.name + ".keys")
        self.dropped, self.unread = 0, 0
        self._keys: dict[int, bytes] = {}
        try:
            self._keys = self._read_keys()
            self._purge(now)
        except (OSError, UnicodeDecodeError) as error:
            raise _no_file(path, error) from error

    def key_of_day(self, day: int) -> bytes:
        """The key of a UTC day: random, on disk before it is shown."""
        if day not in self._keys:
            self._keys[day] = secrets.token_bytes(self._key_bytes)
            self._write_keys()
        return self._keys[day]

    def note(self, observation: Observation, width: int) -> None:
        """Append one line; on a new day, drop first what is too old by then."""
        metadata = f"{observation.metadata:08x}" if observation.metadata else ""
        row = (str(observation.time), observation.identifier(width).hex(), str(observation.rssi), metadata)
        try:
            if observation.time // _DAY != self._day:
                self._purge(observation.time)
            with self._path.open("a", encoding="utf-8") as file:
                file.write("\t".join(row) + "\n")
        except OSError as error:
            raise _no_file(self._path, error) from error

    def _purge(self, now: int) -> None:
        self._day = now // _DAY
        lines = self._path.read_text("utf-8").splitlines() if self._path.exists() else []
        read = list(_read(lines))
        heard = Observations.of(one for one in read if one is not None)
        log = ingest(ObservationLog(), heard, now=now, days=_EVER, tolerance=_EVER * _DAY).log
        since = purge(log, now, self._days).kept_since
        kept = [line for line, one in zip(lines, read, strict=True) if one is None or one.time >= since]
        self.unread = read.count(None)
        self.dropped += len(lines) - len(kept)
        if len(kept) < len(lines) or not self._path.exists():
            _replace(self._path, "".join(line + "\n" for line in kept))
        old = [day for day in self._keys if (day + 1) * _DAY <= since]
        for day in old:
            del self._keys[day]
        if old:
            self._write_keys()

    def _read_keys(self) -> dict[int, bytes]:
        if not self._keys_path.exists():
            return {}
        try:
            rows = [line.split("\t") for line in self._keys_path.read_text("utf-8").splitlines()]
            keys = {int(day): bytes.fromhex(key) for day, key in rows}
        except ValueError as error:
            raise Problem(
                "beacon.keys",
                f"Tệp khóa {self._keys_path} không đọc được.",
                why="Mất khóa thì không ai còn đối chiếu được mã đã phát.",
                remedy="Tìm bản lưu của tệp này, hoặc chuyển nó đi chỗ khác và chọn tên tệp --log mới.",
            ) from error
        if any(len(key) != self._key_bytes for key in keys.values()):
            raise Problem(
                "beacon.format",
                f"Tệp {self._path} thuộc một định dạng phát khác.",
                remedy="Chọn đúng --format như lần trước, hoặc một tên tệp --log khác.",
            )
        return keys

    def _write_keys(self) -> None:
        rows = "".join(f"{day}\t{key.hex()}\n" for day, key in sorted(self._keys.items()))
        try:
            _replace(self._keys_path, rows)
        except OSError as error:
            raise _no_file(self._keys_path, error) from error


def memory_keys(key_bytes: int) -> Callable[[int], bytes]:
    """Day keys that nobody keeps: for a trial without a file."""
    keys: dict[int, bytes] = {}
    return lambda day: keys.setdefault(day, secrets.token_bytes(key_bytes))


def _read(lines: list[str]) -> Iterator[Observation | None]:
    for line in lines:
        try:
            second, identifier, rssi, *metadata = line.split("\t")
            yield Observation.of(bytes.fromhex(identifier), int(second), int(rssi), 0, bytes.fromhex("".join(metadata)))
        except (ValueError, ProximityError):
            yield None


def _replace(path: Path, text: str) -> None:
    """Whole or not at all, and for the owner only."""
    fresh = path.with_name(path.name + ".new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)


def _no_file(path: Path, error: OSError | UnicodeDecodeError) -> Problem:
    told = error.strerror if isinstance(error, OSError) else "không phải tệp chữ"
    return Problem("beacon.file", f"Không dùng được tệp {path}: {told}.", remedy="Chọn tệp khác sau --log.")
