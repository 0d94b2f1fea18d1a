"""A cheap closed-loop HTTP/1.1 client: one process, raw sockets, requests built beforehand.

It asks on each of N kept-open connections, waits for the answer, asks again. What it costs is told with the figures,
because it shares the cores with the server.
"""

from __future__ import annotations

import selectors
import socket
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """What came back: answers by status, the times of the good ones in milliseconds, how long it took in all."""

    statuses: Counter[int] = field(default_factory=Counter)
    times_ms: list[float] = field(default_factory=list)
    seconds: float = 0.0
    client_cpu_seconds: float = 0.0
    first_wrong: bytes = b""


@dataclass
class _Wire:
    """One connection and the answer that is coming in on it."""

    socket: socket.socket
    asked_at: float = 0.0
    received: bytearray = field(default_factory=bytearray)


def closed_loop(port: int, requests: Iterator[bytes], *, clients: int, seconds: float, good: int) -> Outcome:
    """Ask for this many seconds, or until the requests run out; every request that was sent is waited for."""
    outcome = Outcome()
    selector = selectors.DefaultSelector()
    for _ in range(clients):
        wire = socket.create_connection(("127.0.0.1", port), timeout=30)
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        selector.register(wire, selectors.EVENT_READ, _Wire(wire))
    started, cpu = time.perf_counter(), time.process_time()
    deadline = started + seconds
    waiting = sum(_ask(key.data, requests) for key in list(selector.get_map().values()))
    while waiting:
        events = selector.select(timeout=30)
        if not events:
            raise TimeoutError(f"{waiting} requests had no answer within 30 seconds")
        for key, _ in events:
            wire = key.data
            status = _answer(wire)
            if not status:
                continue
            now = time.perf_counter()
            waiting -= 1
            outcome.statuses[status] += 1
            if status == good:
                outcome.times_ms.append((now - wire.asked_at) * 1000)
            elif not outcome.first_wrong:
                outcome.first_wrong = bytes(wire.received[:600])
            wire.received.clear()
            if now < deadline:
                waiting += _ask(wire, requests)
    outcome.seconds = time.perf_counter() - started
    outcome.client_cpu_seconds = time.process_time() - cpu
    for key in list(selector.get_map().values()):
        key.data.socket.close()
    selector.close()
    return outcome


def _ask(wire: _Wire, requests: Iterator[bytes]) -> int:
    """Send the next request; 0 when there is none left."""
    data = next(requests, None)
    if data is None:
        return 0
    wire.asked_at = time.perf_counter()
    wire.socket.sendall(data)
    return 1


def _answer(wire: _Wire) -> int:
    """The status once the whole answer is in, else 0."""
    part = wire.socket.recv(262_144)
    if not part:
        raise ConnectionError("the server closed a connection before it answered")
    wire.received += part
    head_end = wire.received.find(b"\r\n\r\n")
    if head_end < 0:
        return 0
    head = bytes(wire.received[:head_end]).lower()
    body = len(wire.received) - head_end - 4
    at = head.find(b"content-length:")
    if at >= 0:
        if body < int(head[at + 15 :].split(b"\r\n", 1)[0]):
            return 0
    elif b"transfer-encoding: chunked" in head and not wire.received.endswith(b"0\r\n\r\n"):
        return 0
    return int(head[9:12])
