"""Debian's Chromium, started once for all browser tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

CHROMIUM = Path(os.environ.get("QUANTRIET_CHROMIUM", "/usr/bin/chromium"))
PATIENCE_MS = 20_000  # a busy machine is slow, not wrong; only a failing test waits this long
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def open_browser() -> Iterator[Browser]:
    """One browser; without Chromium the tests are skipped, but where all must run (CI) they fail."""
    if not CHROMIUM.exists():
        words = f"Chromium is not at {CHROMIUM}; install it or name another with QUANTRIET_CHROMIUM."
        pytest.fail(words) if os.environ.get("CI") == "true" else pytest.skip(words)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield browser
        browser.close()
