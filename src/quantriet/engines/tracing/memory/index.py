"""The index of a log and the trace over it, hop by hop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quantriet.engines.kernel import EngineError

from ..model import Case, Contact, Encounters, Log, Rules, Visits
from .adjacency import Adjacency, added, adjacency, origin
from .board import Board, distinct
from .columns import CASE, Meetings, Positions, head, joined, rows_of
from .givers import Givers, least_of, of_cases, of_exposed
from .kernels import Kernel, KernelName, kernel
from .reached import Hop, Reached
from .stays import Stays, meetings, stays

_GROWTH = 2  # a run of later rows takes in the one before it unless that is so many times longer


class UnknownPersonError(EngineError):
    """A person whose number is not in the log: an index case, or somebody who came later than the index."""


class NotInLogError(EngineError):
    """An encounter or a visit to withdraw that is not in the log."""


@dataclass(frozen=True, slots=True)
class Index:
    """A log laid out for tracing (chỉ mục truy vết): built once, asked often, by several threads if need be.

    What comes later is laid out in small runs of its own beside the first one. Seconds count from `base`. Boards that
    are not in use wait in `_boards`, clean. While it is changed it must not be asked.
    """

    people: int
    base: int
    adjacencies: list[Adjacency]
    stores: list[Stays]
    kernel: Kernel
    _boards: list[Board] = field(default_factory=list, repr=False)

    @classmethod
    def of(cls, log: Log, kernel_name: KernelName | None = None) -> Index:
        """Lay out a log; without the name of a kernel the compiled one, if Numba is installed and the log is large.

        Raises `TooLongError` if the log spans more than 68 years, `NoKernelError` if the kernel is not there.
        """
        base, people, chosen = origin(log), len(log.people), kernel(kernel_name, len(log.encounters) + len(log.visits))
        stores = [stays(log.visits, people, base)] if len(log.visits) else []
        return cls(people, base, [adjacency(log.encounters, people, base)], stores, chosen)

    @property
    def nbytes(self) -> int:
        """Bytes of the index without the scratch of a trace (16 a person for each trace at the same time)."""
        return sum(rows.nbytes for rows in self.adjacencies) + sum(store.nbytes for store in self.stores)

    def add(self, encounters: Encounters, visits: Visits) -> None:
        """Take in what came later. Raises `UnknownPersonError` for people who are not in the log, `TooLongError`."""
        for people in (encounters.first, encounters.second, visits.person):
            self._check(people)
        met, stayed = encounters, visits
        runs, stores = self.adjacencies.copy(), self.stores.copy()
        if len(encounters):
            while len(runs) > 1 and len(runs[-1]) <= _GROWTH * len(met):
                met = joined(runs.pop().encounters(self.base), met)
            runs.append(added(met, self.base))
        if len(visits):
            while len(stores) > 1 and len(stores[-1]) <= _GROWTH * len(stayed):
                stayed = joined(stores.pop().visits(self.base), stayed)
            stores.append(stays(stayed, self.people, self.base))
        self.adjacencies[:], self.stores[:] = runs, stores

    def withdraw(self, encounters: Encounters, visits: Visits) -> None:
        """Take back encounters and visits, each exactly as it was told. Raises `NotInLogError`, and changes nothing."""
        for number, (first, second, start, end, place) in enumerate(rows_of(encounters)):
            row = (first, second, start - self.base, end - self.base, place)
            if not any(part.withdraw(*row) for part in self.adjacencies):
                self.add(head(encounters, number), Visits())
                raise NotInLogError(f"Không có lượt tiếp xúc này trong nhật ký: {(first, second, start, end, place)}.")
        for number, (person, place, entered, left) in enumerate(rows_of(visits)):
            visit = (person, place, entered - self.base, left - self.base)
            if not any(store.withdraw(*visit) for store in self.stores):
                self.add(encounters, head(visits, number))
                raise NotInLogError(f"Không có lượt ra vào này trong nhật ký: {(person, place, entered, left)}.")

    def trace(self, cases: Sequence[Case], rules: Rules) -> dict[int, Contact]:
        """Everybody reached within `rules.hops`, by person number, each with its chain."""
        return self.reach(cases, rules).contacts()

    def reach(self, cases: Sequence[Case], rules: Rules) -> Reached:
        """The same as columns; chains are found when they are asked for. Raises `UnknownPersonError`."""
        givers, least = self.givers(cases), least_of(rules)
        hops: list[Hop] = []
        with self.board() as board:
            board.arrival[givers.person] = CASE
            passing = givers
            for number in range(1, rules.hops + 1):
                touched = self.hop(board, passing, least, is_last=number == rules.hops)
                hops.append(Hop(touched, *self.kernel.settle(board, touched)))
                if not len(touched):
                    break
                passing = of_exposed(touched, hops[-1].begin, rules.latency)
            board.clear(givers.person)
            for hop in hops:
                board.clear(hop.person)
        return Reached(self, givers, rules, tuple(hops))

    def givers(self, cases: Sequence[Case]) -> Givers:
        """The windows of index cases in seconds of this index. Raises `UnknownPersonError`."""
        self._check(np.array([case.person for case in cases], np.int64))
        return of_cases(cases, self.base)

    def hop(self, board: Board, givers: Givers, least: int, *, is_last: bool) -> Positions:
        """Write on the board what the givers pass on; returns who is brought forward, in rising order."""
        touched = [
            self.kernel.push(board, rows, givers, least, is_last=is_last) for rows in self.adjacencies if len(rows)
        ]
        if self.stores:
            touched.append(self.kernel.sweep(board, self.stores, givers, least, is_last=is_last))
        if len(touched) == 1:
            return touched[0]
        return distinct(np.concatenate([*touched, np.empty(0, np.int64)]), self.people)

    def visit_meetings(self, people: Positions, since: Positions, until: Positions) -> Iterator[Meetings]:
        """The pairs of visits through which these people met others at some moment of `[since, until)`."""
        return meetings(self.stores, people, since, until)

    @contextmanager
    def board(self) -> Iterator[Board]:
        try:
            board = self._boards.pop()
        except IndexError:
            board = Board.of(self.people)
        yield board
        self._boards.append(board)  # not after an error: it would not be clean

    def _check(self, people: NDArray[np.integer[Any]]) -> None:
        strangers = people[(people < 0) | (people >= self.people)]
        if len(strangers):
            raise UnknownPersonError(f"Người số {strangers[0]} không có trong nhật ký {self.people} người.")


def trace(log: Log, cases: Sequence[Case], rules: Rules) -> dict[int, Contact]:
    """Everybody reached within `rules.hops`, by person number; for one question to a log.

    >>> from quantriet.engines.tracing.model import Encounters
    >>> met = Encounters(*(np.array(column) for column in ([0, 1], [1, 2], [60, 300], [180, 360], [-1, -1])))
    >>> trace(Log(("An", "Bình", "Chi"), (), met), [Case(0, 0, 120)], Rules(hops=2))[2].exposed_at
    300
    """
    return Index.of(log).trace(cases, rules)
