"""`kill -9` of the real worker in the middle of a real scan: the next worker goes on and the scan is entered once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from quantriet.engines.reading.sources import ocr

PAGES = 5
PREPARE = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0, interactive=False)
from quantriet.apps.clock.moment import now
from quantriet.apps.documents.waiting import hold_file
from tests.engines.reading.sources.test_ocr import _drawn, _saved
from tests.support.agency import build_agency
agency = build_agency()
hold_file(
    agency=agency.department, data=_saved(*[_drawn()] * {pages}, kind="PDF"), name="a.pdf", direction="incoming",
    page_count={pages}, by=agency.actor("dung"), at=now(),
)
"""


def _look(home: Path) -> tuple[int, str, int, int]:
    """Pages kept, state of the file, entries in the book, how often the number of the page stands in them."""
    with closing(sqlite3.connect(home / "quantriet.sqlite3")) as database:
        [pages], [state] = (
            database.execute(f"SELECT {what} FROM documents_{table}").fetchone()
            for what, table in (("count(*)", "pendingpage"), ("state", "pendingfile"))
        )
        texts = [text for (text,) in database.execute("SELECT text FROM documents_document")]
    return pages, state, len(texts), sum(text.count("309/UBND-NV") for text in texts)


@pytest.mark.slow
def test_a_killed_worker_loses_no_page(tmp_path: Path) -> None:
    if not ocr.is_available() and os.environ.get("CI") != "true":
        pytest.skip("tesseract is not installed")
    environment = {
        **{key: value for key, value in os.environ.items() if key != "QUANTRIET_DATABASE_URL"},
        "QUANTRIET_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "quantriet.project.settings",
    }

    prepare = [sys.executable, "-c", PREPARE.format(pages=PAGES)]
    subprocess.run(prepare, env=environment, check=True, timeout=120)
    work = [sys.executable, "-m", "quantriet.project.cli", "work"]
    worker = subprocess.Popen(work, env=environment)
    deadline = time.monotonic() + 120
    while _look(tmp_path)[:2] == (0, "waiting"):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    pages, *rest = _look(tmp_path)
    assert (pages > 0, rest) == (True, ["waiting", 0, 0]), "the kill came too late to say anything"
    subprocess.run([*work, "--once"], env=environment, check=True, timeout=120)
    assert _look(tmp_path) == (0, "done", 1, PAGES)
