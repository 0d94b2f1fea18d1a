"""A trace kept up to date: what arrives touches only those whose exposure it can change.

`labels[h - 1][p]` is the earliest exposure of person p by at most h hops; in memory those of a person lie side by side.
A layer follows from the one before it alone, so a change goes through the layers once. What improves is pushed. What
is taken back makes suspects of those whose exposure it gave, and these are worked out again from their own rows and
visits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quantriet.engines.kernel import EngineError

from ..model import Case, Contact, Encounters, Numbers, Rules
from . import plain
from .adjacency import added
from .board import Board, distinct
from .changes import Change, Changes
from .columns import CASE, NEVER, Meetings, Parts, Positions, each_once
from .givers import Givers, Passing, least_of, of_cases, of_exposed
from .index import Index, NotInLogError
from .layers import Front, Moved, Sooner, changes, levels
from .proofs import Prover
from .stays import meet

_NOBODY = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class _Step:
    """A change on its way through the layers: who became a case, who is one no longer, and for each layer the doubted.

    Doubted are those whose label a row may have given that is withdrawn. `added` are the encounters that come.
    `may_put_back` says whether there is anything but cases and encounters that come.
    """

    change: Change
    came: Positions
    went: Positions
    doubted: list[list[Positions]]
    added: Meetings | None
    may_put_back: bool


class Live:
    """The contacts of some index cases under some rules, kept up to date (truy vết liên tục).

    It takes its index over: what it is told is written there too. Not for several threads at once.
    """

    def __init__(self, index: Index, cases: Sequence[Case], rules: Rules) -> None:
        """Trace from scratch. Raises `UnknownPersonError`."""
        self.index, self.rules = index, rules
        self._cases, self._givers = Counter(cases), index.givers(cases)
        self._least = least_of(rules)
        self._labels = np.full((index.people, max(rules.hops, 0)), NEVER, np.int32).T
        self._before, self._touched = np.full(index.people, CASE, np.int32), np.empty(index.people, np.int32)
        self._begin()
        self._make_ready()

    @property
    def cases(self) -> tuple[Case, ...]:
        """The index cases as they stand."""
        return tuple(self._cases.elements())

    @property
    def nbytes(self) -> int:
        """Bytes of the labels and the scratch, beside the index."""
        return self._labels.nbytes + self._before.nbytes + self._touched.nbytes

    def apply(self, change: Change) -> Changes:
        """Take in a change; says whose level or exposure moved.

        Raises `NotInLogError` for something withdrawn that is not there, `UnknownPersonError`, `TooLongError`; then
        nothing has changed.
        """
        givers, come, gone = self._givers_after(change)
        withdrawn = _both_ways(change.withdrawn_encounters, self.index.base)
        doubted = [self._lost_by_rows(hop, change, withdrawn) for hop in self._hops]
        self.index.withdraw(change.withdrawn_encounters, change.withdrawn_visits)
        try:
            self.index.add(change.encounters, change.visits)
        except EngineError:
            self.index.add(change.withdrawn_encounters, change.withdrawn_visits)
            raise
        came, went = _gone(come.person, self._givers.person), _gone(gone.person, givers.person)
        others = (change.visits, change.withdrawn_encounters, change.withdrawn_visits, gone)
        may_put_back = any(len(rows) for rows in others)
        step = _Step(change, came, went, doubted, _both_ways(change.encounters, self.index.base), may_put_back)
        self._givers = givers
        self._cases.update(change.cases)
        self._cases.subtract(change.withdrawn_cases)
        moved: list[Moved] = []
        for hop in self._hops:
            moved.append(self._layer(hop, step, moved[-1] if moved else None))
        return changes(self._labels, moved, self._before, self.index.base)

    def contact(self, person: int) -> Contact:
        """One person reached, with its chain. Raises `KeyError` for somebody who is no contact."""
        people = np.array([person])
        level, begin = (int(column[0]) for column in levels(self._labels[:, people]))
        if not level:
            raise KeyError(person)
        seconds = int(self._pull(level, people)[1][0])
        chain = Prover(self.index, self, self._least).chains(level, people)[person]
        return Contact(person, level, begin + self.index.base, seconds, chain)

    def levels(self) -> NDArray[np.int64]:
        """The level of everybody by person number; 0 for somebody who is no contact."""
        return levels(self._labels)[0]

    def begins(self, hop: int, people: Positions) -> Positions:
        """When a chain of at most so many hops exposed these people, in seconds of the index."""
        begins: Positions = self._labels[hop - 1][people].astype(np.int64)
        return begins

    def giving(self, hop: int, people: Positions) -> tuple[Positions, Positions, Positions]:
        """Who of these people passes on in this hop: number in `people`, since when, until when."""
        if hop == 1:
            cases = np.flatnonzero(self._labels[0][people] == CASE)
            at, giver = self._givers.among(people[cases])
            return cases[at], self._givers.since[giver], self._givers.until[giver]
        return self._passing(hop).giving(people)

    @property
    def _hops(self) -> range:
        return range(1, self.rules.hops + 1)

    def _begin(self) -> None:
        givers = self._givers
        with self.index.board() as board:
            board.arrival[givers.person] = CASE
            for labels in self._labels:
                touched = self.index.hop(board, givers, self._least, is_last=False)
                givers = of_exposed(touched, self.index.kernel.settle(board, touched)[1], self.rules.latency)
                labels[:] = board.arrival
            board.arrival.fill(NEVER)

    def _make_ready(self) -> None:
        """Ask the kernel for nothing: what it compiles or loads at the first call must not keep a change waiting."""
        kernel, nobody, least = self.index.kernel, Sooner.all(of_cases((), self.index.base)), self._least
        for labels in self._labels[:1]:
            front, passing = Front(labels, self._before, self._touched), Passing(labels, self.rules.latency)
            kernel.bring(front, _NOBODY, _NOBODY)
            kernel.over(Meetings(*[_NOBODY] * 5), passing, least)
            for rows in (*self.index.adjacencies, added(Encounters(), self.index.base)):
                kernel.push_sooner(front, rows, nobody, least)
                kernel.given(labels, rows, nobody.givers, least)
                kernel.pull(rows, _NOBODY, passing, least, _NOBODY, _NOBODY)

    def _givers_after(self, change: Change) -> tuple[Givers, Givers, Givers]:
        """The windows that will hold, those that come, those that go. Raises `NotInLogError`, `UnknownPersonError`."""
        for case, count in Counter(change.withdrawn_cases).items():
            if self._cases[case] < count:
                raise NotInLogError(f"Không có ca chỉ điểm này: {case}.")
        held, come, gone = self._givers, self.index.givers(change.cases), self.index.givers(change.withdrawn_cases)
        if not len(come) and not len(gone):
            return held, come, gone
        kept = np.ones(len(held), np.bool_)
        for person, since, until in zip(gone.person, gone.since, gone.until, strict=True):
            same = (held.person == person) & (held.since == since) & (held.until == until) & kept
            kept[np.flatnonzero(same)[:1]] = False
        person, since, until = (
            np.concatenate([getattr(held, name)[kept], getattr(come, name)]) for name in ("person", "since", "until")
        )
        order = np.argsort(person, kind="stable")
        return Givers(person[order], since[order], until[order]), come, gone

    def _layer(self, hop: int, step: _Step, moved: Moved | None) -> Moved:
        """Bring one layer up to date; the layers before it are."""
        labels = self._labels[hop - 1]
        suspects = self._suspects(hop, step, moved)
        old = labels[suspects].astype(np.int64), labels[step.came].astype(np.int64)
        labels[step.came] = CASE
        if len(suspects):
            labels[suspects] = self._worked_out(hop, suspects)
        forward = self._improve(hop, step, moved)
        if not len(suspects) and not len(step.came):
            return forward
        people = np.concatenate([suspects, step.came, forward.person])
        return Moved.of(people, np.concatenate([*old, forward.before]), labels[people].astype(np.int64))

    def _suspects(self, hop: int, step: _Step, moved: Moved | None) -> Positions:
        """Whose label may have been given by something that is no more, in rising order, without the cases of now."""
        if not step.may_put_back and (moved is None or moved.is_forward):
            return _NOBODY
        labels, change = self._labels[hop - 1], step.change
        worse = moved.later(self.rules.latency) if moved else of_cases(change.withdrawn_cases, self.index.base)
        found = [*step.doubted[hop - 1], step.went, *self._given_by(hop, worse)]
        found += [change.visits.person.astype(np.int64), change.withdrawn_visits.person.astype(np.int64)]
        if moved is not None:
            found.append(moved.person[(moved.after > moved.before) & (labels[moved.person] == moved.before)])
        if not any(map(len, found)):
            return _NOBODY
        people = distinct(np.concatenate(found), self.index.people)
        return people[~_are_in(people, self._givers.person)]

    def _improve(self, hop: int, step: _Step, moved: Moved | None) -> Moved:
        """Bring forward whom something exposes earlier that is new, or that is passed on earlier."""
        kernel, front = self.index.kernel, Front(self._labels[hop - 1], self._before, self._touched)
        if moved is None:
            sooner = Sooner.all(of_cases(step.change.cases, self.index.base))
        else:
            kernel.bring(front, moved.person, moved.after)
            sooner = moved.sooner(self.rules.latency, self._labels[hop - 3] if hop > 2 else None)
        if step.added:
            parts = self._over(hop, step.added)
            kernel.bring(front, parts.taker, parts.begin)
        if len(sooner.givers):
            for rows in self.index.adjacencies:
                kernel.push_sooner(front, rows, sooner, self._least)
            if self.index.stores:
                self._sweep(front, sooner.givers)
        if len(step.change.visits):
            self._sweep(front, self._givers_among(hop, step.change.visits.person))
        return front.moved()

    def _sweep(self, front: Front, givers: Givers) -> None:
        """Bring forward whom visits of these givers expose earlier."""
        with self.index.board() as scratch:
            board = Board(front.labels, scratch.coming, scratch.seconds)
            taker = self.index.kernel.sweep(board, self.index.stores, givers, self._least, is_last=False)
            begin = board.coming[taker].astype(np.int64)
            board.coming[taker], board.seconds[taker] = NEVER, 0
        self.index.kernel.bring(front, taker, begin)

    def _lost_by_rows(self, hop: int, change: Change, withdrawn: Meetings | None) -> list[Positions]:
        """Before the change: whose label rows that will be withdrawn may have given."""
        labels, lost = self._labels[hop - 1], []
        if withdrawn:
            parts = self._over(hop, withdrawn)
            lost.append(parts.given(labels))
        if len(change.withdrawn_visits):
            lost += self._given_by(hop, self._givers_among(hop, change.withdrawn_visits.person))
        return lost

    def _given_by(self, hop: int, givers: Givers) -> list[Positions]:
        """Whose label may be what these givers passed on."""
        if not len(givers):
            return []
        labels, index = self._labels[hop - 1], self.index
        found = [index.kernel.given(labels, rows, givers, self._least) for rows in index.adjacencies]
        if index.stores:
            found += [parts.given(labels) for parts in meet(index.stores, givers, self._least)]
        return found

    def _over(self, hop: int, met: Meetings) -> Parts:
        """What is passed on in this hop over these meetings, from the other to the one."""
        if hop == 1:
            return plain.passed_on(met, self.giving(hop, met.other), self._least)
        return self.index.kernel.over(met, self._passing(hop), self._least)

    def _passing(self, hop: int) -> Passing:
        return Passing(self._labels[hop - 2], self.rules.latency)

    def _givers_among(self, hop: int, persons: Numbers) -> Givers:
        people = each_once(np.sort(persons.astype(np.int64)))
        at, since, until = self.giving(hop, people)
        return Givers(people[at], since, until)

    def _worked_out(self, hop: int, people: Positions) -> NDArray[np.int32]:
        """The labels of these people from the layer before and their own rows and visits."""
        begin = self._pull(hop, people)[0]
        if hop > 1:
            begin = np.minimum(begin, self.begins(hop - 1, people))
        return begin.astype(np.int32)

    def _pull(self, hop: int, people: Positions) -> tuple[Positions, Positions]:
        """What this hop brings to each of these people: the earliest moment, and the seconds from everybody."""
        begins, seconds = np.full(len(people), NEVER, np.int64), np.zeros(len(people), np.int64)
        always = np.full(len(people), NEVER)
        for rows in self.index.adjacencies:
            if hop > 1:
                self.index.kernel.pull(rows, people, self._passing(hop), self._least, begins, seconds)
            else:
                met = rows.meetings(people, -always)
                plain.gather(met, self.giving(hop, met.other), self._least, begins, seconds)
        for met in self.index.visit_meetings(people, -always, always):
            plain.gather(met, self.giving(hop, met.other), self._least, begins, seconds)
        return begins, seconds


def _both_ways(encounters: Encounters, base: int) -> Meetings | None:
    """Encounters as meetings of each of the two with the other, by person number, without their places."""
    if not len(encounters):
        return None
    one, other = (who.astype(np.int64) for who in (encounters.first, encounters.second))
    start, end = np.tile(encounters.start - base, 2), np.tile(encounters.end - base, 2)
    return Meetings(np.concatenate([one, other]), np.concatenate([other, one]), start, end, np.full(len(start), -1))


def _are_in(people: Positions, others: Positions) -> NDArray[np.bool_]:
    """Whether each of these people is among others, who are in rising order."""
    if not len(others):
        return np.zeros(len(people), np.bool_)
    is_in: NDArray[np.bool_] = others[np.minimum(np.searchsorted(others, people), len(others) - 1)] == people
    return is_in


def _gone(people: Positions, others: Positions) -> Positions:
    """Those who are not among the others, both in rising order, each once."""
    return each_once(people[~_are_in(people, others)])
