"""`quantriet trace`: who met whom, since when, by which chain (truy vết người tiếp xúc)."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quantriet.engines.tracing.ingest import Ingested, Limits
    from quantriet.engines.tracing.model import Case, Rules
    from quantriet.engines.tracing.summary import Found, Writer

_BLOCK = 4 << 20
_BYTES_A_BYTE = 4  # memory that a byte of a file takes while it is read and laid out
_LONG_FILE = 8 << 20  # bytes from which a terminal sees how far the reading is
_OUTPUTS = ("picture", "csv", "graphml", "refused")


def add(commands: Any) -> None:
    """Put the command into the parser."""
    command = commands.add_parser("trace", help="truy vết: ai đã tiếp xúc với ai, từ lúc nào, qua những ai")
    command.add_argument("--encounters", type=Path, metavar="TỆP", help="CSV person_a,person_b,start,end,place,source")
    command.add_argument("--visits", type=Path, metavar="TỆP", help="CSV person,place,in,out")
    command.add_argument(
        *("--case",), dest="cases", action="append", default=[], required=True, metavar="MÃ,TỪ,ĐẾN",
        help="ca chỉ điểm và thời kỳ lây; lặp lại khi có nhiều ca",
    )  # fmt: skip
    command.add_argument("--hops", type=int, default=4, metavar="SỐ", help="truy đến F mấy (mặc định 4)")
    command.add_argument(
        "--latency", type=float, metavar="PHÚT", help="từ lúc phơi nhiễm đến lúc lây được tiếp (mặc định 0)"
    )
    command.add_argument(
        "--min-minutes", type=float, default=0.0, metavar="PHÚT", help="tiếp xúc ngắn hơn thì không tính (mặc định 0)"
    )
    command.add_argument("--engine", choices=("sql", "memory", "spark"), help="cách tính (mặc định: máy tự chọn)")
    command.add_argument("--json", action="store_true", help="in mỗi người một dòng JSON")
    command.add_argument("--backward", action="store_true", help="truy ngược: ai có thể đã lây cho ca chỉ điểm")
    command.add_argument("--separately", action="store_true", help="một cây riêng cho mỗi ca chỉ điểm")
    _add_files(command)
    command.set_defaults(run=run)


def _add_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("--picture", type=Path, metavar="TỆP.svg", help="vẽ các chuỗi tiếp xúc")
    command.add_argument("--csv", type=Path, metavar="TỆP", help="ghi danh sách ra bảng tính")
    command.add_argument("--graphml", type=Path, metavar="TỆP", help="ghi đồ thị cho Gephi, networkx")
    command.add_argument("--refused", type=Path, metavar="TỆP", help="ghi các dòng bị loại và lý do")
    command.add_argument(
        "--merge-overlaps", action="store_true", help="gộp các dòng chồng giờ của cùng hai người ở cùng nơi"
    )
    command.add_argument(
        *("--clock",), dest="clocks", action="append", default=[], metavar="NGUỒN,PHÚT",
        help="đồng hồ của nguồn này nhanh bấy nhiêu phút (số âm: chậm)",
    )  # fmt: skip


class _RefusedError(Exception):
    """One sentence for the person at the terminal."""


def run(arguments: argparse.Namespace) -> int:
    """Read, trace, print, write; status 2 with a sentence when it cannot be done, with nothing on stdout."""
    from quantriet.engines.kernel import EngineError

    try:
        _trace(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (EngineError, _RefusedError) as error:
        print(f"Không truy vết được: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"Không mở được tệp {error.filename}: {error.strerror}. Kiểm tra lại đường dẫn.", file=sys.stderr)
        return 2
    return 0


def _trace(arguments: argparse.Namespace) -> None:
    from quantriet.engines.tracing.ingest_cases import number_cases, read_window
    from quantriet.engines.tracing.summary import Writer
    from quantriet.project.commands import trace_sheet

    _check(arguments)
    limits, rules = _limits(datetime.now(UTC)), _rules(arguments)
    windows = [read_window(text, limits.zone) for text in arguments.cases]
    read = _read(arguments, limits)
    cases = number_cases(windows, read.log.people)
    writer = Writer(read.log, read.form, limits.zone, arguments.backward)
    groups = _by_person(cases) if arguments.separately else [cases]
    why, trees = _trees(arguments, read, groups, rules)
    if arguments.json:
        for group, found in zip(groups, trees, strict=True):
            mark = {"case": read.log.people[group[0].person]} if arguments.separately else {}
            for one in found:
                print(json.dumps(mark | writer.record(one), ensure_ascii=False))
    else:
        print("\n\n".join(trace_sheet.tree(writer, *pair) for pair in zip(groups, trees, strict=True)))
    print(trace_sheet.report(read, why), file=sys.stderr if arguments.json else sys.stdout)
    _write(arguments, read, writer, list(zip(groups, trees, strict=True)))


def _check(arguments: argparse.Namespace) -> None:
    inputs = [path.resolve() for path in (arguments.encounters, arguments.visits) if path]
    if not inputs:
        raise _RefusedError("chưa có dữ liệu. Thêm --encounters TỆP hoặc --visits TỆP.")
    outputs = [path.resolve() for name in _OUTPUTS if (path := getattr(arguments, name))]
    if len({*inputs, *outputs}) < len(inputs) + len(outputs):
        raise _RefusedError("một tệp được nêu hai lần; tệp ghi ra phải khác tệp đọc vào và khác nhau.")
    if arguments.hops < 1:
        raise _RefusedError("--hops phải từ 1 trở lên.")
    if not 0 <= arguments.min_minutes < 1e9 or not 0 <= (arguments.latency or 0) < 1e9:
        raise _RefusedError("--latency và --min-minutes là số phút, không âm.")


def _limits(now: datetime) -> Limits:
    from quantriet.engines.tracing.ingest import Limits
    from quantriet.law.load import parameter

    def law(name: str) -> int:
        return int(parameter(f"tracing.{name}", now.date()))

    zone = law("zone_minutes") * 60
    here = int(now.timestamp()) + zone
    return Limits(
        oldest=here - law("oldest_years") * 365 * 86400,
        now=here,
        tolerance=law("clock_tolerance_minutes") * 60,
        longest=law("longest_interval_days") * 86400,
        doubtful=law("doubtful_interval_hours") * 3600,
        zone=zone,
    )


def _rules(arguments: argparse.Namespace) -> Rules:
    from quantriet.engines.tracing.model import Rules
    from quantriet.law.load import parameter

    latency = arguments.latency
    if latency is None:
        latency = parameter("tracing.latency_minutes", datetime.now(UTC).date())
    return Rules(arguments.hops, round(latency * 60), max(round(arguments.min_minutes * 60), 1))


def _read(arguments: argparse.Namespace, limits: Limits) -> Ingested:
    from quantriet.engines.tracing.ingest import read_log

    clocks = dict(_clock(text) for text in arguments.clocks)
    _warn_of_size([path for path in (arguments.encounters, arguments.visits) if path])
    with ExitStack() as stack:
        encounters, visits = (
            _blocks(stack.enter_context(path.open("rb")), path) if path else None
            for path in (arguments.encounters, arguments.visits)
        )
        read = read_log(encounters, visits, limits, fast_clocks=clocks, merge=arguments.merge_overlaps)
    unknown = sorted(clocks.keys() - set(read.sources))
    if unknown:
        raise _RefusedError(f"không có dòng nào của nguồn «{unknown[0]}» (--clock). Xem lại cột source.")
    return read


def _warn_of_size(paths: list[Path]) -> None:
    from quantriet.project.commands.trace_engines import free_memory

    need, free = sum(path.stat().st_size for path in paths) * _BYTES_A_BYTE, free_memory()
    if need > free:
        print(
            f"Tệp lớn: đọc hết cần chừng {need / 1e9:.0f} GB bộ nhớ, máy còn {free / 1e9:.0f} GB. "
            "Nếu bị dừng giữa chừng, chia tệp theo thời gian hoặc chạy trên máy lớn hơn.",
            file=sys.stderr,
        )


def _clock(text: str) -> tuple[str, int]:
    source, _, minutes = text.rpartition(",")
    try:
        return source.strip(), round(float(minutes.replace("−", "-")) * 60)
    except ValueError as error:
        raise _RefusedError(f"--clock «{text}» phải viết NGUỒN,PHÚT, ví dụ app,5 hoặc app,-5.") from error


def _blocks(file: Any, path: Path) -> Iterator[bytes]:
    size, read, shown = path.stat().st_size, 0, sys.stderr.isatty()
    while block := file.read(_BLOCK):
        read += len(block)
        yield block
        if shown and size > _LONG_FILE:
            share = read / size
            bar = "█" * round(share * 30)
            print(f"\rĐọc {path.name}  {bar:░<30} {share:4.0%}", end="", file=sys.stderr, flush=True)
    if shown and size > _LONG_FILE:
        print(file=sys.stderr)


def _by_person(cases: list[Case]) -> list[list[Case]]:
    groups: dict[int, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.person, []).append(case)
    return list(groups.values())


def _trees(
    arguments: argparse.Namespace, read: Ingested, groups: list[list[Case]], rules: Rules
) -> tuple[str, list[list[Found]]]:
    """Why which engine, and what was found for each group of cases, in order."""
    from quantriet.engines.tracing.backward import reversed_cases, reversed_log, source
    from quantriet.engines.tracing.choice import Engine, choose
    from quantriet.engines.tracing.summary import Found, in_order
    from quantriet.project.commands.trace_engines import free_memory, installed, opened

    log, back = read.log, arguments.backward
    asked = Engine(arguments.engine) if arguments.engine else None
    choice = choose(len(log.encounters) + len(log.visits), free_memory(), installed(), asked=asked)
    import_module(f"quantriet.engines.tracing.{choice.engine}")  # its libraries are no part of the time that is told
    began = time.perf_counter()
    with opened(choice.engine, reversed_log(log) if back else log, rules) as trace:
        laid_out = time.perf_counter()
        trees = [list(trace(reversed_cases(group) if back else group).values()) for group in groups]
    ended = time.perf_counter()
    why = f"{choice.why} Xếp dữ liệu {_seconds(laid_out - began)}, tính {_seconds(ended - laid_out)}."
    if back:
        return why, [in_order(Found.back(source(one)) for one in tree) for tree in trees]
    return why, [in_order(Found.forward(one) for one in tree) for tree in trees]


def _seconds(seconds: float) -> str:
    return (f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.1f} giây").replace(".", ",")


def _write(
    arguments: argparse.Namespace, read: Ingested, writer: Writer, trees: list[tuple[list[Case], list[Found]]]
) -> None:
    from quantriet.engines.tracing.graphml import to_graphml
    from quantriet.engines.tracing.picture import draw
    from quantriet.project.commands import trace_sheet

    if arguments.csv:
        arguments.csv.write_text(trace_sheet.as_csv(writer, trees), "utf-8-sig", newline="")
    if arguments.refused:
        arguments.refused.write_text(trace_sheet.refused_as_csv(read.refused), "utf-8-sig", newline="")
    for path, render in ((arguments.picture, draw), (arguments.graphml, to_graphml)):
        for number, (cases, found) in enumerate(trees, 1):
            if path:
                file = path if len(trees) == 1 else path.with_stem(f"{path.stem}-{number}")
                file.write_text(render(writer, cases, found), "utf-8")
