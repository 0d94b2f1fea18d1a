"""The grammar of how documents name those who must act: a role, a class of units or a unit, and whose they are.

«Trưởng các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở» = head of (divisions + public service units) of the agency.
It knows words and kinds of units, never a particular unit; names are asked from the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from quantriet.apps.organization.models import UnitKind

Words = tuple[str, ...]


class Role(StrEnum):
    """Which posts of the units are meant."""

    HEAD = "head"
    DEPUTY = "deputy"
    LEADERS = "leaders"  # head and deputies


class Scope(StrEnum):
    """Which units are meant, when no unit is named."""

    AGENCY = "agency"
    ALL = "all"
    STAFF = "staff"
    DIVISIONS = "divisions"
    TECHNICAL_DIVISIONS = "technical_divisions"
    PUBLIC_SERVICE = "public_service"
    OFFICE = "office"
    INSPECTORATE = "inspectorate"
    AGENCIES = "agencies"
    COMMUNES = "communes"


KINDS: dict[Scope, tuple[UnitKind, ...]] = {
    Scope.DIVISIONS: (UnitKind.DIVISION,),
    # The words alone do not say whether an inspectorate is one of them: the reviewer is asked.
    Scope.TECHNICAL_DIVISIONS: (UnitKind.DIVISION, UnitKind.INSPECTORATE),
    Scope.PUBLIC_SERVICE: (UnitKind.PUBLIC_SERVICE,),
    Scope.OFFICE: (UnitKind.OFFICE,),
    Scope.INSPECTORATE: (UnitKind.INSPECTORATE,),
    Scope.AGENCIES: (UnitKind.AGENCY,),
    Scope.COMMUNES: (UnitKind.COMMUNE,),
}


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a phrase: who (role) of which units (a scope, or named ones)."""

    role: Role | None
    scope: Scope | None
    unit_ids: frozenset[int]  # named units; more than one when the name is ambiguous
    words: Words


def _table(rows: dict[str, object]) -> list[tuple[Words, object]]:
    pairs = [(tuple(text.split()), meaning) for texts, meaning in rows.items() for text in texts.split("|")]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


_DETERMINERS = _table({"các|những|toàn thể|toàn bộ|tất cả|mọi|từng|đồng chí|đ c|ông|bà|khối": None})
_ROLES = _table(
    {
        "thủ trưởng|trưởng|người đứng đầu|chánh|giám đốc|chủ tịch|bộ trưởng|tổng cục trưởng|cục trưởng"
        "|chi cục trưởng|viện trưởng|hiệu trưởng|tổng giám đốc|trưởng phòng|trưởng ban": Role.HEAD,
        "phó|phó trưởng|phó giám đốc|phó chánh|phó trưởng phòng|phó thủ trưởng|phó chủ tịch|cấp phó"
        "|phó cục trưởng|phó chi cục trưởng|thứ trưởng": Role.DEPUTY,
        "lãnh đạo|trưởng phó|trưởng phó trưởng|thủ trưởng phó thủ trưởng|ban giám đốc|ban lãnh đạo|tập thể lãnh đạo"
        "|giám đốc phó giám đốc|giám đốc các phó giám đốc|chủ tịch phó chủ tịch": Role.LEADERS,
    }
)
_SCOPES = _table(
    {
        "đơn vị|cơ quan đơn vị|phòng ban đơn vị|bộ phận": Scope.ALL,
        "đơn vị sự nghiệp|đơn vị sự nghiệp công lập": Scope.PUBLIC_SERVICE,
        "phòng|phòng ban": Scope.DIVISIONS,
        "phòng chuyên môn|phòng nghiệp vụ|phòng chuyên môn nghiệp vụ|phòng ban chuyên môn"
        "|phòng ban chuyên môn nghiệp vụ|phòng ban nghiệp vụ": Scope.TECHNICAL_DIVISIONS,
        "văn phòng": Scope.OFFICE,
        "thanh tra": Scope.INSPECTORATE,
        "sở|sở ngành|sở ban ngành|cơ quan chuyên môn|sở ban ngành đoàn thể": Scope.AGENCIES,
        "ủy ban nhân dân cấp xã|ubnd cấp xã|cấp xã|xã phường|xã phường đặc khu|xã phường thị trấn|xã thị trấn"
        "|ubnd các xã thị trấn"
        "|ủy ban nhân dân các xã phường|ubnd các xã phường|ủy ban nhân dân các xã phường đặc khu"
        "|ubnd các xã phường đặc khu|ubnd các xã phường thị trấn|ủy ban nhân dân các xã phường thị trấn"
        "|ubnd xã phường|ủy ban nhân dân xã phường": Scope.COMMUNES,
        "cán bộ công chức viên chức|cán bộ công chức viên chức người lao động|công chức viên chức"
        "|công chức viên chức người lao động|công chức viên chức nhân viên|cán bộ công chức": Scope.STAFF,
    }
)
_LINKS = {"thuộc", "trực", "của", "tại", "trong", "toàn"}


class PhraseParser:
    """Reads the words of one phrase into elements, or None when a word is left that means nothing here."""

    def __init__(
        self, words: Words, names: Callable[[Words], frozenset[int]], own: set[Words], place: Words = ()
    ) -> None:
        self.words = words
        self.names = names
        self.own = sorted(own, key=len, reverse=True)  # words for the agency itself: "sở", "cơ quan", its name
        self.place = place

    def parse(self) -> tuple[Element, ...] | None:
        return self._list(0, None) if self.words else None

    def _list(self, start: int, carried: Role | None) -> tuple[Element, ...] | None:
        if start == len(self.words):
            return ()
        for element, end in self._elements(start, carried):
            # A role carries on from class to class («Trưởng các phòng, đơn vị»), never to or from a named unit.
            rest = self._list(end, element.role if element.scope in KINDS or element.scope is Scope.ALL else None)
            if rest is not None:
                return (element, *rest)
        return None

    def _elements(self, start: int, carried: Role | None) -> Iterator[tuple[Element, int]]:
        begin = self._skip(start)
        for role, after_role in [*self._matches(_ROLES, begin), (None, begin)]:
            after = self._skip(after_role)
            for scope, ids, end in self._scopes(after):
                meant = role if role or scope is None else carried
                for stop in self._tails(end):
                    yield Element(meant, scope, ids, self.words[start:stop]), stop  # type: ignore[arg-type]

    def _scopes(self, start: int) -> Iterator[tuple[Scope | None, frozenset[int], int]]:
        for end in range(len(self.words), start, -1):
            if ids := self.names(self.words[start:end]):
                yield None, ids, end
        for own in self.own:
            if self.words[start : start + len(own)] == own and not self._is_plural(start):
                yield Scope.AGENCY, frozenset(), start + len(own)
        for scope, end in self._matches(_SCOPES, start):
            if scope is not Scope.AGENCIES or self._is_plural(start) or end - start > 1:
                yield scope, frozenset(), end  # type: ignore[misc]

    def _is_plural(self, start: int) -> bool:
        return start > 0 and self.words[start - 1] in {"các", "những"}

    def _tails(self, start: int) -> Iterator[int]:
        """Ends of «thuộc Sở», «trực thuộc», «Sở» after a scope; the longest first, then none at all."""
        linked = start
        while linked < len(self.words) and self.words[linked] in _LINKS:
            linked += 1
        for own in (*self.own, ()):
            end = linked + len(own)
            if self.words[linked:end] == own:
                if self.place and self.words[end : end + len(self.place)] == self.place:
                    yield end + len(self.place)
                yield end
        if linked != start:
            yield start

    def _skip(self, start: int) -> int:
        while found := self._matches(_DETERMINERS, start):
            start = found[0][1]
        return start

    def _matches(self, table: list[tuple[Words, object]], start: int) -> list[tuple[object, int]]:
        return [
            (meaning, start + len(words)) for words, meaning in table if self.words[start : start + len(words)] == words
        ]
