"""Sets a `Letter` as a Word file: boxes of the decree's diagram as borderless tables, the rest as plain paragraphs."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from .document import Appendix, Block, Heading, Letter, Paragraph, Table, render_date
from .layout import Layout

_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_SUBMOTTO = "Độc lập - Tự do - Hạnh phúc"
_TWIPS_A_MM = 1440 / 25.4
_WORDS_WEIGHT = 2.6  # a column of words is this much wider than one of figures
_MANY_COLUMNS = 10  # from here on a table is set smaller, so that no word of its head breaks
_CELL_MARGINS = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
_CENTRE, _LEFT, _BOTH = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


def to_docx(letter: Letter, layout: Layout) -> bytes:
    """The Word file of a document, set by a layout."""
    word = docx.Document()
    _Setter(word, layout).set(letter)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


class _Setter:
    """Sets one document; every method writes the next part of it."""

    def __init__(self, word: Document, layout: Layout) -> None:
        self.word = word
        self.layout = layout
        self.room_mm = 0.0  # the width between the margins of the present page

    def set(self, letter: Letter) -> None:
        self._base(letter)
        self._head(letter)
        self._title(letter)
        self._addressees(letter)
        self._blocks(letter.blocks)
        self._foot(letter)
        for appendix in letter.appendices:
            self._appendix(appendix)

    def _base(self, letter: Letter) -> None:
        normal = self.word.styles["Normal"]
        normal.font.name = self.layout.font
        normal.font.size = Pt(self.layout.body_pt)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), self.layout.font)
        normal.element.rPr.rFonts.set(qn("w:cs"), self.layout.font)
        normal.paragraph_format.space_after = Pt(0)
        self.word.core_properties.title = letter.abstract
        self.word.core_properties.author = letter.agency
        self.word.core_properties.language = "vi-VN"
        section = self.word.sections[0]
        self._page(section, is_landscape=False)
        section.different_first_page_header_footer = True
        self._page_number(section)

    def _page(self, section: Any, *, is_landscape: bool) -> None:
        width, height = (Mm(side) for side in self.layout.page_mm)
        section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (height, width) if is_landscape else (width, height)
        section.top_margin, section.bottom_margin = Mm(self.layout.margin_top_mm), Mm(self.layout.margin_bottom_mm)
        section.left_margin, section.right_margin = Mm(self.layout.margin_left_mm), Mm(self.layout.margin_right_mm)
        side = self.layout.page_mm[1 if is_landscape else 0]
        self.room_mm = side - self.layout.margin_left_mm - self.layout.margin_right_mm
        section.header_distance = Mm(self.layout.margin_top_mm / 2)

    def _page_number(self, section: Any) -> None:
        """Arabic, centred in the top margin; the first page of a section shows none."""
        line = section.header.paragraphs[0]
        line.alignment = _CENTRE
        run = line.add_run()
        run.font.size = Pt(self.layout.page_number_pt)
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            run._r.append(element)

    def _head(self, letter: Letter) -> None:
        """Boxes 1 to 4: the agency on the left, motto, place and date on the right."""
        grid = self._grid((67, 98), rows=2)  # the motto must stand in one line
        left, right = grid.cell(0, 0), grid.cell(0, 1)
        first = left.paragraphs[0]
        if letter.parent_agency:
            self._write(first, letter.parent_agency.upper(), self.layout.parent_pt)
            first = left.add_paragraph()
        self._write(first, letter.agency.upper(), self.layout.agency_pt, bold=True)
        self._rule(left.add_paragraph(), inset_mm=25)
        self._write(right.paragraphs[0], _MOTTO, self.layout.motto_pt, bold=True)
        self._write(right.add_paragraph(), _SUBMOTTO, self.layout.submotto_pt, bold=True)
        self._rule(right.add_paragraph(), inset_mm=17)
        number = letter.number or "      "
        self._write(grid.cell(1, 0).paragraphs[0], f"Số: {number}/{letter.symbol}", self.layout.number_pt)
        dated = render_date(letter.place, letter.day)
        self._write(grid.cell(1, 1).paragraphs[0], dated, self.layout.place_pt, italic=True)

    def _title(self, letter: Letter) -> None:
        """Box 5a: the kind of document and its abstract over a short rule."""
        kind = self._write(self.word.add_paragraph(), letter.kind.upper(), self.layout.kind_pt, bold=True)
        kind.paragraph_format.space_before = Pt(18)
        self._write(self.word.add_paragraph(), letter.abstract, self.layout.abstract_pt, bold=True)
        rule = self.word.add_paragraph()
        self._rule(rule, inset_mm=self.room_mm * 0.38)
        rule.paragraph_format.space_after = Pt(12)

    def _addressees(self, letter: Letter) -> None:
        if not letter.addressees:
            return
        if len(letter.addressees) == 1:
            self._write(self.word.add_paragraph(), f"Kính gửi: {letter.addressees[0]}", self.layout.body_pt)
            return
        self._write(self.word.add_paragraph(), "Kính gửi:", self.layout.body_pt)
        for number, name in enumerate(letter.addressees, start=1):
            end = "." if number == len(letter.addressees) else ";"
            self._write(self.word.add_paragraph(), f"- {name}{end}", self.layout.body_pt)

    def _blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                self._heading(block)
            elif isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block)

    def _heading(self, block: Heading) -> None:
        line = self._write(self.word.add_paragraph(), block.text, self.layout.body_pt, bold=True, align=_BOTH)
        line.paragraph_format.first_line_indent = Mm(self.layout.first_line_mm)
        line.paragraph_format.space_before = Pt(self.layout.paragraph_space_pt)
        line.paragraph_format.keep_with_next = True

    def _paragraph(self, block: Paragraph) -> None:
        line = self._write(
            self.word.add_paragraph(), block.text, self.layout.body_pt, italic=block.is_basis, align=_BOTH
        )
        line.paragraph_format.first_line_indent = Mm(self.layout.first_line_mm)
        line.paragraph_format.space_before = Pt(self.layout.paragraph_space_pt)

    def _table(self, block: Table) -> None:
        if block.caption:
            caption = self._write(self.word.add_paragraph(), block.caption, self.layout.body_pt, italic=True)
            caption.paragraph_format.space_before = Pt(self.layout.paragraph_space_pt)
            caption.paragraph_format.keep_with_next = True
        self.word.element.body._insert_tbl(parse_xml(self._table_xml(block)))
        self.word.add_paragraph().paragraph_format.space_after = Pt(0)

    def _table_xml(self, block: Table) -> str:
        """The whole table as one piece of XML: cell by cell through the library takes seconds for a province."""
        weights = [_WORDS_WEIGHT] * block.words + [1.0] * (len(block.head) - block.words)
        room = self.room_mm * _TWIPS_A_MM
        widths = [round(room * weight / sum(weights)) for weight in weights]
        last = len(block.rows) - 1
        rows = [self._row_xml(block.head, widths, block.words, bold=True, is_head=True)]
        rows += [
            self._row_xml(cells, widths, block.words, bold=block.has_total and number == last)
            for number, cells in enumerate(block.rows)
        ]
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{round(room)}" w:type="dxa"/>'
            f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{_CELL_MARGINS}</w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>"
            f"{''.join(rows)}</w:tbl>"
        )

    def _row_xml(
        self, texts: tuple[str, ...], widths: list[int], words: int, *, bold: bool, is_head: bool = False
    ) -> str:
        dense = 2 if len(texts) > _MANY_COLUMNS else 0
        half_points = round((self.layout.table_pt - dense - (dense and is_head)) * 2)
        style = f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
        cells = [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>'
            f'<w:jc w:val="{"center" if is_head else "left" if column < words else "right"}"/></w:pPr>'
            f'<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
            for column, (text, width) in enumerate(zip(texts, widths, strict=True))
        ]
        properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if is_head else "<w:trPr><w:cantSplit/></w:trPr>"
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"

    def _foot(self, letter: Letter) -> None:
        """Boxes 7 and 9b: nơi nhận on the left, the signature on the right."""
        self.word.add_paragraph()
        grid = self._grid((80, 85), rows=1)
        left, right = grid.cell(0, 0), grid.cell(0, 1)
        size = self.layout.distribution_title_pt
        self._write(left.paragraphs[0], "Nơi nhận:", size, bold=True, italic=True, align=_LEFT)
        lines = [f"- {name};" for name in letter.recipients] + [f"- Lưu: {letter.keeper}."]
        for line in lines:
            self._write(left.add_paragraph(), line, self.layout.distribution_pt, align=_LEFT)
        signature = letter.signature
        first = right.paragraphs[0]
        if signature.authority:
            self._write(first, signature.authority.upper(), self.layout.signature_pt, bold=True)
            first = right.add_paragraph()
        self._write(first, signature.post.upper(), self.layout.signature_pt, bold=True)
        name = self._write(right.add_paragraph(), signature.name, self.layout.signature_pt, bold=True)
        name.paragraph_format.space_before = Pt(70)

    def _appendix(self, appendix: Appendix) -> None:
        section = self.word.add_section(WD_SECTION.NEW_PAGE)
        self._page(section, is_landscape=appendix.is_landscape)
        section.different_first_page_header_footer = True
        self._number_anew(section)
        self._write(self.word.add_paragraph(), appendix.label, self.layout.kind_pt, bold=True)
        self._write(self.word.add_paragraph(), appendix.title.upper(), self.layout.abstract_pt, bold=True)
        self.word.add_paragraph()
        self._blocks(appendix.blocks)

    def _number_anew(self, section: Any) -> None:
        """Appendices are numbered separately. Word wants the element in its place in the schema's order."""
        for old in section._sectPr.findall(qn("w:pgNumType")):
            section._sectPr.remove(old)
        numbering = OxmlElement("w:pgNumType")
        numbering.set(qn("w:start"), "1")
        section._sectPr.insert_element_before(numbering, "w:cols", "w:titlePg", "w:docGrid")

    def _grid(self, widths_mm: tuple[int, int], rows: int) -> Any:
        """A borderless table of two columns; the widths are kept by every word processor."""
        grid = self.word.add_table(rows=rows, cols=2)
        grid.autofit = False
        grid.alignment = WD_TABLE_ALIGNMENT.CENTER
        for row in grid.rows:
            for cell, width in zip(row.cells, widths_mm, strict=True):
                cell.width = Mm(width)
        for column, width in zip(grid.columns, widths_mm, strict=True):
            column.width = Mm(width)
        return grid

    def _rule(self, line: WordParagraph, *, inset_mm: float) -> None:
        """A short line across the middle, as an empty paragraph with a border above it."""
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = Mm(inset_mm)
        line.paragraph_format.line_spacing = Pt(6)
        borders = OxmlElement("w:pBdr")
        top = OxmlElement("w:top")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "000000")):
            top.set(qn(f"w:{name}"), value)
        borders.append(top)
        line._p.get_or_add_pPr().insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:spacing", "w:ind", "w:jc"
        )

    def _write(
        self,
        line: WordParagraph,
        text: str,
        size: float,
        *,
        bold: bool = False,
        italic: bool = False,
        align: WD_ALIGN_PARAGRAPH = _CENTRE,
    ) -> WordParagraph:
        line.alignment = align
        run = line.add_run(text)
        run.font.size = Pt(size)
        run.bold, run.italic = bold, italic
        return line
