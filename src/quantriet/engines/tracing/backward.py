"""Who may have infected somebody: the same trace on reversed time (truy vết ngược).

Time t becomes −t and each interval changes its ends, so that any engine traces back: hand it `reversed_log(log)` and
`reversed_cases(cases)`, and its answer to `sources`. The window of a case is then the time in which it was infected.
With the same rules a trace from A over all time reaches B if and only if the trace back from B reaches A, at the same
level.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .model import Case, Contact, Encounters, Link, Log, Visits


@dataclass(frozen=True, slots=True)
class Source:
    """One person who may have infected the case (nguồn lây có thể), with the chain that would have done it.

    It was infectious before `infectious_by` (exclusive, in seconds) if it did: the latest moment by a chain of `level`
    links. `seconds` is the sum of the parts in the hop that reached it; the chain leads from this person to the case,
    each link with the part of the encounter that could pass it on.
    """

    person: int
    level: int
    infectious_by: int
    seconds: int
    chain: tuple[Link, ...]


def reversed_log(log: Log) -> Log:
    """The log with time running backward; reversed twice it is the log again."""
    met, stayed = log.encounters, log.visits
    return Log(
        log.people,
        log.places,
        Encounters(met.first, met.second, -met.end, -met.start, met.place),
        Visits(stayed.person, stayed.place, -stayed.left, -stayed.entered),
    )


def reversed_cases(cases: Sequence[Case]) -> list[Case]:
    """Index cases with their windows on reversed time.

    >>> reversed_cases([Case(7, 100, 160)])
    [Case(person=7, start=-160, end=-100)]
    """
    return [Case(case.person, -case.end, -case.start) for case in cases]


def sources(reached: Mapping[int, Contact]) -> dict[int, Source]:
    """What a trace on reversed time found, told in forward time.

    >>> back = Contact(2, 1, -180, 60, (Link(7, 2, -180, -120, -1),))
    >>> found = sources({2: back})[2]
    >>> found.infectious_by, found.chain
    (180, (Link(giver=2, taker=7, start=120, end=180, place=-1),))
    """
    return {person: source(contact) for person, contact in reached.items()}


def source(contact: Contact) -> Source:
    """One person of `sources`."""
    return Source(contact.person, contact.level, -contact.exposed_at, contact.seconds, reversed_chain(contact.chain))


def reversed_chain(chain: Sequence[Link]) -> tuple[Link, ...]:
    """A chain of reversed time in forward time: from the other end, each link from its taker to its giver."""
    return tuple(Link(link.taker, link.giver, -link.end, -link.start, link.place) for link in reversed(chain))
