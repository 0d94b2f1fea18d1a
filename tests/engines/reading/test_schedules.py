"""What recurs is found the same where every pattern is tried on every text."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from quantriet.engines.reading import schedules

WORDS = """
    hằng hàng mỗi từng ngày tuần tháng quý quí năm lần / 01 02 6 06 sáu một hai cuối của và , trong định kỳ báo cáo
    lịch học_kỳ giữa các làm việc theo thứ đầu cả i 1 01_lần lần/ định_kỳ một_lần 06_tháng hằng_năm
"""


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), min_size=2, max_size=14).map(" ".join))
def test_a_pattern_left_out_would_have_found_nothing(words: str) -> None:
    words = words.replace("_", " ")
    found = list(schedules.recurrences_in(words))
    everything = tuple((kind, ("",), pattern) for kind, _, pattern in schedules._PATTERNS)
    with patch.object(schedules, "_PATTERNS", everything):
        assert found == list(schedules.recurrences_in(words))
