"""Old Word, RTF and OpenDocument through the real LibreOffice; a sentence where it is missing or takes too long."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from docx import Document

from quantriet.engines.reading import read
from quantriet.engines.reading.sources import office, text_of
from tests.engines.reading.sources import paper

needs_office = pytest.mark.skipif(
    not office.is_available() and os.environ.get("CI") != "true",
    reason="LibreOffice is not installed: apt install libreoffice-writer-nogui",
)
RTF = (
    b"{\\rtf1\\ansi\\uc1 UBND HUY\\u7878?N T\\u194?N L\\u7852?P\\par S\\u7889?: 15/UBND\\par "
    b"K\\u237?nh g\\u7917?i: C\\u225?c ph\\u242?ng.\\par}"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _docx() -> bytes:
    document = Document()
    for _, _, words in paper.HEAD[:1]:
        document.add_paragraph(words)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "UBND HUYỆN TÂN LẬP\nPHÒNG NỘI VỤ\nSố: 15/PNV"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    document.add_paragraph("Kính gửi: Các phòng chuyên môn.")
    document.add_paragraph("Đề nghị các phòng chuyên môn lập danh sách, gửi về phòng trước ngày 05/9/2022.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letter as Word of before 2007 and as OpenDocument, made by LibreOffice itself."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "a.docx").write_bytes(_docx())
    for kind in ("doc:MS Word 97", "odt"):
        command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'p').as_uri()}", "--convert-to", kind]
        subprocess.run([*command, "--outdir", folder, folder / "a.docx"], check=True, capture_output=True, timeout=120)
    return folder


@needs_office
@pytest.mark.parametrize(("name", "media_type"), [("a.doc", office.DOC), ("a.odt", office.ODT)])
def test_old_files_are_read_with_their_tables(folder: Path, name: str, media_type: str) -> None:
    found = text_of((folder / name).read_bytes(), name)
    assert (found.media_type, found.findings) == (media_type, ())
    reading = read(found.text)
    assert (reading.number.value, reading.issuer.value) == ("15/PNV", "PHÒNG NỘI VỤ")
    assert [item.deadline.date for item in reading.obligations if item.deadline] == ["2022-09-05"]


@needs_office
def test_rich_text_is_read_whatever_its_name() -> None:
    found = text_of(RTF, "cong-van.doc")
    assert found.text.split("\n")[:3] == ["UBND HUYỆN TÂN LẬP", "Số: 15/UBND", "Kính gửi: Các phòng."]


@needs_office
def test_nothing_is_left_behind(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (folder / "a.doc").read_bytes()
    monkeypatch.setattr(office.tempfile, "tempdir", str(tmp_path))
    before = set(tmp_path.iterdir())
    assert text_of(data, "a.doc").text
    assert set(tmp_path.iterdir()) == before


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60 & wait\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "_program", lambda: str(program))
    monkeypatch.setattr(office, "SECONDS", 0.3)
    began = time.monotonic()
    [finding] = text_of(RTF, "a.rtf").findings
    assert (finding.code, "lưu thành .docx" in finding.message.lower()) == ("source.slow", True)
    assert time.monotonic() - began < 10


def test_without_the_program_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    for data in (RTF, OLE + "WordDocument".encode("utf-16-le")):
        [finding] = text_of(data, "a.doc").findings
        assert (finding.code, ".docx" in finding.message) == ("source.old_word", True)


@pytest.mark.parametrize(
    ("stream", "code"),
    [("EncryptedPackage", "source.locked"), ("Workbook", "source.not_word"), ("Không có gì", "source.broken")],
)
def test_what_stands_in_the_same_container_is_named(stream: str, code: str) -> None:
    [finding] = text_of(OLE + bytes(500) + stream.encode("utf-16-le"), "a.doc").findings
    assert finding.code == code


@needs_office
def test_a_broken_old_file_is_told() -> None:
    [finding] = text_of(OLE + os.urandom(400) + "WordDocument".encode("utf-16-le"), "a.doc").findings
    assert finding.code == "source.broken"
