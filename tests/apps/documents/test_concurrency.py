"""Register numbers under real concurrency: several threads on one database file, as the server has them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import json, threading
import django
django.setup()
from django.core.management import call_command
from django.db import connection
call_command("migrate", verbosity=0, interactive=False)
from quantriet.apps.documents import actions
from quantriet.apps.documents.models import Document
from tests.support.agency import at, build_agency
agency = build_agency()
actor = agency.actor("dung")
failures = []

def enter(thread):
    try:
        for number in range(6):
            actions.receive_document(
                agency=agency.department, data=f"Thong bao {thread} so {number}".encode(), name="a.txt",
                by=actor, at=at(9),
            )
    except Exception as failure:
        failures.append(repr(failure))
    finally:
        connection.close()

threads = [threading.Thread(target=enter, args=(thread,)) for thread in range(6)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(json.dumps([failures, sorted(Document.objects.values_list("register_number", flat=True))]))
"""


@pytest.mark.slow
def test_no_gap_and_no_number_twice(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    environment = {
        **os.environ,
        "QUANTRIET_HOME": str(tmp_path),
        "QUANTRIET_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "quantriet.project.settings",
        "PYTHONPATH": str(root),
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, cwd=root, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    failures, numbers = json.loads(done.stdout.splitlines()[-1])
    assert failures == []
    assert numbers == list(range(1, 37))
