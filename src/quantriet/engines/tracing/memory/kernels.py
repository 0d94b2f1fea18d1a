"""Which kernel runs the hops."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from quantriet.engines.kernel import EngineError

from . import plain
from .adjacency import Adjacency
from .board import Board
from .columns import Positions
from .givers import Givers, Passing

KernelName = Literal["numpy", "numba"]


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


def kernel(name: KernelName | None = None) -> Kernel:
    """The kernel of this name; without a name the compiled one where Numba is installed. Raises `NoKernelError`."""
    if name == "numpy" or (name is None and find_spec("numba") is None):
        return plain
    try:
        from . import compiled
    except ImportError:
        raise NoKernelError("Chưa cài Numba. Hãy cài quantriet[fast], hoặc dùng bộ tính NumPy có sẵn.") from None
    return compiled
