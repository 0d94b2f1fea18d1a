"""The documents that the browser tests send on their way."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
OWN = HERE / "documents" / "ket-luan-hoi-nghi.txt"
UNKNOWN_UNIT = HERE / "documents" / "cong-van-la-ten.txt"
SEEDS = HERE.parents[2] / "shared" / "seeds"


def directives() -> list[object]:
    """The invented document always; the first user's own document too where it lies beside the checkout."""
    seeds = [pytest.param(path, id="seed") for path in sorted(SEEDS.glob("000_*.txt"))]
    return [pytest.param(OWN, id="own"), *seeds]
