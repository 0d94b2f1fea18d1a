"""An invented department with named actors, for tests of every app.

An (Giám đốc) leads, Bình (Chánh Văn phòng) runs the office, Dung is the clerk, Chi heads the first division,
Hà the second, Khang the public service unit, Lan works in the first division, Minh administers,
Giang is an outsider: head of a division of another department.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.test import Client

from quantriet.apps.accounts.actors import Actor, actor_of
from quantriet.apps.accounts.models import RoleAssignment, User
from quantriet.apps.organization.building import build_unit
from quantriet.apps.organization.models import Holding, Person, Post, PostRank, StaffStatus, Unit, UnitKind

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START = date(2021, 1, 1)
TODAY = date(2021, 7, 22)
PASSWORD = "mật-khẩu-thử-2021"


def at(hour: int, minute: int = 0, second: int = 0, day: date = TODAY) -> datetime:
    """An instant by the agency's wall clock on the day of the tests."""
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=ZONE)


@dataclass
class Agency:
    """The units and the people of the invented department; `actor("an")` gives somebody's rights of the day."""

    province: Unit
    department: Unit
    office: Unit
    civil: Unit
    legal: Unit
    centre: Unit
    other_department: Unit
    other_division: Unit
    users: dict[str, User]

    def actor(self, name: str, day: date = TODAY) -> Actor:
        return actor_of(User.objects.get(pk=self.users[name].pk), day)

    @property
    def reporting_units(self) -> list[Unit]:
        return [self.office, self.civil, self.legal, self.centre]


def sign_in(agency: Agency, name: str) -> Client:
    """A browser in which this actor has signed in."""
    client = Client()
    client.force_login(agency.users[name], backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def build_agency() -> Agency:
    def unit(code: str, name: str, kind: UnitKind, parent: Unit | None, position: int, short: str = "") -> Unit:
        return build_unit(
            code=code, name=name, short_name=short, kind=kind, parent=parent, position=position, since=START
        )

    province = unit("T", "Ủy ban nhân dân tỉnh Phước An", UnitKind.SUPERIOR, None, 0, "UBND tỉnh")
    department = unit("S", "Sở Tư pháp", UnitKind.AGENCY, province, 1)
    office = unit("S-VP", "Văn phòng Sở", UnitKind.OFFICE, department, 1)
    civil = unit("S-HC", "Phòng Hành chính tư pháp", UnitKind.DIVISION, department, 2, "Phòng HCTP")
    legal = unit("S-PB", "Phòng Phổ biến, giáo dục pháp luật", UnitKind.DIVISION, department, 3, "Phòng PBGDPL")
    centre = unit("S-TG", "Trung tâm Trợ giúp pháp lý", UnitKind.PUBLIC_SERVICE, department, 4, "TT TGPL")
    other = unit("K", "Sở Khoa học", UnitKind.AGENCY, province, 2)
    other_division = unit("K-QL", "Phòng Quản lý khoa học", UnitKind.DIVISION, other, 1)
    users = {
        "an": _person("an", "Phan Hoài An", department, "Giám đốc", PostRank.HEAD),
        "binh": _person("binh", "Trần Thái Bình", office, "Chánh Văn phòng", PostRank.HEAD),
        "dung": _person("dung", "Lê Mỹ Dung", office, "Văn thư", PostRank.STAFF),
        "chi": _person("chi", "Hồ Linh Chi", civil, "Trưởng phòng", PostRank.HEAD),
        "lan": _person("lan", "Võ Ngọc Lan", civil, "Chuyên viên", PostRank.STAFF),
        "ha": _person("ha", "Đỗ Thu Hà", legal, "Trưởng phòng", PostRank.HEAD),
        "khang": _person("khang", "Bùi Đức Khang", centre, "Giám đốc Trung tâm", PostRank.HEAD),
        "minh": _person("minh", "Tạ Quang Minh", office, "Quản trị hệ thống", PostRank.STAFF),
        "giang": _person("giang", "Cao Hương Giang", other_division, "Trưởng phòng", PostRank.HEAD),
    }
    for name, role in (("binh", "chief_of_office"), ("dung", "clerk"), ("minh", "administrator")):
        RoleAssignment.objects.create(user=users[name], role=role, unit=department, since=START)
    return Agency(province, department, office, civil, legal, centre, other, other_division, users)


def _person(login: str, name: str, unit: Unit, title: str, rank: PostRank) -> User:
    person = Person.objects.create(code=login, full_name=name, status=StaffStatus.CIVIL_SERVANT)
    post, _ = Post.objects.get_or_create(unit=unit, title=title, defaults={"rank": rank})
    Holding.objects.create(post=post, person=person, since=START)
    return User.objects.create_user(username=login, password=PASSWORD, person=person)
