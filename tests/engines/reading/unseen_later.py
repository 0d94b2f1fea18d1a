"""Four documents written after the faults of the first ones were mended: what a new text is worth since then."""

from __future__ import annotations

from tests.engines.reading.unseen import Asked, Unseen

HOSPITAL = Unseen(
    """SỞ Y TẾ THANH BÌNH
BỆNH VIỆN ĐA KHOA PHỐ HIẾN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 288/BV-KHTH
V/v tăng cường kiểm soát nhiễm khuẩn
Phố Hiến, ngày 19 tháng 02 năm 2025

Kính gửi: Các khoa, phòng trong bệnh viện.

Tháng 01/2025, tỷ lệ nhiễm khuẩn vết mổ tăng 0,4% so với cùng kỳ. Giám đốc Bệnh viện yêu cầu:
1. Trưởng các khoa lâm sàng giám sát vệ sinh tay, chấm điểm từng ca trực; gửi bảng điểm về Khoa Kiểm soát nhiễm khuẩn \
trước 16h00 thứ Năm hằng tuần.
2. Khoa Kiểm soát nhiễm khuẩn:
- Lấy mẫu bề mặt phòng mổ hai tuần một lần;
- Tập huấn cho điều dưỡng mới, xong trước ngày 28/02/2025;
- Khi có chùm ca bệnh, báo cáo Giám đốc trong vòng 12 giờ.
3. Phòng Vật tư - Thiết bị y tế bảo đảm đủ dung dịch sát khuẩn; không để thiếu quá 01 ngày.
4. Phòng Kế hoạch tổng hợp chủ trì, phối hợp với Phòng Điều dưỡng, Phòng Quản lý chất lượng tổ chức giao ban chuyên đề \
vào ngày 05 hàng tháng.
Khoa nào để xảy ra vụ dịch thì Trưởng khoa chịu trách nhiệm trước Giám đốc./.

Nơi nhận:
- Như trên;
- Ban Giám đốc;
- Lưu: VT, KHTH.
GIÁM ĐỐC
Trịnh Văn Gọi Là
""",
    "cong_van", "288/BV-KHTH", "2025-02-19", "BỆNH VIỆN ĐA KHOA PHỐ HIẾN", "SỞ Y TẾ THANH BÌNH",
    "V/v tăng cường kiểm soát nhiễm khuẩn", "Các khoa, phòng trong bệnh viện",
    "Như trên | Ban Giám đốc | Lưu: VT, KHTH", " | GIÁM ĐỐC | Trịnh Văn Gọi Là",
    [
        Asked("1", "Trưởng các khoa lâm sàng giám sát", "Trưởng các khoa lâm sàng"),
        Asked("1", "gửi bảng điểm về Khoa", "Trưởng các khoa lâm sàng", "", "weekly 16:00"),
        Asked("2", "Lấy mẫu bề mặt", "Khoa Kiểm soát nhiễm khuẩn", "", "weekly"),
        Asked("2", "Tập huấn cho điều dưỡng", "Khoa Kiểm soát nhiễm khuẩn", "", "once 2025-02-28"),
        Asked("2", "Khi có chùm ca bệnh", "Khoa Kiểm soát nhiễm khuẩn", "", "within 12h"),
        Asked("3", "Phòng Vật tư - Thiết bị y tế bảo đảm", "Phòng Vật tư - Thiết bị y tế"),
        Asked("4", "Phòng Kế hoạch tổng hợp chủ trì", "Phòng Kế hoạch tổng hợp",
              "Phòng Điều dưỡng | Phòng Quản lý chất lượng", "monthly ---05"),
        Asked(None, "Khoa nào để xảy ra vụ dịch", "Trưởng khoa"),
    ],
)  # fmt: skip

WARD_PLAN = Unseen(
    """ỦY BAN NHÂN DÂN
PHƯỜNG HẠ LONG ĐÔNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 40/KH-UBND
Hạ Long Đông, ngày 07 tháng 3 năm 2025
KẾ HOẠCH
Ra quân lập lại trật tự đô thị năm 2025
Thực hiện Kế hoạch số 62/KH-UBND ngày 20/02/2025 của UBND thành phố, UBND phường ban hành kế hoạch như sau:
I. Mục tiêu
Giảm 50% điểm lấn chiếm vỉa hè.
II. Nhiệm vụ cụ thể
1. Tuyên truyền, vận động
Ban Văn hóa xã hội phường phát tin bài trên loa truyền thanh hằng ngày; treo băng rôn tại các ngã tư trước ngày \
15/3/2025.
2. Kiểm tra, xử lý
a) Công an phường: ra quân từ ngày 16/3/2025 đến ngày 30/4/2025; lập biên bản vi phạm.
b) Cán bộ địa chính - xây dựng phường đo đạc, cắm mốc giới; hoàn thành trong quý I/2025.
III. Phân công
1. Đồng chí Phó Chủ tịch UBND phường: Trực tiếp chỉ đạo, báo cáo Chủ tịch hằng tuần.
2. Đề nghị Ủy ban MTTQ phường và các đoàn thể vận động hội viên ký cam kết.
3. Tổ trưởng các tổ dân phố chịu trách nhiệm thông báo tới từng hộ dân chậm nhất ngày 12 tháng 3 năm 2025.
Yêu cầu các ban, ngành, đoàn thể nghiêm túc thực hiện Kế hoạch này./.
Nơi nhận:
- UBND thành phố (b/c);
- Các tổ dân phố;
- Lưu: VP.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Phùng Thị Tạm Gọi
""",
    "ke_hoach", "40/KH-UBND", "2025-03-07", "ỦY BAN NHÂN DÂN PHƯỜNG HẠ LONG ĐÔNG", "",
    "Ra quân lập lại trật tự đô thị năm 2025", "", "UBND thành phố (b/c) | Các tổ dân phố | Lưu: VP",
    "TM. | CHỦ TỊCH | Phùng Thị Tạm Gọi",
    [
        Asked("II.1", "Ban Văn hóa xã hội phường phát tin", "Ban Văn hóa xã hội phường", "", "daily"),
        Asked("II.1", "treo băng rôn tại", "Ban Văn hóa xã hội phường", "", "once 2025-03-15"),
        Asked("II.2.a", "ra quân từ ngày 16/3/2025", "Công an phường", "", "once 2025-04-30"),
        Asked("II.2.b", "Cán bộ địa chính - xây dựng phường", "Cán bộ địa chính - xây dựng phường", "",
              "once 2025-03-31"),
        Asked("III.1", "Trực tiếp chỉ đạo", "Phó Chủ tịch UBND phường", "", "weekly"),
        Asked("III.2", "Đề nghị Ủy ban MTTQ phường", "Ủy ban MTTQ phường | các đoàn thể"),
        Asked("III.3", "Tổ trưởng các tổ dân phố chịu", "Tổ trưởng các tổ dân phố", "", "once 2025-03-12"),
    ],
)  # fmt: skip

DEPARTMENT_NOTICE = Unseen(
    """SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
CHI CỤC THỦY LỢI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 95/TB-CCTL
Đông Lương, ngày 02 tháng 6 năm 2025
THÔNG BÁO
Ý kiến kết luận của Chi cục trưởng tại giao ban tháng 5/2025

Sáng ngày 30/5/2025, Chi cục trưởng chủ trì giao ban. Sau khi nghe các phòng báo cáo, Chi cục trưởng kết luận:
Ghi nhận sự cố gắng của các phòng, trạm. Tuy nhiên, việc duy tu cống dưới đê còn chậm.
Yêu cầu Phòng Quản lý công trình rà soát 17 cống xung yếu, đề xuất thứ tự sửa chữa trước ngày 10/6/2025; các Hạt quản \
lý đê tuần tra hằng ngày khi lũ từ báo động I trở lên.
Giao Phòng Hành chính - Tổng hợp mua sắm vật tư dự phòng. Thời gian hoàn thành trước 30/6/2025.
Phòng Thanh tra, pháp chế phối hợp với UBND các xã ven đê xử lý 05 trường hợp đổ đất lấn bãi sông, báo cáo kết quả vào \
cuối mỗi tháng.
Trường hợp phát sinh sự cố công trình, Hạt trưởng phải báo cáo ngay Chi cục trưởng qua điện thoại.
Trên đây là kết luận giao ban, đề nghị các phòng, trạm, hạt thực hiện./.
Nơi nhận:
- Lãnh đạo Chi cục;
- Các phòng, trạm, hạt;
- Lưu: VT.
TL. CHI CỤC TRƯỞNG
TRƯỞNG PHÒNG HÀNH CHÍNH - TỔNG HỢP
Nghiêm Thị Đặt Tên
""",
    "thong_bao", "95/TB-CCTL", "2025-06-02", "CHI CỤC THỦY LỢI", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
    "Ý kiến kết luận của Chi cục trưởng tại giao ban tháng 5/2025", "",
    "Lãnh đạo Chi cục | Các phòng, trạm, hạt | Lưu: VT",
    "TL. | TRƯỞNG PHÒNG HÀNH CHÍNH - TỔNG HỢP | Nghiêm Thị Đặt Tên",
    [
        Asked(None, "Yêu cầu Phòng Quản lý công trình", "Phòng Quản lý công trình", "", "once 2025-06-10"),
        Asked(None, "các Hạt quản lý đê tuần tra", "các Hạt quản lý đê", "", "daily"),
        Asked(None, "Giao Phòng Hành chính - Tổng hợp", "Phòng Hành chính - Tổng hợp", "", "once 2025-06-30"),
        Asked(None, "Phòng Thanh tra, pháp chế phối hợp", "Phòng Thanh tra, pháp chế", "UBND các xã ven đê",
              "monthly"),
        Asked(None, "Trường hợp phát sinh sự cố", "Hạt trưởng", "", "ad_hoc"),
    ],
)  # fmt: skip

SCANNED_DISTRICT = Unseen(
    """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN KRÔNG ANA Độc lập - Tự do - Hạnh phúc

Số: ##1⁄UBND-NN Krông Ana, ngày 6 tháng % năm 2019
V/v phòng chống hạn vụ
Đông Xuân

Kính gửi:
- Phòng NN&PTNT; Phòng Tài chính - KH;
- UBND các xã, thị trấn.

Để chủ động nguồn nước tưới, UBND huyện có ý kiến như sau:

1. Phòng NN&PTNT: tham mưu kế hoạch chống hạn trước ngày 20/3/2019; theo dõi
mực nước các hồ, cập nhật hàng ngày.

2. Phòng Tài chính - KH: bố trí 200 triệu đồng mua dầu
bơm nước.

3 UBND các xã, thị trấn

- Vận động nhân dân nạo vét kênh mương nội đồng;

- Thống kê diện tích bị hạn, bảo cáo về Phòng NN&PTNT vào thứ Sáu hàng tuần.

Yêu câu các đơn vị khân trương thực hiện./.

Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Như trên; KT. CHỦ TỊCH
- Lưu: VT. PHÓ CHỦ TỊCH

Ngô Văn Tưởng Tượng
""",
    "cong_van", "", "", "ỦY BAN NHÂN DÂN HUYỆN KRÔNG ANA", "", "V/v phòng chống hạn vụ Đông Xuân",
    "Phòng NN&PTNT | Phòng Tài chính - KH | UBND các xã, thị trấn", "Như trên | Lưu: VT",
    "KT. | PHÓ CHỦ TỊCH | Ngô Văn Tưởng Tượng",
    [
        Asked("1", "tham mưu kế hoạch chống hạn", "Phòng NN&PTNT", "", "once 2019-03-20"),
        Asked("1", "theo dõi mực nước các hồ", "Phòng NN&PTNT", "", "daily"),
        Asked("2", "bố trí 200 triệu đồng", "Phòng Tài chính - KH"),
        Asked("3", "Vận động nhân dân nạo vét", "UBND các xã, thị trấn"),
        Asked("3", "Thống kê diện tích bị hạn", "UBND các xã, thị trấn", "", "weekly"),
    ],
)  # fmt: skip

LATER = {
    "hospital": HOSPITAL,
    "ward plan": WARD_PLAN,
    "department notice": DEPARTMENT_NOTICE,
    "scanned district": SCANNED_DISTRICT,
}
