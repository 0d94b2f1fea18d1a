"""The department of the demonstration: twelve units, ninety people, their sign-ins. Everything is invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from quantriet.apps.accounts.actions import set_role
from quantriet.apps.accounts.actors import SYSTEM, Actor, actor_of
from quantriet.apps.accounts.models import User
from quantriet.apps.clock.moment import at_local
from quantriet.apps.organization import staffing
from quantriet.apps.organization.actions import open_unit
from quantriet.apps.organization.models import Person, PostRank, StaffStatus, Unit, UnitKind
from quantriet.project.demo.people import iter_names

CODE = "STP"  # a database that holds a unit under this code has been loaded before
OPENED = at_local(date(2019, 1, 2), time(8))
CIVIL, PUBLIC = StaffStatus.CIVIL_SERVANT, StaffStatus.PUBLIC_EMPLOYEE
HEAD, DEPUTY, STAFF = PostRank.HEAD, PostRank.DEPUTY, PostRank.STAFF


@dataclass(frozen=True)
class Plan:
    """One unit: its name, kind, how many people, the titles of its head and deputies, and its named people."""

    code: str
    name: str
    short_name: str
    kind: UnitKind
    symbol: str
    size: int
    head: str
    deputy: str
    named: tuple[tuple[str, str, str], ...]  # sign-in, title, name; the head first


DIVISION, SERVICE = UnitKind.DIVISION, UnitKind.PUBLIC_SERVICE
UNITS = (
    Plan("STP-VP", "Văn phòng Sở", "", UnitKind.OFFICE, "VP", 13, "Chánh Văn phòng", "Phó Chánh Văn phòng", (
        ("chanhvp", "Chánh Văn phòng", "Tôn Nữ Bảo Trâm"), ("phochanhvp", "Phó Chánh Văn phòng", "Kiều Đình Thắng"),
        ("vanthu", "Văn thư", "Quách Thị Thu Ngân"), ("quantri", "Quản trị hệ thống", "Lại Hoàng Phúc"))),
    Plan("STP-VB", "Phòng Xây dựng và kiểm tra văn bản quy phạm pháp luật", "Phòng XD&KTVB", DIVISION, "XDKT", 7,
         "Trưởng phòng", "Phó Trưởng phòng", (("tp-xdkt", "Trưởng phòng", "Trịnh Công Nguyên"),)),
    Plan("STP-PB", "Phòng Phổ biến, giáo dục pháp luật", "Phòng PBGDPL", DIVISION, "PBGDPL", 7,
         "Trưởng phòng", "Phó Trưởng phòng", (("tp-pbgdpl", "Trưởng phòng", "Cao Thị Thùy Dương"),)),
    Plan("STP-HC", "Phòng Hành chính tư pháp", "Phòng HCTP", DIVISION, "HCTP", 7,
         "Trưởng phòng", "Phó Trưởng phòng", (("tp-hctp", "Trưởng phòng", "Nông Quốc Khánh"),
                                              ("pp-hctp", "Phó Trưởng phòng", "Hứa Mỹ Linh"),
                                              ("cv-hctp", "Chuyên viên", "Đoàn Nhật Vy"))),
    Plan("STP-BT", "Phòng Bổ trợ tư pháp", "Phòng BTTP", DIVISION, "BTTP", 6,
         "Trưởng phòng", "Phó Trưởng phòng", (("tp-bttp", "Trưởng phòng", "Vương Hữu Lộc"),)),
    Plan("STP-XL", "Phòng Quản lý xử lý vi phạm hành chính và theo dõi thi hành pháp luật", "Phòng QLXLVPHC", DIVISION,
         "QLXLVP", 6, "Trưởng phòng", "Phó Trưởng phòng", (("tp-qlxlvp", "Trưởng phòng", "Tống Khánh Hòa"),)),
    Plan("STP-C1", "Phòng Công chứng số 1", "", SERVICE, "", 7,
         "Trưởng Phòng Công chứng", "Phó Trưởng Phòng Công chứng",
         (("cc1", "Trưởng Phòng Công chứng", "Giang Thế Bảo"),)),
    Plan("STP-C2", "Phòng Công chứng số 2", "", SERVICE, "", 6,
         "Trưởng Phòng Công chứng", "Phó Trưởng Phòng Công chứng",
         (("cc2", "Trưởng Phòng Công chứng", "Thái Thị Hồng Nhạn"),)),
    Plan("STP-TG", "Trung tâm Trợ giúp pháp lý nhà nước", "TT Trợ giúp pháp lý", SERVICE, "TGPL", 10,
         "Giám đốc Trung tâm", "Phó Giám đốc Trung tâm", (("tgpl", "Giám đốc Trung tâm", "Lưu Thiện Nhân"),)),
    Plan("STP-DG", "Trung tâm Dịch vụ đấu giá tài sản", "TT Đấu giá tài sản", SERVICE, "", 7,
         "Giám đốc Trung tâm", "Phó Giám đốc Trung tâm", (("daugia", "Giám đốc Trung tâm", "Châu Ngọc Bích"),)),
    Plan("STP-TV", "Trung tâm Tư vấn pháp luật", "TT Tư vấn pháp luật", SERVICE, "", 5,
         "Giám đốc Trung tâm", "Phó Giám đốc Trung tâm", (("tuvan", "Giám đốc Trung tâm", "La Quốc Trọng"),)),
    Plan("STP-TT", "Trung tâm Thông tin pháp luật", "TT Thông tin pháp luật", SERVICE, "", 5,
         "Giám đốc Trung tâm", "Phó Giám đốc Trung tâm", (("thongtin", "Giám đốc Trung tâm", "Khổng Mai Chi"),)),
)  # fmt: skip
LEADERS = (
    ("giamdoc", "Giám đốc", "Lương Hoài Sơn", HEAD), ("pgd1", "Phó Giám đốc", "Mạc Thị Diệu Hiền", DEPUTY),
    ("pgd2", "Phó Giám đốc", "Đàm Vĩnh Khiêm", DEPUTY), ("pgd3", "Phó Giám đốc", "Ông Thị Kim Phượng", DEPUTY),
)  # fmt: skip
ROLES = {"chanhvp": "chief_of_office", "vanthu": "clerk", "quantri": "administrator"}


@dataclass
class Department:
    """The loaded department; `actor("chanhvp", day)` gives somebody's rights of a day."""

    agency: Unit
    units: dict[str, Unit]
    users: dict[str, User]
    head_names: dict[int, str]  # unit id → sign-in of its head
    _actors: dict[str, Actor] = field(default_factory=dict)

    def actor(self, username: str, day: date) -> Actor:
        if username not in self._actors:  # nobody changes posts in these weeks
            self._actors[username] = actor_of(User.objects.get(pk=self.users[username].pk), day)
        return self._actors[username]

    def head_of(self, unit_id: int, day: date) -> Actor:
        return self.actor(self.head_names[unit_id], day)

    @property
    def in_order(self) -> list[Unit]:
        return list(self.units.values())


def build_department() -> Department:
    """Found the province's committee and the department below it, by the system's own hand."""
    province = open_unit(
        code="PA", name="Ủy ban nhân dân tỉnh Phước An", short_name="UBND tỉnh", kind=UnitKind.SUPERIOR, parent=None,
        by=SYSTEM, at=OPENED,
    )  # fmt: skip
    agency = open_unit(
        code=CODE,
        name="Sở Tư pháp",
        kind=UnitKind.AGENCY,
        parent=province,
        symbol="STP",
        position=1,
        by=SYSTEM,
        at=OPENED,
    )
    names = iter_names(2021, {name for plan in UNITS for *_, name in plan.named})
    department = Department(agency, {}, {}, {})
    for login, title, name, rank in LEADERS:
        department.users[login] = _join(agency, login, name, title, rank, CIVIL)
    for position, plan in enumerate(UNITS, 1):
        unit = open_unit(
            code=plan.code, name=plan.name, short_name=plan.short_name, kind=plan.kind, parent=agency,
            symbol=plan.symbol, position=position, by=SYSTEM, at=OPENED,
        )  # fmt: skip
        department.units[plan.code] = unit
        department.head_names[unit.pk] = plan.named[0][0]
        department.users |= _staff(unit, plan, names)
    for login, role in ROLES.items():
        set_role(department.users[login], role, agency, by=SYSTEM, at=OPENED)
    return department


def _staff(unit: Unit, plan: Plan, names: object) -> dict[str, User]:
    users: dict[str, User] = {}
    status = PUBLIC if plan.kind == SERVICE else CIVIL
    ranks = {plan.head: HEAD, plan.deputy: DEPUTY}
    for login, title, name in plan.named:
        users[login] = _join(unit, login, name, title, ranks.get(title, STAFF), status)
    if plan.deputy not in {title for _, title, _ in plan.named}:
        login = f"pho-{plan.code.removeprefix('STP-').lower()}"
        users[login] = _join(unit, login, next(names), plan.deputy, DEPUTY, status)  # type: ignore[call-overload]
    title = "Viên chức" if status == PUBLIC else "Chuyên viên"
    for number in range(len(users) + 1, plan.size + 1):
        is_last = number == plan.size and plan.size > 6
        held, kind = ("Nhân viên", StaffStatus.CONTRACT_WORKER) if is_last else (title, status)
        login = f"{plan.code.removeprefix('STP-').lower()}{number:02d}"
        users[login] = _join(unit, login, next(names), held, STAFF, kind)  # type: ignore[call-overload]
    return users


def _join(unit: Unit, login: str, name: str, title: str, rank: PostRank, status: StaffStatus) -> User:
    """Somebody with a post and a sign-in that no password opens: the demonstration enters by its own door."""
    person: Person = staffing.add_person(
        code=login, full_name=name, status=status, unit=unit, title=title, rank=rank, by=SYSTEM, at=OPENED,
        email=f"{login}@stp.phuocan.example",
    )  # fmt: skip
    user = User(username=login, person=person)
    user.set_unusable_password()
    user.save()
    return user
