"""How long the main pages take, how many queries each asks, and whether that grows with the number of units.

    python -m benchmarks.pages [--backend sqlite] [--units 36 360 3600] [--seconds 1.5]

Each page is asked in-process (Django's client: the server's time alone) and over HTTP from granian, one after the
other on a kept-open connection. The floor of the same run is the frame: the smallest page of a signed-in person.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.measure import Figure, heading, machine_line, percentile, say, table, verdict
from benchmarks.place import BACKENDS, database_line, inside, place, serving, set_up

BUDGET_MS = 50.0
FRAME = "frame (no data)"
WARMING = 8


@dataclass
class Page:
    """One page as one person sees it, and what was measured of it."""

    name: str
    user: str
    path: str
    queries: int = 0
    size: int = 0
    inside_ms: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    http_ms: list[float] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--backend", nargs="+", choices=BACKENDS, default=list(BACKENDS))
    parser.add_argument("--units", nargs="+", type=int, default=[36, 360, 3600])
    parser.add_argument("--days", type=int, default=90)
    parser.add_argument("--tasks", type=int, default=4000)
    parser.add_argument("--seconds", type=float, default=1.5, help="time spent on each page, in-process and over HTTP")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.inside:
        _measure(words.units, words.days, words.tasks, words.seconds)
        return
    say(machine_line())
    for backend in words.backend:
        for units in words.units:
            with place(backend) as environment:
                sizes = ("--units", str(units), "--days", str(words.days), "--tasks", str(words.tasks))
                inside("benchmarks.pages", environment, "--inside", *sizes, "--seconds", str(words.seconds))


def _measure(units: Sequence[int], days: int, tasks: int, seconds: float) -> None:
    set_up()
    from benchmarks import data

    agency = data.build(units=units[0], days=days, tasks=tasks)
    report_some(agency)
    pages = main_pages(agency)
    heading(f"{units[0]} units, {tasks} open tasks, {days} days of reports")
    say(f"{database_line()}\n{data.count_line()}\n{machine_line()}")
    keys = dict(zip(names := [agency.chief, agency.heads[0]], data.sessions(names), strict=True))
    _in_process(pages, keys, seconds)
    _over_http(pages, keys, seconds)
    _print(pages)


def report_some(agency: object) -> None:
    """Three units in five have reported today: the office's pages have something of everything."""
    from uuid import uuid4

    from benchmarks.data import REPORT
    from quantriet.apps.accounts.models import User
    from quantriet.apps.clock.moment import now
    from quantriet.apps.obligations.models import Due, DueState
    from quantriet.apps.reports.models import Period, Submission

    at = now()
    period = Period.objects.latest("day")
    dues = Due.objects.filter(obligation=period.regime.obligation_id, period_on=period.day, state=DueState.OPEN)
    chosen = [due for n, due in enumerate(dues.order_by("unit__position")) if n % 5 in (1, 2, 4)]
    sender = User.objects.get(username="head0")
    Submission.objects.bulk_create(
        [
            Submission(
                regime_id=period.regime_id, period=period, due=due, unit_id=due.unit_id, key=uuid4(), values=REPORT,
                received_at=at, submitted_by=sender,
            )
            for due in chosen
        ],
        2000,
    )  # fmt: skip
    Due.objects.filter(pk__in=[due.pk for due in chosen]).update(state=DueState.DONE, received_at=at)


def main_pages(agency: object) -> list[Page]:
    """The pages that make or break it, as the chief of office and the head of the first unit see them."""
    from django.urls import reverse

    from quantriet.apps.documents.models import Document
    from quantriet.apps.obligations.models import Assignment, Due, Obligation
    from quantriet.apps.reports.models import Period

    head, chief = agency.heads[0], agency.chief  # type: ignore[attr-defined]
    unit = agency.unit_ids[0]  # type: ignore[attr-defined]
    period = Period.objects.latest("day")
    due = Due.objects.get(obligation=period.regime.obligation_id, period_on=period.day, unit=unit)
    document = Document.objects.order_by("-obligations__position").first()
    task = Obligation.objects.filter(fulfilment="task").first()
    share = Assignment.objects.filter(unit=unit, obligation__fulfilment="task").first()
    assert document is not None
    pages = [
        Page(FRAME, head, reverse("account_change_password")),
        Page("Hôm nay, head", head, reverse("today")),
        Page("Hôm nay, chief", chief, reverse("today")),
        Page("Nhiệm vụ, head", head, reverse("obligations:list")),
        Page("Nhiệm vụ, chief", chief, reverse("obligations:list")),
        Page("Nhiệm vụ quá hạn, chief", chief, reverse("obligations:list") + "?show=late"),
        Page("Board, chief", chief, reverse("insight:board")),
        Page("Document, chief", chief, reverse("insight:document", args=[document.pk])),
        Page("Report form, head", head, reverse("reports:fill", args=[due.pk])),
        Page("Reports, head", head, reverse("reports:list")),
        Page("Reports, chief", chief, reverse("reports:list")),
        Page("Consolidation, chief", chief, reverse("reports:period", args=[period.pk])),
        Page("Documents, chief", chief, reverse("documents:list")),
        Page("Units, chief", chief, reverse("organization:units")),
        Page("Search, chief", chief, reverse("search") + "?q=nước rửa tay"),
    ]
    if task is not None:
        pages.append(Page("Obligation, chief", chief, reverse("insight:obligation", args=[task.pk])))
    if share is not None:
        pages.append(Page("Assignment, head", head, reverse("obligations:assignment", args=[share.pk])))
    return pages


def _in_process(pages: Sequence[Page], keys: dict[str, str], seconds: float) -> None:
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    for page in pages:
        client = Client(HTTP_HOST="127.0.0.1")
        client.cookies[settings.SESSION_COOKIE_NAME] = keys[page.user]
        for _ in range(2):  # templates and what is loaded once
            answer = client.get(page.path)
            assert answer.status_code == 200, (page.name, answer.status_code, answer.content[:400])
        page.size = len(answer.content)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(page.path)
        page.queries = len(captured)
        limit = time.perf_counter() + seconds
        while time.perf_counter() < limit or len(page.inside_ms) < 5:
            before, cpu = time.perf_counter(), time.process_time()
            client.get(page.path)
            page.cpu_ms.append((time.process_time() - cpu) * 1000)
            page.inside_ms.append((time.perf_counter() - before) * 1000)


def _over_http(pages: Sequence[Page], keys: dict[str, str], seconds: float) -> None:
    from django.conf import settings
    from django.db import connections

    from benchmarks.load import closed_loop

    connections.close_all()
    with serving(environment=dict(os.environ)) as server:
        port = server.port
        for page in pages:
            request = (
                f"GET {page.path.replace(' ', '%20')} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
                f"Accept-Encoding: gzip, br\r\nCookie: {settings.SESSION_COOKIE_NAME}={keys[page.user]}\r\n\r\n"
            ).encode()
            for _ in range(WARMING):  # a connection stays with one process: enough of them warm both
                closed_loop(port, iter([request] * 2), clients=1, seconds=30, good=200)
            outcome = closed_loop(port, iter([request] * 20_000), clients=1, seconds=seconds, good=200)
            assert set(outcome.statuses) == {200}, (page.name, outcome.statuses, outcome.first_wrong)
            page.http_ms = outcome.times_ms


def _print(pages: Sequence[Page]) -> None:
    frame = Figure(tuple(pages[0].cpu_ms))
    rows = []
    for page in pages:
        own = Figure(tuple(page.cpu_ms))
        rows.append(
            [
                page.name,
                str(page.queries),
                f"{page.size / 1000:.0f}",
                f"{own.median:.1f}",
                f"{percentile(page.inside_ms, 0.5):.1f}",
                f"{percentile(page.inside_ms, 0.95):.1f}",
                f"{percentile(page.http_ms, 0.5):.1f}",
                f"{percentile(page.http_ms, 0.95):.1f}",
                f"{own.over(frame):.1f}×",
                f"{percentile(page.http_ms, 0.95) / BUDGET_MS:.2f}",
            ]
        )
    head = ["page", "queries", "kB", "CPU ms", "p50 ms", "p95 ms", "HTTP p50", "HTTP p95", "÷ frame", "÷ budget"]
    table(head, rows)
    slowest = max(pages, key=lambda page: percentile(page.http_ms, 0.95))
    verdict(f"slowest page over HTTP at p95 ({slowest.name})", percentile(slowest.http_ms, 0.95), BUDGET_MS,
            at_most=True, unit=" ms")  # fmt: skip


if __name__ == "__main__":
    main()
