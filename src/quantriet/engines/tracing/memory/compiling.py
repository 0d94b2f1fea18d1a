"""How the loops of the compiled kernel are compiled (extra `fast`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

_Function = TypeVar("_Function", bound=Callable[..., Any])


def compiled(function: _Function) -> _Function:
    """Compile at the first call without the lock of the interpreter; kept on disk where a place for it is found."""
    try:
        return cast(_Function, numba.njit(nogil=True, cache=True)(function))
    except RuntimeError:  # neither the package nor a home of the user is writable
        return cast(_Function, numba.njit(nogil=True)(function))
