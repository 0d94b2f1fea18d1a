"""How much of a signal was lost on the way, the only measure of distance there is (suy hao tín hiệu).

In dB: transmit power − signal strength. Bodies, pockets and walls take as much as metres do: 50 to 70 dB can be two
metres or fifteen, which is why nothing that is counted from it is more than a hint.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .gaen import TemporaryKey, tx_powers
from .matching import Sightings

Losses = npt.NDArray[np.int64]


def assumed_losses(sightings: Sightings, tx_power: int) -> Losses:
    """Loss of each sighting where the protocol tells no transmit power: one is assumed for all phones, in dBm."""
    return np.asarray(tx_power - sightings.heard.rssi.astype(np.int64), np.int64)


def told_losses(sightings: Sightings, keys: Sequence[TemporaryKey], *, calibration: int, assumed: int) -> Losses:
    """Loss of each sighting of GAEN, whose metadata tell the transmit power; `assumed` dBm where there are none.

    `keys` as they were published; `calibration` in dB is what the listening phone reads too little.
    """
    heard = sightings.heard
    powers = np.full(len(sightings), assumed, np.int64)
    told = np.flatnonzero(heard.metadata)
    by_key = told[np.argsort(sightings.key[told], kind="stable")]
    for rows in np.split(by_key, np.flatnonzero(np.diff(sightings.key[by_key])) + 1) if len(told) else ():
        number = int(sightings.key[rows[0]])
        powers[rows] = tx_powers(keys[number].key, heard.h[rows], heard.l[rows], heard.metadata[rows])
    return np.asarray(powers - (heard.rssi.astype(np.int64) + calibration), np.int64)
