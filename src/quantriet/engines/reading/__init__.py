"""Reading of official documents: text → letterhead, clauses, citations, obligations, each with its span.

`read` never refuses: what is doubtful is a `Finding` or a `doubt` beside the value, what is missing is None.
"""

from .pipeline import read
from .shapes import (
    Citation,
    Clause,
    Deadline,
    Read,
    Reading,
    ReadObligation,
    Signer,
)

__all__ = ["Citation", "Clause", "Deadline", "Read", "ReadObligation", "Reading", "Signer", "read"]
