"""Thousands of invented units with heads and sign-ins, in bulk: for measuring, not for the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.hashers import make_password

from quantriet.apps.accounts.models import RoleAssignment, User
from quantriet.apps.organization.models import (
    Ancestry,
    Holding,
    Person,
    Placement,
    Post,
    PostRank,
    StaffStatus,
    Unit,
    UnitKind,
)
from quantriet.project.demo.people import iter_names

BATCH = 5000
_DEPARTMENTS = (
    "Nội vụ", "Tư pháp", "Tài chính", "Công Thương", "Xây dựng", "Y tế", "Giáo dục và Đào tạo", "Khoa học và Công nghệ",
    "Nông nghiệp và Môi trường", "Văn hóa, Thể thao và Du lịch", "Dân tộc và Tôn giáo", "Ngoại vụ",
)  # fmt: skip
_DIVISIONS = ("Tổ chức", "Kế hoạch", "Tổng hợp", "Quản lý chuyên ngành", "Pháp chế", "Chuyển đổi số")
_SERVICES = ("Trung tâm Dịch vụ", "Trung tâm Thông tin", "Trung tâm Kỹ thuật")
_PLACES = ("An", "Bình", "Hòa", "Lộc", "Mỹ", "Phú", "Tân", "Thạnh", "Vĩnh", "Xuân", "Đông", "Tây", "Long", "Thuận")
_TITLES = {
    UnitKind.OFFICE: "Chánh Văn phòng", UnitKind.DIVISION: "Trưởng phòng", UnitKind.PUBLIC_SERVICE: "Giám đốc",
    UnitKind.COMMUNE: "Chủ tịch", UnitKind.AGENCY: "Giám đốc",
}  # fmt: skip


@dataclass
class Node:
    """A unit to be written, with the chain of units above it."""

    unit: Unit
    above: tuple[Node, ...] = ()


@dataclass
class Crowd:
    """The units of a province or nation; `leaves` are those that report."""

    root: Node
    nodes: list[Node] = field(default_factory=list)
    leaves: list[Node] = field(default_factory=list)

    def add(self, parent: Node, kind: UnitKind, name: str, short: str = "") -> Node:
        code = f"{self.root.unit.code}-{len(self.nodes) + 1}"
        node = Node(
            _unit(code, name, kind, self.root.unit.opened_on, len(self.nodes) + 1, short), (*parent.above, parent)
        )
        self.nodes.append(node)
        if kind != UnitKind.AGENCY:
            self.leaves.append(node)
        return node


def _unit(code: str, name: str, kind: UnitKind, since: date, position: int = 0, short: str = "") -> Unit:
    return Unit(code=code, name=name, short_name=short, kind=kind, opened_on=since, position=position)


def plan_crowd(code: str, count: int, since: date) -> Crowd:
    """A province of `count` reporting units, or a nation of 34 provinces when there are more than 2,000."""
    if count <= 2000:
        crowd = Crowd(Node(_unit(code, "Ủy ban nhân dân tỉnh Phước An", UnitKind.AGENCY, since, short="UBND tỉnh")))
        _fill_province(crowd, crowd.root, count)
        return crowd
    crowd = Crowd(Node(_unit(code, "Cơ quan trung ương (giả định)", UnitKind.AGENCY, since)))
    for number in range(34):
        name = f"Ủy ban nhân dân tỉnh giả định số {number + 1}"
        province = crowd.add(crowd.root, UnitKind.AGENCY, name, f"Tỉnh {number + 1}")
        _fill_province(crowd, province, count // 34 + (number < count % 34))
    return crowd


def _fill_province(crowd: Crowd, province: Node, count: int) -> None:
    wanted = len(crowd.leaves) + count
    for name in _DEPARTMENTS[: max(1, count // 30)]:
        department = crowd.add(province, UnitKind.AGENCY, f"Sở {name}")
        parts = [(UnitKind.OFFICE, f"Văn phòng Sở {name}")]
        parts += [(UnitKind.DIVISION, f"Phòng {part} (Sở {name})") for part in _DIVISIONS]
        parts += [(UnitKind.PUBLIC_SERVICE, f"{part} (Sở {name})") for part in _SERVICES]
        for kind, title in parts[: wanted - len(crowd.leaves)]:
            crowd.add(department, kind, title)
    names = _commune_names()
    while len(crowd.leaves) < wanted:
        crowd.add(province, UnitKind.COMMUNE, f"Ủy ban nhân dân {next(names)}")


def _commune_names() -> Iterator[str]:
    number = 0
    while True:
        first, second = divmod(number, len(_PLACES))
        kind = "phường" if number % 4 == 0 else "xã"
        yield f"{kind} {_PLACES[second]} {_PLACES[first % len(_PLACES)]} {first // len(_PLACES) + 1 or ''}".strip()
        number += 1


def write_crowd(crowd: Crowd) -> dict[int, User]:
    """Write the units, one head each with a sign-in, and the office's roles; unit id → its head's user."""
    nodes, since = [crowd.root, *crowd.nodes], crowd.root.unit.opened_on
    Unit.objects.bulk_create([node.unit for node in nodes], BATCH)
    Placement.objects.bulk_create(
        [Placement(unit=n.unit, parent=n.above[-1].unit if n.above else None, since=since) for n in nodes], BATCH
    )
    Ancestry.objects.bulk_create(
        [
            Ancestry(ancestor=above.unit, descendant=node.unit, depth=depth, since=since)
            for node in nodes
            for depth, above in enumerate(reversed((*node.above, node)))
        ],
        BATCH,
    )
    users = _write_heads(nodes, since)
    _write_office(crowd, since)
    return users


def _write_heads(nodes: list[Node], since: date) -> dict[int, User]:
    names = iter_names(360)
    people = Person.objects.bulk_create(
        [Person(code=f"{n.unit.code}-1", full_name=next(names), status=StaffStatus.CIVIL_SERVANT) for n in nodes], BATCH
    )
    posts = Post.objects.bulk_create(
        [Post(unit=n.unit, title=_TITLES[UnitKind(n.unit.kind)], rank=PostRank.HEAD) for n in nodes], BATCH
    )
    _hold(posts, people, since)
    return {node.unit.pk: user for node, user in zip(nodes, _sign_ins(people), strict=True)}


def _write_office(crowd: Crowd, since: date) -> None:
    """A chief of office for every agency; for the first one a clerk and an administrator too."""
    agencies = [crowd.root, *(node for node in crowd.nodes if node.unit.kind == UnitKind.AGENCY)]
    wanted = [(node, "chief_of_office", "Chánh Văn phòng", "vp") for node in agencies]
    wanted += [(crowd.root, "clerk", "Văn thư", "vt"), (crowd.root, "administrator", "Quản trị hệ thống", "qt")]
    names = iter_names(12000)
    people = Person.objects.bulk_create(
        [
            Person(code=f"{node.unit.code}-{part}", full_name=next(names), status=StaffStatus.CIVIL_SERVANT)
            for node, _, _, part in wanted
        ],
        BATCH,
    )
    posts = Post.objects.bulk_create(
        [Post(unit=node.unit, title=title, rank=PostRank.STAFF) for node, _, title, _ in wanted], BATCH
    )
    _hold(posts, people, since)
    RoleAssignment.objects.bulk_create(
        [
            RoleAssignment(user=user, role=role, unit=node.unit, since=since)
            for user, (node, role, _, _) in zip(_sign_ins(people), wanted, strict=True)
        ],
        BATCH,
    )


def _hold(posts: list[Post], people: list[Person], since: date) -> None:
    pairs = zip(posts, people, strict=True)
    Holding.objects.bulk_create([Holding(post=post, person=person, since=since) for post, person in pairs], BATCH)


def _sign_ins(people: list[Person]) -> list[User]:
    """Sign-ins that no password opens."""
    return User.objects.bulk_create(
        [User(username=person.code.lower(), person=person, password=make_password(None)) for person in people], BATCH
    )
