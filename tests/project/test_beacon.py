"""`quantriet beacon`: its files, its refusals, and a run over a real transport against a controller in a thread."""

from __future__ import annotations

import asyncio
import socket
import stat
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bumble.transport import open_transport

from quantriet.engines.kernel.problem import Problem
from quantriet.engines.proximity import Observation, bluezone
from quantriet.engines.proximity.virtual_air import Air, VirtualController
from quantriet.project.beacon_log import BeaconLog
from quantriet.project.cli import main

DAY = 86_400
NOW = 1_626_944_700
HEARD = bytes(range(1, 13))


def opened(path: Path, now: int = NOW) -> BeaconLog:
    return BeaconLog(path, days=21, now=now, key_bytes=16)


def line(second: int) -> str:
    return f"{second}\t{HEARD.hex()}\t-60\t"


def test_what_is_too_old_goes_when_the_file_is_opened_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "log"
    rows = [line(NOW - 21 * DAY - 1), line(NOW - 21 * DAY), "what is this", line(NOW)]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    log = opened(path)
    assert path.read_text("utf-8").splitlines() == rows[1:]
    assert (log.dropped, log.unread) == (1, 1)


def test_keys_stay_as_long_as_what_they_showed_and_are_for_the_owner(tmp_path: Path) -> None:
    path, today = tmp_path / "log", NOW // DAY
    log = opened(path)
    keys = {day: log.key_of_day(day) for day in (today - 22, today - 21, today)}
    assert len(set(keys.values())) == 3
    assert stat.S_IMODE((tmp_path / "log.keys").stat().st_mode) == 0o600
    again = opened(path)
    assert again.key_of_day(today) == keys[today]
    assert again.key_of_day(today - 21) == keys[today - 21]
    assert str(today - 22) not in (tmp_path / "log.keys").read_text("utf-8")


def test_a_new_day_drops_what_has_become_too_old(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text(line(NOW - 20 * DAY) + "\n", "utf-8")
    log = opened(path)
    log.note(Observation.of(HEARD, NOW, -50, 0), 12)
    assert log.dropped == 0
    log.note(Observation.of(HEARD, NOW + 2 * DAY, -50, 0), 12)
    seconds = [int(row.split("\t")[0]) for row in path.read_text("utf-8").splitlines()]
    assert seconds == [NOW, NOW + 2 * DAY]
    assert log.dropped == 1


def test_keys_that_cannot_be_read_are_never_written_over(tmp_path: Path) -> None:
    keys = tmp_path / "log.keys"
    keys.write_text("not a key\n", "utf-8")
    with pytest.raises(Problem, match=r"beacon\.keys"):
        opened(tmp_path / "log")
    keys.write_text(f"1\t{bytes(32).hex()}\n", "utf-8")
    with pytest.raises(Problem, match=r"beacon\.format"):
        opened(tmp_path / "log")
    assert keys.read_text("utf-8").startswith("1\t")


@pytest.fixture
def controller() -> Iterator[int]:
    """A controller on a local port, as a device would be, with a Bluezone phone beside it; gives the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        air = Air(lambda sender, listener: -57)
        transport = await open_transport(f"tcp-server:127.0.0.1:{port}")
        VirtualController("dongle", host_source=transport.source, host_sink=transport.sink, link=air)
        phone = air.radio("phone", lambda: bytes(range(6)))
        await phone.start()
        await phone.show(bluezone.advert(HEARD), 200, is_connectable=True)

    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    asyncio.run_coroutine_threadsafe(serve(), loop).result(10)
    yield port
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the thread's sockets end with it
def test_a_run_over_a_transport_notes_what_it_hears(
    controller: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, began = tmp_path / "log", int(time.time())
    options = ["--transport", f"tcp-client:127.0.0.1:{controller}", "--format", "bluezone", "--minutes", "0.02"]
    assert main(["beacon", *options, "--log", str(path)]) == 0
    second, identifier, rssi, _ = path.read_text("utf-8").splitlines()[0].split("\t")
    assert began <= int(second) <= time.time()
    assert (identifier, rssi) == (HEARD.hex(), "-57")
    assert "Đã ghi 1 lượt của 1 mã" in capsys.readouterr().out
    keys = [row.split("\t") for row in (tmp_path / "log.keys").read_text("utf-8").splitlines()]
    assert [(int(day), len(key)) for day, key in keys] == [(int(second) // DAY, 64)]


def test_without_a_device_a_sentence_says_what_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["beacon", "--transport", "nothing:0"]) == 2
    told = capsys.readouterr().err
    assert "Không mở được bộ Bluetooth «nothing:0»" in told
    assert "quantriet beacon --simulate" in told


def test_without_the_library_a_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "bumble", None)
    assert main(["beacon", "--log", str(tmp_path / "log")]) == 2
    assert "pip install 'quantriet[radio]'" in capsys.readouterr().err
    assert not (tmp_path / "log").exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--minutes", "0"], "Số phút phải lớn hơn 0"),
        (["--minutes", "nan"], "Số phút phải lớn hơn 0"),
        (["--simulate", "--minutes", "61"], "Giờ mô phỏng dài 60 phút"),
    ],
)
def test_a_time_that_cannot_be_is_refused(
    options: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["beacon", *options]) == 2
    assert sentence in capsys.readouterr().err


def test_a_simulation_tells_whom_tracing_finds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["beacon", "--simulate", "--minutes", "10"]) == 0
    told = capsys.readouterr().out
    assert "F1  Bình" in told
    assert "An → Bình" in told
