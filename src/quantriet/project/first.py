"""The first agency of an installation: made once at the console, everything else on the pages."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from quantriet.apps.accounts.actions import create_account, set_role
from quantriet.apps.accounts.actors import SYSTEM
from quantriet.apps.organization.actions import open_unit
from quantriet.apps.organization.models import PostRank, StaffStatus, Unit, UnitKind
from quantriet.apps.organization.staffing import add_person
from quantriet.engines.kernel.problem import Problem


@transaction.atomic
def found_agency(
    *, agency: str, superior: str, office: str, administrator: str, username: str, at: datetime
) -> tuple[str, str]:
    """Open the agency, its superior and its office, with one administrator; returns the sign-in and its password.

    Raises Problem when an agency stands already: a second one belongs on the page of units, under its superior.
    """
    if Unit.objects.exists():
        raise Problem(
            "first.already_there",
            "Hệ thống đã có đơn vị.",
            why="Lệnh này chỉ dùng một lần, khi hệ thống còn trống.",
            remedy="Đăng nhập bằng tài khoản quản trị rồi thêm đơn vị ở trang Đơn vị, con người.",
            status=409,
        )
    above = None
    if superior:
        above = open_unit(code="CT", name=superior, kind=UnitKind.SUPERIOR, parent=None, by=SYSTEM, at=at)
    root = open_unit(code="CQ", name=agency, kind=UnitKind.AGENCY, parent=above, by=SYSTEM, at=at)
    desk = open_unit(code="VP", name=office, kind=UnitKind.OFFICE, parent=root, symbol="VP", by=SYSTEM, at=at)
    person = add_person(
        code="QT001",
        full_name=administrator,
        status=StaffStatus.CIVIL_SERVANT,
        unit=desk,
        title="Quản trị hệ thống",
        rank=PostRank.STAFF,
        by=SYSTEM,
        at=at,
    )
    user, password = create_account(person, username, by=SYSTEM, at=at)
    set_role(user, "administrator", root, by=SYSTEM, at=at)
    return user.username, password
