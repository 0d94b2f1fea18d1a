"""Numbers, days and time left in the words of an office. Values in, text out; no request, no clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import numberformat, timezone
from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

SOON = timedelta(hours=1)
WEEKDAYS = [
    gettext_lazy("Thứ Hai"),
    gettext_lazy("Thứ Ba"),
    gettext_lazy("Thứ Tư"),
    gettext_lazy("Thứ Năm"),
    gettext_lazy("Thứ Sáu"),
    gettext_lazy("Thứ Bảy"),
    gettext_lazy("Chủ Nhật"),
]


def local(value: datetime | date) -> datetime | date:
    """The moment on the agency's own clock; a plain date stays as it is."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def render_day(value: datetime | date) -> str:
    """`22/7/2021`."""
    day = local(value)
    return f"{day.day}/{day.month}/{day.year}"


def render_limit(value: datetime) -> str:
    """An exclusive limit as an office says it: `15:00 22/7/2021`; midnight is `hết ngày 21/7/2021`."""
    moment = local(value)
    if isinstance(moment, datetime) and (moment.hour, moment.minute) == (0, 0):
        return _("hết ngày %(day)s") % {"day": render_day(moment.date() - timedelta(days=1))}
    return f"{moment:%H:%M} {render_day(moment)}"


def render_weekday(value: datetime | date) -> str:
    """`Thứ Năm`."""
    return str(WEEKDAYS[local(value).weekday()])


def render_left(due: datetime, now: datetime) -> tuple[str, str]:
    """Time left until `due` and its tone: (`còn 24 phút`, `amber`); at the limit itself it is already late."""
    left = due - now
    if abs(left) < timedelta(minutes=1):
        return (_("còn chưa đến 1 phút"), "amber") if left > timedelta(0) else (_("vừa quá hạn"), "seal")
    if left <= timedelta(0):
        return _("quá hạn %(span)s") % {"span": render_span(-left)}, "seal"
    return _("còn %(span)s") % {"span": render_span(left)}, "amber" if left <= SOON else "nil"


def render_span(span: timedelta) -> str:
    """`24 phút`, `3 giờ 10 phút`, `2 ngày`: the two largest units at most, never rounded up."""
    minutes = int(span.total_seconds()) // 60
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return ngettext("%(count)d ngày", "%(count)d ngày", days) % {"count": days}
    parts = [ngettext("%(count)d giờ", "%(count)d giờ", hours) % {"count": hours}] if hours else []
    if rest or not hours:
        parts.append(ngettext("%(count)d phút", "%(count)d phút", rest) % {"count": rest})
    return " ".join(parts)


def render_figure(value: int | float | Decimal | None) -> str:
    """A figure for a table: `1.234`, `91,4`; `·` where nothing was reported, for silence is not zero."""
    if value is None:
        return "·"
    # Django's Vietnamese formats name the separators but no grouping, so its own filters would print 1234.
    if isinstance(value, int):
        return f"{value:,}".replace(",", get_format("THOUSAND_SEPARATOR"))
    value = round(Decimal(value), 1)  # the formatter cuts off: shares of a whole would not add up to 100
    return numberformat.format(
        value, get_format("DECIMAL_SEPARATOR"), 1, 3, get_format("THOUSAND_SEPARATOR"), True, use_l10n=False
    )


def initials(name: str) -> str:
    """First letters of the family name and of the given name: `Nguyễn Văn An` → `NA`."""
    words = name.split()
    return "".join(word[0] for word in [*words[:1], *words[1:][-1:]]).upper() or "?"
