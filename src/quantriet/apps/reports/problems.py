"""Refusals about reports."""

from __future__ import annotations

from datetime import date, datetime

from quantriet.apps.clock.moment import zone
from quantriet.engines.kernel.problem import Problem, Problems


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(zone()):%H:%M:%S ngày %d/%m/%Y}"


def values_refused(items: list[Problem]) -> Problems:
    problem = Problems("reports.values_refused", "Báo cáo chưa nhận được vì còn số liệu chưa đúng.", items)
    problem.status = 422
    return problem


def value_refused(code: str, field: str, what: str, remedy: str = "") -> Problem:
    return Problem(f"reports.{code}", what, remedy=remedy, field=field, status=422)


def already_submitted(receipt: str, received_at: datetime) -> Problem:
    return Problem(
        "reports.already_submitted",
        f"Đơn vị đã báo cáo kỳ này lúc {_clock(received_at)}, biên nhận {receipt}.",
        why="Mỗi đơn vị báo cáo một lần mỗi kỳ; sửa thì lập bản sửa, bản trước vẫn được giữ.",
        remedy="Mở báo cáo đã gửi và chọn «Sửa báo cáo».",
        status=409,
    )


def key_used() -> Problem:
    return Problem(
        "reports.key_used",
        "Lần gửi này trùng mã với một báo cáo khác đã nhận.",
        why="Mã lần gửi giúp nhận một báo cáo đúng một lần khi mạng chập chờn.",
        remedy="Mở lại trang báo cáo rồi gửi lại.",
        status=409,
    )


def not_submitted() -> Problem:
    return Problem(
        "reports.not_submitted",
        "Chưa có báo cáo nào của kỳ này để sửa.",
        remedy="Lập báo cáo trước.",
        status=409,
    )


def reason_needed() -> Problem:
    return Problem(
        "reports.reason_needed",
        "Chưa ghi lý do sửa.",
        why="Người tổng hợp đọc lý do bên cạnh số đã đổi.",
        remedy="Viết một câu.",
        field="reason",
        status=422,
    )


def nothing_changed() -> Problem:
    return Problem(
        "reports.nothing_changed",
        "Bản sửa giống hệt bản đã gửi.",
        remedy="Đổi số liệu cần sửa, hoặc thôi không sửa.",
        status=409,
    )


def withdrawn() -> Problem:
    return Problem(
        "reports.withdrawn",
        "Kỳ báo cáo này đã rút với đơn vị.",
        remedy="Không cần báo cáo; hỏi Văn phòng nếu thấy chưa đúng.",
        status=409,
    )


def not_a_report() -> Problem:
    return Problem("reports.not_a_report", "Việc này không thực hiện bằng báo cáo.", status=404)


def no_ad_hoc() -> Problem:
    return Problem(
        "reports.no_ad_hoc",
        "Chế độ báo cáo này không có báo cáo đột xuất.",
        remedy="Báo cáo trong kỳ gần nhất, hoặc gọi Văn phòng.",
        status=404,
    )


def not_asked(unit: str) -> Problem:
    return Problem(
        "reports.not_asked",
        f"{unit} không được giao báo cáo đột xuất theo văn bản này.",
        remedy="Chọn đơn vị được giao.",
        field="unit",
        status=422,
    )


def clock_without_zone() -> Problem:
    return Problem(
        "reports.clock_without_zone",
        "Giờ gửi của máy thiếu múi giờ.",
        remedy="Ghi giờ kèm múi giờ, ví dụ 2021-07-22T14:52:07+07:00.",
        field="claimed_at",
        status=422,
    )


def approved_unchanged(version: int) -> Problem:
    return Problem(
        "reports.approved_unchanged",
        f"Bản tổng hợp lần {version} vẫn đúng: từ khi duyệt chưa có gì thay đổi.",
        remedy="Duyệt lại khi có báo cáo mới hoặc báo cáo sửa.",
        status=409,
    )


def nobody_reported() -> Problem:
    return Problem(
        "reports.nobody_reported",
        "Chưa có đơn vị nào báo cáo nên chưa có gì để tổng hợp.",
        remedy="Nhắc các đơn vị báo cáo.",
        status=409,
    )


def nobody_missing() -> Problem:
    return Problem("reports.nobody_missing", "Mọi đơn vị đã báo cáo, không còn ai để nhắc.", status=409)


def option_refused(field: str, what: str, remedy: str = "") -> Problem:
    return Problem("reports.option_refused", what, remedy=remedy, field=field, status=422)


def regime_unchanged() -> Problem:
    return Problem("reports.regime_unchanged", "Chế độ báo cáo vẫn như cũ, không có gì đổi.", status=409)


def period_backwards(starts_on: date, ends_on: date) -> Problem:
    return option_refused(
        "ends_on", f"Ngày cuối {ends_on:%d/%m/%Y} đứng trước ngày đầu {starts_on:%d/%m/%Y}.", "Chọn ngày muộn hơn."
    )
