"""Invented files of several documents that repeat no motto, and pages of the web that quote a letter as a whole."""

from __future__ import annotations

LETTER = """ỦY BAN NHÂN DÂN
XÃ KHE LIM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 44/UBND-ĐC
V/v thông báo kết luận kiểm tra mốc giới
Khe Lim, ngày 21 tháng 9 năm 2022

Kính gửi: Các thôn.

Ủy ban nhân dân xã gửi Biên bản kiểm tra mốc giới và yêu cầu các thôn cắm lại mốc bị mất trước ngày 15/10/2022.
Giao Công chức địa chính theo dõi, báo cáo Chủ tịch trước ngày 20/10/2022./.

Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lô Văn Thử Mốc
"""

MINUTES = """BIÊN BẢN
Kiểm tra mốc giới đất rừng thôn Thượng
Hôm nay, ngày 14 tháng 9 năm 2022, tại nhà văn hóa thôn Thượng, chúng tôi gồm:
1. Bà Lô Thị Thử Một, Công chức địa chính xã;
2. Ông Vi Văn Thử Hai, Trưởng thôn Thượng.
Nội dung kiểm tra:
Tổ kiểm tra đã đi thực địa 12 mốc, thấy mất 03 mốc phía suối.
Kết luận: đề nghị thôn Thượng cắm lại 03 mốc xong trước ngày 10/10/2022.
Biên bản lập thành 02 bản, các bên đã nghe đọc lại và cùng ký tên.
NGƯỜI LẬP BIÊN BẢN
Lô Thị Thử Một
"""

MINUTES_OF_MEETING = """ỦY BAN NHÂN DÂN XÃ KHE LIM
BAN QUẢN LÝ RỪNG

BIÊN BẢN HỌP BAN QUẢN LÝ RỪNG
Tháng 9 năm 2022
Thời gian: 14 giờ ngày 16 tháng 9 năm 2022.
Thành phần: Trưởng ban và các ủy viên.
Nội dung: bàn việc tuần tra mùa khô.
Kết luận của Trưởng ban: yêu cầu các tổ bảo vệ rừng tuần tra hằng tuần.
Cuộc họp kết thúc lúc 16 giờ cùng ngày.
THƯ KÝ\tCHỦ TRÌ
"""

PLAN = """KẾ HOẠCH
Cắm lại mốc giới rừng năm 2022
I. MỤC ĐÍCH
Giữ đúng ranh giới rừng đã giao.
II. PHÂN CÔNG
1. Trưởng thôn Thượng
- Huy động dân quân đào hố, xong trước ngày 05/10/2022.
2. Công chức địa chính
- Kiểm tra, nghiệm thu trước ngày 18/10/2022.
"""

LIST = """DANH SÁCH MỐC GIỚI BỊ MẤT
| TT | Tên mốc | Nơi cắm |
| 1 | Mốc 03 | Bờ suối Lim |
| 2 | Mốc 07 | Khe Đá |
| 3 | Mốc 09 | Đồi Sim |
"""

NEWS = """Thị trấn Bến Rạng chỉ đạo khẩn việc vớt bèo trên kênh
Thứ năm, 11/05/2023 - 08:20
Ngày 10/5/2023, Chủ tịch UBND thị trấn Bến Rạng đã ký Công văn số 112/UBND-KT về việc vớt bèo trên kênh Ba Rạng trước \
mùa lũ. Theo đó, các tổ dân phố phải vớt xong bèo trong tháng 5.
Trang thông tin điện tử thị trấn xin giới thiệu toàn văn Công văn như sau:
"""

QUOTED = """ỦY BAN NHÂN DÂN
THỊ TRẤN BẾN RẠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 112/UBND-KT
V/v vớt bèo trên kênh Ba Rạng
Bến Rạng, ngày 10 tháng 5 năm 2023

Kính gửi: Các tổ dân phố.

Ủy ban nhân dân thị trấn yêu cầu các tổ dân phố:
1. Vớt bèo trên kênh Ba Rạng, xong trước ngày 31/5/2023.
2. Báo cáo kết quả về Văn phòng trước ngày 02/6/2023./.

Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Trương Văn Thử Bèo
"""

BEHIND = """Tin liên quan
Thị trấn Bến Rạng ra quân làm vệ sinh đường phố
Bến Rạng trao quà cho học sinh nghèo
Ban biên tập
"""

BULLETIN = """Trang chủ | Tin tức | Văn bản
UBND huyện Rú Cát ban hành Thông báo lịch cắt nước
Rú Cát - UBND huyện vừa ban hành thông báo về lịch cắt nước để sửa ống chính. Nội dung văn bản:
"""

QUOTED_NOTICE = """UBND HUYỆN RÚ CÁT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG HẠ TẦNG\tĐộc lập - Tự do - Hạnh phúc
Số: 31/TB-HT\tRú Cát, ngày 02 tháng 4 năm 2022

THÔNG BÁO
Lịch cắt nước tháng 4 năm 2022

Phòng Hạ tầng yêu cầu các khu phố trữ nước trước 20 giờ ngày 08/4/2022.

Nơi nhận:\tTRƯỞNG PHÒNG
- Các khu phố;
- Lưu: VT.\tĐặng Thị Thử Ống
"""

# name, text, roles and first lines of the enclosures, number and duties of the main document
FILES: list[tuple[str, str, list[str], list[str], str | None, int]] = [
    ("minutes", LETTER + "\n" + MINUTES, ["attached"], ["BIÊN BẢN"], "44/UBND-ĐC", 2),
    ("minutes close by", LETTER + MINUTES, ["attached"], ["BIÊN BẢN"], "44/UBND-ĐC", 2),
    ("minutes of a meeting", LETTER + "\n" + MINUTES_OF_MEETING, ["attached"], ["ỦY BAN NHÂN DÂN XÃ KHE LIM"],
     "44/UBND-ĐC", 2),
    ("plan", LETTER + "\n" + PLAN, ["attached"], ["KẾ HOẠCH"], "44/UBND-ĐC", 2),
    ("minutes and plan", LETTER + "\n" + MINUTES + "\n" + PLAN, ["attached", "attached"], ["BIÊN BẢN", "KẾ HOẠCH"],
     "44/UBND-ĐC", 2),
    ("list", LETTER + "\n" + LIST, ["issued"], ["DANH SÁCH MỐC GIỚI BỊ MẤT"], "44/UBND-ĐC", 2),
    ("news", NEWS + "\n" + QUOTED, ["cover"], ["Thị trấn Bến Rạng"], "112/UBND-KT", 2),
    ("news with links", NEWS + "\n" + QUOTED + "\n" + BEHIND, ["cover"], ["Thị trấn Bến Rạng"], "112/UBND-KT", 2),
    ("bulletin", BULLETIN + QUOTED_NOTICE, ["cover"], ["Trang chủ"], "31/TB-HT", 1),
]  # fmt: skip
