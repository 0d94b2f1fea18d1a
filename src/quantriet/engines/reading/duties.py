"""Stage 8c: who must do what in one segment (yêu cầu, giao, chủ thể, điều kiện).

Reads: a segment of a paragraph. Writes: a `Duty`, or None where the segment orders nothing: recitals, reports of
what was done, purposes, messages "để biết". Who does it may stay open, for the context to fill in.
"""

from __future__ import annotations

from .conditions import condition_from, conditional, permits, rolls_over
from .days import Issued
from .demands import complete, is_no_duty
from .duty import Duty
from .flat import Flat
from .forwarding import forwarded
from .heads import head_at
from .lexicon import ORDER
from .segments import Segment
from .units import end_of_units
from .voices import assumed, bare_act, is_order, ordered, predicate_at, skip_leads, with_subject

_LONGEST_LIST = 700  # characters; a longer run of units without a verb is a table, not a sentence


def duty_of(
    flat: Flat, segment: Segment, issued: Issued, allow_bare: bool, allow_subject: bool, assume: bool = False
) -> Duty | None:
    """The duty of a segment. `allow_bare` admits verbs without a subject, `allow_subject` plain statements."""
    at = skip_leads(flat, segment)
    duty = None
    if rolls_over(flat, segment):
        return None
    opening = condition_from(flat, segment)
    if opening is not None and (allow_bare or allow_subject):
        duty = conditional(flat, opening)
    duty = duty or ordered(flat, segment, at) or forwarded(flat, segment)
    if duty is None and allow_subject and not permits(flat, segment):
        duty = with_subject(flat, segment, at)
    if duty is None and allow_bare and not permits(flat, segment):
        duty = bare_act(flat, segment, at) or (assumed(flat, segment) if assume else None)
        if duty is None and segment.cut == "term":
            duty = Duty("bare", segment.start, segment.end, segment.start)
    if duty is None or is_no_duty(flat, duty):
        return None
    duty.cut = segment.cut
    duty.is_also = flat.low.startswith("đồng thời", segment.start)
    complete(flat, duty, segment, issued)
    return duty


def joined_lists(flat: Flat, segments: list[Segment]) -> list[Segment]:
    """Segments with lists of units put together again: "Sở A; Sở B chủ động …" has one verb for all."""
    found: list[Segment] = []
    for segment in segments:
        if (
            found
            and segment.cut == "semicolon"
            and segment.start - found[-1].start < _LONGEST_LIST
            and head_at(flat, segment.start, segment.end)
            and _lacks_verb(flat, found[-1])
        ):
            found[-1] = Segment(found[-1].start, segment.end, found[-1].cut)
        else:
            found.append(segment)
    return found


def _lacks_verb(flat: Flat, segment: Segment) -> bool:
    """Whether a segment ends within a list of units."""
    starts = [segment.start, skip_leads(flat, segment)]
    for match in ORDER.finditer(flat.bare, segment.start, segment.end):
        if is_order(flat, match) or match.group() == "chi dao":
            starts.append(predicate_at(flat, match.end(), segment.end))
    return any(head_at(flat, at, segment.end) and end_of_units(flat, at, segment.end) is None for at in starts)
