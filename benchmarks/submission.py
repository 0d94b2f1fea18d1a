"""How many reports a second are received for good, and how long each waits.

    python -m benchmarks.submission [--backend sqlite] [--units 12000] [--days 90] [--seconds 3] [--rounds 3]

Each client signs in as another head and sends one real report to its own due through the API: session, CSRF, rights,
the form's rules, the due, the submission, the ledger, one durable commit, 201. granian runs as `quantriet serve`
starts it. In the same rounds, on the same server: the product's middleware around an empty view, Django alone around
an empty view, and bare durable inserts. Afterwards the rows must equal the answers.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from uuid import UUID

from benchmarks.load import Outcome, closed_loop
from benchmarks.measure import Figure, fail, heading, machine_line, percentile, say, table
from benchmarks.place import BACKENDS, Server, database_line, inside, place, serving, set_up

ODK_CENTRAL = 300.0  # 201/s of ODK Central v2026.2.2 at 64 clients, measured before on the machine of the README
WARMING = 64


@dataclass
class Series:
    """One kind of request at one number of clients, over the rounds."""

    rates: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    client_share: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)  # of the web processes, for one request

    def add(self, outcome: Outcome, cpu_seconds: float) -> None:
        self.cpu_ms.append(1000 * cpu_seconds / len(outcome.times_ms))
        self.rates.append(len(outcome.times_ms) / outcome.seconds)
        self.p50.append(percentile(outcome.times_ms, 0.5))
        self.p99.append(percentile(outcome.times_ms, 0.99))
        self.client_share.append(outcome.client_cpu_seconds / outcome.seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--backend", nargs="+", choices=BACKENDS, default=list(BACKENDS))
    parser.add_argument("--units", type=int, default=12_000)
    parser.add_argument("--days", type=int, default=90)
    parser.add_argument("--open-days", type=int, default=4, help="days of which no report has come yet")
    parser.add_argument("--clients", nargs="+", type=int, default=[1, 16, 64])
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.inside:
        _measure(words)
        return
    say(machine_line())
    for backend in words.backend:
        with place(backend) as environment:
            given = ["--inside", "--clients", *map(str, words.clients)]
            for name in ("units", "days", "open_days", "seconds", "rounds", "processes"):
                given += [f"--{name.replace('_', '-')}", str(getattr(words, name))]
            inside("benchmarks.submission", environment, *given)


def _measure(words: argparse.Namespace) -> None:
    set_up()
    from django.db import connections

    from benchmarks import data
    from benchmarks.floor import inserts_a_second

    agency = data.build(units=words.units, days=words.days, open_days=words.open_days, told_days=3)
    heading(f"Receiving reports: {words.units:,} units, {words.processes} web processes")
    say(f"{database_line()}\n{data.count_line()}\n{machine_line()}")
    ours: dict[int, Series] = {clients: Series() for clients in words.clients}
    middleware, bare = ({clients: Series() for clients in words.clients} for _ in range(2))
    inserts: list[float] = []
    before = _counted()
    accepted = 0
    with ExitStack() as stack:
        server = stack.enter_context(serving(processes=words.processes))
        reports = _reports(agency, server.port)
        connections.close_all()
        empty_servers = [
            stack.enter_context(
                serving(application="benchmarks.floor:application", processes=words.processes, environment=environment)
            )
            for environment in (
                os.environ | {"DJANGO_SETTINGS_MODULE": "benchmarks.floor_settings"},
                os.environ | {"DJANGO_SETTINGS_MODULE": "benchmarks.floor_settings", "BENCH_BARE": "1"},
            )
        ]
        accepted += _warm(server.port, reports)
        for _ in range(words.rounds):
            inserts.append(inserts_a_second(words.seconds / 2, connections=16))
            for clients in words.clients:
                accepted += _run(server, reports, clients, words.seconds, ours[clients])
                for empty, series in zip(empty_servers, (middleware, bare), strict=True):
                    requests = _empty_requests(agency, empty.port)
                    _run(empty, requests, clients, words.seconds / 2, series[clients])
    _same_number(before, accepted)
    _print(ours, middleware, bare, Figure(tuple(inserts)))


def _run(server: Server, requests: Iterator[bytes], clients: int, seconds: float, series: Series) -> int:
    """One round of one kind; returns how many were accepted."""
    before = server.cpu_seconds()
    outcome = closed_loop(server.port, requests, clients=clients, seconds=seconds, good=201)
    accepted = _checked(outcome)
    series.add(outcome, server.cpu_seconds() - before)
    return accepted


def _reports(agency: object, port: int) -> Iterator[bytes]:
    """One request a due that is open, every next one from another head."""
    from quantriet.apps.accounts.models import User
    from quantriet.apps.obligations.models import Due, DueState

    heads = dict(User.objects.filter(person__isnull=False).values_list("person_id", "username"))
    dues = Due.objects.filter(state=DueState.OPEN, period_on__isnull=False, unit__in=agency.unit_ids)  # type: ignore[attr-defined]
    rows = list(dues.order_by("-period_on", "unit_id").values_list("pk", "accountable_id"))
    keys = _keys(sorted(heads.values()))
    for number, (due, person) in enumerate(rows):
        body = json.dumps({"key": str(UUID(int=(1 << 80) + due)), "values": _values(number)}).encode()
        yield _post(port, f"/api/v1/reports/dues/{due}/submissions", keys[heads[person]], body)


def _values(number: int) -> dict[str, object]:
    from benchmarks.data import REPORT

    return REPORT | {"f1_total": 5 + number % 7, "tested": 6 + number % 5}


_made: dict[str, str] = {}


def _keys(usernames: list[str]) -> dict[str, str]:
    """A session of their own for everybody, made once."""
    from benchmarks.data import sessions

    if not _made:
        _made.update(zip(usernames, sessions(usernames), strict=True))
    return _made


def _post(port: int, path: str, session: str, body: bytes) -> bytes:
    token = "b" * 32
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Cookie: sessionid={session}; csrftoken={token}\r\nX-CSRFToken: {token}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _empty_requests(agency: object, port: int) -> Iterator[bytes]:
    body = json.dumps({"key": str(UUID(int=1)), "values": _values(1)}).encode()
    heads = agency.heads  # type: ignore[attr-defined]
    while True:
        for name in heads:
            yield _post(port, "/created/", _made[name], body)


def _warm(port: int, reports: Iterator[bytes]) -> int:
    """Connections stay with one process: enough of them to have each process load what it loads once."""
    accepted = 0
    for _ in range(4):
        accepted += _checked(closed_loop(port, (next(reports) for _ in range(8)), clients=8, seconds=30, good=201))
    return accepted


def _checked(outcome: Outcome) -> int:
    if set(outcome.statuses) - {201}:
        fail(f"answers {dict(outcome.statuses)}, the first wrong one: {outcome.first_wrong[:500]!r}")
    if not outcome.times_ms:
        fail("no report was left to send: more units or more open days are needed")
    return len(outcome.times_ms)


def _counted() -> tuple[int, int, int]:
    from quantriet.apps.ledger.models import Act
    from quantriet.apps.obligations.models import Due, DueState
    from quantriet.apps.reports.models import Submission

    acts = Act.objects.filter(verb="report.submitted").count()
    return Submission.objects.count(), Due.objects.filter(state=DueState.DONE).count(), acts


def _same_number(before: tuple[int, int, int], accepted: int) -> None:
    grown = tuple(now - then for now, then in zip(_counted(), before, strict=True))
    if set(grown) != {accepted}:
        fail(f"{accepted} answers 201, but submissions, dues and acts grew by {grown}")
    say(f"  answers 201: {accepted:,}; submissions, dues done and acts grew by exactly as many")


def _print(ours: dict[int, Series], middleware: dict[int, Series], bare: dict[int, Series], inserts: Figure) -> None:
    rows = []
    for clients, series in ours.items():
        rate = Figure(tuple(series.rates))
        for name, other in (("report", series), ("empty view, our middleware", middleware[clients]),
                            ("empty view, bare Django", bare[clients])):  # fmt: skip
            figure = Figure(tuple(other.rates))
            rows.append(
                [
                    f"{name}, {clients} clients",
                    figure.show(".0f"),
                    Figure(tuple(other.p50)).show(".1f"),
                    Figure(tuple(other.p99)).show(".1f"),
                    Figure(tuple(other.cpu_ms)).show(".2f"),
                    f"{rate.over(figure):.2f}",
                    f"{100 * Figure(tuple(other.client_share)).median:.0f} %",
                ]
            )
    table(["", "201/s", "p50 ms", "p99 ms", "web CPU ms", "report ÷ this", "client CPU"], rows)
    most = max(ours, key=lambda clients: Figure(tuple(ours[clients].rates)).median)
    best = Figure(tuple(ours[most].rates))
    say(f"  floor: bare durable insert pairs {inserts.show('.0f')}/s; a report takes {inserts.over(best):.1f} of them")
    ratio = best.median / ODK_CENTRAL
    say(f"  the earlier figure of ODK Central (not in this run): {ODK_CENTRAL:.0f}/s, ratio {ratio:.2f}×")


if __name__ == "__main__":
    main()
