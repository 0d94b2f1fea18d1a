"""Several documents in one file, as the clerk meets them: listed, entered for themselves, tied, nothing lost."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from quantriet.apps.documents import actions, queries, storage
from quantriet.apps.documents.models import Document, Enclosure
from quantriet.apps.ledger.models import Act
from quantriet.engines.kernel.problem import Problem
from tests.apps.documents.test_actions import receive
from tests.apps.documents.test_views import post, signed_in
from tests.engines.reading import files
from tests.support.agency import Agency, at

FILE = files.COVER_LETTER + files.LETTER + files.ANNEX + files.FORM


def _zip(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts.items():
            package.writestr(f"{name}.txt", text)
    return buffer.getvalue()


def _enter(agency: Agency, row: Enclosure) -> Document:
    return actions.receive_enclosure(enclosure=row, by=agency.actor("dung"), at=at(9))


def test_a_file_with_several_leads_to_their_list(agency: Agency) -> None:
    client = signed_in(agency, "dung")
    answer = post(client, text=FILE)
    main = Document.objects.get()
    assert answer["Location"] == reverse("documents:enclosures", args=[main.pk])
    assert [(row.role, row.number, row.obligation_count) for row in main.enclosures.all()] == [
        ("attached", "345/KSBT-PCD", 5),
        ("annex", "", 2),
        ("form", "", 0),
    ]
    page = client.get(answer["Location"]).content.decode()
    assert page.count(" checked>") == 2
    assert "Báo cáo ca bệnh</label>" in page


def test_the_chosen_ones_are_entered_and_tied(agency: Agency) -> None:
    main = receive(agency, FILE)
    chosen = main.enclosures.get(number="345/KSBT-PCD")
    client = signed_in(agency, "dung")
    answer = client.post(reverse("documents:enclosures", args=[main.pk]), {"enclosure": [chosen.pk, "x", "999999"]})
    assert answer["Location"] == reverse("obligations:review", args=[main.pk])
    entered = Document.objects.exclude(pk=main.pk).get()
    assert (entered.number, entered.issuer, entered.enclosure) == (
        "345/KSBT-PCD",
        "TRUNG TÂM KIỂM SOÁT BỆNH TẬT",
        chosen,
    )
    assert entered.text == main.text[chosen.start : chosen.end]
    assert entered.register_label != main.register_label
    assert storage.read_file(entered.original) == storage.read_file(main.original)
    assert len(entered.reading["obligations"]) == 5
    act = Act.objects.get(verb="document.received", subject_id=entered.pk)
    assert act.details["enclosed_in"] == main.pk
    for one, other in ((main, entered), (entered, main)):
        assert queries.find_duplicates_of(one) == []
        page = client.get(reverse("obligations:review", args=[one.pk])).content.decode()
        assert reverse("obligations:review", args=[other.pk]) in page


def test_an_annex_is_entered_as_the_annex_that_it_is(agency: Agency) -> None:
    entered = _enter(agency, receive(agency, FILE).enclosures.get(role="annex"))
    assert (entered.number, entered.abstract, len(entered.reading["obligations"])) == ("", "PHÂN CÔNG NHIỆM VỤ", 2)


def test_twice_is_refused(agency: Agency) -> None:
    row = receive(agency, FILE).enclosures.first()
    _enter(agency, row)
    with pytest.raises(Problem) as refused:
        _enter(agency, row)
    assert refused.value.code == "documents.already_entered"
    assert Document.objects.count() == 2


def test_who_may_not_register_may_not_enter(agency: Agency) -> None:
    row = receive(agency, FILE).enclosures.first()
    with pytest.raises(Problem):
        actions.receive_enclosure(enclosure=row, by=agency.actor("an"), at=at(9))
    assert Document.objects.count() == 1


def test_what_stands_in_the_book_is_shown_and_not_offered(agency: Agency) -> None:
    before = receive(agency, files.LETTER)
    main = receive(agency, FILE)
    listed = queries.enclosures_of(main)
    assert [(one.is_chosen, list(one.twins)) for one in listed] == [(False, [before]), (True, []), (False, [])]
    page = signed_in(agency, "dung").get(reverse("documents:enclosures", args=[main.pk])).content.decode()
    assert "Có thể đã có trong sổ" in page


def test_the_files_of_an_archive_are_listed_with_their_own_originals(agency: Agency) -> None:
    data = _zip(a_cover=files.COVER_LETTER, b_letter=files.LETTER + files.ANNEX)
    post(signed_in(agency, "dung"), file=SimpleUploadedFile("gói.zip", data))
    main = Document.objects.get()
    assert storage.read_file(main.original) == data
    [row] = main.enclosures.all()
    assert (row.name, row.role, row.start) == ("b_letter.txt", "attached", None)
    entered = _enter(agency, row)
    assert entered.original_name == "b_letter.txt"
    assert storage.read_file(entered.original).decode() == files.LETTER + files.ANNEX
    assert [inner.role for inner in entered.enclosures.all()] == ["annex"]  # which the archive's list did not show


def test_the_same_file_again_is_a_twin(agency: Agency) -> None:
    main = receive(agency, FILE)
    _enter(agency, main.enclosures.first())
    assert post(signed_in(agency, "dung"), text=FILE).status_code == 409


def test_a_holder_that_one_may_not_see_is_not_named(agency: Agency) -> None:
    main = receive(agency, FILE)
    entered = _enter(agency, main.enclosures.first())
    seen = queries.beside(agency.actor("chi"), entered)
    assert (seen.holder, seen.entered, seen.left) == (None, (), ())
    assert queries.beside(agency.actor("dung"), entered).holder == main


def test_the_list_takes_few_queries(agency: Agency, django_assert_max_num_queries: Any) -> None:
    main = receive(agency, files.COVER_LETTER + files.LETTER * 6)
    client = signed_in(agency, "dung")
    client.get(reverse("documents:enclosures", args=[main.pk]))
    with django_assert_max_num_queries(14):
        client.get(reverse("documents:enclosures", args=[main.pk]))
