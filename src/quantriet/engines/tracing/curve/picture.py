"""The epidemic curve above, R with its interval below, as one SVG (hình đường cong dịch và hệ số lây)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from math import ceil, floor, log10

from .reproduction import Estimate
from .tables import Incidence

_WIDTH, _HEIGHT = 860, 520
_LEFT, _RIGHT = 56, 836
_CASES = (64, 236)  # top and bottom of the upper panel
_R = (292, 464)
_FONT = "'Be Vietnam Pro', 'Noto Sans', 'DejaVu Sans', sans-serif"
_PAPER, _INK, _SOFT, _RULE, _BAR, _LINE, _LIMIT = (
    "#FFFFFF", "#1D1B18", "#6A655C", "#E5E0D6", "#B9C7D6", "#2C4F73", "#B3261E",
)  # fmt: skip

_Scale = Callable[[float], float]


def draw(incidence: Incidence, estimates: Sequence[Estimate], window: int) -> str:
    """An SVG of 860 × 520; each R stands at the last day of its window, as Cori's estimate is about the days before.

    The scale of R ends at the highest upper limit that enough cases stand behind; what is above is cut off, since the
    first days of an outbreak would press all others flat.
    """
    across = _scale(0.5, len(incidence.cases) + 0.5, _LEFT, _RIGHT)
    parts = [
        *_head(incidence, estimates, window),
        *_cases_panel(incidence, across),
        *_r_panel(estimates, across),
        *_days(incidence, across),
    ]
    return "\n".join([*parts, "</svg>", ""])


def _head(incidence: Incidence, estimates: Sequence[Estimate], window: int) -> list[str]:
    total = f"{sum(incidence.cases):,}".replace(",", ".")
    span = f"{'' if incidence.start else 'ngày thứ '}{incidence.day(1)} – {incidence.day(len(incidence.cases))}"
    last = next((one for one in reversed(estimates) if one.mean is not None), None)
    told = (
        f"R gần nhất {_comma(last.mean)} ({_comma(last.low)} – {_comma(last.high)})" if last else "Chưa đủ ngày tính R"
    )
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}"'
        f' role="img" aria-labelledby="t d" font-family="{_FONT}" font-size="12" fill="{_INK}">',
        f'<title id="t">Số ca và hệ số lây nhiễm R, {escape(span)}</title>',
        f'<desc id="d">{total} ca. {escape(told)}.</desc>',
        f'<clipPath id="r"><path d="M{_LEFT} {_R[0]}H{_RIGHT}V{_R[1]}H{_LEFT}z"/></clipPath>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="{_PAPER}"/>',
        _text(_LEFT, 28, f"{total} ca, {span}", "start", 'font-size="16" font-weight="700"'),
        _text(_RIGHT, 28, told, "end", f'fill="{_LINE}" font-weight="700"'),
        _text(_LEFT, 52, "Số ca mỗi ngày", "start", f'fill="{_SOFT}"'),
        _text(_RIGHT, 280, "– – R = 1: dịch không tăng, không giảm", "end", f'fill="{_LIMIT}"'),
        _text(_LEFT, 280, f"R trung bình trong {window} ngày trước đó, khoảng 95%", "start", f'fill="{_SOFT}"'),
    ]


def _cases_panel(incidence: Incidence, across: _Scale) -> Iterable[str]:
    top, bottom = _CASES
    highest = max(1, *incidence.cases)
    up = _scale(0, highest, bottom, top)
    yield from _ruler(_ticks(highest, whole=True), up)
    width = across(2) - across(1)
    half = min(0.42, 0.5 - 0.5 / width) if width > 3 else 0.5  # a hair of paper between neighbours, if there is room
    for day, count in enumerate(incidence.cases, start=1):
        if count:
            x, y = across(day - half), up(count)
            yield (
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{2 * half * width:.2f}" height="{bottom - y:.1f}" fill="{_BAR}">'
                f"<title>{escape(incidence.day(day))}: {count} ca</title></rect>"
            )


def _r_panel(estimates: Sequence[Estimate], across: _Scale) -> Iterable[str]:
    points = [
        (across(one.last_day), one.mean, one.low, one.high)
        for one in estimates
        if one.mean is not None and one.low is not None and one.high is not None
    ]
    certain = [one.high for one in estimates if one.is_certain and one.high is not None]
    highest = max([2.0, *(certain or [high for *_, high in points])])
    up = _scale(0, highest, _R[1], _R[0])
    yield from _ruler(_ticks(highest), up)
    if points:
        above = [f"{x:.1f},{up(high):.1f}" for x, _, _, high in points]
        below = [f"{x:.1f},{up(low):.1f}" for x, _, low, _ in reversed(points)]
        middle = [f"{x:.1f},{up(mean):.1f}" for x, mean, _, _ in points]
        yield f'<polygon clip-path="url(#r)" points="{" ".join(above + below)}" fill="{_BAR}" fill-opacity="0.55"/>'
        yield (
            f'<polyline clip-path="url(#r)" points="{" ".join(middle)}" fill="none" stroke="{_LINE}" stroke-width="2"/>'
        )
    yield f'<path d="M{_LEFT} {up(1):.1f}H{_RIGHT}" stroke="{_LIMIT}" stroke-width="1.5" stroke-dasharray="6 4"/>'


def _days(incidence: Incidence, across: _Scale) -> Iterable[str]:
    """Names of days below both panels, about ten of them."""
    count = len(incidence.cases)
    step = max(1, ceil(count / 10))
    for day in range(1, count + 1, step):
        name = incidence.day(day)
        label = name[:5] if incidence.start else name
        for _, bottom in (_CASES, _R):
            yield _text(across(day), bottom + 18, label, "middle", f'fill="{_SOFT}"')
    yield _text(_RIGHT, _R[1] + 40, "ngày" if incidence.start else "ngày thứ", "end", f'fill="{_SOFT}"')


def _ruler(values: Iterable[float], up: _Scale) -> Iterable[str]:
    for value in values:
        yield f'<path d="M{_LEFT} {up(value):.1f}H{_RIGHT}" stroke="{_RULE}"/>'
        yield _text(_LEFT - 8, up(value) + 4, _comma(value, 1).removesuffix(",0"), "end", f'fill="{_SOFT}"')


def _ticks(highest: float, *, whole: bool = False) -> list[float]:
    """Three to six round values from 0 to `highest`."""
    rough = highest / 4
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    step = max(1.0, step) if whole else step
    return [step * index for index in range(floor(highest / step + 1e-9) + 1)]


def _scale(low: float, high: float, start: float, end: float) -> _Scale:
    return lambda value: start + (value - low) / (high - low) * (end - start)


def _text(x: float, y: float, words: str, anchor: str, more: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {more}>{escape(words)}</text>'


def _comma(value: float | None, digits: int = 2) -> str:
    return "" if value is None else f"{value:.{digits}f}".replace(".", ",")
