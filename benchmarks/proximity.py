"""How fast published keys are looked up in what a province's phones heard, beside the dictionary loop.

    python -m benchmarks.proximity [--keys 10000] [--observations 10000000] [--rounds 9]

Both sides derive 144 identifiers from each key and find every observation of one of them within two hours of its time.
The loop is as the published Python tools have it: one encryption an identifier, a dictionary of what was heard. Ours
keeps its log sorted (timed apart, as "ingest"); so the loop is also shown with a dictionary that is kept. The planted
hits have to be found by both, and the planted near misses by neither, or there is no table. Seconds are of the
processor, of which both use one, so that neighbours count less.
"""

from __future__ import annotations

import argparse
import gc
import hmac
import resource
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial
from typing import TypeVar

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from benchmarks.measure import Figure, fail, heading, machine_line, percentile, say, table, verdict
from quantriet.engines.proximity import ObservationLog, Observations, Sightings, gaen, ingest, match
from quantriet.engines.proximity.identifiers import halves

BAR = 100.0  # times the dictionary loop
TOLERANCE = 7200  # seconds, as GAEN
DAYS = 14
SINCE = 18_831 * 86_400
NOW = SINCE + DAYS * 86_400
NEAR_MISSES = 100  # identifiers heard a second too early

T = TypeVar("T")
Heard = dict[bytes, list[tuple[int, int]]]  # identifier → (second, device)
Found = Counter[tuple[int, int, int]]  # key, second, device


@dataclass(frozen=True, slots=True)
class Task:
    keys: list[gaen.TemporaryKey]
    batch: Observations
    planted: Found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", type=int, default=10_000)
    parser.add_argument("--observations", type=int, default=10_000_000)
    parser.add_argument("--hits", type=int, default=50_000, help="planted, at most a tenth of the observations")
    parser.add_argument("--rounds", type=int, default=9, help="of ours; the loop runs once")
    words = parser.parse_args()
    say(machine_line())
    task = invented(words.keys, words.observations, min(words.hits, words.observations // 10))
    say(
        f"{words.keys:,} keys × {gaen.PERIOD} identifiers, {len(task.batch):,} observations of {DAYS} days, "
        f"{task.planted.total():,} planted hits, {NEAR_MISSES} planted near misses, tolerance {TOLERANCE} s"
    )
    log, ingest_seconds = _timed(lambda: ingested(task.batch))
    derives, matches = _ours(task, log, words.rounds)
    _memory(task, log)
    _table(task, derives, matches, ingest_seconds)


def invented(key_count: int, observation_count: int, hits: int) -> Task:
    """Random keys over two weeks, random identifiers, and hits at random slots, up to the tolerance aside."""
    draw = np.random.default_rng(20_210_723)
    first = SINCE // gaen.INTERVAL
    keys = [
        gaen.TemporaryKey(draw.bytes(16), first + gaen.PERIOD * int(day))
        for day in np.sort(draw.integers(0, DAYS, key_count))
    ]
    start = np.array([key.starts_at for key in keys])
    identifiers = gaen.bulk_identifiers([key.key for key in keys], [key.start for key in keys])
    planted = hits + NEAR_MISSES
    key, slot = draw.integers(0, key_count, planted), draw.integers(0, gaen.PERIOD, planted)
    shift = draw.integers(-TOLERANCE, gaen.INTERVAL + TOLERANCE, planted)
    shift[hits:] = -TOLERANCE - 1
    shown = start[key] + slot * gaen.INTERVAL
    shift = np.where(shown + shift > NOW, 0, shift)
    others = observation_count - planted
    high, low = halves(identifiers[key, slot])
    device = draw.integers(0, 2_000, observation_count)
    moment = np.concatenate([shown + shift, draw.integers(SINCE, NOW, others)])
    batch = Observations(
        np.concatenate([high, draw.integers(1, 1 << 63, others, np.uint64) << np.uint64(1)]),
        np.concatenate([low, draw.integers(0, 1 << 63, others, np.uint64)]),
        moment,
        draw.integers(-100, -40, observation_count),
        device,
        np.zeros(observation_count, np.uint32),
    )
    hit_rows = zip(key[:hits].tolist(), moment[:hits].tolist(), device[:hits].tolist(), strict=True)
    mixed = draw.permutation(observation_count)
    return Task(keys, batch.take(mixed), Counter(hit_rows))


def ingested(batch: Observations) -> ObservationLog:
    done = ingest(ObservationLog(), batch, now=NOW, days=DAYS + 7, tolerance=TOLERANCE)
    if done.refused:
        fail(f"{len(done.refused)} rows were refused")
    return done.log


def _ours(task: Task, log: ObservationLog, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of derivation and of the match, each round; the first, which warms up, is not counted."""
    derives, matches = [], []
    for number in range(rounds + 1):
        sought, derive_seconds = _timed(lambda: gaen.published(task.keys))
        found, match_seconds = _timed(partial(match, log, sought, tolerance=TOLERANCE))
        if number:
            derives.append(derive_seconds)
            matches.append(match_seconds)
        else:
            _check("the match", as_found(found), task.planted)
    return derives, matches


def as_found(found: Sightings) -> Found:
    return Counter(zip(found.key.tolist(), found.heard.time.tolist(), found.heard.device.tolist(), strict=True))


def _check(what: str, found: Found, planted: Found) -> None:
    if found != planted:
        fail(f"{what} found {found.total():,} where {planted.total():,} were planted")


def _memory(task: Task, log: ObservationLog) -> None:
    size = sum(
        sum(getattr(day.rows, column.name).nbytes for column in fields(day.rows)) + day.present.nbytes
        for day in log.days.values()
    )
    tracemalloc.start()
    match(log, gaen.published(task.keys), tolerance=TOLERANCE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    say(f"memory: the log {size / 1e6:,.0f} MB, deriving and matching at most {peak / 1e6:,.0f} MB beside it")


def _table(task: Task, derives: list[float], matches: list[float], ingest_seconds: float) -> None:
    totals = [one + other for one, other in zip(derives, matches, strict=True)]
    heading("Ours, seconds of the processor")
    table(
        ["", "median (least–most)", "p95"],
        [
            [name, Figure(tuple(values)).show(".3f"), f"{percentile(values, 0.95):.3f}"]
            for name, values in (("derive", derives), ("match", matches), ("derive and match", totals))
        ],
    )
    say(f"  ingest, once: {ingest_seconds:.1f} s ({len(task.batch) / ingest_seconds / 1e6:.1f} million rows a second)")
    identifiers, moments, devices = plain_values(task.batch)
    before = _peak()
    heard, build = _timed(lambda: dictionary(identifiers, moments, devices))
    shown, derive = _timed(lambda: [one_by_one(key) for key in task.keys])
    found, look = _timed(lambda: look_up(heard, shown, task.keys))
    _check("the loop", found, task.planted)
    ours = Figure(tuple(totals)).median
    whole = build + derive + look
    heading("The dictionary loop, seconds of the processor, one run")
    table(
        ["", "seconds", "÷ ours"],
        [
            ["one encryption an identifier", f"{derive:.2f}", f"{derive / Figure(tuple(derives)).median:.0f}×"],
            ["dictionary of what was heard", f"{build:.2f}", ""],
            ["look up", f"{look:.2f}", f"{look / Figure(tuple(matches)).median:.0f}×"],
            ["all three, as the published tools", f"{whole:.2f}", f"{whole / ours:.0f}×"],
            ["with a dictionary that is kept", f"{derive + look:.2f}", f"{(derive + look) / ours:.0f}×"],
            ["all three, ours with its ingest", f"{whole:.2f}", f"{whole / (ours + ingest_seconds):.1f}×"],
        ],
    )
    say(f"  memory: the dictionary took {(_peak() - before) / 1e6:,.0f} MB more")
    verdict("times the dictionary loop", whole / ours, BAR, at_most=False, unit="×")


def plain_values(batch: Observations) -> tuple[list[bytes], list[int], list[int]]:
    """What a program without arrays would have read: identifiers, seconds, devices; not timed."""
    whole = np.stack([batch.h, batch.l], axis=1).astype(">u8").tobytes()
    identifiers = [whole[at : at + 16] for at in range(0, len(whole), 16)]
    return identifiers, batch.time.tolist(), batch.device.tolist()


def dictionary(identifiers: list[bytes], moments: list[int], devices: list[int]) -> Heard:
    heard: Heard = {}
    for identifier, moment, device in zip(identifiers, moments, devices, strict=True):
        heard.setdefault(identifier, []).append((moment, device))
    return heard


def one_by_one(key: gaen.TemporaryKey) -> list[bytes]:
    """Every identifier of a key, a cipher for each."""
    rolling = hmac.digest(hmac.digest(bytes(32), key.key, "sha256"), b"EN-RPIK\x01", "sha256")[:16]
    blocks = [b"EN-RPI" + bytes(6) + (key.start + step).to_bytes(4, "little") for step in range(key.period)]
    return [Cipher(algorithms.AES(rolling), modes.ECB()).encryptor().update(block) for block in blocks]


def look_up(heard: Heard, shown: list[list[bytes]], keys: list[gaen.TemporaryKey]) -> Found:
    found: Found = Counter()
    for number, (identifiers, key) in enumerate(zip(shown, keys, strict=True)):
        for step, identifier in enumerate(identifiers):
            start = key.starts_at + step * gaen.INTERVAL
            for moment, device in heard.get(identifier, ()):
                if start - TOLERANCE <= moment < start + gaen.INTERVAL + TOLERANCE:
                    found[number, moment, device] += 1
    return found


def _timed(act: Callable[[], T]) -> tuple[T, float]:
    gc.collect()
    started = time.process_time()
    done = act()
    return done, time.process_time() - started


def _peak() -> float:
    """The most memory this process has held so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0


if __name__ == "__main__":
    main()
