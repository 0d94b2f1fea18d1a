"""What the review page shows beside the form: the marked text, what to look at first, each item in a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quantriet.apps.documents.marks import Mark, head_end, render_marked
from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.review import LETTERHEAD, Item, clause_list, describe_when, short_title
from quantriet.apps.obligations.review_forms import ItemForm, ReviewSheet

DOUBTFUL = 0.3  # from here on a person should look
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
    unit_count: int
    span_ids: str
    doubts: list[str] = field(default_factory=list)
    quote: str = ""

    @property
    def is_doubtful(self) -> bool:
        return self.item["include"] and bool(self.doubts)

    @property
    def is_open(self) -> bool:
        """Whether it stands open when the page comes: something in it has to be set right."""
        return bool(self.form.is_bound and self.form.errors)


@dataclass(frozen=True, slots=True)
class Concern:
    """Something to look at before adopting: what, why, and where on the page."""

    what: str
    why: str
    anchor: str
    span_ids: str = ""
    is_blocking: bool = False
    ask: str = ""  # which question a yes or no answers, as `answer_question` takes it
    leave: str = ""  # ids of the items that may all be left out at once: nobody here has to do them


@dataclass(slots=True)
class ReviewPage:
    """Everything that the template needs, worked out once."""

    document: Document
    sheet: ReviewSheet
    unit_names: dict[int, str]
    rows: list[Row] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows = [self._row(no, form) for no, form in enumerate(self.sheet.items, start=1)]
        self.concerns = [*self._of_letterhead(), *self._of_rows(), *self._of_findings()]
        self.concerns.sort(key=lambda concern: not concern.is_blocking)

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

    def _value_marks(self, item: Item) -> Iterator[Mark]:
        """Whoever must act and the deadline; one mark for a phrase that several obligations inherit."""
        if item["read"] is None:
            return
        read = self.document.reading["obligations"][item["read"]]
        for who in (*read["assignees"], *read["cooperating"]):
            if span := who["span"]:
                yield Mark(f"w{span['start']}", span["start"], span["end"], "span")
        if (deadline := read["deadline"]) and (span := deadline["span"]):
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
        pairs = [
            (self.sheet.letterhead[name], self._doubt_of(name, read)) for name, read in self.letterhead_reads.items()
        ]
        return sorted(pairs, key=lambda pair: not pair[1])

    def _doubt_of(self, name: str, read: dict[str, Any]) -> str:
        """Why to look at a field; nothing any more once the reviewer has changed it."""
        as_entered = str(getattr(self.document, name) or "")
        if read["doubt"] < DOUBTFUL or self.sheet.review["letterhead"].get(name, "") != as_entered:
            return ""
        return read["reason"] or _("chưa chắc chắn")

    def _of_letterhead(self) -> Iterator[Concern]:
        for bound, doubt in self.letterhead_fields:
            if doubt and bound.name != "kind":
                yield Concern(str(bound.label), doubt, bound.id_for_label, f"f-{bound.name}")

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
            unit_count=len(item["assignments"]),
            span_ids=" ".join(ids),
            doubts=list(self._doubts(item)),
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

    def _doubts(self, item: Item) -> Iterator[str]:
        read = self.document.reading["obligations"][item["read"]] if item["read"] is not None else None
        if read and read["doubt"] >= DOUBTFUL and read["reason"]:
            yield read["reason"]
        if not item["settled"]:
            yield from (asked["question"] for asked in item["unresolved"] if _is_open(item, asked))
        if not item["assignments"] and not any(asked["is_open"] for asked in item["unresolved"]):
            yield _("Chưa có đơn vị nào nhận việc.")
        if item["when"].get("kind") == "once" and not item["when"].get("on"):
            yield _("Văn bản không nêu đủ ngày; cần ấn định một ngày.")

    def _of_rows(self) -> Iterator[Concern]:
        """One line for each doubt; the same question of several obligations is asked once."""
        asked: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.item["include"]:
                for doubt in row.doubts:
                    asked.setdefault(doubt, []).append(row)
        for doubt, rows in asked.items():
            first = rows[0]
            what = _("Việc %(numbers)s") % {"numbers": ", ".join(str(row.no) for row in rows)}
            blocking = not first.item["assignments"] or any(one["is_open"] for one in first.item["unresolved"])
            ids = [row.item["id"] for row in rows]
            idle = ",".join(ids) if all(not row.item["assignments"] for row in rows) else ""
            yield Concern(what, doubt, ids[0], " ".join(ids), blocking, _asked(first.item, doubt), idle)

    def _of_findings(self) -> Iterator[Concern]:
        for finding in self.document.reading["findings"]:
            if finding["severity"] != "info" and not self._is_told(finding["span"]):
                yield Concern(_("Văn bản"), finding["message"], "paper")

    def _is_told(self, span: dict[str, int] | None) -> bool:
        """Whether a doubtful field of the letterhead speaks of the same place already."""
        if span is None:
            return False
        doubted = [
            read["span"] for read in self.letterhead_reads.values() if read["doubt"] >= DOUBTFUL and read["span"]
        ]
        return any(one["start"] <= span["start"] <= one["end"] for one in doubted)

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
                name = _("báo cáo") if row.item["fulfilment"].startswith("report") else _("việc %d") % row.no
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


def _is_open(item: Item, asked: dict[str, Any]) -> bool:
    """Whether a question still waits: unanswered, and not made idle by taking the units in doubt away by hand."""
    here = {given["unit"] for given in item["assignments"]}
    return not asked["answer"] and (not asked["units"] or not here.isdisjoint(asked["units"]))


def _asked(item: Item, question: str) -> str:
    """`o3.0`: the place of a question that a yes or no can answer."""
    for place, asked in enumerate(item["unresolved"]):
        if asked["question"] == question and asked["units"]:
            return f"{item['id']}.{place}"
    return ""


def label_of(label: str) -> str:
    """A clause's label with its word: «Điểm 3», «Điểm a»; «Thứ ba», «Điều 2», «III.1» stand as they are.

    >>> label_of("3"), label_of("Thứ ba"), label_of("")
    ('Điểm 3', 'Thứ ba', '')
    """
    return f"Điểm {label}" if _NUMBERED.match(label) else label
