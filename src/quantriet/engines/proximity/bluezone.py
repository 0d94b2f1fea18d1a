"""Bluezone v2, exactly as its phones did it from August 2020: identifiers and adverts (ứng dụng Bluezone).

Written from the behaviour of the published apps and checked against every row of two captured uploads. Read it to
understand old logs and to answer old phones; our own keys are made by `own`, because this protocol has faults that it
cannot shed:

- the base key is made once and never renewed, not even after it was uploaded: its holder knows every identifier of
  that phone, past and to come;
- the day keys are a hash chain, so that the key of one day, once sent to all phones, reveals all later days;
- what is published is neither signed nor held back while it is still valid, so that it can be replayed on the day;
- a match knows no tolerance of clocks, and any signal strength counts.

Units: time in whole seconds since 1970 UTC, slots of 86,400 s / `slots` (15 minutes), identifiers of 12 bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from .adverts import FLAGS, MANUFACTURER, SERVICES_16, offers, payload_of, structure
from .errors import demand
from .identifiers import DAY, Bytes
from .sought import Sought, Validity, by_day, sought

KEY_BYTES = 32
IDENTIFIER_BYTES = 12
SLOTS = 96  # a day; the server could change it, and the published range carries it as `max`
MOST_SLOTS = DAY // 60  # what a message may ask of us; real phones had 96
LONGEST_RANGE = 31  # days, likewise
SERVICE = 0x4E56.to_bytes(2, "little")  # "VN"
COMPANY = (8885).to_bytes(2, "little")

_SALT = b"bluzonesubkey"  # their spelling
_PICKED = np.array([0, 4, 8, 12, 16, 18, 20, 22, 24, 26, 28, 30])


def day_key(base_id: bytes, since: int, at: int) -> bytes:
    """The key of the UTC day of `at`: the base key hashed once for each day since the day of `since` (khóa ngày).

    Raises `ProximityError` for a key of another length or a time before the base.
    """
    demand(len(base_id) == KEY_BYTES, f"a base key has {KEY_BYTES} bytes, not {len(base_id)}")
    days = at // DAY - since // DAY
    demand(days >= 0, f"{at} lies before the day of the base key, {since}")
    key = base_id
    for _ in range(days):
        key = next_day_key(key)
    return key


def next_day_key(key: bytes) -> bytes:
    return sha256(key).digest()


def slot_of(at: int, slots: int = SLOTS) -> int:
    """Which slot of its UTC day this second lies in."""
    return at % DAY * slots // DAY


def identifiers(key: bytes, slots: int = SLOTS) -> Bytes:
    """The identifiers of one day in the order of its slots, `(slots, 12)`.

    >>> key = bytes.fromhex("4C5224B397F8AB3896781D5AA0F3119F280513F1B592CA280EBDED6357E21084")
    >>> identifiers(key)[0].tobytes().hex().upper()
    '29ABD013B41C90269332AB5D'
    """
    demand(len(key) == KEY_BYTES, f"a day key has {KEY_BYTES} bytes, not {len(key)}")
    demand(0 < slots <= MOST_SLOTS, f"{slots} slots in a day")
    link, chain = sha256(key + _SALT).digest(), bytearray()
    for _ in range(slots):
        chain += link
        link = sha256(link).digest()
    return np.frombuffer(bytes(chain), np.uint8).reshape(slots, 32)[:, _PICKED]


def identifier(key: bytes, at: int, slots: int = SLOTS) -> bytes:
    """The 12 bytes that a phone with this day key shows at this second."""
    return bytes(identifiers(key, slots)[slot_of(at, slots)])


@dataclass(frozen=True, slots=True)
class PublishedRange:
    """What the server sent to all phones about one person (khoảng công bố): the key of the day of `start`, seconds.

    Phones hash it on, day after day, up to `end`, which is excluded here.
    """

    key: bytes
    start: int
    end: int
    slots: int = SLOTS

    def __post_init__(self) -> None:
        demand(len(self.key) == KEY_BYTES, f"a day key has {KEY_BYTES} bytes, not {len(self.key)}")
        demand(0 <= self.start < self.end, f"a range from {self.start} to {self.end}")
        demand(self.end - self.start <= LONGEST_RANGE * DAY, f"a range of more than {LONGEST_RANGE} days")
        demand(0 < self.slots <= MOST_SLOTS, f"{self.slots} slots in a day")


def published(ranges: Sequence[PublishedRange]) -> Sought:
    """The identifiers of published ranges as rows to look for; the slots in which a range begins and ends are cut."""
    parts = [_rows(number, one) for number, one in enumerate(ranges)]
    columns = zip(*((part.h, part.l, part.start, part.end, part.key) for part in parts), strict=True)
    return by_day(Sought(*(np.concatenate(column) for column in columns))) if parts else Sought.of_nothing()


def _rows(number: int, one: PublishedRange) -> Sought:
    first = one.start // DAY
    days = -(-one.end // DAY) - first
    key, tables = one.key, []
    for _ in range(days):
        tables.append(identifiers(key, one.slots))
        key = next_day_key(key)
    origin = (first + np.arange(days)) * DAY
    offsets = -(-np.arange(one.slots + 1) * DAY // one.slots)  # slot i begins with the first second that lies in it
    start, end = np.full(days, one.start), np.full(days, one.end)
    return sought(np.stack(tables), Validity(origin, offsets, start, end, np.full(days, number, np.int32)))


def advert(identifier: bytes) -> bytes:
    """The 23 bytes that an Android phone advertises: flags, service 0x4E56, company 8885 with the identifier.

    >>> advert(bytes.fromhex("52c4f1bc9df64c1e5d4d4470")).hex()[:22]
    '0201020303564e0fffb522'
    """
    demand(len(identifier) == IDENTIFIER_BYTES, f"an identifier has 12 bytes, not {len(identifier)}")
    return structure(FLAGS, b"\x02") + structure(SERVICES_16, SERVICE) + structure(MANUFACTURER, COMPANY + identifier)


def parse_advert(frame: bytes) -> bytes | None:
    """The identifier of an Android phone's advert; None for any other frame (an iPhone's has to be read over GATT)."""
    if not offers(frame, SERVICE):
        return None
    return payload_of(frame, MANUFACTURER, COMPANY, IDENTIFIER_BYTES)
