"""Files of every kind as an office hands them in: opened, or refused in a sentence."""

from __future__ import annotations

import pytest

from quantriet.apps.documents.intake import open_source
from quantriet.apps.documents.models import StoredFile
from quantriet.engines.kernel.problem import Problem
from quantriet.engines.reading.sources import ocr
from tests.engines.reading.sources import paper


def test_a_pdf_is_opened() -> None:
    source = open_source(paper.pdf(paper.HEAD + paper.BODY), "C:\\Công văn.PDF")
    assert source.name == "Công văn.PDF"
    assert source.media_type == "application/pdf"
    assert len(source.media_type) <= StoredFile._meta.get_field("media_type").max_length
    assert "Kính gửi" in source.text


def test_a_scan_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    with pytest.raises(Problem) as refused:
        open_source(paper.pdf(paper.PICTURE), "a.pdf")
    assert refused.value.code == "documents.file_kind"
    assert "bản chụp" in refused.value.why
    assert refused.value.field == "file"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<html><body><p>K\xc3\xadnh g\xe1\xbb\xadi: C\xc3\xa1c ph\xc3\xb2ng</html>", "a.html"),
        (
            b"Subject: a\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nK\xc3\xadnh g\xe1\xbb\xadi",
            "a.eml",
        ),
    ],
)
def test_a_page_and_a_letter_are_opened(data: bytes, name: str) -> None:
    assert "Kính gửi" in open_source(data, name).text


def test_an_archive_without_a_document_is_refused_in_a_sentence() -> None:
    with pytest.raises(Problem) as refused:
        open_source(b"PK\x05\x06" + bytes(18), "a.zip")
    assert refused.value.why or refused.value.remedy
