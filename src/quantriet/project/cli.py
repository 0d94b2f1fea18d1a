"""The `quantriet` command: serve, work, read, demo, and what an administrator needs.

Heavy parts are imported where they are used, so that `quantriet read` answers without loading the web framework.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from quantriet.project.commands import beacon, rt, trace


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="quantriet", description="Quán Triệt: từ văn bản chỉ đạo đến việc đã làm.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    _add_serve(commands)
    _add_work(commands)
    _add_read(commands)
    _add_setup(commands)
    _add_demo(commands)
    _add_manage(commands)
    beacon.add(commands)
    rt.add(commands)
    trace.add(commands)
    _speak_utf8()
    arguments = parser.parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    return run(arguments)


def _speak_utf8() -> None:
    """Vietnamese into a file or a pipe on Windows, whose code page has no letters for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what a caller put in its place takes any text
            stream.reconfigure(encoding="utf-8")


def _add_serve(commands: Any) -> None:
    command = commands.add_parser("serve", help="chạy trang web và bộ phận nền")
    command.add_argument("--host", default="127.0.0.1", help="địa chỉ lắng nghe (mặc định chỉ máy này)")
    command.add_argument("--port", type=int, default=8000)
    command.add_argument("--processes", type=int, default=2, help="số tiến trình web")
    command.add_argument("--demo", action="store_true", help="nạp cơ quan mẫu và cho đăng nhập một chạm")
    command.set_defaults(run=serve)


def _add_work(commands: Any) -> None:
    command = commands.add_parser("work", help="chạy riêng bộ phận nền: mở kỳ báo cáo, nhắc hạn")
    command.add_argument("--once", action="store_true", help="làm hết việc đang chờ rồi thôi")
    command.set_defaults(run=work)


def _add_read(commands: Any) -> None:
    command = commands.add_parser("read", help="đọc một văn bản, in ra những gì đọc được")
    command.add_argument("file", type=Path, nargs="?", metavar="TỆP", help="tệp Word, PDF, ảnh, .eml, .zip hoặc .txt")
    command.add_argument("--json", action="store_true", help="in dạng JSON")
    command.add_argument("--akoma-ntoso", action="store_true", help="in dạng XML Akoma Ntoso 3.0 để trao đổi")
    command.add_argument("--learn-report", action="store_true", help="người duyệt đã sửa, xác nhận những gì đọc được")
    command.add_argument("--since", default="", metavar="NGÀY", help="với --learn-report: chỉ tính từ ngày này")
    command.set_defaults(run=read)


def _add_setup(commands: Any) -> None:
    command = commands.add_parser("setup", help="lập cơ quan đầu tiên và tài khoản quản trị (một lần)")
    command.add_argument("--agency", required=True, help="tên cơ quan, ví dụ «Sở Tư pháp»")
    command.add_argument("--superior", default="", help="tên cơ quan cấp trên, nếu có")
    command.add_argument("--office", default="Văn phòng", help="tên văn phòng của cơ quan")
    command.add_argument("--administrator", required=True, help="họ tên người quản trị")
    command.add_argument("--username", default="quantri", help="tên đăng nhập của người quản trị")
    command.set_defaults(run=setup)


def _add_demo(commands: Any) -> None:
    command = commands.add_parser("demo", help="nạp cơ quan mẫu (hoặc một tỉnh, cả nước để thử tải)")
    command.add_argument("--units", type=int, help="số đơn vị báo cáo: 360 là một tỉnh, 12000 là cả nước")
    command.add_argument("--days", type=int, default=14, help="số ngày báo cáo đã qua")
    command.set_defaults(run=demo)


def _add_manage(commands: Any) -> None:
    command = commands.add_parser("manage", help="lệnh quản trị của Django (migrate, createsuperuser, …)")
    command.add_argument("words", nargs=argparse.REMAINDER)
    command.set_defaults(run=manage)


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quantriet.project.settings")
    import django

    django.setup()


def serve(arguments: argparse.Namespace) -> int:
    """Prepare (migrate, static files, demo), then run the worker and the web server until one of them ends."""
    if arguments.demo:
        os.environ["QUANTRIET_DEMO"] = "1"
    hosts = os.environ.get("QUANTRIET_HOSTS", "127.0.0.1,localhost,[::1]")
    if arguments.host not in {"127.0.0.1", "localhost", "0.0.0.0"}:  # noqa: S104  # compared, not bound
        hosts = f"{hosts},{arguments.host}"
    os.environ["QUANTRIET_HOSTS"] = hosts
    _start_django()
    from quantriet.project import prepare

    prepare.prepare(demo=arguments.demo)
    prepare.announce(f"http://{arguments.host}:{arguments.port}", demo=arguments.demo)
    commands = [
        web_command(arguments.host, arguments.port, arguments.processes),
        [sys.executable, "-m", "quantriet.project.cli", "work"],
    ]
    return _run_together(commands)


def web_command(host: str, port: int, processes: int) -> list[str]:
    """The web server's command; the benchmarks start the very same."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", str(processes), "--blocking-threads", str(_threads()), "--backlog", "2048", "--no-ws"),
        *("--log-level", "warning", "quantriet.project.wsgi:application"),
    ]


def _threads() -> int:
    """Requests that one web process answers at a time.

    One on SQLite: threads would only wait for its single write lock, asleep and out of turn (1.5 times the reports a
    second and a seventh of the p99 were measured with one; see benchmarks/README.md). Four on PostgreSQL, which queues.
    """
    from django.conf import settings

    return 1 if "sqlite" in settings.DATABASES["default"]["ENGINE"] else 4


def _run_together(commands: list[list[str]]) -> int:
    """Run until one ends or somebody stops us; then end the others too, each with all the processes it started."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is not signal.SIG_IGN:  # as nohup wants it
            signal.signal(getattr(signal, name), signal.default_int_handler)
    processes = [subprocess.Popen(command, start_new_session=True) for command in commands]  # noqa: S603  # our own words
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.3)
    except KeyboardInterrupt:
        print("\nĐang dừng…")
    finally:
        for process in processes:
            if process.poll() is None:
                process.terminate()
        for process in processes:
            _wait_for(process)
    failed = [process.returncode for process in processes if process.returncode not in (0, -15, -2, None)]
    return failed[0] if failed else 0


def _wait_for(process: subprocess.Popen[bytes], patience: float = 15) -> None:
    """A web server that is told to stop while it starts its processes may miss it: then it is stopped by force.

    Nothing acknowledged is lost by that: what was answered is on the disk.
    """
    try:
        process.wait(timeout=patience)
    except subprocess.TimeoutExpired:
        print(f"Có bộ phận chưa dừng sau {patience:.0f} giây, tắt hẳn.")
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()


def work(arguments: argparse.Namespace) -> int:
    """Keep appointments as they fall due, and read the scans that wait; looks once a second."""
    _start_django()
    from django.db import close_old_connections

    from quantriet.apps.clock.appointments import keep_appointments
    from quantriet.apps.clock.moment import now
    from quantriet.apps.documents.waiting import keep_reading, read_next

    stop = threading.Event()
    if not arguments.once:  # beside the clock: a scan of many pages must hold up no reminder
        threading.Thread(target=keep_reading, args=(stop,), name="waiting files", daemon=True).start()
    try:
        while True:
            close_old_connections()
            keep_appointments(now())
            if arguments.once:
                while read_next():
                    pass
                return 0
            time.sleep(1.0)
    except KeyboardInterrupt:
        return 0
    finally:
        stop.set()


def read(arguments: argparse.Namespace) -> int:
    """Read one file; any bytes give a reading. Status 2 only when the file itself cannot be opened."""
    if arguments.learn_report:
        return _tell_what_was_learnt(arguments)
    if arguments.file is None:
        print("Chưa nêu tệp cần đọc. Viết: quantriet read TỆP", file=sys.stderr)
        return 2
    from quantriet.engines.reading import read as read_text
    from quantriet.engines.reading.sources import text_of

    try:
        data = arguments.file.read_bytes()
    except OSError as error:
        print(f"Không mở được tệp {arguments.file}: {error.strerror}. Kiểm tra lại đường dẫn.", file=sys.stderr)
        return 2
    source = text_of(data, arguments.file.name)
    reading = read_text(source.text)
    others = [(other.name, read_text(other.source.text)) for other in source.others]
    if arguments.akoma_ntoso:
        from quantriet.engines.exchange import to_akoma_ntoso

        print(to_akoma_ntoso(reading.to_dict()))
    elif arguments.json:
        from quantriet.project.reading_sheet import label_of_file

        print(json.dumps(label_of_file(reading, others), ensure_ascii=False, indent=1))
    else:
        from quantriet.project.reading_sheet import render_reading

        print(render_reading(reading, source.findings, others))
    return 0


def _tell_what_was_learnt(arguments: argparse.Namespace) -> int:
    _start_django()
    from quantriet.project.learn_report import print_report

    return print_report(as_json=arguments.json, since=arguments.since)


def setup(arguments: argparse.Namespace) -> int:
    """Open the first agency with its administrator; prints the password to hand over, once."""
    _start_django()
    from quantriet.apps.clock.moment import now
    from quantriet.engines.kernel.problem import Problem
    from quantriet.project import prepare
    from quantriet.project.first import found_agency

    prepare.prepare(demo=False)
    names = {name: getattr(arguments, name) for name in ("agency", "superior", "office", "administrator", "username")}
    try:
        username, password = found_agency(**names, at=now())
    except Problem as problem:
        print(problem.sentence, file=sys.stderr)
        return 1
    print(f"Đã lập {arguments.agency}. Đăng nhập: {username}, mật khẩu lần đầu: {password}")
    print("Đổi mật khẩu ngay khi đăng nhập; chạy trang web bằng lệnh: quantriet serve")
    return 0


def demo(arguments: argparse.Namespace) -> int:
    """Load the invented agency, province or nation."""
    _start_django()
    from quantriet.apps.clock.moment import now
    from quantriet.project import prepare
    from quantriet.project.demo import load

    prepare.prepare(demo=False)
    print(load(units=arguments.units, days=arguments.days, now=now()))
    return 0


def manage(arguments: argparse.Namespace) -> int:
    """Hand over to Django's own commands."""
    _start_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["quantriet manage", *arguments.words])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
