"""Lists of units and posts: where they end, how they split."""

from __future__ import annotations

import pytest

from quantriet.engines.kernel import Span
from quantriet.engines.reading.flat import Flat
from quantriet.engines.reading.units import end_of_units, split_units

TABLE = [
    ("Sở Văn hóa, Thể thao và Du lịch tổ chức", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("các sở, ban, ngành báo cáo", ["các sở, ban, ngành"]),
    ("các phòng, ban, đơn vị có liên quan phối hợp", ["các phòng, ban, đơn vị có liên quan"]),
    (
        "Trưởng các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở thực hiện",
        ["Trưởng các phòng chuyên môn", "đơn vị sự nghiệp thuộc Sở"],
    ),
    (
        "các đồng chí Lãnh đạo Sở; Trưởng các phòng và Chánh Văn phòng chủ động",
        ["Lãnh đạo Sở", "Trưởng các phòng", "Chánh Văn phòng"],
    ),
    (
        "các sở: Nông nghiệp và Phát triển nông thôn, Xây dựng, Nội vụ đôn đốc",
        ["Nông nghiệp và Phát triển nông thôn", "Xây dựng", "Nội vụ"],
    ),
    (
        "Giám đốc các sở: Tài chính, Y tế; Chủ tịch UBND huyện Tân Lập khẩn trương",
        ["Tài chính", "Y tế", "Chủ tịch UBND huyện Tân Lập"],
    ),
    (
        "các Sở, Ban, ngành, đoàn thể, tổ chức chính trị - xã hội, UBND các huyện, thị xã triển khai",
        ["các Sở, Ban, ngành, đoàn thể", "tổ chức chính trị - xã hội", "UBND các huyện, thị xã"],
    ),
    (
        "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh chỉ đạo",
        ["Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh"],
    ),
    (
        "Thanh tra huyện, Chi nhánh văn phòng đăng ký đất đai Tân Lập và UBND thị trấn kiểm tra",
        ["Thanh tra huyện", "Chi nhánh văn phòng đăng ký đất đai Tân Lập", "UBND thị trấn"],
    ),
    ("Cán bộ, giảng viên, sinh viên Học viện nghiêm túc", ["Cán bộ, giảng viên, sinh viên Học viện"]),
    ("Đơn vị có cán bộ đi công tác lập danh sách", ["Đơn vị có cán bộ đi công tác"]),
    # names that end in a verb
    ("Phòng Kế hoạch tổng hợp chủ trì", ["Phòng Kế hoạch tổng hợp"]),
    ("Phòng Hành chính tổng hợp lập danh sách", ["Phòng Hành chính tổng hợp"]),
    ("Trung tâm Kiểm soát bệnh tật tỉnh giám sát", ["Trung tâm Kiểm soát bệnh tật tỉnh"]),
    ("Đội Quản lý trật tự đô thị tháo dỡ", ["Đội Quản lý trật tự đô thị"]),
    ("Chủ tịch Hội đồng quản lý Quỹ bảo trì đường bộ quyết định", ["Chủ tịch Hội đồng quản lý Quỹ bảo trì đường bộ"]),
    ("Sở Tài chính thẩm định, trình", ["Sở Tài chính"]),
    # bare names under a shared head
    ("Phòng Tư pháp, Nội vụ và Tài chính rà soát", ["Phòng Tư pháp", "Nội vụ", "Tài chính"]),
    ("UBND các huyện Đắk Mơ, Tuy Sơn kiểm tra", ["UBND các huyện Đắk Mơ", "Tuy Sơn"]),
    ("các phòng Tư pháp, Tài chính - Kế hoạch rà soát", ["các phòng Tư pháp", "Tài chính - Kế hoạch"]),
    ("Hội Nông dân, Hội Phụ nữ, Đoàn Thanh niên phát động", ["Hội Nông dân", "Hội Phụ nữ", "Đoàn Thanh niên"]),
    # verbs that no list holds: the name ends by its own grammar
    ("Hạt Kiểm lâm huyện mở đợt cao điểm", ["Hạt Kiểm lâm huyện"]),
    ("Công an xã lên lịch tuần tra", ["Công an xã"]),
    ("Tổ dân phố số 4 phát tờ rơi", ["Tổ dân phố số 4"]),
    ("Điện lực Tân Phú cắt điện", ["Điện lực Tân Phú"]),
    ("Ban Quản lý rừng phòng hộ Sông Đà trực cháy", ["Ban Quản lý rừng phòng hộ Sông Đà"]),
    ("Hiệp hội Nước mắm Phan Sơn đăng ký", ["Hiệp hội Nước mắm Phan Sơn"]),
]


@pytest.mark.parametrize(("words", "units"), TABLE, ids=[row[0][:40] for row in TABLE])
def test_lists_of_units(words: str, units: list[str]) -> None:
    flat = Flat.of(words, (Span(0, len(words)),))
    end = end_of_units(flat, 0, len(flat.text))
    assert end is not None
    assert [flat.text[a:b] for a, b in split_units(flat, 0, end)] == units


def test_a_list_without_a_verb_has_no_end() -> None:
    words = "Sở Nội vụ, Sở Tài chính"
    assert end_of_units(Flat.of(words, (Span(0, len(words)),)), 0, len(words)) is None
