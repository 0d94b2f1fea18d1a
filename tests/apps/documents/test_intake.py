"""Files of every kind as an office hands them in: opened, or refused in a sentence."""

from __future__ import annotations

import pytest

from quantriet.apps.documents.intake import open_source
from quantriet.apps.documents.models import StoredFile
from quantriet.engines.kernel.problem import Problem
from tests.engines.reading.sources import paper


def test_a_pdf_is_opened() -> None:
    source = open_source(paper.pdf(paper.HEAD + paper.BODY), "C:\\Công văn.PDF")
    assert source.name == "Công văn.PDF"
    assert source.media_type == "application/pdf"
    assert len(source.media_type) <= StoredFile._meta.get_field("media_type").max_length
    assert "Kính gửi" in source.text


def test_a_scan_is_refused_in_a_sentence() -> None:
    with pytest.raises(Problem) as refused:
        open_source(paper.pdf([]), "a.pdf")
    assert refused.value.code == "documents.file_kind"
    assert "bản chụp" in refused.value.why
    assert refused.value.field == "file"
