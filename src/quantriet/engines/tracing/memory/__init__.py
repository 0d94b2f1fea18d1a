"""Tracing in memory (truy vết trong bộ nhớ): a log laid out once, then questions in milliseconds.

`Index.of(log)` lays it out; `index.trace(cases, rules)` gives an object a person, `index.reach` columns with chains on
demand; `trace` is both at once.
Errors: `NoKernelError`, `TooLongError`, `UnknownPersonError` (of `EngineError`).
"""

from .adjacency import TooLongError
from .index import Index, UnknownPersonError, trace
from .kernels import KernelName, NoKernelError
from .reached import Reached

__all__ = ["Index", "KernelName", "NoKernelError", "Reached", "TooLongError", "UnknownPersonError", "trace"]
