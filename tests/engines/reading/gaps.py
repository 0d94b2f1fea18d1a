"""Invented documents for what the reader was known not to do, written and labelled before the rules were mended.

Hours of one day, units named only by the clause that they stand in, and tables of two and three columns. The shape of
the labels is that of `unseen.py`; files of several documents are in `gap_files.py`.
"""

from __future__ import annotations

from tests.engines.reading.unseen import Asked, Unseen

_WATCH = Unseen(
    """ỦY BAN NHÂN DÂN
HUYỆN LŨNG TRÀ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 318/UBND-VP
V/v theo dõi sức khỏe tại khu tập trung
Lũng Trà, ngày 14 tháng 6 năm 2022

Kính gửi:
- Trung tâm Y tế huyện;
- Ủy ban nhân dân các xã.

Chủ tịch Ủy ban nhân dân huyện yêu cầu các cơ quan, đơn vị thực hiện ngay các việc sau:
1. Trung tâm Y tế huyện đo thân nhiệt người đang theo dõi ngày hai lần, ghi vào sổ của từng phòng.
2. Trung tâm Y tế huyện báo cáo số ca mới về Văn phòng 02 lần/ngày (trước 10h00 và trước 16h00).
3. Ủy ban nhân dân các xã đọc thông báo trên loa truyền thanh 03 lần mỗi ngày, vào lúc 6 giờ, 11 giờ và 17 giờ 30.
4. Ủy ban nhân dân các xã lau sàn nơi tiếp dân 02 lần/ngày./.

Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Ngân Thị Thử Giọng
""",
    "cong_van", "318/UBND-VP", "2022-06-14", "ỦY BAN NHÂN DÂN HUYỆN LŨNG TRÀ", "",
    "V/v theo dõi sức khỏe tại khu tập trung",
    "Trung tâm Y tế huyện | Ủy ban nhân dân các xã", "Như trên | Lưu: VT",
    "KT. | PHÓ CHỦ TỊCH | Ngân Thị Thử Giọng",
    [
        Asked("1", "Trung tâm Y tế huyện đo thân nhiệt", "Trung tâm Y tế huyện", "", "daily"),
        Asked("2", "Trung tâm Y tế huyện báo cáo số ca", "Trung tâm Y tế huyện", "", "daily 10:00"),
        Asked("3", "Ủy ban nhân dân các xã đọc thông báo", "Ủy ban nhân dân các xã", "", "daily 06:00"),
        Asked("4", "Ủy ban nhân dân các xã lau sàn", "Ủy ban nhân dân các xã", "", "daily"),
    ],
    "",
)  # fmt: skip

_RIVER = Unseen(
    """UBND TỈNH SƠN LẠC
CHI CỤC THỦY LỢI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/CCTL-QLĐ
V/v trực lũ trên sông Mây
Sơn Lạc, ngày 02 tháng 9 năm 2020

Kính gửi: Các Hạt Quản lý đê.

Chi cục Thủy lợi yêu cầu các Hạt Quản lý đê:
1. Đo mực nước mỗi ngày 02 lần, sáng trước 7 giờ 30, chiều trước 4 giờ chiều.
2. Hằng ngày gửi số liệu về Chi cục trước 8h00 và 17h00.
3. Kiểm tra cống dưới đê 2 lần/ngày trong 05 ngày đầu (trước 9h00 và 15h00), sau đó 01 lần/ngày (trước 15h00).
4. Trực ban hằng ngày từ 6h00 đến 22h00 tại các điếm canh.
5. Báo cáo nhanh sự cố hai lần một ngày cho đến khi xử lý xong.

Nơi nhận:
- Như trên;
- Lưu: VT, QLĐ.
CHI CỤC TRƯỞNG
Lộc Văn Thử Nước
""",
    "cong_van", "77/CCTL-QLĐ", "2020-09-02", "CHI CỤC THỦY LỢI", "UBND TỈNH SƠN LẠC", "V/v trực lũ trên sông Mây",
    "Các Hạt Quản lý đê", "Như trên | Lưu: VT, QLĐ", "| CHI CỤC TRƯỞNG | Lộc Văn Thử Nước",
    [
        Asked("1", "Đo mực nước mỗi ngày", "các Hạt Quản lý đê", "", "daily 07:30"),
        Asked("2", "Hằng ngày gửi số liệu", "các Hạt Quản lý đê", "", "daily 08:00"),
        Asked("3", "Kiểm tra cống dưới đê", "các Hạt Quản lý đê", "", "daily 09:00"),
        Asked("4", "Trực ban hằng ngày từ", "các Hạt Quản lý đê", "", "daily 22:00"),
        Asked("5", "Báo cáo nhanh sự cố", "các Hạt Quản lý đê", "", "daily"),
    ],
    "",
)  # fmt: skip

_DRILL = Unseen(
    """ỦY BAN NHÂN DÂN
HUYỆN CỒN NỔI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 52/KH-UBND
Cồn Nổi, ngày 11 tháng 3 năm 2023

KẾ HOẠCH
Diễn tập cứu nạn trên sông năm 2023

Ủy ban nhân dân huyện ban hành Kế hoạch như sau:
I. THÀNH PHẦN THAM GIA
1. Các đơn vị chủ lực: Công an huyện, Ban Chỉ huy Quân sự huyện, Trạm Đường thủy.
2. Các đơn vị bảo đảm: Trung tâm Y tế huyện, Điện lực huyện.
II. TỔ CHỨC THỰC HIỆN
1. Công an huyện
a) Xây dựng kịch bản, trình Chủ tịch Ủy ban nhân dân huyện trước ngày 25/3/2023.
b) Phân luồng phương tiện trong ngày diễn tập.
2. Các đơn vị có tên tại mục 2 phần I chuẩn bị phương tiện, báo cáo Công an huyện trước ngày 05/4/2023.
3. Phòng Tài chính - Kế hoạch thẩm định dự toán. Đơn vị này thông báo kinh phí trước ngày 30/3/2023.
4. Giao Phòng Văn hóa và Thông tin, Đài Truyền thanh huyện tuyên truyền trước ngày diễn tập.
5. Các đơn vị nêu trên gửi báo cáo tổng kết về Văn phòng trước ngày 30/4/2023.

Nơi nhận:
- Các đơn vị có tên;
- Lưu: VT.
CHỦ TỊCH
Mạc Văn Thử Sóng
""",
    "ke_hoach", "52/KH-UBND", "2023-03-11", "ỦY BAN NHÂN DÂN HUYỆN CỒN NỔI", "",
    "Diễn tập cứu nạn trên sông năm 2023", "", "Các đơn vị có tên | Lưu: VT", "| CHỦ TỊCH | Mạc Văn Thử Sóng",
    [
        Asked("II.1.a", "Xây dựng kịch bản, trình", "Công an huyện", "", "once 2023-03-25"),
        Asked("II.1.b", "Phân luồng phương tiện", "Công an huyện"),
        Asked("II.2", "Các đơn vị có tên tại mục 2", "Trung tâm Y tế huyện | Điện lực huyện", "", "once 2023-04-05"),
        Asked("II.3", "Phòng Tài chính - Kế hoạch thẩm định", "Phòng Tài chính - Kế hoạch"),
        Asked("II.3", "Đơn vị này thông báo kinh phí", "Phòng Tài chính - Kế hoạch", "", "once 2023-03-30"),
        Asked("II.4", "Giao Phòng Văn hóa và Thông tin", "Phòng Văn hóa và Thông tin | Đài Truyền thanh huyện"),
        Asked("II.5", "Các đơn vị nêu trên gửi báo cáo",
              "Công an huyện | Trung tâm Y tế huyện | Điện lực huyện | Phòng Tài chính - Kế hoạch"
              " | Phòng Văn hóa và Thông tin | Đài Truyền thanh huyện", "", "once 2023-04-30"),
    ],
    "",
)  # fmt: skip

_ARCHIVE = Unseen(
    """BỘ LƯU KÝ
CỤC HỒ SƠ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 640/QĐ-CHS
Hà Nội, ngày 19 tháng 10 năm 2021

QUYẾT ĐỊNH
Về việc chỉnh lý tài liệu tồn đọng

CỤC TRƯỞNG CỤC HỒ SƠ
Căn cứ Nghị định số 01/2020/NĐ-CP ngày 03 tháng 02 năm 2020;
Theo đề nghị của Chánh Văn phòng Cục.
QUYẾT ĐỊNH:
Điều 1. Thành lập Tổ chỉnh lý tài liệu của Cục.
Điều 2. Phân công thực hiện
1. Việc chỉnh lý:
a) Phòng Nghiệp vụ và Trung tâm Bảo quản lập danh mục tài liệu trước ngày 15/11/2021.
b) Phòng Công nghệ số hóa tài liệu theo danh mục.
c) Các đơn vị tại điểm a khoản này bàn giao danh mục cho Phòng Công nghệ trước ngày 20/11/2021.
2. Văn phòng Cục bố trí kinh phí. Cơ quan này báo cáo Cục trưởng trước ngày 10/11/2021.
3. Các đơn vị quy định tại khoản 1 Điều này báo cáo tiến độ hằng tháng về Văn phòng Cục.
Điều 3. Chánh Văn phòng Cục chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.
CỤC TRƯỞNG
Ninh Văn Thử Sổ
""",
    "quyet_dinh", "640/QĐ-CHS", "2021-10-19", "CỤC HỒ SƠ", "BỘ LƯU KÝ", "Về việc chỉnh lý tài liệu tồn đọng",
    "", "Như Điều 3 | Lưu: VT", "| CỤC TRƯỞNG | Ninh Văn Thử Sổ",
    [
        Asked("Điều 2.1.a", "Phòng Nghiệp vụ và Trung tâm", "Phòng Nghiệp vụ | Trung tâm Bảo quản", "",
              "once 2021-11-15"),
        Asked("Điều 2.1.b", "Phòng Công nghệ số hóa", "Phòng Công nghệ"),
        Asked("Điều 2.1.c", "Các đơn vị tại điểm a khoản này", "Phòng Nghiệp vụ | Trung tâm Bảo quản", "",
              "once 2021-11-20"),
        Asked("Điều 2.2", "Văn phòng Cục bố trí", "Văn phòng Cục"),
        Asked("Điều 2.2", "Cơ quan này báo cáo Cục trưởng", "Văn phòng Cục", "", "once 2021-11-10"),
        Asked("Điều 2.3", "Các đơn vị quy định tại khoản 1",
              "Phòng Nghiệp vụ | Trung tâm Bảo quản | Phòng Công nghệ", "", "monthly"),
        Asked("Điều 3", "Chánh Văn phòng Cục chịu trách nhiệm", "Chánh Văn phòng Cục"),
    ],
)  # fmt: skip

_ORCHARD = Unseen(
    """ỦY BAN NHÂN DÂN
XÃ VƯỜN HẠ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 19/UBND
V/v phòng trừ sâu hại cam
Vườn Hạ, ngày 04 tháng 5 năm 2021

Kính gửi:
- Hợp tác xã Cam Hạ;
- Các thôn.

Ủy ban nhân dân xã yêu cầu Hợp tác xã Cam Hạ, Hội Nông dân xã hướng dẫn bà con phun thuốc. Các đơn vị này báo cáo kết \
quả trước ngày 20/5/2021. Trường hợp sâu hại lan rộng ở thôn nào thì thôn đó phải báo ngay về Ủy ban nhân dân xã.
Đề nghị Trạm Khuyến nông, Trạm Bảo vệ thực vật phối hợp với các thôn thống kê diện tích cam bị hại. Các cơ quan nêu \
trên cử người trực đường dây nóng./.

Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Vi Thị Thử Quả
""",
    "cong_van", "19/UBND", "2021-05-04", "ỦY BAN NHÂN DÂN XÃ VƯỜN HẠ", "", "V/v phòng trừ sâu hại cam",
    "Hợp tác xã Cam Hạ | Các thôn", "Như trên | Lưu: VT", "| CHỦ TỊCH | Vi Thị Thử Quả",
    [
        Asked(None, "Ủy ban nhân dân xã yêu cầu Hợp tác xã", "Hợp tác xã Cam Hạ | Hội Nông dân xã"),
        Asked(None, "Các đơn vị này báo cáo kết", "Hợp tác xã Cam Hạ | Hội Nông dân xã", "", "once 2021-05-20"),
        Asked(None, "Trường hợp sâu hại lan rộng", "thôn đó", "", "ad_hoc"),
        Asked(None, "Đề nghị Trạm Khuyến nông", "Trạm Khuyến nông | Trạm Bảo vệ thực vật", "các thôn"),
        Asked(None, "Các cơ quan nêu trên cử", "Trạm Khuyến nông | Trạm Bảo vệ thực vật"),
    ],
    "",
)  # fmt: skip

_FAIR = Unseen(
    """SỞ PHIÊN CHỢ
TỈNH BẮC KHÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 93/KH-SPC
Bắc Khê, ngày 06 tháng 7 năm 2023

KẾ HOẠCH
Tổ chức hội chợ vùng cao năm 2023

Sở Phiên chợ phân công nhiệm vụ như sau:
Nội dung | Đơn vị thực hiện
Dựng nhà trưng bày, lắp điện chiếu sáng | Trung tâm Xúc tiến
Mời các hợp tác xã tham gia gian hàng | Phòng Thương mại; Hội Doanh nghiệp trẻ
Trực cấp cứu tại hội chợ | Bệnh viện tỉnh
Các đơn vị báo cáo kết quả về Sở trước ngày 15/9/2023.

Nơi nhận:
- Các đơn vị;
- Lưu: VT.
GIÁM ĐỐC
Bế Văn Thử Hội
""",
    "ke_hoach", "93/KH-SPC", "2023-07-06", "SỞ PHIÊN CHỢ TỈNH BẮC KHÊ", "", "Tổ chức hội chợ vùng cao năm 2023",
    "", "Các đơn vị | Lưu: VT", "| GIÁM ĐỐC | Bế Văn Thử Hội",
    [
        Asked(None, "Dựng nhà trưng bày", "Trung tâm Xúc tiến"),
        Asked(None, "Mời các hợp tác xã", "Phòng Thương mại | Hội Doanh nghiệp trẻ"),
        Asked(None, "Trực cấp cứu tại hội chợ", "Bệnh viện tỉnh"),
        Asked(None, "Các đơn vị báo cáo kết quả", "Các đơn vị", "", "once 2023-09-15"),
    ],
    "",
)  # fmt: skip

_CAMPUS = Unseen(
    """ĐẠI HỌC NÚI NGỌC\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG CAO ĐẲNG SUỐI VÀNG\tĐộc lập - Tự do - Hạnh phúc
Số: 41/TB-CĐSV\tNúi Ngọc, ngày 08 tháng 8 năm 2022

THÔNG BÁO
Phân công chuẩn bị khai giảng

Hiệu trưởng phân công các đơn vị như sau:
STT\tNội dung công việc\tChủ trì\tPhối hợp\tThời hạn
1\tTrang trí hội trường\tPhòng Quản trị\tĐoàn Thanh niên\t25/8/2022
2\tLập danh sách khách mời\tPhòng Hành chính\t\tTrước ngày 20/8/2022
3\tĐo nhiệt độ phòng máy chủ\tTrung tâm Tin học\tPhòng Quản trị\t02 lần/ngày (8h00 và 16h00)

Các việc khác:
Công việc\tThời hạn hoàn thành\tĐơn vị chủ trì, phối hợp
Vệ sinh khuôn viên\tTrước ngày 28/8/2022\tPhòng Quản trị; phối hợp: Ban Quản lý ký túc xá
In giấy mời\t18/8/2022\tPhòng Hành chính

Nơi nhận:\tHIỆU TRƯỞNG
- Các đơn vị;
- Lưu: VT.\tTòng Văn Thử Trống
""",
    "thong_bao", "41/TB-CĐSV", "2022-08-08", "TRƯỜNG CAO ĐẲNG SUỐI VÀNG", "ĐẠI HỌC NÚI NGỌC",
    "Phân công chuẩn bị khai giảng", "", "Các đơn vị | Lưu: VT", "| HIỆU TRƯỞNG | Tòng Văn Thử Trống",
    [
        Asked("1", "Trang trí hội trường", "Phòng Quản trị", "Đoàn Thanh niên", "once 2022-08-25"),
        Asked("2", "Lập danh sách khách mời", "Phòng Hành chính", "", "once 2022-08-20"),
        Asked("3", "Đo nhiệt độ phòng máy chủ", "Trung tâm Tin học", "Phòng Quản trị", "daily 08:00"),
        Asked(None, "Vệ sinh khuôn viên", "Phòng Quản trị", "Ban Quản lý ký túc xá", "once 2022-08-28"),
        Asked(None, "In giấy mời", "Phòng Hành chính", "", "once 2022-08-18"),
    ],
    "",
)  # fmt: skip

_BRIDGE = Unseen(
    """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN CẦU MÂY            Độc lập - Tự do - Hạnh phúc
Số: 27/TB-UBND           Cầu Mây, ngày 03 tháng 4 năm 2024

THÔNG BÁO
Phân công sửa chữa cầu treo

Ủy ban nhân dân huyện thông báo phân công như sau:

Nội dung                                   Đơn vị thực hiện          Thời hạn
Khảo sát, lập dự toán sửa chữa             Phòng Kinh tế             15/4/2024
cầu treo số 2
Cắm biển cấm xe tải                        Công an huyện             08/4/2024
Thông báo lịch cấm đường trên              Đài Truyền thanh          10/4/2024
loa của các thôn                           huyện

Nơi nhận:                              KT. CHỦ TỊCH
- Các đơn vị;                          PHÓ CHỦ TỊCH
- Lưu: VT.
                                       Quách Văn Thử Nhịp
""",
    "thong_bao", "27/TB-UBND", "2024-04-03", "ỦY BAN NHÂN DÂN HUYỆN CẦU MÂY", "", "Phân công sửa chữa cầu treo",
    "", "Các đơn vị | Lưu: VT", "KT. | PHÓ CHỦ TỊCH | Quách Văn Thử Nhịp",
    [
        Asked(None, "Khảo sát, lập dự toán sửa chữa", "Phòng Kinh tế", "", "once 2024-04-15"),
        Asked(None, "Cắm biển cấm xe tải", "Công an huyện", "", "once 2024-04-08"),
        Asked(None, "Thông báo lịch cấm đường", "Đài Truyền thanh huyện", "", "once 2024-04-10"),
    ],
    "",
)  # fmt: skip

HOURS = {"watch": _WATCH, "river": _RIVER}
NAMED_ABOVE = {"drill": _DRILL, "archive": _ARCHIVE, "orchard": _ORCHARD}
TABLES = {"fair": _FAIR, "campus": _CAMPUS, "bridge": _BRIDGE}
