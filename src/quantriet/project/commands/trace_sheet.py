"""What a trace found as a page of text and as spreadsheets (kết quả truy vết)."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence

from quantriet.engines.tracing.ingest import Ingested, Refusal
from quantriet.engines.tracing.model import Case
from quantriet.engines.tracing.summary import NUMERIC, Found, Writer, count_levels, tabulate

_SHOWN = 200  # people that a terminal shows; a file holds all
_FORMULA = re.compile(r"[=@\t\r]|[+-](?!\d+\Z)")  # what a spreadsheet would compute; a telephone number is none


def tree(writer: Writer, cases: Sequence[Case], found: Sequence[Found]) -> str:
    """The index cases, how many people a level, and the table."""
    asked = "Truy ngược, ai có thể đã lây cho" if writer.is_back else "Truy vết từ"
    lines = [f"{asked} {_told_cases(writer, cases)}", ""]
    if not found:
        return "\n".join([*lines, "Không có ai khác." if len(cases) == 1 else "Không có ai."])
    lines.append(tabulate(writer.headings, [writer.row(one) for one in found[:_SHOWN]], NUMERIC))
    if len(found) > _SHOWN:
        lines.append(f"… và {_count(len(found) - _SHOWN)} người nữa; ghi đủ bằng --csv TỆP hoặc --json.")
    counts = " · ".join(f"{writer.level(level)} {_count(count)}" for level, count in count_levels(found).items())
    return "\n".join([*lines, "", f"Tổng {_count(len(found))} người: {counts}"])


def _told_cases(writer: Writer, cases: Sequence[Case]) -> str:
    def moment(seconds: int) -> str:
        return writer.moment(seconds).replace("T", " ")

    told = [f"{writer.log.people[case.person]} ({moment(case.start)} – {moment(case.end)})" for case in cases[:5]]
    more = f" và {len(cases) - 5} thời kỳ lây nữa" if len(cases) > 5 else ""
    return ", ".join(told) + more


def report(read: Ingested, why: str) -> str:
    """Which engine and why, how many rows were read, refused by reason, and what is worth a look."""
    lines = [f"Cách tính: {why}"]
    for table, count in read.rows.items():
        refused = sum(one.table is table for one in read.refused)
        lines.append(f"Tệp {table}: {_count(count)} dòng, tính {_count(count - refused)}, loại {_count(refused)}.")
    reasons = Counter(str(one.reason) for one in read.refused)
    lines += [f"  Loại {_count(count)}: {reason}." for reason, count in reasons.most_common()]
    lines += [f"  Lưu ý {_count(count)} {note}." for note, count in read.notes.items()]
    return "\n".join(lines)


def as_csv(writer: Writer, trees: Sequence[tuple[Sequence[Case], Sequence[Found]]]) -> str:
    """Every person with the whole chain; with a column of index cases when there are several trees."""
    out = io.StringIO()
    sheet = csv.writer(out)
    several = len(trees) > 1
    sheet.writerow([*(["Ca chỉ điểm"] if several else []), *writer.headings, "Chuỗi"])
    for cases, found in trees:
        mark = [writer.log.people[cases[0].person]] if several else []
        sheet.writerows([_safe(cell) for cell in (*mark, *writer.row(one), writer.path(one))] for one in found)
    return out.getvalue()


def refused_as_csv(refused: Sequence[Refusal]) -> str:
    """Every row that was refused, by file and line."""
    out = io.StringIO()
    sheet = csv.writer(out)
    sheet.writerow(["Tệp", "Dòng", "Lý do"])
    sheet.writerows([str(one.table), one.line, one.sentence] for one in refused)
    return out.getvalue()


def _safe(cell: str) -> str:
    """A name that a spreadsheet does not take for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
