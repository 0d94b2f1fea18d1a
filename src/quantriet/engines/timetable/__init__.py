"""Deadlines and recurrences → due instants (thời hạn, chế độ báo cáo định kỳ).

A `Timetable` says when something is owed; `due_on`, `iter_due`, `next_due` and `due_after` give the instants.
The zone and the calendar of working days are arguments: this engine knows neither holidays nor the time of day.
Errors: `TimetableError` (of `EngineError`), for a timetable that contradicts itself.
"""

from .due import due_after, due_on, iter_due, next_due
from .from_reading import from_deadline
from .timetable import Kind, Timetable, TimetableError

__all__ = ["Kind", "Timetable", "TimetableError", "due_after", "due_on", "from_deadline", "iter_due", "next_due"]
