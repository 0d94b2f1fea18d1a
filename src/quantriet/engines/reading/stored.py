"""A reading back from its plain values (bản đọc đã lưu), for whoever kept `Reading.to_dict()` and the text apart.

The way back to the text as it was given is not among the plain values: `original_span` of what comes out of here
counts in the normalised text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from quantriet.engines.kernel import Finding, Severity, Span

from .shapes import Citation, Clause, Deadline, Enclosure, Read, Reading, ReadObligation, Signer

Plain = Mapping[str, Any]


def from_dict(plain: Plain, text: str) -> Reading:
    """The reading of `text` whose plain values are `plain`. Raises KeyError where a part is missing.

    >>> from quantriet.engines.reading import read
    >>> reading = read("Giao Văn phòng lập danh sách trước ngày 05/8/2021.")
    >>> from_dict(reading.to_dict(), reading.text) == reading
    True
    """
    signer = plain["signer"]
    return Reading(
        text,
        _read(plain["kind"]),
        _read(plain["number"]),
        _read(plain["number_partial"]),
        _day(plain["date"]),
        _read(plain["date_partial"]),
        _read(plain["issuer"]),
        _read(plain["parent_agency"]),
        _read(plain["abstract"]),
        tuple(_read(item) for item in plain["addressees"]),
        tuple(_read(item) for item in plain["recipients"]),
        tuple(_citation(item) for item in plain["citations"]),
        tuple(_clause(item) for item in plain["clauses"]),
        tuple(_obligation(item) for item in plain["obligations"]),
        Signer(_read(signer["authority"]), _read(signer["title"]), _read(signer["name"])),
        tuple(_finding(item) for item in plain["findings"]),
        enclosures=tuple(_enclosure(item) for item in plain.get("enclosures", ())),  # kept ones of before have none
    )


def _enclosure(plain: Plain) -> Enclosure:
    reading = plain["reading"]
    return Enclosure(plain["role"], Span.from_dict(plain["span"]), from_dict(reading, reading["text"]))


def _span(plain: Mapping[str, int] | None) -> Span | None:
    return Span.from_dict(plain) if plain is not None else None


def _read(plain: Plain) -> Read[Any]:
    return Read(plain["value"], _span(plain["span"]), plain["doubt"], plain["reason"])


def _day(plain: Plain) -> Read[date | None]:
    value = date.fromisoformat(plain["value"]) if plain["value"] else None
    return Read(value, _span(plain["span"]), plain["doubt"], plain["reason"])


def _citation(plain: Plain) -> Citation:
    day = date.fromisoformat(plain["date"]) if plain["date"] else None
    span = Span.from_dict(plain["span"])
    provisions = tuple(plain.get("provisions", ()))
    return Citation(plain["number"], day, plain["issuer"], plain["abstract"], span, plain["doubt"], provisions)


def _clause(plain: Plain) -> Clause:
    """Clauses nest as deep as a document's numbering does, a handful of levels."""
    children = tuple(_clause(child) for child in plain["children"])
    span, body = Span.from_dict(plain["span"]), Span.from_dict(plain["body"])
    return Clause(tuple(plain["path"]), plain["label"], span, body, children)


def _deadline(plain: Plain | None) -> Deadline | None:
    if plain is None:
        return None
    further = tuple(term for item in plain.get("further", ()) if (term := _deadline(item)) is not None)
    also_at = tuple(plain.get("also_at", ()))  # kept ones of before have none
    return Deadline(**{**plain, "span": _span(plain["span"]), "further": further, "also_at": also_at})


def _obligation(plain: Plain) -> ReadObligation:
    return ReadObligation(
        clause_path=tuple(plain["clause_path"]),
        clause_label=plain["clause_label"],
        span=Span.from_dict(plain["span"]),
        type=plain["type"],
        modality=plain["modality"],
        assignees=tuple(_read(item) for item in plain["assignees"]),
        cooperating=tuple(_read(item) for item in plain["cooperating"]),
        deadline=_deadline(plain["deadline"]),
        title=plain["title"],
        doubt=plain["doubt"],
        reason=plain["reason"],
    )


def _finding(plain: Plain) -> Finding:
    return Finding(plain["code"], plain["message"], _span(plain["span"]), Severity(plain["severity"]))
