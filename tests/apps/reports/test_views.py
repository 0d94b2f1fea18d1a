"""The pages: who gets which answer, nothing typed is lost, the same sending leads to the same receipt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from quantriet.apps.clock.appointments import keep_appointments
from quantriet.apps.obligations.models import DueState
from quantriet.apps.reports import actions
from quantriet.apps.reports.models import Draft, Regime, Submission
from tests.apps.reports.regimes import VALUES, due_of, make_regime, submit, today
from tests.support.agency import Agency, at

In = Callable[[str], Client]


@pytest.fixture
def regime(agency: Agency) -> Regime:
    return make_regime(agency, ad_hoc=True)


@pytest.fixture
def signed_in(agency: Agency) -> In:
    def client(name: str) -> Client:
        one = Client()
        one.force_login(agency.users[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        return one

    return client


@pytest.fixture(autouse=True)
def _half_past_two():
    with time_machine.travel(at(14, 30), tick=False):
        yield


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


class TestDoors:
    @pytest.mark.parametrize(
        ("name", "answers"),
        [
            ("fill", {"chi": 200, "lan": 403, "binh": 403, "an": 403, "ha": 404, "giang": 404, "minh": 404}),
            ("correct", {"chi": 302, "lan": 403, "ha": 404, "giang": 404}),
        ],
    )
    def test_of_a_due(self, agency: Agency, regime: Regime, signed_in: In, name: str, answers: dict[str, int]):
        path = reverse(f"reports:{name}", args=[due_of(regime, agency.civil).pk])
        assert {who: signed_in(who).get(path).status_code for who in answers} == answers
        assert Client().get(path).status_code == 302

    @pytest.mark.parametrize("name", ["nil", "draft", "explain"])
    def test_of_what_is_posted(self, agency: Agency, regime: Regime, signed_in: In, name: str):
        path = reverse(f"reports:{name}", args=[due_of(regime, agency.civil).pk])
        told = {"reason": "x"}
        assert {who: signed_in(who).post(path, told).status_code for who in ("lan", "an", "ha", "giang")} == {
            "lan": 403,
            "an": 403,
            "ha": 404,
            "giang": 404,
        }
        assert signed_in("chi").get(path).status_code == 405

    @pytest.mark.parametrize("name", ["period", "export_xlsx", "export_docx"])
    def test_of_a_period(self, agency: Agency, regime: Regime, signed_in: In, name: str):
        path = reverse(f"reports:{name}", args=[today(regime).pk])
        answers = {who: signed_in(who).get(path).status_code for who in ("an", "binh", "chi", "lan", "dung", "giang")}
        assert answers == {"an": 200, "binh": 200, "chi": 404, "lan": 404, "dung": 404, "giang": 404}

    @pytest.mark.parametrize("name", ["approve", "remind"])
    def test_of_acts_on_a_period(self, agency: Agency, regime: Regime, signed_in: In, name: str):
        submit(agency, regime, "chi", when=at(14))
        path = reverse(f"reports:{name}", args=[today(regime).pk])
        answers = {who: signed_in(who).post(path).status_code for who in ("chi", "giang", "binh")}
        assert answers == {"chi": 404, "giang": 404, "binh": 302}

    def test_of_a_submission(self, agency: Agency, regime: Regime, signed_in: In):
        path = reverse("reports:submission", args=[submit(agency, regime, "chi", when=at(14)).pk])
        answers = {who: signed_in(who).get(path).status_code for who in ("chi", "lan", "an", "binh", "ha", "giang")}
        assert answers == {"chi": 200, "lan": 200, "an": 200, "binh": 200, "ha": 404, "giang": 404}

    def test_of_an_ad_hoc_report(self, agency: Agency, regime: Regime, signed_in: In):
        path = reverse("reports:ad_hoc", args=[regime.pk])
        answers = {who: signed_in(who).get(path).status_code for who in ("chi", "lan", "an", "giang")}
        assert answers == {"chi": 200, "lan": 403, "an": 403, "giang": 404}

    @pytest.mark.parametrize("who", ["an", "binh", "chi", "lan", "dung", "minh", "giang"])
    def test_the_list_opens_for_everybody(self, agency: Agency, regime: Regime, signed_in: In, who: str):
        submit(agency, regime, "chi", when=at(14))
        answer = signed_in(who).get(reverse("reports:list"))
        assert answer.status_code == 200
        assert ("Phòng HCTP" in text(answer)) is False, "one unit alone needs no name; others' reports are not shown"


class TestFill:
    def test_the_form_starts_from_yesterday_and_the_list_of_the_unit(
        self, agency: Agency, regime: Regime, signed_in: In
    ):
        submit(agency, regime, "chi", when=at(14))
        tomorrow = date(2021, 7, 23)
        keep_appointments(at(0, day=tomorrow))
        with time_machine.travel(at(9, day=tomorrow), tick=False):
            page = signed_in("chi").get(reverse("reports:fill", args=[due_of(regime, agency.civil, tomorrow).pk]))
        assert "hôm qua 6" in text(page)
        assert "theo danh sách đơn vị: 2" in text(page)
        assert page.context["form"]["present"].value() == 6
        assert page.context["form"]["f1_new"].value() == 0
        assert "data-offline" in text(page)

    def test_sending_leads_to_the_receipt(self, agency: Agency, regime: Regime, signed_in: In):
        due, chi = due_of(regime, agency.civil), signed_in("chi")
        path = reverse("reports:fill", args=[due.pk])
        told = VALUES | {"idempotency_key": str(uuid4()), "claimed_at": "2021-07-22T07:20:00.000Z"}
        answer = chi.post(path, told)
        sent = Submission.objects.get()
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/reports/submissions/{sent.pk}/")
        assert (sent.received_at, sent.claimed_at) == (at(14, 30), at(14, 20))
        page = text(chi.get(answer.headers["Location"]))
        assert "Đã nhận 14:30:00, trước hạn 30 phút" in page
        assert sent.receipt in page
        assert "14:20:00" in page, "both clocks are told when they differ"
        again = chi.post(path, told)
        assert again.headers["Location"] == answer.headers["Location"]
        assert chi.get(path).headers["Location"] == answer.headers["Location"]

    def test_faults_come_back_with_everything_typed(self, agency: Agency, regime: Regime, signed_in: In):
        path = reverse("reports:fill", args=[due_of(regime, agency.civil).pk])
        key = str(uuid4())
        told = VALUES | {"present": "3", "f1_total": "1.000", "difficulties": "Đang gõ dở", "idempotency_key": key}
        page = signed_in("chi").post(path, told)
        assert page.status_code == 422
        assert "Có mặt, làm từ xa và nghỉ cộng lại phải bằng tổng số người." in text(page)
        assert "Ghi liền: 1000." in text(page)
        assert "Đang gõ dở" in text(page)
        assert key in text(page), "the same sending goes on"
        assert not Submission.objects.exists()

    def test_a_second_report_is_a_refusal_in_words(self, agency: Agency, regime: Regime, signed_in: In):
        path = reverse("reports:fill", args=[due_of(regime, agency.civil).pk])
        chi = signed_in("chi")
        chi.post(path, VALUES | {"idempotency_key": str(uuid4())})
        answer = chi.post(path, VALUES | {"idempotency_key": str(uuid4())})
        assert answer.status_code == 409
        assert "Đơn vị đã báo cáo kỳ này" in text(answer)

    def test_without_scripts_and_with_a_broken_clock_it_is_received(
        self, agency: Agency, regime: Regime, signed_in: In
    ):
        path = reverse("reports:fill", args=[due_of(regime, agency.civil).pk])
        told = VALUES | {"idempotency_key": "hỏng", "claimed_at": "hôm qua"}
        assert signed_in("chi").post(path, told).status_code == 302
        assert Submission.objects.get().claimed_at is None

    @pytest.mark.parametrize("name", ["idempotency_key", "key"])
    def test_nil_in_one_tap(self, agency: Agency, regime: Regime, signed_in: In, name: str):
        due, chi = due_of(regime, agency.civil), signed_in("chi")
        path, told = reverse("reports:nil", args=[due.pk]), {name: str(uuid4())}
        first = chi.post(path, told)
        assert chi.post(path, told).headers["Location"] == first.headers["Location"]
        due.refresh_from_db()
        assert (due.state, due.is_nil) == (DueState.DONE, True)
        assert "không phát sinh" in text(chi.get(first.headers["Location"]))

    def test_the_draft_is_kept_and_shown_again(self, agency: Agency, regime: Regime, signed_in: In):
        due, chi = due_of(regime, agency.civil), signed_in("chi")
        answer = chi.post(reverse("reports:draft", args=[due.pk]), {"present": "9", "difficulties": "nháp"})
        assert answer.json() == {"saved_at": "14:30"}
        assert Draft.objects.get().values == {"present": "9", "difficulties": "nháp"}
        assert "nháp" in text(chi.get(reverse("reports:fill", args=[due.pk])))

    def test_late_says_late_and_asks_why(self, agency: Agency, regime: Regime, signed_in: In):
        due, chi = due_of(regime, agency.civil), signed_in("chi")
        with time_machine.travel(at(15), tick=False):
            assert "Đã quá hạn" in text(chi.get(reverse("reports:fill", args=[due.pk])))
            place = chi.post(reverse("reports:fill", args=[due.pk]), VALUES).headers["Location"]
            assert "trễ chưa đến 1 phút" in text(chi.get(place))
            assert "cần giải trình" in text(chi.get(place))
            wrong = chi.post(reverse("reports:explain", args=[due.pk]), {"reason": " "})
            assert wrong.status_code == 422
            chi.post(reverse("reports:explain", args=[due.pk]), {"reason": "Mất điện"})
        due.refresh_from_db()
        assert due.explanation == "Mất điện"
        assert "đã giải trình" in text(chi.get(place))


class TestCorrect:
    def test_a_correction_shows_both_versions(self, agency: Agency, regime: Regime, signed_in: In):
        first = submit(agency, regime, "chi", when=at(14))
        path, chi = reverse("reports:correct", args=[first.due_id]), signed_in("chi")
        assert "đã gửi 1" in text(chi.get(path))
        assert chi.post(path, VALUES | {"f1_total": "2"}).status_code == 422, "a reason is wanted"
        answer = chi.post(path, VALUES | {"f1_total": "2", "reason": "Ghi nhầm"})
        page = text(chi.get(answer.headers["Location"]))
        assert "Ghi nhầm" in page
        assert "Bản 1" in page
        assert "đã được thay" in text(chi.get(reverse("reports:submission", args=[first.pk])))


class TestAdHoc:
    TOLD = {"matter": "Một viên chức sốt", "course": "Từ sáng", "measures": "Đã báo trạm"}

    def test_sent_for_the_own_unit(self, agency: Agency, regime: Regime, signed_in: In):
        path, chi = reverse("reports:ad_hoc", args=[regime.pk]), signed_in("chi")
        answer = chi.post(path, self.TOLD | {"unit": agency.civil.pk, "idempotency_key": str(uuid4())})
        assert answer.status_code == 302
        assert "Một viên chức sốt" in text(chi.get(answer.headers["Location"]))
        assert "Một viên chức sốt" in text(signed_in("binh").get(reverse("reports:list")))
        assert "Một viên chức sốt" not in text(signed_in("ha").get(reverse("reports:list")))

    def test_not_for_another(self, agency: Agency, regime: Regime, signed_in: In):
        path = reverse("reports:ad_hoc", args=[regime.pk])
        assert signed_in("chi").post(path, self.TOLD | {"unit": agency.legal.pk}).status_code == 422
        assert not Submission.objects.exists()


class TestPeriod:
    def test_it_shows_units_totals_and_who_is_missing(self, agency: Agency, regime: Regime, signed_in: In):
        submit(agency, regime, "chi", when=at(14), difficulties="Thiếu khẩu trang")
        page = text(signed_in("binh").get(reverse("reports:period", args=[today(regime).pk])))
        for words in ("Phòng", "chưa báo cáo", "Nhắc 3 đơn vị", "Thiếu khẩu trang", "/ 4 đơn vị"):
            assert words in page
        missing = text(signed_in("binh").get(reverse("reports:period", args=[today(regime).pk]) + "?show=missing"))
        assert "14:00</a>" not in missing

    def test_what_units_wrote_is_shown_as_text(self, agency: Agency, regime: Regime, signed_in: In):
        sent = submit(agency, regime, "chi", when=at(14), difficulties="<i>Thiếu</i> khẩu trang\nvà nước")
        page = signed_in("binh").get(reverse("reports:period", args=[today(regime).pk])).content.decode()
        assert "&lt;i&gt;Thiếu&lt;/i&gt; khẩu trang<br>và nước" in page
        assert f'<a href="{reverse("reports:submission", args=[sent.pk])}"><b>' in page

    def test_a_figure_opens_to_its_reports(self, agency: Agency, regime: Regime, signed_in: In):
        sent = submit(agency, regime, "chi", when=at(14))
        page = text(signed_in("an").get(reverse("reports:figure", args=[today(regime).pk, "f1_total"])))
        assert "Hồ Linh Chi" in page
        assert f"/reports/submissions/{sent.pk}/" in page
        assert signed_in("an").get(reverse("reports:figure", args=[today(regime).pk, "nothing"])).status_code == 404

    def test_approval_then_what_changed(self, agency: Agency, regime: Regime, signed_in: In):
        submit(agency, regime, "chi", when=at(14))
        place, binh = reverse("reports:period", args=[today(regime).pk]), signed_in("binh")
        binh.post(reverse("reports:approve", args=[today(regime).pk]), {"note": "Ổn"})
        assert "Từ đó chưa có gì thay đổi" in text(binh.get(place))
        again = binh.post(reverse("reports:approve", args=[today(regime).pk]))
        assert again.status_code == 409
        actions.correct_report(
            due_of(regime, agency.civil), values={**VALUES, "f1_total": "2"}, reason="x", key=uuid4(),
            by=agency.actor("chi"), at=at(14, 20),
        )  # fmt: skip
        page = text(binh.get(place))
        assert "thay đổi từ khi duyệt lần 1" in page
        assert "F1 tổng 1 → 2" in page

    def test_a_notice_leads_each_to_the_own_place(self, agency: Agency, regime: Regime, signed_in: In):
        path = reverse("reports:mine", args=[today(regime).pk])
        due = due_of(regime, agency.civil)
        assert signed_in("chi").get(path).headers["Location"] == f"/reports/due/{due.pk}/"
        assert signed_in("an").get(path).headers["Location"] == f"/reports/periods/{today(regime).pk}/"
        assert signed_in("giang").get(path).status_code == 404


class TestRegime:
    SETTINGS = {
        "day_rule": "working_days",
        "closing": "until_sending",
        "limit": "14:00",
        "consolidation_limit": "15:30",
        "ends_on": "",
    }

    @pytest.mark.parametrize(
        ("who", "status"), [("an", 200), ("binh", 200), ("chi", 200), ("lan", 200), ("minh", 200), ("giang", 404)]
    )
    def test_it_says_who_reports_what_when(self, agency: Agency, regime: Regime, signed_in: In, who: str, status: int):
        page = signed_in(who).get(reverse("reports:regime", args=[regime.pk]))
        assert page.status_code == status
        if status == 200:
            assert "Đơn vị gửi trước" in text(page)
            assert ("Sửa chế độ" in text(page)) is (who == "binh")

    def test_changed_from_the_next_period_on(self, agency: Agency, regime: Regime, signed_in: In):
        path = reverse("reports:regime", args=[regime.pk])
        assert signed_in("binh").post(path, self.SETTINGS).status_code == 302
        regime.refresh_from_db()
        assert (regime.day_rule, f"{regime.limit:%H:%M}") == ("working_days", "14:00")
        assert today(regime).due_at == at(15)
        keep_appointments(at(0, day=date(2021, 7, 23)))
        assert today(regime, date(2021, 7, 23)).due_at == at(14, day=date(2021, 7, 23))
        assert signed_in("binh").post(path, self.SETTINGS).status_code == 409, "nothing changed"

    def test_refused_to_others_and_when_it_contradicts_itself(self, agency: Agency, regime: Regime, signed_in: In):
        path = reverse("reports:regime", args=[regime.pk])
        assert signed_in("chi").post(path, self.SETTINGS).status_code == 403
        wrong = signed_in("binh").post(path, self.SETTINGS | {"consolidation_limit": "13:00"})
        assert wrong.status_code == 422
        assert "Cơ quan tổng hợp trước cả hạn của đơn vị." in text(wrong)
        assert signed_in("binh").post(path, self.SETTINGS | {"ends_on": "2021-07-01"}).status_code == 422

    def test_ended_and_prolonged(self, agency: Agency, regime: Regime, signed_in: In):
        path, binh = reverse("reports:regime", args=[regime.pk]), signed_in("binh")
        binh.post(path, self.SETTINGS | {"ends_on": "2021-07-22"})
        keep_appointments(at(9, day=date(2021, 7, 26)))
        assert regime.periods.count() == 1
        with time_machine.travel(at(9, day=date(2021, 7, 26)), tick=False):
            binh.post(path, self.SETTINGS | {"ends_on": "2021-07-27"})
        keep_appointments(at(9, day=date(2021, 7, 30)))
        assert [period.day.day for period in regime.periods.order_by("day")] == [22, 27]


def test_an_ad_hoc_report_is_told_to_the_office_at_once(agency: Agency, regime: Regime, signed_in: In):
    from quantriet.apps.notices.models import Notice

    told = TestAdHoc.TOLD | {"unit": agency.civil.pk, "idempotency_key": str(uuid4())}
    signed_in("chi").post(reverse("reports:ad_hoc", args=[regime.pk]), told)
    notice = Notice.objects.get(title__startswith="Báo cáo đột xuất")
    assert (notice.person.code, notice.is_urgent) == ("binh", True)
    assert "sốt" not in notice.title + notice.body


class TestHomePage:
    def test_a_report_stands_under_what_is_owed_and_then_under_what_was_sent(
        self, agency: Agency, regime: Regime, signed_in: In
    ):
        client, due = signed_in("chi"), due_of(regime, agency.civil)
        before = client.get("/").context["today"]
        assert ([item.due for item in before.owed], before.handed_in) == ([due], [])
        client.post(reverse("reports:nil", args=[due.pk]), {"idempotency_key": uuid4()})
        page = client.get("/")
        after = page.context["today"]
        assert (after.owed, [item.due for item in after.handed_in]) == ([], [due])
        assert "nhận lúc 14:30:00 · không phát sinh" in text(page)
        assert client.get(after.handed_in[0].path, follow=True).context["sent"].is_nil

    def test_what_was_sent_yesterday_is_no_news(self, agency: Agency, regime: Regime, signed_in: In):
        signed_in("chi").post(
            reverse("reports:nil", args=[due_of(regime, agency.civil).pk]), {"idempotency_key": uuid4()}
        )
        with time_machine.travel(at(0, 1, day=date(2021, 7, 23)), tick=False):
            assert signed_in("chi").get("/").context["today"].handed_in == []
