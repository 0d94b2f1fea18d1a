"""What the reviewer made of each value read, kept as data (phản hồi về bản đọc).

`keep_review` is the one way in which a review is saved: the copy and what it says of the reading, in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

import quantriet
from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.clock.moment import local_day
from quantriet.apps.documents import actions as documents
from quantriet.apps.documents.models import KINDS, Document
from quantriet.apps.obligations.models import ObligationType, Part, ReadField, ReadingFeedback
from quantriet.apps.obligations.review import LETTERHEAD, Item, describe_when, says_rule, units_by_part
from quantriet.apps.obligations.review_candidates import Candidates
from quantriet.apps.obligations.review_picks import NOBODY
from quantriet.apps.obligations.review_when import timetable_of
from quantriet.apps.organization.models import Unit
from quantriet.engines.reading import Weighed

_BATCH = 500
_NAMED = 12  # units that a row names before it counts the others
_GIVEN = {True: "giao", False: "không giao"}
_NO_DEADLINE = "không có thời hạn"
_UNRESOLVED = 0.7  # how doubtful a name is that nobody in the agency goes by


def feedback_visible_to(actor: Actor) -> QuerySet[ReadingFeedback]:
    """What was said of the documents in whose register this actor works."""
    agencies = actor.unit_ids(Permission.REGISTER_DOCUMENTS)
    return ReadingFeedback.objects.filter(document__agency_id__in=agencies)


@transaction.atomic
def keep_review(
    document: Document, review: dict[str, Any], *, by: Actor, at: datetime, seen: str | None = None
) -> Document:
    """Save the working copy with what it says of the reading. Raises `ReviewStale` as `documents.save_review` does."""
    row = documents.save_review(document=document, review=review, by=by, at=at, seen=seen)
    keep_feedback(row, review, by=by, at=at, is_final=False)
    return row


def keep_feedback(document: Document, review: dict[str, Any], *, by: Actor, at: datetime, is_final: bool) -> None:
    """Bring the rows of a document in step with its review; `is_final` takes what was not touched as confirmed.

    Call inside the transaction of the saving, with the document still as it was read. A row that says the same as
    before keeps who said it and when; one that no longer holds goes.
    """
    said = {(one.item, one.field): one for one in _Judge(document, review, at, is_final).judgements()}
    rows = {(row.item, row.field): row for row in ReadingFeedback.objects.filter(document=document)}
    gone = [row.pk for key, row in rows.items() if key not in said]
    if gone:
        ReadingFeedback.objects.filter(pk__in=gone).delete()
    new = [one for key, one in said.items() if key not in rows or not _is_same(one, rows[key])]
    for one in new:
        one.document, one.by_id, one.at, one.engine_version = document, by.account_id, at, quantriet.__version__
    ReadingFeedback.objects.bulk_create(
        new, _BATCH, update_conflicts=True, unique_fields=["document", "item", "field"],
        update_fields=["value_read", "doubt", "reason", "value_kept", "is_changed", "by", "at", "engine_version"],
    )  # fmt: skip


def _is_same(one: ReadingFeedback, row: ReadingFeedback) -> bool:
    return all(getattr(one, name) == getattr(row, name) for name in ("value_read", "value_kept", "is_changed"))


def _told(kept: str, names: dict[str, str]) -> str:
    """`#12; #15` as the names of units; of a province's hundreds the first and the count."""
    words = [names.get(word, word) for word in kept.split("; ")]
    if len(words) <= _NAMED or not names:
        return "; ".join(words)
    return "; ".join([*words[:_NAMED], f"và {len(words) - _NAMED} đơn vị khác"])


@dataclass(frozen=True, slots=True)
class _Value:
    """One value as read and as kept, in words."""

    field: ReadField
    read: str
    kept: str
    doubt: float
    reason: str
    is_changed: bool


class _Judge:
    """Compares a review with the reading that it began from."""

    def __init__(self, document: Document, review: dict[str, Any], at: datetime, is_final: bool) -> None:
        self.document, self.review, self.is_final = document, review, is_final
        self.candidates = Candidates(document, local_day(at))
        self.judged: dict[str, Any] = review.get("judged") or {}

    def judgements(self) -> list[ReadingFeedback]:
        """Unsaved rows, without who and when."""
        values = [("", value) for value in self._of_head()]
        items: dict[str, Item] = {item["id"]: item for item in self.review["items"]}
        first = {item["read"]: item["id"] for item in reversed(self.review["items"])}
        for item in items.values():
            is_first = item["read"] is not None and first[item["read"]] == item["id"]
            values += [(item["id"], value) for value in (self._of_item(item) if is_first else self._of_added(item))]
        names = self._unit_names(items.values())
        return [
            self._row(items.get(place), place, value, names) for place, value in values if self._counts(place, value)
        ]

    def _counts(self, place: str, value: _Value) -> bool:
        """A change always, what stands as read when somebody said so or adopts it."""
        return value.is_changed or self.is_final or f"{place or 'head'}.{value.field}" in self._confirmed

    @property
    def _confirmed(self) -> set[str]:
        """The fields that were expressly judged; a phrase or «nobody» speaks of who leads."""
        found = set()
        for key in self.judged:
            place, _dot, name = key.partition(".")
            found.add(f"{place}.{ReadField.LEAD if name == NOBODY or name.startswith('who-') else name}")
        return found

    def _row(self, item: Item | None, place: str, value: _Value, names: dict[str, str]) -> ReadingFeedback:
        return ReadingFeedback(
            item=place,
            field=value.field,
            clause_label=item["clause_label"][:40] if item else "",
            start=item["start"] if item else None,
            end=item["end"] if item else None,
            value_read=value.read,
            doubt=value.doubt,
            reason=value.reason[:300],
            value_kept=_told(value.kept, names),
            is_changed=value.is_changed,
        )

    def _of_head(self) -> Iterator[_Value]:
        for name in (*LETTERHEAD, "signer"):
            read, kept = str(getattr(self.document, name) or ""), self.review["letterhead"].get(name, "").strip()
            weighed, field = self.candidates.head(name), ReadField(name)
            is_changed = kept != read
            if field is ReadField.SIGNER:
                read = kept = ""
            elif field is ReadField.KIND:
                read, kept = KINDS.get(read, read), KINDS.get(kept, kept)
            yield _Value(field, read, kept, weighed.read.doubt, weighed.read.reason, is_changed)

    def _of_added(self, item: Item) -> Iterator[_Value]:
        """An obligation that the reading missed, or a part that it had not told from another."""
        reason = "không đọc thấy" if item["read"] is None else "tách ra từ một việc đọc được"
        if item["include"]:
            yield _Value(ReadField.INCLUDE, "", _GIVEN[True], 0.0, reason, True)

    def _of_item(self, item: Item) -> Iterator[_Value]:
        proposed = item.get("proposed") or {}
        was = bool(proposed.get("include", item["include"]))
        read = self.document.reading["obligations"][item["read"]]
        yield _Value(
            ReadField.INCLUDE, _GIVEN[was], _GIVEN[item["include"]], read["doubt"], read["reason"],
            was != item["include"],
        )  # fmt: skip
        if item["include"]:
            yield from self._of_units(item, read, proposed)
            yield from self._of_fields(item)

    def _of_units(self, item: Item, read: dict[str, Any], proposed: dict[str, Any]) -> Iterator[_Value]:
        now = units_by_part(item["assignments"])
        questions = {asked["phrase"]: asked["question"] for asked in item["unresolved"]}
        for part, name in ((Part.LEAD, "assignees"), (Part.SUPPORT, "cooperating")):
            units = read[name]
            was = proposed.get(part.value, now[part.value])
            if not units and not was and not now[part.value] and part is Part.SUPPORT:
                continue
            worst = max(units, key=lambda unit: (unit["value"] in questions, unit["doubt"]), default=None)
            doubt, reason = (worst["doubt"], worst["reason"]) if worst else (read["doubt"], read["reason"])
            if worst and worst["value"] in questions:
                doubt, reason = max(doubt, _UNRESOLVED), questions[worst["value"]]
            words = "; ".join(unit["value"] for unit in units)
            is_changed = was != now[part.value]
            kept = "; ".join(f"#{pk}" for pk in now[part.value]) if is_changed else words
            yield _Value(ReadField(part.value), words, kept, doubt, reason, is_changed)

    def _of_fields(self, item: Item) -> Iterator[_Value]:
        when, kind = self._weighed(item, "deadline"), self._weighed(item, "type")
        deadline = self.document.reading["obligations"][item["read"]]["deadline"]
        rule = timetable_of(deadline, self.document.issued_on)
        words = rule.describe() if rule else deadline["text"] if deadline else _NO_DEADLINE
        is_changed = not says_rule(item, rule)
        kept = (describe_when(item) or _NO_DEADLINE) if is_changed else words
        yield _Value(ReadField.DEADLINE, words, kept, when.read.doubt, when.read.reason, is_changed)
        label, chosen = str(ObligationType(kind.read.value).label), item["type"]
        kept = str(ObligationType(chosen).label) if chosen in ObligationType.values else chosen
        yield _Value(ReadField.TYPE, label, kept, kind.read.doubt, kind.read.reason, chosen != kind.read.value)

    def _weighed(self, item: Item, name: str) -> Weighed[Any]:
        weighed = self.candidates.of_item(item, name)
        assert weighed is not None  # the item was read
        return weighed

    def _unit_names(self, items: Any) -> dict[str, str]:
        """`#12` → the unit's name, for the units that somebody put in or took out."""
        ids = {
            given["unit"]
            for item in items
            if (proposed := item.get("proposed"))
            and any(units_by_part(item["assignments"])[part] != proposed[part] for part in Part.values)
            for given in item["assignments"]
        }
        return {f"#{pk}": name for pk, name in Unit.objects.filter(pk__in=ids).values_list("pk", "name")} if ids else {}
