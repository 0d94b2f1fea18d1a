"""How fast scans are read: seconds a page, with one page at a time and with as many as there are cores.

    python -m benchmarks.scans [--pages 8] [--rounds 3]

The pages are drawn: an invented directive set in 13 points as the decree asks, 200 dpi, JPEG, half a degree askew, with
the noise of a scanner; the first has a letterhead in two columns. The ratio is against the budget of 2 seconds a page
and against one page at a time in the same run. Needs Tesseract with the language `vie`.
"""

from __future__ import annotations

import argparse
import io
import time
from importlib.resources import files
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from benchmarks.directives import directive_text
from benchmarks.measure import Figure, heading, machine_line, say, table, verdict
from quantriet.engines.reading.sources import ocr, text_of

BUDGET = 2.0  # seconds a page
_SIZE = (1654, 2338)  # pixels: A4 at 200 dpi
_POINTS = 13
_LINE = 1.4  # of the size of the letters
_MARGINS = (230, 140, 140)  # pixels: left, right, top and bottom
_ASKEW = 0.5  # degrees
_NOISE = 0.1
_HEAD = [
    ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("HUYỆN TÂN LẬP", "Độc lập - Tự do - Hạnh phúc"),
    ("Số: 309/UBND-NV", "Tân Lập, ngày 22 tháng 7 năm 2022"),
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    words = parser.parse_args()
    say(machine_line())
    if not ocr.is_available():
        raise SystemExit("Tesseract with the language vie is not installed: nothing to measure.")
    pages = [drawn_page(number) for number in range(words.pages)]
    data = as_pdf(pages)
    kilobytes = len(data) / 1024 / words.pages
    say(f"{words.pages} pages of {_SIZE[0]} × {_SIZE[1]} pixels, {kilobytes:.0f} kB each as JPEG in one PDF, "
        f"{len(text_of(data, 'a.pdf').text.split()) / words.pages:.0f} words each")  # fmt: skip
    rounds = [  # in turns, so that a busy neighbour falls on both
        (_seconds(data, words.pages, at_once=1), _seconds(data, words.pages, at_once=ocr.workers()))
        for _ in range(words.rounds)
    ]
    one, many = (Figure(values) for values in zip(*rounds, strict=True))
    heading("Seconds a page")
    table(
        ["", "s a page", "÷ one at a time"],
        [
            ["one page at a time", one.show(".2f"), "1.00×"],
            [f"{ocr.workers()} at a time", many.show(".2f"), f"{many.over(one):.2f}×"],
        ],
    )
    verdict("seconds a page, one at a time", one.median, BUDGET, at_most=True, unit=" s")
    verdict("seconds a page, all cores", many.median, BUDGET, at_most=True, unit=" s")


def _seconds(data: bytes, pages: int, at_once: int) -> float:
    def read(scan: ocr.Scan) -> dict[int, str]:
        if at_once == 1:
            return {number: ocr.page_text(scan.draw(number)) for number in scan.numbers}
        return ocr.recognise(scan)

    began = time.perf_counter()
    text_of(data, "a.pdf", read)
    return (time.perf_counter() - began) / pages


def drawn_page(number: int) -> Image.Image:
    """A page as a scanner sees it; page 0 begins with a letterhead."""
    page = Image.new("L", _SIZE, 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(io.BytesIO(_font()), _POINTS * 200 // 72)
    left, right, top = _MARGINS
    step = int(_POINTS * 200 / 72 * _LINE)
    at = top
    if number == 0:
        for words in _HEAD:
            for middle, text in zip((480, 1180), words, strict=True):
                pen.text((middle, at), text, font=font, fill=20, anchor="ma")
            at += step
    for paragraph in directive_text(number + 1, ["Kiểm tra nơi làm việc"] * 20)[0].split("\n"):
        for line in _wrapped(pen, paragraph, font, _SIZE[0] - left - right):
            if at > _SIZE[1] - top - step:
                break
            pen.text((left, at), line, font=font, fill=20)
            at += step
    page = page.rotate(_ASKEW, fillcolor=250, resample=Image.Resampling.BICUBIC)
    return Image.blend(page, Image.effect_noise(_SIZE, 30), _NOISE)


def _wrapped(pen: Any, paragraph: str, font: Any, width: int) -> list[str]:
    lines = [""]
    for word in paragraph.split():
        longer = f"{lines[-1]} {word}".strip()
        if pen.textlength(longer, font=font) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _font() -> bytes:
    """Be Vietnam Pro, a dependency of the product; wider than Times, so a page holds fewer words."""
    return (files("fontpkg_be_vietnam_pro") / "files" / "BeVietnamPro-Regular.ttf").read_bytes()


def as_pdf(pages: list[Image.Image]) -> bytes:
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:], resolution=200, quality=75)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
