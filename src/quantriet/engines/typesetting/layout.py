"""Sizes and margins of a document (thể thức trình bày), as the decree in force has them; handed in by the caller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from .document import TypesettingError


@dataclass(frozen=True, slots=True)
class Layout:
    """Millimetres (`_mm`) and points (`_pt`); page as width and height of the upright sheet."""

    font: str
    page_mm: tuple[float, float]
    margin_top_mm: float
    margin_bottom_mm: float
    margin_left_mm: float
    margin_right_mm: float
    motto_pt: float
    submotto_pt: float
    parent_pt: float
    agency_pt: float
    number_pt: float
    place_pt: float
    kind_pt: float
    abstract_pt: float
    body_pt: float
    table_pt: float
    first_line_mm: float
    paragraph_space_pt: float
    signature_pt: float
    distribution_title_pt: float
    distribution_pt: float
    page_number_pt: float

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Layout:
        """The layout that law/parameters holds; raises `TypesettingError` when a size is missing or unknown."""
        wanted = {field.name for field in fields(cls)}
        if set(data) != wanted:
            raise TypesettingError(f"sizes missing or unknown: {', '.join(sorted(set(data) ^ wanted))}")
        width, height = data["page_mm"]
        return cls(**{**data, "page_mm": (float(width), float(height))})
