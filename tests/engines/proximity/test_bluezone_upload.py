"""Uploads of Bluezone phones: both units of time, lines that are none, keys that are none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.kernel.problem import Problem
from quantriet.engines.proximity import Observation, bluezone
from quantriet.engines.proximity import bluezone_upload as upload

# three rows of a captured upload
CAPTURED = (
    "B9A665D754FE65E665D76A45\t7C3DEC4246EA6F90E38EA254\t-71\t1596866191387\n"
    "3AA8DFC0A15682B27216FC31\tD5C64E218D3EB652F3C07FB1\t-69\t1596866588130\n"
    "E376E0B409BCE18ECF5F2ED4\t753FFC3C0146D72B00315B9F\t-69\t1596869699180\n"
)
KEY = "4C5224B397F8AB3896781D5AA0F3119F280513F1B592CA280EBDED6357E21084"
INFO = f'{{"base_id":"{KEY}","time":1596844800,"daily_key":"{KEY}","time_start":1596844800}}'
identifiers = st.binary(min_size=12, max_size=12)
rows = st.builds(upload.TraceRow, identifiers, identifiers, st.integers(-127, 20), st.integers(1, 9_999_999_999))


def test_a_captured_upload_belongs_to_its_own_key() -> None:
    told, refused = upload.read_trace(CAPTURED)
    info = upload.read_key_info(INFO)
    assert not refused
    assert [row.rssi for row in told] == [-71, -69, -69]
    for row in told:
        assert bluezone.identifier(bluezone.day_key(info.base_id, info.since, row.time), row.time) == row.own
    assert told[0].observed_by(4) == Observation.of(bytes.fromhex("7C3DEC4246EA6F90E38EA254"), 1596866191, -71, 4)


@given(st.lists(rows, max_size=10), st.booleans())
def test_a_trace_comes_back(told: list[upload.TraceRow], milliseconds: bool) -> None:
    told = [row for row in told if not milliseconds or row.time * 1000 > 100_000_000_000]
    assert upload.read_trace(upload.write_trace(told, milliseconds=milliseconds)) == (told, [])


@pytest.mark.parametrize("line", ["x", CAPTURED[:40], CAPTURED.split("\n")[0].replace("-71", "nan"),
                                  CAPTURED.split("\n")[0] + "0" * 200, "B9 65D754FE65E665D76A45\t1\t2\t3"])  # fmt: skip
def test_a_bad_line_is_told_and_the_others_are_read(line: str) -> None:
    first, *others = CAPTURED.splitlines()
    told, refused = upload.read_trace("\r\n".join([first, line, "", *others]))
    assert len(told) == 3
    assert [(one.row, one.code) for one in refused] == [(1, "proximity.trace_line")]
    assert "Dòng 2" in refused[0].words


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    told, refused = upload.read_trace(text)
    assert len(told) + len(refused) <= text.count("\n") + 1


def test_a_trace_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, "MOST_LINES", 3)
    assert len(upload.read_trace(CAPTURED)[0]) == 3
    with pytest.raises(Problem) as caught:
        upload.read_trace(CAPTURED + "x")
    assert caught.value.code == "proximity.trace_too_long"


def test_keys_come_back_byte_for_byte() -> None:
    assert upload.write_key_info(upload.read_key_info(INFO)) == INFO


@pytest.mark.parametrize(
    "change",
    [{"base_id": KEY[:-1]}, {"base_id": 5}, {"daily_key": "g" * 64}, {"time": 1596844801}, {"time": True},
     {"time_start": -1}, {"time_start": "1596844800"}, {"time_start": 1 << 60}],
)  # fmt: skip
def test_other_keys_are_refused_with_words(change: dict[str, object]) -> None:
    with pytest.raises(Problem) as caught:
        upload.read_key_info(json.dumps(json.loads(INFO) | change))
    assert next(iter(change)) in caught.value.why


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 1500, "{}", " " * 3000 + INFO])
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(Problem, match=r"proximity\.key_info"):
        upload.read_key_info(text)
