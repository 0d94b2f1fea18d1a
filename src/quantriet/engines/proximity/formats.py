"""What a beacon shows and understands: our own identifiers, Bluezone's or GAEN's (định dạng phát sóng).

All are of one shape, `Format`: the frame of a moment, and the identifier in a frame that was heard. An iPhone of
Bluezone has no identifier in its frame; whoever hears it connects and reads one characteristic.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from . import bluezone, derivation, gaen, own
from .adverts import FLAGS, MANUFACTURER, payload_of, structure
from .identifiers import DAY

KeyOfDay = Callable[[int], bytes]
"""The key of a UTC day, given by its number since 1970; 32 bytes for Bluezone, 16 for the others."""

Devices = NDArray[np.int64]
"""Numbers of beacons."""

Readable = tuple[str, str]
"""A GATT service and the characteristic in it, as UUIDs."""

BLUEZONE_IPHONE: Readable = ("00004E56-73F5-4BC4-A12F-17D1AD07A667", "00004E56-73F5-4BC4-A12F-17D1AD07A689")

_SERVICES_128, _NAME = 0x07, 0x09
_IPHONE_SERVICE = bytes.fromhex(BLUEZONE_IPHONE[0].replace("-", ""))[::-1]  # least significant byte first
IPHONE_FRAME = structure(FLAGS, b"\x1a") + structure(_SERVICES_128, _IPHONE_SERVICE) + structure(_NAME, b"Bluezone")
_APPLE_OVERFLOW = (0x004C).to_bytes(2, "little") + b"\x01"  # where an iPhone in the background hides its services
_OVERFLOW_BYTES, _OVERFLOW_BIT = 16, 0x08


class Format(Protocol):
    """A way to show and to understand identifiers."""

    slot_seconds: int
    width: int
    is_connectable: bool
    readable: Readable | None

    def identifier(self, at: int) -> bytes:
        """What is shown at this second."""

    def frame(self, at: int) -> bytes:
        """The advertisement of this second, at most 31 bytes."""

    def parse(self, frame: bytes) -> tuple[bytes, bytes] | None:
        """Identifier and metadata (may be empty) in a frame; None if it carries none."""

    def must_be_read(self, frame: bytes) -> bool:
        """Whether the sender gives its identifier only over a connection."""


class BluezoneFormat:
    """Bluezone v2: a new 12-byte identifier each 15 minutes, in the frame or, like an iPhone, over a connection."""

    slot_seconds = DAY // bluezone.SLOTS
    width = bluezone.IDENTIFIER_BYTES
    is_connectable = True

    def __init__(self, key_of_day: KeyOfDay, *, is_iphone: bool = False) -> None:
        self._key_of_day = key_of_day
        self.readable: Readable | None = BLUEZONE_IPHONE
        self.is_iphone = is_iphone

    def identifier(self, at: int) -> bytes:
        return bluezone.identifier(self._key_of_day(at // DAY), at)

    def frame(self, at: int) -> bytes:
        return IPHONE_FRAME if self.is_iphone else bluezone.advert(self.identifier(at))

    def parse(self, frame: bytes) -> tuple[bytes, bytes] | None:
        found = bluezone.parse_advert(frame)
        return None if found is None else (found, b"")

    def must_be_read(self, frame: bytes) -> bool:
        if payload_of(frame, _SERVICES_128, _IPHONE_SERVICE, 0) is not None:
            return True
        overflow = payload_of(frame, MANUFACTURER, _APPLE_OVERFLOW, _OVERFLOW_BYTES)
        return overflow is not None and bool(overflow[0] & _OVERFLOW_BIT)


class GaenFormat:
    """GAEN v1.2: a new 16-byte identifier each 10 minutes with encrypted transmit power; nobody connects."""

    slot_seconds = gaen.INTERVAL
    width = gaen.IDENTIFIER_BYTES
    is_connectable = False
    readable: Readable | None = None

    def __init__(self, key_of_day: KeyOfDay, *, tx_power: int) -> None:
        self._key_of_day = key_of_day
        self._metadata = gaen.metadata(tx_power)

    def identifier(self, at: int) -> bytes:
        interval = gaen.interval_of(at)
        return gaen.rolling_identifiers(self._key_of_day(at // DAY), interval, 1).tobytes()

    def frame(self, at: int) -> bytes:
        shown = self.identifier(at)
        return gaen.advert(shown, gaen.crypt_metadata(self._key_of_day(at // DAY), shown, self._metadata))

    def parse(self, frame: bytes) -> tuple[bytes, bytes] | None:
        return gaen.parse_advert(frame)

    def must_be_read(self, frame: bytes) -> bool:
        return False


class OwnFormat:
    """Our own keys: a new 12-byte identifier each ten minutes in Bluezone's frame; nobody connects."""

    slot_seconds = gaen.INTERVAL
    width = bluezone.IDENTIFIER_BYTES
    is_connectable = False
    readable: Readable | None = None

    def __init__(self, key_of_day: KeyOfDay) -> None:
        self._key_of_day = key_of_day

    def identifier(self, at: int) -> bytes:
        day = at // DAY
        return own.identifier((gaen.TemporaryKey(self._key_of_day(day), day * gaen.PERIOD),), at)

    def frame(self, at: int) -> bytes:
        return bluezone.advert(self.identifier(at))

    def parse(self, frame: bytes) -> tuple[bytes, bytes] | None:
        found = bluezone.parse_advert(frame)
        return None if found is None else (found, b"")

    def must_be_read(self, frame: bytes) -> bool:
        return False


KEY_BYTES = {"own": derivation.KEY_BYTES, "bluezone": bluezone.KEY_BYTES, "gaen": derivation.KEY_BYTES}
"""The names of the formats, and how long the keys of each are."""


def format_of(name: str, key_of_day: KeyOfDay, *, tx_power: int, is_iphone: bool = False) -> Format:
    """The format of this name; `tx_power` dBm is told to others by GAEN alone, only Bluezone knows iPhones apart."""
    if name == "bluezone":
        return BluezoneFormat(key_of_day, is_iphone=is_iphone)
    if name == "gaen":
        return GaenFormat(key_of_day, tx_power=tx_power)
    return OwnFormat(key_of_day)


def bluezone_ranges(keys: Sequence[KeyOfDay], since: int, until: int) -> tuple[list[bluezone.PublishedRange], Devices]:
    """What an agency looks for that knows the keys of its own beacons, with the number of the beacon of each.

    One range a beacon and day, so that the chain of one day's key never gives the next day.
    """
    days = _days(since, until)
    ranges = [
        bluezone.PublishedRange(key_of_day(day), max(since, day * DAY), min(until, (day + 1) * DAY))
        for key_of_day in keys
        for day in days
    ]
    return ranges, np.repeat(np.arange(len(keys)), len(days))


def temporary_keys(keys: Sequence[KeyOfDay], since: int, until: int) -> tuple[list[gaen.TemporaryKey], Devices]:
    """The same for GAEN and for our own: one temporary key a beacon and day."""
    days = _days(since, until)
    told = [gaen.TemporaryKey(key_of_day(day), day * gaen.PERIOD) for key_of_day in keys for day in days]
    return told, np.repeat(np.arange(len(keys)), len(days))


def _days(since: int, until: int) -> range:
    return range(since // DAY, -(-until // DAY))
