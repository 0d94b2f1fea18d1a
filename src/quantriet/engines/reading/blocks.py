"""Stage 7: paragraphs and the tree of clauses (phần, điều, khoản, điểm).

Reads: the lines of the body. Writes: blocks, one a paragraph, each with the path of its clause; and the tree.
Wrapped lines are joined again; page numbers and rubbish of scans between them are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quantriet.engines.kernel import Span

from .flat import Flat
from .layout import Line
from .shapes import Clause
from .tables import Row, has_columns, table_at

_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}
_ROMAN_DAMAGED = {
    "HI": "III",
    "H": "II",
    "IH": "III",
    "Il": "II",
    "1I": "II",
    "HH": "III",
    "IHI": "III",
    "TV": "IV",
    "IIl": "III",
}
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU|Diu|Điêu|Diều)\s+(\d{1,3})\s*[.:,]?\s*(?=\S|$)")
_PART = re.compile(r"((?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+(?:[IVXLC]+|\d{1,2}))\b[.:]?\s*")
_UPPER = r"(?=[\"“'(]?[A-ZĐÀ-ỸƯ])"
_ROMAN_LABEL = re.compile(rf"([IVX]{{1,5}}|HI|IH|H|Il|1I|TV|IHI|IIl)\s?[.)/,]\s*{_UPPER}")
_DECIMAL = re.compile(rf"(\d{{1,2}}[.,]\d{{1,2}}(?:\.\d{{1,2}})?)\s?(?:[.),:]|[-–])?\s+{_UPPER}")
_DOTLESS = re.compile(rf"(\d{{1,2}})\s{_UPPER}")
_DIGIT = re.compile(rf"(\d{{1,2}})(?:\s?[.)/]\s?(?:[-–]\s)?|[-–]\s){_UPPER}")
_LETTER = re.compile(rf"([a-eghik-vxyđ])\s?[.)]\s?{_UPPER}")
_ORDINAL = re.compile(rf"(?:Một là|Hai là|Ba là|Bốn là|Năm là|Thứ\s+({'|'.join(_ORDINALS)}))\s*[,:.]\s*")
_LOST = re.compile(rf"\.\s{_UPPER}")
_DASH = re.compile(r"[-–—+*•●▪\uf0b7\u2022][-_.\s]{0,3}(?=[\w\"“(])|~\s+(?=\w)|[_]{1,3}\s+(?=\w)")
_PAGE = re.compile(r"[\W_]*\d{0,3}[\W_]*|[l|Ii!]\W?|\W*\w\W*")
_END = re.compile(r"[.;:…!?/]\W{0,3}$")
_EXIT = re.compile(
    r"^\W{0,3}(?:de nghi|yeu cau|giao |nhan duoc|nhan |voi (?:noi dung|tinh than)|tren day"
    r"|trong qua trinh|can cu|tren co so|khi |neu |truong hop|kinh de nghi|cac (?:don vi|co quan"
    r"|dia phuong|phong)|"
    r"thu truong|chu tich|giam doc|nay|vay|so |ubnd|uy ban|van phong|noi nhan|de (?:trien khai"
    r"|cong tac)|bao cao|ngoai ra|dong thoi de nghi|tai lieu|moi chi tiet|thoi gian bao cao"
    r"|ket qua|rat mong|qua thoi)"
)
# What any of the marks above begins with, looked for first: most lines begin with none.
_MAY_MARK = re.compile(
    r"[\W\d_]|[a-zA-Zđ]{1,5}\s?[.)/,]|Điều|ĐIỀU|Diu|Điêu|Diều|Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Thứ\s"
    r"|(?:Một|Hai|Ba|Bốn|Năm) là"
)
_SHORTEST_ITEM = 8
HARD_BREAK = 99  # blank lines before a line that certainly begins a paragraph
# Depth of a level: parts above articles above Roman numbers, digits, letters; dashes hang below anything.
PART, ARTICLE, ROMAN, DIGIT, DECIMAL, LETTER, DASH = 1, 2, 3, 4, 5, 6, 9


@dataclass(slots=True)
class Block:
    """A paragraph: its clause, its own text without the label, and how deep its label stands (0: none)."""

    path: tuple[str, ...]
    label: str | None
    level: int
    start: int
    spans: list[Span]
    text: str
    labelled: bool = False
    clause_level: int = 0
    row: Row | None = None
    _flat: Flat | None = field(default=None)

    @property
    def flat(self) -> Flat:
        if self._flat is None:
            self._flat = Flat.of(self.text, self.spans)
        return self._flat

    @property
    def end(self) -> int:
        return self.spans[-1].end

    @property
    def flat_tail(self) -> str:
        """The last characters so far, to see whether a sentence is still open."""
        return self.text[max(self.end - 12, 0) : self.end]

    @property
    def is_dash(self) -> bool:
        return self.level == DASH


@dataclass(slots=True)
class _Mark:
    level: int
    name: str
    end: int


def build_blocks(text: str, lines: list[Line]) -> list[Block]:
    """The paragraphs of the body, in order, with the path of each."""
    blocks: list[Block] = []
    stack: list[tuple[int, str]] = []
    width = _width(lines)
    before: Line | None = None
    table_end = 0
    for at, line in enumerate(lines):
        if at < table_end:
            continue
        rows, table_end = table_at(text, lines, at) if has_columns(line) else ([], 0)
        if rows:
            blocks.extend(_row_block(text, row, stack) for row in rows)
            before = None
            continue
        if _PAGE.fullmatch(line.text) and len(line.text) < 9:
            continue
        mark = _mark_of(line, stack, blocks)
        if (
            mark is None
            and blocks
            and before is not None
            and not blocks[-1].row
            and not _begins(line, before, blocks[-1], width)
        ):
            blocks[-1].spans.append(line.span)
        else:
            blocks.append(_open(text, line, mark, stack, blocks))
        before = line
    return blocks


def _width(lines: list[Line]) -> int:
    """How long a full line is, where lines break at the width of a page; 0 where a paragraph is one line."""
    lengths = sorted(len(line.text) for line in lines)
    full = lengths[int(len(lengths) * 0.9)] if lengths else 0
    return full if full < 135 else 0


def _begins(line: Line, before: Line, block: Block, width: int) -> bool:
    """Whether a line without a label begins a paragraph of its own."""
    first = line.text.lstrip("\"“'( ")[:1]
    if line.blanks_before >= HARD_BREAK:
        return True
    if not width:
        return not (first.islower() and not _END.search(before.text))
    ended = bool(_END.search(before.text))
    if block.labelled and len(block.spans) == 1 and len(before.text) < 50 and not ended and not first.islower():
        return True  # a heading on its own line
    if line.blanks_before:
        # A page may end in the middle of a sentence: the line before is full, and nothing closes it.
        is_full = (
            len(before.text) >= 0.78 * width or before.text.endswith((",", "-", "và")) or before.text[:1].islower()
        )
        return ended or not (first.islower() or is_full)
    if not ended or first.islower():
        return False
    return line.indent > before.indent + 2 or len(before.text) < 0.85 * width


def _mark_of(line: Line, stack: list[tuple[int, str]], blocks: list[Block]) -> _Mark | None:
    words = line.text
    if _MAY_MARK.match(words) is None:
        return None
    if (match := _ARTICLE.match(words)) and (not blocks or _END.search(blocks[-1].flat_tail)):
        return _Mark(ARTICLE, f"Điều {match.group(1)}", match.end())
    if match := _PART.match(words):
        return _Mark(PART, match.group(1).capitalize(), match.end())
    if match := _ORDINAL.match(words):
        return _Mark(DIGIT, match.group().strip(" ,:."), match.end())
    if match := _DECIMAL.match(words):
        return _Mark(DECIMAL, match.group(1).replace(",", "."), match.end())
    if (match := _ROMAN_LABEL.match(words)) and (name := _roman(match.group(1), stack)):
        return _Mark(ROMAN, name, match.end())
    if (match := _DIGIT.match(words)) and _follows(int(match.group(1)), stack):
        return _Mark(DIGIT, str(int(match.group(1))), match.end())
    if (match := _DOTLESS.match(words)) and _is_next(int(match.group(1)), line, stack, blocks):
        return _Mark(DIGIT, str(int(match.group(1))), match.end())
    if (match := _LETTER.match(words)) and len(words) > 6:
        return _Mark(LETTER, match.group(1), match.end())
    if (match := _LOST.match(words)) and len(words) > 30:
        return _Mark(DIGIT, str(_last(stack, DIGIT) + 1), match.end())
    if (match := _DASH.match(words)) and len(words) > 4 and not _is_open(blocks, line):
        return _Mark(DASH, "-", match.end())
    return None


def _is_open(blocks: list[Block], line: Line) -> bool:
    """A wrapped sentence whose next line happens to begin with a dash: "… Nguyễn An\\n- Phó Chủ tịch …"."""
    if not blocks or line.blanks_before:
        return False
    last = blocks[-1].spans[-1]
    return not blocks[-1].is_dash and len(last) > 62 and not re.search(r"[.;:,!?…)/]\W{0,2}$", blocks[-1].flat_tail)


def _roman(name: str, stack: list[tuple[int, str]]) -> str | None:
    known = _ROMAN_DAMAGED.get(name, name)
    if known not in _ROMAN:
        return None
    before = next((label for level, label in reversed(stack) if level == ROMAN), None)
    if name not in _ROMAN and before is None:
        return None  # "H.N.T." is somebody's initials, unless an "I." went before
    return known if _ROMAN[known] <= (_ROMAN.get(before or "", 0)) + 2 else None


def _last(stack: list[tuple[int, str]], level: int) -> int:
    label = next((label for at, label in reversed(stack) if at == level), "0")
    return int(label) if label.isdigit() else 0


def _follows(number: int, stack: list[tuple[int, str]]) -> bool:
    """Numbers that go on from the last, or begin again: "31. Tháng" inside a sentence does neither."""
    last = _last(stack, DIGIT)
    return number == 1 or last < number <= last + 4


def _is_next(number: int, line: Line, stack: list[tuple[int, str]], blocks: list[Block]) -> bool:
    """A number whose full stop a scan lost: it goes on by one, where a paragraph begins."""
    begins = not blocks or line.blanks_before > 0 or _END.search(blocks[-1].flat_tail) is not None
    return begins and number == _last(stack, DIGIT) + 1 and len(line.text) > _SHORTEST_ITEM


def _open(text: str, line: Line, mark: _Mark | None, stack: list[tuple[int, str]], blocks: list[Block]) -> Block:
    if mark is None:
        if stack and _EXIT.match(line.bare) and not _is_heading(blocks[-1]):
            del stack[:]
        body = line.span
        level, labelled = 0, False
    else:
        body = Span(min(line.start + mark.end, line.end), line.end)
        level, labelled = mark.level, mark.level != DASH
        if labelled:
            _push(stack, mark)
    names = _path(stack)
    label = _joined(names)
    path = (*names, _dash_name(blocks, names)) if level == DASH else names
    return Block(path, label, level, line.start, [body], text, labelled, stack[-1][0] if stack else 0)


def _row_block(text: str, row: Row, stack: list[tuple[int, str]]) -> Block:
    """A row of a table as a paragraph of its own, under the clause that the table stands in."""
    names = (*_path(stack), *([row.number] if row.number else []))
    level = stack[-1][0] if stack else 0
    return Block(names, _joined(names), 0, row.span.start, row.work, text, False, level, row)


def _is_heading(block: Block) -> bool:
    """A labelled line that only announces what follows it."""
    return block.labelled and (block.flat_tail.rstrip().endswith(":") or not _END.search(block.flat_tail))


def _push(stack: list[tuple[int, str]], mark: _Mark) -> None:
    while stack and stack[-1][0] >= mark.level:
        stack.pop()
    if mark.level == DECIMAL:
        # 3.1 stands below 3, and names it already.
        while stack and stack[-1][0] == DIGIT:
            stack.pop()
    stack.append((mark.level, mark.name))


def _path(stack: list[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(name for _, name in stack)


def _joined(names: tuple[str, ...]) -> str | None:
    shown = [name for name in names if not name.startswith(("Phần", "Chương", "Mục"))] or list(names)
    return ".".join(shown) if shown else None


def _dash_name(blocks: list[Block], names: tuple[str, ...]) -> str:
    last = blocks[-1].path if blocks else ()
    count = int(last[-1][1:]) if last and last[:-1] == names and re.fullmatch(r"-\d+", last[-1]) else 0
    return f"-{count + 1}"


def clause_tree(blocks: list[Block]) -> tuple[Clause, ...]:
    """The labelled blocks as a tree; plain paragraphs belong to the clause they stand in."""
    roots: list[_Node] = []
    open_nodes: list[_Node] = []
    for block in blocks:
        if not (block.labelled or block.is_dash):
            if block.path and open_nodes:
                for node in open_nodes:
                    node.end = block.end
            else:
                open_nodes = []
            continue
        while open_nodes and open_nodes[-1].level >= block.level:
            open_nodes.pop()
        if (
            block.level == DECIMAL
            and open_nodes
            and open_nodes[-1].level == DIGIT
            and not _below(open_nodes[-1].name, block.path[-1])
        ):
            open_nodes.pop()
        node = _Node(block.level, block.path[-1] if block.path else "-1", block, [])
        (open_nodes[-1].children if open_nodes else roots).append(node)
        open_nodes.append(node)
        for opened in open_nodes:
            opened.end = block.end
    return tuple(node.clause(()) for node in roots)


def _below(parent: str, child: str) -> bool:
    return child.split(".")[0] == parent


@dataclass(slots=True)
class _Node:
    level: int
    name: str
    block: Block
    children: list[_Node]
    end: int = 0

    def clause(self, above: tuple[str, ...]) -> Clause:
        path = (*above, self.name)
        children = tuple(child.clause(path) for child in self.children)
        body = Span(self.block.spans[0].start, self.block.end)
        return Clause(
            path, self.block.label or self.name, Span(self.block.start, max(self.end, self.block.end)), body, children
        )
