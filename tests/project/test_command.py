"""The command as a program of its own, as a shell starts it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(("words", "status"), [(["--help"], 0), (["read"], 2), (["read", "no-such-file.docx"], 2)])
def test_vietnamese_comes_out_whole_where_the_code_page_has_no_letters_for_it(words: list[str], status: int) -> None:
    """What Windows gives a program whose output goes to a file: cp1252, which has neither ế nor đ."""
    done = subprocess.run(
        [sys.executable, "-c", "from quantriet.project.cli import main; raise SystemExit(main())", *words],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    told = (done.stdout + done.stderr).decode("utf-8")
    assert "Traceback" not in told
    assert done.returncode == status
    assert any(letter in told for letter in "ếệđọả")
