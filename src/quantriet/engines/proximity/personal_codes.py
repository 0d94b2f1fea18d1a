"""The QR code of a person: PC-Covid's string or the chip card's, of which two fields are kept (mã QR cá nhân).

PC-Covid, technical guide v1.1 of 11/9/2021: `SoGiayTo|HoTen|NgaySinh|LoaiDinhDanh|QID|EXT`. Chip card, as its readers
see it: `số|CMND cũ|họ tên|ddmmyyyy|giới tính|nơi thường trú|ddmmyyyy cấp`.

Kept: the number of the paper, which is the same in both strings, so that who shows one today and the other tomorrow is
one person, and by which a health worker finds them; the name, which a guard compares with the face. Whether somebody
else declared for the person is kept as well, since then the guard asks for the paper. Never kept: birth date, sex,
address, phone, insurance card, old number, dates of issue, the national QR id, signatures. None is needed to know who
was where, and each is a loss when a guard's phone is.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quantriet.engines.kernel.problem import Problem

MOST_CHARACTERS = 1_000
HIDDEN_CHARACTERS = 6  # of a number on a screen, by the guide

_NUMBER = re.compile(r"[0-9A-Z]{6,15}")
_CARD_NUMBER = re.compile(r"[0-9]{12}")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CARD_DATE = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_MOST_NAME = 100
_PC_COVID_FIELDS, _CARD_FIELDS = 6, 7


class CodeKind(StrEnum):
    """Which code was shown (loại mã cá nhân)."""

    PC_COVID = "pc_covid"
    CHIP_CARD = "chip_card"


@dataclass(frozen=True, slots=True, repr=False)
class PersonalCode:
    """What is kept of a shown code (thông tin giữ lại). It prints itself masked: no log ever holds the number."""

    kind: CodeKind
    number: str
    name: str
    is_declared_by_other: bool = False

    @property
    def masked_number(self) -> str:
        """The number as a screen may show it.

        >>> PersonalCode(CodeKind.CHIP_CARD, "001234567890", "Nguyễn Văn Mẫu").masked_number
        '••••••567890'
        """
        return "•" * min(HIDDEN_CHARACTERS, len(self.number)) + self.number[HIDDEN_CHARACTERS:]

    def pseudonym(self, secret: bytes) -> str:
        """The person in a table of visits: 32 hex digits, the same for each code of one number, nothing without the
        agency's secret (HMAC-SHA256).
        """
        return hmac.digest(secret, b"visitor\x00" + self.number.encode("ascii"), "sha256").hex()[:32]

    def __repr__(self) -> str:
        return f"PersonalCode({self.kind.value}, {self.masked_number})"


def read_personal_code(text: str) -> PersonalCode:
    """What is kept of a scanned string; raises Problem for any other, with a sentence that repeats nothing of it.

    >>> read_personal_code("001234567890|NGUYEN VAN MAU|1990-01-31|0|QID12345|0912000000")
    PersonalCode(pc_covid, ••••••567890)
    """
    fields = [field.strip() for field in text.strip().split("|")] if len(text) <= MOST_CHARACTERS else []
    if len(fields) >= _CARD_FIELDS and _CARD_NUMBER.fullmatch(fields[0]) and _is_card_date(fields[3]):
        return _kept(CodeKind.CHIP_CARD, fields[0], fields[2])
    if len(fields) >= _PC_COVID_FIELDS and _is_iso_date(fields[2]) and fields[3] in {"0", "1"}:
        return _kept(CodeKind.PC_COVID, fields[0].upper(), fields[1], is_declared_by_other=fields[3] == "1")
    raise _unreadable()


def _kept(kind: CodeKind, number: str, name: str, *, is_declared_by_other: bool = False) -> PersonalCode:
    name = " ".join(unicodedata.normalize("NFC", name).split())
    is_name = 0 < len(name) <= _MOST_NAME and all(sign.isalpha() or sign in " '.-" for sign in name)
    if not _NUMBER.fullmatch(number) or not is_name:
        raise _unreadable()
    return PersonalCode(kind, number, name, is_declared_by_other)


def _is_iso_date(text: str) -> bool:
    return bool(_ISO_DATE.fullmatch(text)) and _exists(text[:4], text[5:7], text[8:])


def _is_card_date(text: str) -> bool:
    found = _CARD_DATE.fullmatch(text)
    return found is not None and _exists(found[3], found[2], found[1])


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _unreadable() -> Problem:
    return Problem(
        "personal_codes.unreadable",
        "Đây không phải mã cá nhân PC-Covid hay mã trên thẻ căn cước gắn chip.",
        remedy="Quét lại cho rõ nét, hoặc ghi tên người vào sổ giấy.",
    )
