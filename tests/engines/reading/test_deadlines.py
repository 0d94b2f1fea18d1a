"""Deadlines and recurrences, as clauses word them."""

from __future__ import annotations

from datetime import date

import pytest

from quantriet.engines.kernel import Span
from quantriet.engines.reading.deadlines import find_condition, find_deadline, term_of_cell
from quantriet.engines.reading.flat import Flat

TABLE = [
    # words, kind, date, time, amount, inclusive
    ("trước ngày 31/7/2019", "once", "2019-07-31", None, None, False),
    ("trước ngày 31 tháng 12 năm 2019", "once", "2019-12-31", None, None, False),
    ("gửi danh sách trước 26/7/2021 qua thư", "once", "2021-07-26", None, None, False),
    ("trước 07h ngày 06/3/2020", "once", "2020-03-06", "07:00", None, False),
    ("trước 17 giờ 00 ngày 02/8/2019", "once", "2019-08-02", "17:00", None, False),
    ("chậm nhất ngày 31/12/2024", "once", "2024-12-31", None, None, True),
    ("chậm nhất 17h00 ngày 15/6/2019", "once", "2019-06-15", "17:00", None, True),
    ("từ ngày 20/11/2018 đến 01/8/2019", "once", "2019-08-01", None, None, True),
    ("hoàn thành trong tháng 6/2019", "once", "2019-06-30", None, None, True),
    ("thời gian hoàn thành trong quí III năm 2019", "once", "2019-09-30", None, None, True),
    ("hoàn thành trước ngày 10/8", "once", "--08-10", None, None, False),
    ("báo cáo trước 15h00 hàng ngày", "daily", None, "15:00", None, False),
    ("02lần/ngày (trước 16 giờ 30 hằng ngày)", "daily", None, "16:30", None, False),
    ("vào thứ hai hàng tuần", "weekly", None, None, None, True),
    ("trước ngày 20 hàng tháng", "monthly", "---20", None, None, False),
    ("ngày 01 và ngày 15 hàng tháng", "monthly", "---01 ---15", None, None, True),
    ("báo cáo hằng quý", "quarterly", None, None, None, True),
    ("định kỳ 06 tháng một lần", "half_yearly", None, None, None, True),
    ("báo cáo 06 tháng, hằng năm", "half_yearly", None, None, None, True),
    (
        "trước ngày 14 tháng 6 và ngày 14 tháng 12 hàng năm, 06 tháng một lần",
        "half_yearly",
        "--06-14 --12-14",
        None,
        None,
        False,
    ),
    ("định kỳ hằng năm (trước ngày 15 tháng 12)", "yearly", "--12-15", None, None, False),
    ("trong vòng 24 giờ kể từ khi có kết quả", "within", None, None, "24h", True),
    ("trong thời hạn 07 ngày làm việc", "within", None, None, "7d", True),
    ("trong thời gian 03 tháng kể từ ngày ban hành", "within", None, None, "3m", True),
    ("90 ngày trước khi giấy phép hết hạn", "within", None, None, "-90d", True),
    ("trước khi tổ chức ít nhất 05 ngày làm việc", "within", None, None, "-5d", True),
    ("không quá 3 ngày làm việc", "within", None, None, "3d", True),
    ("trả lời không quá 05 ngày", "within", None, None, "5d", True),
    ("kiểm tra lại sau 07 ngày", "within", None, None, "7d", True),
    ("sau khi hoàn thành việc bàn giao 10 ngày", "within", None, None, "10d", True),
    ("thời hạn: 15/12/2021", "once", "2021-12-15", None, None, True),
    ("hạn chót 17h ngày 15/12/2021", "once", "2021-12-15", "17:00", None, True),
    ("trong ngày 12/10/2021", "once", "2021-10-12", None, None, True),
    ("trước tháng 12/2021", "once", "2021-12-01", None, None, False),
    ("vào ngày 25 tháng cuối quý", "quarterly", "--03-25 --06-25 --09-25 --12-25", None, None, True),
    ("trước ngày 05 tháng sau liền kề hằng tháng", "monthly", "---05", None, None, False),
    ("vào ngày cuối cùng của tháng", "monthly", "---31", None, None, True),
    ("hằng tháng (trước ngày 22) báo cáo", "monthly", "---22", None, None, False),
    ("trước ngày 14/6 và trước ngày 14/12 hằng năm", "half_yearly", "--06-14 --12-14", None, None, False),
    ("mỗi học kỳ một lần", "half_yearly", None, None, None, True),
    ("trước 16h00 thứ Năm hằng tuần", "weekly", None, "16:00", None, False),
    ("03 tháng một lần tổ chức họp", "quarterly", None, None, None, True),
]

# words, kind, in every how many periods, how many times in each, how long
TURNS = [
    ("báo cáo định kỳ 2 tuần một lần", "weekly", 2, 1, None),
    ("giám sát hai tuần một lần tại các điểm tiêm", "weekly", 2, 1, None),
    ("cứ 10 ngày một lần báo cáo tiến độ", "daily", 10, 1, None),
    ("kiểm tra 15 ngày/lần", "daily", 15, 1, None),
    ("mỗi tháng 2 lần báo cáo", "monthly", 1, 2, None),
    ("một tháng hai lần", "monthly", 1, 2, None),
    ("02 lần/ngày trong 03 ngày đầu, sau đó 01 lần/ngày", "daily", 1, 2, "3d"),
    ("01 lần/ngày trong 01 tuần đầu, 03 lần/tuần trong 02 tuần tiếp theo", "daily", 1, 1, "7d"),
]

# words, how many times a day, at which hours, and whether it is doubted
HOURS = [
    ("báo cáo 02 lần/ngày", 2, [], True),
    ("báo cáo 2 lần mỗi ngày (trước 10h00 và 16h00)", 2, ["10:00", "16:00"], False),
    ("phun nước ngày hai lần", 2, [], True),
    ("điểm danh mỗi ngày 03 lần, vào 7h00, 11h30 và 17h00", 3, ["07:00", "11:30", "17:00"], False),
    ("mỗi ngày báo cáo 02 lần, buổi sáng trước 9 giờ, buổi chiều trước 4 giờ", 2, ["09:00", "16:00"], False),
    ("gửi ảnh hai lần một ngày lúc 8h và 20h", 2, ["08:00", "20:00"], False),
    ("trước 16h30 và trước 9h30 hằng ngày gửi bảng tin", 2, ["09:30", "16:30"], False),
    ("lần 1 trước 10h00; lần 2 trước 15h00 hằng ngày", 2, ["10:00", "15:00"], False),
    ("8h00, 14h00 và 20h00 hằng ngày đọc số đo", 3, ["08:00", "14:00", "20:00"], False),
    ("03 lần/ngày (trước 8h00 và 16h00)", 3, ["08:00", "16:00"], True),
    ("01 lần/ngày (trước 15h00)", 1, ["15:00"], False),
    ("trực hằng ngày từ 7h00 đến 17h00", 1, ["17:00"], False),
    ("hằng ngày nâng công suất gấp 2 lần", 1, [], False),
    ("hằng ngày trước 5 giờ chiều", 1, ["17:00"], False),
    ("hằng ngày trước 12 giờ trưa", 1, ["12:00"], False),
]

# words, the kinds and days that go on from the first
FURTHER = [
    ("02 lần/ngày trong 03 ngày đầu, sau đó 01 lần/ngày", [("daily", None)]),
    ("01 lần/ngày trong 01 tuần đầu, 03 lần/tuần trong 02 tuần tiếp theo", [("weekly", None)]),
    ("đợt 1 trước ngày 15/4/2022; đợt 2 trước ngày 30/7/2022", [("once", "2022-07-30")]),
    ("đợt 1 trước 15/11, đợt 2 trước 30/12", [("once", "2021-12-30")]),
    ("báo cáo hàng tuần (vào thứ 5) và đột xuất khi có cháy rừng xảy ra", [("ad_hoc", None)]),
    ("trước ngày 15/4/2022", []),
]


def _flat(words: str) -> Flat:
    return Flat.of(words, (Span(0, len(words)),))


@pytest.mark.parametrize(("words", "kind", "day", "time", "amount", "inclusive"), TABLE, ids=[row[0] for row in TABLE])
def test_deadlines(
    words: str, kind: str, day: str | None, time: str | None, amount: str | None, inclusive: bool
) -> None:
    found = find_deadline(_flat(words), 0, len(words))
    assert found is not None
    assert (found.kind, found.date, found.time, found.amount, found.inclusive) == (kind, day, time, amount, inclusive)
    assert found.span is not None
    assert found.text == found.span.of(words)


@pytest.mark.parametrize(
    "words",
    [
        "khẩn trương, kịp thời thực hiện ngay",
        "theo Công văn số 12/SMH-VP ngày 18/7/2021",
        "tình hình 6 tháng đầu năm 2019",
        "trong 02 năm liên tục không báo cáo",
        "trực 24/24 giờ",
        "chi trả chế độ hằng tháng với số tiền hơn 1 tỷ đồng",
        "không thực hiện lịch nghỉ thứ Bảy, Chủ nhật hàng tuần",
        "tiếp nhận từ 7h30 đến 11h00",
        "nộp trong giờ hành chính các ngày làm việc trong tuần",
        "cho phép nghỉ không quá 05 ngày",
        "tăng 1,5 lần/năm so với kế hoạch",
        "tình hình thực hiện nhiệm vụ trong tháng 8",
        "trong thời gian sớm nhất",
    ],
)
def test_what_is_no_deadline(words: str) -> None:
    assert find_deadline(_flat(words), 0, len(words)) is None


@pytest.mark.parametrize(
    ("words", "issued", "day"),
    [
        ("trước ngày 10/8", 2021, "2021-08-10"),
        ("trước ngày 10/8", date(2021, 7, 30), "2021-08-10"),
        ("trước ngày 10 tháng 01", date(2021, 12, 20), "2022-01-10"),
        ("trước ngày 28 tháng 02 năm sau", date(2021, 1, 5), "2022-02-28"),
        ("hoàn thành trong quý IV", date(2021, 10, 4), "2021-12-31"),
        ("xong trong tháng 11", date(2021, 10, 4), "2021-11-30"),
    ],
)
def test_the_year_is_taken_from_the_day_of_the_document_and_told(words: str, issued: date | int, day: str) -> None:
    found = find_deadline(_flat(words), 0, len(words), issued)
    assert found is not None
    assert (found.date, found.date_basis, found.reason) == (day, "year_inferred", "năm suy từ ngày văn bản")
    assert found.doubt > 0


def test_a_day_without_any_year_stays_open_and_doubted() -> None:
    found = find_deadline(_flat("trước ngày 10/8"), 0, 15)
    assert found is not None
    assert (found.date, found.date_basis, found.doubt) == ("--08-10", "year_missing", 0.7)


@pytest.mark.parametrize(("words", "kind", "every", "times", "lasting"), TURNS, ids=[row[0] for row in TURNS])
def test_turns(words: str, kind: str, every: int, times: int, lasting: str | None) -> None:
    found = find_deadline(_flat(words), 0, len(words))
    assert found is not None
    assert (found.kind, found.every, found.times, found.lasting) == (kind, every, times, lasting)


@pytest.mark.parametrize(("words", "times", "hours", "is_doubted"), HOURS, ids=[row[0] for row in HOURS])
def test_hours_of_a_day(words: str, times: int, hours: list[str], is_doubted: bool) -> None:
    found = find_deadline(_flat(words), 0, len(words))
    assert found is not None
    assert (found.kind, found.times) == ("daily", times)
    assert [found.time, *found.also_at] == (hours or [None])
    assert (found.doubt > 0, bool(found.reason)) == (is_doubted, is_doubted)


@pytest.mark.parametrize(("words", "further"), FURTHER, ids=[row[0] for row in FURTHER])
def test_what_goes_on_from_a_term_is_kept(words: str, further: list[tuple[str, str | None]]) -> None:
    found = find_deadline(_flat(words), 0, len(words), date(2021, 10, 4))
    assert found is not None
    assert [(term.kind, term.date) for term in found.further] == further


def test_brackets_around_an_hour_stay_whole() -> None:
    words = "báo cáo 01 lần/ngày (trước 15h00) về Văn phòng"
    found = find_deadline(_flat(words), 0, len(words))
    assert found is not None
    assert found.text == "01 lần/ngày (trước 15h00)"


@pytest.mark.parametrize(
    ("cell", "kind", "day"),
    [
        ("10/4/2023", "once", "2023-04-10"),
        ("Trước ngày 15/4/2023", "once", "2023-04-15"),
        ("Quý I/2026", "once", "2026-03-31"),
        ("Tháng 4/2024", "once", "2024-04-30"),
        ("Hằng ngày", "daily", None),
        ("15/11", "once", "2021-11-15"),
        ("Thường xuyên", None, None),
    ],
)
def test_cells_of_a_table_need_no_word_of_limit(cell: str, kind: str | None, day: str | None) -> None:
    found = term_of_cell(_flat(cell), date(2021, 10, 4))
    assert (found.kind if found else None, found.date if found else None) == (kind, day)


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("báo cáo đột xuất khi có thiệt hại", "đột xuất khi có thiệt hại"),
        ("tạm dừng hoạt động nếu cán bộ phải cách ly", "nếu cán bộ phải cách ly"),
        ("xử lý vi phạm (nếu có)", None),
        ("chuẩn bị lực lượng để ứng cứu khi có sự cố", None),
        ("vận động người dân nếu phát hiện thì báo ngay", None),
        ("xây dựng kịch bản ứng phó khi xảy ra thiên tai", None),
    ],
)
def test_conditions(words: str, condition: str | None) -> None:
    found = find_condition(_flat(words), 0, len(words))
    assert (found.text if found else None) == condition
