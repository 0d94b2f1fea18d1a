"""What to look at before adopting, most doubtful first (chỗ cần xem), each with the choices that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from quantriet.apps.documents.models import KINDS
from quantriet.apps.obligations.models import ObligationType
from quantriet.apps.obligations.review import LETTERHEAD, Item, describe_when, is_unanswered, says_rule
from quantriet.apps.obligations.review_candidates import Candidates, Choice, code_of
from quantriet.apps.obligations.review_picks import KEEP, NOBODY, who_field
from quantriet.apps.obligations.review_sheet import ReviewSheet
from quantriet.apps.obligations.review_when import timetable_of
from quantriet.engines.kernel import Span

DOUBTFUL = 0.3  # from here on a person should look
_OPEN, _NO_DAY, _ASKED, _REMARK = 0.9, 0.75, 0.5, 0.3  # how pressing what the reading itself does not weigh is
_BEFORE, _AFTER = 60, 40  # characters shown around the words in question


@dataclass(frozen=True, slots=True)
class Pick:
    """A button that answers a concern: what it sends, what it says, the words of the text that speak for it."""

    do: str
    words: str
    note: str = ""
    span_id: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words in question between what stands before and after them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Concern:
    """Something to look at before adopting: what, why, where on the page, and what it might be instead."""

    what: str
    why: str
    anchor: str
    span_ids: str = ""
    is_blocking: bool = False
    ask: str = ""  # which question a yes or no answers, as `answer_question` takes it
    leave: str = ""  # ids of the items that may all be left out at once: nobody here has to do them
    level: float = 0.0
    item: str = ""  # id of the obligation; empty: the letterhead or the text
    key: str = ""  # the field that a choice answers
    shown: str = ""  # the value as it stands, in words
    choices: tuple[Choice, ...] = ()
    picks: tuple[Pick, ...] = ()
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What the reviewer has said already, to be looked at again."""

    key: str
    what: str
    words: str


@dataclass(slots=True)
class Doubts:
    """All concerns of one review; `numbers` are the places of the items in the list, by id."""

    sheet: ReviewSheet
    candidates: Candidates
    judged: dict[str, Any] = field(init=False)
    by_item: dict[str, list[Concern]] = field(init=False)
    concerns: list[Concern] = field(init=False)

    def __post_init__(self) -> None:
        self.judged = self.sheet.review.get("judged") or {}
        self.by_item = {form.item["id"]: list(self._of_item(form.item)) for form in self.sheet.items}
        numbers = {form.item["id"]: no for no, form in enumerate(self.sheet.items, start=1)}
        found = [*self._of_letterhead(), *_joined(self.by_item, numbers), *self._of_findings()]
        self.concerns = sorted(found, key=lambda concern: (not concern.is_blocking, -concern.level))
        self.concerns = [_with_picks(place, concern) for place, concern in enumerate(self.concerns, start=1)]

    @property
    def text(self) -> str:
        return self.sheet.document.text

    @property
    def spans(self) -> Iterator[Span]:
        """The places of all choices, to be marked in the text."""
        return (choice.span for concern in self.concerns for choice in concern.choices if choice.span)

    @property
    def settled(self) -> list[Settled]:
        """What has been said, in the order of saying, for «Xem lại»."""
        numbers = {form.item["id"]: no for no, form in enumerate(self.sheet.items, start=1)}
        found = []
        for key, said in self.judged.items():
            place, _dot, name = key.partition(".")
            if place == "head" or place in numbers:
                what = str(self.sheet.letterhead[name].label) if place == "head" else _name(name, [numbers[place]])
                found.append(Settled(key, what, said["words"] or _("đúng như đọc được")))
        return found

    # the letterhead

    def doubt_of(self, name: str) -> str:
        """Why to look at a field of the letterhead; nothing any more once it was changed or kept."""
        as_entered = str(getattr(self.sheet.document, name) or "")
        weighed = self.candidates.head(name)
        is_touched = self.sheet.review["letterhead"].get(name, "") != as_entered or f"head.{name}" in self.judged
        return "" if weighed.read.doubt < DOUBTFUL or is_touched else weighed.read.reason

    def _of_letterhead(self) -> Iterator[Concern]:
        for name in (*LETTERHEAD, "signer"):
            why = self.doubt_of(name)
            if not why:
                continue
            bound, weighed = self.sheet.letterhead[name], self.candidates.head(name)
            value = self.sheet.review["letterhead"].get(name, "")
            yield Concern(
                str(bound.label), why, bound.id_for_label, f"f-{name}",
                is_blocking=name == "abstract" and not value,
                level=weighed.read.doubt, key=f"head.{name}",
                shown=KINDS.get(value, value) if name == "kind" else value,
                choices=tuple(self.candidates.head_choices(name)),
                quote=_quote(self.text, weighed.read.span),
            )  # fmt: skip

    # the obligations

    def _of_item(self, item: Item) -> Iterator[Concern]:
        if item["include"]:
            yield from self._of_units(item)
            yield from self._of_when(item)
            yield from self._of_type(item)

    def _of_units(self, item: Item) -> Iterator[Concern]:
        for place, asked in enumerate(item["unresolved"]):
            if item["settled"] or not is_waiting(item, asked):
                continue
            if asked["units"]:
                ask = f"{item['id']}.{place}"
                yield Concern("", asked["question"], item["id"], item["id"], ask=ask, level=_ASKED, item=item["id"])
            else:
                yield self._who(item, asked["question"], asked["phrase"], is_blocking=asked["is_open"])
        if not item["assignments"] and not any(is_unanswered(asked) for asked in item["unresolved"]):
            yield self._who(item, _("Chưa có đơn vị nào nhận việc."), None)
        elif (weighed := self.candidates.of_item(item, "assignee")) and weighed.read.doubt >= DOUBTFUL:
            yield from self._of_read_units(item)

    def _of_read_units(self, item: Item) -> Iterator[Concern]:
        """Units that were found, but by a doubtful way: named by a word that points back, told from a second level."""
        read = self.sheet.document.reading["obligations"][item["read"]]
        for unit in read["assignees"]:
            name = who_field(unit["value"])
            given = [one for one in item["assignments"] if one["phrase"] == unit["value"]]
            if unit["doubt"] >= DOUBTFUL and given and f"{item['id']}.{name}" not in self.judged:
                span = _span_of(unit)
                yield Concern(
                    "", _("«%(phrase)s»: %(reason)s.") % {"phrase": unit["value"], "reason": unit["reason"]},
                    item["id"], f"{item['id']} w{span.start}" if span else item["id"], level=unit["doubt"],
                    item=item["id"], key=name, quote=_quote(self.text, span),
                )  # fmt: skip

    def _who(self, item: Item, why: str, phrase: str | None, *, is_blocking: bool = True) -> Concern:
        """Nobody here is called so, or nobody is named: units to choose from."""
        choices = self.candidates.unit_choices(item, phrase)
        weighed = next(
            (one for name in ("assignee", "cooperating") if (one := self.candidates.of_item(item, name, phrase))), None
        )
        span = weighed.read.span if weighed else None
        idle = item["id"] if not item["assignments"] else ""
        span_ids = f"w{span.start} {item['id']}" if span else item["id"]
        return Concern(
            "", why, item["id"], span_ids, is_blocking=is_blocking, leave=idle, level=_OPEN, item=item["id"],
            key=who_field(phrase) if phrase else NOBODY, choices=tuple(choices),
            shown=self._shown_units(item) if phrase and item["assignments"] else "",
            quote=_quote(self.text, span or Span(item["start"], min(item["end"], item["start"] + 160))),
        )  # fmt: skip

    def _shown_units(self, item: Item) -> str:
        return _("%(count)d đơn vị đã chọn là đủ") % {"count": len(item["assignments"])}

    def _of_when(self, item: Item) -> Iterator[Concern]:
        key = f"{item['id']}.deadline"
        no_day = item["when"].get("kind") == "once" and not item["when"].get("on")
        weighed = self.candidates.of_item(item, "deadline")
        if key in self.judged and not no_day:
            return
        doubt = weighed.read.doubt if weighed and self._is_as_read(item) else 0.0
        if not no_day and (weighed is None or doubt < DOUBTFUL):
            return
        why = (
            _("Văn bản không nêu đủ ngày; cần ấn định một ngày.") if no_day else weighed.read.reason if weighed else ""
        )
        span = weighed.read.span if weighed else None
        yield Concern(
            "", why, f"id_{item['id']}-kind", f"d{span.start} {item['id']}" if span else item["id"],
            is_blocking=no_day, level=max(doubt, _NO_DAY) if no_day else doubt, item=item["id"], key="deadline",
            shown="" if no_day else describe_when(item) or _("không có thời hạn"),
            choices=tuple(self.candidates.deadline_choices(item)),
            quote=_quote(self.text, span or Span(item["start"], min(item["end"], item["start"] + 160))),
        )  # fmt: skip

    def _is_as_read(self, item: Item) -> bool:
        read = self.sheet.document.reading["obligations"][item["read"]]
        return says_rule(item, timetable_of(read["deadline"], self.sheet.document.issued_on))

    def _of_type(self, item: Item) -> Iterator[Concern]:
        weighed = self.candidates.of_item(item, "type")
        if weighed is None or weighed.read.doubt < DOUBTFUL or f"{item['id']}.type" in self.judged:
            return
        if item["type"] == weighed.read.value:
            yield Concern(
                "", weighed.read.reason, f"id_{item['id']}-type", item["id"], level=weighed.read.doubt, item=item["id"],
                key="type", shown=str(ObligationType(item["type"]).label),
                choices=tuple(self.candidates.type_choices(item)),
                quote=_quote(self.text, Span(item["start"], min(item["end"], item["start"] + 160))),
            )  # fmt: skip

    # the text

    def _of_findings(self) -> Iterator[Concern]:
        for finding in self.sheet.document.reading["findings"]:
            key = f"text.{code_of(finding['message'])}"
            if finding["severity"] != "info" and key not in self.judged and not self._is_told(finding):
                yield Concern(_("Văn bản"), finding["message"], "paper", level=_REMARK, key=key)

    def _is_told(self, finding: dict[str, Any]) -> bool:
        """Whether a field or an obligation speaks of the same already, or did until it was settled."""
        if finding["code"] in _TOLD_ELSEWHERE:
            return True
        span = finding["span"]
        places = [self.candidates.head(name).read for name in LETTERHEAD] if span else []
        return any(
            read.doubt >= DOUBTFUL and read.span and read.span.start <= span["start"] <= read.span.end
            for read in places
        )


_TOLD_ELSEWHERE = frozenset(
    {
        "reading.kind_unknown", "reading.number_missing", "reading.date_missing", "reading.issuer_missing",
        "reading.assignee_missing", "reading.deadline_year_missing", "reading.deadline_by_reference",
        "reading.hours_missing",
    }
)  # fmt: skip


def is_waiting(item: Item, asked: dict[str, Any]) -> bool:
    """Whether a question still waits: unanswered, and not made idle by taking the units in doubt away by hand."""
    here = {given["unit"] for given in item["assignments"]}
    return not asked["answer"] and (not asked["units"] or not here.isdisjoint(asked["units"]))


def _joined(by_item: dict[str, list[Concern]], numbers: dict[str, int]) -> Iterator[Concern]:
    """One concern for each doubt; the same question of several obligations, with the same answers, is asked once."""
    asked: dict[tuple[Any, ...], list[Concern]] = {}
    for concern in (one for found in by_item.values() for one in found):
        codes = tuple(choice.code for choice in concern.choices)
        asked.setdefault((concern.key, concern.why, concern.shown if concern.choices else "", codes), []).append(
            concern
        )
    for group in asked.values():
        first, ids = group[0], [concern.item for concern in group]
        yield replace(
            first,
            what=_name(first.key, [numbers[one] for one in ids]),
            span_ids=" ".join(dict.fromkeys(" ".join(concern.span_ids for concern in group).split())),
            leave=",".join(ids) if all(concern.leave for concern in group) else "",
            item=",".join(ids),
        )


def _name(key: str, numbers: Sequence[int]) -> str:
    """«Việc 1, 3 · Thời hạn»."""
    words = _("Việc %(numbers)s") % {"numbers": ", ".join(map(str, numbers))}
    field_name = {"deadline": _("Thời hạn"), "type": _("Tính chất")}.get(key, _("Đơn vị"))
    return f"{words} · {field_name}"


def _with_picks(place: int, concern: Concern) -> Concern:
    """The buttons of a concern: what stands is right, the other candidates, then what else answers it."""
    return replace(concern, picks=tuple(_picks(place, concern)))


def _picks(place: int, concern: Concern) -> Iterator[Pick]:
    if concern.ask:
        yield Pick(f"yes:{concern.ask}", _("Có"))
        yield Pick(f"no:{concern.ask}", _("Không"))
        return
    if not concern.key:
        return
    subject = f"{concern.item}.{concern.key}" if concern.item else concern.key
    if concern.shown:
        yield Pick(f"pick:{place}:{subject}.{KEEP}", _("Đúng: %(value)s") % {"value": concern.shown})
    elif not concern.is_blocking:
        yield Pick(f"pick:{place}:{subject}.{KEEP}", _("Đã xem, giữ nguyên"))
    for choice in concern.choices:
        span_id = f"c{choice.span.start}-{choice.span.end}" if choice.span else ""
        yield Pick(f"pick:{place}:{subject}.{choice.code}", choice.words, choice.note, span_id)
    if concern.leave:
        yield Pick(f"leave:{concern.leave}", _("Không phải việc của cơ quan, bỏ"))


def _span_of(read: dict[str, Any]) -> Span | None:
    return Span.from_dict(read["span"]) if read["span"] else None


def _quote(text: str, span: Span | None) -> Quote | None:
    """The words in question with a little around them, within their line."""
    if span is None or not text[span.start : span.end].strip():
        return None
    low = max(text.rfind("\n", 0, span.start) + 1, span.start - _BEFORE)
    line_end = text.find("\n", span.end)
    high = min(line_end if line_end >= 0 else len(text), span.end + _AFTER)
    before, after = text[low : span.start], text[span.end : high]
    if low > 0 and text[low - 1] != "\n" and " " in before:
        before = "…" + before.split(" ", 1)[1]
    if high < len(text) and text[high] != "\n" and " " in after:
        after = after.rsplit(" ", 1)[0] + "…"
    return Quote(before, " ".join(text[span.start : span.end].split())[:200], after)


def spans_marked(spans: Iterable[Span]) -> dict[str, Span]:
    """Each place once by the id that picks light."""
    return {f"c{span.start}-{span.end}": span for span in spans}
