"""Files as they come: the fast reading equals the plain one, each fault costs its own row, nothing is lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quantriet.engines.tracing import oracle
from quantriet.engines.tracing.ingest import Ingested, Limits, Note, Reason, Table, read_log
from quantriet.engines.tracing.ingest_rows import IngestError
from quantriet.engines.tracing.ingest_times import TimeForm
from quantriet.engines.tracing.model import Case, Log, Rules
from quantriet.engines.tracing.summary import Found, Writer, in_order
from tests.engines.tracing.logs import Problem, encounters_of, problems, visits_of
from tests.engines.tracing.plain_ingest import read_encounters

ZONE, DAY = 7 * 3600, 86_400
NOW = 1_627_000_000  # 2021-07-23 00:26:40
LIMITS = Limits(oldest=NOW - 20 * 365 * DAY, now=NOW, tolerance=3600, longest=31 * DAY, doubtful=DAY, zone=ZONE)
HEADER = "person_a,person_b,start,end,place,source"

NAMES = (
    "An",
    " An",
    "Bình",
    unicodedata.normalize("NFD", "Bình"),
    "Chi",
    '"Lê, Dũng"',
    '"Vy"',
    '""',
    'a"b',
    "",
    "x" * 70,
    "Em\u00a0",
)
TIMES = (
    "2021-07-20T08:00", "2021-07-20T08:30", "2021-07-20 08:30:00", "2021-07-20T23:50", "2021-07-21T00:10:30",
    "2021-07-20T01:30Z", "2021-07-20T08:30:00+07:00", "2021-07-20T08:45:10.500", "2021-07-20T20:00-0500",
    "2021-02-29T08:00", "2021-07-20T24:00", "2021-07-20T08:60:00", "2021-07-20", "22/07/2021 8:00", "8h", "",
    "2021-08-20T08:00", "2021-05-01T08:00", "1900-01-01T08:00", "1900-01-01T09:00", "2O21-07-20T08:00",
    "０021-07-20T08:00",
)  # fmt: skip
LINES = (
    "",
    "   ",
    "rác",
    ",,,,,",
    'An,"Bình,2021-07-20T08:00,2021-07-20T09:00,,',
    "An,Bình\ufffd,,,,",
    "An,,,,,,,",
    "1,2,3,4,5,6,7",
)

CELLS = st.tuples(
    *(st.sampled_from(NAMES),) * 2, *(st.sampled_from(TIMES),) * 2,
    st.sampled_from(("", "P1", "Q")), st.sampled_from("ab"),
)  # fmt: skip
GOOD = st.tuples(
    st.sampled_from(("An", "Bình")), st.sampled_from(("Chi", '"Lê, Dũng"')), st.just(TIMES[0]),
    st.sampled_from(TIMES[1:4]), st.sampled_from(("", "P1")), st.just("a"),
)  # fmt: skip
ROWS = st.one_of(GOOD.map(",".join), GOOD.map(",".join), CELLS.map(",".join), st.sampled_from(LINES))


def in_blocks(data: bytes, size: int) -> Iterable[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def read(*lines: str, header: str = HEADER, visits: bytes | None = None, **options: object) -> Ingested:
    encounters = "\n".join([header, *lines]).encode() if lines else None
    return read_log([encounters] if encounters else None, [visits] if visits else None, LIMITS, **options)  # type: ignore[arg-type]


def named(found: Ingested) -> set[tuple[str, str, int, int, str]]:
    log, met = found.log, found.log.encounters
    places = [*log.places, ""]
    rows = zip(*(column.tolist() for column in (met.first, met.second, met.start, met.end, met.place)), strict=True)
    return {(log.people[a], log.people[b], start, end, places[place]) for a, b, start, end, place in rows}


@settings(max_examples=120, deadline=None)
@given(
    rows=st.lists(ROWS, max_size=40),
    end=st.sampled_from(("\n", "\r\n")),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le")),
    size=st.sampled_from((1500, 4096, 1 << 20)),
)
def test_the_fast_reading_equals_the_plain_one(rows: list[str], end: str, encoding: str, size: int) -> None:
    text = end.join([HEADER, *rows])
    kept, refused = read_encounters(text, ",", LIMITS)
    found = read_log(in_blocks(text.encode(encoding), size), None, LIMITS)
    told = [
        (one.line, f"{one.reason.name} {one.detail}" if one.reason is Reason.REPEATED else one.reason.name)
        for one in found.refused
    ]
    assert told == refused
    normal = {tuple(unicodedata.normalize("NFC", v) if isinstance(v, str) else v for v in row) for row in named(found)}
    assert normal == {row[:5] for row in kept}
    assert len(found.log.encounters) == len(kept)
    assert found.rows[Table.ENCOUNTERS] == len(kept) + len(refused)
    assert list(found.log.people) == sorted({name for row in named(found) for name in row[:2]})


@pytest.mark.parametrize(
    ("line", "reason", "detail"),
    [
        ("An,,2021-07-20T08:00,2021-07-20T09:00,,", Reason.NO_PERSON, ""),
        ("An,An,2021-07-20T08:00,2021-07-20T09:00,,", Reason.SAME_PERSON, "(«An»)"),
        ("An,Chi,,2021-07-20T09:00,,", Reason.NO_TIME, "(bắt đầu)"),
        ("An,Chi,2021-07-20T08:00,22/07/2021 9:00,,", Reason.UNREADABLE_TIME, "(kết thúc «22/07/2021 9:00»)"),
        ("An,Chi,2021-07-20,2021-07-20T09:00,,", Reason.DATE_ONLY, "(bắt đầu «2021-07-20»)"),
        ("An,Chi,2021-02-30T08:00,2021-07-20T09:00,,", Reason.IMPOSSIBLE_TIME, "(bắt đầu «2021-02-30T08:00»)"),
        ("An,Chi,2021-07-20T08:00,2021-07-20T08:00:00,,", Reason.EMPTY, "(«2021-07-20T08:00:00»)"),
        ("An,Chi,2021-07-20T08:00,2021-07-20T07:00,,", Reason.REVERSED, "(«2021-07-20T08:00» đến «2021-07-20T07:00»)"),
        ("An,Chi,2021-05-20T08:00,2021-07-20T07:00,,", Reason.TOO_LONG, "(«2021-05-20T08:00» đến «2021-07-20T07:00»)"),
        ("An,Chi,2021-07-23T00:00,2021-07-23T01:30,,", Reason.FUTURE, "(«2021-07-23T01:30»)"),
        ("An,Chi,1900-01-01T00:00,1900-01-01T01:30,,", Reason.ANCIENT, "(«1900-01-01T00:00» đến «1900-01-01T01:30»)"),
        ("An,Bình,2021-07-20T08:00:00,2021-07-20T09:00,,", Reason.REPEATED, "2"),
    ],
)
def test_a_refused_row_names_its_line_its_reason_and_the_value(line: str, reason: Reason, detail: str) -> None:
    found = read("An,Bình,2021-07-20T08:00,2021-07-20T09:00,,", line, "Bình,Chi,2021-07-20T08:00,2021-07-20T09:00,,")
    assert [(one.line, one.reason, one.detail) for one in found.refused] == [(3, reason, detail)]
    assert len(found.log.encounters) == 2


def test_a_meeting_over_midnight_and_one_within_the_tolerance_count() -> None:
    found = read("An,Chi,2021-07-20T23:50,2021-07-21T00:10,,", "An,Chi,2021-07-22T23:00,2021-07-23T01:20,,")
    assert not found.refused
    assert found.log.encounters.end - found.log.encounters.start == pytest.approx(np.array([1200, 8400]))


def test_a_forgotten_quotation_mark_costs_its_own_line_only() -> None:
    good = [f"P{n},Chi,2021-07-20T08:00,2021-07-20T09:00,," for n in range(50)]
    found = read(*good[:20], '"P99,Chi,2021-07-20T08:00,2021-07-20T09:00,,', *good[20:])
    assert [(one.line, one.reason) for one in found.refused] == [(22, Reason.UNQUOTED)]
    assert len(found.log.encounters) == 50


def test_letters_that_are_no_utf_8_cost_their_own_line_only() -> None:
    rows = [HEADER, "An,Chi,2021-07-20T08:00,2021-07-20T09:00,,", "Bình,Chi,2021-07-20T08:00,2021-07-20T09:00,,"]
    data = "\n".join(rows).encode().replace("ì".encode(), b"\xec")
    found = read_log([data], None, LIMITS)
    assert [(one.line, one.reason) for one in found.refused] == [(3, Reason.UNDECODED)]
    assert found.log.people == ["An", "Chi"]


@pytest.mark.parametrize(
    "text",
    [
        "person_b;end;start;person_a;ghi chú\nChi;2021-07-20T09:00;2021-07-20T08:00;An;gặp ở sảnh",
        "Người A\tNgười B\tBắt đầu\tKết thúc\nAn\tChi\t2021-07-20T08:00\t2021-07-20T09:00",
        "\n\nNGUOI_A|nguoi b|tu|den|noi\nAn|Chi|2021-07-20T08:00|2021-07-20T09:00|",
        "person_a,person_b,start,end\rAn,Chi,2021-07-20T08:00,2021-07-20T09:00\r",
        '"person_a","person_b","start","end"\n"An","Chi","2021-07-20T08:00","2021-07-20T09:00"\n',
    ],
)
def test_a_header_in_another_order_language_or_with_other_separators(text: str) -> None:
    found = read_log([text.encode()], None, LIMITS)
    start = 1_626_768_000
    assert named(found) == {("An", "Chi", start, start + 3600, "")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "tệp trống"),
        ("\n\n", "tệp trống"),
        ("An,Chi,2021-07-20T08:00,2021-07-20T09:00\n", "thiếu dòng tiêu đề"),
        ("person_a,person_b,start\nAn,Chi,2021-07-20T08:00\n", "thiếu cột end"),
        ("PK\x03\x04xl/workbook.xml", "lưu dưới dạng «CSV UTF-8»"),
        ("person_a,person_b,start,end,từ\n", "hai cột cùng nghĩa «start»"),
    ],
)
def test_a_file_without_a_header_that_serves_is_told_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(IngestError, match=f"tệp tiếp xúc: .*{words}"):
        read_log([text.encode()], None, LIMITS)


def test_rows_that_overlap_are_kept_and_counted_and_merged_only_when_asked() -> None:
    rows = (
        "An,Chi,2021-07-20T08:00,2021-07-20T09:00,P,a",
        "Chi,An,2021-07-20T08:30,2021-07-20T09:30,P,b",
        "An,Chi,2021-07-20T08:40,2021-07-20T09:30,Q,b",
        "An,Chi,2021-07-20T10:00,2021-07-20T10:30,P,b",
    )
    found = read(*rows)
    assert (len(found.log.encounters), found.notes) == (4, {Note.OVERLAPPING_ENCOUNTERS: 2})
    merged = read(*rows, merge=True)
    assert merged.notes == {Note.MERGED: 1}
    assert sorted((merged.log.encounters.end - merged.log.encounters.start).tolist()) == [1800, 3000, 5400]


def test_two_clocks_become_one_and_are_counted() -> None:
    found = read("An,Chi,2021-07-20T08:00,2021-07-20T09:00,,", "An,Dũng,2021-07-20T01:00Z,2021-07-20T02:00Z,,")
    assert found.notes == {Note.TWO_CLOCKS: 1}
    assert set(found.log.encounters.start.tolist()) == {1_626_768_000}
    assert found.form.write(1_626_768_000, ZONE) == "2021-07-20T08:00"


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("2021-07-20T08:00", "2021-07-20T08:00"),
        ("2021-07-20 08:00", "2021-07-20 08:00"),
        ("2021-07-20T08:00:00", "2021-07-20T08:00:00"),
        ("2021-07-20T01:00:00Z", "2021-07-20T01:00:00Z"),
        ("2021-07-20T08:00+07:00", "2021-07-20T08:00+07:00"),
    ],
)
def test_times_are_written_as_they_came(written: str, form: str) -> None:
    found = read(f"An,Chi,{written},{written.replace('20', '21', 2).replace('2121', '2021')},,")
    assert found.notes == {}
    assert found.form.write(int(found.log.encounters.start[0]), ZONE) == form


def test_the_clock_of_a_source_is_put_right() -> None:
    rows = ("An,Chi,2021-07-20T08:05,2021-07-20T09:05,,app", "An,Chi,2021-07-20T10:00,2021-07-20T11:00,,sổ")
    found = read(*rows, fast_clocks={"app": 300})
    assert found.log.encounters.start.tolist() == [1_626_768_000, 1_626_775_200]
    assert found.notes == {Note.SHIFTED: 1}
    assert found.sources == ["app", "sổ"]


def test_visits_are_read_with_their_own_reasons() -> None:
    rows = "person,place,in,out\nAn,Chợ,2021-07-20T08:00,2021-07-20T09:00\nAn,,2021-07-20T08:00,2021-07-20T09:00\n"
    rows += "Chi,Chợ,2021-07-20T08:30,2021-07-22T09:00\nChi,Chợ,2021-07-20T08:30,2021-07-22T09:00\n"
    found = read(visits=rows.encode())
    assert [(one.table, one.line, one.reason) for one in found.refused] == [
        (Table.VISITS, 3, Reason.NO_PLACE),
        (Table.VISITS, 5, Reason.REPEATED),
    ]
    assert (found.log.people, found.log.places, len(found.log.visits)) == (["An", "Chi"], ["Chợ"], 2)
    assert found.notes == {Note.LONG: 1}


def test_a_file_larger_than_a_block_with_one_bad_row_in_a_hundred() -> None:
    """Every row is either counted or refused, whatever the blocks; many different names grow the vocabulary."""
    rows = [
        f"P{n * 7919 % 30011},P{n * 104729 % 29989}b,2021-07-{1 + n % 20:02d}T{n % 24:02d}:{n % 60:02d},"
        f"2021-07-{1 + n % 20:02d}T23:59:{n % 59:02d},N{n % 37},app"
        for n in range(40_000)
    ]
    rows[::100] = ["rác"] * 400
    text = "\n".join([HEADER, *rows])
    kept, refused = read_encounters(text, ",", LIMITS)
    found = read_log(in_blocks(text.encode(), 300_000), None, LIMITS)
    assert named(found) == {row[:5] for row in kept}
    assert [one.line for one in found.refused] == [line for line, _ in refused]


@settings(max_examples=60, deadline=None)
@given(problem=problems(), seconds=st.booleans())
def test_a_log_written_to_files_and_read_again_gives_the_same_trace(problem: Problem, seconds: bool) -> None:
    """By names and written times, since numbers of people who met nobody are not given again."""
    log, rules = _without_repeated(problem.log), problem.rules
    form = TimeForm(seconds=seconds)
    limits = Limits(oldest=-(1 << 40), now=1 << 40, tolerance=0, longest=1 << 40, doubtful=1 << 40, zone=ZONE)
    found = read_log(*(None if data is None else [data.encode()] for data in _written(log, form)), limits)
    assert not found.refused
    numbers = {name: number for number, name in enumerate(found.log.people)}
    cases = [case for case in problem.cases if log.people[case.person] in numbers]
    again = [Case(numbers[log.people[case.person]], case.start, case.end) for case in cases]
    told = [told_in_names(where, which, rules) for where, which in ((log, cases), (found.log, again))]
    assert told[0] == told[1]


def told_in_names(log: Log, cases: list[Case], rules: Rules) -> list[dict[str, object]]:
    writer = Writer(log)
    return [writer.record(one) for one in in_order(map(Found.forward, oracle.trace(log, cases, rules).values()))]


def _without_repeated(log: Log) -> Log:
    met, stayed = log.encounters, log.visits
    rows = zip(*(c.tolist() for c in (met.first, met.second, met.start, met.end, met.place)), strict=True)
    stays = zip(*(c.tolist() for c in (stayed.person, stayed.place, stayed.entered, stayed.left)), strict=True)
    return Log(log.people, log.places, encounters_of(list(dict.fromkeys(rows))), visits_of(list(dict.fromkeys(stays))))


def _written(log: Log, form: TimeForm) -> tuple[str | None, str | None]:
    """The files of a log; None for one that would be empty."""
    places, met, stayed = [*log.places, ""], log.encounters, log.visits
    rows = [HEADER]
    for a, b, s, e, place in zip(met.first, met.second, met.start, met.end, met.place, strict=True):
        rows.append(f"{log.people[a]},{log.people[b]},{form.write(int(s))},{form.write(int(e))},{places[place]},x")
    stays = ["person,place,in,out"]
    for person, place, s, e in zip(stayed.person, stayed.place, stayed.entered, stayed.left, strict=True):
        stays.append(f"{log.people[person]},{places[place]},{form.write(int(s))},{form.write(int(e))}")
    return "\n".join(rows) if len(rows) > 1 else None, "\n".join(stays) if len(stays) > 1 else None
