"""The settings of a regime, read from what somebody chose: times, days, closing of the figures, the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from quantriet.apps.reports import problems, rules
from quantriet.apps.reports.models import DayRule
from quantriet.law import load


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be settled anew while a regime runs; the names are those of `Regime`."""

    day_rule: str
    closing_preset: str
    limit: time
    consolidation_limit: time
    ends_on: date | None


def read_settings(options: Mapping[str, str], starts_on: date) -> Settings:
    """The settings for a regime that begins on this day. Raises Problem with the option's name as its field."""
    ends_on = read_date(options, "ends_on")
    if ends_on and ends_on < starts_on:
        raise problems.period_backwards(starts_on, ends_on)
    limit = _time(options, "limit") or default_limit(starts_on)
    if limit == time():
        raise problems.option_refused("limit", "Hạn 00:00 là lúc kỳ vừa mở.", "Chọn giờ muộn hơn, ví dụ 23:59.")
    consolidation_limit = _time(options, "consolidation_limit") or default_consolidation_limit(limit, starts_on)
    if consolidation_limit < limit:
        raise problems.option_refused(
            "consolidation_limit", "Cơ quan tổng hợp trước cả hạn của đơn vị.", "Chọn giờ muộn hơn hạn của đơn vị."
        )
    closing = options.get("closing") or load.parameter("reporting.default_closing", starts_on)
    rules.closing_at(closing, starts_on)  # refuses an unknown preset
    day_rule = options.get("day_rule") or DayRule.EVERY_DAY
    if day_rule not in DayRule.values:
        raise problems.option_refused("day_rule", f"Không có cách chọn ngày «{day_rule}».", "Chọn trong danh sách.")
    return Settings(day_rule, closing, limit, consolidation_limit, ends_on)


def default_limit(day: date) -> time:
    return time.fromisoformat(load.parameter("reporting.default_limit", day))


def default_consolidation_limit(limit: time, day: date) -> time:
    """Some time after the units' limit, but on the same day."""
    minutes = limit.hour * 60 + limit.minute + load.parameter("reporting.consolidation_minutes", day)
    return time(23, 59) if minutes >= 24 * 60 else time(minutes // 60, minutes % 60)


def closing_choices(day: date) -> tuple[tuple[str, str], ...]:
    """The ways to close the figures, with their labels."""
    presets = load.parameter("reporting.closing_presets", day)
    return tuple((code, preset["label"]) for code, preset in presets.items())


def read_date(options: Mapping[str, str], code: str) -> date | None:
    written = (options.get(code) or "").strip()
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise problems.option_refused(code, f"«{written}» không phải là ngày.", "Chọn ngày trên lịch.") from None


def _time(options: Mapping[str, str], code: str) -> time | None:
    written = (options.get(code) or "").strip()
    try:
        return time.fromisoformat(written).replace(tzinfo=None) if written else None
    except ValueError:
        raise problems.option_refused(code, f"«{written}» không phải là giờ.", "Ghi dạng 15:00.") from None
