"""The English catalogue: gather the Vietnamese source texts, check that each is translated, compile.

    python -m quantriet.project.translations --check     every text has its English, none is left over
    python -m quantriet.project.translations --update    add the new ones to the catalogue, drop the gone

Gettext's own tools are not needed: Django turns a template into calls, Babel writes catalogues.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent
CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
_SINGULAR = {"gettext", "gettext_lazy", "gettext_noop", "_"}
_PLURAL = {"ngettext", "ngettext_lazy"}
# What templatize() makes of {% translate %} and {% blocktranslate %}: gettext(u'…') and ngettext(u'…', u'…', count)
_STRING = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CALL = re.compile(rf"(?:gettext|_)\(({_STRING})\)|ngettext\(({_STRING}),\s*({_STRING})")

Message = str | tuple[str, str]


def gather() -> dict[Message, list[tuple[str, int]]]:
    """Every source text with the places that use it, paths relative to the package."""
    found: dict[Message, list[tuple[str, int]]] = {}
    for file in sorted(PACKAGE.rglob("*")):
        if file.suffix == ".py" and "migrations" not in file.parts:
            places = _in_python(file)
        elif file.suffix in {".html", ".txt", ".webmanifest"} and "templates" in file.parts:
            places = _in_template(file)
        else:
            continue
        for message, line in places:
            found.setdefault(message, []).append((file.relative_to(PACKAGE).as_posix(), line))
    return found


def _in_python(file: Path) -> Iterator[tuple[Message, int]]:
    """From the syntax tree, which unlike a reader of tokens also sees a call inside an f-string."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if name in _SINGULAR and texts:
            yield texts[0], node.lineno
        elif name in _PLURAL and len(texts) > 1:
            yield (texts[0], texts[1]), node.lineno


def _in_template(file: Path) -> Iterator[tuple[Message, int]]:
    from django.utils.translation.template import templatize

    code = templatize(file.read_text("utf-8"), origin=file.name)
    for match in _CALL.finditer(code):
        line = code.count("\n", 0, match.start()) + 1
        if match[1]:
            yield ast.literal_eval(match[1]), line
        else:
            yield (ast.literal_eval(match[2]), ast.literal_eval(match[3])), line


def read_catalogue() -> Catalog:
    if not CATALOGUE.exists():
        return Catalog(locale="en", charset="utf-8")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def problems() -> list[str]:
    """What keeps the English interface from being whole: texts without English, and texts nobody uses."""
    wanted, catalogue = gather(), read_catalogue()
    have = {message.id: message for message in catalogue if message.id}
    lines = []
    for message, places in sorted(wanted.items(), key=str):
        entry = have.get(message)
        if entry is None or entry.fuzzy or not (all(entry.string) if isinstance(entry.string, tuple) else entry.string):
            lines.append(f"{places[0][0]}:{places[0][1]}: chưa có bản tiếng Anh: {message!r}")
    lines += [f"không còn dùng: {message!r}" for message in have if message not in wanted]
    return lines


def update() -> int:
    """Write the catalogue anew with the present texts, keeping the translations; returns how many still lack one."""
    before, after = read_catalogue(), Catalog(locale="en", charset="utf-8", project="quantriet", fuzzy=False)
    for message, places in sorted(gather().items(), key=lambda item: item[1]):
        known = before.get(message if isinstance(message, str) else message[0])
        after.add(
            message,
            known.string if known and isinstance(known.id, str) == isinstance(message, str) else None,
            locations=[(name, 0) for name in dict.fromkeys(p[0] for p in places)],
        )
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with BytesIO() as out:
        write_po(out, after, width=110, include_lineno=False, sort_output=False, omit_header=False)
        CATALOGUE.write_bytes(
            re.sub(rb'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Generated-By)[^\n]*\n', b"", out.getvalue())
        )
    return len(problems())


def compile_catalogue(target: Path) -> None:
    """Write `target`/en/LC_MESSAGES/django.mo, which Django loads."""
    folder = target / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "django.mo").open("wb") as out:
        write_mo(out, read_catalogue())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()
    if arguments.update:
        print(f"{update()} câu chưa có bản tiếng Anh")
        return 0
    lines = problems()
    print("\n".join(lines[:50]) or "Bản tiếng Anh đầy đủ.")
    return 1 if lines else 0


if __name__ == "__main__":
    raise SystemExit(main())
