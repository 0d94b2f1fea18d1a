"""Values that every engine shares: spans, findings, document numbers, dated parameters, folding of text.

Errors form one small tree: `EngineError` at the root, and one class for each value that cannot be made.
"""

from .dated import Dated, NoValueError, value_on
from .errors import EngineError
from .findings import Finding, Severity
from .folding import Folded, fold, fold_key
from .numbers import DocumentNumber, NumberError, find_number
from .spans import Span, SpanError

__all__ = [
    "Dated",
    "DocumentNumber",
    "EngineError",
    "Finding",
    "Folded",
    "NoValueError",
    "NumberError",
    "Severity",
    "Span",
    "SpanError",
    "find_number",
    "fold",
    "fold_key",
    "value_on",
]
