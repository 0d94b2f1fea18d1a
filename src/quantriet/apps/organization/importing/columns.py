"""The two sheets of the workbook: their columns, what each may hold, and an example for the template."""

from __future__ import annotations

from dataclasses import dataclass

from quantriet.apps.organization.models import PostRank, StaffStatus, UnitKind
from quantriet.engines.kernel.folding import fold_key


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it fills, its heading, whether it must be filled, its longest text, help for the typist."""

    field: str
    title: str
    is_required: bool
    limit: int
    help: str
    choices: tuple[tuple[str, str], ...] = ()  # words in the cell → value


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    columns: tuple[Column, ...]
    example: tuple[tuple[str, ...], ...]


def _choices(enum: type[UnitKind] | type[StaffStatus] | type[PostRank], **more: str) -> tuple[tuple[str, str], ...]:
    told = [(fold_key(str(label)), value) for value, label in enum.choices]
    return (*told, *((fold_key(words), value) for value, texts in more.items() for words in texts.split("|")))


KINDS = _choices(
    UnitKind,
    division="Phòng|Phòng chuyên môn|Phòng nghiệp vụ|Phòng chuyên môn nghiệp vụ",
    office="Văn phòng Sở",
    inspectorate="Thanh tra Sở",
    public_service="Đơn vị sự nghiệp công lập|Trung tâm|Sự nghiệp",
    commune="UBND cấp xã|UBND xã|Xã|Phường|Đặc khu",
)
STATUSES = _choices(
    StaffStatus, contract_worker="Hợp đồng|Hợp đồng lao động|NLĐ", civil_servant="CC", public_employee="VC"
)
RANKS = _choices(
    PostRank, head="Trưởng|Cấp trưởng|Đứng đầu", deputy="Phó", staff="Chuyên viên|Nhân viên|Chuyên viên nhân viên|Khác"
)

UNITS = Sheet(
    "Đơn vị",
    (
        Column("code", "Mã đơn vị", True, 40, "Không trùng nhau; nhập lại cùng mã là sửa, không thêm mới."),
        Column("name", "Tên đơn vị", True, 200, "Tên đầy đủ như trong quyết định."),
        Column("short_name", "Tên gọi tắt", False, 80, "Hiện trong bảng, ví dụ Phòng PBGDPL."),
        Column("kind", "Loại đơn vị", True, 40, "Văn phòng, Thanh tra, Phòng chuyên môn, Đơn vị sự nghiệp.", KINDS),
        Column("parent_code", "Mã đơn vị cấp trên", False, 40, "Để trống: trực thuộc cơ quan."),
        Column("symbol", "Ký hiệu văn bản", False, 20, "Ví dụ VP."),
        Column("position", "Thứ tự", False, 9, "Số thứ tự trong danh sách."),
    ),
    (
        ("VP", "Văn phòng Sở", "", "Văn phòng", "", "VP", "1"),
        ("P-TH", "Phòng Tổng hợp", "Phòng TH", "Phòng chuyên môn", "", "TH", "2"),
        ("TT-DV", "Trung tâm Dịch vụ", "TT DV", "Đơn vị sự nghiệp", "", "", "3"),
    ),
)
PEOPLE = Sheet(
    "Con người",
    (
        Column("code", "Mã cán bộ", True, 40, "Không trùng nhau; người giữ hai chức vụ ghi hai dòng cùng mã."),
        Column("full_name", "Họ và tên", True, 120, ""),
        Column("status", "Diện", True, 40, "Công chức, Viên chức, Người lao động.", STATUSES),
        Column("unit_code", "Mã đơn vị", True, 40, "Mã ở trang «Đơn vị», hoặc mã đã có trong hệ thống."),
        Column("title", "Chức danh", True, 120, "Chánh Văn phòng, Trưởng phòng, Chuyên viên…"),
        Column("rank", "Cấp", True, 40, "Người đứng đầu, Cấp phó, Chuyên viên.", RANKS),
        Column("email", "Thư điện tử", False, 254, ""),
        Column("phone", "Điện thoại", False, 20, ""),
    ),
    (
        ("CB001", "Họ Tên Một", "Công chức", "VP", "Chánh Văn phòng", "Người đứng đầu", "", "0900000001"),
        ("CB002", "Họ Tên Hai", "Công chức", "P-TH", "Trưởng phòng", "Người đứng đầu", "", ""),
        ("CB003", "Họ Tên Ba", "Viên chức", "TT-DV", "Viên chức", "Chuyên viên", "", ""),
    ),
)
