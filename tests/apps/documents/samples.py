"""Invented texts for the tests of documents and of their review."""

LETTER = """UBND TỈNH PHƯỚC AN
SỞ TƯ PHÁP

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 45/STP-VP
V/v tăng cường phòng cháy, chữa cháy mùa khô

Phước An, ngày 20 tháng 7 năm 2021

Kính gửi: Các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở.

Thực hiện Công văn số 318/UBND-NC ngày 15/7/2021 của UBND tỉnh về phòng cháy, chữa cháy; Giám đốc Sở yêu cầu \
Trưởng các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở thực hiện các nội dung sau:

1. Kiểm tra hệ thống điện, bình chữa cháy tại nơi làm việc.

2. Báo cáo tình hình phòng cháy 1 lần/ngày (trước 15h00 hàng ngày) về Văn phòng Sở và báo cáo đột xuất khi có \
vấn đề phát sinh.

3. Giao Văn phòng Sở chủ trì, phối hợp với Phòng Hành chính tư pháp lập danh sách người tham gia tập huấn, xong \
trước ngày 31/7/2021.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC
"""
HOSTILE = "Kế hoạch <script>alert('x')</script> & \"tập huấn\"\n\n1. Giao <b>Văn phòng Sở</b> lập danh sách.\n"
