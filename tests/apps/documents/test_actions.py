"""Receiving, the review's copy, adoption of the text, setting aside: done, refused, recorded."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError

from quantriet.apps.documents import actions, queries, storage
from quantriet.apps.documents.models import Citation, Direction, Document, DocumentState
from quantriet.apps.documents.problems import TwinFound
from quantriet.apps.ledger.models import Act
from quantriet.engines.kernel.problem import Problem
from tests.apps.documents.samples import LETTER
from tests.support.agency import Agency, at


def receive(agency: Agency, text: str = LETTER, by: str = "dung", **more: object) -> Document:
    return actions.receive_document(
        agency=agency.department, data=text.encode(), name="cong-van.txt", by=agency.actor(by), at=at(9), **more
    )


def test_received_read_and_numbered(agency: Agency) -> None:
    document = receive(agency)
    assert (document.register_number, document.register_year) == (1, 2021)
    assert (document.number, document.issued_on) == ("45/STP-VP", date(2021, 7, 20))
    assert "phòng cháy" in document.abstract
    assert document.state == DocumentState.RECEIVED
    assert document.review == {}
    assert storage.read_file(document.original) == LETTER.encode()
    assert "text" not in document.reading


def test_receiving_is_recorded(agency: Agency) -> None:
    document = receive(agency)
    act = Act.objects.get(verb="document.received")
    assert (act.subject_id, act.unit_id) == (document.pk, agency.department.pk)


@pytest.mark.parametrize("name", ["an", "chi", "lan", "minh", "giang"])
def test_receiving_is_refused_without_the_right(agency: Agency, name: str) -> None:
    with pytest.raises(Problem, match="no_register_documents"):
        receive(agency, by=name)
    assert not Document.objects.exists()


def test_numbers_run_by_year_and_by_book(agency: Agency) -> None:
    first = receive(agency, "Công văn một")
    second = receive(agency, "Công văn hai")
    outgoing = receive(agency, "Thông báo ba", direction=Direction.OUTGOING)
    next_year = actions.receive_document(
        agency=agency.department, data=b"Cong van bon", name="a.txt", by=agency.actor("dung"),
        at=at(0, 30, day=date(2022, 1, 1)),
    )  # fmt: skip
    labels = [row.register_label for row in (first, second, outgoing, next_year)]
    assert labels == ["1/2021", "2/2021", "1/2021", "1/2022"]


def test_twin_is_announced_and_may_still_be_entered(agency: Agency) -> None:
    first = receive(agency)
    with pytest.raises(TwinFound) as found:
        receive(agency, LETTER.replace("Số: 45/STP-VP", "Số: 45 / STP – VP"))
    assert found.value.twins == [first]
    assert receive(agency, is_twin_accepted=True).register_number == 2


def test_same_file_without_a_number_is_a_twin(agency: Agency) -> None:
    receive(agency, "Tin nội bộ không có số.")
    with pytest.raises(TwinFound):
        receive(agency, "Tin nội bộ không có số.")


def test_refused_twin_leaves_no_gap_in_the_numbers(agency: Agency) -> None:
    receive(agency)
    with pytest.raises(TwinFound):
        receive(agency)
    assert receive(agency, "Văn bản khác").register_number == 2


def test_stop_between_file_and_commit_leaves_no_row(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*args: object, **kwargs: object) -> None:
        raise DatabaseError("the machine stops here")

    monkeypatch.setattr(actions, "record", stop)
    with pytest.raises(DatabaseError):
        receive(agency)
    assert not Document.objects.exists()
    monkeypatch.undo()
    assert receive(agency).register_number == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "documents.file_kind"),
        ("a.txt", b"%PDF-1.7 ...", "documents.file_kind"),
        ("a.jpg", b"\xff\xd8\xff\xe0....", "documents.file_kind"),
        ("a.doc", b"\xd0\xcf\x11\xe0....", "documents.file_kind"),
        ("a.docx", b"PK\x03\x04 broken", "documents.file_kind"),
        ("a", "Công văn".encode(), "documents.file_kind"),
        ("a.txt", b"", "documents.file_empty"),
        ("a.txt", b" \n\t ", "documents.file_empty"),
        ("a.txt", b"a " * 1_100_000, "documents.text_too_long"),
    ],
)
def test_bad_input_is_refused_in_words(agency: Agency, name: str, data: bytes, code: str) -> None:
    with pytest.raises(Problem) as refused:
        actions.receive_document(agency=agency.department, data=data, name=name, by=agency.actor("dung"), at=at(9))
    assert refused.value.code == code
    assert refused.value.why or refused.value.remedy
    assert not Document.objects.exists()


def test_review_is_kept_and_only_a_change_of_hands_recorded(agency: Agency) -> None:
    document = receive(agency)
    for hand in ("dung", "dung", "binh"):
        actions.save_review(document=document, review={"fields": {}}, by=agency.actor(hand), at=at(10))
    assert Act.objects.filter(verb="document.review_edited").count() == 2
    document.refresh_from_db()
    assert document.review["saved_by"] == agency.users["binh"].pk


def test_adopted_text_gets_clauses_and_citations(agency: Agency) -> None:
    cited = receive(agency, LETTER.replace("45/STP-VP", "318/UBND-NC").replace("20 tháng 7", "15 tháng 7"))
    document = receive(agency)
    clauses = actions.adopt_text(
        document=document, letterhead={"abstract": "Phòng cháy"}, by=agency.actor("binh"), at=at(10)
    )
    assert [clause.label for clause in clauses][:3] == ["1", "2", "3"]
    assert "Báo cáo tình hình" in document.text[clauses[1].start : clauses[1].end]
    citation = Citation.objects.get(document=document)
    assert (citation.number, citation.cited) == ("318/UBND-NC", cited)
    document.refresh_from_db()
    assert (document.state, document.abstract) == (DocumentState.ADOPTED, "Phòng cháy")
    assert list(queries.visible_to(agency.actor("lan"))) == [document]


def test_text_is_adopted_once(agency: Agency) -> None:
    document = receive(agency)
    actions.adopt_text(document=document, letterhead={}, by=agency.actor("binh"), at=at(10))
    with pytest.raises(Problem, match="not_waiting"):
        actions.adopt_text(document=document, letterhead={}, by=agency.actor("binh"), at=at(10))


def test_later_basis_is_tied_to_the_earlier_citation(agency: Agency) -> None:
    letter = receive(agency)
    actions.adopt_text(document=letter, letterhead={}, by=agency.actor("binh"), at=at(10))
    basis = receive(agency, LETTER.replace("45/STP-VP", "318/UBND-NC").replace("20 tháng 7", "15 tháng 7"))
    actions.adopt_text(document=basis, letterhead={}, by=agency.actor("binh"), at=at(11))
    assert Citation.objects.get(document=letter).cited == basis


def test_set_aside_and_taken_up_again(agency: Agency) -> None:
    document = receive(agency)
    with pytest.raises(Problem, match="no_adopt_documents"):
        actions.set_aside(document=document, by=agency.actor("dung"), at=at(10))
    actions.set_aside(document=document, by=agency.actor("binh"), at=at(10))
    with pytest.raises(Problem, match="not_waiting"):
        actions.set_aside(document=document, by=agency.actor("binh"), at=at(10))
    actions.take_up(document=document, by=agency.actor("binh"), at=at(11))
    document.refresh_from_db()
    assert document.is_waiting
    assert set(Act.objects.values_list("verb", flat=True)) >= {"document.set_aside", "document.taken_up"}
