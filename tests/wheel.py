"""The wheel alone, in an empty folder: build it, install it with the locked versions, serve, ask for a page.

    python -m tests.wheel

For offices without make: `pip install quantriet-*.whl`, `quantriet serve`. Prints what it did; status 0 when the
sign-in page answered and the second start came up quickly.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECOND_START_LIMIT = 5.0  # seconds, on a quiet machine; told, and held at twice that


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="quantriet-wheel-") as folder:
        place = Path(folder)
        build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(place / "dist"), str(ROOT)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([sys.executable, "-m", "venv", str(place / "venv")], check=True)
        pip = [str(place / "venv" / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True)
        [wheel] = (place / "dist").glob("quantriet-*.whl")
        subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
        office = place / "office"
        office.mkdir()
        first, second = _serve(place, office), _serve(place, office)
        print(f"wheel: {wheel.name}; first start {first:.1f} s, second {second:.1f} s")
        return 0 if second < 2 * SECOND_START_LIMIT else 1


def _serve(place: Path, office: Path) -> float:
    """Start in the office's folder, wait for the sign-in page, stop; seconds until it answered."""
    port = _free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUANTRIET_")}
    command = [str(place / "venv" / "bin" / "quantriet"), "serve", "--demo", "--port", str(port)]
    began = time.monotonic()
    with subprocess.Popen(command, cwd=office, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            page = _wait_for(f"http://127.0.0.1:{port}/accounts/login/", server)
            seconds = time.monotonic() - began
        finally:
            server.terminate()  # not SIGINT: a shell starts its background jobs deaf to it
            server.wait(timeout=30)
    if "Quán Triệt" not in page:
        raise SystemExit("The sign-in page came without the product's name.")
    return seconds


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], limit: float = 180) -> str:
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if server.poll() is not None:
            raise SystemExit(f"quantriet serve ended with status {server.returncode}.")
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise SystemExit(f"No answer within {limit} s.")


if __name__ == "__main__":
    raise SystemExit(main())
