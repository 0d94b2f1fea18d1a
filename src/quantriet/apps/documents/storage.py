"""Files kept by their content (kho tệp gốc): the SHA-256 of the bytes is the name, two letters of it the folder.

A file is whole on the disk, with its folder, before any row that names it can commit; a crash in between leaves
a file without a row, which harms nothing, and never a row without its file.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

from quantriet.apps.documents import problems
from quantriet.apps.documents.models import StoredFile


def keep_file(data: bytes, media_type: str) -> StoredFile:
    """Write the bytes (once), then their row; the same content twice is one file and one row."""
    sha256 = write_bytes(data)
    row, _ = StoredFile.objects.get_or_create(sha256=sha256, defaults={"size": len(data), "media_type": media_type})
    return row


def write_bytes(data: bytes) -> str:
    """Put the bytes on the disk for good and return their SHA-256; present and sound already, nothing happens."""
    sha256 = hashlib.sha256(data).hexdigest()
    target = path_of(sha256)
    if target.exists() and _digest(target) == sha256:
        return sha256
    _make_folder(target.parent)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    return sha256


def read_file(file: StoredFile) -> bytes:
    """The bytes of a row, proven to be the ones that were kept. Raises `problems.file_damaged`."""
    return read_bytes(file.sha256)


def read_bytes(sha256: str) -> bytes:
    try:
        data = path_of(sha256).read_bytes()
    except FileNotFoundError:
        raise problems.file_damaged() from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise problems.file_damaged()
    return data


def path_of(sha256: str) -> Path:
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise problems.file_damaged()  # a name from outside must never become a path of its own making
    return Path(settings.FILES_ROOT) / sha256[:2] / sha256


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _make_folder(folder: Path) -> None:
    """Make the folder and let every folder above that had to be made reach the disk too."""
    missing = [above for above in (folder, *folder.parents) if not above.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in reversed(missing):
        _sync_folder(made.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; NTFS journals the rename itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
