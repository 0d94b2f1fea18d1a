"""The acts on a unit in words (lịch sử đơn vị)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quantriet.apps.ledger.models import Act
from quantriet.apps.organization.models import Person, Unit

_VERBS = {
    "unit.opened": gettext_lazy("Lập đơn vị"),
    "unit.changed": gettext_lazy("Sửa thông tin"),
    "unit.moved": gettext_lazy("Chuyển đơn vị cấp trên"),
    "unit.closed": gettext_lazy("Giải thể"),
    "unit.spelling_learned": gettext_lazy("Ghi nhớ cách viết"),
    "organization.imported": gettext_lazy("Nhập từ tệp Excel"),
}
_FIELDS = {
    "name": gettext_lazy("tên"),
    "short_name": gettext_lazy("tên gọi tắt"),
    "symbol": gettext_lazy("ký hiệu"),
    "kind": gettext_lazy("loại"),
    "position": gettext_lazy("thứ tự"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a unit's history: when, what, details, by whom."""

    at: datetime
    what: str
    details: str
    by: str


def tell_history(acts: Iterable[Act]) -> list[Told]:
    """Acts as lines, in the order given; names are looked up in two queries."""
    rows = list(acts)
    people = dict(Person.objects.filter(pk__in={row.by_person_id for row in rows}).values_list("pk", "full_name"))
    moved = {row.details.get(key) for row in rows if row.verb == "unit.moved" for key in ("before", "after")}
    units = dict(Unit.objects.filter(pk__in=moved - {None}).values_list("pk", "name"))
    return [Told(row.at, str(_VERBS.get(row.verb, row.verb)), _details(row, units), _who(row, people)) for row in rows]


def _who(act: Act, people: dict[int, str]) -> str:
    if act.by_user_id is None:
        return _("Hệ thống")
    return people.get(act.by_person_id or 0, "")


def _details(act: Act, units: dict[int, str]) -> str:
    details = act.details
    if act.verb == "unit.moved":
        return f"{units.get(details['before'], '')} → {units.get(details['after'], '')}"
    if act.verb == "unit.changed":
        return "; ".join(
            f"{_FIELDS[field]}: {before or '–'} → {details['after'][field]}"
            for field, before in details["before"].items()
        )
    return str(details.get("spelling", ""))
