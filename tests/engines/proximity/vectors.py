"""Published test vectors: the whole file where it lies beside the checkout."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

FILE = Path(__file__).resolve().parents[3].parent / "shared" / "facts" / "proximity_vectors.json"

needs_vectors = pytest.mark.skipif(not FILE.exists(), reason="the published vectors are not beside the checkout")


@cache
def vectors(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text("utf-8"))[name]
    return found
