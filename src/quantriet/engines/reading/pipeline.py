"""The stages in their order; the only door of this engine (đọc văn bản)."""

from __future__ import annotations

from .normalise import decode, normalise
from .shapes import Read, Reading, Signer


def read(source: str | bytes) -> Reading:
    """Read a document. Never raises: any text or bytes give a `Reading`."""
    given, findings = decode(source) if isinstance(source, bytes) else (source, ())
    text, origin_map = normalise(given)
    nothing: Read[str | None] = Read(None)
    return Reading(
        text, Read("other", None, 1.0, "chưa xác định được loại văn bản"), nothing, nothing, Read(None), nothing,
        nothing, nothing, nothing, (), (), (), (), (), Signer(nothing, nothing, nothing), findings, origin_map,
    )
