"""Machines with and without Tesseract."""

from __future__ import annotations

import os

import pytest

from quantriet.engines.reading.sources import ocr


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without Tesseract."""
    monkeypatch.setattr(ocr, "is_available", lambda: False)


@pytest.fixture
def with_ocr() -> None:
    """Skip where Tesseract is missing; in continuous integration that is a failure."""
    if not ocr.is_available():
        words = "tesseract with the language vie is not installed: apt install tesseract-ocr tesseract-ocr-vie"
        pytest.fail(words) if os.environ.get("CI") == "true" else pytest.skip(words)
