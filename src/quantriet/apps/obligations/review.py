"""The reviewer's working copy (bản duyệt): what was read, with the agency's own units and ways to fulfil filled in.

It is plain JSON on `Document.review`, in the terms of the form, so that a half-typed date survives as it was typed:

    letterhead  field → text as typed
    items       the obligations by place; see `Item`
    next        number of the next item that is added by hand
    judged      what the reviewer said of a doubtful value; see `review_picks`
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, TypedDict

from quantriet.apps.documents.models import Document
from quantriet.apps.obligations.fulfilment import best_way
from quantriet.apps.obligations.models import ObligationType, Part
from quantriet.apps.obligations.review_when import rule_of, timetable_of, when_of
from quantriet.apps.organization.resolve import Resolution, Resolver
from quantriet.engines.kernel import EngineError
from quantriet.engines.timetable import Kind, Timetable

LETTERHEAD = {  # field of the document → place in the reading
    "kind": "kind",
    "number": "number",
    "issued_on": "date",
    "issuer": "issuer",
    "parent_agency": "parent_agency",
    "abstract": "abstract",
}
TITLE_LENGTH = 200
# A general request to carry the document out binds nobody to anything that its clauses do not say already.
_LEFT_OUT = frozenset({ObligationType.CLOSING, ObligationType.EXECUTION})
_CUT = re.compile(r"[;.]\s+(?=\S)")


class Assigned(TypedDict):
    """A unit in an item: its part, and the words of the document that name it."""

    unit: int
    part: str
    phrase: str


class Item(TypedDict):
    """One obligation under review. `when` holds the deadline as typed, `timetable` what the form has no field for."""

    id: str
    read: int | None  # place in reading["obligations"]; None: added by hand
    clause_path: str
    clause_label: str
    start: int
    end: int
    type: str
    title: str
    deliverable: str
    fulfilment: str
    options: dict[str, str]
    when: dict[str, str]
    timetable: dict[str, Any] | None
    include: bool
    assignments: list[Assigned]
    unresolved: list[dict[str, Any]]  # phrase, question, is_open (nobody found), units in doubt, answer
    settled: bool
    proposed: dict[str, Any]  # include, lead and support as the reading proposed them; empty: added by hand


def working_copy(document: Document, day: date) -> dict[str, Any]:
    """The copy that is being worked on, or a fresh one. `day` decides which units the phrases mean."""
    if document.review.get("items") is not None:
        return dict(document.review)
    return build_review(document, Resolver(document.agency_id, day))


def build_review(document: Document, resolver: Resolver) -> dict[str, Any]:
    """A fresh copy from the reading."""
    resolved: dict[str, Resolution] = {}
    read = document.reading["obligations"]
    items = [_item(document, place, item, resolver, resolved) for place, item in enumerate(read)]
    items.sort(key=lambda item: (item["start"], item["end"], item["id"]))
    return {"letterhead": _letterhead(document), "items": items, "next": len(items) + 1}


def _letterhead(document: Document) -> dict[str, str]:
    typed = {field: str(getattr(document, field) or "") for field in LETTERHEAD}
    return {**typed, "signer": document.signer}


def _item(
    document: Document, place: int, read: dict[str, Any], resolver: Resolver, resolved: dict[str, Resolution]
) -> Item:
    described = as_read(document, place)
    way = best_way(described)
    rule = timetable_of(read["deadline"], document.issued_on)
    assignments, unresolved = _assigned(read, resolver, resolved)
    if way.code.startswith("report") and len(assignments) > 1:
        # The agency's leaders receive the reports of their units; they do not report to themselves.
        assignments = [given for given in assignments if given["unit"] != resolver.agency.pk]
    return Item(
        id=f"o{place + 1}",
        read=place,
        clause_path="/".join(read["clause_path"]),
        clause_label=read["clause_label"] or "",
        start=read["span"]["start"],
        end=read["span"]["end"],
        type=read["type"],
        title=read["title"][:TITLE_LENGTH],
        deliverable="",
        fulfilment=way.code,
        options={option.code: option.initial for option in way.options(described)},
        when=when_of(rule),
        timetable=rule.to_dict() if rule else None,
        include=read["type"] not in _LEFT_OUT,
        assignments=assignments,
        unresolved=unresolved,
        settled=False,
        proposed={"include": read["type"] not in _LEFT_OUT, **units_by_part(assignments)},
    )


def units_by_part(assignments: list[Assigned]) -> dict[str, list[int]]:
    """The ids of the units that lead, and of those that support."""
    return {part: sorted(one["unit"] for one in assignments if one["part"] == part) for part in Part.values}


def as_read(document: Document, place: int | None, item: Item | None = None) -> dict[str, Any]:
    """An obligation as the ways to fulfil look at it: as read, with its own words under `text`."""
    if place is not None:
        read = document.reading["obligations"][place]
        return {**read, "text": document.text[read["span"]["start"] : read["span"]["end"]]}
    assert item is not None
    text = document.text[item["start"] : item["end"]]
    return {
        "clause_path": item["clause_path"].split("/"),
        "clause_label": item["clause_label"],
        "span": {"start": item["start"], "end": item["end"]},
        "type": item["type"],
        "modality": "must",
        "assignees": [],
        "cooperating": [],
        "deadline": None,
        "title": item["title"],
        "text": text,
        "doubt": 0.0,
        "reason": "",
    }


def _assigned(
    read: dict[str, Any], resolver: Resolver, resolved: dict[str, Resolution]
) -> tuple[list[Assigned], list[dict[str, Any]]]:
    """Units for the phrases that resolve, questions for the others; a unit named twice keeps its first part."""
    found: dict[int, Assigned] = {}
    unresolved: list[dict[str, Any]] = []
    named = [(Part.LEAD, item) for item in read["assignees"]] + [(Part.SUPPORT, item) for item in read["cooperating"]]
    for part, item in named:
        phrase = item["value"]
        if phrase not in resolved:
            resolved[phrase] = resolver.resolve(phrase)
        answer = resolved[phrase]
        for target in answer.targets:
            found.setdefault(target.unit_id, Assigned(unit=target.unit_id, part=part.value, phrase=phrase[:200]))
        if answer.question:
            unresolved.append(_question(answer))
    return list(found.values()), unresolved


def _question(answer: Resolution) -> dict[str, Any]:
    """What the reviewer is asked; `units` are the ones in doubt, so that one «không» can take them out everywhere."""
    doubted = [target.unit_id for target in answer.targets if target.unit_name in answer.question]
    return {
        "phrase": answer.phrase,
        "question": answer.question,
        "is_open": not answer.targets,
        "units": sorted(set(doubted)),
        "answer": "",
    }


def is_unanswered(asked: dict[str, Any]) -> bool:
    """Whether nobody was found for a phrase, and nobody has been chosen for it."""
    return bool(asked["is_open"]) and not asked["answer"]


def answer_question(review: dict[str, Any], item_id: str, place: int, *, keep: bool) -> None:
    """Answer a question in every item that asks it: keep the units in doubt, or take them out."""
    item = next((one for one in review["items"] if one["id"] == item_id), None)
    if item is None or not 0 <= place < len(item["unresolved"]):
        return
    asked = item["unresolved"][place]
    for other in review["items"]:
        for one in other["unresolved"]:
            if one["phrase"] == asked["phrase"] and one["question"] == asked["question"] and not one["is_open"]:
                one["answer"] = "yes" if keep else "no"
                if not keep:
                    given = other["assignments"]
                    other["assignments"] = [unit for unit in given if unit["unit"] not in asked["units"]]


def says_rule(item: Item, rule: Timetable | None) -> bool:
    """Whether the fields of an item, as a browser sends them, still say this timetable."""
    try:
        return rule_of(item["when"], item["timetable"]) == rule
    except (EngineError, ValueError):
        return False


def describe_when(item: Item) -> str:
    """The deadline in words, for the line of the item; of a half-typed one, that it is not complete."""
    try:
        rule = rule_of(item["when"], item["timetable"])
    except (EngineError, ValueError):
        return "thời hạn chưa đủ"
    if rule is None:
        return ""
    if rule.kind is Kind.ONCE and rule.on is None:
        return "chưa có ngày"
    return rule.describe()


def add_item(review: dict[str, Any], document: Document, clause: dict[str, Any] | None) -> Item:
    """A new obligation by hand, in a clause (or the whole text when there is none)."""
    number = review["next"]
    review["next"] = number + 1
    span = clause["span"] if clause else {"start": 0, "end": len(document.text)}
    item = Item(
        id=f"o{number}",
        read=None,
        clause_path="/".join(clause["path"]) if clause else "",
        clause_label=clause["label"] if clause else "",
        start=span["start"],
        end=span["end"],
        type=ObligationType.TASK.value,
        title="",
        deliverable="",
        fulfilment="task",
        options={},
        when=when_of(None),
        timetable=None,
        include=True,
        assignments=[],
        unresolved=[],
        settled=False,
        proposed={},
    )
    review["items"].append(item)
    return item


def split_item(review: dict[str, Any], document: Document, item_id: str) -> Item | None:
    """Part one obligation into two at the sentence nearest to its middle; both keep units and deadline."""
    place = next((at for at, item in enumerate(review["items"]) if item["id"] == item_id), None)
    if place is None:
        return None
    first: Item = review["items"][place]
    cut = _middle_cut(document.text, first["start"], first["end"])
    number = review["next"]
    review["next"] = number + 1
    second = Item(**{**first, "id": f"o{number}", "assignments": [Assigned(**one) for one in first["assignments"]]})
    second["title"] = short_title(document.text[cut : first["end"]]) if cut else f"{first['title']} (phần 2)"
    if cut:
        second["start"], second["end"], first["end"] = cut, first["end"], cut
    review["items"].insert(place + 1, second)
    return second


def drop_item(review: dict[str, Any], item_id: str) -> None:
    """An obligation that the text asks for is left out but stays in sight; one added by hand goes.

    A part that was split off goes too, and its words return to the part before it.
    """
    items: list[Item] = review["items"]
    place = next((at for at, item in enumerate(items) if item["id"] == item_id), None)
    if place is None:
        return
    item = items[place]
    if _is_of_text(review, item):
        item["include"] = False
        return
    before = items[place - 1] if place else None
    if before and item["read"] is not None and before["read"] == item["read"] and before["end"] == item["start"]:
        before["end"] = item["end"]
    del items[place]


def leave_out(review: dict[str, Any], item_ids: set[str]) -> None:
    """Leave several obligations out at once: a directive to many agencies asks only some things of this one."""
    for item in review["items"]:
        if item["id"] in item_ids:
            item["include"] = False


def _is_of_text(review: dict[str, Any], item: Item) -> bool:
    """Whether it is the first item of an obligation that was read."""
    if item["read"] is None:
        return False
    first: Item = next(other for other in review["items"] if other["read"] == item["read"])
    return first["id"] == item["id"]


def add_phrase(item: Item, phrase: str, part: str, resolver: Resolver) -> None:
    """Assign whoever a phrase means: «các phòng chuyên môn», «Văn phòng Sở»."""
    answer = resolver.resolve(phrase)
    here = {given["unit"] for given in item["assignments"]}
    for target in answer.targets:
        if target.unit_id not in here:
            item["assignments"].append(Assigned(unit=target.unit_id, part=part, phrase=phrase[:200]))
    if not answer.targets:
        item["unresolved"].append(_question(answer))
        item["settled"] = False


def _middle_cut(text: str, start: int, end: int) -> int | None:
    cuts = [match.end() for match in _CUT.finditer(text, start, end) if match.end() < end]
    return min(cuts, key=lambda cut: abs(cut - (start + end) // 2), default=None)


def short_title(text: str, limit: int = 90) -> str:
    """The first words of a text as a title, cut at a word."""
    words = " ".join(text.split()).strip(" .;,:")
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(" .;,:") + "…"


def clause_list(document: Document) -> list[dict[str, Any]]:
    """All clauses of the reading in the order of the text."""
    found: list[dict[str, Any]] = []
    pending = list(reversed(document.reading["clauses"]))
    while pending:
        clause = pending.pop()
        found.append(clause)
        pending.extend(reversed(clause["children"]))
    return found
