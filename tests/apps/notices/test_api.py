"""The API of notices."""

from __future__ import annotations

from ninja.testing import TestClient

from quantriet.apps.accounts.actors import SYSTEM
from quantriet.apps.notices.actions import send_notices
from quantriet.apps.notices.api import router
from tests.support.agency import Agency, at

client = TestClient(router)


def test_own_notices_are_listed_and_marked(agency: Agency) -> None:
    chi = {"user": agency.users["chi"], "actor": agency.actor("chi"), "now": at(9)}
    ha = {"user": agency.users["ha"], "actor": agency.actor("ha"), "now": at(9)}
    person = agency.users["chi"].person_id
    send_notices(key="k", person_ids=[person], title="Việc mới", body="", path="/", by=SYSTEM, at=at(8))
    listed = client.get("", **chi).json()
    assert [notice["title"] for notice in listed] == ["Việc mới"]
    assert client.get("", **ha).json() == []
    assert client.post(f"/{listed[0]['id']}/read", **ha).status_code == 404
    assert client.post(f"/{listed[0]['id']}/read", **chi).json()["read_at"]
    assert client.get("?unread=true", **chi).json() == []


def test_nobody_signed_in_is_refused(db: None) -> None:
    assert client.get("").status_code == 401
