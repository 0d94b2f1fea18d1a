"""Words that point somewhere: links between Markdown files, make targets, subcommands."""

from __future__ import annotations

import re
from pathlib import Path

from quantriet.project import cli
from tests.repository.tree import ROOT, markdown, relative, text_of

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text_of(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _is_broken(source: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    path = (source.parent / name).resolve() if name else source
    if not path.exists():
        return True
    return bool(anchor) and path.suffix == ".md" and anchor not in _anchors(path)


def test_links_lead_somewhere() -> None:
    broken = [
        f"{relative(path)}: {target}"
        for path in markdown()
        for target in _LINK.findall(_FENCE.sub("", text_of(path)))
        if not target.startswith(("https://", "http://", "mailto:")) and _is_broken(path, target)
    ]
    assert broken == []


def test_make_targets_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = {
        (relative(path), target)
        for path in markdown()
        for target in re.findall(r"(?:^|`)make ([a-z-]+)", text_of(path), re.MULTILINE)
    }
    assert named
    assert {(file, target) for file, target in named if target not in targets} == set()


def test_commands_that_are_named_exist() -> None:
    folder = Path(cli.__file__).parent
    source = "".join(text_of(path) for path in (folder / "cli.py", *sorted((folder / "commands").glob("*.py"))))
    commands = set(re.findall(r'add_parser\(\s*"(\w+)"', source))
    options = set(re.findall(r'add_argument\(\s*(?:\*\()?"(--[\w-]+)"', source))
    for path in markdown():
        for words in re.findall(r"(?:`|/|^|=)quantriet ([a-z][^`\n]*)", text_of(path), re.MULTILINE):
            command = words.split()[0]
            assert command in commands, f"{relative(path)}: quantriet {words}"
            if command != "manage":
                assert set(re.findall(r"--[\w-]+", words)) <= options, f"{relative(path)}: quantriet {words}"


def test_every_page_of_the_documents_can_be_reached() -> None:
    """From one of the two READMEs, by links alone."""
    reached: set[Path] = set()
    waiting = [ROOT / "README.md", ROOT / "README.vi.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        links = (target.partition("#")[0] for target in _LINK.findall(text_of(page)) if "://" not in target)
        found = [(page.parent / name).resolve() for name in links if name]
        waiting += [path for path in found if path.suffix == ".md" and path.is_file()]
        for folder in (path for path in found if path.is_dir()):
            waiting += folder.glob("*.md")
    written = [path for path in markdown() if path.is_relative_to(ROOT / "docs") or path.parent == ROOT]
    assert [relative(path) for path in written if path not in reached] == []
