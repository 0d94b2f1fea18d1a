"""Key export files: what phones download, packed, padded, signed; read only with a signature that holds (tệp khóa).

A ZIP with `export.bin` and `export.sig`; ECDSA on P-256 over SHA-256 of the whole `export.bin`, header included. A file
has at least 1,000 keys: made-up ones are added, so that nobody reads off it how many people fell ill.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random, SystemRandom

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey as PublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from quantriet.engines.kernel.problem import Problem

from .errors import ProximityError, demand
from .export_messages import (
    HEADER,
    MOST_KEYS,
    KeyBatch,
    Signature,
    SignerInfo,
    read_batch,
    read_signatures,
    write_batch,
    write_signature,
)
from .gaen import ReportType, TemporaryKey

LEAST_KEYS = 1_000
EXTRA_KEYS = 100  # at most so many beyond the least, drawn anew each time
MOST_BYTES = 32_000_000  # of `export.bin`, and of the whole file: half a million keys with all they can carry
MOST_SIGNATURE_BYTES = 10_000
_MOST_MEMBERS = 16
_BINARY, _SIGNATURE = "export.bin", "export.sig"
_CENTRAL_ENTRY = b"PK\x01\x02"
_MADE_AT = (1980, 1, 1, 0, 0, 0)
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A public key whose signatures are believed (khóa công khai được tin), with its identity and version."""

    signer: SignerInfo
    public_key: PublicKey

    def __post_init__(self) -> None:
        demand(isinstance(self.public_key.curve, SECP256R1), "export files are signed on P-256")


def pad(keys: Sequence[TemporaryKey], random: Random | None = None) -> tuple[TemporaryKey, ...]:
    """With made-up keys up to 1,000 and a few more, each like a real one but for its bytes; of nothing, nothing.

    `random` is for tests; without it the operating system's source is used.
    """
    draw = random or SystemRandom()
    wanted = LEAST_KEYS + draw.randrange(EXTRA_KEYS + 1) - len(keys)
    if not keys or wanted <= 0:
        return tuple(keys)
    return (*keys, *(replace(draw.choice(keys), key=draw.randbytes(16)) for _ in range(wanted)))


def write_export(batch: KeyBatch, signer: SignerInfo, private_key: EllipticCurvePrivateKey) -> bytes:
    """The signed file. Raises `ProximityError` for more than 500,000 keys."""
    demand(len(batch.keys) + len(batch.revised) <= MOST_KEYS, f"more than {MOST_KEYS} keys in a file")
    binary = write_batch(batch, signer)
    signed = Signature(signer, batch.number, batch.size, private_key.sign(binary, ECDSA(SHA256())))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(_BINARY, _MADE_AT), binary)
        archive.writestr(zipfile.ZipInfo(_SIGNATURE, _MADE_AT), write_signature(signed))
    return packed.getvalue()


def read_export(data: bytes, trusted: Iterable[TrustedKey]) -> KeyBatch:
    """The keys of a file that one of the trusted keys has signed; raises `Problem` for any other file.

    Nothing is believed before the signature is checked, and nothing is unpacked beyond its bound.
    """
    binary, signatures = _unpack(data)
    if not binary.startswith(HEADER):
        raise _problem("header", "Tệp khóa có phần đầu lạ.", f"Phần đầu phải là «{HEADER.decode().strip()}».")
    try:
        _verify(binary, read_signatures(signatures), trusted)
        return read_batch(binary)
    except ProximityError as error:
        raise _problem("content", "Nội dung tệp khóa bị hỏng.", "Có phần không theo khuôn dạng.") from error


def valid_keys(batches: Iterable[KeyBatch]) -> tuple[TemporaryKey, ...]:
    """What several files, in their order, say together: a revision replaces a key, a revocation takes it back."""
    told: dict[bytes, TemporaryKey] = {}
    for batch in batches:
        told |= {one.key: one for one in (*batch.keys, *batch.revised)}
    return tuple(one for one in told.values() if one.report_type is not ReportType.REVOKED)


def _verify(binary: bytes, signatures: Sequence[Signature], trusted: Iterable[TrustedKey]) -> None:
    known = {one.signer: one.public_key for one in trusted}
    ours = [one for one in signatures if one.signer in known]
    if not ours:
        raise _problem("signer", "Tệp khóa không do nơi được tin ký.", "Không có chữ ký nào của khóa đã đăng ký.")
    for one in ours:
        try:
            known[one.signer].verify(one.signature, binary, ECDSA(SHA256()))
        except InvalidSignature:
            continue
        return
    raise _problem("signature", "Chữ ký của tệp khóa không đúng.", "Tệp đã bị sửa hoặc hỏng trên đường truyền.")


def _unpack(data: bytes) -> tuple[bytes, bytes]:
    if len(data) > MOST_BYTES or data.count(_CENTRAL_ENTRY) > _MOST_MEMBERS:
        raise _problem("too_large", "Tệp khóa quá lớn.", f"Giới hạn là {MOST_BYTES // 1_000_000} MB.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _member(archive, _BINARY, MOST_BYTES), _member(archive, _SIGNATURE, MOST_SIGNATURE_BYTES)
    except _BROKEN as error:
        raise _problem("broken", "Không mở được tệp khóa.", "Tệp không phải ZIP hoặc bị cắt.") from error


def _member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    if archive.namelist().count(name) != 1:
        raise _problem("missing", f"Tệp khóa không có đúng một phần {name}.", "")
    with archive.open(name) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise _problem("too_large", f"Phần {name} của tệp khóa quá lớn.", f"Giới hạn là {most} byte.")
    return content


def _problem(code: str, what: str, why: str) -> Problem:
    return Problem(f"proximity.export_{code}", what, why=why, remedy="Tải lại tệp từ nơi công bố.")
