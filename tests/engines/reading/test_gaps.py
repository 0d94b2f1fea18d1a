"""What the reader was known not to do, in invented documents labelled before the rules were mended."""

from __future__ import annotations

import pytest

from quantriet.engines.reading import alternatives_of, read
from tests.engines.reading.gaps import HOURS, NAMED_ABOVE, TABLES
from tests.engines.reading.marking import wrongs

LABELLED = {**HOURS, **NAMED_ABOVE, **TABLES}


@pytest.mark.parametrize("name", LABELLED)
def test_every_value_is_read(name: str) -> None:
    found, _ = wrongs(read(LABELLED[name].text), LABELLED[name])
    assert found == []


@pytest.mark.parametrize("name", LABELLED)
def test_words_of_the_labels_stand_in_the_text_once(name: str) -> None:
    flat = " ".join(LABELLED[name].text.split())
    assert [asked.words for asked in LABELLED[name].asked if flat.count(asked.words) != 1] == []


# hours of one day


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("watch", [(2, None, ()), (2, "10:00", ("16:00",)), (3, "06:00", ("11:00", "17:30")), (2, None, ())]),
        (
            "river",
            [
                (2, "07:30", ("16:00",)),
                (2, "08:00", ("17:00",)),
                (2, "09:00", ("15:00",)),
                (1, "22:00", ()),
                (2, None, ()),
            ],
        ),
    ],
)
def test_every_hour_of_a_day_is_read(name: str, hours: list[tuple[int, str | None, tuple[str, ...]]]) -> None:
    terms = [item.deadline for item in read(HOURS[name].text).obligations]
    assert [(term.times, term.time, term.also_at) for term in terms if term] == hours


def test_a_schedule_of_hours_that_changes_has_the_hours_of_each_part() -> None:
    term = read(HOURS["river"].text).obligations[2].deadline
    assert term is not None
    assert (term.lasting, term.also_at) == ("5d", ("15:00",))
    assert [(part.kind, part.time, part.also_at, part.times) for part in term.further] == [("daily", "15:00", (), 1)]


def test_times_without_hours_are_told_as_a_doubt() -> None:
    reading = read(HOURS["watch"].text)
    weighed = [row[-2] for row in alternatives_of(reading).obligations]
    assert [(one.field, one.read.doubt >= 0.3) for one in weighed] == [
        ("deadline", True), ("deadline", False), ("deadline", False), ("deadline", True),
    ]  # fmt: skip
    assert weighed[0].read.reason == "nêu 2 lần một ngày nhưng không nêu giờ"
    told = [finding for finding in reading.findings if finding.code == "reading.hours_missing"]
    assert [finding.span.of(reading.text) for finding in told if finding.span] == ["ngày hai lần", "02 lần/ngày"]
