"""A real browser before a real server over a real database file; the clock of all three is the test's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser

from quantriet.web.assets import build_assets
from tests.e2e.browsers import open_browser
from tests.e2e.stage import Stage
from tests.support.agency import Agency, build_agency
from tests.support.world import World, build_world


@dataclass(frozen=True)
class Server:
    url: str
    storages: dict[str, Any]
    static_root: Path


@pytest.fixture(scope="session")
def server(django_db_setup: None) -> Iterator[Server]:
    """Answers in threads, with static files as an office serves them: collected, named by their hash, from whitenoise.

    Django's own live server would find them in the sources under their plain names.
    """
    build_assets(project.ASSETS_ROOT)
    call_command("collectstatic", interactive=False, verbosity=0)
    thread = LiveServerThread("localhost", static_handler=lambda application: application)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield Server(f"http://localhost:{thread.port}", project.STORAGES, project.STATIC_ROOT)
    thread.terminate()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Playwright keeps an event loop in this thread, which Django takes for asynchronous code; it is not."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield from open_browser()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def stage(browser: Browser, server: Server, transactional_db: None, settings: Any) -> Iterator[Stage]:
    """08:00 of Thursday 22/7/2021, and nobody signed in yet."""
    settings.STORAGES, settings.STATIC_ROOT = server.storages, server.static_root
    with Stage(browser, server.url) as stage:
        yield stage


@pytest.fixture
def agency(stage: Stage) -> Agency:
    """The invented department, built at the stage's own time."""
    return build_agency()


@pytest.fixture
def world(stage: Stage) -> World:
    """The department in the middle of its day, something on every page."""
    world = build_world()
    stage.move_to(15, 40)
    return world
