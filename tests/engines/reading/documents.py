"""Invented documents in the decree's forms: no agency, person or event in them exists."""

from __future__ import annotations

DIRECTIVE = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HẢI SƠN\tĐộc lập - Tự do - Hạnh phúc
Số: 12/CT-UBND\tHải Sơn, ngày 05 tháng 3 năm 2022

CHỈ THỊ
Về việc tăng cường công tác phòng cháy, chữa cháy rừng mùa khô năm 2022

Trong thời gian qua, công tác phòng cháy, chữa cháy rừng đã đạt được nhiều kết quả tích cực.
Để chủ động phòng ngừa, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Nông nghiệp và Phát triển nông thôn
a) Chủ trì, phối hợp với Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh và Ủy ban nhân dân các huyện, thành phố kiểm tra.
b) Chỉ đạo Chi cục Kiểm lâm tổ chức trực trong các tháng cao điểm; cập nhật thông tin cháy rừng hằng ngày.
c) Báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh trước ngày 25 hằng tháng.
2. Công an tỉnh chỉ đạo các đơn vị nghiệp vụ điều tra, xử lý nghiêm các hành vi vi phạm.
3. Sở Tài chính tham mưu bố trí kinh phí theo quy định, hoàn thành trước ngày 31 tháng 3 năm 2022.
4. Ủy ban nhân dân các huyện, thành phố:
- Rà soát, kiện toàn Ban Chỉ huy phòng cháy, chữa cháy rừng;
- Chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh nếu để xảy ra cháy rừng trên địa bàn;
- Khi xảy ra cháy rừng, phải huy động ngay lực lượng tại chỗ và báo cáo về Chi cục Kiểm lâm trong vòng 02 giờ.
5. Đài Phát thanh và Truyền hình tỉnh, Báo Hải Sơn tăng cường thời lượng tuyên truyền.
Yêu cầu Giám đốc các sở, thủ trưởng các ban, ngành nghiêm túc triển khai thực hiện Chỉ thị này./.

Nơi nhận:\tTM. ỦY BAN NHÂN DÂN
- Thủ tướng Chính phủ (b/c);\tCHỦ TỊCH
- Như trên;
- Lưu: VT, KTN.\tTrần Văn Mẫu
"""

LETTER = """SỞ Y TẾ HẢI SƠN
TRUNG TÂM KIỂM SOÁT BỆNH TẬT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Số: 345/KSBT-PCD
V/v báo cáo ca bệnh
Hải Sơn, ngày 09 tháng 8 năm 2021
Kính gửi: - Trung tâm Y tế các huyện, thành phố;
          - Các bệnh viện trong và ngoài công lập.
Căn cứ Công văn số 2233/SYT-NVY ngày 07/8/2021 của Sở Y tế về việc tăng cường báo cáo; Trung tâm Kiểm soát bệnh tật \
đề nghị các đơn vị:
- Báo cáo tổng hợp hằng ngày trước 16 giờ 00 về Trung tâm qua thư điện tử.
- Báo cáo tuần trước 10 giờ 00 thứ Hai hằng tuần.
- Phân công cán bộ đầu mối; gửi danh sách về Trung tâm trước ngày 11/8/2021.
Trường hợp có thay đổi cán bộ đầu mối, các đơn vị thông báo về Trung tâm trong thời hạn 02 ngày làm việc.
Rất mong nhận được sự phối hợp của Quý đơn vị./.
Nơi nhận:
- Như trên;
- Sở Y tế (để báo cáo);
- Lưu: VT, PCD.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Trần Thị Thử
"""

DECISION = """ỦY BAN NHÂN DÂN
TỈNH HẢI SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 234/QĐ-UBND
Hải Sơn, ngày 20 tháng 01 năm 2023
QUYẾT ĐỊNH
Về việc công bố dịch bệnh trên trâu, bò tại xã Bình An
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI SƠN
Căn cứ Luật Thú y ngày 19/6/2015;
Theo đề nghị của Giám đốc Sở Nông nghiệp và Phát triển nông thôn tại Tờ trình số 15/TTr-SNN ngày 18/01/2023.
QUYẾT ĐỊNH:
Điều 1. Công bố dịch bệnh trên trâu, bò tại xã Bình An, huyện Tân Lập.
Điều 2. Tổ chức thực hiện
1. Ủy ban nhân dân huyện Tân Lập:
a) Chỉ đạo Ủy ban nhân dân xã Bình An khoanh vùng, xử lý triệt để ổ dịch;
b) Tổ chức tiêm phòng bao vây trong vòng 07 ngày kể từ ngày công bố dịch;
c) Nghiêm cấm việc giết mổ, mua bán, vận chuyển trâu, bò ra ngoài vùng dịch.
2. Sở Nông nghiệp và Phát triển nông thôn có trách nhiệm hướng dẫn, kiểm tra; định kỳ 06 tháng báo cáo tỉnh.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
Điều 4. Chánh Văn phòng Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban nhân dân huyện Tân Lập và Thủ trưởng các cơ quan, đơn \
vị có liên quan chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 4;
- Lưu: VT, NN.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Giả Định
"""

PARTY_LETTER = """TỈNH ỦY HẢI SƠN
*
Số 35-CV/TU
Về việc lãnh đạo công tác bầu cử
ĐẢNG CỘNG SẢN VIỆT NAM
Hải Sơn, ngày 02 tháng 4 năm 2021

Kính gửi:
- Các ban đảng, đảng đoàn, ban cán sự đảng;
- Các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy.

Thực hiện Chỉ thị số 45-CT/TW ngày 20/6/2020 của Bộ Chính trị, Ban Thường vụ Tỉnh ủy yêu cầu:
1- Các cấp ủy đảng tập trung lãnh đạo tổ chức bầu cử đúng luật, dân chủ, an toàn, tiết kiệm.
2- Giao Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Ban Dân vận Tỉnh ủy định hướng tuyên truyền; báo cáo Ban \
Thường vụ Tỉnh ủy trước ngày 20/4/2021.
3- Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Nguyễn Văn Ví Dụ
Nơi nhận:
- Như trên,
- Lưu Văn phòng Tỉnh ủy.
"""

NEWS = """UBND tỉnh Hải Sơn chỉ đạo tăng cường phòng, chống bệnh dại

Thứ Hai, 15/03/2021, 08:30

UBND tỉnh vừa có Công văn số 789/UBND-NN ngày 12/3/2021 về việc tăng cường các biện pháp phòng, chống bệnh Dại.

Theo đó, UBND tỉnh yêu cầu UBND các huyện, thành phố chỉ đạo UBND các xã, phường, thị trấn thống kê đàn chó, mèo; tổ \
chức tiêm phòng vắc xin đợt 1, hoàn thành trước ngày 30/4.

Sở Nông nghiệp và PTNT phối hợp với Sở Y tế hướng dẫn các địa phương thực hiện; báo cáo UBND tỉnh hàng tháng.

Trước đó, trong năm 2020, toàn tỉnh đã ghi nhận 3 trường hợp tử vong do bệnh Dại.

Ảnh: Người dân đưa chó đi tiêm phòng
Các tin khác
- Hội nghị triển khai nhiệm vụ (12/03)
"""

SCAN = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ BÌNH AN Độc lập - Tự do - Hạnh phúc

Số: 0§/UBND-VP Bình An, ngày „+5 tháng 4 năm 2019
V/v triển khai thu quỹ phòng,
chống thiên tai năm 2019

Kính gửi:
- Các trường học trên địa bàn xã;
- Ban tự quản các thôn, buôn.

Thực hiện Quyết định số 55/QĐ-UBND, ngày 12/3/2019 của UBND huyện về việc
giao chỉ tiêu thu quỹ năm 2019; UBND xã yêu câu các
đơn vị thực hiện một số nội dung như sau:

1. Ban tự quản các thôn, buôn tổ chức họp dân và
tiến hành thu quỹ từ ngày 01/5/2019 đến ngày 30/6/2019.

2. Các trường học lập danh sách cán bộ, giáo viên nộp về UBND xã
trước ngày 20/5/2019.

Nhận được công văn này, đê nghị các đơn vị triên khai thực hiện nghiêm túc./.

Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Như kính gửi; KT. CHỦ TỊCH
- TT Đảng ủy, HĐND xã (b/c); PHÓ CHỦ TỊCH
- Lưu VT.

Lê Văn Thử
"""

EVERY = {
    "directive": DIRECTIVE,
    "letter": LETTER,
    "decision": DECISION,
    "party": PARTY_LETTER,
    "news": NEWS,
    "scan": SCAN,
}
