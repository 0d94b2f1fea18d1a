"""Number and symbol of a document (số, ký hiệu văn bản).

The families in use: named kinds `1948/QĐ-UBND`, letters `1023/STP-VP`, normative `30/2020/NĐ-CP` and
`91/2025/QH15`, the Party's `11-CT/TU`, and drafts whose number is still blank, `/STP-VP`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .errors import EngineError

_LETTERS = r"A-Za-zÀ-ỹĐđ"
# A symbol has at least one letter; lower case occurs in it (QĐ-TTg, QyĐ, TTr).
_SYMBOL = rf"[{_LETTERS}][{_LETTERS}0-9&.]*(?:\s?[-–]\s?[{_LETTERS}0-9&.][{_LETTERS}0-9&.]*)*"
_PARTY = re.compile(rf"^(?P<serial>\d+[a-z]?)\s*[-–\s]\s*(?P<symbol>[{_LETTERS}]+\s*/\s*[{_LETTERS}0-9.-]+)$")
_STATE = re.compile(rf"^(?P<serial>\d+[a-z]?)?\s*/\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?(?P<symbol>{_SYMBOL})$")
_BARE = re.compile(r"^(?P<serial>\d+[a-z]?)$")


class NumberError(EngineError):
    """Text that is not the number and symbol of a document."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """Serial, year and symbol; `serial` is None in a draft, `year` is set in normative documents only.

    The serial is kept as written, with its zeros, since registers print it so.

    >>> DocumentNumber.parse("42 / 2014/QĐ - TTg")
    DocumentNumber(serial='42', year=2014, symbol='QĐ-TTg')
    >>> str(DocumentNumber.parse("11 - CT/TU")), str(DocumentNumber.parse("/STP-VP"))
    ('11-CT/TU', '/STP-VP')
    """

    serial: str | None
    year: int | None
    symbol: str

    @classmethod
    def parse(cls, text: str) -> DocumentNumber:
        """Read a number as written. Raises `NumberError`."""
        compact = re.sub(r"\s+", " ", text).strip(" .,;:")
        for pattern in (_PARTY, _STATE, _BARE):
            if match := pattern.match(compact):
                groups = match.groupdict()
                year, symbol = groups.get("year"), groups.get("symbol") or ""
                symbol = re.sub(r"\s*([-–/])\s*", lambda sign: sign.group(1).replace("–", "-"), symbol)
                return cls(groups["serial"], int(year) if year else None, symbol)
        raise NumberError(f"{text!r} is not the number of a document")

    @property
    def is_draft(self) -> bool:
        return self.serial is None

    @property
    def is_party(self) -> bool:
        """True of the Party's form, where the kind and the organisation are parted by a stroke."""
        return "/" in self.symbol

    @property
    def kind_mark(self) -> str:
        """The first group of the symbol: the abbreviation of the kind, or the agency of a letter."""
        return re.split(r"[-/.]", self.symbol)[0]

    def __str__(self) -> str:
        if not self.symbol:
            return self.serial or ""
        if self.is_party:
            return f"{self.serial or ''}-{self.symbol}"
        year = f"{self.year}/" if self.year else ""
        return f"{self.serial or ''}/{year}{self.symbol}"


def find_number(text: str) -> DocumentNumber | None:
    """The number that `text` is, or None."""
    try:
        return DocumentNumber.parse(text)
    except NumberError:
        return None
