"""Files that hold several invented documents, in the ways an office sends and scans them."""

from __future__ import annotations

from tests.engines.reading.documents import DECISION, LETTER, PARTY_LETTER

COVER_LETTER = """UBND HUYỆN TÂN LẬP
PHÒNG NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 88/PNV
V/v sao gửi văn bản của Trung tâm Kiểm soát bệnh tật
Tân Lập, ngày 12 tháng 8 năm 2021

Kính gửi: Ủy ban nhân dân các xã, thị trấn.

Phòng Nội vụ sao gửi Công văn số 345/KSBT-PCD ngày 09/8/2021, đề nghị Ủy ban nhân dân các xã, thị trấn báo cáo \
kết quả về Phòng Nội vụ trước ngày 20/8/2021./.

Nơi nhận:
- Như trên;
- Lưu: VT.
TRƯỞNG PHÒNG
Lý Thị Kiểm Thử
"""

REGULATION = """QUY CHẾ
Phối hợp trong công tác phòng, chống dịch bệnh động vật
(Ban hành kèm theo Quyết định số 234/QĐ-UBND ngày 20 tháng 01 năm 2023 của Chủ tịch Ủy ban nhân dân tỉnh Hải Sơn)

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc phối hợp giữa các cơ quan trong phòng, chống dịch bệnh động vật.
Điều 2. Trách nhiệm báo cáo
1. Ủy ban nhân dân các xã báo cáo Ủy ban nhân dân huyện trước 16 giờ 00 hằng ngày khi có dịch.
2. Trạm Thú y chủ trì, phối hợp với Ủy ban nhân dân xã lấy mẫu trong vòng 24 giờ kể từ khi nhận tin.
"""

REGULATION_WITH_HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH HẢI SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n" + REGULATION
)

ANNEX = """PHỤ LỤC I
PHÂN CÔNG NHIỆM VỤ
(Kèm theo Công văn số 345/KSBT-PCD ngày 09 tháng 8 năm 2021)

1. Giao Trung tâm Y tế huyện Tân Lập lập danh sách người tiếp xúc, gửi trước ngày 15/8/2021.
2. Bệnh viện huyện Tân Lập
- Chủ trì bố trí khu cách ly, xong trước ngày 18/8/2021.
"""

SECOND_ANNEX = """Phụ lục II
DANH SÁCH ĐẦU MỐI

| TT | Đơn vị | Người liên hệ |
| 1 | Trung tâm Y tế huyện Tân Lập | Bộ phận một cửa |
"""

PETITION = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

ĐƠN KIẾN NGHỊ
Về việc thoát nước tại tổ dân phố 5

Kính gửi: Ủy ban nhân dân xã Bình An

Tôi là người dân tổ dân phố 5, xin kiến nghị xã nạo vét rãnh thoát nước trước mùa mưa.
Tân Lập, ngày 02 tháng 8 năm 2021
NGƯỜI LÀM ĐƠN
(Ký, ghi rõ họ tên)
"""

FORM = """Mẫu số 01

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
BÁO CÁO
Kết quả thực hiện
Kính gửi: …………
1. Kết quả: ……
"""

MAIL = """Từ: Văn thư huyện <vanthu@tanlap.example>
Tiêu đề: Công văn phòng dịch
Kính gửi các anh chị,
Văn thư chuyển công văn dưới đây để các phòng thực hiện.
Trân trọng.
"""

PLAN = """KẾ HOẠCH
Phòng, chống dịch bệnh trên trâu, bò năm 2023
(Kèm theo Quyết định số 234/QĐ-UBND ngày 20 tháng 01 năm 2023
của Chủ tịch Ủy ban nhân dân tỉnh)

I. MỤC ĐÍCH
Chủ động phòng dịch.
II. NHIỆM VỤ
1. Giao Sở Nông nghiệp và Phát triển nông thôn chủ trì tiêm phòng, xong trước ngày 15/3/2023.
"""

LIST = """DANH SÁCH
Đơn vị được kiểm tra năm 2021
(Ban hành kèm theo Công văn số 345/KSBT-PCD ngày 09/8/2021)
1. Bệnh viện huyện Tân Lập
2. Bệnh viện huyện Hải An
"""

TABLES = """Biểu số 01
TỔNG HỢP KẾT QUẢ THỰC HIỆN
| TT | Nội dung | Kết quả |
| 1 | Kiểm tra | |
Biểu số 02
TỔNG HỢP KINH PHÍ
| TT | Nội dung | Số tiền |
"""

ANNEX_WITH_HEAD = """PHỤ LỤC
SỞ Y TẾ HẢI SƠN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRUNG TÂM KIỂM SOÁT BỆNH TẬT\tĐộc lập - Tự do - Hạnh phúc
ĐỀ CƯƠNG BÁO CÁO
Kết quả phòng, chống dịch
I. Tình hình chung
II. Kết quả
"""

FORWARDED = """---------- Thư chuyển tiếp ---------
From: Văn thư huyện <vanthu@tanlap.example>
Date: Mon, 9 Aug 2021
Subject: Công văn phòng dịch
To: Các phòng <phong@tanlap.example>

"""

# A scan: the two cells of the letterhead on one line, a stamp among the recipients, marks lost, no blank lines.
SCANNED = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ BÌNH AN Độc lập - Tự do - Hạnh phúc
Số: Á3 /UBND-VP Bình An, ngày ‡0 tháng 9 năm 2019
V/v triển khai thu quỹ phòng, chống
thiên tai năm 2019
Kính gửi: Trưởng các thôn.
Ủy ban nhân dân xã đề nghị Trưởng các thôn thông báo cho nhân dân biết,
nộp quỹ tại xã trước ngày 30/9/2019.
Nhận được công văn này, đề nghị Trưởng các thôn triển khai thực hiện./.
ơi nhận: KT. CHỦ TỊCH
- Như kính gửi; PHÓ CHỦ TỊCH
Người ký: UBND xã
Thời gian ký: 10.09.2019 08:11:02 +07:00
- Lưu VT.
Lê Văn Thử
"""

# name, text, roles of the others, first words of each, kind and number of the main one
FILES: list[tuple[str, str, list[str], list[str], tuple[str, str | None]]] = [
    ("superior", COVER_LETTER + "\n" + LETTER, ["attached"], ["SỞ Y TẾ HẢI SƠN"], ("cong_van", "88/PNV")),
    ("regulation", DECISION + "\n" + REGULATION, ["issued"], ["QUY CHẾ"], ("quyet_dinh", "234/QĐ-UBND")),
    (
        "regulation with a head", DECISION + "\n\n" + REGULATION_WITH_HEAD, ["issued"], ["ỦY BAN NHÂN DÂN"],
        ("quyet_dinh", "234/QĐ-UBND"),
    ),
    (
        "annexes", LETTER + "\n" + ANNEX + "\n" + SECOND_ANNEX, ["annex", "annex"], ["PHỤ LỤC I", "Phụ lục II"],
        ("cong_van", "345/KSBT-PCD"),
    ),
    ("petition", LETTER + "\n" + PETITION, ["petition"], ["CỘNG HÒA"], ("cong_van", "345/KSBT-PCD")),
    (
        "annex, form, superior", LETTER + ANNEX + FORM + DECISION, ["annex", "form", "attached"],
        ["PHỤ LỤC I", "Mẫu số 01", "ỦY BAN NHÂN DÂN"], ("cong_van", "345/KSBT-PCD"),
    ),
    ("plan", DECISION + "\n" + PLAN, ["issued"], ["KẾ HOẠCH"], ("quyet_dinh", "234/QĐ-UBND")),
    ("list", LETTER + "\n" + LIST, ["issued"], ["DANH SÁCH"], ("cong_van", "345/KSBT-PCD")),
    ("tables", LETTER + TABLES, ["annex", "annex"], ["Biểu số 01", "Biểu số 02"], ("cong_van", "345/KSBT-PCD")),
    ("annex with a head", LETTER + ANNEX_WITH_HEAD, ["annex"], ["PHỤ LỤC"], ("cong_van", "345/KSBT-PCD")),
    ("forwarded", FORWARDED + LETTER, ["cover"], ["---------- Thư"], ("cong_van", "345/KSBT-PCD")),
    ("party and state", PARTY_LETTER + LETTER, ["attached"], ["SỞ Y TẾ"], ("cong_van", "35-CV/TU")),
    ("mail", MAIL + "\n" + LETTER, ["cover"], ["Từ: Văn thư"], ("cong_van", "345/KSBT-PCD")),
    (
        "mail with two", MAIL + "\n" + COVER_LETTER + LETTER, ["cover", "attached"], ["Từ: Văn thư", "SỞ Y TẾ"],
        ("cong_van", "88/PNV"),
    ),
    ("scans", SCANNED + SCANNED.replace("Số: Á3", "Số: 14"), ["attached"], ["ỦY BAN"], ("cong_van", None)),
    (
        "petition, then the answer", SCANNED + PETITION + LETTER, ["petition", "attached"], ["CỘNG HÒA", "SỞ Y TẾ"],
        ("cong_van", None),
    ),
]  # fmt: skip
