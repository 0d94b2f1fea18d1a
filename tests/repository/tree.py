"""The checkout as the tests of this folder see it: its files, its sources, its words."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "quantriet"
_MADE = {".git", ".venv", "var", "dist", "build", "__pycache__"}


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the repository; in a copy without git, every file that is not made by running it."""
    if (ROOT / ".git").exists():
        words = ["git", "-C", str(ROOT), "ls-files", "-z"]
        names = subprocess.run(words, capture_output=True, check=True, text=True).stdout.split("\0")
        return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())
    found = (path for path in sorted(ROOT.rglob("*")) if path.is_file())
    return tuple(path for path in found if not any(part in _MADE or part.endswith("_cache") for part in path.parts))


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def text_of(path: Path) -> str:
    """The text of a file; empty of a binary one."""
    data = path.read_bytes()
    return "" if b"\0" in data else data.decode("utf-8")


def markdown() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".md"]


@cache
def sources() -> tuple[Path, ...]:
    """The Python modules of the product, without migrations."""
    return tuple(path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts)


@cache
def names_in(path: Path) -> frozenset[str]:
    """Every name that a module defines: classes, functions, constants, fields; a member also as `Class.name`."""
    found: set[str] = set()
    _collect(ast.parse(text_of(path)), "", found)
    return frozenset(found)


def _collect(node: ast.AST, owner: str, found: set[str]) -> None:
    for child in ast.iter_child_nodes(node):
        inner = owner
        for name in _defined(child):
            found |= {name, f"{owner}.{name}".strip(".")}
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            inner = child.name
        _collect(child, inner, found)


def _defined(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    return []


def section(text: str, heading: str) -> str:
    """What stands under a Markdown heading, up to the next one of any level."""
    match = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, f"no heading «{heading}»"
    return match[1]
