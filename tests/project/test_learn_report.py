"""`quantriet read --learn-report`: counts against counting by hand, the words of the clause, and nothing yet."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.models import ReadField, ReadingFeedback
from quantriet.project.cli import main
from quantriet.project.learn_report import BANDS, build_report, render
from tests.apps.documents.test_actions import receive
from tests.apps.obligations.doubtful import DOUBTFUL_NOTICE
from tests.support.agency import Agency, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(agency: Agency) -> Document:
    """Judged: deadlines by all bands, and the same change of a unit three times."""
    document = receive(agency, DOUBTFUL_NOTICE)
    start = document.text.index("Giao Phòng Tài chính")
    said = [("o1", "deadline", 0.05, False), ("o2", "deadline", 0.0, True), ("o3", "deadline", 0.3, False)]
    said += [("o4", "deadline", 0.6, True), ("", "number", 1.0, True)]
    said += [(f"o{no}", "lead", 0.7, True) for no in (1, 2, 3)]
    for no, (item, field, doubt, is_changed) in enumerate(said):
        ReadingFeedback.objects.create(
            document=document, item=item, field=field, doubt=doubt, is_changed=is_changed, reason="lý do",
            value_read="Phòng Tài chính" if field == "lead" else f"đọc {no}",
            value_kept="Văn phòng Sở" if field == "lead" else f"giữ {no}",
            clause_label="1" if item else "", start=start if item else None, end=start + 45 if item else None,
            by=agency.users["dung"], at=at(9) if field == "lead" else at(9, day=date(2021, 7, 1)), engine_version="0",
        )  # fmt: skip
    return document


def band(doubt: float) -> str:
    if doubt == 0:
        return BANDS[0]
    return BANDS[1] if doubt < 0.3 else BANDS[2] if doubt < 0.6 else BANDS[3]


def test_the_counts_are_those_of_counting_by_hand(document: Document) -> None:
    judged: Counter[tuple[str, str]] = Counter()
    changed: Counter[tuple[str, str]] = Counter()
    for row in ReadingFeedback.objects.all():
        judged[row.field, band(row.doubt)] += 1
        changed[row.field, band(row.doubt)] += row.is_changed
    report = build_report(ReadingFeedback.objects.all())
    told = {
        (name, words): (tally.judged, tally.changed, tally.confirmed)
        for name, bands in report.tallies.items()
        for words, tally in zip(BANDS, bands, strict=True)
        if tally.judged
    }
    assert told == {key: (judged[key], changed[key], judged[key] - changed[key]) for key in judged}
    assert list(report.tallies) == [name for name in ReadField.values if name in report.tallies]
    assert sum(tally.judged for tally in report.total) == 8


def test_the_most_frequent_change_comes_first_with_its_words(document: Document) -> None:
    report = build_report(ReadingFeedback.objects.all())
    first = report.changes[0]
    assert (first.field, first.count, first.value_read, first.value_kept) == (
        "lead", 3, "Phòng Tài chính", "Văn phòng Sở",
    )  # fmt: skip
    assert first.words.startswith("Giao Phòng Tài chính rà soát")
    assert [change.count for change in report.changes] == [3, 1, 1, 1]
    text = render(report)
    assert "3 lần · Chủ trì: «Phòng Tài chính» → «Văn phòng Sở»" in text
    assert "ngờ từ 0,6: 100,0 %" in text
    assert "mức ngờ chưa nói đúng" in text, "the value without any doubt was changed, those with a little were not"


def test_nothing_changed_proves_no_doubt(document: Document) -> None:
    text = render(build_report(ReadingFeedback.objects.filter(is_changed=False)))
    assert "Chưa đủ chỗ sửa" in text
    assert "nói đúng)" not in text


def test_it_asks_few_queries(document: Document, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(4):
        build_report(ReadingFeedback.objects.all())


def test_the_command_tells_it_since_a_day(document: Document, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--learn-report", "--json", "--since", "20/7/2021"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert list(plain["fields"]) == ["lead"]
    assert plain["changes"][0]["count"] == 3
    assert (plain["first"], plain["documents"]) == ("2021-07-22", 1)
    assert main(["read", "--learn-report"]) == 0
    assert "Số, ký hiệu" in capsys.readouterr().out


def test_nothing_yet_is_said_plainly(agency: Agency, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--learn-report"]) == 0
    assert "Chưa có phản hồi nào" in capsys.readouterr().out
    assert main(["read", "--learn-report", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []


@pytest.mark.parametrize("arguments", [["read"], ["read", "--learn-report", "--since", "31/2/2021"]])
def test_what_cannot_be_done_is_told(agency: Agency, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.strip()
