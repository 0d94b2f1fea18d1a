"""What a first visit brings over the wire: HTML, CSS, JavaScript, fonts, icons as transferred, with an empty cache.

    python -m benchmarks.weight [--units 60]

A real Chromium opens each main page of a real server, signed in, once for each page in a fresh profile. Counted are
the bytes of the answers with their headers, as the browser received them. The ratio is against the limit of 150 kB.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.measure import heading, machine_line, say, table, verdict
from benchmarks.place import inside, place, serving, set_up

LIMIT_KB = 150.0
CHROMIUM = next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists()), None)
KINDS = ("Document", "Stylesheet", "Script", "Font", "Image", "Other")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=60)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--tasks", type=int, default=400)
    parser.add_argument("--pages", type=int, default=100, help="how many of the pages")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.inside:
        _measure(words)
        return
    say(machine_line())
    with place("sqlite") as environment:
        given = []
        for name in ("units", "days", "tasks", "pages"):
            given += [f"--{name}", str(getattr(words, name))]
        inside("benchmarks.weight", environment, "--inside", *given)


def _measure(words: argparse.Namespace) -> None:
    set_up()
    from django.db import connections

    from benchmarks import data
    from benchmarks.pages import main_pages, report_some

    agency = data.build(units=words.units, days=words.days, tasks=words.tasks)
    report_some(agency)
    keys = dict(zip(names := [agency.chief, agency.heads[0]], data.sessions(names), strict=True))
    pages = main_pages(agency)[: words.pages]
    connections.close_all()
    heading(f"First visit of each page: {words.units} units, {words.tasks} open tasks")
    rows, heaviest = [], ("", 0.0)
    with serving(environment=dict(os.environ)) as server:
        for page in pages:
            weights, count = _visit(server.port, page.path, keys[page.user])
            total = sum(weights.values()) / 1000
            heaviest = max(heaviest, (page.name, total), key=lambda one: one[1])
            kinds = [f"{weights[kind] / 1000:.1f}" for kind in KINDS]
            rows.append([page.name, *kinds, str(count), f"{total:.1f}", f"{total / LIMIT_KB:.2f}"])
    table(
        ["page (kB as transferred)", "HTML", "CSS", "JS", "fonts", "images", "other", "requests", "kB", "÷ limit"], rows
    )
    verdict(f"heaviest page ({heaviest[0]})", heaviest[1], LIMIT_KB, at_most=True, unit=" kB")


def _visit(port: int, path: str, session: str) -> tuple[Counter[str], int]:
    """Bytes by kind and number of answers of one visit with an empty cache."""
    from playwright.sync_api import sync_playwright

    weights: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        # without the service worker: what it keeps for later loads after the page and holds nobody up
        context = browser.new_context(service_workers="block", viewport={"width": 1360, "height": 900})
        address = f"http://127.0.0.1:{port}"
        context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
        tab = context.new_page()
        wire = context.new_cdp_session(tab)
        wire.send("Network.enable")

        def told(event: dict[str, Any]) -> None:
            kinds[event["requestId"]] = event["type"] if event["type"] in KINDS else "Other"

        def finished(event: dict[str, Any]) -> None:
            weights[kinds.get(event["requestId"], "Other")] += int(event["encodedDataLength"])

        wire.on("Network.responseReceived", told)
        wire.on("Network.loadingFinished", finished)
        answer = tab.goto(f"{address}{path}", wait_until="networkidle")
        assert answer is not None, path
        assert answer.status == 200, (path, answer.status)
        browser.close()
    return weights, len(kinds)


if __name__ == "__main__":
    main()
