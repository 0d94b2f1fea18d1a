"""DP-3T, designs 1 (low cost) and 2 (unlinkable): keys, identifiers, what is published (DP-3T).

White paper of 25 May 2020 and the constants of its reference: 15-minute epochs, identifiers of 16 bytes.

Design 1 hashes each day's key from the day before, as Bluezone does, but renews the key on upload; identifiers are
shown in random order, so that each counts for its whole day. Design 2 hides the identifiers of one person from each
other: a phone keeps hashes of what it heard, bound to the epoch, and hashes are published. The paper packs them into a
cuckoo filter to save two thirds of the download; here they stay an exact sorted set of 16-byte beginnings, which errs
for nobody and needs no tuning. Its price is 16 bytes for each epoch of each person.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from random import Random, SystemRandom

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from .errors import demand
from .identifiers import DAY, WIDTH, Bytes
from .observations import Observation
from .sought import Sought, Validity, even_offsets, sought

KEY_BYTES = 32
EPOCH = 900  # seconds
EPOCHS = DAY // EPOCH
LONGEST_CHAIN = 31  # days that one published key may ask us to hash on

_LABEL = b"broadcast key"


def next_day_key(key: bytes) -> bytes:
    """Design 1: the key of the next day."""
    return sha256(key).digest()


def identifiers(key: bytes) -> Bytes:
    """Design 1: the identifiers of a day in the order in which they are made, `(96, 16)`.

    >>> identifiers(bytes(32))[0].tobytes().hex()
    'eb0958c011492732c59e3ed2a5eef01d'
    """
    demand(len(key) == KEY_BYTES, f"a day key has {KEY_BYTES} bytes, not {len(key)}")
    stream = Cipher(algorithms.AES256(hmac.digest(key, _LABEL, "sha256")), modes.CTR(bytes(WIDTH))).encryptor()
    return np.frombuffer(stream.update(bytes(EPOCHS * WIDTH)), np.uint8).reshape(EPOCHS, WIDTH)


def shown_order(random: Random | None = None) -> list[int]:
    """Design 1: the order in which a phone shows the identifiers of a day; `random` is for tests."""
    order = list(range(EPOCHS))
    (random or SystemRandom()).shuffle(order)
    return order


@dataclass(frozen=True, slots=True)
class PublishedKey:
    """Design 1: the key of the UTC day of `start`, hashed on up to `end`; seconds (khóa công bố).

    `end` is at most the instant of the upload, since the phone has another key from then on.
    """

    key: bytes
    start: int
    end: int

    def __post_init__(self) -> None:
        demand(len(self.key) == KEY_BYTES, f"a day key has {KEY_BYTES} bytes, not {len(self.key)}")
        demand(0 <= self.start < self.end, f"a key from {self.start} to {self.end}")
        demand(self.end - self.start <= LONGEST_CHAIN * DAY, f"a chain of more than {LONGEST_CHAIN} days")


def published(keys: Sequence[PublishedKey]) -> Sought:
    """Design 1: rows to look for, each identifier for its whole day."""
    tables: list[Bytes] = []
    days: list[tuple[int, int]] = []  # of each table: number of the key, day
    for number, one in enumerate(keys):
        key = one.key
        for day in range(one.start // DAY, -(-one.end // DAY)):
            tables.append(identifiers(key))
            days.append((number, day))
            key = next_day_key(key)
    if not tables:
        return Sought.of_nothing()
    number, day = np.repeat(np.array(days, np.int64), EPOCHS, axis=0).T
    start = np.array([one.start for one in keys], np.int64)[number]
    end = np.array([one.end for one in keys], np.int64)[number]
    validity = Validity(day * DAY, even_offsets(1, DAY), start, end, number.astype(np.int32))
    return sought(np.concatenate(tables)[:, None, :], validity)


def epoch_of(at: int) -> int:
    """Design 2: the epoch of this second."""
    return at // EPOCH


def identifier_of(seed: bytes) -> bytes:
    """Design 2: what a phone shows for one epoch, from the seed it drew for that epoch.

    >>> identifier_of(bytes(32)).hex()
    '66687aadf862bd776c8fc18b8e9f8e20'
    """
    demand(len(seed) == KEY_BYTES, f"a seed has {KEY_BYTES} bytes, not {len(seed)}")
    return sha256(seed).digest()[:WIDTH]


def kept_hash(identifier: bytes, epoch: int) -> bytes:
    """Design 2: what the listening phone keeps in place of an identifier, 32 bytes."""
    return sha256(identifier + epoch.to_bytes(4, "big")).digest()


def observed(identifier: bytes, at: int, rssi: int, device: int) -> Observation:
    """Design 2: an entry of the log that holds the beginning of the hash, not the identifier."""
    return Observation.of(kept_hash(identifier, epoch_of(at))[:WIDTH], at, rssi, device)


def hashed_seeds(seeds: Iterable[tuple[int, bytes]]) -> Bytes:
    """Design 2: what is published for (epoch, seed) pairs, `(n, 16)`, sorted, so that nobody sees whose they are."""
    hashes = sorted({kept_hash(identifier_of(seed), epoch)[:WIDTH] for epoch, seed in seeds})
    return np.frombuffer(b"".join(hashes), np.uint8).reshape(len(hashes), WIDTH)


def published_hashes(hashes: Bytes, start: int, end: int) -> Sought:
    """Design 2: rows to look for in the log of [start, end); the epoch is part of the hash, all rows have key 0."""
    count = len(hashes)
    whole = np.full(count, start), np.full(count, end)
    validity = Validity(whole[0], even_offsets(1, end - start), *whole, np.zeros(count, np.int32))
    return sought(hashes[:, None, :], validity)
