"""Virtual radios: frames on the air are the published ones, and an hour can be repeated to the last row."""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import pairwise

import pytest

from quantriet.engines.proximity import bluezone, gaen, office
from quantriet.engines.proximity.beacon import Beacon
from quantriet.engines.proximity.formats import BLUEZONE_IPHONE, IPHONE_FRAME, BluezoneFormat, GaenFormat, OwnFormat
from quantriet.engines.proximity.observations import Observation
from quantriet.engines.proximity.radio import Heard
from quantriet.engines.proximity.virtual_air import Air, JumpingLoop, run_virtually

SINCE = 1_626_944_700  # 22/7/2021 09:05 UTC: a slot of Bluezone ends ten minutes later
KEY32 = bytes(range(32))
KEY16 = bytes(range(16))


def counted() -> object:
    numbers = iter(range(1, 1 << 20))
    return lambda: next(numbers).to_bytes(6, "little")


def heard_of(frame: bytes, rssi: int | None = -60, seconds: float = 3) -> list[Heard]:
    async def work(loop: JumpingLoop) -> list[Heard]:
        air, found = Air(lambda sender, listener: rssi), []
        sender, listener = air.radio("a", counted()), air.radio("b", counted())
        await sender.start()
        await listener.start()
        await sender.show(frame, 1000, is_connectable=True)
        await listener.listen(seconds, found.append)
        return found

    return run_virtually(work)


@pytest.mark.parametrize("frame", [bluezone.advert(bytes(range(12))), IPHONE_FRAME, gaen.advert(bytes(16), b"abcd")])
def test_a_frame_arrives_as_it_was_sent_once_a_second(frame: bytes) -> None:
    found = heard_of(frame)
    assert {one.frame for one in found} == {frame}
    assert {one.rssi for one in found} == {-60}
    assert 3 <= len(found) <= 4
    assert len(frame) <= 31


def test_a_frame_too_weak_is_not_heard() -> None:
    assert heard_of(IPHONE_FRAME, rssi=None) == []


def test_the_iphone_frame_is_the_published_one() -> None:
    assert bytes.fromhex(BLUEZONE_IPHONE[0].replace("-", ""))[::-1] in IPHONE_FRAME
    assert IPHONE_FRAME.endswith(b"\x09\x09Bluezone")


def test_a_value_is_read_at_the_moment_of_reading_and_a_radio_that_is_gone_gives_none() -> None:
    async def work(loop: JumpingLoop) -> list[bytes | None]:
        air = Air(lambda sender, listener: -60)
        phone, first, second = (air.radio(name, counted()) for name in ("phone", "first", "second"))
        for radio in (phone, first, second):
            await radio.start()
        phone.offer(BLUEZONE_IPHONE, lambda: int(loop.time()).to_bytes(12, "big"))
        await phone.show(IPHONE_FRAME, 1000, is_connectable=True)
        found: list[Heard] = []
        await first.listen(2, found.append)
        address = found[0].address
        await asyncio.sleep(100)
        both = await asyncio.gather(first.read(address, BLUEZONE_IPHONE), second.read(address, BLUEZONE_IPHONE))
        assert loop.time() < 105  # who lost was told so and did not wait for ten seconds
        later = await second.read(address, BLUEZONE_IPHONE)
        await phone.stop()
        return [*both, later, await first.read(address, BLUEZONE_IPHONE)]

    one, other, later, gone = run_virtually(work)
    assert sorted([one is None, other is None]) == [False, True]  # one centre at a time
    assert 100 < int.from_bytes(one or other or b"", "big") < 110
    assert later is not None
    assert gone is None


def test_a_radio_that_is_called_while_it_calls_mistakes_nobody_for_another(caplog: pytest.LogCaptureFixture) -> None:
    """The stack takes the first connection for the one it asked for; so a radio that reads is silent meanwhile."""

    async def work(loop: JumpingLoop) -> tuple[bytes | None, bytes | None, set[str]]:
        air = Air(lambda sender, listener: -60)
        busy, phone, caller = (air.radio(str(number), (number).to_bytes(6, "little").__bytes__) for number in (1, 2, 3))
        for radio in (busy, phone, caller):
            await radio.start()
        for radio, value in ((busy, b"busy"), (phone, b"phone")):
            radio.offer(BLUEZONE_IPHONE, value.__bytes__)
            await radio.show(IPHONE_FRAME, 1000, is_connectable=True)
        await asyncio.sleep(0.5)
        read, called = await asyncio.gather(
            busy.read("C0:00:00:00:00:02", BLUEZONE_IPHONE), caller.read("C0:00:00:00:00:01", BLUEZONE_IPHONE)
        )
        found: list[Heard] = []
        await caller.listen(3, found.append)
        return read, called, {heard.address for heard in found}

    read, called, shown = run_virtually(work)
    assert (read, called) == (b"phone", b"busy")
    assert len(shown) == 2  # both show themselves again
    assert caplog.messages == []  # a mistake would be an error in a callback


def test_a_beacon_changes_its_identifier_and_its_address_on_the_second() -> None:
    async def work(loop: JumpingLoop) -> list[tuple[float, Heard]]:
        air = Air(lambda sender, listener: -60)
        found: list[tuple[float, Heard]] = []
        speech = BluezoneFormat(lambda day: KEY32)
        beacon = Beacon(air.radio("a", counted()), speech, 0, lambda: SINCE + loop.time(), lambda _: None)
        listener = air.radio("b", counted())
        await listener.start()
        listening = listener.listen(20 * 60, lambda heard: found.append((SINCE + loop.time(), heard)))
        await asyncio.gather(beacon.run(20 * 60), listening)
        return found

    found = run_virtually(work)
    edge = SINCE + 600
    for at, heard in found:  # on the very instant of the change either one may go out
        allowed = {bluezone.identifier(KEY32, int(at)), bluezone.identifier(KEY32, int(at - 0.001))}
        assert bluezone.parse_advert(heard.frame) in allowed
    early, late = bluezone.identifier(KEY32, edge - 1), bluezone.identifier(KEY32, edge)
    addresses = [{heard.address for _, heard in found if shown in heard.frame} for shown in (early, late)]
    assert [len(one) for one in addresses] == [1, 1]
    assert addresses[0].isdisjoint(addresses[1])
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise(found)]
    assert max(gaps) <= 0.26


@pytest.fixture(scope="module")
def hour() -> office.Hour:
    return run_hour(seed=7)


def run_hour(seed: int) -> office.Hour:
    keys = office.keys(office.OFFICE, 1, 32)
    formats = office.speeches("bluezone", office.OFFICE, keys)
    return office.simulate(formats, office.OFFICE, since=SINCE, seconds=900, seed=seed)


def test_the_same_seed_gives_the_same_hour(hour: office.Hour) -> None:
    assert run_hour(seed=7) == hour
    assert run_hour(seed=8) != hour


def test_beacons_note_each_other_once_in_five_seconds_and_in_their_slots(hour: office.Hour) -> None:
    keys = office.keys(office.OFFICE, 1, 32)
    shown = {
        bluezone.identifier(key(at // 86400), at): (device, at // 900)
        for device, key in enumerate(keys)
        for at in range(SINCE, SINCE + 900, 60)
    }
    for device, rows in enumerate(hour.observations):
        assert rows
        last: dict[bytes, int] = {}
        for row in rows:
            identifier = row.identifier(12)
            other, slot = shown[identifier]
            assert other != device
            assert row.time // 900 == slot
            assert row.device == device
            assert row.time - last.get(identifier, 0) >= 4  # five seconds, cut to whole ones
            last[identifier] = row.time
    heard = Counter(shown[row.identifier(12)][0] for row in hour.observations[0])
    assert heard[1] > 20 < heard[2]  # Bình's frame holds its identifier, Chi's has to be read
    assert 2 * heard[5] < heard[1]  # of Hà's frames, sent two hundred metres away, most are lost


def test_gaen_frames_carry_the_transmit_power_for_who_has_the_key() -> None:
    keys = [lambda day: KEY16, lambda day: KEY16[::-1]]
    wearers = office.OFFICE[:2]
    hour = office.simulate([GaenFormat(key, tx_power=-12) for key in keys], wearers, since=SINCE, seconds=300, seed=1)
    assert hour.failed_reads == 0
    for row in hour.observations[1]:
        shown = row.identifier()
        assert shown == gaen.rolling_identifiers(KEY16, gaen.interval_of(row.time), 1).tobytes()
        told = gaen.crypt_metadata(KEY16, shown, row.metadata.to_bytes(4, "big"))
        assert gaen.tx_power(told) == -12
    assert len(hour.observations[1]) >= 8


def test_a_loop_in_which_nothing_can_happen_says_so() -> None:
    async def work(loop: JumpingLoop) -> None:
        await loop.create_future()

    with pytest.raises(RuntimeError, match="nothing is left"):
        run_virtually(work)


def test_frames_of_others_are_passed_over() -> None:
    own, gaen_ = OwnFormat(lambda day: KEY16), GaenFormat(lambda day: KEY16, tx_power=0)
    for speech in (own, gaen_, BluezoneFormat(lambda day: KEY32)):
        for frame in (b"", b"\x02\x01\x06", bytes(31), b"\x1f\xff" + bytes(29)):
            assert speech.parse(frame) is None
            assert not speech.must_be_read(frame)


def test_an_iphone_in_the_background_is_recognised_by_its_overflow_area() -> None:
    speech = BluezoneFormat(lambda day: KEY32)
    frame = bytes.fromhex("02011a14ff4c0001") + b"\x08" + bytes(15)
    assert speech.must_be_read(frame)
    assert not speech.must_be_read(frame[:-16] + bytes(16))


def test_observations_are_rows_of_the_log(hour: office.Hour) -> None:
    assert all(isinstance(row, Observation) and row.metadata == 0 for row in hour.observations[0])
