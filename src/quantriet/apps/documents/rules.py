"""What identifies a document, how it is searched, and the words of its state; values in, values out."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any

from quantriet.apps.documents.models import DocumentState
from quantriet.engines.kernel import fold_key
from quantriet.engines.kernel.numbers import find_number
from quantriet.engines.reading import Reading

STATE_TONES = {
    DocumentState.RECEIVED: "amber",
    DocumentState.ADOPTED: "green",
    DocumentState.SET_ASIDE: "nil",
}


def identity_of(number: str, issuer: str, issued_on: date | None) -> str:
    """Number, issuer and date folded, equal for two writings of one document; empty of a draft without a serial.

    >>> identity_of("1023/STP-VP", "Sở Tư pháp", None) == identity_of("1023 / STP–VP", "SỞ TƯ PHÁP", None)
    True
    >>> identity_of("/STP-VP", "Sở Tư pháp", None)
    ''
    """
    parsed = find_number(number)
    if parsed is None or parsed.is_draft:
        return ""
    return f"{fold_key(str(parsed))}|{fold_key(issuer)}|{issued_on or ''}"[:300]


def plain_number(number: str) -> str:
    """A number in the one way of writing it that the books use.

    >>> plain_number("1948 / QĐ – UBND")
    '1948/QĐ-UBND'
    """
    parsed = find_number(number)
    return str(parsed) if parsed else number.strip()


def tidy_abstract(abstract: str) -> str:
    """An abstract as a heading: one line, without the «V/v» that opens it in a letter.

    >>> tidy_abstract("V/v  tăng cường phòng dịch")
    'Tăng cường phòng dịch'
    """
    words = re.sub(r"^v/v\s*:?\s*", "", " ".join(abstract.split()), flags=re.IGNORECASE)
    return words[:1].upper() + words[1:]


def letterhead_of(reading: Reading) -> dict[str, Any]:
    """What the letterhead of a reading says, by the names of the columns and cut to their sizes."""
    number = reading.number.value or reading.number_partial.value or ""
    return {
        "kind": reading.kind.value[:20],
        "number": plain_number(number)[:80],
        "issued_on": reading.date.value,
        "issuer": (reading.issuer.value or "")[:300],
        "parent_agency": (reading.parent_agency.value or "")[:300],
        "abstract": tidy_abstract(reading.abstract.value or ""),
        "signer": (reading.signer.name.value or reading.signer.title.value or "")[:200],
    }


def search_text_of(*parts: str) -> str:
    """The words to search in, with and without the Vietnamese marks, so that «phong dich» finds «phòng dịch».

    >>> search_text_of("Phòng, chống dịch")
    'phòng chống dịch phong chong dich'
    """
    words = fold_key(" ".join(parts))
    bare = without_marks(words)
    return words if bare == words else f"{words} {bare}"


def without_marks(text: str) -> str:
    parted = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in parted if not unicodedata.combining(char))
