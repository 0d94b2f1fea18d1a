"""The API of documents: the same action behind another door."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quantriet.apps.documents.models import Document
from tests.apps.documents.samples import LETTER
from tests.apps.documents.test_views import signed_in
from tests.support.agency import Agency

BOOK, READ = "/api/v1/documents", "/api/v1/documents/read"


def test_entered_once_then_a_twin(agency: Agency) -> None:
    client = signed_in(agency, "dung")
    answer = client.post(BOOK, {"text": LETTER})
    assert answer.status_code == 201
    assert (answer.json()["number"], answer.json()["register_number"]) == ("45/STP-VP", 1)
    twin = client.post(BOOK, {"text": LETTER})
    assert (twin.status_code, twin.json()["code"]) == (409, "documents.twin")
    assert client.post(BOOK, {"text": LETTER, "is_twin_accepted": "true"}).status_code == 201


def test_file_is_read_and_nothing_kept(agency: Agency) -> None:
    file = SimpleUploadedFile("cong-van.txt", LETTER.encode())
    plain = signed_in(agency, "dung").post(READ, {"file": file}).json()
    assert plain["number"]["value"] == "45/STP-VP"
    span = plain["number"]["span"]
    assert "45/STP-VP" in plain["text"][span["start"] : span["end"]]
    assert not Document.objects.exists()


@pytest.mark.parametrize(("name", "status"), [("dung", 201), ("chi", 403), ("an", 403), (None, 401)])
def test_who_may_enter(agency: Agency, name: str | None, status: int) -> None:
    client = signed_in(agency, name) if name else Client()
    assert client.post(BOOK, {"text": LETTER}).status_code == status


@pytest.mark.parametrize("data", [{}, {"text": "  "}, {"text": "a", "direction": "sideways"}])
def test_bad_input(agency: Agency, data: dict[str, str]) -> None:
    assert signed_in(agency, "dung").post(BOOK, data).status_code == 422
