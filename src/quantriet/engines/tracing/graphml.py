"""The chains of a trace as GraphML, which networkx, Gephi and yEd open (đồ thị chuỗi tiếp xúc)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from .model import Case, Link
from .summary import Found, Writer, in_minutes

_NODE = (("label", "string"), ("level", "int"), ("moment", "string"), ("minutes", "double"))
_EDGE = (("start", "string"), ("end", "string"), ("place", "string"), ("seconds", "long"))
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_graphml(writer: Writer, cases: Sequence[Case], found: Sequence[Found]) -> str:
    """A directed graph: a node a person (index cases have level 0), an edge for each different link of any chain.

    `moment` of a node is the earliest exposure, or in a trace back the moment before which it was infectious.
    """
    people: dict[int, Found | None] = {case.person: None for case in cases}
    people |= {one.person: one for one in found}
    links = sorted({link for one in found for link in one.chain}, key=_order)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    for domain, names in (("node", _NODE), ("edge", _EDGE)):
        lines += [
            f'  <key id="{domain}_{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>'
            for name, kind in names
        ]
    lines.append('  <graph id="trace" edgedefault="directed">')
    lines += [_node(writer, person, one) for person, one in people.items()]
    lines += [_edge(writer, number, link) for number, link in enumerate(links)]
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def xml_text(text: str) -> str:
    """The text without the few characters that XML has no place for."""
    return _NOT_XML.sub("�", text)


def _order(link: Link) -> tuple[int, int, int, int, int]:
    return link.start, link.giver, link.taker, link.end, link.place


def _node(writer: Writer, person: int, found: Found | None) -> str:
    values: list[object] = [writer.log.people[person], 0]
    if found:
        values = [values[0], found.level, writer.moment(found.moment), in_minutes(found.seconds)]
    return f'    <node id="n{person}">{_data("node", _NODE, values)}</node>'


def _edge(writer: Writer, number: int, link: Link) -> str:
    told = writer.link(link)
    values = [told["start"], told["end"], told["place"], link.end - link.start]
    ends = f'source="n{link.giver}" target="n{link.taker}"'
    return f'    <edge id="e{number}" {ends}>{_data("edge", _EDGE, values)}</edge>'


def _data(domain: str, names: Sequence[tuple[str, str]], values: Sequence[object]) -> str:
    return "".join(
        f"<data key={quoteattr(f'{domain}_{name}')}>{escape(xml_text(str(value)))}</data>"
        for (name, _), value in zip(names, values, strict=False)
    )
