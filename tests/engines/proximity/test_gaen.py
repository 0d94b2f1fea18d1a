"""Exposure Notification v1.2: the published vectors, real sightings, frames, keys in bulk."""

from __future__ import annotations

import hmac
from hashlib import sha256

import numpy as np
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import ProximityError, gaen
from quantriet.engines.proximity.adverts import LEGACY_BYTES
from quantriet.engines.proximity.identifiers import halves
from tests.engines.proximity.vectors import needs_vectors, vectors

KEY = bytes.fromhex("75c734c6dd1a782de7a965da5eb93125")
START = 2642976
FIRST = ("8be6cd371c5c891604bfbe49df845096", "3c9a1de5dd6b02afa7fded7b570b3e56")
IDENTIFIERS_DIGEST = "7d0d92c8f0ebe30719c9cedbe5262fd8da1a914dd76a6d163bd080c6c04d7fd9"
METADATA_DIGEST = "e044d6790779f3260a665cf33298c3f02f23866ded7232b20814a593b2f23148"
# sightings of a published example: interval, identifier, encrypted metadata, rssi, transmit power, attenuation
SEEN_KEY = bytes.fromhex("b534b9654ba21dcd60a9b3e17d620443")
SEEN = [
    (2653408, "1b013a80678747f73b140e8e3e46a3aa", "919c3296", -57, -14, 43),
    (2653409, "99b8e671e0759ca9532a25ea3f992a8b", "36563b98", -58, -24, 34),
    (2653410, "f357370f15be3f7ec06030ca34899223", "9be98c37", -58, -24, 34),
]
keys = st.binary(min_size=16, max_size=16)


def _slowly(key: bytes, interval: int) -> bytes:
    """The published rule, step by step, with the library's own HMAC."""
    extracted = hmac.digest(bytes(32), key, "sha256")
    rolling = hmac.digest(extracted, b"EN-RPIK\x01", "sha256")[:16]
    block = b"EN-RPI" + bytes(6) + interval.to_bytes(4, "little")
    return Cipher(algorithms.AES128(rolling), modes.ECB()).encryptor().update(block)


def test_the_first_published_identifiers() -> None:
    told = gaen.rolling_identifiers(KEY, START, 2)
    assert tuple(row.tobytes().hex() for row in told) == FIRST
    assert gaen.interval_of(1585785600) == START


def test_all_published_values_by_their_digest() -> None:
    """Of the 144 identifiers and of their 144 encrypted metadata, one after the other."""
    told = gaen.rolling_identifiers(KEY, START)
    crypted = b"".join(gaen.crypt_metadata(KEY, row.tobytes(), bytes.fromhex("40080000")) for row in told)
    assert sha256(told.tobytes()).hexdigest() == IDENTIFIERS_DIGEST
    assert sha256(crypted).hexdigest() == METADATA_DIGEST


@needs_vectors
def test_all_published_identifiers_and_metadata() -> None:
    found = vectors("gaen_v1_2")
    told = gaen.rolling_identifiers(bytes.fromhex(found["tek"]), found["rolling_start_interval_number"])
    assert [row.tobytes().hex() for row in told] == found["rpis"]
    plain = bytes.fromhex(found["metadata"])
    crypted = [gaen.crypt_metadata(KEY, row.tobytes(), plain).hex() for row in told]
    assert crypted == found["aems"]
    assert len(crypted) == 144


@given(st.lists(st.tuples(keys, st.integers(0, 2**32 - 20)), min_size=1, max_size=6), st.integers(1, 8))
def test_keys_in_bulk_are_keys_one_by_one(pairs: list[tuple[bytes, int]], count: int) -> None:
    told = gaen.bulk_identifiers([key for key, _ in pairs], [start for _, start in pairs], count)
    assert told.shape == (len(pairs), count, 16)
    for row, (key, start) in zip(told, pairs, strict=True):
        assert [one.tobytes() for one in row] == [_slowly(key, start + step) for step in range(count)]


@pytest.mark.parametrize(("interval", "shown", "crypted", "rssi", "power", "lost"), SEEN)
def test_a_real_sighting(interval: int, shown: str, crypted: str, rssi: int, power: int, lost: int) -> None:
    told = gaen.rolling_identifiers(SEEN_KEY, interval, 1)[0].tobytes()
    assert told.hex() == shown
    plain = gaen.crypt_metadata(SEEN_KEY, told, bytes.fromhex(crypted))
    assert gaen.tx_power(plain) == power
    assert plain == gaen.metadata(power)
    assert gaen.attenuation(power, rssi) == lost


def test_transmit_powers_of_many_sightings_at_once() -> None:
    high, low = halves(np.frombuffer(bytes.fromhex("".join(row[1] for row in SEEN)), np.uint8).reshape(3, 16))
    crypted = np.array([int(row[2], 16) for row in SEEN], np.uint32)
    assert gaen.tx_powers(SEEN_KEY, high, low, crypted).tolist() == [row[4] for row in SEEN]


@given(keys, st.binary(min_size=16, max_size=16), st.binary(min_size=4, max_size=4))
def test_metadata_comes_back(key: bytes, shown: bytes, plain: bytes) -> None:
    assert gaen.crypt_metadata(key, shown, gaen.crypt_metadata(key, shown, plain)) == plain
    frame = gaen.advert(shown, plain)
    assert len(frame) == LEGACY_BYTES
    assert gaen.parse_advert(frame) == (shown, plain)
    assert all(gaen.parse_advert(frame[:end]) is None for end in range(len(frame)))


def test_the_frame_of_a_real_stack() -> None:
    frame = bytes.fromhex("02011a03036ffd17166ffdb6ddfa42e178b6dedd6554ea011928f5adc77393")
    read = gaen.parse_advert(frame)
    assert read is not None
    assert gaen.advert(*read) == frame


@given(st.binary(max_size=40))
def test_any_frame_is_read_or_none(frame: bytes) -> None:
    read = gaen.parse_advert(frame)
    assert read is None or (len(read[0]), len(read[1])) == (16, 4)


@pytest.mark.parametrize(
    ("key", "start", "period", "risk", "days"),
    [(bytes(15), 0, 144, 0, None), (bytes(16), -1, 144, 0, None), (bytes(16), 0, 0, 0, None),
     (bytes(16), 0, 145, 0, None), (bytes(16), 0, 144, 9, None), (bytes(16), 0, 144, 0, 15)],
)  # fmt: skip
def test_a_key_outside_the_rules_is_refused(key: bytes, start: int, period: int, risk: int, days: int | None) -> None:
    with pytest.raises(ProximityError):
        gaen.TemporaryKey(key, start, period, risk, gaen.ReportType.CONFIRMED_TEST, days)


def test_the_validity_of_a_key() -> None:
    key = gaen.TemporaryKey(KEY, START, 12)
    assert (key.starts_at, key.ends_at) == (1585785600, 1585785600 + 7200)
