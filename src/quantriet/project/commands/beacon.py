"""`quantriet beacon`: one Bluetooth controller shows rotating identifiers and notes whose it hears (trạm ghi nhận)."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from quantriet.engines.kernel.problem import Problem

_SYSTEM_LIST = Path("/sys/class/bluetooth")
_FORMATS = ("own", "bluezone", "gaen")
_TX_POWER = -10  # dBm, told to others in GAEN's metadata: what a class 2 USB controller sends about
_TRIAL_MINUTES = 60


def add(commands: Any) -> None:
    """Put the command into the parser."""
    command = commands.add_parser("beacon", help="phát mã ngẫu nhiên qua Bluetooth và ghi nhận các máy ở gần")
    command.add_argument("--transport", default="usb:0", metavar="BỘ", help="bộ Bluetooth, ví dụ usb:0, hci-socket:0")
    command.add_argument(
        "--format", choices=_FORMATS, default="own", help="mã của cơ quan (mặc định), Bluezone hay GAEN"
    )
    command.add_argument("--minutes", type=float, metavar="PHÚT", help="chạy bao lâu (mặc định đến khi bấm Ctrl+C)")
    command.add_argument("--log", type=Path, metavar="TỆP", help="ghi vào tệp này; khóa nằm cạnh, tên thêm .keys")
    command.add_argument("--simulate", action="store_true", help="chạy một giờ làm việc mô phỏng, không cần thiết bị")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Status 2 with a sentence when there is no device, no library or no file."""
    try:
        if arguments.minutes is not None and not 0 < arguments.minutes <= 1_000_000:
            raise Problem("beacon.minutes", "Số phút phải lớn hơn 0.", remedy="Ví dụ: --minutes 30")
        return _simulate(arguments) if arguments.simulate else _run_on_device(arguments)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "bumble":
            raise
        print("Chưa có phần Bluetooth. Cài bằng: pip install 'quantriet[radio]'", file=sys.stderr)
    except Problem as problem:
        print(problem.sentence, file=sys.stderr)
    return 2


def _simulate(arguments: argparse.Namespace) -> int:
    from quantriet.project.office_hour import run_hour

    minutes = max(1, int(_TRIAL_MINUTES if arguments.minutes is None else arguments.minutes))
    if minutes > _TRIAL_MINUTES:
        raise Problem("beacon.minutes", "Giờ mô phỏng dài 60 phút.", remedy="Chọn --minutes từ 1 đến 60.")
    began = time.monotonic()
    hour = run_hour(arguments.format, minutes=minutes)
    print(f"{len(hour.people)} người, {minutes} phút, định dạng {arguments.format}: ", end="")
    print(
        f"ghi {hour.observed} lượt, {hour.failed_reads} lần đọc không được, chạy {time.monotonic() - began:.1f} giây."
    )
    print("\nỞ gần nhau:")
    for one, other, start, end in hour.meetings:
        print(f"  {one:6} {other:6} {start:%H:%M} – {end:%H:%M}")
    print(f"\nTruy vết từ {hour.people[0]}:")
    for name, contact in hour.reached:
        chain = " → ".join([hour.people[0], *(hour.people[link.taker] for link in contact.chain)])
        print(f"  F{contact.level}  {name:6} {round(contact.seconds / 60):3} phút   {chain}")
    if not hour.reached:
        print("  chưa thấy ai ở gần đủ lâu.")
    return 0


def _run_on_device(arguments: argparse.Namespace) -> int:
    import bumble  # noqa: F401  # absent: the sentence about the extra, before any file is touched

    from quantriet.engines.proximity import Observation

    heard: Counter[bytes] = Counter()
    width = 16 if arguments.format == "gaen" else 12
    write, key_of_day = _files(arguments, width)

    def note(observation: Observation) -> None:
        heard[observation.identifier(width)] += 1
        write(observation)

    began = time.monotonic()
    try:
        asyncio.run(_beat(arguments, key_of_day, note))
    except KeyboardInterrupt:
        pass
    finally:
        minutes = (time.monotonic() - began) / 60
        if heard or minutes > 1:
            print(f"Đã ghi {heard.total()} lượt của {len(heard)} mã trong {minutes:.0f} phút.")
    return 0


def _files(arguments: argparse.Namespace, width: int) -> tuple[Any, Any]:
    """Where observations go and where keys come from: a file, or the screen and memory."""
    from quantriet.engines.proximity.formats import KEY_BYTES
    from quantriet.law.load import parameter
    from quantriet.project.beacon_log import BeaconLog, memory_keys

    key_bytes = KEY_BYTES[arguments.format]
    if arguments.log is None:
        print("Không có --log: khóa chỉ ở trong bộ nhớ, tắt máy là không đối chiếu được nữa.", file=sys.stderr)
        return partial(_print, width=width), memory_keys(key_bytes)
    now = int(time.time())
    days = parameter("proximity.retention_days", datetime.fromtimestamp(now, UTC).date())
    log = BeaconLog(arguments.log, days=days, now=now, key_bytes=key_bytes)
    if log.dropped:
        print(f"Đã xóa {log.dropped} lượt quá {days} ngày.")
    if log.unread:
        print(f"{arguments.log}: {log.unread} dòng không hiểu được, vẫn giữ nguyên.", file=sys.stderr)
    return partial(log.note, width=width), log.key_of_day


def _print(observation: Any, width: int) -> None:
    moment = datetime.fromtimestamp(observation.time).astimezone()
    print(f"{moment:%H:%M:%S}  {observation.identifier(width).hex()}  {observation.rssi} dBm", flush=True)


async def _beat(arguments: argparse.Namespace, key_of_day: Any, note: Any) -> None:
    """Open, run, close; the loss of the device ends it."""
    from quantriet.engines.proximity.beacon import Beacon
    from quantriet.engines.proximity.formats import format_of
    from quantriet.engines.proximity.radio import open_radio

    speech = format_of(arguments.format, key_of_day, tx_power=_TX_POWER)
    try:
        radio, transport = await open_radio(arguments.transport, partial(os.urandom, 6))
    except Exception as error:  # each kind of transport raises its own, some a bare Exception
        raise _no_device(arguments.transport, error) from error
    seconds = 1e9 if arguments.minutes is None else arguments.minutes * 60
    async with transport:
        working = asyncio.ensure_future(Beacon(radio, speech, 0, time.time, note).run(seconds))
        gone = transport.source.terminated
        await asyncio.wait({working, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            working.cancel()
            raise Problem(
                "beacon.lost",
                f"Mất kết nối với «{arguments.transport}».",
                remedy="Cắm lại rồi chạy lại; tệp đã ghi còn nguyên.",
            )
        try:
            working.result()
        except TimeoutError as error:
            raise _no_device(arguments.transport, error) from error


def _no_device(transport: str, error: Exception) -> Problem:
    told = "không trả lời" if isinstance(error, TimeoutError) else str(error) or type(error).__name__
    found = sorted(path.name for path in _SYSTEM_LIST.iterdir()) if _SYSTEM_LIST.is_dir() else []
    seen = f"hệ điều hành đang thấy {', '.join(found)}" if found else "hệ điều hành không thấy bộ Bluetooth nào"
    return Problem(
        "beacon.no_device",
        f"Không mở được bộ Bluetooth «{transport}» ({told}); {seen}.",
        remedy="Cắm một bộ Bluetooth USB rồi chạy lại; trên Linux có thể dùng --transport hci-socket:0 với quyền root "
        "sau khi tắt dịch vụ bluetooth. Chạy thử không cần thiết bị: quantriet beacon --simulate",
    )
