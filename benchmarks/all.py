"""Every headline figure, one after the other (`make bench`); most of an hour on two cores."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.place import ROOT

SCRIPTS = (
    *("reading", "scans", "weight", "pages", "submission"),
    *("tracing", "tracing_sql", "tracing_csv", "tracing_spark", "proximity"),
)


def main() -> int:
    """Run the scripts in processes of their own; the status is the first that is not 0."""
    status = 0
    for name in SCRIPTS:
        print(f"\n{'=' * 78}\npython -m benchmarks.{name}\n{'=' * 78}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=ROOT, check=False)
        status = status or done.returncode
    return status


if __name__ == "__main__":
    raise SystemExit(main())
