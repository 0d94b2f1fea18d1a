"""What each value of a reading might be instead, in the agency's own terms (phương án để chọn).

The engine names the candidates and their places; here phrases become units and deadlines become timetables. A choice
is known by its `code`, worked out from its value, so that a button pressed later means what it meant when shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from zlib import crc32

from django.utils.translation import gettext as _

from quantriet.apps.clock.moment import zone
from quantriet.apps.documents.models import KINDS, Document
from quantriet.apps.obligations.models import ObligationType
from quantriet.apps.obligations.review import LETTERHEAD, Item, says_rule
from quantriet.apps.obligations.review_when import has_parts, timetable_of, when_of
from quantriet.apps.organization import queries as organization
from quantriet.apps.organization.resolve import Resolver, Target
from quantriet.apps.organization.spelling import words_of
from quantriet.engines.kernel import Span
from quantriet.engines.reading import Alternatives, Deadline, Read, Weighed, alternatives_of, from_dict
from quantriet.engines.timetable import Timetable

MOST = 6  # choices beside one another; a digit key picks each
_KNOWN_UNITS = 500  # more are found by the words of the document only
_COMMON = frozenset(
    (
        *("phòng", "ban", "sở", "các", "đơn", "vị", "cơ", "quan", "trưởng", "phó", "giám", "đốc", "thủ", "lãnh", "đạo"),
        *("trung", "tâm", "văn", "chi", "cục", "tt", "thuộc", "của"),
    )
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to pick: `value` is text, a timetable or the ids of units; `span` the words that say it."""

    code: str
    words: str
    note: str
    value: Any
    span: Span | None = None
    phrase: str = ""


def code_of(value: object) -> str:
    """A short name that the same value always has.

    >>> code_of("Văn phòng Sở") == code_of("Văn phòng Sở"), len(code_of(""))
    (True, 8)
    """
    return f"{crc32(str(value).encode()):08x}"


class Candidates:
    """The choices of one document. Asks the database for units only when a unit is in doubt."""

    def __init__(self, document: Document, day: date) -> None:
        self.document, self._day = document, day

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.document.agency_id, self._day)

    @cached_property
    def _unit_names(self) -> dict[int, str]:
        rows = organization.units_of(self.document.agency_id).values_list("pk", "name")
        return dict(rows[:_KNOWN_UNITS])

    @cached_property
    def _weighed(self) -> Alternatives:
        return alternatives_of(from_dict(self.document.reading, self.document.text))

    def head(self, field: str) -> Weighed[Any]:
        """A field of the letterhead as weighed by the engine."""
        return self._weighed.head[LETTERHEAD.get(field, field)]

    def of_item(self, item: Item, field: str, phrase: str | None = None) -> Weighed[Any] | None:
        """A value of an obligation that was read; None of one added by hand."""
        if item["read"] is None:
            return None
        fields = self._weighed.obligations[item["read"]]
        return next((one for one in fields if one.field == field and phrase in (None, one.read.value)), None)

    # the choices

    def head_choices(self, field: str) -> list[Choice]:
        """Other values of a field of the letterhead, as the form takes them."""
        found = [Choice(code_of(text), words, read.reason, text, read.span) for read, text, words in self._told(field)]
        if field == "issued_on":
            day = self.document.received_at.astimezone(zone()).date()
            found.append(Choice(code_of(day), _day_words(day), _("ngày vào sổ"), day.isoformat()))
        entered = str(getattr(self.document, field) or "")
        return [choice for choice in found if choice.value != entered][: MOST - 1]

    def _told(self, field: str) -> Iterator[tuple[Read[Any], str, str]]:
        for read in self.head(field).others:
            if isinstance(read.value, date):
                yield read, read.value.isoformat(), _day_words(read.value)
            elif field != "kind":
                yield read, read.value, read.value
            elif read.value in KINDS:
                yield read, read.value, KINDS[read.value]

    def deadline_choices(self, item: Item) -> list[Choice]:
        """Other deadlines: of the clause, of the lead-in, of the whole document, none."""
        weighed = self.of_item(item, "deadline")
        found = [choice for read in weighed.others if (choice := self._deadline(read))] if weighed else []
        return [choice for choice in found if not says_rule(item, choice.value)][: MOST - 1]

    def _deadline(self, read: Read[Deadline | None]) -> Choice | None:
        if read.value is None:
            return Choice("none", _("Không có thời hạn"), "", None)
        rule: Timetable | None = timetable_of(read.value.to_dict(), self.document.issued_on)
        if rule is None or (rule.kind.value == "once" and rule.on is None):
            return None
        said = [*sorted(when_of(rule).items()), *([rule.describe()] if has_parts(rule.to_dict()) else [])]
        return Choice(code_of(said), rule.describe(), read.reason, rule, read.span)

    def type_choices(self, item: Item) -> list[Choice]:
        """Other kinds of duty, those first that the words of the clause speak for."""
        weighed = self.of_item(item, "type")
        return [
            Choice(read.value, ObligationType(read.value).label, read.reason, read.value, read.span)
            for read in (weighed.others if weighed else ())
        ][: MOST - 1]

    def unit_choices(self, item: Item, phrase: str | None) -> list[Choice]:
        """Units that a phrase (None: nobody is named) might mean: named near it, or named alike in the agency."""
        weighed = next(
            (one for name in ("assignee", "cooperating") if (one := self.of_item(item, name, phrase)) is not None), None
        )
        here = {given["unit"] for given in item["assignments"]}
        found: dict[tuple[int, ...], Choice] = {}
        for choice in (*self._alike(phrase or ""), *self._named(weighed)):
            if not here.issuperset(choice.value):
                found.setdefault(tuple(choice.value), choice)
        return list(found.values())[: MOST - 1]

    def _named(self, weighed: Weighed[Any] | None) -> Iterator[Choice]:
        for read in weighed.others if weighed else ():
            answer = self._resolver.resolve(read.value)
            ids = sorted({target.unit_id for target in answer.targets})
            if not ids or answer.question:
                continue
            words = self._unit_words(answer.targets[0]) if len(ids) == 1 else _units_words(read.value, len(ids))
            yield Choice(code_of(read.value), words, read.reason, ids, read.span, read.value)

    def _unit_words(self, target: Target) -> str:
        if target.unit_id == self.document.agency_id:
            return _("Lãnh đạo %s") % target.unit_name
        return target.unit_name

    def _alike(self, phrase: str) -> Iterator[Choice]:
        """Units whose names share the telling words of the phrase."""
        wanted = set(words_of(phrase)) - _COMMON
        scored = []
        for pk, name in self._unit_names.items() if wanted else ():
            shared = len(wanted & set(words_of(name)))
            if shared * 2 >= len(wanted):
                scored.append((-shared, len(words_of(name)), pk, name))
        for _score, _length, pk, name in sorted(scored)[:3]:
            yield Choice(f"u{pk}", name, _("tên gần giống"), [pk], None, phrase)


def _units_words(phrase: str, count: int) -> str:
    return _("%(phrase)s (%(count)d đơn vị)") % {"phrase": phrase, "count": count}


def _day_words(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
