"""Numbers and symbols of documents: the families in use, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.kernel import DocumentNumber, NumberError, find_number

TABLE = [
    # written, serial, year, symbol, printed
    ("15/QĐ-SMH", "15", None, "QĐ-SMH", "15/QĐ-SMH"),
    ("05/SMH-VP", "05", None, "SMH-VP", "05/SMH-VP"),
    ("309 /TB - VPMH", "309", None, "TB-VPMH", "309/TB-VPMH"),
    ("42/2014/QĐ-TTg", "42", 2014, "QĐ-TTg", "42/2014/QĐ-TTg"),
    ("91/2025/QH15", "91", 2025, "QH15", "91/2025/QH15"),
    ("1662/NQ-UBTVQH15", "1662", None, "NQ-UBTVQH15", "1662/NQ-UBTVQH15"),
    ("11-CT/TU", "11", None, "CT/TU", "11-CT/TU"),
    ("11 - CT/TU", "11", None, "CT/TU", "11-CT/TU"),
    ("05 CT/TW", "05", None, "CT/TW", "05-CT/TW"),
    ("02-TTr/ĐLS", "02", None, "TTr/ĐLS", "02-TTr/ĐLS"),
    ("/SMH-VP", None, None, "SMH-VP", "/SMH-VP"),
    ("1270/BC-TCTTTg", "1270", None, "BC-TCTTTg", "1270/BC-TCTTTg"),
    ("37/CT.UBND", "37", None, "CT.UBND", "37/CT.UBND"),
    ("12a/KH-SMH", "12a", None, "KH-SMH", "12a/KH-SMH"),
    ("777", "777", None, "", "777"),
]


@pytest.mark.parametrize(("written", "serial", "year", "symbol", "printed"), TABLE)
def test_families(written: str, serial: str | None, year: int | None, symbol: str, printed: str) -> None:
    number = DocumentNumber.parse(written)
    assert (number.serial, number.year, number.symbol) == (serial, year, symbol)
    assert str(number) == printed
    assert DocumentNumber.parse(printed) == number


@pytest.mark.parametrize("text", ["", "/", "ngày 3/4", "24/24h", "12/12 xã", "QĐ-SMH", "1/2", "số 5"])
def test_what_is_no_number(text: str) -> None:
    assert find_number(text) is None
    with pytest.raises(NumberError):
        DocumentNumber.parse(text)


def test_marks_of_the_parts() -> None:
    assert DocumentNumber.parse("15/QĐ-SMH").kind_mark == "QĐ"
    assert DocumentNumber.parse("11-CT/TU").is_party
    assert DocumentNumber.parse("/SMH-VP").is_draft


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = find_number(text)
    assert number is None or find_number(str(number)) == number
