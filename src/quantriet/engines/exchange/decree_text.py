"""A structure → the text of a document in the form of the decree, and back from a reading (thể thức văn bản).

A structure is a plain dict: `kind`, `number`, `date` (ISO), `place`, `issuer`, `parent_agency`, `abstract`,
`addressees`, `clauses`, `recipients`, `signer` with `authority`, `title`, `name`. A clause has `text` and `children`;
its label follows from its place, as the decree numbers them. What is written so is read as the same structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

TITLES = {
    "thong_bao": "THÔNG BÁO",
    "quyet_dinh": "QUYẾT ĐỊNH",
    "ke_hoach": "KẾ HOẠCH",
    "chi_thi": "CHỈ THỊ",
    "cong_dien": "CÔNG ĐIỆN",
}
_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # điểm, in the order of the Vietnamese alphabet
_DEEPEST = 3  # khoản, điểm, gạch đầu dòng; articles stand one above them
_NAMED = ("kind", "number", "date", "issuer", "parent_agency", "abstract")


def decree_text(structure: Mapping[str, Any]) -> str:
    """The document as text, one paragraph a line.

    >>> print(decree_text({"kind": "cong_van", "number": "3/SMH-VP", "date": "2024-09-05", "place": "Hải An",
    ...     "issuer": "SỞ MINH HỌA", "parent_agency": None, "abstract": "V/v trực bão", "addressees": ["Các phòng"],
    ...     "clauses": [{"text": "Các phòng trực 24/24 giờ.", "children": []}], "recipients": ["Như trên", "Lưu: VT"],
    ...     "signer": {"authority": None, "title": "GIÁM ĐỐC", "name": "Trần Văn Mẫu"}}))
    SỞ MINH HỌA
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Số: 3/SMH-VP
    V/v trực bão
    Hải An, ngày 05 tháng 9 năm 2024
    <BLANKLINE>
    Kính gửi: Các phòng.
    <BLANKLINE>
    1. Các phòng trực 24/24 giờ.
    <BLANKLINE>
    Nơi nhận:
    - Như trên;
    - Lưu: VT.
    <BLANKLINE>
    GIÁM ĐỐC
    Trần Văn Mẫu
    """
    is_decision = structure["kind"] == "quyet_dinh"
    parts = [
        "\n".join(_head(structure)),
        _addressees(structure.get("addressees") or ()),
        "\n".join(_clauses(structure["clauses"], 0 if is_decision else 1)),
        _listed("Nơi nhận:", structure.get("recipients") or ()),
        "\n".join(_signature(structure.get("signer") or {})),
    ]
    return "\n\n".join(part for part in parts if part)


def structure_of(reading: Mapping[str, Any]) -> dict[str, Any]:
    """The structure of a reading that was made plain by `to_dict()`; the place of issue is not read, so it is None."""
    text = str(reading["text"])
    found: dict[str, Any] = {name: reading[name]["value"] for name in _NAMED}
    return found | {
        "place": None,
        "addressees": [item["value"] for item in reading["addressees"]],
        "recipients": [item["value"] for item in reading["recipients"]],
        "signer": {name: reading["signer"][name]["value"] for name in ("authority", "title", "name")},
        "clauses": [_clause_of(text, clause) for clause in reading["clauses"]],
    }


def _clause_of(text: str, clause: Mapping[str, Any]) -> dict[str, Any]:
    own = text[clause["body"]["start"] : clause["body"]["end"]]
    children = [_clause_of(text, child) for child in clause["children"]]
    return {"text": re.sub(r"\s+", " ", own).strip(), "children": children}


def _head(structure: Mapping[str, Any]) -> Iterator[str]:
    title = TITLES.get(str(structure["kind"]))
    abstract = structure.get("abstract")
    for name in (structure.get("parent_agency"), structure.get("issuer")):
        if name:
            yield str(name)
    yield from _MOTTO
    if structure.get("number"):
        yield f"Số: {structure['number']}"
    if title is None and abstract:
        yield str(abstract)
    if structure.get("date"):
        yield _place_and_date(structure)
    if title is not None:
        yield title
        if abstract:
            yield str(abstract)


def _place_and_date(structure: Mapping[str, Any]) -> str:
    """Days below ten and the first two months take a nought before them, so that none can be added."""
    day = date.fromisoformat(str(structure["date"]))
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{structure.get('place') or 'Nơi ban hành'}, ngày {day.day:02} tháng {month} năm {day.year}"


def _addressees(names: Sequence[str]) -> str:
    return f"Kính gửi: {names[0]}." if len(names) == 1 else _listed("Kính gửi:", names)


def _listed(heading: str, names: Sequence[str]) -> str:
    if not names:
        return ""
    return "\n".join([heading, *[f"- {name}{'.' if name is names[-1] else ';'}" for name in names]])


def _clauses(clauses: Sequence[Mapping[str, Any]], level: int) -> Iterator[str]:
    for place, clause in enumerate(clauses):
        yield f"{_label(level, place)} {clause['text']}"
        yield from _clauses(clause.get("children") or (), min(level + 1, _DEEPEST))


def _label(level: int, place: int) -> str:
    if level == 0:
        return f"Điều {place + 1}."
    if level == 1:
        return f"{place + 1}."
    if level == 2:
        if place >= len(_LETTERS):
            raise ValueError(f"a clause has at most {len(_LETTERS)} points")
        return f"{_LETTERS[place]})"
    return "-"


def _signature(signer: Mapping[str, Any]) -> Iterator[str]:
    """The authority stands before the post of the one signed for, which the structure does not know."""
    authority, title = signer.get("authority"), str(signer.get("title") or "")
    if authority:
        yield f"{authority} {_signed_for(str(authority), title)}"
    if title:
        yield title
    if signer.get("name"):
        yield str(signer["name"])


def _signed_for(authority: str, title: str) -> str:
    if authority == "TM.":
        return "ỦY BAN NHÂN DÂN"
    return title.removeprefix("PHÓ ") if authority == "KT." else "THỦ TRƯỞNG"
