"""Sightings → meetings: who was near whom from when to when (lần tiếp xúc gần).

A single frame says little: a body in between costs 15 dB, a reflection adds as much. So the strengths of both
directions are gathered minute by minute, their median decides, and short silences between near minutes are bridged.
What comes out is a candidate for a person to confirm, never a verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .errors import demand
from .identifiers import Seconds
from .matching import Sightings

Devices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Nearness:
    """What counts as near (tham số tiếp xúc gần): `least_rssi` dBm as median of a step of `step` seconds.

    Near steps with at most `bridged` steps between them are one meeting.
    """

    least_rssi: int
    step: int = 60
    bridged: int = 2

    def __post_init__(self) -> None:
        demand(self.step > 0, f"a step of {self.step} seconds")
        demand(self.bridged >= 0, f"{self.bridged} bridged steps")


@dataclass(frozen=True, slots=True)
class Meetings:
    """Columns of one length, in the order of pair and time: `first < second` are device numbers, `[start, end)` seconds
    since 1970, whole steps; `rssi`: the strongest median of its steps in dBm.
    """

    first: Devices
    second: Devices
    start: Seconds
    end: Seconds
    rssi: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.first)


def meetings(sightings: Sightings, wearer_of_key: Sequence[int], nearness: Nearness) -> Meetings:
    """Meetings of devices whose published keys were heard; `wearer_of_key[k]` is the device that showed key k.

    A device that heard itself (its own key after a change of phones) met nobody. Linear in memory, sorts once.
    """
    demand(len(sightings) == 0 or len(wearer_of_key) > int(sightings.key.max()), "a key without its device")
    shown = np.asarray(wearer_of_key, np.int64)[sightings.key]
    heard = sightings.heard.device.astype(np.int64)
    apart = shown != heard
    first, second = np.minimum(shown, heard)[apart], np.maximum(shown, heard)[apart]
    steps = _medians(first, second, sightings.heard.time[apart] // nearness.step, sightings.heard.rssi[apart])
    return _bridged(steps.take(steps.rssi >= nearness.least_rssi), nearness)


@dataclass(frozen=True, slots=True)
class _Steps:
    first: Devices
    second: Devices
    at: Seconds
    rssi: NDArray[np.int64]

    def take(self, rows: NDArray[np.bool_]) -> _Steps:
        return _Steps(self.first[rows], self.second[rows], self.at[rows], self.rssi[rows])


def _medians(first: Devices, second: Devices, at: Seconds, rssi: NDArray[np.signedinteger]) -> _Steps:
    """The median strength of each pair in each step; of two middle ones the lower."""
    order = np.lexsort((rssi, at, second, first))
    first, second, at, rssi = first[order], second[order], at[order], rssi[order]
    begins = np.flatnonzero(_changes(first, second, at))
    ends = np.append(begins[1:], len(at))
    middle = (begins + ends - 1) // 2
    return _Steps(first[begins], second[begins], at[begins], rssi[middle].astype(np.int64))


def _bridged(near: _Steps, nearness: Nearness) -> Meetings:
    """Runs of near steps; `reduceat` knows no empty column."""
    if not len(near.at):
        return Meetings(near.first, near.second, near.at, near.at, near.rssi)
    opens = _changes(near.first, near.second)
    opens[1:] |= np.diff(near.at) > nearness.bridged + 1
    begins = np.flatnonzero(opens)
    ends = np.append(begins[1:], len(near.at)) - 1
    start, end = near.at[begins] * nearness.step, (near.at[ends] + 1) * nearness.step
    return Meetings(near.first[begins], near.second[begins], start, end, np.maximum.reduceat(near.rssi, begins))


def _changes(*columns: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where a row differs from the one before it in any column; the first row always does."""
    changed = np.ones(len(columns[0]), np.bool_)
    changed[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return changed
