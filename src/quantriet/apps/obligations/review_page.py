"""What the review page shows beside the form: the marked text, what to look at first, each item in a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quantriet.apps.documents.marks import Mark, head_end, render_marked
from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.models import ObligationType
from quantriet.apps.obligations.review import LETTERHEAD, Item, clause_list, describe_when, short_title
from quantriet.apps.obligations.review_candidates import Candidates
from quantriet.apps.obligations.review_doubts import DOUBTFUL, Concern, Doubts, spans_marked
from quantriet.apps.obligations.review_forms import ItemForm
from quantriet.apps.obligations.review_sheet import ReviewSheet
from quantriet.apps.obligations.review_when import timetable_of

_NUMBERED = re.compile(r"[0-9a-zđ][0-9a-zđ.\-]*$")


@dataclass(slots=True)
class Row:
    """One obligation in the list."""

    no: int
    form: ItemForm
    item: Item
    label: str
    when: str
    units: str
    span_ids: str
    doubts: list[str]
    reasons: list[tuple[str, str]]  # a value in words, how it was come by
    quote: str
    is_here: bool  # its fields come with the page; otherwise they are fetched when it is opened

    @property
    def is_doubtful(self) -> bool:
        return self.item["include"] and bool(self.doubts)

    @property
    def is_open(self) -> bool:
        """Whether it stands open when the page comes: something in it has to be set right."""
        return bool(self.form.is_bound and self.form.errors)


@dataclass(slots=True)
class ReviewPage:
    """Everything that the template needs, worked out once."""

    document: Document
    sheet: ReviewSheet
    unit_names: dict[int, str]
    candidates: Candidates
    here: Collection[str] | None = None  # ids of the items whose fields come with the page; None: all
    doubts: Doubts = field(init=False)
    rows: list[Row] = field(init=False)

    def __post_init__(self) -> None:
        self.doubts = Doubts(self.sheet, self.candidates)
        self.rows = [self._row(no, form) for no, form in enumerate(self.sheet.items, start=1)]

    @property
    def concerns(self) -> list[Concern]:
        return self.doubts.concerns

    @property
    def has_looked(self) -> bool:
        """Whether there is, or was, something to look at."""
        return bool(self.concerns or self.doubts.settled)

    # the text

    @property
    def text(self) -> SafeString:
        return render_marked(
            self.document.text,
            self._marks(),
            head_end=head_end(self.document.reading, (row.item["start"] for row in self.rows)),
        )

    def _marks(self) -> Iterator[Mark]:
        for name, read in self.letterhead_reads.items():
            if read["span"] and read["value"]:
                css = "span span-doubt" if read["doubt"] >= DOUBTFUL else "span"
                css += " as-title" if name == "abstract" else ""
                yield Mark(f"f-{name}", read["span"]["start"], read["span"]["end"], css)
        for row in self.rows:
            lead = format_html('<a class="ask-no" href="#{}">{}</a>', row.item["id"], row.no)
            css = "ask" if row.item["include"] else "ask ask-out"
            yield Mark(row.item["id"], row.item["start"], row.item["end"], css, lead)
        yield from {mark.id: mark for row in self.rows for mark in self._value_marks(row.item)}.values()
        for name, span in spans_marked(self.doubts.spans).items():
            yield Mark(name, span.start, span.end, "may")

    def _value_marks(self, item: Item) -> Iterator[Mark]:
        """Whoever must act and the deadline; one mark for a phrase that several obligations inherit."""
        if item["read"] is None:
            return
        read = self.document.reading["obligations"][item["read"]]
        for who in (*read["assignees"], *read["cooperating"]):
            if span := who["span"]:
                yield Mark(f"w{span['start']}", span["start"], span["end"], "span")
        deadline = read["deadline"]
        for term in (deadline, *deadline.get("further", ())) if deadline else ():
            if span := term["span"]:
                yield Mark(f"d{span['start']}", span["start"], span["end"], "span span-due")

    # the letterhead

    @property
    def letterhead_reads(self) -> dict[str, dict[str, Any]]:
        """field → the value as read, with its place and its doubt."""
        reading = self.document.reading
        reads = {name: reading[key] for name, key in LETTERHEAD.items()}
        for name, partial in (("number", "number_partial"), ("issued_on", "date_partial")):
            if not reads[name]["value"] and reading[partial]["value"]:
                reads[name] = {**reading[partial], "doubt": max(reading[partial]["doubt"], 0.5)}
        signer = reading["signer"]
        return {**reads, "signer": signer["name"] if signer["name"]["value"] else signer["title"]}

    @property
    def letterhead_fields(self) -> list[tuple[Any, str]]:
        """Fields with what is doubtful about them; the doubtful ones first."""
        pairs = [(self.sheet.letterhead[name], self.doubts.doubt_of(name)) for name in self.letterhead_reads]
        return sorted(pairs, key=lambda pair: not pair[1])

    # the obligations

    def _row(self, no: int, form: ItemForm) -> Row:
        item = form.item
        ids = [item["id"], *dict.fromkeys(mark.id for mark in self._value_marks(item))]
        return Row(
            no=no,
            form=form,
            item=item,
            label=label_of(item["clause_label"]),
            when=describe_when(item),
            units=self._units_words(item),
            span_ids=" ".join(ids),
            doubts=[concern.why for concern in self.doubts.by_item[item["id"]]],
            reasons=list(self._reasons(item)),
            is_here=self.here is None or item["id"] in self.here or bool(form.is_bound and form.errors),
            quote=short_title(self.document.text[item["start"] : item["end"]], 320),
        )

    def _units_words(self, item: Item) -> str:
        given = item["assignments"]
        if not given:
            return _("chưa có đơn vị")
        leads = [one for one in given if one["part"] == "lead"]
        if len(given) <= 2 and all(one["unit"] in self.unit_names for one in given):
            return ", ".join(self.unit_names[one["unit"]] for one in given)
        words = _("%(count)d đơn vị") % {"count": len(leads)}
        others = len(given) - len(leads)
        return words + (_(", %(count)d phối hợp") % {"count": others} if others else "")

    def _reasons(self, item: Item) -> Iterator[tuple[str, str]]:
        """How each value was come by: «Trưởng các phòng chuyên môn» → "thừa hưởng từ câu dẫn"."""
        if item["read"] is None:
            return
        read = self.document.reading["obligations"][item["read"]]
        for unit in (*read["assignees"], *read["cooperating"]):
            yield f"«{unit['value']}»", unit["reason"] or _("nêu ngay trong câu")
        rule = timetable_of(read["deadline"], self.document.issued_on)
        when = rule.describe() if rule else _("Không có thời hạn")
        for name, words in (("deadline", when), ("type", ObligationType(read["type"]).label)):
            if weighed := self.candidates.of_item(item, name):
                yield str(words), weighed.read.reason

    # the sum

    @property
    def included(self) -> list[Row]:
        return [row for row in self.rows if row.item["include"]]

    @property
    def unit_total(self) -> int:
        return len({given["unit"] for row in self.included for given in row.item["assignments"]})

    @property
    def recurring(self) -> list[str]:
        """«báo cáo hằng ngày, trước 15:00, từ 23/7/2021» for each duty that recurs."""
        found = []
        for row in self.included:
            if row.item["when"].get("kind") in ("daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly"):
                since = row.item["options"].get("starts_on") or row.item["when"].get("since") or ""
                year, _dash, rest = since.partition("-")
                month, _dash, day = rest.partition("-")
                begin = f", từ {int(day)}/{int(month)}/{year}" if day.isdigit() and month.isdigit() else ""
                name = _("báo cáo") if row.item["fulfilment"].startswith("report") else _("việc %d:") % row.no
                found.append(f"{name} {row.when}{begin}")
        return list(Counter(found))

    @property
    def clauses(self) -> list[tuple[int, str]]:
        """Places for an obligation added by hand."""
        text = self.document.text
        bodies = [(clause["label"], clause["body"]) for clause in clause_list(self.document)]
        return [
            (at, f"{label_of(label)}: {short_title(text[body['start'] : body['end']], 60)}")
            for at, (label, body) in enumerate(bodies)
        ]


def label_of(label: str) -> str:
    """A clause's label with its word: «Điểm 3», «Điểm a»; «Thứ ba», «Điều 2», «III.1» stand as they are.

    >>> label_of("3"), label_of("Thứ ba"), label_of("")
    ('Điểm 3', 'Thứ ba', '')
    """
    return f"Điểm {label}" if _NUMBERED.match(label) else label
