"""Refusals about work."""

from __future__ import annotations

from quantriet.engines.kernel.problem import Problem


def already_acknowledged() -> Problem:
    return Problem(
        "obligations.already_acknowledged",
        "Đơn vị đã tiếp nhận việc này rồi.",
        remedy="Không cần làm gì thêm.",
        status=409,
    )


def not_open(state: str) -> Problem:
    return Problem(
        "obligations.not_open",
        f"Việc này đang ở trạng thái «{state}».",
        why="Chỉ việc đang thực hiện mới nhận được bước này.",
        remedy="Tải lại trang để xem tình hình mới nhất.",
        status=409,
    )


def not_submitted(state: str) -> Problem:
    return Problem(
        "obligations.not_submitted",
        f"Việc này đang ở trạng thái «{state}», chưa có kết quả chờ xác nhận.",
        remedy="Tải lại trang để xem tình hình mới nhất.",
        status=409,
    )


def evidence_needed() -> Problem:
    return Problem(
        "obligations.evidence_needed",
        "Chưa có minh chứng.",
        why="Kết quả phải kèm lời mô tả hoặc tệp để người khác kiểm lại được.",
        remedy="Viết một câu kết quả hoặc đính kèm tệp.",
        field="note",
    )


def reason_needed() -> Problem:
    return Problem(
        "obligations.reason_needed",
        "Chưa ghi lý do.",
        why="Lý do được lưu cùng việc để người sau đọc lại.",
        remedy="Viết một câu.",
        field="reason",
    )


def extension_used() -> Problem:
    return Problem(
        "obligations.extension_used",
        "Việc này đã xin gia hạn một lần.",
        why="Mỗi việc chỉ được gia hạn một lần.",
        remedy="Báo cáo kết quả đến đâu hay đến đó và giải trình lý do chậm.",
        status=409,
    )


def extension_too_late() -> Problem:
    return Problem(
        "obligations.extension_too_late",
        "Đã quá hạn nên không xin gia hạn được nữa.",
        remedy="Báo cáo kết quả và giải trình lý do chậm.",
        status=409,
    )


def extension_backwards() -> Problem:
    return Problem(
        "obligations.extension_backwards",
        "Hạn mới phải sau hạn hiện nay.",
        remedy="Chọn ngày giờ muộn hơn.",
        field="wanted_due_at",
    )


def no_deadline() -> Problem:
    return Problem(
        "obligations.no_deadline",
        "Việc này không có hạn.",
        why="Văn bản không đặt hạn nên không có gì để gia hạn.",
        remedy="Cứ báo kết quả khi xong.",
        status=409,
    )


def no_extension_waiting() -> Problem:
    return Problem(
        "obligations.no_extension_waiting",
        "Không có đề nghị gia hạn nào đang chờ.",
        remedy="Tải lại trang để xem tình hình mới nhất.",
        status=409,
    )


def not_an_occasion() -> Problem:
    return Problem(
        "obligations.not_an_occasion",
        "Việc này không phải việc «khi phát sinh».",
        why="Kỳ hạn của nó do hệ thống mở theo văn bản.",
        remedy="Dùng nút báo kết quả của kỳ đang mở.",
        status=409,
    )


def not_late() -> Problem:
    return Problem(
        "obligations.not_late",
        "Việc này chưa trễ hạn nên không cần giải trình.",
        remedy="Báo kết quả như bình thường.",
        status=409,
    )


def already_closed() -> Problem:
    return Problem(
        "obligations.already_closed",
        "Nghĩa vụ này đã kết thúc theo dõi.",
        remedy="Tải lại trang để xem tình hình mới nhất.",
        status=409,
    )


def lead_needed() -> Problem:
    return Problem(
        "obligations.lead_needed",
        "Chưa chọn đơn vị chủ trì.",
        why="Mỗi nghĩa vụ phải có ít nhất một đơn vị chịu trách nhiệm.",
        remedy="Đánh dấu ít nhất một đơn vị ở cột chủ trì.",
        field="lead",
    )
