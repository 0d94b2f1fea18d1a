"""The QR code at a door: which agency, venue and room, for this day or week only, signed (mã QR địa điểm).

A token is `QT1:` and base32 without padding of 15 bytes and their Ed25519 signature: capitals and digits only, since a
QR code packs these tighter; 131 characters. A guard's phone checks it with the public key alone, without network.
Rotation makes a photograph of last week's poster worthless; a code that is valid now can be copied, and no code on
paper can prevent that.
"""

from __future__ import annotations

from base64 import b32decode, b32encode
from binascii import Error as NotBase32
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from struct import Struct
from struct import error as DoesNotFit  # noqa: N812  # an error by what it means here

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from quantriet.engines.kernel.problem import Problem

from .errors import ProximityError
from .identifiers import DAY

PREFIX = "QT1:"
TOKEN_CHARACTERS = 131

_BODY = Struct(">BIIHi")  # days of rotation, agency, venue, room, epoch
_SIGNED_FOR = b"quantriet venue code 1\x00"  # no signature made for another purpose passes as one for this
_THURSDAY = 3  # 1/1/1970 in a week that begins on Monday


class Rotation(IntEnum):
    """How long a code is valid, in days: from midnight, or from Monday's (chu kỳ đổi mã)."""

    DAILY = 1
    WEEKLY = 7


@dataclass(frozen=True, slots=True)
class VenueCode:
    """What a code says (mã địa điểm): numbers of the agency's register; `epoch` counts days or weeks.

    `since`, `until`: seconds since 1970 between which it is valid, the second excluded.
    """

    agency: int
    venue: int
    room: int
    rotation: Rotation
    epoch: int
    since: int
    until: int


def issue_venue_code(
    agency: int, venue: int, room: int, at: int, *, rotation: Rotation, zone_seconds: int, private_key: bytes
) -> str:
    """The token that hangs at a door at second `at`; `zone_seconds` is what the agency's clock is ahead of UTC.

    `private_key`: 32 bytes of Ed25519. Raises ProximityError for numbers that do not fit.
    """
    epoch = _epoch(at, rotation, zone_seconds)
    try:
        body = _BODY.pack(rotation, agency, venue, room, epoch)
    except DoesNotFit as error:
        raise ProximityError(f"agency {agency}, venue {venue}, room {room} do not fit into a code") from error
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(_SIGNED_FOR + body)
    return PREFIX + b32encode(body + signature).decode("ascii").rstrip("=")


def read_venue_code(
    token: str, at: int, *, public_keys: Mapping[int, Sequence[bytes]], zone_seconds: int, tolerance: int
) -> VenueCode:
    """What a scanned token says, if it is genuine and valid at second `at`, give or take `tolerance` seconds.

    `public_keys`: 32 bytes each, by agency; several while an agency changes its key. Raises Problem with a sentence
    for the person at the door: no code of ours, of another agency, forged, of an earlier or a later period.
    """
    body, signature = _parts(token)
    days, agency, venue, room, epoch = _BODY.unpack(body)
    if days not in set(Rotation):
        raise _unreadable()
    keys = public_keys.get(agency, ())
    if not keys:
        raise Problem(
            "venues.other_agency",
            "Mã này của một cơ quan khác.",
            why="Cơ quan này không có khóa để kiểm tra nó.",
            remedy="Quét mã dán tại cửa của cơ quan này.",
        )
    if not any(_is_signed(key, body, signature) for key in keys):
        raise Problem(
            "venues.forged",
            "Mã không do cơ quan phát hành: chữ ký sai.",
            remedy="Không quét mã này; báo bộ phận văn phòng thay tờ mã ở cửa.",
        )
    rotation = Rotation(days)
    since = (epoch * days - (_THURSDAY if rotation is Rotation.WEEKLY else 0)) * DAY - zone_seconds
    code = VenueCode(agency, venue, room, rotation, epoch, since, since + days * DAY)
    _check_period(code, at, tolerance)
    return code


def _epoch(at: int, rotation: Rotation, zone_seconds: int) -> int:
    day = (at + zone_seconds) // DAY
    return day if rotation is Rotation.DAILY else (day + _THURSDAY) // rotation


def _parts(token: str) -> tuple[bytes, bytes]:
    """Body and signature. A scanner may give small letters or spaces around; anything else is no code of ours."""
    text = token.strip().upper()
    if len(text) != TOKEN_CHARACTERS or not text.startswith(PREFIX):
        raise _unreadable()
    try:
        packed = b32decode(text[len(PREFIX) :] + "=", casefold=False)
    except (NotBase32, ValueError) as error:
        raise _unreadable() from error
    return packed[: _BODY.size], packed[_BODY.size :]


def _is_signed(public_key: bytes, body: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, _SIGNED_FOR + body)
    except InvalidSignature:
        return False
    return True


def _check_period(code: VenueCode, at: int, tolerance: int) -> None:
    period = "ngày" if code.rotation is Rotation.DAILY else "tuần"
    if at >= code.until + tolerance:
        raise Problem(
            "venues.expired",
            f"Mã của {period} trước, đã hết hạn.",
            remedy=f"Quét tờ mã của {period} này; nếu ở cửa vẫn là tờ cũ thì báo bộ phận văn phòng in lại.",
        )
    if at < code.since - tolerance:
        raise Problem(
            "venues.not_yet",
            f"Mã của {period} sau, chưa dùng được.",
            remedy="Kiểm tra ngày giờ trên máy quét, hoặc quét tờ mã đang dùng.",
        )


def _unreadable() -> Problem:
    return Problem(
        "venues.unreadable",
        "Đây không phải mã địa điểm.",
        remedy="Quét mã dán tại cửa; nếu tờ mã rách, mờ thì báo bộ phận văn phòng in lại.",
    )
