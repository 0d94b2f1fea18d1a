"""The API of units."""

from __future__ import annotations

from ninja.testing import TestClient

from quantriet.apps.organization.api import router
from tests.support.agency import Agency, at

client = TestClient(router)


def get(agency: Agency, who: str, path: str):  # type: ignore[no-untyped-def]
    return client.get(path, user=agency.users[who], actor=agency.actor(who), now=at(9))


def test_units_of_the_own_agency(agency: Agency) -> None:
    units = get(agency, "an", "").json()
    assert [unit["code"] for unit in units] == ["S", "S-VP", "S-HC", "S-PB", "S-TG"]
    assert units[2] | {"id": 0} == {
        "id": 0, "code": "S-HC", "name": "Phòng Hành chính tư pháp", "short_name": "Phòng HCTP", "kind": "division",
        "depth": 1, "head": "Hồ Linh Chi", "people_count": 2,
    }  # fmt: skip
    assert [unit["code"] for unit in get(agency, "chi", "").json()] == ["S-HC"]


def test_a_phrase_is_resolved(agency: Agency) -> None:
    told = get(agency, "binh", "/resolve?phrase=Trưởng các phòng chuyên môn").json()
    assert [target["unit_name"] for target in told["targets"]] == [
        "Phòng Hành chính tư pháp", "Phòng Phổ biến, giáo dục pháp luật"
    ]  # fmt: skip
    assert told["is_certain"]
    assert get(agency, "binh", "/resolve?phrase=Phòng Lạ").json()["targets"] == []


def test_nobody_signed_in_is_refused(db: None) -> None:
    assert client.get("").status_code == 401
