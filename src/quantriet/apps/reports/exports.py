"""The consolidation as files: Excel with real numbers, Word in the agency's form by the decree's layout."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter

from quantriet.apps.clock.moment import local_day, zone
from quantriet.apps.organization.models import Holding, Placement, PostRank
from quantriet.apps.reports.consolidation import LATE, MISSING, NIL, NOT_DUE, ON_TIME, Row, Table
from quantriet.engines import typesetting
from quantriet.law import load

STATES = {
    ON_TIME: "Đúng hạn",
    NIL: "Không phát sinh",
    LATE: "Trễ hạn",
    MISSING: "Không báo cáo",
    NOT_DUE: "Chưa báo cáo",
}


def source_line(table: Table) -> str:
    """Which clause of which document asks for it."""
    obligation = table.period.regime.obligation
    if obligation is None:
        return ""
    document = obligation.document
    number = document.number or "văn bản không số"
    issued = f" ngày {document.issued_on.day}/{document.issued_on.month}/{document.issued_on.year}" if (
        document.issued_on
    ) else ""  # fmt: skip
    clause = f"{obligation.clause_label}, " if obligation.clause_label else ""
    return f"Theo {clause}{number}{issued}"


def state_words(row: Row) -> str:
    """How the unit stands; a late nil report says both."""
    return f"{STATES[LATE]}, không phát sinh" if row.state == LATE and row.is_nil else STATES[row.state]


def _moment(value: datetime | None, pattern: str = "%H:%M:%S %d/%m/%Y") -> str:
    return f"{value.astimezone(zone()):{pattern}}" if value else ""


def to_xlsx(table: Table, note: str = "", standing: str = "") -> bytes:
    """One sheet: source, measures, units × fields with totals; empty where a unit said nothing."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Tổng hợp")
    strong, soft = book.add_format({"bold": True, "font_size": 14}), book.add_format({"font_color": "#6A655C"})
    head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#F2EEE6", "border": 1, "valign": "vcenter"})
    number = book.add_format({"num_format": "#,##0", "border": 1})
    text = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    total = book.add_format({"num_format": "#,##0", "border": 1, "bold": True, "bg_color": "#FAF8F4"})
    day, measures = table.period.day, table.measures
    sheet.write(0, 0, f"{table.form.title}, ngày {day.day}/{day.month}/{day.year}", strong)
    sheet.write(
        1,
        0,
        f"{table.period.regime.agency.name}. {source_line(table)}. Số liệu lúc {_moment(table.at)}. {standing}",
        soft,
    )
    sheet.write(
        2,
        0,
        f"Phải báo cáo {measures.expected}, đã báo cáo {measures.received}, đúng hạn {measures.on_time}, trễ "
        f"{measures.late}, không báo cáo {measures.missing}; không phát sinh {measures.nil}. Biểu mẫu dùng từ ngày "
        f"{table.form.version:%d/%m/%Y}: {table.form.reference}.",
        soft,
    )
    fields = table.form.fields
    columns = ["Đơn vị", "Tình trạng", "Nhận lúc", *(field.label for field in fields)]
    first = 4
    for column, label in enumerate(columns):
        sheet.write(first, column, label, head)
    for line, row in enumerate(table.rows, start=first + 1):
        sheet.write_string(line, 0, row.unit_name, text)
        sheet.write_string(line, 1, state_words(row), text)
        sheet.write_string(line, 2, _moment(row.received_at), text)
        for column, field in enumerate(fields, start=3):
            value = row.values.get(field.code)
            if isinstance(value, bool):
                sheet.write_string(line, column, "Có", text)
            elif isinstance(value, int):
                sheet.write_number(line, column, value, number)
            else:
                sheet.write_string(line, column, value or "", text)
    last = first + 1 + len(table.rows)
    sheet.write_string(last, 0, "Tổng cộng", total)
    sheet.write_string(last, 1, f"{measures.received}/{measures.expected} đơn vị", total)
    sheet.write_blank(last, 2, None, total)
    for column, field in enumerate(fields, start=3):
        if field.code in table.totals:
            sheet.write_number(last, column, table.totals[field.code], total)
        else:
            sheet.write_blank(last, column, None, total)
    if note:
        sheet.write_string(last + 2, 0, note)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 2, 19)
    sheet.set_column(3, 2 + len(fields), 11)
    sheet.set_row(first, 48)
    sheet.freeze_panes(first + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(first)
    book.close()
    return out.getvalue()


def to_docx(table: Table, note: str = "") -> bytes:
    """The report that the agency sends up: summary in the body, unit by unit in a landscape appendix."""
    sizes = load.parameter("layout.administrative", local_day(table.at))
    return typesetting.to_docx(_letter(table, note), typesetting.Layout.from_dict(sizes))


def _letter(table: Table, note: str) -> typesetting.Letter:
    agency, day = table.period.regime.agency, table.period.day
    above = Placement.objects.on(day).filter(unit=agency).select_related("parent").first()
    head = Holding.objects.on(day).filter(post__unit=agency, post__rank=PostRank.HEAD).select_related("post", "person")
    signer = head.order_by("id").first()
    return typesetting.Letter(
        parent_agency=_shortened(above.parent.name) if above and above.parent else "",
        agency=agency.name,
        symbol=f"BC-{agency.symbol or agency.code}",
        kind="Báo cáo",
        abstract=f"{_topic(table)} ngày {day.day}/{day.month}/{day.year}",
        day=local_day(table.at),
        addressees=(above.parent.name,) if above and above.parent else (),
        blocks=tuple(_body(table, note)),
        signature=typesetting.Signature(
            post=signer.post.title if signer else "Thủ trưởng cơ quan", name=signer.person.full_name if signer else ""
        ),
        recipients=("Như trên", "Lãnh đạo cơ quan") if above and above.parent else ("Lãnh đạo cơ quan",),
        appendices=(_appendix(table),),
        keeper="VT, VP",
    )


def _topic(table: Table) -> str:
    """The title without the kind of document, which stands above it."""
    topic = table.form.title.removeprefix("Báo cáo ").removeprefix("hằng ngày ").removeprefix("về ")
    return topic[:1].upper() + topic[1:]


def _body(table: Table, note: str) -> list[typesetting.Block]:
    measures, period = table.measures, table.period
    closing = (
        f"số liệu chốt lúc {_moment(period.closing_at, '%H giờ %M ngày %d/%m/%Y')}"
        if period.closing_at
        else "số liệu đến lúc đơn vị gửi"
    )
    blocks: list[typesetting.Block] = [
        typesetting.Paragraph(
            f"{source_line(table)}, {period.regime.agency.name} báo cáo như sau ({closing}; tổng hợp lúc "
            f"{_moment(table.at, '%H giờ %M')}):"
        ),
        typesetting.Heading("1. Tình hình báo cáo"),
        typesetting.Paragraph(
            f"{measures.received}/{measures.expected} đơn vị đã báo cáo; đúng hạn {measures.on_time}, trễ hạn "
            f"{measures.late}; {measures.nil} đơn vị báo không phát sinh."
        ),
    ]
    if table.missing:
        names = ", ".join(row.unit_name for row in table.missing)
        blocks.append(typesetting.Paragraph(f"Chưa báo cáo: {names}."))
    totals = [
        (field.label, field.unit, _grouped(table.totals[field.code]))
        for field in table.form.counts
        if field.code in table.totals
    ]
    blocks.append(typesetting.Heading("2. Số liệu"))
    if totals:
        blocks.append(typesetting.Table(("Chỉ tiêu", "Đơn vị tính", "Số lượng"), tuple(totals), words=2))
    number = 3
    for field, entries in table.words:
        blocks.append(typesetting.Heading(f"{number}. {field.label}"))
        blocks += [typesetting.Paragraph(f"- {row.unit_name}: {' '.join(words.split())}") for row, words in entries]
        number += 1
    if note:
        blocks.append(typesetting.Heading(f"{number}. Nhận xét, đánh giá chung"))
        blocks += [typesetting.Paragraph(line) for line in note.splitlines() if line.strip()]
    ending = f"Trên đây là báo cáo của {period.regime.agency.name}./."
    return [*blocks, typesetting.Paragraph(ending)]


def _appendix(table: Table) -> typesetting.Appendix:
    fields = table.form.counts
    rows = [
        (row.unit_name, state_words(row), *(_cell(row.values.get(field.code)) for field in fields))
        for row in table.rows
    ]
    rows.append(("Tổng cộng", "", *(_cell(table.totals.get(field.code)) for field in fields)))
    head = ("Đơn vị", "Tình trạng", *(field.column for field in fields))
    day = table.period.day
    return typesetting.Appendix(
        title=f"Số liệu từng đơn vị ngày {day.day}/{day.month}/{day.year}",
        blocks=(typesetting.Table(head, tuple(rows), words=2, has_total=True),),
        is_landscape=True,
    )


def _shortened(name: str) -> str:
    """The superior agency as a letterhead has it: common words abbreviated (Decree 30/2020, Appendix I.II.2)."""
    for words in ("Ủy ban nhân dân", "Uỷ ban nhân dân"):
        name = name.replace(words, "UBND")
    return name


def _cell(value: object) -> str:
    return _grouped(value) if isinstance(value, int) else ""


def _grouped(value: int) -> str:
    return f"{value:,}".replace(",", ".")
