"""Exposure Notification v1.2 of Google and Apple: keys, identifiers, encrypted metadata, adverts (GAEN).

Cryptography Specification v1.2 and Bluetooth Specification v1.2 (April 2020). A temporary key is random and independent
of every other; it is valid for up to 144 intervals of ten minutes. Units: interval = ⌊seconds since 1970 / 600⌋,
transmit power in dBm, attenuation in dB.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from .adverts import FLAGS, SERVICE_DATA_16, SERVICES_16, offers, payload_of, structure
from .derivation import KEY_BYTES, derive, encrypt, expand
from .errors import demand
from .identifiers import Bytes, Halves
from .sought import Sought, Validity, even_offsets, sought

INTERVAL = 600  # seconds
PERIOD = 144  # intervals of a day
IDENTIFIER_BYTES = 16
METADATA_BYTES = 4
SERVICE = 0xFD6F.to_bytes(2, "little")

_IDENTIFIER_LABEL, _METADATA_LABEL, _PREFIX = b"EN-RPIK", b"EN-AEMK", b"EN-RPI"
_VERSION_1_0 = 0x40
_OFFSETS = even_offsets(PERIOD, INTERVAL)


class ReportType(IntEnum):
    """On whose word a key was published, by the numbers of the export file (căn cứ công bố)."""

    UNKNOWN = 0
    CONFIRMED_TEST = 1
    CLINICAL = 2
    SELF_REPORT = 3
    RECURSIVE = 4
    REVOKED = 5


@dataclass(frozen=True, slots=True)
class TemporaryKey:
    """A temporary exposure key as it is published (khóa tạm thời): 16 bytes valid from an interval on for a period.

    `risk` is 0 to 8; `days_since_onset` is −14 to 14, None if not told. Raises `ProximityError` outside of these.
    """

    key: bytes
    start: int
    period: int = PERIOD
    risk: int = 0
    report_type: ReportType = ReportType.UNKNOWN
    days_since_onset: int | None = None

    def __post_init__(self) -> None:
        demand(len(self.key) == KEY_BYTES, f"a key has {KEY_BYTES} bytes, not {len(self.key)}")
        demand(0 <= self.start <= 0xFFFFFFFF - PERIOD, f"interval {self.start} is none")
        demand(1 <= self.period <= PERIOD, f"a key is valid for 1 to {PERIOD} intervals, not {self.period}")
        demand(0 <= self.risk <= 8, f"a transmission risk is 0 to 8, not {self.risk}")
        days = self.days_since_onset
        demand(days is None or -14 <= days <= 14, f"days since onset are −14 to 14, not {days}")

    @property
    def starts_at(self) -> int:
        """The first second of its validity."""
        return self.start * INTERVAL

    @property
    def ends_at(self) -> int:
        """The first second after its validity."""
        return (self.start + self.period) * INTERVAL


def interval_of(at: int) -> int:
    """The interval of this second."""
    return at // INTERVAL


def rolling_identifiers(key: bytes, interval: int, count: int = PERIOD) -> Bytes:
    """The identifiers of one key from `interval` on, `(count, 16)` (mã phát sóng).

    >>> key = bytes.fromhex("75c734c6dd1a782de7a965da5eb93125")
    >>> rolling_identifiers(key, 2642976, 1)[0].tobytes().hex()
    '8be6cd371c5c891604bfbe49df845096'
    """
    return bulk_identifiers([key], [interval], count).reshape(count, IDENTIFIER_BYTES)


def bulk_identifiers(keys: Sequence[bytes], intervals: Sequence[int], count: int = PERIOD) -> Bytes:
    """The identifiers of many keys, `(keys, count, 16)`, each key from its own interval on."""
    return derive(keys, intervals, count, _IDENTIFIER_LABEL, _PREFIX)


def published(keys: Sequence[TemporaryKey]) -> Sought:
    """The identifiers of published keys as rows to look for, each for its ten minutes of its key's validity."""
    return rows_of(keys, bulk_identifiers([key.key for key in keys], [key.start for key in keys]))


def rows_of(keys: Sequence[TemporaryKey], identifiers: Bytes) -> Sought:
    """Rows to look for from keys and their identifiers from their first interval on, `(keys, 144, ≤16)`."""
    origin = np.array([key.start for key in keys], np.int64) * INTERVAL
    end = origin + np.array([key.period for key in keys], np.int64) * INTERVAL
    return sought(identifiers, Validity(origin, _OFFSETS, origin, end, np.arange(len(keys), dtype=np.int32)))


def metadata(tx_power: int) -> bytes:
    """Version 1.0, transmit power in dBm (−127 to 127), two reserved bytes.

    >>> metadata(-10).hex()
    '40f60000'
    """
    return bytes((_VERSION_1_0,)) + tx_power.to_bytes(1, "big", signed=True) + bytes(2)


def tx_power(metadata: bytes) -> int:
    """The transmit power in dBm; the bytes are not authenticated, so that any value may come out."""
    return int.from_bytes(metadata[1:2], "big", signed=True)


def crypt_metadata(key: bytes, identifier: bytes, metadata: bytes) -> bytes:
    """Encrypt the four bytes that go out with an identifier, or decrypt them: the same act.

    >>> key, shown = bytes.fromhex("75c734c6dd1a782de7a965da5eb93125"), "8be6cd371c5c891604bfbe49df845096"
    >>> crypt_metadata(key, bytes.fromhex(shown), bytes.fromhex("40080000")).hex()
    '72033874'
    """
    demand(len(metadata) == METADATA_BYTES, f"metadata has {METADATA_BYTES} bytes, not {len(metadata)}")
    stream = encrypt(expand(key, _METADATA_LABEL), identifier)
    return bytes(one ^ other for one, other in zip(metadata, stream, strict=False))


def tx_powers(key: bytes, high: Halves, low: Halves, metadata: npt.NDArray[np.uint32]) -> npt.NDArray[np.int8]:
    """Transmit powers in dBm of many sightings of one key: halves of identifiers, encrypted metadata, `(n,)` each."""
    blocks = np.stack([high, low], axis=1).astype(">u8").tobytes()
    stream = np.frombuffer(encrypt(expand(key, _METADATA_LABEL), blocks), ">u4")[::4]
    return np.asarray((metadata ^ stream) >> np.uint32(16), np.uint32).astype(np.uint8).view(np.int8)


def attenuation(tx_power: int, rssi: int, calibration: int = 0) -> int:
    """Signal lost on the way in dB: transmit power − (signal strength + calibration of the receiver).

    >>> attenuation(-14, -57)
    43
    """
    return tx_power - (rssi + calibration)


def advert(identifier: bytes, encrypted_metadata: bytes) -> bytes:
    """The 31 bytes that a phone advertises, non-connectable: flags, service 0xFD6F, its data.

    >>> advert(bytes(16), bytes(4)).hex()[:22]
    '02011a03036ffd17166ffd'
    """
    demand(len(identifier) == IDENTIFIER_BYTES, f"an identifier has 16 bytes, not {len(identifier)}")
    demand(len(encrypted_metadata) == METADATA_BYTES, f"metadata has 4 bytes, not {len(encrypted_metadata)}")
    data = structure(SERVICE_DATA_16, SERVICE + identifier + encrypted_metadata)
    return structure(FLAGS, b"\x1a") + structure(SERVICES_16, SERVICE) + data


def parse_advert(frame: bytes) -> tuple[bytes, bytes] | None:
    """Identifier and encrypted metadata of a frame; None for any other frame."""
    if not offers(frame, SERVICE):
        return None
    data = payload_of(frame, SERVICE_DATA_16, SERVICE, IDENTIFIER_BYTES + METADATA_BYTES)
    return None if data is None else (data[:IDENTIFIER_BYTES], data[IDENTIFIER_BYTES:])
