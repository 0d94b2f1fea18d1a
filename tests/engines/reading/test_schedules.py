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


@given(
    st.lists(st.tuples(st.integers(0, 23), st.sampled_from([0, 15, 30])), min_size=1, max_size=3, unique=True),
    st.sampled_from(["{}h{:02}", "{} giờ {:02}", "{}:{:02}", "{} giờ {:02} phút"]),
    st.sampled_from(["hằng ngày trước {}", "{} lần/ngày (trước {})", "vào lúc {} mỗi ngày", "trước {} hằng ngày"]),
    st.sampled_from([", trước ", ", ", "; "]),
)
def test_hours_written_in_any_way_come_back(hours: list[tuple[int, int]], form: str, frame: str, joint: str) -> None:
    written = [form.format(*hour) for hour in hours]
    listed = joint.join(written[:-1]) + (" và " if written[:-1] else "") + written[-1]
    words = frame.format(*([len(hours), listed] if frame.count("{}") == 2 else [listed]))
    term = schedules.recurrence_in(words)
    assert term is not None
    clocks = sorted(f"{hour:02}:{minute:02}" for hour, minute in hours)
    assert ([term.time, *term.also_at], term.times, term.doubt) == (clocks, len(hours), 0.0)
