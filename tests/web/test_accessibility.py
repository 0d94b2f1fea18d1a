"""A real browser looks at every component: axe finds nothing, nothing runs over the edge, no script fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.web.rendering import HERE, NOW, Clerk, make_request, render
from tests.web.test_components import Declaration

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.web.urls")]
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".html": "text/html"}
SITE = "https://quantriet.test"


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    sync_api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)


def gallery() -> str:
    return render(
        (HERE / "gallery.html").read_text("utf-8"),
        make_request(actor=Clerk()),
        now=NOW,
        due=NOW + timedelta(minutes=24),
        form=Declaration({"contacts": "-1", "urgency": "a"}),
        fresh=Declaration(prefix="fresh"),
        pairs=[("Số", "1031/TB-STP")],
        tabs=[{"label": "Tất cả", "url": "/", "current": True, "count": 34}, {"label": "Đã xong", "url": "/x/"}],
        chain=[{"label": "1948/QĐ-UBND", "url": "/d/1/", "lapsed": True}, {"label": "1031/TB-STP", "current": True}],
        cells=[("on-time", "16/7"), ("nil", "17/7"), ("late", "18/7", "/r/"), ("missing", "19/7"), ("off", "20/7")],
    )


def answer(route: object) -> None:
    """Serves the page and the static files; no server, no database."""
    path = route.request.url.removeprefix(SITE)  # type: ignore[attr-defined]
    file = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
    if file:
        route.fulfill(body=Path(file).read_bytes(), content_type=TYPES.get(Path(file).suffix, "font/woff2"))  # type: ignore[attr-defined]
    elif path == "/":
        route.fulfill(body=gallery(), content_type="text/html; charset=utf-8")  # type: ignore[attr-defined]
    else:
        route.fulfill(status=204)  # type: ignore[attr-defined]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1360, 900), (390, 844), (320, 700)])
def test_every_component_is_accessible(browser: object, scheme: str, width: int, height: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(  # type: ignore[attr-defined]
        viewport={"width": width, "height": height}, color_scheme=scheme, service_workers="block"
    )
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.route("**/*", answer)
    page.goto(f"{SITE}/")
    page.wait_for_selector(".stepper button")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()
    assert [(item["id"], [node["html"][:120] for node in item["nodes"]]) for item in found] == []
    assert wide <= 0
    assert faults == []
