"""Key export files: a published one, our own there and back, and everything that must not come in."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.kernel.problem import Problem
from quantriet.engines.proximity import ProximityError, export_file, protobuf
from quantriet.engines.proximity.export_file import TrustedKey, pad, read_export, valid_keys, write_export
from quantriet.engines.proximity.export_messages import HEADER, KeyBatch, SignerInfo, read_batch, write_batch
from quantriet.engines.proximity.gaen import ReportType, TemporaryKey
from tests.engines.proximity.vectors import needs_vectors, vectors

PRIVATE = ec.derive_private_key(20_210_723, ec.SECP256R1())
SIGNER = SignerInfo("vn-demo", "v1")
TRUSTED = TrustedKey(SIGNER, PRIVATE.public_key())
ONE = TemporaryKey(bytes(range(16)), 2_649_980, 144, 3, ReportType.CONFIRMED_TEST, -2)
BATCH = KeyBatch(1_590_159_600, 1_590_246_000, "VN", (ONE,))
FILE = write_export(BATCH, SIGNER, PRIVATE)

temporary_keys = st.builds(
    TemporaryKey,
    key=st.binary(min_size=16, max_size=16),
    start=st.integers(0, 2**32 - 200),
    period=st.integers(1, 144),
    risk=st.integers(0, 8),
    report_type=st.sampled_from(ReportType),
    days_since_onset=st.none() | st.integers(-14, 14),
)


def packed(*members: tuple[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def unpacked(data: bytes) -> tuple[bytes, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("export.bin"), archive.read("export.sig")


def code_of(data: bytes, *trusted: TrustedKey) -> str:
    with pytest.raises(Problem) as caught:
        read_export(data, trusted or (TRUSTED,))
    assert caught.value.sentence.count(".") >= 2
    return caught.value.code.removeprefix("proximity.export_")


def test_the_published_file_is_written_byte_for_byte() -> None:
    """By the digest of its `export.bin`: two keys, the header, the signer."""
    keys = (
        TemporaryKey(bytes.fromhex("172fc480e598490c34177604339b1543"), 2_649_980, 1, 8),
        TemporaryKey(bytes.fromhex("2b63053ac483238de176169e861f3dcd"), 2_649_866, 114, 1),
    )
    binary = write_batch(KeyBatch(1_590_159_600, 1_590_246_000, "US", keys), SignerInfo("some_id", "1"))
    assert sha256(binary).hexdigest() == "38edb6fc758d9ba014eb66226a9ee580201de3a985dca5467234c5f41099ad3f"


@needs_vectors
def test_the_published_file_of_another_server() -> None:
    found = vectors("gaen_export_file")
    expected = found["expected"]
    signer = SignerInfo(expected["verification_key_id"], expected["verification_key_version"])
    public_key = load_der_public_key(bytes.fromhex(found["public_key_spki_der_hex"]))
    assert isinstance(public_key, ec.EllipticCurvePublicKey)
    binary = bytes.fromhex(found["export_bin_hex"])
    data = packed(("export.bin", binary), ("export.sig", bytes.fromhex(found["export_sig_hex"])))
    batch = read_export(data, [TrustedKey(signer, public_key)])
    assert (batch.starts_at, batch.ends_at) == (expected["start_timestamp"], expected["end_timestamp"])
    assert (batch.region, batch.number, batch.size) == (expected["region"], 1, 1)
    assert [
        {"tek": one.key.hex(), "transmission_risk_level": one.risk, "rolling_start_interval_number": one.start,
         "rolling_period": one.period}
        for one in batch.keys
    ] == expected["keys"]  # fmt: skip
    assert write_batch(batch, signer) == binary


@given(st.lists(temporary_keys, max_size=8), st.lists(temporary_keys, max_size=3), st.text("ABCVN", max_size=3))
def test_a_batch_comes_back(keys: list[TemporaryKey], revised: list[TemporaryKey], region: str) -> None:
    batch = KeyBatch(5, 9, region, tuple(keys), tuple(revised), 2, 3)
    told = read_batch(write_batch(batch, SIGNER))
    assert told.keys == tuple(sorted(keys, key=lambda one: one.key))
    assert told.revised == tuple(sorted(revised, key=lambda one: one.key))
    assert replace(told, keys=batch.keys, revised=batch.revised) == batch


def test_our_own_file_is_believed() -> None:
    assert read_export(FILE, [TRUSTED]) == BATCH
    assert HEADER + protobuf.fixed64(1, 1_590_159_600) == unpacked(FILE)[0][:25]


def test_a_file_is_padded_with_keys_that_look_like_real_ones() -> None:
    real = (ONE, replace(ONE, key=bytes(16), start=ONE.start + 144, risk=5))
    sizes = set()
    for seed in range(5):
        padded = pad(real, random.Random(seed))
        sizes.add(len(padded))
        assert padded[:2] == real
        assert {replace(one, key=b"k" * 16) for one in padded} == {replace(one, key=b"k" * 16) for one in real}
        assert len({one.key for one in padded}) == len(padded)
    assert min(sizes) >= export_file.LEAST_KEYS
    assert max(sizes) <= export_file.LEAST_KEYS + export_file.EXTRA_KEYS
    assert len(sizes) > 1
    assert pad(()) == ()
    many = tuple(replace(ONE, key=number.to_bytes(16, "big")) for number in range(1_200))
    assert pad(many) == many
    written = read_export(write_export(replace(BATCH, keys=pad(real)), SIGNER, PRIVATE), [TRUSTED])
    assert [one.key for one in written.keys] == sorted(one.key for one in written.keys)


def test_revisions_replace_and_revocations_take_back() -> None:
    other, third = replace(ONE, key=bytes(16)), replace(ONE, key=b"3" * 16, report_type=ReportType.CLINICAL)
    confirmed = replace(third, report_type=ReportType.CONFIRMED_TEST)
    later = replace(BATCH, keys=(), revised=(confirmed, replace(other, report_type=ReportType.REVOKED)))
    assert valid_keys([replace(BATCH, keys=(ONE, other, third)), later]) == (ONE, confirmed)


def _flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes((data[place] ^ 1,)) + data[place + 1 :]


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("header", lambda binary, sig: (b"EK Export v2    " + binary[16:], sig)),
        ("header", lambda binary, sig: (b"", sig)),
        ("signature", lambda binary, sig: (_flipped(binary, -2 % len(binary)), sig)),
        ("signature", lambda binary, sig: (binary[:-1], sig)),
        ("signature", lambda binary, sig: (binary, _flipped(sig, len(sig) - 1))),
        ("content", lambda binary, sig: (binary, sig[:-70])),
        ("signer", lambda binary, sig: (binary, b"")),
        ("signer", lambda binary, sig: (binary, sig.replace(b"vn-demo", b"xx-demo"))),
        ("content", lambda binary, sig: (binary, b"\x0a\xff")),
        ("content", lambda binary, sig: (binary, b"\x08" * 3)),
        ("too_large", lambda binary, sig: (binary, bytes(10_001))),
    ],
)
def test_what_is_not_signed_as_it_is_does_not_come_in(
    code: str, change: Callable[[bytes, bytes], tuple[bytes, bytes]]
) -> None:
    binary, sig = change(*unpacked(FILE))
    assert code_of(packed(("export.bin", binary), ("export.sig", sig))) == code


@pytest.mark.parametrize("data", [b"", b"PK", FILE[: len(FILE) // 2], FILE[:-1], b"x" * 500])
def test_what_is_no_whole_zip_does_not_come_in(data: bytes) -> None:
    assert code_of(data) == "broken"


def test_parts_are_there_once() -> None:
    binary, sig = unpacked(FILE)
    assert code_of(packed(("export.bin", binary))) == "missing"
    assert code_of(packed(("export.sig", sig), ("other", binary))) == "missing"
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = packed(("export.bin", binary), ("export.bin", b""), ("export.sig", sig))
    assert code_of(twice) == "missing"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = packed(("export.bin", bytes(export_file.MOST_BYTES + 1)), ("export.sig", b""))
    assert len(bomb) < 100_000
    assert code_of(bomb) == "too_large"
    assert code_of(packed(*((f"{number}", b"") for number in range(17)))) == "too_large"


def test_a_size_that_lies_is_found() -> None:
    """The table of contents says 5 bytes, the member unpacks to many."""
    data = bytearray(packed(("export.bin", bytes(100_000)), ("export.sig", b"")))
    central = data.index(b"PK\x01\x02")
    for place in (22, central + 24):
        data[place : place + 4] = (5).to_bytes(4, "little")
    assert code_of(bytes(data)) == "broken"


def test_too_many_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    two = replace(BATCH, keys=(ONE, replace(ONE, key=bytes(16))))
    data = write_export(two, SIGNER, PRIVATE)
    monkeypatch.setattr("quantriet.engines.proximity.export_messages.MOST_KEYS", 1)
    monkeypatch.setattr(export_file, "MOST_KEYS", 1)
    assert code_of(data) == "content"
    with pytest.raises(ProximityError):
        write_export(two, SIGNER, PRIVATE)


def test_another_key_of_the_same_name_is_not_believed() -> None:
    other = ec.derive_private_key(7, ec.SECP256R1()).public_key()
    assert code_of(FILE, TrustedKey(SIGNER, other)) == "signature"
    assert code_of(FILE, TrustedKey(SignerInfo("vn-demo", "v2"), PRIVATE.public_key())) == "signer"
    with pytest.raises(ProximityError):
        TrustedKey(SIGNER, ec.derive_private_key(7, ec.SECP384R1()).public_key())


@given(st.binary(max_size=60))
def test_any_message_is_read_or_refused(data: bytes) -> None:
    try:
        batch = read_batch(HEADER + data)
    except ProximityError:
        return
    assert all(isinstance(one, TemporaryKey) for one in batch.keys)


@given(st.data())
def test_a_changed_file_is_refused_or_the_same(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(FILE) - 1))
    changed = FILE[:place] + bytes((data.draw(st.integers(0, 255)),)) + FILE[place + 1 :]
    try:
        told = read_export(changed, [TRUSTED])
    except Problem:
        return
    assert told == BATCH


@given(st.integers(0, 2**64 - 1))
def test_whole_numbers_come_back(value: int) -> None:
    assert list(protobuf.fields(protobuf.whole(5, value) + protobuf.fixed64(3, value))) == [(5, value), (3, value)]


@pytest.mark.parametrize("message", ["08", "0880", "08" + "ff" * 10 + "01", "0a05ff", "09ffff", "0b", "0dffff"])
def test_cut_messages_are_refused(message: str) -> None:
    with pytest.raises(ProximityError):
        list(protobuf.fields(bytes.fromhex(message)))
