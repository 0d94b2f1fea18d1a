"""Files → text (tệp nguồn): one interface, `text_of(data, name) -> SourceText`, that never raises.

Each kind of file has its module; `opening` tells the kind by the content first and the name second. A file that gives
no text gives an empty one with a finding of severity ERROR that says what was found, why, and what to do.
"""

from .bundles import BODY as MAIL_BODY
from .ocr import Recogniser, Scan, recognise, workers
from .opening import text_of
from .shapes import DOCX, PDF, PLAIN, Other, SourceText

__all__ = [
    "DOCX",
    "MAIL_BODY",
    "PDF",
    "PLAIN",
    "Other",
    "Recogniser",
    "Scan",
    "SourceText",
    "recognise",
    "text_of",
    "workers",
]
