"""Venue codes: valid in their own period only, whoever changes a letter is found out."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.kernel.problem import Problem
from quantriet.engines.proximity import ProximityError
from quantriet.engines.proximity.venues import TOKEN_CHARACTERS, Rotation, VenueCode, issue_venue_code, read_venue_code

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PRIVATE, OTHER = bytes(range(32)), bytes(range(1, 33))
PUBLIC = Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()
OTHER_PUBLIC = Ed25519PrivateKey.from_private_bytes(OTHER).public_key().public_bytes_raw()
HOUR = 3600


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp())


def issued(moment: int, rotation: Rotation = Rotation.WEEKLY, key: bytes = PRIVATE) -> str:
    return issue_venue_code(17, 250, 201, moment, rotation=rotation, zone_seconds=7 * HOUR, private_key=key)


def read(token: str, moment: int, tolerance: int = 12 * HOUR, keys: tuple[bytes, ...] = (PUBLIC,)) -> VenueCode:
    return read_venue_code(token, moment, public_keys={17: keys}, zone_seconds=7 * HOUR, tolerance=tolerance)


def refused(token: str, moment: int, **more: object) -> str:
    with pytest.raises(Problem) as refusal:
        read(token, moment, **more)  # type: ignore[arg-type]
    assert refusal.value.sentence.endswith(".")
    return refusal.value.code


@given(st.integers(10**9, 2**32), st.sampled_from(Rotation), st.integers(0, 14 * 86_400))
def test_a_code_is_read_as_it_was_issued_in_its_period_only(moment: int, rotation: Rotation, later: int) -> None:
    token = issued(moment, rotation)
    code = read(token, moment, tolerance=0)
    assert (code.agency, code.venue, code.room, code.rotation) == (17, 250, 201, rotation)
    assert code.since <= moment < code.until
    assert code.until - code.since == rotation * 86_400
    begin = datetime.fromtimestamp(code.since, ZONE)
    assert (begin.hour, begin.minute) == (0, 0)
    assert rotation is Rotation.DAILY or begin.weekday() == 0
    if moment + later < code.until:
        assert read(token, moment + later, tolerance=0) == code
        assert issued(moment + later, rotation) == token
    else:
        assert refused(token, moment + later, tolerance=0) == "venues.expired"


def test_the_week_turns_on_monday_and_the_old_poster_holds_for_half_a_day() -> None:
    token = issued(at("2021-07-25T23:59"))  # a Sunday
    assert read(token, at("2021-07-26T11:59")).until == at("2021-07-26T00:00")
    assert refused(token, at("2021-07-26T12:00")) == "venues.expired"
    assert refused(token, at("2021-07-18T11:59")) == "venues.not_yet"
    assert read(token, at("2021-07-18T12:00")).since == at("2021-07-19T00:00")


@given(st.integers(4, TOKEN_CHARACTERS - 1), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_whoever_changes_a_letter_is_refused(place: int, letter: str) -> None:
    moment = at("2021-07-22T08:00")
    token = issued(moment)
    changed = token[:place] + letter + token[place + 1 :]
    if changed == token:
        assert read(changed, moment).venue == 250
    elif place == TOKEN_CHARACTERS - 1 and "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".index(letter) >> 3 == (
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".index(token[-1]) >> 3
    ):
        assert read(changed, moment).venue == 250  # three bits of the last letter carry nothing
    else:
        assert refused(changed, moment) in {"venues.forged", "venues.other_agency", "venues.unreadable"}


def test_a_code_of_another_agency_or_with_another_key_is_refused() -> None:
    moment = at("2021-07-22T08:00")
    assert refused(issued(moment, key=OTHER), moment) == "venues.forged"
    assert refused(issued(moment), moment, keys=()) == "venues.other_agency"
    assert read(issued(moment, key=OTHER), moment, keys=(PUBLIC, OTHER_PUBLIC)).venue == 250  # while keys change


@given(st.text(max_size=200))
def test_any_other_text_is_no_code(text: str) -> None:
    assert refused(text, 0) == "venues.unreadable"
    assert refused(("QT1:" + text).ljust(TOKEN_CHARACTERS, "A")[:TOKEN_CHARACTERS], 0).startswith("venues.")


def test_a_scanner_may_give_small_letters_and_spaces() -> None:
    moment = at("2021-07-22T08:00")
    assert read(f"  {issued(moment).lower()}\n", moment).room == 201


def test_a_code_fits_into_a_small_qr_of_capitals_and_digits() -> None:
    token = issued(at("2021-07-22T08:00"))
    assert len(token) == TOKEN_CHARACTERS <= 154  # version 6, 41 × 41 modules, medium correction
    assert set(token) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def test_numbers_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ProximityError, match="room 70000 do not fit"):
        issue_venue_code(1, 1, 70_000, 0, rotation=Rotation.DAILY, zone_seconds=0, private_key=PRIVATE)
