"""Which parts of a cited document are named."""

from __future__ import annotations

import pytest

from quantriet.engines.reading import read
from quantriet.engines.reading.stored import from_dict

LETTER = """SỞ MINH HỌA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 15/SMH-VP
V/v trực bão
Hải An, ngày 05 tháng 9 năm 2024
Kính gửi: Các phòng chuyên môn thuộc Sở.
{words} Giám đốc Sở yêu cầu các phòng chuyên môn báo cáo quân số trực./."""


@pytest.mark.parametrize(
    ("words", "provisions"),
    [
        ("Thực hiện điểm a khoản 2 Điều 103 Nghị định số 123/2020/NĐ-CP,", ("điểm a khoản 2 Điều 103",)),
        ("Căn cứ khoản 1, 3 Điều 5 của Quyết định số 12/2019/QĐ-UBND ngày 01/02/2019,", ("khoản 1, 3 Điều 5",)),
        ("Theo Điều 7 Thông tư liên tịch số 09/2015/TTLT-BYT-BNV,", ("Điều 7",)),
        ("Theo Nghị định số 123/2020/NĐ-CP,", ()),
        ("Theo Điều 4 của quy chế và các việc khác tại Nghị định số 123/2020/NĐ-CP,", ()),
        (
            "Theo Điều 4 Nghị định số 123/2020/NĐ-CP và điểm b Điều 9 Nghị định số 123/2020/NĐ-CP ngày 19/10/2020,",
            ("Điều 4", "điểm b Điều 9"),
        ),
    ],
)
def test_the_parts_named_stand_with_the_document(words: str, provisions: tuple[str, ...]) -> None:
    reading = read(LETTER.format(words=words))
    (citation,) = reading.citations
    assert citation.provisions == provisions
    assert from_dict(reading.to_dict(), reading.text).citations == reading.citations
