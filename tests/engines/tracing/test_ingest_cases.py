"""Index cases as typed: what is meant is found, what is not is refused with a name that may have been meant."""

from __future__ import annotations

import pytest

from quantriet.engines.tracing.ingest_cases import Window, nearest, number_cases, read_window
from quantriet.engines.tracing.ingest_rows import IngestError
from quantriet.engines.tracing.model import Case

ZONE = 7 * 3600
EIGHT = 1_626_768_000  # 2021-07-20 08:00 on the log's clock


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("An,2021-07-20T08:00,2021-07-20T09:00", Window("An", EIGHT, EIGHT + 3600)),
        ("Lê, Dũng, P. 2,2021-07-20 08:00:00,2021-07-20T09:00", Window("Lê, Dũng, P. 2", EIGHT, EIGHT + 3600)),
        ("An,2021-07-20T01:00Z,2021-07-20T09:00", Window("An", EIGHT, EIGHT + 3600)),
        ("An,2021-07-20,2021-07-21", Window("An", EIGHT - 8 * 3600, EIGHT + 16 * 3600)),
    ],
)
def test_a_window_is_read_from_the_right(text: str, window: Window) -> None:
    assert read_window(text, ZONE) == window


@pytest.mark.parametrize(
    "text",
    [
        "An", "An,2021-07-20T08:00", ",2021-07-20T08:00,2021-07-20T09:00", "An,20/7,21/7", "An,2021-02-30,2021-03-02",
        "An,2021-07-20T08:00,2021-07-20T08:00", "An,2021-07-21T08:00,2021-07-20T08:00",
    ],
)  # fmt: skip
def test_what_is_no_window_is_told_in_a_sentence(text: str) -> None:
    with pytest.raises(IngestError, match=r"ca chỉ điểm «.*\.$"):
        read_window(text, ZONE)


def test_overlapping_windows_of_a_person_become_one() -> None:
    windows = [
        Window("Bình", 5, 10),
        Window("An", 8, 20),
        Window("An", 0, 9),
        Window("An", 20, 30),
        Window("An", 50, 60),
    ]
    cases = number_cases(windows, ["An", "Bình"])
    assert sorted(cases, key=lambda case: (case.person, case.start)) == [
        Case(0, 0, 20), Case(0, 20, 30), Case(0, 50, 60), Case(1, 5, 10),
    ]  # fmt: skip


def test_somebody_unknown_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(IngestError, match=r"Có phải «Nguyễn Văn Đạt» hay «Nguyễn Văn Đát»\?"):
        number_cases([Window("nguyen van dat", 0, 1)], ["Nguyễn Văn Đát", "Nguyễn Văn Đạt", "Trần Bình"][::-1])
    with pytest.raises(IngestError, match="Kiểm tra lại mã người"):
        number_cases([Window("Zzz", 0, 1)], ["An"])


def test_the_nearest_of_very_many_names() -> None:
    people = [f"P{number:06d}" for number in range(30_000)]
    assert nearest("p001234 ", people)[0] == "P001234"
