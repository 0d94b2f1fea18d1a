"""Two weeks of the department, told through the same acts as the pages, each at its own past instant."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from random import Random

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.clock.appointments import keep_appointments
from quantriet.apps.clock.models import Appointment
from quantriet.apps.clock.moment import at_local, local_day
from quantriet.apps.documents.actions import receive_document, save_review
from quantriet.apps.documents.models import Direction, Document
from quantriet.apps.obligations import actions as work
from quantriet.apps.obligations.adoption import adopt_document
from quantriet.apps.obligations.models import Assignment, Due
from quantriet.apps.obligations.review import working_copy
from quantriet.apps.organization.models import Unit
from quantriet.apps.organization.queries import people_counts
from quantriet.apps.reports import actions as reports
from quantriet.apps.reports.models import Period, Regime
from quantriet.project.demo import letters
from quantriet.project.demo.department import Department
from quantriet.project.demo.figures import UnitFigures

# How many days ago which unit did not report in time; everybody else did.
LATE = {1: "STP-C2", 3: "STP-PB", 5: "STP-C2", 6: "STP-TV", 9: "STP-BT", 12: "STP-C1"}
MISSING = {4: "STP-DG"}
SILENT_TODAY = ("STP-HC", "STP-DG")  # and one more comes late
LATE_TODAY, NIL_TODAY = "STP-C2", "STP-TT"
NEVER_NOTED = "STP-DG"
ILL = {"STP-TG": (6, 2), "STP-HC": (2, 1)}  # unit → days ago somebody fell ill, contacts in the unit
WHY_LATE = {
    "STP-C2": "Cả buổi tiếp khách đông, người tổng hợp số liệu nghỉ phép; đã phân công người thay.",
    "STP-PB": "Phòng đi tuyên truyền lưu động tại xã, đến chiều mới có mạng.",
}


@dataclass(order=True)
class Event:
    """Something that somebody did at an instant."""

    at: datetime
    order: int
    act: Callable[[datetime], object] = field(compare=False)


class Story:
    """Collects the events of two weeks, then lets them happen in their order, the clock's own between them."""

    def __init__(self, department: Department, *, days: int, now: datetime) -> None:
        self.department, self.now, self.today = department, now, local_day(now)
        self.first_day = self.today - timedelta(days=max(days, 1))
        self.events: list[Event] = []
        counts = people_counts([unit.pk for unit in department.in_order], self.first_day)
        self.figures = {
            code: UnitFigures(code, counts[unit.pk], self.first_day, self._ill_on(code), ILL.get(code, (0, 0))[1])
            for code, unit in department.units.items()
        }

    def tell(self) -> None:
        """Everything up to now; what would come later has not happened."""
        self._letter()
        self._notice()
        for day in self._days():
            self._reports(day)
        yesterday = self.today - timedelta(days=1)  # so that something waits for the review at any hour of the day
        self._on(yesterday, "16:40", lambda at: self._receive(letters.incoming_letter(yesterday), at))
        for event in sorted(self.events):
            if event.at <= self.now:
                self._let_the_clock_run(event.at)
                event.act(event.at)
        self._let_the_clock_run(self.now)

    def _let_the_clock_run(self, until: datetime) -> None:
        """Every appointment up to here is kept at its own instant, as by a clock that never stood still."""
        waiting = Appointment.objects.filter(fired_at=None, cancelled_at=None, not_before__lte=until)
        while (earliest := waiting.order_by("not_before").values_list("not_before", flat=True).first()) is not None:
            keep_appointments(earliest)

    # the parts

    def _letter(self) -> None:
        day, supplies = self.first_day - timedelta(days=3), self.first_day + timedelta(days=4)
        self._on(day, "08:40", lambda at: self._issue(letters.official_letter(day, supplies=supplies), at))
        self._on(day, "09:15", lambda at: self._adopt("1027/STP-VP", {"1": "standing", "4": "standing"}, at))
        self._on(day, "14:10", lambda at: self._note_all("1027/STP-VP", at, but=""))
        self._on(supplies - timedelta(days=2), "10:20", lambda at: self._do_all("1027/STP-VP", "2", at, but="STP-TT"))
        self._on(supplies - timedelta(days=1), "16:20", lambda at: self._accept_all("1027/STP-VP", "2", at, but=""))

    def _notice(self) -> None:
        day = self.first_day - timedelta(days=1)
        roster, inspection = self.today + timedelta(days=3), self.today + timedelta(days=5)
        notice = letters.conclusion_notice(day, roster=roster, inspection=inspection)
        number = "214/TB-STP"
        self._on(day, "10:05", lambda at: self._issue(notice, at))
        self._on(day, "10:40", lambda at: self._adopt(number, {"1": "standing"}, at))
        self._on(day, "13:35", lambda at: self._note_all(number, at, but=NEVER_NOTED))
        self._on(day + timedelta(days=1), "09:30", lambda at: self._do_all(number, "2", at, but=NEVER_NOTED))
        self._on(day + timedelta(days=2), "08:30", lambda at: self._accept_all(number, "2", at, but="STP-TV"))
        recent = self.today - timedelta(days=1)
        some = ("STP-VP", "STP-PB", "STP-BT", "STP-C1", "STP-TG", "STP-TT", "STP-VB")
        self._on(recent, "10:10", lambda at: self._do_all(number, "4", at, only=some))
        self._on(recent, "15:05", lambda at: self._accept_all(number, "4", at, only=some[:5]))
        self._on(recent, "15:12", lambda at: self._send_back(number, "4", "STP-TT", at))
        self._on(recent, "16:25", lambda at: self._ask_extension(number, "4", "STP-XL", at))

    def _reports(self, day: date) -> None:
        ago = (self.today - day).days
        for place, code in enumerate(self.department.units):
            clock, is_nil = self._when(code, day, place)
            if clock:
                self._on(day, clock, lambda at, code=code, day=day, is_nil=is_nil: self._report(code, day, is_nil, at))  # type: ignore[misc]
        if ago in LATE:
            self._on(day, "16:35", lambda at: self._explain(LATE[ago], day, at))
        if ago:
            self._on(day, "16:05", lambda at: self._approve(day, at))
        for code, (since, _) in ILL.items():
            if ago == since and day > self.first_day:
                self._on(day, "09:05", lambda at, code=code: self._ad_hoc(code, at))  # type: ignore[misc]
        if ago == 1:
            self._on(day, "16:45", lambda at: self._correct("STP-PB", day, at))

    def _when(self, code: str, day: date, place: int) -> tuple[str, bool]:
        """When a unit reports on a day, and whether it says that nothing happened; no time when it stays silent."""
        ago, random = (self.today - day).days, Random(f"{code}{day}")  # noqa: S311
        if ago == 0:
            if code in SILENT_TODAY:
                return "", False
            if code == LATE_TODAY:
                return "15:21", False
            return ("08:05", True) if code == NIL_TODAY else (_clock(450 + place * 36 + random.randint(0, 19)), False)
        if MISSING.get(ago) == code:
            return "", False
        if LATE.get(ago) == code:
            return _clock(random.randint(903, 955)), False
        is_quiet = self._ill_on(code) is None and day > self.first_day
        chance = 0.6 if day.weekday() >= 5 else 0.12
        return _clock(random.randint(490, 893)), is_quiet and random.random() < chance

    # the acts

    def _issue(self, letter: letters.Letter, at: datetime) -> Document:
        return self._receive(letter, at, direction=Direction.OUTGOING)

    def _receive(self, letter: letters.Letter, at: datetime, direction: str = Direction.INCOMING) -> Document:
        return receive_document(
            agency=self.department.agency, data=letter.data, name=letter.name, direction=direction,
            by=self._actor("vanthu", at), at=at,
        )  # fmt: skip

    def _adopt(self, number: str, ways: dict[str, str], at: datetime) -> None:
        """Review as the chief of office would: settle the ways and the first day, then adopt."""
        chief, document = self._actor("chanhvp", at), self._document(number)
        review = working_copy(document, local_day(at))
        for item in review["items"]:
            item["fulfilment"] = ways.get(item["clause_label"], item["fulfilment"])
            item["title"] = next(
                (short for long, short in _TITLES.items() if item["title"].startswith(long)), item["title"]
            )
            if item["fulfilment"] == "report":
                item["options"]["starts_on"] = self.first_day.isoformat()
            item["include"] = item["include"] and bool(item["assignments"])
            item["settled"] = True
        save_review(document=document, review=review, by=chief, at=at)
        adopt_document(document, by=chief, at=at + timedelta(minutes=6))

    def _note_all(self, number: str, at: datetime, *, but: str) -> None:
        rows = Assignment.objects.filter(obligation__document=self._document(number)).exclude(unit__code=but)
        for row in rows.exclude(unit=self.department.agency).order_by("unit__position", "id"):
            minute = at + timedelta(minutes=7 * (row.unit_id % 11))
            work.acknowledge_assignment(row, by=self._head(row.unit_id, at), at=minute)

    def _do_all(
        self, number: str, clause: str, at: datetime, *, but: str = "", only: tuple[str, ...] | None = None
    ) -> None:
        for due in self._dues(number, clause, but, only):
            minute = at + timedelta(minutes=9 * (due.unit_id % 7))
            work.report_done(due, note=_NOTES[number, clause], by=self._head(due.unit_id, at), at=minute)

    def _accept_all(
        self, number: str, clause: str, at: datetime, *, but: str = "", only: tuple[str, ...] | None = None
    ) -> None:
        for due in self._dues(number, clause, but, only).filter(state="submitted"):
            work.accept_done(due, by=self._actor("chanhvp", at), at=at)

    def _send_back(self, number: str, clause: str, code: str, at: datetime) -> None:
        for due in self._dues(number, clause, "", (code,)).filter(state="submitted"):
            reason = "Danh sách thiếu hai người mới về đơn vị. Bổ sung rồi gửi lại."
            work.return_done(due, reason=reason, by=self._actor("chanhvp", at), at=at)

    def _ask_extension(self, number: str, clause: str, code: str, at: datetime) -> None:
        for due in self._dues(number, clause, "", (code,)).filter(state="open", due_at__gt=at):
            wanted = due.due_at + timedelta(days=3)
            reason = "Ba người đang đi công tác, chưa xác nhận việc đăng ký."
            work.ask_extension(due, wanted_due_at=wanted, reason=reason, by=self._head(due.unit_id, at), at=at)

    def _report(self, code: str, day: date, is_nil: bool, at: datetime) -> None:
        due, values = self._daily_due(code, day), None if is_nil else self.figures[code].values(day)
        key = uuid.uuid5(uuid.NAMESPACE_OID, f"{code}{day}")
        reports.submit_report(due, values=values, is_nil=is_nil, key=key, by=self._head(due.unit_id, at), at=at)

    def _correct(self, code: str, day: date, at: datetime) -> None:
        due, values = self._daily_due(code, day), self.figures[code].values(day)
        values["tested"] = int(values["tested"]) + 2
        reports.correct_report(
            due, values=values, reason="Bổ sung hai người được xét nghiệm buổi chiều.", key=uuid.uuid4(),
            by=self._head(due.unit_id, at), at=at,
        )  # fmt: skip

    def _explain(self, code: str, day: date, at: datetime) -> None:
        if code in WHY_LATE:
            due = self._daily_due(code, day)
            work.explain_lateness(due, reason=WHY_LATE[code], by=self._head(due.unit_id, at), at=at)

    def _approve(self, day: date, at: datetime) -> None:
        period = Period.objects.select_related("regime").get(regime=self._regime, day=day)
        reports.approve_consolidation(period, by=self._actor("chanhvp", at), at=at)

    def _ad_hoc(self, code: str, at: datetime) -> None:
        unit = self.department.units[code]
        values: dict[str, object] = {
            "matter": f"Một người của đơn vị có kết quả xét nghiệm dương tính, sáng ngày {local_day(at):%d/%m}.",
            "course": "Người này đã nghỉ ở nhà từ hôm trước; những người cùng phòng được lấy mẫu ngay trong buổi sáng.",
            "involved": ILL[code][1] + 1,
            "measures": "Khử khuẩn phòng làm việc, cho người tiếp xúc gần làm việc từ xa, tạm chuyển nơi tiếp dân.",
            "health_told": True,
        }
        key = uuid.uuid5(uuid.NAMESPACE_OID, f"ad-hoc {code}")
        reports.submit_ad_hoc(self._regime, unit, values=values, key=key, by=self._head(unit.pk, at), at=at)

    # looking up

    @cached_property
    def _regime(self) -> Regime:
        return Regime.objects.select_related("obligation").get(agency=self.department.agency)

    def _document(self, number: str) -> Document:
        return Document.objects.get(agency=self.department.agency, number=number)

    def _dues(self, number: str, clause: str, but: str, only: tuple[str, ...] | None):  # type: ignore[no-untyped-def]
        rows = Due.objects.filter(
            obligation__document=self._document(number), obligation__fulfilment="task", obligation__clause__label=clause
        ).exclude(unit__code=but)
        rows = rows.filter(unit__code__in=only) if only is not None else rows
        return rows.exclude(unit=self.department.agency).order_by("unit__position", "id")

    def _daily_due(self, code: str, day: date) -> Due:
        unit: Unit = self.department.units[code]
        return Due.objects.get(obligation=self._regime.obligation, unit=unit, period_on=day)

    def _actor(self, username: str, at: datetime) -> Actor:
        return self.department.actor(username, local_day(at))

    def _head(self, unit_id: int, at: datetime) -> Actor:
        return self.department.head_of(unit_id, local_day(at))

    def _days(self) -> list[date]:
        return [self.first_day + timedelta(days=count) for count in range((self.today - self.first_day).days + 1)]

    def _ill_on(self, code: str) -> date | None:
        return self.today - timedelta(days=ILL[code][0]) if code in ILL else None

    def _on(self, day: date, clock: str, act: Callable[[datetime], object]) -> None:
        self.events.append(Event(at_local(day, time.fromisoformat(clock)), len(self.events), act))


_TITLES = {  # how the chief of office shortens what was read, so that it fits a phone
    "Thực hiện đầy đủ các biện pháp": "Thực hiện các biện pháp phòng dịch",
    "Chịu trách nhiệm trước Giám đốc Sở": "Trưởng đơn vị chịu trách nhiệm",
    "Lập nhóm trao đổi của Lãnh đạo Sở": "Lập nhóm trao đổi với Lãnh đạo Sở",
    "Lập nhóm trao đổi của đơn vị": "Lập nhóm trao đổi của đơn vị",
    "Báo cáo tình hình dịch bệnh": "Báo cáo tình hình dịch bệnh hằng ngày",
    "Báo cáo đột xuất": "Báo cáo đột xuất khi có vấn đề phát sinh",
    "Lập danh sách người đăng ký tiêm": "Danh sách đăng ký tiêm vắc xin",
    "Tham mưu Giám đốc Sở tổ chức kiểm tra": "Kiểm tra việc phòng dịch tại các đơn vị",
    "Phải báo ngay cơ sở y tế": "Báo ngay khi có người nghi mắc bệnh",
    "Rà soát và bổ sung nước rửa tay": "Bổ sung vật tư phòng dịch nơi tiếp dân",
    "Báo cáo kết quả về Văn phòng Sở": "Báo cáo kết quả bổ sung vật tư",
    "Phổ biến các biện pháp phòng dịch": "Phổ biến biện pháp phòng dịch đến từng người",
}
_NOTES = {
    ("1027/STP-VP", "2"): "Đã bổ sung nước rửa tay, khẩu trang, nhiệt kế tại nơi tiếp công dân.",
    ("214/TB-STP", "2"): "Đã lập nhóm trao đổi, đủ người của đơn vị.",
    ("214/TB-STP", "4"): "Gửi danh sách đăng ký của đơn vị, đã rà soát với từng người.",
}


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
