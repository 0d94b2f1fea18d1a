"""The structures of a Bluetooth Low Energy advertisement (khung quảng bá): length, type, payload, again and again.

Bluetooth Core Specification, Vol 3, Part C, 11: the length counts the type; a length of zero ends the significant part.
A legacy advertisement has at most 31 bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from .errors import demand

LEGACY_BYTES = 31
FLAGS, SERVICES_16, SERVICE_DATA_16, MANUFACTURER = 0x01, 0x03, 0x16, 0xFF


def structure(kind: int, payload: bytes) -> bytes:
    """One structure: its length, its type, its payload.

    >>> structure(SERVICES_16, bytes.fromhex("6ffd")).hex()
    '03036ffd'
    """
    demand(len(payload) < LEGACY_BYTES - 1, f"a payload of {len(payload)} bytes does not fit into an advertisement")
    return bytes((len(payload) + 1, kind)) + payload


def structures(frame: bytes) -> Iterator[tuple[int, bytes]]:
    """Type and payload of each structure; stops at the first that is cut off, since the air cuts frames.

    >>> [(kind, payload.hex()) for kind, payload in structures(bytes.fromhex("02011a03036ffd0916"))]
    [(1, '1a'), (3, '6ffd')]
    """
    at = 0
    while at + 1 < len(frame) and frame[at]:
        end = at + 1 + frame[at]
        if end > len(frame):
            return
        yield frame[at + 1], frame[at + 2 : end]
        at = end


def payload_of(frame: bytes, kind: int, prefix: bytes, length: int) -> bytes | None:
    """What follows `prefix` in the structure of this type, if it is `length` bytes; None if the frame has none."""
    for found, payload in structures(frame):
        if found == kind and payload[: len(prefix)] == prefix and len(payload) == len(prefix) + length:
            return payload[len(prefix) :]
    return None


def offers(frame: bytes, service: bytes) -> bool:
    """Whether the frame lists this 16-bit service, written little-endian."""
    return any(
        kind == SERVICES_16 and service in (payload[at : at + 2] for at in range(0, len(payload), 2))
        for kind, payload in structures(frame)
    )
