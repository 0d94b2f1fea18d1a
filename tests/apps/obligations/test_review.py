"""The working copy and its page: built from the reading, edited without scripts, nothing typed lost."""

from __future__ import annotations

import doctest
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from quantriet.apps.documents import actions as documents
from quantriet.apps.documents.models import Document
from quantriet.apps.obligations import review, review_forms, review_page
from quantriet.apps.obligations.review_forms import data_of
from quantriet.apps.organization.building import build_unit
from quantriet.apps.organization.models import Unit, UnitKind
from tests.apps.documents.samples import HOSTILE, LETTER
from tests.apps.documents.test_actions import receive
from tests.apps.documents.test_views import signed_in
from tests.support.agency import START, TODAY, Agency


def item_of(document: Document, words: str) -> Any:
    document.refresh_from_db()
    items = review.working_copy(document, TODAY)["items"]
    return next(item for item in items if words.lower() in item["title"].lower())


def form_of(document: Document) -> QueryDict:
    """What a browser would send when nothing has been changed."""
    document.refresh_from_db()
    copy = review.working_copy(document, TODAY)
    data = data_of(copy)
    data["seen"] = copy.get("saved_at", "")
    return data


def send(client: Client, document: Document, data: QueryDict, do: str) -> Any:
    data["do"] = do
    return client.post(
        reverse("obligations:review", args=[document.pk]),
        data.urlencode(),
        content_type="application/x-www-form-urlencoded",
    )


def test_examples_hold() -> None:
    assert doctest.testmod(review_page).failed == 0


def test_built_from_the_reading(agency: Agency) -> None:
    document = receive(agency)
    daily = item_of(document, "tình hình phòng cháy")
    assert daily["clause_label"] == "2"
    assert (daily["when"]["kind"], daily["when"]["time"]) == ("daily", "15:00")
    assert daily["fulfilment"] == "report"
    units = {given["unit"] for given in daily["assignments"]}
    assert units == {agency.civil.pk, agency.legal.pk, agency.centre.pk}
    assert "Báo cáo tình hình" in document.text[daily["start"] : daily["end"]]


def test_lead_and_support_are_told_apart(agency: Agency) -> None:
    listed = item_of(receive(agency), "danh sách")
    parts = {given["unit"]: given["part"] for given in listed["assignments"]}
    assert parts == {agency.office.pk: "lead", agency.civil.pk: "support"}
    assert (listed["when"]["on"], listed["when"]["bound"]) == ("2021-07-31", "before")


def test_items_stand_by_place(agency: Agency) -> None:
    items = review.working_copy(receive(agency), TODAY)["items"]
    assert [item["start"] for item in items] == sorted(item["start"] for item in items)


def test_unchanged_form_round_trips(agency: Agency) -> None:
    document = receive(agency)
    before = review.working_copy(document, TODAY)
    send(signed_in(agency, "dung"), document, form_of(document), "save")
    document.refresh_from_db()
    after = {key: value for key, value in document.review.items() if not key.startswith("saved")}
    assert after == before


def test_half_typed_values_survive(agency: Agency) -> None:
    document = receive(agency)
    item = item_of(document, "danh sách")
    data = form_of(document)
    data[f"{item['id']}-on"] = "31/02/2021"
    data[f"{item['id']}-title"] = ""
    data["head-issued_on"] = "20/7/"
    client = signed_in(agency, "dung")
    answer = client.post(
        reverse("obligations:review_autosave", args=[document.pk]),
        data.urlencode(),
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 200
    assert set(answer.json()) == {"saved_at"}
    page = client.get(reverse("obligations:review", args=[document.pk])).content.decode()
    assert "31/02/2021" in page
    assert 'value="20/7/"' in page


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("on", "31/02/2021", "Không có ngày này"),
        ("on", "", "Chưa có ngày"),
        ("time", "25:00", "Không có giờ này"),
        ("title", "", "Việc chưa có tên"),
        ("lead", None, "Chưa có đơn vị chủ trì"),
        ("kind", "hourly", "hourly"),
    ],
)
def test_faults_stand_on_their_field(agency: Agency, field: str, value: str | None, words: str) -> None:
    document = receive(agency)
    item = item_of(document, "danh sách")
    data = form_of(document)
    if value is None:
        del data[f"{item['id']}-{field}"]
    else:
        data[f"{item['id']}-{field}"] = value
    answer = send(signed_in(agency, "binh"), document, data, "adopt")
    assert answer.status_code == 422
    form = next(form for form in answer.context["sheet"].items if form.item["id"] == item["id"])
    assert words in " ".join(form.errors[field])
    assert words in answer.content.decode()


def test_no_unit_at_all_is_asked(agency: Agency) -> None:
    document = receive(agency)
    item = item_of(document, "danh sách")
    data = form_of(document)
    data.pop(f"{item['id']}-lead")
    data.pop(f"{item['id']}-support")
    answer = send(signed_in(agency, "binh"), document, data, "adopt")
    assert "Chưa có đơn vị nào nhận việc" in answer.content.decode()


def test_end_before_start_is_refused(agency: Agency) -> None:
    document = receive(agency)
    item = item_of(document, "tình hình phòng cháy")
    data = form_of(document)
    data[f"{item['id']}-since"], data[f"{item['id']}-until"] = "2021-08-02", "2021-08-01"
    answer = send(signed_in(agency, "binh"), document, data, "adopt")
    assert answer.status_code == 422
    assert "Ngày cuối đứng trước ngày đầu" in answer.content.decode()


def test_what_is_left_out_may_be_unfinished(agency: Agency) -> None:
    document = receive(agency)
    item = item_of(document, "danh sách")
    data = form_of(document)
    data.pop(f"{item['id']}-include")
    data.pop(f"{item['id']}-lead")
    assert send(signed_in(agency, "binh"), document, data, "adopt").status_code == 302


def test_add_split_and_drop(agency: Agency) -> None:
    document = receive(agency)
    client = signed_in(agency, "dung")
    count = len(review.working_copy(document, TODAY)["items"])
    daily = item_of(document, "tình hình phòng cháy")
    data = form_of(document)
    data["add-clause"] = "0"
    answer = send(client, document, data, "add")
    new = f"o{count + 1}"
    assert answer["Location"].endswith(f"#{new}")
    send(client, document, form_of(document), f"split:{daily['id']}")
    document.refresh_from_db()
    items = {item["id"]: item for item in document.review["items"]}
    assert len(items) == count + 2
    part = items[f"o{count + 2}"]
    assert part["assignments"] == items[daily["id"]]["assignments"]
    assert part["end"] == daily["end"]
    for gone in (new, part["id"], daily["id"]):
        send(client, document, form_of(document), f"drop:{gone}")
    document.refresh_from_db()
    items = {item["id"]: item for item in document.review["items"]}
    assert len(items) == count
    assert (items[daily["id"]]["include"], items[daily["id"]]["end"]) == (False, daily["end"])


def test_assign_by_the_words_of_the_document(agency: Agency) -> None:
    document = receive(agency)
    client = signed_in(agency, "dung")
    item = item_of(document, "danh sách")
    data = form_of(document)
    data[f"{item['id']}-phrase"] = "Phòng Phổ biến, giáo dục pháp luật"
    send(client, document, data, f"support:{item['id']}")
    parts = {given["unit"]: given["part"] for given in item_of(document, "danh sách")["assignments"]}
    assert parts[agency.legal.pk] == "support"
    data = form_of(document)
    data[f"{item['id']}-phrase"] = "Ban Quản lý chợ nổi"
    send(client, document, data, f"lead:{item['id']}")
    assert item_of(document, "danh sách")["unresolved"][0]["is_open"]
    assert send(signed_in(agency, "binh"), document, form_of(document), "adopt").status_code == 422


def test_one_answer_settles_a_question_everywhere(agency: Agency) -> None:
    build_unit(
        code="S-TTr", name="Thanh tra Sở", kind=UnitKind.INSPECTORATE, parent=agency.department, since=START, position=9
    )
    document = receive(agency)
    client = signed_in(agency, "dung")
    url = reverse("obligations:review", args=[document.pk])
    asked = [concern for concern in client.get(url).context["page"].concerns if concern.ask]
    assert len(asked) == 1
    inspectorate = Unit.objects.get(code="S-TTr").pk
    copy = review.working_copy(document, TODAY)
    assert sum(inspectorate in [one["unit"] for one in item["assignments"]] for item in copy["items"]) > 1
    send(client, document, form_of(document), f"no:{asked[0].ask}")
    document.refresh_from_db()
    copy = review.working_copy(document, TODAY)
    assert not any(inspectorate in [one["unit"] for one in item["assignments"]] for item in copy["items"])
    assert not [concern for concern in client.get(url).context["page"].concerns if concern.ask]


@pytest.mark.parametrize(
    "do", ["yes:o1.9", "no:zz", "yes:", "split:zz", "drop:", "lead:o1", "clear:zz", "nonsense", ""]
)
def test_odd_orders_change_nothing(agency: Agency, do: str) -> None:
    document = receive(agency)
    before = review.working_copy(document, TODAY)["items"]
    assert send(signed_in(agency, "dung"), document, form_of(document), do).status_code == 302
    document.refresh_from_db()
    assert document.review["items"] == before


def test_work_of_other_agencies_is_left_out_at_once(agency: Agency) -> None:
    text = LETTER.replace("Giao Văn phòng Sở chủ trì, phối hợp với Phòng Hành chính tư pháp", "UBND các huyện")
    document = receive(agency, text)
    client = signed_in(agency, "binh")
    url = reverse("obligations:review", args=[document.pk])
    concern = next(one for one in client.get(url).context["page"].concerns if one.leave)
    assert concern.is_blocking
    send(client, document, form_of(document), f"leave:{concern.leave}")
    assert not [one for one in client.get(url).context["page"].concerns if one.leave]
    assert send(client, document, form_of(document), "adopt").status_code == 302


def test_a_field_set_right_is_no_concern_any_more(agency: Agency) -> None:
    document = receive(agency, LETTER.replace("Số: 45/STP-VP", "Số:    /STP-VP"))
    client = signed_in(agency, "dung")
    url = reverse("obligations:review", args=[document.pk])
    assert any(one.anchor == "id_head-number" for one in client.get(url).context["page"].concerns)
    data = form_of(document)
    data["head-number"] = "45/STP-VP"
    send(client, document, data, "save")
    assert not any(one.anchor == "id_head-number" for one in client.get(url).context["page"].concerns)


def test_a_foreign_unit_is_never_taken(agency: Agency) -> None:
    document = receive(agency)
    item = item_of(document, "danh sách")
    data = form_of(document)
    data.setlist(f"{item['id']}-lead", [str(agency.other_division.pk), "x", "²", str(agency.office.pk)])
    send(signed_in(agency, "dung"), document, data, "save")
    units = {given["unit"] for given in item_of(document, "danh sách")["assignments"]}
    assert agency.other_division.pk not in units
    assert agency.office.pk in units


def test_two_reviewers_do_not_overwrite_each_other(agency: Agency) -> None:
    document = receive(agency)
    old = form_of(document)
    send(signed_in(agency, "dung"), document, form_of(document), "save")
    old["head-abstract"] = "Trích yếu của Bình"
    answer = send(signed_in(agency, "binh"), document, old, "save")
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Người khác vừa sửa" in page
    assert "Trích yếu của Bình" in page
    document.refresh_from_db()
    assert document.review["letterhead"]["abstract"] != "Trích yếu của Bình"


@pytest.mark.parametrize(
    ("name", "see", "save"),
    [
        ("binh", 200, 302),
        ("dung", 200, 302),
        ("an", 200, 403),
        ("chi", 404, 404),
        ("lan", 404, 404),
        ("giang", 404, 404),
    ],
)
def test_who_may_see_and_save(agency: Agency, name: str, see: int, save: int) -> None:
    document = receive(agency)
    client = signed_in(agency, name)
    url = reverse("obligations:review", args=[document.pk])
    assert client.get(url).status_code == see
    assert send(client, document, form_of(document), "save").status_code == save


def test_the_clerk_prepares_but_does_not_adopt(agency: Agency) -> None:
    document = receive(agency)
    client = signed_in(agency, "dung")
    assert "Duyệt và giao việc" not in client.get(reverse("obligations:review", args=[document.pk])).content.decode()
    assert send(client, document, form_of(document), "adopt").status_code == 403


def test_hostile_text_is_only_text(agency: Agency) -> None:
    document = receive(agency, HOSTILE)
    page = signed_in(agency, "binh").get(reverse("obligations:review", args=[document.pk])).content.decode()
    assert "<script>alert" not in page
    assert "<b>Văn" not in page
    assert "&lt;script&gt;" in page


def test_page_shows_marks_and_questions(agency: Agency) -> None:
    document = receive(agency, LETTER.replace("Phòng Hành chính tư pháp", "Phòng Kế hoạch biển"))
    answer = signed_in(agency, "binh").get(reverse("obligations:review", args=[document.pk]))
    page = answer.content.decode()
    for row in answer.context["page"].rows:
        for span in row.span_ids.split():
            assert f'data-span="{span}"' in page
    assert any("Phòng Kế hoạch biển" in concern.why for concern in answer.context["page"].concerns)


def test_page_asks_a_bounded_number_of_queries(agency: Agency, django_assert_max_num_queries: Any) -> None:
    document = receive(agency)
    client = signed_in(agency, "binh")
    url = reverse("obligations:review", args=[document.pk])
    client.get(url)
    with django_assert_max_num_queries(32):
        client.get(url)


def test_nothing_read_still_gives_a_page(agency: Agency) -> None:
    document = receive(agency, "abc")
    assert signed_in(agency, "binh").get(reverse("obligations:review", args=[document.pk])).status_code == 200
    answer = send(signed_in(agency, "binh"), document, form_of(document), "adopt")
    assert answer.status_code == 422


def test_after_adoption_the_review_leads_to_the_document(agency: Agency) -> None:
    document = receive(agency)
    documents.adopt_text(document=document, letterhead={}, by=agency.actor("binh"), at=document.received_at)
    assert signed_in(agency, "binh").get(reverse("obligations:review", args=[document.pk])).status_code == 302


def test_many_units_are_assigned_by_words(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    """An agency with more units than can be ticked: the form carries none of them, the copy keeps them all."""
    monkeypatch.setattr(review_forms, "LISTED_UNITS", 2)
    document = receive(agency)
    client = signed_in(agency, "binh")
    url = reverse("obligations:review", args=[document.pk])
    assert "«Trưởng các phòng chuyên môn»: 2 đơn vị" in client.get(url).content.decode()
    data = QueryDict(mutable=True)
    for key, values in form_of(document).lists():
        if not key.endswith(("-lead", "-support")):
            data.setlist(key, values)
    item = item_of(document, "danh sách")
    send(client, document, data, f"clear:{item['id']}")
    assert item_of(document, "danh sách")["assignments"] == []
    data["seen"] = document.review.get("saved_at", "")
    data[f"{item['id']}-phrase"] = "các đơn vị sự nghiệp"
    send(client, document, data, f"lead:{item['id']}")
    assert [given["unit"] for given in item_of(document, "danh sách")["assignments"]] == [agency.centre.pk]
    assert len(item_of(document, "tình hình phòng cháy")["assignments"]) == 3
    assert send(client, document, data, "adopt").status_code == 302


def test_stale_autosave_is_refused_and_keeps_the_other_copy(agency: Agency) -> None:
    document = receive(agency)
    old = form_of(document)
    send(signed_in(agency, "dung"), document, form_of(document), "save")
    answer = signed_in(agency, "binh").post(
        reverse("obligations:review_autosave", args=[document.pk]),
        old.urlencode(),
        content_type="application/x-www-form-urlencoded",
        headers={"accept": "application/json"},
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "documents.review_stale")
    document.refresh_from_db()
    assert document.review["saved_by"] == agency.users["dung"].pk
