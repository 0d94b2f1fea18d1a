"""The epidemic curve and R: equal to EpiEstim on two known outbreaks, to an obvious oracle on invented ones."""

from __future__ import annotations

import csv
import doctest
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from math import sqrt
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import gamma

from quantriet.engines.tracing import curve, transmissions
from quantriet.engines.tracing.curve import incidence, reproduction, tables

KNOWN = Path(__file__).resolve().parents[3].parent / "shared" / "data"
needs_known = pytest.mark.skipif(not KNOWN.exists(), reason="the known outbreaks are not beside the checkout")

DAYS = st.dates(date(2021, 7, 1), date(2021, 9, 30))


@needs_known
@pytest.mark.corpus
@pytest.mark.parametrize("name", ["flu2009", "sars2003"])
def test_r_is_what_epiestim_gives(name: str) -> None:
    incidence = curve.read_incidence((KNOWN / f"rt_{name}_incidence.csv").read_text("utf-8"))
    interval = curve.read_serial_interval((KNOWN / f"rt_{name}_serial_interval.csv").read_text("utf-8"))
    found = curve.reproduction_numbers(incidence.cases, interval)
    with (KNOWN / f"rt_{name}_expected.csv").open(encoding="utf-8") as file:
        wanted = [[float(cell) if cell else None for cell in row] for row in list(csv.reader(file))[1:]]
    assert len(found) == len(wanted) > 20
    for one, row in zip(found, wanted, strict=True):
        told = [one.first_day, one.last_day, one.mean, one.sd, one.low, one.median, one.high]
        assert told == pytest.approx(row, abs=1e-9)


@pytest.mark.parametrize("module", [incidence, reproduction, tables, transmissions], ids=lambda one: one.__name__)
def test_examples_hold(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted > 0 == results.failed


INTERVALS = st.lists(st.integers(0, 9), min_size=1, max_size=12).filter(any)


@given(st.lists(st.integers(0, 30), min_size=4, max_size=25), INTERVALS, st.integers(1, 3))
def test_r_is_what_the_formula_says_word_by_word(cases: list[int], weights: list[int], window: int) -> None:
    interval = [0.0, *(weight / sum(weights) for weight in weights)]
    for one in curve.reproduction_numbers(cases, interval, window, prior_mean=3, prior_sd=2):
        days = range(one.first_day - 1, one.last_day)
        infectivity = sum(cases[t - k] * interval[k] for t in days for k in range(min(t + 1, len(interval))))
        if one.last_day <= sum(k * probability for k, probability in enumerate(interval)):
            assert one.mean is one.sd is one.low is one.median is one.high is None
            continue
        shape, scale = 9 / 4 + sum(cases[t] for t in days), 1 / (3 / 4 + infectivity)
        assert one.mean == pytest.approx(shape * scale)
        assert one.sd == pytest.approx(sqrt(shape) * scale)
        assert [one.low, one.median, one.high] == pytest.approx(gamma.ppf([0.025, 0.5, 0.975], shape, scale=scale))


def test_windows_cover_the_series_from_its_second_day() -> None:
    found = curve.reproduction_numbers([3] * 10, [0, 1], window=4)
    assert [(one.first_day, one.last_day) for one in found] == [(2, 5), (3, 6), (4, 7), (5, 8), (6, 9), (7, 10)]


@given(st.lists(st.tuples(DAYS, st.sampled_from(["F0", "nhập cảnh", ""])), min_size=1, max_size=40))
def test_a_curve_counts_every_case_once_and_leaves_no_gap(cases: list[tuple[date, str]]) -> None:
    for count, step in ((curve.count_by_day, 1), (curve.count_by_week, 7)):
        found = count(cases)
        assert all(later - earlier == timedelta(days=step) for earlier, later in pairwise(found.starts))
        for label, counts in found.counts.items():
            for start, number in zip(found.starts, counts, strict=True):
                within = [day for day, one in cases if one == label and start <= day < start + timedelta(days=step)]
                assert number == len(within)
        assert sum(found.totals) == len(cases)
        assert found.totals[0] > 0 < found.totals[-1]
    assert curve.count_by_week(cases).start.weekday() == 0


def test_a_curve_of_nobody_or_of_centuries_is_refused() -> None:
    with pytest.raises(curve.CurveError, match="Chưa có ca nào"):
        curve.count_by_day([])
    with pytest.raises(curve.CurveError, match="01/07/1021"):
        curve.count_by_day([(date(1021, 7, 1), ""), (date(2021, 7, 1), "")])


TABLES = [
    ("day,cases\n1,2\n2,3\n", (2, 3), None, ()),
    ("day,cases\n3,1\n\n1,2\n", (2, 0, 1), None, (2,)),
    ("date,cases\n2021-07-30,1\n2021-08-01,4\n", (1, 0, 4), date(2021, 7, 30), (2,)),
    ("\ufeffDates;Cases;note\n31/07/2021;1;x\n01/08/2021;4;\n", (1, 4), date(2021, 7, 31), ()),
    ("cases\tday\n5\t1\n", (5,), None, ()),
    ("dates,I\n2021-07-31,5\n", (5,), date(2021, 7, 31), ()),
    ("Ngày;Số ca\n31/07/2021;5\n", (5,), date(2021, 7, 31), ()),
]


@pytest.mark.parametrize(("text", "cases", "start", "filled"), TABLES)
def test_tables_that_are_read(text: str, cases: tuple[int, ...], start: date | None, filled: tuple[int, ...]) -> None:
    assert curve.read_incidence(text) == curve.Incidence(cases, start, filled)


REFUSED_CASES = [
    ("", "Dòng 1: thiếu cột «day» hoặc «date»"),
    ("day,count\n1,2\n", "Dòng 1: thiếu cột «cases» hoặc «i» hoặc «số ca»; tệp có các cột «day», «count»"),
    ("day,cases\n", "không có số liệu"),
    ("day,cases\n1,2\n2,-3\n", "Dòng 3: số ca là số âm"),
    ("day,cases\n1,2\n\n2,ba\n", "Dòng 4: số ca «ba» không phải số nguyên"),
    ("day,cases\n1,1.234\n", "Dòng 2: số ca «1.234» không phải số nguyên"),
    ("day,cases\n1,\n", "Dòng 2: số ca «» không phải số nguyên"),
    ("day,cases\n1\n", "Dòng 2: thiếu ô"),
    ("day,cases\n1,2\n1,3\n", "Dòng 3: ngày «1» có hai dòng"),
    ("day,cases\n1,2\n2021-07-01,3\n", "Dòng 3: ngày «2021-07-01» không phải số nguyên"),
    ("date,cases\n2021-07-01,2\n31/02/2021,3\n", "Dòng 3: «31/02/2021» không phải ngày"),
    ("day,cases\n1,2\n99999,3\n", "cách nhau 99998 ngày"),
    ("day,cases\n1," + "9" * 5000 + "\n", "Dòng 2: số ca có 5000 chữ số"),
]


@pytest.mark.parametrize(("text", "sentence"), REFUSED_CASES)
def test_tables_of_cases_that_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(curve.CurveError) as refusal:
        curve.read_incidence(text)
    assert sentence in str(refusal.value)


REFUSED_INTERVALS = [
    ("k\n1\n", "Dòng 1: thiếu cột «probability»"),
    ("k,probability\n0,0\n1,0.5\n", "cộng lại được 0.5"),
    ("k,probability\n0,0.5\n1,0.5\n", "Khoảng thế hệ 0 ngày có xác suất 0.5"),
    ("k,probability\n0,0\n1,1.5\n", "Dòng 3: xác suất 1.5 nằm ngoài 0 đến 1"),
    ("k,probability\n0,0\n1,-0.5\n", "Dòng 3: xác suất -0.5 nằm ngoài"),
    ("k,probability\n1,nan\n", "Dòng 2: xác suất «nan» không phải số"),
    ("k,probability\n1,x\n", "Dòng 2: xác suất «x» không phải số"),
    ("k,probability\n1,1\n1,1\n", "Dòng 3: k = 1 có hai dòng"),
    ("k,probability\n999999,1\n", "Dòng 2: k = 999999"),
]


@pytest.mark.parametrize(("text", "sentence"), REFUSED_INTERVALS)
def test_serial_intervals_that_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(curve.CurveError) as refusal:
        curve.read_serial_interval(text)
    assert sentence in str(refusal.value)


def test_a_decimal_comma_is_read_where_it_cannot_be_mistaken() -> None:
    assert curve.read_serial_interval("k;probability\n1;0,25\n2;0,75\n") == (0, 0.25, 0.75)


@pytest.mark.parametrize(
    ("days", "window", "sentence"), [(7, 7, "cần ít nhất 8 ngày"), (9, 0, "phải từ 1 ngày trở lên")]
)
def test_series_that_are_too_short_are_refused(days: int, window: int, sentence: str) -> None:
    with pytest.raises(curve.CurveError, match=sentence):
        curve.reproduction_numbers([1] * days, [0, 1], window)


@given(st.text())
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (curve.read_incidence, curve.read_serial_interval):
        with suppress(curve.CurveError):
            read(text)


@given(st.lists(st.integers(0, 400), min_size=3, max_size=40) | st.just([3] * 900), st.booleans())
def test_a_picture_is_drawn_of_any_series(cases: list[int], is_dated: bool) -> None:
    incidence = curve.Incidence(tuple(cases), date(2021, 7, 1) if is_dated else None, ())
    picture = ElementTree.fromstring(curve.draw(incidence, curve.reproduction_numbers(cases, [0, 0, 1], 2), 2))
    names = {"svg": "http://www.w3.org/2000/svg"}
    bars = picture.findall("svg:rect/svg:title", names)
    assert len(bars) == sum(1 for count in cases if count)
    assert picture.find("svg:title", names) is not None
    for rectangle in picture.findall("svg:rect[svg:title]", names):
        assert 64 <= float(rectangle.attrib["y"]) <= 236
        assert float(rectangle.attrib["width"]) > 0
