"""PDF with a text layer.

Reads: the bytes of one file. Writes: a `SourceText`: pages in order, the two cells of the letterhead one after the
other, a blank line where a page ends unless the sentence goes on.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quantriet.engines.kernel import Finding

from ..flat import bare
from ..layout import MOTTO
from . import ocr
from .columns import Word, head_of, lines_of, text_of_line
from .legacy import renewed
from .shapes import PDF, SourceText, nothing, told
from .vietnamese import is_rubbish

PAGE_LIMIT = 1000  # no directive with its annexes is longer; some 2 ms a page
CHARACTER_LIMIT = 2_500_000  # of all pages
_PLACED_CHARACTERS = 20_000  # of a page whose letters are looked at one by one
_TORN = 0.1  # of the words are single letters; Vietnamese has some 2 in a hundred
_WORD_GAP = 0.12  # of the height of a letter's box, between two words
_HEAD_CHARACTERS = 1500  # of a page, among which the motto stands
_SAMPLE = 2000  # characters of a page that are judged
_WORDS_OF_A_PAGE = 3  # a page with fewer words is a picture with a page number or a stamp
POINTS = 72  # to the inch, the unit of PDF
_PASSWORD = 4  # PDFium's code of a file that asks for one
_ENDS = (".", ";", ":", "!", "?", "./.", "…")
# PDFium keeps its state in globals and is not safe for threads; a server reads in several.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Pages:
    """The text of the pages that were read, how many pages the file has, and which show nothing at all."""

    texts: tuple[str, ...]
    count: int
    empty: frozenset[int] = frozenset()

    @property
    def blank(self) -> tuple[int, ...]:
        """Numbers of the pages without words, from 1; the empty backs of others are not missed."""
        return tuple(at for at, text in enumerate(self.texts, 1) if _is_blank(text) and at not in self.empty)

    @property
    def unread(self) -> tuple[int, ...]:
        """Numbers of the pages without words that can be used: pictures, and layers that yield rubbish."""
        bad = (at for at, text in enumerate(self.texts, 1) if _is_bad(text))
        return tuple(sorted({*self.blank, *bad}))


def _is_blank(page: str) -> bool:
    return len(page.split()) < _WORDS_OF_A_PAGE


def _is_bad(page: str) -> bool:
    """True of a page whose text layer is rubbish, by its beginning."""
    text = page[:_SAMPLE]
    return is_rubbish(text) and is_rubbish(renewed(SourceText(text, PDF)).text)


def read(data: bytes, key: str = "", recogniser: ocr.Recogniser = ocr.recognise) -> SourceText:
    """The text of a PDF; `recogniser` gives that of its pages which are pictures."""
    import pypdfium2

    try:
        with _ONE_AT_A_TIME:
            pages = _pages(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            remedy = "Hỏi nơi gửi mật khẩu, mở tệp, in lại thành PDF không mật khẩu rồi chọn lại."
            return nothing(PDF, "source.locked", "Tệp PDF có mật khẩu nên không mở được.", remedy)
        remedy = "Mở tệp kiểm tra; nếu hỏng, tải lại từ nơi gửi rồi chọn lại, hoặc dán toàn văn."
        return nothing(PDF, "source.broken", "Tệp PDF hỏng hoặc chưa tải xong, không mở được.", remedy)
    except Exception as error:  # a file made to break the reader is a finding, never a failure
        return nothing(PDF, "source.broken", f"Tệp PDF hỏng, không mở được ({type(error).__name__}).")
    found = judged(pages)
    shows_something = len(pages.empty) < len(pages.texts)
    if ocr.is_available() and shows_something and (found.is_refused or pages.unread):
        return _recognised(data, pages, found, key, recogniser)
    return found


def _recognised(data: bytes, pages: Pages, found: SourceText, key: str, recogniser: ocr.Recogniser) -> SourceText:
    """The pages without usable words, from their pictures."""
    every = range(1, len(pages.texts) + 1)
    wanted = tuple(at for at in every if at not in pages.empty) if found.is_refused else pages.unread
    taken = wanted[: ocr.PAGE_LIMIT]
    seen = recogniser(ocr.Scan(key, taken, lambda number: _picture(data, number)))
    texts = [""] * len(pages.texts) if found.is_refused else list(pages.texts)
    for number in taken:
        texts[number - 1] = _cleaned(seen.get(number, ""), number) or texts[number - 1]
    whole = joined(texts)
    if not whole.strip():
        what = "PDF này chỉ có ảnh và trong ảnh không thấy chữ nào đọc được."
        return nothing(PDF, "source.no_text", what, "Quét lại cho thẳng và rõ, hoặc gõ phần chữ vào ô văn bản.")
    if all(texts[number - 1] in ("", pages.texts[number - 1]) for number in wanted):
        return found  # the pictures are stamps or empty backs
    kept = [finding for finding in found.findings if finding.code == "source.pages"]
    return SourceText(whole, PDF, (*kept, *ocr.remarks(len(taken), len(wanted))))


def _picture(data: bytes, number: int) -> Any:
    """One page as a scanner sees it. The file is opened anew: between two pages another thread may read another."""
    import pypdfium2

    try:
        with _ONE_AT_A_TIME, pypdfium2.PdfDocument(data) as document:
            page = document[number - 1]
            longer = max(page.get_size())
            scale = min(ocr.DPI / POINTS, ocr.LONGEST / longer) if longer else 1
            picture = page.render(scale=scale, grayscale=True).to_pil().convert("L")
            page.close()
    except Exception as error:  # PDFium may refuse to draw what it has read; then the text layer is all there is
        raise ocr.DrawingError(str(error)) from error
    return picture


def judged(pages: Pages) -> SourceText:
    """The text of the pages, or why there is none."""
    if len(pages.empty) == len(pages.texts):
        what = "PDF này trống: không trang nào có chữ hay hình."
        return nothing(PDF, "source.no_text", what, "Mở tệp kiểm tra; nếu đúng là trống, xin lại từ nơi gửi.")
    if all(map(_is_blank, pages.texts)):
        what = "PDF này là bản chụp, các trang chỉ có ảnh, không có chữ."
        return nothing(PDF, "source.scan", what, ocr.ASK)
    text = joined(pages.texts)
    if is_rubbish(renewed(SourceText(text, PDF)).text):
        what = "Lớp chữ của PDF này hỏng: trên trang thì đúng nhưng chép ra thành ký tự lạ. Cần nhận dạng (OCR)."
        return nothing(PDF, "source.rubbish", what, ocr.ASK)
    return SourceText(text, PDF, tuple(_remarks(pages)))


def _remarks(pages: Pages) -> list[Finding]:
    found = []
    if len(pages.texts) < pages.count:
        message = (
            f"PDF có {pages.count} trang, chỉ đọc {len(pages.texts)} trang đầu vì quá dài so với một văn bản. "
            "Tách phần phụ lục thành tệp riêng nếu trong đó có việc được giao."
        )
        found.append(told("source.pages", message))
    if pages.blank:
        numbers = ", ".join(map(str, pages.blank[:20])) + (", …" if len(pages.blank) > 20 else "")
        message = (
            f"Trang {numbers} là ảnh, không có chữ để lấy. Xem bản gốc, gõ thêm phần còn thiếu nếu có việc được giao."
        )
        found.append(told("source.blank_pages", message))
    return found


def _pages(data: bytes) -> Pages:
    import pypdfium2

    texts: list[str] = []
    empty: set[int] = set()
    total = 0
    with pypdfium2.PdfDocument(data) as document:
        count = len(document)
        for number in range(min(count, PAGE_LIMIT)):
            page = document[number]
            layer = page.get_textpage()
            try:
                if total + layer.count_chars() > CHARACTER_LIMIT:
                    break
                text = _page_text(page, layer, is_first=number == 0)
                if not text.strip() and next(page.get_objects(max_depth=1), None) is None:
                    empty.add(number + 1)
            finally:
                layer.close()
                page.close()
            total += len(text)
            texts.append(_cleaned(text, number + 1))
    return Pages(tuple(texts), count, frozenset(empty))


def _cleaned(text: str, number: int) -> str:
    """A page in lines, without the hyphen mark of PDFium and without its own number above or below."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\ufffe", "").split("\n")]
    for edge in (0, -1):
        if lines and lines[edge].strip(" -–.") == str(number):
            del lines[edge]
    return "\n".join(lines).strip("\n")


def joined(texts: Sequence[str]) -> str:
    """Pages one after the other; a blank line between two unless a sentence runs over."""
    parts: list[str] = []
    for page in texts:
        if not page.strip():
            continue
        if parts:
            runs_over = not parts[-1].rstrip().endswith(_ENDS) and page.lstrip()[:1].islower()
            parts.append("\n" if runs_over else "\n\n")
        parts.append(page)
    return "".join(parts)


def _is_torn(text: str) -> bool:
    """True of text whose letters of a second font come after the line they stand in: «N i v không ộ ụ»."""
    words = text.split()
    letters = sum(len(word) == 1 and word.isalpha() for word in words)
    return letters > _TORN * len(words)


def _page_text(page: Any, layer: Any, *, is_first: bool) -> str:
    """A page; one that may begin with a letterhead has it set cell by cell."""
    text = str(layer.get_text_range())
    torn = _is_torn(text)
    has_head = is_first or bool(MOTTO.search(bare(text[:_HEAD_CHARACTERS])))
    if not (has_head or torn) or layer.count_chars() > _PLACED_CHARACTERS:
        return text
    width, height = page.get_size()
    lines = _placed(layer, height) if torn else _lines(layer, height)
    head = head_of([word for line in lines for word in line], width) if has_head else None
    if head is None:
        return "\n".join(map(text_of_line, lines)) if torn else text
    mine = {*head.left, *head.right}
    rest = (" ".join(word.text for word in line if word not in mine) for line in lines)
    return "\n".join([head.text, *(line for line in rest if line)])


def _placed(layer: Any, height: float) -> list[list[Word]]:
    """The lines of a page by where each letter stands; gaps part the words."""
    letters = []
    for at in range(layer.count_chars()):
        char = chr(_code(layer, at))
        if not char.isspace() and char not in "\0\ufffe":
            left, bottom, right, top = layer.get_charbox(at, loose=True)
            letters.append(Word(char, left, right, height - top, height - bottom))
    return [_words(line) for line in lines_of(letters)]


def _words(letters: Sequence[Word]) -> list[Word]:
    words: list[Word] = []
    for letter in letters:
        if words and letter.left - words[-1].right < _WORD_GAP * (letter.bottom - letter.top):
            text, left, right, top, bottom = words.pop()
            letter = Word(
                text + letter.text, left, max(right, letter.right), min(top, letter.top), max(bottom, letter.bottom)
            )
        words.append(letter)
    return words


def _code(layer: Any, at: int) -> int:
    """The code of one character of a page."""
    from pypdfium2 import raw

    return int(raw.FPDFText_GetUnicode(layer, at))


def _lines(layer: Any, height: float) -> list[list[Word]]:
    """The lines of a page in PDFium's order, in words with their boxes."""
    lines: list[list[Word]] = [[]]
    letters: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []

    def end_word() -> None:
        if letters:
            left, bottom, right, top = zip(*boxes, strict=True)
            box = (min(left), max(right), height - max(top), height - min(bottom))
            lines[-1].append(Word("".join(letters).replace("\ufffe", ""), *box))
        letters.clear()
        boxes.clear()

    for at in range(layer.count_chars()):
        char = chr(_code(layer, at))
        if char.isspace() or char == "\0":
            end_word()
            if char == "\n":
                lines.append([])
        else:
            letters.append(char)
            boxes.append(layer.get_charbox(at, loose=True))
    end_word()
    return lines
