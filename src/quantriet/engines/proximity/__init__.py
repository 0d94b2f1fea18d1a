"""Which phones were near which: published identifiers, their match with what was heard (tiếp xúc gần qua Bluetooth).

The protocols are modules of one shape (`bluezone`, `gaen`): keys to identifiers, identifiers to adverts and back,
published keys to rows to look for. `ingest` keeps a log, `match` looks published keys up in it.
"""

from . import bluezone, bluezone_upload, gaen
from .errors import ProximityError
from .log import Ingested, ObservationLog, Refused, ingest
from .matching import Sightings, match
from .observations import Observation, Observations, seconds_of
from .sought import Sought

__all__ = [
    "Ingested",
    "Observation",
    "ObservationLog",
    "Observations",
    "ProximityError",
    "Refused",
    "Sightings",
    "Sought",
    "bluezone",
    "bluezone_upload",
    "gaen",
    "ingest",
    "match",
    "seconds_of",
]
