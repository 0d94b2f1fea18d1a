"""The third round, second part: plans with tables, decisions, conclusions, proposals, reports."""

from __future__ import annotations

from tests.engines.reading.unseen import Asked, Unseen

PLAN_TABLE = Unseen(
    """UBND HUYỆN THẠCH BÀN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG VĂN HÓA VÀ THÔNG TIN\tĐộc lập - Tự do - Hạnh phúc
Số: 58/KH-VHTT\tThạch Bàn, ngày 27 tháng 3 năm 2023

KẾ HOẠCH
Tổ chức Ngày hội Văn hóa các dân tộc huyện năm 2023

I. MỤC ĐÍCH, YÊU CẦU
1. Tôn vinh giá trị văn hóa truyền thống; tạo không khí vui tươi.
2. Tổ chức an toàn, tiết kiệm, thu hút đông đảo nhân dân tham gia.
II. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 02 ngày, từ ngày 29/4/2023 đến ngày 30/4/2023.
2. Địa điểm: Quảng trường huyện.
III. PHÂN CÔNG NHIỆM VỤ
STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn
1\tXây dựng kịch bản khai mạc\tTrung tâm Văn hóa huyện\tPhòng Giáo dục và Đào tạo\t10/4/2023
2\tBảo đảm an ninh trật tự, phân luồng giao thông\tCông an huyện\tBan Chỉ huy quân sự huyện, UBND thị trấn\tTrong thời \
gian diễn ra Ngày hội
3\tTrực cấp cứu, kiểm tra an toàn thực phẩm\tTrung tâm Y tế huyện\tPhòng Y tế\t28/4/2023
4\tThành lập đoàn nghệ thuật của xã\tUBND các xã, thị trấn\t\tTrước ngày 15/4/2023
IV. KINH PHÍ
Từ nguồn sự nghiệp văn hóa năm 2023 và nguồn xã hội hóa.
V. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa và Thông tin: Là cơ quan thường trực, theo dõi, đôn đốc; tổng hợp báo cáo UBND huyện sau khi kết thúc \
Ngày hội 05 ngày.
2. Phòng Tài chính - Kế hoạch thẩm định dự toán trong tháng 4/2023.
3. Các phòng Nội vụ, Kinh tế và Hạ tầng, Tài nguyên và Môi trường cử cán bộ tham gia Ban Tổ chức theo đề nghị của \
Phòng \
Văn hóa và Thông tin.
Trên đây là Kế hoạch tổ chức Ngày hội Văn hóa các dân tộc huyện năm 2023, đề nghị các đơn vị triển khai thực hiện./.

Nơi nhận:\tTRƯỞNG PHÒNG
- UBND huyện (b/c);
- Các đơn vị tại mục III, V;
- Lưu: VT.\tVi Thị Hư Danh
""",
    "ke_hoach", "58/KH-VHTT", "2023-03-27", "PHÒNG VĂN HÓA VÀ THÔNG TIN", "UBND HUYỆN THẠCH BÀN",
    "Tổ chức Ngày hội Văn hóa các dân tộc huyện năm 2023", "",
    "UBND huyện (b/c) | Các đơn vị tại mục III, V | Lưu: VT", " | TRƯỞNG PHÒNG | Vi Thị Hư Danh",
    [
        Asked("III.1", "Xây dựng kịch bản khai mạc", "Trung tâm Văn hóa huyện", "Phòng Giáo dục và Đào tạo",
              "once 2023-04-10"),
        Asked("III.2", "Bảo đảm an ninh trật tự, phân luồng", "Công an huyện",
              "Ban Chỉ huy quân sự huyện | UBND thị trấn"),
        Asked("III.3", "Trực cấp cứu, kiểm tra", "Trung tâm Y tế huyện", "Phòng Y tế", "once 2023-04-28"),
        Asked("III.4", "Thành lập đoàn nghệ thuật", "UBND các xã, thị trấn", "", "once 2023-04-15"),
        Asked("V.1", "Là cơ quan thường trực", "Phòng Văn hóa và Thông tin"),
        Asked("V.1", "tổng hợp báo cáo UBND huyện sau", "Phòng Văn hóa và Thông tin", "", "within 5d"),
        Asked("V.2", "Phòng Tài chính - Kế hoạch thẩm định", "Phòng Tài chính - Kế hoạch", "", "once 2023-04-30"),
        Asked("V.3", "Các phòng Nội vụ, Kinh tế và Hạ tầng",
              "Các phòng Nội vụ | Kinh tế và Hạ tầng | Tài nguyên và Môi trường"),
    ],
    "",
)  # fmt: skip

WATER_PLAN = Unseen(
    """|ỦY BAN NHÂN DÂN                 |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM      |
|XÃ LONG KHÁNH ĐÔNG              |Độc lập - Tự do - Hạnh phúc             |
|Số: 44/KH-UBND                  |Long Khánh Đông, ngày 06 tháng 02 năm 2026|

KẾ HOẠCH
Ứng phó hạn hán, xâm nhập mặn mùa khô năm 2026

Căn cứ Kế hoạch số 15/KH-UBND ngày 20/01/2026 của UBND tỉnh về ứng phó hạn mặn, UBND xã xây dựng Kế hoạch như sau:

1. Mục tiêu: bảo đảm 100% hộ dân có nước sinh hoạt.

2. Nhiệm vụ cụ thể

|TT |Nội dung công việc                     |Chủ trì              |Phối hợp             |Thời gian hoàn thành |
|1  |Nạo vét kênh nội đồng                  |Phòng Kinh tế        |Các ấp               |Quý I/2026           |
|2  |Đo độ mặn tại 04 điểm                  |Tổ thủy lợi xã       |Phòng Kinh tế        |Hằng ngày            |
|3  |Lắp đặt bồn chứa nước tập trung        |Ban Quản lý dự án xã |MTTQ xã, Xã đoàn     |Trước 15/3/2026      |

3. Tổ chức thực hiện

- Phòng Kinh tế là đầu mối, mở sổ theo dõi độ mặn, báo cáo UBND xã vào thứ Sáu hằng tuần.

- Trung tâm Phục vụ hành chính công xã niêm yết kế hoạch, tiếp nhận phản ánh của người dân.

- Trưởng các ấp vận động nhân dân trữ nước; rà lại số hộ thiếu nước gửi Phòng Kinh tế trước ngày 20/02.

Trong quá trình thực hiện có vướng mắc, các đơn vị phản ánh về UBND xã để điều chỉnh kịp thời./.

|Nơi nhận:                       |TM. ỦY BAN NHÂN DÂN    |
|- UBND tỉnh (b/c);              |KT. CHỦ TỊCH           |
|- TT Đảng ủy, HĐND xã;          |PHÓ CHỦ TỊCH           |
|- Lưu: VT, PKT.                 |                       |
|                                |Danh Văn Mẫu           |
""",
    "ke_hoach", "44/KH-UBND", "2026-02-06", "ỦY BAN NHÂN DÂN XÃ LONG KHÁNH ĐÔNG", "",
    "Ứng phó hạn hán, xâm nhập mặn mùa khô năm 2026", "", "UBND tỉnh (b/c) | TT Đảng ủy, HĐND xã | Lưu: VT, PKT",
    "KT. | PHÓ CHỦ TỊCH | Danh Văn Mẫu",
    [
        Asked("2.1", "Nạo vét kênh nội đồng", "Phòng Kinh tế", "Các ấp", "once 2026-03-31"),
        Asked("2.2", "Đo độ mặn tại 04 điểm", "Tổ thủy lợi xã", "Phòng Kinh tế", "daily"),
        Asked("2.3", "Lắp đặt bồn chứa nước", "Ban Quản lý dự án xã", "MTTQ xã | Xã đoàn", "once 2026-03-15"),
        Asked("3", "Phòng Kinh tế là đầu mối", "Phòng Kinh tế", "", "weekly"),
        Asked("3", "Trung tâm Phục vụ hành chính công xã niêm yết", "Trung tâm Phục vụ hành chính công xã"),
        Asked("3", "Trưởng các ấp vận động", "Trưởng các ấp"),
        Asked("3", "rà lại số hộ thiếu nước", "Trưởng các ấp", "", "once 2026-02-20"),
        Asked(None, "Trong quá trình thực hiện có vướng mắc", "các đơn vị", "", "ad_hoc"),
    ],
    "15/KH-UBND",
)  # fmt: skip

TASK_DECISION = Unseen(
    """BỘ TRUYỀN THÔNG SỐ
TRƯỜNG CAO ĐẲNG KỸ THUẬT MIỀN TÂY
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 87/QĐ-CĐMT
An Phú Trung, ngày 14 tháng 9 năm 2022

QUYẾT ĐỊNH
Về việc giao nhiệm vụ chuẩn bị đánh giá ngoài chương trình đào tạo

HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG KỸ THUẬT MIỀN TÂY

Căn cứ Thông tư số 28/2017/TT-BLĐTBXH ngày 15 tháng 12 năm 2017;
Căn cứ Kế hoạch số 12/KH-CĐMT ngày 03/01/2022 của Trường;
Xét đề nghị của Trưởng phòng Khảo thí và Đảm bảo chất lượng,

QUYẾT ĐỊNH:

Điều 1. Giao Khoa Cơ khí, Khoa Điện - Điện tử chuẩn bị hồ sơ đánh giá ngoài chương trình đào tạo.
Điều 2. Nhiệm vụ cụ thể
1. Khoa Cơ khí, Khoa Điện - Điện tử thu thập minh chứng, viết báo cáo tự đánh giá, hoàn thành trước 31/10/2022.
2. Phòng Khảo thí và Đảm bảo chất lượng hướng dẫn, mỗi tuần họp với các khoa một lần.
3. Phòng Quản trị thiết bị sửa chữa phòng thực hành, kết thúc trong tháng 11 năm 2022.
4. Phòng Tài vụ tạm ứng kinh phí trong vòng 05 ngày làm việc sau khi nhận được đề nghị của các đơn vị.
Điều 3. Các đơn vị nêu tại Điều 1 được hưởng chế độ theo quy chế chi tiêu nội bộ.
Điều 4. Trưởng các phòng: Khảo thí và Đảm bảo chất lượng, Quản trị thiết bị, Tài vụ; Trưởng các khoa và các cá nhân có \
liên quan chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực từ ngày ký./.

Nơi nhận:
- Như Điều 4;
- Hội đồng trường;
- Lưu: VT, KT&ĐBCL.
HIỆU TRƯỞNG
Thái Minh Thí Dụ
""",
    "quyet_dinh", "87/QĐ-CĐMT", "2022-09-14", "TRƯỜNG CAO ĐẲNG KỸ THUẬT MIỀN TÂY", "BỘ TRUYỀN THÔNG SỐ",
    "Về việc giao nhiệm vụ chuẩn bị đánh giá ngoài chương trình đào tạo", "",
    "Như Điều 4 | Hội đồng trường | Lưu: VT, KT&ĐBCL", " | HIỆU TRƯỞNG | Thái Minh Thí Dụ",
    [
        Asked("Điều 1", "Giao Khoa Cơ khí", "Khoa Cơ khí | Khoa Điện - Điện tử"),
        Asked("Điều 2.1", "Khoa Cơ khí, Khoa Điện - Điện tử thu thập", "Khoa Cơ khí | Khoa Điện - Điện tử", "",
              "once 2022-10-31"),
        Asked("Điều 2.2", "Phòng Khảo thí và Đảm bảo chất lượng hướng dẫn",
              "Phòng Khảo thí và Đảm bảo chất lượng", "", "weekly"),
        Asked("Điều 2.3", "Phòng Quản trị thiết bị sửa chữa", "Phòng Quản trị thiết bị", "", "once 2022-11-30"),
        Asked("Điều 2.4", "Phòng Tài vụ tạm ứng", "Phòng Tài vụ", "", "within 5d"),
        Asked("Điều 4", "Trưởng các phòng: Khảo thí",
              "Khảo thí và Đảm bảo chất lượng | Quản trị thiết bị | Tài vụ | Trưởng các khoa"
              " | các cá nhân có liên quan"),
    ],
    "28/2017/TT-BLĐTBXH | 12/KH-CĐMT",
)  # fmt: skip

CONCLUSION_SCAN = Unseen(
    """UBND TỈNH ĐẮK LÂM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
VĂN PHÒNG Độc lập - Tự do - Hạnh phúc

Số: 5## /TB-VPUBND Đắk Lâm, ngày 4Ã tháng 8 năm 2019

THÔNG BÁO
Kết luận của đồng chí Phó Chủ tịch UBND tỉnh
tại cuộc họp về công tác quản lý, bảo vệ rừng 7 tháng đầu năm

Ngày 06/8/2019, tại trụ sở UBND tỉnh, đồng chí Phó Chủ tịch UBND tỉnh chủ trì cuộc họp.
Tham dự có Lãnh đạo các Sở: Nông nghiệp và PTNT, Tài nguyên và Môi trường; Hạt Kiểm lâm các huyện.

Sau khi nghe báo cáo và ý kiến của các đại biểu, đồng chí Phó Chủ tịch UBND tỉnh kết luận,
chỉ đạo:

I. Đánh giá chung

Trong 7 tháng đầu năm, các đơn vị đã phát hiện 312 vụ vi phạm, giảm 15% so với cùng kỳ. Tuy nhiên,
một số chủ rừng chưa chủ động, còn để mất rừng.

Il. Nhiệm vụ trong thời gian tới

1. Sở Nông nghiệp và PTNT

- Thống nhất với đề xuất thành lập 02 tổ liên ngành; giao Sở Nông nghiệp và PTNT tham mưu
UBND tỉnh ban hành quyết định thành lập. Thời gian hoàn thành trước ngày 20/8/2019.

- Phối hợp chặt chẽ với Công an tỉnh, UBND các huyện trong điều tra các vụ phá rừng nghiêm trọng.

- Chỉ đạo Chi cục Kiểm lâm luân chuyển kiểm lâm địa bàn theo quy định.

2. Sở Tài nguyên và Môi trường chủ trì, phối hợp với các sở, ngành, địa phương rà soát diện tích đất
rừng bị lấn chiếm, báo cáo UBND tỉnh trong quí IV/2019.

3. Đề nghị Ban Cán sự đảng Tòa án nhân dân tỉnh, Viện kiêm sát nhân dân tỉnh chỉ đạo đưa ra xét xử
lưu động một số vụ án điểm.

4. UBND các huyện Đắk Mơ, Tuy Sơn, Krông Bút:

Kiểm điểm trách nhiệm tập thể, cá nhân đề mất rừng; báo cáo kết quả kiểm điểm về Sở Nội vụ
trước ngày 30/9/2019 để tổng hợp, tham mưu UBND tỉnh.

Định kỳ vào ngày 25 tháng cuối quý, báo cáo UBND tỉnh (qua Sở Nông nghiệp và PTNT) kết quả thực hiện.

Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, triển khai thực hiện./.

Nơi nhận: TL. CHỦ TỊCH
- CT, các PCT UBND tỉnh; KT. CHÁNH VĂN PHÒNG
- Các Sở: NN&PTNT, TN&MT; PHÓ CHÁNH VĂN PHÒNG
- UBND các huyện;
- Lưu: VT, NN.

Tôn Thất Đặt Tạm
""",
    "thong_bao", "", "", "VĂN PHÒNG", "UBND TỈNH ĐẮK LÂM",
    "Kết luận của đồng chí Phó Chủ tịch UBND tỉnh tại cuộc họp về công tác quản lý, bảo vệ rừng 7 tháng đầu năm", "",
    "CT, các PCT UBND tỉnh | Các Sở: NN&PTNT, TN&MT | UBND các huyện | Lưu: VT, NN",
    "KT. | PHÓ CHÁNH VĂN PHÒNG | Tôn Thất Đặt Tạm",
    [
        Asked("II.1", "giao Sở Nông nghiệp và PTNT tham mưu", "Sở Nông nghiệp và PTNT", "", "once 2019-08-20"),
        Asked("II.1", "Phối hợp chặt chẽ với Công an tỉnh", "Sở Nông nghiệp và PTNT",
              "Công an tỉnh | UBND các huyện"),
        Asked("II.1", "Chỉ đạo Chi cục Kiểm lâm", "Sở Nông nghiệp và PTNT | Chi cục Kiểm lâm"),
        Asked("II.2", "Sở Tài nguyên và Môi trường chủ trì", "Sở Tài nguyên và Môi trường",
              "các sở, ngành, địa phương", "once 2019-12-31"),
        Asked("II.3", "Đề nghị Ban Cán sự đảng",
              "Ban Cán sự đảng Tòa án nhân dân tỉnh | Viện kiêm sát nhân dân tỉnh"),
        Asked("II.4", "Kiểm điểm trách nhiệm tập thể", "UBND các huyện Đắk Mơ | Tuy Sơn | Krông Bút"),
        Asked("II.4", "báo cáo kết quả kiểm điểm", "UBND các huyện Đắk Mơ | Tuy Sơn | Krông Bút", "",
              "once 2019-09-30"),
        Asked("II.4", "Định kỳ vào ngày 25 tháng cuối quý", "UBND các huyện Đắk Mơ | Tuy Sơn | Krông Bút", "",
              "quarterly --03-25 --06-25 --09-25 --12-25"),
    ],
    "",
)  # fmt: skip

PROPOSAL = Unseen(
    """ỦY BAN NHÂN DÂN
XÃ TÂN HÒA THƯỢNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 26/TTr-UBND
Tân Hòa Thượng, ngày 15 tháng 5 năm 2023

TỜ TRÌNH
Về việc xin hỗ trợ kinh phí sửa chữa trường mầm non

Kính gửi:
- UBND huyện Tân Hòa;
- Phòng Tài chính - Kế hoạch huyện.

Trường Mầm non xã được xây dựng năm 2004, đến nay đã xuống cấp, mái dột khi trời mưa. Trận lốc ngày 02/5/2023 làm tốc \
mái 03 phòng học. UBND xã đã chỉ đạo nhà trường di chuyển học sinh sang nhà văn hóa.
UBND xã kính đề nghị UBND huyện xem xét, hỗ trợ 450 triệu đồng để sửa chữa trước khi vào năm học mới.
Kính đề nghị Phòng Tài chính - Kế hoạch thẩm định, trình UBND huyện quyết định./.

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Bạch Văn Không Có
""",
    "other", "26/TTr-UBND", "2023-05-15", "ỦY BAN NHÂN DÂN XÃ TÂN HÒA THƯỢNG", "",
    "Về việc xin hỗ trợ kinh phí sửa chữa trường mầm non", "UBND huyện Tân Hòa | Phòng Tài chính - Kế hoạch huyện",
    "Như trên | Lưu: VT", "TM. | CHỦ TỊCH | Bạch Văn Không Có",
    [],
    "",
)  # fmt: skip

REPORT = Unseen(
    """UBND HUYỆN PHÚ GIANG
PHÒNG NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 119/BC-PNV
Phú Giang, ngày 12 tháng 6 năm 2020

BÁO CÁO
Kết quả công tác cải cách hành chính 6 tháng đầu năm 2020

Thực hiện Kế hoạch số 03/KH-UBND ngày 08/01/2020 của UBND huyện, Phòng Nội vụ báo cáo kết quả như sau:
I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH
- Tham mưu UBND huyện ban hành 12 văn bản chỉ đạo; tổ chức 02 lớp tập huấn cho 140 lượt người.
- Yêu cầu các xã niêm yết thủ tục hành chính, hằng tháng gửi báo cáo trước ngày 20; đến nay 14/14 xã đã thực hiện.
II. TỒN TẠI
- Một số xã báo cáo chậm; việc ứng dụng chữ ký số chưa đồng bộ.
III. PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM
1. Tiếp tục tham mưu triển khai dịch vụ công mức độ 3, 4.
2. Tổ chức kiểm tra tại 05 xã trong quý III/2020.
IV. KIẾN NGHỊ
Đề nghị UBND huyện bổ sung máy quét cho bộ phận một cửa cấp xã.
Trên đây là báo cáo kết quả công tác cải cách hành chính 6 tháng đầu năm 2020 của Phòng Nội vụ./.

Nơi nhận:
- UBND huyện;
- Lưu: VT.
KT. TRƯỞNG PHÒNG
PHÓ TRƯỞNG PHÒNG
Tống Thị Chẳng Có
""",
    "other", "119/BC-PNV", "2020-06-12", "PHÒNG NỘI VỤ", "UBND HUYỆN PHÚ GIANG",
    "Kết quả công tác cải cách hành chính 6 tháng đầu năm 2020", "", "UBND huyện | Lưu: VT",
    "KT. | PHÓ TRƯỞNG PHÒNG | Tống Thị Chẳng Có",
    [],
    "03/KH-UBND",
)  # fmt: skip

PLANS = {
    "plan table": PLAN_TABLE,
    "water plan": WATER_PLAN,
    "task decision": TASK_DECISION,
    "conclusion scan": CONCLUSION_SCAN,
    "proposal": PROPOSAL,
    "report": REPORT,
}
