"""Which kernel runs the hops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from quantriet.engines.kernel import EngineError

from . import plain
from .adjacency import Adjacency
from .board import Board
from .columns import Meetings, Parts, Positions
from .givers import Givers, Passing
from .layers import Front, Sooner
from .stays import Stays

KernelName = Literal["numpy", "numba"]
_WORTH_COMPILING = 1 << 18  # rows of a log; Numba takes a second to start, NumPy traces so many in some milliseconds


class NoKernelError(EngineError):
    """The compiled kernel is asked for and Numba is not installed."""


class Kernel(Protocol):
    """What a kernel does in a hop; the modules `plain` and `compiled` are kernels."""

    def push(self, board: Board, adjacency: Adjacency, givers: Givers, least: int, *, is_last: bool) -> Positions:
        """Every row of every giver that counts; returns who is brought forward, in rising order."""

    def settle(
        self, board: Board, touched: Positions
    ) -> tuple[NDArray[np.bool_], NDArray[np.int32], NDArray[np.int64]]:
        """End the hop: whether each of these people is new, its exposure and its seconds in this hop."""

    def pull(
        self,
        adjacency: Adjacency,
        people: Positions,
        passing: Passing,
        least: int,
        begins: Positions,
        seconds: Positions,
    ) -> None:
        """Write into the two columns what these people are passed over their rows: the earliest moment, all seconds."""

    def bring(self, front: Front, taker: Positions, begin: Positions) -> None:
        """Bring forward whom these moments expose earlier; a taker may stand here often."""

    def push_sooner(self, front: Front, adjacency: Adjacency, sooner: Sooner, least: int) -> None:
        """Bring forward whom rows of these givers expose earlier than is known."""

    def given(self, labels: NDArray[np.int32], adjacency: Adjacency, givers: Givers, least: int) -> Positions:
        """Whose label may be what rows of these givers gave; a person may stand there often."""

    def over(self, met: Meetings, passing: Passing, least: int) -> Parts:
        """What is passed on over these meetings, from the other to the one: the takers are the numbers of the ones."""

    def sweep(self, board: Board, stores: Sequence[Stays], givers: Givers, least: int, *, is_last: bool) -> Positions:
        """What visits have from the givers' visits to their place; returns who is brought forward, in rising order."""


def kernel(name: KernelName | None, rows: int) -> Kernel:
    """The kernel of this name; without one the compiled kernel if Numba is installed and the log is worth its start.

    Raises `NoKernelError`.
    """
    if name == "numpy" or (name is None and rows < _WORTH_COMPILING):
        return plain
    try:
        from . import compiled
    except ImportError:
        if name is None:
            return plain
        raise NoKernelError("Chưa cài Numba. Hãy cài quantriet[fast], hoặc dùng bộ tính NumPy có sẵn.") from None
    return compiled
