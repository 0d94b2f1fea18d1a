"""What the reviewer says of a doubtful value: keep it, take another, look again (chọn phương án).

`review["judged"]` holds it by key: `head.number`, `o3.deadline`, `o3.who-1a2b3c4d` (a phrase), `text.1a2b3c4d` (a
remark on the text), each with the `code` chosen, its `words`, what stood there `before`, and the units `added`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from quantriet.apps.obligations.models import Part
from quantriet.apps.obligations.review import Assigned, Item
from quantriet.apps.obligations.review_candidates import Candidates, Choice, code_of
from quantriet.apps.obligations.review_when import when_of

KEEP = "keep"
NOBODY = "nobody"
_TOUCHED = ("when", "timetable", "type")


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed choice: `places` are `head`, `text` or ids of items, which all take it."""

    places: tuple[str, ...]
    field: str
    code: str

    @classmethod
    def parse(cls, text: str) -> Pressed | None:
        """`o1,o2.deadline.1a2b3c4d`; None of anything else."""
        places, _dot, rest = text.partition(".")
        field, _dot, code = rest.partition(".")
        return cls(tuple(places.split(",")), field, code) if places and field and code else None


def who_field(phrase: str) -> str:
    """The field of a phrase that names somebody."""
    return f"who-{code_of(phrase)}"


def pick(review: dict[str, Any], candidates: Candidates, pressed: Pressed) -> bool:
    """Take a choice into the working copy. False where it is none of the choices (any more): nothing changes."""
    if pressed.places == ("head",):
        return _pick_head(review, candidates, pressed)
    if pressed.places == ("text",):
        _judge(review, f"text.{pressed.field}", Choice(KEEP, "", "", None), {})
        return pressed.code == KEEP
    items = [item for item in review["items"] if item["id"] in pressed.places]
    taken = [_pick_item(review, candidates, item, pressed) for item in items]
    return any(taken)


def reopen(review: dict[str, Any], key: str) -> None:
    """Take back what was said of a value, and the change that came with it."""
    said = review.get("judged", {}).pop(key, None)
    if said is None:
        return
    place = key.partition(".")[0]
    if place == "head":
        review["letterhead"].update(said["before"])
    for item in review["items"]:
        if item["id"] == place:
            item.update(said["before"])
            item["assignments"] = [given for given in item["assignments"] if given["unit"] not in said["added"]]
            for asked in item["unresolved"]:
                if who_field(asked["phrase"]) == key.partition(".")[2]:
                    asked["answer"] = ""


def _judge(review: dict[str, Any], key: str, choice: Choice, before: dict[str, Any], added: Sequence[int] = ()) -> None:
    said = {"code": choice.code, "words": choice.words, "before": before, "added": list(added)}
    review["judged"] = {**review.get("judged", {}), key: said}


def _find(choices: list[Choice], code: str) -> Choice | None:
    if code == KEEP:
        return Choice(KEEP, "", "", None)
    return next((choice for choice in choices if choice.code == code), None)


def _pick_head(review: dict[str, Any], candidates: Candidates, pressed: Pressed) -> bool:
    head, field = review["letterhead"], pressed.field
    choice = _find(candidates.head_choices(field), pressed.code) if field in head else None
    if choice is None:
        return False
    _judge(review, f"head.{field}", choice, {field: head[field]} if choice.code != KEEP else {})
    if choice.code != KEEP:
        head[field] = choice.value
    return True


def _pick_item(review: dict[str, Any], candidates: Candidates, item: Item, pressed: Pressed) -> bool:
    take = _TAKERS.get(pressed.field, _take_units)
    before = {name: item[name] for name in _TOUCHED}  # type: ignore[literal-required]  # all of them are keys of an item
    here = {given["unit"] for given in item["assignments"]}
    choice = take(candidates, item, pressed)
    if choice is None:
        return False
    changed = {name: value for name, value in before.items() if item[name] != value}  # type: ignore[literal-required]  # all of them are keys of an item
    added = [given["unit"] for given in item["assignments"] if given["unit"] not in here]
    _judge(review, f"{item['id']}.{pressed.field}", choice, changed, added)
    return True


def _take_deadline(candidates: Candidates, item: Item, pressed: Pressed) -> Choice | None:
    choice = _find(candidates.deadline_choices(item), pressed.code)
    if choice is not None and choice.code != KEEP:
        item["when"] = when_of(choice.value)
        item["timetable"] = choice.value.to_dict() if choice.value else None
        _follow_limit(item)
    return choice


def _follow_limit(item: Item) -> None:
    """A way with a limit of its own says the same time: it follows."""
    if item["options"].get("limit") and item["when"]["time"]:
        item["options"] = {**item["options"], "limit": item["when"]["time"]}


def _take_type(candidates: Candidates, item: Item, pressed: Pressed) -> Choice | None:
    choice = _find(candidates.type_choices(item), pressed.code)
    if choice is not None and choice.code != KEEP:
        item["type"] = choice.value
    return choice


def _take_units(candidates: Candidates, item: Item, pressed: Pressed) -> Choice | None:
    """A unit for a phrase that nobody here is called by, or for an obligation that names nobody."""
    waiting = [one for one in item["unresolved"] if not one["units"] and not one["answer"]]
    asked = [one for one in waiting if who_field(one["phrase"]) == pressed.field]
    if pressed.field != NOBODY and not asked:
        return None
    phrase = asked[0]["phrase"] if asked else None
    choice = _find(candidates.unit_choices(item, phrase), pressed.code)
    if choice is None or (choice.code == KEEP and not item["assignments"]):
        return None
    for one in asked:
        one["answer"] = choice.code
    part = _part_of(candidates, item, phrase)
    here = {given["unit"] for given in item["assignments"]}
    item["assignments"] = item["assignments"] + [
        Assigned(unit=unit, part=part, phrase=(choice.phrase or phrase or "")[:200])
        for unit in choice.value or ()
        if unit not in here
    ]
    return choice


def _part_of(candidates: Candidates, item: Item, phrase: str | None) -> str:
    """Support for a phrase that the text puts among those who cooperate, once somebody leads."""
    supports = phrase is not None and candidates.of_item(item, "cooperating", phrase) is not None
    leads = any(given["part"] == Part.LEAD for given in item["assignments"])
    return (Part.SUPPORT if supports and leads else Part.LEAD).value


_TAKERS: dict[str, Callable[[Candidates, Item, Pressed], Choice | None]] = {
    "deadline": _take_deadline,
    "type": _take_type,
}
