"""What no tracked file may hold: addresses of one machine, of a registry, promises to oneself, made binaries."""

from __future__ import annotations

import re

from tests.repository.tree import ROOT, relative, text_of, tracked

# Written in parts, so that this file does not find itself.
_MACHINE = re.compile("|".join(["/ho" + "me/[a-z]", "/Us" + "ers/", "/ro" + "ot/", "/t" + "mp/"]))
_WORKSHOP = re.compile("/wo" + r"rk/(?:main|shared|\.)")
_REGISTRY = re.compile("|".join(["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", "index" + "-url"]))
_PROMISE = re.compile("|".join([r"\bTO" + r"DO\b", r"\bFIX" + r"ME\b", r"\bXX" + r"X\b"]))
_BINARY = {".woff", ".woff2", ".ttf", ".otf", ".mo", ".whl", ".pyc", ".sqlite3", ".ico", ".jpg", ".gif"}


def _holding(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{relative(path)}:{text_of(path).count(chr(10), 0, found.start()) + 1}: {found[0]}"
        for path in tracked()
        if (found := pattern.search(text_of(path)))
    ]


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    assert _holding(_MACHINE) == []
    assert _holding(_WORKSHOP) == []


def test_no_file_holds_the_address_of_a_registry() -> None:
    assert _holding(_REGISTRY) == []


def test_no_file_promises_work() -> None:
    """What is missing stands in the README, where its reader looks."""
    assert _holding(_PROMISE) == []


def test_nothing_made_is_committed() -> None:
    assert [relative(path) for path in tracked() if path.suffix in _BINARY] == []
    pictures = [path for path in tracked() if not text_of(path) and path.stat().st_size]
    assert [relative(path) for path in pictures if path.parent != ROOT / "docs/pictures"] == []
    assert [relative(path) for path in pictures if path.stat().st_size > 600_000] == []


def test_names_of_files_are_plain() -> None:
    """A Windows checkout takes them: ASCII, no two that differ only in case."""
    names = [relative(path) for path in tracked()]
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9_./-]+", name)] == []
    assert len({name.lower() for name in names}) == len(names)
