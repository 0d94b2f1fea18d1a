"""The third round, third part: news items, Party and mass organisations, schools, hospitals, informal notes."""

from __future__ import annotations

from tests.engines.reading.unseen import Asked, Unseen

NEWS_LETTER = Unseen(
    """Tăng cường công tác phòng cháy, chữa cháy trong mùa hanh khô

Cập nhật lúc: 09:15 12/11/2020

(QTV) - Ngày 10/11/2020, UBND huyện Yên Trấn ban hành Công văn số 1604/UBND-NC về việc tăng cường công tác phòng cháy, \
chữa cháy trong mùa hanh khô 2020 - 2021.

Theo đó, để chủ động phòng ngừa, hạn chế thấp nhất các vụ cháy, Chủ tịch UBND huyện yêu cầu các phòng, ban, ngành, \
UBND \
các xã, thị trấn tổ chức tuyên truyền kiến thức, kỹ năng phòng cháy, chữa cháy đến từng khu dân cư; kiện toàn lực \
lượng \
dân phòng, hoàn thành trước ngày 30/11/2020.

Công an huyện tổng kiểm tra các cơ sở kinh doanh karaoke, chợ, kho hàng; duy trì nghiêm chế độ thường trực sẵn sàng \
chữa \
cháy 24/24h. Hạt Kiểm lâm huyện phối hợp với các chủ rừng phát dọn thực bì, trực cháy tại các trạm bảo vệ rừng trong \
các \
tháng cao điểm.

Điện lực Yên Trấn kiểm tra an toàn lưới điện; khuyến cáo người dân không sử dụng các thiết bị điện vượt quá công suất.

UBND các xã, thị trấn định kỳ hằng tháng, trước ngày 20 báo cáo kết quả về UBND huyện (qua Công an huyện) để tổng hợp.

Trong 10 tháng năm 2020, trên địa bàn huyện xảy ra 04 vụ cháy, thiệt hại khoảng 1,2 tỷ đồng.

Tác giả: Ban Biên tập
Tin liên quan
- Hội nghị sơ kết phong trào toàn dân bảo vệ an ninh Tổ quốc (05/11/2020)
""",
    "news", "1604/UBND-NC", "2020-11-10", "UBND huyện Yên Trấn", "",
    "Tăng cường công tác phòng cháy, chữa cháy trong mùa hanh khô", "", "", " |  | ",
    [
        Asked(None, "Chủ tịch UBND huyện yêu cầu các phòng",
              "các phòng, ban, ngành | UBND các xã, thị trấn"),
        Asked(None, "kiện toàn lực lượng dân phòng", "các phòng, ban, ngành | UBND các xã, thị trấn", "",
              "once 2020-11-30"),
        Asked(None, "Công an huyện tổng kiểm tra", "Công an huyện"),
        Asked(None, "Hạt Kiểm lâm huyện phối hợp", "Hạt Kiểm lâm huyện", "các chủ rừng"),
        Asked(None, "Điện lực Yên Trấn kiểm tra", "Điện lực Yên Trấn"),
        Asked(None, "UBND các xã, thị trấn định kỳ hằng tháng", "UBND các xã, thị trấn", "", "monthly ---20"),
    ],
    "1604/UBND-NC",
)  # fmt: skip

NEWS_MEETING = Unseen(
    """Sở Giao thông vận tải giao ban công tác tháng 7

Chiều 03/8/2022, Sở Giao thông vận tải tổ chức Hội nghị giao ban đánh giá kết quả tháng 7, triển khai nhiệm vụ tháng \
8/2022. Đồng chí Mai Xuân Lệ, Giám đốc Sở chủ trì Hội nghị.

Tại Hội nghị, Trưởng phòng Kế hoạch - Tài chính báo cáo tình hình giải ngân vốn đầu tư công: đến ngày 31/7 mới đạt \
32,5% kế hoạch. Các đại biểu tập trung thảo luận nguyên nhân, đề xuất giải pháp.

Phát biểu kết luận, đồng chí Giám đốc Sở biểu dương các đơn vị đã hoàn thành nhiệm vụ. Để đẩy nhanh tiến độ, đồng chí \
Giám đốc Sở yêu cầu:

Thứ nhất, Ban Quản lý dự án giao thông lập tiến độ chi tiết từng gói thầu, trình Sở trong tuần đầu tháng 8; mỗi tuần \
họp giao ban với nhà thầu một lần.

Thứ hai, Phòng Quản lý chất lượng công trình giao thông kiểm tra hiện trường, không để kéo dài thời gian nghiệm thu \
quá \
05 ngày làm việc.

Thứ ba, giao Thanh tra Sở chủ trì, phối hợp Phòng Quản lý vận tải, phương tiện và người lái kiểm tra các bến xe trong \
tháng 8 và dịp nghỉ Lễ 2/9.

Thứ tư, các phòng, đơn vị gửi báo cáo tháng về Văn phòng Sở trước ngày 22 hàng tháng.

Hội nghị cũng thông qua dự thảo Quy chế làm việc sửa đổi.

Văn phòng Sở
""",
    "news", "", "2022-08-03", "Sở Giao thông vận tải", "", "Sở Giao thông vận tải giao ban công tác tháng 7", "", "",
    " |  | ",
    [
        Asked("Thứ nhất", "Ban Quản lý dự án giao thông lập tiến độ", "Ban Quản lý dự án giao thông"),
        Asked("Thứ nhất", "mỗi tuần họp giao ban", "Ban Quản lý dự án giao thông", "", "weekly"),
        Asked("Thứ hai", "Phòng Quản lý chất lượng công trình giao thông kiểm tra",
              "Phòng Quản lý chất lượng công trình giao thông"),
        Asked("Thứ ba", "giao Thanh tra Sở chủ trì", "Thanh tra Sở",
              "Phòng Quản lý vận tải, phương tiện và người lái", "once 2022-08-31"),
        Asked("Thứ tư", "các phòng, đơn vị gửi báo cáo tháng", "các phòng, đơn vị", "", "monthly ---22"),
    ],
    "",
)  # fmt: skip

NEWS_VOTE = Unseen(
    """Huyện Mường Khe: Đẩy mạnh tuyên truyền bầu cử

Thực hiện Chỉ thị số 02-CT/HU ngày 15/01/2021 của Ban Thường vụ Huyện ủy về lãnh đạo cuộc bầu cử đại biểu Quốc hội \
khóa \
XV và đại biểu HĐND các cấp nhiệm kỳ 2021 - 2026, Ủy ban Bầu cử huyện đề nghị Mặt trận Tổ quốc và các tổ chức chính \
trị \
- xã hội đẩy mạnh tuyên truyền về ý nghĩa của cuộc bầu cử.

Trung tâm Truyền thông - Văn hóa huyện mở chuyên trang, chuyên mục; tiếp, phát sóng 03 buổi/ngày bằng tiếng phổ thông \
và \
tiếng dân tộc. Phòng Nội vụ lên lịch tập huấn nghiệp vụ cho các tổ bầu cử, xong trước 15/4/2021.

Nếu phát hiện hành vi xuyên tạc, các đơn vị kịp thời báo Công an huyện để xử lý.

Đến nay, 16/16 xã, thị trấn đã thành lập Ủy ban Bầu cử.

Nguồn: muongkhe.gov.vn
""",
    "news", "", "", "Ủy ban Bầu cử huyện", "", "Huyện Mường Khe: Đẩy mạnh tuyên truyền bầu cử", "",
    "", " |  | ",
    [
        Asked(None, "Ủy ban Bầu cử huyện đề nghị Mặt trận",
              "Mặt trận Tổ quốc | các tổ chức chính trị - xã hội"),
        Asked(None, "Trung tâm Truyền thông - Văn hóa huyện mở", "Trung tâm Truyền thông - Văn hóa huyện"),
        Asked(None, "Phòng Nội vụ lên lịch", "Phòng Nội vụ", "", "once 2021-04-15"),
        Asked(None, "Nếu phát hiện hành vi xuyên tạc", "các đơn vị", "", "ad_hoc"),
    ],
    "02-CT/HU",
)  # fmt: skip

PARTY_GUIDE = Unseen(
    """HUYỆN ỦY SÔNG MÂY
BAN TỔ CHỨC
*
Số 14-HD/BTCHU
ĐẢNG CỘNG SẢN VIỆT NAM

Sông Mây, ngày 03 tháng 11 năm 2021

HƯỚNG DẪN
kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm 2021

Căn cứ Hướng dẫn số 21-HD/BTCTW, ngày 18/10/2019 của Ban Tổ chức Trung ương; Quy định số 132-QĐ/TW, ngày 08/3/2018 của \
Bộ Chính trị, Ban Tổ chức Huyện ủy hướng dẫn như sau:

1- Đối tượng kiểm điểm
Tập thể cấp ủy, tổ chức đảng; đảng viên (trừ đảng viên được miễn sinh hoạt).

2- Tổ chức thực hiện
2.1- Các chi bộ, đảng bộ cơ sở tổ chức kiểm điểm xong trước ngày 10/12/2021; gửi hồ sơ về Ban Tổ chức Huyện ủy chậm \
nhất ngày 20/12/2021.
2.2- Ủy ban Kiểm tra Huyện ủy, Ban Tuyên giáo Huyện ủy, Ban Dân vận Huyện ủy theo chức năng, nhiệm vụ có ý kiến nhận \
xét \
đối với tổ chức đảng trực thuộc.
2.3- Các đồng chí Huyện ủy viên phụ trách cơ sở dự, chỉ đạo kiểm điểm ở những nơi được phân công.
Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các cấp ủy phản ánh về Ban Tổ chức Huyện ủy để xem xét.

T/L BAN THƯỜNG VỤ
TRƯỞNG BAN

Đồng Thị Bịa Đặt

Nơi nhận:
- Ban Tổ chức Tỉnh ủy (báo cáo),
- Các chi, đảng bộ cơ sở,
- Lưu Ban Tổ chức.
""",
    "other", "14-HD/BTCHU", "2021-11-03", "BAN TỔ CHỨC", "HUYỆN ỦY SÔNG MÂY",
    "kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm 2021", "",
    "Ban Tổ chức Tỉnh ủy (báo cáo) | Các chi, đảng bộ cơ sở | Lưu Ban Tổ chức",
    "TL. | TRƯỞNG BAN | Đồng Thị Bịa Đặt",
    [
        Asked("2.1", "Các chi bộ, đảng bộ cơ sở tổ chức", "Các chi bộ, đảng bộ cơ sở", "", "once 2021-12-10"),
        Asked("2.1", "gửi hồ sơ về Ban Tổ chức", "Các chi bộ, đảng bộ cơ sở", "", "once 2021-12-20"),
        Asked("2.2", "Ủy ban Kiểm tra Huyện ủy, Ban Tuyên giáo",
              "Ủy ban Kiểm tra Huyện ủy | Ban Tuyên giáo Huyện ủy | Ban Dân vận Huyện ủy"),
        Asked("2.3", "Các đồng chí Huyện ủy viên phụ trách", "Các đồng chí Huyện ủy viên phụ trách cơ sở"),
        Asked(None, "nếu có vướng mắc, đề nghị các cấp ủy", "các cấp ủy", "", "ad_hoc"),
    ],
    "21-HD/BTCTW | 132-QĐ/TW",
)  # fmt: skip

UNION_PLAN = Unseen(
    """HỘI LHPN TỈNH AN BÌNH ĐÔNG
BAN THƯỜNG VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 33/BTV-TG
V/v hưởng ứng Tuần lễ Áo dài
An Bình Đông, ngày 20 tháng 02 năm 2023

Kính gửi: Ban Thường vụ Hội LHPN các huyện, thành phố

Hưởng ứng Tuần lễ Áo dài năm 2023, Ban Thường vụ Hội LHPN tỉnh đề nghị Ban Thường vụ Hội LHPN các huyện, thành phố chỉ \
đạo các cơ sở Hội thực hiện:
+ Vận động nữ cán bộ, công chức mặc áo dài đến công sở từ ngày 01/3 đến hết ngày 08/3/2023;
+ Khuyến khích tổ chức các hoạt động đồng diễn phù hợp điều kiện địa phương;
+ Gửi tin, ảnh về Hội LHPN tỉnh, báo cáo kết quả trước ngày 10/3.
Giao Ban Tuyên giáo - Chính sách luật pháp theo dõi, tổng hợp./.

Nơi nhận:
- Như trên;
- Đ/c Chủ tịch (b/c);
- Lưu: VP, TG.
TM. BAN THƯỜNG VỤ
PHÓ CHỦ TỊCH
Hứa Thị Tưởng Bày
""",
    "cong_van", "33/BTV-TG", "2023-02-20", "BAN THƯỜNG VỤ", "HỘI LHPN TỈNH AN BÌNH ĐÔNG",
    "V/v hưởng ứng Tuần lễ Áo dài", "Ban Thường vụ Hội LHPN các huyện, thành phố",
    "Như trên | Đ/c Chủ tịch (b/c) | Lưu: VP, TG", "TM. | PHÓ CHỦ TỊCH | Hứa Thị Tưởng Bày",
    [
        Asked(None, "Vận động nữ cán bộ", "Ban Thường vụ Hội LHPN các huyện, thành phố | các cơ sở Hội", "",
              "once 2023-03-08"),
        Asked(None, "Khuyến khích tổ chức", "Ban Thường vụ Hội LHPN các huyện, thành phố | các cơ sở Hội"),
        Asked(None, "Gửi tin, ảnh về Hội", "Ban Thường vụ Hội LHPN các huyện, thành phố | các cơ sở Hội", "",
              "once 2023-03-10"),
        Asked(None, "Giao Ban Tuyên giáo - Chính sách luật pháp", "Ban Tuyên giáo - Chính sách luật pháp"),
    ],
    "",
)  # fmt: skip

INFORMAL = Unseen(
    """PHÒNG KHÁM ĐA KHOA PHÚ HÒA
Số: 05/PK
V/v khắc phục sau kiểm tra
Phú Hòa, 16/9/2024

Gửi anh chị trưởng các khoa

Sau đợt kiểm tra hôm qua, đề nghị các anh chị làm ngay mấy việc:
1. Khoa Dược lên lịch kiểm kê thuốc, rà lại hạn dùng, xong trước 20/9.
2. Khoa Xét nghiệm sắp xếp lại tủ lưu mẫu; ghi nhiệt độ tủ 2 lần/ngày.
3. Điều dưỡng trưởng mở lớp tập huấn rửa tay cho nhân viên mới.
4. Chị Lan (Kế toán) đối chiếu công nợ với nhà cung cấp, gửi em bảng trước thứ Sáu.
Ai vướng gì báo anh Dũng trước 16h hôm nay nhé.

GIÁM ĐỐC
Vương Văn Thử Nghiệm
""",
    "cong_van", "05/PK", "2024-09-16", "PHÒNG KHÁM ĐA KHOA PHÚ HÒA", "", "V/v khắc phục sau kiểm tra",
    "anh chị trưởng các khoa", "", " | GIÁM ĐỐC | Vương Văn Thử Nghiệm",
    [
        Asked("1", "Khoa Dược lên lịch", "Khoa Dược", "", "once 2024-09-20"),
        Asked("2", "Khoa Xét nghiệm sắp xếp", "Khoa Xét nghiệm"),
        Asked("2", "ghi nhiệt độ tủ", "Khoa Xét nghiệm", "", "daily"),
        Asked("3", "Điều dưỡng trưởng mở lớp", "Điều dưỡng trưởng"),
        Asked("4", "Chị Lan (Kế toán) đối chiếu", "Chị Lan (Kế toán)"),
    ],
    "",
)  # fmt: skip

COMMUNE_NOTICE = Unseen(
    """ỦY BAN NHÂN DÂN
XÃ BÌNH TRỊ ĐÔNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 71/TB-UBND
Bình Trị Đông, ngày 02 tháng 01 năm 2024

THÔNG BÁO
Về việc đăng ký nghĩa vụ quân sự lần đầu và tiếp công dân năm 2024

Căn cứ Luật Nghĩa vụ quân sự năm 2015, Ủy ban nhân dân xã thông báo:
1. Đối tượng: công dân nam đủ 17 tuổi trong năm 2024, thường trú tại xã.
2. Thời gian đăng ký: từ ngày 08/01/2024 đến ngày 31/01/2024, trong giờ hành chính.
3. Hồ sơ gồm: phiếu tự khai sức khỏe; bản chụp căn cước công dân. Công dân có thể nộp hồ sơ trực tuyến.
4. Lịch tiếp công dân: sáng thứ Năm hàng tuần tại trụ sở UBND xã.
5. Giao Ban Chỉ huy Quân sự xã tiếp nhận, lập sổ đăng ký; báo cáo Chủ tịch UBND xã trước ngày 05/02/2024.
6. Trưởng các thôn thông báo đến từng hộ gia đình có con em trong độ tuổi.
Mọi thắc mắc liên hệ Ban Chỉ huy Quân sự xã để được giải đáp./.

Nơi nhận:
- Ban CHQS huyện;
- Trưởng các thôn;
- Lưu: VT, BCHQS.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Kiều Văn Phác Ra
""",
    "thong_bao", "71/TB-UBND", "2024-01-02", "ỦY BAN NHÂN DÂN XÃ BÌNH TRỊ ĐÔNG", "",
    "Về việc đăng ký nghĩa vụ quân sự lần đầu và tiếp công dân năm 2024", "",
    "Ban CHQS huyện | Trưởng các thôn | Lưu: VT, BCHQS", "TM. | CHỦ TỊCH | Kiều Văn Phác Ra",
    [
        Asked("5", "Giao Ban Chỉ huy Quân sự xã tiếp nhận", "Ban Chỉ huy Quân sự xã"),
        Asked("5", "báo cáo Chủ tịch UBND xã trước", "Ban Chỉ huy Quân sự xã", "", "once 2024-02-05"),
        Asked("6", "Trưởng các thôn thông báo", "Trưởng các thôn"),
    ],
    "",
)  # fmt: skip

SCHOOL_ONE_LINE = Unseen(
    """SỞ GIÁO DỤC VÀ ĐÀO TẠO HÒA NAM TRƯỜNG THPT NGỌC LÂM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh \
phúc \
Số: 102/KH-THPTNL Hòa Nam, ngày 05 tháng 10 năm 2023 KẾ HOẠCH Phòng, chống bạo lực học đường năm học 2023 - 2024 \
Căn cứ Công văn số 1890/SGDĐT-CTTT ngày 28/9/2023 của Sở Giáo dục và Đào tạo, Trường THPT Ngọc Lâm xây dựng kế hoạch \
như sau: \
1. Ban Giám hiệu chỉ đạo lắp camera tại hành lang, hoàn thành trước ngày 30/10/2023. \
2. Đoàn Thanh niên tổ chức diễn đàn học sinh mỗi học kỳ một lần. \
3. Giáo viên chủ nhiệm nắm bắt tư tưởng học sinh; khi có mâu thuẫn phải báo cáo ngay Ban Giám hiệu. \
4. Bảo vệ không cho người lạ vào trường trong giờ học. \
5. Tổ Tư vấn tâm lý trực vào các buổi chiều, báo cáo Hiệu trưởng vào ngày cuối cùng của tháng. \
Yêu cầu các bộ phận nghiêm túc thực hiện./. Nơi nhận: - Sở GDĐT (b/c); - Các bộ phận; - Lưu: VT. HIỆU TRƯỞNG Cù Thị \
Soạn Thử""",
    "ke_hoach", "102/KH-THPTNL", "2023-10-05", "TRƯỜNG THPT NGỌC LÂM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO HÒA NAM",
    "Phòng, chống bạo lực học đường năm học 2023 - 2024", "", "Sở GDĐT (b/c) | Các bộ phận | Lưu: VT",
    " | HIỆU TRƯỞNG | Cù Thị Soạn Thử",
    [
        Asked("1", "Ban Giám hiệu chỉ đạo lắp camera", "Ban Giám hiệu", "", "once 2023-10-30"),
        Asked("2", "Đoàn Thanh niên tổ chức", "Đoàn Thanh niên", "", "half_yearly"),
        Asked("3", "Giáo viên chủ nhiệm nắm bắt", "Giáo viên chủ nhiệm"),
        Asked("3", "khi có mâu thuẫn phải báo cáo", "Giáo viên chủ nhiệm", "", "ad_hoc"),
        Asked("4", "Bảo vệ không cho người lạ", "Bảo vệ"),
        Asked("5", "Tổ Tư vấn tâm lý trực", "Tổ Tư vấn tâm lý", "", "monthly ---31"),
    ],
    "1890/SGDĐT-CTTT",
)  # fmt: skip

OTHERS = {
    "news letter": NEWS_LETTER,
    "news meeting": NEWS_MEETING,
    "news vote": NEWS_VOTE,
    "party guide": PARTY_GUIDE,
    "union letter": UNION_PLAN,
    "informal": INFORMAL,
    "commune notice": COMMUNE_NOTICE,
    "school one line": SCHOOL_ONE_LINE,
}
