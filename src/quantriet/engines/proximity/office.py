"""An invented office hour on virtual radios: who sat where, and what their beacons noted (giờ làm việc mô phỏng).

Signal strength: log-distance path loss, −40 dB at one metre (2.4 GHz in free space), 22 dB for ten times the distance
as indoors in sight, and seeded normal noise for bodies and reflections. Needs the extra `radio`.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import dist, log10
from random import Random

from .beacon import Beacon, Rhythm
from .formats import Format, KeyOfDay, format_of
from .observations import Observation
from .virtual_air import Air, JumpingLoop, run_virtually

TX_POWER = -10  # dBm
LOSS_AT_ONE_METRE = 40.0  # dB
LOSS_EXPONENT = 2.2
NOISE = 4.0  # dB, standard deviation
SENSITIVITY = -96  # dBm; weaker frames are not received


@dataclass(frozen=True, slots=True)
class Wearer:
    """A person with a beacon: from each second of the hour on, where (x, y in metres) it stays."""

    name: str
    stays: tuple[tuple[int, tuple[float, float]], ...]
    is_iphone: bool = False

    def place_at(self, second: float) -> tuple[float, float]:
        """Where it is; before the first stay, there already."""
        begun = bisect_right(self.stays, second, key=lambda stay: stay[0])
        return self.stays[max(0, begun - 1)][1]


@dataclass(frozen=True, slots=True)
class Hour:
    """What the beacons of an office noted: `observations[device]`, device numbers in the order of the wearers."""

    observations: tuple[tuple[Observation, ...], ...]
    failed_reads: int


RHYTHM = Rhythm(shows_every=1.0)  # a quarter of the frames tells as much and takes a quarter of the time

MINUTE = 60
OFFICE = (
    Wearer("An", ((0, (0.0, 0.0)),)),
    Wearer("Bình", ((0, (1.2, 0.0)), (40 * MINUTE, (30.0, 2.0)))),
    Wearer("Chi", ((0, (14.0, 9.0)), (10 * MINUTE, (0.5, 1.0)), (30 * MINUTE, (14.0, 9.0))), is_iphone=True),
    Wearer("Dũng", ((0, (31.0, 2.0)),), is_iphone=True),
    Wearer("Giang", ((0, (16.0, -12.0)), (20 * MINUTE, (2.0, 0.0)), (20 * MINUTE + 20, (16.0, -12.0)))),
    Wearer("Hà", ((0, (180.0, 90.0)),)),
)
"""An, the case to be, keeps her desk. Bình sits beside her for 40 minutes and then joins Dũng in another room, Chi
comes to her desk for 20 minutes, Giang passes by in 20 seconds, Hà is far away all the time."""


def strength(one: tuple[float, float], other: tuple[float, float], noise: float) -> int | None:
    """Signal strength in dBm between two places; None when it is too weak to be received.

    >>> strength((0, 0), (1, 0), 0.0), strength((0, 0), (0, 10), 0.0), strength((0, 0), (200, 0), 0.0)
    (-50, -72, None)
    """
    metres = max(0.1, dist(one, other))
    received = round(TX_POWER - LOSS_AT_ONE_METRE - 10 * LOSS_EXPONENT * log10(metres) + noise)
    return received if received >= SENSITIVITY else None


def simulate(
    formats: Sequence[Format],
    wearers: Sequence[Wearer],
    *,
    since: int,
    seconds: int,
    seed: int,
) -> Hour:
    """Run the beacons of `wearers`, each with its own format, from second `since` (1970 UTC) on.

    The same seed gives the same observations, to the last one.
    """

    async def work(loop: JumpingLoop) -> Hour:
        chance = Random(seed)  # noqa: S311  # noise that can be repeated, no secret
        places = {wearer.name: wearer for wearer in wearers}
        air = Air(
            lambda sender, listener: strength(
                places[sender].place_at(loop.time()), places[listener].place_at(loop.time()), chance.gauss(0, NOISE)
            )
        )
        notes: list[list[Observation]] = [[] for _ in wearers]
        beacons = [
            Beacon(
                air.radio(wearer.name, lambda: chance.randbytes(6)),
                speech,
                device,
                lambda: since + loop.time(),
                notes[device].append,
                RHYTHM,
            )
            for device, (wearer, speech) in enumerate(zip(wearers, formats, strict=True))
        ]
        async with asyncio.TaskGroup() as group:
            for beacon in beacons:
                group.create_task(_run_later(beacon, chance.uniform(0, 20), seconds))
        return Hour(tuple(map(tuple, notes)), sum(beacon.failed_reads for beacon in beacons))

    return run_virtually(work)


async def _run_later(beacon: Beacon, delay: float, seconds: int) -> None:
    """Phones are not switched on in the same moment, so they do not all listen in the same seconds."""
    await asyncio.sleep(delay)
    await beacon.run(seconds - delay)


def keys(wearers: Sequence[Wearer], seed: int, size: int) -> list[KeyOfDay]:
    """A key of `size` bytes for each wearer and day that comes again with the same seed: for a simulation only."""
    return [_DayKeys(f"{seed} {wearer.name}", size).of for wearer in wearers]


def speeches(name: str, wearers: Sequence[Wearer], keys: Sequence[KeyOfDay]) -> list[Format]:
    """The format of this name («own», «bluezone», «gaen») for each wearer."""
    return [
        format_of(name, key, tx_power=TX_POWER, is_iphone=wearer.is_iphone)
        for wearer, key in zip(wearers, keys, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _DayKeys:
    seed: str
    size: int

    def of(self, day: int) -> bytes:
        return Random(f"{self.seed} {day}").randbytes(self.size)  # noqa: S311
