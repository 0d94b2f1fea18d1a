"""A reading → Akoma Ntoso 3.0, the OASIS form for legal documents, as one `doc` (văn bản dạng XML).

The schema of the standard is not part of this project and cannot be fetched where offices run, so nothing is validated
on the way out; the tests validate when they are given it. An unknown date is written 9999-12-31 with the name
"unknown", since the standard wants one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as Xml

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
UNKNOWN_DATE = "9999-12-31"
_SOURCE = "#reading"
_PREFACE = (("parent_agency", "docAuthority"), ("issuer", "docAuthority"), ("number", "docNumber"), ("date", "docDate"),
            ("abstract", "docTitle"))  # fmt: skip
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LABEL_KINDS = ((re.compile(r"điều\b", re.I), "dieu"), (re.compile(r"(?:phần|chương|mục)\b", re.I), "phan"),
                (re.compile(r"[IVX]+\W*$"), "muc"), (re.compile(r"[\d.]+\W*$"), "khoan"),
                (re.compile(r"[a-zđ]\W+$"), "diem"))  # fmt: skip
_FOOT = re.compile(r"\s*Nơi nhận\s*:?\s*$", re.IGNORECASE)


def to_akoma_ntoso(reading: Mapping[str, Any]) -> str:
    """The document as XML text; the same reading gives the same text, byte for byte.

    >>> plain = {"value": None, "span": None}
    >>> xml = to_akoma_ntoso({"text": "1. Sở A trực.", "kind": {"value": "cong_van"}, "number": plain, "date": plain,
    ...     "issuer": plain, "parent_agency": plain, "abstract": plain, "addressees": [], "recipients": [],
    ...     "citations": [], "obligations": [], "signer": {"authority": plain, "title": plain, "name": plain},
    ...     "clauses": [{"label": "1", "path": ["1"], "span": {"start": 0, "end": 13}, "body": {"start": 3, "end": 13},
    ...         "children": []}]})
    >>> '<num>1.</num><content><p>Sở A trực.</p></content>' in xml.replace("\\n", "").replace("  ", "")
    True
    """
    root = Xml.Element("akomaNtoso", {"xmlns": NAMESPACE})
    document = Xml.SubElement(root, "doc", {"name": str(reading["kind"]["value"])})
    _meta(document, reading)
    _preface(document, reading)
    _body(Xml.SubElement(document, "mainBody"), reading)
    _conclusions(document, reading)
    _indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _meta(document: Xml.Element, reading: Mapping[str, Any]) -> None:
    meta = Xml.SubElement(document, "meta")
    identification = Xml.SubElement(meta, "identification", {"source": _SOURCE})
    day = reading["date"]["value"]
    work = _work_uri(reading)
    for level, uri in (("Work", work), ("Expression", f"{work}/vie@"), ("Manifestation", f"{work}/vie@.xml")):
        part = Xml.SubElement(identification, f"FRBR{level}")
        Xml.SubElement(part, "FRBRthis", {"value": f"{uri}/!main" if level != "Manifestation" else uri})
        Xml.SubElement(part, "FRBRuri", {"value": uri})
        name = "unknown" if day is None else "issue"
        Xml.SubElement(part, "FRBRdate", {"date": str(day or UNKNOWN_DATE), "name": name})
        Xml.SubElement(part, "FRBRauthor", {"href": "#issuer"})
        if level == "Work":
            Xml.SubElement(part, "FRBRcountry", {"value": "vn"})
            if number := reading["number"]["value"]:
                Xml.SubElement(part, "FRBRnumber", {"value": _clean(number)})
        if level == "Expression":
            Xml.SubElement(part, "FRBRlanguage", {"language": "vie"})
    _references(meta, reading)


def _work_uri(reading: Mapping[str, Any]) -> str:
    parts = [reading[name]["value"] for name in ("kind", "issuer", "date", "number")]
    return "/akn/vn/doc/" + "/".join(_slug(str(part)) for part in parts if part)


def _references(meta: Xml.Element, reading: Mapping[str, Any]) -> None:
    references = Xml.SubElement(meta, "references", {"source": _SOURCE})

    def named(element: str, identity: str, shown: str, **more: str) -> None:
        kind = "organization" if element == "TLCOrganization" else "reference"
        href = f"/akn/ontology/{kind}/vn/{_slug(shown)}"
        Xml.SubElement(references, element, {"eId": identity, "href": href, "showAs": _clean(shown), **more})

    process = {"eId": "reading", "href": "/akn/ontology/process/vn/reading", "showAs": "Đọc văn bản"}
    Xml.SubElement(references, "TLCProcess", process)
    named("TLCOrganization", "issuer", reading["issuer"]["value"] or "không rõ")
    for place, name in enumerate(_units(reading["obligations"]), 1):
        named("TLCOrganization", f"unit_{place}", name)
    for place, citation in enumerate(reading["citations"], 1):
        named("TLCReference", f"cited_{place}", str(citation["number"]), name="citation")


def _units(obligations: Sequence[Mapping[str, Any]]) -> list[str]:
    """Who is asked or helps, each name once, in the order of the text."""
    names = (unit["value"] for item in obligations for unit in (*item["assignees"], *item["cooperating"]))
    return list(dict.fromkeys(str(name) for name in names))


def _preface(document: Xml.Element, reading: Mapping[str, Any]) -> None:
    preface = Xml.SubElement(document, "preface")
    for name, element in _PREFACE:
        if value := reading[name]["value"]:
            marked = Xml.SubElement(Xml.SubElement(preface, "p"), element)
            marked.text = _clean(value)
            if name == "date":
                marked.set("date", str(value))
    for item in reading["addressees"]:
        paragraph = Xml.SubElement(preface, "p", {"class": "addressee"})
        paragraph.text = _clean(item["value"])
    if not len(preface):
        Xml.SubElement(preface, "p")


def _body(body: Xml.Element, reading: Mapping[str, Any]) -> None:
    """Clauses in their order, and the plain paragraphs before, between and after them."""
    text = str(reading["text"])
    at, end = _bounds(reading)
    for clause in reading["clauses"]:
        _plain(body, text[at : max(at, clause["span"]["start"])])
        _clause(body, clause, text)
        at = max(at, clause["span"]["end"])
    _plain(body, _FOOT.sub("", text[at : max(at, end)]))
    if not len(body):
        _plain(body, " ", always=True)


def _bounds(reading: Mapping[str, Any]) -> tuple[int, int]:
    """Where the body begins and ends: after the head, before the list of recipients and the signature."""
    text = str(reading["text"])
    first = min((clause["span"]["start"] for clause in reading["clauses"]), default=len(text))
    head = [reading[name]["span"] for name, _ in _PREFACE] + [item["span"] for item in reading["addressees"]]
    foot = [item["span"] for item in (*reading["recipients"], *reading["signer"].values())]
    start = max((span["end"] for span in head if span and span["end"] <= first), default=0)
    last = max((clause["span"]["end"] for clause in reading["clauses"]), default=start)
    end = min((span["start"] for span in foot if span and span["start"] >= last), default=len(text))
    return start, _line_start(text, end) if end < len(text) else end


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _plain(body: Xml.Element, words: str, *, always: bool = False) -> None:
    for line in words.splitlines() or [words]:
        if always or re.search(r"\w", line):
            part = Xml.SubElement(body, "hcontainer", {"name": "doan", "eId": f"hcontainer_{len(body) + 1}"})
            Xml.SubElement(Xml.SubElement(part, "content"), "p").text = _clean(line.strip())


def _clause(parent: Xml.Element, clause: Mapping[str, Any], text: str) -> None:
    """A clause: its label, its own words, then further paragraphs of it or the clauses below it."""
    above = f"{parent.get('eId')}__" if parent.get("eId") else ""
    place = 1 + sum(child.tag == "hcontainer" for child in parent)
    label = text[clause["span"]["start"] : clause["body"]["start"]].strip()
    identity = f"{above}hcontainer_{place}"
    part = Xml.SubElement(parent, "hcontainer", {"name": _kind_of(label), "eId": identity})
    if label:
        Xml.SubElement(part, "num").text = _clean(label)
    own = Xml.SubElement(part, "intro" if clause["children"] else "content")
    Xml.SubElement(own, "p").text = _clean(text[clause["body"]["start"] : clause["body"]["end"]])
    first = clause["children"][0]["span"]["start"] if clause["children"] else clause["span"]["end"]
    for line in text[clause["body"]["end"] : first].splitlines():
        if re.search(r"\w", line):
            Xml.SubElement(own, "p").text = _clean(line.strip())
    for child in clause["children"]:
        _clause(part, child, text)


def _kind_of(label: str) -> str:
    return next((name for pattern, name in _LABEL_KINDS if pattern.match(label)), "gach_dau_dong")


def _conclusions(document: Xml.Element, reading: Mapping[str, Any]) -> None:
    signed = [reading["signer"][name]["value"] for name in ("authority", "title", "name")]
    recipients = [item["value"] for item in reading["recipients"]]
    if not any(signed) and not recipients:
        return
    conclusions = Xml.SubElement(document, "conclusions")
    for kind, values in (("recipient", recipients), ("signature", signed)):
        for value in values:
            if value:
                Xml.SubElement(conclusions, "p", {"class": kind}).text = _clean(value)


def _indent(element: Xml.Element, depth: int = 0) -> None:
    """Breaks between elements, never inside a paragraph."""
    if not len(element) or element.tag == "p":
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth


def _clean(value: object) -> str:
    """Without the characters that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", str(value))


def _slug(words: str) -> str:
    """For a URI: without marks, in small letters, hyphens between."""
    plain = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(sign for sign in plain if sign.isascii())).strip("-") or "none"
