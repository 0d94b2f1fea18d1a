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
