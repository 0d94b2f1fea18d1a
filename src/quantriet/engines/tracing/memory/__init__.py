"""Tracing in memory (truy vết trong bộ nhớ): a log laid out once, then questions in milliseconds.

`Index.of(log)` lays it out; `index.trace(cases, rules)` gives an object a person, `index.reach` columns with chains on
demand; `trace` is both at once. `Live` keeps a trace up to date as cases and encounters come or are taken back.
Errors: `NoKernelError`, `NotInLogError`, `TooLongError`, `UnknownPersonError` (of `EngineError`).
"""

from .adjacency import TooLongError
from .changes import Change, Changes
from .index import Index, NotInLogError, UnknownPersonError, trace
from .kernels import KernelName, NoKernelError
from .live import Live
from .reached import Reached

__all__ = [
    "Change",
    "Changes",
    "Index",
    "KernelName",
    "Live",
    "NoKernelError",
    "NotInLogError",
    "Reached",
    "TooLongError",
    "UnknownPersonError",
    "trace",
]
