"""Periods open by the clock with frozen dues; the ladder fires each rung once, also after a stand-still."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from quantriet.apps.accounts.models import RoleAssignment
from quantriet.apps.clock.appointments import keep_appointments
from quantriet.apps.clock.models import Appointment
from quantriet.apps.ledger.models import Act
from quantriet.apps.notices.models import Notice
from quantriet.apps.obligations.actions import answer_extension, ask_extension
from quantriet.apps.obligations.fulfilment import get_way
from quantriet.apps.obligations.models import Due, Obligation
from quantriet.apps.organization.models import Holding, Person, Post
from quantriet.apps.reports import actions
from quantriet.apps.reports.models import DayRule, Period, Regime
from quantriet.engines.kernel.problem import Problem
from quantriet.engines.timetable import Kind, Timetable
from quantriet.law import load
from tests.apps.reports.regimes import due_of, make_regime, submit, today
from tests.support.agency import TODAY, Agency, at

FRIDAY = date(2021, 7, 23)
SUNDAY = date(2021, 7, 25)


def told(title: str) -> set[str]:
    """Who has a notice whose title begins so."""
    return set(Notice.objects.filter(title__startswith=title).values_list("person__code", flat=True))


class TestOpening:
    def test_today_opens_when_its_limit_is_still_to_come(self, agency: Agency):
        period = today(make_regime(agency))
        assert (period.due_at, period.consolidation_due_at) == (at(15), at(16))
        assert (period.closing_at, period.form_version) == (None, date(2021, 3, 8))
        assert Due.objects.filter(period_on=TODAY).count() == 4
        assert Act.objects.filter(verb="period.opened").count() == 1

    def test_after_the_limit_it_begins_tomorrow(self, agency: Agency):
        regime = make_regime(agency, started_at=at(15))
        assert not Period.objects.exists()
        keep_appointments(at(0, day=FRIDAY))
        assert [period.day for period in regime.periods.all()] == [FRIDAY]

    def test_nothing_opens_before_the_first_day(self, agency: Agency):
        regime = make_regime(agency, starts_on="2021-07-25")
        keep_appointments(at(23, day=date(2021, 7, 24)))
        assert not regime.periods.exists()
        keep_appointments(at(0, day=SUNDAY))
        assert [period.day for period in regime.periods.all()] == [SUNDAY]

    def test_the_last_day_is_the_last(self, agency: Agency):
        regime = make_regime(agency, ends_on="2021-07-23")
        keep_appointments(at(9, day=date(2021, 7, 30)))
        assert {period.day for period in regime.periods.all()} == {TODAY, FRIDAY}

    def test_working_days_leave_the_weekend_out(self, agency: Agency):
        regime = make_regime(agency, day_rule=DayRule.WORKING_DAYS)
        keep_appointments(at(9, day=date(2021, 7, 26)))
        assert [period.day.day for period in regime.periods.order_by("day")] == [22, 23, 26]

    def test_days_as_the_document_names_them(self, agency: Agency):
        weekly = Timetable(kind=Kind.WEEKLY, weekdays=(4,), time=time(15)).to_dict()
        regime = make_regime(agency, starts_on="2021-08-01", day_rule=DayRule.AS_DIRECTED)
        Obligation.objects.filter(pk=regime.obligation_id).update(timetable=weekly)
        keep_appointments(at(9, day=date(2021, 8, 14)))
        assert [period.day.day for period in regime.periods.order_by("day")] == [6, 13]

    def test_a_closed_obligation_opens_no_more(self, agency: Agency):
        regime = make_regime(agency)
        Obligation.objects.filter(pk=regime.obligation_id).update(closed_at=at(17))
        keep_appointments(at(9, day=SUNDAY))
        assert regime.periods.count() == 1

    def test_opening_twice_opens_once(self, agency: Agency):
        regime = make_regime(agency)
        again = actions.open_period(regime, day=TODAY, opened_at=at(10), by=agency.actor("binh"), at=at(10))
        assert again.pk == today(regime).pk
        assert Due.objects.count() == 4

    def test_every_missed_day_is_opened_with_its_own_date_once(self, agency: Agency):
        regime = make_regime(agency)
        keep_appointments(at(3, day=SUNDAY))  # the machine stood still from Thursday on
        keep_appointments(at(3, 1, day=SUNDAY))
        assert [period.day for period in regime.periods.order_by("day")] == [
            TODAY,
            FRIDAY,
            date(2021, 7, 24),
            SUNDAY,
        ]
        assert Due.objects.filter(unit=agency.civil).count() == 4

    def test_a_missed_day_names_the_head_of_that_day(self, agency: Agency):
        regime = make_regime(agency)
        new_head = Person.objects.get(code="lan")
        post = Post.objects.get(unit=agency.civil, rank="head")
        Holding.objects.filter(post=post).update(until=date(2021, 7, 24))
        Holding.objects.create(post=post, person=new_head, since=date(2021, 7, 24))
        keep_appointments(at(3, day=SUNDAY))
        assert due_of(regime, agency.civil, FRIDAY).accountable.code == "chi"
        assert due_of(regime, agency.civil, SUNDAY).accountable.code == "lan"

    def test_only_who_assigns_work_starts_a_regime(self, agency: Agency):
        regime = make_regime(agency)
        with pytest.raises(Problem) as refusal:
            actions.start_regime(regime, by=agency.actor("chi"), at=at(9))
        assert refusal.value.status == 403


class TestFrozen:
    def test_moving_a_unit_or_a_head_later_changes_nothing(self, agency: Agency):
        from quantriet.apps.organization.models import Placement

        regime = make_regime(agency)
        submit(agency, regime, "chi")
        Placement.objects.filter(unit=agency.civil).update(parent=agency.other_department)
        Holding.objects.filter(person__code="chi").update(until=FRIDAY)
        due = due_of(regime, agency.civil)
        assert due.accountable.code == "chi"
        assert Due.objects.filter(obligation_id=regime.obligation_id, period_on=TODAY).count() == 4

    def test_reassigning_counts_from_the_next_day_on(self, agency: Agency):
        from quantriet.apps.obligations.actions import set_units

        regime = make_regime(agency)
        set_units(regime.obligation, lead={agency.civil.pk}, support=set(), by=agency.actor("binh"), at=at(10))
        keep_appointments(at(0, day=FRIDAY))
        assert Due.objects.filter(period_on=TODAY).count() == 4
        assert Due.objects.filter(period_on=FRIDAY).count() == 1


class TestLadder:
    def test_each_rung_reaches_those_it_is_for(self, agency: Agency):
        RoleAssignment.objects.create(user=agency.users["lan"], role="reporter", unit=agency.civil, since=TODAY)
        regime = make_regime(agency)
        submit(agency, regime, "ha", when=at(13))
        keep_appointments(at(14))
        assert told("Chưa báo cáo") == {"binh", "chi", "lan", "khang"}, "who has reported is left in peace"
        submit(agency, regime, "khang", when=at(14, 10))
        keep_appointments(at(15))
        assert told("Quá hạn") == {"binh", "chi"}, "the heads, not every reporter"
        keep_appointments(at(15, 30))
        assert told("Vẫn chưa") == {"binh", "chi"}
        assert told("2 đơn vị chưa báo cáo") == {"binh"}

    def test_three_hours_of_stand_still_fire_each_rung_once(self, agency: Agency):
        make_regime(agency)
        for _ in range(3):
            keep_appointments(at(17))
        assert Notice.objects.filter(person__code="chi").count() == 3
        assert Appointment.objects.filter(fired_at__isnull=False).count() == 3

    def test_three_days_of_stand_still_fire_each_rung_of_each_day_once(self, agency: Agency):
        make_regime(agency)
        for _ in range(3):
            keep_appointments(at(17, day=SUNDAY))
        assert Notice.objects.filter(person__code="chi").count() == 4 * 3
        keys = list(Notice.objects.filter(person__code="chi").values_list("key", flat=True))
        assert len(set(keys)) == 12

    def test_a_belated_rung_tells_the_truth(self, agency: Agency):
        make_regime(agency)
        keep_appointments(at(17))
        first = Notice.objects.filter(person__code="chi").order_by("pk").first()
        assert first is not None
        assert "quá hạn 2 giờ" in first.body

    def test_all_reported_all_quiet(self, agency: Agency):
        regime = make_regime(agency)
        for who in ("binh", "chi", "ha", "khang"):
            submit(agency, regime, who, when=at(13))
        keep_appointments(at(20))
        assert not Notice.objects.exists()

    def test_a_closed_obligation_reminds_of_nothing(self, agency: Agency):
        regime = make_regime(agency)
        Obligation.objects.filter(pk=regime.obligation_id).update(closed_at=at(13))
        keep_appointments(at(20))
        assert not Notice.objects.exists()

    def test_an_extension_is_kept_to(self, agency: Agency):
        regime = make_regime(agency)
        due = due_of(regime, agency.civil)
        ask_extension(due, wanted_due_at=at(18), reason="Mất điện", by=agency.actor("chi"), at=at(14))
        answer_extension(due, grant=True, by=agency.actor("binh"), at=at(14, 5))
        keep_appointments(at(15, 30))
        assert "chi" not in told("Quá hạn") | told("Vẫn chưa")

    def test_times_come_from_dated_law(self, agency: Agency):
        period = today(make_regime(agency))
        before = timedelta(minutes=load.parameter("reporting.remind_before_minutes", TODAY))
        assert Appointment.objects.get(kind="reports.remind_before").due_at == period.due_at - before

    def test_whoever_has_reported_is_reminded_of_nothing(self, agency: Agency):
        regime = make_regime(agency)
        keep_appointments(at(15, 30))
        submit(agency, regime, "chi", when=at(15, 40))
        assert not Notice.objects.filter(person__code="chi", read_at=None).exists()
        assert Notice.objects.filter(person__code="khang", read_at=None).count() == 3

    def test_notices_tell_no_figures(self, agency: Agency):
        regime = make_regime(agency)
        submit(agency, regime, "ha", f0_new="0", f1_total="1", difficulties="Bà Nguyễn Thị X là F1")
        keep_appointments(at(17))
        for notice in Notice.objects.all():
            assert "F1" not in notice.title + notice.body
            assert notice.path.startswith("/reports/")


class TestRemindMissing:
    def test_done_and_recorded_once_a_minute(self, agency: Agency):
        regime = make_regime(agency)
        submit(agency, regime, "ha")
        for second in (0, 30):
            count = actions.remind_missing(today(regime), by=agency.actor("binh"), at=at(14, 40, second))
            assert count == 3
        assert told("Văn phòng nhắc") == {"binh", "chi", "khang"}
        assert Notice.objects.filter(person__code="chi").count() == 1
        assert Act.objects.filter(verb="report.reminded").first().details == {"units": 3}

    def test_refused_to_heads_and_when_nobody_is_missing(self, agency: Agency):
        regime = make_regime(agency)
        with pytest.raises(Problem) as refusal:
            actions.remind_missing(today(regime), by=agency.actor("chi"), at=at(14))
        assert refusal.value.status == 403
        for who in ("binh", "chi", "ha", "khang"):
            submit(agency, regime, who)
        with pytest.raises(Problem, match="không còn ai"):
            actions.remind_missing(today(regime), by=agency.actor("binh"), at=at(14, 45))


class TestFulfilment:
    DAILY = {"title": "Thực hiện chế độ thông tin, báo cáo", "deadline": {"kind": "daily", "time": "15:00", "text": ""}}
    AD_HOC = {"title": "Báo cáo đột xuất khi phát sinh", "type": "conditional", "deadline": {"kind": "ad_hoc"}}
    TASK = {"title": "Lập danh sách", "type": "task", "deadline": None}

    def test_each_way_suits_its_own(self, agency: Agency):
        report, ad_hoc = get_way("report"), get_way("report_ad_hoc")
        assert [report.suits(item) for item in (self.DAILY, self.AD_HOC, self.TASK)] == [0.95, 0, 0]
        assert [ad_hoc.suits(item) for item in (self.DAILY, self.AD_HOC, self.TASK)] == [0, 0.95, 0]

    def test_options_start_from_what_was_read(self, agency: Agency):
        initial = {option.code: option.initial for option in get_way("report").options(self.DAILY)}
        assert (initial["limit"], initial["consolidation_limit"]) == ("15:00", "16:00")
        assert (initial["form"], initial["closing"], initial["day_rule"]) == (
            "daily_epidemic",
            "until_sending",
            "every_day",
        )

    @pytest.mark.parametrize(
        ("option", "value"),
        [
            ("form", "nothing"),
            ("day_rule", "sometimes"),
            ("closing", "noon"),
            ("limit", "25:00"),
            ("limit", "00:00"),
            ("consolidation_limit", "14:00"),
            ("starts_on", "mai"),
            ("ends_on", "2021-07-01"),
        ],
    )
    def test_a_wrong_option_is_refused_by_name(self, agency: Agency, option: str, value: str):
        with pytest.raises(Problem) as refusal:
            make_regime(agency, **{option: value})
        assert refusal.value.field == option
        assert not Regime.objects.exists()

    def test_the_ad_hoc_clause_joins_the_regime_of_its_document(self, agency: Agency):
        regime = make_regime(agency, ad_hoc=True)
        assert (regime.ad_hoc_form_code, Regime.objects.count()) == ("ad_hoc_incident", 1)

    def test_also_when_it_is_started_first(self, agency: Agency):
        daily = make_regime(agency, ad_hoc=True)
        ad_hoc = daily.ad_hoc
        Regime.objects.filter(pk=daily.pk).update(ad_hoc=None)
        other = Obligation.objects.get(pk=daily.obligation_id)
        Period.objects.all().delete()
        Regime.objects.all().delete()
        get_way("report_ad_hoc").start(ad_hoc, {}, by=agency.actor("binh"), at=at(9))
        get_way("report").start(other, {"limit": "15:00"}, by=agency.actor("binh"), at=at(9))
        regime = Regime.objects.get()
        assert (regime.obligation, regime.ad_hoc) == (other, ad_hoc)

    def test_where_the_unit_does_it(self, agency: Agency):
        due = due_of(make_regime(agency), agency.civil)
        assert get_way("report").act_path(due) == f"/reports/due/{due.pk}/"
