"""The style sheet and the scripts: nothing from elsewhere, little to load, colours that can be read."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import django_htmx
import pytest

import quantriet.web
from quantriet.web.context import Shell
from tests.web.rendering import make_request

STATIC = Path(quantriet.web.__file__).parent / "static" / "quantriet"
CSS = (STATIC / "app.css").read_text("utf-8")
RULES = re.sub(r"/\*.*?\*/", "", CSS, flags=re.S)
SCRIPTS = sorted(STATIC.glob("*.js"))
TEXT = ["ink", "soft", "seal", "amber", "green", "blue", "nil"]
READ_ON = [
    *((text, ground) for text in TEXT[:-1] for ground in ("paper", "sheet", "wash", "glow")),
    *((text, f"{text}-wash") for text in ("seal", "amber", "green", "blue", "nil")),
    *(("ink", f"{tone}-wash") for tone in ("seal", "amber", "green", "blue")),
    *(("soft", f"{tone}-wash") for tone in ("green", "amber")),
    ("ink", "mark"),
    ("on-fill", "seal-fill"),
    ("on-fill", "seal-press"),
]
SEEN_ON = [("edge", "sheet"), ("day-done", "sheet"), ("day-miss", "sheet"), ("blue", "paper"), ("day-miss", "wash")]


def tokens(scheme: str) -> dict[str, str]:
    """The colours of one scheme by name; what the dark scheme does not say again stays as in the light one."""
    blocks = re.findall(r"(:root[^{]*)\{(.*?)\}", RULES, flags=re.S)
    chosen = [body for selector, body in blocks if selector.strip() == ":root"][:1]
    if scheme != "light":
        chosen += [body for selector, body in blocks if scheme in selector][:1]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9A-F]{6})", " ".join(chosen)))


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", '[data-theme="dark"]'])
def test_text_can_be_read_and_signs_can_be_seen(scheme: str) -> None:
    colours = tokens(scheme)
    weak = [(a, b) for a, b in READ_ON if contrast(colours[a], colours[b]) < 4.5]
    weak += [(a, b) for a, b in SEEN_ON if contrast(colours[a], colours[b]) < 3]
    assert weak == []


def test_dark_by_choice_and_dark_by_the_machine_are_one_scheme() -> None:
    assert tokens(':not([data-theme="light"])') == tokens('[data-theme="dark"]')


def test_colours_stand_only_among_the_tokens() -> None:
    after = CSS.split("---------- 2 ground")[1].split("---------- 7 print")[0]
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b(?![^{]*\{)", re.sub(r"/\*.*?\*/", "", after, flags=re.S)) == []


def test_every_token_used_is_defined() -> None:
    assert set(re.findall(r"var\(--([\w-]+)", RULES)) <= set(re.findall(r"--([\w-]+):", RULES))


@pytest.mark.parametrize("file", [STATIC / "app.css", *SCRIPTS], ids=lambda file: file.name)
def test_nothing_comes_from_elsewhere(file: Path) -> None:
    text = file.read_text("utf-8")
    assert not re.search(r"(?:https?:)?//[\w-]+\.\w", re.sub(r"^\s*//.*$", "", text, flags=re.M))
    assert not re.search(r"\beval\(|new Function|innerHTML|document\.write", text)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_imports_lead_to_files(script: Path) -> None:
    for name in re.findall(r'(?:from|import) "\./([\w.-]+)"', script.read_text("utf-8")):
        assert (STATIC / name).is_file()


def test_scripts_say_only_words_that_the_page_brings() -> None:
    asked = {word for script in SCRIPTS for word in re.findall(r'\bsay\("(\w+)"', script.read_text("utf-8"))}
    assert asked == set(Shell(make_request()).words())


def test_first_load_is_light(tmp_path: Path) -> None:
    from quantriet.web.assets import build_assets

    build_assets(tmp_path)
    htmx = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
    packed = sum(len(gzip.compress(file.read_bytes())) for file in [STATIC / "app.css", htmx, *SCRIPTS])
    fonts = sum(file.stat().st_size for file in tmp_path.rglob("*.woff2"))
    html = 15_000  # the heaviest page, packed
    assert packed + fonts + html < 150_000
    assert (STATIC / "app.css").stat().st_size < 45_000
