"""Permissions and the roles that hold them, readable in one screen.

A role is held on a unit and covers every unit below. Head, deputy and staff follow from the posts somebody holds
(`organization.Holding`); the others are given (`accounts.RoleAssignment`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """What somebody may do on a unit and those below it."""

    VIEW_UNITS = "view_units"  # xem đơn vị, con người
    MANAGE_UNITS = "manage_units"  # sửa, nhập danh sách đơn vị, con người
    MANAGE_ACCOUNTS = "manage_accounts"  # cấp tài khoản, phân quyền
    VIEW_ISSUED = "view_issued"  # xem văn bản đã quán triệt xuống đơn vị mình
    VIEW_DOCUMENTS = "view_documents"  # xem mọi văn bản của cơ quan, kể cả chưa quán triệt
    REGISTER_DOCUMENTS = "register_documents"  # vào sổ văn bản
    ADOPT_DOCUMENTS = "adopt_documents"  # duyệt bản đọc, giao việc
    VIEW_WORK = "view_work"  # xem việc, báo cáo của đơn vị
    FULFIL_WORK = "fulfil_work"  # nhận việc, báo cáo, nộp minh chứng, xin gia hạn
    JUDGE_WORK = "judge_work"  # xác nhận hoàn thành, trả lại, cho gia hạn, đôn đốc
    CONSOLIDATE = "consolidate"  # tổng hợp, xuất báo cáo
    APPROVE = "approve"  # duyệt báo cáo tổng hợp
    VIEW_BOARD = "view_board"  # bảng điều hành
    VIEW_LEDGER = "view_ledger"  # xem sổ ghi hành vi


@dataclass(frozen=True, slots=True)
class Role:
    """A role (vai trò): its name, what it is for in one sentence, what it may do."""

    code: str
    name: str
    description: str
    permissions: frozenset[Permission]


def _role(code: str, name: str, description: str, *permissions: Permission) -> Role:
    return Role(code, name, description, frozenset(permissions))


P = Permission
STAFF = _role("staff", "Cán bộ", "Xem văn bản đã quán triệt và việc của đơn vị mình.",
              P.VIEW_UNITS, P.VIEW_ISSUED, P.VIEW_WORK)  # fmt: skip
MEMBER = _role("member", "Người của cơ quan", "Xem văn bản đã quán triệt, danh sách đơn vị.",
               P.VIEW_UNITS, P.VIEW_ISSUED)  # fmt: skip
UNIT_HEAD = _role("unit_head", "Trưởng đơn vị", "Nhận việc, báo cáo, nộp minh chứng, xin gia hạn cho đơn vị mình.",
                  P.VIEW_UNITS, P.VIEW_ISSUED, P.VIEW_WORK, P.FULFIL_WORK)  # fmt: skip
REPORTER = _role("reporter", "Đầu mối báo cáo", "Báo cáo thay trưởng đơn vị.",
                 P.VIEW_UNITS, P.VIEW_ISSUED, P.VIEW_WORK, P.FULFIL_WORK)  # fmt: skip
CLERK = _role("clerk", "Văn thư", "Vào sổ, chuẩn bị bản đọc văn bản.",
              P.VIEW_UNITS, P.VIEW_ISSUED, P.VIEW_DOCUMENTS, P.REGISTER_DOCUMENTS)  # fmt: skip
CHIEF_OF_OFFICE = _role(
    "chief_of_office", "Chánh Văn phòng", "Duyệt bản đọc, giao việc, đôn đốc, tổng hợp báo cáo của cả cơ quan.",
    P.VIEW_UNITS, P.MANAGE_UNITS, P.VIEW_ISSUED, P.VIEW_DOCUMENTS, P.REGISTER_DOCUMENTS, P.ADOPT_DOCUMENTS, P.VIEW_WORK,
    P.JUDGE_WORK, P.CONSOLIDATE, P.APPROVE, P.VIEW_BOARD, P.VIEW_LEDGER,
)  # fmt: skip
DIRECTOR = _role(
    "director", "Lãnh đạo cơ quan", "Xem toàn bộ, duyệt báo cáo tổng hợp, đôn đốc.",
    P.VIEW_UNITS, P.VIEW_ISSUED, P.VIEW_DOCUMENTS, P.VIEW_WORK, P.JUDGE_WORK, P.CONSOLIDATE, P.APPROVE, P.VIEW_BOARD,
    P.VIEW_LEDGER,
)  # fmt: skip
ADMINISTRATOR = _role(
    "administrator", "Quản trị", "Cấp tài khoản, nhập đơn vị và con người; không xem nội dung công việc.",
    P.VIEW_UNITS, P.MANAGE_UNITS, P.MANAGE_ACCOUNTS,
)  # fmt: skip

GIVEN = (CHIEF_OF_OFFICE, CLERK, REPORTER, DIRECTOR, ADMINISTRATOR)  # the others follow from posts
ROLES = {role.code: role for role in (STAFF, MEMBER, UNIT_HEAD, *GIVEN)}
