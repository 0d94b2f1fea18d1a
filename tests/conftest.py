"""What every test stands on: the invented agency with its named actors, and plain static files."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.db import connection

logging.getLogger("django.request").setLevel(logging.ERROR)  # a refusal that a test asks for is no news


@pytest.fixture(autouse=True)
def _plain_settings(settings: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Files of a test go to its own folder; static files need no manifest; passwords hash fast."""
    settings.FILES_ROOT = tmp_path / "files"  # type: ignore[attr-defined]
    settings.STATIC_ROOT = tmp_path / "static"  # type: ignore[attr-defined]
    settings.STATIC_ROOT.mkdir()  # type: ignore[attr-defined]  # whitenoise warns about a missing one
    settings.STORAGES = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    settings.AXES_ENABLED = False  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _emptied_ledger(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with real transactions SQLite empties tables row by row, which the ledger's guard forbids."""
    marker = request.node.get_closest_marker("django_db")
    wants = {"transactional_db", "live_server", "file_database"} & set(request.fixturenames)
    if not wants and not (marker and marker.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    if connection.vendor == "sqlite":
        guard = import_module("quantriet.apps.ledger.migrations.0002_only_grows")
        with connection.schema_editor() as editor:
            guard.release(None, editor)
            editor.execute("DELETE FROM ledger_act")
            guard.guard(None, editor)


@pytest.fixture
def file_database(transactional_db: None) -> None:
    """For tests with threads: their connections must meet in one real file, so an in-memory database is refused."""
    name = str(connection.settings_dict["NAME"])
    assert connection.vendor != "sqlite" or ("memory" not in name and Path(name).exists())


@pytest.fixture
def agency(db: None):  # type: ignore[no-untyped-def]
    """The invented department of tests/support/agency.py."""
    from tests.support.agency import build_agency

    return build_agency()
