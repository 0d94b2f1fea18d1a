"""Our own keys, for the agency's beacons and phones: what Bluezone should have done (khóa riêng của cơ quan).

Each day has a key drawn at random, so that a published key tells nothing of another day. On upload the key in use ends
and a new one begins; only the days of the contagious window leave the phone, and of its first and last day only the
part inside is looked for; a key waits until it is no longer valid, so that nobody can replay it; batches are signed
(`export_file`). Within a day the key does tell all of its identifiers: a finer cut would take more keys.

Identifiers change every ten minutes and are derived as those of GAEN, under labels of our own; 12 of the 16 bytes are
shown, which fit into Bluezone's frame (`bluezone.advert`), so that its phones log them too.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from .bluezone import IDENTIFIER_BYTES
from .derivation import KEY_BYTES, derive
from .errors import ProximityError, demand
from .gaen import INTERVAL, PERIOD, TemporaryKey, interval_of, rows_of
from .identifiers import DAY, Bytes
from .sought import Sought

Ring = tuple[TemporaryKey, ...]  # the keys of one phone in the order of time
Draw = Callable[[int], bytes]

_LABEL, _PREFIX = b"QT-DAY-ID", b"QT-ID"


def key_at(ring: Ring, at: int) -> TemporaryKey | None:
    """The key that is valid at this second."""
    return next((one for one in ring if one.starts_at <= at < one.ends_at), None)


def with_key(ring: Ring, at: int, draw: Draw = secrets.token_bytes) -> Ring:
    """The ring with a key for this second: the one it has, or a new one up to the end of the UTC day."""
    if key_at(ring, at):
        return ring
    start = interval_of(at)
    ends = [one.start for one in ring if one.start > start]  # a clock that went back meets keys of later
    end = min(ends, default=start + PERIOD)
    key = TemporaryKey(draw(KEY_BYTES), start, min(PERIOD - start % PERIOD, end - start))
    return _sorted((*ring, key))


def rekeyed(ring: Ring, at: int, draw: Draw = secrets.token_bytes) -> Ring:
    """After an upload: the key in use ends with this interval, another begins with the next."""
    using, following = key_at(ring, at), interval_of(at) + 1
    if using is None:
        return ring
    ended = replace(using, period=following - using.start)
    others = tuple(one for one in ring if one is not using)
    return with_key(_sorted((*others, ended)), following * INTERVAL, draw)


def forgotten(ring: Ring, now: int, days: int) -> Ring:
    """Without the keys that ended `days` days ago or longer."""
    return tuple(one for one in ring if one.ends_at > now - days * DAY)


def to_publish(ring: Iterable[TemporaryKey], since: int, until: int) -> Ring:
    """The keys of the contagious window [since, until), cut to it at whole intervals."""
    demand(since < until, f"a window from {since} to {until}")
    first, last = interval_of(since), interval_of(until - 1) + 1
    return tuple(
        replace(one, start=max(one.start, first), period=min(one.start + one.period, last) - max(one.start, first))
        for one in ring
        if one.start < last and one.start + one.period > first
    )


def released(keys: Iterable[TemporaryKey], ring: Ring, now: int, tolerance: int) -> tuple[Ring, Ring]:
    """Keys that may go out at `now`, and those that wait: until the key of the ring is no longer valid anywhere.

    A key that was cut for publishing is still valid as long as its phone shows it, and for `tolerance` seconds more on
    a clock that is late.
    """
    ends = {one.key: one.ends_at for one in ring}
    told = tuple(keys)
    ready = tuple(one for one in told if max(one.ends_at, ends.get(one.key, 0)) + tolerance <= now)
    return ready, tuple(one for one in told if one not in ready)


def identifiers(key: bytes, interval: int, count: int = PERIOD) -> Bytes:
    """The identifiers of one key from `interval` on, `(count, 12)`."""
    return derive([key], [interval], count, _LABEL, _PREFIX)[0, :, :IDENTIFIER_BYTES]


def identifier(ring: Ring, at: int) -> bytes:
    """The 12 bytes that the phone of this ring shows at this second; `ProximityError` if no key is valid then."""
    using = key_at(ring, at)
    if using is None:
        raise ProximityError(f"no key is valid at {at}")
    return bytes(identifiers(using.key, interval_of(at), 1)[0])


def published(keys: Sequence[TemporaryKey]) -> Sought:
    """The identifiers of published keys as rows to look for."""
    table = derive([one.key for one in keys], [one.start for one in keys], PERIOD, _LABEL, _PREFIX)
    return rows_of(keys, table[:, :, :IDENTIFIER_BYTES])


def _sorted(ring: Ring) -> Ring:
    return tuple(sorted(ring, key=lambda one: one.start))
