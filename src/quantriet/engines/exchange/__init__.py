"""Exchange: a reading as plain values → the forms in which documents travel between systems (trao đổi văn bản).

Takes what `Reading.to_dict()` gives and knows no other engine; nothing here reads files or the clock.
"""

from .akoma_ntoso import NAMESPACE, to_akoma_ntoso
from .decree_text import decree_text, structure_of

__all__ = ["NAMESPACE", "decree_text", "structure_of", "to_akoma_ntoso"]
