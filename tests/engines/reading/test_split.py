"""Several documents in one file: each is found, read as if it were alone, and nothing of the text is lost."""

from __future__ import annotations

import time

import pytest

from quantriet.engines.reading import read
from tests.engines.reading import documents, files
from tests.engines.reading.test_properties import check
from tests.engines.reading.test_unseen import EVERY

SINGLE = {**documents.EVERY, **{name: unseen.text for name, unseen in EVERY.items()}}
HEADED = sorted(name for name, text in SINGLE.items() if read(text).kind.value != "news")


@pytest.mark.parametrize(("name", "text", "roles", "firsts", "main"), files.FILES, ids=[row[0] for row in files.FILES])
def test_each_document_of_a_file_is_found(
    name: str, text: str, roles: list[str], firsts: list[str], main: tuple[str, str | None]
) -> None:
    reading = read(text)
    assert (reading.kind.value, reading.number.value) == main
    assert [item.role for item in reading.enclosures] == roles
    for item, first in zip(reading.enclosures, firsts, strict=True):
        assert item.span.of(reading.text) == item.reading.text
        assert item.reading.text.startswith(first)
    check(reading)


@pytest.mark.parametrize("text", [row[1] for row in files.FILES], ids=[row[0] for row in files.FILES])
def test_an_enclosure_is_read_as_if_it_were_alone(text: str) -> None:
    """The oracle is the plain way: cut the text by hand and read each piece."""
    for item in read(text).enclosures:
        alone = read(item.span.of(read(text).text), item.role)
        assert (alone.enclosures, alone.to_label(), alone.clauses) == (
            (),
            item.reading.to_label(),
            item.reading.clauses,
        )


def test_every_line_is_in_one_document() -> None:
    for _, text, *_rest in files.FILES:
        reading = read(text)
        covered = "\n".join(item.span.of(reading.text) for item in reading.enclosures)
        main = reading.text
        for item in reversed(reading.enclosures):
            main = f"{main[: item.span.start]}\n{main[item.span.end :]}"
        assert sorted(f"{main}\n{covered}".split()) == sorted(text.split())


@pytest.mark.parametrize("name", sorted(SINGLE))
def test_one_document_stays_one(name: str) -> None:
    assert read(SINGLE[name]).enclosures == ()


@pytest.mark.parametrize("first", HEADED)
def test_any_two_letters_behind_one_another_are_two(first: str) -> None:
    for second in HEADED[:: max(1, len(HEADED) // 6)]:
        text = f"{SINGLE[first].rstrip()}\n{SINGLE[second].strip()}\n"
        reading = read(text)
        assert [item.reading.text for item in reading.enclosures] == [read(SINGLE[second].strip()).text], second
        assert reading.to_label() == read(SINGLE[first].rstrip()).to_label()


def test_the_work_of_an_annex_is_read() -> None:
    annex = read(files.LETTER + files.ANNEX).enclosures[0].reading
    assert [item.assignees[0].value for item in annex.obligations] == [
        "Trung tâm Y tế huyện Tân Lập",
        "Bệnh viện huyện Tân Lập",
    ]
    assert [item.deadline.date for item in annex.obligations if item.deadline] == ["2021-08-15", "2021-08-18"]


def test_what_came_along_has_the_name_that_it_gives_itself() -> None:
    names = {name: [item.reading.abstract.value for item in read(text).enclosures] for name, text, *_ in files.FILES}
    assert names["list"] == ["DANH SÁCH Đơn vị được kiểm tra năm 2021"]
    assert names["plan"] == ["Phòng, chống dịch bệnh trên trâu, bò năm 2023"]
    assert names["tables"] == ["TỔNG HỢP KẾT QUẢ THỰC HIỆN", "TỔNG HỢP KINH PHÍ"]
    assert names["annexes"] == ["PHÂN CÔNG NHIỆM VỤ", "DANH SÁCH ĐẦU MỐI"]


def test_an_annex_alone_is_read_as_one() -> None:
    reading = read(files.ANNEX)
    assert (reading.kind.value, reading.abstract.value, len(reading.obligations)) == ("other", "PHÂN CÔNG NHIỆM VỤ", 2)


@pytest.mark.parametrize(
    "heading", ["PHỤ LỤC!I", "PHỤ LỤC |", "PHỤ LỤC số 02", "PHỤ LỤC", "Phụ lục 1a", "PHỤ LỤC 3: DANH SÁCH"]
)
def test_an_annex_is_known_by_its_heading_however_damaged(heading: str) -> None:
    reading = read(files.LETTER + files.ANNEX.replace("PHỤ LỤC I", heading))
    assert [(item.role, item.reading.text.split("\n")[0]) for item in reading.enclosures] == [("annex", heading)]


def test_an_annex_before_its_letter_is_not_the_main_one() -> None:
    reading = read(files.ANNEX + files.LETTER)
    assert (reading.number.value, [item.role for item in reading.enclosures]) == ("345/KSBT-PCD", ["annex"])


def test_the_spans_behind_a_cover_count_in_the_whole_text() -> None:
    reading = read(files.MAIL + "\n" + files.LETTER)
    assert reading.number.span is not None
    assert reading.number.span.of(reading.text).strip() == "345/KSBT-PCD"
    assert [item.span.of(reading.text) for item in reading.citations] == [
        item.span.of(read(files.LETTER).text) for item in read(files.LETTER).citations
    ]


def test_the_issuer_above_a_decision_signs_nothing() -> None:
    """So what follows soon after it begins no new document."""
    at = documents.DECISION.index("Điều 2.")
    text = documents.DECISION[:at] + "Mẫu số 01\nTHEO DÕI DỊCH BỆNH\n" + documents.DECISION[at:]
    assert read(text).enclosures == ()


@pytest.mark.parametrize(
    "line",
    [
        "Mẫu số 01 kèm theo Công văn này.",
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013 và các văn bản liên quan;",
        "Phụ lục I kèm theo Công văn này nêu danh sách các đơn vị.",
        "đơn đề nghị của công dân (kèm theo hồ sơ) được tiếp nhận tại bộ phận một cửa.",
        "(kèm theo danh sách)",
        "Mẫu số 01 ban hành kèm theo Thông tư được dùng để báo cáo, các đơn vị tải về từ trang điện tử.",
    ],
)
def test_a_sentence_that_names_another_paper_begins_none(line: str) -> None:
    at = documents.LETTER.index("- Báo cáo tuần")
    assert read(documents.LETTER[:at] + line + "\n" + documents.LETTER[at:]).enclosures == ()


def test_many_documents_take_linear_time() -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        read(documents.LETTER * count)
        return time.process_time() - began

    seconds(1)
    short, long = min(seconds(8) for _ in range(3)), min(seconds(32) for _ in range(3))
    assert long < 4 * short * 2
    assert len(read(documents.LETTER * 100).enclosures) == 39
