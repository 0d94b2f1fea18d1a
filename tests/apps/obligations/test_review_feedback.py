"""What the reviewer changes and confirms is kept with the saving, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

import quantriet
from quantriet.apps.documents.models import Document
from quantriet.apps.documents.problems import ReviewStale
from quantriet.apps.obligations import review_feedback
from quantriet.apps.obligations.adoption import adopt_document
from quantriet.apps.obligations.models import ReadField, ReadingFeedback
from quantriet.apps.obligations.review import working_copy
from quantriet.apps.obligations.review_feedback import feedback_visible_to, keep_review
from quantriet.apps.obligations.review_picks import who_field
from tests.apps.documents.test_actions import receive
from tests.apps.documents.test_views import signed_in
from tests.apps.obligations.doubtful import DOUBTFUL_NOTICE, concern, press
from tests.apps.obligations.test_review import form_of, item_of, send
from tests.support.agency import TODAY, Agency, at


@pytest.fixture
def document(agency: Agency) -> Document:
    return receive(agency, DOUBTFUL_NOTICE)


def rows(document: Document) -> dict[tuple[str, str], ReadingFeedback]:
    return {(row.item, row.field): row for row in ReadingFeedback.objects.filter(document=document)}


def set_field(agency: Agency, document: Document, name: str, field: str, value: str) -> str:
    """Somebody types a value into the first item and saves; returns the item."""
    item: str = item_of(document, "rà soát")["id"]
    data = form_of(document)
    data[f"{item}-{field}"] = value
    send(signed_in(agency, name), document, data, "save")
    return item


def test_saving_what_was_read_says_nothing(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    send(client, document, form_of(document), "save")
    data = form_of(document)
    for item in working_copy(document, TODAY)["items"]:  # as a browser fills the selects in
        data[f"{item['id']}-bound"] = data[f"{item['id']}-bound"] or "by"
    send(client, document, data, "save")
    assert rows(document) == {}


def test_a_change_is_kept_with_what_was_read(agency: Agency, document: Document) -> None:
    item = set_field(agency, document, "dung", "on", "2021-08-09")
    assert set(rows(document)) == {(item, "deadline")}
    row = rows(document)[item, "deadline"]
    assert (row.value_read, row.value_kept) == ("trước ngày 5/8/2021", "trước ngày 9/8/2021")
    assert (row.doubt, row.reason, row.is_changed) == (0.35, "không ghi năm, lấy năm của văn bản", True)
    assert (row.by, row.engine_version) == (agency.users["dung"], quantriet.__version__)
    assert "Phòng Tài chính rà soát" in document.text[row.start : row.end]
    assert row.clause_label == "1"


def test_a_change_taken_back_leaves_nothing(agency: Agency, document: Document) -> None:
    set_field(agency, document, "dung", "on", "2021-08-09")
    set_field(agency, document, "dung", "on", "2021-08-05")
    assert rows(document) == {}


def test_the_same_word_keeps_who_said_it_first(agency: Agency, document: Document) -> None:
    item = set_field(agency, document, "dung", "on", "2021-08-09")
    send(signed_in(agency, "binh"), document, form_of(document), "save")
    assert rows(document)[item, "deadline"].by == agency.users["dung"]
    set_field(agency, document, "binh", "on", "2021-08-10")
    assert rows(document)[item, "deadline"].by == agency.users["binh"]


def test_the_autosave_keeps_it_too(agency: Agency, document: Document) -> None:
    data = form_of(document)
    data["head-abstract"] = "Kết luận giao ban tháng 7"
    signed_in(agency, "dung").post(
        reverse("obligations:review_autosave", args=[document.pk]),
        data.urlencode(),
        content_type="application/x-www-form-urlencoded",
    )
    row = rows(document)["", "abstract"]
    assert (row.value_kept, row.start) == ("Kết luận giao ban tháng 7", None)


def test_an_express_word_confirms_one_value(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    press(client, document, concern(client, document, "deadline", "không ghi năm"), "Đúng")
    found = rows(document)
    assert [(key[1], row.is_changed) for key, row in found.items()] == [("deadline", False)]


def test_a_unit_picked_for_a_phrase_says_which(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    press(client, document, concern(client, document, who_field("Phòng Tài chính")), "Phòng Phổ biến")
    row = rows(document)[item_of(document, "rà soát")["id"], "lead"]
    assert (row.value_read, row.value_kept) == ("Phòng Tài chính", "Phòng Phổ biến, giáo dục pháp luật")
    assert (row.doubt, row.is_changed) == (0.7, True)
    assert "Không tìm thấy đơn vị" in row.reason


def test_a_stale_saving_says_nothing(agency: Agency, document: Document) -> None:
    send(signed_in(agency, "dung"), document, form_of(document), "save")
    document.refresh_from_db()
    copy = working_copy(document, TODAY)
    copy["letterhead"]["abstract"] = "khác"
    with pytest.raises(ReviewStale):
        keep_review(document, copy, by=agency.actor("binh"), at=at(10), seen="2021-07-22T00:00:00+07:00")
    assert rows(document) == {}


def adopt(agency: Agency, document: Document) -> dict[tuple[str, str], ReadingFeedback]:
    client = signed_in(agency, "dung")
    for words in ("Phòng Tài chính", "Phòng Tài chính, Phòng Hành chính tư pháp"):
        doubt = concern(client, document, who_field(words))
        press(client, document, doubt, "là đủ" if doubt.shown else "Phòng Phổ biến")
    document.refresh_from_db()
    adopt_document(document, by=agency.actor("binh"), at=at(11))
    return rows(document)


def test_the_adoption_confirms_all_the_rest(agency: Agency, document: Document) -> None:
    item = item_of(document, "danh sách")["id"]
    found = adopt(agency, document)
    head = {field for place, field in found if not place}
    assert head == {"kind", "number", "issued_on", "issuer", "parent_agency", "abstract", "signer"}
    mine = {field: row for (place, field), row in found.items() if place == item}
    assert set(mine) == {"include", "lead", "deadline", "type"}
    assert not any(row.is_changed for row in mine.values())
    assert all(row.value_read == row.value_kept for row in mine.values())
    assert {field for (_place, field), row in found.items() if row.is_changed} == {"lead"}
    assert all(row.reason or row.field == ReadField.INCLUDE for row in found.values())


def test_of_the_signer_no_name_is_kept(agency: Agency, document: Document) -> None:
    data = form_of(document)
    data["head-signer"] = "Người Ký Khác"
    send(signed_in(agency, "dung"), document, data, "save")
    row = rows(document)["", "signer"]
    assert (row.value_read, row.value_kept, row.is_changed) == ("", "", True)


def test_what_is_left_out_is_judged_as_no_work_and_no_further(agency: Agency, document: Document) -> None:
    item = item_of(document, "danh sách")["id"]
    send(signed_in(agency, "dung"), document, form_of(document), f"drop:{item}")
    found = {field: row for (place, field), row in rows(document).items() if place == item}
    assert set(found) == {"include"}
    assert (found["include"].value_read, found["include"].value_kept) == ("giao", "không giao")


def test_work_added_or_split_off_was_not_read(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    count = len(working_copy(document, TODAY)["items"])
    data = form_of(document)
    data["add-clause"] = "1"
    send(client, document, data, "add")
    send(client, document, form_of(document), f"split:{item_of(document, 'danh sách')['id']}")
    reasons = {place: row.reason for (place, field), row in rows(document).items() if field == "include"}
    assert reasons == {f"o{count + 1}": "không đọc thấy", f"o{count + 2}": "tách ra từ một việc đọc được"}


def test_it_goes_with_its_document(agency: Agency, document: Document) -> None:
    set_field(agency, document, "dung", "on", "2021-08-09")
    document.delete()
    assert not ReadingFeedback.objects.exists()


@pytest.mark.parametrize(
    ("name", "count"), [("binh", 1), ("dung", 1), ("an", 0), ("chi", 0), ("lan", 0), ("giang", 0), ("minh", 0)]
)
def test_who_sees_it(agency: Agency, document: Document, name: str, count: int) -> None:
    set_field(agency, document, "dung", "on", "2021-08-09")
    assert feedback_visible_to(agency.actor(name)).count() == count


def test_a_copy_of_before_has_nothing_to_say_of_units(agency: Agency, document: Document) -> None:
    copy = working_copy(document, TODAY)
    for item in copy["items"]:
        del item["proposed"]
        item["assignments"] = []
    keep_review(document, copy, by=agency.actor("dung"), at=at(10))
    assert rows(document) == {}


def test_a_saving_asks_few_queries(agency: Agency, document: Document, django_assert_max_num_queries: Any) -> None:
    client = signed_in(agency, "dung")
    send(client, document, form_of(document), "save")
    data = form_of(document)
    data["head-abstract"] = "khác"
    url = reverse("obligations:review_autosave", args=[document.pk])
    with django_assert_max_num_queries(26):
        client.post(url, data.urlencode(), content_type="application/x-www-form-urlencoded")


def test_of_many_units_the_first_are_named(agency: Agency) -> None:
    names = {f"#{no}": f"Đơn vị {no}" for no in range(400)}
    words = review_feedback._told("; ".join(names), names)
    assert words.startswith("Đơn vị 0; Đơn vị 1; ")
    assert words.endswith("; và 388 đơn vị khác")
    assert review_feedback._told("#0; #1", names) == "Đơn vị 0; Đơn vị 1"
