"""What an administrative document holds (thành phần thể thức), without a word on how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quantriet.engines.kernel import EngineError


class TypesettingError(EngineError):
    """A document or a layout that cannot be set."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body: «I. TÌNH HÌNH» (level 1) or «1. Số liệu» (level 2)."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `is_basis` sets a «Căn cứ» line, in italics."""

    text: str
    is_basis: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: head, rows, and how many columns from the left hold words (the rest hold figures, set to the right).

    With `has_total` the last row is set bold. Cells are text already in the reader's form («1.234»).
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1
    has_total: bool = False
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.head or any(len(row) != len(self.head) for row in self.rows):
            raise TypesettingError(f"every row of a table has {len(self.head)} cells, as its head")


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs (quyền hạn, chức vụ, họ tên): «KT. GIÁM ĐỐC» over «PHÓ GIÁM ĐỐC», the name below."""

    post: str
    name: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix (phụ lục), on pages of its own; a wide table lies on landscape ones."""

    title: str
    blocks: tuple[Block, ...]
    label: str = "Phụ lục"
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """One administrative document. A blank `number` leaves the place for the clerk's hand; so does a missing day."""

    agency: str
    symbol: str  # «BC-STP»
    kind: str  # «BÁO CÁO»
    abstract: str
    blocks: tuple[Block, ...]
    signature: Signature
    parent_agency: str = ""
    number: str = ""
    place: str = ""
    day: date | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    keeper: str = "VT"  # the last line of nơi nhận: «Lưu: VT, VP.»


def render_date(place: str, day: date | None) -> str:
    """Place and date as the decree writes them: a zero before days below 10 and before months 1 and 2 only.

    >>> render_date("Đồng Xoài", date(2021, 2, 5))
    'Đồng Xoài, ngày 05 tháng 02 năm 2021'
    >>> render_date("", date(2019, 6, 29))
    '……, ngày 29 tháng 6 năm 2019'
    >>> render_date("", None)
    '……, ngày …… tháng …… năm ……'
    """
    where = place or "……"
    if day is None:
        return f"{where}, ngày …… tháng …… năm ……"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{where}, ngày {day.day:02d} tháng {month} năm {day.year}"
