"""Sizes that a reader can hold in mind. An exception has its reason here, and goes when it is no longer needed."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.repository.tree import ROOT, SOURCE, relative, sources, text_of, tracked

MODULE_LINES = 400
TEST_LINES = 600
TEMPLATE_LINES = 150
FUNCTION_LINES = 40
VIEW_LINES = 25

LONG_FILES = {
    "src/quantriet/web/static/quantriet/app.css": "one stylesheet is one request, and one place for every token",
}
LONG_FUNCTIONS = {
    "obligations/actions.py open_dues": "three steps; the length is one line an argument and one a column",
    "reports/exports.py to_xlsx": "lays out one sheet line by line; nothing in it is used twice",
}
LONG_VIEWS = {
    "reports/views.py ad_hoc": "two forms of one page, the report and its unit",
}


def _lines(name: str) -> int:
    return len(text_of(ROOT / name).splitlines())


def test_files_of_the_product_are_short() -> None:
    limits = {".py": MODULE_LINES, ".js": MODULE_LINES, ".css": MODULE_LINES, ".html": TEMPLATE_LINES}
    files = [path for path in tracked() if path.is_relative_to(SOURCE) and "migrations" not in path.parts]
    long = {
        relative(path): len(text_of(path).splitlines())
        for path in files
        if path.suffix in limits and len(text_of(path).splitlines()) > limits[path.suffix]
    }
    assert {name: count for name, count in long.items() if name not in LONG_FILES} == {}
    assert set(LONG_FILES) <= set(long), "an exception is no longer needed"


def test_files_of_the_tests_are_short() -> None:
    names = [relative(path) for path in tracked() if path.suffix == ".py" and path.is_relative_to(ROOT / "tests")]
    assert [name for name in names if _lines(name) > TEST_LINES] == []


def test_functions_are_short() -> None:
    long = {name for name, count in _functions(views=False) if count > FUNCTION_LINES}
    assert long == set(LONG_FUNCTIONS)


def test_views_are_thin() -> None:
    long = {name for name, count in _functions(views=True) if count > VIEW_LINES}
    assert long == set(LONG_VIEWS)


def _functions(*, views: bool) -> Iterator[tuple[str, int]]:
    for path in sources():
        if ("views" in path.stem) != views:
            continue
        for node in ast.walk(ast.parse(text_of(path))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{path.parent.name}/{path.name} {node.name}", lines


def test_modules_say_what_lives_in_them() -> None:
    """urls.py and apps.py are what their names say; a module with content begins with its docstring."""
    silent = [
        relative(path)
        for path in sources()
        if path.name not in {"urls.py", "apps.py", "__init__.py"} and not ast.get_docstring(ast.parse(text_of(path)))
    ]
    assert silent == []


def test_no_module_is_a_drawer() -> None:
    drawers = {"utils", "helpers", "services", "managers", "signals", "misc", "common"}
    assert [relative(path) for path in sources() if drawers & {path.stem, path.parent.name}] == []
