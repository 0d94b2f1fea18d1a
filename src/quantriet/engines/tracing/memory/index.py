"""The index of a log and the trace over it, hop by hop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np

from quantriet.engines.kernel import EngineError

from ..model import Case, Contact, Log, Rules
from .adjacency import NEVER, Adjacency, Positions, adjacency, origin
from .board import CASE, Board, distinct
from .givers import Givers, of_cases, of_exposed
from .kernels import Kernel, KernelName, kernel
from .reached import Hop, Reached
from .stays import Stays, stays


class UnknownPersonError(EngineError):
    """An index case whose number is not in the log."""


@dataclass(frozen=True, slots=True)
class Index:
    """A log laid out for tracing (chỉ mục truy vết): built once, asked often, by several threads if need be.

    Seconds count from `base`. Boards that are not in use wait in `_boards`, clean.
    """

    people: int
    base: int
    adjacency: Adjacency
    stays: Stays
    _kernel: Kernel
    _boards: list[Board] = field(default_factory=list, repr=False)

    @classmethod
    def of(cls, log: Log, kernel_name: KernelName | None = None) -> Index:
        """Lay out a log, for the compiled kernel where Numba is installed and none is named.

        Raises `TooLongError` if the log spans more than 68 years, `NoKernelError` if the kernel is not there.
        """
        base, people, chosen = origin(log), len(log.people), kernel(kernel_name)
        return cls(people, base, adjacency(log.encounters, people, base), stays(log.visits, people, base), chosen)

    @property
    def nbytes(self) -> int:
        """Bytes of the index without the scratch of a trace (16 a person for each trace at the same time)."""
        return self.adjacency.nbytes + self.stays.nbytes

    def trace(self, cases: Sequence[Case], rules: Rules) -> dict[int, Contact]:
        """Everybody reached within `rules.hops`, by person number, each with its chain."""
        return self.reach(cases, rules).contacts()

    def reach(self, cases: Sequence[Case], rules: Rules) -> Reached:
        """The same as columns; chains are found when they are asked for. Raises `UnknownPersonError`."""
        givers, least = self.givers(cases), max(rules.least_seconds, 1)
        hops: list[Hop] = []
        with self._board() as board:
            board.arrival[givers.person] = CASE
            passing = givers
            for number in range(1, rules.hops + 1):
                touched = self._hop(board, passing, least, is_last=number == rules.hops)
                hops.append(Hop(touched, *self._kernel.settle(board, touched)))
                if not len(touched):
                    break
                passing = of_exposed(touched, hops[-1].begin, rules.latency)
            board.clear(givers.person)
            for hop in hops:
                board.clear(hop.person)
        return Reached(self, givers, rules, tuple(hops))

    def givers(self, cases: Sequence[Case]) -> Givers:
        """The windows of index cases in seconds of this index. Raises `UnknownPersonError`."""
        for case in cases:
            if not 0 <= case.person < self.people:
                raise UnknownPersonError(f"Ca chỉ điểm số {case.person} không có trong nhật ký {self.people} người.")
        return of_cases(cases, self.base)

    def _hop(self, board: Board, givers: Givers, least: int, *, is_last: bool) -> Positions:
        least = min(least, NEVER)
        touched = self._kernel.push(board, self.adjacency, givers, least, is_last=is_last)
        if not len(self.stays):
            return touched
        met = [board.absorb(parts, is_last=is_last) for parts in self.stays.meet(givers, least)]
        return distinct(np.concatenate([touched, *met]), self.people)

    @contextmanager
    def _board(self) -> Iterator[Board]:
        try:
            board = self._boards.pop()
        except IndexError:
            board = Board.of(self.people)
        yield board
        self._boards.append(board)  # not after an error: it would not be clean


def trace(log: Log, cases: Sequence[Case], rules: Rules) -> dict[int, Contact]:
    """Everybody reached within `rules.hops`, by person number; for one question to a log.

    >>> from quantriet.engines.tracing.model import Encounters
    >>> met = Encounters(*(np.array(column) for column in ([0, 1], [1, 2], [60, 300], [180, 360], [-1, -1])))
    >>> trace(Log(("An", "Bình", "Chi"), (), met), [Case(0, 0, 120)], Rules(hops=2))[2].exposed_at
    300
    """
    return Index.of(log).trace(cases, rules)
