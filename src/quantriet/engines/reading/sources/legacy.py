"""Text typed with the fonts of before Unicode: TCVN3 (ABC, .VnTime) and VNI, which show Vietnamese by Latin-1 codes.

Reads: a text. Writes: the same in Unicode when its characters say that it is one of the two. Told by statistics: lines
without one letter that only Unicode has, and more Vietnamese syllables after the change than before it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from ..layout import lines_of
from ..normalise import normalise
from ..quality import quality_of
from .shapes import SourceText, told

_SAMPLE = 20_000  # characters
_LEAST_CODES = 8  # codes of Latin-1; fewer say nothing
_LEAST_GOOD = 0.85  # of the words after the change
_GAIN = 0.15
_MIXED = 0.5  # of the lines with marks; a text that is Unicode for the most part is left alone
_UNICODE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
_CODES = re.compile("[\xa1-\xff]")

# The codes of TCVN3 in the order of their letters. U+00AD is the soft hyphen, which is ư there.
_TCVN3 = str.maketrans(
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ®§¡¢£¤¥¦",
    "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĐĂÂÊÔƠƯ",
)
# VNI writes the bare vowel and a code after it: a tone, a hat or breve, or both in one.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HAT, _BREVE = "\u0302", "\u0306"
_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLE = dict(zip("ôöñæóòîÔÖÑÆÓÒÎ", "ơưđỉĩịỵƠƯĐỈĨỊỴ", strict=True))


def _vni_table() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for base in "aeouyôö":
        marks = dict(_TONES)
        if base in "aeo":
            marks |= {code: _HAT + tone for code, tone in _HATS.items()}
        if base == "a":
            marks |= {code: _BREVE + tone for code, tone in _BREVES.items()}
        for code, mark in marks.items():
            letter = unicodedata.normalize("NFC", _VNI_SINGLE.get(base, base) + mark)
            pairs |= {base + code: letter, base.upper() + code.upper(): letter.upper()}
            pairs[base.upper() + code] = letter.upper()
    return pairs | _VNI_SINGLE


_VNI = _vni_table()
_VNI_CODES = re.compile("[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ôöñæóòîÔÖÑÆÓÒÎ]")


def from_tcvn3(line: str) -> str:
    """A line of TCVN3. Its capitals with marks are a matter of the font, so they follow the bare ones beside them."""
    bare = [char for char in line if char.isascii() and char.isalpha()]
    if len(bare) >= 4 and all(map(str.isupper, bare)):
        return line.translate(_TCVN3).upper()
    return re.sub(r"\S+", _tcvn3_word, line)


def _tcvn3_word(match: re.Match[str]) -> str:
    word = match[0]
    bare = [char for char in word if char.isascii() and char.isalpha()]
    changed = word.translate(_TCVN3)
    return changed.upper() if len(bare) > 1 and all(map(str.isupper, bare)) else changed


def from_vni(line: str) -> str:
    """A line of VNI."""
    return _VNI_CODES.sub(lambda match: _VNI.get(match[0]) or match[0][0] + _VNI.get(match[0][1], match[0][1]), line)


_KINDS: tuple[tuple[str, Callable[[str], str]], ...] = (("TCVN3 (ABC)", from_tcvn3), ("VNI", from_vni))


def renewed(found: SourceText) -> SourceText:
    """The text in Unicode, with a finding when it was not."""
    lines = found.text.split("\n")
    old = [line for line in lines if _CODES.search(line) and not _UNICODE.search(line)]
    sample = "\n".join(old)[:_SAMPLE]
    new = sum(bool(_UNICODE.search(line)) for line in lines) if old else 0
    if len(_CODES.findall(sample)) < _LEAST_CODES or new > _MIXED * (new + len(old)):
        return found
    good, name, change = max(
        ((_goodness("\n".join(map(change, sample.split("\n")))), name, change) for name, change in _KINDS),
        key=lambda row: row[0],
    )
    if good < _LEAST_GOOD or good < _goodness(sample) + _GAIN:
        return found
    text = "\n".join(line if _UNICODE.search(line) else change(line) for line in lines)
    message = (
        f"Chữ gõ bằng phông {name} đời cũ, đã chuyển sang Unicode. "
        "So lại chữ hoa có dấu và các ký hiệu đặc biệt với bản gốc."
    )
    kept = tuple(finding for finding in found.findings if finding.code != "reading.old_encoding")
    return replace(found, text=text, findings=(*kept, told("source.legacy_font", message)))


def _goodness(sample: str) -> float:
    """The share of Vietnamese syllables; letters that Vietnamese lacks count against a text."""
    return quality_of(lines_of(normalise(sample)[0])).good
