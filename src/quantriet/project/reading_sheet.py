"""A reading as a page of text for the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_HEAD = (
    ("kind", "Loại"), ("number", "Số, ký hiệu"), ("date", "Ngày"), ("issuer", "Cơ quan"),
    ("parent_agency", "Chủ quản"), ("abstract", "Trích yếu"),
)  # fmt: skip


def render_reading(reading: Any, source_findings: Iterable[Any] = ()) -> str:
    """The head, the obligations with their assignees and limits, and what is doubtful, in that order."""
    label = reading.to_label()
    lines = [f"{name:12} {label.get(key) or '–'}" for key, name in _HEAD]
    lines += ["", f"Nghĩa vụ: {len(label['obligations'])}"]
    for item in label["obligations"]:
        lines += _obligation(item)
    findings = [*source_findings, *reading.findings]
    if findings:
        lines += ["", "Cần xem lại:"]
        lines += [f"  - {finding.message}" for finding in findings]
    return "\n".join(lines)


def _obligation(item: dict[str, Any]) -> list[str]:
    deadline = item.get("deadline") or {}
    lines = [
        f"\n  {item.get('clause') or '·'}  {item['text'][:100]}",
        f"     giao: {'; '.join(item['assignees']) or '–'}",
    ]
    if item.get("cooperating"):
        lines.append(f"     phối hợp: {'; '.join(item['cooperating'])}")
    if deadline:
        lines.append(f"     hạn: {deadline.get('text')}")
    return lines
