"""A term of several parts keeps them all: text, review, form as sent, obligation, dues."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from quantriet.apps.clock.appointments import keep_appointments
from quantriet.apps.clock.moment import local_day
from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.adoption import adopt_document
from quantriet.apps.obligations.models import Due, Obligation
from quantriet.apps.reports.fulfilment import Report
from quantriet.apps.reports.models import DayRule
from tests.apps.documents.samples import LETTER
from tests.apps.documents.test_actions import receive
from tests.apps.documents.test_views import signed_in
from tests.apps.obligations.test_review import form_of, item_of, send
from tests.support.agency import Agency, at

SCHEDULE = "01 lần/ngày trong 01 tuần đầu; 03 lần/tuần trong 2 tuần tiếp theo"
ROUNDS = "đợt 1 trước ngày 15/8/2021, đợt 2 trước ngày 30/9/2021"
FORTNIGHT = "hai tuần một lần"
WORDS = {
    SCHEDULE: "hằng ngày, trong 7 ngày; sau đó hằng tuần 3 lần, trong 14 ngày",
    ROUNDS: "trước ngày 15/8/2021; và trước ngày 30/9/2021",
    FORTNIGHT: "2 tuần một lần",
}


def letter(agency: Agency, term: str) -> Document:
    """The letter, with a task of the office that is owed so."""
    begin, _duty, rest = LETTER.partition("3. Giao Văn phòng Sở")
    end = rest[rest.index("\n\nNơi nhận") :]
    return receive(agency, f"{begin}3. Giao Văn phòng Sở tổ chức phun khử khuẩn trụ sở {term}.{end}")


def duty() -> Obligation:
    return Obligation.objects.get(title__icontains="khử khuẩn")


def owed(last: date) -> list[str]:
    """The last days of the dues opened, when the clock has run until a day."""
    day = date(2021, 7, 22)
    while day <= last:
        keep_appointments(at(0, 1, day=day))
        day += timedelta(days=1)
    dues = Due.objects.filter(obligation=duty()).order_by("due_at")
    return [local_day(due.due_at - timedelta(seconds=1)).isoformat()[5:] for due in dues if due.due_at]


@pytest.mark.parametrize("term", WORDS)
def test_saved_untouched_and_adopted_it_is_whole(agency: Agency, term: str) -> None:
    document = letter(agency, term)
    before = item_of(document, "khử khuẩn")
    client = signed_in(agency, "binh")
    assert send(client, document, form_of(document), "save").status_code == 302
    after = item_of(document, "khử khuẩn")
    assert (after["when"], after["timetable"]) == (before["when"], before["timetable"])
    page = client.get(reverse("obligations:review", args=[document.pk])).content.decode()
    assert page.count(WORDS[term]) >= 2  # beside the title, and where the fields cannot show it
    assert send(client, document, form_of(document), "adopt").status_code == 302
    assert duty().timetable == before["timetable"]
    work = client.get(reverse("obligations:assignment", args=[duty().assignments.get().pk]))
    assert WORDS[term] in work.content.decode()


def test_dues_follow_a_schedule_that_changes(agency: Agency) -> None:
    adopt_document(letter(agency, SCHEDULE), by=agency.actor("binh"), at=at(10))
    days = owed(date(2021, 9, 1))
    assert days[:5] == ["07-22", "07-23", "07-24", "07-25", "07-26"]
    # the week of a letter of Tuesday 20/7 ends on 26/7, the two weeks after it on 9/8: Tuesday, Thursday, Sunday
    assert days[5:] == ["07-27", "07-29", "08-01", "08-03", "08-05", "08-08"]


def test_each_part_is_marked_in_the_text(agency: Agency) -> None:
    document = letter(agency, SCHEDULE)
    page = signed_in(agency, "binh").get(reverse("obligations:review", args=[document.pk])).context["page"]
    row = next(row for row in page.rows if "khử khuẩn" in row.item["title"])
    places = [int(one[1:]) for one in row.span_ids.split() if one.startswith("d")]
    assert [document.text[place:].split(" ")[:2] for place in places] == [["01", "lần/ngày"], ["03", "lần/tuần"]]


def test_each_round_is_owed(agency: Agency) -> None:
    adopt_document(letter(agency, ROUNDS), by=agency.actor("binh"), at=at(10))
    assert owed(date(2021, 8, 14)) == ["08-14"]
    assert owed(date(2021, 11, 1)) == ["08-14", "09-29"]


def test_a_term_from_the_day_of_issue_counts_from_it(agency: Agency) -> None:
    adopt_document(letter(agency, "trong 10 ngày kể từ ngày ban hành văn bản này"), by=agency.actor("binh"), at=at(10))
    assert duty().timetable["on"] == "2021-07-20"  # type: ignore[index]
    assert owed(date(2021, 7, 23)) == ["07-30"]


def test_a_round_already_past_is_owed_too(agency: Agency) -> None:
    term = "đợt 1 trước ngày 21/7/2021, đợt 2 trước ngày 30/9/2021"
    adopt_document(letter(agency, term), by=agency.actor("binh"), at=at(10))
    assert owed(date(2021, 7, 23)) == ["07-20", "09-29"]


@pytest.mark.parametrize(
    ("term", "typed", "words"),
    [
        (SCHEDULE, {"time": "15:00"}, "hằng ngày, trước 15:00, trong 7 ngày; sau đó hằng tuần 3 lần, trước 15:00"),
        (SCHEDULE, {"until": "2021-07-31"}, "hằng ngày"),
        (SCHEDULE, {"kind": "monthly", "month_day": "5", "since": "", "until": ""}, "hằng tháng, ngày 5"),
        (ROUNDS, {"on": "2021-08-20"}, "trước ngày 20/8/2021"),
        (FORTNIGHT, {"since": "2021-07-26"}, "2 tuần một lần"),
        (FORTNIGHT, {"weekday": "4"}, "2 tuần một lần, thứ Sáu"),
        (FORTNIGHT, {"every": "", "weekday": "4"}, "hằng tuần, thứ Sáu"),
    ],
)
def test_a_term_set_by_hand_is_the_whole_term(agency: Agency, term: str, typed: dict[str, str], words: str) -> None:
    document = letter(agency, term)
    data = form_of(document)
    item = item_of(document, "khử khuẩn")
    for field, value in typed.items():
        data[f"{item['id']}-{field}"] = value
    client = signed_in(agency, "binh")
    send(client, document, data, "save")
    page = client.get(reverse("obligations:review", args=[document.pk]))
    shown = next(row.when for row in page.context["page"].rows if row.item["id"] == item["id"])
    assert shown.startswith(words) if "sau đó" in words else shown == words


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({}, DayRule.EVERY_DAY),
        ({"further": [{"kind": "weekly"}], "lasting": "7d"}, DayRule.AS_DIRECTED),
        ({"every": 2}, DayRule.AS_DIRECTED),
    ],
)
def test_reports_of_a_changing_schedule_follow_the_text(agency: Agency, more: dict[str, object], rule: str) -> None:
    described = {"text": "báo cáo hằng ngày", "deadline": {"kind": "daily", "time": None, "text": "", **more}}
    assert next(option for option in Report().options(described) if option.code == "day_rule").initial == rule
