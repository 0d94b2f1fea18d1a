"""Refusals about units and people."""

from __future__ import annotations

from quantriet.apps.organization.models import Unit
from quantriet.engines.kernel.problem import Problem


def code_taken(code: str, owner: str) -> Problem:
    return Problem(
        "organization.code_taken",
        f"Mã {code} đã dùng cho {owner}.",
        why="Mỗi mã chỉ thuộc về một đơn vị hoặc một người.",
        remedy="Đặt mã khác.",
        field="code",
        status=409,
    )


def under_itself(unit: Unit, parent: Unit) -> Problem:
    return Problem(
        "organization.under_itself",
        f"Không chuyển được {unit.name} về {parent.name}.",
        why=f"{parent.name} đang trực thuộc {unit.name}.",
        remedy="Chọn đơn vị cấp trên khác.",
        field="parent",
        status=409,
    )


def unit_closed(unit: Unit) -> Problem:
    return Problem(
        "organization.unit_closed",
        f"{unit.name} đã giải thể.",
        remedy="Chọn đơn vị đang hoạt động.",
        status=409,
    )


def has_units_below(unit: Unit, count: int) -> Problem:
    return Problem(
        "organization.has_units_below",
        f"Chưa giải thể được {unit.name}.",
        why=f"Còn {count} đơn vị trực thuộc.",
        remedy="Chuyển hoặc giải thể các đơn vị đó trước.",
        status=409,
    )


def has_people(unit: Unit, count: int) -> Problem:
    return Problem(
        "organization.has_people",
        f"Chưa giải thể được {unit.name}.",
        why=f"Còn {count} người đang công tác tại đây.",
        remedy="Điều chuyển họ trước.",
        status=409,
    )


def head_post_exists(unit: Unit, title: str) -> Problem:
    return Problem(
        "organization.head_post_exists",
        f"{unit.name} đã có chức danh người đứng đầu là «{title}».",
        why="Mỗi đơn vị có một người đứng đầu.",
        remedy=f"Dùng chức danh «{title}», hoặc chọn cấp phó.",
        field="title",
        status=409,
    )


def spelling_taken(text: str, unit: Unit) -> Problem:
    return Problem(
        "organization.spelling_taken",
        f"«{text}» đã được ghi nhớ là {unit.name}.",
        remedy="Chọn đơn vị ngay trong văn bản này; cách viết đã nhớ không đổi.",
        status=409,
    )


def preview_stale() -> Problem:
    return Problem(
        "organization.preview_stale",
        "Bản xem trước không còn dùng được.",
        why="Bản xem trước có giá trị một giờ, với người đã tải tệp lên.",
        remedy="Tải tệp lên lại.",
        status=409,
    )


def no_agency() -> Problem:
    return Problem(
        "organization.no_agency",
        "Tài khoản của bạn chưa thuộc cơ quan nào.",
        remedy="Đề nghị người quản trị bố trí vị trí trong cơ quan.",
        status=409,
    )


def empty(field: str, label: str) -> Problem:
    return Problem("organization.empty", f"Chưa ghi {label}.", remedy=f"Ghi {label}.", field=field)
