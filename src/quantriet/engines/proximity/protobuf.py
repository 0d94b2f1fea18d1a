"""The little of the protocol buffers' wire format that key export files need (định dạng tệp khóa).

Encoding guide of Protocol Buffers: a field is a number, a wire type and a value. A message is read field by field;
whatever does not end where it says is refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from .errors import ProximityError

VARINT, FIXED64, DELIMITED, FIXED32 = 0, 1, 2, 5
_WIDTHS = {FIXED64: 8, FIXED32: 4}
_MOST_VARINT_BYTES = 10


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Number and value of each field; whole numbers unsigned, texts and messages as bytes.

    >>> list(fields(bytes.fromhex("08960112020708")))
    [(1, 150), (2, b'\\x07\\x08')]

    Raises `ProximityError` for what is cut off and for wire types that are none.
    """
    at, end = 0, len(message)
    while at < end:
        tag = message[at]
        at += 1
        if tag > 0x7F:
            tag, at = _varint(message, at - 1)
        kind = tag & 7
        if kind == VARINT:
            value, at = _varint(message, at)
            yield tag >> 3, value
        elif kind == DELIMITED:
            length, at = _varint(message, at)
            at += length
            if at > end:
                raise ProximityError(f"a field of {length} bytes is cut off")
            yield tag >> 3, message[at - length : at]
        else:
            width = _WIDTHS.get(kind, 0)
            at += width
            if not width or at > end:
                raise ProximityError(f"a field of wire type {kind} cannot be read")
            yield tag >> 3, int.from_bytes(message[at - width : at], "little")


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place, byte in enumerate(message[at : at + _MOST_VARINT_BYTES]):
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value, at + place + 1
    raise ProximityError("a number is cut off")


def whole(number: int, value: int) -> bytes:
    """A field with a whole number from zero on."""
    return _written(number << 3 | VARINT) + _written(value)


def fixed64(number: int, value: int) -> bytes:
    return _written(number << 3 | FIXED64) + value.to_bytes(8, "little")


def delimited(number: int, value: bytes) -> bytes:
    """A field with a text in UTF-8, bytes or a message."""
    return _written(number << 3 | DELIMITED) + _written(len(value)) + value


def zigzag(value: int) -> int:
    """A signed number as the unsigned one that is written (sint32).

    >>> [zigzag(value) for value in (0, -1, 1, -14)], [unzigzag(value) for value in (0, 1, 2, 27)]
    ([0, 1, 2, 27], [0, -1, 1, -14])
    """
    return value << 1 if value >= 0 else (-value << 1) - 1


def unzigzag(value: int) -> int:
    return value >> 1 if not value & 1 else -(value + 1 >> 1)


def _written(value: int) -> bytes:
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    written.append(value)
    return bytes(written)
