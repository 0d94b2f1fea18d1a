"""A reading as a page of text for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from quantriet.engines.timetable import TimetableError, from_deadline

_HEAD = (
    ("kind", "Loại"), ("number", "Số, ký hiệu"), ("date", "Ngày"), ("issuer", "Cơ quan"),
    ("parent_agency", "Chủ quản"), ("abstract", "Trích yếu"),
)  # fmt: skip


_ROLES = {
    "attached": "Văn bản kèm theo", "issued": "Văn bản ban hành kèm theo", "annex": "Phụ lục", "form": "Biểu mẫu",
    "petition": "Đơn kèm theo", "cover": "Thư chuyển văn bản",
}  # fmt: skip


def label_of_file(reading: Any, others: Sequence[tuple[str, Any]] = ()) -> dict[str, Any]:
    """The label of the main document; of a file with several, the others' labels under `enclosures`.

    `others` are the other files of a bundle, by name and reading.
    """
    label: dict[str, Any] = reading.to_label()
    beside = [
        {"role": item.role, "span": item.span.to_dict(), **item.reading.to_label()} for item in reading.enclosures
    ]
    beside += [{"role": "attached", "file": name, **label_of_file(other)} for name, other in others]
    return {**label, "enclosures": beside} if beside else label


def render_reading(reading: Any, source_findings: Iterable[Any] = (), others: Sequence[tuple[str, Any]] = ()) -> str:
    """The head, the obligations with their assignees and limits, what is doubtful; then each further document."""
    lines = _document(reading, [*source_findings, *reading.findings])
    for at, item in enumerate(reading.enclosures, 1):
        place = f"ký tự {item.span.start}–{item.span.end}"
        lines += ["", f"── Trong tệp còn {at}/{len(reading.enclosures)}: {_ROLES[item.role]} ({place}) ──"]
        lines += _document(item.reading, item.reading.findings)
    for name, other in others:
        lines += ["", f"── Tệp khác trong gói: {name} ──", render_reading(other)]
    return "\n".join(lines)


def _document(reading: Any, findings: Iterable[Any]) -> list[str]:
    label = reading.to_label()
    lines = [f"{name:12} {label.get(key) or '–'}" for key, name in _HEAD]
    lines += ["", f"Nghĩa vụ: {len(label['obligations'])}"]
    for item, read in zip(label["obligations"], reading.obligations, strict=True):
        lines += _obligation(item, _term(read.deadline, reading.date.value))
    messages = [f"  - {finding.message}" for finding in findings]
    return [*lines, "", "Cần xem lại:", *messages] if messages else lines


def _term(deadline: Any, issued_on: date | None) -> str:
    """The whole term in words, with the words of the document that begin it; "" without one."""
    if deadline is None:
        return ""
    try:
        return f"{from_deadline(deadline.to_dict(), issued_on).describe()} («{deadline.text}»)"
    except TimetableError:  # a time of day such as 25h00: the words stand for themselves
        return f"«{deadline.text}»"


def _obligation(item: dict[str, Any], term: str) -> list[str]:
    lines = [
        f"\n  {item.get('clause') or '·'}  {item['text'][:100]}",
        f"     giao: {'; '.join(item['assignees']) or '–'}",
    ]
    if item.get("cooperating"):
        lines.append(f"     phối hợp: {'; '.join(item['cooperating'])}")
    if term:
        lines.append(f"     hạn: {term}")
    return lines
