"""A small agency in the middle of its day, made through the real actions: something at every door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from uuid import uuid4

from quantriet.apps.accounts.models import RoleAssignment
from quantriet.apps.documents.actions import receive_document
from quantriet.apps.documents.models import Document, PendingFile, PendingState
from quantriet.apps.documents.storage import keep_file
from quantriet.apps.documents.waiting import hold_file
from quantriet.apps.notices.models import Notice
from quantriet.apps.obligations import actions
from quantriet.apps.obligations.models import Due, Evidence, Obligation
from quantriet.apps.organization.models import Delegation, Post
from quantriet.apps.reports.actions import open_period, start_regime, submit_report
from quantriet.apps.reports.models import Period, Regime, Submission
from quantriet.engines.timetable import Kind, Timetable
from tests.engines.reading.files import ANNEX, COVER_LETTER, LETTER
from tests.support.agency import START, TODAY, Agency, at, build_agency
from tests.support.work import make_document, make_obligation


@dataclass
class World:
    """Everything named by a URL of the doors table."""

    agency: Agency
    received: Document  # waits for the review of its reading
    bundle: Document  # came with others in its file
    adopted: Document
    waiting: PendingFile  # a scan that could not be read
    task: Obligation
    open_due: Due  # of the first division
    shown_due: Due  # of the second division, reported done
    late_due: Due  # of the public service unit
    evidence: Evidence
    standing: Obligation
    regime: Regime
    period: Period
    report_due: Due  # of the first division, not yet reported
    centre_due: Due  # of the public service unit, reported late
    submission: Submission  # of the second division
    notice: Notice  # to the head of the first division
    role: RoleAssignment
    delegation: Delegation  # of the first division


def build_world() -> World:
    agency = build_agency()
    binh, ha, khang = agency.actor("binh"), agency.actor("ha"), agency.actor("khang")
    text = "SỞ NỘI VỤ\nSố: 12/SNV-VP\nV/v rà soát\n\n1. Đề nghị Phòng Hành chính tư pháp báo cáo trước ngày 30/7/2021."
    received = receive_document(
        agency=agency.department, data=text.encode(), name="van-ban.txt", by=agency.actor("dung"), at=at(8)
    )
    bundle = receive_document(
        agency=agency.department, data=(COVER_LETTER + LETTER + ANNEX).encode(), name="ba-van-ban.txt",
        by=agency.actor("dung"), at=at(8),
    )  # fmt: skip
    waiting = hold_file(
        agency=agency.department, data=b"%PDF", name="scan.pdf", direction="incoming", page_count=9,
        by=agency.actor("dung"), at=at(8),
    )  # fmt: skip
    PendingFile.objects.update(state=PendingState.FAILED, failure="Trong ảnh không thấy chữ. Quét lại cho rõ.")
    adopted = make_document(agency, 900)
    limit = Timetable(kind=Kind.ONCE, on=date(2021, 7, 30)).to_dict()
    task = make_obligation(agency, [agency.civil, agency.legal], timetable=limit, document=adopted)
    past = Timetable(kind=Kind.ONCE, on=date(2021, 7, 20)).to_dict()
    late = make_obligation(agency, [agency.centre], timetable=past, document=adopted, position=2)
    standing = make_obligation(agency, [agency.civil], fulfilment="standing", document=adopted, position=3)
    open_due, shown_due = task.dues.get(unit=agency.civil), task.dues.get(unit=agency.legal)
    wanted = at(17, day=date(2021, 8, 5))
    actions.ask_extension(open_due, wanted_due_at=wanted, reason="Chờ số liệu", by=agency.actor("chi"), at=at(10))
    actions.report_done(
        shown_due, note="Đã rà soát", file=keep_file(b"anh", "image/png"), file_name="anh.png", by=ha, at=at(10)
    )
    daily = make_obligation(
        agency, agency.reporting_units, fulfilment="standing", document=adopted, position=4,
    )  # fmt: skip
    Obligation.objects.filter(pk=daily.pk).update(
        fulfilment="report", timetable=Timetable(kind=Kind.DAILY, time=time(15)).to_dict()
    )
    daily.refresh_from_db()
    regime = Regime.objects.create(
        obligation=daily, ad_hoc=standing, agency=agency.department, name="Báo cáo ngày", form_code="daily_epidemic",
        ad_hoc_form_code="ad_hoc_incident", closing_preset="until_sending", limit=time(15),
        consolidation_limit=time(16), starts_on=START,
    )  # fmt: skip
    start_regime(regime, by=binh, at=at(16))
    period = open_period(regime, day=TODAY, opened_at=at(0), by=binh, at=at(0))
    dues = {due.unit_id: due for due in Due.objects.filter(obligation=daily, period_on=TODAY)}
    submission = submit_report(dues[agency.legal.pk], is_nil=True, key=uuid4(), by=ha, at=at(14))
    submit_report(dues[agency.centre.pk], is_nil=True, key=uuid4(), by=khang, at=at(15, 1))
    notice = Notice.objects.create(
        person=agency.users["chi"].person, key="thử", title="Nhắc báo cáo", path="/reports/", sent_at=at(14)
    )
    return World(
        agency=agency, received=received, adopted=adopted, bundle=bundle, waiting=waiting, task=task, open_due=open_due,
        shown_due=shown_due,
        late_due=late.dues.get(), evidence=shown_due.evidence.get(), standing=standing, regime=regime, period=period,
        report_due=dues[agency.civil.pk], centre_due=dues[agency.centre.pk], submission=submission, notice=notice,
        role=RoleAssignment.objects.get(user=agency.users["dung"], role="clerk"),
        delegation=Delegation.objects.create(
            kind="TL.", from_post=Post.objects.get(unit=agency.civil, rank="head"),
            to_post=Post.objects.get(unit=agency.civil, rank="staff"), since=START,
        ),
    )  # fmt: skip
