"""Days as Vietnamese documents write them: 18/7/2021, 18-7-2021, ngày 18 tháng 7 năm 2021 (ngày tháng)."""

from __future__ import annotations

from datetime import date

# Named groups would clash when the pattern stands twice in one expression; the six groups are read by position.
DAY = (
    r"(?:(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?!\d)"
    r"|(\d{1,2})\s+th[áa]ng\s+(\d{1,2})\s*,?\s*(?:n[ăa]m|th[áa]ng)\s+((?:19|20)\d\d))"
)


def day_of(groups: tuple[str | None, ...]) -> date | None:
    """The day that six groups of `DAY` hold, or None if there is no such day."""
    first, second = groups[:3], groups[3:6]
    day, month, year = first if first[0] is not None else second
    if day is None or month is None or year is None:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
