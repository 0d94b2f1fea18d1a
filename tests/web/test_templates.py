"""House rules for every template of the product, whoever wrote it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

import quantriet
from quantriet.web.templatetags.web import icon

SOURCE = Path(quantriet.__file__).parent
TEMPLATES = sorted(file for file in SOURCE.rglob("templates/**/*.html"))
COTTON = SOURCE / "web" / "templates" / "cotton"
FORBIDDEN = {
    "inline style": r"<[^>]*\sstyle\s*=",
    "style element": r"<style\b",
    "script without src": r"<script(?![^>]*\bsrc=)",
    "script with a body": r"<script\b[^>]*>\s*[^\s<]",
    "event handler": r"<[a-zA-Z][^>]*\son[a-z]+\s*=\s*[\"']",
    "javascript address": r"javascript:",
    "address of another site": r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//",
    "safe filter": r"\|\s*safe\b",
    "unescaped attribute": r"<c-[^>]*\s:(?:data-|aria-|hx-|id|value|name)[\w-]*=",
}


def name_of(file: Path) -> str:
    return file.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_holds_nothing_that_the_content_policy_refuses(file: Path) -> None:
    text = re.sub(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}", "", file.read_text("utf-8"), flags=re.S)
    bare = re.sub(r"{%.*?%}|{{.*?}}", "x", text, flags=re.S)
    found = [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text if what == "safe filter" else bare)]
    assert found == []


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_uses_components_and_icons_that_exist(file: Path) -> None:
    text = file.read_text("utf-8")
    parts = {part for part in re.findall(r"<c-([\w.-]+)", text) if part not in {"vars", "slot"}}
    assert {part for part in parts if not (COTTON / f"{part.replace('-', '_')}.html").is_file()} == set()
    for name in re.findall(r'{%\s*icon "([\w-]+)"', text) + re.findall(r'<c-[^>]*\sicon="([\w-]+)"', text):
        assert icon(name)


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_compiles(file: Path) -> None:
    assert get_template(file.as_posix().rpartition("/templates/")[2])
