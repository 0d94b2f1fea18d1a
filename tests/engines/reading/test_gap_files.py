"""Papers without a motto behind a letter, and news that quotes one: each is found and read for what it is."""

from __future__ import annotations

import pytest

from quantriet.engines.reading import read
from tests.engines.reading import documents
from tests.engines.reading.gap_files import BEHIND, FILES, LETTER, LIST, MINUTES, NEWS, PLAN, QUOTED
from tests.engines.reading.test_properties import check

IDS = [row[0] for row in FILES]


@pytest.mark.parametrize(("name", "text", "roles", "firsts", "number", "duties"), FILES, ids=IDS)
def test_each_document_is_found(
    name: str, text: str, roles: list[str], firsts: list[str], number: str, duties: int
) -> None:
    reading = read(text)
    assert (reading.number.value, len(reading.obligations)) == (number, duties)
    assert [item.role for item in reading.enclosures] == roles
    for item, first in zip(reading.enclosures, firsts, strict=True):
        assert item.span.of(reading.text) == item.reading.text
        assert item.reading.text.startswith(first)
    check(reading)


@pytest.mark.parametrize("text", [row[1] for row in FILES], ids=IDS)
def test_an_enclosure_is_read_as_if_it_were_alone(text: str) -> None:
    for item in read(text).enclosures:
        alone = read(item.reading.text, item.role)
        assert (alone.enclosures, alone.to_label(), alone.clauses) == (
            (),
            item.reading.to_label(),
            item.reading.clauses,
        )


@pytest.mark.parametrize("text", [row[1] for row in FILES[:6]], ids=IDS[:6])
def test_the_letter_is_read_as_if_nothing_came_behind(text: str) -> None:
    assert read(text).to_label() == read(LETTER).to_label()


def test_the_letter_under_the_news_is_read_as_if_it_stood_alone() -> None:
    alone, quoted = read(QUOTED), read(NEWS + "\n" + QUOTED + "\n" + BEHIND)
    for name in ("kind", "number", "date", "issuer", "abstract"):
        assert getattr(quoted, name).value == getattr(alone, name).value
    assert [unit.value for unit in quoted.recipients] == [unit.value for unit in alone.recipients]
    assert quoted.signer.name.value == alone.signer.name.value == "Trương Văn Thử Bèo"
    assert [(item.title, item.deadline) for item in quoted.obligations if not item.deadline] == []
    assert [item.title for item in quoted.obligations] == [item.title for item in alone.obligations]


def test_what_the_news_retells_is_nobodys_work() -> None:
    (page,) = read(NEWS + "\n" + QUOTED).enclosures
    assert (page.reading.kind.value, page.reading.obligations) == ("news", ())
    assert read(NEWS).obligations, "news alone is all there is of the letter"
    told = [item.message for item in read(NEWS + "\n" + QUOTED).findings if item.code == "reading.further_document"]
    assert told[0].startswith("Trong tệp còn bản tin dẫn văn bản «Thị trấn Bến Rạng chỉ đạo khẩn")


def test_papers_have_the_kind_and_name_that_they_give_themselves() -> None:
    found = {name: [item.reading for item in read(text).enclosures] for name, text, *_ in FILES}
    assert [(one.kind.value, one.abstract.value) for one in found["minutes and plan"]] == [
        ("other", "Kiểm tra mốc giới đất rừng thôn Thượng"),
        ("ke_hoach", "Cắm lại mốc giới rừng năm 2022"),
    ]
    assert found["minutes of a meeting"][0].abstract.value == "BIÊN BẢN HỌP BAN QUẢN LÝ RỪNG"
    assert [item.message for item in found["minutes"][0].findings] == []  # nobody misses a number on minutes


def test_the_work_of_papers_is_read() -> None:
    minutes, plan = read(LETTER + MINUTES + PLAN).enclosures
    assert [(item.assignees[0].value, item.deadline.date) for item in minutes.reading.obligations if item.deadline] == [
        ("thôn Thượng", "2022-10-10")
    ]
    assert [(item.assignees[0].value, item.deadline.date) for item in plan.reading.obligations if item.deadline] == [
        ("Trưởng thôn Thượng", "2022-10-05"),
        ("Công chức địa chính", "2022-10-18"),
    ]


@pytest.mark.parametrize(
    "line", ["KẾ HOẠCH", "BIÊN BẢN", "DANH SÁCH", "BÁO CÁO KẾT QUẢ", "Kế hoạch gửi kèm", "KẾ HOẠCH CỦA THÔN:"]
)
def test_a_title_before_the_end_begins_no_document(line: str) -> None:
    at = LETTER.index("Giao Công chức")
    assert read(LETTER[:at] + line + "\n" + LETTER[at:]).enclosures == ()


def test_the_head_of_a_school_above_its_decision_is_no_end() -> None:
    """Who decides stands above the body like who signs below it."""
    at = documents.DECISION.index("Điều 2.")
    for line in ("HIỆU TRƯỞNG TRƯỜNG TRUNG HỌC CƠ SỞ LIM", "GIÁM ĐỐC"):
        text = documents.DECISION[:at] + line + "\nKẾ HOẠCH\n" + documents.DECISION[at:]
        assert read(text).enclosures == ()


@pytest.mark.parametrize("above", ["Trang chủ\nVăn bản\n", "Tải về | In bài\n", "Văn bản của thị trấn\n" * 5])
def test_links_above_a_letter_are_no_news(above: str) -> None:
    reading = read(above + QUOTED)
    assert (reading.number.value, reading.enclosures) == ("112/UBND-KT", ())


def test_a_list_needs_rows() -> None:
    assert read(LETTER + LIST.split("\n")[0]).enclosures == ()
