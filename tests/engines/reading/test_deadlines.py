"""Deadlines and recurrences, as clauses word them."""

from __future__ import annotations

import pytest

from quantriet.engines.kernel import Span
from quantriet.engines.reading.deadlines import find_condition, find_deadline
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
    ],
)
def test_what_is_no_deadline(words: str) -> None:
    assert find_deadline(_flat(words), 0, len(words)) is None


def test_the_year_of_the_document_is_borrowed_and_told() -> None:
    found = find_deadline(_flat("trước ngày 10/8"), 0, 15, 2021)
    assert found is not None
    assert (found.date, found.date_basis) == ("2021-08-10", "year_inferred")


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
