"""Identity and search words."""

from __future__ import annotations

import doctest
from datetime import date

import pytest

from quantriet.apps.documents import rules


def test_examples_hold() -> None:
    assert doctest.testmod(rules).failed == 0


@pytest.mark.parametrize("number", ["", "/STP-VP", "không rõ"])
def test_no_number_no_identity(number: str) -> None:
    assert rules.identity_of(number, "Sở Tư pháp", date(2021, 7, 20)) == ""


def test_date_and_issuer_part_two_documents_of_one_number() -> None:
    same = {
        rules.identity_of("45/STP-VP", issuer, day)
        for issuer in ("Sở Tư pháp", "Sở Tài chính")
        for day in (date(2021, 7, 20), date(2022, 7, 20))
    }
    assert len(same) == 4
