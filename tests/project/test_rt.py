"""`quantriet rt` as a person runs it: figures, table, picture, refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quantriet.project.cli import main

INTERVAL = "k,probability\n0,0\n1,0.5\n2,0.3\n3,0.2\n"
CASES = "date,cases\n" + "".join(f"2021-07-{day:02},{day % 5 + 1}\n" for day in range(1, 13) if day != 6)
COLUMNS = [
    "t_start", "t_end", "Mean(R)", "Std(R)", "Quantile.0.025(R)", "Median(R)", "Quantile.0.975(R)",
]  # fmt: skip


def run(folder: Path, cases: str, *more: str, interval: str = INTERVAL) -> int:
    (folder / "cases.csv").write_text(cases, "utf-8")
    (folder / "interval.csv").write_text(interval, "utf-8")
    return main(["rt", str(folder / "cases.csv"), "--serial-interval", str(folder / "interval.csv"), *more])


def test_json_has_the_columns_of_epiestim_and_null_where_it_gives_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, CASES, "--json", "--window", "1", interval="k,probability\n4,1\n") == 0
    told = capsys.readouterr()
    rows = json.loads(told.out)
    assert [list(row) for row in rows] == [COLUMNS] * 11
    assert [row["Mean(R)"] is None for row in rows] == [True] * 3 + [False] * 8
    assert "Không có dòng cho ngày 06/07/2021; tính là 0 ca" in told.err


def test_the_table_names_dates_and_few_cases(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, CASES, "--svg", str(tmp_path / "r.svg")) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split()[:2] == ["02/07/2021", "08/07/2021"]
    assert len(lines) == 6
    assert (tmp_path / "r.svg").read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("cases", "interval", "sentence"),
    [
        ("day,cases\n1,2\n2,-1\n", INTERVAL, "cases.csv: Dòng 3: số ca là số âm"),
        (CASES, "k,probability\n0,0.5\n1,0.5\n", "interval.csv: Khoảng thế hệ 0 ngày"),
        ("day,cases\n1,2\n", INTERVAL, "Chuỗi số ca có 1 ngày, cần ít nhất 8 ngày"),
    ],
)
def test_bad_files_are_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cases: str, interval: str, sentence: str
) -> None:
    assert run(tmp_path, cases, interval=interval) == 2
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


def test_files_that_cannot_be_read_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rt", str(tmp_path / "none.csv"), "--serial-interval", str(tmp_path / "none.csv")]) == 2
    (tmp_path / "utf16.csv").write_text("day,cases\n1,2\n", "utf-16")
    assert main(["rt", str(tmp_path / "utf16.csv"), "--serial-interval", str(tmp_path / "none.csv")]) == 2
    assert run(tmp_path, CASES, "--svg", str(tmp_path / "no" / "r.svg")) == 2
    told = capsys.readouterr().err.splitlines()
    assert [sentence.partition(" ")[0] for sentence in told] == ["Không", f"{tmp_path / 'utf16.csv'}:", "Không"]
