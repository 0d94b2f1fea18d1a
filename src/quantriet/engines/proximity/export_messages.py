"""The messages inside a key export file, to and from bytes (nội dung tệp khóa).

Exposure Key export file format of Google and Apple: a header of 16 bytes, then one message; beside it a message with
the signatures.
"""

from __future__ import annotations

from dataclasses import dataclass

from .errors import ProximityError, demand
from .gaen import ReportType, TemporaryKey
from .protobuf import delimited, fields, fixed64, unzigzag, whole, zigzag

HEADER = b"EK Export v1    "
ALGORITHM = "1.2.840.10045.4.3.2"  # ECDSA on P-256 over SHA-256
MOST_KEYS = 500_000

_STARTS, _ENDS, _REGION, _NUMBER, _SIZE, _SIGNER, _KEYS, _REVISED = range(1, 9)
_KEY, _RISK, _START, _PERIOD, _REPORT, _ONSET = range(1, 7)
_KEY_VERSION, _KEY_ID, _ALGORITHM = 3, 4, 5


@dataclass(frozen=True, slots=True)
class SignerInfo:
    """Which key signs (khóa ký): its identity and version, by which a reader finds the public half."""

    key_id: str
    key_version: str


@dataclass(frozen=True, slots=True)
class KeyBatch:
    """One file of published keys (đợt công bố): its time in seconds, region, place among `size` files of the time."""

    starts_at: int
    ends_at: int
    region: str
    keys: tuple[TemporaryKey, ...]
    revised: tuple[TemporaryKey, ...] = ()
    number: int = 1
    size: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature: who, for which file of the batch, the DER bytes."""

    signer: SignerInfo
    number: int
    size: int
    signature: bytes


def write_batch(batch: KeyBatch, signer: SignerInfo) -> bytes:
    """`export.bin`: keys in the order of their bytes, so that their order tells nothing."""
    return b"".join(
        [
            HEADER,
            fixed64(_STARTS, batch.starts_at),
            fixed64(_ENDS, batch.ends_at),
            delimited(_REGION, batch.region.encode()),
            whole(_NUMBER, batch.number),
            whole(_SIZE, batch.size),
            delimited(_SIGNER, _write_signer(signer)),
            *(delimited(_KEYS, _write_key(key)) for key in _sorted(batch.keys)),
            *(delimited(_REVISED, _write_key(key)) for key in _sorted(batch.revised)),
        ]
    )


def read_batch(data: bytes) -> KeyBatch:
    """Raises `ProximityError` for another header, a broken message, a key outside the rules, too many keys."""
    demand(data.startswith(HEADER), "another header")
    numbers = {_STARTS: 0, _ENDS: 0, _NUMBER: 1, _SIZE: 1}
    region = ""
    keys: list[TemporaryKey] = []
    revised: list[TemporaryKey] = []
    for field, value in fields(data[len(HEADER) :]):
        if field in (_KEYS, _REVISED):
            (keys if field == _KEYS else revised).append(_read_key(_bytes(value)))
            demand(len(keys) + len(revised) <= MOST_KEYS, f"more than {MOST_KEYS} keys")
        elif field == _REGION:
            region = _text(value)
        elif field in numbers:
            numbers[field] = _number(value)
    return KeyBatch(
        numbers[_STARTS], numbers[_ENDS], region, tuple(keys), tuple(revised), numbers[_NUMBER], numbers[_SIZE]
    )


def write_signature(one: Signature) -> bytes:
    """`export.sig` with one signature."""
    told = delimited(1, _write_signer(one.signer)) + whole(2, one.number) + whole(3, one.size)
    return delimited(1, told + delimited(4, one.signature))


def read_signatures(data: bytes) -> list[Signature]:
    """Raises `ProximityError` for a broken message."""
    return [_read_signature(_bytes(value)) for field, value in fields(data) if field == 1]


def _sorted(keys: tuple[TemporaryKey, ...]) -> list[TemporaryKey]:
    return sorted(keys, key=lambda one: one.key)


def _write_key(one: TemporaryKey) -> bytes:
    told = delimited(_KEY, one.key)
    if one.risk:
        told += whole(_RISK, one.risk)
    told += whole(_START, one.start) + whole(_PERIOD, one.period)
    if one.report_type:
        told += whole(_REPORT, one.report_type)
    if one.days_since_onset is not None:
        told += whole(_ONSET, zigzag(one.days_since_onset))
    return told


def _read_key(message: bytes) -> TemporaryKey:
    told = dict(fields(message))
    onset = told.get(_ONSET)
    return TemporaryKey(
        _bytes(told.get(_KEY, b"")),
        _number(told.get(_START, 0)),
        _number(told.get(_PERIOD, 144)),
        _number(told.get(_RISK, 0)),
        _report_type(_number(told.get(_REPORT, 0))),
        None if onset is None else unzigzag(_number(onset)),
    )


def _report_type(number: int) -> ReportType:
    """A number that later versions may bring counts as unknown."""
    return ReportType(number) if number <= ReportType.REVOKED else ReportType.UNKNOWN


def _write_signer(signer: SignerInfo) -> bytes:
    return (
        delimited(_KEY_VERSION, signer.key_version.encode())
        + delimited(_KEY_ID, signer.key_id.encode())
        + delimited(_ALGORITHM, ALGORITHM.encode())
    )


def _read_signature(message: bytes) -> Signature:
    told = dict(fields(message))
    signer = dict(fields(_bytes(told.get(1, b""))))
    info = SignerInfo(_text(signer.get(_KEY_ID, b"")), _text(signer.get(_KEY_VERSION, b"")))
    return Signature(info, _number(told.get(2, 1)), _number(told.get(3, 1)), _bytes(told.get(4, b"")))


def _bytes(value: int | bytes) -> bytes:
    if not isinstance(value, bytes):
        raise ProximityError("a number where bytes are wanted")
    return value


def _number(value: int | bytes) -> int:
    if not isinstance(value, int):
        raise ProximityError("bytes where a number is wanted")
    return value


def _text(value: int | bytes) -> str:
    try:
        return _bytes(value).decode()
    except UnicodeDecodeError as error:
        raise ProximityError("a text that is none") from error
