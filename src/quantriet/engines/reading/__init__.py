"""Reading of official documents: text → letterhead, clauses, citations, obligations, each with its span.

`read` never refuses: what is doubtful is a `Finding` or a `doubt` beside the value, what is missing is None.
"""

from .alternatives import Alternatives, alternatives_of
from .pipeline import read
from .shapes import (
    Citation,
    Clause,
    Deadline,
    Enclosure,
    Read,
    Reading,
    ReadObligation,
    Role,
    Signer,
)
from .stored import from_dict
from .weighed import Weighed

__all__ = [
    "Alternatives",
    "Citation",
    "Clause",
    "Deadline",
    "Enclosure",
    "Read",
    "ReadObligation",
    "Reading",
    "Role",
    "Signer",
    "Weighed",
    "alternatives_of",
    "from_dict",
    "read",
]
