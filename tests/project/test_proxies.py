"""Whose word is taken for a visitor's address."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

VISIT = """
import sys
from wsgiref.util import setup_testing_defaults
from quantriet.project.wsgi import application
visit = {"REMOTE_ADDR": sys.argv[1], "HTTP_X_FORWARDED_FOR": sys.argv[2], "PATH_INFO": "/"}
setup_testing_defaults(visit)
application(visit, lambda status, headers: None)
print(visit["REMOTE_ADDR"])
"""


@pytest.mark.parametrize(
    ("proxies", "peer", "told", "taken"),
    [
        ("", "10.0.0.7", "203.0.113.9", "10.0.0.7"),
        ("10.0.0.7", "10.0.0.7", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1, 10.0.0.9/24", "10.0.0.7", "198.51.100.1, 203.0.113.9, 10.0.0.8", "203.0.113.9"),
        ("10.0.0.7", "10.0.0.66", "203.0.113.9", "10.0.0.66"),
    ],
    ids=["no proxy", "a proxy", "two in a row, and what a visitor invented before", "a visitor past the proxy"],
)
def test_only_a_named_proxy_tells_a_visitors_address(
    proxies: str, peer: str, told: str, taken: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", VISIT, peer, told],
        env={**os.environ, "QUANTRIET_HOME": str(tmp_path), "QUANTRIET_PROXIES": proxies},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [taken]


def test_a_proxy_that_is_none_is_refused_before_serving(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", VISIT, "10.0.0.7", "203.0.113.9"],
        env={**os.environ, "QUANTRIET_HOME": str(tmp_path), "QUANTRIET_PROXIES": "10.0.0.7,may-chu"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert "QUANTRIET_PROXIES có «may-chu»: không phải địa chỉ máy. Viết như 127.0.0.1" in done.stderr
