"""`quantriet rt`: the reproduction number of an outbreak, from its cases a day (hệ số lây nhiễm hiệu quả)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

_COLUMNS = ("Mean(R)", "Std(R)", "Quantile.0.025(R)", "Median(R)", "Quantile.0.975(R)")  # EpiEstim's names


def add(commands: Any) -> None:
    """Put the command into the parser."""
    command = commands.add_parser("rt", help="tính hệ số lây nhiễm R theo ngày từ số ca")
    command.add_argument("incidence", type=Path, metavar="SỐ_CA.csv", help="cột day (hoặc date) và cases")
    command.add_argument(
        "--serial-interval", type=Path, required=True, metavar="TỆP", help="cột k (số ngày) và probability"
    )
    command.add_argument("--window", type=int, default=7, metavar="NGÀY", help="số ngày của cửa sổ trượt (mặc định 7)")
    command.add_argument("--json", action="store_true", help="in dạng JSON, tên cột như EpiEstim")
    command.add_argument("--svg", type=Path, metavar="TỆP", help="vẽ đường cong dịch và R vào tệp SVG")
    command.set_defaults(run=run)


class _RefusedError(Exception):
    """One sentence for the person at the terminal."""


def run(arguments: argparse.Namespace) -> int:
    """Read both files, estimate, print; status 2 with a sentence that names file and line when something is wrong."""
    from quantriet.engines.tracing import curve

    try:
        incidence = _read(arguments.incidence, curve.read_incidence)
        interval = _read(arguments.serial_interval, curve.read_serial_interval)
        estimates = curve.reproduction_numbers(incidence.cases, interval, arguments.window)
        if arguments.svg:
            _write(arguments.svg, curve.draw(incidence, estimates, arguments.window))
    except (curve.CurveError, _RefusedError) as error:
        print(error, file=sys.stderr)
        return 2
    if incidence.filled:
        print(_told_gaps(incidence), file=sys.stderr)
    print(_as_json(estimates) if arguments.json else _as_table(incidence, estimates))
    return 0


def _read(file: Path, parse: Callable[[str], T]) -> T:
    from quantriet.engines.tracing.curve import CurveError

    try:
        return parse(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise _RefusedError(f"Không mở được tệp {file}: {error.strerror}. Kiểm tra lại đường dẫn.") from error
    except UnicodeDecodeError as error:
        raise _RefusedError(f"{file}: không phải tệp CSV mã UTF-8. Lưu lại bằng «CSV UTF-8» rồi thử lại.") from error
    except CurveError as error:
        raise _RefusedError(f"{file}: {error}") from error


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise _RefusedError(f"Không ghi được tệp {file}: {error.strerror}.") from error


def _told_gaps(incidence: Any) -> str:
    named = ", ".join(incidence.day(number) for number in incidence.filled[:5])
    more = f" và {len(incidence.filled) - 5} ngày nữa" if len(incidence.filled) > 5 else ""
    return f"Không có dòng cho ngày {named}{more}; tính là 0 ca. Nếu là chưa có báo cáo thì R sẽ thấp hơn thực tế."


def _figures(one: Any) -> tuple[float | None, ...]:
    return one.mean, one.sd, one.low, one.median, one.high


def _as_json(estimates: Any) -> str:
    rows = [
        {"t_start": one.first_day, "t_end": one.last_day, **dict(zip(_COLUMNS, _figures(one), strict=True))}
        for one in estimates
    ]
    return json.dumps(rows, indent=1)


def _as_table(incidence: Any, estimates: Any) -> str:
    lines = [f"{'Từ ngày':>10}  {'đến ngày':>10}  {'ca':>6}  {'R':>6}  khoảng 95%"]
    for one in estimates:
        cases = sum(incidence.cases[one.first_day - 1 : one.last_day])
        head = f"{incidence.day(one.first_day):>10}  {incidence.day(one.last_day):>10}  {cases:>6}"
        lines.append(f"{head}  {_result(one)}")
    if any(one.mean is not None and not one.is_certain for one in estimates):
        lines += ["", "* còn ít ca (độ lệch chuẩn quá 0,3 lần trung bình): đọc khoảng, đừng đọc một số."]
    return "\n".join(lines)


def _result(one: Any) -> str:
    if one.mean is None:
        return f"{'–':>6}  chưa qua một khoảng thế hệ"
    mark = "" if one.is_certain else " *"
    return f"{one.mean:6.2f}  {one.low:.2f} – {one.high:.2f}{mark}".replace(".", ",")
