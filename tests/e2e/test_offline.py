"""A dead network loses nothing: the report waits on the phone and is received once, at the time it is received."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from quantriet.apps.reports.models import Submission
from tests.apps.reports.regimes import make_regime
from tests.e2e.looking import look
from tests.e2e.stage import PHONE, Stage
from tests.support.agency import Agency, at

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

UNTIL_KEPT = """async () => {
    while (!(await caches.match(location.href, { ignoreVary: true })))
        await new Promise(resolve => setTimeout(resolve, 50));
}"""


@pytest.fixture(autouse=True)
def regime(agency: Agency) -> None:
    make_regime(agency)


def test_a_report_waits_for_the_network_and_is_received_once(stage: Stage, agency: Agency) -> None:
    stage.move_to(14, 20)
    page = stage.sign_in("chi", PHONE, service_workers="allow")
    page.goto("/reports/")
    page.get_by_role("link", name="Lập báo cáo").click()
    page.evaluate(UNTIL_KEPT)
    page.context.set_offline(True)
    page.reload()  # the form opens without a network
    for label in ("Làm việc từ xa", "Nghỉ (phép, ốm, cách ly)", "Tổng số F0 đến nay", "Tổng số F2 đang theo dõi"):
        page.get_by_label(label, exact=True).fill("0")
    page.get_by_label("Có mặt tại cơ quan", exact=True).fill("2")
    page.get_by_label("Tổng số F1 đang theo dõi", exact=True).fill("0")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator("form .receipt")).to_contain_text("Đang mất mạng. Máy đã giữ bản này lúc 14:20")
    look(page, "offline-kept")
    assert not Submission.objects.exists()
    stage.move_to(14, 50)
    page.context.set_offline(False)
    expect(page.locator(".receipt")).to_contain_text("Đã nhận 14:50:00")
    expect(page.locator("main")).to_contain_text("Máy của người gửi ghi 14:20:00; hệ thống nhận 14:50:00")
    look(page, "offline-received")
    sent = Submission.objects.get()
    assert (sent.claimed_at, sent.received_at) == (at(14, 20), at(14, 50))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert Submission.objects.count() == 1


def test_a_network_lost_on_the_way_back_is_not_a_second_report(stage: Stage, agency: Agency) -> None:
    """The server has received, the answer never arrives: the same key sent again finds the same report."""
    stage.move_to(14, 20)
    page = stage.sign_in("ha", PHONE)
    page.goto("/reports/")
    page.get_by_role("link", name="Lập báo cáo").click()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.get_by_role("button", name="Không phát sinh, gửi luôn").click()
    expect(page.locator("form .receipt")).to_contain_text("14:20")

    def lose_the_answer(route, request) -> None:  # type: ignore[no-untyped-def]
        if not lost:
            lost.append(route.fetch(max_redirects=0).status)
            route.abort()
        else:
            route.continue_()

    lost: list[int] = []
    page.route("**/nil/", lose_the_answer)
    stage.move_to(14, 45)
    page.context.set_offline(False)
    page.wait_for_timeout(300)
    stage.move_to(15, 5)
    page.reload()  # the queue of the page is tried again
    expect(page.locator(".receipt b")).to_contain_text("Đã nhận 14:45:00")
    assert Submission.objects.get().received_at == at(14, 45)
    assert lost == [302]
