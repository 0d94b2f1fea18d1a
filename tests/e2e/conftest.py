"""A real browser before a real server over a real database file; the clock of all three is the test's own."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.conf import settings as project_settings
from playwright.sync_api import Browser

from quantriet.web.assets import build_assets
from tests.e2e.browsers import open_browser
from tests.e2e.stage import Stage
from tests.support.agency import Agency, build_agency
from tests.support.world import World, build_world


@pytest.fixture(scope="session", autouse=True)
def _look_of_the_product() -> None:
    """Fonts are cut once; the folder that whitenoise asks for at the server's start exists."""
    build_assets(project_settings.ASSETS_ROOT)
    project_settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Playwright keeps an event loop in this thread, which Django takes for asynchronous code; it is not."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield from open_browser()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def stage(browser: Browser, live_server: object) -> Iterator[Stage]:
    """08:00 of Thursday 22/7/2021, and nobody signed in yet."""
    with Stage(browser, str(live_server)) as stage:
        yield stage


@pytest.fixture
def agency(stage: Stage) -> Agency:  # the department is built at the stage's own time
    return build_agency()


@pytest.fixture
def world(stage: Stage) -> World:
    """The department in the middle of its day, something on every page."""
    world = build_world()
    stage.move_to(15, 40)
    return world
