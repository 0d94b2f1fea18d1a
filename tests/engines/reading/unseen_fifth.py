"""A fifth round of six, written and labelled after the fourth was mended, and read once."""

from __future__ import annotations

from tests.engines.reading.unseen import Asked, Unseen

FIRE_SCAN = Unseen(
    """ỦY BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN ĐẮK GLUN Độc lập — Tự do — Hạnh phúc

Số: //2ó /UBND-NC Đăk Glun, ngày í4 tháng 02 năm 2019
V/v tăng cường các biện pháp cấp bách
phòng cháy, chữa cháy rừng

Kính gửi:
- Các phòng, ban, ngành của huyện;
- Hạt Kiểm lâm huyện; Các Công ty TNHH MTV lâm nghiệp trên địa bàn;
- UBND các xã, thị trấn.

Hiện nay đang là cao điểm mùa khô, thời tiết nắng nóng, gió mạnh, nguy cơ cháy rừng
cấp V (cấp cực kỳ nguy hiểm). Từ đầu năm đến nay trên địa bàn huyện đã xảy ra 02 vụ cháy
rừng, gây thiệt hại 1,7 ha. Để chủ động phòng ngừa, Chủ tịch UBND huyện yêu cầu các đơn vị
tập trung thực hiện tốt một số nội dung sau:

1. Hạt Kiểm lâm huyện

- Tham mưu Ban Chỉ huy các vấn đề cấp bách trong bảo vệ rừng tổ chức kiểm tra công tác
PCCCR của các chủ rừng; phân công lực lượng trực 24/24 giờ trong suốt thời gian cao điểm.

- Cập nhật thường xuyên cấp dự báo cháy rừng, thông báo cho UBND các xã, thị trấn và chủ
rừng biết để chủ động ứng phó.

- Báo cáo tình hình cháy rừng về UBND huyện hàng tuần (vào chiều thứ 5) và đột xuất khi có
cháy rừng xảy ra.

2. Các Công ty TNHH MTV lâm nghiệp: Chủ động xây dựng phương án, bố trí đủ lực lượng,
phương tiện; phát dọn đường băng cản lửa hoàn thành trước ngày 28/02/2019. Nếu để xảy ra cháy
rừng trên lâm phần quản lý thì Giám đốc Công ty phải chịu trách nhiệm trước pháp luật.

3. Đài Truyền thanh huyện tăng thời lượng, tin bài tuyên truyền.

4 UBND các xã, thị trấn: kiện toàn tổ đội quần chúng bảo vệ rừng; nghiêm cấm người dân đốt
nương làm rẫy khi chưa được phép của chính quyền địa phương.

Giao Phòng Nông nghiệp và PTNT phối hợp với Hạt Kiểm lâm huyện theo dõi, đôn đốc, tổng hợp
báo cáo UBND huyện.

Nhận được Công văn này, yêu câu Thủ trưởng các cơ quan, đơn vị khân trương triển khai thực hiện./.

Nơi nhận: KT. CHỦ TỊCH
- Như trên; PHÓ CHỦ TỊCH
- Chi cục Kiểm lâm tỉnh (b/c);
- TT.HU, TT. HĐND huyện (b/c);
- Lưu VT, NN.

Hoàng Đức Thử Bút
""",
    "cong_van", "", "", "ỦY BAN NHÂN DÂN HUYỆN ĐẮK GLUN", "",
    "V/v tăng cường các biện pháp cấp bách phòng cháy, chữa cháy rừng",
    "Các phòng, ban, ngành của huyện | Hạt Kiểm lâm huyện"
    " | Các Công ty TNHH MTV lâm nghiệp trên địa bàn | UBND các xã, thị trấn",
    "Như trên | Chi cục Kiểm lâm tỉnh (b/c) | TT.HU, TT. HĐND huyện (b/c) | Lưu VT, NN",
    "KT. | PHÓ CHỦ TỊCH | Hoàng Đức Thử Bút",
    [
        Asked("1", "Tham mưu Ban Chỉ huy các vấn đề", "Hạt Kiểm lâm huyện"),
        Asked("1", "Cập nhật thường xuyên cấp dự báo", "Hạt Kiểm lâm huyện"),
        Asked("1", "Báo cáo tình hình cháy rừng", "Hạt Kiểm lâm huyện", "", "weekly"),
        Asked("2", "Chủ động xây dựng phương án", "Các Công ty TNHH MTV lâm nghiệp"),
        Asked("2", "phát dọn đường băng cản lửa", "Các Công ty TNHH MTV lâm nghiệp", "", "once 2019-02-28"),
        Asked("2", "Nếu để xảy ra cháy rừng", "Giám đốc Công ty"),
        Asked("3", "Đài Truyền thanh huyện tăng", "Đài Truyền thanh huyện"),
        Asked("4", "kiện toàn tổ đội quần chúng", "UBND các xã, thị trấn"),
        Asked("4", "nghiêm cấm người dân đốt", "người dân"),
        Asked(None, "Giao Phòng Nông nghiệp và PTNT phối hợp", "Phòng Nông nghiệp và PTNT",
              "Hạt Kiểm lâm huyện"),
    ],
    "",
)  # fmt: skip

DEPARTMENT_PLAN = Unseen(
    """UBND TỈNH NINH THƯỢNG
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1204/KH-SNV
Ninh Thượng, ngày 28 tháng 12 năm 2020

KẾ HOẠCH
Phát động phong trào thi đua năm 2021

Thực hiện Kế hoạch số 215/KH-UBND ngày 21/12/2020 của UBND tỉnh, Sở Nội vụ ban hành Kế hoạch phát động phong trào thi \
đua \
năm 2021 như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Tạo khí thế thi đua sôi nổi trong toàn cơ quan.
2. Phong trào thi đua phải thiết thực, tránh hình thức.
II. NỘI DUNG THI ĐUA
1. Thi đua hoàn thành xuất sắc nhiệm vụ chính trị được giao.
2. Thi đua cải cách hành chính, giải quyết hồ sơ trước hạn đạt từ 95% trở lên.
III. TỔ CHỨC THỰC HIỆN
1. Trưởng các phòng, Thủ trưởng các đơn vị trực thuộc
a) Tổ chức cho công chức, viên chức đăng ký thi đua, gửi Ban Thi đua - Khen thưởng trước ngày 15/01/2021.
b) Sơ kết 6 tháng trước ngày 15/6 và tổng kết năm trước ngày 30/11 hằng năm.
2. Ban Thi đua - Khen thưởng
Tham mưu Giám đốc Sở chấm điểm, bình xét; hướng dẫn các phòng, đơn vị xây dựng gương điển hình tiên tiến.
3. Văn phòng Sở bảo đảm kinh phí khen thưởng; đăng tải gương người tốt, việc tốt trên Trang thông tin điện tử của Sở \
mỗi \
tháng ít nhất 02 bài.
4. Đề nghị Công đoàn, Đoàn Thanh niên cơ quan phối hợp với các phòng, đơn vị tuyên truyền, vận động đoàn viên tham gia.
Trong quá trình thực hiện, có vướng mắc phát sinh thì phản ánh về Ban Thi đua - Khen thưởng./.

Nơi nhận:
- UBND tỉnh (b/c);
- Các phòng, đơn vị thuộc Sở;
- Lưu: VT, TĐKT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Đậu Thị Phóng Bút
""",
    "ke_hoach", "1204/KH-SNV", "2020-12-28", "SỞ NỘI VỤ", "UBND TỈNH NINH THƯỢNG",
    "Phát động phong trào thi đua năm 2021", "", "UBND tỉnh (b/c) | Các phòng, đơn vị thuộc Sở | Lưu: VT, TĐKT",
    "KT. | PHÓ GIÁM ĐỐC | Đậu Thị Phóng Bút",
    [
        Asked("III.1.a", "Tổ chức cho công chức", "Trưởng các phòng | Thủ trưởng các đơn vị trực thuộc", "",
              "once 2021-01-15"),
        Asked("III.1.b", "Sơ kết 6 tháng trước", "Trưởng các phòng | Thủ trưởng các đơn vị trực thuộc", "",
              "half_yearly --06-15 --11-30"),
        Asked("III.2", "Tham mưu Giám đốc Sở chấm điểm", "Ban Thi đua - Khen thưởng"),
        Asked("III.3", "Văn phòng Sở bảo đảm kinh phí", "Văn phòng Sở"),
        Asked("III.3", "đăng tải gương người tốt", "Văn phòng Sở", "", "monthly"),
        Asked("III.4", "Đề nghị Công đoàn, Đoàn Thanh niên", "Công đoàn | Đoàn Thanh niên cơ quan",
              "các phòng, đơn vị"),
        Asked(None, "Trong quá trình thực hiện, có vướng mắc", "", "", "ad_hoc"),
    ],
    "215/KH-UBND",
)  # fmt: skip

NEWS_SPEECH = Unseen(
    """Đồng chí Bí thư Huyện ủy làm việc với Đảng ủy xã Tam Thịnh

Sáng 12/5/2022, đồng chí Lò Văn Nhật, Bí thư Huyện ủy cùng đoàn công tác có buổi làm việc với Đảng ủy xã Tam Thịnh về \
tình \
hình thực hiện nhiệm vụ 4 tháng đầu năm.

Theo báo cáo của Đảng ủy xã, 4 tháng đầu năm, kinh tế của xã tiếp tục phát triển; thu ngân sách đạt 41% dự toán; tỷ \
lệ hộ \
nghèo giảm còn 8,2%. Tuy nhiên, công tác xây dựng nông thôn mới còn chậm, một số tiêu chí đạt thấp.

Kết luận buổi làm việc, đồng chí Bí thư Huyện ủy ghi nhận những kết quả Đảng bộ, chính quyền và nhân dân xã đạt được. \
Đồng \
chí đề nghị Đảng ủy xã tiếp tục lãnh đạo thực hiện tốt nhiệm vụ phát triển kinh tế - xã hội; tập trung hoàn thành 03 \
tiêu \
chí nông thôn mới còn lại trong quý IV/2022.

Đồng chí yêu cầu UBND xã rà soát quỹ đất công, xử lý dứt điểm các trường hợp lấn chiếm trước ngày 30/7/2022; quan tâm \
giải \
quyết kiến nghị của cử tri. Ban Dân vận Huyện ủy, UBMTTQ huyện phối hợp nắm tình hình tư tưởng nhân dân vùng dự án.

Đối với đề xuất hỗ trợ kinh phí làm đường liên thôn, đồng chí giao Phòng Kinh tế - Hạ tầng huyện khảo sát, tham mưu \
UBND \
huyện trong tháng 6/2022.

Tin, ảnh: Trung tâm TT-VH huyện
""",
    "news", "", "2022-05-12", "Huyện ủy", "", "Đồng chí Bí thư Huyện ủy làm việc với Đảng ủy xã Tam Thịnh", "", "",
    " |  | ",
    [
        Asked(None, "đề nghị Đảng ủy xã tiếp tục", "Đảng ủy xã"),
        Asked(None, "tập trung hoàn thành 03 tiêu chí", "Đảng ủy xã", "", "once 2022-12-31"),
        Asked(None, "yêu cầu UBND xã rà soát", "UBND xã", "", "once 2022-07-30"),
        Asked(None, "quan tâm giải quyết kiến nghị", "UBND xã"),
        Asked(None, "Ban Dân vận Huyện ủy, UBMTTQ huyện phối hợp", "Ban Dân vận Huyện ủy | UBMTTQ huyện"),
        Asked(None, "giao Phòng Kinh tế - Hạ tầng huyện", "Phòng Kinh tế - Hạ tầng huyện", "",
              "once 2022-06-30"),
    ],
    "",
)  # fmt: skip

EDUCATION_LETTER = Unseen(
    """SỞ GIÁO DỤC VÀ ĐÀO TẠO          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     TỈNH KON SƠN                       Độc lập - Tự do - Hạnh phúc
Số: 893/SGDĐT-GDTrH-TX          Kon Sơn, ngày 09 tháng 5 năm 2023
V/v chuẩn bị Kỳ thi tuyển sinh lớp 10
năm học 2023 - 2024

          Kính gửi:
               - Phòng Giáo dục và Đào tạo các huyện, thành phố;
               - Các trường trung học phổ thông.

     Căn cứ Quyết định số 245/QĐ-UBND ngày 14/4/2023 của Ủy ban nhân dân tỉnh phê duyệt Kế hoạch tuyển sinh, Sở Giáo \
dục và \
Đào tạo hướng dẫn và yêu cầu:

     1. Các trường trung học phổ thông

     1.1. Thu nhận hồ sơ đăng ký dự thi từ ngày 15/5/2023 đến hết ngày 20/5/2023; nhập dữ liệu lên hệ thống trước 11 \
giờ 30 \
ngày 22/5/2023.

     1.2. Chuẩn bị cơ sở vật chất, phòng thi; mỗi điểm thi bố trí ít nhất 02 phòng dự phòng.

     1.3. Cử giáo viên tham gia coi thi, chấm thi theo Quyết định của Giám đốc Sở.

     2. Phòng Giáo dục và Đào tạo các huyện, thành phố chỉ đạo các trường trung học cơ sở hướng dẫn học sinh làm hồ \
sơ, tổ \
chức ôn tập; không được ép học sinh không dự thi.

     3. Chế độ báo cáo

     - Báo cáo số liệu đăng ký dự thi: trước 17 giờ 00 ngày 20/5/2023.

     - Báo cáo nhanh sau mỗi buổi thi, chậm nhất 30 phút sau khi tính giờ làm bài.

     Các báo cáo gửi về Sở (qua Phòng Giáo dục Trung học - Thường xuyên), email: phonggdtrh@vidu.gov.vn.

     Lưu ý: Học sinh là con liệt sĩ, thương binh được cộng điểm ưu tiên theo quy định.

     Đề nghị Thủ trưởng các đơn vị nghiêm túc triển khai./.

Nơi nhận:                              GIÁM ĐỐC
- Như trên;
- UBND tỉnh (để b/c);
- Lưu: VT, GDTrH-TX.                    A Mến Ví Dụ
""",
    "cong_van", "893/SGDĐT-GDTrH-TX", "2023-05-09", "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH KON SƠN", "",
    "V/v chuẩn bị Kỳ thi tuyển sinh lớp 10 năm học 2023 - 2024",
    "Phòng Giáo dục và Đào tạo các huyện, thành phố | Các trường trung học phổ thông",
    "Như trên | UBND tỉnh (để b/c) | Lưu: VT, GDTrH-TX", " | GIÁM ĐỐC | A Mến Ví Dụ",
    [
        Asked("1.1", "Thu nhận hồ sơ đăng ký dự thi", "Các trường trung học phổ thông", "", "once 2023-05-20"),
        Asked("1.1", "nhập dữ liệu lên hệ thống", "Các trường trung học phổ thông", "", "once 2023-05-22 11:30"),
        Asked("1.2", "Chuẩn bị cơ sở vật chất", "Các trường trung học phổ thông"),
        Asked("1.3", "Cử giáo viên tham gia", "Các trường trung học phổ thông"),
        Asked("2", "Phòng Giáo dục và Đào tạo các huyện, thành phố chỉ đạo",
              "Phòng Giáo dục và Đào tạo các huyện, thành phố | các trường trung học cơ sở"),
        Asked("2", "không được ép học sinh", "Phòng Giáo dục và Đào tạo các huyện, thành phố"),
        Asked("3", "Báo cáo số liệu đăng ký dự thi", "", "", "once 2023-05-20 17:00"),
        Asked("3", "Báo cáo nhanh sau mỗi buổi thi", "", "", "within"),
    ],
    "245/QĐ-UBND",
)  # fmt: skip

FACTORY_PERMIT = Unseen(
    """ỦY BAN NHÂN DÂN
TỈNH AN KHÊ BẮC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1577/QĐ-UBND
An Khê Bắc, ngày 30 tháng 7 năm 2019

QUYẾT ĐỊNH
Về việc phê duyệt báo cáo đánh giá tác động môi trường Dự án "Nhà máy chế biến mủ cao su Ia Lâu"

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN KHÊ BẮC

Căn cứ Luật Bảo vệ môi trường ngày 23 tháng 6 năm 2014;
Căn cứ Nghị định số 40/2019/NĐ-CP ngày 13 tháng 5 năm 2019 của Chính phủ;
Xét đề nghị của Giám đốc Sở Tài nguyên và Môi trường tại Tờ trình số 288/TTr-STNMT ngày 22 tháng 7 năm 2019,

QUYẾT ĐỊNH:

Điều 1. Phê duyệt nội dung báo cáo đánh giá tác động môi trường Dự án "Nhà máy chế biến mủ cao su Ia Lâu" (sau đây gọi \
tắt là Dự án) của Công ty TNHH MTV Cao su Ia Lâu (sau đây gọi tắt là Chủ dự án).
Điều 2. Chủ dự án có trách nhiệm:
1. Niêm yết công khai quyết định phê duyệt theo quy định của pháp luật.
2. Thực hiện nghiêm túc các yêu cầu về bảo vệ môi trường; báo cáo kết quả vận hành thử nghiệm trước khi đi vào vận \
hành \
chính thức ít nhất 30 ngày.
3. Định kỳ 06 tháng một lần gửi báo cáo giám sát môi trường về Sở Tài nguyên và Môi trường.
Điều 3. Trong quá trình thực hiện, nếu Dự án có những thay đổi so với báo cáo được duyệt, Chủ dự án phải có văn bản \
báo cáo \
và chỉ được thực hiện khi có văn bản chấp thuận.
Điều 4. Ủy nhiệm Sở Tài nguyên và Môi trường chủ trì, phối hợp với UBND huyện Ia Lâu kiểm tra việc thực hiện các nội \
dung \
bảo vệ môi trường của Dự án.
Điều 5. Quyết định này có hiệu lực kể từ ngày ký.
Điều 6. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Tài nguyên và Môi trường, Chủ tịch UBND huyện Ia Lâu và Chủ dự án chịu \
trách \
nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 6;
- Bộ TN&MT (b/c);
- Lưu: VT, KTN.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Siu Văn Phác Thảo
""",
    "quyet_dinh", "1577/QĐ-UBND", "2019-07-30", "ỦY BAN NHÂN DÂN TỈNH AN KHÊ BẮC", "",
    'Về việc phê duyệt báo cáo đánh giá tác động môi trường Dự án "Nhà máy chế biến mủ cao su Ia Lâu"', "",
    "Như Điều 6 | Bộ TN&MT (b/c) | Lưu: VT, KTN", "KT. | PHÓ CHỦ TỊCH | Siu Văn Phác Thảo",
    [
        Asked("Điều 2.1", "Niêm yết công khai quyết định", "Chủ dự án"),
        Asked("Điều 2.2", "Thực hiện nghiêm túc các yêu cầu", "Chủ dự án"),
        Asked("Điều 2.2", "báo cáo kết quả vận hành thử nghiệm", "Chủ dự án", "", "within -30d"),
        Asked("Điều 2.3", "Định kỳ 06 tháng một lần", "Chủ dự án", "", "half_yearly"),
        Asked("Điều 3", "nếu Dự án có những thay đổi", "Chủ dự án", "", "ad_hoc"),
        Asked("Điều 4", "Ủy nhiệm Sở Tài nguyên", "Sở Tài nguyên và Môi trường", "UBND huyện Ia Lâu"),
        Asked("Điều 6", "Chánh Văn phòng UBND tỉnh, Giám đốc",
              "Chánh Văn phòng UBND tỉnh | Giám đốc Sở Tài nguyên và Môi trường | Chủ tịch UBND huyện Ia Lâu"
              " | Chủ dự án"),
    ],
    "40/2019/NĐ-CP | 288/TTr-STNMT",
)  # fmt: skip

DUTY_NOTICE = Unseen(
    """TRUNG TÂM TRỢ GIÚP PHÁP LÝ NHÀ NƯỚC
TỈNH SÔNG CẦU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 19/TB-TGPL
Sông Cầu, ngày 17 tháng 01 năm 2025

THÔNG BÁO
Về việc nghỉ Tết Nguyên đán Ất Tỵ và phân công trực

Thực hiện Thông báo số 6150/TB-BLĐTBXH ngày 03/12/2024 về việc nghỉ Tết, Giám đốc Trung tâm thông báo:
1. Thời gian nghỉ Tết: từ ngày 25/01/2025 đến hết ngày 02/02/2025.
2. Phòng Hành chính - Tổng hợp lập danh sách trực, treo tại cổng cơ quan; bố trí xe ô tô phục vụ khi có việc đột xuất.
3. Viên chức trực phải có mặt đúng giờ, ghi chép đầy đủ vào sổ trực và bàn giao ca. Khi xảy ra cháy, nổ, mất trộm \
phải báo \
ngay cho lãnh đạo Trung tâm và Công an phường.
4. Các phòng, chi nhánh tổng vệ sinh, kiểm tra thiết bị điện, niêm phong tủ hồ sơ trước khi nghỉ Tết, xong trước 16 \
giờ 30 \
ngày 24/01/2025; báo cáo tình hình trong và sau Tết chậm nhất 10 giờ 00 ngày 03/02/2025.
5. Không được sử dụng xe công đi lễ hội, chúc Tết.
Yêu cầu viên chức, người lao động thực hiện nghiêm túc Thông báo này./.

Nơi nhận:
- Sở Tư pháp (b/c);
- Các phòng, chi nhánh;
- Lưu: VT.
GIÁM ĐỐC
Khổng Thị Hư Bút
""",
    "thong_bao", "19/TB-TGPL", "2025-01-17", "TRUNG TÂM TRỢ GIÚP PHÁP LÝ NHÀ NƯỚC TỈNH SÔNG CẦU", "",
    "Về việc nghỉ Tết Nguyên đán Ất Tỵ và phân công trực", "",
    "Sở Tư pháp (b/c) | Các phòng, chi nhánh | Lưu: VT", " | GIÁM ĐỐC | Khổng Thị Hư Bút",
    [
        Asked("2", "Phòng Hành chính - Tổng hợp lập danh sách", "Phòng Hành chính - Tổng hợp"),
        Asked("2", "bố trí xe ô tô phục vụ", "Phòng Hành chính - Tổng hợp", "", "ad_hoc"),
        Asked("3", "Viên chức trực phải có mặt", "Viên chức trực"),
        Asked("3", "Khi xảy ra cháy, nổ", "Viên chức trực", "", "ad_hoc"),
        Asked("4", "Các phòng, chi nhánh tổng vệ sinh", "Các phòng, chi nhánh", "", "once 2025-01-24 16:30"),
        Asked("4", "báo cáo tình hình trong và sau Tết", "Các phòng, chi nhánh", "", "once 2025-02-03 10:00"),
        Asked("5", "Không được sử dụng xe công", ""),
    ],
    "6150/TB-BLĐTBXH",
)  # fmt: skip

FIFTH = {
    "forest fire scan": FIRE_SCAN,
    "department plan": DEPARTMENT_PLAN,
    "news speech": NEWS_SPEECH,
    "education letter": EDUCATION_LETTER,
    "permit": FACTORY_PERMIT,
    "duty notice": DUTY_NOTICE,
}
