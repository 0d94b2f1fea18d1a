"""What a form accepts: the same for page, API and import. Raw values in, checked values out, or every fault at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from quantriet.apps.clock.moment import at_local
from quantriet.apps.reports import problems
from quantriet.engines.kernel.problem import Problem
from quantriet.law import load
from quantriet.law.model import Field, FieldKind, Form, Value

Values = dict[str, Value]

_DIGITS = re.compile(r"[0-9]{1,12}\Z")
_THOUSANDS = re.compile(r"[0-9]{1,3}([.,\s\u00a0\u202f][0-9]{3})+\Z")
# Control characters except tab and line ends: a stray NUL would be refused by the database, others by Word.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_YES = {"on", "true", "1"}
_NO = {"", "false", "0"}


def check(form: Form, raw: Mapping[str, object]) -> Values:
    """The values as they are kept: whole numbers, NFC text, true or false; empty fields are left out.

    Raises Problems (`reports.values_refused`) with one item a fault, each naming its field.
    """
    faults: list[Problem] = [
        problems.value_refused("unknown_field", str(code)[:60], f"Biểu mẫu không có chỉ tiêu «{str(code)[:60]}».")
        for code in raw
        if code not in form.by_code
    ]
    values: Values = {}
    for field in form.fields:
        try:
            value = _PARSE[field.kind](field, raw.get(field.code))
        except Problem as fault:
            faults.append(fault)
            continue
        if value is not None:
            values[field.code] = value
        elif field.required:
            zero = "Ghi 0 nếu không có." if field.is_count else ""
            faults.append(problems.value_refused("required", field.code, f"Chưa ghi «{field.label}».", zero))
    faults += [
        problems.value_refused("rule_broken", rule.field, rule.message)
        for rule in form.rules
        if rule.holds(values) is False
    ]
    if faults:
        raise problems.values_refused(faults)
    return values


def _count(field: Field, raw: object) -> int | None:
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise _no_count(field)
    if isinstance(raw, str):
        written = raw.strip()
        if _THOUSANDS.match(written):
            bare = re.sub(r"\D", "", written)
            raise problems.value_refused(
                "grouped_number", field.code, f"«{written[:20]}» có dấu ngăn cách hàng nghìn.", f"Ghi liền: {bare}."
            )
        if not _DIGITS.match(written):
            raise _no_count(field)
        raw = int(written)
    if raw < field.minimum or raw > field.maximum:
        raise problems.value_refused(
            "out_of_bounds",
            field.code,
            f"«{field.label}» phải từ {field.minimum} đến {field.maximum:,}.".replace(",", "."),
        )
    return raw


def _no_count(field: Field) -> Problem:
    return problems.value_refused(
        "not_a_count", field.code, f"«{field.label}» phải là số nguyên không âm.", "Chỉ dùng các chữ số từ 0 đến 9."
    )


def _text(field: Field, raw: object) -> str | None:
    if raw is None:
        return None
    if not isinstance(raw, str):
        raise problems.value_refused("not_a_text", field.code, f"«{field.label}» phải là chữ.")
    text = clean_text(raw)
    if len(text) > field.max_length:
        raise problems.value_refused(
            "too_long",
            field.code,
            f"«{field.label}» dài {len(text)} ký tự, tối đa {field.max_length}.",
            "Viết gọn lại, hoặc gửi phần dài bằng báo cáo đột xuất.",
        )
    return text or None


def clean_text(raw: str) -> str:
    """NFC, without control characters, line ends as \\n, blank ends cut."""
    text = _CONTROL.sub("", raw.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text).strip()


def _flag(field: Field, raw: object) -> bool | None:
    if raw is None or isinstance(raw, bool):
        return raw or None  # an unticked box is left out, as an empty field is
    if isinstance(raw, str) and raw.strip().lower() in _YES | _NO:
        return True if raw.strip().lower() in _YES else None
    raise problems.value_refused("not_a_flag", field.code, f"«{field.label}» chỉ nhận có hoặc không.")


_PARSE = {FieldKind.COUNT: _count, FieldKind.TEXT: _text, FieldKind.BOOL: _flag}


def closing_at(preset: str, day: date) -> datetime | None:
    """When the figures of a day's report close (giờ chốt số liệu); None: they run until they are sent."""
    presets = load.parameter("reporting.closing_presets", day)
    if preset not in presets:
        raise problems.option_refused("closing", f"Không có cách chốt số liệu «{preset}».", "Chọn trong danh sách.")
    chosen = presets[preset]
    if "closes" not in chosen:
        return None
    hour, _, minute = str(chosen["closes"]).partition(":")
    moment = at_local(day - timedelta(days=chosen.get("days_before", 0)), datetime.min.time())
    return moment.replace(hour=int(hour), minute=int(minute))
