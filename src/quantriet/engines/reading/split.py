"""Stage 2b: several documents in one file (tách văn bản).

Reads: lines. Writes: the lines of the main document, and a finding for each further one. A cover letter with the
superior's letter behind it, or a decision with an annex of its own head, repeats the national motto.
"""

from __future__ import annotations

import re

from quantriet.engines.kernel import Finding, Severity, Span

from .layout import MOTTO, Line

_ANNEX = re.compile(r"^\W{0,3}phu luc(?:\s+(?:[ivx]+|\d+))?\W{0,3}$")
_HEAD = re.compile(
    r"^\W{0,3}(?:uy ban|ubnd|so |bo |hoi dong|van phong|ban |truong |trung tam|cong ty|chi cuc"
    r"|tinh |huyen |thanh pho|thi xa|xa |phuong |quan )"
)
_LEAST = 12  # lines of the first document; a motto before that belongs to its own head


def split_documents(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """The first document's lines; the others are told, not read."""
    starts = [at for at, line in enumerate(lines) if at >= _LEAST and MOTTO.search(line.bare)]
    firsts = [_with_head(lines, at) for at in starts if _closed_before(lines, at)]
    annex = next((at for at, line in enumerate(lines) if at >= _LEAST and _is_annex(lines, at, line)), None)
    cuts = sorted({*firsts, *([annex] if annex is not None else [])})
    if not cuts:
        return lines, []
    findings = [_told(lines, begin, end) for begin, end in zip(cuts, [*cuts[1:], len(lines)], strict=True)]
    return lines[: cuts[0]], findings


def _closed_before(lines: list[Line], at: int) -> bool:
    """Whether the document before has ended: its list of recipients, its end mark or its signature is above."""
    above = lines[max(0, at - 40) : at]
    return any("nhan" in line.bare[:14] and "n" in line.bare[:3] for line in above) or any(
        "./." in line.text for line in above
    )


def _is_annex(lines: list[Line], at: int, line: Line) -> bool:
    return bool(_ANNEX.match(line.bare)) and line.text.upper() == line.text and _closed_before(lines, at)


def _with_head(lines: list[Line], at: int) -> int:
    """Where the letterhead begins: lines of the agency may stand above the motto."""
    begin = at
    while begin > at - 3 and begin > 0 and _HEAD.match(lines[begin - 1].bare) and lines[begin - 1].text.isupper():
        begin -= 1
    return begin


def _told(lines: list[Line], begin: int, end: int) -> Finding:
    span = Span(lines[begin].start, lines[end - 1].end)
    message = (
        "Tệp còn một văn bản hoặc phụ lục khác bắt đầu từ đây; chỉ văn bản đầu được đọc. "
        "Hãy tách phần này thành tệp riêng rồi nạp tiếp nếu cần."
    )
    return Finding("reading.further_document", message, span, Severity.INFO)
