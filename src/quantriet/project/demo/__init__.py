"""The invented agency that one can try the product on; and, for measuring, an invented province or nation."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from quantriet.apps.organization.models import Unit
from quantriet.project.demo.department import CODE, UNITS, build_department
from quantriet.project.demo.scale import build_scale, scale_code
from quantriet.project.demo.story import Story


def load(units: int | None = None, days: int = 14, *, now: datetime) -> str:
    """Load the department mid-flow (no `units`), or a province or nation of about that many; says what stands.

    A second call changes nothing. All of it is loaded or nothing.
    """
    code = CODE if units is None else scale_code(units)
    if Unit.objects.filter(code=code).exists():
        return "Dữ liệu mẫu đã có sẵn, không nạp lại."
    with transaction.atomic():
        if units is not None:
            return build_scale(units, days=days, now=now)
        department = build_department()
        Story(department, days=days, now=now).tell()
    return f"Đã nạp cơ quan mẫu: Sở Tư pháp tỉnh Phước An (giả định), {len(department.units)} đơn vị, 90 người."


def sign_ins() -> str:
    """How to enter the demonstration, for the terminal."""
    people = [
        ("Giám đốc", "Lương Hoài Sơn"),
        *((title, name) for plan in UNITS[:1] for _, title, name in plan.named),
        *((f"{plan.named[0][1]} ({plan.short_name})", plan.named[0][2]) for plan in UNITS[2:4]),
    ]
    lines = [f"    {title:<28}{name}" for title, name in people]
    return "\n".join(["  Dùng thử: ở trang đăng nhập, bấm «Vào» cạnh một người:", *lines])
