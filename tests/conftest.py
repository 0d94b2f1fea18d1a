"""What every test stands on: the invented agency with its named actors, and plain static files."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QUANTRIET_HOME", tempfile.mkdtemp(prefix="quantriet-test-"))
os.environ.setdefault("QUANTRIET_SECRET_KEY", "only-for-tests-" + "x" * 40)


@pytest.fixture(autouse=True)
def _plain_settings(settings: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """Files of a test go to its own folder; static files need no manifest; passwords hash fast."""
    settings.FILES_ROOT = tmp_path / "files"  # type: ignore[attr-defined]
    settings.STORAGES = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    settings.AXES_ENABLED = False  # type: ignore[attr-defined]
    yield


@pytest.fixture
def agency(db: None):  # type: ignore[no-untyped-def]
    """The invented department of tests/support/agency.py."""
    from tests.support.agency import build_agency

    return build_agency()
