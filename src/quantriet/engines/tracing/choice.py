"""Which engine answers, and why, in words for the person who asked (chọn cách tính).

All engines give one answer; they differ in what they need. Sizes at which one takes over are `Thresholds`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from quantriet.engines.kernel.errors import EngineError


class Engine(StrEnum):
    """How a trace is computed (cách tính)."""

    SQL = "sql"
    MEMORY = "memory"
    SPARK = "spark"


class NoEngineError(EngineError):
    """The engine that was asked for is not installed; the message is a Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Sizes as data: bytes of memory that a row takes while tracing, and the share of free memory that may go.

    `few_rows` is the size up to which a log that already lies in a database is asked there.
    """

    bytes_a_row: int = 250
    share: float = 0.6
    few_rows: int = 3_000_000


@dataclass(frozen=True, slots=True)
class Choice:
    """The engine that answers and a Vietnamese sentence that says why."""

    engine: Engine
    why: str


_REMEDIES = {
    Engine.SPARK: "Cài bằng: pip install 'quantriet[spark]' (cần Java 17), hoặc bỏ --engine.",
    Engine.MEMORY: "Cài lại gói numpy, hoặc dùng --engine sql.",
    Engine.SQL: "Dùng --engine memory.",
}


def choose(
    rows: int,
    free: int,
    installed: Collection[Engine],
    *,
    asked: Engine | None = None,
    in_database: bool = False,
    thresholds: Thresholds | None = None,
) -> Choice:
    """The engine for a log of `rows` on a machine with `free` bytes of memory.

    Raises `NoEngineError` when the one that was asked for is not installed.

    >>> choose(200, 8 << 30, set(Engine)).engine, choose(10**9, 8 << 30, set(Engine)).engine
    (<Engine.MEMORY: 'memory'>, <Engine.SPARK: 'spark'>)
    >>> choose(200, 8 << 30, set(Engine), in_database=True).why
    'sql: 200 dòng đã nằm trong cơ sở dữ liệu, hỏi ngay tại đó là nhanh nhất.'
    """
    limits = thresholds or Thresholds()
    if asked is not None:
        if asked not in installed:
            raise NoEngineError(f"Máy này chưa có phần tính «{asked}». {_REMEDIES[asked]}")
        return Choice(asked, f"{asked}: theo yêu cầu (--engine {asked}).")
    counted = f"{rows:,}".replace(",", ".")
    if in_database and rows <= limits.few_rows:
        return Choice(Engine.SQL, f"sql: {counted} dòng đã nằm trong cơ sở dữ liệu, hỏi ngay tại đó là nhanh nhất.")
    need, room = rows * limits.bytes_a_row, int(free * limits.share)
    if need <= room and Engine.MEMORY in installed:
        return Choice(
            Engine.MEMORY,
            f"memory: {counted} dòng cần chừng {_size(need)} bộ nhớ, máy còn {_size(free)}.",
        )
    too_large = f"{counted} dòng cần chừng {_size(need)} bộ nhớ, máy chỉ còn {_size(free)}"
    if Engine.SPARK in installed:
        return Choice(Engine.SPARK, f"spark: {too_large}.")
    return Choice(Engine.SQL, f"sql: {too_large} và chưa cài Spark, nên tính trên đĩa, chậm hơn.")


def _size(count: int) -> str:
    """Bytes as an office reads them.

    >>> _size(30_000), _size(5_500_000_000)
    ('1 MB', '5,5 GB')
    """
    if count < 1_000_000_000:
        return f"{max(round(count / 1_000_000), 1)} MB"
    return f"{count / 1_000_000_000:.1f} GB".replace(".", ",")
