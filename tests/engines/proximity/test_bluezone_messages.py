"""Messages of Bluezone: both units of time, lines that are none, keys that are none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.kernel.problem import Problem
from quantriet.engines.proximity import Observation, bluezone
from quantriet.engines.proximity import bluezone_messages as messages

# three rows of a captured upload
CAPTURED = (
    "B9A665D754FE65E665D76A45\t7C3DEC4246EA6F90E38EA254\t-71\t1596866191387\n"
    "3AA8DFC0A15682B27216FC31\tD5C64E218D3EB652F3C07FB1\t-69\t1596866588130\n"
    "E376E0B409BCE18ECF5F2ED4\t753FFC3C0146D72B00315B9F\t-69\t1596869699180\n"
)
KEY = "4C5224B397F8AB3896781D5AA0F3119F280513F1B592CA280EBDED6357E21084"
INFO = f'{{"base_id":"{KEY}","time":1596844800,"daily_key":"{KEY}","time_start":1596844800}}'
identifiers = st.binary(min_size=12, max_size=12)
rows = st.builds(messages.TraceRow, identifiers, identifiers, st.integers(-127, 20), st.integers(1, 9_999_999_999))


def test_a_captured_upload_belongs_to_its_own_key() -> None:
    told, refused = messages.read_trace(CAPTURED)
    info = messages.read_key_info(INFO)
    assert not refused
    assert [row.rssi for row in told] == [-71, -69, -69]
    for row in told:
        assert bluezone.identifier(bluezone.day_key(info.base_id, info.since, row.time), row.time) == row.own
    assert told[0].observed_by(4) == Observation.of(bytes.fromhex("7C3DEC4246EA6F90E38EA254"), 1596866191, -71, 4)


@given(st.lists(rows, max_size=10), st.booleans())
def test_a_trace_comes_back(told: list[messages.TraceRow], milliseconds: bool) -> None:
    told = [row for row in told if not milliseconds or row.time * 1000 > 100_000_000_000]
    assert messages.read_trace(messages.write_trace(told, milliseconds=milliseconds)) == (told, [])


@pytest.mark.parametrize("line", ["x", CAPTURED[:40], CAPTURED.split("\n")[0].replace("-71", "nan"),
                                  CAPTURED.split("\n")[0] + "0" * 200, "B9 65D754FE65E665D76A45\t1\t2\t3"])  # fmt: skip
def test_a_bad_line_is_told_and_the_others_are_read(line: str) -> None:
    first, *others = CAPTURED.splitlines()
    told, refused = messages.read_trace("\r\n".join([first, line, "", *others]))
    assert len(told) == 3
    assert [(one.row, one.code) for one in refused] == [(1, "proximity.trace_line")]
    assert "Dòng 2" in refused[0].words


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    told, refused = messages.read_trace(text)
    assert len(told) + len(refused) <= text.count("\n") + 1


def test_a_trace_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "MOST_LINES", 3)
    assert len(messages.read_trace(CAPTURED)[0]) == 3
    with pytest.raises(Problem) as caught:
        messages.read_trace(CAPTURED + "x")
    assert caught.value.code == "proximity.trace_too_long"


def test_keys_come_back_byte_for_byte() -> None:
    assert messages.write_key_info(messages.read_key_info(INFO)) == INFO


@pytest.mark.parametrize(
    "change",
    [{"base_id": KEY[:-1]}, {"base_id": 5}, {"daily_key": "g" * 64}, {"time": 1596844801}, {"time": True},
     {"time_start": -1}, {"time_start": "1596844800"}, {"time_start": 1 << 60}],
)  # fmt: skip
def test_other_keys_are_refused_with_words(change: dict[str, object]) -> None:
    with pytest.raises(Problem) as caught:
        messages.read_key_info(json.dumps(json.loads(INFO) | change))
    assert next(iter(change)) in caught.value.why


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 1500, "{}", " " * 3000 + INFO])
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(Problem, match=r"proximity\.key_info"):
        messages.read_key_info(text)


ranges = st.builds(
    lambda key, start, length, slots: bluezone.PublishedRange(key, start, start + length, slots),
    st.binary(min_size=32, max_size=32), st.integers(1, 9_999_999_999), st.integers(1, 31 * 86_400),
    st.integers(1, 1440),
)  # fmt: skip


@given(st.lists(ranges, max_size=4))
def test_what_the_server_publishes_comes_back(told: list[bluezone.PublishedRange]) -> None:
    assert messages.read_published(messages.write_published(told)) == told


def test_slots_that_are_not_told_are_ninety_six() -> None:
    text = f'{{"data":[{{"daily_key":"{KEY}","time_start":1596844800000,"time_end":1596931200}}]}}'
    assert messages.read_published(text) == [bluezone.PublishedRange(bytes.fromhex(KEY), 1596844800, 1596931200, 96)]


@pytest.mark.parametrize(
    "data",
    [None, {}, [5], [{}], [{"daily_key": KEY, "time_start": 9, "time_end": 9}],
     [{"daily_key": KEY, "time_start": 9, "time_end": 99_999_999}],
     [{"daily_key": KEY, "time_start": 9, "time_end": 10, "max": 100_000}],
     [{"daily_key": KEY, "time_start": 9, "time_end": 10, "max": "96"}], [{"time_start": 9, "time_end": 10}],
     [{"daily_key": KEY, "time_start": 9, "time_end": 10}] * 1001],
)  # fmt: skip
def test_other_publications_are_refused_with_words(data: object) -> None:
    with pytest.raises(Problem) as caught:
        messages.read_published(json.dumps({"data": data}))
    assert caught.value.code == "proximity.key_info"
    assert caught.value.why.startswith("Trong phần InfoF, ")
