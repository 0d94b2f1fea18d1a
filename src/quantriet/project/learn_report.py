"""What reviewers made of the readings, for whoever writes the next rules: `quantriet read --learn-report`.

For each field how many values were judged, confirmed, changed, by how doubtful they were: a reading that knows its
weak places is changed often where it doubts and seldom where it does not. Then the changes that come most often, with
the words of the clause. It prints words of documents: keep the report where the documents are kept.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time
from itertools import pairwise
from typing import Any

from django.db import DatabaseError
from django.db.models import Case, Count, F, IntegerField, Max, Min, Q, QuerySet, Value, When
from django.db.models.functions import Least, Substr

from quantriet.apps.clock.moment import zone
from quantriet.apps.obligations.models import ReadField, ReadingFeedback

BANDS = ("0", "dưới 0,3", "dưới 0,6", "từ 0,6")
_BAND = Case(
    When(doubt=0, then=0), When(doubt__lt=0.3, then=1), When(doubt__lt=0.6, then=2),
    default=3, output_field=IntegerField(),
)  # fmt: skip
_MOST = 20  # changes that are listed
_WORDS = 300  # characters of a clause


@dataclass(frozen=True, slots=True)
class Tally:
    """Values of one field and band that somebody judged."""

    judged: int = 0
    changed: int = 0

    @property
    def confirmed(self) -> int:
        return self.judged - self.changed

    @property
    def share(self) -> float:
        """The part that was changed, 0 to 1."""
        return self.changed / self.judged if self.judged else 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.judged + other.judged, self.changed + other.changed)


@dataclass(frozen=True, slots=True)
class Change:
    """A change that came `count` times: what was read and why, what was kept, and the words of one such clause."""

    field: str
    count: int
    value_read: str
    value_kept: str
    doubt: float
    reason: str
    document: str
    clause: str
    words: str


@dataclass(frozen=True, slots=True)
class Report:
    """`tallies` by field in the order of `ReadField`, each with one tally a band of `BANDS`."""

    documents: int
    first: date | None
    last: date | None
    tallies: dict[str, tuple[Tally, ...]] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()

    @property
    def total(self) -> tuple[Tally, ...]:
        sums = [sum(bands, Tally()) for bands in zip(*self.tallies.values(), strict=True)]
        return tuple(sums) or (Tally(),) * len(BANDS)


def build_report(rows: QuerySet[ReadingFeedback]) -> Report:
    """Four statements, however many rows there are."""
    span = rows.aggregate(documents=Count("document", distinct=True), first=Min("at"), last=Max("at"))
    bands: dict[str, list[Tally]] = defaultdict(lambda: [Tally()] * len(BANDS))
    counted = rows.annotate(band=_BAND).values("field", "band")
    for row in counted.annotate(judged=Count("pk"), changed=Count("pk", filter=Q(is_changed=True))).order_by():
        bands[row["field"]][row["band"]] = Tally(row["judged"], row["changed"])
    tallies = {name: tuple(bands[name]) for name in ReadField.values if name in bands}
    return Report(span["documents"], _day(span["first"]), _day(span["last"]), tallies, _changes(rows))


def _day(at: datetime | None) -> date | None:
    return at.astimezone(zone()).date() if at else None


def _changes(rows: QuerySet[ReadingFeedback]) -> tuple[Change, ...]:
    """Equal changes together, most frequent first; the latest of each stands as its example."""
    groups = (
        rows.filter(is_changed=True)
        .values("field", "value_read", "value_kept")
        .annotate(count=Count("pk"), example=Max("pk"))
        .order_by("-count", "-example")[:_MOST]
    )
    counts = {group["example"]: group["count"] for group in groups}
    words = Substr("document__text", F("start") + 1, Least(F("end") - F("start"), Value(_WORDS)))
    examples = rows.filter(pk__in=counts).annotate(words=words).values(
        "pk", "field", "value_read", "value_kept", "doubt", "reason", "document__number", "document_id", "clause_label",
        "words",
    )  # fmt: skip
    found: dict[int, Any] = {row["pk"]: row for row in examples}
    return tuple(_change(found[pk], count) for pk, count in counts.items())


def _change(row: dict[str, Any], count: int) -> Change:
    return Change(
        field=row["field"],
        count=count,
        value_read=row["value_read"],
        value_kept=row["value_kept"],
        doubt=row["doubt"],
        reason=row["reason"],
        document=row["document__number"] or f"#{row['document_id']}",
        clause=row["clause_label"],
        words=" ".join((row["words"] or "").split()),
    )


# telling it


def render(report: Report) -> str:
    """The report as a page of text for the terminal."""
    if not report.tallies:
        return (
            "Chưa có phản hồi nào về bản đọc trong thời gian này.\n"
            "Phản hồi được ghi khi Văn phòng sửa hoặc xác nhận một giá trị ở trang duyệt bản đọc, và khi giao việc."
        )
    lines = [
        f"{report.documents} văn bản, từ {report.first:%d/%m/%Y} đến {report.last:%d/%m/%Y}."
        " Mỗi ô: số giá trị đã sửa trên số đã xem; văn bản chưa giao việc chỉ tính chỗ đã sửa hoặc đã xác nhận.",
        "",
        _line("Giá trị", ["đã xem", "đúng", "sửa", *(f"ngờ {band}" for band in BANDS)]),
    ]
    lines += [_tallies(str(ReadField(name).label), bands) for name, bands in report.tallies.items()]
    lines += [_tallies("Tất cả", report.total), "", *_calibration(report.total)]
    if report.changes:
        lines += ["", "Sửa nhiều nhất:"]
        lines += [line for change in report.changes for line in _told(change)]
    return "\n".join(lines)


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:20}" + "".join(f"{cell:>16}" for cell in cells)


def _tallies(name: str, bands: Sequence[Tally]) -> str:
    whole = sum(bands, Tally())
    cells = [str(whole.judged), str(whole.confirmed), f"{whole.changed} ({_percent(whole)})"]
    return _line(name, cells + [f"{one.changed}/{one.judged}" if one.judged else "–" for one in bands])


def _percent(tally: Tally) -> str:
    return f"{tally.share * 100:.1f} %".replace(".", ",")


def _calibration(bands: Sequence[Tally]) -> list[str]:
    """Whether doubt tells the truth: the share of changes has to rise from band to band."""
    told = [(name, tally) for name, tally in zip(BANDS, bands, strict=True) if tally.judged]
    if len(told) < 2 or not any(tally.changed for _, tally in told):
        return ["Chưa đủ chỗ sửa ở nhiều mức ngờ để biết mức ngờ có nói đúng không."]
    shares = "; ".join(f"ngờ {name}: {_percent(tally)}" for name, tally in told)
    rises = all(low.share <= high.share for (_, low), (_, high) in pairwise(told))
    verdict = "mức ngờ nói đúng" if rises else "mức ngờ chưa nói đúng: có mức thấp bị sửa nhiều hơn mức cao"
    return [f"Tỷ lệ sửa theo mức ngờ: {shares} ({verdict})."]


def _told(change: Change) -> list[str]:
    place = f"{change.document}{', điểm ' + change.clause if change.clause else ''}"
    lines = [
        f"  {change.count} lần · {ReadField(change.field).label}: «{change.value_read}» → «{change.value_kept}»",
        f"      ngờ {change.doubt:g}, {change.reason or 'không ghi lý do'} · ví dụ {place}",
    ]
    return [*lines, f"      {change.words}"] if change.words else lines


def plain(report: Report) -> dict[str, Any]:
    """The report as values for JSON."""
    return {
        "documents": report.documents,
        "first": report.first.isoformat() if report.first else None,
        "last": report.last.isoformat() if report.last else None,
        "bands": list(BANDS),
        "fields": {
            name: [{"judged": one.judged, "confirmed": one.confirmed, "changed": one.changed} for one in bands]
            for name, bands in report.tallies.items()
        },
        "changes": [asdict(change) for change in report.changes],
    }


def print_report(*, as_json: bool, since: str) -> int:
    """Print what was said since a day (year-month-day or day/month/year; empty: ever). Status 2 for no such day."""
    rows = ReadingFeedback.objects.all()
    if since:
        day = _parsed(since)
        if day is None:
            print(f"Không có ngày «{since}». Viết năm-tháng-ngày, ví dụ 2026-11-22.", file=sys.stderr)
            return 2
        rows = rows.filter(at__gte=datetime.combine(day, time(), zone()))
    try:
        report = build_report(rows)
    except DatabaseError:
        print(
            "Chưa có cơ sở dữ liệu ở đây. Chạy quantriet setup hoặc đặt QUANTRIET_HOME đúng thư mục.", file=sys.stderr
        )
        return 1
    print(json.dumps(plain(report), ensure_ascii=False, indent=1) if as_json else render(report))
    return 0


def _parsed(text: str) -> date | None:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None
