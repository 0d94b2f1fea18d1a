"""What the reading of a document is made of; every value knows its place in the text (kết quả đọc văn bản)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Generic, Literal, TypeVar

from quantriet.engines.kernel import Finding, Span

T = TypeVar("T")

Modality = Literal["must", "should", "may_not"]
ObligationType = Literal["task", "prohibition", "accountability", "conditional", "execution_clause", "closing"]
# What a part of a file is to its main document: a document of its own behind it, a regulation that it issues, an annex,
# a blank form, a petition, the e-mail that brought it.
Role = Literal["main", "attached", "issued", "annex", "form", "petition", "cover"]


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value


def _span(span: Span | None) -> dict[str, int] | None:
    return span.to_dict() if span is not None else None


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """One value read, its place, and how much to doubt it.

    `doubt` runs from 0 (stands so in the text) to 1 (a guess); `reason` says in Vietnamese words for a reviewer
    how the value was come by, e.g. "thừa hưởng từ câu dẫn". A `span` of None means that no place says it.
    """

    value: T
    span: Span | None = None
    doubt: float = 0.0
    reason: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {"value": _plain(self.value), "span": _span(self.span), "doubt": self.doubt, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document that this one names (văn bản viện dẫn): number as written, date and issuer if told.

    `provisions` are the parts of it that are named, as written: "điểm a khoản 2 Điều 103".
    """

    number: str
    date: date | None
    issuer: str | None
    abstract: str | None
    span: Span
    doubt: float = 0.0
    provisions: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "date": _plain(self.date),
            "issuer": self.issuer,
            "abstract": self.abstract,
            "span": self.span.to_dict(),
            "doubt": self.doubt,
            "provisions": list(self.provisions),
        }


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered or named part (phần, điều, khoản, điểm, gạch đầu dòng) with the parts below it.

    `path` is the way from the top, e.g. ("III", "1"); `label` is that way joined, "III.1". `span` covers the
    whole with its children, `body` the own text without the label. A dash counts within its parent: "-1", "-2".
    """

    path: tuple[str, ...]
    label: str
    span: Span
    body: Span
    children: tuple[Clause, ...] = ()

    def walk(self) -> Iterator[Clause]:
        """This clause and all below it, in the order of the text."""
        pending = [self]
        while pending:
            clause = pending.pop()
            yield clause
            pending.extend(reversed(clause.children))

    def to_dict(self) -> dict[str, Any]:
        return {
            "path": list(self.path),
            "label": self.label,
            "span": self.span.to_dict(),
            "body": self.body.to_dict(),
            "children": [child.to_dict() for child in self.children],
        }


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is owed (thời hạn), as plain values that `timetable.from_deadline` takes.

    `kind` is one of once, within, daily, weekly, monthly, quarterly, half_yearly, yearly, ad_hoc; `time` is
    "15:00"; `date` is "2019-08-20", or "--12-15" and "---20" where year or month recur, several joined by a
    space; `amount` is "24h", "10d", "3m", negative before an event. `inclusive` is false of "trước ngày …".
    "Hai tuần một lần" is weekly with `every` 2, "2 lần/tháng" monthly with `times` 2; `lasting` ("7d") is how long
    a schedule holds before the first of `further`, which are also the later rounds of one duty. `also_at` are the hours
    of a day after `time`: "trước 10h00 và 16h00" is at 10:00 and also at 16:00; a day with more `times` than hours is
    doubted. `rolls` is true where a day that falls on a holiday goes to the next working day. `doubt` and `reason` are
    those of `Read`.
    """

    kind: str
    text: str
    time: str | None
    date: str | None
    amount: str | None
    date_basis: str | None
    span: Span | None
    inclusive: bool = True
    every: int = 1
    times: int = 1
    lasting: str | None = None
    rolls: bool = False
    further: tuple[Deadline, ...] = ()
    doubt: float = 0.0
    reason: str = ""
    also_at: tuple[str, ...] = ()

    def with_further(self, others: tuple[Deadline, ...]) -> Deadline:
        """The same deadline with terms that go on from it."""
        return replace(self, further=(*self.further, *others)) if others else self

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "text": self.text,
            "time": self.time,
            "date": self.date,
            "amount": self.amount,
            "date_basis": self.date_basis,
            "span": _span(self.span),
            "inclusive": self.inclusive,
            "every": self.every,
            "times": self.times,
            "also_at": list(self.also_at),
            "lasting": self.lasting,
            "rolls": self.rolls,
            "further": [term.to_dict() for term in self.further],
            "doubt": self.doubt,
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class ReadObligation:
    """One thing that somebody must do (nghĩa vụ), with the stretch of text that asks for it.

    `title` is a short Vietnamese name for lists, cut at a word; `doubt` and `reason` speak of the obligation as
    a whole, each assignee has its own.
    """

    clause_path: tuple[str, ...]
    clause_label: str | None
    span: Span
    type: ObligationType
    modality: Modality
    assignees: tuple[Read[str], ...]
    cooperating: tuple[Read[str], ...]
    deadline: Deadline | None
    title: str
    doubt: float = 0.0
    reason: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {
            "clause_path": list(self.clause_path),
            "clause_label": self.clause_label,
            "span": self.span.to_dict(),
            "type": self.type,
            "modality": self.modality,
            "assignees": [unit.to_dict() for unit in self.assignees],
            "cooperating": [unit.to_dict() for unit in self.cooperating],
            "deadline": self.deadline.to_dict() if self.deadline else None,
            "title": self.title,
            "doubt": self.doubt,
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed (người ký): the authority (TM., KT., TL., TUQ., Q.), the post, the name."""

    authority: Read[str | None]
    title: Read[str | None]
    name: Read[str | None]

    def to_dict(self) -> dict[str, Any]:
        return {"authority": self.authority.to_dict(), "title": self.title.to_dict(), "name": self.name.to_dict()}


@dataclass(frozen=True, slots=True)
class OriginMap:
    """The way from offsets of the normalised text back to those of the text as given."""

    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def origin(self, offset: int) -> int:
        at = bisect_right(self.starts, offset) - 1
        return self.origins[at] + offset - self.starts[at]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Another document in the same file (văn bản kèm trong tệp), read for itself.

    `span` is its stretch in the text of the reading that holds it; the spans of `reading` count from its own start.
    """

    role: Role
    span: Span
    reading: Reading

    def to_dict(self) -> dict[str, Any]:
        return {"role": self.role, "span": self.span.to_dict(), "reading": self.reading.to_dict()}


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read. All spans count characters of `text`, which is the given text in NFC with \\n ends.

    A file may hold several documents: this is then the one it was sent for, with the others as `enclosures`.
    """

    text: str
    kind: Read[str]
    number: Read[str | None]
    number_partial: Read[str | None]
    date: Read[date | None]
    date_partial: Read[str | None]
    issuer: Read[str | None]
    parent_agency: Read[str | None]
    abstract: Read[str | None]
    addressees: tuple[Read[str], ...]
    recipients: tuple[Read[str], ...]
    citations: tuple[Citation, ...]
    clauses: tuple[Clause, ...]
    obligations: tuple[ReadObligation, ...]
    signer: Signer
    findings: tuple[Finding, ...]
    origin_map: OriginMap = field(default_factory=OriginMap, repr=False, compare=False)
    enclosures: tuple[Enclosure, ...] = ()

    def original_span(self, span: Span) -> Span:
        """The same stretch in the text as it was given, before normalisation."""
        if not len(span):
            at = self.origin_map.origin(span.start)
            return Span(at, at)
        start = self.origin_map.origin(span.start)
        return Span(start, max(start, self.origin_map.origin(span.end - 1) + 1))

    def to_dict(self) -> dict[str, Any]:
        """All that was read, as plain values for JSON."""
        return {
            "text": self.text,
            "kind": self.kind.to_dict(),
            "number": self.number.to_dict(),
            "number_partial": self.number_partial.to_dict(),
            "date": self.date.to_dict(),
            "date_partial": self.date_partial.to_dict(),
            "issuer": self.issuer.to_dict(),
            "parent_agency": self.parent_agency.to_dict(),
            "abstract": self.abstract.to_dict(),
            "addressees": [item.to_dict() for item in self.addressees],
            "recipients": [item.to_dict() for item in self.recipients],
            "citations": [item.to_dict() for item in self.citations],
            "clauses": [item.to_dict() for item in self.clauses],
            "obligations": [item.to_dict() for item in self.obligations],
            "signer": self.signer.to_dict(),
            "findings": [item.to_dict() for item in self.findings],
            "enclosures": [item.to_dict() for item in self.enclosures],
        }

    def to_label(self, id: str | None = None) -> dict[str, Any]:
        """The reading in the shape of a corpus label; see `labels.label_of`."""
        from .labels import label_of

        return label_of(self, id)
