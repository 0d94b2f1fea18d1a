"""Advertisement structures: there and back, cut off anywhere, with rubbish behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.proximity import ProximityError
from quantriet.engines.proximity.adverts import offers, payload_of, structure, structures

parts = st.lists(st.tuples(st.integers(0, 255), st.binary(max_size=9)), max_size=4)


@given(parts, st.binary(max_size=5))
def test_structures_come_back_up_to_the_end_mark(told: list[tuple[int, bytes]], rest: bytes) -> None:
    frame = b"".join(structure(kind, payload) for kind, payload in told)
    assert list(structures(frame)) == told
    assert list(structures(frame + b"\x00" + rest)) == told


@given(parts, st.integers(1, 40))
def test_what_is_cut_off_is_not_told(told: list[tuple[int, bytes]], cut: int) -> None:
    frame = b"".join(structure(kind, payload) for kind, payload in told)[:-cut]
    assert list(structures(frame)) == told[: len(list(structures(frame)))]


def test_a_service_counts_at_its_place_only() -> None:
    """6F FD across two services of a list is no service 0xFD6F."""
    assert offers(structure(0x03, bytes.fromhex("1122566f")) + structure(0x03, bytes.fromhex("6ffd")), b"\x6f\xfd")
    assert not offers(structure(0x03, bytes.fromhex("116ffd22")), b"\x6f\xfd")
    assert not offers(structure(0x02, bytes.fromhex("6ffd")), b"\x6f\xfd")


def test_a_payload_has_its_length() -> None:
    frame = structure(0xFF, b"\x01\x02abc")
    assert payload_of(frame, 0xFF, b"\x01\x02", 3) == b"abc"
    assert payload_of(frame, 0xFF, b"\x01\x02", 2) is None
    assert payload_of(frame, 0x16, b"\x01\x02", 3) is None


def test_a_payload_fits_into_a_frame() -> None:
    assert len(structure(0xFF, bytes(29))) == 31
    with pytest.raises(ProximityError):
        structure(0xFF, bytes(30))
