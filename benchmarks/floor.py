"""Floors for the submission figures: the same server answering 201 without doing the work, with and without the
product's middleware (`benchmarks.floor_settings`), and bare durable inserts without any server."""

from __future__ import annotations

import os
import sqlite3
import threading
import time

from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def created(request: HttpRequest) -> HttpResponse:
    """Reads the body and says 201."""
    return HttpResponse(
        b'{"id": 1}', status=201, content_type="application/json", headers={"X-Read": str(len(request.body))}
    )


urlpatterns = [path("created/", created)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.floor_settings")
application = get_wsgi_application()


def inserts_a_second(seconds: float, *, connections: int = 1) -> float:
    """Transactions a second of one report row and one act, durable, each on its own; no Django, no HTTP.

    SQLite: one connection, WAL, synchronous=FULL. PostgreSQL: this many connections, synchronous_commit on.
    """
    url = os.environ.get("QUANTRIET_DATABASE_URL", "")
    return _postgresql(url, seconds, connections) if url else _sqlite(seconds)


_BODY = "x" * 450  # about what the values of a report take
_TABLES = (
    "CREATE TABLE IF NOT EXISTS bench_report (id {key}, body TEXT)",
    "CREATE TABLE IF NOT EXISTS bench_act (id {key}, report BIGINT, verb TEXT)",
)


def _sqlite(seconds: float) -> float:
    connection = sqlite3.connect(os.path.join(os.environ["QUANTRIET_HOME"], "floor.sqlite3"), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    for sql in _TABLES:
        connection.execute(sql.format(key="INTEGER PRIMARY KEY"))
    count, started = 0, time.perf_counter()
    while time.perf_counter() - started < seconds:
        connection.execute("BEGIN IMMEDIATE")
        row = connection.execute("INSERT INTO bench_report (body) VALUES (?)", (_BODY,)).lastrowid
        connection.execute("INSERT INTO bench_act (report, verb) VALUES (?, 'report.submitted')", (row,))
        connection.execute("COMMIT")
        count += 1
    rate = count / (time.perf_counter() - started)
    connection.close()
    return rate


def _postgresql(url: str, seconds: float, connections: int) -> float:
    import psycopg

    with psycopg.connect(url, autocommit=True) as setup:
        for sql in _TABLES:
            setup.execute(sql.format(key="BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"))
    counts = [0] * connections
    limit = time.perf_counter() + seconds

    def insert(place: int) -> None:
        with psycopg.connect(url) as connection:
            while time.perf_counter() < limit:
                row = connection.execute(
                    "INSERT INTO bench_report (body) VALUES (%s) RETURNING id", (_BODY,)
                ).fetchone()
                assert row is not None
                connection.execute("INSERT INTO bench_act (report, verb) VALUES (%s, 'report.submitted')", (row[0],))
                connection.commit()
                counts[place] += 1

    threads = [threading.Thread(target=insert, args=(place,)) for place in range(connections)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - started)
