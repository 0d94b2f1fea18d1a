"""A reading in the shape of a corpus label (nhãn), for scoring and for exchange as plain JSON.

Reads: a `Reading`. Writes: a dict whose `start` counts in the text with its white space collapsed.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from .flat import words_of
from .shapes import Citation, Deadline, Reading, ReadObligation

_WINDOW = 120


class _Collapsed:
    """The whole text with single spaces, and the way from offsets of the text into it."""

    def __init__(self, text: str) -> None:
        words = list(words_of(text))
        self.text = " ".join(word for _, word in words)
        self._origins = [start for start, _ in words]
        self._starts: list[int] = []
        at = 0
        for _, word in words:
            self._starts.append(at)
            at += len(word) + 1

    def offset(self, origin: int) -> int:
        at = bisect_right(self._origins, origin) - 1
        return self._starts[at] + origin - self._origins[at] if at >= 0 else 0

    def window(self, start: int) -> str:
        return self.text[start : start + _WINDOW]


def label_of(reading: Reading, id: str | None = None) -> dict[str, Any]:
    collapsed = _Collapsed(reading.text)
    day = reading.date.value
    label: dict[str, Any] = {
        "kind": reading.kind.value,
        "number": reading.number.value,
        "number_partial": reading.number_partial.value,
        "date": day.isoformat() if day else None,
        "date_partial": reading.date_partial.value,
        "issuer": reading.issuer.value,
        "parent_agency": reading.parent_agency.value,
        "abstract": reading.abstract.value,
        "addressees": [item.value for item in reading.addressees],
        "recipients": [item.value for item in reading.recipients],
        "cites": [_cite(citation) for citation in reading.citations if "/QH" not in citation.number],
        "signer": {
            "authority": reading.signer.authority.value,
            "title": reading.signer.title.value,
            "name": reading.signer.name.value,
        },
        "obligations": [_obligation(item, collapsed) for item in reading.obligations],
    }
    return label if id is None else {"id": id, **label}


def _cite(citation: Citation) -> dict[str, Any]:
    return {
        "number": citation.number,
        "date": citation.date.isoformat() if citation.date else None,
        "issuer": citation.issuer,
    }


def _obligation(item: ReadObligation, collapsed: _Collapsed) -> dict[str, Any]:
    start = collapsed.offset(item.span.start)
    window = collapsed.window(start)
    names = [unit.value for unit in item.assignees]
    return {
        "clause": item.clause_label,
        "type": item.type,
        "start": start,
        "text": window,
        "assignees": names,
        "cooperating": [unit.value for unit in item.cooperating],
        "deadline": _deadline(item.deadline),
        "assignee_in_text_window": any(name in window for name in names),
    }


def _deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    data = {
        "kind": deadline.kind,
        "text": deadline.text,
        "time": deadline.time,
        "date": deadline.date,
        "amount": deadline.amount,
    }
    if deadline.kind == "once":
        data["date_basis"] = deadline.date_basis
    return data
