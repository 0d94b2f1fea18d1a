"""One identifier heard by one device: what the log is made of (lượt ghi nhận)."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import demand
from .identifiers import bytes_of, halves_of

MILLISECONDS_ABOVE = 100_000_000_000  # in seconds this is the year 5138; in milliseconds March 1973


def seconds_of(timestamp: int) -> int:
    """Seconds since 1970 from seconds (iPhones) or milliseconds (Android phones).

    >>> seconds_of(1596887252275), seconds_of(1596887252)
    (1596887252, 1596887252)
    """
    return timestamp // 1000 if timestamp > MILLISECONDS_ABOVE else timestamp


@dataclass(frozen=True, slots=True)
class Observation:
    """An identifier that a device heard (lượt ghi nhận).

    `h`, `l`: the halves of the identifier; `time`: seconds since 1970 UTC; `rssi`: dBm; `device`: the number that the
    agency's register gives the listening phone, never a name; `metadata`: the four encrypted bytes of GAEN as a number,
    0 where a protocol has none.
    """

    h: int
    l: int  # noqa: E741  # the halves are called h and l
    time: int
    rssi: int
    device: int
    metadata: int = 0

    @classmethod
    def of(cls, identifier: bytes, timestamp: int, rssi: int, device: int, metadata: bytes = b"") -> Observation:
        """From the bytes of an identifier (12 or 16) and a time in seconds or milliseconds.

        >>> Observation.of(bytes(15) + b"\\x07", 1596887252275, -61, 4)
        Observation(h=0, l=7, time=1596887252, rssi=-61, device=4, metadata=0)
        """
        demand(len(metadata) in (0, 4), f"metadata has 4 bytes, not {len(metadata)}")
        high, low = halves_of(identifier)
        return cls(high, low, seconds_of(timestamp), rssi, device, int.from_bytes(metadata, "big"))

    def identifier(self, width: int = 16) -> bytes:
        """The identifier's first `width` bytes: 12 for Bluezone, 16 for the others."""
        return bytes_of(self.h, self.l, width)
