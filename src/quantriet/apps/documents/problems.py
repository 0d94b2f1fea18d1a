"""Refusals about documents."""

from __future__ import annotations

from quantriet.apps.documents.models import Document, Enclosure
from quantriet.engines.kernel.problem import Problem


class TwinFound(Problem):
    """The document seems to stand in the book already; `twins` are the entries (văn bản trùng)."""

    def __init__(self, twins: list[Document]) -> None:
        super().__init__(
            "documents.twin",
            "Văn bản này có thể đã vào sổ.",
            why=f"Trùng với số đến {', '.join(twin.register_label for twin in twins)}.",
            remedy="Mở bản đã có để so. Nếu đúng là văn bản khác, chọn «Vẫn vào sổ».",
            status=409,
        )
        self.twins = twins


class ScanWaits(Problem):
    """The file is a scan of `page_count` pages, too long to be read while somebody waits (bản chụp dài)."""

    def __init__(self, page_count: int) -> None:
        super().__init__(
            "documents.scan_waits",
            f"Bản chụp có {page_count} trang, cần đọc ở phía sau.",
            why="Nhận dạng chữ mất khoảng một giây mỗi trang.",
            remedy="Vào sổ tệp này ở trang «Vào sổ văn bản» rồi chờ phần mềm đọc xong.",
            field="file",
            status=422,
        )
        self.page_count = page_count


class ReviewStale(Problem):
    """Somebody else has saved the review since this page was opened; `saved_at` is that saving."""

    def __init__(self, saved_at: str) -> None:
        super().__init__(
            "documents.review_stale",
            "Người khác vừa sửa bản duyệt này.",
            why="Lưu đè thì mất phần người kia đã sửa.",
            remedy="Tải lại trang để xem bản mới nhất rồi sửa tiếp.",
            status=409,
        )
        self.saved_at = saved_at


def nothing_given() -> Problem:
    return Problem(
        "documents.empty",
        "Chưa có nội dung để đọc.",
        why="Ô văn bản và ô tệp đều trống.",
        remedy="Dán toàn văn vào ô bên dưới, hoặc chọn tệp Word, PDF, ảnh chụp.",
        field="text",
        status=422,
    )


def file_empty(name: str) -> Problem:
    return Problem(
        "documents.file_empty",
        f"Tệp «{name}» không có chữ nào.",
        why="Tệp rỗng, hoặc chỉ chứa ảnh chụp trang giấy.",
        remedy="Mở tệp kiểm tra lại. Nếu là bản chụp, gõ hoặc dán phần chữ vào ô văn bản.",
        field="file",
        status=422,
    )


def text_too_long(count: int, limit: int) -> Problem:
    return Problem(
        "documents.text_too_long",
        f"Văn bản dài {_thousands(count)} ký tự, quá mức {_thousands(limit)} ký tự.",
        why="Một văn bản hành chính dài nhất cũng chỉ vài trăm trang; có thể đã dán nhầm nhiều văn bản một lần.",
        remedy="Chỉ giữ lại một văn bản, phụ lục dài thì vào sổ riêng.",
        field="text",
        status=422,
    )


def file_too_big(size: int, limit: int) -> Problem:
    return Problem(
        "documents.file_too_big",
        f"Tệp nặng {_megabytes(size)} MB, quá mức {_megabytes(limit)} MB.",
        remedy="Giảm cỡ ảnh trong tệp rồi chọn lại, hoặc dán phần chữ vào ô văn bản.",
        field="file",
        status=422,
    )


def file_kind_unknown(name: str) -> Problem:
    return Problem(
        "documents.file_kind",
        f"Chưa đọc được tệp «{name}».",
        why="Phần mềm đọc được Word, PDF, ảnh chụp, trang web, thư .eml, tệp nén .zip và tệp chữ .txt.",
        remedy="Mở tệp, chép toàn bộ chữ rồi dán vào ô văn bản; hoặc lưu lại thành .docx.",
        field="file",
        status=422,
    )


def file_unreadable(name: str, told: str) -> Problem:
    """`told` is what the reader of files found, with what to do about it."""
    return Problem("documents.file_kind", f"Chưa đọc được tệp «{name}».", why=told, field="file", status=422)


def both_given() -> Problem:
    return Problem(
        "documents.both",
        "Vừa dán văn bản vừa chọn tệp.",
        why="Mỗi lần vào sổ chỉ nhận một văn bản, từ một nguồn.",
        remedy="Xóa chữ trong ô văn bản nếu muốn dùng tệp; nếu muốn dùng chữ đã dán thì gửi lại mà không chọn tệp.",
        field="file",
        status=422,
    )


def file_damaged() -> Problem:
    return Problem(
        "documents.file_damaged",
        "Tệp gốc không còn nguyên vẹn trên máy chủ.",
        why="Nội dung đọc lên không khớp với dấu kiểm ghi lúc vào sổ.",
        remedy="Báo người quản trị khôi phục tệp từ bản sao lưu.",
        status=500,
    )


def upload_expired() -> Problem:
    return Problem(
        "documents.upload_expired",
        "Tệp chọn lần trước không còn chờ trên máy chủ.",
        remedy="Chọn lại tệp rồi gửi.",
        field="file",
        status=422,
    )


def not_waiting(document: Document) -> Problem:
    return Problem(
        "documents.not_waiting",
        f"Văn bản số đến {document.register_label} không còn chờ duyệt.",
        why=f"Trạng thái hiện nay: {document.get_state_display()}.",
        remedy="Tải lại trang để xem trạng thái mới nhất.",
        status=409,
    )


def already_entered(enclosure: Enclosure) -> Problem:
    label = enclosure.document.register_label if enclosure.document else ""
    return Problem(
        "documents.already_entered",
        f"Phần «{enclosure.heading}» đã vào sổ riêng.",
        why=f"Số đến {label}.",
        remedy="Tải lại trang để xem trạng thái mới nhất.",
        status=409,
    )


def not_pending(state: str) -> Problem:
    return Problem(
        "documents.not_pending",
        "Tệp này không còn chờ đọc.",
        why=f"Trạng thái hiện nay: {state}.",
        remedy="Tải lại trang để xem trạng thái mới nhất.",
        status=409,
    )


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _megabytes(size: int) -> str:
    return f"{size / 1_048_576:.1f}".replace(".", ",")
