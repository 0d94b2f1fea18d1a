"""Bluezone v2: identifiers of two captured phones, frames, what the air may cut off."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import ProximityError, bluezone
from quantriet.engines.proximity.adverts import LEGACY_BYTES
from tests.engines.proximity.vectors import needs_vectors, vectors

BASE = bytes.fromhex("4C5224B397F8AB3896781D5AA0F3119F280513F1B592CA280EBDED6357E21084")
SINCE = 1596844800  # 2020-08-08 00:00 UTC
OTHER = bytes.fromhex("66B07D33DA4E16A359B590EDA1E8DC90892D341C86A6491376041FE44505FFB5")
# identifiers that two captured phones showed, by slot of the day
SHOWN = [
    (BASE, 23, "B9A665D754FE65E665D76A45"),
    (BASE, 24, "3AA8DFC0A15682B27216FC31"),
    (BASE, 25, "B9A232358A6C89E7A00B673C"),
    (BASE, 26, "C5DAD2EC90AFFA065D1E0A70"),
    (BASE, 27, "E376E0B409BCE18ECF5F2ED4"),
    (OTHER, 47, "286BCE589AB994EFA5F73CAD"),
]
FRAME = bytes.fromhex("0201020303564e0fffb52252c4f1bc9df64c1e5d4d4470")


@pytest.mark.parametrize(("base", "slot", "shown"), SHOWN)
def test_captured_phones_showed_these(base: bytes, slot: int, shown: str) -> None:
    for at in (SINCE + slot * 900, SINCE + slot * 900 + 899):
        assert bluezone.identifier(bluezone.day_key(base, SINCE, at), at).hex().upper() == shown


@pytest.mark.parametrize("capture", [0, 1])
@needs_vectors
def test_every_captured_slot(capture: int) -> None:
    found = vectors("bluezone_v2")["captures"][capture]
    key = bluezone.day_key(bytes.fromhex(found["base_id"]), found["time_start"], found["time_start"])
    assert key.hex().upper() == found["daily_key"]
    told = bluezone.identifiers(key)
    assert {int(slot): shown for slot, shown in found["expected"].items()} == {
        int(slot): told[int(slot)].tobytes().hex().upper() for slot in found["expected"]
    }
    for row in found.get("history_rows_sample", []):
        assert bluezone.identifier(key, row["ts_ms"] // 1000).hex().upper() == row["own"]


def test_the_next_day_and_its_slots() -> None:
    next_day = bluezone.day_key(BASE, SINCE, SINCE + 86_400)
    assert next_day == bluezone.next_day_key(BASE) == hashlib.sha256(BASE).digest()
    assert bluezone.identifiers(next_day)[0].tobytes().hex().upper() == "64C0D2707C49D2F0D5E3E348"
    assert bluezone.identifiers(BASE)[95].tobytes().hex().upper() == "B0A3CA441EEC82955E4E6252"
    assert bluezone.day_key(BASE, SINCE, SINCE + 3 * 86_400 - 1) == bluezone.next_day_key(next_day)


def _slowly(key: bytes, slot: int) -> bytes:
    """The published rule, letter by letter."""
    link = hashlib.sha256(key + b"bluzonesubkey").digest()
    for _ in range(slot):
        link = hashlib.sha256(link).digest()
    return bytes(link[place] for place in (0, 4, 8, 12, 16, 18, 20, 22, 24, 26, 28, 30))


@given(st.binary(min_size=32, max_size=32), st.integers(0, 86_399), st.sampled_from([96, 48, 144, 7]))
def test_any_key_at_any_second(key: bytes, second: int, slots: int) -> None:
    at = SINCE + second
    assert bluezone.identifier(key, at, slots) == _slowly(key, second * slots // 86_400)


def test_the_frame_of_a_real_stack() -> None:
    shown = bluezone.parse_advert(FRAME)
    assert shown is not None
    assert shown.hex() == "52c4f1bc9df64c1e5d4d4470"
    assert bluezone.advert(shown) == FRAME
    assert len(FRAME) == 23


@given(st.binary(min_size=12, max_size=12))
def test_a_frame_comes_back(shown: bytes) -> None:
    frame = bluezone.advert(shown)
    assert bluezone.parse_advert(frame) == shown
    assert all(bluezone.parse_advert(frame[:end]) is None for end in range(len(frame)))


@given(st.binary(max_size=LEGACY_BYTES))
def test_any_frame_is_read_or_none(frame: bytes) -> None:
    shown = bluezone.parse_advert(frame)
    assert shown is None or len(shown) == 12


def test_another_service_or_company_is_none() -> None:
    assert bluezone.parse_advert(FRAME.replace(b"\x56\x4e", b"\x6f\xfd")) is None
    assert bluezone.parse_advert(FRAME.replace(b"\xb5\x22", b"\x4c\x00")) is None


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ProximityError):
        bluezone.identifiers(bytes(length))
    with pytest.raises(ProximityError):
        bluezone.day_key(bytes(length), SINCE, SINCE)


def test_no_time_before_the_base() -> None:
    with pytest.raises(ProximityError):
        bluezone.day_key(BASE, SINCE, SINCE - 1)
