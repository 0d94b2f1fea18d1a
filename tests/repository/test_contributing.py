"""CONTRIBUTING.md: the path of one report leads through files and names that exist, in the order of the calls."""

from __future__ import annotations

import ast
import re

import pytest

from tests.repository.tree import ROOT, names_in, section, sources, text_of

TEXT = text_of(ROOT / "CONTRIBUTING.md")
PATH = section(TEXT, "The path of one report")
STEPS = re.findall(r"^\d+\. (?:[^`\n]*?)`(src/[^`]+)` `([^`]+)`", PATH, re.MULTILINE)


def test_every_step_names_a_file_and_what_is_in_it() -> None:
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", PATH, re.MULTILINE)]
    assert numbers == list(range(1, len(STEPS) + 1))
    assert len(STEPS) >= 12


@pytest.mark.parametrize(("file", "name"), STEPS)
def test_a_step_exists(file: str, name: str) -> None:
    assert (ROOT / file).is_file()
    assert name in names_in(ROOT / file)


@pytest.mark.parametrize(
    ("caller", "words"),
    [
        ("reports/urls.py", 'name="fill"'),
        ("reports/views.py", "actions.submit_report("),
        ("reports/views.py", "form_of("),
        ("reports/consolidation.py", "load.form("),
        ("reports/views.py", "prefill.initial_values("),
        ("reports/forms.py", "rules.check("),
        ("reports/actions/submissions.py", "rules.check("),
        ("reports/actions/submissions.py", "require(by, Permission.FULFIL_WORK"),
        ("reports/actions/submissions.py", "obligations.fulfil("),
        ("reports/actions/submissions.py", '"report.submitted"'),
        ("obligations/actions.py", '"due.fulfilled"'),
        ("reports/views.py", 'redirect("reports:submission"'),
    ],
)
def test_a_step_calls_the_next(caller: str, words: str) -> None:
    assert words in text_of(ROOT / "src/quantriet/apps" / caller)


def test_the_house_is_the_one_that_is_checked() -> None:
    """The stack in the words is the stack of the contract."""
    contract = text_of(ROOT / ".importlinter")
    stack = re.search(r"containers = quantriet\.apps\nlayers =\n((?:    \w+\n)+)", contract)
    assert stack
    assert " > ".join(stack[1].split()) in TEXT


def test_every_file_that_is_named_exists() -> None:
    """A path in backticks is a file, seen from the top, from the package or from its apps."""
    places = [ROOT, ROOT / "src/quantriet", ROOT / "src/quantriet/apps"]
    named = re.findall(r"`([\w/.-]+/[\w.-]+\.(?:py|md|yaml))`", TEXT)
    assert [name for name in named if not any((place / name).is_file() for place in places)] == []


def test_actions_take_who_acts_and_when() -> None:
    """Every public function of an actions module that records an act takes `by` and an instant by keyword."""
    wrong = []
    for path in sources():
        if path.stem != "actions" and path.parent.name != "actions":
            continue
        for node in ast.parse(text_of(path)).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            calls = {ast.unparse(call.func) for call in ast.walk(node) if isinstance(call, ast.Call)}
            keywords = {argument.arg for argument in node.args.kwonlyargs}
            if "record" in calls and not ("by" in keywords and {"at", "opened_at"} & keywords):
                wrong.append(f"{path.parent.name}/{path.name} {node.name}")
    assert wrong == []
