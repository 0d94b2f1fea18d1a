"""The engine is chosen by size, said in words, and never one that is not there."""

from __future__ import annotations

import pytest

from quantriet.engines.tracing.choice import Engine, NoEngineError, Thresholds, choose

ALL = set(Engine)
GIGA = 1 << 30


@pytest.mark.parametrize(
    ("rows", "free", "installed", "in_database", "engine"),
    [
        (200, 8 * GIGA, ALL, False, Engine.MEMORY),
        (30_000_000, 24 * GIGA, ALL, False, Engine.MEMORY),
        (30_000_000, 2 * GIGA, ALL, False, Engine.SPARK),
        (30_000_000, 2 * GIGA, {Engine.SQL, Engine.MEMORY}, False, Engine.SQL),
        (200, 8 * GIGA, {Engine.SQL}, False, Engine.SQL),
        (3_000_000, 8 * GIGA, ALL, True, Engine.SQL),
        (3_000_001, 8 * GIGA, ALL, True, Engine.MEMORY),
    ],
)
def test_the_size_decides(rows: int, free: int, installed: set[Engine], in_database: bool, engine: Engine) -> None:
    choice = choose(rows, free, installed, in_database=in_database)
    assert choice.engine is engine
    assert choice.why.startswith(f"{engine}: ")
    assert choice.why.endswith(".")


def test_the_reason_tells_rows_and_memory() -> None:
    assert choose(30_000_000, 24_000_000_000, ALL).why == (
        "memory: 30.000.000 dòng cần chừng 7,5 GB bộ nhớ, máy còn 24,0 GB."
    )


def test_the_thresholds_are_data() -> None:
    tight = Thresholds(bytes_a_row=1000, share=0.5, few_rows=10)
    assert choose(1_001, 2_000_000, ALL, thresholds=tight).engine is Engine.SPARK
    assert choose(1_000, 2_000_000, ALL, thresholds=tight).engine is Engine.MEMORY
    assert choose(11, GIGA, ALL, in_database=True, thresholds=tight).engine is Engine.MEMORY


def test_what_is_asked_for_is_taken_or_refused_with_a_remedy() -> None:
    assert choose(10**12, GIGA, ALL, asked=Engine.MEMORY).engine is Engine.MEMORY
    with pytest.raises(NoEngineError, match=r"quantriet\[spark\]"):
        choose(200, GIGA, {Engine.SQL, Engine.MEMORY}, asked=Engine.SPARK)
