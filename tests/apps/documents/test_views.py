"""The register and the door, as a browser without scripts meets them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from quantriet.apps.documents.models import Document
from tests.apps.documents.samples import HOSTILE, LETTER
from tests.apps.documents.test_actions import receive
from tests.support.agency import Agency


def signed_in(agency: Agency, name: str) -> Client:
    client = Client()
    client.force_login(agency.users[name], backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def post(client: Client, **data: Any) -> Any:
    return client.post(reverse("documents:receive"), {"text": "", "direction": "incoming", **data})


def test_pasted_text_is_entered_and_led_to_its_review(agency: Agency) -> None:
    answer = post(signed_in(agency, "dung"), text=LETTER)
    document = Document.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("obligations:review", args=[document.pk])


def test_file_is_entered(agency: Agency) -> None:
    post(signed_in(agency, "dung"), file=SimpleUploadedFile("Công văn 45.txt", LETTER.encode()))
    assert Document.objects.get().original_name == "Công văn 45.txt"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"text": "   "}, "Chưa có nội dung"),
        ({"text": "a " * 1_050_000}, "quá mức 2.000.000"),
        ({"file": ("anh.jpg", b"\xff\xd8\xff\xe0")}, "anh.jpg"),
        ({"file": ("a.pdf", b"%PDF-1.4")}, "PDF"),
        ({"file": ("a.txt", b"")}, "không có chữ nào"),
        ({"text": "Công văn", "file": ("a.txt", b"abc")}, "Vừa dán văn bản vừa chọn tệp"),
    ],
)
def test_bad_input_comes_back_in_words(agency: Agency, data: dict[str, Any], words: str) -> None:
    if isinstance(data.get("file"), tuple):
        data = {**data, "file": SimpleUploadedFile(*data["file"])}
    answer = post(signed_in(agency, "dung"), **data)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert data.get("text", "").strip()[:30] in page
    assert not Document.objects.exists()


def test_twin_of_a_text_is_shown_and_the_text_kept(agency: Agency) -> None:
    receive(agency)
    client = signed_in(agency, "dung")
    answer = post(client, text=LETTER + " ")
    assert answer.status_code == 409
    assert "Vẫn vào sổ" in answer.content.decode()
    assert "Kiểm tra hệ thống điện" in answer.content.decode()
    assert post(client, text=LETTER + " ", accept_twin="1").status_code == 302
    assert Document.objects.count() == 2


def test_twin_of_a_file_needs_no_second_choosing(agency: Agency) -> None:
    receive(agency)
    client = signed_in(agency, "dung")
    answer = post(client, file=SimpleUploadedFile("ban-hai.txt", LETTER.encode()))
    form = answer.context["form"]
    assert form.held_name == "ban-hai.txt"
    assert post(client, held=form.data["held"], accept_twin="1").status_code == 302
    assert Document.objects.order_by("id").last().original_name == "ban-hai.txt"


def test_forged_handle_is_refused(agency: Agency) -> None:
    answer = post(signed_in(agency, "dung"), held="WyJhYSIsICJ4Il0:1abc:xyz", accept_twin="1")
    assert answer.status_code == 422


@pytest.mark.parametrize(("name", "status"), [("dung", 200), ("binh", 200), ("an", 403), ("chi", 403), ("lan", 403)])
def test_who_may_open_the_door(agency: Agency, name: str, status: int) -> None:
    assert signed_in(agency, name).get(reverse("documents:receive")).status_code == status


def test_original_is_saved_never_run(agency: Agency) -> None:
    document = receive(agency, HOSTILE)
    answer = signed_in(agency, "binh").get(reverse("documents:original", args=[document.pk]))
    assert answer.content == HOSTILE.encode()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"
    assert signed_in(agency, "giang").get(reverse("documents:original", args=[document.pk])).status_code == 404
    assert signed_in(agency, "lan").get(reverse("documents:original", args=[document.pk])).status_code == 404


def test_list_escapes_and_counts_its_queries(agency: Agency, django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        receive(agency, HOSTILE + str(number))
    client = signed_in(agency, "binh")
    client.get(reverse("documents:list"))
    with django_assert_max_num_queries(14):
        page = client.get(reverse("documents:list")).content.decode()
    assert "<script>alert" not in page


@pytest.mark.parametrize("query", ["?state=xyz", "?page=999", "?page=a", "?q=%00", "?direction=1&state=adopted&q='"])
def test_odd_queries_are_answered(agency: Agency, query: str) -> None:
    receive(agency)
    assert signed_in(agency, "binh").get(reverse("documents:list") + query).status_code == 200


def test_set_aside_and_take_up(agency: Agency) -> None:
    document = receive(agency)
    client = signed_in(agency, "binh")
    assert client.post(reverse("documents:set_aside", args=[document.pk])).status_code == 302
    assert client.post(reverse("documents:set_aside", args=[document.pk])).status_code == 409
    assert client.post(reverse("documents:take_up", args=[document.pk])).status_code == 302
    assert client.get(reverse("documents:take_up", args=[document.pk])).status_code == 405
    assert signed_in(agency, "dung").post(reverse("documents:set_aside", args=[document.pk])).status_code == 403
    assert signed_in(agency, "giang").post(reverse("documents:set_aside", args=[document.pk])).status_code == 404
