"""Adoption: all the work of a document set going at once, once, by whom it may be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from quantriet.apps.documents import actions as documents
from quantriet.apps.documents.models import DocumentState
from quantriet.apps.ledger.models import Act
from quantriet.apps.notices.models import Notice
from quantriet.apps.obligations import adoption, review
from quantriet.apps.obligations.adoption import adopt_document
from quantriet.apps.obligations.models import Assignment, Due, Obligation, Part
from quantriet.engines.kernel.problem import Problem, Problems
from tests.apps.documents.samples import LETTER
from tests.apps.documents.test_actions import receive
from tests.apps.documents.test_views import signed_in
from tests.apps.obligations.test_review import form_of, item_of, send
from tests.support.agency import TODAY, Agency, at


def test_all_the_work_is_written(agency: Agency) -> None:
    document = receive(agency)
    obligations = adopt_document(document, by=agency.actor("binh"), at=at(10))
    document.refresh_from_db()
    assert document.state == DocumentState.ADOPTED
    assert [one.position for one in obligations] == list(range(1, len(obligations) + 1))
    for one in Obligation.objects.filter(document=document):
        assert one.clause is not None
        assert one.clause.start <= one.start < one.end <= len(document.text)
        assert one.assignments.exists()
    listed = Obligation.objects.get(title__icontains="danh sách")
    assert listed.timetable["on"] == "2021-07-31"
    assert set(listed.assignments.values_list("unit", "part")) == {
        (agency.office.pk, Part.LEAD),
        (agency.civil.pk, Part.SUPPORT),
    }
    assert Due.objects.filter(obligation=listed).count() == 2


def test_daily_and_ad_hoc_reports_make_one_regime(agency: Agency) -> None:
    adopt_document(receive(agency), by=agency.actor("binh"), at=at(10))
    from quantriet.apps.reports.models import Regime

    regime = Regime.objects.get()
    assert regime.ad_hoc is not None
    assert regime.limit.hour == 15


def test_adoption_is_recorded_and_heads_are_told(agency: Agency) -> None:
    document = receive(agency)
    adopt_document(document, by=agency.actor("binh"), at=at(10))
    verbs = set(Act.objects.values_list("verb", flat=True))
    assert {"document.adopted", "document.assigned", "obligation.assigned"} <= verbs
    told = set(
        Notice.objects.filter(key=f"document-{document.pk}-adopted").values_list("person__user__username", flat=True)
    )
    assert told == {"chi", "ha", "khang"}


@pytest.mark.parametrize("name", ["dung", "an", "chi", "lan", "minh", "giang"])
def test_adoption_is_refused_without_the_right(agency: Agency, name: str) -> None:
    document = receive(agency)
    with pytest.raises(Problem, match="no_adopt_documents"):
        adopt_document(document, by=agency.actor(name), at=at(10))
    assert not Obligation.objects.exists()


def test_adopted_once(agency: Agency) -> None:
    document = receive(agency)
    adopt_document(document, by=agency.actor("binh"), at=at(10))
    count = Obligation.objects.count()
    with pytest.raises(Problem, match="not_waiting"):
        adopt_document(document, by=agency.actor("binh"), at=at(10))
    assert Obligation.objects.count() == count


def test_set_aside_is_not_adopted(agency: Agency) -> None:
    document = receive(agency)
    documents.set_aside(document=document, by=agency.actor("binh"), at=at(9))
    with pytest.raises(Problem, match="not_waiting"):
        adopt_document(document, by=agency.actor("binh"), at=at(10))


def test_unresolved_assignee_refuses(agency: Agency) -> None:
    document = receive(agency, LETTER.replace("Phòng Hành chính tư pháp", "Phòng Kế hoạch biển"))
    with pytest.raises(Problems) as refused:
        adopt_document(document, by=agency.actor("binh"), at=at(10))
    assert any("Phòng Kế hoạch biển" in item.what for item in refused.value.items)
    assert not Obligation.objects.exists()


def test_reviewed_values_win_over_the_reading(agency: Agency) -> None:
    document = receive(agency)
    data = form_of(document)
    item = item_of(document, "danh sách")
    data["head-number"], data["head-issued_on"] = "46 / STP – VP", "21/07/2021"
    data[f"{item['id']}-on"], data[f"{item['id']}-bound"] = "05/08/2021", "by"
    data[f"{item['id']}-title"] = "Lập danh sách tập huấn"
    answer = send(signed_in(agency, "binh"), document, data, "adopt")
    assert answer.status_code == 302
    document.refresh_from_db()
    assert (document.number, document.issued_on) == ("46/STP-VP", date(2021, 7, 21))
    one = Obligation.objects.get(title="Lập danh sách tập huấn")
    assert (one.timetable["on"], one.timetable["is_inclusive"]) == ("2021-08-05", True)


def test_a_way_that_refuses_undoes_everything(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    document = receive(agency)

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise Problem("x.option", "Giờ tổng hợp sớm hơn hạn.", field="limit")

    monkeypatch.setattr("quantriet.apps.reports.fulfilment.Report.start", refuse)
    answer = send(signed_in(agency, "binh"), document, form_of(document), "adopt")
    assert answer.status_code == 422
    assert "Giờ tổng hợp sớm hơn hạn" in answer.content.decode()
    document.refresh_from_db()
    assert document.is_waiting
    assert not Obligation.objects.exists()
    assert not Notice.objects.exists()


def test_page_adopts_and_leads_on(agency: Agency) -> None:
    document = receive(agency)
    answer = send(signed_in(agency, "binh"), document, form_of(document), "adopt")
    assert (answer.status_code, answer["Location"]) == (302, reverse("insight:document", args=[document.pk]))
    assert Assignment.objects.filter(unit=agency.civil).exists()


def test_closing_formula_is_left_out(agency: Agency) -> None:
    text = LETTER.replace("Nơi nhận:", "Yêu cầu Trưởng các phòng nghiêm túc thực hiện./.\n\nNơi nhận:")
    items = review.working_copy(receive(agency, text), TODAY)["items"]
    assert [item["include"] for item in items if item["type"] == "closing"] == [False]


def test_statements_do_not_grow_with_the_units(agency: Agency, django_assert_max_num_queries: Any) -> None:
    document = receive(agency)
    with django_assert_max_num_queries(120):
        adopt_document(document, by=agency.actor("binh"), at=at(10))
    assert connection.queries_limit
    assert adoption.unit_choices(agency.department.pk)
