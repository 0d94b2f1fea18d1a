"""The chains of a trace as an SVG that people read: a table, and beside each row its time line (sơ đồ truy vết).

Time runs from left to right; a line leads down from whoever passed it on, at the moment it was passed on. The level
stands in words in each mark, its shade only repeats it. The drawing needs no style sheet and no script.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from .forest import Forest, Row, plant
from .graphml import xml_text
from .model import Case
from .summary import Found, Writer, count_levels, minutes_text

_INK, _SOFT, _RULE, _WASH, _SEAL = "#1D1B18", "#6A655C", "#E5E0D6", "#F7F4EE", "#B3261E"
_FONT = "'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', Arial, sans-serif"
_SHADES = (("#B3261E", "#FFFFFF"), ("#1F3F60", "#FFFFFF"), ("#5F8FBD", "#10243A"), ("#A9C6E2", "#10243A"))
_PALEST = ("#DCE8F4", "#10243A")
_ROW, _TOP, _LEFT, _RIGHT, _WIDTH = 27, 140, 24, 190, 1520
_LEVEL, _NAME, _SINCE, _MINUTES, _OTHER, _CHART = 24, 66, 296, 452, 468, 630  # where the columns begin; minutes: end
_STEPS = (900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800, 1209600)
_MOST_TICKS = 12


def draw(writer: Writer, cases: Sequence[Case], found: Sequence[Found], most: int = 60) -> str:
    """The index cases and the `most` people with the largest trees below them; says how many are left out."""
    forest = plant(cases, found, most, is_back=writer.is_back)
    return _Picture(writer, cases, found, forest, _Scale.of(cases, forest, writer.is_back)).svg()


@dataclass(frozen=True, slots=True)
class _Scale:
    """From seconds to the horizontal axis."""

    first: int
    last: int
    left: int  # labels stand right of the marks, in a trace back left of them

    @classmethod
    def of(cls, cases: Sequence[Case], forest: Forest, is_back: bool) -> _Scale:
        people = {row.person for row in forest.rows}
        moments = [row.found.moment for row in forest.rows if row.found]
        moments += [moment for case in cases if case.person in people for moment in (case.start, case.end)]
        links = [link for row in forest.rows if row.found for link in row.found.chain]
        moments += [link.end if is_back else link.start for link in links]
        first, last = min(moments, default=0), max(moments, default=0)
        spare = max((last - first) // 50, 600)
        return cls(first - spare, last + spare, _CHART + (_RIGHT - 60 if is_back else 0))

    def x(self, seconds: int) -> float:
        width = _WIDTH - _RIGHT - _CHART
        return self.left + (seconds - self.first) / (self.last - self.first) * width


@dataclass(frozen=True, slots=True)
class _Picture:
    writer: Writer
    cases: Sequence[Case]
    found: Sequence[Found]
    forest: Forest
    scale: _Scale

    def svg(self) -> str:
        height = _TOP + _ROW * len(self.forest.rows) + 34
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
            f'height="{height}" role="figure" aria-labelledby="title desc" font-family="{_FONT}" font-size="13" '
            f'fill="{_INK}">',
            f'<title id="title">{_safe(self._title())}</title>',
            f'<desc id="desc">{_safe(self._description())}</desc>',
            f'<rect width="{_WIDTH}" height="{height}" fill="#FFFFFF"/>',
            _text(_LEFT, 38, self._title(), size=21, weight=700),
            _text(_LEFT, 62, self._counts(), fill=_SOFT),
            _text(_LEFT, 82, self._asked(), fill=_SOFT),
            _text(_LEFT, 102, self._left_out(), fill=_SEAL) if self._left_out() else "",
            *self._stripes(),
            *self._axis(height - 34),
            *self._headings(),
            *(line for at, row in enumerate(self.forest.rows) for line in self._lines_of(at, row)),
            *(self._row(at, row) for at, row in enumerate(self.forest.rows)),
            _text(_LEFT, height - 12, self._reading(), size=12, fill=_SOFT),
            "</svg>",
        ]
        return "\n".join(part for part in parts if part) + "\n"

    def _title(self) -> str:
        names = list(dict.fromkeys(self.writer.log.people[case.person] for case in self.cases))
        told = names[0] if len(names) == 1 else f"{len(names)} ca chỉ điểm"
        return f"Ai có thể đã lây cho {told}" if self.writer.is_back else f"Chuỗi tiếp xúc từ {told}"

    def _counts(self) -> str:
        counts = count_levels(self.found)
        told = " · ".join(f"{self.writer.level(level)} {_number(count)} người" for level, count in counts.items())
        return told or "Không tìm thấy ai khác."

    def _asked(self) -> str:
        def moment(seconds: int) -> str:
            at = self.writer.clock(seconds)
            return f"{at:%H:%M} ngày {at.day}/{at.month}/{at.year}"

        if len(self.cases) > 1:
            return f"{len(self.cases)} thời kỳ lây, từ {moment(min(case.start for case in self.cases))}."
        kind = "Thời gian có thể đã bị lây" if self.writer.is_back else "Thời kỳ lây"
        return f"{kind}: {moment(self.cases[0].start)} đến {moment(self.cases[0].end)}."

    def _left_out(self) -> str:
        told = []
        if self.forest.left_out:
            shown = len(self.found) - self.forest.left_out
            told.append(
                f"Hình vẽ {_number(shown)} người có nhiều người sau mình nhất, còn {_number(self.forest.left_out)} "
                "người không vẽ (xem danh sách)."
            )
        if self.forest.cases_left_out:
            told.append(f"Không vẽ {_number(self.forest.cases_left_out)} ca chỉ điểm có ít người sau mình.")
        return " ".join(told)

    def _description(self) -> str:
        rows = [self._sentence(row) for row in self.forest.rows if row.found]
        return " ".join([f"{self._counts()}.", self._left_out(), *rows[:20]])

    def _reading(self) -> str:
        told = ["Thời gian từ trái sang phải."]
        if self.writer.is_back:
            told.append("Đường nối: lúc muộn nhất người ở dưới có thể đã lây cho người ở trên.")
        else:
            told.append("Đường nối: lúc người ở dưới bị phơi nhiễm từ người ở trên. Thanh đỏ: thời kỳ lây.")
        if any(self._by_longer_chains(row) for row in self.forest.rows):
            when = "lây muộn hơn" if self.writer.is_back else "phơi nhiễm sớm hơn"
            told.append(f"Vòng nét đứt: {when}, qua chuỗi dài hơn.")
        if self.forest.left_out:
            told.append("+n: số người không vẽ.")
        return " ".join(told)

    def _sentence(self, row: Row) -> str:
        if not row.found:
            return f"F0 {self.writer.log.people[row.person]}, ca chỉ điểm."
        level, name, moment, minutes, other, place = self.writer.row(row.found)
        where = f", tại {place}" if place else ""
        if self.writer.is_back:
            return f"{level} {name}: trước {moment}, {minutes} phút, lây cho {other}{where}."
        return f"{level} {name}: từ {moment}, {minutes} phút, qua {other}{where}."

    def _y(self, at: int) -> float:
        return _TOP + _ROW * at + _ROW / 2

    def _stripes(self) -> Iterator[str]:
        for at in range(0, len(self.forest.rows), 2):
            width = _WIDTH - 2 * _LEFT + 16
            yield f'<rect x="{_LEFT - 8}" y="{_TOP + _ROW * at}" width="{width}" height="{_ROW}" fill="{_WASH}"/>'

    def _headings(self) -> Iterator[str]:
        level, name, since, minutes, other, _ = self.writer.headings
        for x, text in ((_LEVEL, level), (_NAME, name), (_SINCE, since), (_OTHER, other)):
            yield _text(x, _TOP - 10, text, size=12, fill=_SOFT)
        yield _text(_MINUTES, _TOP - 10, minutes, size=12, fill=_SOFT, anchor="end")
        yield f'<path d="M{_LEFT - 8} {_TOP}H{_WIDTH - _LEFT + 8}" stroke="{_INK}" stroke-width="1"/>'

    def _axis(self, bottom: float) -> Iterator[str]:
        day = ""
        for seconds, at in _ticks(self.writer, self.scale):
            x = self.scale.x(seconds)
            yield f'<path d="M{x:.1f} {_TOP}V{bottom:.0f}" stroke="{_RULE}"/>'
            today = f"{at.day}/{at.month}" + (f"/{at.year}" if not day else "")
            if at.hour or at.minute:
                yield _text(x, _TOP - 10, f"{at:%H:%M}", size=12, fill=_SOFT, anchor="middle")
            if today.split("/")[:2] != day.split("/")[:2]:
                yield _text(x, _TOP - 27 if at.hour or at.minute else _TOP - 10, today, size=12, anchor="middle")
            day = today

    def _lines_of(self, at: int, row: Row) -> Iterator[str]:
        """The life line of a person and the lines down to whom it passed on."""
        below = [
            (below_at, below.found)
            for below_at, below in enumerate(self.forest.rows)
            if below.found and below.found.other == row.person
        ]
        y, moments = self._y(at), [self.scale.x(one.moment) for _, one in below]
        if row.found:
            moments.append(self.scale.x(row.found.moment))
        longer = self._by_longer_chains(row)
        passed = self._passed_by_longer_chains(row)
        moments += [self.scale.x(moment) for moment in (*passed, *(moment for moment, _ in longer))]
        if moments:
            yield f'<path d="M{min(moments):.1f} {y:.1f}H{max(moments):.1f}" stroke="{_SOFT}" stroke-width="1.4"/>'
        for below_at, one in below:
            x = self.scale.x(one.moment)
            yield f'<path d="M{x:.1f} {y:.1f}V{self._y(below_at):.1f}" stroke="{_SOFT}" stroke-width="1.4"/>'
        for moment, other in longer:
            yield from self._ring(moment, other, y)

    def _ring(self, moment: int, other: int, y: float) -> Iterator[str]:
        """A dashed line and ring: a longer chain reached somebody earlier than its own; in a trace back later."""
        x = self.scale.x(moment)
        at = next((at for at, row in enumerate(self.forest.rows) if row.person == other), None)
        if at is not None:
            dashed = f'stroke="{_SOFT}" stroke-width="1.2" stroke-dasharray="3 3"'
            yield f'<path d="M{x:.1f} {self._y(at):.1f}V{y:.1f}" {dashed}/>'
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#FFFFFF" stroke="{_SOFT}" stroke-dasharray="2 2"/>'

    def _by_longer_chains(self, row: Row) -> list[tuple[int, int]]:
        """When, and by whom, a person was reached beyond its own moment in the chains that are shown."""
        if row.found is None:
            return []
        links = {link for one in self.forest.rows if one.found for link in one.found.chain}
        if self.writer.is_back:
            beyond = {(link.end, link.taker) for link in links if link.giver == row.person}
            return sorted(pair for pair in beyond if pair[0] > row.found.moment)
        beyond = {(link.start, link.giver) for link in links if link.taker == row.person}
        return sorted(pair for pair in beyond if pair[0] < row.found.moment)

    def _passed_by_longer_chains(self, row: Row) -> list[int]:
        """When a person was the other end of such a chain's link."""
        rings = (pair for one in self.forest.rows for pair in self._by_longer_chains(one))
        return [moment for moment, other in rings if other == row.person]

    def _row(self, at: int, row: Row) -> str:
        y = self._y(at)
        baseline = y + 4.5
        name, indent = self.writer.log.people[row.person], min(row.level, 6)
        parts = [f"<g><title>{_safe(self._sentence(row))}</title>"]
        parts.append(_mark(_LEFT, y, self.writer.level(row.level), row.level))
        parts.append(_text(_NAME + 9 * indent, baseline, _short(name, 30 - indent), weight=400 if row.found else 700))
        if row.found:
            moment = self.writer.clock(row.found.moment)
            parts.append(_text(_SINCE, baseline, f"{moment:%H:%M} ngày {moment.day}/{moment.month}"))
            parts.append(_text(_MINUTES, baseline, minutes_text(row.found.seconds), anchor="end"))
            parts.append(_text(_OTHER, baseline, _short(self.writer.log.people[row.found.other], 21), fill=_SOFT))
            parts.append(self._dot(row, y))
        else:
            parts.append(_text(_SINCE, baseline, "ca chỉ điểm", fill=_SOFT))
            parts += self._windows(row, y)
        return "".join([*parts, "</g>"])

    def _dot(self, row: Row, y: float) -> str:
        assert row.found is not None
        x = self.scale.x(row.found.moment)
        place = self.writer.place(row.found.link.place)
        told = [_short(place, 28)] if place else []
        told += [f"+{_number(row.left_out)} người"] if row.left_out else []
        has_line = any(below.found and below.found.other == row.person for below in self.forest.rows)
        has_line = has_line or bool(self._passed_by_longer_chains(row))
        side, anchor = (-19, "end") if self.writer.is_back else (19, "start")  # where no line of others passes
        label = _text(x + side, y - 4 if has_line else y + 4, " · ".join(told), size=10.5, fill=_SOFT, anchor=anchor)
        return _mark(x - 14, y, self.writer.level(row.level), row.level) + (label if told else "")

    def _windows(self, row: Row, y: float) -> Iterator[str]:
        for case in self.cases:
            if case.person == row.person:
                x, end = self.scale.x(case.start), self.scale.x(case.end)
                yield (
                    f'<rect x="{x:.1f}" y="{y - 5:.1f}" width="{max(end - x, 3):.1f}" height="10" rx="3" '
                    f'fill="{_SEAL}" fill-opacity="0.85"/>'
                )
        if row.left_out:
            yield _text(_WIDTH - _RIGHT + 6, y + 4.5, f"+{_number(row.left_out)} người", size=11, fill=_SOFT)


def _ticks(writer: Writer, scale: _Scale) -> Iterator[tuple[int, datetime]]:
    """At most twelve round moments of the wall clock; beginnings of months when the span is long."""
    clock = writer.clock(scale.first)
    day = clock.replace(hour=0, minute=0, second=0)
    span = scale.last - scale.first
    step = next((step for step in _STEPS if span / step <= _MOST_TICKS), 0)
    if step:
        moments = [day + timedelta(seconds=step * number) for number in range((span + 86_400) // step + 1)]
    else:
        months = -(-span // (_MOST_TICKS * 30 * 86_400))
        first = day.year * 12 + day.month - 1
        moments = [
            day.replace(year=month // 12, month=month % 12 + 1, day=1)
            for month in range(first - first % months, first + span // (28 * 86_400) + 2, months)
        ]
    for moment in moments:
        seconds = scale.first + (moment - clock) // timedelta(seconds=1)
        if scale.first <= seconds < scale.last:
            yield seconds, moment


def _mark(x: float, y: float, text: str, level: int) -> str:
    fill, ink = _SHADES[level] if level < len(_SHADES) else _PALEST
    return f'<rect x="{x:.1f}" y="{y - 8:.1f}" width="28" height="16" rx="5" fill="{fill}" stroke="#FFFFFF"/>' + _text(
        x + 14, y + 4, text, size=11, weight=700, fill=ink, anchor="middle"
    )


def _text(
    x: float, y: float, text: str, *, size: float = 13, weight: int = 400, fill: str = _INK, anchor: str = "start"
) -> str:
    extra = "".join(
        f' {name}="{value}"'
        for name, value, usual in (
            ("font-size", size, 13),
            ("font-weight", weight, 400),
            ("fill", fill, _INK),
            ("text-anchor", anchor, "start"),
        )
        if value != usual
    )
    return f'<text x="{x:.1f}" y="{y:.1f}"{extra}>{_safe(text)}</text>'


def _safe(text: str) -> str:
    return escape(xml_text(text))


def _short(text: str, most: int) -> str:
    """The beginning and the end, where people bear their own names.

    >>> _short("Nguyễn Thị Hoàng Thiên Kim Ngân", 20)
    'Nguyễn Thị…Kim Ngân'
    """
    if len(text) <= most:
        return text
    head = most // 2
    return f"{text[:head].rstrip()}…{text[len(text) - (most - head - 1) :].lstrip()}"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
