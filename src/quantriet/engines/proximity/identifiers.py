"""Rotating identifiers as numbers: two 64-bit halves that every store and every sort understands (mã ngẫu nhiên)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .errors import demand

Bytes = npt.NDArray[np.uint8]
Halves = npt.NDArray[np.uint64]
Seconds = npt.NDArray[np.int64]

WIDTH = 16  # bytes; a shorter identifier is filled with zeros on the right
DAY = 86_400  # seconds of a UTC day; none of the protocols knows leap seconds


def halves(identifiers: Bytes) -> tuple[Halves, Halves]:
    """`(n, ≤16)` bytes → high and low halves, `(n,)` each, big-endian, so that numbers sort as the bytes do.

    >>> high, low = halves(np.array([[0] * 7 + [1] + [2] * 4], np.uint8))
    >>> int(high[0]), hex(low[0])
    (1, '0x202020200000000')
    """
    demand(identifiers.ndim == 2 and identifiers.shape[1] <= WIDTH, f"identifiers of shape {identifiers.shape}")
    full = identifiers
    if identifiers.shape[1] < WIDTH:
        full = np.zeros((len(identifiers), WIDTH), np.uint8)
        full[:, : identifiers.shape[1]] = identifiers
    both = np.ascontiguousarray(full).view(">u8")
    return both[:, 0].astype(np.uint64), both[:, 1].astype(np.uint64)


def halves_of(identifier: bytes) -> tuple[int, int]:
    """One identifier of at most 16 bytes as two numbers.

    >>> halves_of(bytes(7) + b"\\x01" + b"\\x02" * 4) == (1, 0x0202020200000000)
    True
    """
    demand(0 < len(identifier) <= WIDTH, f"an identifier of {len(identifier)} bytes")
    full = identifier.ljust(WIDTH, b"\x00")
    return int.from_bytes(full[:8], "big"), int.from_bytes(full[8:], "big")


def bytes_of(high: int, low: int, width: int = WIDTH) -> bytes:
    """The first `width` bytes of an identifier given by its halves."""
    return (int(high).to_bytes(8, "big") + int(low).to_bytes(8, "big"))[:width]
