"""Pictures of pages (png, jpg, tiff, scanned PDF) through Tesseract, when it and the extra `ocr` are installed.

Reads: pictures. Writes: text. The one engine that starts a program: `tesseract` gets the picture on its standard input
and answers on its standard output, so no file is written. The two cells of a letterhead are cropped and recognised
each for itself, because across the page Tesseract interleaves them and misreads the number.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from quantriet.engines.kernel import Finding

from .columns import Word, head_of
from .shapes import SourceText, nothing, told

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200  # measured: more costs time and reads no better
PAGE_LIMIT = 12  # some two seconds a page, and a person waits for the answer
_PIXELS = 60_000_000  # of a picture that is opened at all; a page at 600 dpi has 35 million
LONGEST = 2600  # pixels of the longer side that are looked at: a page at some 220 dpi
_TOP = 0.4  # of the first page, in which the letterhead stands
_SECONDS = 60  # for one call
_LEAST_WORDS = 5  # recognised with some certainty, or it is no page of writing
_SURE = 60  # of a hundred
_MARGIN = 4  # pixels left below the letterhead
ASK = "Nhờ người quản trị cài phần nhận dạng chữ (Tesseract tiếng Việt), hoặc gõ, dán phần chữ vào ô văn bản."


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with how sure the program is of it, and the line it stands in."""

    word: Word
    sure: float
    line: tuple[str, ...]


@lru_cache(maxsize=1)
def is_available() -> bool:
    """True when program, language and extra are all there; asked once, an installation needs a restart."""
    program = shutil.which("tesseract")
    if program is None or importlib.util.find_spec("PIL") is None:
        return False
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=10, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return False
    return b"vie" in listed.stdout.split()


def read_picture(data: bytes, media_type: str) -> SourceText:
    """The text of one picture file; each frame of a TIFF is a page."""
    if not is_available():
        return nothing(media_type, "source.image", "Tệp là ảnh; máy này chưa đọc được chữ trong ảnh.", ASK)
    from PIL import Image, ImageOps, ImageSequence

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > _PIXELS:
                remedy = "Chụp lại hoặc thu nhỏ ảnh rồi chọn lại."
                return nothing(media_type, "source.too_large", "Ảnh quá lớn nên không mở.", remedy)
            count = getattr(opened, "n_frames", 1)
            frames = ImageSequence.Iterator(opened)
            pages = [ImageOps.exif_transpose(frame).convert("L") for frame, _ in zip(frames, range(PAGE_LIMIT))]  # noqa: B905
    except Exception as error:  # Pillow's readers raise many kinds
        what = f"Ảnh hỏng, không mở được ({type(error).__name__})."
        return nothing(media_type, "source.broken", what, "Mở tệp kiểm tra; nếu hỏng, xin lại từ nơi gửi.")
    texts = recognised(pages)
    if not any(texts):
        what = "Trong ảnh không thấy chữ nào đọc được."
        remedy = "Nếu là ảnh chụp văn bản thì chụp lại thẳng, đủ sáng; nếu không thì chọn tệp khác."
        return nothing(media_type, "source.no_text", what, remedy)
    return SourceText("\n\n".join(text for text in texts if text), media_type, tuple(remarks(len(texts), count)))


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


def recognised(pages: Sequence[Image]) -> list[str]:
    """The text of each page, empty where there is none; the first may begin with a letterhead."""
    return [_page(_sized(page), is_first=at == 0) for at, page in enumerate(pages)]


def _sized(page: Image) -> Image:
    longer = max(page.size)
    if longer <= LONGEST:
        return page
    return page.resize((max(1, page.width * LONGEST // longer), max(1, page.height * LONGEST // longer)))


def _page(page: Image, *, is_first: bool) -> str:
    width, height = page.size
    head = None
    if is_first:
        top = _seen(page.crop((0, 0, width, int(height * _TOP))), "3")
        head = head_of([seen.word for seen in top if seen.sure >= 0], width)
    if head is None:
        return _text(_seen(page, "3"))
    gutter, bottom = int(head.gutter), min(int(head.bottom) + _MARGIN, height)
    parts = [(0, 0, gutter, bottom), (gutter, 0, width, bottom)]
    texts = [_text(_seen(page.crop(box), "6"), least=0) for box in parts]
    texts.append(_text(_seen(page.crop((0, bottom, width, height)), "3"), least=0) if bottom < height else "")
    return "\n".join(text for text in texts if text)


def _text(words: Sequence[Seen], least: int = _LEAST_WORDS) -> str:
    sure = [seen for seen in words if seen.sure >= _SURE and any(map(str.isalpha, seen.word.text))]
    if len(sure) < least:
        return ""
    blocks = groupby(
        words, key=lambda seen: seen.line[0]
    )  # its paragraphs are too small: one line each when spaced wide
    return "\n\n".join("\n".join(_lines(list(block))) for _, block in blocks)


def _lines(words: Sequence[Seen]) -> list[str]:
    return [" ".join(seen.word.text for seen in line) for _, line in groupby(words, key=lambda seen: seen.line)]


def _seen(picture: Image, layout: str) -> list[Seen]:
    """The words of a picture. One thread: on a small machine Tesseract's own threads wait for one another."""
    program = shutil.which("tesseract")
    if program is None or min(picture.size) < 10:
        return []
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1, dpi=(DPI, DPI))
    command = [program, "stdin", "stdout", "-l", "vie", "--psm", layout, "--dpi", str(DPI), "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603
            command, input=buffer.getvalue(), capture_output=True, env=environment, timeout=_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return []
    rows = csv.DictReader(io.StringIO(done.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_word(row) for row in rows if row["level"] == "5" and (row["text"] or "").strip()]


def _word(row: dict[str, str]) -> Seen:
    left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
    word = Word(row["text"].strip(), left, left + width, top, top + height)
    return Seen(word, float(row["conf"]), (row["block_num"], row["par_num"], row["line_num"]))
