"""Letters by e-mail and archives: the document in them is read, the others are named."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from quantriet.engines.reading.sources import bundles, text_of
from tests.engines.reading.sources import paper

LETTER = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nKính gửi: Các phòng."


def _zip(**files: bytes | str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "."), data)
    return buffer.getvalue()


def _mail(body: str = "Kính chuyển các phòng.", **files: bytes) -> bytes:
    letter = EmailMessage()
    letter["Subject"] = "Chuyển văn bản"
    letter.set_content(body)
    for name, data in files.items():
        letter.add_attachment(data, maintype="application", subtype="octet-stream", filename=name.replace("__", "."))
    return letter.as_bytes()


def test_the_document_with_the_motto_is_the_one() -> None:
    found = text_of(_zip(a__txt="Ghi chú " * 50, b__txt=LETTER, anh__jpg=b"\xff\xd8\xff"), "a.zip")
    assert (found.text, found.media_type) == (LETTER, "application/zip")
    [finding] = found.findings
    assert finding.code == "source.others"
    assert "«b.txt»" in finding.message
    assert all(f"«{name}»" in finding.message for name in ("a.txt", "anh.jpg"))


def test_without_a_motto_the_longest_is_the_one() -> None:
    assert text_of(_zip(a__txt="Ngắn", b__txt="Dài hơn nhiều"), "a.zip").text == "Dài hơn nhiều"


def test_one_document_needs_no_remark() -> None:
    assert text_of(_zip(a__txt=LETTER), "a.zip").findings == ()


def test_an_attachment_goes_before_the_words_of_the_letter() -> None:
    data = _mail(**{"Công văn__pdf": paper.pdf(paper.HEAD + paper.BODY)})
    found = text_of(data, "thu.eml")
    assert found.media_type == "message/rfc822"
    assert "HUYỆN TÂN LẬP" in found.text
    assert "«Công văn.pdf»" in found.findings[0].message
    assert "«lời thư»" in found.findings[0].message


def test_a_letter_of_words_alone_is_read() -> None:
    found = text_of(_mail("Đề nghị các phòng báo cáo trước 15 giờ."), "thu.eml")
    assert found.text.strip() == "Đề nghị các phòng báo cáo trước 15 giờ."
    assert found.findings == ()


def test_an_archive_in_a_letter_is_opened_and_no_deeper() -> None:
    inner = _zip(a__txt=LETTER)
    assert text_of(_mail(van_ban__zip=inner), "thu.eml").text == LETTER
    found = text_of(_zip(a__zip=_zip(b__zip=inner)), "a.zip")
    assert found.findings[0].code == "source.no_document"
    assert "quá nhiều lớp" in found.findings[0].message


def test_a_bomb_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "PART_LIMIT", 1000)
    found = text_of(_zip(a__txt=LETTER, b__txt="0" * 100_000), "a.zip")
    assert found.text == LETTER
    assert "«b.txt»" in found.findings[0].message


def test_only_some_are_opened() -> None:
    files = {f"a{at}__txt": f"Văn bản {at}" for at in range(30)}
    assert text_of(_zip(**files), "a.zip").findings[0].code == "source.others"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_zip(**{"xl/workbook__xml": "<a/>"}), "source.not_word"),
        (_zip(a__exe=b"MZ"), "source.no_document"),
        (_zip(), "source.no_document"),
        (_zip(a__txt=LETTER)[:60], "source.broken"),
        (_zip(a__pdf=b"%PDF-1.7"), "source.no_document"),
    ],
    ids=["excel", "program", "nothing", "broken", "unreadable"],
)
def test_what_cannot_be_read_gets_words(data: bytes, code: str) -> None:
    found = text_of(data if len(data) > 30 else b"PK\x03\x04" + data, "a.zip")
    assert found.text == ""
    assert found.findings[0].code in {code, "source.broken"}
    assert found.findings[0].message
