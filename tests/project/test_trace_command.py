"""`quantriet trace` as somebody at a terminal has it: the lines, the files, the sentences, the exit status."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import networkx
import numpy as np
import pytest

from quantriet.engines.tracing import oracle
from quantriet.engines.tracing.model import Case, Encounters, Log, Rules
from quantriet.law import load
from quantriet.project.cli import main

ENCOUNTERS = """person_a,person_b,start,end,place,source
An,Bình,2021-07-20T08:00,2021-07-20T08:30,Phòng 201,app
Bình,Chi,2021-07-20T09:00,2021-07-20T10:00:30,Căng tin,app
Chi,"Dũng, lái xe",2021-07-21T09:00,2021-07-21T09:10,,app
Chi,Em,22/07/2021 8:00,22/07/2021 9:00,,app
"""
VISITS = "person,place,in,out\nAn,Chợ,2021-07-20T17:00,2021-07-20T18:00\nGiang,Chợ,2021-07-20T17:30,2021-07-20T19:00\n"
CASE = "An,2021-07-20T00:00,2021-07-21T00:00"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    encounters, visits = tmp_path / "tiep_xuc.csv", tmp_path / "ra_vao.csv"
    encounters.write_text(ENCOUNTERS, "utf-8")
    visits.write_text(VISITS, "utf-8")
    return encounters, visits


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def trace(encounters: Path, *words: str, case: str = CASE) -> int:
    return main(["trace", "--encounters", str(encounters), "--case", case, *words])


class TestLines:
    def test_one_object_a_person_and_nothing_else(
        self, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert trace(files[0], "--visits", str(files[1]), "--json") == 0
        told = lines(capsys)
        assert [(one["person"], one["level"], one["minutes"]) for one in told] == [
            ("Bình", 1, 30), ("Giang", 1, 30), ("Chi", 2, 60.5), ("Dũng, lái xe", 3, 10),
        ]  # fmt: skip
        assert told[3] == {
            "person": "Dũng, lái xe",
            "level": 3,
            "exposed_at": "2021-07-21T09:00:00",
            "minutes": 10,
            "chain": [
                {"from": "An", "to": "Bình", "start": "2021-07-20T08:00:00", "end": "2021-07-20T08:30:00",
                 "place": "Phòng 201"},
                {"from": "Bình", "to": "Chi", "start": "2021-07-20T09:00:00", "end": "2021-07-20T10:00:30",
                 "place": "Căng tin"},
                {"from": "Chi", "to": "Dũng, lái xe", "start": "2021-07-21T09:00:00", "end": "2021-07-21T09:10:00",
                 "place": ""},
            ],
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("words", "people"),
        [
            (["--hops", "1"], ["Bình"]),
            (["--latency", "60"], ["Bình", "Chi", "Dũng, lái xe"]),
            (["--latency", "121"], ["Bình"]),
            (["--min-minutes", "30"], ["Bình", "Chi"]),
            (["--min-minutes", "30.5"], []),
        ],
    )
    def test_the_rules_can_be_told(
        self, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str], words: list[str], people: list[str]
    ) -> None:
        assert trace(files[0], "--json", *words) == 0
        assert [one["person"] for one in lines(capsys)] == people

    @pytest.mark.parametrize("engine", ["sql", "memory"])
    def test_every_engine_gives_what_the_plain_rules_give(
        self, engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        log, text = _crowd()
        file = tmp_path / "x.csv"
        file.write_text(text, "utf-8")
        cases = ["P00,2021-07-01T00:00,2021-07-02T12:00", "P01,2021-07-01T00:00,2021-07-01T06:00"]
        words = [word for case in cases for word in ("--case", case)]
        assert main(["trace", "--encounters", str(file), *words, "--latency", "90", "--engine", engine, "--json"]) == 0
        told = {one["person"]: one for one in lines(capsys)}
        begin = int(datetime(2021, 7, 1, tzinfo=UTC).timestamp())
        wanted = oracle.trace(
            log, [Case(0, begin, begin + 36 * 3600), Case(1, begin, begin + 6 * 3600)], Rules(4, 5400)
        )
        assert set(told) == {log.people[person] for person in wanted}
        for contact in wanted.values():
            one = told[log.people[contact.person]]
            assert (one["level"], one["minutes"]) == (contact.level, contact.seconds / 60)
            chain = [(link["from"], link["to"], link["start"]) for link in one["chain"]]  # type: ignore[attr-defined]
            assert chain == [
                (log.people[link.giver], log.people[link.taker], _iso(link.start)) for link in contact.chain
            ]
            assert one["exposed_at"] == chain[-1][2]

    def test_backward_names_the_latest_moment_and_leads_to_the_case(
        self, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert trace(files[0], "--backward", "--json", case="Chi,2021-07-20T00:00,2021-07-22T00:00") == 0
        told = lines(capsys)
        assert [(one["person"], one["level"], one["infectious_by"]) for one in told] == [
            ("Bình", 1, "2021-07-20T10:00:30"), ("Dũng, lái xe", 1, "2021-07-21T09:10:00"),
            ("An", 2, "2021-07-20T08:30:00"),
        ]  # fmt: skip
        assert [(link["from"], link["to"]) for link in told[2]["chain"]] == [("An", "Bình"), ("Bình", "Chi")]  # type: ignore[attr-defined]

    def test_separately_gives_each_case_its_own_tree(
        self, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ["--case", "Chi,2021-07-20T00:00,2021-07-22T00:00", "--separately", "--json", "--hops", "1"]
        assert trace(files[0], *words) == 0
        assert [(one["case"], one["person"]) for one in lines(capsys)] == [
            ("An", "Bình"), ("Chi", "Bình"), ("Chi", "Dũng, lái xe"),
        ]  # fmt: skip


class TestPage:
    def test_a_table_a_summary_and_what_was_refused(
        self, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert trace(files[0]) == 0
        out = capsys.readouterr().out
        assert "F2   Chi           2021-07-20 09:00:00     60,5  Bình    Căng tin" in out
        assert "Tổng 3 người: F1 1 · F2 1 · F3 1" in out
        assert "Cách tính: memory: 3 dòng" in out
        assert "Tệp tiếp xúc: 4 dòng, tính 3, loại 1." in out
        assert "Loại 1: giờ không đọc được" in out

    def test_files_that_other_programs_open(self, files: tuple[Path, Path], tmp_path: Path) -> None:
        names = {name: tmp_path / f"ra.{name}" for name in ("picture", "csv", "graphml", "refused")}
        assert trace(files[0], *(word for name, path in names.items() for word in (f"--{name}", str(path)))) == 0
        assert "Chuỗi tiếp xúc từ An" in names["picture"].read_text("utf-8")
        graph = networkx.read_graphml(names["graphml"])
        assert sorted(level for _, level in graph.nodes(data="level")) == [0, 1, 2, 3]
        sheet = list(csv.reader(names["csv"].read_text("utf-8-sig").splitlines()))
        assert sheet[3] == [
            "F3",
            "Dũng, lái xe",
            "2021-07-21 09:00:00",
            "10",
            "Chi",
            "",
            "An → Bình → Chi → Dũng, lái xe",
        ]
        refused = list(csv.reader(names["refused"].read_text("utf-8-sig").splitlines()))
        assert refused[1][:2] == ["tiếp xúc", "5"]
        assert "«22/07/2021 8:00»" in refused[1][2]

    def test_a_name_is_no_formula_for_a_spreadsheet(self, tmp_path: Path) -> None:
        file, out = tmp_path / "x.csv", tmp_path / "y.csv"
        row = "2021-07-20T08:00,2021-07-20T08:30,,"
        file.write_text(f"person_a,person_b,start,end,place\nAn,=1+1,{row}\nAn,+84901234567,{row}\n", "utf-8")
        assert trace(file, "--csv", str(out)) == 0
        assert [line.split(",")[1] for line in out.read_text("utf-8-sig").splitlines()[1:]] == ["+84901234567", "'=1+1"]

    def test_separate_trees_make_separate_pictures(self, files: tuple[Path, Path], tmp_path: Path) -> None:
        second = "Chi,2021-07-20T00:00,2021-07-22T00:00"
        assert trace(files[0], "--case", second, "--separately", "--picture", str(tmp_path / "cay.svg")) == 0
        assert "từ An" in (tmp_path / "cay-1.svg").read_text("utf-8")
        assert "từ Chi" in (tmp_path / "cay-2.svg").read_text("utf-8")


class TestRefusals:
    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (["--case", "Binh,2021-07-20T00:00,2021-07-21T00:00"], "Có phải «Bình»?"),
            (["--case", "An,2021-07-21T00:00,2021-07-20T00:00"], "kết thúc sau khi bắt đầu"),
            (["--case", "An"], "MÃ,TỪ,ĐẾN"),
            (["--hops", "0"], "--hops phải từ 1"),
            (["--latency", "-1"], "không âm"),
            (["--clock", "sổ,5"], "không có dòng nào của nguồn «sổ»"),
            (["--clock", "app"], "NGUỒN,PHÚT"),
            (["--visits", "khong-co.csv"], "Không mở được tệp khong-co.csv"),
        ],
    )
    def test_a_sentence_and_status_2(
        self, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
    ) -> None:
        assert trace(files[0], "--json", *words) == 2
        answer = capsys.readouterr()
        assert sentence in answer.err
        assert answer.out == ""

    def test_no_input_is_ever_written_over(self, files: tuple[Path, Path]) -> None:
        assert trace(files[0], "--csv", str(files[0])) == 2
        assert files[0].read_text("utf-8") == ENCOUNTERS

    def test_without_data_or_header(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["trace", "--case", CASE]) == 2
        assert "chưa có dữ liệu" in capsys.readouterr().err
        (tmp_path / "x.csv").write_text("An,Chi,2021-07-20T08:00,2021-07-20T09:00\n", "utf-8")
        assert trace(tmp_path / "x.csv") == 2
        assert "thiếu dòng tiêu đề" in capsys.readouterr().err

    def test_a_file_that_may_not_fit_into_memory_is_told_before_it_is_read(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "x.csv"
        file.touch()
        os.truncate(file, 1 << 41)  # a hole: it takes no room
        assert trace(file) == 2
        told = capsys.readouterr().err
        assert "Tệp lớn: đọc hết cần chừng 8796 GB bộ nhớ" in told
        assert "đây không phải tệp CSV" in told

    def test_the_future_is_refused_by_the_clock_of_today(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        here = datetime.now(UTC) + timedelta(hours=7)
        rows = []
        for name, minutes in (("Bình", -60), ("Chi", 20), ("Dũng", 120)):
            start = here + timedelta(minutes=minutes)
            rows.append(f"An,{name},{start:%Y-%m-%dT%H:%M},{start + timedelta(minutes=30):%Y-%m-%dT%H:%M}")
        (tmp_path / "x.csv").write_text("\n".join(["person_a,person_b,start,end", *rows]), "utf-8")
        case = f"An,{here - timedelta(days=1):%Y-%m-%d},{here + timedelta(days=2):%Y-%m-%d}"
        assert trace(tmp_path / "x.csv", "--json", case=case) == 0
        answer = capsys.readouterr()
        assert [json.loads(line)["person"] for line in answer.out.splitlines()] == ["Bình", "Chi"]
        assert "Loại 1: kết thúc ở tương lai" in answer.err

    def test_a_reader_who_has_seen_enough_is_no_fault(self, tmp_path: Path) -> None:
        _, text = _crowd()
        (tmp_path / "x.csv").write_text(text, "utf-8")
        command = [sys.executable, "-m", "quantriet.project.cli", "trace", "--json", "--encounters", "x.csv"]
        command += ["--case", "P00,2021-07-01T00:00,2021-07-20T00:00"]
        read_end, write_end = os.pipe()
        os.close(read_end)
        done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, cwd=tmp_path, text=True, check=False)
        os.close(write_end)
        assert done.returncode == 0
        assert "Traceback" not in done.stderr
        assert "Exception" not in done.stderr


def test_the_values_of_tracing_are_law_by_date() -> None:
    def value(name: str, year: int, month: int, day: int) -> object:
        return load.parameter(f"tracing.{name}", datetime(year, month, day, tzinfo=UTC).date())

    assert value("contact_minutes", 2022, 2, 1) == {"masked": 15, "unmasked": 0}
    assert value("infectious_days_before", 2022, 2, 1) == 2
    assert value("zone_minutes", 2021, 7, 22) == 420
    assert value("retention_days", 2021, 7, 22) == 21
    with pytest.raises(load.LawError):
        value("contact_minutes", 2021, 7, 22)


def _iso(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M")


def _crowd() -> tuple[Log, str]:
    """Thirty people who met two hundred times in a week; the log and its file."""
    draw = np.random.default_rng(4)
    first = draw.integers(0, 30, 200)
    second = (first + draw.integers(1, 30, 200)) % 30
    start = int(datetime(2021, 7, 1, tzinfo=UTC).timestamp()) + draw.integers(0, 7 * 144, 200) * 600
    end = start + draw.integers(1, 9, 200) * 600
    place = draw.integers(0, 5, 200)
    people, places = [f"P{number:02d}" for number in range(30)], [f"N{number}" for number in range(5)]
    met = Encounters(first.astype(np.int32), second.astype(np.int32), start, end, place.astype(np.int32))
    rows = [
        f"P{a:02d},P{b:02d},{_iso(s)},{_iso(e)},N{p},s{number}"
        for number, (a, b, s, e, p) in enumerate(zip(first, second, start, end, place, strict=True))
    ]
    return Log(people, places, met), "\n".join(["person_a,person_b,start,end,place,source", *rows]) + "\n"
