"""Who a phrase of a document means, in this agency on this day.

A phrase that does not resolve gives no target and a question for the reviewer; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from unicodedata import normalize

from django.db.models import Q

from quantriet.apps.organization.models import Ancestry, Placement, Post, PostRank, Unit, UnitKind, UnitSpelling
from quantriet.apps.organization.phrases import KINDS, Element, PhraseParser, Role, Scope, Words
from quantriet.apps.organization.spelling import spells, variants, words_of

_RANKS = {
    Role.HEAD: (PostRank.HEAD,),
    Role.DEPUTY: (PostRank.DEPUTY,),
    Role.LEADERS: (PostRank.HEAD, PostRank.DEPUTY),
}
_PLACES = ("tỉnh", "thành phố", "huyện", "quận", "xã", "phường")


@dataclass(frozen=True, slots=True)
class Target:
    """A unit that must act, and the post in it when the phrase names one."""

    unit_id: int
    unit_name: str
    post_title: str | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a phrase means here. `question` asks the reviewer what the words do not tell; empty when certain."""

    phrase: str
    targets: tuple[Target, ...]
    is_certain: bool
    question: str = ""


class Resolver:
    """Reads units, posts and spellings of one agency once, then resolves any number of phrases."""

    def __init__(self, agency_id: int, day: date) -> None:
        self.agency = Unit.objects.get(pk=agency_id)
        self._parents = self._load_parents(agency_id, day)
        self._units = {unit.pk: unit for unit in self._load_units(day)}
        self._reach = [unit for unit in self._units.values() if self._is_in_reach(unit)]
        self._posts: dict[int, list[Post]] = {}
        for post in Post.objects.filter(unit_id__in=[agency_id, *(unit.pk for unit in self._reach)]):
            self._posts.setdefault(post.unit_id, []).append(post)
        self._names = self._load_names()
        self._own = self._own_words()
        self._place = self._place_words(day)
        self._find = cache(self._find_names)

    def resolve(self, phrase: str) -> Resolution:
        """Who `phrase` means. All of it when every word is understood, else the parts that are, with a question."""
        targets: dict[Target, None] = {}
        questions: list[str] = []
        for part, elements in self._parts(phrase):
            if elements is None:
                questions.append(self._unknown(part))
                continue
            for element in elements:
                found, question = self._targets(element, part)
                targets.update(dict.fromkeys(found))
                questions.extend([question] if question else [])
        return Resolution(phrase, tuple(targets), bool(targets) and not questions, " ".join(questions))

    # reading the phrase

    def _parts(self, phrase: str) -> Iterable[tuple[str, tuple[Element, ...] | None]]:
        """The phrase in the longest pieces that can be read; a piece between two commas that cannot stands alone."""
        pieces = re.split(r"([,;]|(?<=\s)(?:và|&)(?=\s))", normalize("NFC", phrase).strip(" .:;,"))
        begin = unread = 0  # the pieces between the two could not be read so far
        while begin < len(pieces):
            for end in range(len(pieces), begin, -2):
                part = "".join(pieces[begin:end]).strip()
                if elements := self._parse(part):
                    if unread < begin:
                        yield "".join(pieces[unread : begin - 1]).strip(), None
                    yield part, elements
                    unread = end + 1
                    break
            else:
                end = begin + 1
            begin = end + 1
        if unread < len(pieces):
            yield "".join(pieces[unread:]).strip(), None

    def _parse(self, part: str) -> tuple[Element, ...] | None:
        words = words_of(part)
        elements = PhraseParser(words, self._find, self._own, self._place).parse()
        return elements or self._by_title(words)

    def _by_title(self, words: Words) -> tuple[Element, ...] | None:
        """A post's own title («Văn thư», «Giám đốc») when one unit alone has it."""
        holders = {post.unit_id for posts in self._posts.values() for post in posts if words_of(post.title) == words}
        if len(holders) != 1:
            return None
        return (Element(None, None, frozenset(holders), words),)

    def _find_names(self, words: Words) -> frozenset[int]:
        return frozenset(unit_id for name, unit_id in self._names if spells(words, name))

    # from elements to targets

    def _targets(self, element: Element, part: str) -> tuple[list[Target], str]:
        units = self._units_of(element)
        if element.scope is Scope.AGENCIES and not units and self.agency.kind == UnitKind.AGENCY:
            # A letter from above to all departments binds this one; who carries it out inside is not told.
            question = f"«{part}» gồm cả {self.agency.name}. Chọn phòng, đơn vị chủ trì."
            return self._posts_of(self.agency, element), question
        if element.scope is None and len(units) > 1:
            names = " hoặc ".join(unit.name for unit in units)
            return [], f"«{part}» có thể là {names}. Chọn đơn vị."
        if not units:
            return [], f"Cơ quan không có đơn vị nào gọi là «{part}». Chọn đơn vị."
        targets = [target for unit in units for target in self._posts_of(unit, element)]
        return targets, self._doubt(element, units, part)

    def _units_of(self, element: Element) -> list[Unit]:
        if element.scope is None:
            return [self._units[unit_id] for unit_id in sorted(element.unit_ids)]
        if element.scope is Scope.AGENCY:
            return [self.agency]
        if element.scope in KINDS:
            kinds = KINDS[element.scope]
            # «Phòng thuộc Sở» is a division of the department, not one inside a centre of the department.
            return [u for u in self._reach if u.kind in kinds and self._parents.get(u.pk) == self.agency.pk]
        return self._reach

    def _posts_of(self, unit: Unit, element: Element) -> list[Target]:
        posts = self._posts.get(unit.pk, [])
        if element.role:
            titles = [post.title for post in posts if post.rank in _RANKS[element.role]]
        else:
            titles = [post.title for post in posts if words_of(post.title) == element.words]
        return [Target(unit.pk, unit.name, title) for title in titles] or [Target(unit.pk, unit.name, None)]

    def _doubt(self, element: Element, units: list[Unit], part: str) -> str:
        if element.scope is Scope.STAFF:
            return f"«{part}» là người, không phải đơn vị. Giao cho mọi đơn vị để triển khai đến từng người?"
        if element.scope is Scope.TECHNICAL_DIVISIONS:
            asked = [unit.name for unit in units if unit.kind == UnitKind.INSPECTORATE]
            if asked:
                return f"«{part}» có gồm {', '.join(asked)} không?"
        return ""

    def _unknown(self, part: str) -> str:
        if words_of(part)[-2:] == ("liên", "quan"):
            return f"Văn bản viết «{part}» mà không nêu tên. Chọn đơn vị."
        names = {" ".join(words_of(unit.name)): unit.name for unit in self._units.values()}
        near = get_close_matches(" ".join(words_of(part)), names, n=1, cutoff=0.75)
        hint = f" Gần giống: {names[near[0]]}." if near else ""
        return f"Không tìm thấy đơn vị nào tên «{part}».{hint} Chọn đơn vị."

    # reading the organization

    def _load_parents(self, agency_id: int, day: date) -> dict[int, int | None]:
        below = Ancestry.objects.on(day).filter(ancestor_id=agency_id).values("descendant_id")
        return dict(Placement.objects.on(day).filter(unit_id__in=below).values_list("unit_id", "parent_id"))

    def _load_units(self, day: date) -> Iterable[Unit]:
        return Unit.objects.filter(Q(closed_on=None) | Q(closed_on__gt=day), pk__in=self._parents.keys())

    def _is_in_reach(self, unit: Unit) -> bool:
        """Below the agency, and not below another agency inside it: those answer to their own."""
        above = self._parents.get(unit.pk)
        while above is not None and above != self.agency.pk:
            if above not in self._units or self._units[above].kind == UnitKind.AGENCY:
                return False
            above = self._parents.get(above)
        return unit.pk != self.agency.pk

    def _load_names(self) -> list[tuple[Words, int]]:
        names: set[tuple[Words, int]] = set()
        for unit in (self.agency, *self._reach):
            for text in filter(None, (unit.name, unit.short_name, unit.symbol)):
                names.update((variant, unit.pk) for variant in variants(text))
        told = UnitSpelling.objects.filter(unit_id__in=self._units).values_list("folded", "unit_id")
        names.update((words_of(folded), unit_id) for folded, unit_id in told)
        return sorted(names)

    def _own_words(self) -> set[Words]:
        name = words_of(self.agency.name)
        own: set[Words] = {name[:1], ("cơ", "quan"), name}
        for place in _PLACES:
            words = tuple(place.split())
            if words_of(f"Ủy ban nhân dân {place}") == name[: 4 + len(words)]:
                own |= {words, ("ubnd", *words), ("ủy", "ban", "nhân", "dân", *words)}
        return {words for words in own if words}

    def _place_words(self, day: date) -> Words:
        """«tỉnh Phước An» when the agency stands under that province's committee; often written after a name."""
        above = Placement.objects.on(day).filter(unit=self.agency).values_list("parent__name", flat=True).first()
        words = words_of(above or "")
        starts = [index for index, word in enumerate(words) if word in {"tỉnh", "thành"}]
        return words[starts[0] :] if starts else ()
