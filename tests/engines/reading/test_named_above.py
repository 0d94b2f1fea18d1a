"""Words that point to units named elsewhere give those units, each at the place that names it."""

from __future__ import annotations

import pytest

from quantriet.engines.reading import ReadObligation, alternatives_of, read
from quantriet.engines.reading.places import existing, prefixes, way_of, ways_in

HEAD = """UBND HUYỆN ĐỒI MÂY
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 61/UBND-TH
V/v chuẩn bị lễ hội
Đồi Mây, ngày 03 tháng 02 năm 2022

Kính gửi:
- Các phòng thuộc huyện;
- Hạt Kiểm lâm.

Ủy ban nhân dân huyện yêu cầu thực hiện các nội dung sau:

"""


def _last(body: str) -> ReadObligation:
    return read(HEAD + body).obligations[-1]


# body, the units that its last obligation means, whether they are doubted
CASES = [
    ("Giao Phòng Y tế mua thuốc. Phòng này báo cáo trước ngày 10/02/2022.", ["Phòng Y tế"], False),
    ("Giao Phòng Y tế, Hạt Kiểm lâm trực. Hai đơn vị này báo cáo kết quả.", ["Phòng Y tế", "Hạt Kiểm lâm"], False),
    ("Giao Phòng Y tế, Hạt Kiểm lâm trực. Ba đơn vị này báo cáo kết quả.", ["Phòng Y tế", "Hạt Kiểm lâm"], True),
    ("Giao Phòng Y tế, Hạt Kiểm lâm trực. Hạt này báo cáo kết quả.", ["Hạt Kiểm lâm"], False),
    ("Giao Phòng Y tế, Hạt Kiểm lâm trực. Đơn vị này báo cáo kết quả.", ["Hạt Kiểm lâm"], True),
    ("Giao Phòng Y tế, Hạt Kiểm lâm trực. Phòng nêu trên báo cáo kết quả.", ["Phòng Y tế"], False),
    (
        "Giao Phòng Y tế phối hợp với Hạt Kiểm lâm kiểm tra. Các đơn vị này báo cáo kết quả.",
        ["Phòng Y tế", "Hạt Kiểm lâm"],
        True,
    ),
    ("1. Giao Phòng Y tế mua thuốc.\n2. Đơn vị này báo cáo kết quả.", ["Phòng Y tế"], True),
    (
        "1. Giao Phòng Y tế mua thuốc.\n2. Giao Hạt Kiểm lâm trực.\n3. Các đơn vị nêu trên báo cáo kết quả.",
        ["Phòng Y tế", "Hạt Kiểm lâm"],
        True,
    ),
    (
        "1. Giao Phòng Y tế mua thuốc.\n2. Công việc khác:\na) Hạt Kiểm lâm trực.\n"
        "b) Đội Bảo vệ tuần tra.\nc) Thủ trưởng các đơn vị nói trên báo cáo kết quả.",
        ["Hạt Kiểm lâm", "Đội Bảo vệ"],
        True,
    ),
    (
        "1. Giao Phòng Y tế mua thuốc.\n2. Giao Hạt Kiểm lâm trực.\n3. Các đơn vị tại mục 1 báo cáo kết quả.",
        ["Phòng Y tế"],
        False,
    ),
    (
        "1. Giao Phòng Y tế mua thuốc.\n2. Giao Hạt Kiểm lâm trực.\n3. Giao Đội Bảo vệ tuần tra.\n"
        "4. Các đơn vị được giao nhiệm vụ tại mục 1 và mục 3 báo cáo kết quả.",
        ["Phòng Y tế", "Đội Bảo vệ"],
        False,
    ),
    (
        "1. Các đơn vị tại điểm b mục 2 báo cáo kết quả.\n2. Công việc khác:\na) Hạt Kiểm lâm trực.\n"
        "b) Đội Bảo vệ tuần tra.",
        ["Đội Bảo vệ"],
        False,
    ),
    (
        "1. Các đơn vị dự: Phòng Y tế; Hạt Kiểm lâm.\n2. Các đơn vị có tên tại mục 1 báo cáo kết quả.",
        ["Phòng Y tế", "Hạt Kiểm lâm"],
        True,
    ),
    ("1. Giao Phòng Y tế mua thuốc.\n2. Các đơn vị tại mục 7 báo cáo.", ["Các đơn vị tại mục 7"], True),
    ("Các đơn vị nêu trên báo cáo kết quả trước ngày 10/02/2022.", ["Các đơn vị nêu trên"], True),
    (
        "Giao Phòng Y tế trực. Trường hợp cháy ở thôn nào thì thôn đó phải báo ngay về huyện.",
        ["thôn đó"],
        False,
    ),
    (
        "1. Giao Phòng Y tế trực.\n2. Các đơn vị nêu trên có trách nhiệm:\na) Lập danh sách người trực.\n"
        "b) Gửi danh sách về huyện.",
        ["Phòng Y tế"],
        True,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "units", "is_doubted"), CASES, ids=[row[0][-60:] for row in CASES])
def test_words_that_point_give_the_units(body: str, units: list[str], is_doubted: bool) -> None:
    text = HEAD + body
    item = next(item for item in _by_place(text) if item.assignees)
    assert [unit.value for unit in item.assignees] == units
    assert all(unit.span is not None and unit.span.of(text) == unit.value for unit in item.assignees)
    assert all((unit.doubt >= 0.3) == is_doubted for unit in item.assignees)


def _by_place(text: str) -> list[ReadObligation]:
    """The obligations, those first whose words point; else from the last."""
    items = read(text).obligations
    pointing = [item for item in items if "tại điểm" in text[item.span.start : item.span.start + 40]]
    return [*pointing, *reversed(items)]


def test_who_is_doubted_has_others_to_choose_from() -> None:
    reading = read(HEAD + "Giao Phòng Y tế, Hạt Kiểm lâm trực. Đơn vị này báo cáo kết quả.")
    weighed = alternatives_of(reading).obligations[-1][0]
    assert (weighed.read.value, weighed.read.reason) == ("Hạt Kiểm lâm", "đơn vị nêu ở câu trước")
    assert "Phòng Y tế" in [other.value for other in weighed.others]


def test_the_reason_names_the_clause() -> None:
    unit = _last("1. Giao Phòng Y tế trực.\n2. Các đơn vị tại mục 1 báo cáo kết quả.").assignees[0]
    assert unit.reason == "đơn vị nêu ở mục 1"


@pytest.mark.parametrize(
    ("place", "path", "ways"),
    [
        ("diem a khoan nay", ("Điều 2", "1", "c"), [("2", "1", "a")]),
        ("cac diem a, b khoan 1 dieu nay", ("Điều 2", "3"), [("2", "1", "a"), ("2", "1", "b")]),
        ("diem a khoan 1 va diem b khoan 2 dieu 4", ("Điều 5",), [("1", "a"), ("4", "2", "b")]),
        ("muc 1 va muc 2", ("II", "3"), [("1",), ("2",)]),
        ("muc nay", ("II", "3"), [("ii",)]),
        ("muc nay", ("3", "b"), [("3",)]),
        ("muc ii ke hoach nay", ("III", "1"), [("ii",)]),
        ("khoan 2 dieu 5 nghi dinh so 12", ("1",), []),
        ("phu luc kem theo", ("1",), []),
        ("dieu nay", ("1",), []),
    ],
)
def test_ways_to_clauses(place: str, path: tuple[str, ...], ways: list[tuple[str, ...]]) -> None:
    assert ways_in(place, path) == ways


def test_the_nearest_clause_of_a_name_is_meant() -> None:
    known = prefixes(way_of(path) for path in (("I", "2"), ("II", "2", "a"), ("II", "5"), ("2",)))
    assert existing(("2",), ("ii", "5"), known) == ("ii", "2")
    assert existing(("2",), ("iii", "1"), known) == ("2",)
    assert existing(("i", "2"), ("ii", "5"), known) == ("i", "2")
    assert existing(("9",), ("ii", "5"), known) is None


def test_many_such_words_cost_no_more_than_their_number() -> None:
    import time

    piece = "1. Giao Phòng Y tế trực.\n2. Các đơn vị tại mục 1 báo cáo kết quả. Các đơn vị nêu trên trực đêm.\n"

    def seconds(copies: int) -> float:
        started = time.process_time()
        read(HEAD + piece * copies)
        return time.process_time() - started

    seconds(10)
    assert seconds(1600) < 16 * seconds(200) + 0.2
