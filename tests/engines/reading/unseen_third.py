"""A third round of documents, labelled before they were read: letters, directives and telegrams of the provinces.

At the first reading of all 21 the strict marks were: duties 0.814, assignees 0.805, cooperating 0.750, deadlines 0.822,
number 0.938, date 0.875, issuer 0.927, abstract 0.878; what was mended on their account since is general.
"""

from __future__ import annotations

from tests.engines.reading.unseen import Asked, Unseen

TAX_DIRECTIVE = Unseen(
    """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH BẮC LĨNH          Độc lập - Tự do - Hạnh phúc
Số: 11/CT-UBND          Bắc Lĩnh, ngày 04 tháng 10 năm 2021

CHỈ THỊ
Về việc tăng cường quản lý thu ngân sách nhà nước những tháng cuối năm 2021

Thu ngân sách 9 tháng ước đạt 68% dự toán, một số khoản thu đạt thấp. Để hoàn thành dự toán, Chủ tịch Ủy ban nhân dân \
tỉnh yêu cầu Thủ trưởng các sở, ngành, Chủ tịch Ủy ban nhân dân các huyện, thành phố tập trung thực hiện các nhiệm vụ \
sau:
1. Cục Thuế tỉnh:
a) Chủ trì, phối hợp với Sở Tài chính, Kho bạc Nhà nước tỉnh rà soát các khoản nợ thuế có khả năng thu; công khai danh \
sách doanh nghiệp nợ thuế trên 90 ngày theo Thông tư số 31/2021/TT-BTC.
b) Hoàn thành kế hoạch thanh tra, kiểm tra thuế trước ngày 15 tháng 12 năm 2021.
c) Mỗi tháng 2 lần, vào ngày 10 và ngày 25, báo cáo tiến độ thu với Ủy ban nhân dân tỉnh.
2. Cục Hải quan tỉnh theo dõi sát hàng hóa xuất nhập khẩu, thu đúng, thu đủ.
3. Giám đốc các Sở: Tài nguyên và Môi trường, Xây dựng, Kế hoạch và Đầu tư đôn đốc nhà đầu tư nộp tiền sử dụng đất, \
xong trong quý IV/2021.
4. Công an tỉnh hỗ trợ cơ quan thuế cưỡng chế nợ khi có đề nghị.
5. Chủ tịch Ủy ban nhân dân các huyện, thành phố chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh về kết quả thu \
ngân sách trên địa bàn.
6. Giao Sở Tài chính theo dõi việc thực hiện Chỉ thị này, báo cáo Chủ tịch Ủy ban nhân dân tỉnh trước ngày 05 tháng \
sau liền kề hằng tháng; nếu trùng ngày nghỉ thì báo cáo vào ngày làm việc tiếp theo.
Chỉ thị này có hiệu lực kể từ ngày ký./.

Nơi nhận:          CHỦ TỊCH
- Bộ Tài chính (b/c);
- Thường trực Tỉnh ủy, HĐND tỉnh;
- Các sở, ban, ngành;
- Lưu: VT, KT.          Phan Đình Giả Tưởng
""",
    "chi_thi", "11/CT-UBND", "2021-10-04", "ỦY BAN NHÂN DÂN TỈNH BẮC LĨNH", "",
    "Về việc tăng cường quản lý thu ngân sách nhà nước những tháng cuối năm 2021", "",
    "Bộ Tài chính (b/c) | Thường trực Tỉnh ủy, HĐND tỉnh | Các sở, ban, ngành | Lưu: VT, KT",
    " | CHỦ TỊCH | Phan Đình Giả Tưởng",
    [
        Asked("1.a", "Chủ trì, phối hợp với Sở Tài chính", "Cục Thuế tỉnh", "Sở Tài chính | Kho bạc Nhà nước tỉnh"),
        Asked("1.b", "Hoàn thành kế hoạch thanh tra", "Cục Thuế tỉnh", "", "once 2021-12-15"),
        Asked("1.c", "Mỗi tháng 2 lần", "Cục Thuế tỉnh", "", "monthly ---10 ---25"),
        Asked("2", "Cục Hải quan tỉnh theo dõi", "Cục Hải quan tỉnh"),
        Asked("3", "Giám đốc các Sở: Tài nguyên", "Tài nguyên và Môi trường | Xây dựng | Kế hoạch và Đầu tư", "",
              "once 2021-12-31"),
        Asked("4", "Công an tỉnh hỗ trợ", "Công an tỉnh", "", "ad_hoc"),
        Asked("5", "Chủ tịch Ủy ban nhân dân các huyện, thành phố chịu trách nhiệm",
              "Chủ tịch Ủy ban nhân dân các huyện, thành phố"),
        Asked("6", "Giao Sở Tài chính theo dõi", "Sở Tài chính", "", "monthly ---05"),
    ],
    "31/2021/TT-BTC",
)  # fmt: skip

FLOOD_TELEGRAM = Unseen(
    """ỦY BAN NHÂN DÂN
TỈNH HÀ SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 09/CĐ-UBND
Hà Sơn, ngày 22 tháng 8 năm 2023

CÔNG ĐIỆN
Về việc tập trung khắc phục hậu quả mưa lũ, sạt lở đất

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:
- Giám đốc các Sở: Nông nghiệp và Phát triển nông thôn, Giao thông vận tải, Y tế;
- Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh; Giám đốc Công an tỉnh;
- Chủ tịch Ủy ban nhân dân các huyện: Bản Vàng, Nậm Sài, Khau Mạ.

Từ đêm 20/8/2023 đến nay, mưa lớn đã gây sạt lở nhiều tuyến đường, làm 02 người mất tích. Chủ tịch Ủy ban nhân dân \
tỉnh \
yêu cầu:
1. Chủ tịch Ủy ban nhân dân các huyện: Bản Vàng, Nậm Sài, Khau Mạ
- Huy động mọi lực lượng tìm kiếm người mất tích; cứu chữa người bị thương.
- Di dời khẩn cấp các hộ dân ở nơi có nguy cơ sạt lở, hoàn thành trước 18 giờ ngày 22/8/2023.
- Báo cáo 02 lần/ngày (trước 07h00 và 16h00) về Văn phòng Thường trực Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm \
cứu \
nạn tỉnh.
2. Sở Giao thông vận tải thông tuyến Quốc lộ 4Đ chậm nhất 12 giờ 00 phút ngày 23/8/2023, các tuyến tỉnh lộ trước ngày \
26/8/2023.
3. Sở Y tế cử đội cấp cứu lưu động, bảo đảm thuốc men; xử lý môi trường sau khi nước rút.
4. Bộ Chỉ huy quân sự tỉnh, Công an tỉnh sẵn sàng lực lượng hỗ trợ các địa phương nêu trên khi có yêu cầu.
5. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động ủng hộ gia đình bị thiệt hại.
6. Văn phòng Ủy ban nhân dân tỉnh đôn đốc, tổng hợp báo cáo Chủ tịch Ủy ban nhân dân tỉnh.
Nhận được Công điện, yêu cầu các đồng chí tổ chức thực hiện nghiêm túc./.

Nơi nhận:
- Như trên;
- Thủ tướng Chính phủ (b/c);
- Lưu: VT, NN.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH THƯỜNG TRỰC
Lò Minh Ví Dụ
""",
    "cong_dien", "09/CĐ-UBND", "2023-08-22", "ỦY BAN NHÂN DÂN TỈNH HÀ SƠN", "",
    "Về việc tập trung khắc phục hậu quả mưa lũ, sạt lở đất",
    "Giám đốc các Sở: Nông nghiệp và Phát triển nông thôn, Giao thông vận tải, Y tế"
    " | Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh | Giám đốc Công an tỉnh"
    " | Chủ tịch Ủy ban nhân dân các huyện: Bản Vàng, Nậm Sài, Khau Mạ",
    "Như trên | Thủ tướng Chính phủ (b/c) | Lưu: VT, NN", "KT. | PHÓ CHỦ TỊCH THƯỜNG TRỰC | Lò Minh Ví Dụ",
    [
        Asked("1", "Huy động mọi lực lượng", "Bản Vàng | Nậm Sài | Khau Mạ"),
        Asked("1", "Di dời khẩn cấp", "Bản Vàng | Nậm Sài | Khau Mạ", "", "once 2023-08-22 18:00"),
        Asked("1", "Báo cáo 02 lần/ngày", "Bản Vàng | Nậm Sài | Khau Mạ", "", "daily 07:00"),
        Asked("2", "Sở Giao thông vận tải thông tuyến", "Sở Giao thông vận tải", "", "once 2023-08-23 12:00"),
        Asked("2", "các tuyến tỉnh lộ trước", "Sở Giao thông vận tải", "", "once 2023-08-26"),
        Asked("3", "Sở Y tế cử đội", "Sở Y tế"),
        Asked("3", "xử lý môi trường sau khi", "Sở Y tế", "", "ad_hoc"),
        Asked("4", "Bộ Chỉ huy quân sự tỉnh, Công an tỉnh sẵn sàng", "Bộ Chỉ huy quân sự tỉnh | Công an tỉnh", "",
              "ad_hoc"),
        Asked("5", "Đề nghị Ủy ban Mặt trận", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        Asked("6", "Văn phòng Ủy ban nhân dân tỉnh đôn đốc", "Văn phòng Ủy ban nhân dân tỉnh"),
    ],
    "",
)  # fmt: skip

HEALTH_LETTER = Unseen(
    """UBND TỈNH QUẢNG THƯỢNG
SỞ Y TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 2218/SYT-NVY
V/v triển khai tiêm bù vắc xin
trong tiêm chủng mở rộng
Quảng Thượng, ngày 07 tháng 6 năm 2024

Kính gửi:
- Trung tâm Kiểm soát bệnh tật tỉnh;
- Bệnh viện đa khoa tỉnh, Bệnh viện Sản Nhi;
- Trung tâm Y tế các huyện, thị xã, thành phố.

Căn cứ Quyết định số 1987/QĐ-BYT ngày 10/5/2023 của Bộ Y tế về việc ban hành Kế hoạch tiêm chủng; thực hiện các Công \
văn số 771/UBND-VX ngày 01/6/2024, số 790/UBND-VX ngày 04/6/2024 của UBND tỉnh, Sở Y tế đề nghị các đơn vị:
1. Trung tâm Kiểm soát bệnh tật tỉnh
- Tiếp nhận, phân bổ vắc xin trong vòng 03 ngày làm việc kể từ khi nhận được vắc xin.
- Hướng dẫn chuyên môn; giám sát hai tuần một lần tại các điểm tiêm.
- Phòng Kế hoạch tổng hợp của Trung tâm làm đầu mối nhận báo cáo.
2. Bệnh viện đa khoa tỉnh, Bệnh viện Sản Nhi tổ chức tiêm vắc xin viêm gan B sơ sinh trong 24 giờ đầu sau sinh.
3. Trung tâm Y tế các huyện, thị xã, thành phố
3.1. Rà soát đối tượng, lập danh sách trẻ chưa tiêm đủ mũi xong trước 20/6.
3.2. Tổ chức tiêm bù cho ít nhất 95% số trẻ; báo cáo số người được tiêm và số phản ứng sau tiêm hằng tuần, chậm nhất \
10h00 thứ Hai.
3.3. Trong trường hợp xảy ra tai biến nặng, báo cáo Sở Y tế không quá 24 giờ kể từ khi phát hiện.
Thời gian tiêm tại trạm y tế: từ 7 giờ 30 đến 11 giờ các ngày thứ Ba, thứ Năm.
Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị đơn vị liên hệ với Phòng Nghiệp vụ Y, số điện thoại \
0200.000.111./.

Nơi nhận:
- Như trên;
- UBND tỉnh (để b/c);
- Giám đốc, các PGĐ Sở;
- Lưu: VT, NVY.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Hà Thị Minh Họa
""",
    "cong_van", "2218/SYT-NVY", "2024-06-07", "SỞ Y TẾ", "UBND TỈNH QUẢNG THƯỢNG",
    "V/v triển khai tiêm bù vắc xin trong tiêm chủng mở rộng",
    "Trung tâm Kiểm soát bệnh tật tỉnh | Bệnh viện đa khoa tỉnh, Bệnh viện Sản Nhi"
    " | Trung tâm Y tế các huyện, thị xã, thành phố",
    "Như trên | UBND tỉnh (để b/c) | Giám đốc, các PGĐ Sở | Lưu: VT, NVY",
    "KT. | PHÓ GIÁM ĐỐC | Hà Thị Minh Họa",
    [
        Asked("1", "Tiếp nhận, phân bổ vắc xin", "Trung tâm Kiểm soát bệnh tật tỉnh", "", "within 3d"),
        Asked("1", "Hướng dẫn chuyên môn", "Trung tâm Kiểm soát bệnh tật tỉnh"),
        Asked("1", "giám sát hai tuần một lần", "Trung tâm Kiểm soát bệnh tật tỉnh", "", "weekly"),
        Asked("1", "Phòng Kế hoạch tổng hợp của Trung tâm", "Phòng Kế hoạch tổng hợp của Trung tâm"),
        Asked("2", "Bệnh viện đa khoa tỉnh, Bệnh viện Sản Nhi tổ chức",
              "Bệnh viện đa khoa tỉnh | Bệnh viện Sản Nhi"),
        Asked("3.1", "Rà soát đối tượng", "Trung tâm Y tế các huyện, thị xã, thành phố", "", "once 2024-06-20"),
        Asked("3.2", "Tổ chức tiêm bù", "Trung tâm Y tế các huyện, thị xã, thành phố"),
        Asked("3.2", "báo cáo số người được tiêm", "Trung tâm Y tế các huyện, thị xã, thành phố", "",
              "weekly 10:00"),
        Asked("3.3", "Trong trường hợp xảy ra tai biến nặng", "Trung tâm Y tế các huyện, thị xã, thành phố", "",
              "within 24h"),
        Asked(None, "nếu có khó khăn, vướng mắc", "đơn vị", "", "ad_hoc"),
    ],
    "1987/QĐ-BYT | 771/UBND-VX | 790/UBND-VX",
)  # fmt: skip

MINISTRY_FIRE = Unseen(
    """BỘ CÔNG THƯƠNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
CỤC KỸ THUẬT AN TOÀN\tĐộc lập - Tự do - Hạnh phúc

Số: 640/ATMT-KTAT\tHà Nội, ngày 18 tháng 4 năm 2022
V/v tăng cường phòng cháy, chữa
cháy tại các kho xăng dầu

Kính gửi:
- Sở Công Thương các tỉnh, thành phố trực thuộc Trung ương;
- Các thương nhân đầu mối kinh doanh xăng dầu.

Thời gian qua, tại một số địa phương đã xảy ra cháy kho xăng dầu gây thiệt hại lớn. Thực hiện Nghị định số \
136/2020/NĐ-CP ngày 24 tháng 11 năm 2020 của Chính phủ; điểm b khoản 2 Điều 5 Thông tư số 149/2020/TT-BCA, Cục Kỹ \
thuật an toàn có ý kiến như sau:
a) Đề nghị Sở Công Thương các tỉnh, thành phố
Chủ trì, phối hợp với lực lượng Cảnh sát phòng cháy kiểm tra định kỳ 6 tháng, hằng năm các kho xăng dầu trên địa bàn; \
xử lý nghiêm vi phạm theo Nghị định số 136/2020/NĐ-CP. Báo cáo kết quả đợt 1 trước ngày 30 tháng 6 năm 2022, đợt 2 \
trước ngày 15 tháng 12 năm 2022.
b) Các thương nhân đầu mối kinh doanh xăng dầu
Tự kiểm tra, khắc phục ngay tồn tại; không được xuất, nhập xăng dầu khi hệ thống chữa cháy chưa hoạt động. Kết quả tự \
kiểm tra gửi về Cục trong tháng 5.
Quá thời hạn nêu trên, thương nhân không báo cáo thì Cục đề xuất Bộ đình chỉ hoạt động.
Thông tin liên hệ: Phòng Kỹ thuật, giờ làm việc từ 8h00 đến 17h00.
Trân trọng./.

Nơi nhận:\tKT. CỤC TRƯỞNG
- Như trên;\tPHÓ CỤC TRƯỞNG
- Bộ trưởng (để b/c);
- Lưu: VT, KTAT.\tDương Văn Tạm Gọi
""",
    "cong_van", "640/ATMT-KTAT", "2022-04-18", "CỤC KỸ THUẬT AN TOÀN", "BỘ CÔNG THƯƠNG",
    "V/v tăng cường phòng cháy, chữa cháy tại các kho xăng dầu",
    "Sở Công Thương các tỉnh, thành phố trực thuộc Trung ương | Các thương nhân đầu mối kinh doanh xăng dầu",
    "Như trên | Bộ trưởng (để b/c) | Lưu: VT, KTAT", "KT. | PHÓ CỤC TRƯỞNG | Dương Văn Tạm Gọi",
    [
        Asked("a", "Chủ trì, phối hợp với lực lượng Cảnh sát", "Sở Công Thương các tỉnh, thành phố",
              "lực lượng Cảnh sát phòng cháy", "half_yearly"),
        Asked("a", "xử lý nghiêm vi phạm theo", "Sở Công Thương các tỉnh, thành phố"),
        Asked("a", "Báo cáo kết quả đợt 1", "Sở Công Thương các tỉnh, thành phố", "", "once 2022-06-30"),
        Asked("b", "Tự kiểm tra, khắc phục ngay", "Các thương nhân đầu mối kinh doanh xăng dầu"),
        Asked("b", "không được xuất, nhập xăng dầu", "Các thương nhân đầu mối kinh doanh xăng dầu"),
        Asked("b", "Kết quả tự kiểm tra gửi về Cục", "Các thương nhân đầu mối kinh doanh xăng dầu", "",
              "once 2022-05-31"),
        Asked("b", "Quá thời hạn nêu trên", "Cục", "", "ad_hoc"),
    ],
    "136/2020/NĐ-CP | 149/2020/TT-BCA",
)  # fmt: skip

DISTRICT_SWINE_SCAN = Unseen(
    """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN ĐẮK SƠ Độc lập - Tự do - Hạnh phúc

Số: I4¿ /UBND-NL Đắk Sơ, ngày ⁄2 tháng 5 năm 2019
V/v triển khai các biện pháp cấp
bách phòng, chống bệnh Dịch tả
lợn Châu Phi

Kính gửi:
- Các phòng: Nông nghiệp và PTNT, Y tế,
Tài chính - Kế hoạch;
- Trạm Chăn nuôi và Thú y;
- UBND các xã, thị trấn.

Thực hiện Công điện số 667/CĐ-TTg, ngày 04/5/2019 của Thủ tướng Chính
phủ về việc tập trung triển khai các giải pháp cấp bách; Công văn số 1889/UBND-
NN, ngày 08/5/2019 của UBND tỉnh, Chủ tịch UBND huyện yêu câu:

1 Trạm Chăn nuôi và Thú y:

- Tham mưu UBND huyện lập các chốt kiểm dịch tạm thời trên Quốc lộ 14C
xong trước ngày 15/5/2019.

- Hướng dẫn người chăn nuôi tiêu độc, khử trùng 01 lần/ngày trong 01 tuần đầu;
03 lần/tuần trong 02 tuần tiếp theo.

2. Phòng Nông nghiệp và PTNT chủ trì, phối hợp với Trạm Chăn nuôi và Thú y và
UBND các xã, thị trần giám sát chặt chẽ đàn lợn; tổng hợp tình hình báo cáo UBND huyện
và Sở Nông nghiệp và PTNT trước 15 giờ 00 phút hằng ngày.

3. Phòng Tài chính - Kế hoạch bố trí kinh phí mua hóa chất, vôi bột.

4. UBND các xã, thị trấn

Tổ chức ký cam kết "5 không" với các hộ chăn nuôi; khi phát hiện lợn ốm, chết
bất thường phải báo ngay cho Trạm Chăn nuôi và Thú y đề lấy mẫu xét nghiệm.

Nghiêm câm vứt xác lợn ra môi trường.

Đề xảy ra dịch do chủ quan, lơ là thì Chủ tịch UBND xã, thị trấn chịu hoàn toàn
trách nhiệm trước Chủ tịch UBND huyện.

Nhận được Công văn này, yêu cầu các cơ quan, đơn vị nghiêm túc triên khai thực hiện./.

Nơi nhận: KT. CHỦ TỊCH
- Như trên; PHÓ CHỦ TỊCH
- UBND tỉnh (b/c);
- TT Huyện ủy (b/c);
- Lưu VT, NL.

Người ký: Ủy ban nhân dân huyện Đắk Sơ
Thời gian ký: 13.05.2019 08:11:42 +07:00
Lương Văn Giả Danh
""",
    "cong_van", "", "", "ỦY BAN NHÂN DÂN HUYỆN ĐẮK SƠ", "",
    "V/v triển khai các biện pháp cấp bách phòng, chống bệnh Dịch tả lợn Châu Phi",
    "Các phòng: Nông nghiệp và PTNT, Y tế, Tài chính - Kế hoạch | Trạm Chăn nuôi và Thú y | UBND các xã, thị trấn",
    "Như trên | UBND tỉnh (b/c) | TT Huyện ủy (b/c) | Lưu VT, NL", "KT. | PHÓ CHỦ TỊCH | Lương Văn Giả Danh",
    [
        Asked("1", "Tham mưu UBND huyện lập các chốt", "Trạm Chăn nuôi và Thú y", "", "once 2019-05-15"),
        Asked("1", "Hướng dẫn người chăn nuôi tiêu độc", "Trạm Chăn nuôi và Thú y", "", "daily"),
        Asked("2", "Phòng Nông nghiệp và PTNT chủ trì", "Phòng Nông nghiệp và PTNT",
              "Trạm Chăn nuôi và Thú y | UBND các xã, thị trần"),
        Asked("2", "tổng hợp tình hình báo cáo UBND huyện", "Phòng Nông nghiệp và PTNT", "", "daily 15:00"),
        Asked("3", "Phòng Tài chính - Kế hoạch bố trí", "Phòng Tài chính - Kế hoạch"),
        Asked("4", "Tổ chức ký cam kết", "UBND các xã, thị trấn"),
        Asked("4", "khi phát hiện lợn ốm", "UBND các xã, thị trấn", "", "ad_hoc"),
        Asked("4", "Nghiêm câm vứt xác lợn", "UBND các xã, thị trấn"),
        Asked("4", "Đề xảy ra dịch do chủ quan", "Chủ tịch UBND xã, thị trấn"),
    ],
    "667/CĐ-TTg | 1889/UBND- NN",
)  # fmt: skip

COMPLAINT_SCAN = Unseen(
    """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN TUY AN Độc lập - Tự do - Hạnh phúc

Số: ##7/UBND-TCD Tuy An, ngày 0ỷ tháng 9 năm 2019
V/v giải quyết kiến nghị của công dân

Kính gửi:
- Trưởng phòng Tài nguyên và Môi trường;
- Chủ tịch UBND xã Đức Lập Hạ.

Ngày 28/8/2019, UBND huyện nhận được đơn của bà T.T.L., thôn 3, xã Đức Lập Hạ, kiến nghị
xem xét việc cấp Giấy chứng nhận quyền sử dụng đất chồng lấn. Trước đó, ngày 12/3/2019 Phòng Tài
nguyên và Môi trường đã có Báo cáo số 45/BC-TNMT, đề nghị Chủ tịch UBND huyện giao Thanh tra huyện
xác minh.

Sau khi xem xét, Chủ tịch UBND huyện có ý kiến chỉ đạo như sau:

Giao Trưởng phòng Tài nguyên và Môi trường chủ trì, phối hợp với Chủ tịch UBND xã Đức Lập Hạ và
các đơn vị liên quan kiểm tra, xác minh nội dung đơn; tham mưu Chủ tịch UBND huyện trả lời công dân
trước ngày 20/9/2019. Đồng thời rà soát các trường hợp tương tự trên địa bàn xã.

Chủ tịch UBND xã Đức Lập Hạ vận động các hộ giữ nguyên hiện trạng, không để phát sinh điểm nóng.

Yêu cầu các đơn vị báo cáo kết quả về UBND huyện (qua Ban Tiếp công dân) trước ngày 25/9/2019 đề
theo dõi, tổng hợp./.

Nơi nhận: KT. CHỦ TỊCH
- Như trên; PHÓ CHỦ TỊCH
- CT, các PCT UBND huyện;
- Bà T.T.L. (biết);
- Lưu VT, TCD.
""",
    "cong_van", "", "", "ỦY BAN NHÂN DÂN HUYỆN TUY AN", "", "V/v giải quyết kiến nghị của công dân",
    "Trưởng phòng Tài nguyên và Môi trường | Chủ tịch UBND xã Đức Lập Hạ",
    "Như trên | CT, các PCT UBND huyện | Bà T.T.L. (biết) | Lưu VT, TCD", "KT. | PHÓ CHỦ TỊCH | ",
    [
        Asked(None, "Giao Trưởng phòng Tài nguyên và Môi trường chủ trì", "Trưởng phòng Tài nguyên và Môi trường",
              "Chủ tịch UBND xã Đức Lập Hạ | các đơn vị liên quan"),
        Asked(None, "tham mưu Chủ tịch UBND huyện trả lời", "Trưởng phòng Tài nguyên và Môi trường", "",
              "once 2019-09-20"),
        Asked(None, "Đồng thời rà soát các trường hợp", "Trưởng phòng Tài nguyên và Môi trường"),
        Asked(None, "Chủ tịch UBND xã Đức Lập Hạ vận động", "Chủ tịch UBND xã Đức Lập Hạ"),
        Asked(None, "Yêu cầu các đơn vị báo cáo", "các đơn vị", "", "once 2019-09-25"),
    ],
    "45/BC-TNMT",
)  # fmt: skip

PROJECT_BOARD = Unseen(
    """UBND TỈNH PHƯỚC HẢI
BAN QUẢN LÝ KHU KINH TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 933/BQL-QHXD
V/v đẩy nhanh tiến độ và báo cáo số liệu các dự án trong khu kinh tế
Phước Hải, ngày 11 tháng 3 năm 2020

Kính gửi: Các chủ đầu tư dự án trong Khu kinh tế Vịnh Xanh

Ngày 05/3/2020, Ban Quản lý khu kinh tế làm việc với các chủ đầu tư về tiến độ triển khai dự án. Ban Quản lý thông báo \
và đề nghị các chủ đầu tư như sau:
1. Khẩn trương hoàn thiện hồ sơ đất đai, nộp về Ban Quản lý trong thời hạn 15 ngày kể từ ngày ký văn bản này.
2. Sau khi hoàn thành việc bàn giao mặt bằng, tiến hành khởi công chậm nhất sau 07 ngày.
3. Báo cáo số lao động, số vốn giải ngân 10 ngày một lần cho đến khi hoàn thành dự án.
4. Đối với Công ty cổ phần Thép Biển Đông: đề nghị Công ty giải trình nguyên nhân chậm tiến độ bằng văn bản trước ngày \
20/3/2020, đồng thời cam kết tiến độ từng hạng mục.
5. Các chủ đầu tư có thể gửi hồ sơ trực tuyến hoặc nộp trực tiếp tại Bộ phận Một cửa trong giờ hành chính, từ ngày \
16/3/2020 đến ngày 27/3/2020.
Giao các phòng chuyên môn: Quy hoạch Xây dựng, Đầu tư, Doanh nghiệp và Lao động theo dõi, hướng dẫn chủ đầu tư; hằng \
quý \
tham mưu Lãnh đạo Ban họp giao ban.
Rất mong nhận được sự hợp tác của Quý Công ty./.

Nơi nhận:
- Như trên;
- Lãnh đạo Ban;
- Lưu: VT, QHXD.
TRƯỞNG BAN
Âu Văn Dựng Chuyện
""",
    "cong_van", "933/BQL-QHXD", "2020-03-11", "BAN QUẢN LÝ KHU KINH TẾ", "UBND TỈNH PHƯỚC HẢI",
    "V/v đẩy nhanh tiến độ và báo cáo số liệu các dự án trong khu kinh tế",
    "Các chủ đầu tư dự án trong Khu kinh tế Vịnh Xanh", "Như trên | Lãnh đạo Ban | Lưu: VT, QHXD",
    " | TRƯỞNG BAN | Âu Văn Dựng Chuyện",
    [
        Asked("1", "Khẩn trương hoàn thiện hồ sơ", "các chủ đầu tư", "", "within 15d"),
        Asked("2", "Sau khi hoàn thành việc bàn giao", "các chủ đầu tư", "", "within 7d"),
        Asked("3", "Báo cáo số lao động", "các chủ đầu tư", "", "daily"),
        Asked("4", "đề nghị Công ty giải trình", "Công ty", "", "once 2020-03-20"),
        Asked("4", "đồng thời cam kết tiến độ", "Công ty"),
        Asked(None, "Giao các phòng chuyên môn", "Quy hoạch Xây dựng | Đầu tư | Doanh nghiệp và Lao động"),
        Asked(None, "hằng quý tham mưu Lãnh đạo Ban", "Quy hoạch Xây dựng | Đầu tư | Doanh nghiệp và Lao động", "",
              "quarterly"),
    ],
    "",
)  # fmt: skip

LETTERS = {
    "tax directive": TAX_DIRECTIVE,
    "flood telegram": FLOOD_TELEGRAM,
    "health letter": HEALTH_LETTER,
    "ministry fire": MINISTRY_FIRE,
    "swine scan": DISTRICT_SWINE_SCAN,
    "complaint scan": COMPLAINT_SCAN,
    "project board": PROJECT_BOARD,
}
