"""Refusals about rights."""

from __future__ import annotations

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.roles import Permission
from quantriet.engines.kernel.problem import Problem

_ACTS = {
    Permission.VIEW_UNITS: "xem đơn vị này",
    Permission.MANAGE_UNITS: "sửa danh sách đơn vị, con người",
    Permission.MANAGE_ACCOUNTS: "cấp tài khoản",
    Permission.VIEW_ISSUED: "xem văn bản này",
    Permission.VIEW_DOCUMENTS: "xem văn bản này",
    Permission.REGISTER_DOCUMENTS: "vào sổ văn bản",
    Permission.ADOPT_DOCUMENTS: "duyệt bản đọc và giao việc",
    Permission.VIEW_WORK: "xem việc của đơn vị này",
    Permission.FULFIL_WORK: "nhận việc, báo cáo cho đơn vị này",
    Permission.JUDGE_WORK: "xác nhận, trả lại hay gia hạn việc của đơn vị này",
    Permission.CONSOLIDATE: "tổng hợp báo cáo của cơ quan này",
    Permission.APPROVE: "duyệt báo cáo tổng hợp",
    Permission.VIEW_BOARD: "xem bảng điều hành",
    Permission.VIEW_LEDGER: "xem sổ ghi hành vi",
}


def username_taken(username: str) -> Problem:
    return Problem(
        "accounts.username_taken",
        f"Tên đăng nhập «{username}» đã có người dùng.",
        remedy="Thêm chữ hoặc số vào tên đăng nhập.",
        field="username",
        status=409,
    )


def username_wrong(username: str) -> Problem:
    return Problem(
        "accounts.username_wrong",
        f"«{username}» không làm tên đăng nhập được.",
        why="Chỉ dùng chữ không dấu, số, dấu chấm, gạch ngang; từ 3 đến 40 ký tự.",
        remedy="Ví dụ: linhchi, hlchi.01.",
        field="username",
    )


def has_account(name: str) -> Problem:
    return Problem("accounts.has_account", f"{name} đã có tài khoản.", remedy="Cấp lại mật khẩu nếu quên.", status=409)


def no_post(name: str) -> Problem:
    return Problem(
        "accounts.no_post",
        f"{name} chưa giữ vị trí nào.",
        why="Quyền của tài khoản theo vị trí công tác.",
        remedy="Bố trí vị trí ở trang Đơn vị, con người trước.",
        status=409,
    )


def role_not_given(role: str) -> Problem:
    return Problem(
        "accounts.role_not_given",
        f"Không phân quyền «{role}» bằng tay được.",
        why="Quyền này theo chức vụ.",
        remedy="Bổ nhiệm vào chức vụ đó ở trang Đơn vị, con người.",
        field="role",
    )


def own_account() -> Problem:
    return Problem(
        "accounts.own_account",
        "Không tự phân quyền, tự khóa tài khoản của mình.",
        why="Việc này cần người thứ hai.",
        remedy="Đề nghị một người quản trị khác.",
        status=409,
    )


def no_password_yet() -> Problem:
    return Problem(
        "accounts.no_password_yet",
        "Tài khoản này chưa có mật khẩu nên chưa đổi được.",
        why="Tài khoản dùng thử đăng nhập bằng một chạm, không dùng mật khẩu.",
        remedy="Cần mật khẩu thì đề nghị người quản trị cấp.",
        status=409,
    )


def not_allowed(permission: Permission) -> Problem:
    return Problem(
        f"accounts.no_{permission.value}",
        f"Tài khoản của bạn không được {_ACTS[permission]}.",
        remedy="Nếu đây là việc của bạn, đề nghị Chánh Văn phòng phân quyền.",
        status=403,
    )


def require(by: Actor, permission: Permission, unit_id: int | None = None) -> None:
    """Raise the refusal unless `by` holds the permission (on this unit); every action begins here."""
    if not by.may(permission, unit_id):
        raise not_allowed(permission)
