"""The whole review over one working copy, and what its adoption writes (bản duyệt)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.fulfilment import get_way
from quantriet.apps.obligations.review import TITLE_LENGTH, Item, as_read
from quantriet.apps.obligations.review_forms import ItemForm, LetterheadForm, as_text
from quantriet.engines.timetable import Kind, Timetable


@dataclass(frozen=True, slots=True)
class Planned:
    """One obligation as it will be written."""

    item: Item
    title: str
    type: str
    deliverable: str
    fulfilment: str
    timetable: dict[str, Any] | None
    options: dict[str, str]


class ReviewSheet:
    """The whole form over one working copy; `data` is what was sent, None to show the copy as it stands."""

    def __init__(
        self,
        document: Document,
        review: dict[str, Any],
        units: Sequence[tuple[int, str]] | None,
        data: Any = None,
    ) -> None:
        self.document, self.review, self.units = document, review, units
        head = review["letterhead"]
        self.letterhead = LetterheadForm(data, prefix="head", initial=head)
        self.items = [self._form(item, data) for item in review["items"]]

    def _form(self, item: Item, data: Any) -> ItemForm:
        described = as_read(self.document, item["read"], item)
        return ItemForm(data, item=item, described=described, units=self.units)

    def take(self) -> None:
        """Put everything that was typed into the working copy."""
        self.review["letterhead"] = {**self.review["letterhead"], **self.letterhead.typed()}
        for form in self.items:
            form.take()

    @cached_property
    def is_ready(self) -> bool:
        """Whether all that is to be given out is complete; asks every form, so that all faults show at once."""
        return all([self.letterhead.is_valid(), *[form.is_valid() for form in self.items]])

    @property
    def faulty(self) -> list[ItemForm]:
        return [form for form in self.items if form.is_bound and form.errors]

    def planned(self) -> list[Planned]:
        """What the adoption writes; only of a sheet that is ready."""
        return [part for form in self.items if form.cleaned_data["include"] for part in _by_hour(_planned(form))]


def _planned(form: ItemForm) -> Planned:
    cleaned, code = form.cleaned_data, form.cleaned_data["fulfilment"]
    described_options = form.options[get_way(code).code]
    options = {option.code: as_text(cleaned.get(f"{code}.{option.code}")) for option in described_options}
    return Planned(
        form.item, cleaned["title"], cleaned["type"], cleaned["deliverable"], code, cleaned["timetable"], options
    )


def _by_hour(planned: Planned) -> list[Planned]:
    """Each hour of a day is work of its own, with its own dues, rates and consolidation (mỗi giờ một kỳ)."""
    rule = Timetable.from_dict(planned.timetable) if planned.timetable else None
    if rule is None or len(rule.hours) < 2:
        return [planned]
    found = []
    for hour in rule.hours:
        options = dict(planned.options)
        if "limit" in options and hour != rule.time:  # what else counts from the limit was settled for the first hour
            options = {**options, "limit": f"{hour:%H:%M}", "consolidation_limit": ""}
        ending = f" (kỳ {hour:%H:%M})"
        title = planned.title[: TITLE_LENGTH - len(ending)] + ending
        one = replace(rule, time=hour, also_at=(), times=1 if rule.kind is Kind.DAILY else rule.times)
        found.append(replace(planned, title=title, timetable=one.to_dict(), options=options))
    return found
