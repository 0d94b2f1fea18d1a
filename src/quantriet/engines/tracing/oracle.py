"""The rules of `model` as plainly as they can be written; slow, and what every fast engine is compared with.

Every hop looks at every encounter and at every pair of visits. Use it on some hundred rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from .model import Case, Contact, Link, Log, Rules

_Key = tuple[int, int, int, int]
_Meeting = tuple[int, int, int, int, int]


def trace(log: Log, cases: Sequence[Case], rules: Rules) -> dict[int, Contact]:
    """Everybody reached within `rules.hops`, by person number.

    >>> import numpy as np
    >>> from quantriet.engines.tracing.model import Encounters
    >>> met = Encounters(*(np.array(column) for column in ([0, 1], [1, 2], [60, 300], [180, 360], [-1, -1])))
    >>> reached = trace(Log(("An", "Bình", "Chi"), (), met), [Case(0, 0, 120)], Rules(hops=2))
    >>> [(contact.person, contact.level, contact.exposed_at, contact.seconds) for contact in reached.values()]
    [(1, 1, 60, 60), (2, 2, 300, 60)]
    """
    meetings = list(_meetings(log))
    index = {case.person for case in cases}
    givers = [(case.person, case.start, case.end) for case in cases]
    earliest: dict[int, int] = {}
    proofs: list[dict[int, Link]] = []
    contacts: dict[int, Contact] = {}
    for hop in range(1, rules.hops + 1):
        proof: dict[int, Link] = {}
        seconds: dict[int, int] = {}
        for link in _parts(meetings, givers, rules.least_seconds):
            if link.taker in index:
                continue
            seconds[link.taker] = seconds.get(link.taker, 0) + link.end - link.start
            if link.taker not in proof or _order(link) < _order(proof[link.taker]):
                proof[link.taker] = link
        earlier = {
            person: link for person, link in proof.items() if person not in earliest or link.start < earliest[person]
        }
        proofs.append(earlier)
        for person, link in earlier.items():
            if person not in contacts:
                contacts[person] = Contact(person, hop, link.start, seconds[person], _chain(proofs, person))
            earliest[person] = link.start
        givers = [(person, link.start + rules.latency, _FOR_EVER) for person, link in earlier.items()]
    return contacts


_FOR_EVER = 1 << 62


def _meetings(log: Log) -> Iterator[_Meeting]:
    """Every encounter and every overlap of two visits, both ways."""
    met, stayed = log.encounters, log.visits
    rows = list(
        zip(*(column.tolist() for column in (met.first, met.second, met.start, met.end, met.place)), strict=True)
    )
    visits = zip(
        *(column.tolist() for column in (stayed.person, stayed.place, stayed.entered, stayed.left)), strict=True
    )
    for (one, place, entered, left), (other, there, came, went) in combinations(visits, 2):
        if place == there and one != other and max(entered, came) < min(left, went):
            rows.append((one, other, max(entered, came), min(left, went), place))
    for first, second, start, end, place in rows:
        yield first, second, start, end, place
        yield second, first, start, end, place


def _parts(meetings: list[_Meeting], givers: list[tuple[int, int, int]], least: int) -> Iterator[Link]:
    """What each giver passes on: the part of each of its meetings inside its time of passing on."""
    for person, since, until in givers:
        for giver, taker, start, end, place in meetings:
            begin, close = max(start, since), min(end, until)
            if giver == person and close - begin >= max(least, 1):
                yield Link(giver, taker, begin, close, place)


def _order(link: Link) -> _Key:
    return link.start, link.giver, link.end, link.place


def _chain(proofs: list[dict[int, Link]], person: int) -> tuple[Link, ...]:
    """The links back to a case, hop by hop: each giver became earlier in the hop before."""
    links: list[Link] = []
    for proof in reversed(proofs):
        links.append(proof[person])
        person = links[-1].giver
    return tuple(reversed(links))
