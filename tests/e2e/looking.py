"""Looking at a page as everybody's eyes must: nothing that an axe rule, a narrow screen or a strict policy refuses."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_examined: set[tuple[str, int]] = set()  # axe takes most of the time; the same page of another document is passed over
SHOTS = os.environ.get("QUANTRIET_SHOTS")  # a folder: every page that is looked at leaves its picture there


def look(page: Page, name: str, *, is_quick: bool = False) -> None:
    """The page is whole: language, one heading, no sideways scrolling, nothing axe finds (left out when quick)."""
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready.then(() => true)")
    _take_picture(page, name)
    place = f"{name} ({urlsplit(page.url).path}, {page.viewport_size['width']} px)"  # type: ignore[index]
    assert page.locator("html").get_attribute("lang") == "vi", place
    assert page.locator("h1").count() == 1, place
    width, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width <= room, f"{place}: {width - room} px stand out to the right: {_widest(page)}"
    visit = (name, page.viewport_size["width"])  # type: ignore[index]
    if visit not in _examined and not is_quick:
        found = find_violations(page)
        assert not found, f"{place}:\n" + "\n".join(found)
        _examined.add(visit)


def find_violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA, one line for each element."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    options = json.dumps({"runOnly": WCAG, "resultTypes": ["violations"]})
    answer = page.evaluate(f"axe.run({options}).then(found => found.violations)")
    return [
        f"{rule['id']}: {node['html'][:200]} {' '.join(check['message'] for check in node['any'] + node['all'])[:300]}"
        for rule in answer
        for node in rule["nodes"]
    ]


def _widest(page: Page) -> list[str]:
    script = """() => [...document.querySelectorAll('body *')]
        .filter(node => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .slice(0, 5).map(node => node.outerHTML.slice(0, 120))"""
    found: list[str] = page.evaluate(script)
    return found


def _take_picture(page: Page, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        size = "phone" if page.viewport_size["width"] < 600 else "desk"  # type: ignore[index]
        page.screenshot(path=f"{SHOTS}/{name}-{size}.png", full_page=True)
