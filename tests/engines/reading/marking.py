"""Marks a reading against the labels of an unseen document: every value that is missing, wrong or too many."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

from quantriet.engines.reading import Reading
from tests.engines.reading.unseen import Asked, Unseen

_NEAR = 60  # characters between the labelled and the read beginning of one duty
Wrong = tuple[str, str, str]  # row, missed or invented, value


def wrongs(reading: Reading, wanted: Unseen) -> tuple[list[Wrong], Counter[str]]:
    """What differs, and how often each row was right."""
    label = reading.to_label()
    right: Counter[str] = Counter()
    found: list[Wrong] = []

    def row(name: str, expected: list[str], read: list[str]) -> None:
        left = [_fold(value) for value in read]
        for value in expected:
            if _fold(value) in left:
                left.remove(_fold(value))
                right[name] += 1
            else:
                found.append((name, "missed", value))
        found.extend((name, "invented", value) for value in left)

    for name in ("kind", "number", "date", "issuer", "abstract"):
        row(name, _one(getattr(wanted, name)), _one(label[name]))
    row("parent", _one(wanted.parent), _one(label["parent_agency"]))
    row("addressees", _many(wanted.addressees), label["addressees"])
    row("recipients", _many(wanted.recipients), label["recipients"])
    if wanted.cites is not None:
        row("cites", _many(wanted.cites), [cite["number"] for cite in label["cites"]])
    for name, value in zip(("authority", "title", "name"), wanted.signer.split("|"), strict=True):
        row(f"signer {name}", _one(value.strip()), _one(label["signer"][name]))
    pairs, missed, invented = _paired(" ".join(reading.text.split()), wanted.asked, label["obligations"])
    found += [("duties", "missed", asked.words) for asked in missed]
    found += [("duties", "invented", item["text"][:60]) for item in invented]
    for asked, item in pairs:
        right["duties"] += 1
        row("clauses", _one(asked.clause), _one(item["clause"]))
        row("assignees", _many(asked.who), item["assignees"])
        row("cooperating", _many(asked.along), item["cooperating"])
        row("deadlines", _one(asked.when), _one(_when(item["deadline"])))
    return found, right


def _fold(value: str) -> str:
    return " ".join(unicodedata.normalize("NFC", value).lower().split())


def _one(value: str | None) -> list[str]:
    return [value] if value else []


def _many(value: str) -> list[str]:
    return value.split(" | ") if value else []


def _when(deadline: dict[str, Any] | None) -> str:
    if deadline is None:
        return ""
    parts = (deadline["kind"], deadline["date"], deadline["time"], deadline["amount"])
    return " ".join(part for part in parts if part)


def _paired(
    text: str, wanted: list[Asked], read: list[dict[str, Any]]
) -> tuple[list[tuple[Asked, dict[str, Any]]], list[Asked], list[dict[str, Any]]]:
    """Duties that begin near the same words, nearest first; closing formulas are neither asked for nor punished."""
    read = [item for item in read if item["type"] != "closing"]
    near = sorted(
        (abs(item["start"] - text.index(asked.words)), at, place)
        for at, asked in enumerate(wanted)
        for place, item in enumerate(read)
    )
    chosen: dict[int, int] = {}
    for distance, at, place in near:
        if distance <= _NEAR and at not in chosen and place not in chosen.values():
            chosen[at] = place
    pairs = [(wanted[at], read[place]) for at, place in sorted(chosen.items())]
    missed = [asked for at, asked in enumerate(wanted) if at not in chosen]
    return pairs, missed, [item for place, item in enumerate(read) if place not in chosen.values()]
