"""Documents that no rule was written for, each with what a careful clerk would take from it.

Places, persons and figures are invented. The labels were fixed before the reader saw the texts; what it cannot do is
listed beside them in `test_unseen.py`, not taken out of them. Lists are written with " | " between their items; the
last column of a duty is its deadline: kind, then date, time and amount as far as they are given.
"""

from __future__ import annotations

from typing import NamedTuple


class Asked(NamedTuple):
    """One duty: its clause, its first words, who, with whom, when."""

    clause: str | None
    words: str
    who: str
    along: str = ""
    when: str = ""


class Unseen(NamedTuple):
    """A text and its labels; an empty string stands for what the text does not say."""

    text: str
    kind: str
    number: str
    date: str
    issuer: str
    parent: str
    abstract: str
    addressees: str
    recipients: str
    signer: str
    asked: list[Asked]
    cites: str | None = None  # None where the citations were not labelled


MINISTRY_LETTER = Unseen(
    """BỘ GIÁO DỤC VÀ ĐÀO TẠO          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
_______          Độc lập - Tự do - Hạnh phúc
Số: 4471/BGDĐT-GDTrH          Hà Nội, ngày 12 tháng 9 năm 2023
V/v rà soát điều kiện an toàn
trường học đầu năm học

Kính gửi: Các sở giáo dục và đào tạo.

Sau hai tuần đầu năm học, một số nơi để xảy ra tai nạn do công trình xuống cấp. Để bảo đảm an toàn cho học sinh, Bộ \
Giáo dục và Đào tạo đề nghị các sở giáo dục và đào tạo thực hiện một số việc sau:
1. Rà soát toàn bộ phòng học, lan can, cây xanh, hệ thống điện trong các cơ sở giáo dục; dừng sử dụng ngay công trình \
không an toàn.
2. Chỉ đạo các phòng giáo dục và đào tạo lập danh mục công trình cần sửa chữa. Danh mục gửi về Sở chậm nhất ngày \
25/9/2023.
3. Tổng hợp, báo cáo kết quả về Bộ (qua Vụ Giáo dục Trung học) trước 17 giờ 00 ngày 05 tháng 10 năm 2023.
Trong quá trình thực hiện, nếu có vướng mắc, các sở giáo dục và đào tạo phản ánh kịp thời về Bộ để được hướng dẫn./.

Nơi nhận:          KT. BỘ TRƯỞNG
- Như trên;          THỨ TRƯỞNG
- Bộ trưởng (để b/c);
- Lưu: VT, GDTrH.          Phan Thị Giả Tưởng
""",
    "cong_van", "4471/BGDĐT-GDTrH", "2023-09-12", "BỘ GIÁO DỤC VÀ ĐÀO TẠO", "",
    "V/v rà soát điều kiện an toàn trường học đầu năm học",
    "Các sở giáo dục và đào tạo", "Như trên | Bộ trưởng (để b/c) | Lưu: VT, GDTrH",
    "KT. | THỨ TRƯỞNG | Phan Thị Giả Tưởng",
    [
        Asked("1", "Rà soát toàn bộ phòng học", "các sở giáo dục và đào tạo"),
        Asked("2", "Chỉ đạo các phòng giáo dục", "các sở giáo dục và đào tạo | các phòng giáo dục và đào tạo", "",
              "once 2023-09-25"),
        Asked("3", "Tổng hợp, báo cáo kết quả", "các sở giáo dục và đào tạo", "", "once 2023-10-05 17:00"),
        Asked(None, "nếu có vướng mắc", "các sở giáo dục và đào tạo", "", "ad_hoc"),
    ],
)  # fmt: skip

PROVINCE_DIRECTIVE = Unseen(
    """ỦY BAN NHÂN DÂN
TỈNH AN THƯỢNG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 07/CT-UBND
An Thượng, ngày 18 tháng 11 năm 2020

CHỈ THỊ
Về việc bảo đảm trật tự, an toàn giao thông dịp Tết Nguyên đán Tân Sửu

Năm 2020, tai nạn giao thông trên địa bàn tỉnh giảm cả ba tiêu chí, song vẫn còn 12 vụ đặc biệt nghiêm trọng. Chủ tịch \
Ủy ban nhân dân tỉnh chỉ thị:
1. Giám đốc các sở: Giao thông vận tải, Văn hóa, Thể thao và Du lịch, Y tế xây dựng phương án phục vụ Tết, hoàn thành \
trong tháng 12/2020.
2. Công an tỉnh:
a) Tăng cường tuần tra, xử lý vi phạm nồng độ cồn;
b) Phối hợp với Thanh tra giao thông, Ủy ban nhân dân các huyện kiểm tra bến xe; báo cáo Chủ tịch Ủy ban nhân dân \
tỉnh hằng tuần, trước 16 giờ thứ Sáu.
c) Khi xảy ra tai nạn đặc biệt nghiêm trọng, phải báo cáo về Thường trực Ủy ban nhân dân tỉnh trong vòng 02 giờ.
3. Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh nếu để \
tái diễn lấn chiếm hành lang đường bộ.
4. Nghiêm cấm các nhà xe tăng giá vé quá mức quy định.
5. Giao Ban An toàn giao thông tỉnh theo dõi, đôn đốc; định kỳ hằng quý tham mưu Ủy ban nhân dân tỉnh sơ kết.
Yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc thực hiện Chỉ thị này./.

Nơi nhận:
- Ủy ban An toàn giao thông Quốc gia;
- Như các mục 1, 2, 3;
- Lưu: VT, CNXD.
CHỦ TỊCH



Hoàng Văn Ví Dụ
""",
    "chi_thi", "07/CT-UBND", "2020-11-18", "ỦY BAN NHÂN DÂN TỈNH AN THƯỢNG", "",
    "Về việc bảo đảm trật tự, an toàn giao thông dịp Tết Nguyên đán Tân Sửu", "",
    "Ủy ban An toàn giao thông Quốc gia | Như các mục 1, 2, 3 | Lưu: VT, CNXD", " | CHỦ TỊCH | Hoàng Văn Ví Dụ",
    [
        Asked("1", "Giám đốc các sở", "Giao thông vận tải | Văn hóa, Thể thao và Du lịch | Y tế", "",
              "once 2020-12-31"),
        Asked("2.a", "Tăng cường tuần tra", "Công an tỉnh"),
        Asked("2.b", "Phối hợp với Thanh tra", "Công an tỉnh",
              "Thanh tra giao thông | Ủy ban nhân dân các huyện"),
        Asked("2.b", "báo cáo Chủ tịch Ủy ban nhân dân tỉnh hằng tuần", "Công an tỉnh", "", "weekly 16:00"),
        Asked("2.c", "Khi xảy ra tai nạn", "Công an tỉnh", "", "within 2h"),
        Asked("3", "Chủ tịch Ủy ban nhân dân các huyện", "Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố"),
        Asked("4", "Nghiêm cấm các nhà xe", "các nhà xe"),
        Asked("5", "Giao Ban An toàn giao thông tỉnh", "Ban An toàn giao thông tỉnh"),
        Asked("5", "định kỳ hằng quý", "Ban An toàn giao thông tỉnh", "", "quarterly"),
    ],
)  # fmt: skip

TELEGRAM = Unseen(
    """BAN CHỈ HUY PHÒNG CHỐNG THIÊN TAI
VÀ TÌM KIẾM CỨU NẠN TỈNH VÂN LĨNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 19/CĐ-PCTT
Vân Lĩnh, hồi 11 giờ 00 ngày 14 tháng 10 năm 2022
CÔNG ĐIỆN
Về việc chủ động ứng phó áp thấp nhiệt đới và mưa lớn
BAN CHỈ HUY PHÒNG CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN TỈNH điện:
- Chủ tịch UBND các huyện, thành phố;
- Giám đốc các sở: Công Thương, Xây dựng;
- Chỉ huy trưởng Bộ Chỉ huy Bộ đội Biên phòng tỉnh.

Theo bản tin lúc 10 giờ cùng ngày, áp thấp nhiệt đới cách bờ 160 km. Để chủ động ứng phó, yêu cầu:
1. Chủ tịch UBND các huyện, thành phố kêu gọi tàu thuyền vào nơi tránh trú, xong trước 18h00 ngày 14/10/2022; sơ tán \
dân ở vùng trũng thấp trước 20h cùng ngày.
2. Bộ Chỉ huy Bộ đội Biên phòng tỉnh kiểm đếm tàu thuyền, cấm biển từ 15h00 ngày 14/10/2022.
3. Sở Công Thương chỉ đạo các chủ hồ thủy điện vận hành đúng quy trình, báo cáo Ban Chỉ huy 03 giờ một lần.
4. Các cơ quan, đơn vị tổ chức trực ban 24/24 giờ; báo cáo về Văn phòng thường trực trước 15h00 hằng ngày cho đến khi \
hết mưa lũ.
Nhận được Công điện này, yêu cầu các địa phương, đơn vị khẩn trương thực hiện./.

Nơi nhận:
- Như trên;
- Thường trực Tỉnh ủy (b/c);
- Lưu: VP.
KT. TRƯỞNG BAN
PHÓ TRƯỞNG BAN THƯỜNG TRỰC
Đinh Văn Thí Dụ
""",
    "cong_dien", "19/CĐ-PCTT", "2022-10-14",
    "BAN CHỈ HUY PHÒNG CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN TỈNH VÂN LĨNH", "",
    "Về việc chủ động ứng phó áp thấp nhiệt đới và mưa lớn",
    "Chủ tịch UBND các huyện, thành phố | Giám đốc các sở: Công Thương, Xây dựng"
    " | Chỉ huy trưởng Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
    "Như trên | Thường trực Tỉnh ủy (b/c) | Lưu: VP", "KT. | PHÓ TRƯỞNG BAN THƯỜNG TRỰC | Đinh Văn Thí Dụ",
    [
        Asked("1", "Chủ tịch UBND các huyện, thành phố kêu gọi", "Chủ tịch UBND các huyện, thành phố", "",
              "once 2022-10-14 18:00"),
        Asked("1", "sơ tán dân ở vùng trũng", "Chủ tịch UBND các huyện, thành phố", "", "once 2022-10-14 20:00"),
        Asked("2", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh kiểm đếm", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
        Asked("3", "Sở Công Thương chỉ đạo", "Sở Công Thương | các chủ hồ thủy điện"),
        Asked("4", "Các cơ quan, đơn vị tổ chức trực ban", "Các cơ quan, đơn vị"),
        Asked("4", "báo cáo về Văn phòng thường trực", "Các cơ quan, đơn vị", "", "daily 15:00"),
    ],
)  # fmt: skip

PLAN_WITH_TABLE = Unseen(
    """UBND HUYỆN TÂN SƠN TRUNG
PHÒNG NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 31/KH-PNV
Tân Sơn Trung, ngày 22 tháng 02 năm 2024
KẾ HOẠCH
Kiểm tra công tác cải cách hành chính năm 2024
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Đánh giá đúng kết quả thực hiện; chấn chỉnh thiếu sót.
2. Yêu cầu
Kiểm tra phải khách quan, không gây phiền hà.
II. NỘI DUNG KIỂM TRA
1. Việc ban hành và thực hiện kế hoạch năm.
2. Việc giải quyết thủ tục hành chính.
III. TIẾN ĐỘ
| TT | Nội dung | Đơn vị chủ trì | Thời gian |
| 1 | Kiểm tra tại các xã phía đông | Tổ kiểm tra số 1 | Tháng 4/2024 |
| 2 | Kiểm tra tại các xã phía tây | Tổ kiểm tra số 2 | Tháng 5/2024 |
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ
a) Tham mưu Chủ tịch UBND huyện thành lập các tổ kiểm tra trước ngày 15/3/2024.
b) Tổng hợp kết quả, báo cáo UBND huyện trước ngày 10 tháng 6 năm 2024.
2. Văn phòng HĐND và UBND huyện phối hợp với Phòng Nội vụ bố trí phương tiện.
3. UBND các xã, thị trấn
- Chuẩn bị báo cáo theo đề cương;
- Cử cán bộ làm việc với tổ kiểm tra;
- Khắc phục thiếu sót trong thời hạn 30 ngày kể từ ngày nhận kết luận kiểm tra.
Trên đây là Kế hoạch kiểm tra công tác cải cách hành chính năm 2024./.
Nơi nhận:
- UBND huyện (b/c);
- UBND các xã, thị trấn;
- Lưu: VT.
TRƯỞNG PHÒNG
Lương Thị Hư Cấu
""",
    "ke_hoach", "31/KH-PNV", "2024-02-22", "PHÒNG NỘI VỤ", "UBND HUYỆN TÂN SƠN TRUNG",
    "Kiểm tra công tác cải cách hành chính năm 2024", "", "UBND huyện (b/c) | UBND các xã, thị trấn | Lưu: VT",
    " | TRƯỞNG PHÒNG | Lương Thị Hư Cấu",
    [
        Asked("III.1", "Kiểm tra tại các xã phía đông", "Tổ kiểm tra số 1", "", "once 2024-04-30"),
        Asked("III.2", "Kiểm tra tại các xã phía tây", "Tổ kiểm tra số 2", "", "once 2024-05-31"),
        Asked("IV.1.a", "Tham mưu Chủ tịch UBND huyện", "Phòng Nội vụ", "", "once 2024-03-15"),
        Asked("IV.1.b", "Tổng hợp kết quả", "Phòng Nội vụ", "", "once 2024-06-10"),
        Asked("IV.2", "Văn phòng HĐND và UBND huyện phối hợp", "Văn phòng HĐND và UBND huyện", "Phòng Nội vụ"),
        Asked("IV.3", "Chuẩn bị báo cáo", "UBND các xã, thị trấn"),
        Asked("IV.3", "Cử cán bộ", "UBND các xã, thị trấn"),
        Asked("IV.3", "Khắc phục thiếu sót", "UBND các xã, thị trấn", "", "within 30d"),
    ],
)  # fmt: skip

DECISION = Unseen(
    """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN ĐÔNG PHÙ\tĐộc lập - Tự do - Hạnh phúc

Số: 1189/QĐ-UBND\tĐông Phù, ngày 03 tháng 8 năm 2021

QUYẾT ĐỊNH
Về việc thành lập Tổ công tác hỗ trợ người lao động

CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN ĐÔNG PHÙ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị quyết số 68/NQ-CP ngày 01 tháng 7 năm 2021 của Chính phủ;
Theo đề nghị của Trưởng phòng Lao động - Thương binh và Xã hội tại Tờ trình số 44/TTr-LĐTBXH ngày 30/7/2021.

QUYẾT ĐỊNH:

Điều 1. Thành lập Tổ công tác hỗ trợ người lao động gặp khó khăn, gồm 09 thành viên.
Điều 2. Tổ công tác có nhiệm vụ:
1. Hướng dẫn các xã, thị trấn lập hồ sơ hỗ trợ;
2. Thẩm định hồ sơ trong thời hạn 04 ngày làm việc kể từ ngày nhận đủ hồ sơ;
3. Báo cáo Chủ tịch Ủy ban nhân dân huyện định kỳ 06 tháng một lần và đột xuất khi có yêu cầu.
Điều 3. Phòng Tài chính - Kế hoạch có trách nhiệm bố trí kinh phí.
Điều 4. Chánh Văn phòng HĐND và UBND huyện, Trưởng phòng Lao động - Thương binh và Xã hội, các thành viên Tổ công tác \
chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:\tCHỦ TỊCH
- Như Điều 4;
- Sở LĐTBXH tỉnh;
- Lưu: VT.\tVõ Minh Ước Lệ
""",
    "quyet_dinh", "1189/QĐ-UBND", "2021-08-03", "ỦY BAN NHÂN DÂN HUYỆN ĐÔNG PHÙ", "",
    "Về việc thành lập Tổ công tác hỗ trợ người lao động", "", "Như Điều 4 | Sở LĐTBXH tỉnh | Lưu: VT",
    " | CHỦ TỊCH | Võ Minh Ước Lệ",
    [
        Asked("Điều 2.1", "Hướng dẫn các xã, thị trấn", "Tổ công tác"),
        Asked("Điều 2.2", "Thẩm định hồ sơ", "Tổ công tác", "", "within 4d"),
        Asked("Điều 2.3", "Báo cáo Chủ tịch Ủy ban nhân dân huyện", "Tổ công tác", "", "half_yearly"),
        Asked("Điều 3", "Phòng Tài chính - Kế hoạch có trách nhiệm", "Phòng Tài chính - Kế hoạch"),
        Asked("Điều 4", "Chánh Văn phòng HĐND và UBND huyện",
              "Chánh Văn phòng HĐND và UBND huyện | Trưởng phòng Lao động - Thương binh và Xã hội"
              " | các thành viên Tổ công tác"),
    ],
)  # fmt: skip

CONCLUSIONS = Unseen(
    """ỦY BAN NHÂN DÂN
TỈNH HẢI VÂN
VĂN PHÒNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 202/TB-VP
Hải Vân, ngày 9 tháng 5 năm 2022
THÔNG BÁO
Kết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp về tiến độ giải phóng mặt bằng đường ven biển

Ngày 06/5/2022, Phó Chủ tịch Ủy ban nhân dân tỉnh đã chủ trì cuộc họp nghe báo cáo tiến độ. Tham dự có lãnh đạo các \
sở: Giao thông vận tải, Tài nguyên và Môi trường và UBND thị xã Bình Sa.
Sau khi nghe các ý kiến, Phó Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:
1. Đến nay, dự án đã bàn giao 14/22 km, chậm so với kế hoạch.
2. Về các nhiệm vụ trong thời gian tới:
2.1. UBND thị xã Bình Sa chủ trì, phối hợp với Trung tâm Phát triển quỹ đất tỉnh phê duyệt phương án bồi thường cho \
các hộ còn lại. Thời gian hoàn thành: trước ngày 30 tháng 6 năm 2022.
2.2. Giao Sở Tài nguyên và Môi trường hướng dẫn xác định nguồn gốc đất. Việc này đã kéo dài, ảnh hưởng tới người dân. \
Thời hạn hoàn thành trong quý III năm 2022.
2.3. Sở Giao thông vận tải, Sở Tài chính, Kho bạc Nhà nước tỉnh rà soát, giải ngân đợt 1 trước ngày 15/7/2022; đợt 2 \
trước ngày 15/12/2022.
3. Đối với khu tái định cư Hòa Lạc: Đề nghị Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp \
đẩy nhanh thi công.
4. Giao Văn phòng Ủy ban nhân dân tỉnh theo dõi, báo cáo Phó Chủ tịch trước ngày 25 hằng tháng; nếu ngày 25 là ngày \
nghỉ thì báo cáo vào ngày làm việc tiếp theo.
Văn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan biết, thực hiện./.

Nơi nhận:
- CT, các PCT UBND tỉnh;
- Các sở: GTVT, TNMT;
- Lưu: VT, TH.
KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
Tạ Thị Minh Họa
""",
    "thong_bao", "202/TB-VP", "2022-05-09", "VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH HẢI VÂN",
    "Kết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp về tiến độ giải phóng mặt bằng đường ven biển", "",
    "CT, các PCT UBND tỉnh | Các sở: GTVT, TNMT | Lưu: VT, TH", "KT. | PHÓ CHÁNH VĂN PHÒNG | Tạ Thị Minh Họa",
    [
        Asked("2.1", "UBND thị xã Bình Sa chủ trì", "UBND thị xã Bình Sa", "Trung tâm Phát triển quỹ đất tỉnh",
              "once 2022-06-30"),
        Asked("2.2", "Giao Sở Tài nguyên và Môi trường", "Sở Tài nguyên và Môi trường", "", "once 2022-09-30"),
        Asked("2.3", "Sở Giao thông vận tải, Sở Tài chính",
              "Sở Giao thông vận tải | Sở Tài chính | Kho bạc Nhà nước tỉnh", "", "once 2022-07-15"),
        Asked("3", "Đề nghị Ban Quản lý dự án",
              "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp"),
        Asked("4", "Giao Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng Ủy ban nhân dân tỉnh", "", "monthly ---25"),
    ],
)  # fmt: skip

INVITATION = Unseen(
    """HỘI ĐỒNG NHÂN DÂN
PHƯỜNG CẨM LÂM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 08/GM-HĐND
Cẩm Lâm, ngày 14 tháng 6 năm 2023
GIẤY MỜI
Dự kỳ họp thứ 8, Hội đồng nhân dân phường khóa XII

Thường trực Hội đồng nhân dân phường trân trọng kính mời:
- Các vị đại biểu Hội đồng nhân dân phường;
- Bí thư chi bộ, tổ trưởng các tổ dân phố.
Thời gian: 7 giờ 30 phút ngày 28/6/2023.
Địa điểm: Hội trường Ủy ban nhân dân phường.
Đề nghị các vị đại biểu nghiên cứu tài liệu, gửi ý kiến về Văn phòng trước ngày 26/6/2023.
Rất mong các đại biểu có mặt đúng giờ./.
Nơi nhận:
- Như thành phần mời;
- Lưu: VP.
TM. THƯỜNG TRỰC HĐND
CHỦ TỊCH
Mai Văn Tượng Trưng
""",
    "other", "08/GM-HĐND", "2023-06-14", "HỘI ĐỒNG NHÂN DÂN PHƯỜNG CẨM LÂM", "",
    "Dự kỳ họp thứ 8, Hội đồng nhân dân phường khóa XII",
    "Các vị đại biểu Hội đồng nhân dân phường | Bí thư chi bộ, tổ trưởng các tổ dân phố",
    "Như thành phần mời | Lưu: VP", "TM. | CHỦ TỊCH | Mai Văn Tượng Trưng",
    [
        Asked(None, "Đề nghị các vị đại biểu nghiên cứu", "các vị đại biểu", "", "once 2023-06-26"),
        Asked(None, "mong các đại biểu có mặt", "các đại biểu", "", "once 2023-06-28 07:30"),
    ],
)  # fmt: skip

FORMS = {
    "ministry letter": MINISTRY_LETTER,
    "province directive": PROVINCE_DIRECTIVE,
    "telegram": TELEGRAM,
    "plan with table": PLAN_WITH_TABLE,
    "decision": DECISION,
    "conclusions": CONCLUSIONS,
    "invitation": INVITATION,
}
