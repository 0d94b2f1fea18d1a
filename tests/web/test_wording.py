"""Numbers, days and time left read as an office writes them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from quantriet.web import wording
from tests.web.rendering import NOW


@pytest.mark.parametrize(
    ("left", "text", "tone"),
    [
        (timedelta(minutes=24), "còn 24 phút", "amber"),
        (timedelta(minutes=60), "còn 1 giờ", "amber"),
        (timedelta(hours=3, minutes=10, seconds=59), "còn 3 giờ 10 phút", "nil"),
        (timedelta(days=2, hours=23), "còn 2 ngày", "nil"),
        (timedelta(seconds=59), "còn chưa đến 1 phút", "amber"),
        (timedelta(0), "vừa quá hạn", "seal"),  # "trước 15h00" excludes 15:00:00
        (timedelta(days=-1), "quá hạn 1 ngày", "seal"),
    ],
)
def test_time_left(left: timedelta, text: str, tone: str) -> None:
    assert wording.render_left(NOW + left, NOW) == (text, tone)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (None, "·"), (1234, "1.234"), (1234567, "1.234.567"), (91.46, "91,5"), (Decimal("2.50"), "2,5")],
)
def test_figures(value: int | float | Decimal | None, text: str) -> None:
    assert wording.render_figure(value) == text


def test_days_are_the_agency_s_own() -> None:
    late_evening_utc = NOW.replace(hour=0, minute=30).astimezone(__import__("datetime").UTC)
    assert wording.render_day(late_evening_utc) == "22/7/2021"
    assert wording.render_weekday(date(2021, 7, 25)) == "Chủ Nhật"


@pytest.mark.parametrize(("name", "letters"), [("Nguyễn Văn An", "NA"), ("Đào", "Đ"), ("", "?")])
def test_initials(name: str, letters: str) -> None:
    assert wording.initials(name) == letters
