"""Decisions: numbered without gaps, half a page, in one shape."""

from __future__ import annotations

import re

import pytest

from tests.repository.tree import ROOT, text_of

DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))


def test_numbers_have_no_gaps() -> None:
    assert DECISIONS
    assert [path.name[:4] for path in DECISIONS] == [f"{number:03}-" for number in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("name", [path.name for path in DECISIONS])
def test_shape(name: str) -> None:
    lines = text_of(ROOT / "docs/decisions" / name).splitlines()
    assert len(lines) <= 40
    assert lines[0].startswith(f"# {name[:3]}. ")
    assert re.match(r"Date: \d{4}-\d\d-\d\d\. Status: (accepted|superseded by \d{3}|proposed)\.", lines[2])
    assert [line[3:] for line in lines if line.startswith("## ")] == ["Context", "Decision", "Consequences"]
