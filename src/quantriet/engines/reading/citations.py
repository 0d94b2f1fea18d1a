"""Stage 6: other documents that this one names (văn bản viện dẫn).

Reads: the whole text but the document's own number. Writes: one citation a document, with date, issuer and
provisions where they stand. A law's number (…/QH13) is kept too; the label form leaves it out, since laws are cited by
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from quantriet.engines.kernel import Span

from .dates import DAY, day_of
from .flat import Flat
from .shapes import Citation

_CAP = "A-ZĐÐƯÂÊÔÁ"
_LETTER = "A-Za-zÀ-ỹĐđ"
_GROUP = (
    rf"(?:[-–.](?:\s(?=[{_CAP}&0-9]{{2,}}(?![{_LETTER}])))?"
    rf"|\s[-–]\s?(?=[{_CAP}&0-9]{{2,}}(?![{_LETTER}])))[{_CAP}0-9][{_LETTER}0-9&]*"
)
_STATE = re.compile(
    rf"(?<![\w/])(?P<serial>\d{{1,5}}[a-z]?)\s?/\s?(?:(?P<year>(?:19"
    rf"|20)\d\d)\s?/\s?)?(?P<symbol>[{_CAP}][{_LETTER}0-9&]*(?:{_GROUP})*)"
)
_PARTY = re.compile(
    rf"(?<![\w/])(?P<serial>\d{{1,4}})\s?[-–]?\s?(?P<symbol>(?:CT|KL|NQ|QĐ|TB|HD|TTr|KH|QC|QyĐ|BC"
    rf"|CV|CTr|ĐA|TT|NQLT)\s?/\s?[{_CAP}][{_LETTER}]+)"
)
_KINDS = (
    "quyết định|công văn|chỉ thị|nghị quyết|thông tư|nghị định|kế hoạch|thông báo|văn bản"
    "|công điện|tờ trình|báo cáo|kết luận|"
    "hướng dẫn|giấy mời|giấy phép|quy định|biên bản"
)
_BARE = re.compile(rf"\b(?:{_KINDS})\s+số\s*:?\s*(?P<serial>\d{{1,5}})(?![\w/]|\s?[-–/]\s?\w|[.,]\d)")
_AFTER = re.compile(rf"[\s,;]{{0,3}}\(?\s?(?:ban hành\s)?(?:ký\s)?ng[àa]y:?\s?{DAY}")
_BEFORE = re.compile(
    rf"ng[àa]y[\s<>|]{{0,4}}{DAY}[\s,]+[^.;:]{{0,90}}?\b(?:ban hành|có|gửi|ký|ra"
    rf"|phát hành)\b[^.;:,]{{0,30}}?\b(?:{_KINDS})[^.;:,]{{0,12}}$"
)
_ISSUER = re.compile(
    r"[\s,]{0,2}của\s+(?P<issuer>(?:(?!\s(?:về|quy định|hướng dẫn|ban hành|sửa đổi|v/v|tại"
    r"|phê duyệt|và (?:công|quyết|văn|thông|kế|chỉ|nghị)|cho|đã|yêu cầu"
    r"|triển khai))[^.;:,()“\"]){3,90})",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"[\s,]{0,2}(?P<about>(?:về|quy định|v/v|hướng dẫn|ban hành|phê duyệt|“|\")[^.;\n]{5,240})", re.IGNORECASE
)
_PROVISION = re.compile(
    r"(?P<provision>(?:điểm\s[a-zđ](?:\s?(?:,|và)\s?[a-zđ])*,?\s)?(?:khoản\s\d+[a-z]?(?:\s?(?:,|và)\s?\d+)*,?\s)?"
    r"điều\s\d+[a-z]?(?:\s?(?:,|và)\s?(?:điều\s)?\d+)*),?\s(?:của\s)?"
    rf"(?:{_KINDS}|luật|bộ luật)\s(?:[^.;:,\d]{{1,40}}\s)?"
    r"(?:số\s?:?\s?)?$"
)
_REACH = 200
_NEAR = 160
_MOST_TWINS = 50


def read_citations(text: str, part: Span, own: Span | None) -> tuple[Citation, ...]:
    """Every document that a part of the text names, in order, each once; `own` is where its own number stands."""
    flat = Flat.of(text, (part,))
    found: dict[str, Citation] = {}
    serials: dict[str, list[str]] = {}
    for match, joiner in _matches(flat):
        span = flat.span(match.start(), match.end())
        if own is not None and own.overlaps(span):
            continue
        citation = _citation(flat, match, joiner, span)
        key = _key(citation.number)
        serial = match.group("serial")
        same = key if key in found else _twin(serials.get(serial, []), found, citation)
        if same is None and not joiner:
            same = _full(flat, match, serials.get(serial, []), found)
        if same is None:
            found[key] = citation
            serials.setdefault(serial, []).append(key)
        else:
            found[same] = _with_both(found[same], citation)
    return tuple(sorted(found.values(), key=lambda citation: citation.span.start))


def _with_both(known: Citation, again: Citation) -> Citation:
    """One citation of two of the same document: the dated one, with the provisions that either names."""
    provisions = tuple(dict.fromkeys((*known.provisions, *again.provisions)))
    return replace(again if known.date is None and again.date is not None else known, provisions=provisions)


def _provisions(flat: Flat, serial: int) -> tuple[str, ...]:
    """ "điểm a khoản 2 Điều 103" of "điểm a khoản 2 Điều 103 Nghị định số 1/2020/NĐ-CP"."""
    first = max(0, serial - _NEAR)
    match = _PROVISION.search(flat.low, first, serial)
    return (flat.text[match.start("provision") : match.end("provision")],) if match else ()


def _full(flat: Flat, match: re.Match[str], others: list[str], found: dict[str, Citation]) -> str | None:
    """The document cited in full before that "Quyết định số 777" names again by its kind and number."""
    kind = flat.low[match.start() : match.start("serial")].split(" số")[0].strip()
    for other in others[:_MOST_TWINS]:
        at = found[other].span.start
        before = flat.low[max(0, at - len(kind) - 8) : at]
        if kind in before:
            return other
    return None


def _matches(flat: Flat) -> Iterator[tuple[re.Match[str], str]]:
    taken = -1
    hits = [(match, "/") for match in _STATE.finditer(flat.text) if _is_symbol(match, flat.text)]
    hits += [(match, "-") for match in _PARTY.finditer(flat.text)]
    hits += [(match, "") for match in _BARE.finditer(flat.low)]
    for match, joiner in sorted(hits, key=lambda hit: (hit[0].start(), -hit[0].end())):
        if match.start() >= taken:
            taken = match.end()
            yield match, joiner


def _is_symbol(match: re.Match[str], text: str) -> bool:
    symbol = match.group("symbol")
    if re.search(r"[-–.]", symbol) or symbol.startswith("QH"):
        return len(symbol) > 2
    before = text[max(0, match.start() - 6) : match.start()].lower()
    return "số" in before and len(symbol) >= 2 and symbol[:2].isupper()


def _citation(flat: Flat, match: re.Match[str], joiner: str, span: Span) -> Citation:
    serial, symbol = match.group("serial"), match.groupdict().get("symbol")
    # As written, with the breaks a scan put into it: the register may hold it so.
    number = flat.text[match.start() : match.end()] if symbol else serial
    window = flat.text[match.end() : match.end() + _REACH]
    after = _AFTER.match(window)
    day, at = (day_of(after.groups()), after.end()) if after else (_date_before(flat, match.start()), 0)
    rest = window[at:].lstrip(")")
    issuer = _ISSUER.match(rest)
    about = _ABOUT.match(rest[issuer.end() :] if issuer else rest)
    return Citation(
        number.strip(" -.–"),
        day,
        issuer.group("issuer").strip() if issuer else None,
        about.group("about").strip() if about else None,
        span,
        0.1 if joiner and day else 0.3,
        _provisions(flat, match.start("serial")),
    )


def _date_before(flat: Flat, start: int) -> date | None:
    window = flat.text[max(0, start - 170) : start]
    window = re.sub(r"\s*số\s*:?\s*$", " ", window)
    low = window.lower()
    at = low.rfind("ngày")
    match = _BEFORE.match(low[at:].rstrip()) if at >= 0 else None
    return day_of(match.groups()) if match else None


def _key(number: str) -> str:
    return re.sub(r"[\s.]+", "", number).replace("–", "-").upper()


def _twin(others: list[str], found: dict[str, Citation], citation: Citation) -> str | None:
    """The same document with a letter lost: equal serial, symbols one sign apart."""
    key = _key(citation.number)
    for other in others[:_MOST_TWINS]:
        known = found[other]
        same_day = known.date is None or citation.date is None or known.date == citation.date
        if abs(len(other) - len(key)) <= 1 and same_day and _one_apart(other, key):
            return other
    return None


def _one_apart(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    at = next((i for i, char in enumerate(a) if char != b[i]), len(a))
    rest_a, rest_b = (a[at + 1 :], b[at + 1 :]) if len(a) == len(b) else (a[at:], b[at + 1 :])
    return rest_a == rest_b and "/" in a[: at + 1] + "" and not b[at : at + 1].isdigit()
