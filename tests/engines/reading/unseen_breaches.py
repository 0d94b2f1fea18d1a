"""More unseen documents: communes, schools, an office of its own, and the breaches of form that are usual there."""

from __future__ import annotations

from tests.engines.reading.unseen import Asked, Unseen

COMMUNE = Unseen(
    """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐÔNG KHÊ Độc lập - Tự do - Hạnh phúc
Số:      /UBND Đông Khê, ngày      tháng 7 năm 2024
V/v tổng vệ sinh môi trường,
diệt loăng quăng

Kính gửi:
- Ban nhân dân các thôn;
- Trạm Y tế xã;
- Các trường học đóng trên địa bàn.

Qua giám sát, chỉ số muỗi tại thôn Hạ và thôn Thượng vượt ngưỡng. UBND xã đề nghị:
- Ban nhân dân các thôn huy động mỗi hộ một người tổng vệ sinh vào sáng thứ Bảy hàng tuần.
- Trạm Y tế xã phối hợp Ban nhân dân các thôn kiểm tra lại sau 07 ngày.
- Các trường học lật úp dụng cụ chứa nước; báo cáo về UBND xã trước ngày 20/7.
Trường hợp phát hiện người sốt nghi mắc bệnh, Trạm Y tế xã báo ngay về Trung tâm Y tế huyện.
Đề nghị các đơn vị quan tâm thực hiện./.

Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Như trên; KT. CHỦ TỊCH
- TTĐU, TTHĐND xã (b/c); PHÓ CHỦ TỊCH
- Lưu: VP.

Lò Văn Phỏng Tác
""",
    "cong_van", "", "", "ỦY BAN NHÂN DÂN XÃ ĐÔNG KHÊ", "", "V/v tổng vệ sinh môi trường, diệt loăng quăng",
    "Ban nhân dân các thôn | Trạm Y tế xã | Các trường học đóng trên địa bàn",
    "Như trên | TTĐU, TTHĐND xã (b/c) | Lưu: VP", "KT. | PHÓ CHỦ TỊCH | Lò Văn Phỏng Tác",
    [
        Asked(None, "Ban nhân dân các thôn huy động", "Ban nhân dân các thôn", "", "weekly"),
        Asked(None, "Trạm Y tế xã phối hợp", "Trạm Y tế xã", "Ban nhân dân các thôn", "within 7d"),
        Asked(None, "Các trường học lật úp", "Các trường học"),
        Asked(None, "báo cáo về UBND xã trước ngày 20/7", "Các trường học", "", "once 2024-07-20"),
        Asked(None, "Trường hợp phát hiện người sốt", "Trạm Y tế xã", "", "ad_hoc"),
    ],
)  # fmt: skip

SCHOOL = Unseen(
    """PHÒNG GD&ĐT HUYỆN MƯỜNG LA TRUNG
TRƯỜNG THCS SUỐI NGỌC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Số: 17/TB-THCSSN
Mường La Trung, ngày 04 tháng 01 năm 2023
THÔNG BÁO
Về việc phân công nhiệm vụ học kỳ II

Hiệu trưởng nhà trường phân công nhiệm vụ học kỳ II như sau:
I. Tổ Khoa học tự nhiên
1. Xây dựng kế hoạch dạy học, trình Phó Hiệu trưởng duyệt trước ngày 10/01/2023.
2. Tổ trưởng dự giờ mỗi giáo viên ít nhất 02 tiết mỗi tháng.
II. Tổ Khoa học xã hội
1. Tổ chức ngoại khóa Ngày sách.
2. Gửi kế hoạch ngoại khóa theo thời hạn nêu tại điểm 1 mục I.
III. Giáo viên chủ nhiệm
- Cập nhật sĩ số hằng ngày trước 7h45;
- Họp phụ huynh giữa học kỳ và cuối năm;
- Tuyệt đối không thu các khoản ngoài quy định.
IV. Nhân viên y tế
Lập sổ theo dõi sức khỏe học sinh. Báo cáo Hiệu trưởng mỗi năm một lần, trước ngày 31 tháng 5.
Thông báo này thay cho lịch phân công cũ./.
Nơi nhận:
- Các tổ chuyên môn;
- Lưu: VT.
HIỆU TRƯỞNG
Quách Thị Dựng Truyện
""",
    "thong_bao", "17/TB-THCSSN", "2023-01-04", "TRƯỜNG THCS SUỐI NGỌC", "PHÒNG GD&ĐT HUYỆN MƯỜNG LA TRUNG",
    "Về việc phân công nhiệm vụ học kỳ II", "", "Các tổ chuyên môn | Lưu: VT",
    " | HIỆU TRƯỞNG | Quách Thị Dựng Truyện",
    [
        Asked("I.1", "Xây dựng kế hoạch dạy học", "Tổ Khoa học tự nhiên", "", "once 2023-01-10"),
        Asked("I.2", "Tổ trưởng dự giờ", "Tổ trưởng", "", "monthly"),
        Asked("II.1", "Tổ chức ngoại khóa", "Tổ Khoa học xã hội"),
        Asked("II.2", "Gửi kế hoạch ngoại khóa", "Tổ Khoa học xã hội", "", "once 2023-01-10"),
        Asked("III", "Cập nhật sĩ số", "Giáo viên chủ nhiệm", "", "daily 07:45"),
        Asked("III", "Họp phụ huynh", "Giáo viên chủ nhiệm", "", "half_yearly"),
        Asked("III", "Tuyệt đối không thu", "Giáo viên chủ nhiệm"),
        Asked("IV", "Lập sổ theo dõi", "Nhân viên y tế"),
        Asked("IV", "Báo cáo Hiệu trưởng mỗi năm", "Nhân viên y tế", "", "yearly --05-31"),
    ],
)  # fmt: skip

DEPARTMENT = Unseen(
    """UBND TỈNH PHÚ CƯỜNG
SỞ THÔNG TIN VÀ TRUYỀN THÔNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 615/STTTT-CNTT
V/v bảo đảm an toàn thông tin
Phú Cường, ngày 30 tháng 8 năm 2019
Kính gửi:
- Các sở, ban, ngành;
- UBND các huyện, thành phố.

Thực hiện Công văn số 1522/BTTTT-CATTT ngày 26/8/2019 của Bộ Thông tin và Truyền thông về lỗ hổng máy chủ thư; Chỉ thị \
số 14/CT-TTg ngày 07/6/2019 của Thủ tướng Chính phủ, Sở Thông tin và Truyền thông đề nghị Thủ trưởng các sở, ban, \
ngành và Chủ tịch UBND các huyện, thành phố:
Thứ nhất, cập nhật bản vá cho toàn bộ máy chủ, xong trước ngày 06/9/2019.
Thứ hai, giao bộ phận chuyên trách công nghệ thông tin rà soát tài khoản thư, hằng tháng đổi mật khẩu quản trị.
Thứ ba, khi phát hiện sự cố, thông báo về Trung tâm Công nghệ thông tin và Truyền thông trong vòng 24 giờ.
Thứ tư, gửi kết quả về Sở bằng văn bản. Hạn cuối là 17h00 ngày 10/9/2019.
Trung tâm Công nghệ thông tin và Truyền thông có trách nhiệm hỗ trợ kỹ thuật cho các đơn vị và làm đầu mối tổng hợp.
Trân trọng./.
Nơi nhận:
- Như trên;
- UBND tỉnh (b/c);
- Lưu: VT, CNTT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Cao Thị Bày Tỏ
""",
    "cong_van", "615/STTTT-CNTT", "2019-08-30", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "UBND TỈNH PHÚ CƯỜNG",
    "V/v bảo đảm an toàn thông tin", "Các sở, ban, ngành | UBND các huyện, thành phố",
    "Như trên | UBND tỉnh (b/c) | Lưu: VT, CNTT", "KT. | PHÓ GIÁM ĐỐC | Cao Thị Bày Tỏ",
    [
        Asked("Thứ nhất", "cập nhật bản vá", "Thủ trưởng các sở, ban, ngành | Chủ tịch UBND các huyện, thành phố", "",
              "once 2019-09-06"),
        Asked("Thứ hai", "giao bộ phận chuyên trách", "bộ phận chuyên trách công nghệ thông tin", "", "monthly"),
        Asked("Thứ ba", "khi phát hiện sự cố",
              "Thủ trưởng các sở, ban, ngành | Chủ tịch UBND các huyện, thành phố", "", "within 24h"),
        Asked("Thứ tư", "gửi kết quả về Sở", "Thủ trưởng các sở, ban, ngành | Chủ tịch UBND các huyện, thành phố", "",
              "once 2019-09-10 17:00"),
        Asked(None, "Trung tâm Công nghệ thông tin và Truyền thông có trách nhiệm",
              "Trung tâm Công nghệ thông tin và Truyền thông"),
    ],
)  # fmt: skip

SCAN = Unseen(
    """UBND HUYỆN BÌNH TRỊ CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG KINH TẾ VÀ HẠ TẦNG Độc lập - Tự do - Hạnh phúc

Số: 2Ø7/PKTHT Bình Trị, ngày {§ tháng 6 năm 2018
V/v kiểm tra đảm bảo an toàn
cầu treo dân sinh

Kính gửi: UBND các xã: Sơn Hạ, Sơn Thượng, Khe Sâu.

Thực hiện ý kiến chỉ đạo của Chủ tịch UBND huyện tại Công văn số 866/UBND-KT ngày
01/6/2018 về việc kiểm tra cầu treo trước mùa mưa, Phòng Kinh tế và Hạ tầng đề nghị
UBND các xã thực hiện các nội dung sau:

1. Kiểm tra hiện trạng toàn bộ cầu treo dân sinh trên địa bàn; cắm biển hạn chế
tải trọng tại những cầu đã xuống cấp.

. Cử người trực gác tại các cầu không an toàn khi có lũ.

3. Báo cáo kết quả kiêm tra về Phòng Kinh tế và Hạ tầng trước ngày 20/6/2018
đê tổng hợp, báo cáo UBND huyện.

Nhận được Công văn này, đề nghị UBND các xã triển khai thực hiện./.

Nơi nhận: TRƯỞNG PHÒNG
- Như trên;
- UBND huyện (B/c);
- Lưu VT.

Bế Văn Lấy Ví
""",
    "cong_van", "", "", "PHÒNG KINH TẾ VÀ HẠ TẦNG", "UBND HUYỆN BÌNH TRỊ",
    "V/v kiểm tra đảm bảo an toàn cầu treo dân sinh", "UBND các xã: Sơn Hạ, Sơn Thượng, Khe Sâu",
    "Như trên | UBND huyện (B/c) | Lưu VT", " | TRƯỞNG PHÒNG | Bế Văn Lấy Ví",
    [
        Asked("1", "Kiểm tra hiện trạng toàn bộ", "UBND các xã"),
        Asked("2", "Cử người trực gác", "UBND các xã", "", "ad_hoc"),
        Asked("3", "Báo cáo kết quả kiêm tra", "UBND các xã", "", "once 2018-06-20"),
    ],
)  # fmt: skip

OFFICE_ORDER = Unseen(
    """VIỆN NGHIÊN CỨU LÂM SINH MIỀN ĐÔNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 52/VNC-TCHC
V/v chấn chỉnh kỷ luật lao động
Bình An Đông, ngày 16 tháng 03 năm 2022

Kính gửi: Các phòng, trung tâm, trạm thực nghiệm thuộc Viện

Thời gian qua, việc chấp hành giờ làm việc ở một số đơn vị chưa nghiêm. Viện trưởng có ý kiến như sau:
Yêu cầu Trưởng các phòng, Giám đốc các trung tâm, Trạm trưởng các trạm thực nghiệm quán triệt đến toàn thể viên chức \
nội quy lao động, xong trong tháng 3/2022. Phòng Tổ chức - Hành chính kiểm tra đột xuất ít nhất 02 lần/tháng, báo cáo \
Viện trưởng vào ngày 28 hàng tháng. Viên chức, người lao động phải đeo thẻ khi làm việc; không được uống rượu, bia \
trong giờ làm việc. Giao Phòng Kế hoạch - Tài chính và Phòng Tổ chức - Hành chính nghiên cứu lắp máy chấm công, trình \
Viện trưởng trước ngày 15 tháng 4.
Các đơn vị để xảy ra vi phạm thì Trưởng đơn vị chịu trách nhiệm trước Viện trưởng.
Công văn có hiệu lực từ ngày ký./.

Nơi nhận:
- Như trên;
- Đảng ủy, Công đoàn Viện;
- Lưu: VT, TCHC.
VIỆN TRƯỞNG
(đã ký)
Lâm Quang Tạm Đặt
""",
    "cong_van", "52/VNC-TCHC", "2022-03-16", "VIỆN NGHIÊN CỨU LÂM SINH MIỀN ĐÔNG", "",
    "V/v chấn chỉnh kỷ luật lao động", "Các phòng, trung tâm, trạm thực nghiệm thuộc Viện",
    "Như trên | Đảng ủy, Công đoàn Viện | Lưu: VT, TCHC", " | VIỆN TRƯỞNG | Lâm Quang Tạm Đặt",
    [
        Asked(None, "Yêu cầu Trưởng các phòng",
              "Trưởng các phòng | Giám đốc các trung tâm | Trạm trưởng các trạm thực nghiệm", "", "once 2022-03-31"),
        Asked(None, "Phòng Tổ chức - Hành chính kiểm tra đột xuất", "Phòng Tổ chức - Hành chính", "", "monthly ---28"),
        Asked(None, "Viên chức, người lao động phải", "Viên chức, người lao động"),
        Asked(None, "không được uống rượu", "Viên chức, người lao động"),
        Asked(None, "Giao Phòng Kế hoạch - Tài chính",
              "Phòng Kế hoạch - Tài chính | Phòng Tổ chức - Hành chính", "", "once 2022-04-15"),
        Asked(None, "Các đơn vị để xảy ra vi phạm", "Trưởng đơn vị"),
    ],
)  # fmt: skip

URGENT_LETTER = Unseen(
    """UỶ BAN NHÂN DÂN
THÀNH PHỐ NAM GIANG
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 3345/UBND-VX
V/v điều tra, truy vết ca mắc sởi
HOẢ TỐC
Nam Giang, ngày 11 tháng 12 năm 2024

Kính gửi:
- Phòng Y tế; Phòng Giáo dục và Đào tạo;
- Trung tâm Y tế thành phố;
- UBND các phường, xã.

Xét đề nghị của Trung tâm Y tế thành phố tại Tờ trình số 77/TTr-TTYT ngày 10/12/2024, UBND thành phố có ý kiến chỉ \
đạo như sau:
1. Giao Trung tâm Y tế thành phố:
- Điều tra dịch tễ toàn bộ ca nghi mắc trong vòng 24 giờ kể từ khi nhận được thông tin.
- Lấy mẫu, gửi mẫu về Trung tâm Kiểm soát bệnh tật tỉnh.
- Báo cáo 02 lần/ngày trong 03 ngày đầu, sau đó 01 lần/ngày.
2. Giao Phòng Giáo dục và Đào tạo chỉ đạo các trường mầm non, tiểu học khử khuẩn lớp học; hoàn thành trước 17h ngày \
13/12/2024.
3. UBND các phường, xã chịu trách nhiệm rà soát trẻ chưa tiêm đủ mũi, lập danh sách gửi Trung tâm Y tế thành phố chậm \
nhất vào 10 giờ 30 phút ngày 12/12/2024.
4. Phòng Y tế tham mưu, đôn đốc; tổng hợp báo cáo UBND thành phố theo thời gian tại khoản 3.
Yêu cầu các đơn vị nghiêm túc thực hiện./.

Nơi nhận:
- Như trên;
- CT, PCT UBND TP;
- Lưu: VT.
TM. UỶ BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Đàm Thị Đặt Ra
""",
    "cong_van", "3345/UBND-VX", "2024-12-11", "UỶ BAN NHÂN DÂN THÀNH PHỐ NAM GIANG", "",
    "V/v điều tra, truy vết ca mắc sởi",
    "Phòng Y tế | Phòng Giáo dục và Đào tạo | Trung tâm Y tế thành phố | UBND các phường, xã",
    "Như trên | CT, PCT UBND TP | Lưu: VT", "KT. | PHÓ CHỦ TỊCH | Đàm Thị Đặt Ra",
    [
        Asked("1", "Điều tra dịch tễ", "Trung tâm Y tế thành phố", "", "within 24h"),
        Asked("1", "Lấy mẫu", "Trung tâm Y tế thành phố"),
        Asked("1", "Báo cáo 02 lần/ngày", "Trung tâm Y tế thành phố", "", "daily"),
        Asked("2", "Giao Phòng Giáo dục và Đào tạo", "Phòng Giáo dục và Đào tạo | các trường mầm non, tiểu học", "",
              "once 2024-12-13 17:00"),
        Asked("3", "UBND các phường, xã chịu trách nhiệm", "UBND các phường, xã", "", "once 2024-12-12 10:30"),
        Asked("4", "Phòng Y tế tham mưu", "Phòng Y tế"),
        Asked("4", "tổng hợp báo cáo UBND thành phố", "Phòng Y tế", "", "once 2024-12-12 10:30"),
    ],
)  # fmt: skip

DROPPED_LABELS = Unseen(
    """SỞ TƯ PHÁP THÀNH PHỐ ĐẠI THÀNH
PHÒNG CÔNG CHỨNG SỐ 4
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 11/KH-PCC4
Đại Thành, ngày 06 tháng 01 năm 2025
KẾ HOẠCH
Thực hành tiết kiệm, chống lãng phí năm 2025

Căn cứ Quyết định số 15/QĐ-STP ngày 03/01/2025 của Sở Tư pháp, Phòng Công chứng số 4 xây dựng Kế hoạch như sau:

Mục tiêu

Tiết kiệm tối thiểu 10% chi thường xuyên.

Nhiệm vụ

Bộ phận Kế toán công khai dự toán trước ngày 31/01/2025, theo dõi chi điện, nước hàng tháng.

Bộ phận Một cửa số hóa hồ sơ lưu trữ, hoàn thành trong quý II năm 2025.

Các công chứng viên, nhân viên nghiệp vụ tắt thiết bị điện khi ra khỏi phòng.

Tổ chức thực hiện

Trưởng phòng chỉ đạo chung. Phó Trưởng phòng trực tiếp kiểm tra, báo cáo Trưởng phòng vào cuối mỗi quý.

Trong quá trình thực hiện nếu có khó khăn, các bộ phận báo cáo Trưởng phòng xem xét, quyết định./.

Nơi nhận:
- Sở Tư pháp (để báo cáo);
- Các bộ phận;
- Lưu: VT.

TRƯỞNG PHÒNG

Nông Thị Nghĩ Ra
""",
    "ke_hoach", "11/KH-PCC4", "2025-01-06", "PHÒNG CÔNG CHỨNG SỐ 4", "SỞ TƯ PHÁP THÀNH PHỐ ĐẠI THÀNH",
    "Thực hành tiết kiệm, chống lãng phí năm 2025", "", "Sở Tư pháp (để báo cáo) | Các bộ phận | Lưu: VT",
    " | TRƯỞNG PHÒNG | Nông Thị Nghĩ Ra",
    [
        Asked(None, "Bộ phận Kế toán công khai", "Bộ phận Kế toán", "", "once 2025-01-31"),
        Asked(None, "theo dõi chi điện", "Bộ phận Kế toán", "", "monthly"),
        Asked(None, "Bộ phận Một cửa số hóa", "Bộ phận Một cửa", "", "once 2025-06-30"),
        Asked(None, "Các công chứng viên", "Các công chứng viên, nhân viên nghiệp vụ"),
        Asked(None, "Trưởng phòng chỉ đạo chung", "Trưởng phòng"),
        Asked(None, "Phó Trưởng phòng trực tiếp", "Phó Trưởng phòng", "", "quarterly"),
        Asked(None, "Trong quá trình thực hiện nếu có", "các bộ phận", "", "ad_hoc"),
    ],
)  # fmt: skip

BREACHES = {
    "commune": COMMUNE,
    "school": SCHOOL,
    "department": DEPARTMENT,
    "scan": SCAN,
    "office order": OFFICE_ORDER,
    "urgent letter": URGENT_LETTER,
    "dropped labels": DROPPED_LABELS,
}
