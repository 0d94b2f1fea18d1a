"""What this app asks of whoever reads or acts. `accounts.actors.Actor` fits; it stands above and is not imported."""

from __future__ import annotations

from typing import Any, Protocol

from django.db.models import QuerySet

from quantriet.apps.organization.models import Unit
from quantriet.engines.kernel.problem import Problem

VIEW_UNITS = "view_units"  # the words of accounts.roles.Permission
MANAGE_UNITS = "manage_units"


class Actor(Protocol):
    """Somebody with rights on the unit tree."""

    @property
    def user_id(self) -> int | None: ...

    @property
    def person_id(self) -> int | None: ...

    @property
    def is_system(self) -> bool: ...

    @property
    def agency(self) -> Unit | None: ...

    def may(self, permission: Any, unit_id: int | None = None) -> bool: ...

    def units(self, permission: Any) -> QuerySet[Unit]: ...


def require_manage(by: Actor, unit_id: int | None) -> None:
    """Raise the refusal unless `by` may change this unit; the top of the tree belongs to the system alone."""
    if not (by.is_system if unit_id is None else by.may(MANAGE_UNITS, unit_id)):
        raise Problem(
            "organization.no_manage_units",
            "Tài khoản của bạn không được sửa danh sách đơn vị, con người ở đây.",
            remedy="Nếu đây là việc của bạn, đề nghị Chánh Văn phòng phân quyền.",
            status=403,
        )
