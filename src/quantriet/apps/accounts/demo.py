"""Sign-in by one click for the demonstration; nothing here answers unless settings.DEMO is on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from quantriet.apps.accounts.models import RoleAssignment, User
from quantriet.apps.organization.models import Holding, PostRank, UnitKind
from quantriet.apps.organization.queries import subtree_ids

_ORDER = {"chief_of_office": "Duyệt bản đọc, giao việc, tổng hợp", "clerk": "Vào sổ văn bản",
          "administrator": "Cấp tài khoản, nhập danh sách"}  # fmt: skip
_HEADS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class DemoCard:
    """One person to sign in as: what they do, who they are."""

    username: str
    title: str
    name: str
    unit_name: str
    hint: str


def demo_cards(day: date) -> list[DemoCard]:
    """One card a role of the demonstration's agency; empty when this is no demonstration."""
    if not settings.DEMO:
        return []
    chief = RoleAssignment.objects.on(day).filter(role="chief_of_office", user__is_active=True).order_by("id").first()
    if chief is None:
        return []
    below = subtree_ids([chief.unit_id])
    held = Holding.objects.on(day).filter(post__unit_id__in=below, person__user__is_active=True)
    rows = list(
        held.select_related("person__user", "post__unit").order_by("post__unit__position", "post_id", "id")[:400]
    )
    roles = dict(RoleAssignment.objects.on(day).filter(unit_id=chief.unit_id).values_list("user_id", "role"))
    cards = [_card(row, "Xem toàn cục, duyệt báo cáo") for row in rows if _leads(row, chief.unit_id)][:1]
    cards += [_card(row, hint) for role, hint in _ORDER.items() for row in rows if roles.get(_user(row).pk) == role]
    plain = [row for row in rows if _user(row).pk not in roles and row.post.unit_id != chief.unit_id]
    heads = [row for row in plain if row.post.rank == PostRank.HEAD]
    divisions = [row for row in heads if row.post.unit.kind == UnitKind.DIVISION][:_HEADS_SHOWN]
    others = [row for row in heads if row.post.unit.kind not in (UnitKind.DIVISION, UnitKind.AGENCY)][:1]
    staff = [row for row in plain if row.post.rank == PostRank.STAFF and row.post.unit.kind == UnitKind.DIVISION]
    cards[2:2] = [_card(row, "Báo cáo, xin gia hạn trên điện thoại") for row in (*divisions, *others)]
    cards += [_card(row, "Xem việc của đơn vị mình") for row in staff[:1]]
    return list({card.username: card for card in cards}.values())


def find_demo_user(username: str) -> User | None:
    """The account behind a card; None when this is no demonstration."""
    if not settings.DEMO:
        return None
    return User.objects.filter(username=username, is_active=True, person__isnull=False).first()


def _leads(row: Holding, agency_id: int) -> bool:
    return row.post.unit_id == agency_id and row.post.rank == PostRank.HEAD


def _user(row: Holding) -> User:
    return row.person.user


def _card(row: Holding, hint: str) -> DemoCard:
    return DemoCard(_user(row).username, row.post.title, row.person.full_name, row.post.unit.label, hint)
