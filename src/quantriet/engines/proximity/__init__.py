"""Which phones were near which: published identifiers, their match with what was heard (tiếp xúc gần qua Bluetooth).

The protocols are modules of one shape (`bluezone`, `gaen`): keys to identifiers, identifiers to adverts and back.
"""

from . import bluezone, gaen
from .errors import ProximityError
from .observations import Observation, seconds_of

__all__ = ["Observation", "ProximityError", "bluezone", "gaen", "seconds_of"]
