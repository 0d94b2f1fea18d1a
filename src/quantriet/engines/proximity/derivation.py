"""Identifiers by the thousand: HKDF and one AES call for each key (sinh mã hàng loạt).

HKDF-SHA256 without salt (RFC 5869) hashes a block of zeros first, the same for every key: its two states are kept.
All blocks of a key go through one ECB call, since making the cipher costs more than a day's blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from .errors import demand
from .identifiers import WIDTH, Bytes

KEY_BYTES = 16

_INNER_PAD, _OUTER_PAD = b"\x36", b"\x5c"
_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))
_INNER_ZERO = sha256(_INNER_PAD * 64)
_OUTER_ZERO = sha256(_OUTER_PAD * 64)
_ECB = modes.ECB()  # noqa: S305  # the published protocols encrypt single, distinct blocks


def expand(key: bytes, label: bytes) -> bytes:
    """16 bytes of HKDF-SHA256 over `key`, no salt, `label` as info."""
    inner = _INNER_ZERO.copy()
    inner.update(key)
    outer = _OUTER_ZERO.copy()
    outer.update(inner.digest())
    extracted = outer.digest()
    padded = extracted.translate(_INNER) + _INNER_PAD * 32
    first = sha256(padded + label + b"\x01").digest()
    return sha256(extracted.translate(_OUTER) + _OUTER_PAD * 32 + first).digest()[:KEY_BYTES]


def encrypt(key: bytes, blocks: bytes) -> bytes:
    """AES-128 over whole blocks, each on its own."""
    return Cipher(algorithms.AES128(key), _ECB).encryptor().update(blocks)


def rolling_blocks(prefix: bytes, start: int, count: int) -> bytes:
    """`count` blocks of `prefix`, zeros, and the interval as four little-endian bytes, from interval `start`."""
    blocks = np.zeros((count, WIDTH), np.uint8)
    blocks[:, : len(prefix)] = np.frombuffer(prefix, np.uint8)
    blocks[:, 12:] = np.arange(start, start + count).astype("<u4").view(np.uint8).reshape(count, 4)
    return blocks.tobytes()


def derive(keys: Sequence[bytes], starts: Iterable[int], count: int, label: bytes, prefix: bytes) -> Bytes:
    """The identifiers of many keys, `(keys, count, 16)`: key k from interval `starts[k]` on, `count` of them each."""
    demand(count > 0, f"{count} identifiers of a key")
    size = count * WIDTH
    out = bytearray(len(keys) * size + WIDTH)  # the cipher asks for one block of room after each answer
    room, at = memoryview(out), 0
    blocks: dict[int, bytes] = {}
    for key, start in zip(keys, starts, strict=True):
        demand(len(key) == KEY_BYTES, f"a key has {KEY_BYTES} bytes, not {len(key)}")
        if start not in blocks:
            demand(0 <= start <= 0xFFFFFFFF - count, f"interval {start} does not fit into four bytes")
            blocks[start] = rolling_blocks(prefix, start, count)
        cipher = Cipher(algorithms.AES128(expand(key, label)), _ECB).encryptor()
        cipher.update_into(blocks[start], room[at : at + size + WIDTH])
        at += size
    return np.frombuffer(out, np.uint8, len(keys) * size).reshape(len(keys), count, WIDTH)
