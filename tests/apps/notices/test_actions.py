"""Notices are sent exactly once, read by their own person, and recorded."""

from __future__ import annotations

import pytest

from quantriet.apps.accounts.actors import SYSTEM
from quantriet.apps.ledger.models import Act
from quantriet.apps.notices import actions, queries
from quantriet.apps.notices.models import Notice
from tests.support.agency import Agency, at


def send(agency: Agency, *names: str, key: str = "report.reminder:7", path: str = "/work/7/") -> int:
    return actions.send_notices(
        key=key, person_ids=[agency.users[name].person_id for name in names], title="Còn 30 phút nộp báo cáo",
        body="Báo cáo ngày 22/7, trước 15h00.", path=path, is_urgent=True, by=SYSTEM, at=at(14, 30),
    )  # fmt: skip


def test_a_notice_reaches_each_person_once(agency: Agency) -> None:
    assert send(agency, "chi", "ha") == 2
    assert send(agency, "chi", "ha", "khang", "khang") == 1
    assert send(agency, "chi") == 0
    assert Notice.objects.count() == 3
    assert [act.details for act in Act.objects.filter(verb="notice.sent").order_by("id")] == [
        {"key": "report.reminder:7", "count": 2}, {"key": "report.reminder:7", "count": 1}
    ]  # fmt: skip


def test_nobody_to_tell_is_no_act(agency: Agency) -> None:
    assert send(agency) == 0
    assert not Act.objects.exists()


@pytest.mark.parametrize("path", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_a_notice_never_leads_out_of_the_site(agency: Agency, path: str) -> None:
    with pytest.raises(ValueError, match="inside this site"):
        send(agency, "chi", path=path)


def test_reading_is_counted_and_recorded_once(agency: Agency) -> None:
    send(agency, "chi")
    send(agency, "chi", key="document.issued:3")
    chi = agency.actor("chi")
    assert queries.unread_count(chi) == 2
    notice = Notice.objects.earliest("id")
    actions.mark_read(notice.pk, by=chi, at=at(14, 31))
    actions.mark_read(notice.pk, by=chi, at=at(14, 45))
    notice.refresh_from_db()
    assert notice.read_at == at(14, 31)
    assert queries.unread_count(chi) == 1
    assert Act.objects.filter(verb="notice.read", by_user_id=agency.users["chi"].pk).count() == 1
    assert actions.mark_all_read(by=chi, at=at(14, 50)) == 1
    assert actions.mark_all_read(by=chi, at=at(14, 51)) == 0
    assert Act.objects.get(verb="notice.all_read").details == {"count": 1}


def test_another_persons_notice_cannot_be_read(agency: Agency) -> None:
    send(agency, "chi")
    for name in ("lan", "an", "minh"):
        assert not queries.visible_to(agency.actor(name)).exists()
        with pytest.raises(Notice.DoesNotExist):
            actions.mark_read(Notice.objects.get().pk, by=agency.actor(name), at=at(14, 40))
    assert not queries.visible_to(SYSTEM).exists()
