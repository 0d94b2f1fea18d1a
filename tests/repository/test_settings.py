"""Settings: each variable that the source reads is in docs/operations/settings.md, and no other."""

from __future__ import annotations

import re

from tests.repository.tree import ROOT, relative, sources, text_of

_NAME = re.compile(r"\bQUANTRIET_[A-Z_]+\b")
DOCUMENT = text_of(ROOT / "docs/operations/settings.md")
MAY_TOUCH_THE_ENVIRONMENT = {
    "src/quantriet/project/settings.py",  # reads it, once
    "src/quantriet/project/cli.py",  # turns options into settings before Django starts
    "src/quantriet/project/wsgi.py",  # names the settings module
    "src/quantriet/engines/reading/sources/ocr.py",  # hands it on to Tesseract with one line more; reads nothing in it
    "src/quantriet/engines/reading/sources/office.py",  # hands it on to LibreOffice with another home; reads nothing
}


def test_every_variable_is_documented_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", DOCUMENT, re.MULTILINE))
    read = {name for path in sources() for name in _NAME.findall(text_of(path))}
    assert read == set(rows)


def test_documents_name_no_other_variable() -> None:
    known = set(_NAME.findall(DOCUMENT))
    named = {name: relative(path) for path in ROOT.glob("*.md") for name in _NAME.findall(text_of(path))}
    named |= {name: relative(path) for path in (ROOT / "docs").rglob("*.md") for name in _NAME.findall(text_of(path))}
    assert {name: file for name, file in named.items() if name not in known} == {}


def test_one_place_reads_the_environment() -> None:
    touching = {relative(path) for path in sources() if re.search(r"os\.(environ|getenv)", text_of(path))}
    assert touching <= MAY_TOUCH_THE_ENVIRONMENT


def test_defaults_in_the_words_are_those_of_the_source() -> None:
    source = text_of(ROOT / "src/quantriet/project/settings.py")
    plain = re.findall(r'os\.environ\.get\("(\w+)", "([^"]+)"\)', source)
    assert plain
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", DOCUMENT, re.MULTILINE))
    assert [name for name, default in plain if f"`{default}`" not in rows[name]] == []
