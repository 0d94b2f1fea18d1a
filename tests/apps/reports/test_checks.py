"""A broken file of the office is found at the start, with its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from quantriet.apps.reports.checks import law_files_can_be_read
from quantriet.law import load


def test_what_is_shipped_can_be_read():
    assert law_files_can_be_read(None) == []


@pytest.mark.parametrize("content", [b"versions: []", b"versions: [", b"\xff\xfe"])
def test_a_broken_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes):
    monkeypatch.setattr(load, "_folders", list(load._folders))
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "ours.yaml").write_bytes(content)
    load.add_folder(tmp_path)
    try:
        [fault] = law_files_can_be_read(None)
    finally:
        monkeypatch.undo()
        load.forget()
    assert fault.id == "reports.E001"
