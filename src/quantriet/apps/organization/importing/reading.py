"""An Excel file → rows, with every error in its cell. Knows nothing of the database."""

from __future__ import annotations

import zipfile
from dataclasses import asdict, dataclass, field
from datetime import date
from io import BytesIO
from typing import Any
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from python_calamine import CalamineError, CalamineWorkbook

from quantriet.apps.organization.importing.columns import PEOPLE, UNITS, Column, Sheet
from quantriet.engines.kernel.folding import fold_key
from quantriet.engines.kernel.problem import Problem

ROW_LIMIT = 5_000
FILE_LIMIT_BYTES = 5 * 1024 * 1024
_UNPACKED_LIMIT_BYTES = 60 * 1024 * 1024
_HEAD_ROWS = 15  # the headings stand within these


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One error at one place: which sheet, row (as Excel counts) and column; what, why, what to do."""

    sheet: str
    row: int
    column: str
    what: str
    why: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row as text and values of choices, with its place for messages."""

    row: int
    values: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")


@dataclass(slots=True)
class Book:
    """What a workbook tells: units and people, and what is wrong in it."""

    units: list[Row] = field(default_factory=list)
    people: list[Row] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        return {"units": [asdict(row) for row in self.units], "people": [asdict(row) for row in self.people]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Book:
        return cls([Row(**row) for row in data["units"]], [Row(**row) for row in data["people"]])


def read_book(data: bytes) -> Book:
    """Read a workbook. Raises Problem when the file as a whole cannot be used; cell errors are in the book."""
    workbook = _open(data)
    book = Book()
    names = {fold_key(name): name for name in workbook.sheet_names}
    found = [sheet for sheet in (UNITS, PEOPLE) if fold_key(sheet.name) in names]
    if not found:
        raise _unusable(
            "no_sheet", "Tệp không có trang «Đơn vị» hay «Con người».",
            f"Các trang trong tệp: {', '.join(workbook.sheet_names)}.", "Tải tệp mẫu và điền vào đúng các trang đó.",
        )  # fmt: skip
    for sheet in found:
        rows = book.units if sheet is UNITS else book.people
        rows.extend(_read_sheet(workbook, names[fold_key(sheet.name)], sheet, book.problems))
    return book


def _open(data: bytes) -> CalamineWorkbook:
    if len(data) > FILE_LIMIT_BYTES:
        raise _unusable("too_big", "Tệp lớn hơn 5 MB.", "Danh sách một cơ quan không đến cỡ đó.", "Bỏ ảnh, trang thừa.")
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise _unusable(
            "old_excel", "Tệp theo định dạng cũ (.xls) hoặc có đặt mật khẩu.", "",
            "Mở bằng Excel, bỏ mật khẩu, lưu thành «Excel Workbook (.xlsx)» rồi tải lên.",
        )  # fmt: skip
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _UNPACKED_LIMIT_BYTES:
                raise _too_many_rows()
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except (zipfile.BadZipFile, CalamineError, NotImplementedError, OSError):
        raise _unusable("not_excel", "Không đọc được tệp này.", "Tệp không phải Excel .xlsx, hoặc đã hỏng.",
                        "Tải tệp mẫu, điền vào rồi tải lên lại.") from None  # fmt: skip


def _read_sheet(workbook: CalamineWorkbook, name: str, sheet: Sheet, problems: list[CellProblem]) -> list[Row]:
    table = workbook.get_sheet_by_name(name)
    if table.height > ROW_LIMIT:
        raise _too_many_rows()
    rows = table.to_python(skip_empty_area=False)
    head = _find_head(rows, sheet)
    if head is None:
        problems.append(CellProblem(sheet.name, 1, "", "Không thấy dòng tiêu đề.",
                                    f"Trong {_HEAD_ROWS} dòng đầu không có các cột của tệp mẫu.",
                                    "Giữ nguyên dòng tiêu đề của tệp mẫu."))  # fmt: skip
        return []
    places = {fold_key(_text(cell)): index for index, cell in enumerate(rows[head])}
    missing = [column for column in sheet.columns if column.is_required and fold_key(column.title) not in places]
    for column in missing:
        problems.append(CellProblem(sheet.name, head + 1, column.title, f"Thiếu cột «{column.title}».",
                                    "Cột này bắt buộc.", "Thêm cột, ghi đúng tiêu đề như tệp mẫu."))  # fmt: skip
    if missing:
        return []
    reader = _RowReader(sheet, places, problems)
    return [row for number, cells in enumerate(rows[head + 1 :], head + 2) if (row := reader.read(number, cells))]


def _find_head(rows: list[list[Any]], sheet: Sheet) -> int | None:
    titles = {fold_key(column.title) for column in sheet.columns}
    for index, cells in enumerate(rows[:_HEAD_ROWS]):
        if len(titles & {fold_key(_text(cell)) for cell in cells}) >= 2:
            return index
    return None


class _RowReader:
    """Reads the cells of one sheet's rows, noting each error in its place."""

    def __init__(self, sheet: Sheet, places: dict[str, int], problems: list[CellProblem]) -> None:
        self.sheet = sheet
        self.problems = problems
        self.places = [(column, places.get(fold_key(column.title))) for column in sheet.columns]

    def read(self, number: int, cells: list[Any]) -> Row | None:
        texts = {
            column: _text(cells[place]) if place is not None and place < len(cells) else ""
            for column, place in self.places
        }
        if not any(texts.values()):
            return None
        return Row(number, {column.field: self._value(number, column, text) for column, text in texts.items()})

    def _value(self, number: int, column: Column, text: str) -> str:
        if not text:
            if column.is_required:
                self._note(number, column, "Chưa ghi.", "Cột này bắt buộc.", f"Ghi {column.title.lower()}.")
            return ""
        if len(text) > column.limit:
            self._note(number, column, f"Dài {len(text)} ký tự.", f"Tối đa {column.limit}.", "Viết gọn lại.")
            return text[: column.limit]
        if column.choices:
            return self._choice(number, column, text)
        if column.field == "position" and not text.isdigit():
            self._note(number, column, f"«{text}» không phải số thứ tự.", "", "Ghi số nguyên: 1, 2, 3…")
            return ""
        if column.field == "email" and not _is_email(text):
            self._note(number, column, f"«{text}» không phải địa chỉ thư.", "", "Sửa lại hoặc để trống.")
        if column.field == "phone" and len(text) == 9 and text.isdigit():
            return "0" + text  # typed as a number, Excel dropped the zero in front
        return text

    def _choice(self, number: int, column: Column, text: str) -> str:
        value = dict(column.choices).get(fold_key(text))
        if value is None:
            self._note(
                number, column, f"«{text}» không phải {column.title.lower()}.", "", f"Ghi một trong: {column.help}"
            )
            return ""
        return value

    def _note(self, number: int, column: Column, what: str, why: str, remedy: str) -> None:
        self.problems.append(CellProblem(self.sheet.name, number, column.title, what, why, remedy))


def _text(cell: Any) -> str:
    """A cell as text: NFC, spaces collapsed, a whole number without its «.0», a date as written here."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, date):
        cell = f"{cell.day}/{cell.month}/{cell.year}"
    return " ".join(normalize("NFC", str(cell)).replace("\u200b", "").split())


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _unusable(code: str, what: str, why: str, remedy: str) -> Problem:
    return Problem(f"organization.import_{code}", what, why=why, remedy=remedy, field="file", status=422)


def _too_many_rows() -> Problem:
    limit = f"{ROW_LIMIT:,}".replace(",", ".")
    return _unusable(
        "too_many_rows",
        "Tệp có quá nhiều dòng.",
        f"Mỗi trang tối đa {limit} dòng.",
        "Xóa các dòng trống ở cuối trang, hoặc chia thành nhiều tệp.",
    )
