"""The words of invented directives, of any length."""

from __future__ import annotations

from collections.abc import Iterable


def directive_text(number: int, works: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """An invented official letter and where each of its clauses stands."""
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH PHƯỚC AN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Số: {number}/UBND-VX\nV/v tăng cường phòng, chống dịch đợt {number}\n\n"
        "Phước An, ngày 20 tháng 7 năm 2021\n\nKính gửi: Các đơn vị trực thuộc.\n\n"
        "Thực hiện Công văn số 1718/UBND-KGVX ngày 17/7/2021 của Ủy ban nhân dân tỉnh, Chủ tịch "
        "yêu cầu Thủ trưởng các đơn vị thực hiện các nội dung sau:\n\n"
    )
    spans = []
    for place, title in enumerate(works, 1):
        clause = (
            f"{place}. {title} tại đơn vị mình, bố trí người trực, bổ sung khẩu trang và nước rửa tay ở nơi tiếp "
            f"công dân; báo cáo kết quả về Văn phòng trước 15 giờ 00 ngày {place % 30 + 1}/7/2021 để tổng hợp, trình "
            "Chủ tịch xem xét."
        )
        spans.append((len(text), len(text) + len(clause)))
        text += clause + "\n\n"
    return f"{text}Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nPhùng Thế Vinh\n", spans
