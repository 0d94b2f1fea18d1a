"""Spans, findings, dated values, folding."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.kernel import (
    Dated,
    EngineError,
    Finding,
    Folded,
    NoValueError,
    Severity,
    Span,
    SpanError,
    fold,
    fold_key,
    value_on,
)


def test_spans() -> None:
    assert Span(1, 3).of("abcd") == "bc"
    assert Span(0, 9).contains(Span(3, 4))
    assert not Span(0, 3).overlaps(Span(3, 4))
    assert Span.from_dict(Span(2, 5).to_dict()) == Span(2, 5)
    assert len(Span(2, 5)) == 3


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_no_span_backwards(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        Span(start, end)


def test_finding_as_plain_values() -> None:
    finding = Finding("reading.example", "Thiếu số. Hãy nhập.", Span(0, 2), Severity.INFO)
    assert finding.to_dict() == {
        "code": "reading.example",
        "message": "Thiếu số. Hãy nhập.",
        "span": {"start": 0, "end": 2},
        "severity": "info",
    }


def test_the_value_in_force() -> None:
    values = [
        Dated(21, date(2021, 5, 5), date(2021, 7, 13), "Công văn A"),
        Dated(14, date(2021, 7, 14), None, "Công văn B"),
    ]
    assert value_on(values, date(2021, 7, 13)) == 21
    assert value_on(values, date(2021, 7, 14)) == 14
    with pytest.raises(NoValueError):
        value_on(values, date(2021, 5, 4))


def test_a_value_needs_its_reference_and_dates_in_order() -> None:
    with pytest.raises(EngineError):
        Dated(1, None, None, " ")
    with pytest.raises(EngineError):
        Dated(1, date(2021, 2, 1), date(2021, 1, 1), "Công văn A")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("HOÀ BÌNH", "Hòa Bình"),
        ("khoẻ", "khỏe"),
        ("thuỷ lợi", "thủy lợi"),
        ("Sở – Ngành", "sở - ngành"),
        ("“báo cáo”", '"báo cáo"'),
        ("Đắk R’lấp", "đắk r'lấp"),
    ],
)
def test_two_writers_of_one_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert fold(unicodedata.normalize("NFD", one)) == fold(other)


def test_qu_keeps_its_tone() -> None:
    assert fold("quý") == "quý"
    assert fold("QUỸ") == "quỹ"


def test_keys_of_names() -> None:
    assert fold_key(" Sở  Văn hoá, Thể thao ") == fold_key("Sở Văn hóa - Thể thao")


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(unicodedata.normalize("NFC", text))


@given(st.text())
def test_folded_offsets_lead_back(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    folded = Folded.make(text)
    for at, char in enumerate(folded.text):
        if char != " ":  # a tone mark may have moved to the next letter: the letter without its marks is the same
            assert _bare(fold(text[folded.origin(at)])) == _bare(char) or not char.isascii()


def _bare(char: str) -> str:
    return unicodedata.normalize("NFD", char)[:1]
