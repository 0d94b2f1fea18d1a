"""Which phones were near which: published identifiers, their match with what was heard (tiếp xúc gần qua Bluetooth).

The protocols are modules of one shape (`bluezone`, `gaen`, `dp3t`, `own`): keys to identifiers, identifiers to adverts
and back, published keys to rows to look for; `read_export` and `write_export` carry signed keys. From there one way:

    ingest → match → assumed_losses or told_losses → windows → window_scores → summarise → candidates → report
                                                             → encounters, for the tracing engine
    near_only, before windows, leaves what the median of a minute says was near
    purge drops what is too old

Doors have their own way to tell who was where: `venues` signs their codes, `personal_codes` reads those of people,
`checkins` makes visits of scans. `radio`, `beacon`, `virtual_air` and `office` need the extra `radio` and are imported
by name; `formats` is what a beacon speaks.

What comes out are candidates with their evidence, as numbers of registers: a person confirms, and no field holds a
name. Errors: `ProximityError` for values that make no sense, `Problem` for files that people hand in.
"""

from . import bluezone, bluezone_messages, checkins, dp3t, formats, gaen, own, personal_codes, venues
from .candidates import Candidate, DaySummary, ReportRow, candidates, report, summarise
from .encounters import Encounter, Met, PhoneHolding, encounters
from .errors import ProximityError
from .export_file import TrustedKey, pad, read_export, valid_keys, write_export
from .export_messages import KeyBatch, SignerInfo
from .log import Ingested, ObservationLog, Refused, ingest
from .losses import assumed_losses, told_losses
from .matching import Sightings, match
from .nearness import near_only
from .observations import Observation, Observations, seconds_of
from .retention import Purged, purge
from .scores import (
    KeyExposure,
    ProductTables,
    Table,
    WindowWeights,
    near_seconds,
    product_scores,
    window_scores,
)
from .sought import Sought
from .windows import Window, WindowRules, Windows, windows

__all__ = [
    "Candidate",
    "DaySummary",
    "Encounter",
    "Ingested",
    "KeyBatch",
    "KeyExposure",
    "Met",
    "Observation",
    "ObservationLog",
    "Observations",
    "PhoneHolding",
    "ProductTables",
    "ProximityError",
    "Purged",
    "Refused",
    "ReportRow",
    "Sightings",
    "SignerInfo",
    "Sought",
    "Table",
    "TrustedKey",
    "Window",
    "WindowRules",
    "WindowWeights",
    "Windows",
    "assumed_losses",
    "bluezone",
    "bluezone_messages",
    "candidates",
    "checkins",
    "dp3t",
    "encounters",
    "formats",
    "gaen",
    "ingest",
    "match",
    "near_only",
    "near_seconds",
    "own",
    "pad",
    "personal_codes",
    "product_scores",
    "purge",
    "read_export",
    "report",
    "seconds_of",
    "summarise",
    "told_losses",
    "valid_keys",
    "venues",
    "window_scores",
    "windows",
    "write_export",
]
