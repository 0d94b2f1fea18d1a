"""A deadline between the timetable and the fields of the form (thời hạn trên bản duyệt)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

from quantriet.engines.kernel import EngineError
from quantriet.engines.timetable import Kind, Timetable, from_deadline

WHEN_FIELDS = (
    "kind", "time", "on", "bound", "count", "unit", "every", "times", "weekday", "month_day", "also_at", "since",
    "until",
)  # fmt: skip
_HOUR = re.compile(r"(\d{1,2})(?:[:h](\d{2})?)?", re.IGNORECASE)


def timetable_of(deadline: dict[str, Any] | None, issued_on: date | None) -> Timetable | None:
    """The timetable of a deadline as read; None without one, and where its words make no sense as a time."""
    if not deadline:
        return None
    try:
        return from_deadline(deadline, issued_on)
    except EngineError:  # a time of day such as 25h00: the reviewer sees the words and sets it
        return None


def when_of(rule: Timetable | None) -> dict[str, str]:
    """The deadline in the fields of the form."""
    if rule is None:
        return dict.fromkeys(WHEN_FIELDS, "")
    plain = rule.to_dict()
    count, unit = rule.term or ("", "")
    return {
        "kind": plain["kind"],
        "time": plain["time"] or "",
        "on": plain["on"] or "",
        "bound": "by" if rule.is_inclusive else "before",
        "count": str(count),
        "unit": unit,
        "every": str(rule.every) if rule.every > 1 else "",
        "times": str(rule.times) if rule.times > 1 else "",
        "weekday": str(rule.weekdays[0]) if rule.weekdays else "",
        "month_day": str(rule.month_days[0]) if rule.month_days else "",
        "also_at": ", ".join(plain["also_at"]),
        "since": plain["since"] or "",
        "until": plain["until"] or "",
    }


def hours_of(text: str) -> list[str]:
    """Hours of a day as typed, «10h, 16h30» or «10:00; 16:30», as HH:MM. Raises ValueError for what is none."""
    found = [_HOUR.fullmatch(word) for word in re.split(r"[\s,;]+", text) if word]
    if None in found:
        raise ValueError(text)
    return [f"{time(int(hour[1]), int(hour[2] or 0)):%H:%M}" for hour in found if hour]


def rule_of(when: dict[str, str], read: dict[str, Any] | None) -> Timetable | None:
    """The timetable that the fields say; None without a kind. Raises EngineError or ValueError for a wrong value.

    What the form has no field for (days of the year, the event, rolling) stays as read, as long as the kind stays;
    the later parts of a term stay as long as it is not changed, see `_with_parts`.
    """
    kind = when.get("kind") or ""
    if not kind:
        return None
    plain: dict[str, Any] = dict(read) if read and read["kind"] == kind else {"kind": kind}
    plain["time"] = when.get("time") or None
    plain["on"] = (when.get("on") or None) if kind in (Kind.ONCE, Kind.WITHIN) else None
    plain["is_inclusive"] = when.get("bound") != "before"
    plain["since"], plain["until"] = when.get("since") or None, when.get("until") or None
    if kind == Kind.WITHIN:
        plain["amount"] = f"{when['count']}{when.get('unit') or 'd'}" if when.get("count") else None
    for name in ("every", "times"):
        if name in when:  # a working copy of before these fields has none
            plain[name] = int(when[name] or 1)
    if "also_at" in when:
        plain["also_at"] = hours_of(when["also_at"])
    if kind == Kind.DAILY and _hours(plain) and _hours(plain) != _hours(read or {}):
        plain["times"] = len(_hours(plain))  # whoever sets the hours of a day has said how often
    for name, key in (("weekday", "weekdays"), ("month_day", "month_days")):
        value = when.get(name) or ""
        if value and int(value) != (plain.get(key) or [None])[0]:
            plain[key] = [int(value)]
    rule = Timetable.from_dict(plain)
    return _with_parts(rule, Timetable.from_dict(read)) if read and has_parts(read) else rule


def _hours(plain: Mapping[str, Any]) -> set[str]:
    return {plain["time"], *plain.get("also_at", ())} if plain.get("time") else set()


def has_parts(read: Mapping[str, Any]) -> bool:
    """Whether a timetable says more than the fields can: a length, what goes on from it."""
    return bool(read.get("further") or read.get("lasting"))


def _with_parts(rule: Timetable, read: Timetable) -> Timetable:
    """A rule typed over one as read: a term set by hand takes the place of the whole of it.

    Another hour is no other term: it holds for every part that had the same hour. Bounds tell only from when to when
    a lone schedule runs.
    """
    as_typed = replace(rule, time=read.time, amount=read.amount if rule.term == read.term else rule.amount)
    if as_typed == read:
        return replace(rule, further=tuple(_at_hour(part, rule, read) for part in rule.further))
    if not read.further and replace(as_typed, since=read.since, until=read.until) == read:
        return replace(rule, lasting=None)
    return replace(rule, lasting=None, further=())


def _at_hour(part: Timetable, rule: Timetable, read: Timetable) -> Timetable:
    return replace(part, time=rule.time) if part.time == read.time else part
