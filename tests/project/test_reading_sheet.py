"""The sheet of a reading says a term as a whole, however many parts it has."""

from __future__ import annotations

import pytest

from quantriet.engines.reading import read
from quantriet.project.reading_sheet import render_reading

TEXT = """UBND TỈNH PHƯỚC AN
SỞ Y TẾ

Số: 12/SYT-NV
V/v phun khử khuẩn

Phước An, ngày 20 tháng 7 năm 2021

Kính gửi: Trung tâm Y tế các huyện.

1. Giao Trung tâm Y tế các huyện tổ chức phun khử khuẩn {term}.
"""


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (
            "01 lần/ngày trong 01 tuần đầu; 03 lần/tuần trong 2 tuần tiếp theo",
            "hằng ngày, trong 7 ngày; sau đó hằng tuần 3 lần, trong 14 ngày («01 lần/ngày trong 01 tuần đầu»)",
        ),
        ("hai tuần một lần", "2 tuần một lần («hai tuần một lần»)"),
        (
            "đợt 1 trước ngày 15/8/2021, đợt 2 trước ngày 30/9/2021",
            "trước ngày 15/8/2021; và trước ngày 30/9/2021 («trước ngày 15/8/2021»)",
        ),
    ],
)
def test_the_whole_term_is_told(term: str, words: str) -> None:
    assert f"     hạn: {words}" in render_reading(read(TEXT.format(term=term))).splitlines()
