"""Tracing on Spark, for a log that outgrows one machine (truy vết bằng Spark; extra `spark`).

`load` spreads a log over the workers; a log that is already there (Parquet, a warehouse) is used by the names of its
views, which have the columns that `hop` describes. `trace` runs the query of the databases once for each hop. The log
stays with the workers; who became earlier in a hop travels to the driver, which holds the answer anyway, and back as
plain rows, so that no plan grows from hop to hop.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from quantriet.engines.kernel import EngineError

from .hop import (
    ENCOUNTER_COLUMNS,
    LABEL_COLUMNS,
    LABELS,
    VISIT_COLUMNS,
    Found,
    Label,
    Tables,
    case_labels,
    labels_query,
    parameters,
)
from .model import Case, Contact, Log, Rules

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

BROADCAST_LABELS = 100_000  # up to so many, some 7 MB, each worker gets them all and no row of the log moves
_LOGGING = Path(__file__).with_name("spark_log4j2.properties").as_uri()
_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_LOGGING}",
}
_INSTEAD = "Cài đặt rồi chạy lại, hoặc chọn cách tính khác: --engine sql, --engine memory."


class SparkUnavailableError(EngineError):
    """Spark cannot be started; the message says in Vietnamese what is missing and what to do."""


def open_session(master: str = "local[*]", settings: Mapping[str, str] | None = None) -> SparkSession:
    """A session on this machine or on a cluster, to be stopped by the caller; one process has one.

    `settings` are Spark's own and win over ours. Raises `SparkUnavailableError` without pyspark or Java.
    """
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise SparkUnavailableError(
            f'Không chạy được Spark: chưa có thư viện pyspark (pip install "quantriet[spark]"). {_INSTEAD}'
        ) from error
    builder = SparkSession.builder.master(master).appName("quantriet")
    for name, value in {**_QUIET, **_at_home(master), **(settings or {})}.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except (PySparkRuntimeError, FileNotFoundError) as error:
        raise SparkUnavailableError(
            f"Không chạy được Spark: không khởi động được Java, cần Java 17 trở lên (lệnh java, JAVA_HOME). {_INSTEAD}"
        ) from error


def _at_home(master: str) -> dict[str, str]:
    """On one machine its parts talk over the loopback address, and a few partitions are enough."""
    if not master.startswith("local"):
        return {}
    return {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "4",
    }


def load(session: SparkSession, log: Log, tables: Tables | None = None) -> None:
    """Make views of the log: encounters by person, visits by place, kept by the workers (on disk what does not fit).

    There are as many partitions as `spark.sql.shuffle.partitions` says. The rows pass through the driver.
    """
    tables = tables or Tables()
    met, stayed = log.encounters, log.visits
    number = np.arange(len(met))
    one_way = _frame(session, _rows(met.first, met.end, number, met.second, met.start, met.place), ENCOUNTER_COLUMNS)
    other_way = one_way.selectExpr("other", "ends_at", "number", "person", "starts_at", "place")
    _keep(session, one_way.union(other_way), "person", "ends_at", tables.encounters)
    number = np.arange(len(stayed))
    stays = _frame(session, _rows(stayed.place, stayed.left, number, stayed.person, stayed.entered), VISIT_COLUMNS)
    _keep(session, stays, "place", "left_at", tables.visits)


def _rows(*columns: Any) -> list[tuple[int, ...]]:
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _frame(session: SparkSession, rows: Sequence[Sequence[int]], columns: Sequence[str]) -> DataFrame:
    kinds = ", ".join(f"{column} BIGINT" for column in columns)
    return session.createDataFrame(rows, kinds, verifySchema=False)


def _keep(session: SparkSession, rows: DataFrame, key: str, end: str, name: str) -> None:
    partitions = int(session.conf.get("spark.sql.shuffle.partitions") or 4)
    spread = rows.repartition(partitions, key).sortWithinPartitions(key, end)
    spread.createOrReplaceTempView(name)  # of what was there before, nothing is kept
    session.catalog.cacheTable(name)
    session.table(name).count()


def trace(
    session: SparkSession, cases: Sequence[Case], rules: Rules, tables: Tables | None = None
) -> dict[int, Contact]:
    """Everybody reached within `rules.hops`, by person: the same as `oracle.trace` of the log in the views."""
    from pyspark.sql.functions import broadcast

    query, found, known = labels_query(tables or Tables(), indexed=False), Found(cases), case_labels(cases)
    for hop in range(1, rules.hops + 1):
        labels = _frame(session, known, LABEL_COLUMNS)
        if len(known) <= BROADCAST_LABELS:
            labels = broadcast(labels)
        labels.createOrReplaceTempView(LABELS)
        reached: list[Label] = [tuple(row) for row in session.sql(query, args=parameters(hop, rules)).collect()]
        found.take(reached)
        if not reached:
            break
        known += reached
    return found.contacts
