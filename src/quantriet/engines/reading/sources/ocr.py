"""Pictures of pages (png, jpg, tiff, scanned PDF) through Tesseract, when it and the extra `ocr` are installed.

Reads: pictures. Writes: text. Starts a program: `tesseract` gets the picture on its standard input and answers on its
standard output, so no file is written. The two cells of a letterhead are cropped and recognised each for itself,
because across the page Tesseract interleaves them and misreads the number. Pages are independent, so as many are
recognised at a time as the machine has cores; whoever calls may also take them page by page (`Recogniser`).
"""

from __future__ import annotations

import csv
import importlib.util
import io
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from quantriet.engines.kernel import EngineError, Finding

from ..flat import bare
from .columns import Head, Word, head_of
from .shapes import SourceText, nothing, told

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200  # measured: more costs time and reads no better
PAGE_LIMIT = 300  # of one file; about a second each, recognised behind the request
_AT_ONCE = 4  # pages at most; more cores wait for the disk of the machine's other work
_PIXELS = 60_000_000  # of a picture that is opened at all; a page at 600 dpi has 35 million
LONGEST = 2600  # pixels of the longer side that are looked at: a page at some 220 dpi
_TOP = 0.4  # of a page, in which the letterhead stands
_HEAD_CHARACTERS = 600  # of a page, among which the motto stands
_SECONDS = 60  # for one call
_LEAST_WORDS = 5  # recognised with some certainty, or it is no page of writing
_SURE = 60  # of a hundred
_UPRIGHT = 0.55  # of the words are sure; of a page on its side hardly any is
_DARK = 110  # of 255
_INK = 0.003  # of the page is dark; a short letter has some 0.02
_TURNS = (90, 270, 180)
_TRIED = 1000  # pixels of the longer side of a page that is tried in every direction
_MARGIN = 4  # pixels left below the letterhead
_MOTTO = re.compile(r"chu nghia viet|doc lap|hanh phuc|dang cong san")  # any word of it that came out well
_ROTATE = re.compile(rb"^Rotate: (\d+)", re.MULTILINE)
ASK = "Nhờ người quản trị cài phần nhận dạng chữ (Tesseract tiếng Việt), hoặc gõ, dán phần chữ vào ô văn bản."


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with how sure the program is of it, and the line it stands in."""

    word: Word
    sure: float
    line: tuple[str, ...]


class DrawingError(EngineError):
    """A page whose picture cannot be made."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Pages that are pictures (bản chụp).

    `key` tells the files of one bundle apart; `numbers` are the pages' from 1; `draw` makes the picture of one or
    raises `DrawingError`.
    """

    key: str
    numbers: tuple[int, ...]
    draw: Callable[[int], Image]


# Gives the text of each page of a scan by its number. A page that it leaves out stays without text; what it raises is
# handed on to whoever asked.
Recogniser = Callable[[Scan], Mapping[int, str]]


def recognise(scan: Scan) -> dict[int, str]:
    """The text of each page, empty where there is none; as many pages at a time as there are cores."""
    with ThreadPoolExecutor(workers()) as pool:
        return dict(zip(scan.numbers, pool.map(lambda number: _recognised(scan, number), scan.numbers), strict=True))


def _recognised(scan: Scan, number: int) -> str:
    try:
        return page_text(scan.draw(number))
    except DrawingError:
        return ""


def workers() -> int:
    """How many pages are recognised at a time."""
    return max(1, min(_AT_ONCE, os.cpu_count() or 1))


@lru_cache(maxsize=1)
def _languages() -> frozenset[bytes]:
    program = shutil.which("tesseract")
    if program is None or importlib.util.find_spec("PIL") is None:
        return frozenset()
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=10, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(listed.stdout.split())


def is_available() -> bool:
    """True when program, language and extra are all there; asked once, an installation needs a restart."""
    return b"vie" in _languages()


def read_picture(data: bytes, media_type: str, key: str, recogniser: Recogniser) -> SourceText:
    """The text of one picture file; each frame of a TIFF is a page."""
    if not is_available():
        return nothing(media_type, "source.image", "Tệp là ảnh; máy này chưa đọc được chữ trong ảnh.", ASK)
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > _PIXELS:
                remedy = "Chụp lại hoặc thu nhỏ ảnh rồi chọn lại."
                return nothing(media_type, "source.too_large", "Ảnh quá lớn nên không mở.", remedy)
            count = getattr(opened, "n_frames", 1)
            opened.load()
    except Exception as error:  # Pillow's readers raise many kinds
        what = f"Ảnh hỏng, không mở được ({type(error).__name__})."
        return nothing(media_type, "source.broken", what, "Mở tệp kiểm tra; nếu hỏng, xin lại từ nơi gửi.")
    numbers = tuple(range(1, min(count, PAGE_LIMIT) + 1))
    texts = recogniser(Scan(key, numbers, lambda number: _frame(data, number)))
    if not any(texts.values()):
        what = "Trong ảnh không thấy chữ nào đọc được."
        remedy = "Nếu là ảnh chụp văn bản thì chụp lại thẳng, đủ sáng; nếu không thì chọn tệp khác."
        return nothing(media_type, "source.no_text", what, remedy)
    whole = "\n\n".join(texts[number] for number in numbers if texts.get(number))
    return SourceText(whole, media_type, tuple(remarks(len(numbers), count)))


def _frame(data: bytes, number: int) -> Image:
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data)) as opened:
            opened.seek(number - 1)
            if opened.width * opened.height > _PIXELS:
                raise DrawingError("a frame larger than the first one said")
            return ImageOps.exif_transpose(opened).convert("L")
    except Exception as error:  # Pillow's readers raise many kinds
        raise DrawingError(str(error)) from error


def remarks(read: int, count: int) -> list[Finding]:
    """What a person must know of recognised text."""
    message = "Chữ được nhận dạng từ ảnh nên có thể sai. So lại số, ký hiệu, ngày và thời hạn với bản gốc."
    found = [told("source.recognised", message)]
    if read < count:
        message = (
            f"Bản chụp có {count} trang, chỉ nhận dạng {read} trang đầu. Tách phần còn lại thành tệp riêng nếu cần."
        )
        found.append(told("source.pages", message))
    return found


def page_text(page: Image) -> str:
    """The text of one page, put upright first; its letterhead, if it has one, cell by cell."""
    page = _sized(page)
    words = _seen(page, "3")
    if not _is_upright(words) and _has_ink(page) and (turn := _turn_of(page)):
        page = page.rotate(-turn, expand=True)
        words = _seen(page, "3")
    head = _letterhead(page, words)
    if head is None:
        return _text(words)
    width, gutter, bottom = page.width, int(head.gutter), min(int(head.bottom) + _MARGIN, page.height)
    parts = [(0, 0, gutter, bottom), (gutter, 0, width, bottom)]
    texts = [_text(_seen(page.crop(box), "6"), least=0) for box in parts]
    texts.append(_text([seen for seen in words if seen.word.middle > bottom], least=0))
    return "\n".join(text for text in texts if text)


def _letterhead(page: Image, words: Sequence[Seen]) -> Head | None:
    """Where the two cells stand, on a page that begins with a motto."""
    top = [seen.word for seen in words if seen.sure >= 0 and seen.word.bottom < _TOP * page.height]
    if not _MOTTO.search(bare(" ".join(word.text for word in top))[:_HEAD_CHARACTERS]):
        return None
    return head_of(top, page.width)


def _is_upright(words: Sequence[Seen]) -> bool:
    """Whether most words are sure and lie on their lines.

    Upside down hardly any is sure; of a page on its side Tesseract may read the words and gives them standing boxes.
    """
    sure = _sure(words)
    long = [seen.word for seen in sure if len(seen.word.text) > 2]
    if len(sure) < max(_UPRIGHT * len(words), _LEAST_WORDS):
        return False
    return sum(map(_is_lying, long)) >= 0.5 * len(long)


def _is_lying(word: Word) -> bool:
    return word.right - word.left > word.bottom - word.top


def _has_ink(page: Image) -> bool:
    """Whether more than dust stands on the page."""
    dark = sum(page.histogram()[:_DARK])
    return dark > _INK * page.width * page.height


def _sure(words: Sequence[Seen]) -> list[Seen]:
    return [seen for seen in words if seen.sure >= _SURE and any(map(str.isalpha, seen.word.text))]


def _turn_of(page: Image) -> int:
    """By how many degrees, clockwise, the page must be turned to stand upright."""
    if b"osd" in _languages() and (found := _ROTATE.search(_answer(page, "osd", "--psm", "0"))):
        return int(found[1])
    small = page.copy()
    small.thumbnail((_TRIED, _TRIED))
    return max((0, *_TURNS), key=lambda turn: _lying_words(small.rotate(-turn, expand=True)))


def _lying_words(page: Image) -> int:
    return sum(_is_lying(seen.word) for seen in _sure(_seen(page, "3")) if len(seen.word.text) > 2)


def _sized(page: Image) -> Image:
    longer = max(page.size)
    if longer <= LONGEST:
        return page
    return page.resize((max(1, page.width * LONGEST // longer), max(1, page.height * LONGEST // longer)))


def _text(words: Sequence[Seen], least: int = _LEAST_WORDS) -> str:
    if len(_sure(words)) < least:
        return ""
    blocks = groupby(
        words, key=lambda seen: seen.line[0]
    )  # its paragraphs are too small: one line each when spaced wide
    return "\n\n".join("\n".join(_lines(list(block))) for _, block in blocks)


def _lines(words: Sequence[Seen]) -> list[str]:
    return [" ".join(seen.word.text for seen in line) for _, line in groupby(words, key=lambda seen: seen.line)]


def _seen(picture: Image, layout: str) -> list[Seen]:
    """The words of a picture."""
    answer = _answer(picture, "vie", "--psm", layout, "tsv").decode("utf-8", "replace")
    rows = csv.DictReader(io.StringIO(answer), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_word(row) for row in rows if row["level"] == "5" and (row["text"] or "").strip()]


def _answer(picture: Image, language: str, *words: str) -> bytes:
    """What Tesseract says. One thread: on a small machine its own threads wait for one another."""
    program = shutil.which("tesseract")
    if program is None or min(picture.size) < 10:
        return b""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1, dpi=(DPI, DPI))
    # The pages that people wait for come first on a machine that does both.
    politely = ["nice", "-n", "10"] if shutil.which("nice") else []
    command = [*politely, program, "stdin", "stdout", "-l", language, "--dpi", str(DPI), *words]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603
            command, input=buffer.getvalue(), capture_output=True, env=environment, timeout=_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout


def _word(row: dict[str, str]) -> Seen:
    left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
    word = Word(row["text"].strip(), left, left + width, top, top + height)
    return Seen(word, float(row["conf"]), (row["block_num"], row["par_num"], row["line_num"]))
