"""A long review: its page comes without the fields of its items, and loses nothing by it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.review import working_copy
from quantriet.apps.obligations.views_review import WHOLE
from tests.apps.documents.test_actions import receive
from tests.apps.documents.test_views import signed_in
from tests.apps.obligations.doubtful import long_notice, page_of
from tests.apps.obligations.test_review import form_of, send
from tests.support.agency import TODAY, Agency


@pytest.fixture
def document(agency: Agency) -> Document:
    document = receive(agency, long_notice(40))
    assert len(working_copy(document, TODAY)["items"]) > WHOLE
    return document


def field_of(client: Client, document: Document, item: str) -> str:
    return client.get(reverse("obligations:review_item", args=[document.pk, item])).content.decode()


def test_the_page_is_light_and_each_item_can_be_had(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    page = page_of(client, document).content.decode()
    whole = client.get(reverse("obligations:review", args=[document.pk]) + "?all=1").content.decode()
    assert len(page) * 4 < len(whole)
    for item in working_copy(document, TODAY)["items"]:
        name = f'name="{item["id"]}-title"'
        assert name not in page
        assert name in whole
        assert f'href="?all=1#{item["id"]}"' in page
    assert 'name="o3-title"' in field_of(client, document, "o3")


def test_a_short_review_comes_whole(agency: Agency) -> None:
    page = page_of(signed_in(agency, "dung"), receive(agency)).content.decode()
    assert 'name="o1-title"' in page
    assert "data-body" not in page


def test_items_that_were_not_on_the_page_stay_as_they_are(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    before = working_copy(document, TODAY)["items"]
    data = form_of(document)
    for name in [name for name in data if name.startswith("o") and not name.startswith("o2-")]:
        del data[name]
    data["o2-title"] = "Tên khác"
    send(client, document, data, "save")
    document.refresh_from_db()
    after = document.review["items"]
    assert [item for item in after if item["id"] != "o2"] == [item for item in before if item["id"] != "o2"]
    assert next(item for item in after if item["id"] == "o2")["title"] == "Tên khác"


def test_what_was_typed_comes_back_when_somebody_else_saved(agency: Agency, document: Document) -> None:
    old = form_of(document)
    for name in [name for name in old if name.startswith("o") and not name.startswith("o2-")]:
        del old[name]
    send(signed_in(agency, "dung"), document, form_of(document), "save")
    old["o2-title"] = "Tên của Bình"
    answer = send(signed_in(agency, "binh"), document, old, "save")
    assert answer.status_code == 409
    page = answer.content.decode()
    assert 'value="Tên của Bình"' in page
    assert 'name="o3-title"' not in page


def test_what_is_wrong_stands_open(agency: Agency, document: Document) -> None:
    data = form_of(document)
    for name in [name for name in data if name.startswith("o")]:
        del data[name]
    answer = send(signed_in(agency, "binh"), document, data, "adopt")
    assert answer.status_code == 422
    page = answer.content.decode()
    faulty = {form.item["id"] for form in answer.context["sheet"].faulty}
    assert faulty
    assert all(f'name="{item}-title"' in page for item in faulty)


@pytest.mark.parametrize(("name", "item", "status"), [("dung", "o99", 404), ("chi", "o1", 404), ("an", "o1", 200)])
def test_who_may_have_an_item(agency: Agency, document: Document, name: str, item: str, status: int) -> None:
    url = reverse("obligations:review_item", args=[document.pk, item])
    assert signed_in(agency, name).get(url).status_code == status


def test_a_page_with_all_stays_one(agency: Agency, document: Document) -> None:
    data = form_of(document)
    data["do"] = "save"
    answer = signed_in(agency, "dung").post(
        reverse("obligations:review", args=[document.pk]) + "?all=1",
        data.urlencode(),
        content_type="application/x-www-form-urlencoded",
    )
    assert "?all=1#" in answer["Location"]
