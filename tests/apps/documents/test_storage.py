"""Originals: whole on the disk before any row, proven at every reading."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction

from quantriet.apps.documents import storage
from quantriet.apps.documents.models import StoredFile
from quantriet.engines.kernel.problem import Problem


def test_content_is_the_name(db: None) -> None:
    file = storage.keep_file("Công văn".encode(), "text/plain")
    assert file.sha256 == hashlib.sha256("Công văn".encode()).hexdigest()
    assert storage.path_of(file.sha256) == Path(settings.FILES_ROOT) / file.sha256[:2] / file.sha256
    assert storage.read_file(file) == "Công văn".encode()


def test_same_content_is_one_file_and_one_row(db: None) -> None:
    assert storage.keep_file(b"x", "text/plain") == storage.keep_file(b"x", "text/plain")
    assert StoredFile.objects.count() == 1
    assert len([path for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file()]) == 1


def test_damage_is_noticed_and_healed_by_the_same_content(db: None) -> None:
    file = storage.keep_file(b"abc", "text/plain")
    storage.path_of(file.sha256).write_bytes(b"abd")
    with pytest.raises(Problem, match="file_damaged"):
        storage.read_file(file)
    storage.keep_file(b"abc", "text/plain")
    assert storage.read_file(file) == b"abc"


def test_missing_file_is_told(db: None) -> None:
    with pytest.raises(Problem, match="file_damaged"):
        storage.read_bytes("0" * 64)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "0" * 63, "Z" * 64, "0" * 62 + "/."])
def test_a_name_from_outside_is_no_path(name: str) -> None:
    with pytest.raises(Problem):
        storage.path_of(name)


def test_stop_before_commit_leaves_no_row(db: None) -> None:
    """The file may stay behind without a row; a row never without its file."""

    @transaction.atomic
    def stopped() -> None:
        storage.keep_file(b"interrupted", "text/plain")
        raise DatabaseError("the machine stops here")

    with pytest.raises(DatabaseError):
        stopped()
    assert not StoredFile.objects.exists()
    assert storage.read_bytes(hashlib.sha256(b"interrupted").hexdigest()) == b"interrupted"


def test_failed_write_leaves_no_half_file(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(storage.os, "fsync", refuse)
    settings.FILES_ROOT.mkdir()
    (settings.FILES_ROOT / hashlib.sha256(b"big").hexdigest()[:2]).mkdir()
    with pytest.raises(OSError, match="no space"):
        storage.keep_file(b"big", "text/plain")
    assert not StoredFile.objects.exists()
    assert not [path for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file()]
