"""What a value might be instead: every value has its reason, every candidate its place, time grows with the text."""

from __future__ import annotations

import doctest
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from quantriet.engines.reading import Reading, Weighed, alternatives_of, from_dict, read, stored, weighed
from quantriet.engines.reading import alternatives as module
from tests.engines.reading import documents
from tests.engines.reading.test_properties import genre

CONCLUSIONS = """UBND TỈNH HẢI SƠN
SỞ TƯ PHÁP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số:      /TB-STP
Hải Sơn, ngày     tháng 11 năm 2026

THÔNG BÁO
Kết luận của Giám đốc Sở tại cuộc họp giao ban

Ngày 20/11/2026, Giám đốc Sở chủ trì họp giao ban và kết luận như sau:
1. Yêu cầu Trưởng các phòng chuyên môn, Giám đốc Trung tâm Trợ giúp pháp lý:
a) Rà soát hồ sơ tồn đọng, báo cáo kết quả trước ngày 05/12.
b) Không để phát sinh hồ sơ trễ hạn mới.
2. Giao Văn phòng Sở chủ trì, phối hợp với Phòng Hành chính tư pháp lập danh sách đề nghị khen thưởng.
3. Giao Văn phòng Sở theo dõi, đôn đốc, tổng hợp kết quả thực hiện.
4. Phòng Bổ trợ tư pháp trực tiếp hướng dẫn, báo cáo trước ngày 15/12/2026.
Thời hạn chung: hoàn thành toàn bộ nhiệm vụ trước ngày 20/12/2026.

Nơi nhận:
- Các phòng, đơn vị thuộc Sở;
- Phòng Bổ trợ tư pháp;
- Lưu: VT, VP.
GIÁM ĐỐC
"""


def every(reading: Reading) -> list[Weighed[Any]]:
    found = alternatives_of(reading)
    return [*found.head.values(), *(one for fields in found.obligations for one in fields)]


def of_duty(reading: Reading, words: str, field: str) -> Weighed[Any]:
    place = next(at for at, item in enumerate(reading.obligations) if words in item.title)
    return next(one for one in alternatives_of(reading).obligations[place] if one.field == field)


def check(reading: Reading) -> None:
    for one in every(reading):
        assert one.read.reason
        assert 0 <= one.read.doubt <= 1
        assert len(one.others) <= 20
        for other in one.others:
            assert other.reason
            assert other.value != one.read.value
            assert other.span is None or other.span.end <= len(reading.text)
    assert len(alternatives_of(reading).obligations) == len(reading.obligations)
    assert from_dict(reading.to_dict(), reading.text) == reading


def test_examples_hold() -> None:
    assert all(doctest.testmod(part).failed == 0 for part in (module, weighed, stored))


@pytest.mark.parametrize("text", documents.EVERY.values(), ids=list(documents.EVERY))
def test_every_value_of_a_document_has_its_reason(text: str) -> None:
    check(read(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(genre)
def test_holds_of_any_text_of_the_genre(text: str) -> None:
    check(read(text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(genre)
def test_the_narrowest_clause_is_found(text: str) -> None:
    """Against looking at every clause: the last one in the text that holds the place, and its parent."""
    reading = read(text)
    ground = module._Ground.of(reading)
    clauses = [(clause, above) for root in reading.clauses for clause, above in walk(root, None)]
    for item in reading.obligations:
        at = item.span.start
        holding = [pair for pair in clauses if pair[0].span.start <= at < pair[0].span.end]
        assert ground.around(at) == (holding[-1] if holding else (None, None))


def walk(clause: Any, above: Any) -> Any:
    yield clause, above
    for child in clause.children:
        yield from walk(child, clause)


def test_a_day_without_its_year_may_take_the_general_one_or_none() -> None:
    found = of_duty(read(CONCLUSIONS), "Rà soát", "deadline")
    assert (found.read.value.date, found.read.doubt) == ("2026-12-05", 0.35)
    assert "không ghi năm" in found.read.reason
    general, none = found.others
    assert (general.value.date, general.reason) == ("2026-12-20", "thời hạn chung của văn bản")
    assert general.span.of(CONCLUSIONS).endswith("20/12/2026")
    assert none.value is None


def test_a_month_long_past_is_read_as_one_of_the_next_year_and_doubted() -> None:
    text = CONCLUSIONS.replace("ngày     tháng 11", "ngày 23 tháng 12").replace("05/12", "05/01")
    found = of_duty(read(text), "Rà soát", "deadline")
    assert (found.read.value.date, found.read.doubt) == ("2027-01-05", 0.35)


def test_no_deadline_is_in_doubt_only_where_the_document_states_one() -> None:
    found = of_duty(read(CONCLUSIONS), "hủ trì", "deadline")
    assert (found.read.value, found.read.doubt) == (None, 0.4)
    assert [other.value.date for other in found.others] == ["2026-12-20"]
    without = of_duty(read(CONCLUSIONS.replace("trước ngày 20/12/2026", "sớm")), "hủ trì", "deadline")
    assert without.read.doubt < 0.3


def test_a_name_cut_short_is_offered_whole_with_its_neighbours() -> None:
    reading = read(CONCLUSIONS)
    units = [one for one in alternatives_of(reading).obligations[0] if one.field == "assignee"]
    values = {other.value for one in units for other in one.others}
    assert {"Phòng Bổ trợ tư pháp", "Các phòng, đơn vị thuộc Sở"} <= values
    assert any(one.read.value == "Giám đốc Trung tâm Trợ giúp pháp lý" for one in units) or (
        "Giám đốc Trung tâm Trợ giúp pháp lý" in values
    )
    assert not any("Lưu" in value for value in values)


def test_an_order_that_begins_with_a_ban_may_be_one() -> None:
    found = of_duty(read(CONCLUSIONS), "Không để", "type")
    values = {found.read.value, *(other.value for other in found.others)}
    assert {"task", "prohibition", "closing"} <= values
    assert found.read.value == "prohibition" or found.read.doubt >= 0.3


def test_nobody_named_offers_who_stands_near() -> None:
    reading = read(
        CONCLUSIONS.replace("2. Giao Văn phòng Sở chủ trì, phối hợp với Phòng Hành chính tư pháp", "2. Yêu cầu")
    )
    nobody = [one for fields in alternatives_of(reading).obligations for one in fields if one.read.value is None]
    asked = [one for one in nobody if one.field == "assignee"]
    assert asked
    assert all(
        one.read.doubt >= 0.6 and "Phòng Bổ trợ tư pháp" in [other.value for other in one.others] for one in asked
    )


def test_the_head_offers_what_the_text_says_elsewhere() -> None:
    head = alternatives_of(read(CONCLUSIONS)).head
    assert head["number"].read.doubt == 1.0
    assert [other.value for other in head["number"].others] == ["/TB-STP"]
    assert [other.value.isoformat() for other in head["date"].others] == ["2026-11-20"]
    report = alternatives_of(read(CONCLUSIONS.replace("THÔNG BÁO", "BÁO CÁO").replace("/TB-", "/BC-"))).head["kind"]
    assert (report.read.value, report.read.doubt) == ("other", 0.3)
    assert report.others[0].value == "bao_cao"
    nothing = alternatives_of(read("")).head
    assert all(one.read.reason for one in nothing.values())


def test_time_grows_with_the_text() -> None:
    clause = "{0}. Giao Văn phòng Sở lập danh sách trước ngày 05/12, gửi Phòng Bổ trợ tư pháp trong tháng 12/2026.\n"

    def seconds(count: int) -> float:
        reading = read(CONCLUSIONS.replace("2. Giao", "".join(map(clause.format, range(2, count))) + f"{count}. Giao"))
        assert len(reading.obligations) >= count
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            alternatives_of(reading)
            best = min(best, time.perf_counter() - start)
        return best

    small, large = seconds(100), seconds(800)
    assert large / small < 16, "8 times the text may not cost more than twice that"
