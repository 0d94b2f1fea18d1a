"""Word of before 2007 (.doc), RTF and OpenDocument text, through an installed LibreOffice.

Reads: the bytes of one file. Writes: the `SourceText` of the .docx that LibreOffice makes of it. Starts a program,
which reads and writes files: in a folder of its own that is gone afterwards, with a profile of its own that runs no
macros, follows no links and reaches no network, for a bounded time.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from . import word
from .shapes import SourceText, nothing
from .vietnamese import is_binary, is_foreign

DOC = "application/msword"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
SECONDS = 45  # for one file; a usual letter takes one or two
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (  # by the names of the parts in the file
    ("EncryptedPackage", "source.locked", "Tệp có mật khẩu nên không mở được."),
    ("WordDocument", "", ""),
    ("Workbook", "source.not_word", "Tệp là bảng tính Excel đời cũ (.xls), không phải văn bản Word."),
    ("PowerPoint Document", "source.not_word", "Tệp là bài trình chiếu đời cũ (.ppt), không phải văn bản Word."),
    ("__nameid_version1.0", "source.not_word", "Tệp là thư của Outlook (.msg)."),
)
_UNLOCK = "Hỏi nơi gửi mật khẩu, mở tệp, lưu lại không mật khẩu rồi chọn lại."
_SAVE_AGAIN = "Mở tệp bằng Word, chọn Lưu thành .docx rồi chọn lại; hoặc chép toàn văn rồi dán vào."
_INSTALL = f"{_SAVE_AGAIN} Cài LibreOffice trên máy chủ thì lần sau đọc được ngay."

# Macros off at the highest level, links never followed, and every address sent to a proxy that is not there.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def is_old(data: bytes) -> bool:
    """True of the kinds that are converted, and of the others in the same container."""
    return data.startswith((_OLE, b"{\\rtf")) or _is_odt(data)


def _is_odt(data: bytes) -> bool:
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return package.read("mimetype").startswith(ODT.encode()) if "mimetype" in package.namelist() else False
    except Exception:  # zipfile raises many kinds; what is broken is told by whoever reads it
        return False


def is_available() -> bool:
    """True when LibreOffice is on the path."""
    return _program() is not None


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def read(data: bytes) -> SourceText:
    """The text of an old file."""
    media_type, suffix, what = _kind(data)
    if refused := _refused(data):
        return refused
    program = _program()
    if program is None:
        return nothing(media_type, "source.old_word", f"Tệp là {what}; máy này chưa mở được.", _INSTALL)
    with tempfile.TemporaryDirectory(prefix="quantriet-") as folder:
        try:
            made = _converted(program, data, Path(folder), suffix)
        except subprocess.TimeoutExpired:
            return nothing(media_type, "source.slow", f"Tệp {what} này mở quá {SECONDS} giây chưa xong.", _SAVE_AGAIN)
        except OSError as error:
            return nothing(
                media_type, "source.old_word", f"Không chạy được LibreOffice ({error.strerror}).", _SAVE_AGAIN
            )
    found = replace(word.read(made), media_type=media_type) if made else None
    if (
        found is None or is_binary(found.text) or is_foreign(found.text)
    ):  # LibreOffice takes what it cannot open for text
        return nothing(media_type, "source.broken", f"Tệp {what} hỏng, không mở được.", _SAVE_AGAIN)
    return found


def _kind(data: bytes) -> tuple[str, str, str]:
    if data.startswith(b"{\\rtf"):
        return RTF, ".rtf", "văn bản RTF"
    return (DOC, ".doc", "Word đời cũ (.doc)") if data.startswith(_OLE) else (ODT, ".odt", "OpenDocument (.odt)")


def _refused(data: bytes) -> SourceText | None:
    """What stands in the same container as old Word and is something else."""
    if not data.startswith(_OLE):
        return None
    for name, code, what in _STREAMS:
        if name.encode("utf-16-le") in data:
            remedy = _UNLOCK if code == "source.locked" else _SAVE_AGAIN
            return nothing(DOC, code, what, remedy) if code else None
    return nothing(DOC, "source.broken", "Tệp Word đời cũ (.doc) hỏng, không mở được.", _SAVE_AGAIN)


def _converted(program: str, data: bytes, folder: Path, suffix: str) -> bytes | None:
    """The .docx made of the bytes; None when LibreOffice cannot open them. Raises `TimeoutExpired`, `OSError`."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (profile / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), "utf-8")
    source = folder / f"source{suffix}"
    source.write_bytes(data)
    command = [
        *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *(f"-env:UserInstallation={profile.parent.as_uri()}", "--convert-to", "docx:MS Word 2007 XML"),
        *("--outdir", str(folder / "made"), str(source)),
    ]
    environment = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
        env=environment, start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(SECONDS)
    finally:
        if process.poll() is None:
            _end(process)
    made = folder / "made" / "source.docx"
    return made.read_bytes() if made.exists() else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with the helpers that it has started."""
    with contextlib.suppress(OSError):
        if os.name == "nt":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
