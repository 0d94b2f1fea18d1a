"""GLOSSARY.md: each identifier exists, each model and each role is there."""

from __future__ import annotations

import re
from collections import Counter

from django.apps import apps

from quantriet.apps.accounts import roles
from tests.repository.tree import ROOT, names_in, section, sources, text_of

GLOSSARY = text_of(ROOT / "GLOSSARY.md")
_ROW = re.compile(r"^\| (?P<term>[^|]+) \| (?P<names>[^|]+) \| (?P<meaning>[^|]+) \|$", re.MULTILINE)
ROWS = [match for match in _ROW.finditer(GLOSSARY) if match["names"].strip() != "identifier" and "---" not in match[0]]
_CODE = re.compile(r"`([^`]+)`")
IDENTIFIERS = [name for row in ROWS for name in _CODE.findall(row["names"])]


def test_every_identifier_exists() -> None:
    known = set().union(*(names_in(path) for path in sources()))
    told = [name for row in ROWS for name in _CODE.findall(row["names"] + row["meaning"])]
    assert len(ROWS) > 60
    assert [name for name in told if name not in known] == []


def test_every_term_has_one_identifier() -> None:
    section_of_roles = section(GLOSSARY, "Roles")
    names = [name for name in IDENTIFIERS if f"`{name}`" not in section_of_roles]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert [row["term"] for row in ROWS if not _CODE.search(row["names"])] == []


def test_every_model_is_there() -> None:
    models = {model.__name__ for model in apps.get_models() if model.__module__.startswith("quantriet.")}
    assert models - set(IDENTIFIERS) == set()


def test_every_model_names_its_vietnamese_term() -> None:
    """In brackets in the first sentence of its docstring, as the glossary has it; a derived table has no term."""
    derived = {"Ancestry"}
    silent = {
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("quantriet.") and "(" not in (model.__doc__ or "").split("\n\n")[0]
    }
    assert silent == derived


def test_every_role_is_there_by_its_vietnamese_name() -> None:
    told = {
        (row["term"].strip(), name)
        for row in _ROW.finditer(section(GLOSSARY, "Roles"))
        for name in _CODE.findall(row["names"])
    }
    wanted = {(role.name, code) for code, role in vars(roles).items() if isinstance(role, roles.Role)}
    assert wanted == told
    assert {role.code for role in roles.ROLES.values()} == {code.lower() for _, code in wanted}
