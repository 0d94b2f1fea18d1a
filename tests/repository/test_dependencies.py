"""Dependencies: each with its reason beside it, each in the hashed requirements."""

from __future__ import annotations

import re
import tomllib
from itertools import chain

import pytest

from tests.repository.tree import ROOT, text_of

PYPROJECT = text_of(ROOT / "pyproject.toml")
PROJECT = tomllib.loads(PYPROJECT)["project"]


def _name(requirement: str) -> str:
    return re.split(r"[\[<>=~!; ]", requirement)[0].lower()


REASONED = [*PROJECT["dependencies"], *chain(*PROJECT["optional-dependencies"].values())]
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==\S+[^\n]*\\\n\s+--hash=sha256:", re.MULTILINE)


@pytest.mark.parametrize("requirement", REASONED)
def test_a_dependency_has_its_reason(requirement: str) -> None:
    line = next(line for line in PYPROJECT.splitlines() if f'"{requirement}"' in line)
    assert re.search(r"#\s+\S+ \S+", line), f"say in pyproject.toml why {requirement} is needed"


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["postgres"]]),
        ("requirements-dev.lock", REASONED),
    ],
)
def test_a_dependency_is_locked_with_hashes(lock: str, wanted: list[str]) -> None:
    pinned = {name.lower() for name in _PINNED.findall(text_of(ROOT / lock))}
    assert {_name(requirement) for requirement in wanted} <= pinned
