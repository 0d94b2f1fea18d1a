"""Cuts the interface font (Be Vietnam Pro) down to the letters in use, as woff2 beside the other static files.

The font is a dependency, not a file of this repository; what is made here is never committed.
The font has no figures of equal width, so a table of numbers would dance: `tnum` is added while cutting.
"""

from __future__ import annotations

import hashlib
from copy import deepcopy
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

RECIPE = "2"  # raise it when the cut below changes
WEIGHTS = {400: "Regular", 500: "Medium", 700: "Bold"}
DIGITS = "0123456789"
LETTERS = "".join(
    [
        *map(chr, range(0x20, 0x7F)),
        *map(chr, range(0xA0, 0x100)),
        "ĂăĐđĨĩŨũƠơƯư",
        *map(chr, range(0x1EA0, 0x1EFA)),  # all precomposed Vietnamese letters
        "\u0300\u0301\u0303\u0309\u0323",  # tone marks of decomposed text
        "–—‘’“”„…•‹›₫×−≤≥≈≠±½¼¾°²³′″™←→↑↓✓№",
    ]
)


def build_assets(target: Path) -> None:
    """Write the font files under `target/quantriet/fonts/`; a second call with nothing changed returns at once."""
    folder = target / "quantriet" / "fonts"
    stamp, wanted = folder / ".stamp", _fingerprint()
    if stamp.is_file() and stamp.read_text("ascii") == wanted and all(_file(folder, w).is_file() for w in WEIGHTS):
        return
    folder.mkdir(parents=True, exist_ok=True)
    for weight, style in WEIGHTS.items():
        _cut(style, _file(folder, weight))
    stamp.write_text(wanted, "ascii")


def _file(folder: Path, weight: int) -> Path:
    return folder / f"be-vietnam-pro-{weight}.woff2"


def _fingerprint() -> str:
    recipe = [RECIPE, LETTERS, str(WEIGHTS), version("fontpkg-be-vietnam-pro"), version("fonttools")]
    return hashlib.sha256("\n".join(recipe).encode()).hexdigest()


def _cut(style: str, out: Path) -> None:
    # Imported here: fontTools takes 0.2 s, and every start of the server passes through this module.
    from fontTools import subset
    from fontTools.ttLib import TTFont

    source = files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{style}.ttf"
    with source.open("rb") as handle:
        font = TTFont(handle, lazy=False)
    _add_tabular_figures(font)
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "tnum"]
    options.name_IDs = [0, 1, 2, 13, 14]  # the licence travels with the font
    options.drop_tables += ["DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(text=LETTERS)
    cutter.subset(font)
    partial = out.with_suffix(".part")  # a reader never sees half a file
    subset.save_font(font, partial, options)
    partial.replace(out)


def _add_tabular_figures(font) -> None:  # type: ignore[no-untyped-def]
    """Give each figure a twin of one width (a little under that of `0`), ink in the middle, behind `tnum`."""
    from fontTools.feaLib.builder import addOpenTypeFeaturesFromString

    cmap, glyphs, metrics = font.getBestCmap(), font["glyf"], font["hmtx"]
    names = [cmap[ord(digit)] for digit in DIGITS]
    width = round(metrics[names[0]][0] * 0.95)
    order = font.getGlyphOrder()
    for name in names:
        twin = deepcopy(glyphs[name])
        twin.expand(glyphs)
        twin.recalcBounds(glyphs)
        bearing = round((width - (twin.xMax - twin.xMin)) / 2)
        shift = bearing - twin.xMin
        if twin.isComposite():
            for part in twin.components:
                part.x += shift
        else:
            twin.coordinates.translate((shift, 0))
        order = [*order, f"{name}.tnum"]
        font.setGlyphOrder(order)
        glyphs.setGlyphOrder(order)
        glyphs.glyphs[f"{name}.tnum"] = twin
        twin.recalcBounds(glyphs)
        metrics[f"{name}.tnum"] = (width, bearing)
    rules = " ".join(f"sub {name} by {name}.tnum;" for name in names)
    addOpenTypeFeaturesFromString(font, f"feature tnum {{ {rules} }} tnum;", tables=["GSUB"])
