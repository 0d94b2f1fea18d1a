"""Letters by e-mail and archives: the document in them is read, the others are named."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest
from PIL import Image

from quantriet.engines.reading.sources import bundles, ocr, opening, text_of
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
    others, unread = found.findings
    assert (others.code, "«b.txt»" in others.message, "«a.txt»" in others.message) == ("source.others", True, True)
    assert (unread.code, "«anh.jpg»" in unread.message) == ("source.unread", True)
    assert [(other.name, other.source.text) for other in found.others] == [("a.txt", "Ghi chú " * 50)]


def test_without_a_motto_the_longest_is_the_one() -> None:
    assert text_of(_zip(a__txt="Ngắn", b__txt="Dài hơn nhiều"), "a.zip").text == "Dài hơn nhiều"


def test_one_document_needs_no_remark() -> None:
    assert text_of(_zip(a__txt=LETTER), "a.zip").findings == ()


def test_an_attachment_goes_before_the_words_of_the_letter() -> None:
    data = _mail(**{"Công văn__pdf": paper.pdf(paper.HEAD + paper.BODY)})
    found = text_of(data, "thu.eml")
    assert found.media_type == "message/rfc822"
    assert "HUYỆN TÂN LẬP" in found.text
    [body] = found.others
    assert (body.name, body.source.text.strip()) == ("lời thư", "Kính chuyển các phòng.")


def test_photographed_pages_are_one_document_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: True)
    texts = iter(["Trang chín", "Trang mười"])
    pages = _zip(trang_10__png=_picture(1), trang_9__png=_picture(2))
    found = opening.text_of(pages, "a.zip", lambda scan: {1: next(texts)})
    assert found.text == "Trang chín\n\nTrang mười"
    assert [finding.code for finding in found.findings] == ["source.recognised"]


def _picture(shade: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (60, 60), shade).save(buffer, "PNG")
    return buffer.getvalue()


def test_an_empty_letter_says_so() -> None:
    [finding] = text_of(
        b"Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b--\n", "a.eml"
    ).findings
    assert finding.code == "source.empty_mail"
    assert "Hỏi lại nơi gửi" in finding.message


def test_archives_in_an_archive_give_all_their_documents() -> None:
    inner = _zip(c__txt=LETTER + "\nhai", d__txt="Danh sách dài " * 9)
    found = text_of(_zip(a__txt=LETTER, b__zip=inner), "a.zip")
    assert found.text == LETTER
    assert [other.name for other in found.others] == ["b.zip", "d.txt"]
    assert found.others[0].source.text == LETTER + "\nhai"


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


def test_only_some_are_opened_and_the_rest_is_named() -> None:
    files = {f"a{at}__txt": f"Văn bản {at}" for at in range(30)}
    found = text_of(_zip(**files), "a.zip")
    assert len(found.others) == bundles.OPENED_LIMIT - 1
    assert [finding.code for finding in found.findings] == ["source.others", "source.unread"]
    assert "«a29.txt»" in found.findings[1].message


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
