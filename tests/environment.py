"""Loaded first (`-p tests.environment`), before the settings: the home of this run, and a key only for tests."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

if "PYTEST_XDIST_WORKER" not in os.environ:
    home = tempfile.mkdtemp(prefix="quantriet-test-")
    os.environ["QUANTRIET_HOME"] = home
    atexit.register(shutil.rmtree, home, ignore_errors=True)
os.environ.setdefault("QUANTRIET_SECRET_KEY", "only-for-tests-" + "x" * 40)
