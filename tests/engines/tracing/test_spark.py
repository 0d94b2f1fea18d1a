"""Spark with two worker processes gives what the oracle gives. Half a minute: each hop is a job or two."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from quantriet.engines.tracing import oracle, spark
from quantriet.engines.tracing.hop import Tables
from quantriet.engines.tracing.model import Case, Encounters, Log, Rules, Visits
from tests.engines.tracing.crowds import PEOPLE, crowd, passed_on_later
from tests.engines.tracing.logs import encounters_of, names, visits_of

pytestmark = pytest.mark.slow
HAS_JAVA = shutil.which("java") or os.environ.get("JAVA_HOME")
WORKERS = "local-cluster[2,1,1024]"  # two processes with one core and 1,024 MB each
QUICK = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"  # a virtual machine that lives for half a minute


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    pytest.importorskip("pyspark")
    if not HAS_JAVA:
        pytest.skip("there is no Java")
    options = {f"spark.{part}.extraJavaOptions": QUICK for part in ("driver", "executor")}
    session = spark.open_session(WORKERS, options | {"spark.sql.shuffle.partitions": "2"})
    yield session
    session.stop()


def beside(parts: Sequence[Log]) -> Log:
    """One log of several whose people and places never meet: as many questions for the price of one."""
    people = np.cumsum([0, *(len(part.people) for part in parts)])
    places = np.cumsum([0, *(len(part.places) for part in parts)])
    met = [
        (a + people[i], b + people[i], start, end, place + places[i] if place >= 0 else -1)
        for i, part in enumerate(parts)
        for a, b, start, end, place in _rows(part.encounters)
    ]
    stayed = [
        (person + people[i], place + places[i], entered, left)
        for i, part in enumerate(parts)
        for person, place, entered, left in _rows(part.visits)
    ]
    return Log(names("p", people[-1]), names("q", places[-1]), encounters_of(met), visits_of(stayed))


def _rows(table: Encounters | Visits) -> list[tuple[int, ...]]:
    return list(zip(*(getattr(table, column).tolist() for column in table.__slots__), strict=True))


@pytest.mark.parametrize("broadcast", [0, spark.BROADCAST_LABELS], ids=["moved", "broadcast"])
@pytest.mark.parametrize("rules", [Rules(5), Rules(4, latency=30, least_seconds=6)], ids=["at once", "later"])
def test_spark_gives_what_the_oracle_gives(
    session: Any, monkeypatch: pytest.MonkeyPatch, broadcast: int, rules: Rules
) -> None:
    problems = [crowd(seed) for seed in range(12)]
    log = beside([problem.log for problem in problems])
    cases = [
        Case(case.person + place * PEOPLE, case.start, case.end)
        for place, problem in enumerate(problems)
        for case in problem.cases
    ]
    monkeypatch.setattr(spark, "BROADCAST_LABELS", broadcast)
    spark.load(session, log)
    reached = spark.trace(session, cases, rules)
    assert reached == oracle.trace(log, cases, rules)
    assert passed_on_later(reached)


def test_views_of_a_log_that_is_already_there_are_used_by_their_names(session: Any) -> None:
    session.sql(
        "SELECT 12L AS person, 90L AS ends_at, 7L AS other, 60L AS starts_at, -1L AS place"
    ).createOrReplaceTempView("met")
    session.sql("SELECT 3L AS place, 90L AS left_at, 8L AS person, 60L AS entered_at LIMIT 0").createOrReplaceTempView(
        "stayed"
    )
    reached = spark.trace(session, [Case(12, 0, 100)], Rules(), Tables("met", "stayed"))
    assert [(contact.person, contact.exposed_at, contact.seconds) for contact in reached.values()] == [(7, 60, 30)]


def test_two_processes_keep_the_log_that_was_loaded_last(session: Any) -> None:
    for _ in range(2):
        spark.load(session, Log(names("p", 2), (), encounters_of([(0, 1, 10, 20, -1)])))
    context = session.sparkContext._jsc
    assert context.sc().getExecutorMemoryStatus().size() == 3  # the driver and two workers
    assert context.getPersistentRDDs().size() == 2  # encounters and visits


@pytest.mark.parametrize(
    ("before", "missing"),
    [
        ("import os; os.environ.update(PATH='', JAVA_HOME='')", "không khởi động được Java"),
        ("import sys; sys.modules['pyspark'] = None", "chưa có thư viện pyspark"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(before: str, missing: str) -> None:
    pytest.importorskip("pyspark")
    script = (
        f"{before}\n"
        "from quantriet.engines.tracing import spark\n"
        "try: spark.open_session('local[1]')\n"
        "except spark.SparkUnavailableError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert missing in done.stdout, done.stderr
    assert "--engine memory" in done.stdout
