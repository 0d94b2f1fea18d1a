"""The course of an outbreak: cases by day or week, and how many others each case infects (đường cong dịch, hệ số lây).

`count_by_day` and `count_by_week` make a `Curve` without gaps from the dates of cases; `reproduction_numbers` estimates
R over sliding windows; `read_incidence` and `read_serial_interval` take the text of a CSV file; `draw` gives the SVG.
Errors: `CurveError` (of `EngineError`), a Vietnamese sentence that names the line it is about.
"""

from .incidence import Curve, CurveError, count_by_day, count_by_week
from .picture import draw
from .reproduction import PRIOR_MEAN, PRIOR_SD, Estimate, reproduction_numbers
from .tables import Incidence, read_incidence, read_serial_interval

__all__ = [
    "PRIOR_MEAN",
    "PRIOR_SD",
    "Curve",
    "CurveError",
    "Estimate",
    "Incidence",
    "count_by_day",
    "count_by_week",
    "draw",
    "read_incidence",
    "read_serial_interval",
    "reproduction_numbers",
]
