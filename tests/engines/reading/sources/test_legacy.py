"""Fonts of before Unicode: told by their codes, changed by table, and never where they are not."""

from __future__ import annotations

import io

import pytest
from docx import Document

from quantriet.engines.reading.sources import text_of
from quantriet.engines.reading.sources.legacy import from_tcvn3, from_vni, renewed
from quantriet.engines.reading.sources.shapes import PLAIN, SourceText

LETTER = """Cộng hòa xã hội chủ nghĩa Việt Nam
Độc lập - Tự do - Hạnh phúc
Kính gửi: Các phòng chuyên môn thuộc Ủy ban nhân dân huyện.
Đề nghị các phòng rà soát, lập danh sách người đủ điều kiện, gửi về phòng Nội vụ trước ngày 05/9/2022."""
TCVN3 = """Céng hßa x· héi chñ nghÜa ViÖt Nam
§éc lËp - Tù do - H¹nh phóc
KÝnh göi: C¸c phßng chuyªn m«n thuéc ñy ban nh©n d©n huyÖn.
§Ò nghÞ c¸c phßng rµ so¸t, lËp danh s¸ch ng\xadêi ®ñ ®iÒu kiÖn, göi vÒ phßng Néi vô tr\xadíc ngµy 05/9/2022."""
VNI = """Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam
Ñoäc laäp - Töï do - Haïnh phuùc
Kính göûi: Caùc phoøng chuyeân moân thuoäc UÛy ban nhaân daân huyeän.
Ñeà nghò caùc phoøng raø soaùt, laäp danh saùch ngöôøi ñuû ñieàu kieän, göûi veà phoøng Noäi vuï""" + (
    " tröôùc ngaøy 05/9/2022."
)


@pytest.mark.parametrize(("old", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_old_fonts_become_unicode(old: str, name: str) -> None:
    for data in (old.encode("cp1252"), old.encode()):
        found = text_of(data, "a.txt")
        assert found.text.replace("ủy ban", "Ủy ban") == LETTER  # TCVN3 has no capital for it
        [finding] = found.findings
        assert (finding.code, name in finding.message) == ("source.legacy_font", True)


def test_a_word_file_of_old_fonts() -> None:
    document = Document()
    for line in VNI.split("\n"):
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    assert text_of(buffer.getvalue(), "a.docx").text == LETTER


def test_capitals_of_tcvn3_follow_the_line() -> None:
    assert from_tcvn3("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert from_tcvn3("X· ViÖt Hïng, ñy ban UBND") == "Xã Việt Hùng, ủy ban UBND"


def test_capitals_of_vni_are_its_own() -> None:
    assert from_vni("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM, TÖÏ DO") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, TỰ DO"


@pytest.mark.parametrize(
    "text",
    [
        LETTER,
        "Hoà bình, trí tuệ và tài năng. " * 20,
        "là và có thì mà cho các cháu bé, ông bà, bà con. " * 20,
        "Où êtes-vous, à côté de la forêt où l'été finit déjà? " * 20,
        "Straße, Häuser und Bäume über dem Flüßchen. " * 20,
        "",
        "µ = 3 ± 0,5 °C",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert renewed(SourceText(text, PLAIN)) == SourceText(text, PLAIN)


def test_lines_in_unicode_among_old_ones_stay() -> None:
    mixed = f"{VNI}\nThừa lệnh Chủ tịch"
    assert renewed(SourceText(mixed, PLAIN)).text.endswith("\nThừa lệnh Chủ tịch")
