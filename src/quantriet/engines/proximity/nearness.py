"""Which sightings were of somebody near: the median of a minute decides, not a single frame (lọc lượt gặp gần).

A single frame says little: a body in between takes 15 dB, a reflection gives as much, and a window made of one lucky
frame an hour is an encounter that never was. So the losses of both directions are gathered step by step.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .errors import demand
from .losses import Losses
from .matching import Sightings


def near_only(
    sightings: Sightings, losses: Losses, device_of_key: npt.NDArray[np.integer], *, step: int, most: int
) -> tuple[Sightings, Losses]:
    """The sightings, with their losses, of steps of `step` seconds whose median loss is at most `most` dB.

    `device_of_key[k]` is the device that showed key k, so that A heard by B and B heard by A count together. Of an even
    number the lower middle decides; a device that heard itself was near nobody. Raises ProximityError.
    """
    demand(step > 0, f"a step of {step} seconds")
    demand(len(losses) == len(sightings), f"{len(sightings)} sightings and {len(losses)} losses")
    demand(len(sightings) == 0 or len(device_of_key) > int(sightings.key.max()), "a key without its device")
    shown, heard = device_of_key[sightings.key].astype(np.int64), sightings.heard.device.astype(np.int64)
    place = (np.minimum(shown, heard), np.maximum(shown, heard), sightings.heard.time // step)
    order = np.lexsort((losses, *reversed(place)))
    begins = np.ones(len(order), np.bool_)
    begins[1:] = np.logical_or.reduce([column[order][1:] != column[order][:-1] for column in place])
    first = np.flatnonzero(begins)
    middle = (first + np.append(first[1:], len(order)) - 1) // 2
    is_near = np.empty(len(order), np.bool_)
    is_near[order] = (losses[order][middle] <= most)[np.cumsum(begins) - 1]
    is_near &= shown != heard
    return Sightings(sightings.key[is_near], sightings.start[is_near], sightings.heard.take(is_near)), losses[is_near]
