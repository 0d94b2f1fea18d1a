"""A fourth round, written after the third was mended and labelled before it was read."""

from __future__ import annotations

from tests.engines.reading.unseen import Asked, Unseen

RABIES_SCAN = Unseen(
    """UBND HUYỆN CƯ SÊ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG NÔNG NGHIỆP VÀ PTNT Độc lập - Tự do - Hạnh phúc

Số: 8Á/PNN Cư Sê, ngày 1} tháng 3 năm 2019
V/v triển khai tiêm phòng vắc xin dại
cho đàn chó, mèo năm 2019

Kính gửi:
- UBND các xã, thị trấn;
- Trung tâm Dịch vụ nông nghiệp huyện.

Thực hiện Kế hoạch số 112/KH-UBND, ngày 22/2/2019 của UBND huyện Cư Sê về việc
phòng, chống bệnh Dại động vật trên địa bàn huyện; Phòng Nông nghiệp và PTNT đề nghị
các đơn vị triển khai một số nội dung sau:

1. UBND các xã, thị trấn:

- Thông kê tổng đàn chó, mèo hiện có trên địa bàn, đăng ký số lượng vắc xin gửi về
Phòng Nông nghiệp và PTNT trước ngày 25/3/2019.

- Vận động chủ nuôi đưa chó, mèo đi tiêm phòng đúng lịch; xử phạt các trường hợp không
châp hành theo Nghị định số 90/2017/NĐ-CP ngày 31/7/2017 của Chính phủ.

- Chỉ đạo công chức Văn hóa - Xã hội tăng thời lượng phát thanh 02 lần/ngày trong tháng 4/2019.

2. Trung tâm Dịch vụ nông nghiệp huyện: Tiếp nhận, bảo quản vắc xin; tổ chức tiêm
cuốn chiếu từng thôn, hoàn thành xong trước ngày 30/4/2019, báo cáo Phòng Nông nghiệp và
PTNT chậm nhất 05 ngày sau khi kết thúc đợt tiêm.

Trường hợp phát hiện chó nghi dại cắn người thì UBND xã phải báo ngay cho Trạm Y tế và
Trung tâm Dịch vụ nông nghiệp huyện để xử lý.

Đề nghị các đơn vị quan tâm phối hợp thực hiện./.

Nơi nhận: TRƯỞNG PHÒNG
- Như trên;
- TT UBND huyện (b/c);
- Lưu PNN.

Y Bhem Thử
""",
    "cong_van", "", "", "PHÒNG NÔNG NGHIỆP VÀ PTNT", "UBND HUYỆN CƯ SÊ",
    "V/v triển khai tiêm phòng vắc xin dại cho đàn chó, mèo năm 2019",
    "UBND các xã, thị trấn | Trung tâm Dịch vụ nông nghiệp huyện", "Như trên | TT UBND huyện (b/c) | Lưu PNN",
    " | TRƯỞNG PHÒNG | Y Bhem Thử",
    [
        Asked("1", "Thông kê tổng đàn", "UBND các xã, thị trấn", "", "once 2019-03-25"),
        Asked("1", "Vận động chủ nuôi", "UBND các xã, thị trấn"),
        Asked("1", "Chỉ đạo công chức", "UBND các xã, thị trấn | công chức Văn hóa - Xã hội", "", "daily"),
        Asked("2", "Tiếp nhận, bảo quản vắc xin", "Trung tâm Dịch vụ nông nghiệp huyện"),
        Asked("2", "tổ chức tiêm cuốn chiếu", "Trung tâm Dịch vụ nông nghiệp huyện", "", "once 2019-04-30"),
        Asked("2", "báo cáo Phòng Nông nghiệp và PTNT chậm nhất", "Trung tâm Dịch vụ nông nghiệp huyện", "",
              "within 5d"),
        Asked(None, "Trường hợp phát hiện chó nghi dại", "UBND xã", "", "ad_hoc"),
    ],
    "112/KH-UBND | 90/2017/NĐ-CP",
)  # fmt: skip

ROAD_CONCLUSION = Unseen(
    """ỦY BAN NHÂN DÂN
TỈNH HẢI LĂNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 318/TB-UBND
Hải Lăng, ngày 21 tháng 9 năm 2022

THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại buổi kiểm tra tiến độ dự án đường tránh thị xã Kỳ Sơn

Ngày 17 tháng 9 năm 2022, Chủ tịch Ủy ban nhân dân tỉnh đã đi kiểm tra thực địa dự án. Cùng đi có đại diện các Sở: Xây \
dựng, Tài chính; lãnh đạo UBND thị xã Kỳ Sơn.
Sau khi nghe chủ đầu tư báo cáo, ý kiến của các đơn vị, Chủ tịch Ủy ban nhân dân tỉnh kết luận:
1. Biểu dương Ban Quản lý dự án giao thông và các nhà thầu đã nỗ lực thi công trong điều kiện mưa nhiều. Tuy nhiên, \
khối \
lượng mới đạt 41%, công tác bàn giao mặt bằng còn vướng 17 hộ.
2. Yêu cầu UBND thị xã Kỳ Sơn tập trung vận động, hoàn thành bàn giao mặt bằng trước ngày 15/10/2022; trường hợp các \
hộ \
không chấp hành, xây dựng phương án cưỡng chế theo quy định.
3. Ban Quản lý dự án giao thông
- Đôn đốc nhà thầu huy động thêm thiết bị, tổ chức thi công 3 ca.
- Rà soát, điều chỉnh tiến độ từng gói thầu gửi Sở Giao thông vận tải, Sở Kế hoạch và Đầu tư trước ngày 30 tháng 9 năm \
2022.
- Định kỳ thứ Hai hàng tuần báo cáo Chủ tịch Ủy ban nhân dân tỉnh về tiến độ.
4. Về nguồn vốn: Đồng ý chủ trương điều chuyển 25 tỷ đồng từ các dự án chậm giải ngân. Giao Sở Kế hoạch và Đầu tư chủ \
trì, phối hợp với Sở Tài chính tham mưu trình Ủy ban nhân dân tỉnh trong tháng 10/2022.
5. Sở Giao thông vận tải và Thanh tra tỉnh tăng cường kiểm tra chất lượng, xử lý nghiêm nhà thầu vi phạm.
6. Đối với kiến nghị của Công ty cổ phần Đường bộ 7 về giá vật liệu: giao Sở Xây dựng xem xét, trả lời doanh nghiệp \
trong \
thời hạn 10 ngày làm việc.
Ủy ban nhân dân tỉnh thông báo để các sở, ngành, địa phương biết và triển khai thực hiện./.

Nơi nhận:
- TT Tỉnh ủy (b/c);
- Các sở: GTVT, KHĐT, TC, XD;
- UBND thị xã Kỳ Sơn;
- Lưu: VT, CN.
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
Ninh Công Thí Dụ
""",
    "thong_bao", "318/TB-UBND", "2022-09-21", "ỦY BAN NHÂN DÂN TỈNH HẢI LĂNG", "",
    "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại buổi kiểm tra tiến độ dự án đường tránh thị xã Kỳ Sơn", "",
    "TT Tỉnh ủy (b/c) | Các sở: GTVT, KHĐT, TC, XD | UBND thị xã Kỳ Sơn | Lưu: VT, CN",
    "TL. | CHÁNH VĂN PHÒNG | Ninh Công Thí Dụ",
    [
        Asked("2", "Yêu cầu UBND thị xã Kỳ Sơn", "UBND thị xã Kỳ Sơn", "", "once 2022-10-15"),
        Asked("2", "trường hợp các hộ không chấp hành", "UBND thị xã Kỳ Sơn", "", "ad_hoc"),
        Asked("3", "Đôn đốc nhà thầu", "Ban Quản lý dự án giao thông"),
        Asked("3", "Rà soát, điều chỉnh tiến độ", "Ban Quản lý dự án giao thông", "", "once 2022-09-30"),
        Asked("3", "Định kỳ thứ Hai hàng tuần", "Ban Quản lý dự án giao thông", "", "weekly"),
        Asked("4", "Giao Sở Kế hoạch và Đầu tư chủ trì", "Sở Kế hoạch và Đầu tư", "Sở Tài chính",
              "once 2022-10-31"),
        Asked("5", "Sở Giao thông vận tải và Thanh tra tỉnh", "Sở Giao thông vận tải | Thanh tra tỉnh"),
        Asked("6", "giao Sở Xây dựng xem xét", "Sở Xây dựng", "", "within 10d"),
    ],
    "",
)  # fmt: skip

UNIVERSITY = Unseen(
    """ĐẠI HỌC MIỀN DUYÊN HẢI
TRƯỜNG ĐẠI HỌC KINH TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1450/TB-ĐHKT
Duyên Hải, ngày 03 tháng 12 năm 2021

THÔNG BÁO
Về việc tổ chức thi kết thúc học phần học kỳ I năm học 2021 - 2022

Căn cứ Kế hoạch năm học 2021 - 2022, Hiệu trưởng thông báo tới các đơn vị và sinh viên như sau:
1. Thời gian thi: từ ngày 20/12/2021 đến ngày 14/01/2022 theo hình thức trực tuyến.
2. Phòng Đào tạo
- Công bố lịch thi chi tiết trước ngày 10/12/2021;
- Giải quyết đề nghị hoãn thi của sinh viên trong vòng 02 ngày làm việc kể từ khi nhận đơn.
3. Các khoa, bộ môn: Phân công cán bộ coi thi, gửi danh sách về Phòng Khảo thí và Đảm bảo chất lượng giáo dục trước \
ngày \
15/12; nộp điểm chậm nhất 07 ngày sau ngày thi.
4. Phòng Khảo thí và Đảm bảo chất lượng giáo dục phối hợp với Trung tâm Công nghệ thông tin kiểm tra hệ thống thi \
trước \
mỗi ca thi.
5. Sinh viên phải có mặt trong phòng thi ảo trước giờ thi 30 phút, bật camera trong suốt thời gian thi. Sinh viên có \
thể \
đăng ký thi trực tiếp tại trường nếu không có thiết bị, hạn đăng ký đến hết ngày 08/12/2021.
6. Nghiêm cấm mọi hình thức thi hộ.
Đề nghị các đơn vị và sinh viên nghiêm túc thực hiện./.

Nơi nhận:
- Ban Giám hiệu (để b/c);
- Các đơn vị, sinh viên (để t/h);
- Lưu: VT, ĐT.
KT. HIỆU TRƯỞNG
PHÓ HIỆU TRƯỞNG
PGS.TS. Lương Thị Tượng Hình
""",
    "thong_bao", "1450/TB-ĐHKT", "2021-12-03", "TRƯỜNG ĐẠI HỌC KINH TẾ", "ĐẠI HỌC MIỀN DUYÊN HẢI",
    "Về việc tổ chức thi kết thúc học phần học kỳ I năm học 2021 - 2022", "",
    "Ban Giám hiệu (để b/c) | Các đơn vị, sinh viên (để t/h) | Lưu: VT, ĐT",
    "KT. | PHÓ HIỆU TRƯỞNG | Lương Thị Tượng Hình",
    [
        Asked("2", "Công bố lịch thi chi tiết", "Phòng Đào tạo", "", "once 2021-12-10"),
        Asked("2", "Giải quyết đề nghị hoãn thi", "Phòng Đào tạo", "", "within 2d"),
        Asked("3", "Phân công cán bộ coi thi", "Các khoa, bộ môn", "", "once 2021-12-15"),
        Asked("3", "nộp điểm chậm nhất", "Các khoa, bộ môn", "", "within 7d"),
        Asked("4", "Phòng Khảo thí và Đảm bảo chất lượng giáo dục phối hợp",
              "Phòng Khảo thí và Đảm bảo chất lượng giáo dục", "Trung tâm Công nghệ thông tin"),
        Asked("5", "Sinh viên phải có mặt", "Sinh viên"),
        Asked("6", "Nghiêm cấm mọi hình thức", ""),
    ],
    "",
)  # fmt: skip

NEWS_PROSE = Unseen(
    """UBND tỉnh yêu cầu tăng cường quản lý đất đai, trật tự xây dựng

Ngày 14/02/2023, Phó Chủ tịch UBND tỉnh Trịnh Minh Ví ký ban hành Công văn số 612/UBND-NNTN về việc chấn chỉnh công \
tác \
quản lý đất đai, trật tự xây dựng trên địa bàn tỉnh.

Theo UBND tỉnh, thời gian qua tại một số địa phương còn xảy ra tình trạng phân lô, bán nền trái phép, xây dựng công \
trình \
trên đất nông nghiệp nhưng chậm được phát hiện, xử lý.

UBND tỉnh yêu cầu Chủ tịch UBND các huyện, thành phố chịu trách nhiệm toàn diện trước UBND tỉnh về tình trạng vi phạm \
trên \
địa bàn; chỉ đạo UBND cấp xã kiểm tra, xử lý dứt điểm các vi phạm tồn đọng, hoàn thành trước 30/6/2023.

Sở Tài nguyên và Môi trường được giao thanh tra, kiểm tra việc chuyển mục đích sử dụng đất; công khai các dự án chậm \
tiến \
độ trên Cổng thông tin điện tử. Giao Sở Xây dựng hướng dẫn các địa phương rà soát quy hoạch; phối hợp với Công an \
tỉnh xử \
lý các đối tượng môi giới lừa đảo.

Báo Quảng Lâm, Đài Phát thanh và Truyền hình tỉnh kịp thời phản ánh các trường hợp vi phạm.

Trong năm 2022, toàn tỉnh đã xử phạt 214 trường hợp với tổng số tiền trên 9 tỷ đồng./.

Minh Anh
""",
    "news", "612/UBND-NNTN", "2023-02-14", "UBND tỉnh", "",
    "UBND tỉnh yêu cầu tăng cường quản lý đất đai, trật tự xây dựng", "", "", " |  | ",
    [
        Asked(None, "UBND tỉnh yêu cầu Chủ tịch UBND các huyện", "Chủ tịch UBND các huyện, thành phố"),
        Asked(None, "chỉ đạo UBND cấp xã kiểm tra", "Chủ tịch UBND các huyện, thành phố | UBND cấp xã", "",
              "once 2023-06-30"),
        Asked(None, "Sở Tài nguyên và Môi trường được giao", "Sở Tài nguyên và Môi trường"),
        Asked(None, "Giao Sở Xây dựng hướng dẫn", "Sở Xây dựng"),
        Asked(None, "phối hợp với Công an tỉnh xử lý", "Sở Xây dựng", "Công an tỉnh"),
        Asked(None, "Báo Quảng Lâm, Đài Phát thanh", "Báo Quảng Lâm | Đài Phát thanh và Truyền hình tỉnh"),
    ],
    "612/UBND-NNTN",
)  # fmt: skip

COMMUNE_2025 = Unseen(
    """|UBND XÃ TÂN PHÚ LÂM              |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|
|PHÒNG VĂN HÓA - XÃ HỘI            |Độc lập - Tự do - Hạnh phúc        |
|Số:       /PVHXH                  |Tân Phú Lâm, ngày      tháng 11 năm 2025|
|V/v rà soát hộ nghèo, hộ cận nghèo|                                   |
|năm 2025                          |                                   |

                 Kính gửi: Trưởng các ấp; các đoàn thể xã.

       Căn cứ Kế hoạch số 77/KH-UBND ngày 20/10/2025 của UBND xã về rà soát hộ nghèo; để bảo đảm tiến độ, Phòng Văn \
hóa \
- Xã hội đề nghị:

       - Trưởng các ấp lập danh sách hộ có khả năng rơi xuống nghèo và hộ đăng ký thoát nghèo, gửi về Phòng trước ngày \
14/11/2025, họp dân bình xét từ ngày 17/11/2025 đến ngày 25/11/2025.

       - Mặt trận, Hội Nông dân, Hội LHPN xã cử cán bộ tham gia giám sát việc bình xét.

       - Công chức phụ trách lao động, xã hội nhập phần mềm ngay sau khi có kết quả bình xét; tham mưu UBND xã niêm \
yết danh \
sách trong 03 ngày làm việc.

       Hồ sơ của các hộ nộp tại Trung tâm Phục vụ hành chính công xã vào giờ hành chính các ngày trong tuần.

       Mọi vướng mắc đề nghị liên hệ chị Hoa, số điện thoại 0900.000.222./.

|Nơi nhận:                        |TRƯỞNG PHÒNG      |
|- Như trên;                      |                  |
|- CT, PCT UBND xã (b/c);         |                  |
|- Lưu: VT, VHXH.                 |Kim Thị Sáng Tác  |
""",
    "cong_van", "", "", "PHÒNG VĂN HÓA - XÃ HỘI", "UBND XÃ TÂN PHÚ LÂM",
    "V/v rà soát hộ nghèo, hộ cận nghèo năm 2025", "Trưởng các ấp | các đoàn thể xã",
    "Như trên | CT, PCT UBND xã (b/c) | Lưu: VT, VHXH", " | TRƯỞNG PHÒNG | Kim Thị Sáng Tác",
    [
        Asked(None, "Trưởng các ấp lập danh sách", "Trưởng các ấp", "", "once 2025-11-14"),
        Asked(None, "họp dân bình xét", "Trưởng các ấp", "", "once 2025-11-25"),
        Asked(None, "Mặt trận, Hội Nông dân, Hội LHPN xã cử", "Mặt trận | Hội Nông dân | Hội LHPN xã"),
        Asked(None, "Công chức phụ trách lao động", "Công chức phụ trách lao động, xã hội", "", "ad_hoc"),
        Asked(None, "tham mưu UBND xã niêm yết", "Công chức phụ trách lao động, xã hội", "", "within 3d"),
    ],
    "77/KH-UBND",
)  # fmt: skip

STEERING_DECISION = Unseen(
    """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN ĐẠI THANH\tĐộc lập - Tự do - Hạnh phúc

Số: 2210/QĐ-UBND\tĐại Thanh, ngày 19 tháng 5 năm 2020

QUYẾT ĐỊNH
Về việc thành lập Ban Chỉ đạo Tổng điều tra kinh tế huyện

CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN

Căn cứ Luật Thống kê ngày 23 tháng 11 năm 2015;
Căn cứ Quyết định số 1344/QĐ-UBND ngày 12/5/2020 của Chủ tịch Ủy ban nhân dân tỉnh;
Xét đề nghị của Chi cục trưởng Chi cục Thống kê tại Tờ trình số 09/TTr-CCTK ngày 15 tháng 5 năm 2020,

QUYẾT ĐỊNH:

Điều 1. Thành lập Ban Chỉ đạo Tổng điều tra kinh tế huyện Đại Thanh gồm 11 thành viên do Phó Chủ tịch Ủy ban nhân dân \
huyện làm Trưởng ban.
Điều 2. Nhiệm vụ của Ban Chỉ đạo
1. Chỉ đạo công tác chuẩn bị, triển khai Tổng điều tra trên địa bàn huyện.
2. Tuyển chọn, tập huấn điều tra viên, xong trước ngày 20 tháng 6 năm 2020.
3. Kiểm tra, giám sát; báo cáo nhanh tiến độ thứ Sáu hằng tuần về Ban Chỉ đạo tỉnh.
Ban Chỉ đạo tự giải thể sau khi hoàn thành nhiệm vụ.
Điều 3. Chi cục Thống kê là cơ quan thường trực, có trách nhiệm giúp việc cho Ban Chỉ đạo.
Điều 4. Kinh phí hoạt động do ngân sách trung ương bảo đảm.
Điều 5. Chánh Văn phòng HĐND và UBND huyện, Chi cục trưởng Chi cục Thống kê, Thủ trưởng các cơ quan liên quan và các \
ông, \
bà có tên tại Điều 1 căn cứ Quyết định thi hành./.

Nơi nhận:\tKT. CHỦ TỊCH
- Như Điều 5;\tPHÓ CHỦ TỊCH
- Ban Chỉ đạo tỉnh (b/c);
- Lưu: VT, TK.\tTriệu Văn Giả Lập
""",
    "quyet_dinh", "2210/QĐ-UBND", "2020-05-19", "ỦY BAN NHÂN DÂN HUYỆN ĐẠI THANH", "",
    "Về việc thành lập Ban Chỉ đạo Tổng điều tra kinh tế huyện", "",
    "Như Điều 5 | Ban Chỉ đạo tỉnh (b/c) | Lưu: VT, TK", "KT. | PHÓ CHỦ TỊCH | Triệu Văn Giả Lập",
    [
        Asked("Điều 2.1", "Chỉ đạo công tác chuẩn bị", "Ban Chỉ đạo"),
        Asked("Điều 2.2", "Tuyển chọn, tập huấn", "Ban Chỉ đạo", "", "once 2020-06-20"),
        Asked("Điều 2.3", "Kiểm tra, giám sát", "Ban Chỉ đạo"),
        Asked("Điều 2.3", "báo cáo nhanh tiến độ", "Ban Chỉ đạo", "", "weekly"),
        Asked("Điều 3", "Chi cục Thống kê là cơ quan", "Chi cục Thống kê"),
        Asked("Điều 5", "Chánh Văn phòng HĐND và UBND huyện",
              "Chánh Văn phòng HĐND và UBND huyện | Chi cục trưởng Chi cục Thống kê"
              " | Thủ trưởng các cơ quan liên quan | các ông, bà có tên tại Điều 1"),
    ],
    "1344/QĐ-UBND | 09/TTr-CCTK",
)  # fmt: skip

COMPANY_MEMO = Unseen(
    """TỔNG CÔNG TY CẤP NƯỚC HẢI NINH
XÍ NGHIỆP NƯỚC SẠCH SỐ 2
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/XN2-KT
V/v chống thất thoát nước quý II
Hải Ninh, ngày 02 tháng 4 năm 2024

Kính gửi: Các tổ sản xuất, Phòng Kế toán, Phòng Kỹ thuật

Tỷ lệ thất thoát quý I là 19,4%, cao hơn kế hoạch 2,1%. Giám đốc Xí nghiệp yêu cầu:
1/ Tổ Vận hành mạng lưới rà soát các tuyến ống cũ, mỗi tuần dò tìm rò rỉ ít nhất 3 km, ghi nhật ký hàng ngày.
2/ Tổ Ghi thu đối chiếu chỉ số đồng hồ khách hàng lớn 2 lần/tháng; thay đồng hồ quá hạn kiểm định xong trong tháng \
5/2024.
3/ Phòng Kỹ thuật lập phương án thay ống đường Trần Quốc Toản trình Giám đốc trước 12/4, khi được duyệt thì thi công \
ngay.
4/ Phòng Kế toán bố trí vốn, thanh toán tiền vật tư cho các tổ không quá 5 ngày làm việc kể từ ngày nghiệm thu.
Tổ trưởng nào để tỷ lệ thất thoát tăng phải giải trình và chịu trách nhiệm trước Giám đốc.
Yêu cầu các đơn vị thực hiện nghiêm./.

Nơi nhận:
- Như trên;
- TCT (b/c);
- Lưu VT, KT.
GIÁM ĐỐC
Viên Đình Tạm Xưng
""",
    "cong_van", "77/XN2-KT", "2024-04-02", "XÍ NGHIỆP NƯỚC SẠCH SỐ 2", "TỔNG CÔNG TY CẤP NƯỚC HẢI NINH",
    "V/v chống thất thoát nước quý II", "Các tổ sản xuất, Phòng Kế toán, Phòng Kỹ thuật",
    "Như trên | TCT (b/c) | Lưu VT, KT", " | GIÁM ĐỐC | Viên Đình Tạm Xưng",
    [
        Asked("1", "Tổ Vận hành mạng lưới rà soát", "Tổ Vận hành mạng lưới", "", "weekly"),
        Asked("1", "ghi nhật ký hàng ngày", "Tổ Vận hành mạng lưới", "", "daily"),
        Asked("2", "Tổ Ghi thu đối chiếu", "Tổ Ghi thu", "", "monthly"),
        Asked("2", "thay đồng hồ quá hạn", "Tổ Ghi thu", "", "once 2024-05-31"),
        Asked("3", "Phòng Kỹ thuật lập phương án", "Phòng Kỹ thuật", "", "once 2024-04-12"),
        Asked("3", "khi được duyệt thì thi công", "Phòng Kỹ thuật", "", "ad_hoc"),
        Asked("4", "Phòng Kế toán bố trí vốn", "Phòng Kế toán", "", "within 5d"),
        Asked(None, "Tổ trưởng nào để tỷ lệ thất thoát", "Tổ trưởng"),
    ],
    "",
)  # fmt: skip

PLAN_LOST_CELLS = Unseen(
    """ỦY BAN NHÂN DÂN
PHƯỜNG HÒA THỊNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 120/KH-UBND
Hòa Thịnh, ngày 05 tháng 8 năm 2025
KẾ HOẠCH
Cao điểm 90 ngày đêm cấp căn cước và kích hoạt định danh điện tử mức 2
I. MỤC TIÊU
- 100% công dân đủ điều kiện được cấp căn cước.
- Phấn đấu 70% công dân kích hoạt tài khoản định danh.
II. PHÂN CÔNG THỰC HIỆN
TT | Công việc | Cơ quan thực hiện | Phối hợp | Hoàn thành
1 | Rà soát, lập danh sách công dân chưa có căn cước | Công an phường | Tổ dân phố | 15/8/2025
2 | Thu nhận hồ sơ lưu động tại nhà văn hóa các tổ | Công an phường | Đoàn Thanh niên, Hội Phụ nữ | Hằng tuần
3 | Tuyên truyền trên loa, nhóm Zalo tổ dân phố | Phòng Văn hóa - Xã hội | | Thường xuyên
III. CHẾ ĐỘ BÁO CÁO
Các đơn vị báo cáo kết quả về UBND phường (qua Công an phường) trước 15h thứ Năm hằng tuần; báo cáo tổng kết trước \
ngày \
10/11/2025.
Trên đây là Kế hoạch cao điểm, yêu cầu các đơn vị nghiêm túc thực hiện./.
Nơi nhận:
- Đảng ủy phường (b/c);
- Công an phường;
- Lưu: VT.
CHỦ TỊCH
Phùng Thế Mô Phỏng
""",
    "ke_hoach", "120/KH-UBND", "2025-08-05", "ỦY BAN NHÂN DÂN PHƯỜNG HÒA THỊNH", "",
    "Cao điểm 90 ngày đêm cấp căn cước và kích hoạt định danh điện tử mức 2", "",
    "Đảng ủy phường (b/c) | Công an phường | Lưu: VT", " | CHỦ TỊCH | Phùng Thế Mô Phỏng",
    [
        Asked("II.1", "Rà soát, lập danh sách công dân", "Công an phường", "Tổ dân phố", "once 2025-08-15"),
        Asked("II.2", "Thu nhận hồ sơ lưu động", "Công an phường", "Đoàn Thanh niên | Hội Phụ nữ", "weekly"),
        Asked("II.3", "Tuyên truyền trên loa", "Phòng Văn hóa - Xã hội"),
        Asked("III", "Các đơn vị báo cáo kết quả", "Các đơn vị", "", "weekly 15:00"),
        Asked("III", "báo cáo tổng kết trước", "Các đơn vị", "", "once 2025-11-10"),
    ],
    "",
)  # fmt: skip

FOURTH = {
    "rabies scan": RABIES_SCAN,
    "road conclusion": ROAD_CONCLUSION,
    "university": UNIVERSITY,
    "news prose": NEWS_PROSE,
    "commune 2025": COMMUNE_2025,
    "steering decision": STEERING_DECISION,
    "company memo": COMPANY_MEMO,
    "plan of pipes": PLAN_LOST_CELLS,
}
