"""The shapes of dated law: a reference, a parameter's value, a report form with its fields and cross-field rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

Value = int | str | bool | None


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a value comes from (căn cứ): the document, its clause, its date."""

    document: str
    clause: str
    date: date

    def __str__(self) -> str:
        return f"{self.clause}, {self.document} ngày {self.date.day}/{self.date.month}/{self.date.year}"


class FieldKind(StrEnum):
    COUNT = "count"  # a whole number, zero or more
    TEXT = "text"
    BOOL = "bool"


class Initial(StrEnum):
    """What a field shows before anybody has typed."""

    PREVIOUS = "previous"  # what the unit reported last
    ZERO = "zero"
    NONE = "none"


class NilValue(StrEnum):
    """What «không phát sinh» says about a field."""

    ZERO = "zero"  # nothing new arose
    PREVIOUS = "previous"  # as it stood in the last report; unknown when there is none
    NONE = "none"  # says nothing


class Total(StrEnum):
    """How a field adds up over days: what happens is summed, what stands is read off the last day."""

    SUM = "sum"
    LAST = "last"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form (chỉ tiêu)."""

    code: str
    label: str
    kind: FieldKind
    group: str = ""
    unit: str = ""
    short_label: str = ""  # for the head of a dense table
    help: str = ""
    required: bool = False
    minimum: int = 0
    maximum: int = 1_000_000
    max_length: int = 2000
    initial: Initial = Initial.NONE
    nil: NilValue = NilValue.NONE
    total: Total = Total.NONE
    figure: str = ""  # a named figure of the system to pre-fill from and compare with
    key: bool = False  # stands on the board, for the eyes of the leadership

    @property
    def column(self) -> str:
        """The label for a table's head."""
        return self.short_label or self.label

    @property
    def is_count(self) -> bool:
        return self.kind is FieldKind.COUNT

    @property
    def is_text(self) -> bool:
        return self.kind is FieldKind.TEXT

    @property
    def is_bool(self) -> bool:
        return self.kind is FieldKind.BOOL


_COMPARE = {
    "=": lambda left, right: left == right,
    "<=": lambda left, right: left <= right,
    "<": lambda left, right: left < right,
    ">=": lambda left, right: left >= right,
    ">": lambda left, right: left > right,
}
OPERATORS = tuple(_COMPARE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A cross-field rule (ràng buộc): two sums of fields or numbers, and the sentence shown when it does not hold."""

    left: tuple[str | int, ...]
    operator: str
    right: tuple[str | int, ...]
    message: str
    field: str  # where the sentence is shown

    def holds(self, values: Mapping[str, Value]) -> bool | None:
        """Whether it holds; None when a field it needs was left empty, so that nothing can be said.

        >>> rule = Rule(("f1_new",), "<=", ("f1_total",), "…", "f1_new")
        >>> rule.holds({"f1_new": 2, "f1_total": 1}), rule.holds({"f1_new": 2})
        (False, None)
        """
        left, right = self._sum(self.left, values), self._sum(self.right, values)
        return None if left is None or right is None else _COMPARE[self.operator](left, right)

    @staticmethod
    def _sum(terms: tuple[str | int, ...], values: Mapping[str, Value]) -> int | None:
        amounts = [term if isinstance(term, int) else values.get(term) for term in terms]
        if not all(isinstance(amount, int) for amount in amounts):
            return None
        return sum(amount for amount in amounts if isinstance(amount, int))


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that are filled in together (nhóm chỉ tiêu); a folded one opens when it is needed."""

    code: str
    label: str
    folded: bool
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Form:
    """A report form as it stood from `version` on (biểu mẫu)."""

    code: str
    version: date
    title: str
    reference: Reference
    note: str
    groups: tuple[Group, ...]
    rules: tuple[Rule, ...]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for group in self.groups for field in group.fields)

    @cached_property
    def by_code(self) -> dict[str, Field]:
        return {field.code: field for field in self.fields}

    @cached_property
    def counts(self) -> tuple[Field, ...]:
        """The fields that add up over units."""
        return tuple(field for field in self.fields if field.is_count)

    @cached_property
    def texts(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.is_text)


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """A parameter's value in force from `since` up to and including `until` (tham số)."""

    value: object
    since: date
    until: date | None
    reference: Reference

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named value of law or of the office's custom, with every value it has had."""

    name: str
    label: str
    unit: str
    values: tuple[ParameterValue, ...]
