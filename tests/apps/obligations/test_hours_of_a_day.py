"""Several hours of a day: each is work of its own, with its own dues and, of a report, its own consolidation."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.urls import reverse

from quantriet.apps.clock.appointments import keep_appointments
from quantriet.apps.clock.moment import zone
from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.adoption import adopt_document
from quantriet.apps.obligations.models import Due, Obligation
from quantriet.apps.obligations.review_when import hours_of
from quantriet.apps.reports.models import Regime
from quantriet.engines.timetable import Timetable
from tests.apps.documents.samples import LETTER
from tests.apps.documents.test_actions import receive
from tests.apps.documents.test_views import signed_in
from tests.apps.obligations.test_review import form_of, item_of, send
from tests.support.agency import Agency, at

TWICE = "hằng ngày trước 10h00 và trước 16h00"


def letter(agency: Agency, words: str) -> Document:
    """The letter, with a duty of the office in these words."""
    begin, _duty, rest = LETTER.partition("3. Giao Văn phòng Sở")
    end = rest[rest.index("\n\nNơi nhận") :]
    return receive(agency, f"{begin}3. Giao Văn phòng Sở {words}.{end}")


def dues_of(title: str) -> list[str]:
    dues = Due.objects.filter(obligation__title__icontains=title).order_by("due_at")
    return [f"{due.due_at.astimezone(zone()):%d/%m %H:%M}" for due in dues if due.due_at]


def test_work_twice_a_day_is_owed_at_both_hours(agency: Agency) -> None:
    adopt_document(letter(agency, f"tổ chức phun khử khuẩn trụ sở {TWICE}"), by=agency.actor("binh"), at=at(9))
    for day in (22, 23):
        keep_appointments(at(23, day=date(2021, 7, day)))
    titles = Obligation.objects.filter(title__icontains="khử khuẩn").values_list("title", flat=True)
    assert {title.rpartition(" (")[2] for title in titles} == {"kỳ 10:00)", "kỳ 16:00)"}
    rules = (
        Obligation.objects.filter(title__icontains="khử khuẩn").order_by("position").values_list("timetable", flat=True)
    )
    assert [Timetable.from_dict(rule).describe() for rule in rules] == [
        "hằng ngày, trước 10:00",
        "hằng ngày, trước 16:00",
    ]
    assert dues_of("khử khuẩn")[:4] == ["22/07 10:00", "22/07 16:00", "23/07 10:00", "23/07 16:00"]


def test_a_report_twice_a_day_has_a_regime_for_each_hour(agency: Agency) -> None:
    document = letter(agency, f"báo cáo tình hình trực phòng, chống dịch {TWICE}")
    assert item_of(document, "tình hình trực")["fulfilment"] == "report"
    adopt_document(document, by=agency.actor("binh"), at=at(9))
    regimes = Regime.objects.filter(obligation__title__icontains="tình hình trực").order_by("limit")
    assert [regime.limit for regime in regimes] == [time(10), time(16)]
    assert all(regime.consolidation_limit >= regime.limit for regime in regimes)
    home = signed_in(agency, "binh").get("/").content.decode()
    assert home.count("Chưa mở kỳ nào, bắt đầu từ ") == Regime.objects.count()  # the letter asks for another one
    assert "0 trên 0" not in home
    assert [regime.name.rpartition(" (")[2] for regime in regimes] == ["kỳ 10:00)", "kỳ 16:00)"]


def test_hours_set_by_hand_are_owed(agency: Agency) -> None:
    document = letter(agency, "tổ chức phun khử khuẩn trụ sở hằng ngày")
    data = form_of(document)
    item = item_of(document, "khử khuẩn")["id"]
    data[f"{item}-time"], data[f"{item}-also_at"] = "08:00", "11h; 16h30"
    client = signed_in(agency, "binh")
    send(client, document, data, "save")
    page = client.get(reverse("obligations:review", args=[document.pk])).content.decode()
    assert "hằng ngày 3 lần, trước 08:00, 11:00 và 16:30" in page
    assert send(client, document, form_of(document), "adopt").status_code == 302
    assert Obligation.objects.filter(title__icontains="khử khuẩn").count() == 3


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({}, "hằng ngày 2 lần, trước 10:00 và 16:00"),
        ({"also_at": "16:00, 20:00"}, "hằng ngày 3 lần, trước 10:00, 16:00 và 20:00"),
        ({"also_at": ""}, "hằng ngày, trước 10:00"),
        ({"also_at": "", "time": ""}, "hằng ngày 2 lần"),
    ],
    ids=["as read", "one more", "one alone", "none"],
)
def test_how_often_follows_the_hours(agency: Agency, hours: dict[str, str], words: str) -> None:
    document = letter(agency, f"tổ chức phun khử khuẩn trụ sở {TWICE}")
    data = form_of(document)
    item = item_of(document, "khử khuẩn")["id"]
    for name, value in hours.items():
        data[f"{item}-{name}"] = value
    client = signed_in(agency, "binh")
    send(client, document, data, "save")
    page = client.get(reverse("obligations:review", args=[document.pk])).context["page"]
    assert next(row.when for row in page.rows if row.item["id"] == item) == words


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"time": "08:00", "also_at": "25:00"}, "Không có giờ này. Viết các giờ cách nhau bằng dấu phẩy"),
        ({"time": "08:00", "also_at": "chiều"}, "Không có giờ này. Viết các giờ cách nhau bằng dấu phẩy"),
        ({"time": "", "also_at": "16:00"}, "Chưa có giờ đầu."),
        ({"every": "0"}, "Viết một số từ 1 trở lên."),
        ({"every": "hai"}, "Viết một số nguyên."),
    ],
)
def test_wrong_hours_are_told_and_nothing_is_lost(agency: Agency, fields: dict[str, str], sentence: str) -> None:
    document = letter(agency, "tổ chức phun khử khuẩn trụ sở hằng ngày")
    data = form_of(document)
    item = item_of(document, "khử khuẩn")["id"]
    for name, value in fields.items():
        data[f"{item}-{name}"] = value
    answer = send(signed_in(agency, "binh"), document, data, "adopt")
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert item_of(document, "khử khuẩn")["when"] | fields == item_of(document, "khử khuẩn")["when"]
    assert not Obligation.objects.exists()


def test_hours_as_people_type_them() -> None:
    assert hours_of("7h30, 10:00;16h  9") == ["07:30", "10:00", "16:00", "09:00"]
    assert hours_of("") == []
